//! What an author can learn from counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Asked, Counts, GAP};
use crate::language::Language;

/// How often something was asked, or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// In which language it was asked; `None` of what was opened.
    pub language: Option<Language>,
    /// A query, a word of one, or the id of what was opened.
    pub text: String,
    pub times: u64,
}

/// A query that the search should answer better, or is to go on answering as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub language: Language,
    /// Its words; of what was not kept there is no sign.
    pub query: String,
    pub asked: Asked,
    /// What was opened most often; `None` where nothing was.
    pub best: Option<String>,
}

/// All of it, the most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many queries there were.
    pub queries: u64,
    /// What was asked and not found.
    pub not_found: Vec<Row>,
    /// What was found and not opened.
    pub not_opened: Vec<Row>,
    /// Words that were asked for and that the guide lacks.
    pub lacking: Vec<Row>,
    /// What was opened.
    pub read: Vec<Row>,
    /// Queries by the hour of the day, of the 24 hours.
    pub hours: [u64; 24],
    /// Queries by language.
    pub languages: Vec<Row>,
}

impl Report {
    /// `lacks` says whether a word is none of the guide's.
    pub fn of(counts: &Counts, lacks: impl Fn(&str) -> bool) -> Self {
        let mut report = Self::default();
        let mut words = BTreeMap::new();
        for ((language, query), asked) in &counts.queries {
            let row = |times| Row {
                language: Some(*language),
                text: query.clone(),
                times,
            };
            report.not_found.push(row(asked.not_found));
            report.not_opened.push(row(asked.not_opened));
            for word in words_of(query).filter(|word| lacks(word)) {
                *words.entry((*language, word)).or_default() += asked.times;
            }
        }
        report
            .lacking
            .extend(words.into_iter().map(|((language, word), times)| Row {
                language: Some(language),
                text: word.to_owned(),
                times,
            }));
        report
            .read
            .extend(counts.read.iter().map(|(section, &times)| Row {
                language: None,
                text: section.clone(),
                times,
            }));
        let mut languages: BTreeMap<Language, u64> = BTreeMap::new();
        for (&(language, hour), times) in &counts.hours {
            report.queries += times;
            *languages.entry(language).or_default() += times;
            if let Some(all) = report.hours.get_mut(usize::from(hour)) {
                *all += times;
            }
        }
        report
            .languages
            .extend(languages.into_iter().map(|(language, times)| Row {
                language: Some(language),
                text: language.own_name(),
                times,
            }));
        let Self {
            not_found,
            not_opened,
            lacking,
            read,
            languages,
            ..
        } = &mut report;
        for rows in [not_found, not_opened, lacking, read, languages] {
            rows.retain(|row| row.times > 0);
            // Those as frequent stay in the order of the alphabet.
            rows.sort_by_key(|row| Reverse(row.times));
        }
        report
    }
}

impl Gap {
    /// All queries of which a word was kept, the most frequent first.
    pub fn all(counts: &Counts) -> Vec<Self> {
        let mut merged: BTreeMap<(Language, String), Asked> = BTreeMap::new();
        for ((language, query), asked) in &counts.queries {
            let words: Vec<&str> = words_of(query).collect();
            if !words.is_empty() {
                let known = merged.entry((*language, words.join(" "))).or_default();
                known.merge(asked.clone());
            }
        }
        let mut gaps: Vec<Self> = merged
            .into_iter()
            .map(|((language, query), asked)| {
                let best = asked
                    .opened
                    .iter()
                    .max_by_key(|&(id, times)| (times, Reverse(id)));
                let best = best.map(|(id, _)| id.clone());
                Self {
                    language,
                    query,
                    asked,
                    best,
                }
            })
            .collect();
        gaps.sort_by_key(|gap| Reverse(gap.asked.times));
        gaps
    }
}

fn words_of(query: &str) -> impl Iterator<Item = &str> {
    query.split(' ').filter(|word| *word != GAP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::testing::line;

    fn counts() -> Counts {
        let mut counts = Counts::default();
        for hour in [9, 14, 14] {
            counts.add(line("解約", hour));
        }
        let mut lost = line("返金 …", 14);
        (lost.hits, lost.empty_handed) = (0, true);
        lost.opened.clear();
        counts.add(lost.clone());
        lost.query = "解約 返金".to_owned();
        lost.hits = 3;
        counts.add(lost);
        counts
    }

    #[test]
    fn each_list_has_what_it_says() {
        let report = Report::of(&counts(), |word| word == "返金");
        let rows = |rows: &[Row]| -> Vec<(String, u64)> {
            rows.iter()
                .map(|row| (row.text.clone(), row.times))
                .collect()
        };
        let row = |text: &str, times| (text.to_owned(), times);
        assert_eq!(report.queries, 5);
        assert_eq!(rows(&report.not_found), [row("返金 …", 1)]);
        assert_eq!(rows(&report.not_opened), [row("解約 返金", 1)]);
        assert_eq!(rows(&report.lacking), [row("返金", 2)]);
        assert_eq!(rows(&report.read), [row("partner#steps", 3)]);
        assert_eq!(rows(&report.languages), [row("日本語", 5)]);
        assert_eq!((report.hours[9], report.hours[14]), (1, 4));
    }

    #[test]
    fn what_was_opened_most_is_expected() {
        let gaps = Gap::all(&counts());
        let found: Vec<_> = gaps
            .iter()
            .map(|gap| (gap.query.as_str(), gap.best.as_deref()))
            .collect();
        let expected = [
            ("解約", Some("partner#steps")),
            ("解約 返金", None),
            ("返金", None),
        ];
        assert_eq!(found, expected);
    }
}
