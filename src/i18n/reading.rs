//! The texts of finding one's way in what is read.

use super::names::language_name;
use crate::frame::layout::TWO_PAGES;
use crate::language::{Language, pair};

/// What a language says of it. Languages come in its own words.
pub trait Words {
    fn find(&self, full: bool) -> &'static str;
    fn not_found(&self) -> &'static str;
    fn quoted(&self, text: &str) -> String;
    fn contents(&self) -> &'static str;
    fn you_are_here(&self) -> &'static str;
    fn no_contents(&self) -> &'static str;
    fn see_also(&self) -> &'static str;
    /// A title of a page in this language, which calls itself so.
    fn in_language(&self, own_name: &str, title: &str) -> String;
    /// These two cannot be read side by side.
    fn too_narrow(&self, one: &str, other: &str) -> String;
    fn one_language(&self) -> &'static str;
}

fn words(reader: Language) -> &'static dyn Words {
    super::of(reader)
}

/// Before the text to find in a page, in full or short.
pub fn find(full: bool, reader: Language) -> &'static str {
    words(reader).find(full)
}

/// Which of the places that were found is shown, from 0, and how many there are: `3/12`.
pub fn found(at: Option<usize>, total: usize, reader: Language) -> String {
    match at {
        Some(at) if total > 0 => format!("{}/{total}", at + 1),
        _ => words(reader).not_found().to_owned(),
    }
}

/// A text that was found, in quotation marks.
pub fn quoted(text: &str, reader: Language) -> String {
    words(reader).quoted(text)
}

/// Above an article's table of contents.
pub fn contents(reader: Language) -> &'static str {
    words(reader).contents()
}

/// Behind the section from which the table of contents was opened.
pub fn you_are_here(reader: Language) -> &'static str {
    words(reader).you_are_here()
}

/// Only articles have a table of contents.
pub fn no_contents(reader: Language) -> &'static str {
    words(reader).no_contents()
}

/// Above links to what is related to an article.
pub fn see_also(reader: Language) -> &'static str {
    words(reader).see_also()
}

/// A title with the language that the page below it is in, as that language calls itself.
pub fn in_language(language: Language, title: &str) -> String {
    words(language).in_language(&language.own_name(), title)
}

/// What it takes to read two languages side by side, of those of a guide.
pub fn too_narrow(languages: &[Language], reader: Language) -> String {
    let [one, other] = pair(languages, reader).unwrap_or([reader; 2]);
    let [one, other] = [one, other].map(|language| language_name(language, reader));
    words(reader).too_narrow(&one, &other)
}

/// There is nothing to put beside.
pub fn one_language(reader: Language) -> &'static str {
    words(reader).one_language()
}

const _: () = assert!(TWO_PAGES == 120, "`too_narrow` says the number");
