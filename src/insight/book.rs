//! A file of lines and the counts beside it, read together; and how lines become counts.
//!
//! The counts are in a file of their own, `FILE.counts`. They say how much of the lines is counted already: whoever is killed
//! between writing them and emptying the lines counts nothing twice.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::journal::open;
use super::{Counts, Line, Refused};
use crate::replace::replace;

/// A file of counts or of lines is never larger.
const LARGEST: u64 = 64 << 20;

/// What is in a file of lines and in the counts beside it.
#[derive(Debug, Default)]
pub struct Book {
    pub counts: Counts,
    /// Lines that are not counted yet.
    pub lines: Vec<Line>,
    /// How many lines are none: a full disk has cut them off.
    pub broken: usize,
    /// What was counted of the lines.
    counted: Counted,
}

/// The beginning of the lines, which is counted already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    /// So many bytes.
    counted: usize,
    /// Their sum (BLAKE3).
    sum: String,
}

impl Counted {
    fn of(bytes: &[u8]) -> Self {
        Self {
            counted: bytes.len(),
            sum: blake3::hash(bytes).to_hex().to_string(),
        }
    }

    /// What of the lines is not counted.
    fn rest<'a>(&self, lines: &'a [u8]) -> &'a [u8] {
        match lines.split_at_checked(self.counted) {
            Some((counted, rest)) if self.counted > 0 && *self == Self::of(counted) => rest,
            _ => lines,
        }
    }
}

/// Reads a file of lines, and the counts beside it if there are any. A file that is one of counts itself is read as such.
///
/// # Errors
/// Files that are not there or cannot be read, and counts that were changed by hand so that they are none.
pub fn read(path: &Path) -> Result<Book, Refused> {
    let mut lines = Vec::new();
    if path
        .extension()
        .is_some_and(|extension| extension == COUNTS)
    {
        return read_counts(path);
    }
    let file = open(path, OpenOptions::new().read(true))?;
    read_all(&file, &mut lines)?;
    let mut book = read_counts(&beside(path))?;
    book.take(&lines);
    Ok(book)
}

/// Makes counts of lines, drops what is rare, and empties the file of lines. Says what was in them.
///
/// # Errors
/// As for [`read`], and what the system refuses when counts are written. Then nothing is changed.
pub fn fold(path: &Path) -> Result<Book, Refused> {
    let file = open(path, OpenOptions::new().read(true).write(true))?;
    // Until the file is closed; a kiosk that has lines to write waits so long.
    file.lock().map_err(failed)?;
    let mut bytes = Vec::new();
    read_all(&file, &mut bytes)?;
    let mut book = count(path, &bytes)?;
    if !bytes.is_empty() {
        file.set_len(0).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        // Lines of the same hour may come that look like those.
        book.counted = Counted::default();
        put(&beside(path), &book)?;
    }
    Ok(book)
}

/// Makes counts of lines, and writes down that they are counted.
fn count(path: &Path, lines: &[u8]) -> Result<Book, Refused> {
    let place = beside(path);
    let mut book = read_counts(&place)?;
    book.take(lines);
    if lines.is_empty() {
        return Ok(book);
    }
    for line in book.lines.drain(..) {
        book.counts.add(line);
    }
    book.counts.drop_rare();
    book.counted = Counted::of(lines);
    put(&place, &book)?;
    Ok(book)
}

/// Writes counts in the place of others: they are on the disk before the lines go.
fn put(place: &Path, book: &Book) -> Result<(), Refused> {
    let text = book.written();
    replace(place, |file| file.write_all(text.as_bytes())).map_err(failed)
}

fn failed(error: io::Error) -> Refused {
    Refused::new(error, "see that its folder can be written to")
}

impl Book {
    fn take(&mut self, lines: &[u8]) {
        let rest = String::from_utf8_lossy(self.counted.rest(lines));
        for line in rest.lines().filter(|line| !line.is_empty()) {
            match Line::parse(line) {
                Some(line) => self.lines.push(line),
                None => self.broken += 1,
            }
        }
    }

    /// All counts, with what is not counted yet.
    pub fn total(self) -> Counts {
        let mut total = self.counts;
        for line in self.lines {
            total.add(line);
        }
        total
    }

    fn written(&self) -> String {
        // Texts and numbers always have a form in JSON.
        let counted = serde_json::to_string(&self.counted).unwrap_or_default();
        format!("{counted}\n{}", self.counts.written())
    }
}

const COUNTS: &str = "counts";

/// Where the counts are.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(COUNTS);
    name.into()
}

/// The counts in a file; none where there is no such file.
fn read_counts(path: &Path) -> Result<Book, Refused> {
    let mut book = Book::default();
    let exists = fs::symlink_metadata(path).is_ok();
    if !exists {
        return Ok(book);
    }
    let mut bytes = Vec::new();
    read_all(&open(path, OpenOptions::new().read(true))?, &mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = (1..).zip(text.lines());
    let refused = |number: usize, error: serde_json::Error| {
        Refused::new(
            format!("{}:{number}: {error}", path.display()),
            "put it as it was, or move the file away: counting begins anew then",
        )
    };
    if let Some((number, first)) = lines.next() {
        book.counted = serde_json::from_str(first).map_err(|error| refused(number, error))?;
    }
    for (number, line) in lines {
        book.counts
            .take(line)
            .map_err(|error| refused(number, error))?;
    }
    Ok(book)
}

fn read_all(file: &File, bytes: &mut Vec<u8>) -> Result<(), Refused> {
    let failed = |error: io::Error| Refused::new(error, "name a file that can be read");
    file.take(LARGEST).read_to_end(bytes).map_err(failed)?;
    if bytes.len() as u64 == LARGEST {
        return Err(Refused::new(
            "it is larger than 64 MiB",
            "name a file that --insight has written",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::Journal;
    use crate::insight::testing::line;

    fn written(path: &Path, lines: Vec<Line>) {
        let mut lines = lines;
        Journal::open(path).unwrap().append(&mut lines);
        assert!(lines.is_empty());
    }

    #[test]
    fn lines_become_counts_and_what_is_rare_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        let mut lines = vec![line("解約", 14); 3];
        lines.push(line("返金", 14));
        written(&path, lines);
        assert_eq!(read(&path).unwrap().lines.len(), 4);
        fold(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), [0; 0]);
        let counts = read(&path).unwrap().total();
        let queries: Vec<(&str, u64)> = counts
            .queries
            .iter()
            .map(|((_, query), asked)| (query.as_str(), asked.times))
            .collect();
        assert_eq!(queries, [("解約", 3)]);
        assert_eq!(counts.read["partner#steps"], 4);
        // What was frequent once is counted on, however rare it is on a day.
        written(&path, vec![line("解約", 9), line("返金", 9)]);
        fold(&path).unwrap();
        let counts = read(&beside(&path)).unwrap().total();
        assert_eq!(
            counts
                .queries
                .values()
                .map(|asked| asked.times)
                .sum::<u64>(),
            4
        );
        let rare = fs::read_to_string(beside(&path)).unwrap();
        assert!(!rare.contains("返金"), "{rare}");
    }

    /// Killed when the counts are written and the lines are not gone yet.
    #[test]
    fn nothing_is_counted_twice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        written(&path, vec![line("解約", 14); 5]);
        let once = read(&path).unwrap().total();
        count(&path, &fs::read(&path).unwrap()).unwrap();
        assert_eq!(read(&path).unwrap().total(), once);
        // Neither when more has come since.
        written(&path, vec![line("解約", 15)]);
        let more = |book: Book| {
            book.total()
                .queries
                .values()
                .map(|asked| asked.times)
                .sum::<u64>()
        };
        assert_eq!(more(read(&path).unwrap()), 6);
        fold(&path).unwrap();
        assert_eq!(more(read(&path).unwrap()), 6);
        // What looks the same later is something else.
        written(&path, vec![line("解約", 14); 5]);
        assert_eq!(more(read(&path).unwrap()), 11);
    }

    #[test]
    fn lines_that_were_cut_off_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        written(&path, vec![line("解約", 14)]);
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(b"{\"hour\":\"2026\n").unwrap();
        written(&path, vec![line("解約", 14)]);
        let book = read(&path).unwrap();
        assert_eq!((book.lines.len(), book.broken), (2, 1));
    }

    #[test]
    fn counts_that_are_none_are_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        written(&path, vec![line("解約", 14); 3]);
        fold(&path).unwrap();
        let counts = beside(&path);
        let mut text = fs::read_to_string(&counts).unwrap();
        text.push_str("notes of mine\n");
        fs::write(&counts, &text).unwrap();
        written(&path, vec![line("解約", 14)]);
        let lines = fs::read(&path).unwrap();
        let refused = fold(&path).unwrap_err();
        assert!(refused.what.contains("asked.counts:6: "), "{refused}");
        assert_eq!(
            (
                fs::read(&path).unwrap(),
                fs::read_to_string(&counts).unwrap()
            ),
            (lines, text)
        );
    }
}
