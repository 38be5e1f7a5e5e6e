//! Any folder of Markdown as the articles of a guide: pure functions on its paths and texts.
//!
//! What people wrote is never refused: a file of which nothing is understood is text, and what leads nowhere is a note.

mod arrange;
mod article;
mod contents;
mod front;
mod languages;
mod links;
mod lost;
mod names;
mod overview;
mod pair;
mod parts;
mod redirects;
mod sections;
mod survey;
mod variables;

use std::borrow::Cow;
use std::collections::HashMap;

use super::dialect;
use super::{Article, Group, LateList, Problem, Section};
use crate::language::{Language, Localized};
use crate::parallel;
use arrange::{Arrangement, Label};
use article::{Draft, Merged};
use languages::Place;
use redirects::Redirects;

pub(super) use arrange::is_container;
pub(super) use contents::{Entry, imports, may_import};
pub(crate) use names::is_markdown;
pub(super) use names::{folder_of, is_index, joined, names_changes};
pub(super) use redirects::LIST as REDIRECTS;
pub(super) use survey::{Survey, survey};
pub(super) use variables::is_shortcode;

/// Whether a name is that of a language.
pub(super) fn names_language(name: &str) -> bool {
    languages::tag_of(name).is_some()
}

/// A folder's files, read.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Markdown: the path, and what it says, with what it includes.
    pub pages: Vec<(String, String)>,
    /// Files that may say how the pages are arranged.
    pub settings: Vec<(String, String)>,
    /// Of pages the files that they include: both paths.
    pub included: Vec<(String, String)>,
    /// Of settings that are programs: what stands in the files that they import.
    pub imported: HashMap<String, String>,
}

/// The articles of a folder.
#[derive(Debug)]
pub(super) struct Assembled {
    pub articles: Vec<Article>,
    pub groups: Vec<Group>,
    /// What the page is called that leads all of it, where one does.
    pub title: Option<Localized<String>>,
    /// For each article its files.
    pub files: Vec<Vec<(Language, String)>>,
    /// Addresses that nobody can follow here, each behind the file in which it stands.
    pub elsewhere: Vec<(String, String)>,
    pub problems: Vec<Problem>,
}

/// Whether a file of this name is MDX, whatever it is called.
pub(super) fn is_mdx(path: &str) -> bool {
    path.to_lowercase().ends_with(".mdx")
}

/// The article that an address of a site or the path of a file names: with whatever folders stand before its id, where it says
/// that it is an address or a file. An index goes by its own name, and by that of its folder.
pub(super) fn article_at(articles: &[Article], address: &str) -> Option<usize> {
    let path = address.split_once("://").map_or(address, |(_, path)| path);
    let stem = names::without_ending(path.trim_end_matches('/'));
    let find = |id: &str| {
        let mut articles = articles.iter();
        articles.position(|article| names::canonical(&article.id) == id)
    };
    let mut rest = names::canonical(stem);
    loop {
        let found = find(&rest).or_else(|| {
            let (folder, name) = rest.rsplit_once('/').unwrap_or(("", &rest));
            let is_of_top = |article: &Article| is_index(&article.id);
            match folder {
                _ if !is_index(name) => None,
                "" => articles.iter().position(is_of_top),
                folder => find(folder),
            }
        });
        if found.is_some() || stem == address {
            return found;
        }
        rest = rest.split_once('/')?.1.to_owned();
    }
}

/// The section that an address within an article names: by its id, else by the address that its title makes, which an id of the
/// author's hides.
pub(super) fn section_at(sections: &LateList<Section>, address: &str) -> Option<usize> {
    let by_id = |section: &Section| section.id == address;
    sections.iter().position(by_id).or_else(|| {
        let wanted = names::canonical(address);
        let is_titled = |section: &Section| {
            let mut titles = section.texts.iter().map(|(_, text)| &text.title);
            names::canonical(&section.id) == wanted
                || titles.any(|title| names::canonical(&names::slug(title)) == wanted)
        };
        // What is only a name for sections leads to the first of them.
        let is_below = |section: &Section| {
            let mut above = section.texts.iter().flat_map(|(_, text)| &text.path);
            above.any(|title| names::canonical(&names::slug(title)) == wanted)
        };
        let all = || sections.iter().take_while(|_| !wanted.is_empty());
        let titled = all().position(is_titled);
        titled.or_else(|| all().position(is_below))
    })
}

/// Puts the articles together. `is_there` says whether the folder has something at a path that is no page.
pub(super) fn assemble(
    files: &Files,
    survey: &Survey,
    is_there: &dyn Fn(&str) -> bool,
) -> Assembled {
    let kept: Vec<(usize, &Place)> = survey
        .places
        .iter()
        .enumerate()
        .filter_map(|(at, place)| Some((at, place.as_ref()?)))
        .collect();
    let ((), drafts) = parallel::map(
        &kept,
        || (),
        |&(at, place)| {
            let (path, text) = &files.pages[at];
            let text = survey.variables.fill(text);
            Draft::read(path, &text, place, survey)
        },
    );
    let pages = article::together(drafts, &survey.languages);
    let named: Vec<links::Page> = pages.iter().map(article::Page::named).collect();
    let bases: Vec<String> = survey
        .contents
        .iter()
        .map(|contents| contents.base.clone())
        .collect();
    let mut settings = files.settings.iter();
    let are_addresses = settings.any(|(path, text)| contents::is_hugo(path, text));
    let redirects = Redirects::of(&files.settings);
    let links = links::Links::new(&named, &bases).of_site(redirects, are_addresses);
    let places: Vec<arrange::Page> = pages.iter().map(article::Page::placed).collect();
    let listed = |base: &str, target: &str| links.listed(base, target);
    let texts = kept.iter().map(|&(at, _)| &files.pages[at]);
    let overview = if survey.contents.is_empty() && survey.folders.is_empty() {
        overview::find(&places, texts, &listed)
    } else {
        None
    };
    let contents = overview
        .as_ref()
        .map_or(survey.contents.as_slice(), std::slice::from_ref);
    let arrangement = arrange::arrange(&places, contents, &listed, &survey.folders);
    let whole = survey.title.as_ref().unwrap_or(&survey.name);
    let mut merged = article::merge(pages, whole, &arrangement.labels);
    let texts = files.pages.iter();
    let mut texts: HashMap<&str, &str> = texts
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    // With what they include they have other lines.
    for (page, _) in &files.included {
        texts.remove(page.as_str());
    }
    let text = |path: &str| texts.get(path).copied();
    let (problems, elsewhere) = article::connect(&mut merged, &links, &text, is_there);
    Assembled {
        elsewhere,
        problems,
        ..finish(merged, arrangement, survey.languages[0])
    }
}

fn finish(merged: Vec<Merged>, arrangement: Arrangement, default: Language) -> Assembled {
    let label = |label: &Label| match label {
        Label::Text(text) => Localized::new([(default, text.clone())]),
        Label::Page(page) => Some(merged[*page].title.clone()),
        Label::Index(page, name) => {
            let title = &merged[*page].title;
            let titles = title.iter().map(|(language, title)| {
                let says = !names::only_introduces(title);
                let shown = if says { title } else { name };
                (language, shown.clone())
            });
            // Where it is not there in the first language, its words are none of that.
            let own = title.exact(default).is_none();
            let own = own.then(|| (default, name.clone()));
            Localized::new(own.into_iter().chain(titles))
        }
    };
    let groups = arrangement.groups.iter().filter_map(|group| {
        Some(Group {
            title: label(&group.label)?,
            parent: group.parent,
        })
    });
    let groups = groups.collect();
    let names_all = |page: &&Merged| page.names_all;
    let title = merged.iter().find(names_all);
    let title = title.map(|page| page.title.clone());
    let mut merged: Vec<Option<Merged>> = merged.into_iter().map(Some).collect();
    let mut articles = Vec::with_capacity(merged.len());
    let mut files = Vec::with_capacity(merged.len());
    for (at, (page, group)) in arrangement.pages.into_iter().enumerate() {
        if let Some(page) = merged[page].take() {
            let own = page.files.clone();
            articles.extend(page.into_articles(group, at < arrangement.listed));
            files.resize(articles.len(), own);
        }
    }
    Assembled {
        articles,
        groups,
        title,
        files,
        elsewhere: Vec::new(),
        problems: Vec::new(),
    }
}

/// Whether a file may include others. Asked at every start, of every page: its front matter is not read for nothing.
pub(super) fn may_include(text: &str) -> bool {
    dialect::may_include(text)
}

/// A file's text with the files that it includes. `include` has what a file says.
pub(super) fn with_included(text: &str, include: dialect::Include<'_>) -> Option<String> {
    let (_, at) = front::split(text);
    let (before, body) = text.split_at(at);
    match dialect::with_included(body, include) {
        Cow::Borrowed(_) => None,
        Cow::Owned(body) => Some(format!("{before}{body}")),
    }
}

#[cfg(test)]
mod tests;
