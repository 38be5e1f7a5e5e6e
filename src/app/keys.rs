//! The keys as the reader is told of them: plain data, handed in by whoever knows the keyboard.

use std::borrow::Cow;

use crate::i18n::keys::{self, Deed, Hint, Says};
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
    pub deed: Says<Deed>,
    /// What is said of it at the foot of the screen, where it is one of those.
    pub hint: Option<Says<Hint>>,
}

impl KeyHelp {
    /// What the keys do, in a guide of these languages; `None` where that is nothing.
    pub fn text(&self, languages: &[Language], reader: Language) -> Option<Cow<'static, str>> {
        keys::explain(self.deed, languages, reader)
    }

    /// The same in short.
    pub fn hint(&self, languages: &[Language], reader: Language) -> Option<Cow<'static, str>> {
        keys::hint(self.hint?, languages, reader)
    }
}
