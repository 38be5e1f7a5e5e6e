//! The pages that lead to a desk: a question each, and at the end the desk.

mod links;
mod outcome;

use chrono::DateTime;
use chrono_tz::Tz;

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, Ticks};
use crate::desk::DeskStatus;
use crate::desk::advice::best;
use crate::desk::status::in_zone;
use crate::guide::exchange::Exchange;
use crate::guide::questionnaire::{Choice, Path, Question, Questionnaire, Step, Walk};
use crate::guide::{Guide, Inline, Part, SectionRef};
use crate::i18n::advice::{self as words, AdviceTexts};
use crate::i18n::{desk, screen};
use crate::language::Language;
use crate::text::width::pad;
use links::Links;

/// The columns of a link's number and the space behind it.
const NUMBER: usize = 3;

/// Whether a path through the questions leads to one.
fn asks(guide: &Guide, path: Path) -> bool {
    let questions = guide.questionnaire.as_ref();
    questions.is_some_and(|questions| matches!(questions.walk(path).at, Step::Question(_)))
}

/// What a page is set from.
struct Pages<'a> {
    guide: &'a Guide,
    ticks: &'a Ticks,
    statuses: &'a [DeskStatus],
    now: DateTime<Tz>,
    lang: Language,
    texts: &'static AdviceTexts,
}

/// The page that a path through the guide's questions leads to.
#[derive(Clone, Copy)]
pub struct Advice(pub Path);

impl PageKind for Advice {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const CHANGES_WITH: &'static [Input] = &[Input::Clock, Input::Ticks];

    fn topics(guide: &Guide) -> Vec<Self> {
        let start = guide.questionnaire.as_ref().map(|_| Self(Path::START));
        start.into_iter().collect()
    }

    fn title(self, context: &Context<'_>) -> String {
        screen::texts(context.lang).advice.to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        screen::texts(context.lang).advice_summary.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let Context { guide, lang, .. } = *context;
        let mut setter = context.setter();
        if !asks(guide, self.0) {
            setter = setter.numbered();
        }
        let untouched = Ticks::default();
        let pages = Pages {
            guide,
            ticks: context.ticks.unwrap_or(&untouched),
            statuses: &context.statuses(),
            now: in_zone(context.now, guide.timezone),
            lang,
            texts: words::texts(lang),
        };
        match &guide.questionnaire {
            Some(questions) => pages.step(&mut setter, questions, self.0),
            None => pages.without_questions(&mut setter),
        }
        setter.finish()
    }

    /// Answers to other questions mean nothing.
    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let questions = exchange.new.questionnaire.as_ref();
        let same = questions.is_some() && exchange.old.questionnaire.as_ref() == questions;
        let (same, start) = (same.then_some(self.0), questions.map(|_| Path::START));
        Moved::to(same, start, Subject::Advice)
    }
}

impl Pages<'_> {
    fn step(&self, setter: &mut Setter<'_>, questions: &Questionnaire, path: Path) {
        let walk = questions.walk(path);
        match walk.at {
            Step::Question(at) => self.question(setter, &questions.questions[at], &walk, path),
            Step::Outcome(at) => outcome::set(
                self,
                setter,
                &questions.outcomes[at],
                questions.caution,
                &walk,
            ),
        }
    }

    fn question(&self, setter: &mut Setter<'_>, question: &Question, walk: &Walk<'_>, path: Path) {
        let number = walk.given.len() + 1;
        let most = walk.given.len() + question.most;
        // Whoever reads line by line is told first where he is, and how to answer by the numbers themselves.
        let progress = words::progress(number, most, self.lang);
        if setter.in_lines() {
            setter.text(Role::Dim, &progress);
        }
        setter.text(Role::Title, question.text.text(self.lang));
        setter.gap();
        for (number, choice) in (1..).zip(question.choices()) {
            let text = question.answer(choice).map(|a| a.text.text(self.lang));
            let text = text.map_or(self.texts.skip, String::as_str);
            let target = Target::Subject(Subject::Advice(path.then(choice)));
            numbered(setter, number, |setter| setter.link(text, target));
        }
        if !setter.in_lines() {
            setter.gap();
            setter.text(Role::Dim, &progress);
            setter.text(Role::Dim, self.texts.keys);
        }
        self.given(setter, walk);
    }

    /// What was said to the questions so far; in lines it still stands there.
    fn given(&self, setter: &mut Setter<'_>, walk: &Walk<'_>) {
        if walk.given.is_empty() || setter.in_lines() {
            return;
        }
        setter.gap();
        setter.text(Role::Heading, self.texts.so_far);
        for &(question, choice) in &walk.given {
            let answer = question.answer(choice).map(|a| a.text.text(self.lang));
            let answer = answer.map_or(self.texts.skipped, String::as_str);
            setter.text(Role::Dim, question.text.text(self.lang));
            let role = if choice == Choice::Skip {
                Role::Dim
            } else {
                Role::Text
            };
            setter.indented(
                Piece::new(Role::Dim, "→ "),
                Piece::new(role, "  "),
                |setter| {
                    setter.text(role, answer);
                },
            );
        }
    }

    fn others(&self, setter: &mut Setter<'_>, others: &[usize]) {
        if others.is_empty() {
            return;
        }
        setter.gap();
        setter.text(Role::Heading, self.texts.others);
        for &other in others {
            let (source, status) = (&self.guide.desks[other], &self.statuses[other]);
            let state = desk::state_name(status, source, self.lang);
            let sign = status.state.symbol();
            next_link(setter, |setter| {
                setter.signed(status.state.into(), sign, |setter| {
                    let state = Inline::Text(format!("{}{state}", gap(setter)));
                    let name = source.name.text(self.lang);
                    let link = match source.section {
                        Some(at) => self.section_link(at, name),
                        None => Inline::Text(name.clone()),
                    };
                    setter.inlines(&[link, state], self.lang);
                });
            });
        }
    }

    fn closing_links(&self, setter: &mut Setter<'_>) {
        let desks = screen::texts(self.lang).desks;
        next_link(setter, |setter| {
            setter.link(desks, Target::Subject(Subject::Desks));
        });
        if self.guide.questionnaire.is_some() {
            let start = Target::Subject(Subject::Advice(Path::START));
            next_link(setter, |setter| setter.link(self.texts.again, start));
        }
    }

    fn section_link(&self, at: SectionRef, text: &str) -> Inline {
        Inline::Link {
            target: self.guide.id(at).to_string(),
            content: vec![Inline::Text(text.to_owned())],
        }
    }

    /// A guide may do without questions: then the best desk is named without any.
    fn without_questions(&self, setter: &mut Setter<'_>) {
        let (statuses, guide, lang) = (self.statuses, self.guide, self.lang);
        let found = best(statuses, guide, lang);
        if let Some(advice) = found {
            outcome::only(self, setter, advice);
            let reason = desk::advice_reason(advice, statuses, guide, self.now, lang);
            setter.text(Role::Text, &reason);
        } else {
            setter.text(
                Role::Text,
                &desk::no_advice(statuses, guide, self.now, lang),
            );
        }
        setter.gap();
        self.closing_links(setter);
        setter.gap();
        setter.text(Role::Dim, self.texts.no_questions);
    }
}

/// Between a thing and what is said of it.
fn gap(setter: &Setter<'_>) -> &'static str {
    if setter.in_lines() { ": " } else { "  " }
}

/// Sets something that holds the page's next link, in lines behind the number that follows it.
fn next_link(setter: &mut Setter<'_>, set: impl FnOnce(&mut Setter<'_>)) {
    if !setter.in_lines() {
        // The number stands behind it.
        set(setter);
        return;
    }
    let number = setter.links() + 1;
    numbered(setter, number, set);
}

fn numbered(setter: &mut Setter<'_>, number: usize, set: impl FnOnce(&mut Setter<'_>)) {
    if setter.in_lines() {
        setter.choice(number, set);
        return;
    }
    let first = Piece::new(Role::Marker, pad(&number.to_string(), NUMBER));
    setter.indented(first, Piece::new(Role::Text, " ".repeat(NUMBER)), set);
}
