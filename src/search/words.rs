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
    for part in reading::morphemes(folded) {
        let text = &folded[part.range.clone()];
        match part.kind {
            MorphemeKind::Kanji => {
                // 粗大ごみ is rubbish too.
                let kana = text.len() - reading::noun_behind(text);
                builder.kanji(&text[..kana], part.range.start..part.range.start + kana);
                if kana < text.len() {
                    let range = part.range.start + kana..part.range.end;
                    builder.push(&text[kana..], range, WordKind::Hiragana);
                }
            }
            MorphemeKind::Katakana => builder.katakana(text, part.range),
            MorphemeKind::Hiragana => builder.push(text, part.range, WordKind::Hiragana),
            MorphemeKind::Function => builder.ending(text, &part.range),
            MorphemeKind::Other => {
                for word in segment::words(text) {
                    let range = part.range.start + word.start..part.range.start + word.end;
                    match numbers
                        .iter()
                        .find(|number| contains(&number.range, &range))
                    {
                        Some(number) => builder.number(number),
                        None => builder.spaced(&text[word], range),
                    }
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
                    stem: languages.stem(&text),
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

struct Builder<'a> {
    words: Vec<Word>,
    languages: &'a Languages,
}

impl Builder<'_> {
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
                stem: self.languages.stem(token),
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

    fn kanji(&mut self, token: &str, range: Range<usize>) {
        if let Some(word) = self.before(&range)
            && matches!(word.kind, WordKind::Kanji { .. })
            && belongs_together(&word.text, token)
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
        if !inflects || !ENDINGS.contains(&text) {
            return;
        }
        word.text.push_str(text);
        word.range.end = range.end;
        if let WordKind::Kanji { tail, .. } = &mut word.kind {
            tail.push_str(text);
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

/// Whether a dictionary has cut one word in two: 乗|っ取, 再|起動, 解約|金. Not 解約|方法, which are two words.
fn belongs_together(word: &str, token: &str) -> bool {
    let is_single = |text: &str| text.chars().count() == 1;
    is_single(word) || is_single(token) || !token.chars().next().is_some_and(is_han)
}

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
mod tests {
    use super::*;
    use crate::language::Language;

    fn of(query: &str) -> Vec<Word> {
        super::of(query, &Languages::of(&[Language::JA, Language::EN]))
    }

    #[test]
    fn words_of_queries() {
        let check = |query: &str, expected: &[&str]| {
            let words: Vec<String> = of(query).into_iter().map(|word| word.text).collect();
            assert_eq!(words, expected, "{query}");
        };
        check("", &[]);
        check("!?", &[]);
        check("解約方法", &["解約", "方法"]);
        check("解約したい", &["解約"]);
        check("ログイン出来ない", &["ログイン", "出来"]);
        check("パスワードを忘れた", &["パスワード", "忘れた"]);
        check("乗っ取られた", &["乗っ取られた"]);
        check("再生が止まってしまいます", &["再生", "止まって"]);
        check("二段階認証", &["二段階", "認証"]);
        check("解約金", &["解約金"]);
        check("粗大ごみの日", &["粗大", "ごみ", "日"]);
        check("燃えるごみ", &["燃える", "ごみ"]);
        check("犬の里親", &["犬", "里親"]);
        check("探しています", &["探して"]);
        check("how do i cancel?", &["cancel"]);
        check("i can't log in", &["log"]);
        check("how is it", &["how", "is", "it"]);
        check("つながらない", &["つながらない"]);
        check("0120-996-012に電話", &["0120996012", "電話"]);
        check("24 時間", &["24", "時間"]);
    }

    #[test]
    fn a_verb_has_a_core_and_an_ending() {
        let kind = |query: &str| of(query).remove(0).kind;
        let kanji = |core: &str, tail: &str| WordKind::Kanji {
            core: core.into(),
            tail: tail.into(),
        };
        assert_eq!(kind("乗っ取られた"), kanji("乗っ取", "られた"));
        assert_eq!(kind("忘れた"), kanji("忘", "れた"));
        assert_eq!(kind("お問い合わせ"), kanji("問い合", "わせ"));
        assert_eq!(kind("解約した"), kanji("解約", ""));
    }

    #[test]
    fn only_the_last_word_is_open() {
        let open = |query: &str| of(query).iter().map(|word| word.open).collect::<Vec<_>>();
        assert_eq!(open("card num"), [false, true]);
        assert_eq!(open("card num "), [false, false]);
        assert_eq!(open("解約を"), [false]);
    }
}
