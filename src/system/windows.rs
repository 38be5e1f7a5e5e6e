//! Windows. What it does without, such as the rights of files for others than their owner and limits on stacks, is not missed.

#![expect(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "elsewhere it can fail, and is something"
)]

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, IsTerminal};
use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::{Instead, Kind, Links};

/// `FILE_FLAG_OPEN_REPARSE_POINT`: a link is opened itself, and not what it points to.
const OPEN_LINK: u32 = 0x0020_0000;

/// `ERROR_TOO_MANY_OPEN_FILES`.
const TOO_MANY_OPEN: i32 = 4;

/// Whether a folder in which files are open can be renamed.
pub const MOVES_OPEN_FILES: bool = false;

/// A variable of the environment, if it is text; else what stands for it here. A console has no `TERM`, and is as good as
/// this one. It takes all characters, and the reader's language is the one of the system.
pub fn variable(name: &str) -> Option<String> {
    let here = || match name {
        "TERM" => Some("xterm-256color".to_owned()),
        "LANG" => sys_locale::get_locale().map(|tag| tag + ".UTF-8"),
        _ => None,
    };
    std::env::var(name).ok().or_else(here)
}

/// How long the program has been looking. The system's own clock goes on while the machine sleeps.
pub fn uptime() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    FIRST.get_or_init(Instant::now).elapsed()
}

/// When a file was made, in units of 100 ns. Nothing says when it was renamed or which file it is.
pub fn inode(metadata: &Metadata) -> (i128, u64) {
    (0, metadata.creation_time())
}

pub fn no_wait(options: &mut OpenOptions, links: Links) -> &mut OpenOptions {
    match links {
        Links::Followed => options,
        Links::Refused => options.custom_flags(OPEN_LINK),
    }
}

/// A link is opened, and is no file.
pub const fn is_link_refused(_: &io::Error) -> bool {
    false
}

pub const fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// What is in a user's own folders is that user's.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}

pub const fn is_open_to_others(_: &Metadata) -> bool {
    false
}

/// How long an open file is now.
pub fn length(file: &File) -> io::Result<u64> {
    file.metadata().map(|metadata| metadata.len())
}

/// Fills a buffer from a place in a file.
pub fn read_exact_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.seek_read(bytes, offset) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                bytes = &mut bytes[read..];
                offset += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A folder cannot be brought to the disk, nor need it be.
pub const fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether no more files can be open.
pub fn too_many_open(error: &io::Error) -> bool {
    error.raw_os_error() == Some(TOO_MANY_OPEN)
}

/// Whether there is such a folder; whether one may write to it shows when it is written to.
pub fn may_be_written(folder: &Path) -> io::Result<()> {
    fs::metadata(folder).map(drop)
}

/// A folder, by its real path.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn open(path: &Path, links: Links) -> io::Result<Self> {
        let found = match links {
            Links::Followed => fs::metadata(path)?,
            Links::Refused => fs::symlink_metadata(path)?,
        };
        if found.is_dir() {
            Ok(Self(fs::canonicalize(path)?))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// The names of all that is in it.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        let entries = fs::read_dir(&self.0)?;
        entries
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    pub fn kind(&self, name: impl AsRef<OsStr>) -> io::Result<Kind> {
        let path = self.path(name.as_ref())?;
        fs::symlink_metadata(path).map(|metadata| kind(&metadata))
    }

    /// Opens a file that is in it.
    pub fn file(&self, name: impl AsRef<OsStr>) -> Result<File, Instead> {
        let name = name.as_ref();
        // Looked at before it is opened, because opening a device can do something; and after, because it can be swapped.
        self.kind(name)?.instead_of(Kind::File)?;
        let mut options = OpenOptions::new();
        let file = no_wait(options.read(true), Links::Refused).open(self.path(name)?)?;
        kind(&file.metadata()?).instead_of(Kind::File)?;
        Ok(file)
    }

    /// Opens a folder that is in it.
    pub fn folder(&self, name: impl AsRef<OsStr>) -> Result<Self, Instead> {
        let name = name.as_ref();
        self.kind(name)?.instead_of(Kind::Folder)?;
        Ok(Self(self.path(name)?))
    }

    /// Removes a file that is in it.
    pub fn remove(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        fs::remove_file(self.path(name.as_ref())?)
    }

    /// A name such as `..`, `C:a` or `a\b` is of nothing that is in it.
    fn path(&self, name: &OsStr) -> io::Result<PathBuf> {
        let mut parts = Path::new(name).components();
        match (parts.next(), parts.next()) {
            (Some(Component::Normal(part)), None) if part == name => Ok(self.0.join(part)),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

fn kind(metadata: &Metadata) -> Kind {
    let kind = metadata.file_type();
    if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Other
    }
}

impl From<io::Error> for Instead {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Nothing,
            _ => Self::Error(error),
        }
    }
}

/// Only a kiosk asks, and there is none.
pub const fn is_running(_: i32) -> bool {
    false
}

pub const fn survive_file_size_limit() {}

pub const fn stack_limit() -> Option<u64> {
    None
}

/// The first thread's stack has the size that the linker has given it.
pub const fn raise_stack(_: u64) -> bool {
    false
}

/// Columns and rows of the console that the standard output is, if it is one.
pub fn screen_size() -> Option<(u16, u16)> {
    let is_terminal = io::stdout().is_terminal();
    is_terminal.then(crossterm::terminal::size)?.ok()
}

/// Waits. That nobody reads the standard output any more shows when it is written to.
pub fn wait_beside_output(at_most: Duration) -> io::Result<bool> {
    std::thread::sleep(at_most);
    Ok(true)
}

/// Ctrl-C ends the program, as ever.
#[derive(Debug)]
pub struct Interrupts;

impl Interrupts {
    pub const fn catch() -> io::Result<Self> {
        Ok(Self)
    }

    pub const fn came(&self) -> Option<u8> {
        None
    }

    pub const fn let_go(&self) {}
}
