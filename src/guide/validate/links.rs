//! Where links lead.

use std::collections::{HashMap, HashSet};

use super::near::nearest;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::guide::{Article, Problem, SectionRef};
use crate::text::web::https_host;

/// A link in an article.
pub(super) struct Link {
    pub file: String,
    /// The article it stands in.
    pub article: String,
    pub to: At<String>,
}

/// All ids of a guide, for looking them up.
pub(super) struct Index<'a> {
    articles: &'a [Article],
    places: HashMap<&'a str, (usize, HashMap<&'a str, usize>)>,
    /// What the guide lists, usable or not.
    listed: HashSet<&'a str>,
}

/// What is not there.
pub(super) enum Lost<'a> {
    Article(&'a str),
    /// Index of the article, and the section that it lacks.
    Section(usize, &'a str),
    /// The article is listed, but has problems of its own: they have been reported.
    Unusable,
}

impl<'a> Index<'a> {
    /// `listed` are the ids of all articles that the guide names, also of those that are not among `articles`.
    pub(super) fn new(articles: &'a [Article], listed: impl Iterator<Item = &'a str>) -> Self {
        let sections = |article: &'a Article| {
            article
                .sections
                .iter()
                .map(|section| section.id.as_str())
                .zip(0..)
        };
        let places = articles.iter().enumerate();
        Self {
            articles,
            places: places
                .map(|(index, article)| (article.id.as_str(), (index, sections(article).collect())))
                .collect(),
            listed: listed.collect(),
        }
    }

    /// What `article#section` or `article` stands for.
    pub(super) fn find<'b>(&self, id: &'b str) -> Result<SectionRef, Lost<'b>> {
        let (article_id, section_id) = match id.split_once('#') {
            Some((article, section)) => (article, Some(section)),
            None => (id, None),
        };
        let Some(&(article, ref sections)) = self.places.get(article_id) else {
            let listed = self.listed.contains(article_id);
            return Err(if listed {
                Lost::Unusable
            } else {
                Lost::Article(article_id)
            });
        };
        let section = match section_id {
            None => 0,
            Some(id) => *sections.get(id).ok_or(Lost::Section(article, id))?,
        };
        Ok(SectionRef { article, section })
    }

    /// What an id stands for; where that is nothing, it is reported.
    pub(super) fn section(&self, id: &At<String>, report: &mut Report) -> Option<SectionRef> {
        let found = self.find(&id.value);
        if let Err(lost) = &found {
            self.report(lost, id.line, "", report);
        }
        found.ok()
    }

    /// Reports what is not there, beginning with `before`.
    pub(super) fn report(&self, lost: &Lost<'_>, line: usize, before: &str, report: &mut Report) {
        let (what, near, otherwise) = match lost {
            Lost::Unusable => return,
            // Looking for what was meant takes time, and nobody will read it.
            _ if report.is_full() => (String::new(), None, ""),
            Lost::Article(id) => {
                let ids = self.articles.iter().map(|article| article.id.as_str());
                let what = format!("there is no article {}", quoted(id));
                (
                    what,
                    nearest(id, ids).map(str::to_owned),
                    "name an article that guide.yaml lists",
                )
            }
            Lost::Section(article, id) => {
                let article = &self.articles[*article];
                let ids = article.sections.iter().map(|section| section.id.as_str());
                let near = nearest(id, ids).map(|near| format!("{}#{near}", article.id));
                let what = format!("the article `{}` has no section {}", article.id, quoted(id));
                (what, near, "name a section that is there")
            }
        };
        let help = near.map_or_else(
            || otherwise.to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        report.error(line, &format!("{before}{what}"), &help);
    }
}

/// Reports every link that leads nowhere, or where no link of a guide may lead.
pub(super) fn check(links: &[Link], index: &Index<'_>, problems: &mut Vec<Problem>) {
    for in_one_file in links.chunk_by(|a, b| a.file == b.file) {
        let mut report = Report::new(&in_one_file[0].file);
        for link in in_one_file {
            check_one(link, index, &mut report);
        }
        problems.extend(report.into_problems());
    }
}

fn check_one(link: &Link, index: &Index<'_>, report: &mut Report) {
    let At { line, value } = &link.to;
    let before = format!("the link {}: ", quoted(value));
    match form(value, &link.article) {
        Err((what, help)) => report.error(*line, &format!("{before}{what}"), &help),
        Ok(Form::Web) => {}
        Ok(Form::Section) => {
            if let Err(lost) = index.find(value) {
                index.report(&lost, *line, &before, report);
            }
        }
    }
}

enum Form {
    Web,
    Section,
}

/// What a link in this article is, by its form alone.
fn form(target: &str, article: &str) -> Result<Form, (String, String)> {
    if target.starts_with("https://") {
        let good = is_web_address(target).then_some(Form::Web);
        return good.ok_or_else(|| {
            (
                "this is no address".to_owned(),
                "write it as `https://example.com/page`".to_owned(),
            )
        });
    }
    if let Some(section) = target.strip_prefix('#') {
        return Err((
            "it names no article".to_owned(),
            format!("write {}", quoted(&format!("{article}#{section}"))),
        ));
    }
    if target.contains(':') {
        return Err((
            "only links to sections and to `https://` addresses are allowed".to_owned(),
            "write `article#section`, or an address that begins with `https://`".to_owned(),
        ));
    }
    if target.contains(".md") || target.contains('/') {
        let name = target
            .rsplit('/')
            .next()
            .unwrap_or(target)
            .replacen(".md", "", 1);
        return Err((
            "sections are named by their ids, not by files".to_owned(),
            format!("write {}", quoted(&name)),
        ));
    }
    Ok(Form::Section)
}

/// Whether a browser goes to a named host, or one with four numbers, by an address that begins with `https://`.
fn is_web_address(text: &str) -> bool {
    !text.contains(char::is_whitespace) && https_host(text).is_some_and(|host| host.contains('.'))
}

/// Whether a text is, or means to be, a web address without being one that begins with `https://`.
pub(super) fn is_unsafe_address(text: &str) -> bool {
    if text.starts_with("https://") {
        return !is_web_address(text);
    }
    text.contains("://") || text.starts_with("www.") || text.starts_with("http")
}
