use super::English;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "What is the matter? (? for help)",
    placeholder_of_manual: "What are you looking for? (? for help)",
    topics: "Topics",
    desks: "Who you can reach now",
    desks_summary: "Whom, in which language, until when",
    advice: "Which desk should I use?",
    advice_summary: "Enter starts, one key answers",
    loading: "Getting ready…",
    searching: "Searching…",
    nothing_found: "Nothing found",
    nothing_found_hint: "Try a shorter or a different word.",
    nearest: "Closest to it",
    too_small: "The screen is too small",
    quit_again: "Press Ctrl-C again to quit",
    broken_link: "The link leads nowhere",
    help: "Help",
    keys_everywhere: "Always",
    keys_searching: "While searching",
    keys_reading: "While reading",
    keys_finding: "While finding a text in a page",
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

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "Note",
            AlertKind::Tip => "Tip",
            AlertKind::Important => "Important",
            AlertKind::Warning => "Warning",
            AlertKind::Caution => "Caution",
        }
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
