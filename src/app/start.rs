//! The head of the start screen: questions to try, and the hours of all desks in one picture of 24 hours.

use std::ops::Range;

use chrono::{DateTime, DurationRound, TimeDelta};
use chrono_tz::Tz;

use super::{App, Command, Field};
use crate::desk::State;
use crate::desk::status::{LanguageStatus, in_zone};
use crate::frame::layout::{Focus, MEDIUM, Size, TALL};
use crate::guide::Availability;
use crate::guide::{Guide, Part};
use crate::hours::Hours;
use crate::i18n::summary::{self, Detail, Entry, Saying};
use crate::i18n::time::Clocks;
use crate::i18n::{board, desk as words, time};
use crate::language::Language;
use crate::page::Medium;

/// From this height on questions and the picture have room.
const ROOMY: u16 = 20;
/// From this height on desks without hours have a row of their own.
const SPACIOUS: u16 = 28;
/// The picture takes no more of the rows than one of so many.
const SHARE: u16 = 3;
/// The picture begins so long before now at least, at a whole quarter of a day.
const PAST: TimeDelta = TimeDelta::hours(6);
/// From this width on what is said beside the hours is said in full.
const IN_FULL: u16 = 160;

/// The rows of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// That of the questions.
    pub samples: u16,
    /// Those of the picture, with its title and its labels; one where it is a line of text.
    pub picture: u16,
}

impl Head {
    pub const fn rows(self) -> u16 {
        self.samples + self.picture
    }
}

/// The hours of all desks, from some hours ago for a day.
#[derive(Debug, Clone)]
pub struct Timeline {
    pub now: DateTime<Tz>,
    pub start: DateTime<Tz>,
    /// How many cells it has.
    pub cells: u16,
    pub rows: Vec<Row>,
    /// So many rows more had no room.
    pub left_out: usize,
    /// What is said of desks without hours: how they stand, and their name and that in words.
    pub others: Vec<(State, String)>,
}

/// The hours of a desk in a language.
#[derive(Debug, Clone)]
pub struct Row {
    /// Empty below another row of the same desk.
    pub desk: String,
    /// Empty where all languages have the same hours.
    pub language: String,
    pub is_open: bool,
    /// Of each cell.
    pub open: Vec<bool>,
    /// Until when, or from when.
    pub when: String,
}

impl App {
    /// Whether it is the start screen: nothing is typed, and topics are chosen.
    pub fn is_at_start(&self) -> bool {
        self.visit.focus == Focus::Search
            && self.visit.field == Field::Search
            && self.visit.input.value().is_empty()
            && self.setup.medium == Medium::Window
    }

    /// The rows of the head; none of it where it is not the start screen, or that has no room.
    pub fn head(&self) -> Head {
        let Size { columns, rows } = self.world.size;
        let guide = self.world.guide.as_deref();
        let has_room = columns >= MEDIUM && rows >= TALL && !self.setup.look.large;
        let Some(guide) = guide.filter(|_| has_room && self.is_at_start()) else {
            return Head::default();
        };
        if rows < ROOMY {
            let picture = u16::from(!lines(guide, self.visit.language).is_empty());
            return Head {
                samples: 0,
                picture,
            };
        }
        let samples = u16::from(!guide.samples(self.visit.language).is_empty());
        let lines = u16::try_from(lines(guide, self.visit.language).len()).unwrap_or(u16::MAX);
        let shown = lines.min(rows / SHARE - 2);
        let below = if rows >= SPACIOUS {
            1 + u16::from(has_others(guide))
        } else {
            0
        };
        let picture = if lines == 0 { 0 } else { shown + 2 + below };
        Head { samples, picture }
    }

    /// What stands in the place of the picture where that has one row: who can be reached and for how long still, as much as
    /// so many columns have room for.
    pub fn hours_in_a_line(&self, columns: usize) -> Vec<Entry> {
        let Some(guide) = self.world.guide.as_deref() else {
            return Vec::new();
        };
        let lang = self.visit.language;
        let now = Clocks::new(self.world.now, guide.timezone, self.setup.viewer);
        let entries = |(detail, counted)| {
            let saying = Saying { now, counted };
            summary::entries(self.statuses(), guide, saying, lang, detail)
        };
        let details = [Detail::Staffed, Detail::Short, Detail::Shortest];
        let choices = details.into_iter().map(|detail| (detail, true));
        let mut choices = choices.chain([(Detail::Shortest, false)]).map(entries);
        let fits = |entries: &Vec<Entry>| summary::width(entries, lang) <= columns;
        choices.find(fits).unwrap_or_default()
    }

    /// The picture for so many rows with its title and its labels, of a screen of so many columns.
    pub fn timeline(&self, rows: u16, columns: u16) -> Option<Timeline> {
        let guide = self.world.guide.as_deref()?;
        let now = in_zone(self.world.now, guide.timezone);
        let start = (now - PAST).duration_trunc(TimeDelta::hours(6)).ok()?;
        let cells = cells_of(columns);
        let lines = lines(guide, self.visit.language);
        let below = if self.world.size.rows >= SPACIOUS {
            1 + u16::from(has_others(guide))
        } else {
            0
        };
        let room = usize::from(rows.saturating_sub(2 + below));
        let row = |line: &Line<'_>| self.row(guide, line, (start, cells), now);
        Some(Timeline {
            now,
            start,
            cells,
            rows: lines.iter().take(room).filter_map(row).collect(),
            left_out: lines.len().saturating_sub(room),
            others: self.others(guide),
        })
    }

    fn row(
        &self,
        guide: &Guide,
        line: &Line<'_>,
        (start, cells): (DateTime<Tz>, u16),
        now: DateTime<Tz>,
    ) -> Option<Row> {
        let lang = self.visit.language;
        let status = self.statuses().get(line.desk)?.language(line.language)?;
        let desk = &guide.desks[line.desk];
        let language = words::language_name(line.language, lang).into_owned();
        let full = self.world.size.columns >= IN_FULL;
        Some(Row {
            desk: if line.is_first {
                desk.name.text(lang).clone()
            } else {
                String::new()
            },
            language: if line.stands_for_all {
                String::new()
            } else {
                language
            },
            is_open: status.open,
            open: open_cells(line.hours, start, cells),
            when: when(status, desk.self_service, now, lang, full),
        })
    }

    fn others(&self, guide: &Guide) -> Vec<(State, String)> {
        let lang = self.visit.language;
        let without = self
            .statuses()
            .iter()
            .filter(|status| status.languages.is_empty());
        without
            .map(|status| {
                let desk = &guide.desks[status.desk];
                let state = words::state_name(status, desk, lang);
                (status.state, format!("{} {state}", desk.name.text(lang)))
            })
            .collect()
    }

    /// Tries the question behind the one in the field, or the first.
    pub(super) fn try_sample(&mut self) -> Option<Command> {
        let guide = self.world.guide.clone()?;
        let samples = guide.samples(self.visit.language);
        let now = samples.iter().position(|sample| sample == self.query());
        if now.is_none() && !self.query().is_empty() {
            return None;
        }
        let next = now.map_or(0, |now| (now + 1) % samples.len());
        self.ask_sample(next)
    }

    /// Asks one of the questions.
    pub(super) fn ask_sample(&mut self, index: usize) -> Option<Command> {
        let guide = self.world.guide.clone()?;
        let sample = guide.samples(self.visit.language).get(index)?.clone();
        self.visit.focus = Focus::Search;
        self.visit.input = std::mem::take(&mut self.visit.input).with_value(sample);
        self.search()
    }
}

impl Guide {
    /// What there is to try, in a reader's language.
    pub fn samples(&self, lang: Language) -> &[String] {
        let samples = self.samples.as_ref();
        samples.map_or(&[], |samples| samples.text(lang).as_slice())
    }
}

/// What a row is about.
struct Line<'a> {
    desk: usize,
    language: Language,
    hours: &'a Hours,
    is_first: bool,
    stands_for_all: bool,
}

/// A line for each desk and language with hours, the reader's language first; one for all languages that are alike.
fn lines(guide: &Guide, lang: Language) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (desk, source) in guide.desks.iter().enumerate() {
        let Availability::Hours(hours) = &source.availability else {
            continue;
        };
        let mut hours: Vec<&(Language, Hours)> = hours.iter().collect();
        hours.sort_by_key(|(language, _)| !language.is_kin_of(lang));
        let alike = hours
            .windows(2)
            .all(|two| two[0].1.expression() == two[1].1.expression());
        let stands_for_all = alike && hours.len() >= guide.languages.len();
        if stands_for_all {
            hours.truncate(1);
        }
        lines.extend(
            hours
                .into_iter()
                .enumerate()
                .map(|(n, (language, hours))| Line {
                    desk,
                    language: *language,
                    hours,
                    is_first: n == 0,
                    stands_for_all,
                }),
        );
    }
    lines
}

fn has_others(guide: &Guide) -> bool {
    let has_hours = |availability: &Availability| matches!(availability, Availability::Hours(_));
    guide.has(Part::Desks)
        && guide
            .desks
            .iter()
            .any(|desk| !has_hours(&desk.availability))
}

/// How many cells a screen of so many columns has room for.
const fn cells_of(columns: u16) -> u16 {
    match columns {
        160.. => 96,
        116.. => 72,
        100.. => 48,
        80.. => 36,
        _ => 24,
    }
}

/// Whether somebody is there in the middle of each cell.
fn open_cells(hours: &Hours, start: DateTime<Tz>, cells: u16) -> Vec<bool> {
    let day = TimeDelta::days(1);
    let open: Vec<Range<DateTime<Tz>>> = hours.open_within(&(start..start + day));
    let middle = |cell: u16| start + day * i32::from(2 * cell + 1) / (2 * i32::from(cells));
    (0..cells)
        .map(|cell| open.iter().any(|stretch| stretch.contains(&middle(cell))))
        .collect()
}

/// Until when somebody is there, or when next: how long that is, and in full at what time.
fn when(
    status: &LanguageStatus,
    self_service: bool,
    now: DateTime<Tz>,
    lang: Language,
    full: bool,
) -> String {
    let change = status.closes_at.or(status.opens_at);
    let Some(span) = change
        .map(|change| change - now)
        .filter(|span| *span <= TimeDelta::days(2))
    else {
        return words::hours_in_full(status, self_service, now, lang);
    };
    let span = if status.closes_at.is_some() {
        time::left(span, lang)
    } else {
        time::before(span, lang)
    };
    if full {
        board::hours_and_span(&words::hours(status, now, lang), &span, lang)
    } else {
        span
    }
}

impl Timeline {
    /// The cell of now.
    pub fn cell_of_now(&self) -> u16 {
        let minutes = (self.now - self.start).num_minutes().clamp(0, 24 * 60 - 1);
        u16::try_from(minutes * i64::from(self.cells) / (24 * 60)).unwrap_or(0)
    }

    /// The cells that have a label, and the label: hours, and at midnight the day.
    pub fn labels(&self, lang: Language) -> Vec<(u16, String)> {
        let hours = match self.cells {
            96.. => 2,
            48.. => 3,
            _ => 6,
        };
        let label = |n: i32| {
            let at = self.start + TimeDelta::hours(i64::from(n * hours));
            let cell = u16::try_from(n * hours).unwrap_or(0) * self.cells / 24;
            let is_midnight = n > 0 && at.time() == chrono::NaiveTime::MIN;
            (cell, board::tick(at, is_midnight, lang))
        };
        (0..24 / hours).map(label).collect()
    }
}
