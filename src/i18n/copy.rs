//! The words of the page on which one chooses what to copy.

use crate::language::Language;

#[derive(Debug)]
pub struct CopyTexts {
    pub title: &'static str,
    /// What a number does, and what to do where it does nothing.
    pub how: &'static str,
    pub address: &'static str,
    pub text: &'static str,
    pub id: &'static str,
    pub command: &'static str,
    pub by_hand: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static CopyTexts;
    /// This was sent to the terminal.
    fn copied(&self, what: &str) -> String;
    /// The text of a section, by its title.
    fn text_of(&self, title: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static CopyTexts {
    words(lang).texts()
}

/// Says what was sent to the terminal, and what to do where that does nothing.
pub fn copied(what: &str, lang: Language) -> String {
    words(lang).copied(what)
}

/// What the text of a section is called, by its title.
pub fn text_of(title: &str, lang: Language) -> String {
    words(lang).text_of(title)
}
