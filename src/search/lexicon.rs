//! The words of a guide and how they are typed: what spelling, prefix, reading and correction are looked up in.
//!
//! An FST from keys to the number of times that a word stands in the guide. A key is how a word is typed, a separator,
//! and the word as it stands in the texts:
//! * `解約` NUL `解約`: by its own spelling, as the index cuts it;
//! * `kaiyaku` SOH `解約`: by its reading, in the canonical letters of [`crate::text::reading`];
//! * `nottor` STX `乗っ取`: by the part of its reading that does not inflect.
//!
//! A second FST holds, for each beginning that many keys share, the most frequent of their words, so that the first
//! letter of a query takes no longer than the last: the beginning, the separator, a rank, the rest of the key.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::fmt;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use tantivy::directory::OwnedBytes;
use tantivy_fst::raw::Fst;
use tantivy_fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer};

use crate::text::reading;
use crate::text::segment::Class;

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

    /// The kind of this separator.
    const fn of(c: char) -> Option<Self> {
        match c {
            '\0' => Some(Self::Spelling),
            '\u{1}' => Some(Self::Reading),
            '\u{2}' => Some(Self::Stem),
            _ => None,
        }
    }

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
        let mut end = 0;
        for word in reading::words(folded) {
            let text = &folded[word.range.clone()];
            self.add(&word.letters, By::Reading, text);
            // 型 is がた in 整数型.
            if word.range.start == end
                && is_one_kanji(text)
                && let Some(voiced) = reading::voiced(&word.letters)
            {
                self.add(&voiced, By::Reading, text);
            }
            end = word.range.end;
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
        if key.is_empty() || word.is_empty() || key.len().max(word.len()) > LONGEST {
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

    /// All words of another one too.
    pub fn merge(&mut self, other: Self) {
        for (entry, count) in other.counts {
            *self.counts.entry(entry).or_default() += count;
        }
    }

    /// The bytes from which [`Lexicon::open`] reads.
    ///
    /// # Errors
    /// Never for keys in ascending order, which these are.
    pub fn finish(self) -> Result<Vec<u8>, tantivy_fst::Error> {
        let mut entries: Vec<(String, u64)> = self.counts.into_iter().collect();
        entries.sort_unstable();
        let mut lists = Vec::new();
        list_completions(&entries, 0, &mut lists);
        lists.sort_unstable();
        let words = fst(entries)?;
        let mut bytes = (words.len() as u64).to_le_bytes().to_vec();
        bytes.extend(words);
        bytes.extend(fst(lists)?);
        Ok(bytes)
    }
}

fn fst(entries: Vec<(String, u64)>) -> Result<Vec<u8>, tantivy_fst::Error> {
    let mut builder = MapBuilder::memory();
    for (key, count) in entries {
        builder.insert(key, count)?;
    }
    builder.into_inner()
}

/// Lists the most frequent words for each beginning that is longer than `length` bytes, which all of these entries share,
/// and that many of them share.
fn list_completions(entries: &[(String, u64)], length: usize, lists: &mut Vec<(String, u64)>) {
    let next = |(key, _): &(String, u64)| key[length..].chars().next();
    for group in entries.chunk_by(|a, b| next(a) == next(b)) {
        let Some(c) = group.first().and_then(next) else {
            continue;
        };
        if group.len() > FEW && By::of(c).is_none() {
            let length = length + c.len_utf8();
            for by in By::ALL {
                list_group(group, length, by, lists);
            }
            list_completions(group, length, lists);
        }
    }
}

/// Lists the most frequent words of one kind whose key is longer than the beginning that all of these entries share.
fn list_group(group: &[(String, u64)], length: usize, by: By, lists: &mut Vec<(String, u64)>) {
    let is_wanted = |(key, _): &&(String, u64)| {
        let mut rest = key[length..].chars();
        rest.next().is_some_and(|c| By::of(c).is_none()) && rest.find_map(By::of) == Some(by)
    };
    let mut best: Vec<&(String, u64)> = group.iter().filter(is_wanted).collect();
    best.sort_by_key(|(key, count)| (Reverse(*count), key));
    for (rank, (key, count)) in ('a'..).zip(best.into_iter().take(COMPLETIONS)) {
        let (beginning, rest) = key.split_at(length);
        lists.push((format!("{beginning}{}{rank}{rest}", by.separator()), *count));
    }
}

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
        let first = typed.chars().next().map(|c| &typed[..c.len_utf8()]);
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
        let mut search = self.words.search(&typed);
        if let (Some(first), true) = (first, (distance > 1 || open) && self.words.len() > LARGE) {
            // No byte of a text is so high.
            let end = [first.as_bytes(), &[0xff]].concat();
            search = search.ge(first).lt(end);
        }
        let mut stream = search.into_stream();
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

fn is_one_kanji(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| Class::of(c) == Class::Han) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many words that begin alike, in three letters, some of them read like others are spelt.
    fn lexicon() -> Lexicon {
        let mut builder = Builder::default();
        for number in 0..3_000_u32 {
            let word = format!("a{}", number * 7919 % 3_000);
            for _ in 0..=number % 17 {
                builder.spelling(&word);
            }
            if number % 5 == 0 {
                builder.reading(&format!("ka{number}"), &word);
            }
        }
        builder.spelling("a");
        builder.spelling("単語");
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
