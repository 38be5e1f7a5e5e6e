//! What queries are taken apart into, with the small guide as their dictionary.

use tantivy::directory::RamDirectory;

use super::*;
use crate::guide;
use crate::language::Language;
use crate::search::concepts::Concepts;
use crate::search::engine::Engine;
use crate::search::{indexer, testing};

fn glossary() -> Vec<guide::Term> {
    let term = |term: &str, synonyms: &[&str], english: &[&str]| {
        let owned = |list: &[&str]| list.iter().map(|&form| form.to_owned()).collect();
        guide::Term {
            term: term.to_owned(),
            reading: None,
            synonyms: owned(synonyms),
            english: owned(english),
        }
    };
    vec![
        term("返却", &["返品"], &["return"]),
        term("自転車", &["チャリ"], &["bicycle", "bike"]),
    ]
}

fn parse(query: &str) -> Query {
    let mut guide = testing::bicycles();
    if let Some(guide) = std::sync::Arc::get_mut(&mut guide) {
        guide.glossary = glossary().into();
    }
    parse_in(&guide, query)
}

fn parse_in(guide: &guide::Guide, query: &str) -> Query {
    let index = indexer::write(guide, RamDirectory::create()).unwrap();
    let engine = Engine::open(&index, &guide.languages).unwrap();
    let languages = Languages::of(&guide.languages);
    let concepts = Concepts::of(&guide.glossary, languages.clone());
    Query::parse(query, engine.lexicon(), &concepts, &languages)
}

/// The words of a query, each with what it may stand for.
fn meanings(query: &str) -> Vec<(String, Vec<String>)> {
    let query = parse(query);
    let meaning = |alternative: &Alternative| match &alternative.meaning {
        Meaning::Typed => None,
        Meaning::Word { word, .. } => Some(format!("{} {word}", alternative.via.name())),
        Meaning::Concept(concept) => Some(format!("{} {concept}", alternative.via.name())),
    };
    query
        .words
        .iter()
        .map(|word| {
            let meanings = word.alternatives.iter().filter_map(meaning);
            (word.word.text.clone(), meanings.collect())
        })
        .collect()
}

fn typed(query: &str, analyser: Analyser) -> Vec<String> {
    let query = parse(query);
    let itself = query
        .words
        .iter()
        .flat_map(|word| &word.alternatives[0].terms[analyser as usize]);
    let loose = query.loose.iter().map(|loose| &loose.term);
    let terms = itself.chain(loose).map(|&term| &query.terms[term]);
    let ours = terms.filter(|term| term.analyser == analyser);
    ours.map(|term| term.text.clone()).collect()
}

#[test]
fn what_was_typed_is_looked_up() {
    let check = |query: &str, words: &[&str], grams: &[&str]| {
        assert_eq!(typed(query, Analyser::Words), words, "{query}");
        assert_eq!(typed(query, Analyser::Grams), grams, "{query}");
    };
    check("", &[], &[]);
    check("返却", &["返却"], &["返却"]);
    check("返却する", &["返却"], &["返却", "却す", "する"]);
    check("card card", &["card"], &["card", "\u{2}cardcard"]);
    check("+a -b \"c", &["b", "c", "a"], &["b", "c", "+a", "-b"]);
}

#[test]
fn kana_and_romaji_are_read() {
    let check = |query: &str, word: &str, expected: &str| {
        let found = meanings(query);
        let meanings = found.iter().find(|(typed, _)| typed == word);
        let has = meanings.is_some_and(|(_, meanings)| meanings.iter().any(|m| m == expected));
        assert!(has, "{query}: {found:?}");
    };
    check("へんきゃく", "へんきゃく", "reading 返却");
    check("henkyaku", "henkyaku", "reading 返却");
    check("HENKYAKU shitai", "henkyaku", "reading 返却");
    check("ﾍﾝｷｬｸｼﾀｲ", "ヘンキャク", "reading 返却");
    check("かぎをへんきゃくする", "かぎ", "reading 鍵");
    check("henkya", "henkya", "reading 返却");
    check("zitensya", "zitensya", "reading 自転車");
    check("jitensha", "jitensha", "reading 自転車");
    check("chari", "chari", "synonym 1");
}

#[test]
fn synonyms_prefixes_and_misspellings() {
    let check = |query: &str, expected: &str| {
        let found = meanings(query);
        let has = found
            .iter()
            .flat_map(|(_, meanings)| meanings)
            .any(|m| m == expected);
        assert!(has, "{query}: {found:?}");
    };
    check("返品", "synonym 0");
    check("return", "synonym 0");
    check("bicy", "prefix bicycle");
    check("bicylce", "fuzzy bicycle");
    check("bicycel", "fuzzy bicycle");
    check("へんきゃた", "fuzzy 返却");
    check("henkyaka", "fuzzy 返却");
    assert_eq!(
        parse("bicylce rent").correction.as_deref(),
        Some("bicycle rent")
    );
    assert_eq!(parse("bicycle").correction, None);
    // Three letters are too few to be a misspelling of anything.
    assert_eq!(meanings("kiy"), [("kiy".to_owned(), vec![])]);
}

#[test]
fn long_queries_are_bounded() {
    let long: String = ('一'..='龠').take(10_000).collect();
    let query = parse(&long);
    assert!(query.terms.len() <= MAX_TERMS);
    assert!(!query.terms.is_empty());
    let long = "henkyakushitai ".repeat(700);
    assert!(parse(&long).terms.len() <= MAX_TERMS);
}

#[test]
fn words_with_which_everybody_speaks_count_little_in_english() {
    let weights = |query: &str| -> Vec<f32> {
        let words = parse(query).words.into_iter();
        words.map(|word| word.weight).collect()
    };
    let [says, counter, bicycle, want] = weights("it says that the counter for a bicycle want")[..]
    else {
        panic!("four words");
    };
    assert!(want < says && says < counter && counter < bicycle && bicycle >= 1.0);
    // In Japanese, what is in Latin letters is a name.
    assert_eq!(weights("say の受付"), [1.0, 1.0]);
}

#[test]
fn no_particle_stands_within_a_word_in_katakana() {
    let text = [(
        Language::JA,
        "ウィンドウ",
        "ウィンドウを閉じます。",
        &[][..],
    )];
    let query = parse_in(
        &testing::guide(&[("window", &text)]),
        "シークレットウィンドウで困る",
    );
    let words: Vec<&str> = query
        .words
        .iter()
        .map(|word| word.word.text.as_str())
        .collect();
    assert_eq!(words, ["シークレットウィンドウ", "困る"]);
}

#[test]
fn hiragana_that_are_no_word_may_be_one_of_english() {
    let text = [(Language::JA, "Rosetta", "Rosetta を入れます。", &[][..])];
    let guide = testing::guide(&[("mac", &text)]);
    let meant = |query: &str| -> Vec<String> {
        let words = parse_in(&guide, query).words.into_iter();
        let others = words.flat_map(|word| word.alternatives);
        let word = |other: Alternative| match other.meaning {
            Meaning::Word { word, .. } => Some(word),
            Meaning::Typed | Meaning::Concept(_) => None,
        };
        others.filter_map(word).collect()
    };
    assert_eq!(meant("ろぜった"), ["rosetta"]);
    assert_eq!(meant("れじすた"), [""; 0]);
}

#[test]
fn letters_behind_an_ending_are_a_word() {
    let words = |query: &str| -> Vec<String> {
        let words = parse(query).words.into_iter();
        words.map(|word| word.word.text).collect()
    };
    assert_eq!(words("長いled"), ["長い", "led"]);
    assert_eq!(words("鍵のled"), ["鍵", "led"]);
    assert_eq!(words("自転車かぎwo"), ["自転車", "かぎを"]);
}

#[test]
fn two_words_with_which_everybody_speaks_may_be_one_that_few_say() {
    let text = [(Language::EN, "Backups", "Make a backup. Go away.", &[][..])];
    let guide = testing::guide(&[("backup", &text)]);
    let weights = |query: &str| -> Vec<f32> {
        let query = parse_in(&guide, query);
        query.words.iter().map(|word| word.weight).collect()
    };
    let together: f32 = weights("back up it")[..2].iter().sum();
    assert!(together > 0.9, "{together}");
    let apart: f32 = weights("back it up").iter().sum();
    assert!(apart < 0.7, "{apart}");
    // A small word beside another is one by chance.
    assert_eq!(weights("a way to pedal"), weights("the way to pedal"));
}

#[test]
fn what_one_asks_with_is_that_with_its_particle_too() {
    let weights = |query: &str| -> Vec<f32> {
        let query = parse(query);
        query.words.iter().map(|word| word.weight).collect()
    };
    let asks = |weight: f32| weight <= asking::ASKING;
    assert!(asks(weights("返却に必要なものは何ですか")[2]));
    assert!(asks(weights("返却する時に")[1]));
}
