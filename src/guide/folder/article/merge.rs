//! Pages with all their languages → articles, and their links.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Draft, LARGE, PIECES_OF_SECTION, Page, has_name, one_line, title};
use crate::guide::folder::front;
use crate::guide::folder::links::{BY_NAME, Links, Target, is_named};
use crate::guide::folder::lost::{Lost, in_brackets};
use crate::guide::folder::names::{is_index, without_ending};
use crate::guide::markdown::Lead;
use crate::guide::markdown::divide::cost;
use crate::guide::{self, Problem, SectionText};
use crate::language::{Language, Localized};

/// An article, with what still has to be known to lead its links.
pub(in crate::guide::folder) struct Merged {
    id: String,
    /// It is the index of the whole, and its title a name for that.
    pub names_all: bool,
    pub title: Localized<String>,
    summary: Localized<String>,
    date: Option<NaiveDate>,
    sections: Vec<guide::Section>,
    /// In which part of the article each section stands, where there are several.
    parts: HashMap<String, usize>,
    pub files: Vec<(Language, String)>,
}

/// Makes articles. `labels` is what tables of contents call pages.
pub(in crate::guide::folder) fn merge(
    pages: Vec<Page>,
    name: &str,
    labels: &HashMap<usize, String>,
) -> Vec<Merged> {
    let merged = pages.into_iter().enumerate();
    merged
        .filter_map(|(at, page)| merge_one(page, name, labels.get(&at)))
        .collect()
}

fn merge_one(page: Page, name: &str, label: Option<&String>) -> Option<Merged> {
    let titles: Vec<(Language, String)> = page
        .drafts
        .iter()
        .map(|draft| (draft.language, title(draft, name, label)))
        .collect();
    let summaries = page.drafts.iter().map(|draft| {
        let summary = draft.front.summary.as_deref().map(one_line);
        (draft.language, summary.unwrap_or_default())
    });
    let summary = Localized::new(summaries)?;
    let date = page.drafts.iter().find_map(Draft::date);
    let names_all = is_index(without_ending(&page.path)) && names_all(page.drafts.first()?, name);
    let files = page
        .drafts
        .iter()
        .map(|draft| (draft.language, draft.file.clone()));
    let files = files.collect();
    let mut texts: Vec<Vec<Option<SectionText>>> = Vec::new();
    for (draft, (_, title)) in page.drafts.into_iter().zip(&titles) {
        texts.push(section_texts(draft, title));
    }
    let sections = page.order.into_iter().filter_map(|(id, places)| {
        let texts = places.iter().zip(&mut texts).zip(&titles).filter_map(
            |((place, texts), (language, _))| Some((*language, texts.get_mut((*place)?)?.take()?)),
        );
        Some(guide::Section {
            id,
            texts: Localized::new(texts)?,
        })
    });
    let sections: Vec<guide::Section> = sections.collect();
    Some(Merged {
        names_all,
        id: page.id,
        parts: parts(&sections),
        title: Localized::new(titles)?,
        summary,
        date,
        sections,
        files,
    })
}

/// Whether the title of the index of the whole is a name for that, which is called `name` otherwise: it leads its file, or has
/// that name in it. A heading further down is one of a part, and some only say that this is an index.
fn names_all(draft: &Draft, name: &str) -> bool {
    let title = draft.front.title.as_ref().or(draft.title.as_ref());
    title.is_some_and(|title| {
        !is_index(title.trim())
            && (draft.front.title.is_some() || draft.is_led || has_name(title, name))
    })
}

/// The sections of a file, with the words that its front matter has for them.
fn section_texts(draft: Draft, title: &str) -> Vec<Option<SectionText>> {
    let Draft {
        front,
        title: heading,
        sections,
        ..
    } = draft;
    // The text before the first section goes by the heading above it, where that says something else than the title.
    let lead = heading.as_deref().map(one_line);
    let mut words: HashMap<String, front::Words> = front.sections.into_iter().collect();
    let mut keywords = front.keywords;
    let texts = sections.into_iter().enumerate().map(|(at, section)| {
        let mut own = words.remove(&section.id).unwrap_or_default();
        if at == 0 {
            own.keywords.append(&mut keywords);
            own.keywords.extend(
                lead.clone()
                    .filter(|lead| section.title.is_some() && lead != title),
            );
        }
        let own_title = section.title.as_deref().map(one_line);
        Some(SectionText {
            title: own_title
                .or_else(|| lead.clone())
                .unwrap_or_else(|| title.to_owned()),
            path: section.path,
            body: section.body.into(),
            questions: own.questions.iter().map(|text| one_line(text)).collect(),
            keywords: own.keywords.iter().map(|text| one_line(text)).collect(),
        })
    });
    texts.collect()
}

/// In which part each section stands, where an article is too large for one.
fn parts(sections: &[guide::Section]) -> HashMap<String, usize> {
    let size = |section: &guide::Section| {
        let bodies = section.texts.iter().map(|(_, text)| &text.body);
        let sizes = bodies.map(|body| cost(body.len(), body.pieces() + PIECES_OF_SECTION));
        sizes.max().unwrap_or(0)
    };
    let total: usize = sections.iter().map(size).sum();
    if total <= LARGE {
        return HashMap::new();
    }
    let (mut part, mut filled) = (0, 0);
    let parts = sections.iter().map(|section| {
        let size = size(section);
        if filled > 0 && filled + size > LARGE {
            part += 1;
            filled = 0;
        }
        filled += size;
        (section.id.clone(), part)
    });
    parts.collect()
}

/// The id of a part of an article.
fn part_id(id: &str, part: usize) -> String {
    match part {
        0 => id.to_owned(),
        part => format!("{id}~part{}", part + 1),
    }
}

impl Merged {
    /// What links name a section of it by.
    fn address(&self, section: Option<&str>) -> String {
        let part = section.and_then(|section| self.parts.get(section)).copied();
        let article = part_id(&self.id, part.unwrap_or(0));
        match section {
            Some(section) => format!("{article}#{section}"),
            None => article,
        }
    }

    /// What it is called, or one of its sections.
    fn name(&self, section: Option<&str>, language: Language) -> Option<String> {
        let named = section.and_then(|id| self.sections.iter().find(|section| section.id == id));
        let of_section = named.and_then(|section| section.texts.exact(language));
        let title = of_section.map(|text| text.title.clone());
        title.or_else(|| Some(self.title.text(language).clone()))
    }

    /// The titles of its sections by their ids, if one of its links goes by what it leads to.
    fn own_names(&self, language: Language) -> HashMap<String, String> {
        let texts = || {
            let sections = self.sections.iter();
            sections.filter_map(|section| Some((&section.id, section.texts.exact(language)?)))
        };
        if !texts().any(|(_, text)| text.body.links().any(is_named)) {
            return HashMap::new();
        }
        let names = texts().map(|(id, text)| (id.clone(), text.title.clone()));
        names.collect()
    }

    /// As an article of the guide, or several.
    pub fn into_articles(self, group: Option<usize>, is_listed: bool) -> Vec<guide::Article> {
        let count = self.parts.values().max().map_or(1, |last| last + 1);
        let mut parts: Vec<Vec<guide::Section>> = Vec::new();
        parts.resize_with(count, Vec::new);
        for section in self.sections {
            let part = self.parts.get(&section.id).copied().unwrap_or(0);
            parts[part].push(section);
        }
        let named = |part: usize, title: &String| match count {
            1 => title.clone(),
            count => format!("{title} ({}/{count})", part + 1),
        };
        let articles = parts.into_iter().enumerate().map(|(part, sections)| {
            let title = self.title.iter();
            let title = title.map(|(language, title)| (language, named(part, title)));
            guide::Article {
                id: part_id(&self.id, part),
                title: Localized::new(title).unwrap_or_else(|| self.title.clone()),
                summary: self.summary.clone(),
                group,
                date: self.date,
                is_listed,
                sections: sections.into(),
            }
        });
        articles.collect()
    }
}

/// Leads every link to where it means; those that lead nowhere become text, and are told.
/// `text` has what a file says, where its lines are those of the text, `is_there` knows what else is in the folder. Gives also the
/// addresses with digits that nobody can follow here, each with its file: they may dial something.
pub(in crate::guide::folder) fn connect<'t>(
    merged: &mut [Merged],
    links: &Links<'_>,
    text: &dyn Fn(&str) -> Option<&'t str>,
    is_there: &dyn Fn(&str) -> bool,
) -> (Vec<Problem>, Vec<(String, String)>) {
    let mut lost = Lost::default();
    let mut elsewhere = Vec::new();
    let is_single = merged.len() == 1;
    let has_names = links_by_name(merged, links);
    for at in 0..merged.len() {
        let files = merged[at].files.clone();
        for (file, (language, name)) in files.iter().enumerate() {
            let own = merged[at].own_names(*language);
            let mut sections = std::mem::take(&mut merged[at].sections);
            for section in &mut sections {
                let Some(text) = section.texts.exact_mut(*language) else {
                    continue;
                };
                let merged = &merged;
                let lead = |link: &str| match links.target(at, file, link) {
                    Target::Page(page, section) => {
                        let name = || match (&section, page == at) {
                            (Some(section), true) => own.get(section).cloned(),
                            _ => merged[page].name(section.as_deref(), *language),
                        };
                        Lead {
                            target: Some(merged[page].address(section.as_deref())),
                            words: if is_named(link) {
                                name()
                            } else {
                                links.words_before(at, file, link).map(str::to_owned)
                            },
                        }
                    }
                    Target::Web(address) => Lead {
                        target: Some(address),
                        words: None,
                    },
                    Target::Elsewhere => {
                        if link.contains(|c: char| c.is_ascii_digit()) {
                            elsewhere.push((name.clone(), link.to_owned()));
                        }
                        Lead::default()
                    }
                    Target::Lost => {
                        let brackets = only_name(link).filter(|_| !has_names);
                        // What stands beside a single file is not looked at.
                        if brackets.is_none() && !is_single {
                            lost.add(name, link);
                        }
                        Lead {
                            target: None,
                            words: brackets.map(in_brackets),
                        }
                    }
                };
                text.body.change(|body| body.map_links(lead));
            }
            merged[at].sections = sections;
        }
    }
    (lost.into_problems(text, is_there), elsewhere)
}

/// Whether any link by name leads to a page. Where none does, nobody writes such links, and double brackets are what they are
/// to everybody else: `[[Prototype]]`.
fn links_by_name(merged: &[Merged], links: &Links<'_>) -> bool {
    let leads = |at: usize, file: usize, link: &str| {
        link.starts_with(BY_NAME) && matches!(links.target(at, file, link), Target::Page(..))
    };
    merged.iter().enumerate().any(|(at, page)| {
        let mut files = page.files.iter().enumerate();
        files.any(|(file, (language, _))| {
            let texts = page.sections.iter();
            let mut texts = texts.filter_map(|section| section.texts.exact(*language));
            texts.any(|text| text.body.links().any(|link| leads(at, file, link)))
        })
    })
}

/// The name of a page, if a link is that and has no other words.
fn only_name(link: &str) -> Option<&str> {
    let name = link.strip_prefix(BY_NAME)?;
    (!name.contains(['|', '#'])).then_some(name)
}
