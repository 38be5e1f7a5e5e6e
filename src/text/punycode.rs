//! Punycode (RFC 3492): how a label of a host name carries letters beyond ASCII, behind `xn--`.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 0x80;

/// The most characters that are decoded: a label has at most 63 bytes.
const MAX_LENGTH: usize = 63;

/// The text that a label stands for, without its `xn--`. `None` if it stands for none.
pub fn decode(label: &str) -> Option<String> {
    if label.len() > MAX_LENGTH {
        return None;
    }
    let (basic, extended) = label.rsplit_once('-').unwrap_or(("", label));
    if !basic.is_ascii() {
        return None;
    }
    let mut decoded: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (INITIAL_N, 0_u32, INITIAL_BIAS);
    let mut digits = extended.bytes().peekable();
    while digits.peek().is_some() {
        let start = i;
        i = i.checked_add(delta(&mut digits, bias)?)?;
        let length = u32::try_from(decoded.len()).ok()? + 1;
        bias = adapt(i - start, length, start == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        decoded.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
    }
    Some(decoded.into_iter().collect())
}

/// Reads one number of variable length.
fn delta(digits: &mut impl Iterator<Item = u8>, bias: u32) -> Option<u32> {
    let (mut delta, mut weight) = (0_u32, 1_u32);
    for k in (BASE..).step_by(BASE as usize) {
        let digit = value(digits.next()?)?;
        delta = delta.checked_add(digit.checked_mul(weight)?)?;
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if digit < threshold {
            return Some(delta);
        }
        weight = weight.checked_mul(BASE - threshold)?;
    }
    None
}

const fn value(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as u32),
        b'A'..=b'Z' => Some((byte - b'A') as u32),
        b'0'..=b'9' => Some((byte - b'0') as u32 + 26),
        _ => None,
    }
}

/// The bias for the next number, section 6.1 of the RFC.
const fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::decode;

    #[test]
    fn labels_are_decoded() {
        for (label, expected) in [
            ("ntflix-3of", Some("nеtflix")),
            ("netflx-tvf", Some("netflіx")),
            ("bcher-kva", Some("bücher")),
            ("pckua2aay2a2dyj", Some("ネットフリックス")),
            ("80ak6aa92e", Some("аррӏе")),
            ("netflix-", Some("netflix")),
            ("", Some("")),
            ("ntflix-3o!", None),
            ("99999999", None),
            ("é-3of", None),
        ] {
            assert_eq!(decode(label).as_deref(), expected, "{label}");
        }
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(label in "[a-zA-Z0-9é-]{0,70}") {
            decode(&label);
        }
    }
}
