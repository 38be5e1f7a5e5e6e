//! How well the search finds things, in words.

use std::time::Duration;

use crate::language::Language;

/// The fixed texts of a report in one language.
#[derive(Debug)]
pub struct EvalTexts {
    /// Above the names of the classes.
    pub class: &'static str,
    /// Above the numbers of queries.
    pub queries: &'static str,
    /// The row for all classes.
    pub overall: &'static str,
    /// Before the sections that answer a query.
    pub expected: &'static str,
    /// Before the section that was found first instead.
    pub first: &'static str,
    pub nothing_found: &'static str,
    pub no_misses: &'static str,
    /// Between items of a list.
    pub comma: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static EvalTexts;
    /// How many queries were asked, of how many, and how long a search took.
    fn summary(&self, ran: usize, of: usize, times: &str) -> String;
    fn misses(&self, total: usize) -> String;
    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static EvalTexts {
    words(lang).texts()
}

/// How many queries were asked, of how many if not of all, and how long a search took.
pub fn summary(
    lang: Language,
    (ran, of): (usize, usize),
    (median, slow): (Duration, Duration),
) -> String {
    let times = format!(
        "p50 {} ms, p99 {} ms",
        milliseconds(median),
        milliseconds(slow)
    );
    words(lang).summary(ran, of, &times)
}

/// To a hundredth, which is about what can be told apart.
fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

/// How many queries the first hit does not answer.
pub fn misses(lang: Language, total: usize) -> String {
    words(lang).misses(total)
}

/// How many of the misses are not listed, whether all of those are second or third, and how to see all `total`.
pub fn more_misses(lang: Language, rest: usize, near: bool, total: usize) -> String {
    words(lang).more_misses(rest, near, total)
}
