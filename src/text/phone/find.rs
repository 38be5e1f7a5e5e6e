//! The telephone numbers in a text, whatever they are written like.
//!
//! A number is only ever said to be an official one when its digits stand alone: nothing but numbers, times, dates and
//! the like may stand with them in one row of groups. What is left over (`0120-996-012 3`) could belong to it.

mod called;
mod heard;
mod hidden;
mod items;
mod left_over;
mod possible;
mod rest;
mod scattered;
mod short;
mod told;
mod window;

use std::ops::Range;

use super::book::Book;
use super::code::Decoded;
use super::dial::{MAX_DIGITS, canonical, dialled, is_grouped, may_be_number, may_begin};
use super::digit::is_circle;
use super::groups::{Digits, Group, Joint, Look};
use super::innocent::{LONGEST_ROW, Mark, marks};
use super::keys::lettered;
use super::scan::{self, Signs, has_dashes, has_signs};
use super::spoken::spoken;
pub(super) use called::is_called;
use items::among_items;

/// So many digits are no telephone number.
const LEAST: usize = 3;

/// A telephone number in a text, or what could be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Where it stands, in bytes; both ends lie between characters.
    pub range: Range<usize>,
    pub class: Class,
    /// As it would be dialled within Japan.
    pub digits: String,
    /// In how many groups its digits stand.
    pub groups: usize,
}

impl Number {
    fn meets(&self, other: &Self) -> bool {
        other.range.start < self.range.end && self.range.start < other.range.end
    }
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// An official one: its place in the book, and whether it is written in plain digits.
    Official { place: usize, look: Look },
    /// As many digits as a telephone number has, or nearly an official one, or with more digits around that.
    Other,
    /// It begins as a number does, and has too few or too many digits.
    Misshapen,
    /// It stands in groups as the numbers of some country do, and of other things too: told to whoever asks about it.
    Possible,
    /// An official number begins so.
    Beginning,
}

impl Class {
    /// The same, if it does not look plainer than this.
    fn with_look(self, least: Look) -> Self {
        match self {
            Self::Official { place, look } => Self::Official {
                place,
                look: look.max(least),
            },
            other => other,
        }
    }
}

/// What is in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// In order.
    pub numbers: Vec<Number>,
    /// Where the numbers of payment cards stand, in order.
    pub cards: Vec<Range<usize>>,
    /// Every group of digits, and every word that is one in a number; how many they are, and whether it is something else
    /// than a number by its shape.
    pub groups: Vec<(Range<usize>, usize, bool)>,
}

/// The numbers in a text, besides what stands in the ranges `apart`, which are in order and of which none reaches into
/// another.
pub fn read(book: &Book, text: &str, apart: &[Range<usize>]) -> Reading {
    let spoken = spoken(text);
    let lettered = lettered(text);
    let digits = text.chars().filter(|&c| super::may_be_digit(c));
    if spoken.is_empty() && digits.take(LEAST).count() < LEAST {
        return Reading::default();
    }
    let mut reading = as_it_stands(book, text, apart);
    if let Some(decoded) = Decoded::new(text) {
        reading.hear(book, text, &decoded, apart);
    }
    if !spoken.is_empty() {
        reading.hear(book, text, &Decoded::with(text, &spoken), apart);
        reading.take_words(spoken);
    }
    if !lettered.is_empty() {
        reading.hear(book, text, &Decoded::with(text, &lettered), apart);
        reading.take_words(lettered);
    }
    reading
}

/// The numbers in a text of which every character stands for itself.
fn as_it_stands(book: &Book, text: &str, apart: &[Range<usize>]) -> Reading {
    let cells = scan::cells(text);
    let digits = scan::digits(&cells, Signs::Separators);
    let mut finder = Finder::new(book, text, &digits, apart);
    finder.find();
    let Finder {
        mut found,
        marks,
        cards,
        ..
    } = finder;
    // A circle between digits may be a nought: `1○20996012`.
    for number in found.iter_mut().filter(|number| is_official(number)) {
        if text[number.range.clone()].contains(is_circle) {
            number.class = number.class.with_look(Look::Unusual);
        }
    }
    if has_signs(text, &digits) {
        // `2026-01-27T03:38:07.7534643Z`: its letters make no number of what is none without them.
        let is_innocent = |part: &Range<usize>| {
            let groups = &digits.groups;
            let after = groups.partition_point(|group| group.range.end <= part.start);
            let mut within = groups[after..].iter().zip(&marks[after..]);
            let mut within = std::iter::from_fn(|| {
                within
                    .next()
                    .filter(|(group, _)| group.range.start < part.end)
            });
            within.all(|(_, &mark)| matches!(mark, Mark::Innocent | Mark::Count | Mark::Token))
        };
        let but_dashes = has_dashes(&cells).then_some(Signs::DigitsButDashes);
        for signs in [Signs::Digits].into_iter().chain(but_dashes) {
            let other = scan::digits(&cells, signs);
            // Most rows of single digits have no sign that is one.
            if other == digits {
                continue;
            }
            let digits = other;
            let mut finder = Finder::new(book, text, &digits, apart);
            if finder.find_exact() {
                finder.find_near();
            }
            let near = finder.found.len();
            finder.find_disguised();
            let mut disguised = finder.found.split_off(near);
            disguised.retain(|number| !is_innocent(&number.range));
            finder.found.append(&mut disguised);
            add(&mut found, finder.found, |number| !is_official(number));
        }
    }
    add(
        &mut found,
        among_items(book, text, &cells, &digits, apart),
        |_| true,
    );
    found.sort_by_key(|number| number.range.start);
    let groups = digits.groups.iter().zip(marks).enumerate();
    let groups = groups.map(|(at, (group, mark))| {
        let innocent = matches!(mark, Mark::Innocent | Mark::Count | Mark::Token)
            && !is_enclosed_among_such(&digits.groups, at);
        (group.range.clone(), group.len(), innocent)
    });
    let range = |card: &Range<usize>| {
        digits.groups[card.start].range.start..digits.groups[card.end - 1].range.end
    };
    Reading {
        numbers: found,
        cards: cards.iter().map(range).collect(),
        groups: groups.collect(),
    }
}

/// Whether a group is in circles, and one beside it too, with no word between: such are no signs of items.
fn is_enclosed_among_such(groups: &[Group], at: usize) -> bool {
    let enclosed = |at: usize| groups[at].look == Look::Enclosed;
    let joined = |at: usize| groups[at].joint < Joint::Words;
    let before = || at > 0 && enclosed(at - 1) && joined(at);
    let behind = || at + 1 < groups.len() && enclosed(at + 1) && joined(at + 1);
    enclosed(at) && (before() || behind())
}

/// Adds what a second way to read the text gave: it is heard where the first saw no number, or not all of one. `settles`
/// says whether a number that is none of the official ones settles what the digits are, whatever the second way makes of them.
fn add(found: &mut Vec<Number>, second: Vec<Number>, settles: impl Fn(&Number) -> bool) {
    if second.is_empty() {
        return;
    }
    found.sort_by_key(|number| number.range.start);
    let mut kept = vec![true; found.len()];
    let mut heard: Vec<Number> = Vec::new();
    for number in second {
        let after = found.partition_point(|other| other.range.start < number.range.end);
        let near = after.saturating_sub(MOST_MEETING)..after;
        let meeting: Vec<usize> = near.filter(|&at| found[at].meets(&number)).collect();
        let settled = meeting.iter().any(|&at| match found[at].class {
            Class::Official { .. } => true,
            Class::Other => settles(&number),
            Class::Misshapen | Class::Possible | Class::Beginning => false,
        });
        if !settled && !heard.last().is_some_and(|last| last.meets(&number)) {
            for at in meeting {
                kept[at] = false;
            }
            heard.push(number);
        }
    }
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    found.append(&mut heard);
}

/// No more numbers than this reach into another one.
const MOST_MEETING: usize = 32;

const fn is_official(number: &Number) -> bool {
    matches!(number.class, Class::Official { .. })
}

/// Which numbers are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Official,
    All,
}

struct Finder<'a> {
    book: &'a Book,
    text: &'a str,
    digits: &'a Digits,
    marks: Vec<Mark>,
    cards: Vec<Range<usize>>,
    /// Which groups belong to what was found.
    taken: Vec<bool>,
    /// Groups that are as many digits as a number has, but that of something else, unless with what follows they are one
    /// digit away from an official number.
    identifiers: Vec<Range<usize>>,
    found: Vec<Number>,
}

impl<'a> Finder<'a> {
    fn new(book: &'a Book, text: &'a str, digits: &'a Digits, apart: &[Range<usize>]) -> Self {
        let (mut marks, mut cards) = marks(text, digits, &book.innocent);
        for (mark, group) in marks.iter_mut().zip(&digits.groups) {
            let after = apart.partition_point(|apart| apart.end <= group.range.start);
            if apart
                .get(after)
                .is_some_and(|apart| apart.start < group.range.end)
            {
                *mark = Mark::Apart;
            }
        }
        // In an address so many digits in one are an identifier, whatever their sum.
        cards.retain(|card| card.len() > 1 || marks[card.start] != Mark::Apart);
        let taken = vec![false; digits.groups.len()];
        Self {
            book,
            text,
            digits,
            marks,
            cards,
            taken,
            identifiers: Vec::new(),
            found: Vec::new(),
        }
    }

    fn find(&mut self) {
        // Before other numbers, which could be made of the digits of an official one and a line end.
        self.take_whole_numbers(Wanted::Official);
        let near = self.find_exact();
        self.take_whole_numbers(Wanted::All);
        if near {
            self.find_near();
        }
        for part in std::mem::take(&mut self.identifiers) {
            self.taken[part].fill(true);
        }
        self.find_scattered();
        self.find_chained();
        self.find_called();
        for run in self.runs() {
            self.take_rest(run);
        }
        self.find_possible();
    }

    /// Groups that stand in a row with nothing but a few separators in between, and belong to nothing yet.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, group) in self.digits.groups.iter().enumerate() {
            if self.taken[at] || self.marks[at] >= Mark::Innocent {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == at && group.joint == Joint::Tight => run.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }

    /// Takes the numbers of the runs that are numbers and nothing else.
    fn take_whole_numbers(&mut self, wanted: Wanted) {
        // A table of digits is nothing but numbers by chance alone.
        let is_table = |run: &Range<usize>| {
            run.len() > LONGEST_ROW && self.marks[run.start] == Mark::Identifier
        };
        let mut runs = self.runs();
        runs.retain(|run| !is_table(run));
        for run in runs {
            let mut start = run.start;
            for end in self.partition(&run).unwrap_or_default() {
                let part = std::mem::replace(&mut start, end)..end;
                self.take_whole(part, &run, wanted);
            }
        }
    }

    fn take_whole(&mut self, part: Range<usize>, run: &Range<usize>, wanted: Wanted) {
        let digits = dialled(self.digits, part.clone())
            .unwrap_or_else(|| canonical(self.digits, part.clone()));
        if let Some(place) = self.official(&part) {
            let joint = self.joint_beside(&part);
            let open = self.is_link(&part)
                || part.start == run.start && self.is_open_before(part.start, joint)
                || part.end == run.end && self.is_open_behind(part.end, joint);
            // What is left over beside it may be a part of it: then all of it is looked at together.
            if !open {
                let look = self.look(&part);
                let digits = match self.book.called_abroad(self.digits.of(part.clone())) {
                    Some(place) => self.book.number(place).to_owned(),
                    None => digits,
                };
                self.push(part, Class::Official { place, look }, digits);
            }
        } else if let Some(place) = self.official_by_look(&part) {
            self.push(
                part,
                Class::Official {
                    place,
                    look: Look::Unusual,
                },
                digits,
            );
        } else if wanted == Wanted::Official || self.begins(&part, &digits) {
            // The rest of it may stand behind more than a separator.
        } else if !self.is_other(&part) || self.book.one_off(&digits).is_some() {
            self.push(part, Class::Other, digits);
        } else {
            self.identifiers.push(part);
        }
    }

    /// Whether groups are the number of something else: what is written like a telephone number is one nevertheless.
    fn is_other(&self, part: &Range<usize>) -> bool {
        let identifier = self.marks[part.start] == Mark::Identifier;
        identifier && !is_grouped(self.digits, part.clone())
            || self.is_word(part)
            || self.is_zero_apart(part)
    }

    /// Where the numbers end that these groups are, if they are numbers and nothing else. An official one goes before
    /// others, a longer one before a shorter one.
    fn partition(&self, run: &Range<usize>) -> Option<Vec<usize>> {
        if self.ends(run.start, run.end).is_empty() {
            return None;
        }
        // For each group, where the number ends that begins with it, if all from it on are numbers.
        let mut ends: Vec<Option<usize>> = vec![None; run.len()];
        for start in run.clone().rev() {
            let open = |end: usize| end == run.end || ends[end - run.start].is_some();
            let candidates = self.ends(start, run.end).filter(|&end| open(end));
            let ranked = candidates.filter_map(|end| Some((self.rank(&(start..end))?, end)));
            ends[start - run.start] = ranked.max().map(|(_, end)| end);
        }
        let mut cuts = Vec::new();
        let mut at = run.start;
        while at < run.end {
            at = ends[at - run.start]?;
            cuts.push(at);
        }
        Some(cuts)
    }

    /// Where a number could end that begins here.
    fn ends(&self, start: usize, most: usize) -> Range<usize> {
        let short = self.digits.groups[start].len() <= 4;
        if !(self.may_begin(start) || short && self.short(start).is_some()) {
            return start..start;
        }
        let first = self.digits.groups[start].digits.start;
        let fits = |end: &usize| self.digits.groups[end - 1].digits.end - first <= MAX_DIGITS;
        let count = (start + 1..=most).take(MAX_DIGITS).take_while(fits).count();
        start + 1..start + 1 + count
    }

    fn may_begin(&self, at: usize) -> bool {
        may_begin(self.digits, at, self.book.has_foreign)
    }

    /// Whether groups are one whole number, and if so whether it is an official one.
    fn rank(&self, part: &Range<usize>) -> Option<bool> {
        let official = self.official(part).is_some();
        (official || self.is_whole(part)).then_some(official)
    }

    fn is_whole(&self, part: &Range<usize>) -> bool {
        may_be_number(self.digits, part.clone(), false)
            && !self.has_inner_plus(part)
            && dialled(self.digits, part.clone()).is_some()
    }

    /// The official number that groups are.
    fn official(&self, part: &Range<usize>) -> Option<usize> {
        let length = self.digits.of(part.clone()).len();
        if part.len() == 1 && length <= 4 {
            return self.short(part.start);
        }
        if !may_be_number(self.digits, part.clone(), self.book.has_foreign)
            || self.has_inner_plus(part)
        {
            return None;
        }
        let number = dialled(self.digits, part.clone()).and_then(|number| self.book.find(&number));
        number.or_else(|| {
            let digits = self.digits.of(part.clone());
            let abroad = || {
                self.book
                    .abroad(digits)
                    .or_else(|| self.book.called_abroad(digits))
            };
            (length > 8).then(abroad).flatten()
        })
    }

    fn official_by_look(&self, part: &Range<usize>) -> Option<usize> {
        let unusual = self.look(part) >= Look::Unusual;
        unusual
            .then(|| self.book.find(self.digits.seen(part.clone())))
            .flatten()
    }

    fn has_inner_plus(&self, part: &Range<usize>) -> bool {
        self.digits.groups[part.start + 1..part.end]
            .iter()
            .any(|group| group.plus)
    }

    fn look(&self, part: &Range<usize>) -> Look {
        self.digits.groups[part.clone()]
            .iter()
            .map(|group| group.look)
            .max()
            .unwrap_or_default()
    }

    fn push(&mut self, groups: Range<usize>, class: Class, digits: String) {
        self.taken[groups.clone()].fill(true);
        let number = self.number(groups, class, digits);
        self.found.push(number);
    }

    fn number(&self, groups: Range<usize>, class: Class, digits: String) -> Number {
        let (first, last) = (
            &self.digits.groups[groups.start],
            &self.digits.groups[groups.end - 1],
        );
        let from = groups
            .start
            .checked_sub(1)
            .map_or(0, |before| self.digits.groups[before].range.end);
        let gap = self.text.get(from..first.range.start).unwrap_or_default();
        let plus = first.plus.then(|| gap.rfind(['+', '＋'])).flatten();
        Number {
            range: plus.map_or(first.range.start, |plus| from + plus)..last.range.end,
            class,
            digits,
            groups: groups.len(),
        }
    }
}
