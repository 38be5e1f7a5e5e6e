//! Who can be reached, in words.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::advice;
use super::time::{self, Clocks};
use crate::desk::{Advice, DeskStatus, LanguageStatus, State};
use crate::guide::{ContactKind, Desk, Guide};
use crate::hours::{YEARS, can_be_told};
use crate::language::Language;

/// What a language says of it. Languages, desks, hours and clocks come in the reader's words.
pub trait Words {
    fn open(&self) -> &'static str;
    /// Of a self-service that is open.
    fn available(&self) -> &'static str;
    fn out_of_hours(&self) -> &'static str;
    /// Where the guide knows no hours.
    fn unknown(&self) -> &'static str;
    fn not_offered(&self) -> &'static str;
    /// The only languages in which somebody is there.
    fn only(&self, languages: &[Cow<'static, str>]) -> String;
    /// Hours with their language, in which somebody is there now or not.
    fn with_language(&self, language: &str, hours: &str, open: bool) -> String;
    /// Round the clock.
    fn always(&self) -> &'static str;
    /// In the place of hours where there will be none.
    fn never_open(&self) -> &'static str;
    /// "Round the clock" is no promise that somebody always answers.
    fn in_principle(&self) -> &'static str;
    fn remark(&self, text: &str, remark: &str) -> String;
    /// Hours, and how long it is until they end or begin.
    fn hours_then_span(&self, hours: &str, span: &str) -> String;
    /// Whose clock it is that shows the time of a zone; of one that was named already no more than that.
    fn own_clock(&self, zone: Option<&str>) -> String;
    fn no_desks(&self) -> &'static str;
    fn clock_warning(&self, year: i32, as_of: Option<NaiveDate>) -> String;
    /// For a year beyond these no hours can be told.
    fn hours_are_told(&self, first: i32, last: i32) -> String;
    fn contact_kind(&self, kind: ContactKind) -> &'static str;
    /// Why a desk: somebody speaks the reader's language.
    fn taken_in(&self, language: &str, hours: &str) -> String;
    /// Somebody speaks another, and the reader's again at the hours that follow.
    fn only_until(&self, language: &str, own: &str) -> String;
    /// Somebody speaks another.
    fn taken_only_in(&self, language: &str, hours: &str) -> String;
    /// Nobody is there, but a self-service is.
    fn self_service(&self, hours: &str) -> String;
    fn no_desk(&self) -> &'static str;
    /// No desk is open; this one is next.
    fn next_desk(&self, desk: &str, hours: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

pub use super::names::language_name;

/// What a state is called where there is room for a word: `受付中`, `English only`, `closed`.
pub fn state_name(status: &DeskStatus, desk: &Desk, lang: Language) -> String {
    let words = words(lang);
    let name = match status.state {
        State::Open if desk.self_service => words.available(),
        State::Open => words.open(),
        State::Limited => return only(status, lang),
        State::Closed => words.out_of_hours(),
        State::Unknown => words.unknown(),
        State::NotOffered => words.not_offered(),
    };
    name.to_owned()
}

/// The languages in which somebody is there, and no others: `英語のみ`, `English only`.
fn only(status: &DeskStatus, lang: Language) -> String {
    let open: Vec<_> = status
        .languages
        .iter()
        .filter(|l| l.open)
        .map(|l| language_name(l.language, lang))
        .collect();
    words(lang).only(&open)
}

/// A language's hours as they stand, with its name: `日本語 21:00まで`, `日本語は明日 9:00 から`, `英語 24時間`; `Japanese until
/// 21:00`, `Japanese from 9:00 tomorrow`, `English 24 h`. `now` is in the zone of the status.
pub fn language_hours(status: &LanguageStatus, now: DateTime<Tz>, lang: Language) -> String {
    with_language(status, &hours(status, now, lang), lang)
}

/// Hours with the name of their language: `日本語 21:00まで`, `日本語は明日 9:00 から`.
pub(super) fn with_language(status: &LanguageStatus, hours: &str, lang: Language) -> String {
    let name = language_name(status.language, lang);
    words(lang).with_language(&name, hours, status.open)
}

/// From when a language is spoken that is not now: `日本語は明日 9:00 から`.
pub(super) fn with_language_from(language: Language, from: &str, lang: Language) -> String {
    words(lang).with_language(&language_name(language, lang), from, false)
}

/// A language's hours as they stand: `21:00まで`, `明日 9:00 から`, `24時間`; `until 21:00`, `from 9:00 tomorrow`, `24 h`.
pub fn hours(status: &LanguageStatus, now: DateTime<Tz>, lang: Language) -> String {
    if let Some(end) = status.closes_at {
        return time::until(end, now, lang);
    }
    if let Some(start) = status.opens_at {
        return time::from(start, now, lang);
    }
    let words = words(lang);
    let text = match (status.always, status.open) {
        (true, _) => words.always(),
        (false, true) => words.open(),
        (false, false) => words.never_open(),
    };
    text.to_owned()
}

/// [`hours`] with all that there is room for elsewhere than in a status bar: how long it still takes, within a day, and
/// that a desk where people answer is open round the clock in principle only: `あと13分（21:00まで）`, `明日 9:00 から（12時間後）`,
/// `24時間（原則）`.
pub fn hours_in_full(
    status: &LanguageStatus,
    self_service: bool,
    now: DateTime<Tz>,
    lang: Language,
) -> String {
    let hours = hours(status, now, lang);
    let soon = |change: Option<DateTime<Tz>>| {
        change
            .map(|change| change.signed_duration_since(now))
            .filter(|span| *span <= TimeDelta::days(1))
    };
    if let Some(span) = soon(status.closes_at) {
        return remark(&time::left(span, lang), &hours, lang);
    }
    if let Some(span) = soon(status.opens_at) {
        return remark(&hours, &time::before(span, lang), lang);
    }
    if status.always && !self_service {
        return remark(&hours, words(lang).in_principle(), lang);
    }
    hours
}

/// [`hours_in_full`]; where the reader's own clock is another, by both: `日本時間21:00まで（GMT 今日 12:00）・あと13分`, `from 9:00 tomorrow
/// Japan time (19:00 today EST), in 12 h`. What may not be parted at the end of a line is joined by no-break spaces.
pub fn hours_by_both_clocks(
    status: &LanguageStatus,
    self_service: bool,
    now: Clocks,
    lang: Language,
) -> String {
    let both = named_hours(status, now, lang);
    let change = status.closes_at.or(status.opens_at);
    let (Some([hours, own]), Some(change)) = (both, change) else {
        return hours_in_full(status, self_service, now.desks, lang);
    };
    let kept = |text: &str| text.replace(' ', "\u{a0}");
    let text = remark(&kept(&hours), &kept(&own), lang);
    let span = change.signed_duration_since(now.desks);
    if span > TimeDelta::days(1) {
        return text;
    }
    let span = if status.closes_at.is_some() {
        time::left(span, lang)
    } else {
        time::before(span, lang)
    };
    words(lang).hours_then_span(&text, &span)
}

/// Hours with the name of their language: `日本語 21:00まで`, `日本語は明日 9:00 から`.
pub fn of_language(status: &LanguageStatus, hours: &str, lang: Language) -> String {
    with_language(status, hours, lang)
}

/// How long it takes until a language's hours end or begin, with its name, where one clock is enough and it is within a
/// day: `日本語 あと13分`, `Japanese in 12 h`.
pub fn span_in_words(status: &LanguageStatus, now: Clocks, lang: Language) -> Option<String> {
    if named_hours(status, now, lang).is_some() {
        return None;
    }
    let span = |at: DateTime<Tz>| {
        let span = at.signed_duration_since(now.desks);
        (span <= TimeDelta::days(1)).then_some(span)
    };
    let span = match (status.closes_at, status.opens_at) {
        (Some(end), _) => time::left(span(end)?, lang),
        (None, Some(start)) => time::before(span(start)?, lang),
        (None, None) => return None,
    };
    Some(with_language(status, &span, lang))
}

/// [`hours`] with the zone whose they are, and the same instant by the reader's own clock, where that is another.
pub(super) fn named_hours(
    status: &LanguageStatus,
    now: Clocks,
    lang: Language,
) -> Option<[String; 2]> {
    let change = status.closes_at.or(status.opens_at)?;
    time::by_both_clocks(&hours(status, now.desks, lang), change, now, lang)
}

/// [`hours`], by both clocks where they differ: `日本時間21:00まで（GMT 今日 12:00）`.
fn hours_by_clocks(status: &LanguageStatus, now: Clocks, lang: Language) -> String {
    match named_hours(status, now, lang) {
        Some([hours, own]) => remark(&hours, &own, lang),
        None => hours(status, now.desks, lang),
    }
}

/// A text with a remark behind it in brackets: `電話（日本語）`, `Phone (Japanese)`.
pub fn remark(text: &str, remark: &str, lang: Language) -> String {
    words(lang).remark(text, remark)
}

/// The time by the reader's own clock: `11月23日(月) 11:47 GMT（お手元の時計、Europe/London）`.
pub fn own_clock(at: DateTime<Tz>, lang: Language) -> String {
    let zone = at.timezone().name();
    let is_named = zone.ends_with(&time::zone_name(at, lang));
    let whose = words(lang).own_clock(Some(zone).filter(|_| !is_named));
    remark(&time::clock(at, lang), &whose, lang)
}

/// Said quietly where the clock [looks wrong](crate::desk::status::clock_looks_wrong). It holds as well for an instant that
/// was asked for, whose year stands nowhere else.
pub fn clock_warning(now: DateTime<Tz>, as_of: Option<NaiveDate>, lang: Language) -> String {
    let mut said = vec![words(lang).clock_warning(now.year(), as_of)];
    if !can_be_told(now) {
        said.push(words(lang).hours_are_told(YEARS.start, YEARS.end - 1));
    }
    advice::sentences(&said, lang)
}

/// The guide names no desk, so there is nothing to say of any.
pub fn no_desks(lang: Language) -> &'static str {
    words(lang).no_desks()
}

/// What a contact's value is: `電話番号`, `Phone number`.
pub fn contact_kind(kind: ContactKind, lang: Language) -> &'static str {
    words(lang).contact_kind(kind)
}

/// Why this desk, in a sentence or two for the reader. `now` is in the guide's zone, or by both clocks.
pub fn advice_reason(
    advice: Advice,
    statuses: &[DeskStatus],
    guide: &Guide,
    now: impl Into<Clocks>,
    lang: Language,
) -> String {
    let now = now.into();
    let desk = &guide.desks[advice.desk];
    let status = statuses.iter().find(|status| status.desk == advice.desk);
    let Some(spoken) = status.and_then(|status| status.language(advice.language)) else {
        return String::new();
    };
    if desk.self_service {
        return words(lang).self_service(&hours_by_clocks(spoken, now, lang));
    }
    let hours = hours_by_both_clocks(spoken, false, now, lang);
    let name = language_name(advice.language, lang);
    let own = status.and_then(|status| status.language(lang));
    let words = words(lang);
    match own.filter(|own| own.opens_at.is_some()) {
        _ if advice.language.is_kin_of(lang) => words.taken_in(&name, &hours),
        Some(own) => {
            let hours = hours_by_clocks(own, now, lang);
            words.only_until(&name, &with_language(own, &hours, lang))
        }
        None => words.taken_only_in(&name, &hours),
    }
}

/// What is said where there is no advice: when the next desk opens, if any does. `now` is in the guide's zone, or by both
/// clocks.
pub fn no_advice(
    statuses: &[DeskStatus],
    guide: &Guide,
    now: impl Into<Clocks>,
    lang: Language,
) -> String {
    let now = now.into();
    let next = statuses
        .iter()
        .flat_map(|status| status.languages.iter().map(move |l| (status.desk, l)))
        .filter_map(|(desk, l)| Some((l.opens_at?, !l.language.is_kin_of(lang), desk, l)))
        .min_by_key(|(opens, foreign, desk, _)| (*opens, *foreign, *desk));
    match next {
        None => words(lang).no_desk().to_owned(),
        Some((_, _, desk, l)) => {
            let name = guide.desks[desk].name.text(lang);
            let hours = hours_by_clocks(l, now, lang);
            words(lang).next_desk(name, &with_language(l, &hours, lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn beyond_the_years_of_hours_that_is_said() {
        for language in [Language::JA, Language::EN] {
            let said = |year| {
                let now = Tz::Asia__Tokyo.with_ymd_and_hms(year, 6, 1, 0, 0, 0);
                clock_warning(now.unwrap(), None, language)
            };
            assert!(!said(1950).contains("1901") && said(1950).contains("1950"));
            for year in [1890, 9999] {
                let said = said(year);
                assert!(said.contains("1901") && said.contains("9998"), "{said}");
            }
        }
    }
}
