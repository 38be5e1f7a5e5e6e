//! Invented guides that are nothing but articles, as other people's folders are.

use madoguchi::guide::{Article, Body, Group, Guide, Links, Provenance, Section, SectionText};
use madoguchi::language::{Language, Localized};

/// A section: the headings above it, its title, its text.
pub type Part<'a> = (&'a [&'a str], &'a str, &'a str);

/// A guide in one language. Groups have a title and the group they are in; articles a title, their group, and sections.
/// Ids are the titles.
pub fn manual(
    language: Language,
    groups: &[(&str, Option<usize>)],
    articles: &[(&str, Option<usize>, &[Part<'_>])],
) -> Guide {
    let said = |text: &str| Localized::new([(language, text.to_owned())]).expect("one language");
    let section = |(path, title, text): &Part<'_>| Section {
        id: (*title).to_owned(),
        texts: Localized::new([(
            language,
            SectionText {
                title: (*title).to_owned(),
                path: path.iter().map(|&title| title.to_owned()).collect(),
                body: Body::parse(text).into(),
                questions: Vec::new(),
                keywords: Vec::new(),
            },
        )])
        .expect("one language"),
    };
    Guide {
        id: "manual".to_owned(),
        title: said("Manual"),
        languages: vec![language],
        timezone: chrono_tz::UTC,
        as_of: None,
        official_numbers: Vec::new(),
        not_numbers: Vec::new(),
        official_domains: Vec::new(),
        fraud_sections: Vec::new(),
        never_tell: None,
        urgent: None,
        samples: None,
        provenance: Provenance::default(),
        articles: articles
            .iter()
            .map(|(title, group, sections)| Article {
                id: (*title).to_owned(),
                title: said(title),
                summary: said(""),
                group: *group,
                date: None,
                is_listed: true,
                sections: sections.iter().map(section).collect::<Vec<_>>().into(),
            })
            .collect(),
        groups: groups
            .iter()
            .map(|(title, parent)| Group {
                title: said(title),
                parent: *parent,
            })
            .collect(),
        links: Links::default().into(),
        checklists: Vec::new(),
        desks: Vec::new(),
        glossary: Vec::new().into(),
        questionnaire: None,
        digest: "manual".to_owned(),
    }
}
