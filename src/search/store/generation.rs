//! One stored index: `<index folder>/<fingerprint>/`.
//!
//! It is built in a folder beside its place and renamed into it when it is complete and on the disk, so that there is
//! never half an index, whoever else is building and whenever the power fails.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tantivy::directory::{MmapDirectory, OwnedBytes, RamDirectory};
use tantivy::{Directory, Index};

use super::fingerprint::is_fingerprint;
use super::manifest::{self, Manifest};
use super::sealed::Sealed;
use super::workplace::{self, Workplace};
use crate::guide::Guide;
use crate::search::engine::Engine;
use crate::search::indexer::{self, LEXICON};

/// An index of this size or more is mapped; a smaller one is read whole. Reading costs little, and what is in memory
/// nobody can change or truncate any more.
const MAPPED_FROM: u64 = 32 * 1024 * 1024;

/// A guide of fewer sections is indexed in memory, and its files are written when they are complete. Nothing then waits
/// for the disk: what a power failure leaves half written has wrong sums, and is built anew in no time.
const BUILT_IN_MEMORY_BELOW: usize = 5000;

/// The file in which tantivy keeps what belongs to an index.
const META: &str = "meta.json";

/// Where the index of one guide and version of the program is stored.
#[derive(Debug, Clone)]
pub struct Generation {
    folder: PathBuf,
    fingerprint: String,
    path: PathBuf,
}

/// Why a stored index cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    Missing,
    /// And why, for the log.
    Damaged(String),
}

type Checked<T> = Result<T, Trouble>;

fn damaged<T>(reason: impl Into<String>) -> Checked<T> {
    Err(Trouble::Damaged(reason.into()))
}

impl Generation {
    pub fn new(folder: &Path, fingerprint: String) -> Self {
        Self {
            folder: folder.to_owned(),
            path: folder.join(&fingerprint),
            fingerprint,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Checks every byte.
    pub fn check(&self) -> Checked<Manifest> {
        let manifest = read_manifest(&self.path, &self.fingerprint)?;
        read_files(&self.path, &manifest)?;
        Ok(manifest)
    }

    /// Checks every byte, and opens what was checked.
    pub fn open(&self) -> Checked<Engine> {
        open(&self.path, &self.fingerprint)
    }

    /// Builds the index and puts it in its place. Should somebody else have put a whole one there meanwhile, theirs stays
    /// and is as good. Removes the indexes of other guides and versions.
    pub fn build(&self, guide: &Guide) -> io::Result<Engine> {
        fs::create_dir_all(&self.folder)?;
        let place = Workplace::new(&self.folder)?;
        let lasting = guide.sections().count() >= BUILT_IN_MEMORY_BELOW;
        if lasting {
            write_to_disk(guide, place.path()).map_err(io::Error::other)?;
        } else {
            write_from_memory(guide, place.path()).map_err(io::Error::other)?;
        }
        seal(place.path(), &self.fingerprint, lasting)?;
        // Opened before it is moved: from then on it does not matter what happens to the folder.
        let engine = open(place.path(), &self.fingerprint)
            .map_err(|trouble| io::Error::other(format!("{trouble:?}")))?;
        self.install(&place)?;
        self.remove_stale();
        Ok(engine)
    }

    /// Removes what is in the place, whatever it is.
    pub fn remove(&self) -> io::Result<()> {
        if fs::symlink_metadata(&self.path).is_err() {
            return Ok(());
        }
        // Renamed first, so that nobody ever sees half of it.
        let aside = workplace::new_name(&self.folder);
        match fs::rename(&self.path, &aside) {
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            renamed => renamed.and_then(|()| workplace::remove(&aside)),
        }
    }

    fn install(&self, place: &Workplace) -> io::Result<()> {
        // More attempts than one only if others build and remove at the same time.
        for _ in 0..3 {
            match fs::rename(place.path(), &self.path) {
                Ok(()) => return Ok(()),
                Err(error) if fs::symlink_metadata(&self.path).is_err() => return Err(error),
                Err(_) if self.check().is_ok() => return Ok(()),
                Err(_) => self.remove()?,
            }
        }
        // The index is open, and the next start will try again.
        Ok(())
    }

    /// Removes the indexes of other guides and versions, and what was left behind by builds that did not end. Nothing
    /// that does not look like ours. A failure costs nothing but space.
    fn remove_stale(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let now = fs::metadata(&self.path)
            .and_then(|metadata| metadata.modified())
            .ok();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_other = is_fingerprint(&name) && name != self.fingerprint;
            let is_abandoned = || now.is_some_and(|now| workplace::is_abandoned(&entry, now));
            if is_folder && (is_other || is_abandoned()) {
                let _ = workplace::remove(&entry.path());
            }
        }
    }
}

fn write_to_disk(guide: &Guide, path: &Path) -> tantivy::Result<()> {
    indexer::write(guide, MmapDirectory::open(path)?)?;
    tidy(path)?;
    Ok(())
}

fn write_from_memory(guide: &Guide, path: &Path) -> tantivy::Result<()> {
    let memory = RamDirectory::create();
    let index = indexer::write(guide, memory.clone())?;
    let managed = index.directory().list_managed_files();
    for name in managed.into_iter().chain([META.into(), LEXICON.into()]) {
        // Read past tantivy's own directory, which takes the footers off. Some files are gone again: what the writer
        // needed only while it wrote.
        if let Ok(file) = memory.open_read(&name) {
            fs::write(path.join(&name), file.read_bytes()?)?;
        }
    }
    Ok(())
}

fn open(path: &Path, fingerprint: &str) -> Checked<Engine> {
    let manifest = read_manifest(path, fingerprint)?;
    let files = read_files(path, &manifest)?;
    // tantivy trusts what it reads; a forged index with right sums may make it panic.
    let opened = catch_unwind(AssertUnwindSafe(|| {
        Index::open(Sealed::new(files)).and_then(|index| Engine::open(&index))
    }));
    match opened {
        Ok(Ok(engine)) => Ok(engine),
        Ok(Err(error)) => damaged(format!("it cannot be opened: {error}")),
        Err(_) => damaged("it cannot be opened"),
    }
}

/// Reads the manifest and compares the folder with it: exactly its files, each of its size.
fn read_manifest(path: &Path, fingerprint: &str) -> Checked<Manifest> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return damaged("it is no folder"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Trouble::Missing),
        Err(error) => return damaged(error.to_string()),
    }
    let metadata = regular_file(path, manifest::NAME)?;
    if metadata.len() > manifest::MAX_BYTES {
        return damaged("its manifest is too long");
    }
    let Ok(text) = fs::read_to_string(path.join(manifest::NAME)) else {
        return damaged("its manifest cannot be read");
    };
    let Some(manifest) = Manifest::parse(&text) else {
        return damaged("its manifest is not as it was written");
    };
    if manifest.fingerprint != fingerprint {
        return damaged("it belongs to another guide or version");
    }
    same_names(path, &manifest)?;
    for file in &manifest.files {
        if regular_file(path, &file.name)?.len() != file.bytes {
            return damaged(format!("{} has another size", file.name));
        }
    }
    Ok(manifest)
}

fn same_names(path: &Path, manifest: &Manifest) -> Checked<()> {
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let Ok(entries) = entries else {
        return damaged("it cannot be listed");
    };
    let found: BTreeSet<_> = entries.iter().map(fs::DirEntry::file_name).collect();
    let names = manifest.files.iter().map(|file| file.name.as_str());
    if found == names.chain([manifest::NAME]).map(Into::into).collect() {
        Ok(())
    } else {
        damaged("it has other files than its manifest says")
    }
}

/// Symbolic links, folders and pipes are none of ours.
fn regular_file(folder: &Path, name: &str) -> Checked<Metadata> {
    match fs::symlink_metadata(folder.join(name)) {
        Ok(metadata) if metadata.is_file() => Ok(metadata),
        Ok(_) => damaged(format!("{name} is no file")),
        Err(error) => damaged(format!("{name}: {error}")),
    }
}

/// The bytes of all files, read or mapped, with their sums checked.
fn read_files(path: &Path, manifest: &Manifest) -> Checked<Vec<(String, OwnedBytes)>> {
    load_files(path, manifest, manifest.bytes() >= MAPPED_FROM)
}

fn load_files(
    path: &Path,
    manifest: &Manifest,
    mapped: bool,
) -> Checked<Vec<(String, OwnedBytes)>> {
    let mut files = Vec::with_capacity(manifest.files.len());
    for file in &manifest.files {
        let bytes = if mapped {
            map(path, &file.name)
        } else {
            read(&path.join(&file.name), file.bytes)
        };
        match bytes {
            Ok(bytes) if blake3::hash(&bytes) == file.sum => files.push((file.name.clone(), bytes)),
            Ok(_) => return damaged(format!("{} is not as it was written", file.name)),
            Err(error) => return damaged(format!("{}: {error}", file.name)),
        }
    }
    Ok(files)
}

/// Reads a file, but never more than its size: it may grow meanwhile.
fn read(path: &Path, size: u64) -> io::Result<OwnedBytes> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(size.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(OwnedBytes::new(bytes))
}

fn map(folder: &Path, name: &str) -> io::Result<OwnedBytes> {
    let directory = MmapDirectory::open(folder).map_err(io::Error::other)?;
    directory
        .open_read(Path::new(name))
        .map_err(io::Error::other)?
        .read_bytes()
}

/// Writes the manifest of a built index, and brings everything to the disk if it is to last.
fn seal(path: &Path, fingerprint: &str, lasting: bool) -> io::Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .map_err(|_| io::ErrorKind::InvalidData)?;
        let mut file = File::open(entry.path())?;
        let mut hasher = blake3::Hasher::new();
        let bytes = io::copy(&mut file, &mut hasher)?;
        if lasting {
            file.sync_all()?;
        }
        files.push(manifest::File {
            name,
            bytes,
            sum: hasher.finalize(),
        });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let manifest = Manifest {
        fingerprint: fingerprint.to_owned(),
        files,
    };
    let manifest_path = path.join(manifest::NAME);
    fs::write(&manifest_path, manifest.to_text())?;
    if lasting {
        File::open(&manifest_path)?.sync_all()?;
        sync_folder(path)?;
    }
    Ok(())
}

/// tantivy writes two files as private temporary files. One is of no use to a reader; the other is written anew, so that
/// whoever may read the folder may read it.
fn tidy(path: &Path) -> io::Result<()> {
    fs::remove_file(path.join(".managed.json"))?;
    let meta = path.join(META);
    let text = fs::read(&meta)?;
    fs::remove_file(&meta)?;
    fs::write(&meta, text)
}

/// Makes a rename or a new file last. Elsewhere than on Unix a folder cannot be opened for that, nor need it.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path)?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;
    use crate::search::testing::bicycles;

    /// A large index takes the same way as a small one but for this.
    #[test]
    fn mapped_files_are_checked_as_read_ones_are() {
        let folder = tempfile::tempdir().unwrap();
        let generation = Generation::new(folder.path(), "a".repeat(64));
        generation.build(&bicycles()).unwrap();
        let manifest = generation.check().unwrap();

        let files = load_files(generation.path(), &manifest, true).unwrap();
        assert_eq!(files.len(), manifest.files.len());
        let index = Index::open(Sealed::new(files)).unwrap();
        let found = Engine::open(&index)
            .unwrap()
            .find(&Query::parse("鍵"))
            .unwrap()
            .found;
        assert!(!found.is_empty());

        for file in &manifest.files {
            let path = generation.path().join(&file.name);
            let before = fs::read(&path).unwrap();
            let mut after = before.clone();
            after[before.len() / 2] ^= 1;
            fs::write(&path, after).unwrap();
            assert!(
                load_files(generation.path(), &manifest, true).is_err(),
                "{}",
                file.name
            );
            fs::write(&path, before).unwrap();
        }
    }
}
