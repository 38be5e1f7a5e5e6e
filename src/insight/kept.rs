//! What is kept of a query: words that anybody may have typed, and nothing else.
//!
//! Nobody can list what is personal. So a word is kept only if the guide has it, or a dictionary has it as a common word and
//! none as a name; what is written is the guide's or the dictionary's word, not what was typed for it. Everything else is
//! [`GAP`]: who reads it sees that something stood there. What tells of persons where common words do not (names that are
//! words, numbers, addresses) is found by what stands beside it (`personal`).

use std::ops::Range;

use super::personal::{self, Personal};
use super::words::{is_common, is_common_stem, is_name};
use crate::search::Spelt;
use crate::text::fold::fold_with_offsets;
use crate::text::phone::says_digits;
use crate::text::segment::{Class, is_hiragana};

/// Stands for what is not kept.
pub const GAP: &str = "…";

/// No more of a query is kept, in characters.
pub const LONGEST: usize = 60;

/// What becomes of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Judged {
    range: Range<usize>,
    /// `None`: it is not kept.
    kept: Option<String>,
    /// It is somebody's name too, or the first letter of one.
    is_name: bool,
    /// It is written as a name is in Latin letters: `Butcher`.
    is_capital: bool,
    /// The guide has it.
    is_known: bool,
}

/// What may be kept of a query, in words with spaces between them. `spell` says how the guide writes the words of a folded
/// text.
pub fn kept(query: &str, spell: impl Fn(&str) -> Vec<Spelt>) -> String {
    let folded = fold_with_offsets(query);
    let personal = personal::of(query, &folded);
    let text = folded.text.as_str();
    let typed = |range: &Range<usize>| &query[folded.original(range.clone())];
    let words = spell(text);
    let judge = |word: &Spelt| Judged {
        kept: judged(word, text, &personal, &spell),
        is_name: may_be_name(&text[word.range.clone()]),
        is_capital: typed(&word.range).starts_with(char::is_uppercase),
        is_known: word.in_guide.is_some(),
        range: word.range.clone(),
    };
    let mut words: Vec<Judged> = words.iter().map(judge).collect();
    drop_beside_dropped(&mut words, text);
    written(&words, &personal)
}

fn judged(
    word: &Spelt,
    folded: &str,
    personal: &Personal,
    spell: impl Fn(&str) -> Vec<Spelt>,
) -> Option<String> {
    let text = &folded[word.range.clone()];
    if personal.is_of_somebody(&word.range, word.in_guide.is_some()) || is_number(text) {
        return None;
    }
    let kept = if let Some(written) = &word.in_guide {
        Some(written.clone()).filter(|written| !is_short(written))
    } else {
        let head = without_suffix(text).filter(|head| is_one_word(head, &spell));
        (head.is_some() || is_anybodys(word, folded)).then(|| text.to_owned())
    };
    kept.filter(|kept| !kept.contains(char::is_numeric) || word.in_guide.is_some())
}

/// Whether a word that the guide does not have is one that anybody may type.
fn is_anybodys(word: &Spelt, folded: &str) -> bool {
    let text = &folded[word.range.clone()];
    let inflects = word.core.end < word.range.end;
    let stem = || is_common_stem(&folded[word.core.clone()]);
    !is_short(text) && (is_common(text) || inflects && stem())
}

/// Kanji that make another word of one, and no name: 解約金.
const SUFFIXES: &str =
    "金料費書証者店先額日時中後前用式型機版側部課係性化率法的券席品物室館所場線権業名語系車代";

/// The word before such a kanji.
fn without_suffix(text: &str) -> Option<&str> {
    let head = text.strip_suffix(|c| SUFFIXES.contains(c))?;
    head.chars().nth(1).map(|_| head)
}

/// Whether a text is one word that is common, or the guide's, and nobody's name.
fn is_one_word(text: &str, spell: impl Fn(&str) -> Vec<Spelt>) -> bool {
    let words = spell(text);
    let is_whole = |word: &Spelt| word.in_guide.is_some() && word.range == (0..text.len());
    is_common(text) || !is_name(text) && words.iter().any(is_whole)
}

/// Kana of which names are made, and letters with which they begin.
fn is_short(text: &str) -> bool {
    let length = text.chars().count();
    match text.chars().next().map(Class::of) {
        Some(Class::Hiragana) => length < 3 && is_hiragana(text),
        Some(Class::Katakana) => length < 3,
        Some(Class::Latin) => length < 2,
        _ => length == 0,
    }
}

/// Kanji that are digits: of one a word may be made (一時), of more a number is.
fn is_number(text: &str) -> bool {
    let is_digit = |c: char| "〇零一二三四五六七八九十百千万億兆壱弐参肆伍陸漆捌玖拾".contains(c);
    let digits = text.chars().filter(|&c| is_digit(c)).count();
    digits > 1 && !is_common(text) || digits == text.chars().count() || says_digits(text)
}

/// What a word's neighbours say of it. Names that the guide has too are told by another name or an unknown word beside them.
/// A word that it does not have goes with an unknown one, as a part of one name, where
/// * it stands between two, as in the name of a street,
/// * it is in kanji and touches one, since names are made of words: a single kanji does in any case,
/// * it begins with a capital, or what it stands beside is a name in Latin letters: `John Butcher`.
fn drop_beside_dropped(words: &mut [Judged], folded: &str) {
    let before = words.to_vec();
    for (at, word) in words.iter_mut().enumerate() {
        let neighbours = [at.checked_sub(1), Some(at + 1)].map(|at| before.get(at?));
        let sides = neighbours.into_iter().flatten();
        let near: Vec<&Judged> = sides
            .filter(|other| is_near(gap(word, other, folded)))
            .collect();
        let gone = || near.iter().filter(|other| other.kept.is_none());
        let goes = if word.is_name {
            gone().next().is_some() || near.iter().any(|other| other.is_name)
        } else {
            let touches = |other: &&&Judged| gap(word, other, folded).is_empty();
            let latin =
                |other: &&&Judged| other.is_name && is_of(folded, &other.range, Class::Latin);
            let is_latin = is_of(folded, &word.range, Class::Latin);
            let is_part = gone().count() == 2
                || is_latin && word.is_capital && gone().next().is_some()
                || is_latin && gone().any(|other| latin(&other));
            // 月 of a date too, whatever the guide has.
            let is_single = folded[word.range.clone()].chars().nth(1).is_none();
            let is_in_kanji = is_of(folded, &word.range, Class::Han);
            let is_touched = is_in_kanji && gone().any(|other| touches(&other));
            !word.is_known && (is_part || is_touched) || is_single && is_touched
        };
        if goes {
            word.kept = None;
        }
    }
}

/// Whether a part of a text is of one class.
fn is_of(folded: &str, range: &Range<usize>, class: Class) -> bool {
    folded[range.clone()].chars().all(|c| Class::of(c) == class)
}

/// Whether people are called so; a letter by itself begins how they are called.
fn may_be_name(text: &str) -> bool {
    is_name(text) || text.len() == 1 && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// What stands between two words.
fn gap<'a>(one: &Judged, other: &Judged, folded: &'a str) -> &'a str {
    let end = one.range.end.min(other.range.end);
    let start = one.range.start.max(other.range.start);
    folded.get(end..start).unwrap_or_default()
}

/// A space or a sign at most.
fn is_near(gap: &str) -> bool {
    gap.chars().count() <= 2 && !gap.contains(char::is_alphanumeric)
}

/// What is kept, with a gap for each stretch of what is not.
fn written(words: &[Judged], personal: &Personal) -> String {
    let kept = words
        .iter()
        .map(|word| (word.range.start, word.kept.as_deref()));
    let gaps = personal.starts().map(|start| (start, None));
    let mut pieces: Vec<(usize, Option<&str>)> = kept.chain(gaps).collect();
    pieces.sort_unstable();
    let mut pieces: Vec<&str> = pieces
        .into_iter()
        .map(|(_, kept)| kept.unwrap_or(GAP))
        .collect();
    pieces.dedup_by(|next, last| *next == GAP && *last == GAP);
    if pieces.is_empty() {
        return GAP.to_owned();
    }
    let mut text = String::new();
    for piece in pieces {
        let space = usize::from(!text.is_empty());
        if text.chars().count() + space + piece.chars().count() > LONGEST {
            break;
        }
        if space > 0 {
            text.push(' ');
        }
        text.push_str(piece);
    }
    // One word that is longer than all that is kept.
    if text.is_empty() {
        GAP.to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests;
