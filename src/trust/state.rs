//! What was seen of a place: the newest release, and a whole copy of the last one that was good.
//!
//! Each key and place has a folder of its own with two files, `seen` and `release`. Both are written beside their places and
//! renamed into them, by one process at a time, so that whoever is killed leaves what was there before.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::manifest::is_id;
use super::release::Release;
use super::{Key, Refusal, kept};
use crate::replace::replace;
use crate::system;

const SEEN: &str = "seen";

/// The copy.
pub const RELEASE: &str = "release";

/// Held by who writes.
const LOCK: &str = "lock";

/// What was seen takes much less, in bytes.
const MAX_SEEN: u64 = 4096;

/// Where it is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// `None` where there is no place for it.
    folder: Option<PathBuf>,
}

/// The newest release that was found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    id: String,
    serial: u64,
    /// That of its manifest.
    sum: blake3::Hash,
}

impl Seen {
    pub fn of(release: &Release) -> Self {
        let issue = release.contents().issue();
        Self {
            id: issue.id.clone(),
            serial: issue.serial,
            sum: release.sum(),
        }
    }

    fn to_text(&self) -> String {
        let Self { id, serial, sum } = self;
        format!("madoguchi seen 1\nid {id}\nserial {serial}\nmanifest {sum}\n")
    }

    fn parse(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.split('\n').collect();
        let ["madoguchi seen 1", id, serial, sum, ""] = lines[..] else {
            return None;
        };
        let id = id.strip_prefix("id ").filter(|id| is_id(id))?;
        Some(Self {
            id: id.to_owned(),
            serial: serial.strip_prefix("serial ")?.parse().ok()?,
            sum: blake3::Hash::from_hex(sum.strip_prefix("manifest ")?).ok()?,
        })
    }

    /// Whether another release may follow.
    fn check(&self, next: &Self) -> Result<(), Refusal> {
        if next.id != self.id {
            return Err(Refusal::OtherGuide {
                found: next.id.clone(),
                seen: self.id.clone(),
            });
        }
        if next.serial < self.serial {
            return Err(Refusal::Older {
                found: next.serial,
                seen: self.serial,
            });
        }
        if next.serial == self.serial && next.sum != self.sum {
            return Err(Refusal::SameSerial(next.serial));
        }
        Ok(())
    }
}

impl State {
    /// For what `key` has signed in the place of this name.
    pub fn new(memory: Option<&Path>, key: &Key, place: &Path) -> Self {
        let name = |sum: blake3::Hash| sum.to_hex()[..16].to_owned();
        let place = name(blake3::hash(place.as_os_str().as_encoded_bytes()));
        let own = format!("{}-{place}", name(key.sum()));
        Self {
            folder: memory.map(|memory| memory.join(own)),
        }
    }

    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn place(&self) -> Result<&Path, Refusal> {
        self.folder().ok_or(Refusal::NoMemory)
    }

    /// Whether a release may follow what was seen.
    pub fn check(&self, release: &Release) -> Result<(), Refusal> {
        let seen = read_seen(self.place()?)?;
        seen.map_or(Ok(()), |seen| seen.check(&Seen::of(release)))
    }

    /// Remembers that this was seen. What was so before is not written again, so that a folder that is only read will do.
    pub fn remember(&self, new: &Seen) -> Result<(), Refusal> {
        let folder = self.place()?;
        if read_seen(folder)?.as_ref() == Some(new) {
            return Ok(());
        }
        let _lock = lock(folder)?;
        note(folder, new)
    }

    /// Keeps a copy of the release, and remembers it.
    pub fn keep(&self, release: &Release) -> Result<(), Refusal> {
        let folder = self.place()?;
        let _lock = lock(folder)?;
        // First: otherwise an older one could take its place where this ends in between.
        note(folder, &Seen::of(release))?;
        let write = |file: &mut File| kept::pack(release, file);
        replace(&folder.join(RELEASE), write).map_err(|error| failed(folder, RELEASE, &error))
    }

    /// The copy, verified anew.
    pub fn kept(&self, key: &Key) -> Result<Release, Refusal> {
        let folder = self.place()?;
        match read(&folder.join(RELEASE), kept::MAX_LENGTH) {
            Ok(bytes) => kept::unpack(&bytes, key),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Refusal::NothingKept),
            Err(error) => Err(failed(folder, RELEASE, &error)),
        }
    }
}

/// Writes down what was seen, unless something newer was meanwhile. The lock is held.
fn note(folder: &Path, new: &Seen) -> Result<(), Refusal> {
    match read_seen(folder)? {
        Some(seen) if seen == *new => return Ok(()),
        Some(seen) => seen.check(new)?,
        None => {}
    }
    let write = |file: &mut File| file.write_all(new.to_text().as_bytes());
    replace(&folder.join(SEEN), write).map_err(|error| failed(folder, SEEN, &error))
}

fn read_seen(folder: &Path) -> Result<Option<Seen>, Refusal> {
    let bytes = match read(&folder.join(SEEN), MAX_SEEN) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(folder, SEEN, &error)),
    };
    let seen = std::str::from_utf8(&bytes).ok().and_then(Seen::parse);
    // Nobody writes it so: to begin anew is for somebody to decide who knows why.
    let damaged = || failed(folder, SEEN, &io::Error::other("the file is damaged"));
    seen.map(Some).ok_or_else(damaged)
}

fn failed(folder: &Path, name: &str, error: &io::Error) -> Refusal {
    let file = folder.join(name).display().to_string();
    Refusal::Memory(file, error.to_string())
}

fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes the folder, and waits until nobody else writes in it. Whatever ends the process ends the waiting of others.
fn lock(folder: &Path) -> Result<File, Refusal> {
    let lock = || {
        // Nobody else has to know what was seen.
        system::private_folder(folder)?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK))?;
        file.lock()?;
        Ok(file)
    };
    lock().map_err(|error| failed(folder, LOCK, &error))
}
