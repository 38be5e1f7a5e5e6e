//! From raw shapes to a guide that cannot be wrong, and every problem on the way. Opens no file.

mod advice;
mod article;
mod body;
mod context;
mod desks;
mod dialled;
mod domains;
mod found;
mod glossary;
mod header;
mod links;
mod merge;
pub(super) mod near;
mod phone;
mod queries;
mod sections;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::problem::{Report, quoted};
use super::yaml::{At, Texts};
use super::{Guide, Problem, SectionRef, Term, folder, raw};
use crate::guide::{Desk, Questionnaire};
use crate::language::{Language, Localized, MAX_TAG, NoLanguage};
use crate::text::phone::BLOCK_END;

pub(super) use article::{Article, article};
pub(super) use context::Context;
use context::report_stranger;
pub(super) use glossary::glossary;
pub(super) use header::{Defaults, Header, header, header_of_folder};
use links::Index;
pub(super) use queries::queries;

/// A file that a guide may have.
pub(super) enum Found<T> {
    Here(T),
    Missing,
    /// It is there, but with problems that leave nothing to use.
    Unusable,
}

impl<T> Found<T> {
    pub(super) fn value(self) -> Option<T> {
        match self {
            Self::Here(value) => Some(value),
            Self::Missing | Self::Unusable => None,
        }
    }
}

/// What the files of a guide hold, besides `guide.yaml`.
pub(super) struct Parts {
    pub desks: raw::Desks,
    pub glossary: Vec<Term>,
    pub advice: Option<raw::Advice>,
    /// For every article in the guide's order, every language in the guide's order.
    pub articles: Vec<Found<Article>>,
}

/// What a guide consists of, besides what `guide.yaml` alone says.
#[derive(Default)]
struct Content {
    articles: Vec<super::Article>,
    groups: Vec<super::Group>,
    links: super::Links,
    desks: Vec<Desk>,
    glossary: Vec<Term>,
    questionnaire: Option<Questionnaire>,
    fraud_sections: Vec<SectionRef>,
    urgent: Option<usize>,
    digest: String,
}

/// Puts the guide together, and checks what one file says of another. `None` if there is too little for a guide.
pub(super) fn guide(
    header: Header,
    parts: Parts,
    digest: String,
    problems: &mut Vec<Problem>,
) -> Option<Guide> {
    let merged = merge::merge(&header, parts.articles, problems);
    let index = Index::new(&merged.articles, header.article_ids());
    links::check(&merged.links, &index, problems);
    drop(index);
    let parts = Parts {
        articles: Vec::new(),
        ..parts
    };
    complete(header, parts, merged.articles, Vec::new(), digest, problems)
}

/// The same of a folder whose articles are taken as they are. `text_of` is what stands in a file.
pub(super) fn folder_guide(
    mut header: Header,
    parts: Parts,
    assembled: folder::Assembled,
    digest: String,
    text_of: &dyn Fn(&str) -> Option<String>,
    problems: &mut Vec<Problem>,
) -> Option<Guide> {
    let folder::Assembled {
        articles,
        groups,
        title,
        files,
        elsewhere,
        problems: own,
    } = assembled;
    header.name(title);
    if !parts.desks.desks.is_empty() {
        header.tell_zone(problems);
    }
    problems.extend(own);
    check_articles(
        &articles,
        &files,
        &elsewhere,
        header.context(),
        text_of,
        problems,
    );
    complete(header, parts, articles, groups, digest, problems)
}

/// Where numbers and domains are told, no others may stand in what people wrote either.
fn check_articles(
    articles: &[super::Article],
    files: &[Vec<(Language, String)>],
    elsewhere: &[(String, String)],
    context: &Context,
    text_of: &dyn Fn(&str) -> Option<String>,
    problems: &mut Vec<Problem>,
) {
    if !context.phones.is_strict() && !context.domains.is_strict() {
        return;
    }
    let mut others: HashMap<&str, Vec<&str>> = HashMap::new();
    for (file, link) in elsewhere {
        others.entry(file).or_default().push(link);
    }
    for (article, files) in articles.iter().zip(files) {
        for (language, name) in files {
            let mut report = Report::new(name);
            // Looked at only where something is to be told.
            let mut file = None;
            let mut line = |words: &str, report: &Report| {
                if report.is_full() {
                    return None;
                }
                let file = file.get_or_insert_with(|| found::File::new(text_of(name)));
                file.line(words)
            };
            let texts = || {
                let sections = article.sections.iter();
                sections.filter_map(|section| section.texts.exact(*language))
            };
            // A number may be spread over sections.
            let mut all = String::new();
            for text in texts() {
                let parts = [text.title.as_str(), &text.body.numbered_text()];
                for part in parts {
                    all.push_str(part);
                    all.push(BLOCK_END);
                }
            }
            let mut told = HashSet::new();
            for stranger in context.phones.strangers(&all) {
                let words = &all[stranger.range.clone()];
                let line = line(words, &report);
                report_stranger(line, &all, &stranger, &mut report);
                told.insert(words.to_owned());
            }
            // Of a page that is divided all parts have the same file.
            let mut linked = others.remove(name.as_str()).unwrap_or_default();
            let mut leading: Vec<&str> = Vec::new();
            for text in texts() {
                linked.extend(phone::linked(text.body.source()).chain(text.body.links()));
                leading.extend(text.body.links().filter(|link| link.contains("://")));
            }
            let read = |link: &&&str| dialled::dialled(link).is_empty();
            for link in leading.iter().filter(read) {
                for stranger in context.phones.strangers(&without_spaces(link)) {
                    let line = line(link, &report);
                    report_stranger(line, link, &stranger, &mut report);
                }
            }
            let bare = context.domains.strange_in(&all).map(|(_, address)| address);
            for link in leading.into_iter().chain(bare) {
                if context.domains.is_strange(link) && told.insert(link.to_owned()) {
                    let line = line(link, &report);
                    context.check_address(line, link, &mut report);
                }
            }
            // What a link dials stands in the text mostly, too.
            for link in linked {
                for (number, stranger) in context.phones.strangers_dialled(link) {
                    let words = &number[stranger.range.clone()];
                    if told.insert(words.to_owned()) {
                        let line = line(words, &report);
                        report_stranger(line, &number, &stranger, &mut report);
                    }
                }
            }
            problems.extend(report.into_problems());
        }
    }
}

/// An address in which no plus stands for a space before digits, with as many characters.
fn without_spaces(address: &str) -> Cow<'_, str> {
    match address.split_once('?') {
        Some((page, query)) => Cow::Owned(format!("{page}?{}", query.replace('+', "_"))),
        None => Cow::Borrowed(address),
    }
}

/// The numbers in a guide's articles that readers could dial, the most frequent first.
pub(super) fn numbers_in(articles: &[super::Article], most: usize) -> Vec<String> {
    let sections = articles.iter().flat_map(|article| article.sections.iter());
    let texts = sections.flat_map(|section| section.texts.iter());
    let texts: Vec<String> = texts.map(|(_, text)| text.body.plain_text()).collect();
    phone::numbers_in(texts.iter().map(String::as_str), most)
}

/// Checks what one file says of another.
fn complete(
    header: Header,
    parts: Parts,
    articles: Vec<super::Article>,
    groups: Vec<super::Group>,
    digest: String,
    problems: &mut Vec<Problem>,
) -> Option<Guide> {
    let index = Index::new(&articles, header.article_ids());
    let desk_ids = parts.desks.desks.iter().filter_map(|desk| desk.id.clone());
    let desk_ids: Vec<String> = desk_ids.map(|id| id.value).collect();
    let find = |section: &At<String>, report: &mut Report| index.section(section, report);
    let desks = desks::desks(parts.desks, header.context(), find, problems);
    let known = advice::Known {
        languages: &header.context().languages,
        index: &index,
        articles: &articles,
        desks: &desks,
        desk_ids: &desk_ids,
    };
    let questionnaire = parts
        .advice
        .and_then(|raw| advice::advice(raw, &known, problems));
    let fraud_sections = header::fraud_sections(&header, &index, problems);
    let urgent = header::urgent(&header, &index, problems);
    let links = super::Links::new(&articles, |id| index.find(id).ok());
    drop(index);
    header.into_guide(Content {
        articles,
        groups,
        links,
        desks,
        glossary: parts.glossary,
        questionnaire,
        fraud_sections,
        urgent,
        digest,
    })
}

/// The guide as far as it is known without its articles; what is said of them is not looked at.
pub(super) fn without_articles(
    mut header: Header,
    mut desks: raw::Desks,
    problems: &mut Vec<Problem>,
) -> Option<Guide> {
    if !desks.desks.is_empty() {
        header.tell_zone(problems);
    }
    for desk in &mut desks.desks {
        desk.section = None;
    }
    let desks = desks::desks(desks, header.context(), |_, _| None, problems);
    header.name(None);
    header.into_guide(Content {
        desks,
        ..Content::default()
    })
}

/// What to say where a text lacks a language that the guide lists.
#[derive(Clone, Copy)]
enum Lack {
    Error,
    Warning,
}

/// A text per language, which should have all languages of the guide and no other.
fn localized(
    name: &str,
    texts: &At<Texts>,
    languages: &[Language],
    lack: Lack,
    report: &mut Report,
) -> Option<Localized<String>> {
    let mut known = Vec::new();
    for (code, text) in &texts.value {
        if code.value.is_empty() {
            known.extend(
                languages
                    .iter()
                    .map(|&language| (language, text.value.clone())),
            );
            continue;
        }
        match language(code, report) {
            Some(language) if !languages.contains(&language) => report.warning(
                code.line,
                &format!("`{name}` has a text in `{language}`, which the guide does not list"),
                "add it to `languages` in guide.yaml, or take the text out",
            ),
            Some(language) => known.push((language, text.value.clone())),
            None => {}
        }
    }
    for language in languages {
        if !known.iter().any(|(other, _)| other == language) {
            report_lack(name, *language, texts.line, lack, report);
        }
    }
    known.sort_by_key(|(language, _)| languages.iter().position(|other| other == language));
    Localized::new(known)
}

fn report_lack(name: &str, language: Language, line: usize, lack: Lack, report: &mut Report) {
    let what = format!("`{name}` has no text in `{language}`");
    match lack {
        Lack::Error => report.error(line, &what, &format!("add `{language}: …`")),
        Lack::Warning => {
            let help = format!("readers of `{language}` get another language: add `{language}: …`");
            report.warning(line, &what, &help);
        }
    }
}

fn language(code: &At<String>, report: &mut Report) -> Option<Language> {
    const HELP: &str = "write a tag of BCP 47, such as `ja`, `en`, `zh-Hans` or `ja-x-easy`";
    let (what, help) = match code.value.parse::<Language>() {
        Ok(language) if language.exists() => return Some(language),
        Ok(language) => (
            format!("the language {} is not known", quoted(&code.value)),
            meant(language).unwrap_or_else(|| HELP.to_owned()),
        ),
        Err(NoLanguage::Malformed) => (
            format!("{} is no tag of a language", quoted(&code.value)),
            HELP.to_owned(),
        ),
        Err(NoLanguage::TooLong) => (
            format!("the tag {} is too long", quoted(&code.value)),
            format!("use at most {MAX_TAG} characters"),
        ),
    };
    report.error(code.line, &what, &help);
    None
}

/// What whoever wrote the code of a country meant.
fn meant(country: Language) -> Option<String> {
    let language = match country.base().tag() {
        "cn" => "zh-Hans",
        "cz" => "cs",
        "dk" => "da",
        "gb" | "us" => "en",
        "gr" => "el",
        "jp" => "ja",
        "ua" => "uk",
        "vn" => "vi",
        _ => return None,
    };
    Some(format!("did you mean `{language}`?"))
}

/// The longest id: it becomes a file name, and stands in links.
const MAX_ID: usize = 64;

/// Reports an id that is not made of `a`–`z`, `0`–`9` and `-`. Article ids become file names, so this is also what
/// keeps a guide from naming files elsewhere.
fn check_id(of: &str, id: &str, line: usize, report: &mut Report) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !id.is_empty() && id.len() <= MAX_ID && id.chars().all(allowed);
    if !good {
        let what = format!("{of} cannot have the id {}", quoted(id));
        let help = format!("use only a–z, 0–9 and `-`, at most {MAX_ID} of them");
        report.error(line, &what, &help);
    }
    good
}

/// Reports everything that stands a second time, and keeps the first.
fn without_repeats(of: &str, items: Vec<At<String>>, report: &mut Report) -> Vec<At<String>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        if let Some(first) = seen.get(&item.value) {
            let what = format!(
                "{of} {} stands on line {first} already",
                quoted(&item.value)
            );
            report.error(item.line, &what, "keep one of them");
        } else {
            seen.insert(item.value.clone(), item.line);
            kept.push(item);
        }
    }
    kept
}
