//! What the questions lead to: the way to go now, the one to go later, each with its reason, and what to do until then.

use super::{Links, Pages, next_link};
use crate::desk::State;
use crate::desk::advice::{Advice, Reach, Recommendation, resolve};
use crate::guide::SectionRef;
use crate::guide::questionnaire::{Outcome, Path, Walk};
use crate::i18n::advice::{self as words, Why, desk_names, why};
use crate::i18n::{board, desk, screen, time};
use crate::language::Language;
use crate::page::inline::Flat;
use crate::page::{Code, Piece, Role, Setter, Subject, Target};
use crate::text::width::{pad, width};

/// From this width on the link to a code stands behind the number.
const WITH_LINK: usize = 56;
/// The columns left free behind what a row is about.
const GAP: usize = 2;

/// A way to get help: when, where, and why so.
struct Way {
    /// Empty where nobody can say.
    when: String,
    desks: Vec<usize>,
    language: Option<Language>,
    state: State,
    is_now: bool,
    /// Until when, or how long it still takes.
    span: String,
    why: Vec<String>,
}

/// Sets the page.
pub(super) fn set(
    pages: &Pages<'_>,
    setter: &mut Setter<'_>,
    outcome: &Outcome,
    caution: Option<SectionRef>,
    walk: &Walk<'_>,
) {
    let lang = pages.lang;
    let found = resolve(pages.statuses, pages.guide, outcome, lang, walk.speaks);
    let ways = ways(pages, outcome, walk, &found);
    let mut links = Links::new(pages);
    links.sections(outcome, caution, &found);
    let whens = ways.iter().map(|way| width(&way.when));
    let labels = [pages.texts.why, pages.texts.given].map(width);
    let widest = whens.chain(labels).max().unwrap_or(0) + GAP;
    for way in &ways {
        setter.gap();
        way.set(pages, setter, widest);
    }
    links.set(setter);
    pages.others(setter, &found.others);
    given(pages, setter, walk, widest);
    setter.gap();
    pages.closing_links(setter);
    if let Some(unofficial) = screen::unofficial(pages.guide, lang) {
        setter.gap();
        setter.text(Role::Dim, unofficial);
    }
}

/// Sets the one desk that can be reached now, where nothing was asked.
pub(super) fn only(pages: &Pages<'_>, setter: &mut Setter<'_>, advice: Advice) {
    let way = Way {
        when: pages.texts.now.to_owned(),
        desks: vec![advice.desk],
        language: Some(advice.language),
        state: pages.statuses[advice.desk].state,
        is_now: true,
        span: until(pages, advice.desk, advice.language),
        why: Vec::new(),
    };
    way.set(pages, setter, width(&way.when) + GAP);
}

/// The ways there are, what can be done first before what is still to come, unless the answers speak against it.
fn ways(pages: &Pages<'_>, outcome: &Outcome, walk: &Walk<'_>, found: &Recommendation) -> Vec<Way> {
    let lang = pages.lang;
    let reason = outcome.reason.text(lang).clone();
    let answer = answer_on_language(walk, lang);
    let state = |desk: usize| pages.statuses[desk].state;
    let now = |desks: Vec<usize>, language, why| Way {
        when: pages.texts.now.to_owned(),
        state: state(desks[0]),
        is_now: true,
        span: until(pages, desks[0], language),
        desks,
        language: Some(language),
        why,
    };
    let later = |desk, language, at, why| Way {
        when: time::at(at, pages.now, lang),
        desks: vec![desk],
        language: Some(language),
        state: State::Closed,
        is_now: false,
        span: time::before(at - pages.now, lang),
        why,
    };
    let unknown = |why: String| Way {
        when: String::new(),
        desks: vec![found.desk],
        language: None,
        state: state(found.desk),
        is_now: false,
        span: String::new(),
        why: vec![why, reason.clone()],
    };
    match found.reach {
        Reach::Now(language) => {
            let other = found
                .later
                .filter(|later| !later.language.is_kin_of(language));
            let hurry = other.filter(|_| outcome.any_language);
            let hurry = hurry.map(|_| why(Why::AtOnce(language), lang));
            let first = now(
                vec![found.desk],
                language,
                hurry.into_iter().chain([reason.clone()]).collect(),
            );
            let second = found.later.map(|opening| {
                let otherwise = other.map(|_| why(Why::Otherwise(language, answer), lang));
                let why = otherwise.into_iter().collect();
                later(opening.desk, opening.language, opening.at, why)
            });
            std::iter::once(first).chain(second).collect()
        }
        Reach::From(language, at) => {
            let waits = found.sooner.as_ref();
            let waits = waits.map(|_| why(Why::Wait(language, answer), lang));
            let first = later(
                found.desk,
                language,
                at,
                waits.into_iter().chain([reason.clone()]).collect(),
            );
            let second = found.sooner.clone().map(|(desks, other)| {
                let why = why(Why::CannotWait(other), lang);
                now(desks, other, vec![why])
            });
            std::iter::once(first).chain(second).collect()
        }
        Reach::Unknown => vec![unknown(words::unknown(
            &pages.guide.desks[found.desk],
            lang,
        ))],
        Reach::Never => vec![unknown(words::never_reached(lang).to_owned())],
    }
}

/// Until when somebody is there who is now; empty where that is always so.
fn until(pages: &Pages<'_>, desk: usize, language: Language) -> String {
    let spoken = pages.statuses[desk].language(language);
    let closes = spoken.filter(|spoken| spoken.closes_at.is_some());
    closes.map_or_else(String::new, |spoken| {
        desk::hours(spoken, pages.now, pages.lang)
    })
}

/// The answer that said in which languages the reader can be helped.
fn answer_on_language<'a>(walk: &Walk<'a>, lang: Language) -> Option<&'a str> {
    let answers = walk.given.iter().rev();
    let mut answers = answers.filter_map(|(question, choice)| question.answer(*choice));
    let told = answers.find(|answer| !answer.speaks.is_empty())?;
    Some(told.text.text(lang))
}

impl Way {
    fn set(&self, pages: &Pages<'_>, setter: &mut Setter<'_>, widest: usize) {
        let (guide, lang) = (pages.guide, pages.lang);
        let desks: Vec<_> = self.desks.iter().map(|&desk| &guide.desks[desk]).collect();
        let name = desk_names(&desks, self.language, lang);
        let contacts = || {
            let contacts = |&desk: &usize| {
                let contacts = guide.desks[desk].contacts.iter().enumerate();
                contacts.map(move |(contact, value)| (Code { desk, contact }, value))
            };
            self.desks.iter().flat_map(contacts)
        };
        let phone = contacts().find(|(_, value)| value.is_phone());
        let mut line = Flat::plain(Role::Strong, &name);
        if let Some((code, phone)) = phone {
            line = line
                .and(Role::Text, super::gap(setter))
                .and(Role::Strong, phone.value.text(lang));
            if !setter.in_lines() && self.is_now && setter.room() >= WITH_LINK {
                let target = Target::Subject(Subject::Qr(code));
                let words = board::qr_code(lang);
                line = line.and(Role::Text, "  ").and_link(words, target);
            }
        }
        if !self.span.is_empty() {
            let gap = super::gap(setter);
            line = line.and(Role::Text, gap).and(Role::Text, &self.span);
        }
        let line = labelled(setter, &self.when, line);
        row(setter, &self.when, Role::Strong, widest, |setter| {
            setter.signed(self.state.into(), self.state.symbol(), |setter| {
                setter.flat(&line);
                // Where there is no number, it is said where to go instead.
                if phone.is_none() {
                    for (_, contact) in contacts().take(2) {
                        setter.text(Role::Text, contact.value.text(lang));
                    }
                }
            });
        });
        if self.why.is_empty() {
            return;
        }
        let why = words::sentences(&self.why, lang);
        let why = labelled(setter, pages.texts.why, Flat::plain(Role::Text, &why));
        row(setter, pages.texts.why, Role::Dim, widest, |setter| {
            // Below the name, behind the sign.
            let columns = if setter.in_lines() { 0 } else { GAP };
            let indent = Piece::new(Role::Text, " ".repeat(columns));
            setter.indented(indent.clone(), indent, |setter| setter.flat(&why));
        });
    }
}

/// In lines, where nothing stands in columns, the same behind what it is about.
fn labelled(setter: &Setter<'_>, label: &str, flat: Flat) -> Flat {
    if setter.in_lines() && !label.is_empty() {
        Flat::plain(Role::Text, &format!("{label}: ")).and_flat(&flat)
    } else {
        flat
    }
}

/// Something behind what it is about.
fn row(
    setter: &mut Setter<'_>,
    label: &str,
    role: Role,
    widest: usize,
    set: impl FnOnce(&mut Setter<'_>),
) {
    if setter.in_lines() {
        set(setter);
        return;
    }
    let first = Piece::new(role, pad(label, widest));
    let below = Piece::new(Role::Text, " ".repeat(widest));
    setter.indented(first, below, set);
}

/// What was said, in a line; each answer leads back to its question.
fn given(pages: &Pages<'_>, setter: &mut Setter<'_>, walk: &Walk<'_>, widest: usize) {
    if walk.given.is_empty() || setter.in_lines() {
        return;
    }
    setter.gap();
    let mut path = Path::START;
    let mut line = Flat::default();
    for (n, &(question, choice)) in walk.given.iter().enumerate() {
        let answer = question
            .answer(choice)
            .map(|answer| answer.text.text(pages.lang));
        let answer = answer.map_or(pages.texts.skipped, String::as_str);
        if n > 0 {
            line = line.and(Role::Dim, " → ");
        }
        line = line.and_link(answer, Target::Subject(Subject::Advice(path)));
        path = path.then(choice);
    }
    row(setter, pages.texts.given, Role::Dim, widest, |setter| {
        setter.flat(&line);
    });
}

/// Sets something that holds the page's next link: in lines behind the number that follows it.
pub(super) fn link_row(
    setter: &mut Setter<'_>,
    label: &str,
    text: &str,
    target: Target,
    widest: usize,
) {
    if setter.in_lines() {
        next_link(setter, |setter| {
            setter.link(&format!("{label}: {text}"), target);
        });
        return;
    }
    row(setter, label, Role::Dim, widest, |setter| {
        setter.link(text, target);
    });
}
