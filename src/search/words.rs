//! The words of a query that carry its meaning, as a reader would underline them.
//!
//! Index terms are too small for that: a dictionary cuts 乗っ取られた into 乗|っ取|ら|れた, and bigrams have no meaning at
//! all. So terms are joined to words here, and particles, endings and small words are left out. What is
//! highlighted, what is reported as matched and what decides whether a section matches at all are these words.

use std::ops::Range;

use super::analysis;
use super::languages::Languages;
use crate::text::reading::{self, MorphemeKind};
use crate::text::segment::{self, Class, is_hiragana};

/// A reader types a sentence at most. What a pasted text says after that is left out, which bounds the time for it.
pub const MAX_QUERY_CHARS: usize = 400;

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the folded query.
    pub range: Range<usize>,
    /// Folded.
    pub text: String,
    pub kind: WordKind,
    /// The query ends with it, so it may not be typed to its end yet.
    pub open: bool,
}

impl Word {
    /// The part of its range that does not inflect. What stands there makes it this word and no other.
    pub fn core(&self) -> Range<usize> {
        match &self.kind {
            WordKind::Kanji { core, tail } => {
                let end = self.range.end - tail.len();
                end - core.len()..end
            }
            _ => self.range.clone(),
        }
    }
}

/// How a word is written, which decides how it is found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordKind {
    /// From the first to the last kanji, and the kana after that, which inflect: 忘 + れた.
    Kanji {
        core: String,
        tail: String,
    },
    Katakana,
    /// Only where a query consists of nothing else.
    Hiragana,
    /// A word between spaces, with its stem.
    Spaced {
        stem: String,
    },
    /// A word with the signs that belong to it, or signs alone: `c++`, `->`.
    Sign,
    /// A time of day: `11pm`, 夜の11時.
    Time,
    /// Digits, without what separates their groups.
    Number {
        digits: String,
    },
}

/// The words of a folded query, in order.
pub fn of(folded: &str, languages: &Languages) -> Vec<Word> {
    let mut words = content(folded, languages);
    if words.is_empty() {
        words = fallback(folded, languages);
    }
    if let Some(last) = words.last_mut() {
        last.open = last.range.end == folded.len();
    }
    words
}

/// The words of a folded text that is complete: none is still being typed.
pub(super) fn closed(folded: &str, languages: &Languages) -> Vec<Word> {
    let mut words = of(folded, languages);
    for word in &mut words {
        word.open = false;
    }
    words
}

/// The words that carry the meaning of a folded query, without regard to hiragana.
pub(super) fn content(folded: &str, languages: &Languages) -> Vec<Word> {
    let numbers: Vec<_> = analysis::numbers(folded)
        .into_iter()
        .filter(analysis::Token::is_phone_like)
        .collect();
    let mut builder = Builder {
        words: Vec::new(),
        languages,
    };
    if languages.asks_in_chinese(folded) {
        builder.chinese(folded, &numbers);
        return builder.words;
    }
    let mut parts = reading::morphemes(folded).peekable();
    while let Some(part) = parts.next() {
        let text = &folded[part.range.clone()];
        let next = parts.peek().map_or("", |next| &folded[next.range.clone()]);
        match part.kind {
            MorphemeKind::Kanji => {
                // 粗大ごみ is rubbish too.
                let kana = text.len() - reading::noun_behind(text);
                let range = part.range.start..part.range.start + kana;
                builder.kanji(&text[..kana], range, next);
                if kana < text.len() {
                    let range = part.range.start + kana..part.range.end;
                    builder.push(&text[kana..], range, WordKind::Hiragana);
                }
            }
            // The mark of a long vowel belongs to what stands before it.
            MorphemeKind::Katakana if text.chars().all(|c| c == 'ー') => {}
            MorphemeKind::Katakana => builder.katakana(text, part.range),
            MorphemeKind::Hiragana => builder.hiragana(text, part.range),
            MorphemeKind::Function => builder.ending(text, &part.range),
            MorphemeKind::Other => {
                for word in segment::words(text) {
                    let range = part.range.start + word.start..part.range.start + word.end;
                    builder.other(&text[word], range, &numbers);
                }
            }
        }
    }
    builder.words
}

/// Whether a range lies in another.
pub(super) const fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What a query of only small words is about after all: its hiragana, or those small words.
pub(super) fn fallback(folded: &str, languages: &Languages) -> Vec<Word> {
    segment::runs(folded, |a, b| a == b || (a.is_spaced() && b.is_spaced()))
        .into_iter()
        .map(|range| {
            let text = folded[range.clone()].to_owned();
            let kind = if is_hiragana(&text) {
                WordKind::Hiragana
            } else {
                WordKind::Spaced {
                    stem: languages.stem(&text).into_owned(),
                }
            };
            Word {
                range,
                text,
                kind,
                open: false,
            }
        })
        .collect()
}

/// Auxiliaries that stand behind verbs and adjectives and are read as one with them.
const ENDINGS: &[&str] = &[
    "れ",
    "れる",
    "られ",
    "られる",
    "せ",
    "せる",
    "させ",
    "させる",
    "た",
    "だ",
    "て",
    "で",
    "ない",
    "なく",
    "なかっ",
    "ん",
    "ず",
    "ます",
    "まし",
    "ませ",
    "たい",
    "たく",
    "たかっ",
    "ば",
    "う",
    "よう",
];

/// It asks for what stands behind it, and is no part of what stands before it.
const WHAT: &str = "何";

/// How a verb goes on that is done no more.
pub(super) const NO_MORE: &str = "なくな";

struct Builder<'a> {
    words: Vec<Word>,
    languages: &'a Languages,
}

impl Builder<'_> {
    /// The words of a text that has no Japanese ones, as a dictionary sees them. Characters by themselves are one word that it does
    /// not know where they touch; else verbs and the like, which tell nothing beside words.
    fn chinese(&mut self, folded: &str, numbers: &[analysis::Token]) {
        let is_single = |text: &str| text.chars().nth(1).is_none();
        let mut singles_end = None;
        for range in segment::words(folded) {
            let text = &folded[range.clone()];
            if !text.starts_with(is_han) {
                self.other(text, range, numbers);
                continue;
            }
            let languages = self.languages;
            // The dictionary has words of small words too: 我想.
            let is_small = |c: char| languages.is_small_word(c.encode_utf8(&mut [0; 4]));
            if languages.is_small_word(text) || text.chars().all(is_small) {
                continue;
            }
            if is_single(text) && singles_end == Some(range.start) {
                singles_end = Some(range.end);
                self.kanji(text, range, "");
            } else {
                singles_end = is_single(text).then_some(range.end);
                self.push(text, range, kanji_kind(text));
            }
        }
        let has_words = self.words.iter().any(|word| !is_single(&word.text));
        self.words
            .retain(|word| !has_words || !is_single(&word.text) || !word.text.starts_with(is_han));
    }

    /// A word between spaces, or a part of a number.
    fn other(&mut self, token: &str, range: Range<usize>, numbers: &[analysis::Token]) {
        let mut numbers = numbers.iter();
        match numbers.find(|number| contains(&number.range, &range)) {
            Some(number) => self.number(number),
            None => self.spaced(token, range),
        }
    }

    fn number(&mut self, number: &analysis::Token) {
        if self
            .words
            .last()
            .is_some_and(|word| word.range == number.range)
        {
            return;
        }
        let kind = WordKind::Number {
            digits: number.text.clone(),
        };
        self.push(&number.text, number.range.clone(), kind);
    }

    fn spaced(&mut self, token: &str, range: Range<usize>) {
        if self.languages.is_small_word(token) {
            return;
        }
        let kind = match token.parse::<u64>() {
            Ok(_) if token.is_ascii() => WordKind::Number {
                digits: token.to_owned(),
            },
            _ => WordKind::Spaced {
                stem: self.languages.stem(token).into_owned(),
            },
        };
        self.push(token, range, kind);
    }

    fn push(&mut self, text: &str, range: Range<usize>, kind: WordKind) {
        self.words.push(Word {
            range,
            text: text.to_owned(),
            kind,
            open: false,
        });
    }

    /// The word that ends where a token begins.
    fn before(&mut self, range: &Range<usize>) -> Option<&mut Word> {
        self.words
            .last_mut()
            .filter(|word| word.range.end == range.start)
    }

    fn kanji(&mut self, token: &str, range: Range<usize>, next: &str) {
        // What is one kanji belongs to it: 2|回目.
        let is_counter = self.is_counter() && token.chars().nth(1).is_some();
        if let Some(word) = self.before(&range)
            && matches!(word.kind, WordKind::Kanji { .. })
            && !is_counter
            && belongs_together(&word.text, token)
            && !is_verb(token, next)
            && token != WHAT
        {
            word.text.push_str(token);
            word.range.end = range.end;
            word.kind = kanji_kind(&word.text);
            return;
        }
        self.push(token, range, kanji_kind(token));
    }

    /// What a verb ends with belongs to it: 乗っ取ら|れ|た.
    fn ending(&mut self, text: &str, range: &Range<usize>) {
        let Some(word) = self.before(range) else {
            return;
        };
        let inflects = match &word.kind {
            WordKind::Kanji { tail, .. } => !tail.is_empty(),
            WordKind::Hiragana => true,
            _ => false,
        };
        // 使えるよう is no 使えよう.
        let is_likeness = text == "よう" && word.text.ends_with(VERBS_END);
        if !inflects || is_likeness || !ENDINGS.contains(&text) {
            return;
        }
        word.text.push_str(text);
        word.range.end = range.end;
        if let WordKind::Kanji { tail, .. } = &mut word.kind {
            tail.push_str(text);
        }
    }

    /// A word in hiragana, but for the なくなった of 動かなくなった: that is no verb, and nothing was lost.
    fn hiragana(&mut self, token: &str, range: Range<usize>) {
        let is_auxiliary = token.starts_with(NO_MORE)
            && self.before(&range).is_some_and(|word| match &word.kind {
                WordKind::Kanji { tail, .. } => !tail.is_empty(),
                WordKind::Hiragana => true,
                _ => false,
            });
        if !is_auxiliary {
            self.push(token, range, WordKind::Hiragana);
        }
    }

    /// Whether the last word counts what stands behind it: 2|匹.
    fn is_counter(&self) -> bool {
        match self.words.as_slice() {
            [.., number, counter] => {
                matches!(number.kind, WordKind::Number { .. })
                    && number.range.end == counter.range.start
            }
            _ => false,
        }
    }

    fn katakana(&mut self, token: &str, range: Range<usize>) {
        match self.before(&range) {
            Some(word) if word.kind == WordKind::Katakana => {
                word.text.push_str(token);
                word.range.end = range.end;
            }
            _ => self.push(token, range, WordKind::Katakana),
        }
    }
}

/// Whether a dictionary has cut one word in two: 乗|っ取, 再|起動, 解約|金. Not 解約|方法, which are two words, nor 新しい|版 and 昨日|急に.
fn belongs_together(word: &str, token: &str) -> bool {
    let is_single = |text: &str| text.chars().count() == 1;
    let is_finished = || {
        FINISHED.iter().any(|end| word.ends_with(end))
            || DAYS.contains(&word) && !OF_DAYS.contains(&token)
    };
    is_single(word) || (is_single(token) && !is_finished()) || token.starts_with('っ')
}

/// Whether a word with what stands behind it is a verb, which is no part of the noun before it, though there is no particle between them:
/// 音|出ない, 金|引かれた, 犬|飼う. Not 乗|っ取る.
fn is_verb(token: &str, next: &str) -> bool {
    let goes_on = ENDINGS.contains(&next);
    if !token.ends_with(is_han) {
        return !token.starts_with('っ') && (goes_on || token.ends_with(VERBS_END));
    }
    let is_single = token.chars().nth(1).is_none();
    // 充電器ない has no verb.
    is_single && OF_VERBS.contains(&next) && reading::is_known(&format!("{token}る"))
}

/// What verbs end with in a dictionary.
const VERBS_END: [char; 9] = ['る', 'う', 'く', 'す', 'つ', 'ぬ', 'む', 'ぶ', 'ぐ'];

/// Endings that hardly stand behind nouns.
const OF_VERBS: &[&str] = &[
    "た",
    "て",
    "ない",
    "なく",
    "なかっ",
    "ます",
    "まし",
    "ませ",
    "たい",
    "たく",
    "ず",
];

/// What verbs and adjectives end with where they are said of what stands behind them, or go on with it. Within a word they end
/// otherwise: 書き方, 捨て場.
const FINISHED: &[&str] = &[
    "る", "う", "く", "す", "む", "ぶ", "ぐ", "た", "だ", "ない", "しい", "きい", "さい", "って",
    "いて", "して", "えて", "けて", "げて", "せて", "べて", "めて", "れて", "みて", "きて", "んで",
    "の",
];

/// Days and the like, behind which another word begins without a particle: 明日|朝.
const DAYS: &[&str] = &[
    "一昨日",
    "昨日",
    "今日",
    "明日",
    "明後日",
    "昨夜",
    "昨晩",
    "今朝",
    "今夜",
    "今晩",
    "毎日",
    "毎朝",
    "毎晩",
    "先日",
    "前日",
    "翌日",
    "先週",
    "今週",
    "来週",
    "毎週",
    "先月",
    "今月",
    "来月",
    "毎月",
    "去年",
    "昨年",
    "今年",
    "来年",
    "毎年",
    "最近",
    "突然",
    "今回",
    "前回",
    "次回",
];

/// What belongs to them all the same: 今日中, 今月分.
const OF_DAYS: &[&str] = &["中", "分", "度", "号", "付", "末", "初", "比"];

pub(super) fn is_han(c: char) -> bool {
    Class::of(c) == Class::Han
}

fn kanji_kind(text: &str) -> WordKind {
    let start = text.find(is_han).unwrap_or(0);
    let end = text
        .char_indices()
        .rev()
        .find(|&(_, c)| is_han(c))
        .map_or(text.len(), |(at, c)| at + c.len_utf8());
    WordKind::Kanji {
        core: text[start..end].to_owned(),
        tail: text[end..].to_owned(),
    }
}

#[cfg(test)]
mod tests;
