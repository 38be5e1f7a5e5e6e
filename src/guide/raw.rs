//! The shapes of the YAML files, before anything is known of whether their values make sense. Nothing outside `guide`
//! may use them.
//!
//! Not serde's derive: it stops at the first field that does not fit, and an author wants to hear of all of them.

mod advice;

use super::problem::Report;
use super::yaml::{At, Fields, Node, Texts, Value, text};

pub(super) use advice::{Advice, Answer, Lead, Outcome, Question};

/// `guide.yaml`. What is missing or of the wrong shape has been reported, and is empty here.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub schema: Option<At<String>>,
    pub id: Option<At<String>>,
    pub title: Option<At<Texts>>,
    pub languages: Vec<At<String>>,
    pub timezone: Option<At<String>>,
    pub as_of: Option<At<String>>,
    pub official_numbers: Vec<At<String>>,
    /// Official numbers are given, even if there is none.
    pub is_strict: bool,
    pub not_numbers: Vec<At<String>>,
    pub official_domains: Vec<At<String>>,
    pub fraud_sections: Vec<At<String>>,
    pub never_tell: Option<At<Texts>>,
    pub urgent: Option<At<String>>,
    pub samples: Vec<(At<String>, Vec<At<String>>)>,
    pub official: Option<bool>,
    pub licence: Option<At<String>>,
    pub articles: Vec<At<String>>,
}

impl Manifest {
    const FIELDS: [&str; 16] = [
        "schema",
        "id",
        "title",
        "languages",
        "timezone",
        "as_of",
        "official_numbers",
        "not_numbers",
        "official_domains",
        "fraud_sections",
        "never_tell",
        "urgent",
        "samples",
        "official",
        "licence",
        "articles",
    ];

    /// That of a guide whose author wrote all of it.
    pub(super) fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new("guide.yaml", node, &Self::FIELDS, report)?;
        for name in ["schema", "id", "title", "languages", "timezone", "articles"] {
            fields.required(name, report);
        }
        Some(Self::of(&fields, report))
    }

    /// That of a folder in which nothing is needed.
    pub(super) fn read_some(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new("guide.yaml", node, &Self::FIELDS, report)?;
        Some(Self::of(&fields, report))
    }

    fn of(fields: &Fields<'_>, report: &mut Report) -> Self {
        Self {
            schema: fields.get("schema").and_then(|node| number(node, report)),
            id: fields.text("id", report),
            title: fields.texts("title", report),
            languages: fields.list("languages", report),
            timezone: fields.text("timezone", report),
            as_of: fields.text("as_of", report),
            official_numbers: fields.list("official_numbers", report),
            is_strict: fields.get("official_numbers").is_some(),
            not_numbers: fields.list("not_numbers", report),
            official_domains: fields.list("official_domains", report),
            fraud_sections: fields.list("fraud_sections", report),
            never_tell: fields.texts("never_tell", report),
            urgent: fields.text("urgent", report),
            samples: fields.lists("samples", report),
            official: fields
                .get("official")
                .map(|_| fields.flag("official", report)),
            licence: fields.text("licence", report),
            articles: fields.list("articles", report),
        }
    }
}

/// The front matter of an article.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub title: Option<At<String>>,
    pub summary: Option<At<String>>,
    pub sections: Vec<(At<String>, Words)>,
}

/// How people ask for a section.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub questions: Vec<String>,
    pub keywords: Vec<String>,
}

impl FrontMatter {
    pub(super) fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new(
            "the front matter",
            node,
            &["title", "summary", "sections"],
            report,
        )?;
        Some(Self {
            title: fields.required_text("title", report),
            summary: fields.text("summary", report),
            sections: fields
                .get("sections")
                .map_or_else(Vec::new, |node| sections(node, report)),
        })
    }
}

fn sections(node: &Node, report: &mut Report) -> Vec<(At<String>, Words)> {
    if !matches!(node.value, Value::Map(_)) {
        let help =
            "write the sections' ids below each other, each with `questions:` or `keywords:`";
        report.error(node.line, "`sections` should be a map of section ids", help);
    }
    let entries = node.entries().iter();
    entries
        .map(|(id, node)| (id.clone(), words(node, report)))
        .collect()
}

fn words(node: &Node, report: &mut Report) -> Words {
    if matches!(node.value, Value::Null) {
        return Words::default();
    }
    let values = |list: Vec<At<String>>| list.into_iter().map(|text| text.value).collect();
    let fields = Fields::new(
        "a section of the front matter",
        node,
        &["questions", "keywords"],
        report,
    );
    fields.map_or_else(Words::default, |fields| Words {
        questions: values(fields.list("questions", report)),
        keywords: values(fields.list("keywords", report)),
    })
}

/// An entry of `desks.yaml`.
#[derive(Debug)]
pub(super) struct Desk {
    pub line: usize,
    pub id: Option<At<String>>,
    pub name: Option<At<Texts>>,
    pub section: Option<At<String>>,
    pub contacts: Vec<Contact>,
    pub hours: Option<At<Texts>>,
    pub availability: Option<At<String>>,
    pub self_service: bool,
    pub note: Option<At<Texts>>,
}

/// A way to a desk.
#[derive(Debug)]
pub(super) struct Contact {
    pub kind: At<String>,
    pub value: ContactValue,
}

/// What a contact says.
#[derive(Debug)]
pub(super) enum ContactValue {
    /// The same in every language.
    Same(At<String>),
    PerLanguage(At<Texts>),
}

/// `desks.yaml`.
#[derive(Debug, Default)]
pub(super) struct Desks {
    pub desks: Vec<Desk>,
    /// The days that `PH` means in their hours.
    pub holidays: Vec<At<String>>,
}

impl Desks {
    pub(super) fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new("desks.yaml", node, &["desks", "holidays"], report)?;
        fields.required("desks", report)?;
        let nodes = fields.nodes("desks", report).iter();
        Some(Self {
            desks: nodes.filter_map(|node| Desk::read(node, report)).collect(),
            holidays: fields.list("holidays", report),
        })
    }
}

impl Desk {
    const FIELDS: [&str; 8] = [
        "id",
        "name",
        "section",
        "contacts",
        "hours",
        "availability",
        "self_service",
        "note",
    ];

    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new("a desk", node, &Self::FIELDS, report)?;
        let contacts = fields.nodes("contacts", report).iter();
        Some(Self {
            line: node.line,
            id: fields.required_text("id", report),
            name: fields
                .required("name", report)
                .and_then(|_| fields.texts("name", report)),
            section: fields.text("section", report),
            contacts: contacts.filter_map(|node| contact(node, report)).collect(),
            hours: fields.texts("hours", report),
            availability: fields.text("availability", report),
            self_service: fields.flag("self_service", report),
            note: fields.texts("note", report),
        })
    }
}

fn contact(node: &Node, report: &mut Report) -> Option<Contact> {
    let fields = Fields::new("a contact", node, &["kind", "value"], report)?;
    let kind = fields.required_text("kind", report);
    let value = fields.required("value", report)?;
    let value = match value.value {
        Value::Map(_) => ContactValue::PerLanguage(fields.texts("value", report)?),
        _ => ContactValue::Same(text(value, "value", report)?),
    };
    Some(Contact { kind: kind?, value })
}

/// An entry of `glossary.yaml`.
#[derive(Debug)]
pub(super) struct Term {
    pub word: At<String>,
    pub reading: Option<At<String>>,
    pub synonyms: Vec<At<String>>,
    pub english: Vec<At<String>>,
}

impl Term {
    /// All terms of `glossary.yaml`.
    pub(super) fn read_all(node: &Node, report: &mut Report) -> Option<Vec<Self>> {
        let fields = Fields::new("glossary.yaml", node, &["terms"], report)?;
        fields.required("terms", report)?;
        let nodes = fields.nodes("terms", report).iter();
        Some(nodes.filter_map(|node| Self::read(node, report)).collect())
    }

    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fields = Fields::new(
            "a term",
            node,
            &["term", "reading", "synonyms", "english"],
            report,
        )?;
        Some(Self {
            word: fields.required_text("term", report)?,
            reading: fields.text("reading", report),
            synonyms: fields.list("synonyms", report),
            english: fields.list("english", report),
        })
    }
}

/// An entry of `queries.yaml`. What is missing or of the wrong shape has been reported, and is empty here; only
/// `language` may be left out.
#[derive(Debug)]
pub(super) struct Query {
    pub line: usize,
    pub class: Option<At<String>>,
    pub language: Option<At<String>>,
    /// May be empty: logs have such.
    pub text: Option<At<String>>,
    /// How well each of them answers; 1 where the file does not say.
    pub sections: Vec<(At<String>, u8)>,
}

impl Query {
    /// All queries of `queries.yaml`; at least one.
    pub(super) fn read_all(node: &Node, report: &mut Report) -> Option<Vec<Self>> {
        let fields = Fields::new("queries.yaml", node, &["queries"], report)?;
        fields.required("queries", report)?;
        let nodes = fields.nodes("queries", report);
        if nodes.is_empty() {
            report.error(
                fields.line("queries"),
                "there is no query",
                "add one: `- { class: kanji, query: \"…\", sections: [article#section] }`",
            );
        }
        let nodes = nodes.iter();
        Some(nodes.filter_map(|node| Self::read(node, report)).collect())
    }

    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let names = ["class", "language", "query", "sections"];
        let fields = Fields::new("a query", node, &names, report)?;
        let sections = graded(&fields, report);
        let is_empty = |node: &&Node| match &node.value {
            Value::Text(text) => text.trim().is_empty(),
            value => matches!(value, Value::Null),
        };
        let text = match fields.get("query").filter(is_empty) {
            Some(empty) => Some(At {
                line: empty.line,
                value: String::new(),
            }),
            None => fields.required_text("query", report),
        };
        Some(Self {
            line: node.line,
            class: fields.text("class", report),
            language: fields.text("language", report),
            text,
            sections,
        })
    }
}

/// The sections that answer a query: a list, or a map with how well each of them does.
fn graded(fields: &Fields<'_>, report: &mut Report) -> Vec<(At<String>, u8)> {
    let Some(node) = fields.required("sections", report) else {
        return Vec::new();
    };
    let found: Vec<_> = if let Value::Map(entries) = &node.value {
        let graded = entries
            .iter()
            .filter_map(|(id, grade)| Some((id.clone(), self::grade(grade, report)?)));
        graded.collect()
    } else {
        let list = fields.list("sections", report).into_iter();
        list.map(|id| (id, 1)).collect()
    };
    let is_empty = node.items().is_empty() && node.entries().is_empty();
    if is_empty && matches!(node.value, Value::List(_) | Value::Map(_)) {
        report.error(
            node.line,
            "`sections` is empty",
            "name the sections that answer the query, the best first",
        );
    }
    found
}

/// How well a section answers: from 1, a little, to 9.
fn grade(node: &Node, report: &mut Report) -> Option<u8> {
    let grade = match &node.value {
        Value::Number(number) => number.parse().ok().filter(|grade| (1..=9).contains(grade)),
        _ => None,
    };
    if grade.is_none() {
        report.error(
            node.line,
            "a grade should be a number from 1 to 9",
            "write `article#section: 1` for what answers a little, 2 and more for what answers better",
        );
    }
    grade
}

fn number(node: &Node, report: &mut Report) -> Option<At<String>> {
    if let Value::Number(number) = &node.value {
        return Some(At {
            line: node.line,
            value: number.clone(),
        });
    }
    report.error(
        node.line,
        "`schema` should be a number",
        "write `schema: 1`",
    );
    None
}
