//! The report for people: lists with bars, as wide as the terminal.

use chrono::NaiveDate;

use crate::frame::signs::Signs;
use crate::guide::Guide;
use crate::i18n::insight::{more, summary, texts};
use crate::insight::{Report, Row};
use crate::language::Language;
use crate::text::width::{pad, truncate, width};

/// The longest bar, in columns.
const LONGEST_BAR: usize = 30;

/// What a report is written for.
pub struct Page<'a> {
    pub guide: &'a Guide,
    pub lang: Language,
    pub columns: usize,
    /// How many of each list.
    pub top: usize,
    pub signs: Signs,
}

/// The titles down to a section; `None` where the guide no longer has it.
pub fn title(guide: &Guide, id: &str, lang: Language) -> Option<String> {
    let at = guide.find(id)?;
    if id.contains('#') {
        let (language, _) = guide.section(at).texts.get(lang);
        Some(guide.trail(at, language).join(" › "))
    } else {
        Some(guide.article(at).title.text(lang).clone())
    }
}

impl Page<'_> {
    /// The whole report. Ends with a newline.
    pub fn report(&self, report: &Report, days: Option<(NaiveDate, NaiveDate)>) -> String {
        let words = texts(self.lang);
        let mut lines = vec![summary(self.lang, report.queries, days)];
        if days.is_none() {
            return lines.remove(0) + "\n";
        }
        let query = |row: &Row| match row.language {
            Some(language) => format!("{language}  {}", row.text),
            None => row.text.clone(),
        };
        let read =
            |row: &Row| title(self.guide, &row.text, self.lang).unwrap_or_else(|| row.text.clone());
        lines.extend(self.list(words.not_found, &report.not_found, query));
        lines.extend(self.list(words.not_opened, &report.not_opened, query));
        lines.extend(self.list(words.lacking, &report.lacking, query));
        lines.extend(self.list(words.read, &report.read, read));
        lines.extend(self.list(words.languages, &report.languages, |row| row.text.clone()));
        lines.extend(self.hours(words.hours, &report.hours));
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn list(&self, head: &str, rows: &[Row], name: impl Fn(&Row) -> String) -> Vec<String> {
        let shown = &rows[..rows.len().min(self.top)];
        let named: Vec<(String, u64)> = shown.iter().map(|row| (name(row), row.times)).collect();
        let mut lines = vec![String::new(), head.to_owned()];
        lines.extend(self.bars(&named));
        if rows.is_empty() {
            lines.push(format!("  {}", texts(self.lang).nothing));
        } else if shown.len() < rows.len() {
            lines.push(format!("  {}", more(self.lang, rows.len() - shown.len())));
        }
        lines
    }

    /// The hours from the first to the last in which somebody asked.
    fn hours(&self, head: &str, hours: &[u64; 24]) -> Vec<String> {
        let is_used = |&hour: &usize| hours[hour] > 0;
        let first = (0..24).find(is_used).unwrap_or(0);
        let last = (0..24).rev().find(is_used).unwrap_or(0);
        let rows: Vec<(String, u64)> = (first..=last)
            .map(|hour| (format!("{hour:02}:00"), hours[hour]))
            .collect();
        let mut lines = vec![String::new(), head.to_owned()];
        lines.extend(self.bars(&rows));
        lines
    }

    /// A line each: how often, what, and a bar that is as long as the first column of numbers says.
    fn bars(&self, rows: &[(String, u64)]) -> Vec<String> {
        let most = rows.iter().map(|(_, times)| *times).max().unwrap_or(0);
        let digits = most.to_string().len();
        let room = self.columns.saturating_sub(digits + 4);
        let bar = LONGEST_BAR.min(room / 3);
        let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let names = names.min(room.saturating_sub(bar + 2));
        let line = |(name, times): &(String, u64)| {
            let bar = self.bar(*times, most, bar);
            let name = pad(&truncate(name, names), names);
            format!("  {times:>digits$}  {name}  {bar}")
                .trim_end()
                .to_owned()
        };
        rows.iter().map(line).collect()
    }

    /// A bar of whole columns; whatever occurred has one at least.
    fn bar(&self, times: u64, most: u64, longest: usize) -> String {
        let sign = if self.signs == Signs::All { "█" } else { "#" };
        let longest = u64::try_from(longest).unwrap_or(0);
        let length = (times * longest).div_ceil(most.max(1));
        sign.repeat(usize::try_from(length).unwrap_or(0))
    }
}
