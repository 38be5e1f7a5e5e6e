//! The questions that lead to a desk: data of a guide, and the ways through them.
//!
//! Where a reader is follows from the answers alone, so a page that shows it needs to keep nothing else.

use serde::{Deserialize, Serialize};

use super::SectionRef;
use crate::language::{Language, Localized};

/// Each answer has a key of its own: 1 to 9.
pub(super) const MOST_ANSWERS: usize = 9;

/// The most questions on any way to an outcome: more than anybody wants to be asked.
pub(super) const MOST_QUESTIONS: usize = 16;

/// Questions, and what they lead to. It was checked: every way from the first question ends in an outcome, after at most
/// `MOST_QUESTIONS` and never at the same question twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Never empty; the first one is asked first.
    pub questions: Vec<Question>,
    /// Never empty.
    pub outcomes: Vec<Outcome>,
    /// The section that says what never to tell.
    pub caution: Option<SectionRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: String,
    pub text: Localized<String>,
    /// At least one, at most `MOST_ANSWERS`.
    pub answers: Vec<Answer>,
    /// Where it leads to leave it unanswered.
    pub skip: Step,
    /// The most questions there can be from here on, this one included.
    pub most: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub text: Localized<String>,
    pub next: Step,
    /// The languages in which the reader can be helped, as this answer tells; empty where it does not.
    pub speaks: Vec<Language>,
}

/// What is recommended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub id: String,
    /// Indices into the guide's desks, the best one first. Never empty.
    pub desks: Vec<usize>,
    /// Whether a desk that answers now in another language is better than to wait.
    pub any_language: bool,
    pub reason: Localized<String>,
    pub section: SectionRef,
    /// A section with a list of what to have ready.
    pub checklist: Option<SectionRef>,
    /// What to do as long as one has to wait.
    pub meanwhile: Option<SectionRef>,
}

/// A place in a questionnaire: an index into its questions or outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    Question(usize),
    Outcome(usize),
}

/// What is said to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    #[default]
    Skip,
    /// The answer with this index.
    Answer(u8),
}

/// What was said to the questions so far, in the order in which they were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Path {
    choices: [Choice; MOST_QUESTIONS],
    length: usize,
}

impl Path {
    /// Nothing has been said yet.
    pub const START: Self = Self {
        choices: [Choice::Skip; MOST_QUESTIONS],
        length: 0,
    };

    /// One choice more. A path that is as long as any may be stays as it is.
    #[must_use]
    pub fn then(mut self, choice: Choice) -> Self {
        if let Some(next) = self.choices.get_mut(self.length) {
            *next = choice;
            self.length += 1;
        }
        self
    }

    pub fn choices(&self) -> &[Choice] {
        &self.choices[..self.length]
    }
}

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk<'a> {
    pub at: Step,
    /// The questions on the way, with what was said to them.
    pub given: Vec<(&'a Question, Choice)>,
    /// The languages in which the reader can be helped, where he told.
    pub speaks: &'a [Language],
}

impl Question {
    /// Where a choice leads; `None` for an answer that there is not.
    pub fn next(&self, choice: Choice) -> Option<Step> {
        match choice {
            Choice::Skip => Some(self.skip),
            Choice::Answer(answer) => Some(self.answers.get(usize::from(answer))?.next),
        }
    }

    /// The answer that was chosen, unless the question was skipped.
    pub fn answer(&self, choice: Choice) -> Option<&Answer> {
        match choice {
            Choice::Skip => None,
            Choice::Answer(answer) => self.answers.get(usize::from(answer)),
        }
    }

    /// All that can be said to it.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        let answers = (0..).zip(&self.answers);
        answers
            .map(|(answer, _)| Choice::Answer(answer))
            .chain([Choice::Skip])
    }
}

impl Questionnaire {
    /// Follows a path from the first question, as far as it leads here.
    pub fn walk(&self, path: Path) -> Walk<'_> {
        let mut walk = Walk {
            at: Step::Question(0),
            given: Vec::new(),
            speaks: &[],
        };
        for &choice in path.choices() {
            let Step::Question(index) = walk.at else {
                break;
            };
            let question = &self.questions[index];
            let Some(next) = question.next(choice) else {
                break;
            };
            if let Some(answer) = question.answer(choice).filter(|a| !a.speaks.is_empty()) {
                walk.speaks = &answer.speaks;
            }
            walk.given.push((question, choice));
            walk.at = next;
        }
        walk
    }
}
