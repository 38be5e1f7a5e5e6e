//! Words that anybody may have typed, and names of people. Compiled in and used as they are.
//!
//! A finite-state transducer maps each (UTF-8, folded) to what it is: a word to [`COMMON`], a name to [`NAME`]; the part of
//! a verb or an adjective up to its last kanji, followed by the byte [`STEM`], to [`COMMON`]. `examples/common_words` makes
//! it, and says what is in it and what is not.

use std::sync::LazyLock;

use tantivy_fst::raw::{Fst, Output};

/// Opening one only looks at its last bytes. `None` cannot be but for a broken build; then no word is common.
static WORDS: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("words/words.fst").as_slice()).ok());

pub const COMMON: u64 = 0;
pub const NAME: u64 = 1;

/// Stands behind a stem: no byte of folded text.
pub const STEM: u8 = 1;

fn value(key: impl AsRef<[u8]>) -> Option<u64> {
    WORDS.as_ref()?.get(key).map(Output::value)
}

/// Whether a folded word is one of the language's, and nobody's name.
pub fn is_common(word: &str) -> bool {
    value(word) == Some(COMMON)
}

/// Whether verbs or adjectives begin so: 忘 of 忘れた.
pub fn is_common_stem(core: &str) -> bool {
    value([core.as_bytes(), &[STEM]].concat()) == Some(COMMON)
}

/// Whether people are called so.
pub fn is_name(word: &str) -> bool {
    value(word) == Some(NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_common_or_names() {
        for word in ["返金", "アプリ", "refund", "cancelled", "払い戻し"] {
            assert!(is_common(word) && !is_name(word), "{word}");
        }
        // Those that are both are names.
        let names = [
            "田中",
            "小川",
            "太郎",
            "ジョン",
            "さくら",
            "smith",
            "mark",
            "price",
            "森",
        ];
        for word in names {
            assert!(is_name(word) && !is_common(word), "{word}");
        }
        for word in ["東京", "新宿", "london", "google", "", "xqzt"] {
            assert!(!is_common(word), "{word}");
        }
        assert!(is_common_stem("忘") && is_common_stem("乗っ取"));
        assert!(!is_common_stem("") && !is_common("忘"));
    }
}
