//! What was found, how, and what else there is to try.

use std::borrow::Cow;
use std::ops::Range;

use super::desk::remark;
use crate::language::Language;
use crate::search::{Hit, Match, ReadAs, Results, Via};
use crate::text::fold::fold;
use crate::text::segment::{self, Class};

/// What a language says of it.
pub trait Words {
    /// How many were found, or at least how many, in full and in short.
    fn count(&self, total: usize, at_least: bool) -> [String; 2];
    /// By which spelling they were found, in full and in short.
    fn showing(&self, spelling: &str) -> [String; 2];
    /// Words that are not in the guide, in full and in short.
    fn missing(&self, words: &[String]) -> [String; 2];
    /// As what the words of the query were read.
    fn tried(&self, readings: &[String]) -> String;
    /// So many hits are not in the list, or so many at least.
    fn left_out(&self, count: usize, at_least: bool) -> String;
    /// A word that was typed, and one that means nearly the same.
    fn related(&self, typed: &str, found: &str) -> String;
    fn did_you_mean(&self) -> &'static str;
    /// Which key searches, in full and in short.
    fn press(&self, key: &str) -> [String; 2];
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// `検索結果 7件`, `7 results`; `検索結果 500件以上`, `500+ results` where not all were counted; and the same in short.
pub fn count(lang: Language, results: &Results) -> [String; 2] {
    words(lang).count(results.total, results.at_least)
}

/// Says how many hits are not in the list, if any.
pub fn left_out(results: &Results, lang: Language) -> Option<String> {
    let count = results.total.saturating_sub(results.hits.len());
    (count > 0).then(|| words(lang).left_out(count, results.at_least))
}

/// Why a hit is one although it does not say what was typed: `解約（かいやく）`, `退会 → 解約`, `cancle → cancel`. Of several
/// words the first that is not obvious.
pub fn why(lang: Language, hit: &Hit) -> Option<String> {
    hit.shown()
        .matched
        .iter()
        .find_map(|matched| why_word(lang, matched))
}

/// The same of most hits: said once.
pub fn why_of_all(lang: Language, results: &Results) -> Option<String> {
    let first = why(lang, results.hits.first()?)?;
    let same = |hit: &&Hit| why(lang, hit).as_ref() == Some(&first);
    let same = results.hits.iter().filter(same).count();
    (same * 2 > results.hits.len()).then_some(first)
}

fn why_word(lang: Language, matched: &Match) -> Option<String> {
    let found = matched
        .found
        .as_deref()
        .filter(|&found| found != matched.term)?;
    match (matched.via, &matched.reading) {
        (Via::Exact | Via::Prefix, _) => None,
        (Via::Reading, Some(kana)) if kana != found => Some(with_reading(lang, found, kana)),
        (Via::Reading | Via::Synonym | Via::Fuzzy, _) => {
            Some(format!("{} → {found}", matched.term))
        }
        (Via::Related, _) => Some(words(lang).related(&matched.term, found)),
    }
}

fn with_reading(lang: Language, word: &str, kana: &str) -> String {
    remark(word, kana, lang)
}

/// The words by which the hits were found, where those are not as they were typed.
fn corrected(results: &Results) -> Option<&str> {
    let suggestion = results.suggestions.first()?;
    (!results.hits.is_empty()).then(|| changed(&fold(&results.query), suggestion))
}

/// How many lines are said above hits of all of them.
pub fn count_notices(results: &Results) -> u16 {
    u16::from(corrected(results).is_some()) + u16::from(is_missing(results))
}

fn is_missing(results: &Results) -> bool {
    !results.hits.is_empty() && !results.missing.is_empty()
}

/// What is said above hits of all of them, a line each, in full and in short: by which spelling they were found, and what of the query
/// the guide does not have. `shown` says how words that were typed may be shown.
pub fn notices<'a>(
    results: &'a Results,
    lang: Language,
    shown: impl Fn(&'a str) -> Cow<'a, str>,
) -> impl Iterator<Item = [String; 2]> {
    let spelling = corrected(results).map(|spelling| words(lang).showing(&shown(spelling)));
    let missing = is_missing(results).then(|| {
        let missing = results.missing.iter();
        let missing: Vec<String> = missing.map(|word| shown(word).into_owned()).collect();
        words(lang).missing(&missing)
    });
    spelling.into_iter().chain(missing)
}

/// What of a corrected query is not as it was: from the first word that was changed to the last.
fn changed<'a>(query: &str, corrected: &'a str) -> &'a str {
    let (typed, meant) = (runs(query), runs(corrected));
    let same =
        |(a, b): &(&Range<usize>, &Range<usize>)| query[(*a).clone()] == corrected[(*b).clone()];
    let before = typed.iter().zip(&meant).take_while(same).count();
    let behind = typed.iter().rev().zip(meant.iter().rev());
    let behind = behind.take_while(same).count().min(meant.len() - before);
    let changed = &meant[before..meant.len() - behind];
    let (Some(first), Some(last)) = (changed.first(), changed.last()) else {
        return corrected;
    };
    // Words in kana have no visible ends: what is the same behind them is left out.
    let typed_end = typed
        .len()
        .checked_sub(behind + 1)
        .map_or(0, |last| typed[last].end);
    let word = &corrected[first.start..last.end];
    let alike = word.chars().rev().zip(query[..typed_end].chars().rev());
    let alike = alike.take_while(|(a, b)| a == b && Class::of(*a) == Class::Hiragana);
    let rest = word.len() - alike.map(|(c, _)| c.len_utf8()).sum::<usize>();
    if rest == 0 { word } else { &word[..rest] }
}

/// Runs of one script.
fn runs(text: &str) -> Vec<Range<usize>> {
    segment::runs(text, |a, b| a == b)
}

/// How words of the query were read, where that says more than the query: `「かいやく」と読んで検索しました`.
pub fn tried(lang: Language, readings: &[ReadAs]) -> Option<String> {
    let readings: Vec<String> = readings
        .iter()
        .filter_map(|read| reading(lang, read))
        .collect();
    (!readings.is_empty()).then(|| words(lang).tried(&readings))
}

fn reading(lang: Language, read: &ReadAs) -> Option<String> {
    match &read.word {
        Some(word) if *word != read.kana => Some(with_reading(lang, word, &read.kana)),
        _ => (read.kana != read.typed).then(|| read.kana.clone()),
    }
}

/// Before a query that finds something.
pub fn did_you_mean(lang: Language) -> &'static str {
    words(lang).did_you_mean()
}

/// Behind a query that a key searches for, in full and in short.
pub fn press(lang: Language, key: &str) -> [String; 2] {
    words(lang).press(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::SectionRef;
    use crate::search::{Shown, Snippet};

    #[test]
    fn only_the_changed_word_is_told() {
        for (query, corrected, expected) in [
            ("how to cancle netflix", "how to cancel netflix", "cancel"),
            ("cancle", "cancel", "cancel"),
            ("pasword resset now", "password reset now", "password reset"),
            ("へんきゃたをしたい", "返却をしたい", "返却"),
            ("same", "same", "same"),
        ] {
            assert_eq!(changed(query, corrected), expected);
        }
    }

    #[test]
    fn missing_words_are_named_in_every_language() {
        let check = |tag: &str, names: &[&str], expected: &str| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            let lang = tag.parse().expect(tag);
            let [full, short] = words(lang).missing(&names);
            assert_eq!(full, expected);
            assert!(names.iter().all(|name| short.contains(name)), "{short}");
        };
        check(
            "ja",
            &["今日", "天気"],
            "「今日」「天気」はこのガイドにありません",
        );
        check("en", &["bread"], "\"bread\" is not in this guide");
        check(
            "en",
            &["rye", "bread", "oven"],
            "\"rye\", \"bread\" and \"oven\" are not in this guide",
        );
        check(
            "ko",
            &["날씨", "내일"],
            "이 가이드에 없는 말입니다: “날씨”, “내일”",
        );
        check("zh-Hans", &["天气"], "本指南中没有“天气”");
        check("zh-Hant", &["天氣"], "本指南中沒有「天氣」");
    }

    fn matched(term: &str, via: Via, found: Option<&str>, reading: Option<&str>) -> Match {
        Match {
            term: term.to_owned(),
            via,
            found: found.map(str::to_owned),
            reading: reading.map(str::to_owned),
        }
    }

    fn hit(matched: Vec<Match>) -> Hit {
        let section = SectionRef {
            article: 0,
            section: 0,
        };
        let shown = Shown {
            language: Language::JA,
            title_marks: Vec::new(),
            snippet: Snippet::default(),
            matched,
        };
        Hit::new(section, 1.0, shown)
    }

    #[test]
    fn only_what_is_not_obvious_is_explained() {
        let check = |matches: &[(&str, Via, Option<&str>, Option<&str>)],
                     expected: Option<&str>| {
            let matches = matches.iter().map(|&(t, v, f, r)| matched(t, v, f, r));
            let why = why(Language::JA, &hit(matches.collect()));
            assert_eq!(why.as_deref(), expected);
        };
        let (kana, word) = (Some("かいやく"), Some("解約"));
        check(&[], None);
        check(&[("解約", Via::Exact, None, None)], None);
        check(&[("解", Via::Prefix, word, None)], None);
        check(
            &[("kaiyaku", Via::Reading, word, kana)],
            Some("解約（かいやく）"),
        );
        check(
            &[("kaiyaku", Via::Reading, word, None)],
            Some("kaiyaku → 解約"),
        );
        check(
            &[("kaiyaku", Via::Reading, kana, kana)],
            Some("kaiyaku → かいやく"),
        );
        check(&[("退会", Via::Synonym, word, None)], Some("退会 → 解約"));
        check(
            &[("cancle", Via::Fuzzy, Some("cancel"), None)],
            Some("cancle → cancel"),
        );
        check(&[("解約", Via::Synonym, word, None)], None);
        check(&[("退会", Via::Synonym, None, None)], None);
        check(
            &[
                ("電話", Via::Exact, None, None),
                ("退会", Via::Synonym, word, None),
                ("cancle", Via::Fuzzy, Some("cancel"), None),
            ],
            Some("退会 → 解約"),
        );
    }

    #[test]
    fn what_was_tried_is_said_where_it_is_not_what_was_typed() {
        let read = |typed: &str, kana: &str, word: Option<&str>| ReadAs {
            typed: typed.to_owned(),
            kana: kana.to_owned(),
            word: word.map(str::to_owned),
        };
        let check = |readings: &[ReadAs], ja: Option<&str>, en: Option<&str>| {
            assert_eq!(tried(Language::JA, readings).as_deref(), ja);
            assert_eq!(tried(Language::EN, readings).as_deref(), en);
        };
        check(&[], None, None);
        check(&[read("ぬぬ", "ぬぬ", None)], None, None);
        check(
            &[read("nunu", "ぬぬ", None), read("ぬぬ", "ぬぬ", None)],
            Some("「ぬぬ」と読んで検索しました"),
            Some("Also searched for ぬぬ"),
        );
        check(
            &[
                read("かいやく", "かいやく", Some("解約")),
                read("nunu", "ぬぬ", None),
            ],
            Some("「解約（かいやく）」「ぬぬ」と読んで検索しました"),
            Some("Also searched for 解約 (かいやく), ぬぬ"),
        );
    }
}
