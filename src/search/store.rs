//! Where the built index lives: opening, checking, building, removing what is stale.
//!
//! What is stored is a cache and is trusted with nothing. No byte of it is used unless it is as it was written; else the
//! index is built anew, and where nothing can be written it is built in memory. The visitor is told of none of this.

mod files;
mod fingerprint;
mod generation;
mod manifest;
mod owner;
mod pieces;
mod seal;
mod sealed;
mod seen;
mod workplace;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use chrono::{DateTime, Utc};
use tantivy::directory::RamDirectory;

use super::engine::Engine;
use super::indexer;
use super::progress::{Report, Unfinished, to_the_end};
use super::searcher::Searcher;
use crate::guide::kept::Identity;
use crate::guide::load::{self, Trace};
use crate::guide::{Guide, Problem, Source};
use files::Trouble;
use generation::{Earlier, Generation};
use seal::InMemory;

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

/// What loading a guide gave.
#[derive(Debug)]
pub struct Loaded {
    pub guide: Option<Guide>,
    pub problems: Vec<Problem>,
    /// What it was once read from, if it was not read now: whoever has the time may see whether that still says the same.
    pub unread: Option<Trace>,
}

/// What is stored for a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is no folder to store anything in.
    NoFolder,
    /// Nothing is stored for this guide and this version of the program.
    Missing,
    /// Nothing usable is stored and nothing can be, and why: the place is somebody else's, or cannot be written. The index is
    /// built in memory at every start.
    Barred(String),
    /// It is there, and every sum is right.
    Whole {
        files: usize,
        /// Of all files together.
        bytes: u64,
    },
    /// It cannot be used, and why.
    Damaged(String),
}

/// From which sizes on guides and indexes are large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// A guide of so many sections is large. Its index is written segment by segment, brought to the disk before it
    /// counts, and its progress is reported. That of a smaller guide is made in memory, and nothing waits for the disk:
    /// what a power failure leaves half written has wrong sums, and is built anew in no time.
    pub large_guide: usize,
    /// An index of so many bytes is read and checked piece by piece, as it is used. A smaller one is read whole: that
    /// costs little, and is checked at once.
    pub pieces_from: u64,
    /// What a segment of a large guide's index may take in memory while it is written, in bytes.
    pub memory: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            large_guide: 5_000,
            pieces_from: 4 << 20,
            memory: 160 << 20,
        }
    }
}

impl Limits {
    fn is_large(&self, guide: &Guide) -> bool {
        guide.section_count() >= self.large_guide.max(1)
    }
}

/// The folder that holds the generations of an index, one folder per fingerprint.
#[derive(Debug, Clone)]
pub struct Store {
    folder: Option<PathBuf>,
    limits: Limits,
    /// The generation whose guide this process has read, and found as it was written.
    read: Arc<OnceLock<PathBuf>>,
}

/// What opening or building an index gave.
#[derive(Debug)]
pub struct Opened {
    pub searcher: Searcher,
    pub origin: Origin,
    /// It answers before it is stored.
    pub unstored: Option<Unstored>,
}

impl Opened {
    /// It is stored at once, if that is still to be done.
    fn stored(self) -> (Searcher, Origin) {
        let origin = self.unstored.map_or(self.origin, Unstored::store);
        (self.searcher, origin)
    }
}

/// An index that was built in memory and is still to be stored.
#[derive(Debug)]
pub struct Unstored {
    generation: Generation,
    guide: Arc<Guide>,
    index: InMemory,
    earlier: Earlier,
}

impl Unstored {
    /// Stores it. Where that cannot be done, the log says why.
    pub fn store(self) -> Origin {
        match self
            .generation
            .store(&self.guide, &self.index, self.earlier)
        {
            Ok(()) => Origin::Built,
            Err(error) => not_stored(&self.generation, &error),
        }
    }
}

/// Says in the log why an index is nowhere but in memory.
fn not_stored(generation: &Generation, error: &io::Error) -> Origin {
    let path = generation.path().display();
    log::warn!("the index is kept in memory, for nothing can be stored in {path}: {error}");
    Origin::InMemory
}

impl Store {
    /// `None`: in memory only. The folder need not exist.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            limits: Limits::default(),
            read: Arc::default(),
        }
    }

    /// The same store with other ideas of what is large.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Opens the index for this guide, or builds it. Whatever is wrong with what is stored ends in a rebuilt index, and
    /// a line in the log.
    pub fn open_or_build(&self, guide: &Arc<Guide>) -> (Searcher, Origin) {
        self.open_or_build_with(guide, &mut to_the_end)
            .unwrap_or_else(|| unreachable!("nothing stops it"))
    }

    /// The same, with a report of the progress while the index of a large guide is built; `None` if that says to stop.
    /// Whatever was stored before is there still then.
    pub fn open_or_build_with(
        &self,
        guide: &Arc<Guide>,
        report: &mut Report<'_>,
    ) -> Option<(Searcher, Origin)> {
        self.open_or_build_first(guide, report).map(Opened::stored)
    }

    /// The same, but an index that was built in memory is handed over before it is stored.
    pub fn open_or_build_first(
        &self,
        guide: &Arc<Guide>,
        report: &mut Report<'_>,
    ) -> Option<Opened> {
        match self.open(guide) {
            Some(searcher) => Some(Opened {
                searcher,
                origin: Origin::Opened,
                unstored: None,
            }),
            None => self.make(guide, report, Earlier::Stays),
        }
    }

    /// Builds the index in the place of one that turned out to be broken; `None` if the report says to stop.
    pub fn replace(
        &self,
        guide: &Arc<Guide>,
        report: &mut Report<'_>,
    ) -> Option<(Searcher, Origin)> {
        self.make(guide, report, Earlier::Goes).map(Opened::stored)
    }

    fn make(
        &self,
        guide: &Arc<Guide>,
        report: &mut Report<'_>,
        earlier: Earlier,
    ) -> Option<Opened> {
        if let Some(generation) = self.generation(guide.identity()) {
            match generation.build(guide, earlier, report) {
                Ok((engine, index)) => {
                    return Some(Opened {
                        searcher: self.searcher(guide, engine),
                        origin: Origin::Built,
                        unstored: index.map(|index| Unstored {
                            generation,
                            guide: Arc::clone(guide),
                            index,
                            earlier,
                        }),
                    });
                }
                Err(Unfinished::Stopped) => return None,
                Err(Unfinished::Failed(error)) => {
                    not_stored(&generation, &error);
                }
            }
        }
        Some(Opened {
            searcher: self.in_memory(guide, report)?,
            origin: Origin::InMemory,
            unstored: None,
        })
    }

    fn searcher(&self, guide: &Arc<Guide>, engine: Engine) -> Searcher {
        if self.is_large(guide) {
            Searcher::of_large(Arc::clone(guide), engine)
        } else {
            Searcher::new(Arc::clone(guide), engine)
        }
    }

    /// Opens the index for this guide, if it is there and whole; builds nothing.
    pub fn open(&self, guide: &Arc<Guide>) -> Option<Searcher> {
        let generation = self.generation(guide.identity())?;
        let path = generation.path().display();
        let began = Instant::now();
        match generation.open(self.has_read(generation.path())) {
            Ok(engine) => {
                log::info!("opened the index in {path} in {:?}", began.elapsed());
                generation.remember(guide);
                return Some(self.searcher(guide, engine));
            }
            Err(Trouble::Missing) => log::info!("there is no index in {path} yet"),
            Err(Trouble::Damaged(reason)) => {
                log::warn!("the index in {path} is of no use: {reason}");
            }
        }
        None
    }

    /// Reads and checks a guide, as far as that was not done before: where all its files look as they did, none is read.
    pub fn load(&self, source: &Source, now: DateTime<Utc>) -> Loaded {
        if let Some((guide, trace)) = self.unread(source) {
            return Loaded {
                guide: Some(guide),
                problems: Vec::new(),
                unread: Some(trace),
            };
        }
        let (guide, problems) = self.read(source, now);
        Loaded {
            guide,
            problems,
            unread: None,
        }
    }

    /// The same for whoever needs none of its articles: they are read only where nothing else says what they would.
    pub fn load_without_articles(&self, source: &Source) -> (Option<Guide>, Vec<Problem>) {
        match self.unread(source) {
            Some((guide, _)) => (Some(guide), Vec::new()),
            None => load::without_articles(source),
        }
    }

    /// The same, but all files are read.
    pub fn read(&self, source: &Source, now: DateTime<Utc>) -> (Option<Guide>, Vec<Problem>) {
        load::load_kept(source, now, |identity| self.guide(identity))
    }

    /// Keeps a guide for whoever asks for no index, if it was read. Where it cannot, it is read again the next time.
    pub fn keep(&self, guide: &Guide) {
        let generation = guide
            .provenance
            .trace
            .as_ref()
            .and_then(|_| self.generation(guide.identity()));
        if let Some(Err(error)) = generation.map(|generation| generation.keep(guide)) {
            log::info!("the guide is not kept: {error}");
        }
    }

    /// The guide as it is kept, if nothing of what it was read from looks different now. Looks are nothing that anybody has
    /// signed.
    fn unread(&self, source: &Source) -> Option<(Guide, Trace)> {
        let folder = self.folder.as_ref().filter(|_| source.signed().is_none())?;
        generation::all(folder).find_map(|path| {
            let trace = seen::read(&path).filter(|trace| trace.is_current(source))?;
            let name = path.file_name()?.to_str()?;
            let manifest = files::read_manifest(&path, name).ok()?;
            let guide = files::read_guide(&path, &manifest).ok()?.read_from(source);
            // That of another version of the program has another name.
            let is_own = self.generation(guide.identity())?.path() == path;
            if is_own {
                let _ = self.read.set(path);
            }
            is_own.then_some((guide, trace))
        })
    }

    /// The guide itself, as it was checked when its index was built: nobody need do so again.
    pub fn guide(&self, identity: Identity<'_>) -> Option<Guide> {
        let generation = self.generation(identity)?;
        match generation.guide() {
            Ok(guide) => {
                let _ = self.read.set(generation.path().to_owned());
                Some(guide)
            }
            Err(trouble) => {
                log::info!("the guide is read anew: {trouble:?}");
                None
            }
        }
    }

    fn has_read(&self, path: &Path) -> bool {
        self.read.get().is_some_and(|read| read == path)
    }

    /// Opens the newest index of an earlier state of this guide, if there is one that can be used. It stays until this
    /// guide's index is there.
    pub fn open_previous(&self, guide: &Arc<Guide>) -> Option<Searcher> {
        let engine = self.generation(guide.identity())?.open_previous()?;
        Some(Searcher::of_previous(Arc::clone(guide), engine))
    }

    fn in_memory(&self, guide: &Arc<Guide>, report: &mut Report<'_>) -> Option<Searcher> {
        if self.is_large(guide) {
            let memory = self.limits.memory;
            let index = indexer::write_segments(guide, RamDirectory::create(), memory, report);
            match index.map(|index| Engine::open(&index, &guide.languages)) {
                Ok(Ok(engine)) => return Some(Searcher::new(Arc::clone(guide), engine)),
                Err(Unfinished::Stopped) => return None,
                _ => {}
            }
        }
        Some(Searcher::in_memory(Arc::clone(guide)))
    }

    /// Whether it takes so long to build the index of this guide that somebody should be told.
    pub fn is_large(&self, guide: &Guide) -> bool {
        self.limits.is_large(guide)
    }

    /// Builds and stores the index, whether or not there is one.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] without a folder; else what the file system refused.
    pub fn build(&self, guide: &Arc<Guide>) -> io::Result<Searcher> {
        self.build_with(guide, &mut to_the_end)
            .map_err(|unfinished| match unfinished {
                Unfinished::Failed(error) => error,
                Unfinished::Stopped => io::ErrorKind::Interrupted.into(),
            })
    }

    /// The same, with a report of the progress while the index of a large guide is built. Until the new one is complete,
    /// the old one stays.
    ///
    /// # Errors
    /// As [`Store::build`]; or `report` said to stop.
    pub fn build_with(
        &self,
        guide: &Arc<Guide>,
        report: &mut Report<'_>,
    ) -> Result<Searcher, Unfinished> {
        let generation = self
            .generation(guide.identity())
            .ok_or(io::Error::from(io::ErrorKind::NotFound))?;
        let (engine, index) = generation.build(guide, Earlier::Goes, report)?;
        if let Some(index) = index {
            generation.store(guide, &index, Earlier::Goes)?;
        }
        Ok(self.searcher(guide, engine))
    }

    /// Says what is stored for this guide and whether it is whole. Changes nothing.
    pub fn verify(&self, guide: &Guide) -> State {
        let Some(generation) = self.generation(guide.identity()) else {
            return State::NoFolder;
        };
        match (generation.check(), generation.obstacle()) {
            (Ok(manifest), _) => State::Whole {
                files: manifest.files.len(),
                bytes: manifest.bytes(),
            },
            (Err(_), Some(why)) => State::Barred(why),
            (Err(Trouble::Missing), None) => State::Missing,
            (Err(Trouble::Damaged(reason)), None) => State::Damaged(reason),
        }
    }

    /// The folder for the index of this guide, whether or not it is there; `None` without a folder.
    pub fn path(&self, guide: &Guide) -> Option<PathBuf> {
        self.generation(guide.identity())
            .map(|generation| generation.path().to_owned())
    }

    fn generation(&self, guide: Identity<'_>) -> Option<Generation> {
        let folder = self.folder.as_ref()?;
        Some(Generation::new(folder, guide, self.limits))
    }
}
