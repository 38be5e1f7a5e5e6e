//! What is compared of a query with ways of speaking: stems, in order, and whether they are negated.

use std::ops::Range;

use crate::language::{EMPTY_JA, Endings};
use crate::search::words::NO_MORE;
use crate::text::reading;
use crate::text::segment::{self, Class};

/// A word of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In bytes.
    pub range: Range<usize>,
    /// What all its forms share; see [`tokens`].
    pub key: String,
}

/// Stands behind what is negated, and before what is written in kana.
pub(super) const NOT: char = '-';
pub(super) const KANA: char = '~';

/// Words of English that nothing hangs on.
const SMALL: &[&str] = &[
    "a",
    "am",
    "an",
    "and",
    "any",
    "are",
    "be",
    "been",
    "being",
    "can",
    "completely",
    "could",
    "did",
    "do",
    "does",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "i",
    "i'm",
    "i've",
    "is",
    "it",
    "it's",
    "its",
    "just",
    "may",
    "me",
    "my",
    "of",
    "our",
    "please",
    "really",
    "she",
    "should",
    "so",
    "some",
    "still",
    "suddenly",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "very",
    "was",
    "we",
    "were",
    "will",
    "would",
    "you",
    "your",
];

/// Words of Japanese that nothing hangs on.
const SMALL_JA: &[&str] = &[
    "全く",
    "まったく",
    "ぜんぜん",
    "もう",
    "すぐ",
    "ちょっと",
    "少し",
    "とても",
    "すごく",
    "なんか",
    "なぜか",
    "今日",
    "昨日",
    "朝",
    "今",
    "今朝",
    "時々",
    "何度",
    "たまに",
    "ずっと",
    "やっぱり",
];

/// How English says that something is not so.
const NEGATIONS: &[&str] = &[
    "arent", "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "havent", "isnt", "never",
    "no", "not", "wont", "wasnt",
];

/// How Japanese does, behind a stem.
const NEGATIVE: &[&str] = &[
    "ない",
    "なく",
    "なかっ",
    "なかった",
    "ません",
    "ませ",
    "へん",
    "ねえ",
    "ねー",
    "まへん",
    "ぬ",
];

/// Words in hiragana that the table of readings leaves to the grammar, up to what all forms share.
const KANA_WORDS: &[&str] = &[
    "いくら",
    "いじ",
    "いつ",
    "いっぱい",
    "いら",
    "うまくい",
    "かか",
    "くっつ",
    "ただ",
    "つか",
    "どう",
    "どこ",
    "なくし",
    "ばれ",
    "ほし",
    "もら",
];

/// What a stretch of hiragana behind a word begins with that is no ending of it.
pub(super) const PARTICLES: &[char] = &['が', 'を', 'は', 'も', 'に', 'と', 'へ', 'の', 'や'];

/// How it says, behind a particle, that there is none.
const ABSENT: &[&str] = &[
    "ない",
    "なく",
    "なかっ",
    "ありませ",
    "あらへん",
    "あれへん",
    "ねえ",
    "ねー",
    "ございませ",
];

/// As many kana behind a stem are its ending.
const LONGEST_ENDING: usize = 8;

/// The words of a folded text.
///
/// Of Japanese a word is its kanji and the letters of its reading as far as all forms share them: 消kie of 消えた, and 消kes of 消す. One in kana
/// has only the letters. Of English it is its stem; a negation is a word.
pub fn tokens(folded: &str) -> Vec<Token> {
    let mut tokens = spaced(folded);
    tokens.extend(japanese(folded));
    tokens.sort_by_key(|token| token.range.start);
    tokens
}

fn spaced(folded: &str) -> Vec<Token> {
    let words = segment::words(folded);
    let words = words.filter(|word| folded[word.clone()].starts_with(|c| Class::of(c).is_spaced()));
    // How an address begins is nothing that anybody says.
    let words = words.filter(|word| !folded[word.end..].starts_with("://"));
    let token = |range: Range<usize>| {
        let word = &folded[range.clone()];
        let plain = word.replace('\'', "");
        let key = if word.ends_with("n't") || NEGATIONS.contains(&plain.as_str()) {
            "not".to_owned()
        } else if SMALL.contains(&word) {
            return None;
        } else {
            Endings::English.stem(word).into_owned()
        };
        Some(Token { range, key })
    };
    words.filter_map(token).collect()
}

fn japanese(folded: &str) -> Vec<Token> {
    let mut words: Vec<_> = reading::words(folded).collect();
    // The なくなった of 動かなくなった is no verb.
    words.dedup_by(|next, before| {
        let inflects = folded[..before.range.end].ends_with(|c| Class::of(c) == Class::Hiragana);
        inflects
            && before.range.end == next.range.start
            && folded[next.range.clone()].starts_with(NO_MORE)
    });
    let starts: Vec<usize> = words.iter().map(|word| word.range.start).collect();
    let token = |(at, word): (usize, reading::Reading)| {
        let written = &folded[word.range.clone()];
        let noun = written.strip_suffix('に').unwrap_or(written);
        if SMALL_JA.contains(&written) || EMPTY_JA.contains(&noun) {
            return None;
        }
        let next = starts.get(at + 1).copied().unwrap_or(folded.len());
        let behind = &folded
            [word.range.start + word.written_stem..next.max(word.range.start + word.written_stem)];
        let mut key: String = written
            .chars()
            .filter(|&c| Class::of(c) == Class::Han)
            .collect();
        if key.is_empty() {
            key.push(KANA);
        }
        key.push_str(&word.letters[..word.stem]);
        if is_negated(behind) {
            key.push(NOT);
        }
        Some(Token {
            range: word.range,
            key,
        })
    };
    let kana = kana_words(folded, &words);
    words
        .into_iter()
        .enumerate()
        .filter_map(token)
        .chain(kana)
        .collect()
}

/// The words of [`KANA_WORDS`] that begin a stretch of hiragana in which no other word is, or stand behind its particle.
fn kana_words(folded: &str, words: &[reading::Reading]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let ends = words.iter().map(|word| word.range.clone());
    for next in ends.chain(std::iter::once(folded.len()..folded.len())) {
        let between = &folded[at..next.start.max(at)];
        let rest = between
            .strip_prefix(PARTICLES)
            .or_else(|| between.strip_prefix('で'))
            .unwrap_or(between);
        let start = at + between.len() - rest.len();
        if let Some(stem) = KANA_WORDS.iter().find(|stem| rest.starts_with(**stem)) {
            let mut key = format!("{KANA}{stem}");
            if is_negated(&rest[stem.len()..]) {
                key.push(NOT);
            }
            tokens.push(Token {
                range: start..start + stem.len(),
                key,
            });
        }
        at = next.end.max(at);
    }
    tokens
}

/// Whether what stands behind a stem negates it: 映|らない, 映|りません, 映|らん.
fn is_negated(behind: &str) -> bool {
    let is_kana = |c: &char| Class::of(*c) == Class::Hiragana || *c == 'ー';
    let ending: String = behind
        .chars()
        .take_while(is_kana)
        .take(LONGEST_ENDING)
        .collect();
    if let Some(rest) = ending.strip_prefix(PARTICLES) {
        return ABSENT.iter().any(|absent| rest.starts_with(absent));
    }
    let is_short = || {
        let mut before = ending.chars();
        let mut pairs = ending.chars().skip(1).map(|c| (before.next(), c));
        pairs.any(|pair| matches!(pair, (Some('ら' | 'か' | 'わ' | 'ま' | 'ば' | 'さ'), 'ん')))
    };
    NEGATIVE.iter().any(|negative| ending.contains(negative)) || is_short()
}
