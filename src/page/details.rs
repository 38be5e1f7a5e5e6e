//! What the guide itself is: how old, in which languages, where it comes from.

use chrono::{Datelike, NaiveDate};

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Role, Subject};
use crate::desk::status::in_zone;
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, Source};
use crate::i18n::desk::remark;
use crate::i18n::details::{self as words, texts};
use crate::i18n::screen;
use crate::text::clean::clean;
use crate::text::width::width;

#[derive(Clone, Copy)]
pub struct Details;

impl PageKind for Details {
    const CHANGES_WITH: &'static [Input] = &[Input::Clock];

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
        let mut setter = context.setter();
        setter.text(Role::Title, texts(lang).title);
        setter.text(Role::Dim, guide.title.text(lang));
        setter.gap();
        let facts = facts(context);
        let widest = facts.iter().map(|(name, _)| width(name)).max();
        for (name, fact) in &facts {
            setter.explained(name, fact, widest.unwrap_or(0));
        }
        if let Some(unofficial) = screen::unofficial(guide, lang) {
            setter.gap();
            setter.text(Role::Dim, unofficial);
        }
        setter.finish()
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Details)
    }
}

/// What there is to say, each with its name. What the guide does not say of itself is not named.
fn facts(context: &Context<'_>) -> Vec<(&'static str, String)> {
    let Context { guide, lang, .. } = *context;
    let (texts, provenance) = (texts(lang), &guide.provenance);
    let kind = provenance.official.map(|is_official| {
        let kind = if is_official {
            texts.official
        } else {
            texts.unofficial
        };
        (texts.kind, kind.to_owned())
    });
    let as_of = guide.as_of.map(|date| (texts.as_of, dated(date, context)));
    let licence = provenance.licence.clone();
    let program = concat!("madoguchi ", env!("CARGO_PKG_VERSION"));
    let always = [
        (texts.languages, words::languages(&guide.languages, lang)),
        (texts.size, words::size(guide, lang)),
        (texts.source, source(context)),
    ];
    let program = (
        texts.program,
        remark(program, env!("CARGO_PKG_LICENSE"), lang),
    );
    kind.into_iter()
        .chain(as_of)
        .chain(always)
        .chain(licence.map(|licence| (texts.licence, licence)))
        .chain([program])
        .collect()
}

/// The day for which the facts stand, and how long ago it was by the calendar of the guide's zone.
fn dated(as_of: NaiveDate, context: &Context<'_>) -> String {
    let Context { guide, lang, .. } = *context;
    let today = in_zone(context.now, guide.timezone).date_naive();
    let days = (today - as_of).num_days();
    let age = words::age(days, months(as_of, today), lang);
    let date = as_of.to_string();
    if age.is_empty() {
        date
    } else {
        remark(&date, &age, lang)
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
    match &context.guide.provenance.source {
        Source::BuiltIn => texts.built_in.to_owned(),
        Source::Folder(_) if context.public => texts.folder.to_owned(),
        Source::Folder(path) => clean(&path.display().to_string()).replace('\n', " "),
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
