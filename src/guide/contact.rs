//! Ways to a desk.

use unicode_normalization::UnicodeNormalization;

use serde::{Deserialize, Serialize};

use crate::language::{Language, Localized};

/// A way to a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub kind: ContactKind,
    pub value: Localized<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactKind {
    Phone,
    App,
    Web,
    /// Words that say where to look.
    Place,
}

impl ContactKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::App => "app",
            Self::Web => "web",
            Self::Place => "place",
        }
    }
}

impl Contact {
    /// Whether it is a telephone number.
    pub const fn is_phone(&self) -> bool {
        matches!(self.kind, ContactKind::Phone)
    }

    /// What a reader's telephone opens: a `tel:` address, or the address of a site. `None` where there are only words.
    ///
    /// A number stays as it is dialled in Japan, where the guide's readers call from: toll-free numbers have no form
    /// for calls from abroad.
    pub fn uri(&self, lang: Language) -> Option<String> {
        let value = self.value.text(lang).trim();
        match self.kind {
            ContactKind::Phone => tel(value),
            ContactKind::Web => is_address(value).then(|| value.to_owned()),
            ContactKind::App | ContactKind::Place => None,
        }
    }
}

/// A number as a `tel:` address (RFC 3966): what is dialled, without what is there for the eye. A zero that is only
/// dialled at home, as in `+81 (0)3`, goes too.
fn tel(number: &str) -> Option<String> {
    let folded: String = number.nfkc().collect();
    let dialled = if folded.starts_with('+') {
        folded.replace("(0)", "")
    } else {
        folded
    };
    let dialled: String = dialled
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '#' | '*'))
        .collect();
    let dialled = dialled.replace('#', "%23");
    (!dialled.is_empty()).then(|| format!("tel:{dialled}"))
}

/// Whether a text is an address and nothing else.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    is_web && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: ContactKind, value: &str, expected: Option<&str>) {
        let value = Localized::new([(Language::JA, value.to_owned())]).expect("one language");
        let contact = Contact { kind, value };
        assert_eq!(contact.uri(Language::EN).as_deref(), expected);
    }

    #[test]
    fn numbers_are_what_is_dialled() {
        let phone = |value, expected| check(ContactKind::Phone, value, expected);
        phone("0120-996-012", Some("tel:0120996012"));
        phone("０１２０（９９６）０１２", Some("tel:0120996012"));
        phone("+81 (0)3-1234-5678", Some("tel:+81312345678"));
        phone("(03) 1234 5678", Some("tel:0312345678"));
        phone("#7119", Some("tel:%237119"));
        phone("", None);
    }

    #[test]
    fn words_have_no_address() {
        let web = |value, expected| check(ContactKind::Web, value, expected);
        web(
            "https://example.org/help?a=1",
            Some("https://example.org/help?a=1"),
        );
        web("公式サイトの「ヘルプ」", None);
        web("https://example.org の「ヘルプ」", None);
        check(ContactKind::App, "https://example.org", None);
        check(ContactKind::Place, "0120-996-012", None);
    }
}
