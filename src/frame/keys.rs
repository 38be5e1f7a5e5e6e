//! The keys as the reader is told of them: plain data, handed in by whoever knows the keyboard.

use crate::language::Language;

/// The key that searches for what is suggested. No input method takes it for itself.
pub const ACCEPT: &str = "F3";

/// The key that puts two languages side by side.
pub const BESIDE: &str = "F8";

/// The keys that go from one place that was found to another.
pub const FOUND: &str = "n N";

/// Where a key means what the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    Searching,
    Reading,
    /// While the text to find in a page is typed.
    Finding,
    /// While any text is typed, to search for or to find.
    Typing,
}

/// How a key, or keys that belong together, are explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyHelp {
    pub scope: Scope,
    /// The names of the keys, for people.
    pub keys: &'static str,
    pub ja: &'static str,
    pub en: &'static str,
    /// Short forms (Japanese, English) for the hints at the foot of the screen, where it is one of those.
    pub hint: Option<(&'static str, &'static str)>,
}

impl KeyHelp {
    pub const fn text(&self, reader: Language) -> &'static str {
        match reader {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }

    pub fn hint(&self, reader: Language) -> Option<&'static str> {
        self.hint.map(|(ja, en)| match reader {
            Language::Ja => ja,
            Language::En => en,
        })
    }
}
