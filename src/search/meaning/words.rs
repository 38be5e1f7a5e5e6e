//! The words of a text that have a meaning.
//!
//! Of the text of a section and of a query alike, so that they meet. Japanese is cut at the longest words of the table, not
//! at those of ICU's dictionary: what counts is which vectors there are. Hiragana behind hiragana is left out: endings,
//! particles, and pieces of what is no word.

use std::ops::Range;

use super::table::{self, Row};
use crate::text::segment::Class;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the folded text; of a word that inflects, that of its stem.
    pub range: Range<usize>,
    pub row: Row,
}

/// The words of a folded text, in order, without overlap.
pub fn words(folded: &str) -> impl Iterator<Item = Word> {
    let mut at = 0;
    let mut before = Class::Other;
    std::iter::from_fn(move || {
        while let Some(c) = folded[at..].chars().next() {
            let rest = &folded[at..];
            let class = Class::of(c);
            let (length, row) = match class {
                Class::Latin | Class::Digit => {
                    let length = run(rest, Class::is_spaced);
                    (length, table::whole(&rest[..length]))
                }
                // Not from within a word that the table has not.
                Class::Katakana if before == Class::Katakana => (run(rest, |c| c == class), None),
                Class::Hiragana if before == Class::Hiragana => (run(rest, |c| c == class), None),
                Class::Han | Class::Hiragana | Class::Katakana => {
                    let found = table::longest(rest);
                    found.map_or((c.len_utf8(), None), |(length, row)| (length, Some(row)))
                }
                Class::Other => (c.len_utf8(), None),
            };
            let range = at..at + length;
            at = range.end;
            // Behind a word in katakana another may begin.
            before = match folded[..at].chars().next_back().map(Class::of) {
                Some(Class::Katakana) if row.is_some() => Class::Other,
                last => last.unwrap_or(Class::Other),
            };
            if let Some(row) = row {
                return Some(Word { range, row });
            }
        }
        None
    })
}

/// The length of the beginning of a text that is of certain classes.
fn run(text: &str, is_in: impl Fn(Class) -> bool) -> usize {
    text.find(|c| !is_in(Class::of(c))).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|word| &text[word.range]).collect()
    }

    #[test]
    fn words_of_texts() {
        let check = |text: &str, expected: &[&str]| assert_eq!(cut(text), expected, "{text}");
        check("", &[]);
        check("解約したい。", &["解約"]);
        check(
            "引っ越したので、パスワードを知りたい",
            &["引っ越し", "パスワード", "知"],
        );
        // What begins behind hiragana may be the end of a word.
        check("これはかわいいです", &[]);
        check("how do i cancel my payments?", &["cancel", "payments"]);
        check("wi-fi 2.4ghz xqzt", &["wi", "fi"]);
        check("料金を払った", &["料金", "払"]);
        check("、。?!", &[]);
    }

    proptest! {
        #[test]
        fn words_are_ascending_and_on_boundaries(text in "(\\PC|[ぁ-んァ-ン一-龠a-z0-9 、。]){0,60}") {
            let folded = fold(&text);
            let mut last = 0;
            for word in words(&folded) {
                prop_assert!(word.range.start >= last && word.range.end > word.range.start);
                prop_assert!(folded.get(word.range.clone()).is_some());
                last = word.range.end;
            }
        }
    }
}
