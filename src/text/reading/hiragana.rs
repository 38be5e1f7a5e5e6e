//! A run of hiragana cut into function words and the words that stand between them.
//!
//! Taking the longest word each time does for nearly all runs. Only where that leaves kana over that no word accounts for
//! all ways of cutting are compared, and nouns of two kana are thought of: of every run of three kana some two are a noun
//! by chance, so they are taken where function words alone do not explain the run, and nothing unknown touches them.

use super::pieces::PieceKind;
use super::table::{Entry, Place, each, longest};
use crate::text::segment::Class;

/// Function words of one kana that are common enough to be what is meant.
const SHORT: &str = "いがかしたてでとなにのはへもやを";

/// Function words that often stand together, where the longest word of the table is another one: の|でしょう is no ので with a
/// しょう behind it. Ascending, none of fewer than two kana.
const TOGETHER: &[&str] = &[
    "いたこと",
    "うかと",
    "うとし",
    "うとする",
    "がしたい",
    "しようか",
    "しようと",
    "せいで",
    "たいん",
    "たんだ",
    "たんです",
    "てきた",
    "てきました",
    "てくる",
    "てこない",
    "であるか",
    "でしょう",
    "とどう",
    "どうなっ",
    "どうなり",
    "どうなる",
    "なのでしょう",
    "のせい",
    "のでしょう",
    "はいつ",
    "はだれ",
    "はどこ",
    "はどんな",
    "ばいいん",
    "ほしいん",
    "ましょう",
    "らいいん",
];

/// Function words of dialects and of what is said among friends, where the words of the table do not account for a run: つながら|へん|の|やけど.
/// Ascending, as are the others.
const SPOKEN: &[&str] = &[
    "あかん",
    "ええか",
    "ええが",
    "ええの",
    "ええん",
    "さかい",
    "しもうた",
    "しもた",
    "じゃけど",
    "じゃけん",
    "じゃろ",
    "すりゃ",
    "だべ",
    "っす",
    "っちゃ",
    "てもええ",
    "とる",
    "とるん",
    "どげん",
    "どない",
    "なあかん",
    "なんぼ",
    "ねえんだ",
    "ねん",
    "のん",
    "ひん",
    "へん",
    "へんかった",
    "べか",
    "やから",
    "やけど",
    "やけん",
    "やで",
    "やねん",
    "やろ",
    "やろか",
    "やん",
    "よかですか",
    "よかと",
    "るけん",
    "るばい",
    "んけん",
    "んねえ",
    "んばい",
    "んよ",
];

/// In bytes.
const TWO_KANA: usize = 6;

/// What a piece costs. A noun is better than a kana that nothing accounts for, and no better than two function words.
const FUNCTION: u32 = 10;
const SHORT_FUNCTION: u32 = 11;
const WORD: u32 = 14;
const NOUN: u32 = 24;
const RARE_FUNCTION: u32 = 14;
const STRAY: u32 = 30;

/// A longer run, which is no language, is cut by the longest words alone.
const LONGEST: usize = 240;

/// A piece of a run: its length in bytes, and what it is.
pub(super) type Cut = (usize, PieceKind);

/// Cuts the run of hiragana at the beginning of a text. Its last word may go on behind the run (お金).
pub(super) fn cut(text: &str) -> Vec<Cut> {
    let run = text
        .find(|c| Class::of(c) != Class::Hiragana)
        .unwrap_or(text.len());
    let (greedy, is_explained) = greedy(text, run);
    if is_explained || run > LONGEST {
        return greedy;
    }
    let mut best = cheapest(text, run);
    drop_chance(&mut best, text);
    best
}

/// The longest word each time, and whether that accounts for all kana.
fn greedy(text: &str, run: usize) -> (Vec<Cut>, bool) {
    let (mut cuts, mut at, mut is_explained) = (Vec::new(), 0, true);
    while at < run {
        let rest = &text[at..];
        let together = listed(TOGETHER, rest).filter(|length| at + length <= run);
        let known = together.map(|length| (length, Entry::Function));
        let (length, kind) = match known.or_else(|| longest_here(rest, run - at)) {
            Some((length, Entry::Function)) => (length, PieceKind::Kana),
            Some((length, entry)) => (length, PieceKind::Word(entry)),
            None => (first(rest), PieceKind::Kana),
        };
        is_explained &= !is_stray(&rest[..length], kind);
        cuts.push((length, kind));
        at += length;
    }
    (cuts, is_explained)
}

/// The longest word at the beginning of a text whose run of hiragana has such a length.
fn longest_here(text: &str, run: usize) -> Option<(usize, Entry)> {
    let mut longest = None;
    each_here(Place::Word, text, run, |length, entry| {
        longest = Some((length, entry));
    });
    longest
}

/// Calls `found` with each word at the beginning of a text whose run of hiragana has such a length. A word that goes on behind
/// the run is none where its kanji begin a longer one: が解 (瓦解) does not stand in が解消. What is polite or ends with a particle
/// is no witness: お気 has 気に入ら behind it, and その他 has 他の.
fn each_here(place: Place, text: &str, run: usize, mut found: impl FnMut(usize, Entry)) {
    let mut behind = None;
    let is_polite = text[..run] == *"お" || text[..run] == *"ご";
    each(place, text, |length, entry| {
        let kanji = length.saturating_sub(run);
        let is_longer = |behind: &mut Option<usize>| {
            *behind.get_or_insert_with(|| word_length(&text[run..])) > kanji
        };
        if kanji == 0 || is_polite || !is_longer(&mut behind) {
            found(length, entry);
        }
    });
}

/// The length of the longest word at the beginning of a text, without a particle at its end.
fn word_length(text: &str) -> usize {
    let length = longest(Place::Word, text).map_or(0, |(length, _)| length);
    text[..length]
        .trim_end_matches(['の', 'に', 'で', 'と', 'は', 'が', 'を'])
        .len()
}

/// The length of the longest of some ascending words at the beginning of a text.
fn listed(words: &[&str], text: &str) -> Option<usize> {
    let wanted = head(text)?;
    let first = words.partition_point(|words| head(words) < Some(wanted));
    let alike = words[first..].iter();
    let alike = alike.take_while(|words| head(words) == Some(wanted));
    let words = alike.filter(|words| text.starts_with(**words));
    words.map(|words| words.len()).max()
}

/// The first two kana of a text as a number, ascending as the texts do: compared at each place of a run, texts would take ten times
/// as long.
fn head(text: &str) -> Option<u64> {
    let bytes: [u8; TWO_KANA] = *text.as_bytes().first_chunk()?;
    Some(
        bytes
            .into_iter()
            .fold(0, |number, byte| number << 8 | u64::from(byte)),
    )
}

fn first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Whether a piece is a kana that means nothing by itself.
fn is_stray(piece: &str, kind: PieceKind) -> bool {
    kind == PieceKind::Kana && piece.len() == first(piece) && !SHORT.contains(piece)
}

/// How a place in a run is reached for the least.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    length: usize,
    kind: PieceKind,
}

/// The way through a run that costs least.
fn cheapest(text: &str, run: usize) -> Vec<Cut> {
    let mut steps: Vec<Option<Step>> = vec![None; run + 1];
    // The word that goes on behind the run.
    let mut beyond: Option<(usize, Step)> = None;
    for (at, c) in text[..run].char_indices() {
        let cost = match (at, steps[at]) {
            (0, _) => 0,
            (_, Some(step)) => step.cost,
            (_, None) => continue,
        };
        let mut offer = |length: usize, cost: u32, kind: PieceKind| {
            let step = Step { cost, length, kind };
            if at + length > run {
                if beyond.is_none_or(|(_, other)| cost < other.cost) {
                    beyond = Some((at, step));
                }
            } else if steps[at + length].is_none_or(|other| cost <= other.cost) {
                steps[at + length] = Some(step);
            }
        };
        let rest = &text[at..];
        let kana = c.len_utf8();
        let alone = if SHORT.contains(c) {
            SHORT_FUNCTION
        } else {
            STRAY
        };
        offer(kana, cost + alone, PieceKind::Kana);
        for words in [TOGETHER, SPOKEN] {
            if let Some(length) = listed(words, rest).filter(|length| at + length <= run) {
                offer(length, cost + FUNCTION, PieceKind::Kana);
            }
        }
        each_here(Place::Word, rest, run - at, |length, entry| match entry {
            Entry::Function if length > kana => offer(length, cost + FUNCTION, PieceKind::Kana),
            Entry::Function => offer(length, cost + RARE_FUNCTION, PieceKind::Kana),
            entry => offer(length, cost + WORD, PieceKind::Word(entry)),
        });
        each_here(Place::Noun, rest, run - at, |length, entry| {
            offer(length, cost + NOUN, PieceKind::Word(entry));
        });
    }
    let inside = steps[run].map_or(u32::MAX, |step| step.cost);
    let (mut at, mut cuts) = (run, Vec::new());
    if let Some((start, step)) = beyond.filter(|(_, step)| step.cost <= inside) {
        cuts.push((step.length, step.kind));
        at = start;
    }
    while let Some(step) = steps[at].filter(|_| at > 0) {
        cuts.push((step.length, step.kind));
        at -= step.length;
    }
    cuts.reverse();
    cuts
}

/// Makes kana of nouns that touch a kana that nothing accounts for: they are there by chance.
fn drop_chance(cuts: &mut [Cut], text: &str) {
    let mut at = 0;
    let stray: Vec<bool> = cuts
        .iter()
        .map(|&(length, kind)| {
            let piece = &text[at..at + length];
            at += length;
            is_stray(piece, kind)
        })
        .collect();
    let mut at = 0;
    for (index, (length, kind)) in cuts.iter_mut().enumerate() {
        let piece = &text[at..at + *length];
        at += *length;
        let touches = index.checked_sub(1).is_some_and(|before| stray[before])
            || stray.get(index + 1).copied().unwrap_or(false);
        let is_noun = || piece.chars().count() == 2 && longest(Place::Noun, piece).is_some();
        if touches && matches!(kind, PieceKind::Word(Entry::Kana(_))) && is_noun() {
            *kind = PieceKind::Kana;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_together_is_found() {
        for list in [TOGETHER, SPOKEN] {
            assert!(list.is_sorted() && list.iter().all(|words| words.len() >= TWO_KANA));
            for words in list {
                let longest = list.iter().filter(|other| words.starts_with(**other));
                let longest = longest.map(|words| words.len()).max();
                assert_eq!(listed(list, words), longest);
            }
        }
        assert_eq!(listed(TOGETHER, "てきましたa"), Some("てきました".len()));
        for text in ["", "て", "てa", "てき", "です"] {
            assert_eq!(listed(TOGETHER, text), None, "{text}");
        }
    }

    fn words(text: &str) -> Vec<&str> {
        let mut at = 0;
        let pieces = cut(text).into_iter().map(|(length, kind)| {
            at += length;
            (&text[at - length..at], kind)
        });
        let words = pieces.filter(|(_, kind)| matches!(kind, PieceKind::Word(_)));
        words.map(|(piece, _)| piece).collect()
    }

    #[test]
    fn nouns_stand_where_function_words_do_not() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text}");
        check("ごみの", &["ごみ"]);
        check("するごみはいつですか", &["ごみ"]);
        check("いぬやねこ", &["いぬ", "ねこ"]);
        check("したいのですが", &[]);
        check("してください", &[]);
        check("んやけど", &[]);
        check("かぎ", &["かぎ"]);
        check("さいふ", &[]);
        check("だまされたかもしれません", &["だまさ"]);
        check("お金", &["お金"]);
        check("もらえるのでしょうか", &[]);
        check("しようとしたのに", &[]);
        check("はいつからですか", &[]);
        check("はだれですか", &[]);
        check("していたことを", &[]);
        check("のせいで", &[]);
        check("とどうなりますか", &[]);
        check("へんのやけど", &[]);
        check("んのじゃけど", &[]);
        check("ばいいですか", &[]);
        check("", &[]);
    }
}
