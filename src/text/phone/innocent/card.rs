//! Numbers of payment cards.

use super::Marking;
use super::goods::is_gtin;
use crate::text::phone::groups::{Group, Joint};

/// The groups in which cards show their numbers, or nearly so.
const SHAPES: [&[usize]; 5] = [
    &[4, 4, 4, 4, 3],
    &[4, 4, 4, 4],
    &[4, 6, 5],
    &[4, 6, 4],
    &[8, 8],
];

/// Words before numbers that have the check digit of cards, as those of devices, or may have it.
const OTHERS: [&str; 3] = ["imei", "iccid", "法人番号"];

impl Marking<'_> {
    /// How many groups, from this one on, are a card number: digits in groups as cards show them, or all in one.
    pub(super) fn card(&self, at: usize) -> Option<usize> {
        let is_shaped = |shape: &&&[usize]| {
            let groups = self
                .digits
                .groups
                .get(at..at + shape.len())
                .unwrap_or_default();
            let joined = groups
                .iter()
                .skip(1)
                .all(|group| group.joint == Joint::Tight);
            let lengths = groups.iter().map(Group::len);
            // Nobody writes both in a card: `10.3207/695158.2008` is a paper.
            let signs = |sign: &str| (at + 1..at + shape.len()).any(|at| self.gap(at) == sign);
            let mixed = signs("/") && signs(".");
            joined
                && !mixed
                && lengths.eq(shape.iter().copied())
                && is_card(self.digits.of(at..at + shape.len()))
        };
        let found = SHAPES.iter().find(is_shaped).map(|shape| shape.len());
        let found = found.or_else(|| is_card(self.digits(at)).then_some(1));
        // `T` and thirteen digits stand on invoices in Japan, and cards of so many are hardly left.
        let letter = |c: char| c.is_ascii_alphabetic();
        let glued = self.len(at) == 13 && self.before(at).ends_with(letter);
        let named = || self.named(at, &OTHERS);
        // `672834180938720008adb671` goes on.
        let whole = |length: usize| !self.following(at + length - 1).starts_with(letter);
        let alone = !self.digits.groups[at].plus && !glued;
        found.filter(|&length| alone && whole(length) && !named())
    }
}

/// Whether digits are as many as those of a card, begin as one does and have its check digit.
fn is_card(digits: &str) -> bool {
    let issued = match digits.as_bytes() {
        // Mastercard's second range, 2221–2720.
        [b'2', rest @ ..] => {
            digits.len() == 16 && (&b"221"[..]..=&b"720"[..]).contains(&&rest[..3])
        }
        // Only one network ever issued cards of 13 digits.
        [b'3' | b'5' | b'6', ..] => digits.len() > 13,
        [b'4', ..] => true,
        _ => false,
    };
    // Goods from Japan have the numbers 45… and 49…, and cards of 13 digits are hardly left.
    let goods = digits.len() == 13 && (digits.starts_with("45") || digits.starts_with("49"));
    let goods = goods && is_gtin(digits);
    issued && !goods && (13..=19).contains(&digits.len()) && luhn(digits)
}

/// The check of ISO/IEC 7812-1: every second digit from the right counts twice.
fn luhn(digits: &str) -> bool {
    let values = digits.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = values
        .enumerate()
        .map(|(place, value)| match place % 2 {
            0 => value,
            _ if value < 5 => 2 * value,
            _ => 2 * value - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::is_card;

    #[test]
    fn cards() {
        for card in [
            "4111111111111111",
            "5555555555554444",
            "378282246310005",
            "3530111333300000",
            "2223003122003222",
            "30569309025904",
        ] {
            assert!(is_card(card), "{card}");
        }
        for other in [
            "4111111111111112",
            "0120996012",
            "1111111111111117",
            "2026112320480",
            "",
        ] {
            assert!(!is_card(other), "{other}");
        }
    }
}
