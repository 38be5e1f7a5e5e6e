//! Where the built index lives: opening, checking, building, removing what is stale.

use std::path::PathBuf;
use std::sync::Arc;

use super::searcher::Searcher;
use crate::guide::Guide;

/// What was done to get an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A built index was there and whole.
    Opened,
    /// It was built and stored.
    Built,
    /// It was built in memory, since nothing can be written.
    InMemory,
}

/// The folder that holds the generations of an index, one folder per fingerprint.
#[derive(Debug, Clone)]
pub struct Store {
    _folder: Option<PathBuf>,
}

impl Store {
    /// `None`: in memory only.
    pub fn new(_folder: Option<PathBuf>) -> Self {
        todo!()
    }

    /// Opens the index for this guide, or builds it. Whatever is wrong with what is stored ends in a rebuilt index, and
    /// a line in the log.
    pub fn open_or_build(&self, _guide: &Arc<Guide>) -> (Searcher, Origin) {
        todo!()
    }
}
