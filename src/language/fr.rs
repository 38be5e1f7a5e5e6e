//! What is known of French: its small words, and its words without the endings of gender and number, and without what is run together
//! with them (`l'`, `qu'`), so that "l'installation" meets "installations".

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| ASKING_WORDS.binary_search(&word).is_ok(),
    endings: Some(Endings::French),
    readings: Readings::Quoted,
    words: &[],
    letter: None,
};

/// Words that say nothing about what is looked for.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "as", "au", "aussi", "aux", "avec", "avez", "avons", "c", "c'est",
    "ce", "ceci", "cela", "ces", "cet", "cette", "comme", "d", "d'un", "d'une", "dans", "de", "des", "donc",
    "du", "elle", "elles", "en", "entre", "est", "et", "eu", "il", "ils", "j", "j'ai", "je", "l", "la", "le",
    "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "mes", "moi", "mon", "n", "n'est", "ne", "nos",
    "notre", "nous", "on", "ont", "ou", "où", "par", "pas", "pour", "qu", "qu'il", "que", "quel", "quelle",
    "quelles", "quels", "qui", "s", "s'il", "sa", "sans", "se", "ses", "si", "son", "sont", "sous", "suis",
    "sur", "t", "ta", "te", "tes", "toi", "ton", "tu", "un", "une", "vers", "vos", "votre", "vous", "y", "à",
    "ça", "été", "êtes", "être",
];

/// Words with which one asks.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "avoir", "besoin", "combien", "comment", "dois", "doit", "est-ce", "existe", "faire", "fais", "fait",
    "faut", "peut", "peut-on", "peux", "pourquoi", "pouvez", "puis-je", "qu'est", "quand", "quoi", "savoir",
    "souhaite", "trouve", "trouver", "veut", "veux", "voudrais",
];

/// A plural with as many letters loses its ending, and a word with as many what it has behind its stem.
const SHORTEST_PLURAL: usize = 4;
const SHORTEST: usize = 6;

/// A common form of the folded words that differ in gender and number, after Savoy's minimal stemmer; often no word at all.
pub(super) fn stem(word: &str) -> String {
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
    let mut stem: String = word.chars().map(plain).collect();
    if stem.len() < SHORTEST_PLURAL || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    if stem.len() >= SHORTEST && stem.ends_with("aux") {
        stem.truncate(stem.len() - 2);
        return stem + "l";
    }
    if stem.ends_with('s') && !stem.ends_with("ss") {
        stem.pop();
    }
    if stem.len() >= SHORTEST {
        for ending in ['r', 'e', 'e'] {
            if stem.ends_with(ending) {
                stem.pop();
            }
        }
        if let [.., a, b] = stem.as_bytes()
            && a == b
        {
            stem.pop();
        }
    }
    stem
}

/// A letter without its accent, which many leave out.
const fn plain(c: char) -> char {
    match c {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_taken_away() {
        for (word, expected) in [
            ("l'installation", "installation"),
            ("installations", "installation"),
            ("données", "don"),
            ("donnée", "don"),
            ("paramètre", "parametr"),
            ("parametres", "parametr"),
            ("journaux", "journal"),
            ("page", "page"),
            ("pages", "page"),
            ("poste", "poste"),
            ("postes", "poste"),
            ("v2", "v2"),
            ("", ""),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
