use super::English;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{Mode, ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "What do you need help with? (? for the menu)",
    placeholder_of_manual: "What are you looking for? (? for the menu)",
    try_it: "Try: ",
    hours: "Hours",
    topics: "Topics",
    desks: "Desks and hours",
    desks_summary: "Who can help, in which language, until when",
    advice: "Choose a desk",
    advice_summary: "A few questions, then who to ask now",
    loading: "Getting ready…",
    searching: "Searching…",
    nothing_found: "Nothing found",
    nothing_found_hint: "Try a shorter or a different word.",
    ask: "Ask somebody",
    covered: "What this guide covers",
    earlier: "Earlier searches",
    nearest: "Closest to it",
    too_small: "The screen is too small",
    quit_again: "Press Ctrl-C again to quit",
    how_to_quit: "Press Ctrl-C twice to quit",
    no_link: "Choose a link by its number, or with Tab",
    broken_link: "The link leads nowhere",
    help: "How to use this",
    keys_everywhere: "Always",
    keys_searching: "While searching",
    keys_reading: "While reading",
    keys_finding: "While finding in the page",
    keys_choosing: "While choosing in the menu",
    keys_typing: "While typing",
    about: "About this guide",
    unofficial: "This guide is unofficial. Compare the telephone number with the one shown in the official app or site.",
    unofficial_alone: "This guide is unofficial.",
    as_of: "Facts as of",
    official_numbers: "Official numbers",
};

impl Words for English {
    fn texts(&self) -> &'static ScreenTexts {
        &TEXTS
    }

    fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Search => "SEARCH",
            Mode::Read => "READ",
            Mode::Ask => "ASK",
            Mode::Check => "CHECK",
            Mode::Menu => "MENU",
            Mode::Find => "FIND",
        }
    }

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "Note",
            AlertKind::Tip => "Tip",
            AlertKind::Important => "Important",
            AlertKind::Warning => "Warning",
            AlertKind::Caution => "Caution",
        }
    }

    fn earlier(&self, number: usize, of: usize) -> String {
        format!("Earlier search {number} of {of}")
    }

    fn nothing_found_for(&self, typed: &str) -> String {
        format!("Nothing found for “{typed}”")
    }

    fn quit_by_letter(&self, key: &str) -> String {
        format!("Press {key} again to quit; any other key stays")
    }

    fn no_such_zone(&self, value: &str, zone: &str) -> String {
        format!("TZ is {value}, which is no time zone: your times are shown in {zone}")
    }

    fn more_entries(&self, count: usize) -> String {
        format!("↓ {count} more")
    }

    fn image(&self) -> &'static str {
        "Image"
    }

    fn only_in(&self, language: &str) -> String {
        format!(" (in {language} only)")
    }

    fn shown_in(&self, language: &str) -> String {
        format!(" (in {language})")
    }

    fn found_in(&self, language: &str) -> String {
        format!(" (found in {language})")
    }
}
