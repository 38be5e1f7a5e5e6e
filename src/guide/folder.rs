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
mod variables;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::iter::successors;

use super::dialect::{self, Braces};
use super::problem::Report;
use super::{Article, Group, LateList, Problem, Section};
use crate::language::{Language, Localized};
use crate::parallel;
use arrange::{Arrangement, Folder, Label};
use article::{Draft, Merged};
use contents::{Contents, Settings};
use languages::{Languages, Place};
use redirects::Redirects;
use variables::Variables;

pub(super) use arrange::is_container;
pub(super) use contents::Entry;
pub(crate) use names::is_markdown;
pub(super) use names::{folder_of, is_index, joined, names_changes};
pub(super) use redirects::LIST as REDIRECTS;
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
}

/// What a folder is, before its texts are read.
#[derive(Debug)]
pub(super) struct Survey {
    /// What the folder is called.
    pub name: String,
    /// The first is the default. Never empty.
    pub languages: Vec<Language>,
    /// What the whole is called, where a file says so.
    pub title: Option<String>,
    places: Vec<Option<Place>>,
    contents: Vec<Contents>,
    folders: HashMap<String, Folder>,
    /// Pages go by the names of their files.
    by_name: bool,
    variables: Variables,
    braces: Braces,
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

/// Looks at a folder: its languages, its tables of contents. `name` is what it is called, `wanted` are the languages that its
/// author lists, `order` the articles.
pub(super) fn survey(
    name: String,
    files: &Files,
    wanted: &[Language],
    order: Vec<Entry>,
    report: &mut Report,
) -> Survey {
    let paths: Vec<String> = files.pages.iter().map(|(path, _)| path.clone()).collect();
    let found = languages::of(&paths, &|at| files.pages[at].1.as_str(), wanted);
    report_others(&found, !wanted.is_empty(), report);
    let Said {
        title,
        titles,
        contents: listed,
        mut translated,
        mut folders,
    } = said(files, &found);
    let mut contents = Vec::new();
    if !order.is_empty() {
        contents.push(Contents {
            base: String::new(),
            folder: String::new(),
            entries: order,
            leads: true,
            is_of_folder: false,
            title: None,
        });
    }
    contents.extend(listed);
    learn_menus(files, &found, &mut folders);
    if contents.is_empty() {
        let of_rst = files
            .settings
            .iter()
            .filter(|(path, _)| names::last_of(path) == "index.rst");
        let all = files.pages.iter().chain(of_rst);
        let all = all.map(|(path, text)| (path.as_str(), text.as_str()));
        contents.extend(contents::toctree::read(all));
    }
    // What another language lists besides, the first has not, nor words for it.
    if !contents.is_empty() {
        for contents in &mut translated {
            contents.entries = contents::without_words(std::mem::take(&mut contents.entries));
        }
    }
    contents.append(&mut translated);
    for contents in &mut contents {
        let mut around = successors(Some(contents.base.as_str()), |folder| {
            (!folder.is_empty()).then(|| names::folder_of(folder))
        });
        let of_part = |folder: &str| titles.get(folder).filter(|_| !folder.is_empty()).cloned();
        contents.title = around.find_map(of_part);
        contents.folder = languages::folder_without_language(&contents.base, &found);
    }
    contents.sort_by_key(|contents| contents.base.matches('/').count());
    let mut places = found.places;
    parts::leave_out(files, &contents, &mut places, report);
    Survey {
        name,
        languages: found.kept,
        title,
        places,
        contents,
        folders,
        variables: Variables::of(&files.settings),
        braces: braces(&files.settings),
        by_name: files.settings.iter().any(|(path, _)| goes_by_name(path)),
    }
}

/// What the settings of a folder say.
#[derive(Default)]
struct Said<'f> {
    /// What the whole is called, and what parts of it are.
    title: Option<String>,
    titles: HashMap<&'f str, String>,
    contents: Vec<Contents>,
    /// Tables of contents of other languages than the first.
    translated: Vec<Contents>,
    folders: HashMap<String, Folder>,
}

/// Reads all settings. A language other than the first has words of its own.
fn said<'f>(files: &'f Files, found: &Languages) -> Said<'f> {
    let settings = files.settings.iter();
    let own_folders: HashMap<String, String> = settings
        .flat_map(|(path, text)| contents::lists_of_folders(path, text))
        .collect();
    let is_other = |language: Language| language.base() != found.kept[0].base();
    let mut said = Said::default();
    let settings = contents::importers_first(&files.settings);
    for (path, text) in settings
        .into_iter()
        .filter(|(path, _)| !parts::is_tested(path))
    {
        let name = names::last_of(path).to_lowercase();
        let place = languages::place_of(path, found);
        let mut learn = |folder: &str, says: Folder| {
            if says != Folder::default() {
                let known = said.folders.entry(folder.to_owned());
                known.or_default().learn(says);
            }
        };
        if contents::is_of_folder(&name) {
            for (folder, says) in contents::folders(&place.path, text) {
                learn(&folder, says);
            }
            continue;
        }
        if contents::language_of_settings(&name).is_some_and(is_other) {
            continue;
        }
        let says = Folder {
            label: contents::title_of_folder(path, text),
            order: None,
            children: contents::collections(path, text),
        };
        learn(names::folder_of(&place.path), says);
        let Settings {
            title,
            contents: own,
            page,
        } = contents::read(path, text);
        if let Some(title) = title.filter(|title| title.contains(char::is_alphanumeric)) {
            said.titles.insert(names::folder_of(path), title.clone());
            // The outermost says it for all, another where much is its.
            if !path.contains('/') || said.title.is_none() && holds_much(path, files) {
                said.title = Some(title);
            }
        }
        let of_page = || {
            let page = page?;
            let (_, text) = files.pages.iter().find(|(path, _)| *path == page)?;
            contents::of_page(&page, text)
        };
        let mut listed = own.or_else(of_page);
        if let (Some(listed), Some(folder)) = (&mut listed, own_folders.get(path)) {
            listed.base.clone_from(folder);
        }
        let language = contents::language_of_program(path);
        let language = language.or(place.language);
        if language.is_some_and(is_other) {
            said.translated.extend(listed);
        } else {
            said.contents.extend(listed);
        }
    }
    said
}

/// What the menus of a site say of folders. What leads a folder says itself what that is called.
fn learn_menus(files: &Files, found: &Languages, folders: &mut HashMap<String, Folder>) {
    let settings = files.settings.iter();
    let menus = settings.flat_map(|(path, text)| contents::menus(path, text, found.kept[0]));
    let mut menus = menus.peekable();
    if menus.peek().is_none() {
        return;
    }
    let is_index = |page: &str| is_index(names::last_of(names::without_ending(page)));
    let paths = found.places.iter().flatten();
    let paths = paths.map(|place| place.path.as_str());
    let led: HashSet<&str> = paths
        .filter(|page| is_index(page))
        .map(names::folder_of)
        .collect();
    for (folder, says) in menus.filter(|(folder, _)| !led.contains(folder.as_str())) {
        folders.entry(folder).or_default().learn(says);
    }
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

/// Whether a good part of all pages is below a file of settings.
fn holds_much(path: &str, files: &Files) -> bool {
    let below = |folder: &str| {
        let pages = files.pages.iter();
        pages
            .filter(|(page, _)| names::is_within(page, folder))
            .count()
    };
    // Some folders hold nothing but settings.
    let around = successors(Some(names::folder_of(path)), |folder| {
        (!folder.is_empty()).then(|| names::folder_of(folder))
    });
    let mut counts = around.map(below);
    counts.find(|&count| count > 0).unwrap_or(0) * 4 >= files.pages.len()
}

/// Whether this is a sign of a vault or a wiki.
fn goes_by_name(path: &str) -> bool {
    path == "_Sidebar.md" || path == "_Footer.md" || path.ends_with(".obsidian/app.json")
}

/// What braces are in a folder with these settings. mdBook, vaults and wikis fill in no values; `GitBook` has the same table of
/// contents as mdBook, and does.
fn braces(settings: &[(String, String)]) -> Braces {
    let has = |names: &[&str]| {
        let mut paths = settings.iter().map(|(path, _)| names::last_of(path));
        paths.any(|name| names.contains(&name))
    };
    let is_filled = has(&["book.json", ".gitbook.yaml"]);
    let is_plain =
        has(&["SUMMARY.md", "book.toml"]) || settings.iter().any(|(path, _)| goes_by_name(path));
    if is_plain && !is_filled {
        Braces::Text
    } else {
        Braces::Values
    }
}

fn report_others(found: &Languages, is_wanted: bool, report: &mut Report) {
    if found.others.is_empty() {
        return;
    }
    let named = |languages: &[Language]| {
        let named = languages.iter().map(|language| format!("`{language}`"));
        named.collect::<Vec<_>>().join(", ")
    };
    let (kept, others) = (named(&found.kept), named(&found.others));
    let all = found.kept.len() + found.others.len();
    let (what, help) = if is_wanted {
        (
            format!("`languages` says {kept}, and the pages are in {others}"),
            "name the languages of the pages in `languages` of guide.yaml",
        )
    } else {
        (
            format!("the folder is in {all} languages; shown are {kept}"),
            "name those that readers need in `languages` of guide.yaml",
        )
    };
    report.warning(None, &what, help);
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
