//! `desks.yaml`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::header::NUMBER_HELP;
use super::links::is_unsafe_address;
use super::near::nearest;
use super::phone::Stranger;
use super::{Context, Lack, check_id, language, localized};
use crate::guide::limits::{
    MAX_CONTACT_TEXT, MAX_CONTACTS, MAX_DESKS, MAX_HOLIDAYS, MAX_TIMES, check_count,
};
use crate::guide::problem::{Report, quoted};
use crate::guide::raw::{self, ContactValue};
use crate::guide::yaml::{At, Texts};
use crate::guide::{Availability, Contact, ContactKind, Desk, Problem, SectionRef};
use crate::hours::{Hours, holidays};
use crate::language::{Language, Localized};
use crate::text::phone::normalized;

const FILE: &str = "desks.yaml";

/// Checks the desks. `find` says what the section of a desk stands for, or reports that it is not there.
pub(super) fn desks(
    raw::Desks {
        desks: raw,
        holidays,
    }: raw::Desks,
    context: &Context,
    find: impl Fn(&At<String>, &mut Report) -> Option<SectionRef>,
    problems: &mut Vec<Problem>,
) -> Vec<Desk> {
    let mut report = Report::new(FILE);
    let mut lines: HashMap<String, usize> = HashMap::new();
    let mut desks = Vec::new();
    check_counts(&raw, &mut report);
    let holidays = days(&holidays, &mut report);
    for raw in raw {
        if let Some(id) = &raw.id
            && let Some(first) = lines.insert(id.value.clone(), id.line)
        {
            let what = format!(
                "the desk {} stands on line {first} already",
                quoted(&id.value)
            );
            report.error(id.line, &what, "rename one of them");
        }
        desks.extend(desk(raw, context, &holidays, &find, &mut report));
    }
    check_times(&desks, &mut report);
    check_contact_text(&desks, &mut report);
    problems.extend(report.into_problems());
    desks
}

fn check_counts(raw: &[raw::Desk], report: &mut Report) {
    let help = "keep those that readers turn to";
    check_count("desks", raw, MAX_DESKS, |desk| desk.line, help, report);
    for desk in raw.iter().filter(|desk| desk.contacts.len() > MAX_CONTACTS) {
        let what = format!("the desk has more than {MAX_CONTACTS} contacts");
        report.error(desk.line, &what, "make several desks of it");
    }
}

/// The page of desks is set anew at every minute.
fn check_contact_text(desks: &[Desk], report: &mut Report) {
    let contacts = desks.iter().flat_map(|desk| &desk.contacts);
    let texts = contacts.flat_map(|contact| contact.value.iter());
    let characters: usize = texts.map(|(_, text)| text.chars().count()).sum();
    if characters > MAX_CONTACT_TEXT {
        let what = format!(
            "the contacts of all desks have {characters} characters together: {MAX_CONTACT_TEXT} is the most"
        );
        report.error(
            None,
            &what,
            "keep the contacts short, and explain them in articles",
        );
    }
}

/// Who is there is asked of all desks at every minute.
fn check_times(desks: &[Desk], report: &mut Report) {
    let hours = desks.iter().filter_map(|desk| match &desk.availability {
        Availability::Hours(hours) => Some(hours),
        Availability::Unknown | Availability::NotOffered => None,
    });
    let times: usize = hours.flatten().map(|(_, hours)| hours.times()).sum();
    if times > MAX_TIMES {
        let what =
            format!("the hours of all desks have {times} times together: {MAX_TIMES} is the most");
        let help =
            "take out what is over, and write several days in one rule: `Mo-Fr,Su 09:00-17:00`";
        report.error(None, &what, help);
    }
}

fn desk(
    raw: raw::Desk,
    context: &Context,
    holidays: &[NaiveDate],
    find: impl Fn(&At<String>, &mut Report) -> Option<SectionRef>,
    report: &mut Report,
) -> Option<Desk> {
    let languages = &context.languages;
    let availability = availability(&raw, languages, holidays, report);
    let id = raw
        .id
        .filter(|id| check_id("a desk", &id.value, id.line, report));
    let name = raw
        .name
        .and_then(|name| localized("name", &name, languages, Lack::Warning, report));
    // Nothing needs to explain a desk, but what is named has to be there.
    let section = match raw.section {
        Some(section) => Some(find(&section, report)?),
        None => None,
    };
    let note = raw
        .note
        .and_then(|note| localized("note", &note, languages, Lack::Warning, report));
    let contacts = raw.contacts.into_iter();
    let contacts = contacts
        .filter_map(|raw| contact(raw, context, report))
        .collect();
    Some(Desk {
        id: id?.value,
        name: name?,
        section,
        contacts,
        availability: availability?,
        self_service: raw.self_service,
        note,
    })
}

fn availability(
    raw: &raw::Desk,
    languages: &[Language],
    holidays: &[NaiveDate],
    report: &mut Report,
) -> Option<Availability> {
    match (&raw.hours, &raw.availability) {
        (Some(texts), None) => hours(texts, languages, holidays, report),
        (None, Some(word)) => match word.value.as_str() {
            "unknown" => Some(Availability::Unknown),
            "not-offered" => Some(Availability::NotOffered),
            other => {
                let what = format!("{} is no availability", quoted(other));
                report.error(
                    word.line,
                    &what,
                    "write `unknown` or `not-offered`, or give `hours`",
                );
                None
            }
        },
        (Some(_), Some(word)) => {
            let help = "keep `hours` where they are known, else `availability`";
            report.error(
                word.line,
                "a desk has either `hours` or `availability`, not both",
                help,
            );
            None
        }
        (None, None) => {
            let help = "give `hours` per language, or `availability: unknown` or `availability: not-offered`";
            report.error(
                raw.line,
                "the desk says nothing about when it can be reached",
                help,
            );
            None
        }
    }
}

fn hours(
    texts: &At<Texts>,
    languages: &[Language],
    holidays: &[NaiveDate],
    report: &mut Report,
) -> Option<Availability> {
    let mut hours: Vec<(Language, Hours)> = Vec::new();
    for (code, text) in &texts.value {
        if code.value.is_empty() {
            let parsed = parse_hours(text, holidays, report);
            let all = parsed.into_iter();
            hours.extend(
                all.flat_map(|parsed| languages.iter().map(move |&of| (of, parsed.clone()))),
            );
            continue;
        }
        let Some(language) = language(code, report) else {
            continue;
        };
        // One speaks Chinese, whatever of it one reads.
        let is_listed = languages
            .iter()
            .any(|listed| listed.chain().any(|of| of == language));
        if !is_listed {
            let what = format!("`hours` are given for `{language}`, which the guide does not list");
            report.warning(
                code.line,
                &what,
                "add it to `languages` in guide.yaml, or take the hours out",
            );
            continue;
        }
        hours.extend(parse_hours(text, holidays, report).map(|parsed| (language, parsed)));
    }
    if texts.value.is_empty() {
        report.error(
            texts.line,
            "`hours` name no language",
            "write `hours: { ja: \"Mo-Su 09:00-21:00\" }`",
        );
    }
    hours.sort_by_key(|(language, _)| languages.iter().position(|other| other == language));
    (!hours.is_empty()).then_some(Availability::Hours(hours))
}

fn parse_hours(text: &At<String>, holidays: &[NaiveDate], report: &mut Report) -> Option<Hours> {
    let parsed = holidays::spelled_out(&text.value, holidays).and_then(|text| Hours::parse(&text));
    match parsed {
        Ok(hours) => Some(hours),
        Err(error) => {
            let what = format!("the hours {} cannot be read: {error}", quoted(&text.value));
            report.error(
                text.line,
                &what,
                "write OpenStreetMap opening hours: `Mo-Su 09:00-21:00`, `24/7`",
            );
            None
        }
    }
}

/// Holidays, of which all desks are closed or open otherwise.
fn days(raw: &[At<String>], report: &mut Report) -> Vec<NaiveDate> {
    check_count(
        "holidays",
        raw,
        MAX_HOLIDAYS,
        |day| day.line,
        "keep those of this year and the next",
        report,
    );
    let days = raw
        .iter()
        .filter_map(|day| super::header::as_of(day, report));
    days.collect()
}

fn contact(raw: raw::Contact, context: &Context, report: &mut Report) -> Option<Contact> {
    let kind = kind(&raw.kind, report)?;
    let languages = &context.languages;
    let value = match raw.value {
        ContactValue::Same(text) => {
            check_value(kind, &text.value, text.line, context, report);
            Localized::new(
                languages
                    .iter()
                    .map(|&language| (language, text.value.clone())),
            )
        }
        ContactValue::PerLanguage(texts) => {
            for (_, text) in &texts.value {
                check_value(kind, &text.value, text.line, context, report);
            }
            localized("value", &texts, languages, Lack::Warning, report)
        }
    };
    Some(Contact {
        kind,
        value: value?,
    })
}

fn check_value(kind: ContactKind, text: &str, line: usize, context: &Context, report: &mut Report) {
    match (kind, normalized(text)) {
        (ContactKind::Phone, None) => {
            let what = format!("{} is no telephone number", quoted(text));
            report.error(line, &what, NUMBER_HELP);
        }
        // One that looks like a number was reported with all others in the file; a short one does not.
        (ContactKind::Phone, Some(number))
            if context.phones.lacks(&number) && context.phones.strangers(text).is_empty() =>
        {
            let stranger = Stranger::whole(text);
            super::report_stranger(line, text, &stranger, report);
        }
        (ContactKind::Web, _) if is_unsafe_address(text) => {
            let what = format!("{} is no safe address", quoted(text));
            report.error(
                line,
                &what,
                "write an address that begins with `https://`, or words that say where to look",
            );
        }
        (ContactKind::Web, _) => context.check_address(line, text, report),
        _ => {}
    }
}

fn kind(kind: &At<String>, report: &mut Report) -> Option<ContactKind> {
    let kinds = [
        ContactKind::Phone,
        ContactKind::App,
        ContactKind::Web,
        ContactKind::Place,
    ];
    let found = kinds.into_iter().find(|known| known.name() == kind.value);
    if found.is_none() {
        let help = match nearest(&kind.value, kinds.map(ContactKind::name)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "known are `phone`, `app`, `web` and `place`".to_owned(),
        };
        report.error(
            kind.line,
            &format!("{} is no kind of contact", quoted(&kind.value)),
            &help,
        );
    }
    found
}
