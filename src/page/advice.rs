//! The pages that lead to a desk: a question each, and at the end the desk.

use chrono::DateTime;
use chrono_tz::Tz;

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target};
use crate::desk::advice::{Reach, Recommendation, best, resolve};
use crate::desk::status::in_zone;
use crate::desk::{DeskStatus, State};
use crate::guide::exchange::Exchange;
use crate::guide::questionnaire::{Choice, Outcome, Path, Question, Questionnaire, Step, Walk};
use crate::guide::{ContactKind, Desk, Guide, Inline, Part, SectionRef};
use crate::i18n::advice::{self as words, AdviceTexts};
use crate::i18n::{desk, screen, time};
use crate::language::Language;
use crate::text::width::{pad, width};

/// The columns of a link's number and the space behind it.
const NUMBER: usize = 3;

/// What a page is set from.
struct Pages<'a> {
    guide: &'a Guide,
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
    const CHANGES_WITH: &'static [Input] = &[Input::Clock];

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
        let pages = Pages {
            guide,
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
            Step::Outcome(at) => {
                let outcome = &questions.outcomes[at];
                self.outcome(setter, outcome, questions.caution, &walk);
            }
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
        setter.text(Role::Heading, self.texts.given);
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

    fn outcome(
        &self,
        setter: &mut Setter<'_>,
        outcome: &Outcome,
        caution: Option<SectionRef>,
        walk: &Walk<'_>,
    ) {
        let lang = self.lang;
        let found = resolve(self.statuses, self.guide, outcome, lang, walk.speaks);
        let language = match found.reach {
            Reach::Now(language) | Reach::From(language, _) => Some(language),
            Reach::Unknown | Reach::Never => None,
        };
        self.desk(setter, found.desk, language, |setter| {
            self.when(setter, &found);
        });
        setter.gap();
        setter.text(Role::Text, outcome.reason.text(lang));
        let mut links = Links::new(self);
        links.sections(outcome, caution, &found);
        links.set(setter);
        self.others(setter, &found.others);
        setter.gap();
        self.closing_links(setter);
        self.given(setter, walk);
        if let Some(unofficial) = screen::unofficial(self.guide, lang) {
            setter.gap();
            setter.text(Role::Dim, unofficial);
        }
    }

    /// The recommended desk: what it is called, how to get there, what `hours` adds, and what time it is.
    fn desk(
        &self,
        setter: &mut Setter<'_>,
        desk: usize,
        language: Option<Language>,
        hours: impl FnOnce(&mut Setter<'_>),
    ) {
        let source = &self.guide.desks[desk];
        let name = words::desk_name(source, language, self.lang);
        let state = self.statuses[desk].state;
        setter.signed(role(state), state.symbol(), |setter| {
            setter.text(Role::Title, &format!("{}{name}", self.texts.recommended));
            self.contacts(setter, source);
            hours(setter);
            setter.text(Role::Dim, &time::clock(self.now, self.lang));
        });
    }

    fn when(&self, setter: &mut Setter<'_>, found: &Recommendation) {
        let text = words::when(found, self.statuses, self.guide, self.now, self.lang);
        let role = match found.reach {
            Reach::Now(_) => Role::Open,
            Reach::From(..) | Reach::Unknown | Reach::Never => Role::Text,
        };
        setter.text(role, &text);
        if let Some(opening) = found.later {
            let text = words::later(opening, self.guide, self.now, self.lang);
            setter.text(Role::Text, &text);
        }
    }

    /// The number to call stands out; words that say where to look do not.
    fn contacts(&self, setter: &mut Setter<'_>, desk: &Desk) {
        for contact in &desk.contacts {
            let value = Inline::Text(contact.value.text(self.lang).clone());
            let value = match contact.kind {
                ContactKind::Phone => Inline::Strong(vec![value]),
                ContactKind::App | ContactKind::Web | ContactKind::Place => value,
            };
            setter.inlines(&[value], self.lang);
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
                setter.signed(role(status.state), sign, |setter| {
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
            self.desk(setter, advice.desk, Some(advice.language), |setter| {
                let reason = desk::advice_reason(advice, statuses, guide, self.now, lang);
                setter.text(Role::Text, &reason);
            });
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

/// Links to sections and checklists, each behind what it is for, in a column.
struct Links<'a> {
    pages: &'a Pages<'a>,
    links: Vec<(&'static str, Subject, String)>,
}

impl<'a> Links<'a> {
    const fn new(pages: &'a Pages<'a>) -> Self {
        Self {
            pages,
            links: Vec::new(),
        }
    }

    fn sections(&mut self, outcome: &Outcome, caution: Option<SectionRef>, found: &Recommendation) {
        let (guide, texts) = (self.pages.guide, self.pages.texts);
        self.section(texts.read, Some(outcome.section));
        if let Some(at) = outcome.checklist {
            self.push(texts.ready, Subject::Card(at), at);
        }
        self.section(texts.how, guide.desks[found.desk].section);
        if found.waits() {
            self.section(texts.until_then, outcome.meanwhile);
        }
        if let Some(own) = found.meanwhile {
            let desk = &guide.desks[own.desk];
            if let Some(at) = desk.section {
                let name = desk.name.text(self.pages.lang).clone();
                self.links
                    .push((texts.until_then, Subject::Section(at), name));
            }
        }
        self.section(texts.never_tell, caution);
    }

    fn section(&mut self, label: &'static str, at: Option<SectionRef>) {
        if let Some(at) = at {
            self.push(label, Subject::Section(at), at);
        }
    }

    /// Adds a link that says the title of a section, unless it is there already.
    fn push(&mut self, label: &'static str, subject: Subject, at: SectionRef) {
        if self.links.iter().all(|(_, other, _)| *other != subject) {
            let text = self.pages.guide.section(at).texts.text(self.pages.lang);
            self.links.push((label, subject, text.title.clone()));
        }
    }

    fn set(self, setter: &mut Setter<'_>) {
        setter.gap();
        let widest = self.links.iter().map(|(label, ..)| width(label)).max();
        let widest = widest.unwrap_or(0) + 2;
        for (label, subject, text) in &self.links {
            let target = Target::Subject(*subject);
            next_link(setter, |setter| {
                if setter.in_lines() {
                    setter.link(&format!("{label}: {text}"), target);
                    return;
                }
                let label = Piece::new(Role::Dim, pad(label, widest));
                let below = Piece::new(Role::Text, " ".repeat(widest));
                setter.indented(label, below, |setter| setter.link(text, target));
            });
        }
    }
}

/// Between a thing and what is said of it.
fn gap(setter: &Setter<'_>) -> &'static str {
    if setter.in_lines() { ": " } else { "  " }
}

/// Sets something that holds the page's next link, behind the number that follows it.
fn next_link(setter: &mut Setter<'_>, set: impl FnOnce(&mut Setter<'_>)) {
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

const fn role(state: State) -> Role {
    match state {
        State::Open => Role::Open,
        State::Limited => Role::Limited,
        State::Closed | State::Unknown | State::NotOffered => Role::Dim,
    }
}
