use super::English;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "Don't know, skip",
    keys: "Answer with a digit. Esc goes one question back.",
    given: "Your answers",
    skipped: "(skipped)",
    recommended: "Recommended: ",
    how: "How to",
    read: "Read",
    ready: "Have ready",
    until_then: "Until then",
    never_tell: "Never tell",
    others: "Other desks",
    again: "Start again",
    no_questions: "This guide has no questions to choose a desk by. Here is the desk that can be reached at this time.",
};

impl Words for English {
    fn texts(&self) -> &'static AdviceTexts {
        &TEXTS
    }

    fn progress(&self, number: usize, most: usize) -> String {
        if number == most {
            format!("Question {number} (the last one)")
        } else {
            format!("Question {number} (of {most} at most)")
        }
    }

    fn closed(&self, language: &str, hours: &str) -> String {
        format!("Closed now. {language}: {hours}.")
    }

    fn hours_unknown(&self) -> &'static str {
        "This guide does not know its hours."
    }

    fn never_reached(&self) -> &'static str {
        "It cannot be reached now."
    }

    fn available(&self, hours: &str) -> String {
        format!("Available now: {hours}.")
    }

    fn open(&self, language: &str, hours: &str) -> String {
        format!("Contacts are taken in {language} now: {hours}.")
    }

    fn later(&self, desk: &str, from: &str) -> String {
        format!("{desk}: {from}.")
    }
}
