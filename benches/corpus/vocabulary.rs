//! The words of the Japanese texts, the common ones first.

use super::japanese_words as words;
use super::random::Random;
use super::verb::Verb;

/// How many nouns are made besides the listed ones.
const RARE_NOUNS: usize = 80_000;

/// Nouns and verbs. A few megabytes, whatever the size of the guide.
#[derive(Debug)]
pub struct Vocabulary {
    /// Common ones first; drawn by Zipf's law.
    pub nouns: Vec<String>,
    /// How many of `nouns` are common.
    pub common: usize,
    /// Verbs that take を, and those that take が.
    pub doing: Vec<Verb>,
    pub being: Vec<Verb>,
    pub adjectives: Vec<&'static str>,
    pub adverbs: Vec<&'static str>,
    pub connectives: Vec<&'static str>,
}

impl Vocabulary {
    /// Depends on the seed alone.
    pub fn new(seed: u64) -> Self {
        let mut nouns = common_nouns();
        let common = nouns.len();
        let kanji: Vec<char> = words::KANJI.chars().collect();
        let mut random = Random::of(seed, &[1]);
        for _ in 0..RARE_NOUNS {
            let noun = rare_noun(&nouns[..common], &kanji, &mut random);
            nouns.push(noun);
        }
        Self {
            nouns,
            common,
            doing: verbs(words::DO_FIVE, words::DO_ONE, words::ACTIONS),
            being: verbs(words::BE_FIVE, words::BE_ONE, words::EVENTS),
            adjectives: words::ADJECTIVES.split_whitespace().collect(),
            adverbs: words::ADVERBS.split_whitespace().collect(),
            connectives: words::CONNECTIVES.split_whitespace().collect(),
        }
    }
}

/// The listed nouns, their kinds mixed, so that every kind has frequent and less frequent ones.
fn common_nouns() -> Vec<String> {
    let mut lists = [
        (words::THINGS, 5),
        (words::ACTIONS, 3),
        (words::LOANWORDS, 2),
        (words::EVENTS, 1),
    ]
    .map(|(list, share)| (list.split_whitespace(), share));
    let mut nouns = Vec::new();
    loop {
        let before = nouns.len();
        for (list, share) in &mut lists {
            nouns.extend(list.take(*share).map(str::to_owned));
        }
        if nouns.len() == before {
            return nouns;
        }
    }
}

fn verbs(five: &str, one: &str, suru: &str) -> Vec<Verb> {
    let mut lists = [
        suru.split_whitespace().map(Verb::suru as fn(&str) -> Verb),
        five.split_whitespace().map(Verb::five as fn(&str) -> Verb),
        one.split_whitespace().map(Verb::one as fn(&str) -> Verb),
    ];
    let mut verbs = Vec::new();
    loop {
        let before = verbs.len();
        verbs.extend(lists.iter_mut().filter_map(Iterator::next));
        if verbs.len() == before {
            return verbs;
        }
    }
}

/// Most rare nouns are made of common ones; the rest are names, loanwords and product numbers.
fn rare_noun(common: &[String], kanji: &[char], random: &mut Random) -> String {
    let mut noun = String::new();
    match random.below(100) {
        0..25 => {
            noun.push_str(listed(common, random));
            noun.push_str(listed(common, random));
        }
        25..36 => {
            noun.push_str(affix(words::PREFIXES, random));
            noun.push_str(listed(common, random));
        }
        36..50 => {
            noun.push_str(listed(common, random));
            noun.push_str(affix(words::SUFFIXES, random));
        }
        50..72 => loanword(&mut noun, random),
        72..82 => {
            noun.extend((0..2).map(|_| kanji[random.zipf(kanji.len(), 200)]));
        }
        82..93 => {
            noun.extend((0..2).map(|_| kanji[random.zipf(kanji.len(), 200)]));
            noun.push_str(
                random.pick(&["市", "町", "駅", "線", "社", "県", "川", "山", "氏", "港"]),
            );
        }
        _ => product(&mut noun, random),
    }
    noun
}

fn listed<'a>(common: &'a [String], random: &mut Random) -> &'a str {
    &common[random.zipf(common.len(), 40)]
}

fn affix(list: &'static str, random: &mut Random) -> &'static str {
    let affixes: Vec<&str> = list.split_whitespace().collect();
    random.favour(&affixes)
}

fn loanword(noun: &mut String, random: &mut Random) {
    let part = |list: &'static str, random: &mut Random| {
        let parts: Vec<&str> = list.split_whitespace().collect();
        parts[random.zipf(parts.len(), 15)]
    };
    noun.push_str(part(words::HEADS, random));
    for _ in 0..=random.below(3) {
        let middle = part(words::MIDDLES, random);
        if !(noun.ends_with(['ー', 'ン', 'ッ']) && middle.starts_with(['ー', 'ン', 'ッ'])) {
            noun.push_str(middle);
        }
    }
    let tail = part(words::TAILS, random);
    noun.push_str(tail.trim_start_matches(|first| {
        noun.ends_with(['ー', 'ン', 'ッ']) && "ーンッ".contains(first)
    }));
}

fn product(noun: &mut String, random: &mut Random) {
    const LETTERS: &[u8] = b"ABCDEFGHKLMNPRSTVXZ";
    if random.percent(50) {
        for _ in 0..=1 + random.below(2) {
            noun.push(char::from(LETTERS[random.below(LETTERS.len())]));
        }
        noun.push_str(random.pick(&["-", "", ""]));
        noun.push_str(&(10 + random.below(990)).to_string());
    } else {
        let name = super::english::rare_word(random);
        let mut letters = name.chars();
        noun.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        noun.extend(letters);
    }
}
