//! The words of a query, and what each may stand for.

mod corrections;
mod related;
mod spellings;

use std::collections::HashMap;

use super::{
    Alternative, Loose, MAX_ALTERNATIVES, MAX_TERMS, Meaning, Query, QueryWord, Term, asking,
    contains, is_part, recognise, telling,
};
use crate::search::analysis::Analyser;
use crate::search::concepts::{self, Concepts};
use crate::search::conversion::{self, Part};
use crate::search::identifier;
use crate::search::languages::Languages;
use crate::search::lexicon::{By, Lexicon};
use crate::search::words::{self, MAX_QUERY_CHARS, WordKind};
use crate::search::{ReadAs, Via};
use crate::text::fold::{fold, to_hiragana};
use crate::text::reading;
use crate::text::segment::{Class, is_hiragana};

/// What an alternative's score is multiplied with. The word itself counts most; what begins with it is likely meant; of
/// two words with one reading only one is. Tuned on one half of `guide/queries.yaml`.
const READING: f32 = 0.95;
const SAME_READING: f32 = 0.7;
const CONCEPT: f32 = 0.65;
const ANY_TIME: f32 = 0.3;
const PREFIX: f32 = 0.8;
/// So few bytes begin a word by chance that the guide has as they are: `is` is not `issue`.
const SHORT: usize = 2;
const PREFIX_OF_SHORT: f32 = 0.2;
/// Signs are terms of one kind only, where words are of two.
const SIGN: f32 = 2.5;

/// How many words a reading stands for: the most frequent ones.
const MOST_READINGS: usize = 6;

impl Query {
    pub fn parse(
        text: &str,
        lexicon: &Lexicon,
        concepts: &Concepts,
        languages: &Languages,
    ) -> Self {
        let text: String = text.chars().take(MAX_QUERY_CHARS).collect();
        let knows = |word: &str, is_open: bool| {
            let word = fold(word);
            lexicon.has(&word, By::Spelling)
                || is_open && !lexicon.prefix(&word, By::Spelling).is_empty()
        };
        let typed = identifier::taken_apart(&text, knows).into_owned();
        // Folding may make many characters of one.
        let folded: String = fold(&typed).chars().take(MAX_QUERY_CHARS).collect();
        let mut parser = Parser {
            folded: &folded,
            lexicon,
            languages,
            query: Self {
                typed,
                folded: folded.clone(),
                ..Self::default()
            },
            numbers: HashMap::new(),
            in_kana: Vec::new(),
        };
        parser.find_words();
        asking::weigh(&mut parser.query.words, &folded, languages);
        parser.look_up_typed();
        for number in 0..parser.query.words.len() {
            parser.add_spellings(number);
            parser.add_beginnings(number);
            parser.add_same_readings(number);
            parser.add_split(number);
        }
        parser.add_joined();
        parser.add_half_converted();
        parser.add_corrections();
        parser.add_concepts(concepts);
        for number in 0..parser.query.words.len() {
            parser.add_sounds(number);
        }
        parser.add_in_kana();
        parser.query
    }
}

struct Parser<'a> {
    folded: &'a str,
    lexicon: &'a Lexicon,
    languages: &'a Languages,
    query: Query,
    /// The number of each term that is looked up.
    numbers: HashMap<Term, usize>,
    /// Numbers of words that were typed in romaji, and their kana.
    in_kana: Vec<(usize, String)>,
}

impl Parser<'_> {
    /// The words of the query, with what those in kana and romaji stand for.
    fn find_words(&mut self) {
        for (word, part) in recognise::words(self.folded, self.lexicon, self.languages) {
            self.query.words.push(QueryWord {
                word,
                weight: 1.0,
                alternatives: Vec::new(),
            });
            if let Some(part) = part {
                self.add_part(&part);
            }
        }
    }

    /// The last word, with what a conversion made of it.
    fn add_part(&mut self, part: &Part) {
        let Some(QueryWord { word, .. }) = self.query.words.last() else {
            return;
        };
        let typed = word.text.clone();
        let kana = if is_kana_word(&typed) {
            to_hiragana(&typed)
        } else {
            let kana = reading::to_kana(&typed);
            match kana.strip_suffix('n') {
                Some(rest) if part.kind != conversion::PartKind::Open => format!("{rest}ん"),
                _ => kana,
            }
        };
        let entries = match part.kind {
            conversion::PartKind::Word => {
                self.lexicon
                    .exact(&part.letters, By::Reading, MOST_READINGS)
            }
            conversion::PartKind::Stem => {
                self.lexicon.exact(&part.letters, By::Stem, MOST_READINGS)
            }
            conversion::PartKind::Open => self.lexicon.prefix(&part.letters, By::Reading),
            conversion::PartKind::Unknown => Vec::new(),
        };
        let word = entries.first().map(|entry| entry.word.clone());
        if part.kind != conversion::PartKind::Unknown {
            self.query.readings.push(ReadAs {
                typed: typed.clone(),
                kana: kana.clone(),
                word: word.filter(|word| *word != kana),
            });
        }
        for entry in entries {
            let via = if entry.word.starts_with(&typed) && entry.word != typed {
                Via::Prefix
            } else {
                Via::Reading
            };
            let weight = if part.kind == conversion::PartKind::Open {
                PREFIX
            } else {
                READING
            };
            let is_whole = entry.by == By::Reading && part.kind != conversion::PartKind::Open;
            // A word in kana says how it is read.
            let shown = (is_whole && !is_kana_word(&entry.word)).then(|| kana.clone());
            self.add_word(self.query.words.len() - 1, &entry.word, via, weight, shown);
        }
        if typed != kana && kana.chars().count() > 2 && is_hiragana(&kana) {
            self.in_kana.push((self.query.words.len() - 1, kana));
        }
    }

    /// The guide may have a word that was typed in romaji in hiragana, where the lexicon sees no word.
    fn add_in_kana(&mut self) {
        for (number, kana) in std::mem::take(&mut self.in_kana) {
            self.add_word(number, &kana, Via::Reading, SAME_READING, None);
        }
    }

    /// All that was typed: the terms of each word, as its first alternative, and those of none.
    fn look_up_typed(&mut self) {
        let mut typed: Vec<[Vec<usize>; Analyser::ALL.len()]> = self
            .query
            .words
            .iter()
            .map(|_| Default::default())
            .collect();
        let loose = asking::Weights::of(self.folded);
        for analyser in Analyser::ALL {
            for token in telling(analyser, self.folded, self.languages) {
                let word = self
                    .query
                    .words
                    .iter()
                    .position(|QueryWord { word, .. }| is_part(analyser, word, &token.range));
                if word.is_some_and(|word| self.is_group(word, &token.text)) {
                    continue;
                }
                let Some(term) = self.term(analyser, token.text.clone()) else {
                    continue;
                };
                match word {
                    Some(word) => typed[word][analyser as usize].push(term),
                    None => self.query.loose.push(Loose {
                        term,
                        weight: loose.weight(&token, analyser),
                    }),
                }
            }
        }
        for (word, terms) in self.query.words.iter_mut().zip(typed) {
            let itself = Alternative {
                via: Via::Exact,
                // The digits of a time stand in other times.
                weight: match word.word.kind {
                    WordKind::Time => ANY_TIME,
                    WordKind::Sign => SIGN,
                    _ => 1.0,
                },
                terms,
                meaning: Meaning::Typed,
            };
            word.alternatives.insert(0, itself);
        }
    }

    /// Whether a token is one of the groups of a number that the guide has as a whole: +81 120 stands for 0120.
    fn is_group(&self, number: usize, token: &str) -> bool {
        match &self.query.words[number].word.kind {
            WordKind::Number { digits } => {
                digits != token && self.lexicon.has(digits, By::Spelling)
            }
            _ => false,
        }
    }

    /// What the last word may be the beginning of.
    fn add_beginnings(&mut self, number: usize) {
        let word = self.query.words[number].word.clone();
        // By itself a letter finds a list; behind other words it may begin anything.
        let is_single = word.text.chars().nth(1).is_none();
        let says_nothing = is_single
            && (is_hiragana(&word.text)
                || self.query.words.len() > 1 && matches!(word.kind, WordKind::Spaced { .. }));
        if !word.open || says_nothing || matches!(word.kind, WordKind::Sign | WordKind::Time) {
            return;
        }
        let is_short = word.text.len() <= SHORT && self.lexicon.has(&word.text, By::Spelling);
        let weight = if is_short { PREFIX_OF_SHORT } else { PREFIX };
        for entry in self.lexicon.prefix(&word.text, By::Spelling) {
            self.add_word(number, &entry.word, Via::Prefix, weight, None);
        }
        if word.kind == WordKind::Katakana && word.text.chars().count() > 1 {
            let letters = reading::letters(&word.text);
            for entry in self.lexicon.prefix(&letters, By::Reading) {
                if entry.word.starts_with(&word.text) {
                    self.add_word(number, &entry.word, Via::Prefix, PREFIX, None);
                }
            }
        }
    }

    /// Other ways of writing what is read the same: 問合せ for 問い合わせ, つながる for 繋がる.
    fn add_same_readings(&mut self, number: usize) {
        let word = self.query.words[number].word.clone();
        if !matches!(word.kind, WordKind::Kanji { .. } | WordKind::Katakana) {
            return;
        }
        let readings: Vec<_> = reading::words(&word.text).collect();
        let [reading] = readings.as_slice() else {
            // A word that the table cuts in several may be one of the glossary's.
            if let Some(reading) = reading::of_surface(&word.text) {
                self.add_entries_read(number, &reading.letters, By::Reading);
            }
            return;
        };
        self.add_entries_read(number, &reading.letters, By::Reading);
        if reading.stem < reading.letters.len() && reading.stem >= 4 {
            self.add_entries_read(number, &reading.letters[..reading.stem], By::Stem);
        }
    }

    fn add_entries_read(&mut self, number: usize, letters: &str, by: By) {
        if letters.len() < 3 {
            return;
        }
        let typed = self.query.words[number].word.text.clone();
        for entry in self.lexicon.exact(letters, by, MOST_READINGS) {
            if !typed.starts_with(&entry.word) && may_be_same(&typed, &entry.word) {
                self.add_word(number, &entry.word, Via::Reading, SAME_READING, None);
            }
        }
    }

    /// The concepts that the query names, by what was typed or by what it was taken for.
    fn add_concepts(&mut self, concepts: &Concepts) {
        for occurrence in concepts.find(self.folded) {
            let covered: Vec<usize> = (0..self.query.words.len())
                .filter(|&number| {
                    contains(&occurrence.range, &self.query.words[number].word.core())
                        || contains(&self.query.words[number].word.range, &occurrence.range)
                })
                .collect();
            for &number in &covered {
                // A form of several words counts once, however many they are.
                let share = share(covered.len()) * weight_of(occurrence.concept);
                self.add_concept(number, occurrence.concept, share);
            }
        }
        for number in 0..self.query.words.len() {
            let taken_for: Vec<(String, f32)> = self.query.words[number]
                .alternatives
                .iter()
                .filter_map(|alternative| match &alternative.meaning {
                    Meaning::Word { word, .. } => Some((word.clone(), alternative.weight)),
                    _ => None,
                })
                .collect();
            for (word, weight) in taken_for {
                for occurrence in concepts.find(&word) {
                    if occurrence.range == (0..word.len()) {
                        let weight = weight * weight_of(occurrence.concept);
                        self.add_concept(number, occurrence.concept, weight);
                    }
                }
            }
        }
    }

    fn add_concept(&mut self, number: usize, concept: u32, weight: f32) {
        let Some(term) = self.term(Analyser::Words, concepts::index_term(concept)) else {
            return;
        };
        let mut terms: [Vec<usize>; Analyser::ALL.len()] = Default::default();
        terms[Analyser::Words as usize].push(term);
        let alternatives = &mut self.query.words[number].alternatives;
        let meaning = Meaning::Concept(concept);
        if let Some(same) = alternatives
            .iter_mut()
            .find(|other| other.meaning == meaning)
        {
            same.weight = same.weight.max(weight);
        } else if alternatives.len() < 2 * MAX_ALTERNATIVES {
            alternatives.push(Alternative {
                // Another time is no other word for it.
                via: if concept == concepts::ANY_TIME {
                    Via::Related
                } else {
                    Via::Synonym
                },
                weight,
                terms,
                meaning,
            });
        }
    }

    /// Another word of the guide for a word of the query.
    fn add_word(
        &mut self,
        number: usize,
        word: &str,
        via: Via,
        weight: f32,
        reading: Option<String>,
    ) {
        let alternatives = &self.query.words[number].alternatives;
        let is_there = alternatives.iter().any(
            |other| matches!(&other.meaning, Meaning::Word { word: other, .. } if other == word),
        );
        if is_there || alternatives.len() >= MAX_ALTERNATIVES {
            return;
        }
        let spelt = words::closed(word, self.languages);
        let mut terms: [Vec<usize>; Analyser::ALL.len()] = Default::default();
        for analyser in [Analyser::Words, Analyser::Grams] {
            for token in telling(analyser, word, self.languages) {
                let is_part = spelt
                    .iter()
                    .any(|part| is_part(analyser, part, &token.range));
                if is_part && let Some(term) = self.term(analyser, token.text) {
                    terms[analyser as usize].push(term);
                }
            }
        }
        self.query.words[number].alternatives.push(Alternative {
            via,
            weight,
            terms,
            meaning: Meaning::Word {
                word: word.to_owned(),
                reading,
            },
        });
    }

    /// The number of a term; `None` when there are too many.
    fn term(&mut self, analyser: Analyser, text: String) -> Option<usize> {
        let term = Term { analyser, text };
        if let Some(&number) = self.numbers.get(&term) {
            return Some(number);
        }
        let number = self.query.terms.len();
        (number < MAX_TERMS).then(|| {
            self.query.terms.push(term.clone());
            self.numbers.insert(term, number);
            number
        })
    }
}

const fn weight_of(concept: u32) -> f32 {
    match concept {
        concepts::ANY_TIME => ANY_TIME,
        // The same time, however it is written.
        concepts::MIDNIGHT.. => 1.0,
        _ => CONCEPT,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of words")]
fn share(parts: usize) -> f32 {
    1.0 / parts as f32
}

/// Whether two words that are read alike may be one word, written in two ways: they share a kanji, or one has none. 街灯 is
/// not 該当.
fn may_be_same(a: &str, b: &str) -> bool {
    let mut shared = a.chars().filter(|&c| words::is_han(c));
    let has_kanji = |text: &str| text.chars().any(words::is_han);
    !has_kanji(a) || !has_kanji(b) || shared.any(|c| b.contains(c))
}

fn is_kana_word(text: &str) -> bool {
    let is_kana = |c| matches!(Class::of(c), Class::Hiragana | Class::Katakana);
    text.chars().all(is_kana)
}
