//! Reading a guide: the only place that opens its files.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Guide, Problem, Severity, validate};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/guide");

/// Where a guide comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The one compiled into the program.
    BuiltIn,
    /// A folder that holds `guide.yaml`.
    Folder(PathBuf),
}

/// Reads and checks a guide. Every problem is reported, not the first; there is a guide exactly when none of them is
/// an error.
pub fn load(source: &Source) -> (Option<Guide>, Vec<Problem>) {
    let read = |name: &str| read(source, Path::new(name));
    match validate::guide(&read) {
        Ok(guide) => (Some(guide), Vec::new()),
        Err(problem) => (None, vec![problem]),
    }
}

fn read(source: &Source, name: &Path) -> Result<Vec<u8>, Problem> {
    let bytes = match source {
        Source::BuiltIn => BUILT_IN.get_file(name).map(|file| file.contents().to_vec()),
        Source::Folder(folder) => fs::read(folder.join(name)).ok(),
    };
    bytes.ok_or_else(|| Problem {
        severity: Severity::Error,
        file: name.to_path_buf(),
        line: None,
        what: "cannot be read".to_owned(),
        help: "check that it is there".to_owned(),
    })
}
