//! The log: a line per event, appended to the file that `--log` names. Without it nothing is kept.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};

use super::Failure;
use crate::clock::{Clock, SystemClock};
use crate::text::clean::clean;

struct FileLog(Mutex<File>);

/// Logs to a file from now on.
pub fn start(path: &Path) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Io(format!(
            "the log {}: {error}\n    help: name a file that can be written to",
            path.display()
        ))
    };
    let file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .map_err(|e| failed(&e))?;
    log::set_boxed_logger(Box::new(FileLog(Mutex::new(file)))).map_err(|e| failed(&e))?;
    log::set_max_level(LevelFilter::Info);
    Ok(())
}

impl Log for FileLog {
    /// Of the libraries only what is a warning or worse.
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Warn || metadata.target().starts_with("madoguchi")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let now = SystemClock.now().format("%Y-%m-%dT%H:%M:%SZ");
        let line = format!(
            "{now} {} {}: {}\n",
            record.level(),
            record.target(),
            record.args()
        );
        let line = clean(&line).trim_end().replace('\n', "; ");
        if let Ok(mut file) = self.0.lock() {
            // A log that cannot be written must not stop anything.
            let _ = writeln!(file, "{line}");
        }
    }

    fn flush(&self) {}
}
