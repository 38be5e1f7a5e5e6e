//! A section that was found, and what is shown of it.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::Via;
use super::concepts::Concepts;
use super::highlight::Highlighter;
use super::query::{Meaning, Query, QueryWord};
use super::relevance::Matched;
use super::snippet::snippet;
use crate::guide::{Guide, SectionRef, SectionText};
use crate::language::Language;
use crate::text::boundary;
use crate::text::fold::fold;

/// One section found.
#[derive(Clone)]
pub struct Hit {
    pub section: SectionRef,
    /// The language of the text that was found and is shown; not the reader's where that has none.
    pub language: Language,
    pub score: f32,
    /// Made when somebody looks: of fifty hits a screen shows nine.
    shown: Arc<LazyLock<Shown, Make>>,
}

type Make = Box<dyn FnOnce() -> Shown + Send>;

/// What is shown of a hit: why it was found, and what to highlight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Marks in the section's title, byte ranges.
    pub title_marks: Vec<Range<usize>>,
    pub snippet: Snippet,
    pub matched: Vec<Match>,
}

/// A sentence or clause of a section that shows the match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    /// Byte ranges into `text`, ascending, disjoint, on character boundaries.
    pub marks: Vec<Range<usize>>,
}

/// A term of the query, and how it matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// As typed, folded.
    pub term: String,
    pub via: Via,
    /// What stands in the section instead of what was typed; `None` if it is the same: 解約 for `kaiyaku` or 退会.
    pub found: Option<String>,
    /// The reading of `found` in hiragana, where it was found by its reading.
    pub reading: Option<String>,
}

impl Hit {
    /// Of which this is shown.
    pub fn new(section: SectionRef, language: Language, score: f32, shown: Shown) -> Self {
        Self::with(section, language, score, move || shown)
    }

    /// A section that answers the query whatever words it has.
    pub(super) fn without_match(guide: &Guide, section: SectionRef, lang: Language) -> Self {
        let (language, text) = guide.section(section).texts.get(lang);
        let snippet = snippet(&text.body.plain_text(), &Highlighter::default());
        let shown = Shown {
            snippet,
            ..Shown::default()
        };
        Self::new(section, language, 0.0, shown)
    }

    fn with(
        section: SectionRef,
        language: Language,
        score: f32,
        make: impl FnOnce() -> Shown + Send + 'static,
    ) -> Self {
        Self {
            section,
            language,
            score,
            shown: Arc::new(LazyLock::new(Box::new(make))),
        }
    }

    /// The same, explained by other matches.
    #[must_use]
    pub fn matched_by(&self, matched: Vec<Match>) -> Self {
        let shown = Shown {
            matched,
            ..self.shown().clone()
        };
        Self::new(self.section, self.language, self.score, shown)
    }

    /// What is shown of it.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }
}

impl fmt::Debug for Hit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hit")
            .field("section", &self.section)
            .field("language", &self.language)
            .field("score", &self.score)
            .field("shown", self.shown())
            .finish()
    }
}

impl PartialEq for Hit {
    fn eq(&self, other: &Self) -> bool {
        let own = |hit: &Self| (hit.section, hit.language, hit.score);
        own(self) == own(other) && self.shown() == other.shown()
    }
}

/// A query, and what its hits are explained from.
#[derive(Debug)]
pub(super) struct Asked {
    pub guide: Arc<Guide>,
    pub concepts: Arc<Concepts>,
    pub query: Query,
    pub highlighter: Arc<Highlighter>,
}

impl Asked {
    /// A match, for which at most so many bytes of its text are read.
    pub fn hit(self: &Arc<Self>, matched: Matched, read: usize) -> Hit {
        let asked = Arc::clone(self);
        let section = matched.found.section;
        let language = self.text(&matched).0;
        Hit::with(section, language, matched.score, move || {
            asked.show(&matched, read)
        })
    }

    fn text(&self, matched: &Matched) -> (Language, &SectionText) {
        let found = matched.found;
        self.guide.section(found.section).texts.get(found.lang)
    }

    fn show(&self, matched: &Matched, read: usize) -> Shown {
        let (_, text) = self.text(matched);
        let body = text.body.plain_text();
        let body = &body[..boundary(&body, read)];
        let named = OnceCell::new();
        let named = |concept| {
            let named = named.get_or_init(|| self.named(text, body));
            let form = named.iter().find(|(other, _)| *other == concept);
            form.map(|(_, form)| form.as_str())
                .or_else(|| self.concepts.first_form(concept))
                .map(str::to_owned)
        };
        let matched_words = matched.words.iter().map(|&(number, alternative)| {
            let QueryWord {
                word, alternatives, ..
            } = &self.query.words[number];
            let alternative = &alternatives[alternative];
            let (found, reading) = match &alternative.meaning {
                Meaning::Typed => (None, None),
                Meaning::Word { word, reading } => (Some(word.clone()), reading.clone()),
                Meaning::Concept(concept) => (named(*concept), None),
            };
            Match {
                term: word.text.clone(),
                via: alternative.via,
                found,
                reading,
            }
        });
        Shown {
            title_marks: self.highlighter.marks(&text.title),
            snippet: snippet(body, &self.highlighter),
            matched: matched_words.collect(),
        }
    }

    /// The concepts of the query that a section names where a reader sees it, each in the first form.
    fn named(&self, text: &SectionText, body: &str) -> Vec<(u32, String)> {
        let mut known = HashSet::new();
        let mut named = Vec::new();
        for text in [text.title.as_str(), body] {
            let folded = fold(text);
            for found in self.highlighter.concepts().find(&folded) {
                if known.insert(found.concept) {
                    named.push((found.concept, folded[found.range].to_owned()));
                }
            }
        }
        named
    }
}
