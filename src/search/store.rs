//! Where the built index lives: opening, checking, building, removing what is stale.
//!
//! What is stored is a cache and is trusted with nothing. It is used only if every byte is as it was written; else it is
//! built anew, and where nothing can be written it is built in memory. The visitor is told of none of this.

mod fingerprint;
mod generation;
mod manifest;
mod sealed;
mod workplace;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::searcher::Searcher;
use crate::guide::Guide;
use generation::{Generation, Trouble};

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

/// What is stored for a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is no folder to store anything in.
    NoFolder,
    /// Nothing is stored for this guide and this version of the program.
    Missing,
    /// It is there, and every sum is right.
    Whole {
        files: usize,
        /// Of all files together.
        bytes: u64,
    },
    /// It cannot be used, and why.
    Damaged(String),
}

/// The folder that holds the generations of an index, one folder per fingerprint.
#[derive(Debug, Clone)]
pub struct Store {
    folder: Option<PathBuf>,
}

impl Store {
    /// `None`: in memory only. The folder need not exist.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Opens the index for this guide, or builds it. Whatever is wrong with what is stored ends in a rebuilt index, and
    /// a line in the log.
    pub fn open_or_build(&self, guide: &Arc<Guide>) -> (Searcher, Origin) {
        let Some(generation) = self.generation(guide) else {
            return (Searcher::in_memory(Arc::clone(guide)), Origin::InMemory);
        };
        match generation.open() {
            Ok(engine) => return (Searcher::new(Arc::clone(guide), engine), Origin::Opened),
            Err(Trouble::Missing) => {
                log::info!("building the index in {}", generation.path().display());
            }
            Err(Trouble::Damaged(reason)) => {
                log::warn!(
                    "the index in {} is rebuilt: {reason}",
                    generation.path().display()
                );
            }
        }
        match generation.build(guide) {
            Ok(engine) => (Searcher::new(Arc::clone(guide), engine), Origin::Built),
            Err(error) => {
                log::warn!(
                    "the index is kept in memory; cannot write {}: {error}",
                    generation.path().display()
                );
                (Searcher::in_memory(Arc::clone(guide)), Origin::InMemory)
            }
        }
    }

    /// Builds and stores the index, whether or not there is one.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] without a folder; else what the file system refused.
    pub fn build(&self, guide: &Arc<Guide>) -> io::Result<Searcher> {
        let generation = self.generation(guide).ok_or(io::ErrorKind::NotFound)?;
        generation.remove()?;
        let engine = generation.build(guide)?;
        Ok(Searcher::new(Arc::clone(guide), engine))
    }

    /// Says what is stored for this guide and whether it is whole. Changes nothing.
    pub fn verify(&self, guide: &Guide) -> State {
        let Some(generation) = self.generation(guide) else {
            return State::NoFolder;
        };
        match generation.check() {
            Ok(manifest) => State::Whole {
                files: manifest.files.len(),
                bytes: manifest.bytes(),
            },
            Err(Trouble::Missing) => State::Missing,
            Err(Trouble::Damaged(reason)) => State::Damaged(reason),
        }
    }

    /// The folder for the index of this guide, whether or not it is there; `None` without a folder.
    pub fn path(&self, guide: &Guide) -> Option<PathBuf> {
        self.generation(guide)
            .map(|generation| generation.path().to_owned())
    }

    fn generation(&self, guide: &Guide) -> Option<Generation> {
        let folder = self.folder.as_ref()?;
        Some(Generation::new(folder, fingerprint::of(guide)))
    }
}
