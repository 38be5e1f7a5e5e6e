//! Digits that are no telephone number by their shape, or by what stands around them.

mod card;
mod date;
mod decimal;
mod drawing;
mod figure;
mod goods;
mod identifier;
mod label;
mod registered;
mod rows;
mod storey;
mod sums;
mod token;
mod units;
mod value;

use std::collections::HashSet;
use std::ops::Range;

use super::dial::{dialled, is_grouped};
use super::groups::{BLOCK_END, Digits, Group, Joint, Look};
use super::scan::{Signs, scan};
pub(super) use label::LABELS;
pub(super) use rows::LONGEST_ROW;
use units::{begins_with_unit, is_unit};

/// More digits behind a sign may be the beginning of a number.
const MAX_ALONE: usize = 2;
/// No number has more groups.
const MAX_GROUPS: usize = 20;

/// The beginnings by which a number is known that is scattered over a text.
pub(super) const BEGINNINGS: [&str; 13] = [
    "03", "04", "06", "0120", "0180", "0570", "0800", "0990", "050", "060", "070", "080", "090",
];

/// What is known of a group before numbers are looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// It may be a part of a number.
    #[default]
    None,
    /// Part of an identifier: a number only if it stands in groups as a telephone number does.
    Identifier,
    /// No part of a number, and none goes on behind it: a date, an amount, an item.
    Innocent,
    /// The same of what is counted, whose last digits could be those that a number lacks: `0120-996-01 2時間`.
    Count,
    /// Part of a token, whose digits are no number though they were an official one: `W/"33a64df5-0120996013"`.
    Token,
    /// Whoever looks for numbers has said so.
    Apart,
    /// The number of a payment card.
    Card,
}

/// What a guide says is no telephone number.
#[derive(Debug, Clone, Default)]
pub(super) struct Innocent {
    /// Digits, with a space between groups.
    all: HashSet<String>,
    /// The first groups of them.
    begins: HashSet<String>,
}

impl Innocent {
    pub fn new(texts: &[String]) -> Self {
        let digits: Vec<Digits> = texts
            .iter()
            .map(|text| scan(text, Signs::Separators))
            .collect();
        let known = || digits.iter().filter(|digits| !digits.groups.is_empty());
        Self {
            all: known()
                .map(|digits| digits.grouped(0..digits.groups.len()))
                .collect(),
            begins: known().map(|digits| digits.of(0..1).to_owned()).collect(),
        }
    }
}

/// A text, its digits, and what is known of them so far.
pub(super) struct Marking<'a> {
    text: &'a str,
    digits: &'a Digits,
    known: &'a Innocent,
    /// Few texts have any, and all digits would be asked.
    has_matrices: bool,
    marks: Vec<Mark>,
}

/// What the groups of a text are, and which of them are the numbers of payment cards. `known` are digits that are no
/// number.
pub(super) fn marks(
    text: &str,
    digits: &Digits,
    known: &Innocent,
) -> (Vec<Mark>, Vec<Range<usize>>) {
    let marks = vec![Mark::None; digits.groups.len()];
    let mut marking = Marking {
        text,
        digits,
        known,
        has_matrices: text.contains(drawing::BEGIN),
        marks,
    };
    marking.mark_tables();
    let mut cards = Vec::new();
    for at in 0..digits.groups.len() {
        if marking.marks[at] != Mark::None {
            continue;
        }
        if let Some(length) = marking.card(at).filter(|_| !marking.is_goods(at)) {
            marking.mark(at..at + length, Mark::Card);
            cards.push(at..at + length);
        } else if let Some(length) = marking.token(at).or_else(|| marking.basement(at)) {
            marking.mark(at..at + length, Mark::Token);
        } else if let Some(length) = marking.innocent(at)
            && !marking.is_in_number(at, length)
        {
            let counts = marking.counts(at).is_some();
            let mark = if counts { Mark::Count } else { Mark::Innocent };
            marking.mark(at..at + length, mark);
        } else if marking.begins(at) && marking.is_identifier(at) {
            let alone = marking.is_alone(at).then_some(1);
            let (length, mark) = match alone.or_else(|| marking.before_number(at)) {
                Some(length) => (length, Mark::Innocent),
                None => (1, Mark::Identifier),
            };
            marking.mark(at..at + length, mark);
        }
    }
    (marking.marks, cards)
}

impl Marking<'_> {
    /// How many groups from this one on are something else than a telephone number.
    fn innocent(&self, at: usize) -> Option<usize> {
        let kinds = [
            Self::known,
            Self::drawing,
            Self::matrix,
            Self::item,
            Self::snake,
            Self::doi,
            Self::note,
            Self::date,
            Self::year,
            Self::time,
            Self::shares,
            Self::count,
            Self::measured,
            Self::storey,
            Self::label,
            Self::binary,
            Self::bits,
            Self::order,
            Self::sum,
            Self::calculation,
            Self::equation,
            Self::product,
            Self::line_score,
            Self::drawn,
            Self::modes,
            Self::build,
            Self::escape,
            Self::issue,
            Self::call_code,
            Self::all_digits,
            Self::address_of_machine,
            Self::book,
            Self::money,
            Self::version,
            Self::decimal,
            Self::postal_code,
            Self::range,
            Self::portion,
            Self::size,
            Self::row,
            Self::settings,
            Self::long_row,
            Self::beginnings,
            Self::angle,
            Self::code_point,
            Self::colour,
            Self::code,
        ];
        kinds.into_iter().find_map(|kind| kind(self, at))
    }

    /// The same of what is counted.
    fn counts(&self, at: usize) -> Option<usize> {
        let yen = |length: &usize| is_unit(self.behind(at + length - 1), "円");
        let amount = || self.money(at).filter(yen);
        self.count(at).or_else(|| self.storey(at)).or_else(amount)
    }

    /// Whether groups that could be something else are the end or the beginning of what is written like a telephone number:
    /// `(0120) 371-390`, `※03 1234 5678`.
    fn is_in_number(&self, at: usize, length: usize) -> bool {
        let tight = |at: usize| {
            let group = self.digits.groups.get(at);
            group.is_some_and(|group| group.joint == Joint::Tight && !group.plus)
        };
        let known = || BEGINNINGS.contains(&self.digits(at - 1)) && self.joins_loosely(at);
        let behind = at > 0
            && (tight(at) || known())
            && !self.gap(at).ends_with(['(', '（', '〒'])
            && self.marks[at - 1] < Mark::Innocent
            && self.stands_apart(at - 1)
            && is_grouped(self.digits, at - 1..at + length);
        let before = length == 1
            && self.digits(at).starts_with('0')
            && tight(at + 1)
            && tight(at + 2)
            && is_grouped(self.digits, at..at + 3);
        behind || before
    }

    /// Whether only punctuation stands before a group.
    fn joins_loosely(&self, at: usize) -> bool {
        self.digits.groups[at].joint == Joint::Loose && !self.gap(at).contains(char::is_whitespace)
    }

    /// Whether groups are only a part of what is joined by a few separators, and all of that is as many digits as a telephone
    /// number has and begins as one: then no part of it is something else.
    fn is_part_of_number(&self, at: usize, length: usize) -> bool {
        let groups = &self.digits.groups;
        let tight = |at: &usize| groups[*at].joint == Joint::Tight && !groups[*at].plus;
        let before = (1..=at).rev().take(MAX_GROUPS).take_while(tight).count();
        let behind = self.after(at).take(MAX_GROUPS).take_while(tight).count();
        let all = at - before..at + behind + 1;
        length < all.len() && dialled(self.digits, all).is_some()
    }

    /// Whether a few digits are all of an identifier, and a number may begin behind it: `#1 045-123-4567`.
    fn is_alone(&self, at: usize) -> bool {
        let behind = self.behind(at).trim_end_matches(['+', '(', '（']);
        let behind = behind.trim_start_matches(['.', ')']);
        let apart = !behind.is_empty() && behind.chars().all(char::is_whitespace);
        self.len(at) <= MAX_ALONE && !self.digits(at).starts_with('0') && apart
    }

    fn mark(&mut self, groups: Range<usize>, mark: Mark) {
        self.marks[groups].fill(mark);
    }

    fn len(&self, at: usize) -> usize {
        self.digits.groups.get(at).map_or(0, Group::len)
    }

    /// The lengths of as many groups, if nothing but a few separators stands between them.
    fn lengths<const N: usize>(&self, at: usize) -> Option<[usize; N]> {
        let groups = self.digits.groups.get(at..at + N)?;
        let joined = groups[1..].iter().all(|group| group.joint <= Joint::Loose);
        joined.then(|| std::array::from_fn(|index| groups[index].len()))
    }

    fn digits(&self, at: usize) -> &str {
        self.digits.of(at..at + 1)
    }

    fn value(&self, at: usize) -> u32 {
        self.digits(at).parse().unwrap_or(u32::MAX)
    }

    /// The groups behind one.
    fn after(&self, at: usize) -> Range<usize> {
        at + 1..self.digits.groups.len()
    }

    /// What stands before a group, back to the one before it.
    fn gap(&self, at: usize) -> &str {
        let groups = &self.digits.groups;
        let before = at.checked_sub(1).and_then(|before| groups.get(before));
        let from = before.map_or(0, |before| before.range.end);
        // Both may be of one character, such as `½`.
        groups
            .get(at)
            .and_then(|group| self.text.get(from..group.range.start))
            .unwrap_or_default()
    }

    /// What stands behind a group, up to the next one.
    fn behind(&self, at: usize) -> &str {
        if at + 1 < self.digits.groups.len() {
            return self.gap(at + 1);
        }
        self.digits
            .groups
            .get(at)
            .map_or("", |group| &self.text[group.range.end..])
    }

    /// All that stands behind a group: `㎡` may be a digit of the next one.
    fn following(&self, at: usize) -> &str {
        let group = self.digits.groups.get(at);
        group.map_or("", |group| &self.text[group.range.end..])
    }

    /// All that stands before a group.
    fn before(&self, at: usize) -> &str {
        &self.text[..self.digits.groups[at].range.start]
    }

    fn is_marked(&self, at: usize) -> bool {
        self.marks
            .get(at)
            .is_some_and(|&mark| mark >= Mark::Innocent)
    }

    /// Whether no digits that may belong to the same number stand right before a group.
    fn begins(&self, at: usize) -> bool {
        let group = &self.digits.groups[at];
        !group.plus && (group.joint > Joint::Tight || at > 0 && self.is_marked(at - 1))
    }

    /// The same, or white space or a bracket stands between, and no hyphen.
    fn stands_apart(&self, at: usize) -> bool {
        if self.begins(at) {
            return true;
        }
        let gap = self.gap(at);
        let hyphens = ['-', '－', 'ー', '−', '‐'];
        let apart = gap.contains(|c: char| c.is_whitespace() || matches!(c, '(' | '（'));
        apart && !self.digits.groups[at].plus && !gap.contains(hyphens)
    }

    /// Whether a sign stands before a group that parts phrases, and not the digits before it: `0120-996-012・24時間`,
    /// `0120-996-012 – 24 hours`.
    fn is_set_off(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let bracket = [')', '）'].iter().find_map(|&end| gap.strip_prefix(end));
        let begins = bracket.is_some() || gap.starts_with(' ');
        let dash = begins && gap.ends_with(' ') && is_dash(bracket.unwrap_or(gap).trim());
        let parts = dash || matches!(gap, "・" | "/" | "／" | "〜" | "～");
        let before = (1..at).rev().take(MAX_GROUPS);
        let mut inner = before.take_while(|&at| self.digits.groups[at].joint == Joint::Tight);
        parts && at > 0 && !self.digits.groups[at].plus && inner.all(|at| self.gap(at) != gap)
    }

    /// Whether a group is the last of what belongs together, or only white space stands behind it.
    fn ends(&self, at: usize) -> bool {
        let last = at + 1 == self.digits.groups.len();
        last || self.begins_abroad(at + 1) || self.stands_apart(at + 1)
    }

    /// Whether the same separator stands before groups `at + 1` to `at + more`, and before none around them.
    fn chained(&self, at: usize, more: usize, separators: &[&str]) -> bool {
        let separator = self.gap(at + 1);
        let same = |at: usize| self.gap(at) == separator;
        separators.contains(&separator)
            && (at + 1..=at + more).all(same)
            && !(at > 0 && same(at) && !self.is_marked(at - 1))
            && !(at + more + 1 < self.digits.groups.len() && same(at + more + 1))
    }

    /// Whether one of these words stands before a group.
    fn named(&self, at: usize, words: &[&str]) -> bool {
        is_named(self.before(at), words)
    }

    /// What the guide says is no telephone number.
    fn known(&self, at: usize) -> Option<usize> {
        if !self.known.begins.contains(self.digits(at)) || !self.stands_apart(at) {
            return None;
        }
        let joined =
            |&end: &usize| end == at + 1 || self.digits.groups[end - 1].joint <= Joint::Loose;
        let ends = (at + 1..=self.digits.groups.len())
            .take(MAX_GROUPS)
            .take_while(joined);
        let known = |&end: &usize| {
            self.ends(end - 1) && self.known.all.contains(&self.digits.grouped(at..end))
        };
        ends.filter(known).last().map(|end| end - at)
    }

    /// `※1`: the sign of a note.
    fn note(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at).trim_end().ends_with('※');
        (sign && self.len(at) <= 2 && (self.ends(at) || self.gap(at + 1).contains('※')))
            .then_some(1)
    }

    /// `1. `, `(2) ` and `③ `: the number of an item, at the beginning of a line.
    fn item(&self, at: usize) -> Option<usize> {
        let group = &self.digits.groups[at];
        let begins = begins_line(self.before(at));
        let mut behind = self.behind(at).chars();
        let sign = behind.next().is_some_and(|c| ".)）]．、".contains(c));
        let numbered = begins
            && sign
            && (self.behind(at).starts_with('．')
                || behind.next().is_some_and(char::is_whitespace))
            && !self.digits(at).starts_with('0')
            && !self.is_spaced_date(at);
        let circled = group.look == Look::Enclosed
            && (at == 0 || !self.gap(at).is_empty())
            && self.stands_apart(at);
        (group.len() <= 2 && !group.plus && (numbered || circled)).then_some(1)
    }

    /// `090/080/070`: how numbers begin, one beside the other.
    fn beginnings(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at + 1);
        let begins = |at: usize| self.len(at) > 2 && BEGINNINGS.contains(&self.digits(at));
        if !matches!(sign, "/" | "／" | "・") || !begins(at) || !self.begins(at) {
            return None;
        }
        let joined = |&at: &usize| self.gap(at) == sign && begins(at);
        let more = self.after(at).take_while(joined).count();
        (more > 0 && self.ends(at + more)).then_some(more + 1)
    }

    /// What a word behind it counts.
    fn count(&self, at: usize) -> Option<usize> {
        // Three digits and more behind others may be the end of a number, whatever word comes next.
        let length = self.len(at);
        let bracket = self.gap(at).ends_with(['(', '（']);
        let short = length <= 2
            || length <= 4 && (bracket || self.begins(at))
            || self.begins(at) && !self.digits(at).starts_with('0');
        let behind = self.following(at).trim_start_matches([' ', '\u{A0}']);
        (short
            && (self.stands_apart(at) || self.is_set_off(at))
            && (begins_with_unit(behind)
                || length <= 2
                    && behind.starts_with(['番', '号'])
                    && self.gap(at) != self.behind(at)))
        .then_some(1)
    }
}

/// Whether a text ends with one of these words, but for signs.
pub(super) fn is_named(before: &str, words: &[&str]) -> bool {
    if !identifier::has_word(before) {
        return false;
    }
    let before = identifier::near(before);
    words
        .iter()
        .any(|word| identifier::ends_with_word(&before, word))
}

/// A dash or two hyphens.
fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "--" | "–" | "—" | "―" | "−" | "－")
}

/// Whether nothing but the signs of a list stands at the end of a text, in its last line.
pub(super) fn begins_line(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '(', '（', '[', '\u{3000}', '-', '*', '・']);
    text.is_empty() || text.ends_with(['\n', BLOCK_END])
}
