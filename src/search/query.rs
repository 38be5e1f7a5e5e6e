//! What a reader typed → what is looked up.
//!
//! A query is just text: no character has a meaning of its own, and there is no wrong query. It becomes a flat list of
//! [`Clause`]s, one per term and analyser, any of which may match. A clause has [`Variant`]s: the term itself, and what
//! stands in for it.

use std::ops::Range;

use super::Via;
use super::analysis::{Analyser, Token};
use super::words::{self, Word, is_small_word};
use crate::text::fold::fold;
use crate::text::segment::is_hiragana;

/// A query, taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What it is about.
    pub words: Vec<Word>,
    /// What is looked up. At most [`MAX_CLAUSES`].
    pub clauses: Vec<Clause>,
}

/// One term of the query in one analyser's fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    pub analyser: Analyser,
    /// The word of the query that it is a part of. Bigrams across two words are a part of none, nor are endings: 借りたい
    /// is found where 借り stands, and not where たい does.
    pub word: Option<usize>,
    /// A section scores as in the best of them.
    pub variants: Vec<Variant>,
}

/// A term to look up for a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    pub term: String,
    pub via: Via,
    /// What the variant's score is multiplied with.
    pub weight: f32,
}

/// What matched is a bit set, so no more than its bits.
pub const MAX_CLAUSES: usize = 128;

/// One is for the query as a whole, the others are shared by words and grams.
const MAX_BY_ANALYSER: usize = (MAX_CLAUSES - 1) / 2;

/// Words that begin with what was typed are likely meant, but the word itself is likelier.
const PREFIX_WEIGHT: f32 = 0.8;

impl Query {
    pub fn parse(text: &str) -> Self {
        let text: String = text.chars().take(words::MAX_QUERY_CHARS).collect();
        let folded = fold(&text);
        let words = words::of(&folded);
        let mut clauses = Vec::new();
        for analyser in Analyser::ALL {
            let tokens = telling(analyser, analyser.tokens(&folded), &folded);
            clauses.extend(tokens.into_iter().take(MAX_BY_ANALYSER).map(|token| {
                Clause {
                    analyser,
                    word: words
                        .iter()
                        .position(|word| is_part(analyser, word, &token.range)),
                    variants: variants(analyser, &token, folded.len()),
                }
            }));
        }
        Self { words, clauses }
    }
}

/// Each term once, without those that say nothing, unless there are no others.
///
/// What is left out by one analyser stays with the other, so that a query of common words still prefers the section with
/// just these. Of Japanese, particles and endings are left out as words: measured to gain right answers, while leaving
/// out their bigrams as well loses more than it saves time. Of English, small words are left out as stems.
fn telling(analyser: Analyser, tokens: Vec<Token>, folded: &str) -> Vec<Token> {
    let says_nothing = |token: &Token| {
        let text = &folded[token.range.clone()];
        match analyser {
            Analyser::Words => is_hiragana(text),
            Analyser::Grams => is_small_word(text),
            Analyser::Whole => false,
        }
    };
    let mut distinct: Vec<Token> = Vec::new();
    let all_say_nothing = tokens.iter().all(says_nothing);
    for token in tokens {
        let is_new = || distinct.iter().all(|other| other.text != token.text);
        if (all_say_nothing || !says_nothing(&token)) && distinct.len() < MAX_CLAUSES && is_new() {
            distinct.push(token);
        }
    }
    distinct
}

fn variants(analyser: Analyser, token: &Token, query_end: usize) -> Vec<Variant> {
    let mut variants = vec![Variant {
        term: token.text.clone(),
        via: Via::Exact,
        weight: 1.0,
    }];
    let may_go_on = analyser == Analyser::Words && token.range.end == query_end;
    // One hiragana character begins half of all words.
    if may_go_on && !(is_hiragana(&token.text) && token.text.chars().count() == 1) {
        variants.push(Variant {
            term: token.text.clone(),
            via: Via::Prefix,
            weight: PREFIX_WEIGHT,
        });
    }
    variants
}

/// Whether a term is a part of a word. A dictionary's word may have its ending with it (忘れ), bigrams may not.
fn is_part(analyser: Analyser, word: &Word, term: &Range<usize>) -> bool {
    let core = word.core();
    match analyser {
        Analyser::Words => {
            contains(&word.range, term) && term.start < core.end && core.start < term.end
        }
        Analyser::Grams => contains(&core, term),
        Analyser::Whole => false,
    }
}

const fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(query: &str, analyser: Analyser) -> Vec<String> {
        Query::parse(query)
            .clauses
            .into_iter()
            .filter(|clause| clause.analyser == analyser)
            .flat_map(|clause| clause.variants)
            .map(|variant| match variant.via {
                Via::Prefix => variant.term + "*",
                _ => variant.term,
            })
            .collect()
    }

    #[test]
    fn terms_of_queries() {
        let check = |query: &str, words: &[&str], grams: &[&str]| {
            assert_eq!(terms(query, Analyser::Words), words, "{query}");
            assert_eq!(terms(query, Analyser::Grams), grams, "{query}");
        };
        check("", &[], &[]);
        check("解約", &["解約", "解約*"], &["解約"]);
        check("解約 ", &["解約"], &["解約"]);
        check("忘れた", &["忘れ"], &["忘れ", "忘", "れた"]);
        check("解約する", &["解約"], &["解約", "約す", "する"]);
        check("する", &["する", "する*"], &["する"]);
        check(
            "how do I cancel",
            &["how", "do", "i", "cancel", "cancel*"],
            &["cancel"],
        );
        check("how is it?", &["how", "is", "it"], &["how", "is", "it"]);
        check("card card", &["card"], &["card"]);
        check("+a -b \"c", &["a", "b", "c", "c*"], &["b", "c"]);
        check("title:解約*", &["title", "解約"], &["titl", "解約"]);
    }

    #[test]
    fn clauses_know_their_word() {
        let check = |query: &str, expected: &[Option<usize>]| {
            let words: Vec<_> = Query::parse(query).clauses.iter().map(|c| c.word).collect();
            assert_eq!(words, expected, "{query}");
        };
        // 解約 方法, 解約 約方 方法
        check(
            "解約方法",
            &[Some(0), Some(1), Some(0), None, Some(1), None],
        );
        // 忘れ, 忘れ 忘 れた
        check("忘れた", &[Some(0), None, Some(0), None, None]);
        // 乗 っ取, 乗っ 乗 っ取 取ら 取 られ れた
        let is_core = [
            true, true, true, true, true, false, true, false, false, false,
        ];
        check("乗っ取られた", &is_core.map(|part| part.then_some(0)));
    }

    #[test]
    fn long_queries_are_bounded() {
        let long: String = ('一'..='龠').take(10_000).collect();
        let query = Query::parse(&long);
        assert!(query.clauses.len() <= MAX_CLAUSES);
        assert!(!query.clauses.is_empty());
    }
}
