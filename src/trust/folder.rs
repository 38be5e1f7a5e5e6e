//! A folder whose files are read once, and of which nothing leads elsewhere: no link is followed below it, nothing but files is
//! opened, and nothing is read beyond what is wanted.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Refusal;
use super::manifest::Entry;
use crate::system::{self, Instead, Kind, Links};

/// An open folder: another one that takes its name meanwhile is none of it.
pub struct Folder(system::Folder);

impl Folder {
    /// Opens a folder, by a link too: how the place itself is furnished is up to whoever named it.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        system::Folder::open(path, Links::Followed)
            .map(Self)
            .map_err(|error| Refusal::NoFolder(error.to_string()))
    }

    /// The whole file of this name, of at most `limit` bytes.
    pub fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let file = self.file(name)?;
        let read = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| Refusal::Unreadable(name.to_owned(), error.to_string()))?;
        if bytes.len() as u64 > limit {
            return Err(Refusal::Length {
                name: name.to_owned(),
                found: bytes.len() as u64,
                signed: limit,
            });
        }
        Ok(bytes)
    }

    /// Reads the file that an entry of a manifest vouches for to the end of `bytes`: it is what was signed.
    pub fn append(&self, entry: &Entry, bytes: &mut Vec<u8>) -> Result<(), Refusal> {
        let file = self.file(&entry.name)?;
        let begin = bytes.len();
        // One more would be too long, and is not needed to know it.
        let read = file.take(entry.length + 1).read_to_end(bytes);
        read.map_err(|error| Refusal::Unreadable(entry.name.clone(), error.to_string()))?;
        entry.check(&bytes[begin..])
    }

    /// Opens a file, folder by folder.
    fn file(&self, name: &str) -> Result<File, Refusal> {
        let open = || match name.rsplit_once('/') {
            None => self.0.file(name),
            Some((folders, last)) => {
                let mut folders = folders.split('/');
                // A name that has parts has a first one.
                let first = self.0.folder(folders.next().unwrap_or_default())?;
                let folder = folders.try_fold(first, |folder, name| folder.folder(name))?;
                folder.file(last)
            }
        };
        open().map_err(|instead| refusal(instead, name))
    }
}

fn refusal(instead: Instead, name: &str) -> Refusal {
    let name = name.to_owned();
    match instead {
        Instead::Nothing => Refusal::Missing(name),
        Instead::Other(kind) => Refusal::NotAFile(name, told(kind)),
        Instead::Error(error) => Refusal::Unreadable(name, error.to_string()),
    }
}

const fn told(kind: Kind) -> &'static str {
    match kind {
        Kind::File => "a file",
        Kind::Folder => "a folder",
        Kind::Link => "a link",
        Kind::Other => "a pipe, a socket or a device",
    }
}
