//! Folders in which an index is built, and in which one waits to be removed.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::owner::{self, Place, TAG};

/// What the names of these folders begin with; a fingerprint never does.
const PREFIX: &str = ".building-";

/// A build that has not touched its folder for this long is dead. The largest guide takes minutes. Process ids are not
/// asked: the folder may be shared with a container or another machine, where they mean other processes.
const ABANDONED_AFTER: Duration = Duration::from_hours(1);

/// A folder to build in. What is left of it is removed at the end.
#[derive(Debug)]
pub struct Workplace(PathBuf);

impl Workplace {
    pub fn new(folder: &Path) -> io::Result<Self> {
        let path = new_name(folder);
        fs::create_dir(&path)?;
        owner::tag(&path).inspect_err(|_| {
            // Half a tag proves nothing later, but until here nobody else knows the folder.
            let _ = fs::remove_file(path.join(TAG)).and_then(|()| fs::remove_dir(&path));
        })?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // Usually it was renamed and is gone.
        clear_up(&self.0);
    }
}

/// Removes what is ours of a folder in which nobody builds any more.
pub fn clear_up(path: &Path) {
    if let Place::Ours(owned) = owner::look(path) {
        let _ = owned.clear(path);
    }
}

/// A name that nobody else uses: with the process id for people who look, and a random number.
pub fn new_name(folder: &Path) -> PathBuf {
    let random = RandomState::new().build_hasher().finish();
    folder.join(format!("{PREFIX}{}-{random:016x}", std::process::id()))
}

/// Whether a folder may have been left behind by a build that died. The time is that of a file just written, since the clock of
/// the file system may be another than ours.
pub fn is_abandoned(entry: &fs::DirEntry, now: SystemTime) -> bool {
    let modified = entry.metadata().and_then(|metadata| metadata.modified());
    entry.file_name().to_string_lossy().starts_with(PREFIX)
        && modified.is_ok_and(|then| {
            now.duration_since(then)
                .is_ok_and(|age| age > ABANDONED_AFTER)
        })
}
