//! All desks in one line, for a status bar that may be wide or narrow.
//!
//! Desks of which the same is to be said share an entry. An entry says by a sign and in words what its colour says too.

use chrono::{DateTime, Utc};

use super::board;
use super::desk::{
    hours, hours_in_full, language_name, named_hours, remark, state_name, with_language,
};
use super::time::Clocks;
use crate::desk::{DeskStatus, LanguageStatus, State, advice, status::in_zone};
use crate::guide::Guide;
use crate::language::Language;
use crate::text::width::width as text_width;

/// What a language says of it.
pub trait Words {
    /// Before the recommended desk.
    fn best(&self) -> &'static str;
    fn between_names(&self) -> &'static str;
    /// Between the names of desks and what is said of them.
    fn after_names(&self) -> &'static str;
    fn between_parts(&self) -> &'static str;
    /// The only language in which somebody is there.
    fn only(&self, language: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// How much is said, from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Every desk, every language.
    Full,
    /// The desks that have hours.
    Reachable,
    /// The desks where somebody answers.
    Staffed,
    /// The recommended desk.
    Recommended,
    /// Of the desks that have hours only what concerns the reader's language.
    Own,
    /// Of the desks where somebody answers only what concerns the reader's language.
    Short,
    /// The same of the recommended desk.
    RecommendedShort,
    /// The best of those where somebody answers, by its language instead of its name.
    Shortest,
    /// Of this only what its state is called, and not what comes next.
    State,
}

impl Detail {
    /// The levels that choose among all desks, the widest first.
    pub const ALL: [Self; 6] = [
        Self::Full,
        Self::Reachable,
        Self::Staffed,
        Self::Short,
        Self::Shortest,
        Self::State,
    ];
}

/// Between the names of desks.
pub fn between_names(lang: Language) -> &'static str {
    words(lang).between_names()
}

/// Two things that are said of a desk.
pub fn and(one: &str, other: &str, lang: Language) -> String {
    format!("{one}{}{other}", words(lang).between_parts())
}

/// Before the recommended desk.
pub fn recommendation_label(lang: Language) -> &'static str {
    words(lang).best()
}

/// The desk to turn to now, to stand before the line of all: `おすすめ：電話`, `Best: Phone`; nothing where every desk is
/// closed.
pub fn recommendation(statuses: &[DeskStatus], guide: &Guide, lang: Language) -> Option<String> {
    let best = advice::best(statuses, guide, lang)?;
    let name = guide.desks[best.desk].name.text(lang);
    Some(format!("{}{name}", recommendation_label(lang)))
}

/// One or more desks of which the same is to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `電話・ライブチャット`, `Phone, Live chat`; empty in [`Detail::Shortest`].
    pub names: String,
    pub state: State,
    /// Never empty.
    pub parts: Vec<Part>,
}

/// One thing said of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    /// Whether it tells of somebody who is there now.
    pub open: bool,
}

/// A run of text that is drawn in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub role: Role,
}

/// What a [`Piece`] is, so that a theme can tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Symbol(State),
    Names,
    Open,
    /// Closed, unknown, not offered.
    Other,
    Separator,
}

/// How times are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saying {
    /// By both clocks where they differ.
    pub now: Clocks,
    /// With how long it still takes, where one clock is enough. That is another text every minute.
    pub counted: bool,
}

impl From<Clocks> for Saying {
    fn from(now: Clocks) -> Self {
        Self {
            now,
            counted: false,
        }
    }
}

/// What can be said of the desks at a level of detail; of the recommended one nothing where every desk is closed.
/// `statuses` are the guide's at that instant.
pub fn entries(
    statuses: &[DeskStatus],
    guide: &Guide,
    saying: Saying,
    lang: Language,
    detail: Detail,
) -> Vec<Entry> {
    let chosen = choose(statuses, guide, lang, detail);
    let mut entries: Vec<Entry> = Vec::new();
    for status in chosen {
        let parts = match detail {
            Detail::Full | Detail::Reachable | Detail::Staffed | Detail::Recommended => {
                parts(status, guide, saying, lang)
            }
            Detail::Own | Detail::Short | Detail::RecommendedShort | Detail::Shortest => {
                short_parts(status, guide, saying, lang)
            }
            Detail::State => vec![without_hours(status, guide, lang)],
        };
        let name = guide.desks[status.desk].name.text(lang);
        match entries
            .iter_mut()
            .find(|entry| (entry.state, &entry.parts) == (status.state, &parts))
        {
            Some(entry) => {
                entry.names.push_str(words(lang).between_names());
                entry.names.push_str(name);
            }
            None => entries.push(Entry {
                names: name.clone(),
                state: status.state,
                parts,
            }),
        }
    }
    if matches!(detail, Detail::Shortest | Detail::State) {
        entries.sort_by_key(|entry| rank(entry.state));
        entries.truncate(1);
        for entry in &mut entries {
            entry.names.clear();
        }
    }
    entries
}

/// The columns that a line of [`short`] takes at most, if words allow it: tmux gives no more to the right of its bar.
const SHORT: usize = 40;

/// One line for the bar of another program or a prompt: the best desk where somebody answers, and until when; or what
/// there is instead, and when the reader's language is spoken again. It says nothing that changes from minute to minute.
/// Empty where the guide has no desk.
pub fn short(statuses: &[DeskStatus], guide: &Guide, now: Clocks, lang: Language) -> String {
    let opens = |status: &DeskStatus| {
        let soonest = status.languages.iter().filter_map(|l| l.opens_at).min();
        soonest.filter(|_| status.state == State::Closed)
    };
    let best = choose(statuses, guide, lang, Detail::Short)
        .into_iter()
        // Of closed desks the one that opens first; those that never do come last.
        .min_by_key(|status| (rank(status.state), opens(status).is_none(), opens(status)));
    let Some(status) = best else {
        return String::new();
    };
    let mut entry = [Entry {
        names: guide.desks[status.desk].name.text(lang).clone(),
        state: status.state,
        parts: short_parts(status, guide, now.into(), lang),
    }];
    if width(&entry, lang) > SHORT {
        entry[0].names.clear();
    }
    let pieces = pieces(&entry, lang, false);
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The columns that [`pieces`] take.
pub fn width(entries: &[Entry], lang: Language) -> usize {
    pieces(entries, lang, false)
        .iter()
        .map(|piece| text_width(&piece.text))
        .sum()
}

/// A line for each desk that an article is about, with its contacts in the lines below; where there is none, for each desk
/// where somebody answers. `signs`: whether a sign of its state stands before each.
pub fn desks_of(
    article: usize,
    statuses: &[DeskStatus],
    guide: &Guide,
    now: DateTime<Utc>,
    lang: Language,
    signs: bool,
) -> Vec<String> {
    let now = Clocks::from(in_zone(now, guide.timezone));
    let mut lines = Vec::new();
    for desk in guide.desks_of(article) {
        let status = &statuses[desk];
        let parts: Vec<String> = parts(status, guide, now.into(), lang)
            .into_iter()
            .map(|part| part.text)
            .collect();
        let desk = &guide.desks[desk];
        let sign = format!("{} ", status.state.symbol());
        // A dot between two things is read out.
        let between = if signs {
            words(lang).between_parts()
        } else {
            board::and(lang)
        };
        lines.push(format!(
            "{}{}{}{}",
            if signs { sign.as_str() } else { "" },
            desk.name.text(lang),
            words(lang).after_names(),
            parts.join(between)
        ));
        lines.extend(
            desk.contacts
                .iter()
                .map(|contact| format!("  {}", contact.value.text(lang))),
        );
    }
    lines
}

/// The line as runs of text: sign, names, what is said of them. `ascii` chooses signs for terminals without others.
pub fn pieces(entries: &[Entry], lang: Language, ascii: bool) -> Vec<Piece> {
    let piece = |text: &str, role| Piece {
        text: text.to_owned(),
        role,
    };
    let words = words(lang);
    let mut line = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            line.push(piece(ENTRY_SEPARATOR, Role::Separator));
        }
        let symbol = if ascii {
            entry.state.ascii_symbol()
        } else {
            entry.state.symbol()
        };
        line.push(piece(&format!("{symbol} "), Role::Symbol(entry.state)));
        if !entry.names.is_empty() {
            line.push(piece(&entry.names, Role::Names));
            line.push(piece(words.after_names(), Role::Separator));
        }
        for (index, part) in entry.parts.iter().enumerate() {
            if index > 0 {
                line.push(piece(words.between_parts(), Role::Separator));
            }
            let role = if part.open { Role::Open } else { Role::Other };
            line.push(piece(&part.text, role));
        }
    }
    line
}

const ENTRY_SEPARATOR: &str = "  ";

/// Best first.
const fn rank(state: State) -> u8 {
    match state {
        State::Open => 0,
        State::Limited => 1,
        State::Closed => 2,
        State::Unknown => 3,
        State::NotOffered => 4,
    }
}

/// The desks worth a word at a level of detail. A guide without a desk of the wanted kind falls back to what it has.
fn choose<'a>(
    statuses: &'a [DeskStatus],
    guide: &Guide,
    lang: Language,
    detail: Detail,
) -> Vec<&'a DeskStatus> {
    let with_hours = |status: &&DeskStatus| !status.languages.is_empty();
    let staffed = |status: &&DeskStatus| !guide.desks[status.desk].self_service;
    let everything: Vec<_> = statuses.iter().collect();
    let reachable: Vec<_> = statuses.iter().filter(with_hours).collect();
    let answering: Vec<_> = statuses.iter().filter(with_hours).filter(staffed).collect();
    let best = advice::best(statuses, guide, lang);
    let recommended = statuses
        .iter()
        .filter(|status| best.is_some_and(|best| best.desk == status.desk))
        .collect();
    let wanted = match detail {
        Detail::Recommended | Detail::RecommendedShort => return recommended,
        Detail::Full => vec![everything],
        Detail::Reachable | Detail::Own => vec![reachable, everything],
        Detail::Staffed | Detail::Short | Detail::Shortest | Detail::State => {
            vec![answering, reachable, everything]
        }
    };
    wanted
        .into_iter()
        .find(|desks| !desks.is_empty())
        .unwrap_or_default()
}

/// Everything about a desk: what is open before what is not, the reader's language first among equals.
fn parts(status: &DeskStatus, guide: &Guide, saying: Saying, lang: Language) -> Vec<Part> {
    if let Some(same) = same_for_all(status, guide) {
        return vec![part(same, saying, lang, |_, hours, _| hours.to_owned())];
    }
    let mut languages: Vec<_> = status.languages.iter().collect();
    languages.sort_by_key(|l| (!l.open, !l.language.is_kin_of(lang)));
    let only = languages.iter().filter(|l| l.open).count() == 1 && languages.len() > 1;
    let parts: Vec<_> = languages
        .into_iter()
        .map(|l| {
            let say = if l.open && only {
                only_language
            } else {
                with_language
            };
            part(l, saying, lang, say)
        })
        .collect();
    if parts.is_empty() {
        vec![without_hours(status, guide, lang)]
    } else {
        parts
    }
}

/// What concerns the reader: until when his language is spoken, or which one is instead and when his is again, or when
/// somebody comes.
fn short_parts(status: &DeskStatus, guide: &Guide, saying: Saying, lang: Language) -> Vec<Part> {
    if let Some(same) = same_for_all(status, guide).filter(|same| same.open) {
        return vec![part(same, saying, lang, |_, hours, _| hours.to_owned())];
    }
    let own = status.language(lang);
    let next = status.languages.iter().min_by_key(|l| {
        // Those that never open come last.
        (
            l.opens_at.is_none(),
            l.opens_at,
            !l.language.is_kin_of(lang),
        )
    });
    let spoken = match (status.state, own, next) {
        (State::Limited, ..) => return parts(status, guide, saying, lang),
        (State::Open, Some(own), _) if own.open => own,
        (State::Closed, Some(own), _) => own,
        (State::Closed, _, Some(next)) => next,
        _ => return vec![without_hours(status, guide, lang)],
    };
    vec![part(spoken, saying, lang, with_language)]
}

/// A language's hours in the words of `say`, with the reader's own time where that is another, else with how long it
/// still takes if that is wanted.
fn part(
    status: &LanguageStatus,
    saying: Saying,
    lang: Language,
    say: impl Fn(&LanguageStatus, &str, Language) -> String,
) -> Part {
    let Saying { now, counted } = saying;
    let change = status.closes_at.or(status.opens_at);
    let text = match named_hours(status, now, lang) {
        Some([hours, own]) => remark(&say(status, &hours, lang), &own, lang),
        None if counted && change.is_some() => {
            say(status, &hours_in_full(status, false, now.desks, lang), lang)
        }
        None => say(status, &hours(status, now.desks, lang), lang),
    };
    Part {
        text,
        open: status.open,
    }
}

fn without_hours(status: &DeskStatus, guide: &Guide, lang: Language) -> Part {
    Part {
        text: state_name(status, &guide.desks[status.desk], lang),
        open: matches!(status.state, State::Open | State::Limited),
    }
}

/// One language standing for all, where all of the guide's have the same hours: then no language need be named.
fn same_for_all<'a>(status: &'a DeskStatus, guide: &Guide) -> Option<&'a LanguageStatus> {
    let (first, rest) = status.languages.split_first()?;
    let hours = |l: &LanguageStatus| (l.open, l.opens_at, l.closes_at, l.always);
    let same = rest.iter().all(|l| hours(l) == hours(first));
    let all = guide
        .languages
        .iter()
        .all(|l| status.language(*l).is_some());
    (same && all).then_some(first)
}

/// `英語のみ`, and until when if that ends: `英語のみ 22:00まで`.
fn only_language(status: &LanguageStatus, hours: &str, lang: Language) -> String {
    let name = language_name(status.language, lang);
    let until = status
        .closes_at
        .map(|_| format!(" {hours}"))
        .unwrap_or_default();
    format!("{}{until}", words(lang).only(&name))
}
