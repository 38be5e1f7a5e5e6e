//! The table of Japanese words and how they are read, and its format. It is compiled in and used as it is: nothing is
//! loaded or unpacked at start.
//!
//! A dictionary (`text::dictionary`) maps each word in its written form (UTF-8, folded; before it the byte of its [`Place`]) to
//! a packed [`Entry`]. An entry points into one string of bytes, a byte per kana, that holds the reading of the word's
//! head: what is written up to its last kanji. What follows is hiragana and reads as it is written; so all forms of a
//! verb have one entry but for what varies, and share most of the transducer.

use std::sync::LazyLock;

use crate::text::dictionary::{Dictionary, Reached};

static READINGS: &[u8] = include_bytes!("ipadic.readings");
static WORDS: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::new(include_bytes!("ipadic.fst")));

/// Where a word stands that has the reading of an entry. Many kanji are read in one way alone and in another as part of
/// a compound: 者 is もの, and しゃ in 担当者.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Anywhere.
    Word,
    /// Directly behind another word: 者, 先, 料.
    Suffix,
    /// Directly before another word: 新, 再, 未.
    Prefix,
    /// Behind a number: 日, 名, ヶ月.
    Counter,
    /// A single kanji beside another that is in no longer word: 課 and 金 in 課金.
    Compound,
    /// In a run of hiragana that function words do not account for: a noun of two kana, ごみ.
    Noun,
}

impl Place {
    /// What the words for this place have before them in the table: no byte of folded text.
    pub const fn marker(self) -> Option<u8> {
        match self {
            Self::Word => None,
            Self::Suffix => Some(1),
            Self::Prefix => Some(2),
            Self::Counter => Some(3),
            Self::Compound => Some(4),
            Self::Noun => Some(5),
        }
    }
}

/// How much of a form's end is not common to all forms of its word. Both are below 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ending {
    /// Characters of the written form.
    pub chars: u8,
    /// Canonical letters of the reading.
    pub letters: u8,
}

/// What the table says of a written form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A particle, an auxiliary, or another word in kana that nobody searches for.
    Function,
    /// A word in kana.
    Kana(Ending),
    /// A word with kanji; the offset of its head's reading.
    Head(u32, Ending),
}

impl Entry {
    /// Entries as numbers. The endings come last, so that forms of one word differ little.
    pub fn pack(self) -> u64 {
        let packed = |id: u64, ending: Ending| {
            (id << 6) | (u64::from(ending.letters) << 3) | u64::from(ending.chars)
        };
        match self {
            Self::Function => packed(0, Ending::default()),
            Self::Kana(ending) => packed(1, ending),
            Self::Head(offset, ending) => packed(u64::from(offset) + 2, ending),
        }
    }

    fn unpack(value: u64) -> Self {
        let three_bits = |shift: u32| u8::try_from((value >> shift) & 7).unwrap_or_default();
        let ending = Ending {
            letters: three_bits(3),
            chars: three_bits(0),
        };
        match value >> 6 {
            0 => Self::Function,
            1 => Self::Kana(ending),
            id => Self::Head(u32::try_from(id - 2).unwrap_or(u32::MAX), ending),
        }
    }
}

/// The entry of the longest word at the beginning of a text, and that word's length in bytes.
pub(super) fn longest(place: Place, text: &str) -> Option<(usize, Entry)> {
    let mut longest = None;
    each(place, text, |length, entry| longest = Some((length, entry)));
    longest
}

/// Calls `found` with each word at the beginning of a text: its length in bytes and its entry, the shortest first.
pub(super) fn each(place: Place, text: &str, mut found: impl FnMut(usize, Entry)) {
    let reached = |length, reached: Reached<'_>| {
        if let Some(entry) = reached.word() {
            found(length, Entry::unpack(entry));
        }
    };
    match place.marker() {
        Some(marker) => WORDS.along_behind(marker, text, reached),
        None => WORDS.along(text, reached),
    }
}

/// The byte of the last kana of a reading has this bit.
const LAST: u8 = 0x80;
const LONG_MARK: u8 = 0x7F;

/// A reading in hiragana and `ー` as the bytes of the table; `None` for an empty one and for other characters.
pub fn encode(kana: &str) -> Option<Vec<u8>> {
    let mut bytes = kana
        .chars()
        .map(|c| match c {
            'ー' => Some(LONG_MARK),
            'ぁ'..='ゖ' => u8::try_from(u32::from(c) - u32::from('ぁ')).ok(),
            _ => None,
        })
        .collect::<Option<Vec<u8>>>()?;
    *bytes.last_mut()? |= LAST;
    Some(bytes)
}

/// Adds the reading at an offset of the table to a text.
pub(super) fn push_reading(offset: u32, kana: &mut String) {
    let bytes = READINGS.get(offset as usize..).unwrap_or_default();
    for &byte in bytes {
        kana.push(match byte & !LAST {
            LONG_MARK => 'ー',
            index => char::from_u32(u32::from('ぁ') + u32::from(index)).unwrap_or('ー'),
        });
        if byte & LAST != 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back() {
        let ending = |chars, letters| Ending { chars, letters };
        for entry in [
            Entry::Function,
            Entry::Kana(ending(0, 0)),
            Entry::Kana(ending(2, 7)),
            Entry::Head(0, ending(0, 0)),
            Entry::Head(1_000_000, ending(7, 3)),
        ] {
            assert_eq!(Entry::unpack(entry.pack()), entry);
        }
    }

    #[test]
    fn kana_are_bytes() {
        assert_eq!(encode("ぁゖー"), Some(vec![0, 85, 0xFF]));
        assert_eq!(encode(""), None);
        assert_eq!(encode("か5"), None);
        let mut kana = String::new();
        push_reading(u32::MAX, &mut kana);
        assert_eq!(kana, "");
    }

    #[test]
    fn the_table_is_there() {
        assert!(longest(Place::Word, "解約").is_some());
        assert_eq!(longest(Place::Word, "x"), None);
        assert_eq!(longest(Place::Word, ""), None);
    }
}
