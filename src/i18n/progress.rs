//! How far the building of an index is, in words.

use crate::language::Language;
use crate::search::progress::Pace;

/// What a language says of it. Numbers come in groups of three digits.
pub trait Words {
    fn indexing(&self, done: &str, total: &str) -> String;
    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String;
    /// Behind these, how many seconds it still takes.
    fn left(&self, seconds: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// `索引を作成中 12,345 / 100,000件 · あと11秒`, for the screen.
pub fn indexing(lang: Language, pace: Pace) -> String {
    let Pace { done, total, .. } = pace;
    let (done, total) = (grouped(done), grouped(total));
    words(lang).indexing(&done, &total) + &left(lang, pace)
}

/// `12,345 / 100,000 sections · 8,000/s · 11 s left`, for the command line.
pub fn indexing_line(lang: Language, pace: Pace) -> String {
    let (done, total) = (grouped(pace.done), grouped(pace.total));
    let per_second = grouped(pace.per_second);
    words(lang).indexing_line(&done, &total, &per_second) + &left(lang, pace)
}

fn left(lang: Language, pace: Pace) -> String {
    let Some(seconds) = pace.seconds_left() else {
        return String::new();
    };
    words(lang).left(&grouped(seconds))
}

/// `12,345`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_far_it_is_and_how_long_it_takes() {
        let pace = Pace {
            done: 12_345,
            total: 100_000,
            per_second: 8_000,
        };
        let check = |text: String, expected: &str| assert_eq!(text, expected);
        check(
            indexing(Language::JA, pace),
            "索引を作成中 12,345 / 100,000件 · あと11秒",
        );
        check(
            indexing(Language::EN, pace),
            "Indexing 12,345 / 100,000 sections · 11 s left",
        );
        check(
            indexing_line(Language::EN, pace),
            "12,345 / 100,000 sections · 8,000/s · 11 s left",
        );
        check(
            indexing_line(Language::JA, pace),
            "12,345 / 100,000件 · 8,000件/秒 · あと11秒",
        );
        let pace = Pace {
            total: 999,
            ..Pace::default()
        };
        check(indexing(Language::JA, pace), "索引を作成中 0 / 999件");
    }
}
