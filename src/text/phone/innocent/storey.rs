//! Floors and rooms, which stand beside a number where it is said who has it: `2F`, `B1F`, `301号室`, `3rd floor`.

use super::Marking;
use crate::text::phone::digit::half_width;

/// Floors have no more digits, and rooms have these.
const MAX_FLOOR: usize = 2;
const MAX_ROOM: usize = 4;
/// What stands before the number of a floor below the ground.
const BELOW: [char; 4] = ['B', 'b', 'Ｂ', 'ｂ'];
/// What follows the number of a floor, in lower case. Letters end with the word.
const FLOORS: [&str; 20] = [
    "f",
    "fl",
    "floor",
    "f.",
    "/f",
    "階",
    "阶",
    "층",
    "楼",
    "樓",
    "层",
    "層",
    "og",
    ". og",
    ". stock",
    ". etage",
    ". floor",
    "étage",
    "er étage",
    "e étage",
];
/// The endings of numbers that put things in order, in English.
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];
/// What follows the number of a room.
const ROOMS: [&str; 6] = ["号室", "室", "號室", "号房", "호실", "호"];
/// White space within a line.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{A0}'];
/// No name of a floor is longer.
const LONGEST: usize = 12;

impl Marking<'_> {
    /// The same below the ground: `B1F`, whose letter is no 8 of a number before it.
    pub(super) fn basement(&self, at: usize) -> Option<usize> {
        let own = &self.text[self.digits.groups[at].range.clone()];
        let named = own.starts_with(BELOW);
        named.then(|| self.storey(at)).flatten()
    }

    pub(super) fn storey(&self, at: usize) -> Option<usize> {
        let group = &self.digits.groups[at];
        let own = &self.text[group.range.clone()];
        let below = own.strip_prefix(BELOW);
        let digits = below.unwrap_or(own).chars().count();
        let apart = self.stands_apart(at) && !self.gap(at).is_empty() || at == 0;
        if group.plus || !apart || !(1..=MAX_ROOM).contains(&digits) {
            return None;
        }
        let behind = &self.text[group.range.end..];
        // Nearly always other digits, whose text nobody has to fold.
        let begins = behind.trim_start_matches(BLANKS).chars().next();
        if !begins.is_some_and(|c| c.is_alphabetic() || c == '.' || c == '/') {
            return None;
        }
        let behind = Self::folded(behind);
        let floor = digits <= MAX_FLOOR && is_floor(&behind);
        let room = below.is_none() && ROOMS.iter().any(|room| behind.starts_with(room));
        (floor || room).then_some(1)
    }

    /// The beginning of a text in lower case, of the width of ASCII.
    fn folded(text: &str) -> String {
        let text = text.trim_start_matches(BLANKS);
        text.chars()
            .take(LONGEST)
            .map(half_width)
            .collect::<String>()
            .to_lowercase()
    }
}

fn is_floor(behind: &str) -> bool {
    let ordinal = ENDINGS.iter().find_map(|end| behind.strip_prefix(end));
    let rest = ordinal.map_or(behind, str::trim_start);
    FLOORS.iter().any(|floor| {
        let after = rest.strip_prefix(floor);
        after.is_some_and(|after| {
            let word = floor.ends_with(|c: char| c.is_ascii_alphabetic());
            !(word && after.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    })
}
