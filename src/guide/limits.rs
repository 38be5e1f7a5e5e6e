//! How much of a thing a guide may have. Within these, everything that is done with a guide takes no longer than a reader
//! notices; they lie far above what has been seen in real guides.

use super::problem::Report;

/// The longest text in a YAML file, in characters: a list shows many of them at once.
pub const MAX_TEXT: usize = 2_000;

/// The longest title of a section, in characters: it stands in lists, in results and above the page.
pub const MAX_TITLE: usize = 300;

/// The most Markdown that an article may have in one language, as `guide::signs` counts it. The page of an article
/// is set as a whole.
pub const MAX_SIGNS: usize = 50_000;

/// The most cells of a table, where it is not refused for its signs: a larger one in anybody's Markdown is shown as lines of
/// text. Where a table is too wide, each cell is a line of the page.
pub const MAX_CELLS: usize = 30_000;

/// A page shows all desks with their hours, and is set anew at every minute.
pub const MAX_DESKS: usize = 100;

/// Of one desk.
pub const MAX_CONTACTS: usize = 20;

/// The most characters that all contacts of all desks may have together, in all languages: the page of desks has all of them.
pub const MAX_CONTACT_TEXT: usize = 50_000;

/// The most times (`09:00-17:00`) that the hours of all desks may have together, in all languages: each of them can matter at
/// any minute.
pub const MAX_TIMES: usize = 1_000;

/// Each of these is looked at for every day of the hours that depend on holidays.
pub const MAX_HOLIDAYS: usize = 100;

/// What a reader types is compared with every one of these.
pub const MAX_NUMBERS: usize = 2_000;

/// The most texts that are no numbers, and the longest of them, in characters: each is looked at like a text of the guide whenever
/// that is read.
pub const MAX_NOT_NUMBERS: usize = 300;
pub const MAX_NOT_NUMBER: usize = 40;
pub const MAX_DOMAINS: usize = 100;

/// A verdict shows them all.
pub const MAX_FRAUD_SECTIONS: usize = 50;

/// They stand in one row.
pub const MAX_SAMPLES: usize = 3;

/// The longest form of a term of the glossary, in characters.
pub const MAX_FORM: usize = 60;

/// The most forms of a term: for a query with one of them, all are looked for.
pub const MAX_FORMS: usize = 200;

/// The most forms that may begin with one another, as "card", "card number" do: where the longest stands, all do.
pub const MAX_ALIKE: usize = 8;

/// Reports the first item of a list that is one too much.
pub(super) fn check_count<T>(
    of: &str,
    items: &[T],
    most: usize,
    line: impl Fn(&T) -> usize,
    help: &str,
    report: &mut Report,
) {
    if let Some(first) = items.get(most) {
        let what = format!("there are {} {of}: {most} is the most", items.len());
        report.error(line(first), &what, help);
    }
}
