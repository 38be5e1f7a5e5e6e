//! The words of the menu: what there is to do is called the same here, in the topics, in titles and at the foot of the
//! screen.

use crate::language::Language;

/// Something that the menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Checklist,
    Copy,
    Find,
    Contents,
    SideBySide,
    Advice,
    Desks,
    Check,
    Back,
    Forward,
    Earlier,
    /// Ends the visit at a public terminal.
    Start,
    /// The next language: it is called by its own name.
    Language,
    MouseOff,
    MouseOn,
    HowTo,
    Details,
    Quit,
}

/// What belongs together in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    ThisPage,
    GetHelp,
    Move,
    Screen,
}

#[derive(Debug)]
pub struct MenuTexts {
    pub title: &'static str,
    /// In its line, while nothing is typed there.
    pub filter: &'static str,
    /// What there is to copy, in short.
    pub to_copy: &'static str,
    pub to_results: &'static str,
    pub to_topics: &'static str,
    pub to_page_before: &'static str,
    /// Why something cannot be done now.
    pub none: &'static str,
    pub in_articles: &'static str,
    pub nothing_ahead: &'static str,
    pub nothing_earlier: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static MenuTexts;
    fn item(&self, item: Item) -> &'static str;
    /// How that is read, in hiragana; empty where a language is written as it is typed.
    fn reading(&self, item: Item) -> &'static str;
    fn group(&self, group: Group) -> &'static str;
    /// How it is closed, by these keys.
    fn closes(&self, keys: &[&str]) -> String;
    /// Which section is read, of so many.
    fn section(&self, number: usize, of: usize) -> String;
    /// From how many columns on something can be done.
    fn needs_columns(&self, columns: u16) -> String;
    /// Nothing is called so; Enter searches for it.
    fn no_match(&self, typed: &str) -> String;
}

/// The words for a reader.
pub fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The fixed texts for a reader.
pub fn texts(lang: Language) -> &'static MenuTexts {
    words(lang).texts()
}
