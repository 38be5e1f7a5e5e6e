//! A small invented guide for the tests of this module.

use std::sync::Arc;

use super::searcher::Searcher;
use crate::guide::{Article, Body, Guide, Section, SectionText};
use crate::language::{Language, Localized};

/// A section's text in one language, with questions.
pub type Text = (
    Language,
    &'static str,
    &'static str,
    &'static [&'static str],
);

/// Of the guide, in its order.
pub const LANGUAGES: [Language; 2] = [Language::JA, Language::EN];

/// Articles with one section each: the id, and the texts.
pub fn guide(articles: &[(&str, &[Text])]) -> Arc<Guide> {
    let everywhere =
        |text: &str| Localized::new([(Language::JA, text.to_owned())]).expect("one language");
    let articles = articles.iter().map(|(id, texts)| Article {
        id: (*id).to_owned(),
        title: everywhere(id),
        summary: everywhere(id),
        group: None,
        date: None,
        is_listed: true,
        sections: vec![Section {
            id: "main".to_owned(),
            texts: Localized::new(texts.iter().map(section)).expect("at least one language"),
        }]
        .into(),
    });
    Arc::new(Guide {
        id: "test".to_owned(),
        title: everywhere("test"),
        languages: LANGUAGES.to_vec(),
        timezone: chrono_tz::Asia::Tokyo,
        as_of: None,
        official_numbers: Vec::new(),
        not_numbers: Vec::new(),
        official_domains: Vec::new(),
        fraud_sections: Vec::new(),
        never_tell: None,
        urgent: None,
        samples: None,
        provenance: crate::guide::Provenance::default(),
        articles: articles.collect(),
        groups: Vec::new(),
        links: crate::guide::Links::default().into(),
        checklists: Vec::new(),
        desks: Vec::new(),
        glossary: Vec::new().into(),
        questionnaire: None,
        digest: "test".to_owned(),
    })
}

fn section(&(language, title, markdown, questions): &Text) -> (Language, SectionText) {
    let text = SectionText {
        title: title.to_owned(),
        path: Vec::new(),
        body: Body::parse(markdown).into(),
        questions: questions
            .iter()
            .map(|&question| question.to_owned())
            .collect(),
        keywords: Vec::new(),
    };
    (language, text)
}

/// A guide about a bicycle rental: in both languages, but for one section in each.
pub fn bicycles() -> Arc<Guide> {
    guide(&[
        (
            "rent",
            &[
                (
                    Language::JA,
                    "自転車を借りる",
                    "受付で鍵を受け取ります。料金は1時間200円です。",
                    &["借り方を教えて"],
                ),
                (
                    Language::EN,
                    "Rent a bicycle",
                    "Get a key at the counter. It costs 200 yen an hour.",
                    &["How do I hire a bike?"],
                ),
            ],
        ),
        (
            "return",
            &[
                (
                    Language::JA,
                    "返却と延長",
                    "鍵を受付に返却します。延長は電話0120-000-123で。",
                    &["返すのが遅れそう"],
                ),
                (
                    Language::EN,
                    "Return or extend",
                    "Bring the key back. To extend, call 0120-000-123.",
                    &["I am running late"],
                ),
            ],
        ),
        (
            "lost",
            &[(
                Language::JA,
                "鍵をなくした",
                "すぐに受付へ連絡してください。弁償は2,000円です。",
                &["鍵が見つからない"],
            )],
        ),
        (
            "helmet",
            &[(
                Language::EN,
                "Helmets",
                "Helmets are lent for free. Children must wear one.",
                &["Is there a helmet?"],
            )],
        ),
    ])
}

pub fn searcher(guide: &Arc<Guide>) -> Searcher {
    Searcher::in_memory(Arc::clone(guide))
}
