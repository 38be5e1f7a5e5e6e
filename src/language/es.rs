//! What is known of Spanish: its small words, and its words without the endings of gender and number and without accents, which many
//! leave out, so that "páginas" meets "pagina".

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| ASKING_WORDS.binary_search(&word).is_ok(),
    endings: Some(Endings::Spanish),
    readings: Readings::Quoted,
    words: &[],
    letter: None,
};

/// Words that say nothing about what is looked for.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "a", "al", "como", "con", "de", "del", "desde", "e", "el", "ella", "ellos", "en", "entre", "era", "es",
    "esa", "ese", "eso", "esta", "este", "esto", "estos", "está", "están", "fue", "ha", "han", "hay", "la",
    "las", "le", "les", "lo", "los", "me", "mi", "mis", "muy", "más", "ni", "no", "nos", "o", "para", "pero",
    "por", "porque", "que", "qué", "se", "ser", "si", "sin", "sobre", "son", "su", "sus", "sí", "también",
    "te", "tu", "tus", "u", "un", "una", "unas", "uno", "unos", "y", "ya", "yo",
];

/// Words with which one asks.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "algo", "cuando", "cuál", "cuándo", "cuánto", "cómo", "debe", "debo", "donde", "dónde", "encontrar",
    "hace", "hacer", "hago", "necesito", "puede", "puedo", "quiero", "quién", "saber", "tengo",
];

/// A word with fewer letters is left as it is.
const SHORTEST: usize = 5;

/// A common form of the folded words that differ in gender and number, as Savoy's light stemmer has it; often no word at all.
pub(super) fn stem(word: &str) -> String {
    let stem: String = word.chars().map(plain).collect();
    if stem.len() < SHORTEST || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    let without = |n: usize| stem[..stem.len() - n].to_owned();
    if stem.ends_with("eses") {
        without(2)
    } else if stem.ends_with("ces") {
        without(3) + "z"
    } else if ["os", "as", "es"].iter().any(|end| stem.ends_with(end)) {
        without(2)
    } else if stem.ends_with(['o', 'a', 'e']) {
        without(1)
    } else {
        stem
    }
}

/// A letter without its accent.
const fn plain(c: char) -> char {
    match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_taken_away() {
        for (word, expected) in [
            ("páginas", "pagin"),
            ("pagina", "pagin"),
            ("clase", "clas"),
            ("clases", "clas"),
            ("luces", "luz"),
            ("contraseñas", "contrasen"),
            ("servidores", "servidor"),
            ("gas", "gas"),
            ("v2", "v2"),
            ("", ""),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
