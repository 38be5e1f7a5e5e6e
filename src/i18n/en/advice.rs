use super::English;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "Don't know, skip",
    keys: "Answer with a digit. Esc goes one question back.",
    so_far: "Your answers so far",
    given: "You said",
    skipped: "(skipped)",
    now: "Now",
    why: "Why",
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

    fn hours_unknown(&self) -> &'static str {
        "This guide does not know its hours."
    }

    fn never_reached(&self) -> &'static str {
        "It cannot be reached now."
    }

    fn at_once(&self, language: &str) -> String {
        format!("It is urgent, and somebody answers in {language} now.")
    }

    fn wait(&self, language: &str, answer: Option<&str>) -> String {
        match answer {
            Some(answer) => {
                format!("You answered “{answer}”: it is best to wait for the hours in {language}.")
            }
            None => format!("It is best to wait for the hours in {language}."),
        }
    }

    fn otherwise(&self, now: &str, answer: Option<&str>) -> String {
        let advice = format!("if {now} will not do, get in touch as soon as it opens.");
        match answer {
            Some(answer) => format!("You answered “{answer}”: {advice}"),
            None => advice.replacen('i', "I", 1),
        }
    }

    fn cannot_wait(&self, language: &str) -> String {
        format!("Only if you cannot wait: {language} is all there is now.")
    }

    fn between_sentences(&self) -> &'static str {
        " "
    }

    fn your_desk(&self, desk: &str, when: &str) -> String {
        format!("Your desk: {desk} {}", when.replacen("Now", "now", 1))
    }
}
