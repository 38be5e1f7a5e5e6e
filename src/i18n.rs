//! The program's own texts: the one place where interface wording is written. Pure functions from values to text, without
//! colour and without a screen.
//!
//! A module for each topic puts together what is said, and asks a language for the words: its trait lists all that a
//! language has to say of the topic. A language is a folder that implements all of them, so that one which lacks a text
//! does not compile.

pub mod advice;
pub mod board;
pub mod changes;
pub mod check;
pub mod checklist;
pub mod copy;
pub mod desk;
pub mod details;
mod en;
pub mod eval;
pub mod insight;
mod ja;
pub mod keys;
pub mod kiosk;
mod ko;
pub mod menu;
pub mod mouse;
mod names;
pub mod outage;
pub mod plain;
pub mod progress;
pub mod reading;
pub mod release;
pub mod screen;
pub mod search;
pub mod summary;
pub mod time;
mod zh_hans;
mod zh_hant;

use crate::language::Language;

/// All that a language has to say.
pub trait Interface:
    Sync
    + advice::Words
    + board::Words
    + changes::Words
    + check::Words
    + checklist::Words
    + copy::Words
    + desk::Words
    + details::Words
    + eval::Words
    + insight::Words
    + keys::Words
    + kiosk::Words
    + menu::Words
    + mouse::Words
    + names::Words
    + outage::Words
    + plain::Words
    + progress::Words
    + reading::Words
    + release::Words
    + screen::Words
    + search::Words
    + summary::Words
    + time::Words
{
}

static INTERFACES: [(Language, &dyn Interface); SPOKEN.len()] = [
    (Language::JA, &ja::Japanese),
    (Language::EN, &en::English),
    (Language::ZH_HANS, &zh_hans::Simplified),
    (Language::ZH_HANT, &zh_hant::Traditional),
    (Language::KO, &ko::Korean),
];

/// The languages that the program itself speaks.
pub const SPOKEN: [Language; 5] = [
    Language::JA,
    Language::EN,
    Language::ZH_HANS,
    Language::ZH_HANT,
    Language::KO,
];

/// The language in which the program speaks to a reader: the nearest to his, or else English.
fn spoken_to(lang: Language) -> Language {
    lang.among(SPOKEN).unwrap_or(Language::EN)
}

/// The languages in which the program speaks to the readers of these, each once and in their order.
pub fn spoken_to_readers_of(languages: &[Language]) -> Vec<Language> {
    let mut spoken = Vec::new();
    for language in languages.iter().map(|&language| spoken_to(language)) {
        if !spoken.contains(&language) {
            spoken.push(language);
        }
    }
    spoken
}

/// The words for a reader.
pub fn of(lang: Language) -> &'static dyn Interface {
    let of = |spoken: Language| {
        let mut interfaces = INTERFACES.iter();
        let found = interfaces.find(|(language, _)| *language == spoken);
        found.map(|(_, interface)| *interface)
    };
    // Asked for each text on the screen, nearly always in one of these languages.
    of(lang)
        .or_else(|| of(spoken_to(lang)))
        .unwrap_or(&en::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_is_spoken_to() {
        for language in SPOKEN {
            assert_eq!(spoken_to(language), language);
        }
        let spoken = |tag: &str| spoken_to(tag.parse().expect(tag));
        assert_eq!(spoken("ja-x-easy"), Language::JA);
        assert_eq!(spoken("en-GB"), Language::EN);
        assert_eq!(spoken("zh-TW"), Language::ZH_HANT);
        assert_eq!(spoken("zh"), Language::ZH_HANS);
        assert_eq!(spoken("ko-KR"), Language::KO);
        assert_eq!(spoken("fr"), Language::EN);
        let languages = ["fr", "ja", "en-GB", "ja-x-easy"].map(|tag| tag.parse().expect(tag));
        assert_eq!(
            spoken_to_readers_of(&languages),
            [Language::EN, Language::JA]
        );
        assert!(INTERFACES.iter().map(|(language, _)| *language).eq(SPOKEN));
    }
}
