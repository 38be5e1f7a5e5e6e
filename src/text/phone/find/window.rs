//! Groups that are together a number, whatever stands between them: the official ones, and what is one digit away from one.

use std::ops::{Range, RangeInclusive};

use super::scattered::LEAST_CHAINED;
use super::{Class, Finder};
use crate::text::phone::dial::{MAX_DIGITS, canonical};
use crate::text::phone::groups::{BLOCK_END, Digits, Joint, Look};
use crate::text::phone::innocent::{Mark, begins_line};

/// Fewer digits are no number that others could be near to.
const LEAST: usize = 6;
/// So many digits may stand before a number: `01081`.
const MOST_BEFORE: usize = 6;
/// What stands before the number of a country, or of the telephone that calls.
const PREFIXES: [&str; 6] = ["81", "0081", "01081", "01181", "184", "186"];
/// So many digits has what is dialled before the number of a country for one of several networks: `001`, `00700`.
const CARRIERS: RangeInclusive<usize> = 3..=5;

/// Fewer digits behind a word count something.
const STRAGGLER: usize = 3;

/// How far digits are from an official number that begin as it does: farther than all that are near to it.
const FAR: usize = 2;

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
    /// What stands before a group, back to the one before it: nothing where both are of one character, such as `½`.
    pub(super) fn gap(&self, at: usize) -> &str {
        self.text
            .get(self.digits.groups[at - 1].range.end..self.digits.groups[at].range.start)
            .unwrap_or_default()
    }
}
