//! Queries as people type them, taken from the guide's own texts, character by character.

use std::collections::BTreeSet;

use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::search::searcher::Searcher;

use super::figures::{Kind, Latency};
use super::process::timed;

/// How many hits are asked for, as the browser does.
pub const LIMIT: usize = 50;

/// From how many sections queries are taken.
const SAMPLE: usize = 400;

/// Typed where Japanese words are meant.
const ROMAJI: &[&str] = &[
    "kaiyaku",
    "seikyuu",
    "seikyu",
    "keiyaku",
    "touroku",
    "henkou",
    "kakunin",
    "henkin",
    "shiharai",
    "moushikomi",
    "toiawase",
    "denwa",
    "jikan",
    "ryoukin",
    "ryokin",
    "houhou",
    "bangou",
    "jusho",
    "namae",
    "kaiin",
    "shouhin",
    "soudan",
    "shinsei",
    "teishi",
    "koushin",
    "hoken",
    "nenkin",
    "zeikin",
    "ginkou",
    "kouza",
    "zandaka",
    "tesuuryou",
    "tetsuduki",
    "tetuzuki",
    "madoguchi",
    "annai",
    "setsumei",
    "kosho",
    "shuuri",
    "koukan",
    "henpin",
    "haisou",
    "hassou",
    "todokede",
    "inkan",
    "shomei",
    "shashin",
    "pasuwa-do",
    "akaunto",
    "me-ru",
    "sa-bisu",
    "ka-do",
    "bo-nasu",
    "insatsu",
    "hyouji",
    "kensaku",
    "sakujo",
    "tsuika",
    "hozon",
    "settei",
    "era-",
    "netto",
    "rogin",
    "kyanseru",
    "deta",
    "wifi",
    "jishin",
    "taifuu",
    "byouin",
    "kusuri",
    "chuui",
    "joukyou",
    "jouken",
    "kaiyaku houhou",
    "seikyuu kingaku",
    "denwa bangou",
    "pasuwa-do henkou",
    "mo-shikomi",
    "toiawase madoguchi",
    "ka-do no kigen",
    "nyuukin kakunin",
];

const ENGLISH: &[&str] = &[
    "password",
    "cancel",
    "how to cancel the contract",
    "refund",
    "billing address",
    "change plan",
    "reset my password",
    "cannot log in",
    "opening hours",
    "phone number",
    "credit card expired",
    "delivery",
    "receipt",
    "error code",
    "insurance",
    "wifi",
    "update the app",
    "delete account",
    "two-step verification",
    "contact support",
    "the",
    "payment failed",
    "ticket",
    "privacy",
];

/// Types queries of every kind, at least `keystrokes` of each.
pub fn type_all(guide: &Guide, searcher: &Searcher, keystrokes: usize) -> Vec<Kind> {
    let language = guide.languages[0];
    let texts = sample(guide, language);
    let english = guide.language_for(Some(Language::En));
    let owned = |list: &[&str]| list.iter().map(|&query| query.to_owned()).collect();
    let kinds: [(&str, Language, Vec<String>); 7] = [
        ("one character", language, characters(&texts)),
        ("word", language, words(&texts)),
        ("phrase", language, phrases(&texts)),
        ("sentence", language, sentences(&texts)),
        ("long", language, long(&texts)),
        ("english", english, owned(ENGLISH)),
        ("romaji", language, owned(ROMAJI)),
    ];
    kinds
        .into_iter()
        .filter(|(_, _, queries)| !queries.is_empty())
        .map(|(name, language, queries)| {
            type_kind(name, &queries, keystrokes, |query| {
                searcher.search(query, language, LIMIT).total
            })
        })
        .collect()
}

fn type_kind(
    name: &str,
    queries: &[String],
    keystrokes: usize,
    search: impl Fn(&str) -> usize,
) -> Kind {
    let (mut times, mut typed, mut empty) = (Vec::new(), 0, 0);
    for query in queries.iter().cycle() {
        if times.len() >= keystrokes {
            break;
        }
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut found = 0;
        for end in ends {
            let (total, time) = timed(|| search(&query[..end]));
            times.push(time);
            found = total;
        }
        typed += 1;
        empty += usize::from(found == 0);
    }
    Kind {
        name: name.to_owned(),
        queries: typed,
        empty,
        keystrokes: times.len(),
        latency: Latency::of(&times),
    }
}

/// Title and text of sections from all over the guide.
fn sample(guide: &Guide, language: Language) -> Vec<(String, String)> {
    let count = guide.sections().count();
    let step = count.div_ceil(SAMPLE).max(1);
    let sections = guide.sections().step_by(step);
    sections
        .map(|(_, section)| {
            let text = section.texts.text(language);
            let body = text.body.plain_text();
            (text.title.clone(), body)
        })
        .collect()
}

/// Characters that occur, every one once, in the order of their codes spread out, so that kanji do not crowd out kana.
fn characters(texts: &[(String, String)]) -> Vec<String> {
    let all: BTreeSet<char> = texts
        .iter()
        .flat_map(|(_, body)| body.chars())
        .filter(|c| c.is_alphanumeric())
        .collect();
    let (mut kanji, mut others): (Vec<char>, Vec<char>) =
        all.into_iter().partition(|&c| script(c) == Script::Kanji);
    let step = (kanji.len() / others.len().max(1)).max(1);
    let mut mixed = Vec::new();
    while !kanji.is_empty() || !others.is_empty() {
        mixed.extend(others.pop());
        mixed.extend((0..step).filter_map(|_| kanji.pop()));
    }
    mixed.into_iter().map(String::from).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Katakana,
    Other,
}

const fn script(c: char) -> Script {
    match c {
        '一'..='鿿' | '々' => Script::Kanji,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        _ => Script::Other,
    }
}

/// A run of kanji or of katakana of two to eight characters from every section.
fn words(texts: &[(String, String)]) -> Vec<String> {
    let runs = |text: &str| -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        let runs = characters.chunk_by(|&a, &b| script(a) == script(b));
        runs.filter(|run| script(run[0]) != Script::Other && (2..=8).contains(&run.len()))
            .map(|run| run.iter().collect())
            .collect()
    };
    let pick = |(nth, (_, body)): (usize, &(String, String))| {
        let runs = runs(body);
        runs.get(nth % runs.len().max(1)).cloned()
    };
    texts.iter().enumerate().filter_map(pick).collect()
}

/// The first 6 to 20 characters of titles and of sentences in turn.
fn phrases(texts: &[(String, String)]) -> Vec<String> {
    let pick = |(nth, (title, body)): (usize, &(String, String))| {
        let text = if nth % 2 == 0 {
            Some(title.as_str())
        } else {
            split(body).next()
        };
        let phrase: String = text?.chars().take(6 + nth % 15).collect();
        (phrase.chars().count() >= 6).then_some(phrase)
    };
    texts.iter().enumerate().filter_map(pick).collect()
}

fn sentences(texts: &[(String, String)]) -> Vec<String> {
    let last = |(_, body): &(String, String)| Some(split(body).last()?.to_owned());
    texts.iter().filter_map(last).collect()
}

/// What somebody pastes: sentences up to 150 characters.
fn long(texts: &[(String, String)]) -> Vec<String> {
    let joined = |(_, body): &(String, String)| -> String {
        body.split_whitespace()
            .collect::<String>()
            .chars()
            .take(150)
            .collect()
    };
    texts
        .iter()
        .map(joined)
        .filter(|text| text.chars().count() > 100)
        .collect()
}

/// Sentences of 10 to 80 characters.
fn split(body: &str) -> impl Iterator<Item = &str> {
    body.split(['。', '\n'])
        .map(str::trim)
        .filter(|sentence| (10..=80).contains(&sentence.chars().count()))
}
