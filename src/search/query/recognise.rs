//! The words of a query: as they are written, and as its kana and romaji are read.

mod kana;

use std::ops::Range;

use super::{contains, correction};
use crate::search::analysis::signs;
use crate::search::conversion::{self, Part, Stretch, convert};
use crate::search::languages::Languages;
use crate::search::lexicon::{By, Lexicon};
use crate::search::meaning;
use crate::search::words::{self, Word, WordKind};
use crate::text::reading;
use crate::text::segment::{self, Class, is_hiragana};
use crate::text::times::{self, Time};
use kana::{kana_word, kind_of_kana, scripts, whole_unless_read};

/// The words of a folded query, in order, with what a conversion made of those in kana and romaji.
pub fn words(folded: &str, lexicon: &Lexicon, languages: &Languages) -> Vec<(Word, Option<Part>)> {
    let recogniser = Recogniser {
        folded,
        lexicon,
        languages,
    };
    recogniser.words()
}

/// Whether the guide has a word as it is written, or so far as it is.
pub fn is_known(word: &Word, lexicon: &Lexicon) -> bool {
    match &word.kind {
        WordKind::Spaced { stem } => {
            lexicon.has(&word.text, By::Spelling) || lexicon.has(stem, By::Stem)
        }
        WordKind::Katakana | WordKind::Hiragana => {
            let letters = reading::letters(&word.text);
            lexicon.has(&letters, By::Reading) || lexicon.has(&word.text, By::Spelling)
        }
        WordKind::Kanji { .. } | WordKind::Sign | WordKind::Number { .. } | WordKind::Time => true,
    }
}

/// So many words that are read alike are looked at.
const MOST_SPELLINGS: usize = 16;

/// The least kana of a word that is read out of what looks like endings.
const SURE: usize = 4;

/// The same of a word in Latin letters within an English sentence.
const SURE_LETTERS: usize = 6;

/// Whether a part of what looks like endings is a word nevertheless.
fn is_surely_a_word(part: &Part, text: &str) -> bool {
    part.kind == conversion::PartKind::Word && text[part.range.clone()].chars().count() >= SURE
}

/// Whether the Latin words of a query are English: it has a small word that is no romaji.
pub fn is_english(folded: &str, languages: &Languages) -> bool {
    let runs = segment::runs(folded, |a, b| a == b && a == Class::Latin);
    let is_romaji = |word: &str| is_hiragana(&reading::to_kana(word));
    runs.into_iter()
        .map(|run| &folded[run])
        .any(|word| word.len() > 1 && languages.is_small_word(word) && !is_romaji(word))
}

struct Recogniser<'a> {
    folded: &'a str,
    lexicon: &'a Lexicon,
    languages: &'a Languages,
}

impl Recogniser<'_> {
    fn words(&self) -> Vec<(Word, Option<Part>)> {
        let mut found: Vec<(Word, Option<Part>)> = words::content(self.folded, self.languages)
            .into_iter()
            .map(|word| (word, None))
            .collect();
        if self.languages.have_readings() {
            let halves = self.halves();
            self.convert_kana(&mut found, &halves);
            self.convert_romaji(&mut found);
            for half in halves {
                self.convert_half(half, &mut found);
            }
        }
        self.take_signs(&mut found);
        self.take_times(&mut found);
        if found.is_empty() {
            found = words::fallback(self.folded, self.languages)
                .into_iter()
                .map(|word| (word, None))
                .collect();
        }
        found.sort_by_key(|(word, _)| word.range.start);
        if let Some((last, _)) = found.last_mut() {
            last.open = last.range.end == self.folded.len();
        }
        found
    }

    /// Words with the signs that belong to them, where the guide has all of it. What it does not have so is not looked for:
    /// people put signs where others mean something by them.
    fn take_signs(&self, found: &mut Vec<(Word, Option<Part>)>) {
        let tokens = signs::tokens(self.folded);
        let mut at = 0;
        while at < tokens.len() {
            let mut range = tokens[at].range.clone();
            let mut is_known = true;
            while let Some(token) = tokens.get(at).filter(|token| token.range.start < range.end) {
                range.end = range.end.max(token.range.end);
                is_known &= self.lexicon.has(&token.text, By::Spelling);
                at += 1;
            }
            let text = &self.folded[range.clone()];
            // The parts of Wi-Fi are words; a letter behind a hyphen is none, as in Ctrl-A.
            let is_letter = |part: &str| part.chars().nth(1).is_none();
            let is_hyphenated = text.starts_with(|c| Class::of(c).is_spaced())
                && text.ends_with(|c| Class::of(c).is_spaced())
                && !text.rsplit(['-', '+']).next().is_some_and(is_letter);
            let is_japanese = text.chars().any(|c| Class::of(c).is_cjk());
            if is_known && !is_hyphenated && !is_japanese {
                found.retain(|(word, _)| !overlap(&word.range, &range));
                let word = Word {
                    range,
                    text: text.to_owned(),
                    kind: WordKind::Sign,
                    open: false,
                };
                found.push((word, None));
            }
        }
    }

    /// A time of day is one word, and 時 by itself none.
    fn take_times(&self, found: &mut Vec<(Word, Option<Part>)>) {
        for Time { range, .. } in times::times(self.folded) {
            found.retain(|(word, _)| !overlap(&word.range, &range));
            let word = Word {
                text: self.folded[range.clone()].to_owned(),
                range,
                kind: WordKind::Time,
                open: false,
            };
            found.push((word, None));
        }
    }

    /// Hiragana and katakana. A query with kanji was typed with an input method: what it has in hiragana is meant so, and
    /// is another word of the guide only if the guide does not have it; what is left between the words are endings, unless
    /// it is a longer word of the guide as a whole. A query in kana is converted.
    fn convert_kana(&self, found: &mut Vec<(Word, Option<Part>)>, halves: &[Range<usize>]) {
        let is_kana = |class| matches!(class, Class::Hiragana | Class::Katakana);
        let has_kanji = self.folded.chars().any(words::is_han);
        for run in segment::runs(self.folded, |a, b| is_kana(a) && is_kana(b)) {
            let first = self.folded[run.clone()].chars().next();
            let is_half = || halves.iter().any(|half| overlap(half, &run));
            if !first.is_some_and(|c| is_kana(Class::of(c))) || is_half() {
                continue;
            }
            if has_kanji {
                let words = std::mem::take(found).into_iter();
                found.extend(words.flat_map(|(word, part)| {
                    if contains(&run, &word.range) {
                        self.read(word)
                    } else {
                        vec![(word, part)]
                    }
                }));
            } else {
                found.retain(|(word, _)| {
                    let is_whole = word.kind != WordKind::Hiragana && is_known(word, self.lexicon);
                    !contains(&run, &word.range) || is_whole
                });
            }
            let gaps = gaps(&run, found.iter().map(|(word, _)| &word.range));
            for gap in gaps.into_iter().flat_map(|gap| scripts(self.folded, gap)) {
                let text = &self.folded[gap.clone()];
                let mut parts = convert(&Stretch::kana(text), self.lexicon);
                if has_kanji {
                    parts.retain(|part| is_surely_a_word(part, text));
                } else {
                    parts =
                        correction::regroup(parts, text, 0..text.len(), kind_of_kana, self.lexicon);
                    parts = whole_unless_read(parts, text, self.lexicon);
                }
                let parts = parts
                    .into_iter()
                    .filter_map(|part| kana_word(text, &gap, part));
                found.extend(parts);
            }
        }
    }

    /// Hiragana with the Latin letters behind it that an input method has not made kana of yet: かいyaku.
    fn halves(&self) -> Vec<Range<usize>> {
        let joins = |a: Class, b: Class| a == b && matches!(a, Class::Hiragana | Class::Latin);
        let runs = segment::runs(self.folded, joins);
        let halves = runs.windows(2).filter(|pair| {
            let [kana, latin] = [&self.folded[pair[0].clone()], &self.folded[pair[1].clone()]];
            pair[0].end == pair[1].start
                && is_hiragana(kana)
                && !self.is_ending(&pair[0])
                && latin.bytes().all(|byte| byte.is_ascii_lowercase())
                && reading::romaji(latin).is_some()
                && !self.lexicon.has(latin, By::Spelling)
        });
        halves.map(|pair| pair[0].start..pair[1].end).collect()
    }

    /// Whether hiragana are the end of a word with kanji or a particle, from which no word goes on: 長いled, のled.
    fn is_ending(&self, kana: &Range<usize>) -> bool {
        let mut parts = reading::morphemes(self.folded);
        conversion::is_small(&self.folded[kana.clone()])
            || parts.any(|part| part.range.start < kana.start && kana.end <= part.range.end)
    }

    /// Reads hiragana and the Latin letters behind it as one.
    fn convert_half(&self, half: Range<usize>, found: &mut Vec<(Word, Option<Part>)>) {
        let text = &self.folded[half.clone()];
        let kana = reading::to_kana(text);
        let parts = convert(&Stretch::kana(&kana), self.lexicon);
        let is_known = |part: &&Part| part.kind != conversion::PartKind::Unknown;
        let Some(part) = parts
            .iter()
            .filter(is_known)
            .max_by_key(|part| part.letters.len())
        else {
            return;
        };
        found.retain(|(word, _)| !overlap(&word.range, &half));
        let word = Word {
            range: half,
            text: kana,
            kind: WordKind::Hiragana,
            open: false,
        };
        found.push((word, Some(part.clone())));
    }

    /// A word in kana, read where the guide does not have it as it is written: as another, or as those that it is put together of.
    fn read(&self, word: Word) -> Vec<(Word, Option<Part>)> {
        if word.kind == WordKind::Katakana && !is_known(&word, self.lexicon) {
            let parts = convert(&Stretch::kana(&word.text), self.lexicon);
            let parts = whole_unless_read(parts, &word.text, self.lexicon);
            if parts.len() > 1 {
                let parts = parts.into_iter();
                let words = parts.filter_map(|part| kana_word(&word.text, &word.range, part));
                return words.collect();
            }
        }
        let part = self.read_as_another(&word);
        vec![(word, part)]
    }

    /// How a word in kana is read where the guide does not have it as it is written.
    fn read_as_another(&self, word: &Word) -> Option<Part> {
        let parts = convert(&Stretch::kana(&word.text), self.lexicon);
        let [part] = <[Part; 1]>::try_from(parts).ok()?;
        let by = match part.kind {
            conversion::PartKind::Word => By::Reading,
            conversion::PartKind::Stem => By::Stem,
            conversion::PartKind::Open | conversion::PartKind::Unknown => return None,
        };
        let entries = self.lexicon.exact(&part.letters, by, MOST_SPELLINGS);
        let is_written = entries
            .iter()
            .any(|entry| word.text.starts_with(&entry.word));
        (!is_written).then_some(part)
    }

    /// Latin words next to each other that the guide does not know, if they make sense as romaji.
    fn convert_romaji(&self, found: &mut Vec<(Word, Option<Part>)>) {
        let latin = segment::runs(self.folded, |a, b| a == b && a == Class::Latin);
        let latin = latin
            .into_iter()
            .filter(|run| self.folded.as_bytes()[run.start].is_ascii_lowercase());
        let mut groups: Vec<Vec<Range<usize>>> = vec![Vec::new()];
        let mut end = 0;
        let long = self.long_vowels();
        for run in latin.filter(|run| !self.is_in_identifier(run)) {
            let text = &self.folded[run.clone()];
            let between = self.folded[end..run.start].chars();
            let is_apart = !between.clone().all(|c| matches!(c, ' ' | '-' | '\''));
            end = run.end;
            let is_long = long.iter().any(|word| contains(word, &run));
            let is_english = !is_long
                && self.lexicon.has(text, By::Spelling)
                && !self.languages.is_small_word(text);
            if is_apart || is_english || reading::romaji(text).is_none() {
                groups.push(Vec::new());
            }
            if !is_english && reading::romaji(text).is_some() {
                groups
                    .last_mut()
                    .into_iter()
                    .for_each(|group| group.push(run.clone()));
            }
        }
        for group in groups {
            self.convert_group(&group, found);
        }
    }

    /// Whether what was typed is a word of English rather than what its letters are read as: one that is not just the reading
    /// of a word. What the guide's own words begin with is one too.
    fn is_an_english_word(&self, typed: &[(usize, &str)], parts: &[Part]) -> bool {
        let [(start, word)] = *typed else {
            return false;
        };
        let is_read = matches!(parts, [part] if part.range == (start..start + word.len())
            && matches!(part.kind, conversion::PartKind::Word | conversion::PartKind::Stem));
        let begins = || {
            let mut entries = self.lexicon.prefix(word, By::Spelling).into_iter();
            word.len() >= SURE && entries.any(|entry| entry.word != word)
        };
        !is_read && (meaning::is_word(word) || begins())
    }

    /// Words with hyphens for their long vowels, such as `de-ta`, that the guide has a reading for as a whole: then it does not
    /// matter that it also has English words such as the parts.
    fn long_vowels(&self) -> Vec<Range<usize>> {
        let is_part = |c: char| c.is_ascii_lowercase() || c == '-';
        let mut words = Vec::new();
        let mut at = 0;
        for word in self.folded.split(|c: char| !is_part(c)) {
            let range = at..at + word.len();
            at = range.end
                + self.folded[range.end..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let parts = segment::runs(word, |a, b| a == b);
            let is_known = |stretch: Stretch| {
                let converted = convert(&stretch, self.lexicon);
                matches!(converted.as_slice(), [part] if part.kind == conversion::PartKind::Word)
            };
            if word.contains('-')
                && !self.lexicon.has(word, By::Spelling)
                && Stretch::romaji(word, &parts).is_some_and(is_known)
            {
                words.push(range);
            }
        }
        words
    }

    /// Whether letters are a part of a name in code: `rename` in `rename_column`.
    fn is_in_identifier(&self, run: &Range<usize>) -> bool {
        let before = self.folded[..run.start].chars().next_back();
        let mut after = self.folded[run.end..].chars();
        let next = after.next();
        let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '_' | '$' | '@' | '#'));
        joins(before)
            || joins(next)
            || (next == Some('.') && after.next().is_some_and(char::is_alphanumeric))
            || (before == Some('.') && run.start > 1)
    }

    fn convert_group(&self, group: &[Range<usize>], found: &mut Vec<(Word, Option<Part>)>) {
        let typed: Vec<(usize, &str)> = group
            .iter()
            .map(|range| (range.start, &self.folded[range.clone()]))
            .collect();
        if typed
            .iter()
            .all(|(_, text)| self.languages.is_small_word(text))
        {
            return;
        }
        let Some(stretch) = Stretch::romaji(self.folded, group) else {
            return;
        };
        let parts = convert(&stretch, self.lexicon);
        if self.is_an_english_word(&typed, &parts) {
            return;
        }
        let all = typed[0].0..group.last().map_or(0, |range| range.end);
        let kind = |text: &str| kind_of_latin(text, self.languages);
        let mut parts = correction::regroup(parts, self.folded, all, kind, self.lexicon);
        if is_english(self.folded, self.languages) {
            // In an English sentence a word is read only where all of it is a long word of the guide.
            let is_typed = |part: &Part| {
                typed
                    .iter()
                    .any(|(start, text)| part.range == (*start..start + text.len()))
            };
            parts.retain(|part| {
                part.kind == conversion::PartKind::Word
                    && part.letters.len() >= SURE_LETTERS
                    && is_typed(part)
            });
        }
        let letters = |unknown: bool| -> usize {
            let wanted = parts
                .iter()
                .filter(|part| (part.kind == conversion::PartKind::Unknown) == unknown);
            wanted.map(|part| part.letters.len()).sum()
        };
        // A short word beside letters that mean nothing is there by chance: `fi` in `wifi`.
        if letters(false) < 3 || 2 * letters(true) > letters(false) {
            // One of them may be misspelt, and the others are read nevertheless.
            if group.len() > 1 {
                for alone in group.chunks(1) {
                    self.convert_group(alone, found);
                }
            }
            return;
        }
        for part in parts {
            if part.kind == conversion::PartKind::Unknown && part.letters.len() < 4 {
                continue;
            }
            // An English word that is typed to here stays one.
            let taken = |word: &Word| overlap(&word.range, &part.range);
            found.retain(|(word, other)| {
                !(taken(word) && other.is_none() && !contains(&word.range, &part.range))
                    || word.range == part.range
            });
            match found.iter_mut().find(|(word, _)| taken(word)) {
                Some((word, slot)) if word.range == part.range => *slot = Some(part),
                Some((_, Some(_))) => {}
                Some((word, slot)) => {
                    *word = latin_word(self.folded, part.range.clone(), self.languages);
                    *slot = Some(part);
                }
                None => found.push((
                    latin_word(self.folded, part.range.clone(), self.languages),
                    Some(part),
                )),
            }
        }
    }
}

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// What of a range lies in none of the others, which are ascending or not, but do not overlap.
fn gaps<'a>(
    range: &Range<usize>,
    taken: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> = taken.filter(|other| overlap(range, other)).collect();
    taken.sort_by_key(|other| other.start);
    let mut gaps = Vec::new();
    let mut at = range.start;
    for other in taken {
        if other.start > at {
            gaps.push(at..other.start);
        }
        at = at.max(other.end);
    }
    if at < range.end {
        gaps.push(at..range.end);
    }
    gaps
}

fn kind_of_latin(text: &str, languages: &Languages) -> WordKind {
    WordKind::Spaced {
        stem: languages.stem(text).into_owned(),
    }
}

fn latin_word(folded: &str, range: Range<usize>, languages: &Languages) -> Word {
    let text = folded[range.clone()].to_owned();
    Word {
        kind: kind_of_latin(&text, languages),
        text,
        range,
        open: false,
    }
}
