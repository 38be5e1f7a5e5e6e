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

/// The language that most texts are probably in, by their script, and by their small words where it is the Latin one.
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
        by_small_words(text)
    }
}

/// Languages in Latin letters of which small words are known.
const LATIN: [&str; 3] = ["de", "es", "fr"];

/// Of four words at the beginning of a text one at least is a small one of its language, and there are more than twice as many as of
/// English: what is said of code has English in it.
const BEGINNING: usize = 1_000;
const FEWEST: usize = 3;
const SHARE: usize = 4;
const MORE: usize = 2;

fn by_small_words(text: &str) -> &'static str {
    let sample: String = text.chars().take(BEGINNING).collect();
    let sample = sample.to_lowercase();
    let words: Vec<&str> = sample
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let small = |tag: &str| {
        let language: Option<Language> = tag.parse().ok();
        let known = language.map_or(&[][..], |language| language.known().small_words);
        let words = words.iter();
        words
            .filter(|word| known.binary_search(word).is_ok())
            .count()
    };
    let (count, tag) = LATIN
        .map(|tag| (small(tag), tag))
        .into_iter()
        .max()
        .unwrap_or_default();
    // Portuguese shares most of its small words with Spanish.
    let is_portuguese = tag == "es" && sample.contains(['ã', 'õ']);
    let is_sure = count >= FEWEST && count * SHARE >= words.len() && count > MORE * small("en");
    if is_sure && !is_portuguese { tag } else { "en" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_in_latin_letters_are_told_by_their_small_words() {
        for (text, expected) in [
            (
                "Pour installer le programme, ouvrez un terminal et tapez la commande.",
                "fr",
            ),
            (
                "Um das Programm zu installieren, öffnen Sie die Konsole.",
                "de",
            ),
            (
                "Para instalar el programa, abra una terminal y escriba la orden.",
                "es",
            ),
            (
                "To install the program, open a terminal and type the command.",
                "en",
            ),
            ("The car \"Die Hard\" es un a la carte.", "en"),
            ("cargo install madoguchi", "en"),
            ("Per installare il programma, apri un terminale.", "en"),
            (
                "Se não houver um arquivo, o programa usa os valores de fábrica.",
                "en",
            ),
            ("", "en"),
            ("le terminal を開き、la commande を入力します。", "ja"),
        ] {
            let language = guess(std::iter::once(text));
            assert_eq!(language.tag(), expected, "{text}");
        }
    }

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
