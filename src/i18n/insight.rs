//! What visitors asked, in words for the author of a guide.

use chrono::NaiveDate;

use crate::language::Language;

/// The fixed texts of the report in one language.
#[derive(Debug)]
pub struct InsightTexts {
    /// Above what was asked and not found.
    pub not_found: &'static str,
    /// Above what was found and not opened.
    pub not_opened: &'static str,
    /// Above the words that the guide lacks.
    pub lacking: &'static str,
    /// Above what was opened.
    pub read: &'static str,
    /// Above the hours of the day.
    pub hours: &'static str,
    /// Above the languages.
    pub languages: &'static str,
    /// In the place of a list of nothing.
    pub nothing: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static InsightTexts;
    /// How many queries there were. `days`: the first and the last one, as numbers.
    fn summary(&self, queries: u64, days: &str) -> String;
    /// So many more are not listed.
    fn more(&self, rest: usize) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static InsightTexts {
    words(lang).texts()
}

/// How many queries there were, from when to when.
pub fn summary(lang: Language, queries: u64, days: Option<(NaiveDate, NaiveDate)>) -> String {
    let days = match days {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first} – {last}"),
        None => String::new(),
    };
    words(lang).summary(queries, &days)
}

/// So many more are not listed.
pub fn more(lang: Language, rest: usize) -> String {
    words(lang).more(rest)
}
