//! Writing a stored index: the index itself, then the sums of its files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use tantivy::directory::{MmapDirectory, RamDirectory};
use tantivy::{Directory, Index};

use super::manifest::{self, Manifest};
use super::pieces;
use crate::guide::Guide;
use crate::language::Language;
use crate::search::engine::Engine;
use crate::search::indexer::{self, LENGTHS, META};
use crate::search::progress::{Report, Unfinished};
use crate::system;

/// Writes the index of a large guide into a folder, segment by segment.
pub fn write_to_disk(
    guide: &Guide,
    path: &Path,
    memory: usize,
    report: &mut Report<'_>,
) -> Result<(), Unfinished> {
    let directory = MmapDirectory::open(path).map_err(io::Error::other)?;
    indexer::write_segments(guide, directory, memory, report)?;
    tidy(path)?;
    Ok(())
}

/// The index of a small guide, in memory.
#[derive(Debug)]
pub struct InMemory {
    directory: RamDirectory,
    index: Index,
}

impl InMemory {
    pub fn build(guide: &Guide) -> Result<Self, Unfinished> {
        let directory = RamDirectory::create();
        let index = indexer::write(guide, directory.clone())?;
        Ok(Self { directory, index })
    }

    pub fn open(&self, languages: &[Language]) -> tantivy::Result<Engine> {
        Engine::open(&self.index, languages)
    }

    /// Writes its files into a folder.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let managed = self.index.directory().list_managed_files();
        let own = [META, LENGTHS].map(Into::into);
        for name in managed.into_iter().chain(own) {
            // Read past tantivy's own directory, which takes the footers off. Some files are gone again: what the writer
            // needed only while it wrote.
            if let Ok(file) = self.directory.open_read(&name) {
                fs::write(path.join(&name), file.read_bytes()?)?;
            }
        }
        Ok(())
    }
}

/// tantivy writes three files as private temporary files. One is of no use to a reader; the others are written anew, so
/// that whoever may read the folder may read them.
fn tidy(path: &Path) -> io::Result<()> {
    fs::remove_file(path.join(".managed.json"))?;
    for name in [META, LENGTHS] {
        let file = path.join(name);
        let bytes = fs::read(&file)?;
        fs::remove_file(&file)?;
        fs::write(&file, bytes)?;
    }
    Ok(())
}

/// Writes the sums of a built index: those of all pieces if it is to be read by them, then the manifest. Brings everything to
/// the disk if it is to last.
pub fn seal(
    path: &Path,
    fingerprint: &str,
    series: &str,
    pieces_from: u64,
    lasting: bool,
) -> io::Result<Manifest> {
    let mut names = fs::read_dir(path)?
        .map(|entry| {
            let name = entry?.file_name().into_string();
            name.map_err(|_| io::ErrorKind::InvalidData.into())
        })
        .collect::<io::Result<Vec<_>>>()?;
    names.sort();
    let mut pieces = Vec::new();
    let mut files = names
        .into_iter()
        .map(|name| sum(path, name, lasting, &mut pieces))
        .collect::<io::Result<Vec<_>>>()?;
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    if bytes >= pieces_from {
        fs::write(path.join(pieces::NAME), pieces)?;
        files.push(sum(
            path,
            pieces::NAME.to_owned(),
            lasting,
            &mut Vec::new(),
        )?);
        files.sort_by(|a, b| a.name.cmp(&b.name));
    }
    let manifest = Manifest {
        fingerprint: fingerprint.to_owned(),
        series: series.to_owned(),
        files,
    };
    let manifest_path = path.join(manifest::NAME);
    fs::write(&manifest_path, manifest.to_text())?;
    if lasting {
        File::open(&manifest_path)?.sync_all()?;
        system::sync_folder(path)?;
    }
    Ok(manifest)
}

/// The sum of a file; those of its pieces are appended to `pieces`.
fn sum(
    folder: &Path,
    name: String,
    lasting: bool,
    pieces: &mut Vec<u8>,
) -> io::Result<manifest::File> {
    let mut file = File::open(folder.join(&name))?;
    let mut whole = blake3::Hasher::new();
    let mut piece = Vec::with_capacity(pieces::PIECE);
    let mut bytes = 0;
    while file
        .by_ref()
        .take(pieces::PIECE as u64)
        .read_to_end(&mut piece)?
        > 0
    {
        bytes += piece.len() as u64;
        whole.update(&piece);
        pieces.extend(blake3::hash(&piece).as_bytes());
        piece.clear();
    }
    if lasting {
        file.sync_all()?;
    }
    Ok(manifest::File {
        name,
        bytes,
        sum: whole.finalize(),
    })
}
