//! What is known of German: its small words, and its words without the endings of case and number and without the marks of vowels,
//! so that "Einstellungen" meets "Einstellung" and "größe" what somebody types as "grösse".

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| ASKING_WORDS.binary_search(&word).is_ok(),
    endings: Some(Endings::German),
    readings: Readings::Quoted,
    words: &[],
    letter: None,
};

/// Words that say nothing about what is looked for.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "bis", "da", "damit", "dann", "das",
    "dass", "dein", "deine", "dem", "den", "der", "des", "dich", "die", "dies", "diese", "diesem", "diesen",
    "dieser", "dieses", "dir", "doch", "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines",
    "er", "es", "für", "gibt", "habe", "haben", "hat", "ich", "ihr", "ihre", "ihren", "im", "in", "ist",
    "kein", "keine", "keinen", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit", "nach",
    "nicht", "noch", "nur", "ob", "oder", "ohne", "schon", "sein", "seine", "sich", "sie", "sind", "so",
    "um", "und", "uns", "unser", "unsere", "unter", "vom", "von", "vor", "war", "weil", "wenn", "werden",
    "wie", "wir", "wird", "wo", "zu", "zum", "zur", "über",
];

/// Words with which one asks.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "bekomme", "brauche", "finde", "finden", "geht", "kann", "kannst", "können", "könnte", "mache", "machen",
    "man", "muss", "möchte", "müssen", "soll", "wann", "warum", "was", "welche", "welchen", "welcher",
    "welches", "wer", "wieso", "will", "wollen",
];

/// A word with fewer letters is left as it is, and one with more loses two.
const SHORTEST: usize = 5;

/// A common form of the folded words that differ in case and number, as Savoy's minimal stemmer has it; often no word at all.
pub(super) fn stem(word: &str) -> String {
    let plain = |c| match c {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        'ß' => 's',
        c => c,
    };
    let stem: String = word.chars().map(plain).collect();
    let length = stem.len();
    if length < SHORTEST || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    let long = ["en", "se", "es", "er"];
    let ending = if length > SHORTEST + 1 && stem.ends_with("nen") {
        3
    } else if length > SHORTEST && long.iter().any(|ending| stem.ends_with(ending)) {
        2
    } else {
        usize::from(stem.ends_with(['n', 'e', 's', 'r']))
    };
    stem[..length - ending].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_taken_away() {
        for (word, expected) in [
            ("häusern", "hauser"),
            ("seiten", "seit"),
            ("seite", "seit"),
            ("einstellungen", "einstellung"),
            ("einstellung", "einstellung"),
            ("port", "port"),
            ("größe", "gros"),
            ("grösse", "gros"),
            ("v2", "v2"),
            ("", ""),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
