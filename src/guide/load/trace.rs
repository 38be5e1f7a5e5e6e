//! What was looked at while a guide was read. As long as all of it looks as it did, the guide need not be read again.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use include_dir::Dir;
use serde::{Deserialize, Serialize};

use super::Source;
use super::files::{self, Files, read_regular};
use crate::{parallel, system};

/// What was written so short a time before it was read may have been written again in the same tick of its file system's
/// clock, and look the same: the ticks of some are as long.
const TICK: TimeDelta = TimeDelta::seconds(2);

/// A look takes some microseconds. One more thread looks where there are sixteen times as many: for fewer it takes longer to
/// start than it saves ([`parallel::map`]).
const LOOKS_AT_ONCE: usize = 32;

/// A file or a folder from outside. Another one as soon as something in it has changed, as far as can be told without reading
/// it: who changes a file can set its size and its time, but not when that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    bytes: u64,
    /// Nanoseconds since 1970.
    modified: i128,
    /// The same of its name, its times and its rights; 0 where the system does not say.
    changed: i128,
    /// Which file it is; 0 where the system does not say.
    number: u64,
}

impl Look {
    pub fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let nanoseconds = match modified.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => since.as_nanos().cast_signed(),
            Err(before) => -before.duration().as_nanos().cast_signed(),
        };
        let (changed, number) = system::inode(metadata);
        Self {
            bytes: metadata.len(),
            modified: nanoseconds,
            changed,
            number,
        }
    }

    /// Makes it a part of a sum.
    pub fn add_to(&self, sum: &mut blake3::Hasher) {
        sum.update(&self.bytes.to_le_bytes());
        sum.update(&self.modified.to_le_bytes());
        sum.update(&self.changed.to_le_bytes());
        sum.update(&self.number.to_le_bytes());
    }

    fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::of)
    }

    /// Whether it was as it is already when its file system's clock ticked the last time before that.
    fn is_older_than(&self, time: DateTime<Utc>) -> bool {
        let limit = time - TICK;
        let limit = i128::from(limit.timestamp()) * 1_000_000_000;
        self.modified < limit && self.changed < limit
    }
}

/// What is known of a place in a guide's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    /// `None` where nothing was.
    look: Option<Look>,
    /// The sum of a file's bytes, if they were read.
    sum: Option<[u8; 32]>,
}

/// Writes down what is looked at, by as many threads as there are; nothing, and looks at nothing, where nobody asked for that.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    places: Option<Mutex<BTreeMap<String, Seen>>>,
}

impl Recorder {
    /// One that writes.
    pub fn writing() -> Self {
        Self {
            places: Some(Mutex::default()),
        }
    }

    pub const fn writes(&self) -> bool {
        self.places.is_some()
    }

    /// A file whose bytes were read; `metadata` is from before.
    pub fn read(&self, name: &str, metadata: &Metadata, bytes: &[u8]) {
        if !self.writes() {
            return;
        }
        let sum = Some(*blake3::hash(bytes).as_bytes());
        let look = Some(Look::of(metadata));
        self.note(name, Seen { look, sum });
    }

    /// A place that was looked at: a folder, or a file that is missing or was of no use.
    pub fn look(&self, root: &Path, name: &str) {
        if !self.writes() {
            return;
        }
        let look = Look::at(&root.join(name));
        self.note(name, Seen { look, sum: None });
    }

    /// What was seen first counts: later it may have been another thing already.
    fn note(&self, name: &str, seen: Seen) {
        let Some(places) = &self.places else { return };
        let mut places = places.lock().unwrap_or_else(PoisonError::into_inner);
        let known = places.entry(name.to_owned()).or_insert(seen);
        if known.look == seen.look {
            known.sum = known.sum.or(seen.sum);
        }
    }

    /// What was looked at in a folder since `began`; `None` where nothing was written down, or where something in it was changed
    /// so lately that it would not be seen if it were changed again.
    pub fn trace(&self, root: PathBuf, began: DateTime<Utc>) -> Option<Trace> {
        let places = self.places.as_ref()?;
        let places = places.lock().unwrap_or_else(PoisonError::into_inner);
        let places = places.clone();
        let mut looks = places.values().filter_map(|seen| seen.look);
        let is_settled = looks.all(|look| look.is_older_than(began));
        is_settled.then(|| Trace {
            root,
            places: places.into_iter().collect(),
        })
    }
}

/// All that was looked at to read a guide. Its bytes are only for the program that wrote them (`guide::kept`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The folder or the file that is the guide, by its real path.
    root: PathBuf,
    /// In the order of their names, which are relative to the folder.
    places: Vec<(String, Seen)>,
}

impl Trace {
    /// That of a guide in the program: another program may have another.
    pub(super) fn of_inside(folder: &Dir<'_>) -> Self {
        let seen = Seen {
            look: None,
            sum: Some(files::sum_inside(folder)),
        };
        Self {
            root: PathBuf::new(),
            places: vec![(String::new(), seen)],
        }
    }

    /// Whether it is about this guide, and all that it names looks as it did.
    pub fn is_current(&self, source: &Source) -> bool {
        if let Some(folder) = files::in_program(source) {
            return *self == Self::of_inside(folder);
        }
        let Some(folder) = self.folder_of(source) else {
            return false;
        };
        let as_before = |(name, seen): &(String, Seen)| Look::at(&folder.join(name)) == seen.look;
        let chunks: Vec<_> = self.places.chunks(LOOKS_AT_ONCE).collect();
        let all_as_before = |chunk: &&[(String, Seen)]| chunk.iter().all(as_before);
        let ((), same) = parallel::map(&chunks, || (), all_as_before);
        same.into_iter().all(|same| same)
    }

    /// Whether all files say what they said: they are read for that.
    pub fn is_true(&self, source: &Source) -> bool {
        if files::in_program(source).is_some() {
            return self.is_current(source);
        }
        let Some(folder) = self.folder_of(source) else {
            return false;
        };
        self.places.iter().all(|(name, seen)| {
            let (Some(sum), Some(look)) = (seen.sum, seen.look) else {
                return true;
            };
            let bytes = read_regular(&folder.join(name), look.bytes);
            bytes.is_ok_and(|(_, bytes)| *blake3::hash(&bytes).as_bytes() == sum)
        })
    }

    fn folder_of(&self, source: &Source) -> Option<PathBuf> {
        match Files::open(source).ok()? {
            files @ Files::Folder { .. } if files.root() == self.root => files.folder(),
            _ => None,
        }
    }
}
