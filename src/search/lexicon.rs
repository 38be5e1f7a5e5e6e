//! The words of a guide and how they are typed: what spelling, prefix, reading and correction are looked up in.
//!
//! An FST from keys to the number of times that a word stands in the guide. A key is how a word is typed, a separator,
//! and the word as it stands in the texts:
//! * `解約` NUL: by its own spelling, as the index cuts it, which is not said twice: an FST shares what many keys begin or
//!   end with, and these ends are all different;
//! * `kaiyaku` SOH `解約`: by its reading, in the canonical letters of [`crate::text::reading`];
//! * `nottor` STX `乗っ取`: by the part of its reading that does not inflect;
//! * `AKNT` ETX `アカウント`: by how it sounds ([`crate::text::sound`]). In capitals, which nobody types once they are folded.
//!
//! A second FST holds, for each beginning that many keys share, the most frequent of their words, so that the first
//! letter of a query takes no longer than the last: the beginning, the separator, a rank, the rest of the key.

mod builder;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy::directory::OwnedBytes;
use tantivy_fst::raw::{Fst, Node};
use tantivy_fst::{IntoStreamer, Map, Streamer};

pub use builder::{Builder, Words};

/// How the key of an entry relates to its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum By {
    Spelling,
    Reading,
    /// The reading's part that all forms of the word share.
    Stem,
    /// How it sounds: a word of English in katakana, or in Latin letters.
    Sound,
}

impl By {
    const ALL: [Self; 4] = [Self::Spelling, Self::Reading, Self::Stem, Self::Sound];

    /// The kind of this separator.
    const fn of(c: char) -> Option<Self> {
        match c {
            '\0' => Some(Self::Spelling),
            '\u{1}' => Some(Self::Reading),
            '\u{2}' => Some(Self::Stem),
            '\u{3}' => Some(Self::Sound),
            _ => None,
        }
    }

    const fn separator(self) -> char {
        match self {
            Self::Spelling => '\0',
            Self::Reading => '\u{1}',
            Self::Stem => '\u{2}',
            Self::Sound => '\u{3}',
        }
    }
}

/// An entry of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How it is typed.
    pub key: String,
    pub by: By,
    /// As it stands in the guide's texts, folded.
    pub word: String,
    /// How often it stands there.
    pub count: u64,
}

/// Keys are looked at no further than this, which bounds the time for what is like very many.
const MOST_SCANNED: usize = 4000;

/// As many keys may share a beginning that has no list of its own.
const FEW: usize = 256;

/// Nobody types what is longer, in bytes, and it would be compared with what is typed.
const LONGEST: usize = 256;

/// The most words that can be asked for by a beginning.
const COMPLETIONS: usize = 12;

/// In a lexicon of so many entries two edits, or one in the beginning of a word, are looked for behind the first letter only,
/// which few people mistype.
const LARGE: usize = 50_000;

/// The words of a guide.
pub struct Lexicon {
    words: Map<OwnedBytes>,
    completions: Map<OwnedBytes>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lexicon").field(&self.words.len()).finish()
    }
}

impl Lexicon {
    /// # Errors
    /// Bytes that are not two FSTs behind the length of the first.
    pub fn open(bytes: &OwnedBytes) -> Result<Self, tantivy_fst::Error> {
        let length = bytes
            .first_chunk()
            .map(|&length| u64::from_le_bytes(length));
        let length = length.and_then(|length| usize::try_from(length).ok());
        let start = bytes.len().min(size_of::<u64>());
        let end = length.and_then(|length| length.checked_add(start));
        let end = end.unwrap_or(start).min(bytes.len());
        Ok(Self {
            words: Fst::new(bytes.slice(start..end))?.into(),
            completions: Fst::new(bytes.slice(end..bytes.len()))?.into(),
        })
    }

    /// The entries with just this key, the most frequent first.
    pub fn exact(&self, key: &str, by: By, limit: usize) -> Vec<Entry> {
        let mut from = key.to_owned();
        from.push(by.separator());
        self.most_frequent(&from, limit, |entry| entry.by == by)
    }

    /// Whether there is a word with just this key.
    pub fn has(&self, key: &str, by: By) -> bool {
        leads_on(&self.words, key, Some(by))
    }

    /// The most frequent entries whose key is longer than `prefix` and begins with it, at most [`COMPLETIONS`].
    pub fn prefix(&self, prefix: &str, by: By) -> Vec<Entry> {
        if !leads_on(&self.completions, prefix, None) {
            return self.most_frequent(prefix, COMPLETIONS, |entry| {
                entry.by == by && entry.key.len() > prefix.len()
            });
        }
        let from = format!("{prefix}{}", by.separator());
        let mut stream = self.completions.range().ge(&from).into_stream();
        let mut found = Vec::new();
        while let Some((key, count)) = stream.next() {
            let Some(rest) = key.strip_prefix(from.as_bytes()) else {
                break;
            };
            // The first byte is the rank.
            found.extend(
                rest.get(1..)
                    .and_then(|rest| entry(&[prefix.as_bytes(), rest].concat(), count)),
            );
        }
        found
    }

    /// Whether there is any key that begins so.
    pub fn begins(&self, prefix: &str, by: By) -> bool {
        if leads_on(&self.completions, prefix, None) {
            return leads_on(&self.completions, prefix, Some(by));
        }
        let mut stream = self.words.range().ge(prefix).into_stream();
        while let Some((key, _)) = stream.next() {
            let Some(rest) = key.strip_prefix(prefix.as_bytes()) else {
                return false;
            };
            let mut separators = rest.iter().map(|&byte| By::of(char::from(byte)));
            if separators.next() == Some(None) && separators.flatten().next() == Some(by) {
                return true;
            }
        }
        false
    }

    fn most_frequent(
        &self,
        from: &str,
        limit: usize,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Vec<Entry> {
        let mut stream = self.words.range().ge(from).into_stream();
        let mut best = BinaryHeap::new();
        for _ in 0..MOST_SCANNED {
            let Some((key, count)) = stream.next() else {
                break;
            };
            if !key.starts_with(from.as_bytes()) {
                break;
            }
            // What is no better than what is there needs not be taken apart.
            let is_full = best.len() >= limit;
            let is_worse = |Reverse((least, _)): &Reverse<(u64, Reverse<Vec<u8>>)>| count <= *least;
            if is_full && best.peek().is_some_and(is_worse) {
                continue;
            }
            if entry(key, count).is_some_and(|entry| wanted(&entry)) {
                best.push(Reverse((count, Reverse(key.to_vec()))));
                if best.len() > limit {
                    best.pop();
                }
            }
        }
        best.into_sorted_vec()
            .into_iter()
            .filter_map(|Reverse((count, Reverse(key)))| entry(&key, count))
            .collect()
    }

    /// The entries whose key is at most `distance` (1 or 2) edits from what was typed; or, with `open`, that begin with
    /// something that is. A transposition is one edit. With the distance, in no particular order.
    pub fn similar(&self, typed: &str, by: By, distance: u8, open: bool) -> Vec<(u8, Entry)> {
        static ONE: LazyLock<LevenshteinAutomatonBuilder> =
            LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
        static TWO: LazyLock<LevenshteinAutomatonBuilder> =
            LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));
        let first = typed.chars().next().map_or("", |c| &typed[..c.len_utf8()]);
        let builder = if distance > 1 { &TWO } else { &ONE };
        let dfa = if open {
            builder.build_prefix_dfa(typed)
        } else {
            builder.build_dfa(typed)
        };
        let mut walk = Walk {
            words: self.words.as_fst(),
            dfa: &dfa,
            separator: by.separator() as u8,
            key: Vec::new(),
            found: Vec::new(),
        };
        let narrow = (distance > 1 || open) && self.words.len() > LARGE;
        walk.from(if narrow { first } else { "" });
        walk.found
    }
}

/// Whether a key, with the separator of a kind or of any, begins a key of the map. Every way into an FST leads to a key.
fn leads_on(map: &Map<OwnedBytes>, key: &str, by: Option<By>) -> bool {
    let fst = map.as_fst();
    let mut node = fst.root();
    for &byte in key.as_bytes() {
        let Some(transition) = node.find_input(byte) else {
            return false;
        };
        node = fst.node(node.transition_addr(transition));
    }
    let has = |by: By| node.find_input(by.separator() as u8).is_some();
    by.map_or_else(|| By::ALL.into_iter().any(has), has)
}

fn entry(key: &[u8], count: u64) -> Option<Entry> {
    let text = std::str::from_utf8(key).ok()?;
    By::ALL.into_iter().find_map(|by| {
        let (key, word) = text.split_once(by.separator())?;
        let word = if by == By::Spelling { key } else { word };
        Some(Entry {
            key: key.to_owned(),
            by,
            word: word.to_owned(),
            count,
        })
    })
}

/// A way through the words, in their order, to those with a key that the DFA accepts, a separator, and any word: what a search of the
/// FST by an automaton finds, in three fifths of its instructions.
struct Walk<'a> {
    words: &'a Fst<OwnedBytes>,
    dfa: &'a DFA,
    separator: u8,
    key: Vec<u8>,
    /// With the distance.
    found: Vec<(u8, Entry)>,
}

impl Walk<'_> {
    /// Takes the words whose key begins so.
    fn from(&mut self, beginning: &str) {
        let (mut node, mut output) = (self.words.root(), 0);
        let mut state = self.dfa.initial_state();
        for &byte in beginning.as_bytes() {
            let Some(step) = node.find_input(byte) else {
                return;
            };
            let step = node.transition(step);
            node = self.words.node(step.addr);
            output += step.out.value();
            state = self.dfa.transition(state, byte);
            self.key.push(byte);
        }
        if state != SINK_STATE {
            self.typed(&node, output, state);
        }
    }

    /// Goes on within a key.
    fn typed(&mut self, node: &Node<'_>, output: u64, state: u32) {
        for step in node.transitions() {
            if self.is_full() {
                return;
            }
            let is_key = step.inp == self.separator;
            let next = if is_key {
                state
            } else {
                self.dfa.transition(state, step.inp)
            };
            if next == SINK_STATE {
                continue;
            }
            let output = output + step.out.value();
            self.key.push(step.inp);
            if !is_key {
                self.typed(&self.words.node(step.addr), output, next);
            } else if let Distance::Exact(distance) = self.dfa.distance(state) {
                self.take(&self.words.node(step.addr), output, distance);
            }
            self.key.pop();
        }
    }

    /// Takes all words of a key.
    fn take(&mut self, node: &Node<'_>, output: u64, distance: u8) {
        if node.is_final() {
            let count = output + node.final_output().value();
            let entry = entry(&self.key, count);
            self.found.extend(entry.map(|entry| (distance, entry)));
        }
        for step in node.transitions() {
            if self.is_full() {
                return;
            }
            self.key.push(step.inp);
            let next = self.words.node(step.addr);
            self.take(&next, output + step.out.value(), distance);
            self.key.pop();
        }
    }

    /// Nothing has such keys that was not forged.
    fn is_full(&self) -> bool {
        self.found.len() >= MOST_SCANNED || self.key.len() > 2 * LONGEST + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many words that begin alike, in three letters, some of them read like others are spelt.
    fn lexicon() -> Lexicon {
        let mut words = Words::default();
        for number in 0..3_000_u32 {
            let word = format!("a{}", number * 7919 % 3_000);
            for _ in 0..=number % 17 {
                words.spelling(&word);
            }
            if number % 5 == 0 {
                words.reading(&format!("ka{number}"), &word);
            }
        }
        words.spelling("a");
        words.spelling("単語");
        let mut builder = Builder::default();
        builder.take(&words);
        let bytes = OwnedBytes::new(builder.finish().expect("keys are sorted"));
        Lexicon::open(&bytes).expect("it was just written")
    }

    #[test]
    fn lists_of_completions_hold_what_looking_at_all_keys_finds() {
        let lexicon = lexicon();
        for prefix in ["a", "a1", "a12", "a2999", "k", "ka", "ka1", "単", "b"] {
            for by in By::ALL {
                let mut all = Vec::new();
                let mut stream = lexicon.words.stream();
                while let Some((key, count)) = stream.next() {
                    all.extend(entry(key, count));
                }
                all.retain(|entry| {
                    entry.by == by && entry.key.starts_with(prefix) && entry.key != prefix
                });
                all.sort_by(|x, y| y.count.cmp(&x.count).then_with(|| x.key.cmp(&y.key)));
                assert_eq!(
                    lexicon.begins(prefix, by),
                    !all.is_empty(),
                    "{prefix} {by:?}"
                );
                all.truncate(COMPLETIONS);
                let found = lexicon.prefix(prefix, by);
                let counts =
                    |entries: &[Entry]| entries.iter().map(|e| e.count).collect::<Vec<_>>();
                assert_eq!(counts(&found), counts(&all), "{prefix} {by:?}");
                assert!(found.iter().all(|entry| entry.key.starts_with(prefix)));
            }
        }
    }

    #[test]
    fn similar_are_all_words_that_the_automaton_takes() {
        let lexicon = lexicon();
        let mut all = Vec::new();
        let mut stream = lexicon.words.stream();
        while let Some((key, count)) = stream.next() {
            all.extend(entry(key, count));
        }
        for typed in ["a12", "1a2", "a", "ka150", "単吾", ""] {
            for (distance, open) in [(1, false), (1, true), (2, false)] {
                let builder = LevenshteinAutomatonBuilder::new(distance, true);
                let dfa = if open {
                    builder.build_prefix_dfa(typed)
                } else {
                    builder.build_dfa(typed)
                };
                for by in By::ALL {
                    let of = all.iter().filter(|entry| entry.by == by);
                    let mut expected: Vec<(u8, Entry)> = of
                        .filter_map(|entry| match dfa.eval(&entry.key) {
                            Distance::Exact(distance) => Some((distance, entry.clone())),
                            Distance::AtLeast(_) => None,
                        })
                        .collect();
                    expected.truncate(MOST_SCANNED);
                    let found = lexicon.similar(typed, by, distance, open);
                    assert_eq!(found, expected, "{typed} {by:?} {distance} {open}");
                }
            }
        }
    }

    #[test]
    fn a_word_is_known_by_its_whole_key_only() {
        let lexicon = lexicon();
        assert!(lexicon.has("a", By::Spelling) && lexicon.has("単語", By::Spelling));
        for (key, by) in [
            ("a", By::Reading),
            ("単", By::Spelling),
            ("", By::Spelling),
            ("ka", By::Reading),
        ] {
            assert!(!lexicon.has(key, by), "{key} {by:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_lexicon_are_an_error() {
        for bytes in [vec![], vec![0; 8], vec![0xff; 16], vec![1; 64]] {
            assert!(Lexicon::open(&OwnedBytes::new(bytes)).is_err());
        }
    }
}
