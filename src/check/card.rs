//! Numbers of payment cards.

use crate::text::phone::{Group, joined};

/// How many of these groups, from the first on, are a card number: digits in groups as cards show them, or all in one.
pub(super) fn groups(groups: &[Group]) -> Option<usize> {
    let shapes: [&[usize]; 5] = [
        &[4, 4, 4, 4, 3],
        &[4, 4, 4, 4],
        &[4, 6, 5],
        &[4, 6, 4],
        &[8, 8],
    ];
    let found = shapes.into_iter().find(|shape| {
        let lengths = groups.iter().map(|group| group.digits.len());
        groups.len() >= shape.len()
            && lengths.take(shape.len()).eq(shape.iter().copied())
            && is_card(&joined(&groups[..shape.len()]))
    });
    let first = groups.first()?;
    found
        .map(<[usize]>::len)
        .or_else(|| is_card(&first.digits).then_some(1))
        .filter(|_| !first.plus)
}

/// Whether digits are as many as those of a card, begin as one does and have its check digit.
fn is_card(digits: &str) -> bool {
    let issued = match digits.as_bytes() {
        // Mastercard's second range, 2221–2720.
        [b'2', rest @ ..] => {
            digits.len() == 16 && (&b"221"[..]..=&b"720"[..]).contains(&&rest[..3])
        }
        [b'3'..=b'6', ..] => true,
        _ => false,
    };
    issued && (13..=19).contains(&digits.len()) && luhn(digits)
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
