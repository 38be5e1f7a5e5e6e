//! What of a query only says that something is asked, or how it is said.
//!
//! 「時間外窓口の場所を教えてください」 is about a counter, not about all that somebody wants to be told of. The words and endings
//! of asking, which every question has, weigh little: they decide between sections that have the subject, never against the
//! subject. So do words with which everybody speaks of anything (says, show, instead): a guide may have them in one section
//! only, where they tell nothing all the same.

use std::ops::Range;

use super::QueryWord;
use crate::search::analysis::{Analyser, Token, pairs, signs};
use crate::search::languages::Languages;
use crate::search::meaning;
use crate::search::words::WordKind;
use crate::text::reading::{MorphemeKind, morphemes};
use crate::text::segment::Class;

/// What a word of asking counts beside others. All that follows was tuned on one half of the questions that `benches/faq.py`
/// asks, and of `guide/queries.yaml`.
pub const ASKING: f32 = 0.15;

/// What the most frequent words of English count in an English query. As many are the most frequent; each word behind them
/// counts a little more, by the logarithm of its place, until all count in full.
const COMMON: f32 = 0.3;
const MOST_COMMON: f32 = 50.0;
const RARE: f32 = 3000.0;

/// What a word counts that is named only to be set aside: who asks for other ways than the telephone does not want what is about the
/// telephone most of all. A section that tells of the others names it, too.
const SET_ASIDE: f32 = 0.5;

/// What sets aside the word before it, and the one behind it.
const BEHIND: &str = "以外";
const BEFORE: [&str; 4] = ["other than", "apart from", "except", "except for"];

/// Words that may stand between.
const ARTICLES: [&str; 6] = ["a", "an", "the", "my", "our", "your"];

/// What two characters count that stand across the end of a word, or in an ending, in a long query. In a short one they
/// count in full: it is half a word, or one with its ending, and they tell sections apart.
const ACROSS: f32 = 0.3;
const ENDING: f32 = 0.1;

/// As many characters are a short query, and as many more a long one.
const SHORT: usize = 8;
const TO_LONG: f32 = 9.0;

/// What neighbours count that have spaces between them: as words they count already.
const NEIGHBOURS: f32 = 0.25;

/// What a word with its signs counts beside the word: `?演算子` is one of the 演算子.
const SIGNS: f32 = 2.0;

/// How much the terms of a query count that belong to no word.
pub struct Weights {
    /// Where its words stand.
    words: Vec<Range<usize>>,
    across: f32,
    ending: f32,
}

impl Weights {
    pub fn of(folded: &str) -> Self {
        let words = morphemes(folded).filter(|part| part.kind != MorphemeKind::Function);
        let more = folded.chars().skip(SHORT).map(|_| 1.0 / TO_LONG);
        let share = more.sum::<f32>().min(1.0);
        let weight = |in_long: f32| 1.0 + (in_long - 1.0) * share;
        Self {
            words: words.map(|part| part.range).collect(),
            across: weight(ACROSS),
            ending: weight(ENDING),
        }
    }

    pub fn weight(&self, token: &Token, analyser: Analyser) -> f32 {
        let touches =
            |word: &Range<usize>| word.start < token.range.end && token.range.start < word.end;
        if pairs::is_pair(&token.text) {
            NEIGHBOURS
        } else if signs::has_signs(&token.text) {
            SIGNS
        } else if analyser == Analyser::Whole || !token.text.chars().all(|c| Class::of(c).is_cjk())
        {
            1.0
        } else if self.words.iter().any(touches) {
            self.across
        } else {
            self.ending
        }
    }
}

/// Lets words of asking weigh little beside others, what is set aside less than what is asked for, and common words less than rare
/// ones.
pub fn weigh(words: &mut [QueryWord], folded: &str, languages: &Languages) {
    let asks: Vec<bool> = words.iter().map(|word| asks(word, languages)).collect();
    if asks.iter().all(|&asks| asks) {
        return;
    }
    // In a Japanese query a word of English is a name.
    let is_english = words
        .iter()
        .all(|word| word.word.text.chars().all(|c| !Class::of(c).is_cjk()));
    for (word, asks) in words.iter_mut().zip(asks) {
        if asks {
            word.weight = ASKING;
        } else if is_english {
            word.weight = of_english(&word.word.text);
        }
        if is_set_aside(folded, &word.word.range) {
            word.weight *= SET_ASIDE;
        }
    }
}

/// What a word of English counts.
pub fn of_english(word: &str) -> f32 {
    meaning::more_frequent(word).map_or(1.0, |place| common(f32::from(place)))
}

/// What a word counts that so many words are more frequent than.
fn common(place: f32) -> f32 {
    let share = (place.max(MOST_COMMON) / MOST_COMMON).ln() / (RARE / MOST_COMMON).ln();
    COMMON + (1.0 - COMMON) * share.min(1.0)
}

fn is_set_aside(folded: &str, word: &Range<usize>) -> bool {
    let before = folded[..word.start].trim_end();
    let article = before.rsplit(' ').next().unwrap_or_default();
    let before = if ARTICLES.contains(&article) {
        before[..before.len() - article.len()].trim_end()
    } else {
        before
    };
    folded[word.end..].starts_with(BEHIND)
        || BEFORE.iter().any(|words| {
            let rest = before.strip_suffix(words);
            rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
        })
}

fn asks(word: &QueryWord, languages: &Languages) -> bool {
    match &word.word.kind {
        WordKind::Kanji { .. } | WordKind::Hiragana | WordKind::Spaced { .. } => {
            languages.asks(&word.word.text)
        }
        WordKind::Katakana | WordKind::Sign | WordKind::Number { .. } | WordKind::Time => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_only_to_be_set_aside() {
        for (query, word, expected) in [
            ("電話以外で問い合わせる", "電話", true),
            ("電話以外で問い合わせる", "問い合わせる", false),
            ("call other than the phone", "phone", true),
            ("all except my card", "card", true),
            ("all except for cards", "cards", true),
            ("all except my card", "all", false),
            ("a concept card", "card", false),
            ("anything except", "except", false),
            ("the phone", "phone", false),
            ("phone", "phone", false),
        ] {
            let at = query.find(word).unwrap();
            let range = at..at + word.len();
            assert_eq!(is_set_aside(query, &range), expected, "{query}");
        }
    }
}
