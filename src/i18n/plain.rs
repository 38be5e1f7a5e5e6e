//! The texts of the line dialogue. Short: whoever hears them hears all of them.

use std::borrow::Cow;

use chrono::DateTime;
use chrono_tz::Tz;

use super::names::language_name;
use super::{desk, details, keys, summary, time};
use crate::language::Language;
use crate::text::segment::Class;

/// The fixed texts of the dialogue in one language.
#[derive(Debug)]
pub struct PlainTexts {
    /// What to do, at the beginning.
    pub how: &'static str,
    /// The same in a guide without desks.
    pub how_without_desks: &'static str,
    /// The same in short, when an empty line came.
    pub hint: &'static str,
    /// Said first where nobody asked for the dialogue.
    pub chosen_for_you: &'static str,
    pub commands: &'static str,
    pub numbers: &'static str,
    /// Behind the list of commands.
    pub more: &'static str,
    /// Behind that, where the guide has something that numbers and addresses can be compared with.
    pub more_of_checks: &'static str,
    pub at_the_beginning: &'static str,
    pub nothing_ahead: &'static str,
    pub no_more_entries: &'static str,
    pub no_section: &'static str,
    pub nothing_suggested: &'static str,
    pub no_numbers: &'static str,
    pub one_language: &'static str,
    pub no_question: &'static str,
    pub building: &'static str,
}

/// A command that is a word alone, in the order of the help. What each does is in `app::acts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    Next,
    Previous,
    Back,
    Forward,
    List,
    Repeat,
    Topics,
    Desks,
    Advice,
    Skip,
    Cards,
    Check,
    Accept,
    Language,
    Help,
    Quit,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static PlainTexts;
    /// How a command is typed, folded: the word that is told, and what else is understood.
    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]);
    /// How a language is asked for by its name.
    fn speak(&self, language: &str) -> String;
    /// What a command does. `None` for the next language, which is told with the names of languages.
    fn explain(&self, word: Word) -> Option<&'static str>;
    fn same_language(&self, language: &str) -> String;
    fn stretch(&self, first: usize, last: usize) -> String;
    fn more_entries(&self, left: usize) -> String;
    fn next_section(&self, title: &str) -> String;
    fn out_of_range(&self, count: usize) -> String;
    /// What is to be said of desks.
    fn desks(&self, names: &str, parts: &[&str]) -> String;
    fn changed(&self, time: &str) -> String;
    /// What was typed was taken for something else.
    fn found_as(&self, typed: &str, found: &str) -> String;
    fn found(&self, found: &str) -> String;
    /// It was found by a word in characters that whoever reads this language need not know.
    fn found_in_another_language(&self, typed: Option<&str>) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static PlainTexts {
    words(lang).texts()
}

/// How a command is typed in a reader's language: the word that is told, and what else is understood.
pub fn spelling(word: Word, lang: Language) -> (&'static str, &'static [&'static str]) {
    words(lang).spelling(word)
}

/// How a language is asked for in the reader's words: `英語で`, `in English`.
pub fn speak(language: Language, lang: Language) -> String {
    words(lang).speak(&language_name(language, lang))
}

/// What a command does, for the help, in a guide of these languages; `None` where that is nothing.
pub fn explain(word: Word, languages: &[Language], lang: Language) -> Option<Cow<'static, str>> {
    match words(lang).explain(word) {
        Some(text) => Some(Cow::Borrowed(text)),
        None => keys::switch_language(languages, lang).map(Cow::Owned),
    }
}

/// The dialogue speaks this language already.
pub fn same_language(lang: Language) -> String {
    words(lang).same_language(&language_name(lang, lang))
}

/// `6件目から10件目`, `Results 6 to 10`.
pub fn stretch(first: usize, last: usize, lang: Language) -> String {
    words(lang).stretch(first, last)
}

/// How to see more of a list.
pub fn more_entries(left: usize, lang: Language) -> String {
    words(lang).more_entries(left)
}

/// Which section comes next.
pub fn next_section(title: &str, lang: Language) -> String {
    words(lang).next_section(title)
}

/// There is no such number in the list.
pub fn out_of_range(count: usize, lang: Language) -> String {
    words(lang).out_of_range(count)
}

/// A desk or several of which the same is to be said, in words alone: `電話・ライブチャット：英語のみ、日本語は明日 9:00 から`.
pub fn desks(entry: &summary::Entry, lang: Language) -> String {
    let parts: Vec<&str> = entry.parts.iter().map(|part| part.text.as_str()).collect();
    words(lang).desks(&entry.names, &parts)
}

/// Before the desks whose state is another than before. `now` is in the guide's zone.
pub fn changed(now: DateTime<Tz>, lang: Language) -> String {
    words(lang).changed(&time::time_of_day(now))
}

/// A section and what it stands in, from its article down to it: the most telling title comes first.
pub fn section_of(trail: &[&str], lang: Language) -> String {
    match trail {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [above @ .., section] => desk::remark(section, &details::list(above, lang), lang),
    }
}

/// Why something was found, in words alone: an arrow is not read out, and no characters to whoever does not read them.
/// `why` is what [`super::search::why`] says.
pub fn why(why: &str, lang: Language) -> String {
    let is_strange = |text: &str| !text.chars().all(|c| reads(lang, Class::of(c)));
    match why.split_once(" → ") {
        Some((typed, found)) if is_strange(found) && !is_strange(typed) => {
            words(lang).found_in_another_language(Some(typed))
        }
        None if is_strange(why) => words(lang).found_in_another_language(None),
        Some((typed, found)) => words(lang).found_as(typed, found),
        None => words(lang).found(why),
    }
}

/// Whether whoever reads a language can read such characters, as far as the scripts of East Asia tell.
fn reads(lang: Language, class: Class) -> bool {
    match class {
        Class::Han => lang.is_kin_of(Language::JA) || lang.is_kin_of(Language::ZH_HANS),
        Class::Hiragana | Class::Katakana => lang.is_kin_of(Language::JA),
        Class::Latin | Class::Digit | Class::Other => true,
    }
}
