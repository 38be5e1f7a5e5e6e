//! The shapes of the YAML files, as serde sees them. Nothing outside `guide` may use them.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    #[serde(rename = "schema")]
    pub _schema: u32,
    pub id: String,
    pub title: BTreeMap<String, String>,
    pub languages: Vec<String>,
    pub timezone: String,
    pub as_of: String,
    pub official_numbers: Vec<String>,
    pub articles: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrontMatter {
    pub title: String,
    pub summary: String,
    #[serde(default)]
    pub sections: BTreeMap<String, SectionWords>,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionWords {
    #[serde(default)]
    pub questions: Vec<String>,
    #[serde(default)]
    pub keywords: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Desks {
    pub desks: Vec<Desk>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Desk {
    pub id: String,
    pub name: BTreeMap<String, String>,
    pub section: String,
    pub contacts: Vec<Contact>,
    pub hours: Option<BTreeMap<String, String>>,
    pub availability: Option<String>,
    #[serde(default)]
    pub self_service: bool,
    pub note: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub kind: String,
    pub value: Words,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Words {
    Same(String),
    Localized(BTreeMap<String, String>),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Glossary {
    pub terms: Vec<Term>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    pub term: String,
    pub reading: Option<String>,
    #[serde(default)]
    pub synonyms: Vec<String>,
    #[serde(default)]
    pub english: Vec<String>,
}
