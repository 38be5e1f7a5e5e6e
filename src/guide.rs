//! The guide: what there is to read, and who can be turned to.
//!
//! A [`Guide`] is only made by [`load()`], from files that were checked; whoever holds one need not check again. It
//! knows nothing of searching, of time or of the screen.

pub mod checklist;
mod contact;
mod decode;
mod desk;
mod dialect;
pub mod exchange;
mod folder;
mod frontmatter;
mod groups;
pub mod kept;
mod late;
pub mod limits;
mod literal;
pub mod load;
pub mod markdown;
mod parts;
pub(crate) mod problem;
pub mod questionnaire;
mod raw;
mod related;
mod signs;
mod trail;
mod validate;
pub(crate) mod yaml;

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::language::{Language, Localized};
use crate::trust::Issue;

pub use contact::{Contact, ContactKind};
pub use desk::{Availability, Desk};
pub(crate) use folder::is_markdown;
pub use late::{Bytes, Kept, Late, LateList};
pub(crate) use load::{MAX_FILES, is_hidden_setting, is_hidden_settings_folder, settings_folders};
pub use load::{Source, load};
pub use markdown::{Block, Body, Inline};
pub use parts::Part;
pub use problem::{Problem, Severity};
pub use questionnaire::Questionnaire;
pub use related::Links;
pub(crate) use validate::near::nearest;

/// A checked guide.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Guide {
    /// Short name for machines, from `guide.yaml`.
    pub id: String,
    pub title: Localized<String>,
    /// The languages it is written in; the first is the default. Never empty.
    pub languages: Vec<Language>,
    /// The zone in which its hours are meant.
    pub timezone: Tz,
    /// The day the facts stand for, if it says so; the guide cannot check itself.
    pub as_of: Option<NaiveDate>,
    /// The only telephone numbers that may appear anywhere in it, as written there.
    pub official_numbers: Vec<String>,
    /// What looks like a telephone number in it, and is none.
    pub not_numbers: Vec<String>,
    /// The domains under which its web addresses lead, in lower case. Empty where it names none.
    pub official_domains: Vec<String>,
    /// What it says of fraud, for whoever doubts a number or an address; the most important first.
    pub fraud_sections: Vec<SectionRef>,
    /// What nobody should ever be told, in a few words: it stands on every checklist.
    pub never_tell: Option<Localized<String>>,
    /// The article that stands first among the topics, for who cannot wait.
    pub urgent: Option<usize>,
    /// What its readers ask, to be tried: a few questions.
    pub samples: Option<Localized<Vec<String>>>,
    pub provenance: Provenance,
    /// In reading order.
    pub articles: Vec<Article>,
    /// What the articles are sorted into, in the order of their first articles.
    pub groups: Vec<Group>,
    /// Which sections lead to which.
    pub links: Late<Links>,
    /// The sections that have tasks in some language, in reading order. See [`checklist`].
    pub checklists: Vec<SectionRef>,
    pub desks: Vec<Desk>,
    pub glossary: Late<Vec<Term>>,
    /// The questions that lead to a desk, where the guide has any.
    pub questionnaire: Option<Questionnaire>,
    /// BLAKE3 over everything that was read, in hex: two guides with the same digest have the same content.
    pub digest: String,
}

/// Where a guide comes from, and who answers for it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// Where it was read from.
    pub source: Source,
    /// Whether those whom it is about have written it, if it says so. Readers of one that they have not are told to compare
    /// its numbers with theirs.
    pub official: Option<bool>,
    /// The terms on which it may be passed on, in its author's words.
    pub licence: Option<String>,
    /// What it was read from, if it was read and was not kept, and nothing of that can have changed unseen.
    #[serde(skip)]
    pub trace: Option<Arc<load::Trace>>,
    /// Which release of it this is, where somebody has signed it and only that counts.
    pub release: Option<Issue>,
}

/// What could be telephone numbers in a guide that names no official ones: the twenty most frequent, as they are written.
pub fn numbers_in(guide: &Guide) -> Vec<String> {
    validate::numbers_in(&guide.articles, 20)
}

/// A Markdown file, in every language in which it exists.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Article {
    pub id: String,
    pub title: Localized<String>,
    /// One sentence for lists of articles.
    pub summary: Localized<String>,
    /// What it is sorted into, as an index into [`Guide::groups`]. The articles of a group, and of those in it, stand together.
    pub group: Option<usize>,
    /// When it was published, if its author says so: what is news grows old.
    pub date: Option<NaiveDate>,
    /// Whether a table of contents lists it, where one lists most articles: what it leaves out is a draft, or a note to
    /// authors.
    pub is_listed: bool,
    /// Kept apart from the rest: see [`kept`].
    #[serde(skip)]
    pub sections: LateList<Section>,
}

impl Article {
    /// What its file is called, or the folder whose first page it is.
    pub fn name(&self) -> &str {
        let mut parts = self.id.rsplit('/');
        let name = parts.find(|part| !folder::is_index(part));
        name.unwrap_or(&self.id)
    }

    /// Whether it says what happened, and not how things are: it is dated, or a list of changes.
    pub fn is_news(&self) -> bool {
        let parts = self.id.split(['/', '~']);
        self.date.is_some() || parts.into_iter().any(folder::names_changes)
    }
}

/// A heading over articles: a folder, or a part of a table of contents.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Group {
    pub title: Localized<String>,
    /// The group it is in, which stands before it.
    pub parent: Option<usize>,
}

/// A heading and what stands below it: the thing that is indexed, found and linked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Section {
    /// Unique within its article: `app` of `phone#app`.
    pub id: String,
    pub texts: Localized<SectionText>,
}

/// What stands for one that was kept and is damaged by the time it is read.
impl Default for Section {
    fn default() -> Self {
        let text = SectionText {
            title: "読み込めません · Cannot be read".to_owned(),
            ..SectionText::default()
        };
        Self {
            id: String::new(),
            texts: Localized::from((Language::EN, text)),
        }
    }
}

/// A section in one language. All of it is free of characters that could do harm in a terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionText {
    pub title: String,
    /// The headings that it stands below within its article, the outermost first.
    pub path: Vec<String>,
    /// The body, without its heading.
    pub body: Late<Body>,
    /// How people ask for it: indexed, not shown.
    pub questions: Vec<String>,
    /// Words that readers type and the text does not contain: indexed, not shown.
    pub keywords: Vec<String>,
}

impl SectionText {
    /// How much there is to read for [`has`](Self::has), in bytes.
    pub fn bytes(&self) -> usize {
        let words = self.questions.iter().chain(&self.keywords);
        let words: usize = words.map(String::len).sum();
        self.title.len() + self.body.len() + words
    }

    /// Whether one of its texts is as wanted: its title, its body in Markdown, a question, a keyword.
    pub fn has(&self, wanted: impl Fn(&str) -> bool) -> bool {
        let mut words = self.questions.iter().chain(&self.keywords);
        wanted(&self.title) || wanted(self.body.source()) || words.any(|words| wanted(words))
    }
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub term: String,
    /// In hiragana.
    pub reading: Option<String>,
    pub synonyms: Vec<String>,
    pub english: Vec<String>,
}

/// An entry of `queries.yaml`: what a reader types, and where the answer stands. Not part of a [`Guide`]; it is loaded
/// beside one, by [`load::queries()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedQuery {
    /// What kind of query it is, such as `kana` or `typo`: a name for adding up, not empty.
    pub class: String,
    /// The language of the reader who types it; one of the guide's.
    pub language: Language,
    /// Without spaces at its ends. Empty where a log has an empty one.
    pub text: String,
    /// What answers it, and how well: from 1 on. Never empty.
    pub sections: Vec<(SectionRef, u8)>,
}

/// The address of a section within a guide: indices into `articles` and `sections`. Only valid for the guide that
/// gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SectionRef {
    pub article: usize,
    pub section: usize,
}

/// `article#section`, as people and links write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionId<'a> {
    pub article: &'a str,
    pub section: &'a str,
}

impl fmt::Display for SectionId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.article, self.section)
    }
}

impl Guide {
    /// The language a reader gets: the nearest to the wanted one, else the guide's first.
    pub fn language_for(&self, wanted: Option<Language>) -> Language {
        wanted
            .and_then(|language| language.among(self.languages.iter().copied()))
            .unwrap_or(self.languages[0])
    }

    /// The same guide, as one that nobody has signed and that was read from here.
    pub(crate) fn read_from(mut self, source: &Source) -> Self {
        self.provenance.source = source.clone();
        self.provenance.release = None;
        self
    }

    /// The day that was the last on which it is good, if that is over at an instant, by the calendar of its zone.
    pub fn expired(&self, at: DateTime<Utc>) -> Option<NaiveDate> {
        let last = self.provenance.release.as_ref()?.good_until;
        let today = at.with_timezone(&self.timezone).date_naive();
        (today > last).then_some(last)
    }

    /// Finds `article#section`, or with `article` alone its first section. A section also goes by what generators of sites make
    /// of its title, and an article by the address or the file that it is there (`docs/files.html`).
    pub fn find(&self, id: &str) -> Option<SectionRef> {
        let (article_id, section_id) = match id.split_once('#') {
            Some((article, section)) => (article, Some(section)),
            None => (id, None),
        };
        let by_id = self.articles.iter().position(|a| a.id == article_id);
        let article = by_id.or_else(|| folder::article_at(&self.articles, article_id))?;
        let section = match section_id {
            Some(id) => folder::section_at(&self.articles[article].sections, id)?,
            None => 0,
        };
        Some(SectionRef { article, section })
    }

    /// The desks, by their index, that an article is about; where there is none, those where somebody answers.
    pub fn desks_of(&self, article: usize) -> Vec<usize> {
        let desks = || self.desks.iter().enumerate();
        let offered = |desk: &Desk| !matches!(desk.availability, Availability::NotOffered);
        let own = desks().filter(|(_, desk)| {
            offered(desk) && desk.section.is_some_and(|at| at.article == article)
        });
        let own: Vec<usize> = own.map(|(index, _)| index).collect();
        if !own.is_empty() {
            return own;
        }
        let staffed =
            |desk: &Desk| matches!(desk.availability, Availability::Hours(_)) && !desk.self_service;
        let staffed = desks().filter(|(_, desk)| staffed(desk));
        staffed.map(|(index, _)| index).collect()
    }

    pub fn article(&self, at: SectionRef) -> &Article {
        &self.articles[at.article]
    }

    pub fn section(&self, at: SectionRef) -> &Section {
        &self.articles[at.article].sections[at.section]
    }

    pub fn id(&self, at: SectionRef) -> SectionId<'_> {
        SectionId {
            article: &self.article(at).id,
            section: &self.section(at).id,
        }
    }

    /// How many sections there are.
    pub fn section_count(&self) -> usize {
        self.articles.iter().map(|a| a.sections.len()).sum()
    }

    /// All sections, in reading order.
    pub fn sections(&self) -> impl Iterator<Item = (SectionRef, &Section)> {
        self.articles.iter().enumerate().flat_map(|(article, a)| {
            a.sections
                .iter()
                .enumerate()
                .map(move |(section, s)| (SectionRef { article, section }, s))
        })
    }
}
