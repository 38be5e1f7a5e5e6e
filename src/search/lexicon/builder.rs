//! The words of a guide as they are collected, and the bytes that are made of them.

use foldhash::HashMap;
use std::cmp::Reverse;
use tantivy_fst::MapBuilder;

use super::{By, COMPLETIONS, FEW, LONGEST};
use crate::text::reading;
use crate::text::segment::Class;
use crate::text::sound::sounds;

/// The letters of a kana, but for those with a small one.
const ONE_KANA: usize = 2;

/// Stands behind each of many words in one text. No text has it, and no word.
const END: char = '\0';

/// The words of some texts, as they come: collecting them costs next to nothing, which is done on several processors, and they
/// are counted together ([`Builder::take`]).
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Each as it stands in the guide.
    spellings: String,
    /// The other keys, with the word behind the separator.
    others: String,
}

impl Words {
    /// A word as the index cuts it.
    pub fn spelling(&mut self, word: &str) {
        if !word.is_empty() && word.len() <= LONGEST {
            self.spellings.push_str(word);
            self.spellings.push(END);
        }
    }

    /// The Japanese words of a folded text, by their readings.
    pub fn readings(&mut self, folded: &str) {
        self.words_as_read(folded, reading::words(folded));
    }

    /// The same of a text that is also one word, which may consist of several.
    pub fn readings_within(&mut self, folded: &str) {
        let (words, whole) = reading::words_and_whole(folded);
        self.words_as_read(folded, words);
        if let Some(whole) = whole {
            self.add(&whole.letters, By::Reading, folded);
        }
    }

    fn words_as_read(&mut self, folded: &str, words: impl IntoIterator<Item = reading::Reading>) {
        let mut previous: Option<reading::Reading> = None;
        for word in words {
            let text = &folded[word.range.clone()];
            // 使っ by itself is no word, and read like the 使 of 使う.
            let is_whole = !text.ends_with('っ');
            if is_whole {
                self.add(&word.letters, By::Reading, text);
            }
            let before = previous.filter(|before| before.range.end == word.range.start);
            if let Some(before) = before.filter(|_| is_one_kanji(text)) {
                self.behind(&before, &word, folded);
            }
            if word.stem < word.letters.len() || !is_whole || is_ichidan(text, &word.letters) {
                let start = word.range.start;
                let stem = &folded[start..start + word.written_stem];
                self.add(&word.letters[..word.stem], By::Stem, stem);
            }
            previous = Some(word);
        }
    }

    /// A kanji behind another word.
    fn behind(&mut self, before: &reading::Reading, suffix: &reading::Reading, folded: &str) {
        // 型 is がた in 整数型.
        if let Some(voiced) = reading::voiced(&suffix.letters) {
            self.add(&voiced, By::Reading, &folded[suffix.range.clone()]);
        }
        // What is read as one kana is no word by itself: 化 in 暗号化.
        if suffix.letters.len() <= ONE_KANA {
            let letters = [before.letters.as_str(), &suffix.letters].concat();
            let both = &folded[before.range.start..suffix.range.end];
            self.add(&letters, By::Reading, both);
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
        self.others.push_str(key);
        self.others.push(by.separator());
        self.others.push_str(word);
        self.others.push(END);
    }
}

/// Counts the words of a guide.
#[derive(Debug, Default)]
pub struct Builder {
    /// How often each word stands in the guide.
    spellings: HashMap<String, u64>,
    others: HashMap<String, u64>,
    /// Words are listed by how they sound.
    hears: bool,
}

impl Builder {
    /// All words are also found by how they sound.
    pub const fn hear(&mut self) {
        self.hears = true;
    }

    pub fn take(&mut self, words: &Words) {
        for (counts, words) in [
            (&mut self.spellings, &words.spellings),
            (&mut self.others, &words.others),
        ] {
            for word in words.split_terminator(END) {
                count(counts, word);
            }
        }
    }

    /// The bytes from which [`Lexicon::open`](super::Lexicon::open) reads.
    ///
    /// # Errors
    /// Never for keys in ascending order, which these are.
    pub fn finish(self) -> Result<Vec<u8>, tantivy_fst::Error> {
        let spelt = |(mut word, count): (String, u64)| {
            word.push(By::Spelling.separator());
            (word, count)
        };
        let mut entries = Vec::with_capacity(self.others.len() + self.spellings.len());
        if self.hears {
            entries.extend(self.spellings.iter().flat_map(heard));
        }
        entries.extend(self.others);
        entries.extend(self.spellings.into_iter().map(spelt));
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

/// One more of an entry. Looked up first: most are there already, and need no copy.
fn count(counts: &mut HashMap<String, u64>, entry: &str) {
    if let Some(count) = counts.get_mut(entry) {
        *count += 1;
    } else {
        counts.insert(entry.to_owned(), 1);
    }
}

/// The entries of a word by how it sounds.
fn heard((word, count): (&String, &u64)) -> Vec<(String, u64)> {
    let sounds = sounds(word).into_iter();
    let entry = |consonants: &str| format!("{consonants}{}{word}", By::Sound.separator());
    let mut entries: Vec<(String, u64)> = sounds
        .map(|sound| (entry(sound.consonants()), *count))
        .collect();
    // With other vowels the consonants may be the same.
    entries.sort_unstable();
    entries.dedup();
    entries
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

fn is_one_kanji(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| Class::of(c) == Class::Han) && chars.next().is_none()
}

/// Whether all of a word may be what its forms have in common: 忘れ in 忘れる.
fn is_ichidan(text: &str, letters: &str) -> bool {
    let ends_in_kana = |c| Class::of(c) == Class::Hiragana;
    letters.ends_with(['e', 'i'])
        && text.ends_with(ends_in_kana)
        && text.contains(|c| Class::of(c) == Class::Han)
}
