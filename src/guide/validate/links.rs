//! Where links lead.

use std::collections::HashMap;

use super::near::nearest;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::guide::{Article, Problem, SectionRef};

/// A link in an article.
pub(super) struct Link {
    pub file: String,
    /// The article it stands in.
    pub article: String,
    pub to: At<String>,
}

/// All ids of a guide, for looking them up.
pub(super) struct Index<'a> {
    articles: HashMap<&'a str, (usize, HashMap<&'a str, usize>)>,
}

impl<'a> Index<'a> {
    pub(super) fn new(articles: &'a [Article]) -> Self {
        let sections = |article: &'a Article| {
            article
                .sections
                .iter()
                .map(|section| section.id.as_str())
                .zip(0..)
                .collect()
        };
        let entries = articles.iter().enumerate();
        Self {
            articles: entries
                .map(|(index, article)| (article.id.as_str(), (index, sections(article))))
                .collect(),
        }
    }

    /// What `article#section` or `article` stands for; else what is wrong with it, and what to do.
    pub(super) fn find(&self, id: &str) -> Result<SectionRef, (String, String)> {
        let (article, section) = id
            .split_once('#')
            .map_or((id, None), |(article, section)| (article, Some(section)));
        let Some((index, sections)) = self.articles.get(article) else {
            let near = nearest(article, self.articles.keys().copied());
            return Err((
                format!("there is no article {}", quoted(article)),
                suggestion(near, "link to an article that guide.yaml lists"),
            ));
        };
        let section = match section {
            None => Some(0),
            Some(section) => sections.get(section).copied(),
        };
        section
            .map(|section| SectionRef {
                article: *index,
                section,
            })
            .ok_or_else(|| {
                let wanted = id.split_once('#').map_or("", |(_, section)| section);
                let near = nearest(wanted, sections.keys().copied())
                    .map(|near| format!("{article}#{near}"));
                (
                    format!("the article `{article}` has no section {}", quoted(wanted)),
                    suggestion(near.as_deref(), "link to a section that is there"),
                )
            })
    }
}

fn suggestion(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(
        || otherwise.to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}

/// Reports every link that leads nowhere, or where no link of a guide may lead.
pub(super) fn check(links: &[Link], index: &Index<'_>, problems: &mut Vec<Problem>) {
    for in_one_file in links.chunk_by(|a, b| a.file == b.file) {
        let mut report = Report::new(&in_one_file[0].file);
        for link in in_one_file {
            if let Err((what, help)) = target(&link.to.value, &link.article, index) {
                report.error(
                    link.to.line,
                    &format!("the link {}: {what}", quoted(&link.to.value)),
                    &help,
                );
            }
        }
        problems.extend(report.into_problems());
    }
}

fn target(target: &str, article: &str, index: &Index<'_>) -> Result<(), (String, String)> {
    if let Some(address) = target.strip_prefix("https://") {
        return web_address(address);
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
    index.find(target).map(|_| ())
}

fn web_address(address: &str) -> Result<(), (String, String)> {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let good = host.contains('.') && !host.contains('@') && !address.contains(char::is_whitespace);
    good.then_some(()).ok_or_else(|| {
        (
            "this is no address".to_owned(),
            "write it as `https://example.com/page`".to_owned(),
        )
    })
}

/// Whether a text is, or means to be, a web address without being one that begins with `https://`.
pub(super) fn is_unsafe_address(text: &str) -> bool {
    match text.strip_prefix("https://") {
        Some(address) => web_address(address).is_err(),
        None => text.contains("://") || text.starts_with("www.") || text.starts_with("http"),
    }
}
