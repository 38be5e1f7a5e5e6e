//! A folder whose files are read once, and of which nothing leads elsewhere: no link is followed below it, nothing but files is
//! opened, and nothing is read beyond what is wanted.

use std::fs::File;
use std::io::Read;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;

use super::Refusal;
use super::manifest::Entry;

/// An open folder: another one that takes its name meanwhile is none of it.
pub struct Folder(OwnedFd);

/// Without waiting for anybody, and for no program that is started.
const FLAGS: OFlags = OFlags::RDONLY
    .union(OFlags::CLOEXEC)
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY);

impl Folder {
    /// Opens a folder, by a link too: how the place itself is furnished is up to whoever named it.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        openat(CWD, path, FLAGS | OFlags::DIRECTORY, Mode::empty())
            .map(Self)
            .map_err(|error| Refusal::NoFolder(std::io::Error::from(error).to_string()))
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
        let mut inner: Option<OwnedFd> = None;
        let mut parts = name.split('/').peekable();
        while let Some(part) = parts.next() {
            let outer = inner.as_ref().map_or(self.0.as_fd(), AsFd::as_fd);
            let is_last = parts.peek().is_none();
            inner = Some(enter(outer, part, is_last).map_err(|what| what.of(name))?);
        }
        // A name has a part at least.
        inner
            .map(File::from)
            .ok_or_else(|| Refusal::Missing(name.to_owned()))
    }
}

/// What is there instead of a file.
enum Instead {
    Nothing,
    Other(&'static str),
    Error(Errno),
}

impl Instead {
    fn of(self, name: &str) -> Refusal {
        let name = name.to_owned();
        match self {
            Self::Nothing => Refusal::Missing(name),
            Self::Other(what) => Refusal::NotAFile(name, what),
            Self::Error(error) => {
                Refusal::Unreadable(name, std::io::Error::from(error).to_string())
            }
        }
    }
}

impl From<Errno> for Instead {
    fn from(error: Errno) -> Self {
        match error {
            Errno::NOENT | Errno::NOTDIR => Self::Nothing,
            // It has become one since it was looked at.
            Errno::LOOP => Self::Other(LINK),
            other => Self::Error(other),
        }
    }
}

const LINK: &str = "a link";

/// Opens what is called so in a folder: a file if it is the last part of a name, else a folder.
fn enter(folder: BorrowedFd<'_>, part: &str, is_last: bool) -> Result<OwnedFd, Instead> {
    // Looked at before it is opened, because opening a device can do something; and after, because it can be swapped.
    let before = statat(folder, part, AtFlags::SYMLINK_NOFOLLOW)?;
    wanted(FileType::from_raw_mode(before.st_mode), is_last)?;
    let opened = openat(folder, part, FLAGS | OFlags::NOFOLLOW, Mode::empty())?;
    wanted(FileType::from_raw_mode(fstat(&opened)?.st_mode), is_last)?;
    Ok(opened)
}

fn wanted(found: FileType, is_last: bool) -> Result<(), Instead> {
    match (found, is_last) {
        (FileType::RegularFile, true) | (FileType::Directory, false) => Ok(()),
        (FileType::Symlink, _) => Err(Instead::Other(LINK)),
        (FileType::Directory, true) => Err(Instead::Other("a folder")),
        (FileType::RegularFile, false) => Err(Instead::Nothing),
        _ => Err(Instead::Other("a pipe, a socket or a device")),
    }
}
