//! What a kiosk's supervisor writes down of it, for whoever looks after many: a file for each kiosk, in a folder that somebody
//! names. It holds nothing of what visitors do, and nobody needs it: where it cannot be written, it is not there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::system;

/// The folder of the files, below the one that is named.
const FOLDER: &str = "kiosks";

/// A kiosk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kiosk {
    /// The terminal that it is on: `tty1`, `pts-3`.
    pub terminal: String,
    /// The supervisor's process.
    pub pid: i32,
    /// When the supervisor was started.
    pub since: DateTime<Utc>,
    /// When the browser was, the last time.
    pub last_start: DateTime<Utc>,
    /// How often it was started again.
    pub restarts: u32,
    /// How it died the last time, if it has.
    pub last_death: Option<String>,
}

impl Kiosk {
    /// Whether its supervisor is still there.
    pub fn is_running(&self) -> bool {
        system::is_running(self.pid)
    }

    /// All that were written down below a folder, in the order of their terminals.
    pub fn all(memory: &Path) -> Vec<Self> {
        let files = fs::read_dir(memory.join(FOLDER)).into_iter().flatten();
        let texts = files.filter_map(|file| fs::read(file.ok()?.path()).ok());
        let mut all: Vec<Self> = texts
            .filter_map(|text| serde_json::from_slice(&text).ok())
            .collect();
        all.sort_by(|a, b| a.terminal.cmp(&b.terminal));
        all
    }
}

/// What is written down of this kiosk.
#[derive(Debug)]
pub struct Record {
    file: PathBuf,
    kiosk: Kiosk,
    has_started: bool,
}

impl Record {
    /// Of the kiosk on a terminal, below a folder.
    pub fn new(memory: &Path, terminal: &str, pid: i32, now: DateTime<Utc>) -> Self {
        let terminal = terminal.trim_start_matches("/dev/").replace('/', "-");
        Self {
            file: memory.join(FOLDER).join(format!("{terminal}.json")),
            kiosk: Kiosk {
                terminal,
                pid,
                since: now,
                last_start: now,
                restarts: 0,
                last_death: None,
            },
            has_started: false,
        }
    }

    /// The browser was started.
    pub fn started(&mut self, now: DateTime<Utc>) {
        self.kiosk.restarts += u32::from(std::mem::replace(&mut self.has_started, true));
        self.kiosk.last_start = now;
        self.write();
    }

    /// It has died, in this way.
    pub fn died(&mut self, how: &str) {
        self.kiosk.last_death = Some(how.to_owned());
        self.write();
    }

    /// The kiosk has ended.
    pub fn end(&self) {
        let _ = fs::remove_file(&self.file);
    }

    fn write(&self) {
        let write = || -> io::Result<()> {
            let new = self.file.with_extension("new");
            if let Some(folder) = self.file.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&new, serde_json::to_vec(&self.kiosk)?)?;
            fs::rename(new, &self.file)
        };
        let _ = write();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_until_it_ends() {
        let memory = tempfile::tempdir().unwrap();
        let now = DateTime::UNIX_EPOCH;
        let own = std::process::id().cast_signed();
        let mut record = Record::new(memory.path(), "/dev/pts/3", own, now);
        assert_eq!(Kiosk::all(memory.path()), []);
        record.started(now);
        record.died("signal: 9");
        record.started(now);
        let [kiosk] = &Kiosk::all(memory.path())[..] else {
            panic!("there is one");
        };
        assert_eq!((kiosk.terminal.as_str(), kiosk.restarts), ("pts-3", 1));
        assert_eq!(kiosk.last_death.as_deref(), Some("signal: 9"));
        assert!(kiosk.is_running());
        record.end();
        assert_eq!(Kiosk::all(memory.path()), []);
    }
}
