//! `advice.yaml`.

mod ways;

use std::collections::HashMap;

use super::links::Index;
use super::near::nearest;
use super::{Lack, check_id, language, localized, without_repeats};
use crate::guide::problem::{Report, quoted};
use crate::guide::questionnaire::{Answer, MOST_ANSWERS, Outcome, Question, Questionnaire, Step};
use crate::guide::yaml::At;
use crate::guide::{Article, Availability, Desk, Problem, SectionRef, raw};
use crate::language::Language;
use ways::{Lead, Place};

const FILE: &str = "advice.yaml";

/// What the questions may speak of.
pub(super) struct Known<'a> {
    pub languages: &'a [Language],
    pub index: &'a Index<'a>,
    pub articles: &'a [Article],
    pub desks: &'a [Desk],
    /// The ids of all desks, also of those that are not usable, which has been reported.
    pub desk_ids: &'a [String],
}

/// The ids of questions or outcomes, with their places in the file.
struct Ids {
    /// "question" or "outcome".
    of: &'static str,
    places: HashMap<String, usize>,
}

/// Checks the questions, and all ways through them.
pub(super) fn advice(
    raw: raw::Advice,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Questionnaire> {
    let mut report = Report::new(FILE);
    let questionnaire = check(raw, known, &mut report);
    problems.extend(report.into_problems());
    questionnaire
}

fn check(raw: raw::Advice, known: &Known<'_>, report: &mut Report) -> Option<Questionnaire> {
    let questions = Ids::new(
        "a question",
        "question",
        raw.questions.iter().map(|q| &q.id),
        report,
    );
    let outcomes = Ids::new(
        "an outcome",
        "outcome",
        raw.outcomes.iter().map(|o| &o.id),
        report,
    );
    let leads: Vec<Vec<Lead>> = raw
        .questions
        .iter()
        .map(|question| leads(question, &questions, &outcomes, report))
        .collect();
    let places = raw.questions.iter().zip(&leads);
    let places: Vec<Place<'_>> = places
        .map(|(question, leads)| Place::new(question.id.as_ref(), question.line, leads))
        .collect();
    let ends: Vec<Place<'_>> = raw
        .outcomes
        .iter()
        .map(|outcome| Place::new(outcome.id.as_ref(), outcome.line, &[]))
        .collect();
    let most = ways::check(&places, &ends, report);
    let caution = raw.caution.and_then(|id| section(&id, known, report));
    // All of them are looked at before the first that is not usable ends it.
    let outcomes: Vec<Option<Outcome>> = raw
        .outcomes
        .into_iter()
        .map(|outcome| self::outcome(outcome, known, report))
        .collect();
    let questions: Vec<Option<Question>> = raw
        .questions
        .into_iter()
        .zip(leads.iter().zip(most))
        .map(|(question, (leads, most))| self::question(question, leads, most, known, report))
        .collect();
    Some(Questionnaire {
        questions: questions.into_iter().collect::<Option<_>>()?,
        outcomes: outcomes.into_iter().collect::<Option<_>>()?,
        caution,
    })
}

impl Ids {
    fn new<'a>(
        one: &str,
        of: &'static str,
        ids: impl Iterator<Item = &'a Option<At<String>>>,
        report: &mut Report,
    ) -> Self {
        let mut places = HashMap::new();
        let mut lines: HashMap<&str, usize> = HashMap::new();
        for (place, id) in ids.enumerate() {
            let Some(id) = id else { continue };
            check_id(one, &id.value, id.line, report);
            if let Some(first) = lines.get(id.value.as_str()) {
                let what = format!(
                    "the {of} {} stands on line {first} already",
                    quoted(&id.value)
                );
                report.error(id.line, &what, "rename one of them");
            } else {
                lines.insert(&id.value, id.line);
                places.insert(id.value.clone(), place);
            }
        }
        Self { of, places }
    }

    /// The place of an id, or a problem.
    fn find(&self, id: &At<String>, report: &mut Report) -> Option<usize> {
        let found = self.places.get(&id.value).copied();
        if found.is_none() {
            let names = self.places.keys().map(String::as_str);
            report_unknown(self.of, id, names, report);
        }
        found
    }
}

fn report_unknown<'a>(
    of: &str,
    id: &At<String>,
    names: impl Iterator<Item = &'a str>,
    report: &mut Report,
) {
    // Looking for what was meant takes time, and nobody will read it.
    let near = if report.is_full() {
        None
    } else {
        nearest(&id.value, names)
    };
    let help = near.map_or_else(
        || "name one that is there".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    report.error(
        id.line,
        &format!("there is no {of} {}", quoted(&id.value)),
        &help,
    );
}

/// Where the answers of a question lead, and last, where skipping it does.
fn leads(
    question: &raw::Question,
    questions: &Ids,
    outcomes: &Ids,
    report: &mut Report,
) -> Vec<Lead> {
    let answers = question.answers.iter().map(|answer| &answer.lead);
    answers
        .chain(&question.skip)
        .map(|lead| Lead {
            line: lead.line,
            to: step(lead, questions, outcomes, report),
        })
        .collect()
}

fn step(lead: &raw::Lead, questions: &Ids, outcomes: &Ids, report: &mut Report) -> Option<Step> {
    let (what, help) = match (&lead.question, &lead.outcome) {
        (Some(question), None) => return questions.find(question, report).map(Step::Question),
        (None, Some(outcome)) => return outcomes.find(outcome, report).map(Step::Outcome),
        (None, None) => (
            "this leads nowhere",
            "write `next: …` with the id of a question, or `outcome: …`",
        ),
        (Some(_), Some(_)) => (
            "this leads to a question and to an outcome",
            "keep either `next` or `outcome`",
        ),
    };
    report.error(lead.line, what, help);
    None
}

fn question(
    raw: raw::Question,
    leads: &[Lead],
    most: usize,
    known: &Known<'_>,
    report: &mut Report,
) -> Option<Question> {
    if let Some(tenth) = raw.answers.get(MOST_ANSWERS) {
        let what = format!("the question has {} answers", raw.answers.len());
        let help = format!("each has a key from 1 to {MOST_ANSWERS}: ask in two questions");
        report.error(tenth.lead.line, &what, &help);
    }
    let text = raw
        .text
        .and_then(|text| localized("text", &text, known.languages, Lack::Warning, report));
    let answers: Vec<Option<Answer>> = raw
        .answers
        .into_iter()
        .zip(leads)
        .map(|(answer, lead)| self::answer(answer, lead.to, known, report))
        .collect();
    raw.skip?;
    Some(Question {
        id: raw.id?.value,
        text: text?,
        answers: answers.into_iter().collect::<Option<_>>()?,
        skip: leads.last()?.to?,
        most,
    })
}

fn answer(
    raw: raw::Answer,
    next: Option<Step>,
    known: &Known<'_>,
    report: &mut Report,
) -> Option<Answer> {
    let text = raw
        .text
        .and_then(|text| localized("text", &text, known.languages, Lack::Warning, report));
    let codes = without_repeats("the language", raw.speaks, report);
    let speaks = codes.iter().filter_map(|code| spoken(code, known, report));
    Some(Answer {
        speaks: speaks.collect(),
        text: text?,
        next: next?,
    })
}

fn spoken(code: &At<String>, known: &Known<'_>, report: &mut Report) -> Option<Language> {
    let language = language(code, report)?;
    if !known.languages.contains(&language) {
        let what = format!("`speaks` names `{language}`, which the guide does not list");
        let help = "add it to `languages` in guide.yaml, or take it out";
        report.warning(code.line, &what, help);
        return None;
    }
    Some(language)
}

fn outcome(raw: raw::Outcome, known: &Known<'_>, report: &mut Report) -> Option<Outcome> {
    let desks = without_repeats("the desk", raw.desks, report);
    let desks: Vec<usize> = desks
        .iter()
        .filter_map(|id| desk(id, known, report))
        .collect();
    let reason = raw
        .reason
        .and_then(|reason| localized("reason", &reason, known.languages, Lack::Warning, report));
    let checklist = raw.checklist.and_then(|id| checklist(&id, known, report));
    let meanwhile = raw.meanwhile.and_then(|id| section(&id, known, report));
    let section = raw.section.and_then(|id| section(&id, known, report));
    (!desks.is_empty()).then_some(())?;
    Some(Outcome {
        id: raw.id?.value,
        desks,
        any_language: raw.any_language,
        reason: reason?,
        section: section?,
        checklist,
        meanwhile,
    })
}

fn desk(id: &At<String>, known: &Known<'_>, report: &mut Report) -> Option<usize> {
    let found = known.desks.iter().position(|desk| desk.id == id.value);
    match found.map(|at| &known.desks[at].availability) {
        Some(Availability::NotOffered) => {
            let what = format!(
                "nobody can be sent to the desk {}: it is not offered",
                quoted(&id.value)
            );
            report.error(id.line, &what, "take it out of `desks`");
        }
        None if !known.desk_ids.contains(&id.value) => {
            report_unknown(
                "desk",
                id,
                known.desks.iter().map(|desk| desk.id.as_str()),
                report,
            );
        }
        _ => {}
    }
    found
}

fn section(id: &At<String>, known: &Known<'_>, report: &mut Report) -> Option<SectionRef> {
    let found = known.index.find(&id.value);
    if let Err(lost) = &found {
        known.index.report(lost, id.line, "", report);
    }
    found.ok()
}

/// A section with a list of tasks, in every language it has.
fn checklist(id: &At<String>, known: &Known<'_>, report: &mut Report) -> Option<SectionRef> {
    let at = section(id, known, report)?;
    let texts = &known.articles[at.article].sections[at.section].texts;
    for (language, text) in texts.iter() {
        if !text.body.has_tasks() {
            let what = format!(
                "the section {} has no list of tasks in `{language}`",
                quoted(&id.value)
            );
            report.error(
                id.line,
                &what,
                "write what to have ready as `- [ ] …`, or name another section",
            );
        }
    }
    Some(at)
}
