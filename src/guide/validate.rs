//! From raw shapes to a guide that cannot be wrong, and every problem on the way.

use std::collections::BTreeMap;

use super::{Article, Guide, Problem, Section, SectionText, Severity, Term, raw};
use crate::desk::{Availability, Contact, ContactKind, Desk, Hours};
use crate::language::{Language, Localized};
use crate::text::clean::clean;

type Read<'a> = dyn Fn(&str) -> Result<Vec<u8>, Problem> + 'a;

pub(super) fn guide(read: &Read<'_>) -> Result<Guide, Problem> {
    let mut hasher = blake3::Hasher::new();
    let manifest: raw::Manifest = yaml("guide.yaml", read, &mut hasher)?;
    let desks: raw::Desks = yaml("desks.yaml", read, &mut hasher)?;
    let glossary: raw::Glossary = yaml("glossary.yaml", read, &mut hasher)?;
    let languages: Vec<Language> = manifest
        .languages
        .iter()
        .filter_map(|l| l.parse().ok())
        .collect();
    let mut articles = Vec::new();
    for id in &manifest.articles {
        articles.push(article(id, &languages, read, &mut hasher)?);
    }
    let bad = |what: &str| problem("guide.yaml", what);
    let mut guide = Guide {
        id: manifest.id,
        title: localized(&manifest.title).ok_or_else(|| bad("title"))?,
        languages,
        timezone: manifest.timezone.parse().map_err(|_| bad("timezone"))?,
        as_of: manifest.as_of.parse().map_err(|_| bad("as_of"))?,
        official_numbers: manifest.official_numbers,
        articles,
        desks: Vec::new(),
        glossary: glossary.terms.into_iter().map(term).collect(),
        digest: String::new(),
    };
    for raw in desks.desks {
        let desk = desk(raw, &guide)?;
        guide.desks.push(desk);
    }
    guide.digest = hasher.finalize().to_hex().to_string();
    Ok(guide)
}

fn yaml<T: serde::de::DeserializeOwned>(
    file: &str,
    read: &Read<'_>,
    hasher: &mut blake3::Hasher,
) -> Result<T, Problem> {
    parse(file, &text(file, read, hasher)?)
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, yaml: &str) -> Result<T, Problem> {
    serde_yaml::from_str(yaml).map_err(|error| problem(file, &error.to_string()))
}

fn text(file: &str, read: &Read<'_>, hasher: &mut blake3::Hasher) -> Result<String, Problem> {
    let bytes = read(file)?;
    hasher.update(file.as_bytes()).update(&bytes);
    let text = String::from_utf8(bytes).map_err(|_| problem(file, "is not UTF-8"))?;
    Ok(crate::text::clean::clean_source(&text).into_owned())
}

fn problem(file: &str, what: &str) -> Problem {
    Problem {
        severity: Severity::Error,
        file: file.into(),
        line: None,
        what: clean(what).into_owned(),
        help: String::new(),
    }
}

fn article(
    id: &str,
    languages: &[Language],
    read: &Read<'_>,
    hasher: &mut blake3::Hasher,
) -> Result<Article, Problem> {
    let mut titles = Vec::new();
    let mut summaries = Vec::new();
    let mut sections: Vec<(String, Vec<(Language, SectionText)>)> = Vec::new();
    for &language in languages {
        let file = format!("{language}/{id}.md");
        let text = text(&file, read, hasher)?;
        let (front, body) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .ok_or_else(|| problem(&file, "front matter"))?;
        let front: raw::FrontMatter = parse(&file, front)?;
        for (section, mut text) in split(body) {
            let words = front.sections.get(&section).cloned().unwrap_or_default();
            text.questions = words.questions;
            text.keywords = words.keywords;
            match sections.iter_mut().find(|(known, _)| *known == section) {
                Some((_, texts)) => texts.push((language, text)),
                None => sections.push((section, vec![(language, text)])),
            }
        }
        titles.push((language, front.title));
        summaries.push((language, front.summary));
    }
    let none = || problem(id, "exists in no language");
    Ok(Article {
        id: id.to_owned(),
        title: Localized::new(titles).ok_or_else(none)?,
        summary: Localized::new(summaries).ok_or_else(none)?,
        sections: sections
            .into_iter()
            .filter_map(|(id, texts)| {
                Some(Section {
                    id,
                    texts: Localized::new(texts)?,
                })
            })
            .collect(),
    })
}

fn split(body: &str) -> Vec<(String, SectionText)> {
    let parts = format!("\n{body}");
    let sections = parts.split("\n## ").skip(1);
    sections
        .filter_map(|part| {
            let (heading, markdown) = part.split_once('\n').unwrap_or((part, ""));
            let (title, id) = heading.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
            let text = SectionText {
                title: title.trim().to_owned(),
                markdown: clean(markdown.trim_matches('\n')).into_owned(),
                questions: Vec::new(),
                keywords: Vec::new(),
            };
            Some((id.to_owned(), text))
        })
        .collect()
}

fn localized(map: &BTreeMap<String, String>) -> Option<Localized<String>> {
    Localized::new(
        map.iter()
            .filter_map(|(l, text)| Some((l.parse().ok()?, text.clone()))),
    )
}

fn term(raw: raw::Term) -> Term {
    Term {
        term: raw.term,
        reading: raw.reading,
        synonyms: raw.synonyms,
        english: raw.english,
    }
}

fn desk(raw: raw::Desk, guide: &Guide) -> Result<Desk, Problem> {
    let bad = |what: &str| problem("desks.yaml", what);
    let availability = match (raw.hours, raw.availability.as_deref()) {
        (Some(hours), None) => Availability::Hours(
            hours
                .iter()
                .map(|(l, h)| {
                    Ok((
                        l.parse().map_err(|_| bad(l))?,
                        Hours::parse(h).map_err(|e| bad(&e))?,
                    ))
                })
                .collect::<Result<_, Problem>>()?,
        ),
        (None, Some("not-offered")) => Availability::NotOffered,
        _ => Availability::Unknown,
    };
    Ok(Desk {
        id: raw.id,
        name: localized(&raw.name).ok_or_else(|| bad("name"))?,
        section: guide.find(&raw.section).ok_or_else(|| bad("section"))?,
        contacts: raw
            .contacts
            .into_iter()
            .filter_map(|c| contact(c, guide))
            .collect(),
        availability,
        self_service: raw.self_service,
        note: raw.note.as_ref().and_then(localized),
    })
}

fn contact(raw: raw::Contact, guide: &Guide) -> Option<Contact> {
    let kind = match raw.kind.as_str() {
        "phone" => ContactKind::Phone,
        "app" => ContactKind::App,
        "web" => ContactKind::Web,
        _ => ContactKind::Place,
    };
    let value = match raw.value {
        raw::Words::Localized(map) => localized(&map)?,
        raw::Words::Same(text) => {
            Localized::new(guide.languages.iter().map(|&l| (l, text.clone())))?
        }
    };
    Some(Contact { kind, value })
}
