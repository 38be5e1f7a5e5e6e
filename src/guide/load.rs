//! Reading a guide: the only place that opens its files.

use std::path::PathBuf;

use super::{Guide, Problem};

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
pub fn load(_source: &Source) -> (Option<Guide>, Vec<Problem>) {
    todo!()
}
