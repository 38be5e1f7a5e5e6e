//! What is said while the browser of a kiosk does not run.

use super::desk::language_name;
use crate::hours::Hours;
use crate::language::Language;

/// Texts for the supervisor's screen.
#[derive(Debug)]
pub struct OutageTexts {
    /// While it starts again.
    pub moment: &'static str,
    pub out_of_service: &'static str,
    /// It does so every 30 seconds.
    pub tries_again: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static OutageTexts;
    /// In the place of hours.
    fn always(&self) -> &'static str;
    /// Between the hours of languages.
    fn separator(&self) -> &'static str;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static OutageTexts {
    words(lang).texts()
}

/// Hours of every language that hold on any day: `日本語 Mo-Fr 09:00-17:00、英語 24時間`.
pub fn hours(hours: &[(Language, Hours)], lang: Language) -> String {
    let each = hours.iter().map(|(language, hours)| {
        let when = if hours.is_always() {
            words(lang).always()
        } else {
            hours.expression()
        };
        format!("{} {when}", language_name(*language, lang))
    });
    each.collect::<Vec<_>>().join(words(lang).separator())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_every_language() {
        let hours = |text| Hours::parse(text).unwrap();
        let each = [
            (Language::JA, hours("Mo-Fr 09:00-17:00")),
            (Language::EN, hours("24/7")),
        ];
        let check = |lang, expected| assert_eq!(super::hours(&each, lang), expected);
        check(Language::JA, "日本語 Mo-Fr 09:00-17:00、英語 24時間");
        check(Language::EN, "Japanese Mo-Fr 09:00-17:00, English 24 h");
    }
}
