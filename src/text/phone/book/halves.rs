//! The halves of numbers, and quick looks at whether digits are one.

use std::collections::HashMap;

/// Numbers by their first and their last half: whoever is one digit away from a number has one of them whole, or has two
/// digits swapped in the middle.
#[derive(Debug, Clone, Default)]
pub(super) struct Halves {
    /// The lengths of all numbers.
    pub lengths: Vec<usize>,
    /// The forms of which each is a half.
    places: HashMap<Half, Vec<usize>>,
    /// A bit for each that is there, as a quick look: hardly any digits of a text are half of an official number.
    bits: Vec<u64>,
    /// The same for everything that [`Self::hints_in`] looks for, by its length.
    hints: Vec<u64>,
    hint_lengths: Vec<usize>,
}

/// The length of the number, whether it is the last half of it, and the digits.
pub(super) type Half = (usize, bool, u64);

impl Halves {
    pub fn add(&mut self, number: &str, place: usize) {
        if !self.lengths.contains(&number.len()) {
            self.lengths.push(number.len());
        }
        let (first, last) = number.split_at(number.len() / 2);
        for (is_last, half) in [(false, first), (true, last)] {
            let half = (number.len(), is_last, key(half));
            self.places.entry(half).or_default().push(place);
            set(&mut self.bits, bit(half));
        }
        // Two digits may be swapped in the middle.
        let across = first
            .get(..first.len() - 1)
            .zip(last.get(..1))
            .map(|(before, behind)| before.to_owned() + behind);
        for hint in [first, last, across.as_deref().unwrap_or(first)] {
            let hint = hint.trim_start_matches('+');
            self.hint(hint);
            self.hint(hint.strip_prefix('0').unwrap_or(hint));
        }
    }

    fn hint(&mut self, half: &str) {
        if !self.hint_lengths.contains(&half.len()) {
            self.hint_lengths.push(half.len());
        }
        set(&mut self.hints, bit((half.len(), true, key(half))));
    }

    /// Where in digits something begins that is looked for.
    pub fn hints_in(&self, digits: &str) -> Vec<usize> {
        let hints = |&at: &usize| {
            self.hint_lengths.iter().any(|&length| {
                let half = digits.get(at..at + length).map(key);
                half.is_some_and(|half| is_set(&self.hints, bit((length, true, half))))
            })
        };
        if self.hints.is_empty() {
            Vec::new()
        } else {
            (0..digits.len()).filter(hints).collect()
        }
    }

    pub fn get(&self, half: Half) -> &[usize] {
        let may_be = is_set(&self.bits, bit(half));
        may_be
            .then(|| self.places.get(&half))
            .flatten()
            .map_or(&[], Vec::as_slice)
    }
}

/// Sets one of 65,536 bits.
fn set(bits: &mut Vec<u64>, bit: usize) {
    bits.resize(1 << (16 - 6), 0);
    bits[bit / 64] |= 1 << (bit % 64);
}

fn is_set(bits: &[u64], bit: usize) -> bool {
    bits.get(bit / 64)
        .is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
}

/// At most sixteen digits as one value, four bits each.
pub(super) fn key(digits: &str) -> u64 {
    digits
        .bytes()
        .fold(0, |key, digit| key << 4 | u64::from(digit & 0xF))
}

/// Which of 65,536 bits stands for a half.
const fn bit((length, is_last, key): Half) -> usize {
    let mixed =
        (key ^ (length as u64) << 56 ^ (is_last as u64) << 63).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 48) as usize
}
