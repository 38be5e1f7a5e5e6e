//! The words of a guide and how they are typed: what spelling, prefix, reading and correction are looked up in.
//!
//! An FST from keys to the number of times that a word stands in the guide. A key is how a word is typed, a separator,
//! and the word as it stands in the texts:
//! * `解約` NUL `解約`: by its own spelling, as the index cuts it;
//! * `kaiyaku` SOH `解約`: by its reading, in the canonical letters of [`crate::text::reading`];
//! * `nottor` STX `乗っ取`: by the part of its reading that does not inflect.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::fmt;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use tantivy_fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer};

use crate::text::reading;

/// How the key of an entry relates to its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum By {
    Spelling,
    Reading,
    /// The reading's part that all forms of the word share.
    Stem,
}

impl By {
    const ALL: [Self; 3] = [Self::Spelling, Self::Reading, Self::Stem];

    const fn separator(self) -> char {
        match self {
            Self::Spelling => '\0',
            Self::Reading => '\u{1}',
            Self::Stem => '\u{2}',
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

/// Keys are looked at no further than this for one prefix, which bounds the time for a short one in a large guide.
const MOST_SCANNED: usize = 4000;

/// Collects the words of a guide.
#[derive(Debug, Default)]
pub struct Builder {
    counts: HashMap<String, u64>,
    scratch: String,
}

impl Builder {
    /// A word as the index cuts it.
    pub fn spelling(&mut self, word: &str) {
        self.add(word, By::Spelling, word);
    }

    /// The Japanese words of a folded text, by their readings.
    pub fn readings(&mut self, folded: &str) {
        for word in reading::words(folded) {
            self.add(&word.letters, By::Reading, &folded[word.range.clone()]);
            if word.stem < word.letters.len() {
                let start = word.range.start;
                let stem = &folded[start..start + word.written_stem];
                self.add(&word.letters[..word.stem], By::Stem, stem);
            }
        }
    }

    /// A word with a reading that is known otherwise.
    pub fn reading(&mut self, letters: &str, word: &str) {
        self.add(letters, By::Reading, word);
    }

    fn add(&mut self, key: &str, by: By, word: &str) {
        if key.is_empty() || word.is_empty() {
            return;
        }
        self.scratch.clear();
        self.scratch.push_str(key);
        self.scratch.push(by.separator());
        self.scratch.push_str(word);
        // Looked up first: most words are there already, and need no copy of their key.
        if let Some(count) = self.counts.get_mut(self.scratch.as_str()) {
            *count += 1;
        } else {
            self.counts.insert(self.scratch.clone(), 1);
        }
    }

    /// The bytes from which [`Lexicon::open`] reads.
    ///
    /// # Errors
    /// Never for keys in ascending order, which these are.
    pub fn finish(self) -> Result<Vec<u8>, tantivy_fst::Error> {
        let mut entries: Vec<(String, u64)> = self.counts.into_iter().collect();
        entries.sort_unstable();
        let mut builder = MapBuilder::memory();
        for (key, count) in entries {
            builder.insert(key, count)?;
        }
        builder.into_inner()
    }
}

/// The words of a guide.
pub struct Lexicon(Map<Vec<u8>>);

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lexicon").field(&self.0.len()).finish()
    }
}

impl Lexicon {
    /// # Errors
    /// Bytes that are no FST.
    pub fn open(bytes: Vec<u8>) -> Result<Self, tantivy_fst::Error> {
        Map::from_bytes(bytes).map(Self)
    }

    /// The entries with just this key, the most frequent first.
    pub fn exact(&self, key: &str, by: By, limit: usize) -> Vec<Entry> {
        let mut from = key.to_owned();
        from.push(by.separator());
        self.most_frequent(&from, limit, |entry| entry.by == by)
    }

    /// Whether there is a word with just this key.
    pub fn has(&self, key: &str, by: By) -> bool {
        !self.exact(key, by, 1).is_empty()
    }

    /// The most frequent entries whose key is longer than `prefix` and begins with it.
    pub fn prefix(&self, prefix: &str, by: By, limit: usize) -> Vec<Entry> {
        self.most_frequent(prefix, limit, |entry| {
            entry.by == by && entry.key.len() > prefix.len()
        })
    }

    /// Whether there is any key that begins so.
    pub fn begins(&self, prefix: &str, by: By) -> bool {
        !self.prefix(prefix, by, 1).is_empty()
    }

    fn most_frequent(
        &self,
        from: &str,
        limit: usize,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Vec<Entry> {
        let mut stream = self.0.range().ge(from).into_stream();
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
        let builder = if distance > 1 { &TWO } else { &ONE };
        let dfa = if open {
            builder.build_prefix_dfa(typed)
        } else {
            builder.build_dfa(typed)
        };
        let typed = Typed {
            dfa,
            separator: by.separator() as u8,
        };
        let mut found = Vec::new();
        let mut stream = self.0.search(&typed).into_stream();
        while let Some((key, count)) = stream.next() {
            if let Some(entry) = entry(key, count)
                && let Distance::Exact(distance) = typed.dfa.eval(&entry.key)
            {
                found.push((distance, entry));
            }
            if found.len() >= MOST_SCANNED {
                break;
            }
        }
        found
    }
}

fn entry(key: &[u8], count: u64) -> Option<Entry> {
    let text = std::str::from_utf8(key).ok()?;
    By::ALL.into_iter().find_map(|by| {
        let (key, word) = text.split_once(by.separator())?;
        Some(Entry {
            key: key.to_owned(),
            by,
            word: word.to_owned(),
            count,
        })
    })
}

/// Accepts a key that the DFA accepts, a separator, and any word.
struct Typed {
    dfa: DFA,
    separator: u8,
}

impl Automaton for Typed {
    /// `None` behind the separator.
    type State = Option<u32>;

    fn start(&self) -> Self::State {
        Some(self.dfa.initial_state())
    }

    fn is_match(&self, state: &Self::State) -> bool {
        state.is_none()
    }

    fn can_match(&self, state: &Self::State) -> bool {
        state.is_none_or(|state| state != levenshtein_automata::SINK_STATE)
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        let state = (*state)?;
        if byte == self.separator {
            let accepted = matches!(self.dfa.distance(state), Distance::Exact(_));
            return if accepted {
                None
            } else {
                Some(levenshtein_automata::SINK_STATE)
            };
        }
        Some(self.dfa.transition(state, byte))
    }
}
