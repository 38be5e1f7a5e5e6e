//! Whose a folder is. Nothing is removed unless what is written in it proves that it is ours; a name proves nothing.
//!
//! The proof is a manifest whose own sum is right, or the tag that is written into a folder before anything else, word for
//! word. Of a folder with a proof only plain files go that have names which indexes are made of; whatever else somebody has
//! put there stays, and the folder with it. One open folder is looked at and cleared, so that nothing suffers that is put
//! in its place meanwhile.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::files::{GUIDE, GUIDE_BEGINS};
use super::manifest::{self, Manifest};
use super::{pieces, seen};
use crate::search::indexer::{LENGTHS, LEXICON, META};
use crate::search::{concepts, meaning};
use crate::system::{self, Folder, Kind, Links};

/// The file with the tag: its name and its first line are those by which many programs know a folder that is a cache.
pub const TAG: &str = "CACHEDIR.TAG";

const TAG_TEXT: &str = "\
Signature: 8a477f597d28d172789f06886806bc55
# A search index that madoguchi built, as a cache directory tag (https://bford.info/cachedir/) says.
# It can be deleted at any time, and is built anew when it is needed. Other files put here are left alone.
";

/// Files beside those of segments; the last is there only while an index is written.
const OTHERS: [&str; 7] = [
    META,
    LENGTHS,
    LEXICON,
    meaning::FILE,
    concepts::FILE,
    GUIDE,
    ".managed.json",
];

/// What the files of a segment are called behind its number.
const OF_SEGMENTS: [&str; 7] = [
    "idx",
    "pos",
    "term",
    "store",
    "store.temp",
    "fast",
    "fieldnorm",
];

/// Writes the tag into a new folder, and brings it to the disk: what a power failure leaves is ours still.
pub fn tag(folder: &Path) -> io::Result<()> {
    let mut file = File::create_new(folder.join(TAG))?;
    file.write_all(TAG_TEXT.as_bytes())?;
    file.sync_all()
}

/// What there is where an index is to be.
#[derive(Debug)]
pub enum Place {
    /// Nothing, not even an empty folder.
    Free,
    /// A folder that is proved to be ours.
    Ours(Owned),
    /// Something else, or it cannot be told; and why.
    Barred(String),
}

impl Place {
    pub const fn is_free(&self) -> bool {
        matches!(self, Self::Free)
    }

    /// Why no index can be put there, if that is so.
    pub fn obstacle(&self) -> Option<String> {
        match self {
            Self::Free => None,
            Self::Ours(owned) => owned.stranger(),
            Self::Barred(why) => Some(why.clone()),
        }
    }
}

const LOOKS: usize = 3;

/// Looks at a place; what a link there points to is somewhere else. A folder that somebody else is about to clear shows less
/// and less, so that one which seems not to be ours is looked at again: what has been cleared is no longer in the place.
pub fn look(path: &Path) -> Place {
    let mut looks = std::iter::repeat_with(|| look_once(path)).take(LOOKS);
    looks
        .find(|place| place.obstacle().is_none())
        .unwrap_or_else(|| look_once(path))
}

fn look_once(path: &Path) -> Place {
    match Owned::open(path) {
        Ok(owned) => Place::Ours(owned),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Place::Free,
        // A file or a link, and not a file in the place of a folder above.
        Err(error)
            if error.kind() == io::ErrorKind::NotADirectory
                && fs::symlink_metadata(path).is_ok() =>
        {
            Place::Barred(somebody_elses("what is there").to_string())
        }
        Err(error) => Place::Barred(error.to_string()),
    }
}

/// Removes a folder that is proved to be ours and holds nothing else. `aside` is a name beside it: renamed first, nobody ever
/// sees half of it.
pub fn remove(path: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(path, aside)?;
    match look(aside) {
        // What was moved is looked at once more: it may be another one than before.
        Place::Ours(owned) if owned.stranger().is_none() => owned.clear(aside),
        _ => {
            fs::rename(aside, path)?;
            Err(somebody_elses("something in it"))
        }
    }
}

fn somebody_elses(what: &str) -> io::Error {
    let text = format!("{what} was not written by madoguchi, and is left alone");
    io::Error::new(io::ErrorKind::AlreadyExists, text)
}

/// A folder that is proved to be ours.
#[derive(Debug)]
pub struct Owned {
    folder: Folder,
    own: Vec<OsString>,
    others: Vec<OsString>,
}

impl Owned {
    /// An error if nothing proves that it is ours, as where it is empty.
    fn open(path: &Path) -> io::Result<Self> {
        let folder = Folder::open(path, Links::Refused)?;
        let names = folder.names()?;
        let manifest = read(&folder, manifest::NAME, manifest::MAX_BYTES)
            .and_then(|text| Manifest::parse(&text));
        let is_tagged =
            || read(&folder, TAG, TAG_TEXT.len() as u64).is_some_and(|text| text == TAG_TEXT);
        if manifest.is_none() && !is_tagged() && !has_guide(&folder) {
            return Err(somebody_elses("what is there"));
        }
        let (own, others) = names
            .into_iter()
            .partition(|name| is_own(&folder, name, manifest.as_ref()));
        Ok(Self {
            folder,
            own,
            others,
        })
    }

    /// What somebody else has put into it, if anything.
    pub fn stranger(&self) -> Option<String> {
        let first = self.others.first()?;
        Some(
            somebody_elses(&format!(
                "`{}` in it",
                first.to_string_lossy().escape_debug()
            ))
            .to_string(),
        )
    }

    /// Removes what is ours, the proofs last; then the folder, which is at `path`, unless something else is in it.
    pub fn clear(mut self, path: &Path) -> io::Result<()> {
        self.own.sort_by_key(|name| is_proof(name));
        for name in &self.own {
            unlink(&self.folder, name)?;
        }
        match fs::remove_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
            removed => removed,
        }
    }
}

/// Somebody else may be at it too.
fn unlink(folder: &Folder, name: &OsStr) -> io::Result<()> {
    match folder.remove(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn is_proof(name: &OsStr) -> bool {
    [manifest::NAME, TAG].iter().any(|proof| name == *proof)
}

/// A plain file's text, if it is no longer than that.
fn read(folder: &Folder, name: &str, longest: u64) -> Option<String> {
    let file = folder.file(name).ok()?;
    let mut text = String::new();
    file.take(longest + 1).read_to_string(&mut text).ok()?;
    (text.len() as u64 <= longest).then_some(text)
}

/// Whether a file in it begins as the guide beside an index does.
fn has_guide(folder: &Folder) -> bool {
    let begins = || {
        let mut file = folder.file(GUIDE).ok()?;
        let mut bytes = [0; GUIDE_BEGINS.len()];
        file.read_exact(&mut bytes).ok()?;
        Some(bytes == *GUIDE_BEGINS)
    };
    begins().unwrap_or(false)
}

/// Whether it is a file of an index; where there is a manifest, one that is written down there.
fn is_own(folder: &Folder, name: &OsStr, manifest: Option<&Manifest>) -> bool {
    let Some(text) = name.to_str() else {
        return false;
    };
    let is_listed = |manifest: &Manifest| manifest.files.iter().any(|file| file.name == text);
    // No manifest lists what is written down later.
    let is_known = is_proof(name)
        || text == seen::NAME
        || (may_be_own(text) && manifest.is_none_or(is_listed));
    is_known && folder.kind(name).is_ok_and(|kind| kind == Kind::File)
}

/// Whether a file of an index, or of one that is being written, may have this name.
fn may_be_own(name: &str) -> bool {
    let is_temporary =
        |rest: &str| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    let of_segment = |(number, kind): (&str, &str)| {
        number.len() == 32
            && number.bytes().all(|b| b.is_ascii_hexdigit())
            && OF_SEGMENTS.contains(&kind)
    };
    OTHERS.contains(&name)
        || name == pieces::NAME
        || name.strip_prefix(".tmp").is_some_and(is_temporary)
        || name.split_once('.').is_some_and(of_segment)
}

/// Whether a folder can be written to, or made where it is missing; an error says why not. Nothing is tried.
pub fn may_be_written(folder: &Path) -> io::Result<()> {
    let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match system::may_be_written(folder) {
        Ok(()) if folder.is_dir() => Ok(()),
        Ok(()) => Err(io::ErrorKind::NotADirectory.into()),
        // A link to nothing is no place for a folder.
        Err(error) if is_missing(&error) && fs::symlink_metadata(folder).is_err() => {
            match folder.parent() {
                Some(parent) if parent.as_os_str().is_empty() => may_be_written(Path::new(".")),
                Some(parent) => may_be_written(parent),
                None => Err(error),
            }
        }
        Err(error) => Err(error),
    }
}
