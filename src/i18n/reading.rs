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

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// Before the text to find in a page, in full or short.
pub fn find(full: bool, lang: Language) -> &'static str {
    words(lang).find(full)
}

/// Which of the places that were found is shown, from 0, and how many there are: `3/12`.
pub fn found(at: Option<usize>, total: usize, lang: Language) -> String {
    match at {
        Some(at) if total > 0 => format!("{}/{total}", at + 1),
        _ => words(lang).not_found().to_owned(),
    }
}

/// A text that was found, in quotation marks.
pub fn quoted(text: &str, lang: Language) -> String {
    words(lang).quoted(text)
}

/// Above an article's table of contents.
pub fn contents(lang: Language) -> &'static str {
    words(lang).contents()
}

/// Behind the section from which the table of contents was opened.
pub fn you_are_here(lang: Language) -> &'static str {
    words(lang).you_are_here()
}

/// Only articles have a table of contents.
pub fn no_contents(lang: Language) -> &'static str {
    words(lang).no_contents()
}

/// Above links to what is related to an article.
pub fn see_also(lang: Language) -> &'static str {
    words(lang).see_also()
}

/// A title with the language that the page below it is in, as that language calls itself.
pub fn in_language(language: Language, title: &str) -> String {
    words(language).in_language(&language.own_name(), title)
}

/// What it takes to read two languages side by side, of those of a guide.
pub fn too_narrow(languages: &[Language], lang: Language) -> String {
    let [one, other] = pair(languages, lang).unwrap_or([lang; 2]);
    let [one, other] = [one, other].map(|language| language_name(language, lang));
    words(lang).too_narrow(&one, &other)
}

/// There is nothing to put beside.
pub fn one_language(lang: Language) -> &'static str {
    words(lang).one_language()
}

const _: () = assert!(TWO_PAGES == 120, "`too_narrow` says the number");
