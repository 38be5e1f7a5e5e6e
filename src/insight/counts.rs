//! How often what was asked: what is left of lines when a day is over.
//!
//! Kept as lines of JSON, of which each is one count. The order is that of the alphabet.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Line;
use crate::language::Language;

/// What occurred less often is dropped: what only one or two people have asked may tell of them.
pub const FEWEST: u64 = 3;

/// What came of a query, by how often.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub times: u64,
    /// Of these times nothing was found.
    pub not_found: u64,
    /// Something was found, and nothing opened or read.
    pub not_opened: u64,
    /// What was opened, by its id.
    pub opened: BTreeMap<String, u64>,
}

/// A language and a query.
pub type Query = (Language, String);

/// All counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// The first and the last day that they are of.
    pub days: Option<(NaiveDate, NaiveDate)>,
    pub queries: BTreeMap<Query, Asked>,
    /// Queries by language and hour of the day.
    pub hours: BTreeMap<(Language, u8), u64>,
    /// What was opened, whatever was asked.
    pub read: BTreeMap<String, u64>,
}

/// A line of counts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Count {
    Days {
        first: NaiveDate,
        last: NaiveDate,
    },
    Query {
        language: Language,
        query: String,
        #[serde(flatten)]
        asked: Asked,
    },
    Hour {
        language: Language,
        hour: u8,
        queries: u64,
    },
    Read {
        section: String,
        opened: u64,
    },
}

impl Asked {
    /// Counts what else came of it.
    pub(super) fn merge(&mut self, more: Self) {
        self.times += more.times;
        self.not_found += more.not_found;
        self.not_opened += more.not_opened;
        add_all(&mut self.opened, more.opened);
    }
}

impl Counts {
    /// Counts one line more.
    pub fn add(&mut self, line: Line) {
        let Some((day, hour)) = line.when() else {
            return;
        };
        self.reach(day, day);
        *self.hours.entry((line.language, hour)).or_default() += 1;
        for section in &line.opened {
            *self.read.entry(section.clone()).or_default() += 1;
        }
        let asked = self.queries.entry((line.language, line.query)).or_default();
        asked.times += 1;
        asked.not_found += u64::from(line.hits == 0);
        asked.not_opened += u64::from(line.hits > 0 && line.empty_handed);
        for section in line.opened {
            *asked.opened.entry(section).or_default() += 1;
        }
    }

    /// Counts what others have counted: another counter's, or those of earlier days.
    pub fn merge(&mut self, other: Self) {
        if let Some((first, last)) = other.days {
            self.reach(first, last);
        }
        add_all(&mut self.hours, other.hours);
        add_all(&mut self.read, other.read);
        for (query, more) in other.queries {
            self.queries.entry(query).or_default().merge(more);
        }
    }

    fn reach(&mut self, first: NaiveDate, last: NaiveDate) {
        let (own_first, own_last) = self.days.unwrap_or((first, last));
        self.days = Some((own_first.min(first), own_last.max(last)));
    }

    /// Drops what occurred fewer than [`FEWEST`] times, also of what came of a query.
    pub fn drop_rare(&mut self) {
        let is_rare = |times: &u64| *times < FEWEST;
        self.queries.retain(|_, asked| !is_rare(&asked.times));
        for asked in self.queries.values_mut() {
            asked.opened.retain(|_, times| !is_rare(times));
            for times in [&mut asked.not_found, &mut asked.not_opened] {
                if is_rare(times) {
                    *times = 0;
                }
            }
        }
        self.hours.retain(|_, times| !is_rare(times));
        self.read.retain(|_, times| !is_rare(times));
    }

    /// As they are written.
    pub fn written(&self) -> String {
        let days = self
            .days
            .iter()
            .map(|&(first, last)| Count::Days { first, last });
        let queries = self
            .queries
            .iter()
            .map(|((language, query), asked)| Count::Query {
                language: *language,
                query: query.clone(),
                asked: asked.clone(),
            });
        let hours = self
            .hours
            .iter()
            .map(|(&(language, hour), &queries)| Count::Hour {
                language,
                hour,
                queries,
            });
        let read = self.read.iter().map(|(section, &opened)| Count::Read {
            section: section.clone(),
            opened,
        });
        let counts = days.chain(queries).chain(hours).chain(read);
        // Texts and numbers always have a form in JSON.
        let json = |count| serde_json::to_string(&count).unwrap_or_default();
        counts.map(|count| json(count) + "\n").collect()
    }

    /// Counts a line as it was written. The error: it is none.
    pub(super) fn take(&mut self, line: &str) -> Result<(), serde_json::Error> {
        match serde_json::from_str(line)? {
            Count::Days { first, last } => self.reach(first, last),
            Count::Query {
                language,
                query,
                asked,
            } => {
                self.queries.insert((language, query), asked);
            }
            Count::Hour {
                language,
                hour,
                queries,
            } => {
                self.hours.insert((language, hour), queries);
            }
            Count::Read { section, opened } => {
                self.read.insert(section, opened);
            }
        }
        Ok(())
    }
}

fn add_all<K: Ord>(counts: &mut BTreeMap<K, u64>, more: BTreeMap<K, u64>) {
    for (key, times) in more {
        *counts.entry(key).or_default() += times;
    }
}
