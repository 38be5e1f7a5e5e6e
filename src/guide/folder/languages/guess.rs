//! In which language a text is, by its script and its small words.

use std::collections::BTreeMap;

use crate::language::Language;

/// Letters that are counted to tell languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Kana,
    Hangul,
    Han,
    Cyrillic,
}

pub(super) fn script(language: Language) -> Option<Script> {
    match language.base().tag() {
        "ja" => Some(Script::Kana),
        "ko" => Some(Script::Hangul),
        "zh" => Some(Script::Han),
        "ru" | "uk" | "bg" => Some(Script::Cyrillic),
        _ => None,
    }
}

/// How much of how many texts is looked at: enough to tell scripts apart.
const SAMPLES: usize = 100;
const SAMPLE: usize = 4_000;

/// The language that most texts are probably in, by their script. What is written in Latin letters counts as English.
pub(in crate::guide::folder) fn guess<'t>(texts: impl Iterator<Item = &'t str>) -> Language {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts.take(SAMPLES) {
        *votes.entry(guess_one(text)).or_default() += 1;
    }
    let most = votes
        .into_iter()
        .max_by_key(|&(tag, votes)| (votes, tag == "en"));
    let tag = most.map_or("en", |(tag, _)| tag);
    tag.parse().unwrap_or(Language::EN)
}

/// A guess, for an author who says in which languages the texts are: what is written in the same letters is in the first of
/// those, since letters do not tell French from English.
pub(super) fn corrected(guessed: Language, wanted: &[Language]) -> Language {
    let is_wanted = guessed.among(wanted.iter().copied()).is_some();
    let alike = |language: &&Language| script(**language) == script(guessed);
    let other = wanted.iter().find(alike).filter(|_| !is_wanted);
    other.copied().unwrap_or(guessed)
}

fn guess_one(text: &str) -> &'static str {
    let (mut letters, mut kana, mut hangul, mut han, mut cyrillic) = (0, 0, 0, 0, 0);
    for c in text.chars().take(SAMPLE) {
        match c {
            '\u{3041}'..='\u{30FF}' => kana += 1,
            '\u{AC00}'..='\u{D7A3}' => hangul += 1,
            '\u{3400}'..='\u{9FFF}' => han += 1,
            '\u{0400}'..='\u{04FF}' => cyrillic += 1,
            c if c.is_alphabetic() => {}
            _ => continue,
        }
        letters += 1;
    }
    let is = |count: usize, percent: usize| count > 0 && count * 100 >= letters * percent;
    if is(kana, 5) {
        "ja"
    } else if is(hangul, 5) {
        "ko"
    } else if is(han, 15) {
        "zh"
    } else if is(cyrillic, 20) {
        "ru"
    } else {
        "en"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_knows_better_in_which_language_a_text_is() {
        let check = |text: &str, wanted: &str, expected: &str| {
            let wanted: Vec<Language> = wanted
                .split_whitespace()
                .flat_map(str::parse::<Language>)
                .collect();
            let found = corrected(guess(std::iter::once(text)), &wanted);
            assert_eq!(found.tag(), expected, "{text}");
        };
        check("Les données", "", "en");
        check("Les données", "fr", "fr");
        check("Les données", "ja fr de", "fr");
        check("The data", "ja en fr", "en");
        check("The data", "ja", "en");
        check("Дані", "en uk", "uk");
    }
}
