//! A stretch of kana or Latin letters, and where it may be cut.

use std::ops::Range;

use super::particles;
use crate::text::fold::to_hiragana;
use crate::text::reading::{letters, romaji};

/// A stretch to be converted.
#[derive(Debug)]
pub struct Stretch {
    /// Where it may be cut: byte offsets, with its beginning and its end.
    cuts: Vec<usize>,
    text: Text,
    /// The cuts at which typed words begin and end. Where they do in kana is not seen.
    spaces: Vec<usize>,
}

#[derive(Debug)]
enum Text {
    Kana(String),
    /// Canonical letters, and for each the byte offset of what was typed for it and of the end of the word.
    Letters(String, Vec<(usize, usize)>),
}

/// Longer ones are looked at so far only, which bounds the time.
const MOST_KANA: usize = 48;
const MOST_LETTERS: usize = 80;

/// The longest word, in characters of the stretch.
const LONGEST_KANA: usize = 12;
const LONGEST_LETTERS: usize = 22;

impl Stretch {
    /// Hiragana and katakana, folded.
    pub fn kana(text: &str) -> Self {
        let text: String = text.chars().take(MOST_KANA).collect();
        let cuts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        Self {
            cuts: cuts.collect(),
            text: Text::Kana(text),
            spaces: Vec::new(),
        }
    }

    /// Latin words of a text. `None` if one of them cannot be romaji.
    pub fn romaji(text: &str, words: &[Range<usize>]) -> Option<Self> {
        let mut all = String::new();
        let mut origins = Vec::new();
        let mut spaces = vec![0];
        let mut last = None;
        for word in words {
            let letters = romaji(&text[word.clone()])?;
            // The hyphen of `de-ta` is a long vowel.
            if last.is_some_and(|last| &text[last..word.start] != "-") {
                spaces.push(all.len());
            }
            last = Some(word.end);
            // Where in a word a letter comes from matters little; the word's ends do.
            origins.extend(
                (0..letters.len()).map(|at| (word.end.min(word.start + at + 1) - 1, word.end)),
            );
            all.push_str(&letters);
        }
        spaces.push(all.len());
        all.truncate(MOST_LETTERS);
        origins.truncate(all.len());
        Some(Self {
            cuts: (0..=all.len()).collect(),
            text: Text::Letters(all, origins),
            spaces,
        })
    }

    pub fn len(&self) -> usize {
        self.cuts.len() - 1
    }

    pub fn longest(&self) -> usize {
        match self.text {
            Text::Kana(_) => LONGEST_KANA,
            Text::Letters(..) => LONGEST_LETTERS,
        }
    }

    /// The canonical letters between two cuts.
    pub fn letters(&self, from: usize, to: usize) -> String {
        match &self.text {
            Text::Kana(text) => letters(&text[self.cuts[from]..self.cuts[to]]),
            Text::Letters(text, _) => text[from..to].to_owned(),
        }
    }

    pub fn range(&self, from: usize, to: usize) -> Range<usize> {
        match &self.text {
            Text::Kana(_) => self.cuts[from]..self.cuts[to],
            Text::Letters(_, origins) => {
                let (_, word_end) = origins[to - 1];
                // At the end of a typed word what was not needed of it belongs to its last letter.
                let end = match origins.get(to) {
                    Some(&(next, end)) if end == word_end => next,
                    _ => word_end,
                };
                origins[from].0..end
            }
        }
    }

    /// Whether a typed word begins or ends there.
    pub fn is_space(&self, at: usize) -> bool {
        self.spaces.contains(&at)
    }

    /// How many typed words begin between two places.
    pub fn spaces_within(&self, from: usize, to: usize) -> u32 {
        let within = self.spaces.iter().filter(|&&at| from < at && at < to);
        within.map(|_| 1).sum()
    }

    /// Whether a particle or the like stands between two places.
    pub fn is_small_word(&self, from: usize, to: usize) -> bool {
        match &self.text {
            Text::Kana(text) => {
                particles::is_small(&to_hiragana(&text[self.cuts[from]..self.cuts[to]]))
            }
            Text::Letters(text, _) => particles::is_small_in_letters(&text[from..to]),
        }
    }

    /// Whether the word that was typed there is a particle or the like.
    pub fn begins_small(&self, from: usize) -> bool {
        let end = self.spaces.iter().find(|&&to| to > from);
        end.is_some_and(|&end| end <= self.len() && self.is_small_word(from, end))
    }

    /// No word that was typed begins with a particle: か does not stand in front of `karubonara`. In kana they may,
    /// since a stretch of it begins wherever kanji end.
    pub fn may_stand_first(&self, from: usize, to: usize) -> bool {
        const PARTICLE: usize = 2;
        match &self.text {
            Text::Letters(_, origins) if from == 0 && to <= PARTICLE => {
                let (_, word_end) = origins[to - 1];
                origins.get(to).is_none_or(|&(next, _)| next >= word_end)
            }
            _ => true,
        }
    }

    /// Whether a kana begins there: no word begins within one.
    pub fn begins_kana(&self, at: usize) -> bool {
        match &self.text {
            Text::Kana(_) => true,
            Text::Letters(text, _) => {
                text[..at].ends_with(['a', 'i', 'u', 'e', 'o', 'n']) || at == 0
            }
        }
    }

    pub fn unknown_cost(&self) -> u32 {
        match self.text {
            Text::Kana(_) => 30,
            Text::Letters(..) => 15,
        }
    }

    /// Two kana or three letters are the least that can be told from chance.
    pub fn is_long_enough(&self, from: usize, to: usize, letters: &str) -> bool {
        match &self.text {
            Text::Kana(text) => {
                let first = text[self.cuts[from]..].chars().next();
                to - from >= 2
                    && letters.len() >= 3
                    && !first.is_some_and(|c| NEVER_FIRST.contains(c))
            }
            Text::Letters(..) => letters.len() >= 3,
        }
    }
}

/// No word begins with these.
const NEVER_FIRST: &str = "ーんっゃゅょぁぃぅぇぉンッャュョァィゥェォ";
