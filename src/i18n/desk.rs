//! Who can be reached, in words.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::time::{self, Clocks};
use crate::desk::{Advice, ContactKind, Desk, DeskStatus, LanguageStatus, State};
use crate::guide::Guide;
use crate::language::Language;

/// What a reader calls a language: `日本語`, `Japanese`.
pub const fn language_name(of: Language, reader: Language) -> &'static str {
    match (reader, of) {
        (Language::Ja, Language::Ja) => "日本語",
        (Language::Ja, Language::En) => "英語",
        (Language::En, Language::Ja) => "Japanese",
        (Language::En, Language::En) => "English",
    }
}

/// What a state is called where there is room for a word: `受付中`, `English only`, `closed`.
pub fn state_name(status: &DeskStatus, desk: &Desk, reader: Language) -> String {
    let name = match (status.state, reader) {
        (State::Open, Language::Ja) if desk.self_service => "利用できます",
        (State::Open, Language::En) if desk.self_service => "available",
        (State::Open, Language::Ja) => "受付中",
        (State::Open, Language::En) => "open",
        (State::Limited, _) => return only(status, reader),
        (State::Closed, Language::Ja) => "受付時間外",
        (State::Closed, Language::En) => "closed",
        (State::Unknown, Language::Ja) => "公式サイトで確認",
        (State::Unknown, Language::En) => "see their site",
        (State::NotOffered, Language::Ja) => "なし",
        (State::NotOffered, Language::En) => "not offered",
    };
    name.to_owned()
}

/// The languages in which somebody is there, and no others: `英語のみ`, `English only`.
fn only(status: &DeskStatus, reader: Language) -> String {
    let open: Vec<_> = status
        .languages
        .iter()
        .filter(|l| l.open)
        .map(|l| language_name(l.language, reader))
        .collect();
    match reader {
        Language::Ja => format!("{}のみ", open.join("・")),
        Language::En => format!("{} only", open.join(", ")),
    }
}

/// A language's hours as they stand, with its name: `日本語 21:00まで`, `日本語は明日 9:00 から`, `英語 24時間`; `Japanese until
/// 21:00`, `Japanese from 9:00 tomorrow`, `English 24 h`. `now` is in the zone of the status.
pub fn language_hours(status: &LanguageStatus, now: DateTime<Tz>, reader: Language) -> String {
    with_language(status, &hours(status, now, reader), reader)
}

/// Hours with the name of their language: `日本語 21:00まで`, `日本語は明日 9:00 から`.
pub(super) fn with_language(status: &LanguageStatus, hours: &str, reader: Language) -> String {
    let name = language_name(status.language, reader);
    match reader {
        Language::Ja if !status.open => format!("{name}は{hours}"),
        _ => format!("{name} {hours}"),
    }
}

/// A language's hours as they stand: `21:00まで`, `明日 9:00 から`, `24時間`; `until 21:00`, `from 9:00 tomorrow`, `24 h`.
pub fn hours(status: &LanguageStatus, now: DateTime<Tz>, reader: Language) -> String {
    if let Some(end) = status.closes_at {
        return time::until(end, now, reader);
    }
    if let Some(start) = status.opens_at {
        return time::from(start, now, reader);
    }
    let text = match (reader, status.always, status.open) {
        (Language::Ja, true, _) => "24時間",
        (Language::En, true, _) => "24 h",
        (Language::Ja, false, true) => "受付中",
        (Language::En, false, true) => "open",
        (Language::Ja, false, false) => "受付なし",
        (Language::En, false, false) => "closed",
    };
    text.to_owned()
}

/// [`hours`] with all that there is room for elsewhere than in a status bar: how long it still takes, within a day, and
/// that a desk where people answer is open round the clock in principle only: `あと13分（21:00まで）`, `明日 9:00 から（あと12時間）`,
/// `24時間（原則）`.
pub fn hours_in_full(
    status: &LanguageStatus,
    self_service: bool,
    now: DateTime<Tz>,
    reader: Language,
) -> String {
    let hours = hours(status, now, reader);
    let soon = |change: Option<DateTime<Tz>>| {
        change
            .map(|change| change.signed_duration_since(now))
            .filter(|span| *span <= TimeDelta::days(1))
    };
    if let Some(span) = soon(status.closes_at) {
        return remark(&time::left(span, reader), &hours, reader);
    }
    if let Some(span) = soon(status.opens_at) {
        return remark(&hours, &time::before(span, reader), reader);
    }
    if status.always && !self_service {
        return remark(&hours, in_principle(reader), reader);
    }
    hours
}

/// [`hours_in_full`], and the next change by the reader's own clock where that is another: `あと13分（21:00まで）  日本時間 = GMT
/// 12:00`.
pub fn hours_by_both_clocks(
    status: &LanguageStatus,
    self_service: bool,
    now: Clocks,
    reader: Language,
) -> String {
    let text = hours_in_full(status, self_service, now.desks, reader);
    let change = status.closes_at.or(status.opens_at);
    match change.and_then(|change| time::on_own_clock(change, now, reader)) {
        Some(own) => format!("{text}  {own}"),
        None => text,
    }
}

/// A text with a remark behind it in brackets: `電話（日本語）`, `Phone (Japanese)`.
pub fn remark(text: &str, remark: &str, reader: Language) -> String {
    match reader {
        Language::Ja => format!("{text}（{remark}）"),
        Language::En => format!("{text} ({remark})"),
    }
}

/// The time by the reader's own clock: `11月23日(月) 11:47 GMT（お手元の時計、Europe/London）`.
pub fn own_clock(at: DateTime<Tz>, reader: Language) -> String {
    let zone = at.timezone().name();
    let whose = match reader {
        Language::Ja => format!("お手元の時計、{zone}"),
        Language::En => format!("your clock, {zone}"),
    };
    remark(&time::clock(at, reader), &whose, reader)
}

/// Said quietly where the clock [looks wrong](crate::desk::status::clock_looks_wrong). It holds as well for an instant that
/// was asked for, whose year stands nowhere else.
pub fn clock_warning(year: i32, as_of: NaiveDate, reader: Language) -> String {
    match reader {
        Language::Ja => format!(
            "表示の日時は{year}年、このガイドの内容は{}年{}月{}日時点のものです。この機器の時計が合っていないかもしれません。",
            as_of.year(),
            as_of.month(),
            as_of.day()
        ),
        Language::En => format!(
            "The year shown is {year}, and the guide's facts are as of {as_of}; this machine's clock may be wrong."
        ),
    }
}

/// "Round the clock" is no promise that somebody always answers.
const fn in_principle(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "原則",
        Language::En => "in principle",
    }
}

/// What a contact's value is: `電話番号`, `Phone number`.
pub const fn contact_kind(kind: ContactKind, reader: Language) -> &'static str {
    match (kind, reader) {
        (ContactKind::Phone, Language::Ja) => "電話番号",
        (ContactKind::Phone, Language::En) => "Phone number",
        (ContactKind::App, Language::Ja) => "アプリ",
        (ContactKind::App, Language::En) => "App",
        (ContactKind::Web, Language::Ja) => "ウェブ",
        (ContactKind::Web, Language::En) => "Web",
        (ContactKind::Place, Language::Ja) => "案内",
        (ContactKind::Place, Language::En) => "Where to look",
    }
}

/// Why this desk, in a sentence or two for the reader. `now` is in the guide's zone.
pub fn advice_reason(
    advice: Advice,
    statuses: &[DeskStatus],
    guide: &Guide,
    now: DateTime<Tz>,
    reader: Language,
) -> String {
    let desk = &guide.desks[advice.desk];
    let status = statuses.iter().find(|status| status.desk == advice.desk);
    let Some(spoken) = status.and_then(|status| status.language(advice.language)) else {
        return String::new();
    };
    if desk.self_service {
        return self_service_reason(spoken, now, reader);
    }
    let hours = hours_in_full(spoken, false, now, reader);
    let name = language_name(advice.language, reader);
    let own = status.and_then(|status| status.language(reader));
    match (reader, advice.language == reader, own) {
        (Language::Ja, true, _) => format!("{name}で受け付けています：{hours}。"),
        (Language::En, true, _) => format!("Contacts are taken in {name}: {hours}."),
        (Language::Ja, false, Some(own)) if own.opens_at.is_some() => format!(
            "今は{name}のみ受け付けています。{}です。",
            language_hours(own, now, reader)
        ),
        (Language::En, false, Some(own)) if own.opens_at.is_some() => format!(
            "Contacts are taken in {name} only; {}.",
            language_hours(own, now, reader)
        ),
        (Language::Ja, false, _) => format!("{name}のみ受け付けています：{hours}。"),
        (Language::En, false, _) => format!("Contacts are taken in {name} only: {hours}."),
    }
}

fn self_service_reason(spoken: &LanguageStatus, now: DateTime<Tz>, reader: Language) -> String {
    let hours = hours(spoken, now, reader);
    match reader {
        Language::Ja => {
            format!("今は担当者のいる窓口が受付時間外です。ここで自分で調べられます：{hours}。")
        }
        Language::En => {
            format!("No agent can be reached now; here you can look things up yourself: {hours}.")
        }
    }
}

/// What is said where there is no advice: when the next desk opens, if any does. `now` is in the guide's zone.
pub fn no_advice(
    statuses: &[DeskStatus],
    guide: &Guide,
    now: DateTime<Tz>,
    reader: Language,
) -> String {
    let next = statuses
        .iter()
        .flat_map(|status| status.languages.iter().map(move |l| (status.desk, l)))
        .filter_map(|(desk, l)| Some((l.opens_at?, l.language != reader, desk, l)))
        .min_by_key(|(opens, foreign, desk, _)| (*opens, *foreign, *desk));
    match (next, reader) {
        (None, Language::Ja) => "今はどの窓口も受け付けていません。".to_owned(),
        (None, Language::En) => "No desk can be reached now.".to_owned(),
        (Some((_, _, desk, l)), Language::Ja) => format!(
            "今はどの窓口も受付時間外です。{}：{}。",
            guide.desks[desk].name.text(reader),
            language_hours(l, now, reader)
        ),
        (Some((_, _, desk, l)), Language::En) => format!(
            "No desk can be reached now. {}: {}.",
            guide.desks[desk].name.text(reader),
            language_hours(l, now, reader)
        ),
    }
}
