//! Groups that are together a number, whatever stands between them: the official ones, what is one digit away from one,
//! and what is written like a telephone number with other signs or words in between.

use std::ops::{Range, RangeInclusive};

use super::{Class, Finder};
use crate::text::phone::dial::{MAX_DIGITS, canonical, dialled, is_shape, whole};
use crate::text::phone::groups::{BLOCK_END, Digits, Group, Joint, Look};
use crate::text::phone::innocent::{BEGINNINGS, Mark, begins_line};

/// Fewer digits are no number that others could be near to.
const LEAST: usize = 6;
/// So many digits may stand before a number: `01081`.
const MOST_BEFORE: usize = 6;
/// What stands before the number of a country, or of the telephone that calls.
const PREFIXES: [&str; 6] = ["81", "0081", "01081", "01181", "184", "186"];
/// So many digits has what is dialled before the number of a country for one of several networks: `001`, `00700`.
const CARRIERS: RangeInclusive<usize> = 3..=5;
/// So many characters may stand between the groups of a scattered number.
const MAX_GAP: usize = 16;
/// So many groups may follow the first of one.
const MOST_SCATTERED: usize = 10;
/// What is said for a sign between groups, in lower case.
#[rustfmt::skip]
const SAID: [&str; 19] = [
    "then", "and then", "and", "next", "space", "pause", "bar", "stroke", "dann", "puis", "luego", "の", "それから", "然后", "다음", "followed by", "plus",
    "그리고", "つぎに",
];
/// What is said for one that is written between them, in lower case.
#[rustfmt::skip]
const SIGNS_SAID: [&str; 25] = [
    "dash", "hyphen", "minus", "dot", "point", "slash", "punkt", "strich", "bindestrich", "tiret", "guion", "guión", "ハイフン", "ドット", "ダッシュ",
    "マイナス", "スラッシュ", "横棒", "杠", "横杠", "横线", "橫線", "하이픈", "대시", "ピリオド",
];

/// Fewer digits behind a word count something.
const STRAGGLER: usize = 3;

/// A sign between groups that are the same everywhere has no more characters: ` stroke `.
const MAX_SIGN: usize = 12;

/// What stands between the items of a list, and in times.
const OF_LISTS: [char; 14] = [
    ' ', '\u{3000}', ',', '，', '、', ';', '；', ':', '：', '|', '/', '\t', '\n', BLOCK_END,
];

/// How far digits are from an official number that begin as it does: farther than all that are near to it.
const FAR: usize = 2;

/// Of an official number so many digits are as long as one, if there are more signs between them.
const LEAST_CHAINED: usize = 9;

/// So many cells of a table are looked at before and behind one.
const MOST_CELLS: usize = 6;

/// The way in which digits are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    /// They are those of an official number.
    Exact,
    /// At most one is another.
    Near,
}

impl Finder<'_> {
    /// Takes groups that are together an official number. Says whether others are nearly one.
    pub(super) fn find_exact(&mut self) -> bool {
        // Dates and numbers of items may be in between, or may be a part of it.
        let near = self.look_through(Round::Exact, Mark::Count);
        self.look_through(Round::Exact, Mark::Identifier) || near
    }

    /// Takes groups that are together one digit away from an official number.
    pub(super) fn find_near(&mut self) {
        self.look_through(Round::Near, Mark::Count);
        self.look_through(Round::Near, Mark::Identifier);
    }

    /// Goes through the groups that are at most marked like this. Says whether some were nearly an official number.
    fn look_through(&mut self, round: Round, most: Mark) -> bool {
        let free = |at: usize| !self.taken[at] && self.marks[at] <= most;
        let (stream, places) = self.digits.only(free);
        let mut hints = self.book.hints(&stream.values);
        if stream.values != stream.seen {
            hints.extend(self.book.hints(&stream.seen));
            hints.sort_unstable();
        }
        let mut hints = hints.into_iter().peekable();
        let mut near = false;
        let mut start = 0;
        while start < stream.groups.len() {
            let first = stream.groups[start].digits.start;
            while hints.next_if(|&hint| hint < first).is_some() {}
            let Some(&hint) = hints.peek() else { break };
            if hint > first + self.book.longest() + MOST_BEFORE {
                start += 1;
                continue;
            }
            let found = self.window_at(&stream, &places, start, round, &mut near);
            start = found.map_or(start + 1, |(end, class, digits)| {
                let own = places[start]..places[end - 1] + 1;
                let all = if class == Class::Other {
                    self.with_left_over(own.clone(), self.book.contains(&digits))
                } else {
                    own.clone()
                };
                let digits = if all == own {
                    digits
                } else {
                    canonical(self.digits, all.clone())
                };
                for &at in &places[start..end] {
                    self.taken[at] = true;
                }
                self.taken[all.start..own.start].fill(true);
                self.taken[own.end..all.end].fill(true);
                let number = self.number(all.clone(), class, digits);
                self.found.push(number);
                places.partition_point(|&at| at < all.end)
            });
        }
        near
    }

    /// Where the number ends that begins with a group, what it is, and its digits.
    fn window_at(
        &self,
        stream: &Digits,
        places: &[usize],
        start: usize,
        round: Round,
        near: &mut bool,
    ) -> Option<(usize, Class, String)> {
        let first = stream.groups[start].digits.start;
        let longest = self.book.longest() + MOST_BEFORE;
        let mut best: Option<(usize, usize, String)> = None;
        for end in start + 1..=stream.groups.len() {
            let group = &stream.groups[end - 1];
            let length = group.digits.end - first;
            if length > longest || end > start + 1 && group.joint == Joint::Break {
                break;
            }
            if length < LEAST {
                continue;
            }
            let part = start..end;
            let found = self.compared(stream, &part);
            let trunk = || self.without_trunk(stream, &part);
            let begun = || self.begun(stream, places, &part);
            let Some((place, off, digits)) = found.or_else(trunk).or_else(begun) else {
                continue;
            };
            *near = true;
            match round {
                Round::Exact
                    if off == 0
                        && places[part.clone()]
                            .iter()
                            .all(|&at| self.marks[at] != Mark::Count)
                        && !stream.groups[start + 1..end].iter().any(|group| group.plus)
                        && !Self::has_straggler(stream, &part)
                        && !self.is_open(stream, places, &part) =>
                {
                    let look = Self::look_of(stream, &part, &digits);
                    // Nobody puts an hour or a price among the digits of a number, but everybody lists things.
                    let mut others = places[start]..places[end - 1];
                    let skips =
                        others.any(|at| !places[start..end].contains(&at) && !self.is_first(at));
                    let look = if skips { look.max(Look::Unusual) } else { look };
                    return Some((end, Class::Official { place, look }, digits));
                }
                Round::Near if best.as_ref().is_none_or(|&(least, ..)| off < least) => {
                    best = Some((off, end, digits));
                }
                _ => {}
            }
        }
        let (_, end, digits) = best?;
        let own = places[start]..places[end - 1] + 1;
        // More may have to come, but not before other words.
        let behind = &self.text[self.digits.groups[own.end - 1].range.end..];
        let class = if self.begins(&own, &digits) && !behind.contains(char::is_alphanumeric) {
            Class::Beginning
        } else {
            Class::Other
        };
        Some((end, class, digits))
    }

    /// The official number that groups are or nearly are, by their values or by their look; how many digits are off, and
    /// the digits.
    fn compared(&self, stream: &Digits, part: &Range<usize>) -> Option<(usize, usize, String)> {
        let values = stream.of(part.clone());
        let plus = stream.groups[part.start].plus;
        let foreign = plus || PREFIXES.iter().any(|prefix| values.starts_with(prefix));
        let seen = stream.seen(part.clone());
        let off = |digits: &str| {
            let (place, off) = self.book.one_off(digits)?;
            // Of what begins as a number does more has to come, of the same number or of another.
            let begins = off > 0 && self.book.begins(digits);
            Some((place, if begins { FAR } else { off }, digits.to_owned()))
        };
        let by_value = || (!plus).then(|| off(values)).flatten();
        let by_look = || (seen != values).then(|| off(seen)).flatten();
        // As many telephones show who calls.
        let national = values
            .strip_prefix("81")
            .map(|rest| format!("0{}", rest.trim_start_matches('0')));
        let national = national
            .filter(|_| values.len() > 9 && stream.groups[part.start].len() > 1)
            .and_then(|digits| off(&digits));
        let abroad = || {
            foreign
                .then(|| off(&canonical(stream, part.clone())))
                .flatten()
        };
        let zeros = || {
            let rest = values.strip_prefix("00")?.trim_start_matches('0');
            off(&format!("0{rest}")).map(|(place, off, digits)| (place, off.max(1), digits))
        };
        let carried = || {
            let prefixes = CARRIERS.filter(|_| values.starts_with("00"));
            let rest = prefixes.filter_map(|length| values.get(length..)?.strip_prefix("81"));
            let own = rest.map(|rest| format!("0{}", rest.trim_start_matches('0')));
            let near = own.filter_map(|own| off(&own));
            near.map(|(place, off, digits)| (place, off.max(1), digits))
                .min_by_key(|&(_, off, _)| off)
        };
        let all = [
            by_value(),
            by_look(),
            abroad(),
            national,
            zeros(),
            carried(),
        ];
        all.into_iter().flatten().min_by_key(|&(_, off, _)| off)
    }

    /// The same for digits that lack the 0 before them.
    fn without_trunk(
        &self,
        stream: &Digits,
        part: &Range<usize>,
    ) -> Option<(usize, usize, String)> {
        let values = stream.of(part.clone());
        let digits =
            (values.len() == 9 && !values.starts_with('0')).then(|| format!("0{values}"))?;
        let (place, off) = self.book.one_off(&digits)?;
        Some((place, off.max(1), digits))
    }

    /// Digits that begin as an official number does, and go on otherwise: `0120:996:4567`.
    fn begun(
        &self,
        stream: &Digits,
        places: &[usize],
        part: &Range<usize>,
    ) -> Option<(usize, usize, String)> {
        let values = stream.of(part.clone());
        let mut inner = stream.groups[part.start + 1..part.end].iter();
        let long = (LEAST_CHAINED..=MAX_DIGITS).contains(&values.len());
        let alone = |at: &usize| self.marks[*at] == Mark::None;
        let joined = long
            && places[part.clone()].iter().all(alone)
            && inner.all(|group| group.joint <= Joint::Loose);
        let place = joined.then(|| self.book.begun(values)).flatten()?;
        (!self.book.begins(values)).then(|| (place, FAR, values.to_owned()))
    }

    fn look_of(stream: &Digits, part: &Range<usize>, digits: &str) -> Look {
        let look = stream.groups[part.clone()]
            .iter()
            .map(|group| group.look)
            .max()
            .unwrap_or_default();
        let by_value = canonical(stream, part.clone()) == digits;
        if by_value {
            look
        } else {
            look.max(Look::Unusual)
        }
    }

    /// Whether digits are all that is in the item of a list before or behind these: `1. 0120\n2. 996\n3. 012\n4. 3`.
    fn has_other_items(&self, part: &Range<usize>) -> bool {
        let is_item = |sign: usize| {
            let alone = |at: usize| !self.gap(at).contains(char::is_alphanumeric);
            sign + 1 < self.digits.groups.len()
                && self.is_first(sign)
                && self.is_free(sign + 1)
                && alone(sign + 1)
        };
        let before = part.start.checked_sub(3);
        before.is_some_and(|sign| self.is_first(part.start - 1) && is_item(sign))
            || is_item(part.end)
    }

    /// Whether a group is the first of its line.
    fn is_first(&self, at: usize) -> bool {
        begins_line(&self.text[..self.digits.groups[at].range.start])
    }

    /// Whether a word stands between these and the last few of them, and nowhere else: `0120-996-01 Room 2`.
    fn has_straggler(stream: &Digits, part: &Range<usize>) -> bool {
        let groups = &stream.groups[part.clone()];
        let Some((last, rest)) = groups.split_last() else {
            return false;
        };
        let inner = rest.iter().skip(1);
        last.joint == Joint::Words
            && last.len() < STRAGGLER
            && inner.clone().all(|group| group.joint < Joint::Words)
    }

    /// Whether more digits are joined to these as they are to each other.
    fn is_open(&self, stream: &Digits, places: &[usize], part: &Range<usize>) -> bool {
        let inner = stream.groups[part.start + 1..part.end]
            .iter()
            .map(|group| group.joint);
        let joint = inner.max().unwrap_or(Joint::Tight).max(Joint::Loose);
        let all = places[part.start]..places[part.end - 1] + 1;
        self.is_link(&all)
            || all.len() > part.len() && self.has_other_items(&all)
            || self.is_open_before(places[part.start], joint)
            || self.is_open_behind(places[part.end - 1] + 1, joint)
    }

    /// Whether the same sign stands before or behind these as between them: `01;20;99;60;12;2`. White space stands everywhere:
    /// of it only what ends lines and cells counts.
    pub(super) fn is_link(&self, part: &Range<usize>) -> bool {
        let links = |at: usize| {
            let sign = self.gap(at);
            let is_seen = !sign.trim().is_empty();
            let beside = if at == part.start { at - 1 } else { at };
            let mut inner = part.clone().skip(1).map(|at| self.gap(at) == sign);
            // What is something else (the sign of an item, hours in a cell of their own) is linked only by a sign that stands
            // between all of them.
            let alike = if is_seen && self.is_free(beside) {
                inner.any(|same| same)
            } else {
                inner.all(|same| same)
            };
            let counts = is_seen || self.is_free(beside) && sign.contains(['\t', '\n', BLOCK_END]);
            alike && counts && !self.taken[beside]
        };
        let before = part.start > 0 && links(part.start);
        let behind = || part.end < self.digits.groups.len() && links(part.end);
        part.len() > 1 && (before || behind())
    }

    /// Takes groups that are together as long as a telephone number in Japan, with the same sign between all of them, whatever
    /// it is: `0120,111222`.
    pub(super) fn find_chained(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let end = self.chained_from(start);
            let digits = canonical(self.digits, start..end);
            let begins = self.book.begins(&digits) && digits.len() >= LEAST_CHAINED;
            if self.is_chain(start..end) && (begins || dialled(self.digits, start..end).is_some()) {
                let class = if begins {
                    Class::Beginning
                } else {
                    Class::Misshapen
                };
                self.push(start..end, class, digits);
            }
            start = end;
        }
    }

    /// Where the groups end that are joined like this one to the next.
    fn chained_from(&self, start: usize) -> usize {
        let groups = &self.digits.groups;
        let free = |at: usize| !self.taken[at] && self.marks[at] == Mark::None;
        let joined = |&at: &usize| {
            let gap = self.gap(at);
            free(at)
                && matches!(groups[at].joint, Joint::Loose | Joint::Words)
                && !groups[at].plus
                && gap == self.gap(start + 1)
                && gap.chars().count() <= MAX_SIGN
                && !gap.contains('\n')
        };
        let more = (start + 1..groups.len()).take_while(joined).count();
        if free(start) {
            start + 1 + more
        } else {
            start + 1
        }
    }

    /// Whether such groups may be a number: those of one or two digits are counts where they are listed.
    fn is_chain(&self, part: Range<usize>) -> bool {
        let digits = self.digits.of(part.clone());
        let groups = &self.digits.groups[part.clone()];
        let is_domestic = digits.starts_with('0') && !digits.starts_with("00");
        if !is_domestic || part.len() < 2 || self.is_zero_apart(&part) {
            return false;
        }
        let is_list = self.gap(part.start + 1).contains(OF_LISTS);
        let long = |group: &Group| group.len() > 2;
        !is_list || groups[0].len() > 1 && groups.iter().any(long)
    }

    /// Takes groups that are together written like a telephone number, with punctuation or a few words in between.
    pub(super) fn find_scattered(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let end = self.scattered_from(start);
            if let Some(end) = end {
                let digits = canonical(self.digits, start..end);
                self.push(start..end, Class::Other, digits);
            }
            start = end.unwrap_or(start + 1);
        }
    }

    fn scattered_from(&self, start: usize) -> Option<usize> {
        let free = |at: usize| !self.taken[at] && self.marks[at] == Mark::None;
        if !free(start) {
            return None;
        }
        let groups = &self.digits.groups;
        let first = groups[start].digits.start;
        let joined = |&at: &usize| {
            free(at)
                && groups[at].joint <= Joint::Block
                && !groups[at].plus
                && groups[at].gap <= MAX_GAP
                && groups[at].digits.end - first <= MAX_DIGITS
        };
        let more = (start + 1..groups.len()).take(MOST_SCATTERED);
        let count = more.take_while(joined).count();
        let mut ends = (start + 1..=start + 1 + count).rev();
        ends.find(|&end| self.is_scattered(start..end) || self.is_dictated(start..end))
    }

    /// Whether groups are written like a number of Japan, but for what stands between them. Digits one by one are a group:
    /// `0 9 0、8 2 6 4、5 1 7 3`.
    fn is_scattered(&self, part: Range<usize>) -> bool {
        let digits = self.digits.of(part.clone());
        let groups = &self.digits.groups[part.clone()];
        if groups.len() < 3 || whole(false, digits).is_none() {
            return false;
        }
        let single = |group: &Group| group.len() == 1;
        let runs = groups.chunk_by(|a, b| single(a) && single(b) && b.joint == Joint::Tight);
        let lengths: Vec<usize> = runs.map(|run| run.iter().map(Group::len).sum()).collect();
        let alike = || {
            let sign = self.gap(part.start + 1);
            let mut inner = part.clone().skip(1);
            let loose = |at: usize| self.digits.groups[at].joint == Joint::Loose;
            !sign.contains([',', ' ']) && inner.all(|at| loose(at) && self.gap(at) == sign)
        };
        let known = || lengths[0] > 2 || BEGINNINGS.contains(&&digits[..lengths[0]]) || alike();
        let parted = || groups[1..].iter().any(|group| group.joint == Joint::Block);
        lengths.len() > 2
            && is_shape(&lengths)
            && known()
            && !(parted() && self.is_row(part.clone()))
    }

    /// Whether groups are a number with words between them that are said for signs: of another country, or with the same word
    /// between all of them.
    fn is_dictated(&self, part: Range<usize>) -> bool {
        let joint = |at: usize| self.digits.groups[at].joint;
        let is_said = |at: usize| self.is_sign_said(at) || self.is_word_before(at, &SAID);
        let mut inner = part.clone().skip(1);
        part.len() > 2
            && inner.clone().any(|at| joint(at) == Joint::Words)
            && inner.all(|at| joint(at) == Joint::Tight || joint(at) == Joint::Words && is_said(at))
            && dialled(self.digits, part.clone()).is_some_and(|number| {
                let first = self.gap(part.start + 1);
                let mut inner = part.skip(1);
                number.starts_with('+') || inner.all(|at| self.gap(at) == first)
            })
    }

    /// Whether a sign that is said is all that joins a group to the one before it: `012 dash 3`.
    pub(super) fn is_sign_said(&self, at: usize) -> bool {
        self.is_word_before(at, &SIGNS_SAID)
    }

    /// Whether one of these words is all that stands before a group, back to the one before it.
    fn is_word_before(&self, at: usize, words: &[&str]) -> bool {
        let gap = self.gap(at).to_lowercase();
        let word = gap.trim_matches(|c: char| !(c.is_alphabetic() || c == 'ー'));
        words.contains(&word)
    }

    /// Whether groups are in a row of a table: in the row before or behind it stands the next number.
    fn is_row(&self, part: Range<usize>) -> bool {
        let value = |at: usize| {
            let group = self.digits.groups.get(at)?;
            let alike = group.len() == self.digits.groups[part.start].len();
            alike.then(|| self.digits.of(at..at + 1).parse::<u32>().ok())?
        };
        let Some(own) = value(part.start) else {
            return false;
        };
        let before = part.start.saturating_sub(MOST_CELLS)..part.start;
        let mut others = before
            .chain(part.end..part.end + MOST_CELLS)
            .filter_map(value);
        others.any(|other| other.abs_diff(own) == 1)
    }

    /// What stands before a group, back to the one before it: nothing where both are of one character, such as `½`.
    pub(super) fn gap(&self, at: usize) -> &str {
        self.text
            .get(self.digits.groups[at - 1].range.end..self.digits.groups[at].range.start)
            .unwrap_or_default()
    }
}
