//! A line of the file: one query of somebody, of whom it says nothing.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Settled, kept};
use crate::language::Language;
use crate::search::Spelt;

/// What is written of a query. These are all fields: a test holds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The hour in which it was typed, by the clock on the wall: `2026-11-29T14`.
    pub hour: String,
    pub language: Language,
    /// What is kept of it; see [`kept()`].
    pub query: String,
    /// How many sections were found.
    pub hits: usize,
    /// The ids of what was opened of them, in the order of the alphabet.
    pub opened: Vec<String>,
    pub empty_handed: bool,
}

impl Line {
    /// What may be written of a query. `spell` says how the guide writes the words of a folded text.
    pub fn of(settled: Settled, zone: Tz, spell: impl Fn(&str) -> Vec<Spelt>) -> Self {
        Self {
            hour: settled
                .at
                .with_timezone(&zone)
                .format("%Y-%m-%dT%H")
                .to_string(),
            language: settled.language,
            query: kept(&settled.query, spell),
            hits: settled.hits,
            opened: settled.opened.into_iter().collect(),
            empty_handed: settled.empty_handed,
        }
    }

    /// A line as it was written. `None` for anything else, as for one that a full disk has cut off.
    pub fn parse(text: &str) -> Option<Self> {
        let line: Self = serde_json::from_str(text).ok()?;
        line.when().is_some().then_some(line)
    }

    /// As it is written, with the end of the line.
    pub fn written(&self) -> String {
        // Texts and numbers always have a form in JSON.
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("{json}\n")
    }

    /// The day, and the hour from 0 to 23.
    pub fn when(&self) -> Option<(NaiveDate, u8)> {
        let (day, hour) = self.hour.split_once('T')?;
        let hour = hour.parse().ok().filter(|hour| *hour < 24)?;
        Some((day.parse().ok()?, hour))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A field more would be something more that is kept: SECURITY.md lists these.
    #[test]
    fn a_line_has_these_fields_and_no_others() {
        let settled = Settled {
            at: "2026-11-29T05:59:59Z".parse().unwrap(),
            language: Language::JA,
            query: "090-1234-5678 山田太郎".to_owned(),
            hits: 3,
            opened: BTreeSet::from(["phone#app".to_owned(), "chat#tips".to_owned()]),
            empty_handed: false,
        };
        let line = Line::of(settled, Tz::Asia__Tokyo, |_| Vec::new());
        let expected = r#"{"hour":"2026-11-29T14","language":"ja","query":"…","hits":3,"opened":["chat#tips","phone#app"],"empty_handed":false}"#;
        assert_eq!(line.written(), format!("{expected}\n"));
        assert_eq!(Line::parse(expected), Some(line));
        let more = expected.replace('}', r#","visitor":7}"#);
        for other in [
            "",
            "x",
            &more,
            &expected.replace("T14", "T24"),
            &expected[..40],
        ] {
            assert_eq!(Line::parse(other), None, "{other}");
        }
    }
}
