//! The report for programs: everything.

use chrono::NaiveDate;
use serde::Serialize;

use super::text::title;
use crate::guide::Guide;
use crate::insight::{Report, Row};
use crate::language::Language;

#[derive(Serialize)]
pub struct ReportJson<'a> {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    queries: u64,
    not_found: Vec<QueryJson<'a>>,
    not_opened: Vec<QueryJson<'a>>,
    lacking: Vec<WordJson<'a>>,
    read: Vec<ReadJson<'a>>,
    hours: Vec<HourJson>,
    languages: Vec<LanguageJson>,
}

#[derive(Serialize)]
struct QueryJson<'a> {
    language: Option<Language>,
    query: &'a str,
    times: u64,
}

#[derive(Serialize)]
struct WordJson<'a> {
    language: Option<Language>,
    word: &'a str,
    times: u64,
}

/// `title` is null where the guide no longer has the section.
#[derive(Serialize)]
struct ReadJson<'a> {
    id: &'a str,
    title: Option<String>,
    times: u64,
}

#[derive(Serialize)]
struct HourJson {
    hour: usize,
    times: u64,
}

#[derive(Serialize)]
struct LanguageJson {
    language: Option<Language>,
    times: u64,
}

pub fn report<'a>(
    guide: &Guide,
    report: &'a Report,
    days: Option<(NaiveDate, NaiveDate)>,
    lang: Language,
) -> ReportJson<'a> {
    let queries = |rows: &'a [Row]| {
        let query = |row: &'a Row| QueryJson {
            language: row.language,
            query: &row.text,
            times: row.times,
        };
        rows.iter().map(query).collect()
    };
    let word = |row: &'a Row| WordJson {
        language: row.language,
        word: &row.text,
        times: row.times,
    };
    let read = |row: &'a Row| ReadJson {
        id: &row.text,
        title: title(guide, &row.text, lang),
        times: row.times,
    };
    let hours = report.hours.iter().enumerate();
    let languages = report.languages.iter();
    ReportJson {
        first: days.map(|(first, _)| first),
        last: days.map(|(_, last)| last),
        queries: report.queries,
        not_found: queries(&report.not_found),
        not_opened: queries(&report.not_opened),
        lacking: report.lacking.iter().map(word).collect(),
        read: report.read.iter().map(read).collect(),
        hours: hours
            .map(|(hour, &times)| HourJson { hour, times })
            .collect(),
        languages: languages
            .map(|row| LanguageJson {
                language: row.language,
                times: row.times,
            })
            .collect(),
    }
}
