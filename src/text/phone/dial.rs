//! What is dialled: the one form of a number, and whether digits are as many as one has and begin as one does.

use std::ops::Range;

use super::abroad::international;
use super::groups::{Digits, Group, Joint};
use crate::text::dialling::within_japan;

/// What is dialled in Japan before the number of another country.
const ABROAD: &str = "010";
/// The most digits a number can have, with the prefix for calls abroad.
pub(super) const MAX_DIGITS: usize = 20;
/// Fewer digits after a prefix are no number.
const LEAST: usize = 5;
/// What is dialled to show one's own number or not to show it, before the number.
pub const SHOW_OR_HIDE: [&str; 2] = ["184", "186"];

/// Whoever calls these does not pay, in North America.
const FREE_IN_AMERICA: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// These digits as one number, if they are as many as one has and begin as one does.
pub(super) fn whole(plus: bool, digits: &str) -> Option<String> {
    let length = digits.len();
    if plus {
        if !(8..=15).contains(&length) {
            return None;
        }
        return match within_japan(digits) {
            Some(own) => is_whole_domestic(&own).then_some(own),
            None => Some(international(digits)),
        };
    }
    // The number of no country begins with 0.
    let country = digits.strip_prefix(ABROAD);
    let abroad = (12..=18).contains(&length) && country.is_some_and(|own| !own.starts_with('0'));
    (abroad || is_whole_domestic(digits)).then(|| digits.to_owned())
}

/// Whether digits are as many as numbers within Japan have, and begin as these do.
pub(super) fn is_whole_domestic(digits: &str) -> bool {
    matches!(digits.len(), 10 | 11) && is_domestic(digits)
}

/// Whether digits begin as a number within Japan does.
pub(super) fn is_domestic(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0', b'1'..=b'9' | b'?', ..])
}

/// Groups as one number in the form in which numbers are compared, if they are as many digits as one has.
pub(super) fn dialled(digits: &Digits, part: Range<usize>) -> Option<String> {
    let (plus, own) = bare(digits, part.clone())?;
    let elsewhere = || is_shaped_elsewhere(digits, &part).then(|| own.to_owned());
    whole(plus, own)
        .or_else(|| american(digits, part.clone()))
        .or_else(elsewhere)
}

/// Whether groups are written as numbers are in their own country that can be taken for nothing else: 138-1234-5678 in China,
/// 8 (800) 555-35-35 in Russia, 1300 123 456 in Australia.
fn is_shaped_elsewhere(digits: &Digits, part: &Range<usize>) -> bool {
    let shaped = |shape: &[usize], begins: &[&str]| {
        let all = || digits.of(part.clone());
        has_shape(digits, part, shape) && begins.iter().any(|begin| all().starts_with(begin))
    };
    let tight = || {
        let mut inner = digits.groups[part.start + 1..part.end].iter();
        inner.all(|group| group.joint == Joint::Tight && !group.plus)
    };
    ELSEWHERE
        .iter()
        .any(|(shape, begins)| shaped(shape, begins))
        && tight()
}

/// Such groups, and what they begin with.
const ELSEWHERE: [(&[usize], &[&str]); 3] = [
    (&[3, 4, 4], &["13", "14", "15", "16", "17", "18", "19"]),
    (&[1, 3, 3, 2, 2], &["8"]),
    (&[4, 3, 3], &["1300", "1800"]),
];

/// The digits of groups as they would be dialled within Japan, whether they are a number or not.
pub(super) fn canonical(digits: &Digits, part: Range<usize>) -> String {
    let Some((plus, own)) = bare(digits, part.clone()) else {
        return digits.of(part).to_owned();
    };
    let country = digits.of(part.start..part.start + 1).starts_with("81");
    match own.strip_prefix("81").filter(|_| plus || country) {
        // The number of the country without its plus, as many telephones show who calls.
        Some(rest) if !plus && matches!(own.len(), 11 | 12) && part.len() > 1 => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ if plus => within_japan(own).unwrap_or_else(|| international(own)),
        _ => own.to_owned(),
    }
}

/// The digits without what is dialled before the number of a country (then as if behind a plus), or to show one's own
/// number. `None` for more digits than any number has.
fn bare(digits: &Digits, part: Range<usize>) -> Option<(bool, &str)> {
    let plus = digits
        .groups
        .get(part.start)
        .is_some_and(|group| group.plus);
    let inner = digits
        .groups
        .get(part.start + 1..part.end)
        .unwrap_or_default();
    let all = digits.of(part.clone());
    if all.len() > MAX_DIGITS {
        return None;
    }
    if plus {
        return Some((true, all));
    }
    // `0013 0014 0015` is a list of something else, and so is `0 016 0 3`.
    let listed = inner
        .iter()
        .all(|group| digits.values[group.digits.start..].starts_with("00"));
    let apart = !listed && digits.groups[part.start].len() > 1;
    let abroad: &[&str] = if all.starts_with("0081") || all.len() > 11 && apart {
        &["010", "00", "011"]
    } else if all.starts_with("01081") || all.len() > 11 {
        &["010"]
    } else if all.starts_with("01181") && !matches!(all.len(), 10 | 11) {
        &["011"]
    } else {
        &[]
    };
    let rest = abroad.iter().find_map(|prefix| all.strip_prefix(prefix));
    if let Some(rest) = rest.filter(|rest| !rest.starts_with('0')) {
        return Some((true, rest));
    }
    let own = SHOW_OR_HIDE
        .iter()
        .find_map(|prefix| all.strip_prefix(prefix));
    Some((
        false,
        own.filter(|rest| rest.starts_with('0') && rest.len() >= LEAST)
            .unwrap_or(all),
    ))
}

/// 866-579-7172, (866) 5797172 and the same behind a 1.
fn american(digits: &Digits, part: Range<usize>) -> Option<String> {
    is_american_shape(digits, &part).then(|| american_number(digits.of(part)))?
}

/// A number of North America, with the 1 before it or without.
pub(super) fn american_number(digits: &str) -> Option<String> {
    let own = match digits.len() {
        10 => digits,
        11 => digits.strip_prefix('1')?,
        _ => return None,
    };
    let (area, exchange) = (own.get(..3)?, own.get(3..6)?);
    // No exchange begins with 0 or 1, but whoever invents a number does not know.
    let good = area >= "2" && (exchange >= "2" || FREE_IN_AMERICA.contains(&area));
    good.then(|| format!("+1{own}"))
}

fn is_american_shape(digits: &Digits, part: &Range<usize>) -> bool {
    AMERICAN.iter().any(|shape| has_shape(digits, part, shape))
}

/// The groups in which the numbers of North America are written.
const AMERICAN: [&[usize]; 4] = [&[3, 3, 4], &[1, 3, 3, 4], &[3, 7], &[1, 3, 7]];

/// A quick look, before anything is compared: whether groups could be a number. `foreign`: of another country too, with
/// no plus before it.
pub(super) fn may_be_number(digits: &Digits, part: Range<usize>, foreign: bool) -> bool {
    let groups = part.len();
    let plus = digits.groups[part.start].plus;
    match digits.of(part).as_bytes() {
        all if !(8..=MAX_DIGITS).contains(&all.len()) => false,
        _ if plus || foreign => true,
        [b'0', b'0', b'0', ..] => false,
        all @ [b'0', b'1', ..] => all.len() > 9,
        all @ [b'0', b'1'..=b'9' | b'?', ..] => matches!(all.len(), 10 | 11),
        [b'0', b'0', ..] | [b'8', b'1', ..] | [b'1', b'8', b'4' | b'6', b'0', ..] => true,
        _ => matches!(groups, 2..=5),
    }
}

/// A quicker look: whether a number could begin with a group.
pub(super) fn may_begin(digits: &Digits, at: usize, foreign: bool) -> bool {
    let group = &digits.groups[at];
    let ahead = &digits.values[group.digits.start..];
    let shaped = || {
        let parts = AMERICAN.iter().map(|shape| at..at + shape.len());
        let mut parts = parts.filter(|part| part.end <= digits.groups.len());
        parts.any(|part| is_american_shape(digits, &part))
    };
    let elsewhere = || {
        let parts = ELSEWHERE.iter().map(|(shape, _)| at..at + shape.len());
        let mut parts = parts.filter(|part| part.end <= digits.groups.len());
        parts.any(|part| is_shaped_elsewhere(digits, &part))
    };
    foreign
        || group.plus
        || ["0", "81", "184", "186"]
            .iter()
            .any(|prefix| ahead.starts_with(prefix))
        || elsewhere()
        || shaped()
}

/// Whether the digits stand in such groups as the numbers of Japan are written in: `03-1234-5678`.
pub(super) fn is_grouped(digits: &Digits, part: Range<usize>) -> bool {
    is_domestic(digits.of(part.clone())) && is_shaped(digits, &part)
}

/// The same of digits that may begin otherwise.
pub(super) fn is_shaped(digits: &Digits, part: &Range<usize>) -> bool {
    SHAPES.iter().any(|shape| has_shape(digits, part, shape))
}

/// The same of the lengths of groups.
pub(super) fn is_shape(lengths: &[usize]) -> bool {
    SHAPES.contains(&lengths)
}

/// The groups in which the numbers of Japan are written.
#[rustfmt::skip]
static SHAPES: [&[usize]; 16] = [
    &[2, 4, 4], &[3, 3, 4], &[3, 4, 4], &[4, 2, 4], &[4, 3, 3], &[4, 3, 4], &[4, 6], &[4, 7], &[5, 1, 4], &[2, 8],
    &[3, 7], &[3, 8], &[4, 2, 2, 2], &[4, 2, 2, 3], &[6, 4], &[7, 4],
];

/// Whether groups have these lengths.
fn has_shape(digits: &Digits, part: &Range<usize>, shape: &[usize]) -> bool {
    part.len() == shape.len()
        && digits.groups[part.clone()]
            .iter()
            .map(Group::len)
            .eq(shape.iter().copied())
}
