//! A guide's files, wherever they are. Nothing that is in a guide's folder may make the program hang, run out of memory
//! or read what is not the guide's.

use std::borrow::Cow;
use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use chrono::{DateTime, Utc};
use include_dir::{Dir, include_dir};

use super::trace::{Recorder, Trace};
use super::walk::{self, Listing};
use super::{ADVICE, DESKS, GLOSSARY, MANIFEST, QUERIES, Source};
use crate::guide::is_markdown;
use crate::guide::problem::Report;
use crate::system::{self, Links};
use crate::trust::{Contents, Refusal};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/guide");

static MANUAL: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/manual");

/// An open guide. Names are relative, with `/`, and made of checked ids.
pub(super) enum Files {
    /// Compiled into the program.
    Inside(&'static Dir<'static>),
    Folder {
        /// Its real path.
        root: PathBuf,
        /// The one file of it that is the guide, where it is a single file.
        only: Option<String>,
        /// What was looked at.
        recorder: Recorder,
    },
    /// A release, in memory.
    Released(Arc<Contents>),
}

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Failure {
    Missing,
    /// A folder, a pipe, a device …
    NotAFile(&'static str),
    /// A symbolic link that leads out of the guide.
    Outside,
    TooLarge(u64),
    Io(io::Error),
    /// The folder is not that of a release that was signed.
    Refused(Box<Refusal>),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

/// What the authors of a guide say beside its articles.
const OF_GUIDES: [&str; 5] = [MANIFEST, DESKS, GLOSSARY, ADVICE, QUERIES];

impl Files {
    pub(super) fn open(source: &Source) -> Result<Self, Failure> {
        match source {
            Source::BuiltIn => Ok(Self::Inside(&BUILT_IN)),
            Source::Manual => Ok(Self::Inside(&MANUAL)),
            Source::Signed(signed) => match signed.open() {
                Ok(release) => Ok(Self::Released(Arc::clone(release.contents()))),
                Err(refusal) => Err(Failure::Refused(Box::new(refusal))),
            },
            Source::Folder(folder) => {
                let real = fs::canonicalize(folder)?;
                if real.is_dir() {
                    return Ok(Self::Folder {
                        root: real,
                        only: None,
                        recorder: Recorder::default(),
                    });
                }
                match (
                    real.parent(),
                    real.file_name().and_then(|name| name.to_str()),
                ) {
                    (Some(root), Some(name)) if real.is_file() && is_markdown(name) => {
                        Ok(Self::Folder {
                            root: root.to_owned(),
                            only: Some(name.to_owned()),
                            recorder: Recorder::default(),
                        })
                    }
                    _ => Err(Failure::NotAFile("not a folder")),
                }
            }
        }
    }

    pub(super) const fn are_in_program(&self) -> bool {
        matches!(self, Self::Inside(_))
    }

    /// The same files, and what is looked at in them is written down from now on ([`Files::trace`]).
    pub(super) fn traced(mut self) -> Self {
        if let Self::Folder { recorder, .. } = &mut self {
            *recorder = Recorder::writing();
        }
        self
    }

    /// The whole file, if it is one and at most `limit` bytes long.
    pub(super) fn read(&self, name: &str, limit: u64) -> Result<Cow<'_, [u8]>, Failure> {
        match self {
            Self::Inside(dir) => {
                let file = dir.get_file(name).ok_or(Failure::Missing)?;
                Ok(Cow::Borrowed(file.contents()))
            }
            // Beside a single file nothing says anything of a guide.
            Self::Folder { only: Some(_), .. } if OF_GUIDES.contains(&name) => {
                Err(Failure::Missing)
            }
            Self::Folder { root, recorder, .. } => match read_file(root, name, limit) {
                Ok((metadata, bytes)) => {
                    recorder.read(name, &metadata, &bytes);
                    Ok(Cow::Owned(bytes))
                }
                Err(failure) => {
                    recorder.look(root, name);
                    Err(failure)
                }
            },
            Self::Released(contents) => {
                let bytes = contents.file(name).ok_or(Failure::Missing)?;
                match bytes.len() as u64 {
                    size if size > limit => Err(Failure::TooLarge(size)),
                    _ => Ok(Cow::Borrowed(bytes)),
                }
            }
        }
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, name: &str) -> bool {
        match self {
            Self::Inside(dir) => dir.get_file(name).is_some(),
            Self::Folder { root, recorder, .. } => {
                recorder.look(root, name);
                root.join(name).is_file()
            }
            Self::Released(contents) => contents.file(name).is_some(),
        }
    }

    /// Whether there is such a file or folder. That is not written down: it decides what is told, and nothing of the guide.
    pub(super) fn is_there(&self, path: &str) -> bool {
        match self {
            Self::Inside(dir) => dir.get_entry(path).is_some(),
            Self::Folder { root, .. } => root.join(path).exists(),
            Self::Released(contents) => {
                let below = |name: &str| {
                    let rest = name.strip_prefix(path.trim_end_matches('/'));
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                };
                contents.names().any(below)
            }
        }
    }

    /// The names in a folder of the guide (`""` is the guide's own), sorted; nothing where it cannot be listed, which
    /// reading its files will tell.
    pub(super) fn list(&self, folder: &str) -> Vec<String> {
        let mut names = match self {
            Self::Inside(dir) => names_inside(dir, folder),
            Self::Folder { root, recorder, .. } => {
                recorder.look(root, folder);
                folder_names(root, folder)
            }
            Self::Released(contents) => released_names(contents, folder),
        };
        names.sort();
        names
    }

    /// All documents in it.
    pub(super) fn documents(&self, report: &mut Report) -> Listing {
        match self {
            Self::Inside(dir) => {
                let files = files_inside(dir).into_iter();
                walk::list_names(files.filter_map(|file| file.path().to_str()))
            }
            Self::Folder {
                only: Some(name), ..
            } => Listing {
                pages: vec![name.clone()],
                settings: Vec::new(),
            },
            Self::Folder {
                root,
                only: None,
                recorder,
            } => walk::list(root, recorder, report),
            Self::Released(contents) => walk::list_names(contents.names()),
        }
    }

    /// The folder that names are relative to.
    pub(super) fn folder(self) -> Option<PathBuf> {
        match self {
            Self::Inside(_) | Self::Released(_) => None,
            Self::Folder { root, .. } => Some(root),
        }
    }

    /// What was looked at since `began`; `None` where it may have changed unseen or was not written down, and of a release.
    pub(super) fn trace(&self, began: DateTime<Utc>) -> Option<Trace> {
        match self {
            Self::Inside(folder) => Some(Trace::of_inside(folder)),
            Self::Released(_) => None,
            Self::Folder { recorder, .. } => recorder.trace(self.root(), began),
        }
    }

    /// The id of the guide, where something says so beside `guide.yaml`.
    pub(super) fn id(&self) -> Option<String> {
        match self {
            Self::Released(contents) => Some(contents.issue().id.clone()),
            Self::Inside(_) | Self::Folder { .. } => None,
        }
    }

    /// What it is called by.
    pub(super) fn root(&self) -> PathBuf {
        match self {
            Self::Inside(_) => PathBuf::new(),
            // Where it lies says nothing of a release.
            Self::Released(contents) => PathBuf::from(&contents.issue().id),
            Self::Folder { root, only, .. } => {
                let name = only.as_deref().unwrap_or_default();
                if name.is_empty() {
                    root.clone()
                } else {
                    root.join(name)
                }
            }
        }
    }
}

/// The folder of a guide that is in the program.
pub(super) fn in_program(source: &Source) -> Option<&'static Dir<'static>> {
    match source {
        Source::BuiltIn => Some(&BUILT_IN),
        Source::Manual => Some(&MANUAL),
        Source::Folder(_) | Source::Signed(_) => None,
    }
}

/// A sum over all files of a folder in the program.
pub(super) fn sum_inside(folder: &Dir<'_>) -> [u8; 32] {
    let mut sum = blake3::Hasher::new();
    for file in files_inside(folder) {
        sum.update(file.path().as_os_str().as_encoded_bytes());
        sum.update(&(file.contents().len() as u64).to_le_bytes());
        sum.update(file.contents());
    }
    *sum.finalize().as_bytes()
}

/// All files of a folder in the program, and of those in it.
fn files_inside<'a>(folder: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    let below = folder.dirs().flat_map(files_inside);
    folder.files().chain(below).collect()
}

fn names_inside(dir: &'static Dir<'static>, folder: &str) -> Vec<String> {
    let dir = if folder.is_empty() {
        Some(dir)
    } else {
        dir.get_dir(folder)
    };
    let entries = dir.map_or(&[][..], Dir::entries).iter();
    let names = entries.filter_map(|entry| entry.path().file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

fn released_names(contents: &Contents, folder: &str) -> Vec<String> {
    let below = |name: &str| {
        if folder.is_empty() {
            return Some(name.to_owned());
        }
        let below = name.strip_prefix(folder)?.strip_prefix('/')?;
        Some(below.to_owned())
    };
    let first = |name: String| name.split('/').next().unwrap_or_default().to_owned();
    let mut names: Vec<String> = contents.names().filter_map(below).map(first).collect();
    names.sort();
    names.dedup();
    names
}

fn folder_names(root: &Path, folder: &str) -> Vec<String> {
    let Ok(path) = inside(root, folder) else {
        return Vec::new();
    };
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// The real path of a name, which must not lead out of `root`.
fn inside(root: &Path, name: &str) -> Result<PathBuf, Failure> {
    let real = fs::canonicalize(root.join(name))?;
    if real.starts_with(root) {
        Ok(real)
    } else {
        Err(Failure::Outside)
    }
}

/// A file that somebody named, wherever it is; with the same care as for a guide's own.
pub(super) fn read_named(path: &Path, limit: u64) -> Result<Cow<'static, [u8]>, Failure> {
    read_regular(path, limit).map(|(_, bytes)| Cow::Owned(bytes))
}

/// Held by all who read; alone by who found no room for one more open file.
static READERS: RwLock<()> = RwLock::new(());

/// Articles are read by several threads at once. Where that are more files than may be open, each is read again while
/// nobody else reads.
fn read_file(root: &Path, name: &str, limit: u64) -> Result<(fs::Metadata, Vec<u8>), Failure> {
    let read = || read_regular(&inside(root, name)?, limit);
    let result = {
        let _others = READERS.read();
        read()
    };
    match result {
        Err(Failure::Io(error)) if system::too_many_open(&error) => {
            let _alone = READERS.write();
            read()
        }
        result => result,
    }
}

/// The bytes of a file, and how it looked before they were read. The size is checked before reading, and again by reading
/// no further: a file may grow meanwhile.
pub(super) fn read_regular(path: &Path, limit: u64) -> Result<(fs::Metadata, Vec<u8>), Failure> {
    // Looked at before opening, because opening a device can do something; and after, because it can be swapped.
    regular(&fs::metadata(path)?)?;
    let file = system::no_wait(OpenOptions::new().read(true), Links::Followed).open(path)?;
    let metadata = file.metadata()?;
    regular(&metadata)?;
    if metadata.len() > limit {
        return Err(Failure::TooLarge(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        size if size > limit => Err(Failure::TooLarge(size)),
        _ => Ok((metadata, bytes)),
    }
}

fn regular(metadata: &fs::Metadata) -> Result<(), Failure> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(Failure::NotAFile("a folder"))
    } else {
        Err(Failure::NotAFile("a pipe, a socket or a device"))
    }
}
