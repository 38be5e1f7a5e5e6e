//! The manifest of a release: which guide it is, which release of it, until when it is good, and every file of it.
//!
//! It is a text of lines, so that people can read what they sign and `diff` shows what a release changes. Each release has one
//! form only: the same release is always the same bytes, and what is written otherwise is none.
//!
//! ```text
//! madoguchi manifest 1
//! id library
//! serial 42
//! made 2026-11-29
//! good-until 2027-02-27
//! 0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8 213 guide.yaml
//! ```

use std::collections::HashSet;
use std::fmt::Write;

use blake3::Hash;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{MAX_BYTES as MAX_RELEASE, MAX_FILE, Refusal, names};

/// The longest manifest, in bytes.
pub const MAX_BYTES: u64 = 16 << 20;

/// How the first line reads. Another form has another number.
const FIRST: &str = "madoguchi manifest 1";

/// The line of the first file.
const FIRST_FILE: usize = 6;

/// What a release says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The guide's.
    pub id: String,
    /// Each release has a higher one than those before it.
    pub serial: u64,
    /// The day on which it was made, in the guide's zone.
    pub made: NaiveDate,
    /// The last day, in the guide's zone, on which it is good.
    pub good_until: NaiveDate,
}

/// A release, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    pub issue: Issue,
    /// In the order of the bytes of their names, none twice.
    pub files: Vec<Entry>,
}

/// A file of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Relative to the guide's folder, with `/`.
    pub name: String,
    pub length: u64,
    /// BLAKE3 over its bytes.
    pub sum: Hash,
}

impl Entry {
    pub fn of(name: String, bytes: &[u8]) -> Self {
        Self {
            name,
            length: bytes.len() as u64,
            sum: blake3::hash(bytes),
        }
    }

    /// Whether these are its bytes.
    ///
    /// # Errors
    /// [`Refusal::Length`] or [`Refusal::Altered`].
    pub fn check(&self, bytes: &[u8]) -> Result<(), Refusal> {
        let found = bytes.len() as u64;
        if found != self.length {
            return Err(Refusal::Length {
                name: self.name.clone(),
                found,
                signed: self.length,
            });
        }
        if blake3::hash(bytes) == self.sum {
            Ok(())
        } else {
            Err(Refusal::Altered(self.name.clone()))
        }
    }
}

impl Manifest {
    /// How many bytes all files have together.
    pub fn bytes(&self) -> usize {
        let bytes: u64 = self.files.iter().map(|file| file.length).sum();
        // A manifest that names more than fits into memory is none.
        usize::try_from(bytes).unwrap_or(usize::MAX)
    }

    /// The one text of it.
    pub fn to_text(&self) -> String {
        let Issue {
            id,
            serial,
            made,
            good_until,
        } = &self.issue;
        let mut text =
            format!("{FIRST}\nid {id}\nserial {serial}\nmade {made}\ngood-until {good_until}\n");
        for Entry { name, length, sum } in &self.files {
            // A string takes everything.
            let _ = writeln!(text, "{} {length} {name}", sum.to_hex());
        }
        text
    }

    /// Reads what [`Manifest::to_text`] writes, and nothing else.
    ///
    /// # Errors
    /// [`Refusal::Manifest`] with the first line that is not as it should be.
    pub fn parse(bytes: &[u8]) -> Result<Self, Refusal> {
        let wrong = |line, what: &str| Refusal::Manifest {
            line,
            what: what.to_owned(),
        };
        let text = std::str::from_utf8(bytes).map_err(|_| wrong(1, "this is not UTF-8"))?;
        let lines: Vec<&str> = text.split('\n').collect();
        let [FIRST, id, serial, made, good_until, files @ .., ""] = &lines[..] else {
            let what = "this is no manifest of a form that is known here";
            return Err(wrong(1, what));
        };
        let issue = Issue {
            id: id
                .strip_prefix("id ")
                .filter(|id| is_id(id))
                .ok_or_else(|| wrong(2, "here should be `id` and that of a guide"))?
                .to_owned(),
            serial: serial
                .strip_prefix("serial ")
                .and_then(number)
                .filter(|&serial| serial > 0)
                .ok_or_else(|| wrong(3, "here should be `serial` and a number from 1 on"))?,
            made: made
                .strip_prefix("made ")
                .and_then(day)
                .ok_or_else(|| wrong(4, "here should be `made` and a day such as 2026-11-29"))?,
            good_until: good_until
                .strip_prefix("good-until ")
                .and_then(day)
                .ok_or_else(|| {
                    wrong(
                        5,
                        "here should be `good-until` and a day such as 2027-02-27",
                    )
                })?,
        };
        let files = files.iter().zip(FIRST_FILE..).map(|(text, line)| {
            entry(text).ok_or_else(|| {
                wrong(
                    line,
                    "here should be the sum, the length and the name of a file",
                )
            })
        });
        let manifest = Self {
            issue,
            files: files.collect::<Result<_, _>>()?,
        };
        manifest.check()?;
        Ok(manifest)
    }

    /// Whether the files that are named can be those of a release.
    ///
    /// # Errors
    /// [`Refusal::Manifest`] with the line of the first one that cannot.
    pub fn check(&self) -> Result<(), Refusal> {
        self.fault().map_or(Ok(()), |(file, what)| {
            let line = FIRST_FILE + file;
            Err(Refusal::Manifest { line, what })
        })
    }

    /// What is wrong with the files, if anything is: which one, and what.
    fn fault(&self) -> Option<(usize, String)> {
        let mut known = HashSet::new();
        let mut folders = HashSet::new();
        let mut total: u64 = 0;
        let mut before = "";
        for (at, Entry { name, length, .. }) in self.files.iter().enumerate() {
            let fault = |what: &str| Some((at, format!("the name `{name}` {what}")));
            if let Some(what) = names::fault(name) {
                return fault(what);
            }
            if before >= name.as_str() {
                return fault("is not in the order of names, or there twice");
            }
            before = name;
            let folded = names::folded(name);
            folders.extend(
                folded
                    .match_indices('/')
                    .map(|(end, _)| folded[..end].to_owned()),
            );
            if !known.insert(folded) {
                return fault("is the same as another one where case and accents do not count");
            }
            total = total.saturating_add(*length);
            if *length > MAX_FILE || total > MAX_RELEASE {
                let what = format!(
                    "the file `{name}` is too large: {MAX_FILE} bytes are the most for one, {MAX_RELEASE} for all"
                );
                return Some((at, what));
            }
        }
        let both = |file: &Entry| folders.contains(&names::folded(&file.name));
        let at = self.files.iter().position(both)?;
        let name = &self.files[at].name;
        Some((at, format!("the name `{name}` is that of a folder too")))
    }
}

/// Made of `a`–`z`, `0`–`9` and `-`, as those of guides are.
pub fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= 100 && id.chars().all(allowed)
}

/// A number in the one form that it is written in.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// A day, as RFC 3339 writes it, with a year of four digits.
pub fn day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (day.to_string() == text && text.len() == "2026-11-29".len()).then_some(day)
}

fn entry(line: &str) -> Option<Entry> {
    let (sum, rest) = line.split_once(' ')?;
    let (length, name) = rest.split_once(' ')?;
    let hash = Hash::from_hex(sum).ok()?;
    Some(Entry {
        name: name.to_owned(),
        length: number(length)?,
        sum: (hash.to_hex().as_str() == sum).then_some(hash)?,
    })
}
