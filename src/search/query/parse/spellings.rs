//! Other ways to write what a word of a query is: with other kanji or kana, in one word or two, converted or not yet.

use super::{MOST_READINGS, PREFIX, Parser, asking, share};
use crate::search::Via;
use crate::search::analysis::{Analyser, pairs};
use crate::search::lexicon::By;
use crate::search::query::{Alternative, Meaning, QueryWord, contains};
use crate::search::words::{self, WordKind};
use crate::text::reading;
use crate::text::segment::{self, is_hiragana};
use crate::text::sound::{FEW, FEWEST, Sound, sound_of_kana, sounds};
use crate::text::variants;

/// What an alternative's score is multiplied with that is the same word, written otherwise.
const SPELLING: f32 = 0.95;
const JOINED: f32 = 0.9;
const SOUND: f32 = 0.7;

/// The most kana that an input method has yet to convert.
const LONGEST_HALF: usize = 4;

/// How many other spellings of a word are looked up.
const MOST_SPELLINGS: usize = 5;

/// The digits of the longest number that somebody writes in kanji.
const LONGEST_COUNT: usize = 4;

/// The least letters of a word that is a part of another.
const SHORTEST_PART: usize = 2;

/// How many words with the same consonants are looked at, and how many that sound alike are looked up.
const MOST_SAME: usize = 32;
const MOST_SOUNDS: usize = 4;

impl Parser<'_> {
    /// What a word may become whose end an input method has not converted yet: 電わ.
    pub(super) fn add_half_converted(&mut self) {
        let Some(QueryWord { word, .. }) = self.query.words.last() else {
            return;
        };
        let rest = &self.folded[word.range.end..];
        let head = word.text.clone();
        let is_half = head.chars().all(words::is_han)
            && (1..=LONGEST_HALF).contains(&rest.chars().count())
            && is_hiragana(rest);
        let Some(reading) = is_half
            .then(|| reading::of_surface(&[head.as_str(), rest].concat()))
            .flatten()
        else {
            return;
        };
        let mut entries = self
            .lexicon
            .exact(&reading.letters, By::Reading, MOST_READINGS);
        entries.extend(self.lexicon.prefix(&reading.letters, By::Reading));
        for entry in entries {
            let goes_on = entry.word.strip_prefix(&head);
            if goes_on.is_some_and(|rest| rest.starts_with(words::is_han)) {
                let number = self.query.words.len() - 1;
                self.add_word(number, &entry.word, Via::Prefix, PREFIX, None);
            }
        }
    }

    /// Other spellings of the same word, and of a number.
    pub(super) fn add_spellings(&mut self, number: usize) {
        let word = &self.query.words[number].word;
        let text = word.text.clone();
        let spellings = match &word.kind {
            WordKind::Kanji { .. } => {
                let mut spellings = variants::of(&text);
                spellings.extend(variants::in_digits(&text));
                if self.languages.have_two_scripts() {
                    spellings.extend(variants::in_other_script(&text));
                }
                spellings
            }
            WordKind::Katakana => {
                let mut spellings = variants::of(&text);
                let others = variants::of_long_e(&text).into_iter();
                spellings.extend(others.filter(|word| self.lexicon.has(word, By::Spelling)));
                spellings
            }
            WordKind::Hiragana => variants::of(&text),
            WordKind::Number { digits } if digits.len() <= LONGEST_COUNT => {
                let mut spellings = variants::in_kanji(digits);
                spellings.extend(self.known(format!("v{digits}")));
                spellings
            }
            WordKind::Spaced { .. } => self.known_version(&text).into_iter().collect(),
            WordKind::Number { .. } | WordKind::Sign | WordKind::Time => {
                return;
            }
        };
        for spelling in spellings.into_iter().take(MOST_SPELLINGS) {
            self.add_word(number, &spelling, Via::Reading, SPELLING, None);
        }
    }

    /// The number of a version: 16 is v16.
    fn known_version(&self, text: &str) -> Option<String> {
        let digits = text.strip_prefix('v')?;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| self.known(digits.to_owned())).flatten()
    }

    /// A word, if the guide has it.
    fn known(&self, word: String) -> Option<String> {
        self.lexicon.has(&word, By::Spelling).then_some(word)
    }

    /// The same word of English in the other script, and where the guide does not have it, in katakana as others hear it: リノート
    /// for `renote`, and リデューサ for レデューサー. Hiragana that are read as no word may be katakana that nobody has chosen yet: ろぜった.
    pub(super) fn add_sounds(&mut self, number: usize) {
        let QueryWord {
            word, alternatives, ..
        } = &self.query.words[number];
        // What the glossary has is found in all its forms.
        let is_concept = |other: &Alternative| matches!(other.meaning, Meaning::Concept(_));
        if alternatives.iter().any(is_concept) || !self.languages.have_readings() {
            return;
        }
        let typed = word.text.clone();
        let is_known = || self.lexicon.has(&typed, By::Spelling);
        // Of a word in katakana all vowels are written.
        let (typed_sounds, fewest, is_kana) = match word.kind {
            WordKind::Katakana if !is_known() => (sounds(&typed), FEWEST, true),
            WordKind::Hiragana if alternatives.len() == 1 && !is_known() => {
                (vec![sound_of_kana(&typed)], FEW, true)
            }
            WordKind::Spaced { .. } => (sounds(&typed), FEW, false),
            _ => return,
        };
        let of_enough = |sound: &&Sound| sound.consonants().len() >= fewest;
        for sound in typed_sounds.iter().filter(of_enough) {
            let is_meant = |word: &str| {
                (is_kana || !word.is_ascii())
                    && sounds(word).iter().any(|other| other.is_like(sound))
            };
            let same = self.lexicon.exact(sound.consonants(), By::Sound, MOST_SAME);
            let alike = same.into_iter().filter(|entry| is_meant(&entry.word));
            for entry in alike.take(MOST_SOUNDS) {
                self.add_word(number, &entry.word, Via::Reading, SOUND, None);
            }
        }
    }

    /// A word that the guide writes as two: "log in" for `login`.
    pub(super) fn add_split(&mut self, number: usize) {
        let word = &self.query.words[number].word;
        if !matches!(word.kind, WordKind::Spaced { .. }) {
            return;
        }
        let text = word.text.clone();
        let is_known = |part: &str| self.lexicon.has(part, By::Spelling);
        let places = text.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        let mut places = places.filter(|at| text.len() - at >= SHORTEST_PART);
        let split = places.find(|&at| is_known(&text[..at]) && is_known(&text[at..]));
        let Some((first, second)) = split.map(|at| text.split_at(at)) else {
            return;
        };
        if let Some(term) = self.term(Analyser::Grams, pairs::term_of(&text)) {
            let mut terms: [Vec<usize>; Analyser::ALL.len()] = Default::default();
            terms[Analyser::Grams as usize].push(term);
            self.query.words[number].alternatives.push(Alternative {
                via: Via::Exact,
                weight: JOINED,
                terms,
                meaning: Meaning::Word {
                    word: format!("{first} {second}"),
                    reading: None,
                },
            });
        }
    }

    /// Words that the guide writes as one: `login` for "log in".
    pub(super) fn add_joined(&mut self) {
        let runs = segment::runs(self.folded, |a, b| a.is_spaced() && b.is_spaced());
        for pair in runs.windows(2) {
            let Some(_) = pairs::token(self.folded, &pair[0], &pair[1]) else {
                continue;
            };
            let joined = [&self.folded[pair[0].clone()], &self.folded[pair[1].clone()]].concat();
            if !self.lexicon.has(&joined, By::Spelling) {
                continue;
            }
            let both = pair[0].start..pair[1].end;
            let of = |number: &usize| contains(&both, &self.query.words[*number].word.range);
            let parts: Vec<usize> = (0..self.query.words.len()).filter(of).collect();
            // Two words with which everybody speaks may be one that few say: "back up". A small one is there by chance: "a way".
            let each = match parts.len() {
                0 | 1 => 0.0,
                count => share(count) * asking::of_english(&joined),
            };
            for number in parts {
                let weight = &mut self.query.words[number].weight;
                *weight = weight.max(each);
                self.add_word(number, &joined, Via::Exact, JOINED, None);
            }
        }
    }
}
