//! One stored index: `<index folder>/<fingerprint>/`.
//!
//! It is built in a folder beside its place and renamed into it when it is complete and on the disk, so that there is
//! never half an index, whoever else is building and whenever the power fails.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Limits;
use super::files::{self, Checked, Trouble};
use super::fingerprint::{self, is_fingerprint};
use super::manifest::{self, Manifest};
use super::owner::{self, Place};
use super::seal::{self, InMemory};
use super::seen;
use super::workplace::{self, Workplace};
use crate::guide::Guide;
use crate::guide::kept::Identity;
use crate::language::Language;
use crate::search::engine::Engine;
use crate::search::indexer::META;
use crate::search::progress::{Report, Unfinished};
use crate::system::MOVES_OPEN_FILES;

/// What becomes of an index that stands where the new one is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// Somebody else may have put a whole one there meanwhile, which is as good.
    Stays,
    Goes,
}

/// Where the index of one guide and version of the program is stored.
#[derive(Debug, Clone)]
pub struct Generation {
    folder: PathBuf,
    fingerprint: String,
    series: String,
    path: PathBuf,
    languages: Vec<Language>,
    limits: Limits,
}

impl Generation {
    pub fn new(folder: &Path, guide: Identity<'_>, limits: Limits) -> Self {
        let series = fingerprint::series(guide);
        let fingerprint = fingerprint::of(&series, guide);
        Self {
            folder: folder.to_owned(),
            path: folder.join(&fingerprint),
            fingerprint,
            series,
            languages: guide.languages.to_vec(),
            limits,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The manifest of an index; where there is only a guide, none is there yet.
    fn index(&self) -> Checked<Manifest> {
        let manifest = files::read_manifest(&self.path, &self.fingerprint)?;
        let has_index = manifest.files.iter().any(|file| file.name == META);
        has_index.then_some(manifest).ok_or(Trouble::Missing)
    }

    /// Checks every byte.
    pub fn check(&self) -> Checked<Manifest> {
        let manifest = self.index()?;
        files::check(&self.path, &manifest)?;
        Ok(manifest)
    }

    /// Opens the index; of a small one every byte has been checked then, of a large one what was needed for opening it.
    /// Whoever has read the guide beside it need not do so again.
    pub fn open(&self, has_guide: bool) -> Checked<Engine> {
        let manifest = self.index()?;
        let but = has_guide.then_some(files::GUIDE);
        files::open(&self.path, &manifest, &self.path, &self.languages, but)
    }

    /// The guide itself, as it was when the index was built.
    pub fn guide(&self) -> Checked<Guide> {
        let manifest = files::read_manifest(&self.path, &self.fingerprint)?;
        files::read_guide(&self.path, &manifest)
    }

    /// Writes down what the guide was read from, if it was read: the next one to open it may not have to.
    pub fn remember(&self, guide: &Guide) {
        let trace = guide.provenance.trace.as_ref();
        let written = trace.map(|trace| seen::write(&self.path, trace));
        if let Some(Err(error)) = written {
            log::info!("what the guide was read from is not written down: {error}");
        }
    }

    /// Keeps the guide alone, where nothing is kept of it yet.
    ///
    /// # Errors
    /// Whatever the file system refuses.
    pub fn keep(&self, guide: &Guide) -> io::Result<()> {
        if owner::look(&self.path).is_free() && self.obstacle().is_none() {
            let place = self.workplace()?;
            write_guide(guide, place.path())?;
            self.seal(place.path(), false)?;
            self.install(&place)?;
            self.remember(guide);
        }
        Ok(())
    }

    fn seal(&self, path: &Path, lasting: bool) -> io::Result<Manifest> {
        let pieces_from = self.limits.pieces_from;
        seal::seal(path, &self.fingerprint, &self.series, pieces_from, lasting)
    }

    /// Opens the newest other index of the same series that can be used, built from an earlier state of the guide.
    pub fn open_previous(&self) -> Option<Engine> {
        let mut others: Vec<(SystemTime, PathBuf, Manifest)> = self
            .others()
            .filter_map(|path| {
                let name = path.file_name()?.to_str()?;
                let manifest = files::read_manifest(&path, name).ok()?;
                let written = fs::metadata(path.join(manifest::NAME)).ok()?;
                let same = manifest.series == self.series;
                same.then_some((written.modified().ok()?, path, manifest))
            })
            .collect();
        others.sort_by_key(|&(written, ..)| std::cmp::Reverse(written));
        others.iter().find_map(|(_, path, manifest)| {
            files::open(path, manifest, path, &self.languages, None).ok()
        })
    }

    /// Why no index can be put in its place, if that is so: what is there is not ours, or nothing can be written. Says so
    /// without changing anything.
    pub fn obstacle(&self) -> Option<String> {
        owner::look(&self.path).obstacle().or_else(|| {
            let error = owner::may_be_written(&self.folder).err()?;
            Some(format!("{}: {error}", self.folder.display()))
        })
    }

    /// Builds the index. A small one answers before it is stored ([`Generation::store`]), since storing it takes a tenth of
    /// the time; a large one is put in its place here.
    pub fn build(
        &self,
        guide: &Guide,
        earlier: Earlier,
        report: &mut Report<'_>,
    ) -> Result<(Engine, Option<InMemory>), Unfinished> {
        if let Some(why) = self.obstacle() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, why).into());
        }
        if !self.limits.is_large(guide) {
            let index = InMemory::build(guide)?;
            let engine = index.open(&self.languages)?;
            return Ok((engine, Some(index)));
        }
        let place = self.workplace()?;
        seal::write_to_disk(guide, place.path(), self.limits.memory, report)?;
        write_guide(guide, place.path())?;
        let manifest = self.seal(place.path(), true)?;
        let engine = self.open_in_place(guide, &place, &manifest, earlier)?;
        Ok((engine, None))
    }

    /// Puts an index that was built in memory in its place.
    ///
    /// # Errors
    /// Whatever the file system refuses.
    pub fn store(&self, guide: &Guide, index: &InMemory, earlier: Earlier) -> io::Result<()> {
        let place = self.workplace()?;
        index.write(place.path())?;
        write_guide(guide, place.path())?;
        self.seal(place.path(), false)?;
        self.put(guide, &place, earlier)
    }

    /// A folder in which an index is built beside its place.
    fn workplace(&self) -> io::Result<Workplace> {
        fs::create_dir_all(&self.folder)?;
        Workplace::new(&self.folder)
    }

    /// Opens what was built and puts it in its place.
    fn open_in_place(
        &self,
        guide: &Guide,
        place: &Workplace,
        manifest: &Manifest,
        earlier: Earlier,
    ) -> io::Result<Engine> {
        let open = || {
            if MOVES_OPEN_FILES {
                files::open(place.path(), manifest, &self.path, &self.languages, None)
            } else {
                self.open(false)
            }
            .map_err(|trouble| io::Error::other(format!("{trouble:?}")))
        };
        // Opened before it is moved, where that can be done: from then on it does not matter what happens to the folder.
        let early = MOVES_OPEN_FILES.then(open).transpose()?;
        self.put(guide, place, earlier)?;
        early.map_or_else(open, Ok)
    }

    /// Puts what was built in its place. Removes the indexes of other guides and versions, but only when the new one is there.
    fn put(&self, guide: &Guide, place: &Workplace, earlier: Earlier) -> io::Result<()> {
        if earlier == Earlier::Goes {
            self.remove()?;
        }
        self.install(place)?;
        self.remember(guide);
        self.remove_stale();
        Ok(())
    }

    /// Removes what is in the place, if it is ours.
    fn remove(&self) -> io::Result<()> {
        let place = owner::look(&self.path);
        match (place.obstacle(), place) {
            (Some(why), _) => Err(io::Error::new(io::ErrorKind::AlreadyExists, why)),
            (None, Place::Ours(_)) => self.remove_folder(&self.path),
            (None, _) => Ok(()),
        }
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        match owner::remove(path, &workplace::new_name(&self.folder)) {
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    }

    fn install(&self, place: &Workplace) -> io::Result<()> {
        // More attempts than one only if others build and remove at the same time.
        for _ in 0..3 {
            match fs::rename(place.path(), &self.path) {
                Ok(()) => return Ok(()),
                Err(error) if fs::symlink_metadata(&self.path).is_err() => return Err(error),
                Err(_) if self.check().is_ok() && self.open(false).is_ok() => return Ok(()),
                Err(_) => self.remove()?,
            }
        }
        // The index is open, and the next start will try again.
        Ok(())
    }

    /// Removes the indexes of other guides and versions, and what was left behind by builds that did not end. Nothing
    /// that is not proved to be ours. A failure costs nothing but space.
    fn remove_stale(&self) {
        for other in self.others() {
            let _ = match owner::look(&other) {
                Place::Ours(owned) if owned.stranger().is_none() => self.remove_folder(&other),
                // What somebody has put there stays where it is.
                Place::Ours(owned) => owned.clear(&other),
                Place::Free | Place::Barred(_) => Ok(()),
            };
        }
        let now = fs::metadata(&self.path).and_then(|metadata| metadata.modified());
        let Ok(now) = now else { return };
        for entry in folders(&self.folder).filter(|entry| workplace::is_abandoned(entry, now)) {
            workplace::clear_up(&entry.path());
        }
    }

    /// The folders of other indexes.
    fn others(&self) -> impl Iterator<Item = PathBuf> {
        all(&self.folder).filter(|path| *path != self.path)
    }
}

fn write_guide(guide: &Guide, path: &Path) -> io::Result<()> {
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, "the kept guide is damaged");
    let bytes = guide.to_bytes().ok_or_else(damaged)?;
    fs::write(
        path.join(files::GUIDE),
        [files::GUIDE_BEGINS, &bytes].concat(),
    )
}

/// The folders of all indexes in a folder.
pub fn all(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    folders(folder).filter_map(|entry| {
        let name = entry.file_name();
        is_fingerprint(name.to_str()?).then(|| entry.path())
    })
}

fn folders(folder: &Path) -> impl Iterator<Item = fs::DirEntry> + use<> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
}
