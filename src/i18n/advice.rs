//! Which desk to turn to: the questions, and what is recommended after them, in words.

use chrono::DateTime;
use chrono_tz::Tz;

use super::desk::{hours_in_full, language_name, remark};
use super::time;
use crate::desk::DeskStatus;
use crate::desk::advice::{Opening, Reach, Recommendation};
use crate::guide::{Desk, Guide};
use crate::language::Language;

/// The fixed texts of the pages in one language.
#[derive(Debug)]
pub struct AdviceTexts {
    pub skip: &'static str,
    /// How to answer.
    pub keys: &'static str,
    /// Above what was said to the questions so far.
    pub given: &'static str,
    /// In the place of an answer.
    pub skipped: &'static str,
    /// Before the name of the desk.
    pub recommended: &'static str,
    /// Before the section on the desk itself.
    pub how: &'static str,
    /// Before the section to read.
    pub read: &'static str,
    /// Before the list of what to have ready.
    pub ready: &'static str,
    /// Before what can be done until a desk opens.
    pub until_then: &'static str,
    /// Before the section on what never to tell.
    pub never_tell: &'static str,
    pub others: &'static str,
    pub again: &'static str,
    /// Where a guide has no questions.
    pub no_questions: &'static str,
}

/// What a language says of it. Desks, languages and hours come in the reader's words.
pub trait Words {
    fn texts(&self) -> &'static AdviceTexts;
    /// Which question this is, of how many at most.
    fn progress(&self, number: usize, most: usize) -> String;
    /// A desk that opens later.
    fn closed(&self, language: &str, hours: &str) -> String;
    fn hours_unknown(&self) -> &'static str;
    fn never_reached(&self) -> &'static str;
    /// A self-service that is open.
    fn available(&self, hours: &str) -> String;
    /// A desk where somebody answers now.
    fn open(&self, language: &str, hours: &str) -> String;
    /// From when a desk can be reached.
    fn later(&self, desk: &str, from: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static AdviceTexts {
    words(lang).texts()
}

/// Where one is: `質問 2（多くて4問）`, `Question 2 (of 4 at most)`. `most` is how many there can be in all.
pub fn progress(number: usize, most: usize, lang: Language) -> String {
    words(lang).progress(number, most)
}

/// A desk, with the language where that tells something: `電話（英語）`, `Phone (Japanese)`, `ヘルプセンター`.
pub fn desk_name(desk: &Desk, language: Option<Language>, lang: Language) -> String {
    let name = desk.name.text(lang);
    match language.filter(|_| !desk.self_service) {
        Some(language) => remark(name, &language_name(language, lang), lang),
        None => name.clone(),
    }
}

/// When the recommended desk can be reached, in a sentence. `now` is in the guide's zone.
pub fn when(
    recommendation: &Recommendation,
    statuses: &[DeskStatus],
    guide: &Guide,
    now: DateTime<Tz>,
    lang: Language,
) -> String {
    let desk = &guide.desks[recommendation.desk];
    let hours = |language| {
        let status = statuses.get(recommendation.desk);
        let spoken = status.and_then(|status| status.language(language));
        spoken.map(|l| hours_in_full(l, desk.self_service, now, lang))
    };
    match recommendation.reach {
        Reach::Now(language) => {
            let hours = hours(language).unwrap_or_default();
            open(desk, language, &hours, lang)
        }
        Reach::From(language, at) => {
            let hours = hours(language).unwrap_or_else(|| time::from(at, now, lang));
            words(lang).closed(&language_name(language, lang), &hours)
        }
        Reach::Unknown => match &desk.note {
            Some(note) => note.text(lang).clone(),
            None => words(lang).hours_unknown().to_owned(),
        },
        Reach::Never => words(lang).never_reached().to_owned(),
    }
}

fn open(desk: &Desk, language: Language, hours: &str, lang: Language) -> String {
    if desk.self_service {
        words(lang).available(hours)
    } else {
        words(lang).open(&language_name(language, lang), hours)
    }
}

/// When a better desk opens: `電話（日本語）は、明日 9:00 から受け付けます。`, `Phone (Japanese): from 9:00 tomorrow.` `now` is in the
/// guide's zone.
pub fn later(opening: Opening, guide: &Guide, now: DateTime<Tz>, lang: Language) -> String {
    let desk = &guide.desks[opening.desk];
    let name = desk_name(desk, Some(opening.language), lang);
    let from = time::from(opening.at, now, lang);
    words(lang).later(&name, &from)
}
