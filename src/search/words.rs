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

/// How a verb goes on that is done no more.
const NO_MORE: &str = "なくな";

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
                self.kanji(text, range);
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

    fn kanji(&mut self, token: &str, range: Range<usize>) {
        // What is one kanji belongs to it: 2|回目.
        let is_counter = self.is_counter() && token.chars().nth(1).is_some();
        if let Some(word) = self.before(&range)
            && matches!(word.kind, WordKind::Kanji { .. })
            && !is_counter
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

/// Whether a dictionary has cut one word in two: 乗|っ取, 再|起動, 解約|金. Not 解約|方法, which are two words, nor 新しい|版.
fn belongs_together(word: &str, token: &str) -> bool {
    let is_single = |text: &str| text.chars().count() == 1;
    let is_finished = || FINISHED.iter().any(|end| word.ends_with(end));
    is_single(word)
        || (is_single(token) && !is_finished())
        || !token.chars().next().is_some_and(is_han)
}

/// What verbs and adjectives end with where they are said of what stands behind them, or go on with it. Within a word they end
/// otherwise: 書き方, 捨て場.
const FINISHED: &[&str] = &[
    "る", "う", "く", "す", "む", "ぶ", "ぐ", "た", "だ", "ない", "しい", "きい", "さい", "って",
    "いて", "して", "えて", "けて", "げて", "せて", "べて", "めて", "れて", "みて", "きて", "んで",
    "の",
];

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
    use crate::text::fold::fold;

    #[test]
    fn words_of_chinese_and_korean_queries() {
        let languages = ["ja", "zh-Hans", "zh-Hant", "ko"].map(|tag| tag.parse().expect(tag));
        let languages = Languages::of(&languages);
        let check = |query: &str, expected: &[&str]| {
            let words = super::of(&fold(query), &languages);
            let words: Vec<String> = words.into_iter().map(|word| word.text).collect();
            let expected: Vec<String> = expected.iter().map(|word| fold(word)).collect();
            assert_eq!(words, expected, "{query}");
        };
        check("垃圾怎么扔", &["垃圾", "怎么"]);
        check("垃圾怎麼丟", &["垃圾", "怎么"]);
        check("扔", &["扔"]);
        check("发票", &["发票"]);
        check("大件垃圾的费用", &["大件", "垃圾", "费用"]);
        check("我想办理搬家手续", &["办理", "搬家", "手续"]);
        check("国民健康保险", &["国民", "健康", "保险"]);
        check("请问市役所在哪里", &["市役所", "哪里"]);
        check("쓰레기는 언제 버려요?", &["쓰레기는", "언제", "버려요"]);
        check("전입 신고 하려면", &["전입", "신고"]);
        // Kana are Japanese.
        check("ごみの日", &["ごみ", "日"]);
    }

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
        check("何時に閉まりますか", &["何時", "閉まります"]);
        check("大きい袋", &["大きい", "袋"]);
        check("置いた物の書き方", &["置いた", "物", "書き方"]);
        check("いくらになるのでしょうか、手続き", &["手続き"]);
        check("how do i cancel?", &["cancel"]);
        check("i can't log in", &["log"]);
        check("how is it", &["how", "is", "it"]);
        check("つながらない", &["つながらない"]);
        check("0120-996-012に電話", &["0120996012", "電話"]);
        check("24 時間", &["24", "時間"]);
        check("検索が動かなくなった", &["検索", "動か"]);
        check("つながらなくなりました", &["つながら"]);
        check("鍵がなくなった", &["鍵", "なくなった"]);
        check("犬を2匹飼う", &["犬", "2", "匹", "飼う"]);
        check("2回目の請求", &["2", "回目", "請求"]);
        check("2台駐車できる", &["2", "台", "駐車"]);
        check("他の人", &["他の", "人"]);
        check("吠えて夜", &["吠えて", "夜"]);
        check("どの程度なのでしょうか", &["程度"]);
        check("捨て場", &["捨て場"]);
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
