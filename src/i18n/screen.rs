//! The texts of the screen.

use super::names::language_name;
use crate::guide::markdown::AlertKind;
use crate::guide::{Guide, Part};
use crate::language::{Language, Localized};
use crate::search::Hit;
use crate::text::width::width;

/// The fixed texts of the screen in one language.
#[derive(Debug)]
pub struct ScreenTexts {
    /// In the empty search field.
    pub placeholder: &'static str,
    /// The same in a guide without desks: whoever reads a manual need not be in trouble.
    pub placeholder_of_manual: &'static str,
    /// Before questions to try.
    pub try_it: &'static str,
    /// Above the picture of the desks' hours.
    pub hours: &'static str,
    pub topics: &'static str,
    pub desks: &'static str,
    /// Below [`ScreenTexts::desks`] in the list of topics.
    pub desks_summary: &'static str,
    /// The questions that lead to a desk.
    pub advice: &'static str,
    /// Below [`ScreenTexts::advice`] in the list of topics.
    pub advice_summary: &'static str,
    pub loading: &'static str,
    pub searching: &'static str,
    pub nothing_found: &'static str,
    /// What to try when nothing was found and nothing can be suggested.
    pub nothing_found_hint: &'static str,
    /// Where nothing was found: above those who can be asked, above topics, before earlier queries.
    pub ask: &'static str,
    pub covered: &'static str,
    pub earlier: &'static str,
    /// Above sections that are no answer, but nearest to the query.
    pub nearest: &'static str,
    pub too_small: &'static str,
    pub quit_again: &'static str,
    /// Escape leads no farther.
    pub how_to_quit: &'static str,
    /// No link is chosen.
    pub no_link: &'static str,
    pub broken_link: &'static str,
    pub help: &'static str,
    pub keys_everywhere: &'static str,
    pub keys_searching: &'static str,
    pub keys_reading: &'static str,
    /// While a text to find is typed.
    pub keys_finding: &'static str,
    /// While the menu is open.
    pub keys_choosing: &'static str,
    /// While any text is typed.
    pub keys_typing: &'static str,
    pub about: &'static str,
    /// The guide says of itself that it is none of those whom it is about, and has their numbers.
    pub unofficial: &'static str,
    /// The same of a guide without numbers.
    pub unofficial_alone: &'static str,
    /// Before the date of the guide's facts.
    pub as_of: &'static str,
    pub official_numbers: &'static str,
}

/// What keys mean now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Search,
    Read,
    Ask,
    Check,
    Menu,
    Find,
}

impl Mode {
    const ALL: [Self; 6] = [
        Self::Search,
        Self::Read,
        Self::Ask,
        Self::Check,
        Self::Menu,
        Self::Find,
    ];
}

/// What a language says. Languages come in the reader's words.
pub trait Words {
    fn texts(&self) -> &'static ScreenTexts;
    fn mode(&self, mode: Mode) -> &'static str;
    fn alert(&self, kind: AlertKind) -> &'static str;
    /// An earlier query was called back: the last one is 1.
    fn earlier(&self, number: usize, of: usize) -> String;
    /// Nothing was found for what was typed.
    fn nothing_found_for(&self, typed: &str) -> String;
    /// The letter that people press to leave was pressed once.
    fn quit_by_letter(&self, key: &str) -> String;
    /// The variable `TZ` is something else than a zone; times are those of this one.
    fn no_such_zone(&self, value: &str, zone: &str) -> String;
    /// So many entries of a list are below the last one that is seen.
    fn more_entries(&self, count: usize) -> String;
    /// What stands for a picture is called.
    fn image(&self) -> &'static str;
    /// Behind a text that there is in no other language.
    fn only_in(&self, language: &str) -> String;
    /// Behind a text that there is in several, and not in the reader's.
    fn shown_in(&self, language: &str) -> String;
    /// Behind a text that was found in this language, and there is in the reader's.
    fn found_in(&self, language: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static ScreenTexts {
    words(lang).texts()
}

/// What keys mean now, in a word, and the columns of the widest such word.
pub fn mode(mode: Mode, lang: Language) -> (&'static str, usize) {
    let widest = Mode::ALL
        .into_iter()
        .map(|mode| width(words(lang).mode(mode)));
    (words(lang).mode(mode), widest.max().unwrap_or(0))
}

/// In the empty search field.
pub fn placeholder(guide: Option<&Guide>, lang: Language) -> &'static str {
    let texts = texts(lang);
    match guide {
        Some(guide) if !guide.has(Part::Desks) => texts.placeholder_of_manual,
        _ => texts.placeholder,
    }
}

/// What a guide says of itself if it is unofficial, and what to do about that.
pub fn unofficial(guide: &Guide, lang: Language) -> Option<&'static str> {
    let texts = texts(lang);
    let has_numbers = guide.has(Part::Desks) || guide.has(Part::Checks);
    guide.is_unofficial().then_some(if has_numbers {
        texts.unofficial
    } else {
        texts.unofficial_alone
    })
}

/// What else a guide says of itself, a line for each: of when it is, and its numbers.
pub fn facts(guide: &Guide, lang: Language) -> Vec<String> {
    let texts = texts(lang);
    let as_of = guide.as_of.map(|day| format!("{}: {day}", texts.as_of));
    let numbers = guide.official_numbers.join(", ");
    let numbers = (!numbers.is_empty()).then(|| format!("{}: {numbers}", texts.official_numbers));
    as_of.into_iter().chain(numbers).collect()
}

/// Says which of the earlier queries was called back: the last one is 1.
pub fn earlier(number: usize, of: usize, lang: Language) -> String {
    words(lang).earlier(number, of)
}

/// Says that nothing was found for what was typed.
pub fn nothing_found_for(typed: &str, lang: Language) -> String {
    words(lang).nothing_found_for(typed)
}

/// Says that a key quits when it is pressed again.
pub fn quit_by_letter(key: &str, lang: Language) -> String {
    words(lang).quit_by_letter(key)
}

/// Says that the variable `TZ` names no zone, and whose times the reader's are instead.
pub fn no_such_zone(value: &str, zone: &str, lang: Language) -> String {
    words(lang).no_such_zone(value, zone)
}

/// Says that so many entries of a list are below the last one that is seen.
pub fn more_entries(count: usize, lang: Language) -> String {
    words(lang).more_entries(count)
}

/// The label of a kind of alert.
pub fn alert(lang: Language, kind: AlertKind) -> &'static str {
    words(lang).alert(kind)
}

/// What stands before the words of a picture, and a colon.
pub fn image(lang: Language) -> &'static str {
    words(lang).image()
}

/// Says so where a text is not in the reader's language, but in another in which there is one: `（英語のみ）`, ` (in Japanese
/// only)`.
pub fn shown_in<T>(lang: Language, shown: Language, texts: &Localized<T>) -> String {
    if shown.is_kin_of(lang) {
        return String::new();
    }
    let name = language_name(shown, lang);
    if texts.iter().count() == 1 {
        words(lang).only_in(&name)
    } else {
        words(lang).shown_in(&name)
    }
}

/// Says so where a hit is not in the reader's language: because there is no such text, or because it matched better.
pub fn hit_language(guide: &Guide, hit: &Hit, lang: Language) -> String {
    let texts = &guide.section(hit.section).texts;
    if texts.exact(lang).is_some() && !hit.language().is_kin_of(lang) {
        words(lang).found_in(&language_name(hit.language(), lang))
    } else {
        shown_in(lang, hit.language(), texts)
    }
}
