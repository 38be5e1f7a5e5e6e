//! The table of Japanese words and how they are read, and its format. It is compiled in and used as it is: nothing is
//! loaded or unpacked at start.
//!
//! A finite-state transducer maps each word in its written form (UTF-8, folded; before it the byte of its [`Place`]) to
//! a packed [`Entry`]. An entry points into one string of bytes, a byte per kana, that holds the reading of the word's
//! head: what is written up to its last kanji. What follows is hiragana and reads as it is written; so all forms of a
//! verb have one entry but for what varies, and share most of the transducer.

use std::sync::LazyLock;

use tantivy_fst::raw::{CompiledAddr, Fst, Node};

static READINGS: &[u8] = include_bytes!("ipadic.readings");
/// Opening one only looks at its last bytes. `None` cannot be but for a broken build; then no word is known.
static WORDS: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("ipadic.fst").as_slice()).ok());

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
    let Some(words) = WORDS.as_ref() else { return };
    let behind_kana = || BEHIND_KANA.get(kana(text)?).copied();
    let begun = match place.marker() {
        Some(marker) => follow(words, &[marker]).map(|begun| (begun, 0)),
        None => match behind_kana() {
            Some(begun) => begun.map(|begun| (begun, KANA)),
            None => Some((words.root().into(), 0)),
        },
    };
    let Some((Begun { address, value }, mut at)) = begun else {
        return;
    };
    let (mut node, mut value) = (words.node(address), value);
    loop {
        if at > 0 && node.is_final() {
            found(at, Entry::unpack(value + node.final_output().value()));
        }
        let next = text.as_bytes().get(at);
        let Some(input) = next.and_then(|&byte| node.find_input(byte)) else {
            break;
        };
        let step = node.transition(input);
        value += step.out.value();
        node = words.node(step.addr);
        at += 1;
    }
}

/// A place in the transducer, and what of an entry stands before it.
#[derive(Debug, Clone, Copy)]
struct Begun {
    address: CompiledAddr,
    value: u64,
}

impl From<Node<'_>> for Begun {
    fn from(node: Node<'_>) -> Self {
        Self {
            address: node.addr(),
            value: 0,
        }
    }
}

/// Where some bytes lead from the beginning.
fn follow(words: &Fst<&'static [u8]>, bytes: &[u8]) -> Option<Begun> {
    let begin = Begun::from(words.root());
    bytes
        .iter()
        .try_fold(begin, |Begun { address, value }, &byte| {
            let node = words.node(address);
            let step = node.transition(node.find_input(byte)?);
            Some(Begun {
                address: step.addr,
                value: value + step.out.value(),
            })
        })
}

/// The bytes of a hiragana.
const KANA: usize = 3;

/// Where each hiragana leads: at most places of a text a word is looked for that begins with one.
static BEHIND_KANA: LazyLock<Vec<Option<Begun>>> = LazyLock::new(|| {
    let follow = |c: char| follow(WORDS.as_ref()?, c.encode_utf8(&mut [0; 4]).as_bytes());
    ('ぁ'..='ゖ').map(follow).collect()
});

/// The place among all hiragana of the first character of a text.
fn kana(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    (first as usize).checked_sub('ぁ' as usize)
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
    fn words_are_found_from_their_first_kana_on() {
        let words = WORDS.as_ref().unwrap();
        for c in ('\u{3000}'..'\u{3100}').chain(['a', '解']) {
            for rest in ["", "い", "る", "いる", "のに", "ない", "まる"] {
                let text = format!("{c}{rest}");
                let (mut lengths, mut found) = (Vec::new(), Vec::new());
                each(Place::Word, &text, |length, entry| {
                    found.push((length, entry));
                });
                for length in 1..=text.len() {
                    let word = words.get(&text.as_bytes()[..length]);
                    lengths.extend(word.map(|entry| (length, Entry::unpack(entry.value()))));
                }
                assert_eq!(found, lengths, "{text}");
            }
        }
    }

    #[test]
    fn the_table_is_there() {
        assert!(longest(Place::Word, "解約").is_some());
        assert_eq!(longest(Place::Word, "x"), None);
        assert_eq!(longest(Place::Word, ""), None);
    }
}
