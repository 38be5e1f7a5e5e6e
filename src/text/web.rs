//! Web addresses as a terminal may be given them.

use std::fmt::Write;

/// The longest address that terminals take (VTE's limit; browsers agree).
const LONGEST: usize = 2083;

/// An address that begins with `https://`, in printable ASCII: whatever else there is becomes `%` and its bytes in hex, as
/// RFC 3987 has it. `None` where it is no such address, has control characters, or is too long.
pub fn clean_address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://")?;
    if rest.is_empty() || rest.chars().any(char::is_control) {
        return None;
    }
    let mut address = String::from("https://");
    for byte in rest.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // A string takes everything.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    (address.len() <= LONGEST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(clean_address(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn only_https_and_printable_ascii_is_left() {
        check(
            "https://example.com/a?b=c&d#e",
            Some("https://example.com/a?b=c&d#e"),
        );
        check(
            "https://example.com/解約",
            Some("https://example.com/%E8%A7%A3%E7%B4%84"),
        );
        check(
            "https://example.com/%E8%A7%A3",
            Some("https://example.com/%E8%A7%A3"),
        );
        check(
            "https://a.example/\"<x>",
            Some("https://a.example/%22%3Cx%3E"),
        );
        check(
            "https://a.example/\u{202e}x",
            Some("https://a.example/%E2%80%AEx"),
        );
        check("https://", None);
        check("http://example.com", None);
        check("tel:0120996012", None);
        check("javascript:alert(1)", None);
        check("https://a.example/\u{1b}]8;;\u{7}", None);
        check("https://a.example/\u{9c}", None);
        check(&format!("https://a.example/{}", "x".repeat(3000)), None);
    }
}
