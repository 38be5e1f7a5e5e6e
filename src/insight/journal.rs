//! The file that lines are appended to, by a handle that is opened once.
//!
//! Whoever writes and whoever makes counts of it lock it, so that no line is lost or counted twice. Writing never waits:
//! what cannot be written now is kept for the next time.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::Line;
use crate::system::{self, Links};

/// A file that is larger takes no more lines, so that a full disk is never this program's doing: some 100,000 queries.
const LARGEST: u64 = 16 << 20;

/// The handle on a file of lines.
#[derive(Debug)]
pub struct Journal {
    file: File,
    /// The last line was cut off: the next one begins behind an end of line.
    is_cut: bool,
    is_told: bool,
}

/// Why a file is not written to or read, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub what: String,
    pub help: String,
}

impl Refused {
    pub(super) fn new(what: impl fmt::Display, help: impl fmt::Display) -> Self {
        Self {
            what: what.to_string(),
            help: help.to_string(),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n    help: {}", self.what, self.help)
    }
}

/// Opens a file that belongs to nobody else, following no link and waiting for no pipe.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> Result<File, Refused> {
    let name = path.display();
    let refused = |error: io::Error| {
        if system::is_link_refused(&error) {
            Refused::new("it is a symbolic link", "name the file itself")
        } else {
            Refused::new(&error, "name a file in a folder that can be written to")
        }
    };
    let options = system::no_wait(system::private(options), Links::Refused);
    let file = options.open(path).map_err(refused)?;
    let metadata = file
        .metadata()
        .map_err(|error| Refused::new(error, "name another file"))?;
    if !metadata.is_file() {
        return Err(Refused::new(
            "it is not a regular file",
            "name a file, or one that does not exist yet",
        ));
    }
    if system::is_open_to_others(&metadata) {
        return Err(Refused::new(
            "others may read or write it",
            format!("make it its owner's alone: chmod 600 {name}"),
        ));
    }
    Ok(file)
}

impl Journal {
    /// Opens a file to append to, which is made where there is none.
    ///
    /// # Errors
    /// What is no regular file, a symbolic link, a file that others may read, and whatever the system refuses.
    pub fn open(path: &Path) -> Result<Self, Refused> {
        let file = open(path, OpenOptions::new().append(true).create(true))?;
        Ok(Self {
            file,
            is_cut: false,
            is_told: false,
        })
    }

    /// Writes lines, and takes those away that are written. Whatever hinders it is told to the log once and to nobody else.
    pub(super) fn append(&mut self, lines: &mut Vec<Line>) {
        match self.try_append(lines) {
            Ok(()) => self.is_told = false,
            Err(error) => {
                if !self.is_told {
                    log::warn!("what visitors asked is not written: {error}");
                }
                self.is_told = true;
            }
        }
    }

    fn try_append(&mut self, lines: &mut Vec<Line>) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        // Whoever holds the lock makes counts, and is done soon.
        self.file.try_lock().map_err(io::Error::from)?;
        let written = self.write(lines);
        self.file.unlock()?;
        written
    }

    fn write(&mut self, lines: &mut Vec<Line>) -> io::Result<()> {
        if system::length(&self.file)? >= LARGEST {
            lines.clear();
            return Err(io::Error::other(
                "the file is full; `madoguchi insight --fold` makes room",
            ));
        }
        let mut bytes = Vec::new();
        if self.is_cut {
            bytes.push(b'\n');
        }
        let mut ends = Vec::with_capacity(lines.len());
        for line in &*lines {
            bytes.extend(line.written().into_bytes());
            ends.push(bytes.len());
        }
        // Not `write_all`: what is written of a part must be known.
        let written = self.file.write(&bytes)?;
        let whole = ends.partition_point(|&end| end <= written);
        lines.drain(..whole);
        let last = whole.checked_sub(1).map_or(0, |last| ends[last]);
        self.is_cut = written > last || self.is_cut && written == 0;
        if lines.is_empty() {
            Ok(())
        } else {
            Err(io::ErrorKind::StorageFull.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;
    use crate::insight::testing::line;

    #[test]
    fn a_file_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        Journal::open(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let refused = Journal::open(&path).unwrap_err();
        assert_eq!(refused.what, "others may read or write it");
        assert!(refused.help.contains("chmod 600"));
    }

    #[test]
    fn what_is_no_file_of_its_own_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("other"), "").unwrap();
        symlink(path("other"), path("link")).unwrap();
        let pipe = std::process::Command::new("mkfifo")
            .arg(path("pipe"))
            .status();
        assert!(pipe.unwrap().success());
        for (name, what) in [
            ("link", "it is a symbolic link"),
            ("", "directory"),
            ("missing/asked", "No such file"),
            // Nobody reads it, and nobody is waited for.
            ("pipe", "No such device"),
        ] {
            let refused = Journal::open(&path(name)).unwrap_err();
            assert!(refused.what.contains(what), "{name}: {refused}");
        }
    }

    #[test]
    fn lines_wait_for_whoever_makes_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        let mut journal = Journal::open(&path).unwrap();
        let other = File::open(&path).unwrap();
        other.lock().unwrap();
        let mut lines = vec![line("解約", 14)];
        journal.append(&mut lines);
        assert_eq!((lines.len(), fs::read(&path).unwrap().len()), (1, 0));
        other.unlock().unwrap();
        journal.append(&mut lines);
        assert!(lines.is_empty());
        let written = fs::read_to_string(&path).unwrap();
        assert_eq!(written, line("解約", 14).written());
    }

    #[test]
    fn a_full_file_takes_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("asked");
        let mut journal = Journal::open(&path).unwrap();
        OpenOptions::new()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(LARGEST)
            .unwrap();
        let mut lines = vec![line("解約", 14)];
        journal.append(&mut lines);
        // They would wait for ever.
        assert!(lines.is_empty());
        assert_eq!(fs::metadata(&path).unwrap().len(), LARGEST);
    }
}
