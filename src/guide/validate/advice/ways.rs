//! The ways through the questions: each must end, and something must lead to everything.

use crate::guide::problem::{Report, quoted};
use crate::guide::questionnaire::{MOST_QUESTIONS, Step};
use crate::guide::yaml::At;

/// Where an answer, or skipping, leads; nowhere where that was reported.
pub(super) struct Lead {
    pub line: usize,
    pub to: Option<Step>,
}

/// A question or an outcome.
pub(super) struct Place<'a> {
    id: &'a str,
    line: usize,
    leads: &'a [Lead],
}

impl<'a> Place<'a> {
    pub(super) fn new(id: Option<&'a At<String>>, line: usize, leads: &'a [Lead]) -> Self {
        Self {
            id: id.map_or("", |id| id.value.as_str()),
            line: id.map_or(line, |id| id.line),
            leads,
        }
    }
}

/// Checks all ways from the first question on. Returns, for each question, the most questions there can be from there to
/// an outcome, itself included.
pub(super) fn check(
    questions: &[Place<'_>],
    outcomes: &[Place<'_>],
    report: &mut Report,
) -> Vec<usize> {
    let mut walk = Walk {
        questions,
        states: vec![State::New; questions.len()],
        most: vec![0; questions.len()],
        ends: vec![false; outcomes.len()],
        endless: false,
    };
    if questions.is_empty() {
        return walk.most;
    }
    walk.explore(0, report);
    let mut leads = questions.iter().flat_map(|question| question.leads);
    // Where a lead is wrong, what it should lead to is not to blame.
    if leads.all(|lead| lead.to.is_some()) {
        let missed = |state: &State| *state == State::New;
        report_missed(
            "question",
            "next",
            questions,
            walk.states.iter().map(missed),
            report,
        );
        report_missed(
            "outcome",
            "outcome",
            outcomes,
            walk.ends.iter().map(|end| !end),
            report,
        );
    }
    // Nobody gets to the others, but when one day somebody does, their ways should end.
    for question in 1..questions.len() {
        walk.explore(question, report);
    }
    let most = walk.most[0];
    if most > MOST_QUESTIONS && !walk.endless {
        let what = format!("one way through the questions asks {most} of them");
        let help = format!("ask at most {MOST_QUESTIONS}, so that readers come to an end");
        report.error(questions[0].line, &what, &help);
    }
    walk.most
}

fn report_missed(
    of: &str,
    field: &str,
    places: &[Place<'_>],
    missed: impl Iterator<Item = bool>,
    report: &mut Report,
) {
    for (place, _) in places.iter().zip(missed).filter(|(_, missed)| *missed) {
        let what = format!(
            "no way from the first question leads to the {of} {}",
            quoted(place.id)
        );
        let help = format!("lead to it with `{field}: …`, or take it out");
        report.error(place.line, &what, &help);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// It is on the way that is being explored.
    Open,
    Done,
}

struct Walk<'a> {
    questions: &'a [Place<'a>],
    states: Vec<State>,
    most: Vec<usize>,
    /// The outcomes that were led to.
    ends: Vec<bool>,
    endless: bool,
}

impl Walk<'_> {
    /// Depth first, with a stack of our own: a file may have more questions than the program's stack has room for.
    fn explore(&mut self, from: usize, report: &mut Report) {
        if self.states[from] != State::New {
            return;
        }
        self.states[from] = State::Open;
        let mut way = vec![(from, 0)];
        while let Some((question, next)) = way.last_mut() {
            let Some(lead) = self.questions[*question].leads.get(*next) else {
                self.finish(*question);
                way.pop();
                continue;
            };
            *next += 1;
            match lead.to {
                Some(Step::Question(to)) if self.states[to] == State::New => {
                    self.states[to] = State::Open;
                    way.push((to, 0));
                }
                Some(Step::Question(to)) if self.states[to] == State::Open => {
                    self.endless = true;
                    report_circle(lead, &self.questions[to], report);
                }
                Some(Step::Outcome(to)) => self.ends[to] = true,
                Some(Step::Question(_)) | None => {}
            }
        }
    }

    fn finish(&mut self, question: usize) {
        self.states[question] = State::Done;
        let next = self.questions[question].leads.iter();
        let rest = next.filter_map(|lead| match lead.to? {
            Step::Question(to) => Some(self.most[to]),
            Step::Outcome(_) => None,
        });
        self.most[question] = 1 + rest.max().unwrap_or(0);
    }
}

fn report_circle(lead: &Lead, to: &Place<'_>, report: &mut Report) {
    let what = format!(
        "this leads back to the question {}: the way has no end",
        quoted(to.id)
    );
    report.error(
        lead.line,
        &what,
        "lead on to another question, or to an outcome",
    );
}
