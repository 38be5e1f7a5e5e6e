//! Texts for the clipboard of whoever sits before the terminal, as xterm's control sequence OSC 52 sends them: also over a
//! connection, where no program of this machine has a clipboard to put them on.

use super::abilities::Osc52;

/// GNU Screen takes no longer control string than this, in bytes, in its older versions.
const SCREEN_STRING: usize = 240;

/// What puts a text on the clipboard.
pub fn sequence(text: &str, how: Osc52) -> Vec<u8> {
    let inner = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    match how {
        Osc52::Plain => inner.into_bytes(),
        Osc52::Screen => inner
            .as_bytes()
            .chunks(SCREEN_STRING)
            .flat_map(|part| [b"\x1bP", part, b"\x1b\\"].concat())
            .collect(),
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let three = [0, 1, 2].map(|at| u32::from(group.get(at).copied().unwrap_or(0)));
        let bits = three[0] << 16 | three[1] << 8 | three[2];
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            text.push(if digit <= group.len() {
                char::from(DIGITS[value as usize])
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("解約", "6Kej57SE"),
        ];
        for (text, expected) in vectors {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn a_text_is_one_sequence_or_several_strings_for_screen() {
        assert_eq!(sequence("foo", Osc52::Plain), b"\x1b]52;c;Zm9v\x07");
        assert_eq!(
            sequence("foo", Osc52::Screen),
            b"\x1bP\x1b]52;c;Zm9v\x07\x1b\\"
        );
        let long = "電話".repeat(500);
        let sent = String::from_utf8(sequence(&long, Osc52::Screen)).expect("ASCII");
        let strings: Vec<&str> = sent
            .split_inclusive("\x1b\\")
            .map(|string| {
                let inner = string.strip_prefix("\x1bP").expect("a control string");
                inner.strip_suffix("\x1b\\").expect("which ends")
            })
            .collect();
        assert!(strings.len() > 1 && strings.iter().all(|string| string.len() <= SCREEN_STRING));
        assert_eq!(strings.concat().into_bytes(), sequence(&long, Osc52::Plain));
    }
}
