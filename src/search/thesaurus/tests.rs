use std::collections::BTreeMap;

use super::tokens::{KANA, NOT, PARTICLES};
use super::*;
use crate::text::fold::fold;
use crate::text::segment::Class;

/// So long a reading is no other word's by chance, in letters.
const SURE: usize = 5;

/// The lines that say something by their numbers: what people say, and what manuals call it.
fn groups() -> impl Iterator<Item = (u64, Vec<&'static str>, Vec<&'static str>)> {
    let lines = GROUPS.iter().flat_map(|file| file.lines());
    let members = |side: &'static str| side.split(AND).collect();
    (1..).zip(lines).filter_map(move |(number, line)| {
        let (others, called) = line.split_once(CALLED)?;
        Some((number, members(others), members(called)))
    })
}

/// All that a way of speaking may be looked for by: its words, and also where all of them are in kana.
fn keys_of(folded: &str) -> Vec<String> {
    let tokens = tokens(folded);
    let join = |keys: Vec<String>| keys.join(" ");
    let as_written = join(tokens.iter().map(|token| token.key.clone()).collect());
    let in_kana = |token: &Token| match token.key.find(|c: char| c.is_ascii()) {
        Some(at) if at > 0 => format!("{KANA}{}", &token.key[at..]),
        _ => token.key.clone(),
    };
    let kana = join(tokens.iter().map(in_kana).collect());
    if loses_much(folded, &tokens) {
        return Vec::new();
    }
    let mut keys = vec![as_written];
    if kana.len() > SURE && kana != keys[0] {
        keys.push(kana);
    }
    keys.retain(|key| !key.is_empty());
    keys
}

/// Whether what is said in Japanese is said by more than the one word that would be looked for: お金がかかる is more than お金.
fn loses_much(folded: &str, tokens: &[Token]) -> bool {
    let [token] = tokens else { return false };
    if folded.is_ascii() {
        return folded.contains(' ');
    }
    let is_kana = |c: char| Class::of(c) == Class::Hiragana;
    let before = &folded[..token.range.start];
    let behind = folded[token.range.end..].trim_end_matches(|c| !is_kana(c));
    let rest = behind
        .strip_prefix(PARTICLES)
        .or_else(|| behind.strip_prefix('で'))
        .unwrap_or_default();
    let is_regretted = || {
        ["しま", "すぎ", "ちゃ"]
            .iter()
            .any(|more| behind.contains(more))
    };
    let is_more = |text: &str| text.chars().all(is_kana) && text.chars().nth(1).is_some();
    !token.key.ends_with(NOT) && (is_more(before) || is_more(rest) || is_regretted())
}

/// What the transducer says of each way of speaking.
fn transducer() -> Vec<u8> {
    let mut keys: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (number, others, called) in groups() {
        for (members, is_term) in [(others, 0), (called, 1)] {
            for key in members
                .into_iter()
                .flat_map(|member| keys_of(&fold(member)))
            {
                let lines = keys.entry(key).or_default();
                if !lines.iter().any(|line| line / 2 == number) {
                    lines.push(2 * number + is_term);
                }
            }
        }
    }
    let mut builder = tantivy_fst::MapBuilder::memory();
    for (key, mut lines) in keys {
        // What people say before what manuals call so.
        lines.sort_by_key(|line| line % 2);
        let lines = lines.into_iter().take(MOST_LINES as usize).rev();
        let number = lines.fold(0, |number, line| number * BASE + line);
        builder.insert(key, number).unwrap();
    }
    builder.into_inner().unwrap()
}

#[test]
fn the_transducer_is_that_of_the_lines() {
    let made = transducer();
    if std::env::var_os("UPDATE_THESAURUS").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/search/thesaurus/keys.fst");
        std::fs::write(file, made).unwrap();
        return;
    }
    let is_same = made == include_bytes!("keys.fst");
    assert!(is_same, "run `just thesaurus`");
}

#[test]
fn each_way_of_speaking_is_looked_for_and_said_once_in_a_line() {
    let lines = GROUPS.iter().flat_map(|file| file.lines());
    let last = u64::try_from(lines.count()).unwrap();
    assert!(2 * last + 1 < BASE);
    assert!(groups().count() > 700);
    for (_, others, called) in groups() {
        let mut all = [others.as_slice(), &called].concat();
        for member in others {
            assert!(!keys_of(&fold(member)).is_empty(), "{member}");
        }
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }
}

/// Each place at which a query says something, and whether one of the lines calls it so.
fn check(query: &str, place: &str, called: &str) {
    let query = fold(query);
    let said = said(&query);
    let at = |said: &&Said| &query[said.range.clone()] == place;
    let said: Vec<&Said> = said.iter().filter(at).collect();
    assert!(
        said.iter().any(|said| said.called.contains(&called)),
        "{query}: {said:?}"
    );
}

#[test]
fn what_people_say_is_found_in_any_form() {
    check("テレビが急に映らなくなりました", "映ら", "表示されない");
    check("テレビが映りません", "映り", "表示されない");
    check("画面がうつらへん", "うつら", "表示されない");
    check(
        "パスワードをもう忘れてしまった",
        "パスワードをもう忘れ",
        "パスワードの再設定",
    );
    check("勝手にお金が引き落とされた", "引き落とさ", "請求");
    check("反応がありません", "反応", "再起動");
    check("機械がいらない", "いら", "削除");
    check(
        "I was charged for it twice",
        "charged for it twice",
        "refund",
    );
    check("it doesn't print anything", "doesn't print", "printing");
    check("I cannot log on", "cannot log on", "sign in");
    check("My screen just froze", "froze", "force quit");
}

#[test]
fn a_negation_is_kept() {
    for (query, other) in [
        ("映ります", "表示されない"),
        ("it works", "troubleshooting"),
        ("消えない", "ごみ箱"),
    ] {
        let said = said(&fold(query));
        assert!(
            !said.iter().any(|said| said.called.contains(&other)),
            "{query}: {said:?}"
        );
    }
}

/// What stands between the words is not what is said.
#[test]
fn one_word_may_stand_between() {
    let query = "画面が今回映らない";
    let between = said(query).into_iter().filter(|said| said.words.len() == 2);
    for said in between {
        let words = said.words.iter().map(|word| &query[word.clone()]);
        assert_eq!(words.collect::<Vec<_>>(), ["画面", "映ら"]);
    }
    let lost = said("password i have now forgot");
    assert!(lost.iter().all(|said| said.words.len() == 1), "{lost:?}");
}

#[test]
fn the_longest_of_what_lies_within_each_other_is_said() {
    let query = "パスワードを忘れた";
    let said = said(query);
    assert!(
        said.iter()
            .all(|said| said.range == (0..query.len() - "た".len())),
        "{said:?}"
    );
    assert!(said.iter().all(|said| !said.is_term));
    assert!(super::said("パスワード").iter().all(|said| said.is_term));
    assert_eq!(super::said(""), []);
}

#[test]
fn how_an_address_begins_is_not_said() {
    assert_ne!(said("https error"), []);
    assert_eq!(said("https://netflix.com/"), []);
}
