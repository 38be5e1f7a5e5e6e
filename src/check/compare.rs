//! What was typed beside what the guide lists, sign by sign: where the two differ.

use super::{Finding, Kind, Verdict};
use crate::guide::Guide;
use crate::text::phone::{digits, is_plain_digit, normalized, signs};

/// No number and no name of a host that is compared is longer, in signs.
const MOST: usize = 64;

/// A place in one of the two, or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What stands there in what is listed.
    pub listed: Option<char>,
    /// What was typed there.
    pub typed: Option<char>,
    /// Whether the two are not the same.
    pub differs: bool,
    /// Of a number: what was typed is no digit, but looks like one.
    pub is_strange: bool,
}

impl Place {
    /// What parts the groups of a number, in both.
    const fn separator(in_listed: bool, in_typed: bool) -> Self {
        Self {
            listed: if in_listed { Some('-') } else { None },
            typed: if in_typed { Some('-') } else { None },
            differs: false,
            is_strange: false,
        }
    }

    /// Whether it parts groups.
    pub const fn parts(&self) -> bool {
        matches!(
            (self.listed, self.typed),
            (Some('-') | None, Some('-')) | (Some('-'), None)
        ) && !self.differs
    }
}

/// The two beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub places: Vec<Place>,
    /// How the digits differ, where that can be said in a sentence.
    pub slip: Option<Slip>,
    /// The signs that are no digits.
    pub strange: Vec<char>,
}

/// How a number differs from the one that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// The digit at a place, from 1, is another one. Whether it is the last.
    Other {
        place: usize,
        is_last: bool,
        typed: char,
        listed: char,
    },
    /// So many digits are too many.
    TooMany(usize),
    /// So many are missing.
    TooFew(usize),
    /// The two digits at a place and behind it, from 1, stand in the other order.
    Swapped(usize),
}

/// What was found in a text beside what is listed and nearest to it; of a number that is near to none the first one that is
/// listed. `None` where the guide lists nothing of the kind, or nothing can be shown beside it.
pub fn compare(guide: &Guide, text: &str, finding: &Finding) -> Option<Comparison> {
    let part = text.get(finding.range.clone())?;
    match (&finding.kind, &finding.verdict) {
        (Kind::Phone, Verdict::Listed { as_written, .. }) => Some(beside(as_written, part)),
        (Kind::Phone, Verdict::Incomplete) => {
            let begins = |number: &&String| {
                let digits = |text: &str| normalized(text).unwrap_or_else(|| digits(text));
                digits(number).starts_with(&digits(part))
            };
            let mut listed = guide.official_numbers.iter();
            Some(beside(listed.find(begins)?, part))
        }
        (Kind::Phone, Verdict::NotListed { near: None }) => {
            Some(beside(guide.official_numbers.first()?, part))
        }
        (Kind::Phone, Verdict::NotListed { near: Some(near) }) => number(&near.as_written, part),
        (Kind::Phone, Verdict::Lookalike { of, .. } | Verdict::UnusualSigns { of }) => {
            number(of, part)
        }
        (Kind::Address(leads) | Kind::Mail(leads), Verdict::Lookalike { of, .. }) => {
            let host = leads.letters.as_ref().or(leads.host.as_ref())?;
            let places = aligned(&chars(of), &chars(host))?;
            Some(Comparison {
                places,
                slip: None,
                strange: Vec::new(),
            })
        }
        _ => None,
    }
}

/// Neither is compared: the one is the other, or has nothing to do with it.
fn beside(listed: &str, typed: &str) -> Comparison {
    let grouped = |text: &str| {
        let mut grouped = Vec::new();
        let mut end = None;
        for (range, digit) in signs(text, "") {
            if end.is_some_and(|end| end < range.start) {
                grouped.push('-');
            }
            end = Some(range.end);
            grouped.push(digit);
        }
        grouped
    };
    let (listed, typed) = (grouped(listed), grouped(typed));
    let most = listed.len().max(typed.len()).min(MOST);
    let place = |n: usize| Place {
        listed: listed.get(n).copied(),
        typed: typed.get(n).copied(),
        differs: false,
        is_strange: false,
    };
    Comparison {
        places: (0..most).map(place).collect(),
        slip: None,
        strange: Vec::new(),
    }
}

/// A number beside the one that it is nearly, or looks like. What was typed is parted as that is.
fn number(listed: &str, typed: &str) -> Option<Comparison> {
    let of_listed = signs(listed, "");
    let digits: Vec<char> = of_listed.iter().map(|(_, digit)| *digit).collect();
    let expected: String = digits.iter().collect();
    let mut own = signs(typed, &expected);
    if let Some(dialled) = normalized(typed) {
        // With the number of a country before it, it is compared as it is dialled in that.
        let raw: String = own.iter().map(|(_, digit)| *digit).collect();
        if dialled != raw && !dialled.starts_with('+') {
            own = dialled.chars().map(|digit| (0..0, digit)).collect();
        }
    }
    let values: Vec<char> = own.iter().map(|(_, digit)| *digit).collect();
    let mut places = aligned(&digits, &values)?;
    let mut strange = Vec::new();
    let mut typed_signs = own.iter();
    for place in places.iter_mut().filter(|place| place.typed.is_some()) {
        let sign = typed_signs
            .next()
            .and_then(|(range, _)| typed.get(range.clone()));
        let sign = sign.and_then(|sign| sign.chars().next());
        if let Some(sign) = sign.filter(|&sign| !is_plain_digit(sign)) {
            place.typed = Some(sign);
            place.differs = true;
            place.is_strange = true;
            if !strange.contains(&sign) {
                strange.push(sign);
            }
        }
    }
    let slip = if strange.is_empty() {
        slip(&places)
    } else {
        None
    };
    Some(Comparison {
        places: parted(places, &of_listed),
        slip,
        strange,
    })
}

/// The same places, parted where the listed number is.
fn parted(places: Vec<Place>, listed: &[(std::ops::Range<usize>, char)]) -> Vec<Place> {
    let ends = |n: usize| match listed.get(n..n + 2) {
        Some([one, next]) => one.0.end < next.0.start,
        _ => false,
    };
    let mut parted = Vec::with_capacity(places.len() + 4);
    let mut n = 0;
    for place in places {
        let is_listed = place.listed.is_some();
        parted.push(place);
        if is_listed {
            if ends(n) {
                parted.push(Place::separator(true, true));
            }
            n += 1;
        }
    }
    parted
}

fn chars(text: &str) -> Vec<char> {
    text.chars().take(MOST + 1).collect()
}

/// Two texts sign by sign, with as few differences as can be. `None` where they are long.
fn aligned(listed: &[char], typed: &[char]) -> Option<Vec<Place>> {
    if listed.len() > MOST || typed.len() > MOST {
        return None;
    }
    // How many differences there are behind each pair of places.
    let mut costs = vec![vec![0_usize; typed.len() + 1]; listed.len() + 1];
    for i in (0..=listed.len()).rev() {
        for j in (0..=typed.len()).rev() {
            costs[i][j] = match (listed.get(i), typed.get(j)) {
                (None, None) => 0,
                (Some(_), None) => 1 + costs[i + 1][j],
                (None, Some(_)) => 1 + costs[i][j + 1],
                (Some(a), Some(b)) => {
                    let both = usize::from(a != b) + costs[i + 1][j + 1];
                    both.min(1 + costs[i + 1][j]).min(1 + costs[i][j + 1])
                }
            };
        }
    }
    let mut places = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < listed.len() || j < typed.len() {
        let (a, b) = (listed.get(i).copied(), typed.get(j).copied());
        let both = a.is_some() && b.is_some();
        let place = if both && costs[i][j] == usize::from(a != b) + costs[i + 1][j + 1] {
            (a, b)
        } else if b.is_none() || a.is_some() && costs[i][j] == 1 + costs[i + 1][j] {
            (a, None)
        } else {
            (None, b)
        };
        i += usize::from(place.0.is_some());
        j += usize::from(place.1.is_some());
        places.push(Place {
            listed: place.0,
            typed: place.1,
            differs: place.0 != place.1,
            is_strange: false,
        });
    }
    Some(places)
}

/// What happened to the digits, where that is one thing.
fn slip(places: &[Place]) -> Option<Slip> {
    let differing: Vec<usize> = (0..places.len()).filter(|&n| places[n].differs).collect();
    let all = |is: fn(&Place) -> bool| differing.iter().all(|&n| is(&places[n]));
    match differing[..] {
        [] => None,
        [n] if places[n].listed.is_some() && places[n].typed.is_some() => Some(Slip::Other {
            place: n + 1,
            is_last: n + 1 == places.len(),
            typed: places[n].typed?,
            listed: places[n].listed?,
        }),
        [n, next]
            if next == n + 1
                && places[n].listed == places[next].typed
                && places[n].typed == places[next].listed
                && places[n].typed.is_some() =>
        {
            Some(Slip::Swapped(n + 1))
        }
        _ if all(|place| place.listed.is_none()) => Some(Slip::TooMany(differing.len())),
        _ if all(|place| place.typed.is_none()) => Some(Slip::TooFew(differing.len())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::guide::{Source, load};

    /// The listed number, what was typed, and the marks below.
    fn rows(comparison: &Comparison) -> [String; 3] {
        let places = comparison.places.iter();
        let row = |sign: fn(&Place) -> Option<char>| {
            let signs = places.clone().map(|place| sign(place).unwrap_or(' '));
            signs.collect::<String>().trim_end().to_owned()
        };
        [
            row(|place| place.listed),
            row(|place| place.typed),
            row(|place| place.differs.then_some('^')),
        ]
    }

    #[test]
    fn each_sign_stands_below_the_one_that_it_is_meant_for() {
        let guide = load(&Source::BuiltIn).0.expect("it has no errors");
        let other = |place, is_last, typed, listed| {
            Some(Slip::Other {
                place,
                is_last,
                typed,
                listed,
            })
        };
        let cases = [
            ("0120-996-012", "0120-996-012", "", None),
            ("０１２０９９６０１２", "0120996012", "", None),
            (
                "0120-996-013",
                "0120-996-013",
                "           ^",
                other(10, true, '3', '2'),
            ),
            (
                "0120-896012",
                "0120-896-012",
                "     ^",
                other(5, false, '8', '9'),
            ),
            (
                "0120-96-012",
                "0120-9 6-012",
                "      ^",
                Some(Slip::TooFew(1)),
            ),
            (
                "0120-996-021",
                "0120-996-021",
                "          ^^",
                Some(Slip::Swapped(9)),
            ),
            (
                "+81 120 996 013",
                "0120-996-013",
                "           ^",
                other(10, true, '3', '2'),
            ),
            ("O120-996-0l2", "O120-996-0l2", "^         ^", None),
            ("050-0000-0000", "050-0000-0000", "", None),
        ];
        for (typed, row, marks, slip) in cases {
            let found = check(&guide, typed);
            let Some(comparison) = found
                .first()
                .and_then(|first| compare(&guide, typed, first))
            else {
                panic!("{typed}: {found:?}");
            };
            let [listed, own, below] = rows(&comparison);
            assert_eq!(listed, "0120-996-012", "{typed}");
            assert_eq!((own.as_str(), below.as_str()), (row, marks), "{typed}");
            assert_eq!(comparison.slip, slip, "{typed}");
        }
        // What is too much leaves a gap above.
        let typed = "0120-996-0123";
        let found = check(&guide, typed);
        let comparison = compare(&guide, typed, &found[0]).expect("it is near");
        assert_eq!(
            rows(&comparison),
            ["0120-996-012", "0120-996-0123", "            ^"]
        );
        assert_eq!(comparison.slip, Some(Slip::TooMany(1)));
    }
}
