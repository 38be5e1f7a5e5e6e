//! Which desk now: the best one without having asked, and the one to recommend after questions.

use chrono::DateTime;
use chrono_tz::Tz;

use super::{DeskStatus, State};
use crate::guide::Guide;
use crate::guide::questionnaire::Outcome;
use crate::language::Language;

/// A desk that can be turned to now, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// Index into the guide's desks.
    pub desk: usize,
    pub language: Language,
}

/// The best desk right now for a reader of a language of whom nothing else is known: an open desk with somebody there
/// before a self-service, the reader's language before another, the guide's order between equals. `None` where every desk
/// is closed.
pub fn best(statuses: &[DeskStatus], guide: &Guide, lang: Language) -> Option<Advice> {
    statuses
        .iter()
        .filter_map(|status| {
            let mut open = status.languages.iter().filter(|l| l.open);
            let language = open
                .clone()
                .find(|l| l.language.is_kin_of(lang))
                .or(open.next())?;
            Some(Advice {
                desk: status.desk,
                language: language.language,
            })
        })
        .min_by_key(|a| {
            let foreign = !a.language.is_kin_of(lang);
            (guide.desks[a.desk].self_service, foreign)
        })
}

/// The desk to turn to after the questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Index into the guide's desks.
    pub desk: usize,
    pub reach: Reach,
    /// When a desk that would have been better opens, or this one in a language that suits the reader better.
    pub later: Option<Opening>,
    /// Where one has to wait: the desks where somebody is there now, but speaks this language alone.
    pub sooner: Option<(Vec<usize>, Language)>,
    /// Where readers can help themselves as long as nobody can be reached.
    pub meanwhile: Option<Advice>,
    /// The other desks of the outcome, the better ones first.
    pub others: Vec<usize>,
}

/// When a desk can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Now(Language),
    /// Not yet: it opens in this language at this instant, in the guide's zone.
    From(Language, DateTime<Tz>),
    /// The guide does not know its hours.
    Unknown,
    /// It does not open, as far as one can see.
    Never,
}

/// A desk that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Index into the guide's desks.
    pub desk: usize,
    pub language: Language,
    /// In the guide's zone.
    pub at: DateTime<Tz>,
}

impl Recommendation {
    /// Whether there is something to wait for: the desk itself, or a better one.
    pub const fn waits(&self) -> bool {
        self.later.is_some() || matches!(self.reach, Reach::From(..) | Reach::Never)
    }
}

/// The desk to recommend out of an outcome's, where people answer before those where readers help themselves, unless the
/// author put one of these first: the first that can be reached now in a language that the reader `speaks`
/// (his own where he told nothing), and for an outcome of any language also in others; else the one that opens soonest.
/// A desk whose hours nobody knows counts as one that can be reached: the author of the guide put it where it stands.
pub fn resolve(
    statuses: &[DeskStatus],
    guide: &Guide,
    outcome: &Outcome,
    lang: Language,
    speaks: &[Language],
) -> Recommendation {
    let suits = by_preference(lang, speaks);
    let others = guide.languages.iter().filter(|l| !suits.contains(l));
    let all: Vec<Language> = suits.iter().chain(others).copied().collect();
    let spoken = if outcome.any_language { &all } else { &suits };
    let own = |desk: &usize| guide.desks[*desk].self_service;
    // Who has come this far has tried to help himself.
    let staffed = outcome.desks.first().is_some_and(|first| !own(first));
    let wanted = outcome.desks.iter().copied();
    let wanted: Vec<usize> = wanted.filter(|desk| !(staffed && own(desk))).collect();
    let desks: Vec<&DeskStatus> = wanted.iter().map(|&desk| &statuses[desk]).collect();
    let (place, reach) = reachable(&desks, spoken)
        .or_else(|| opening(&desks, &suits))
        .or_else(|| reachable(&desks, &all))
        .or_else(|| opening(&desks, &all))
        .unwrap_or((0, Reach::Never));
    let desk = wanted[place];
    let waits = matches!(reach, Reach::From(..) | Reach::Never);
    Recommendation {
        desk,
        reach,
        later: later(&desks, place, reach, &suits),
        sooner: sooner(&desks, &all).filter(|_| waits),
        meanwhile: meanwhile(statuses, guide, &all).filter(|own| waits && own.desk != desk),
        others: outcome
            .desks
            .iter()
            .copied()
            .filter(|&other| other != desk)
            .collect(),
    }
}

/// The languages a reader can be helped in, his own first.
fn by_preference(lang: Language, speaks: &[Language]) -> Vec<Language> {
    let mut languages = speaks.to_vec();
    if languages.is_empty() {
        languages.push(lang);
    }
    languages.sort_by_key(|language| !language.is_kin_of(lang));
    languages
}

/// The first desk that can be reached in one of the languages.
fn reachable(desks: &[&DeskStatus], languages: &[Language]) -> Option<(usize, Reach)> {
    let reach = |status: &DeskStatus| {
        let open = |&language: &Language| status.language(language).is_some_and(|l| l.open);
        let now = languages.iter().copied().find(open).map(Reach::Now);
        now.or_else(|| (status.state == State::Unknown).then_some(Reach::Unknown))
    };
    (0..)
        .zip(desks)
        .find_map(|(place, status)| Some((place, reach(status)?)))
}

/// The desk that opens soonest in one of the languages.
fn opening(desks: &[&DeskStatus], languages: &[Language]) -> Option<(usize, Reach)> {
    let (at, place, language) = openings(desks, languages).min_by_key(|(at, ..)| *at)?;
    Some((place, Reach::From(language, at)))
}

/// When the desks, by their places, open in the languages.
fn openings<'a>(
    desks: &'a [&DeskStatus],
    languages: &'a [Language],
) -> impl Iterator<Item = (DateTime<Tz>, usize, Language)> + 'a {
    (0..).zip(desks).flat_map(move |(place, status)| {
        languages.iter().filter_map(move |&language| {
            let at = status.language(language)?.opens_at?;
            Some((at, place, language))
        })
    })
}

/// The soonest opening of the desks that stand before the one that is reached now, or of that one in a better language.
fn later(desks: &[&DeskStatus], place: usize, reach: Reach, suits: &[Language]) -> Option<Opening> {
    let Reach::Now(spoken) = reach else {
        return None;
    };
    let better = suits
        .iter()
        .position(|&language| language == spoken)
        .unwrap_or(suits.len());
    let before = openings(&desks[..place], suits);
    let same = openings(&desks[place..=place], &suits[..better]).map(|(at, _, l)| (at, place, l));
    let (at, place, language) = before.chain(same).min_by_key(|(at, ..)| *at)?;
    Some(Opening {
        desk: desks[place].desk,
        language,
        at,
    })
}

/// The desks where somebody is there now who speaks the best of the languages that is spoken anywhere.
fn sooner(desks: &[&DeskStatus], languages: &[Language]) -> Option<(Vec<usize>, Language)> {
    let in_language = |language: &Language| {
        let open = |status: &&&DeskStatus| status.language(*language).is_some_and(|l| l.open);
        desks
            .iter()
            .filter(open)
            .map(|status| status.desk)
            .collect::<Vec<_>>()
    };
    let mut all = languages
        .iter()
        .map(|language| (in_language(language), *language));
    all.find(|(desks, _)| !desks.is_empty())
}

/// The first self-service that is open, in the best of the languages.
fn meanwhile(statuses: &[DeskStatus], guide: &Guide, languages: &[Language]) -> Option<Advice> {
    let own: Vec<&DeskStatus> = statuses
        .iter()
        .filter(|status| guide.desks[status.desk].self_service)
        .collect();
    match reachable(&own, languages)? {
        (place, Reach::Now(language)) => Some(Advice {
            desk: own[place].desk,
            language,
        }),
        _ => None,
    }
}
