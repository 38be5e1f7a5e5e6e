//! Numbers that somebody gives out, and keeps a list of: of accounts and of papers.

use std::ops::RangeInclusive;

use super::{MAX_GROUPS, Marking};

/// So many signs an IBAN has.
const MIN_IBAN: usize = 15;
const MAX_IBAN: usize = 34;
/// So many digits has the number of who gives out those of papers.
const REGISTRANT: RangeInclusive<usize> = 4..=9;

impl Marking<'_> {
    /// `DE89 3704 0044 0532 0130 00`, `NL91 ABNA 0417 1643 00`: a country, and what has the right sum (ISO 13616).
    pub(super) fn iban(&self, at: usize) -> Option<usize> {
        let before = self.before(at).as_bytes();
        let [rest @ .., a, b] = before else {
            return None;
        };
        let country = a.is_ascii_uppercase() && b.is_ascii_uppercase();
        if !country || rest.last().is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let start = rest.len();
        let text = self.text[start..].char_indices();
        let mut signs: Vec<u8> = Vec::with_capacity(MAX_IBAN);
        let mut end = None;
        for (place, c) in text {
            match u8::try_from(c) {
                Ok(b' ') => {}
                Ok(sign) if c.is_ascii_uppercase() || c.is_ascii_digit() => {
                    signs.push(sign);
                    let next = self.text[start + place + 1..].chars().next();
                    let whole = next.is_none_or(|next| !next.is_ascii_alphanumeric());
                    if signs.len() >= MIN_IBAN && whole && has_iban_sum(&signs) {
                        end = Some(start + place + 1);
                    }
                }
                _ => break,
            }
            if signs.len() == MAX_IBAN {
                break;
            }
        }
        let end = end?;
        let groups = self.digits.groups[at..].iter();
        Some(
            groups
                .take_while(|group| group.range.end <= end)
                .count()
                .max(1),
        )
    }

    /// `10.1038/0257.9080836`: what is registered so (ISO 26324).
    pub(super) fn doi(&self, at: usize) -> Option<usize> {
        let registered = self.digits(at) == "10"
            && self.gap(at + 1) == "."
            && REGISTRANT.contains(&self.len(at + 1))
            && self.gap(at + 2).starts_with('/');
        let joined = |&at: &usize| !self.gap(at).contains(char::is_whitespace);
        let more = self.after(at).take(MAX_GROUPS).take_while(joined).count();
        (registered && self.stands_apart(at)).then_some(more + 1)
    }
}

/// The sum of ISO 7064 over the signs of an IBAN, of which the first four come last and letters count from ten on.
fn has_iban_sum(signs: &[u8]) -> bool {
    let (first, rest) = signs.split_at(4);
    let rest = rest
        .iter()
        .chain(first)
        .fold(0_u32, |rest, &sign| match sign {
            b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
            _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
        });
    rest == 1
}
