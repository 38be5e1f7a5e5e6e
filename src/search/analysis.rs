//! The ways in which a text is cut into index terms.
//!
//! Words are precise but depend on where a dictionary sees their ends; grams need no dictionary but bleed. Measured on
//! Japanese questions each finds what the other misses, so both are indexed and a query asks both. And who asks just
//! what a section says that it answers, word for word, is to find it, however common the words are.

pub mod pairs;
pub mod signs;

use std::ops::Range;

use super::languages::Languages;
use crate::text::dialling;
use crate::text::segment::{self, Class, is_hangul};

/// Part of the fingerprint of an index: raise it when the terms of any text change.
pub const VERSION: u32 = 13;

/// A way of cutting a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Analyser {
    /// Words of ICU's dictionary, and telephone numbers without their separators.
    Words,
    /// Pairs of neighbouring characters where there are no spaces; stems of words, and neighbouring words, where there are;
    /// and signs that are a part of a name.
    Grams,
    /// The whole text as one term, without spaces and punctuation.
    Whole,
}

/// A term of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    /// Byte range in the folded text.
    pub range: Range<usize>,
}

impl Analyser {
    pub const ALL: [Self; 3] = [Self::Words, Self::Grams, Self::Whole];

    /// The name in the schema.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Grams => "grams",
            Self::Whole => "whole",
        }
    }

    /// The terms of a folded text, in a guide of these languages.
    pub fn tokens(self, folded: &str, languages: &Languages) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.each(folded, languages, |text, range| {
            let text = text.to_owned();
            tokens.push(Token { text, range });
        });
        tokens
    }

    /// Calls `found` with each of them: nobody who only looks at them need have a copy.
    pub fn each(
        self,
        folded: &str,
        languages: &Languages,
        mut found: impl FnMut(&str, Range<usize>),
    ) {
        match self {
            Self::Words => words(folded, &mut found),
            Self::Grams => grams(folded, languages, &mut found),
            Self::Whole => {
                if let Some(token) = whole(folded) {
                    found(&token.text, token.range);
                }
            }
        }
    }
}

fn words(folded: &str, found: &mut impl FnMut(&str, Range<usize>)) {
    // The mark of a long vowel is of the word before it, also where that is in hiragana.
    let is_mark = |range: &Range<usize>| folded[range.clone()].chars().all(|c| c == 'ー');
    for range in segment::words(folded).filter(|range| !is_mark(range)) {
        found(&folded[range.clone()], range);
    }
    for number in numbers(folded) {
        if number.is_phone_like() && number.text.len() < number.range.len() {
            found(&number.text, number.range);
        }
    }
}

fn grams(folded: &str, languages: &Languages, found: &mut impl FnMut(&str, Range<usize>)) {
    let joins = |a: Class, b: Class| (a.is_cjk() && b.is_cjk()) || (a.is_spaced() && b.is_spaced());
    let mut previous: Option<Range<usize>> = None;
    for run in segment::runs(folded, joins) {
        let text = &folded[run.clone()];
        if text.chars().next().is_some_and(|c| Class::of(c).is_cjk()) {
            bigrams(text, run.start, found);
            previous = None;
        } else {
            let stem = languages.stem(text);
            // A compound is written as one word or as several.
            if stem.starts_with(is_hangul) && stem.chars().nth(2).is_some() {
                bigrams(&stem, run.start, found);
            }
            found(&stem, run.clone());
            let pair = previous.and_then(|previous| pairs::token(folded, &previous, &run));
            if let Some(pair) = pair {
                found(&pair.text, pair.range);
            }
            previous = Some(run);
        }
    }
    for sign in signs::tokens(folded) {
        found(&sign.text, sign.range);
    }
}

fn whole(folded: &str) -> Option<Token> {
    let mut text = String::with_capacity(folded.len());
    text.extend(folded.chars().filter(|&c| Class::of(c) != Class::Other));
    (!text.is_empty()).then_some(Token {
        text,
        range: 0..folded.len(),
    })
}

/// Pairs of neighbours, and lone characters: one that is a run by itself could not be found otherwise, and a lone kanji
/// among kana is the part of a verb that does not inflect (変 in 変える and 変わった).
fn bigrams(run: &str, offset: usize, found: &mut impl FnMut(&str, Range<usize>)) {
    let chars: Vec<(usize, Class)> = run
        .char_indices()
        .map(|(at, c)| (at, Class::of(c)))
        .collect();
    let end = |index: usize| chars.get(index).map_or(run.len(), |&(at, _)| at);
    let is_han = |index: usize| {
        chars
            .get(index)
            .is_some_and(|&(_, class)| class == Class::Han)
    };
    let mut push = |range: Range<usize>| {
        found(
            &run[range.clone()],
            range.start + offset..range.end + offset,
        );
    };
    for index in 0..chars.len() {
        if index + 1 < chars.len() {
            push(end(index)..end(index + 2));
        }
        let is_lone_han = is_han(index) && !is_han(index + 1) && (index == 0 || !is_han(index - 1));
        if is_lone_han || chars.len() == 1 {
            push(end(index)..end(index + 1));
        }
    }
}

impl Token {
    /// Long enough to be a whole telephone number and no longer than one can be (E.164).
    pub fn is_phone_like(&self) -> bool {
        (9..=15).contains(&self.text.len())
    }
}

/// The numbers of a folded text with their groups joined: `0120-996-012`, `(0120) 996 012` and `+81 120 996 012` are
/// `0120996012`.
pub fn numbers(folded: &str) -> Vec<Token> {
    let mut numbers: Vec<Token> = Vec::new();
    for (at, c) in folded.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match numbers.last_mut() {
            Some(number) if is_separator(&folded[number.range.end..at]) => {
                number.text.push(c);
                number.range.end = at + 1;
            }
            _ => numbers.push(Token {
                text: c.to_string(),
                range: at..at + 1,
            }),
        }
    }
    for number in &mut numbers {
        if let Some(dialled) = within_japan(number, folded) {
            number.text = dialled;
        }
    }
    numbers
}

/// The digits as they are dialled in Japan, of a number that begins with `+81`.
fn within_japan(number: &Token, folded: &str) -> Option<String> {
    if !number.is_phone_like() || !folded[..number.range.start].ends_with('+') {
        return None;
    }
    dialling::within_japan(&number.text)
}

/// What may stand between the groups of one telephone number. The long mark is there since Japanese input methods give
/// it for the hyphen key.
fn is_separator(between: &str) -> bool {
    between.chars().count() <= 2
        && between
            .chars()
            .all(|c| matches!(c, '-' | ' ' | '(' | ')' | '.' | 'ー'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::fold::fold;

    fn languages() -> Languages {
        Languages::of(&[Language::JA, Language::EN])
    }

    fn cut(analyser: Analyser, text: &str) -> Vec<String> {
        let tokens = analyser.tokens(&fold(text), &languages());
        tokens.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn the_mark_of_a_long_vowel_is_no_word() {
        assert!(!cut(Analyser::Words, "じゃーん、サーバー").contains(&"ー".to_owned()));
        assert!(cut(Analyser::Words, "じゃーん、サーバー").contains(&"サーバー".to_owned()));
    }

    #[test]
    fn a_number_is_the_same_with_the_code_of_japan() {
        let number = |text: &str| numbers(&fold(text)).remove(0).text;
        for text in [
            "0120-996-012",
            "+81 120 996 012",
            "＋８１（０）１２０ー９９６ー０１２",
        ] {
            assert_eq!(number(text), "0120996012", "{text}");
        }
        assert_eq!(number("81 120 996 012"), "81120996012");
        assert_eq!(number("+81 12"), "8112");
    }

    #[test]
    fn words_and_grams() {
        let check = |text: &str, words: &[&str], grams: &[&str]| {
            assert_eq!(cut(Analyser::Words, text), words, "{text}");
            assert_eq!(cut(Analyser::Grams, text), grams, "{text}");
        };
        check("", &[], &[]);
        check("解約方法", &["解約", "方法"], &["解約", "約方", "方法"]);
        check(
            "Netflixの声",
            &["netflix", "の", "声"],
            &["netflix", "の声", "声"],
        );
        check("変える", &["変える"], &["変え", "変", "える"]);
        check("声 ﾊﾟｽ", &["声", "パス"], &["声", "パス"]);
        check(
            "Cancelling it",
            &["cancelling", "it"],
            &["cancel", "it", "\u{2}cancellingit"],
        );
        check(
            "wi-fi 5 GHz",
            &["wi", "fi", "5", "ghz"],
            &[
                "wi",
                "fi",
                "\u{2}wifi",
                "5",
                "\u{2}fi5",
                "ghz",
                "\u{2}5ghz",
                "wi-",
                "-fi",
            ],
        );
        check(
            "대형쓰레기",
            &["대형쓰레기"],
            &["대형", "형쓰", "쓰레", "레기", "대형쓰레기"],
        );
        check("1-2, 3", &["1", "2", "3"], &["1", "2", "3"]);
    }

    #[test]
    fn telephone_numbers_are_also_one_term() {
        for text in [
            "0120-996-012",
            "０１２０−９９６−０１２",
            "0120 996 012",
            "(0120)996-012",
            "0120ー996ー012",
            "0120996012",
        ] {
            assert!(
                cut(Analyser::Words, text).contains(&"0120996012".to_owned()),
                "{text}"
            );
        }
        for text in ["9:00〜21:00", "2026-11-01", "1, 2, 3, 4, 5, 6, 7, 8, 9"] {
            assert!(
                cut(Analyser::Words, text).iter().all(|term| term.len() < 5),
                "{text}"
            );
        }
    }

    #[test]
    fn a_whole_text_is_one_term() {
        assert_eq!(
            cut(Analyser::Whole, "What's  this, ＡＢＣ?"),
            ["whatsthisabc"]
        );
        assert_eq!(cut(Analyser::Whole, "解約したい。"), ["解約したい"]);
        assert_eq!(cut(Analyser::Whole, "?!"), [""; 0]);
    }

    #[test]
    fn ranges_point_at_the_text() {
        let text = "netflixを解約、0120-996-012";
        for token in [Analyser::Words, Analyser::Grams]
            .iter()
            .flat_map(|analyser| analyser.tokens(text, &languages()))
        {
            let part = &text[token.range.clone()];
            assert!(part == token.text || part == "0120-996-012", "{token:?}");
        }
    }
}
