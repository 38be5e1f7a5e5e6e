//! Reading a stored index: its manifest, and its files with their sums checked.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use tantivy::Index;
use tantivy::directory::{FileHandle, OwnedBytes};

use super::manifest::{self, Manifest};
use super::pieces::{self, Pieces, Shared};
use super::sealed::Sealed;
use crate::guide::{Bytes, Guide, Kept};
use crate::language::Language;
use crate::search::engine::Engine;

/// The file beside the index that holds the guide it was built from, and how it begins. An earlier version of the program,
/// which does not know its name, leaves it alone when it clears up; then this alone proves whose folder it is.
pub const GUIDE: &str = "guide.kept";
pub const GUIDE_BEGINS: &[u8] = b"madoguchi guide\n";

/// A manifest that says more is not believed before it is seen.
const AT_ONCE: usize = 64 << 20;

/// Why a stored index cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    Missing,
    /// And why, for the log.
    Damaged(String),
}

pub type Checked<T> = Result<T, Trouble>;

fn damaged<T>(reason: impl Into<String>) -> Checked<T> {
    Err(Trouble::Damaged(reason.into()))
}

/// Opens the index in a folder, and checks what it reads for that: all of a small index; of a large one what tantivy
/// wants now, and the rest when it is wanted.
///
/// `home` is the folder in which the index will be, should it be moved; `languages` are the guide's; `but` is a file that
/// has been read and checked already, and is none of tantivy's.
pub fn open(
    path: &Path,
    manifest: &Manifest,
    home: &Path,
    languages: &[Language],
    but: Option<&str>,
) -> Checked<Engine> {
    let files = if manifest.has_pieces() {
        open_files(path, manifest, home)?
    } else {
        read_files(path, manifest, but)?
    };
    // tantivy trusts what it reads; a forged index with right sums may make it panic.
    let opened = catch_unwind(AssertUnwindSafe(|| {
        Index::open(files).and_then(|index| Engine::open(&index, languages))
    }));
    match opened {
        Ok(Ok(engine)) => Ok(engine),
        Ok(Err(error)) => damaged(format!("it cannot be opened: {error}")),
        Err(_) => damaged("it cannot be opened"),
    }
}

/// Checks every byte of every file.
pub fn check(path: &Path, manifest: &Manifest) -> Checked<()> {
    for file in &manifest.files {
        let mut hasher = blake3::Hasher::new();
        let read = File::open(path.join(&file.name)).and_then(|opened| {
            // Never more than its size: it may grow meanwhile.
            io::copy(&mut opened.take(file.bytes.saturating_add(1)), &mut hasher)
        });
        as_written(read.map(|_| hasher.finalize()), file)?;
    }
    Ok(())
}

fn as_written(sum: io::Result<blake3::Hash>, file: &manifest::File) -> Checked<()> {
    match sum {
        Ok(sum) if sum == file.sum => Ok(()),
        Ok(_) => damaged(format!("{} is not as it was written", file.name)),
        Err(error) => damaged(format!("{}: {error}", file.name)),
    }
}

/// Reads the manifest and compares the folder with it: all its files, each of its size. What else is there is not looked at.
pub fn read_manifest(path: &Path, fingerprint: &str) -> Checked<Manifest> {
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
    for file in &manifest.files {
        if regular_file(path, &file.name)?.len() != file.bytes {
            return damaged(format!("{} has another size", file.name));
        }
    }
    Ok(manifest)
}

/// The guide that the index was built from. Of one in pieces each section is checked when it is read: one that turns out to be
/// damaged says so in its place ([`Section::default`](crate::guide::Section)), and the next start reads the guide anew.
pub fn read_guide(path: &Path, manifest: &Manifest) -> Checked<Guide> {
    let Some(file) = manifest.files.iter().find(|file| file.name == GUIDE) else {
        return damaged("it has no guide");
    };
    let kept: Arc<dyn Kept> = if manifest.has_pieces() {
        let shared = Shared::new(
            path.join(manifest::NAME),
            manifest.to_text(),
            pieces::CACHE_OF_GUIDE,
        );
        let mut opened = open_pieces(path, manifest, &Arc::new(shared), |name| name == GUIDE)?;
        match opened.pop() {
            Some((_, pieces)) => Arc::new(pieces),
            None => return damaged("it has no guide"),
        }
    } else {
        Arc::new(Whole(read(path, file)?))
    };
    let start = GUIDE_BEGINS.len();
    let begins = kept.read(0..start);
    let is_guide = begins.is_some_and(|begins| **begins == *GUIDE_BEGINS);
    let guide = is_guide.then(|| Guide::from_kept(&kept, start)).flatten();
    guide.map_or_else(|| damaged("its guide is none"), Ok)
}

/// A file that was read and checked whole.
struct Whole(OwnedBytes);

impl Kept for Whole {
    fn size(&self) -> usize {
        self.0.len()
    }

    fn read(&self, range: Range<usize>) -> Option<Bytes<'_>> {
        Some(Box::new(self.0.get(range)?))
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

/// All files, read into memory and checked there: nobody can change or truncate them any more. The guide is among them, so that
/// a damaged one is written anew with its index.
fn read_files(path: &Path, manifest: &Manifest, but: Option<&str>) -> Checked<Sealed> {
    let file = |file| {
        let bytes = read(path, file)?;
        Ok((file.name.clone(), Arc::new(bytes) as Arc<dyn FileHandle>))
    };
    let files = manifest.files.iter();
    files
        .filter(|file| Some(file.name.as_str()) != but)
        .map(file)
        .collect()
}

/// Reads a file, but never more than its size: it may grow meanwhile.
fn read(folder: &Path, file: &manifest::File) -> Checked<OwnedBytes> {
    // One that is as long as it was is read at once.
    let room = usize::try_from(file.bytes).unwrap_or(0).min(AT_ONCE);
    let mut bytes = Vec::with_capacity(room + 1);
    let read = File::open(folder.join(&file.name)).and_then(|opened| {
        opened
            .take(file.bytes.saturating_add(1))
            .read_to_end(&mut bytes)
    });
    as_written(read.map(|_| blake3::hash(&bytes)), file)?;
    Ok(OwnedBytes::new(bytes))
}

/// All files, open; their bytes are read and checked when they are wanted.
fn open_files(path: &Path, manifest: &Manifest, home: &Path) -> Checked<Sealed> {
    let shared = Shared::new(
        home.join(manifest::NAME),
        manifest.to_text(),
        pieces::CACHE_OF_INDEX,
    );
    let opened = open_pieces(path, manifest, &Arc::new(shared), |_| true)?;
    let files = opened.into_iter();
    Ok(files
        .map(|(name, pieces)| (name, Arc::new(pieces) as Arc<dyn FileHandle>))
        .collect())
}

/// Some files, open.
fn open_pieces(
    path: &Path,
    manifest: &Manifest,
    shared: &Arc<Shared>,
    is_wanted: impl Fn(&str) -> bool,
) -> Checked<Vec<(String, Pieces)>> {
    let Some(sums) = manifest.files.iter().find(|file| file.name == pieces::NAME) else {
        return damaged("it has no sums");
    };
    let mut sums = read(path, sums)?;
    let mut files = Vec::with_capacity(manifest.files.len());
    for file in manifest.in_pieces() {
        let Ok(bytes) = usize::try_from(file.bytes) else {
            return damaged(format!("{} is too long", file.name));
        };
        let own = bytes.div_ceil(pieces::PIECE) * pieces::SUM;
        if own > sums.len() {
            return damaged("its sums are too few");
        }
        let rest = sums.split_off(own);
        let own = std::mem::replace(&mut sums, rest);
        if !is_wanted(&file.name) {
            continue;
        }
        let opened = match File::open(path.join(&file.name)) {
            Ok(opened) => opened,
            Err(error) => return damaged(format!("{}: {error}", file.name)),
        };
        let Some(pieces) = Pieces::new(&file.name, opened, bytes, own, Arc::clone(shared)) else {
            return damaged("its sums are too few");
        };
        files.push((file.name.clone(), pieces));
    }
    Ok(files)
}
