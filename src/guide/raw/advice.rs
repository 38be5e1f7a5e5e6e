//! `advice.yaml`.

use crate::guide::problem::Report;
use crate::guide::yaml::{At, Fields, Node, Texts, Value, text};

/// The whole file. What is missing or of the wrong shape has been reported, and is empty here.
#[derive(Debug)]
pub(in crate::guide) struct Advice {
    pub caution: Option<At<String>>,
    pub questions: Vec<Question>,
    pub outcomes: Vec<Outcome>,
}

#[derive(Debug)]
pub(in crate::guide) struct Question {
    pub line: usize,
    pub id: Option<At<String>>,
    pub text: Option<At<Texts>>,
    pub answers: Vec<Answer>,
    pub skip: Option<Lead>,
}

#[derive(Debug)]
pub(in crate::guide) struct Answer {
    pub text: Option<At<Texts>>,
    pub lead: Lead,
    pub speaks: Vec<At<String>>,
}

/// Where an answer, or skipping a question, leads: one of the two.
#[derive(Debug)]
pub(in crate::guide) struct Lead {
    pub line: usize,
    pub question: Option<At<String>>,
    pub outcome: Option<At<String>>,
}

#[derive(Debug)]
pub(in crate::guide) struct Outcome {
    pub line: usize,
    pub id: Option<At<String>>,
    pub desks: Vec<At<String>>,
    pub any_language: bool,
    pub reason: Option<At<Texts>>,
    pub section: Option<At<String>>,
    pub checklist: Option<At<String>>,
    pub meanwhile: Option<At<String>>,
}

impl Advice {
    pub(in crate::guide) fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let names = ["caution", "questions", "outcomes"];
        let fields = Fields::new("advice.yaml", node, &names, report)?;
        let help = "add at least one, or take the file away";
        let questions = filled(&fields, "questions", help, report);
        let outcomes = filled(&fields, "outcomes", help, report);
        Some(Self {
            caution: fields.text("caution", report),
            questions: questions
                .iter()
                .filter_map(|node| Question::read(node, report))
                .collect(),
            outcomes: outcomes
                .iter()
                .filter_map(|node| Outcome::read(node, report))
                .collect(),
        })
    }
}

/// The items of a list that must have at least one.
fn filled<'a>(fields: &Fields<'a>, name: &str, help: &str, report: &mut Report) -> &'a [Node] {
    let Some(node) = fields.required(name, report) else {
        return &[];
    };
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        report.error(node.line, &format!("`{name}` is empty"), help);
    }
    fields.nodes(name, report)
}

impl Question {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let names = ["id", "text", "answers", "skip"];
        let fields = Fields::new("a question", node, &names, report)?;
        let help = "add an answer: `- { text: { ja: …, en: … }, next: … }`";
        let answers = filled(&fields, "answers", help, report).iter();
        Some(Self {
            line: node.line,
            id: fields.required_text("id", report),
            text: required_texts(&fields, "text", report),
            answers: answers
                .filter_map(|node| Answer::read(node, report))
                .collect(),
            skip: skip(&fields, report),
        })
    }
}

fn skip(fields: &Fields<'_>, report: &mut Report) -> Option<Lead> {
    let node = fields.required("skip", report)?;
    let fields = Fields::new("`skip`", node, &["next", "outcome"], report)?;
    Some(Lead::read(&fields, node.line, report))
}

impl Answer {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let names = ["text", "speaks", "next", "outcome"];
        let fields = Fields::new("an answer", node, &names, report)?;
        Some(Self {
            text: required_texts(&fields, "text", report),
            lead: Lead::read(&fields, node.line, report),
            speaks: fields.list("speaks", report),
        })
    }
}

impl Lead {
    fn read(fields: &Fields<'_>, line: usize, report: &mut Report) -> Self {
        Self {
            line,
            question: fields.text("next", report),
            outcome: fields.text("outcome", report),
        }
    }
}

impl Outcome {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let names = [
            "id",
            "desks",
            "any_language",
            "reason",
            "section",
            "checklist",
            "meanwhile",
        ];
        let fields = Fields::new("an outcome", node, &names, report)?;
        let help = "name the desks to turn to, the best one first";
        let desks = filled(&fields, "desks", help, report).iter();
        Some(Self {
            line: node.line,
            id: fields.required_text("id", report),
            desks: desks
                .filter_map(|node| text(node, "desks", report))
                .collect(),
            any_language: fields.flag("any_language", report),
            reason: required_texts(&fields, "reason", report),
            section: fields.required_text("section", report),
            checklist: fields.text("checklist", report),
            meanwhile: fields.text("meanwhile", report),
        })
    }
}

fn required_texts(fields: &Fields<'_>, name: &str, report: &mut Report) -> Option<At<Texts>> {
    fields.required(name, report)?;
    fields.texts(name, report)
}
