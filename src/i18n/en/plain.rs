use super::English;
use crate::i18n::plain::{PlainTexts, Word, Words};

static TEXTS: PlainTexts = PlainTexts {
    how: "Type what you are looking for and press Enter. d: desks, t: topics, a: choose a desk, ?: help, q: quit.",
    how_without_desks: "Type what you are looking for and press Enter. t: topics, ?: help, q: quit.",
    hint: "Type a word to look for, or a number. ? for help.",
    chosen_for_you: "This terminal cannot show a full screen, so this is the dialogue in lines, as with --plain.",
    commands: "What you can type",
    numbers: "1, 2 and so on: open, tick or answer what has that number",
    more: "Everything else is searched for. Begin with / to search for a number or one of these words.",
    more_of_checks: " Telephone numbers and addresses are also compared with the guide's.",
    at_the_beginning: "This is the beginning.",
    nothing_ahead: "There is nothing to go forward to.",
    no_more_entries: "These are all.",
    no_section: "There is no section that way.",
    nothing_suggested: "There is no other spelling to try.",
    no_numbers: "There is nothing to choose by a number here.",
    one_language: "The guide is not written in that language.",
    no_question: "There is no question to skip.",
    building: "The index is being built. Until then the previous one answers.",
};

impl Words for English {
    fn texts(&self) -> &'static PlainTexts {
        &TEXTS
    }

    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]) {
        match word {
            Word::Next => ("next", &["more"]),
            Word::Previous => ("previous", &["prev"]),
            Word::Back => ("back", &[]),
            Word::Forward => ("forward", &[]),
            Word::List => ("list", &["results"]),
            Word::Repeat => ("repeat", &["again"]),
            Word::Topics => ("topics", &["home"]),
            Word::Desks => ("desks", &["desk"]),
            Word::Advice => ("advice", &[]),
            Word::Skip => ("skip", &[]),
            Word::Cards => ("checklist", &["checklists"]),
            Word::Check => ("check", &[]),
            Word::Accept => ("yes", &[]),
            Word::Language => ("language", &["lang"]),
            Word::Help => ("help", &["h"]),
            Word::Quit => ("quit", &["exit", ":q", "bye"]),
        }
    }

    fn speak(&self, language: &str) -> String {
        format!("in {language}")
    }

    fn explain(&self, word: Word) -> Option<&'static str> {
        Some(match word {
            Word::Next => "next section, more results",
            Word::Previous => "previous section, results before",
            Word::Back => "one step back",
            Word::Forward => "forward again",
            Word::List => "the list again (results or topics)",
            Word::Repeat => "say this again",
            Word::Topics => "the first list",
            Word::Desks => "desks and hours",
            Word::Advice => "choose a desk, by questions",
            Word::Skip => "skip a question",
            Word::Cards => "checklists (again: all of them)",
            Word::Check => "check a number: those that the guide lists",
            Word::Accept => "search for the suggested spelling",
            Word::Language => return None,
            Word::Help => "this list",
            Word::Quit => "the end",
        })
    }

    fn same_language(&self, language: &str) -> String {
        format!("This is {language} already.")
    }

    fn stretch(&self, first: usize, last: usize) -> String {
        format!("Results {first} to {last}")
    }

    fn more_entries(&self, left: usize) -> String {
        format!("n: {left} more")
    }

    fn next_section(&self, title: &str) -> String {
        format!("n: next section, {title}")
    }

    fn out_of_range(&self, count: usize) -> String {
        match count {
            1 => "The only number is 1.".to_owned(),
            _ => format!("The numbers are 1 to {count}."),
        }
    }

    fn desks(&self, names: &str, parts: &[&str]) -> String {
        format!("{names}: {}", parts.join(", "))
    }

    fn changed(&self, time: &str) -> String {
        format!("It is {time}, and who can be reached has changed.")
    }

    fn found_as(&self, typed: &str, found: &str) -> String {
        format!("found as {found}, for {typed}")
    }

    fn found(&self, found: &str) -> String {
        format!("found as {found}")
    }

    fn found_in_another_language(&self, typed: Option<&str>) -> String {
        match typed {
            Some(typed) => format!("found by a word of another language, for {typed}"),
            None => "found by a word of another language".to_owned(),
        }
    }
}
