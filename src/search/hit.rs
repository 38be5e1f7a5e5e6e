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
use super::relevance::{Matched, is_only_related};
use super::snippet::snippet;
use crate::guide::{Guide, SectionRef, SectionText};
use crate::language::Language;
use crate::text::boundary;
use crate::text::fold::fold;

/// One section found.
#[derive(Clone)]
pub struct Hit {
    pub section: SectionRef,
    pub score: f32,
    /// It has no word of the query, only some that mean nearly the same.
    pub is_only_related: bool,
    /// Made when somebody looks: of fifty hits a screen shows nine.
    shown: Arc<LazyLock<Shown, Make>>,
}

type Make = Box<dyn FnOnce() -> Shown + Send>;

/// What is shown of a hit: why it was found, and what to highlight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The language of the text that was found; not the reader's where that has none.
    pub language: Language,
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
    pub fn new(section: SectionRef, score: f32, shown: Shown) -> Self {
        Self::with(section, score, move || shown)
    }

    /// A section that answers the query whatever words it has.
    pub(super) fn without_match(guide: &Guide, section: SectionRef, lang: Language) -> Self {
        let (language, text) = guide.section(section).texts.get(lang);
        let snippet = snippet(&text.body.plain_text(), &Highlighter::default());
        let shown = Shown {
            language,
            title_marks: Vec::new(),
            snippet,
            matched: Vec::new(),
        };
        Self::new(section, 0.0, shown)
    }

    fn with(
        section: SectionRef,
        score: f32,
        make: impl FnOnce() -> Shown + Send + 'static,
    ) -> Self {
        Self {
            section,
            score,
            is_only_related: false,
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
        Self {
            is_only_related: self.is_only_related,
            ..Self::new(self.section, self.score, shown)
        }
    }

    /// The language of the text that is shown.
    pub fn language(&self) -> Language {
        self.shown().language
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
            .field("score", &self.score)
            .field("is_only_related", &self.is_only_related)
            .field("shown", self.shown())
            .finish()
    }
}

impl PartialEq for Hit {
    fn eq(&self, other: &Self) -> bool {
        let own = |hit: &Self| (hit.section, hit.score);
        own(self) == own(other) && self.shown() == other.shown()
    }
}

/// As many bytes of texts are read for sentences that show the words; when they are used up, of each text its beginning.
const READ: usize = 64 << 10;
const BEGINNING: usize = 4 << 10;

/// A query, and what its hits are explained from.
#[derive(Debug)]
pub(super) struct Asked {
    pub guide: Arc<Guide>,
    pub concepts: Arc<Concepts>,
    pub query: Query,
    pub highlighter: Arc<Highlighter>,
    /// Best first.
    pub matches: Vec<Matched>,
}

impl Asked {
    /// A hit for each match. No text is read for it until somebody looks.
    pub fn hits(self) -> Vec<Hit> {
        let asked = Arc::new(self);
        let matches = asked.matches.iter().enumerate();
        let hits = matches.map(|(at, matched)| Hit {
            is_only_related: is_only_related(&asked.query, matched),
            ..Hit::with(matched.found.section, matched.score, {
                let asked = Arc::clone(&asked);
                move || asked.show(at)
            })
        });
        hits.collect()
    }

    /// How many bytes are read of a match's text: as many as those before it leave.
    fn readable(&self, at: usize) -> usize {
        let mut left = READ;
        for before in &self.matches[..at] {
            left = left.saturating_sub(self.text(before).1.bytes());
            if left == 0 {
                break;
            }
        }
        left.max(BEGINNING)
    }

    fn text(&self, matched: &Matched) -> (Language, &SectionText) {
        let found = matched.found;
        self.guide.section(found.section).texts.get(found.lang)
    }

    fn show(&self, at: usize) -> Shown {
        let matched = &self.matches[at];
        let (language, text) = self.text(matched);
        let body = text.body.plain_text();
        let body = &body[..boundary(&body, self.readable(at))];
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
            language,
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
