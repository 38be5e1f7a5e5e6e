//! What the guide itself is: how old, in which languages, where it comes from.

use chrono::{Datelike, NaiveDate};

use super::catalogue::{Moved, PageKind};
use super::inline::Flat;
use super::{Context, Input, Page, Role, Subject, Target};
use crate::desk::status::in_zone;
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, Part, checklist};
use crate::i18n::desk::remark;
use crate::i18n::details::{self as words, texts};
use crate::i18n::{release, screen, time};
use crate::text::clean::clean;
use crate::text::width::width;

#[derive(Clone, Copy)]
pub struct Details;

impl PageKind for Details {
    const CHANGES_WITH: &'static [Input] = &[Input::Clock, Input::Index];

    fn topics(_: &Guide) -> Vec<Self> {
        vec![Self]
    }

    fn title(self, context: &Context<'_>) -> String {
        texts(context.lang).title.to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        texts(context.lang).summary.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let Context { guide, lang, .. } = *context;
        let mut setter = context.setter().numbered();
        if setter.in_lines() {
            setter.text(Role::Title, texts(lang).title);
        }
        setter.text(Role::Title, guide.title.text(lang));
        for other in guide.languages.iter().filter(|other| **other != lang) {
            if let Some(title) = guide.title.exact(*other) {
                setter.text(Role::Dim, title);
            }
        }
        setter.gap();
        let facts = facts(context);
        let widest = facts.iter().map(|(name, _)| width(name)).max();
        for (name, fact) in &facts {
            setter.explained(name, fact, widest.unwrap_or(0) + 2);
        }
        if let Some(unofficial) = screen::unofficial(guide, lang) {
            setter.gap();
            setter.text(Role::Dim, unofficial);
        }
        setter.gap();
        setter.flat(&links(context));
        setter.finish()
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Details)
    }
}

/// Where to read on: what the guide begins with, and what it says of fraud.
fn links(context: &Context<'_>) -> Flat {
    let Context { guide, lang, .. } = *context;
    let first = (!guide.articles.is_empty()).then(|| {
        let title = guide.articles[0].title.text(lang).clone();
        (title, Subject::Article(0))
    });
    let fraud = guide.fraud_sections.first().map(|&at| {
        let title = guide.section(at).texts.text(lang).title.clone();
        (title, Subject::Section(at))
    });
    let mut flat = Flat::default();
    for (n, (title, subject)) in first.into_iter().chain(fraud).enumerate() {
        if n > 0 {
            flat = flat.and(Role::Text, "    ");
        }
        flat = flat.and_link(&title, Target::Subject(subject));
    }
    flat
}

/// What there is to say, each with its name. What the guide does not say of itself is not named.
fn facts(context: &Context<'_>) -> Vec<(&'static str, String)> {
    let Context { guide, lang, .. } = *context;
    let (texts, provenance) = (texts(lang), &guide.provenance);
    // That it is not is a sentence of its own.
    let kind = (provenance.official == Some(true)).then(|| (texts.kind, texts.official.to_owned()));
    let as_of = guide.as_of.map(|date| (texts.as_of, dated(date, context)));
    let release = provenance.release.iter().flat_map(|release| {
        let texts = release::texts(lang);
        let today = in_zone(context.now, guide.timezone).date_naive();
        [
            (texts.release, release::made(release, lang)),
            (texts.good_until, release::good_until(release, today, lang)),
        ]
    });
    let lists = checklist::sections(guide, None, lang).len();
    let languages = words::languages(&guide.languages, lang);
    let numbers = words::list(&guide.official_numbers, lang);
    let numbers = (!numbers.is_empty()).then_some((texts.numbers, numbers));
    let zone = guide.has(Part::Desks).then(|| {
        let called = time::zone_name(in_zone(context.now, guide.timezone), lang);
        let name = guide.timezone.name();
        let zone = if called == name {
            called
        } else {
            remark(&called, name, lang)
        };
        (texts.zone, zone)
    });
    let licence = provenance.licence.as_deref();
    let licence = licence.map(|licence| words::licences(licence, lang));
    let index = context.is_indexed.map(|is_there| {
        let state = if is_there {
            texts.indexed
        } else {
            texts.not_indexed
        };
        (texts.index, state.to_owned())
    });
    let program = (texts.program, words::program(lang));
    kind.into_iter()
        .chain(as_of)
        .chain(release)
        .chain([
            (texts.size, words::contents(guide, lists, lang)),
            (texts.languages, languages),
        ])
        .chain(numbers)
        .chain(zone)
        .chain([(texts.source, source(context))])
        .chain(licence.map(|licence| (texts.licence, licence)))
        .chain(index)
        .chain([program])
        .collect()
}

/// The day for which the facts stand, and how long ago it was by the calendar of the guide's zone, once that is a month.
fn dated(as_of: NaiveDate, context: &Context<'_>) -> String {
    let Context { guide, lang, .. } = *context;
    let today = in_zone(context.now, guide.timezone).date_naive();
    let (days, months) = ((today - as_of).num_days(), months(as_of, today));
    let date = time::long_date(as_of, lang);
    if months < 1 {
        date
    } else {
        remark(&date, &words::age(days, months, lang), lang)
    }
}

/// Whole months from one day to another.
fn months(from: NaiveDate, to: NaiveDate) -> i32 {
    let count = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    count(to) - count(from) - i32::from(to.day() < from.day())
}

/// Where the guide was read from. How a public machine is furnished is nobody's business.
fn source(context: &Context<'_>) -> String {
    let texts = texts(context.lang);
    match context.guide.provenance.source.folder() {
        None => texts.built_in.to_owned(),
        Some(_) if context.public => texts.folder.to_owned(),
        Some(path) => clean(&path.display().to_string()).replace('\n', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let check = |from, to, expected| assert_eq!(months(day(from), day(to)), expected);
        check("2026-11-23", "2026-11-23", 0);
        check("2026-11-23", "2026-12-22", 0);
        check("2026-11-23", "2026-12-23", 1);
        check("2026-11-30", "2027-02-28", 2);
        check("2026-11-23", "2028-11-23", 24);
        check("2026-11-23", "2026-11-22", -1);
    }
}
