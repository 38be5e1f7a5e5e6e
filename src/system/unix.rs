//! Linux, macOS, the BSDs.

use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{
    Access, AtFlags, CWD, Dir, FileType, Mode, OFlags, access, fstat, openat, statat, unlinkat,
};
use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, setrlimit, test_kill_process};
use rustix::time::{ClockId, clock_gettime};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use super::{Instead, Kind, Links};

/// Whether a folder in which files are open can be renamed.
pub const MOVES_OPEN_FILES: bool = true;

/// A variable of the environment, if it is text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How long the system has been running.
pub fn uptime() -> Duration {
    // Not `Instant`, which on Linux stands still while the machine sleeps: that would look like a clock that was set.
    #[cfg(target_os = "linux")]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const CLOCK: ClockId = ClockId::Monotonic;
    // It is never negative.
    Duration::try_from(clock_gettime(CLOCK)).unwrap_or_default()
}

/// When a file, its name, its times or its rights were changed, in nanoseconds since 1970; and which file it is.
pub fn inode(metadata: &Metadata) -> (i128, u64) {
    let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
    (changed, metadata.ino())
}

/// Opens without waiting for anybody: a pipe without a writer would block for ever.
pub fn no_wait(options: &mut OpenOptions, links: Links) -> &mut OpenOptions {
    let mut flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    if links == Links::Refused {
        flags |= OFlags::NOFOLLOW;
    }
    options.custom_flags(flags.bits().cast_signed())
}

/// Whether a file was not opened because it is a link.
pub fn is_link_refused(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::LOOP.raw_os_error())
}

/// A file that is made is its owner's alone.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// Makes a folder that is its owner's alone, with all that it is in.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Whether others than its owner may read or write a file.
pub fn is_open_to_others(metadata: &Metadata) -> bool {
    metadata.mode() & 0o077 != 0
}

/// How long an open file is now. Not `metadata`, which asks by a call that could name other files.
pub fn length(file: &File) -> io::Result<u64> {
    let length = fstat(file)?.st_size;
    Ok(u64::try_from(length).unwrap_or_default())
}

/// Fills a buffer from a place in a file.
pub fn read_exact_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    file.read_exact_at(bytes, offset)
}

/// Brings what was renamed or made in a folder to the disk.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Whether no more files can be open.
pub fn too_many_open(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::MFILE.raw_os_error())
}

/// Whether one may make files in a folder; an error says why not. Nothing is tried.
pub fn may_be_written(folder: &Path) -> io::Result<()> {
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// An open folder: another one that takes its name meanwhile is none of it.
#[derive(Debug)]
pub struct Folder(OwnedFd);

/// Without waiting for anybody, and for no program that is started.
const FLAGS: OFlags = OFlags::RDONLY
    .union(OFlags::CLOEXEC)
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY);

impl Folder {
    pub fn open(path: &Path, links: Links) -> io::Result<Self> {
        let mut flags = FLAGS | OFlags::DIRECTORY;
        if links == Links::Refused {
            flags |= OFlags::NOFOLLOW;
        }
        Ok(Self(openat(CWD, path, flags, Mode::empty())?))
    }

    /// The names of all that is in it.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = entry.file_name().to_bytes();
            if !matches!(name, b"." | b"..") {
                names.push(OsStr::from_bytes(name).to_owned());
            }
        }
        Ok(names)
    }

    pub fn kind(&self, name: impl AsRef<OsStr>) -> io::Result<Kind> {
        let stat = statat(&self.0, name.as_ref(), AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(kind(stat.st_mode))
    }

    /// Opens a file that is in it.
    pub fn file(&self, name: impl AsRef<OsStr>) -> Result<File, Instead> {
        self.enter(name.as_ref(), Kind::File).map(File::from)
    }

    /// Opens a folder that is in it.
    pub fn folder(&self, name: impl AsRef<OsStr>) -> Result<Self, Instead> {
        self.enter(name.as_ref(), Kind::Folder).map(Self)
    }

    fn enter(&self, name: &OsStr, wanted: Kind) -> Result<OwnedFd, Instead> {
        // Looked at before it is opened, because opening a device can do something; and after, because it can be swapped.
        let before = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        kind(before.st_mode).instead_of(wanted)?;
        let opened = openat(&self.0, name, FLAGS | OFlags::NOFOLLOW, Mode::empty())?;
        kind(fstat(&opened)?.st_mode).instead_of(wanted)?;
        Ok(opened)
    }

    /// Removes a file that is in it.
    pub fn remove(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        Ok(unlinkat(&self.0, name.as_ref(), AtFlags::empty())?)
    }
}

fn kind(mode: rustix::fs::RawMode) -> Kind {
    match FileType::from_raw_mode(mode) {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    }
}

impl From<Errno> for Instead {
    fn from(error: Errno) -> Self {
        match error {
            Errno::NOENT | Errno::NOTDIR => Self::Nothing,
            // It has become one since it was looked at.
            Errno::LOOP => Self::Other(Kind::Link),
            other => Self::Error(other.into()),
        }
    }
}

/// Whether there is a process of this number.
pub fn is_running(pid: i32) -> bool {
    let there = Pid::from_raw(pid).map(test_kill_process);
    matches!(there, Some(Ok(()) | Err(Errno::PERM)))
}

/// A file that would become larger than it may is an error like a full disk; by default the system ends the process.
pub fn survive_file_size_limit() {
    let _ = flag::register(Signal::XFSZ.as_raw(), Arc::default());
}

/// How far the stack of the first thread may grow, in bytes, where that is limited.
pub fn stack_limit() -> Option<u64> {
    getrlimit(Resource::Stack).current
}

/// Gives the first thread's stack so many bytes at least, if that may be. The limit is looked at whenever the stack grows, so
/// that it can be raised at any time.
pub fn raise_stack(bytes: u64) -> bool {
    let Rlimit { current, maximum } = getrlimit(Resource::Stack);
    if current.is_none_or(|current| current >= bytes) {
        return true;
    }
    let raised = Rlimit {
        current: Some(bytes),
        maximum,
    };
    maximum.is_none_or(|maximum| maximum >= bytes) && setrlimit(Resource::Stack, raised).is_ok()
}

/// Columns and rows of the terminal that the standard output is, if it is one that tells.
pub fn screen_size() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some((size.ws_col, size.ws_row))
}

/// Waits, but not for a standard output that nobody reads any more; says whether somebody does. With no events asked for, `poll`
/// reports just that.
pub fn wait_beside_output(at_most: Duration) -> io::Result<bool> {
    let output = rustix::stdio::stdout();
    let mut fds = [PollFd::from_borrowed_fd(output, PollFlags::empty())];
    let at_most = Timespec::try_from(at_most).map_err(io::Error::other)?;
    match poll(&mut fds, Some(&at_most)) {
        Ok(0) | Err(Errno::INTR) => Ok(true),
        Ok(_) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Signals that ask a program to end, written down instead until they are let go.
#[derive(Debug)]
pub struct Interrupts {
    /// The number of the one that came.
    signal: Arc<AtomicUsize>,
    /// They are to act as ever.
    over: Arc<AtomicBool>,
}

impl Interrupts {
    pub fn catch() -> io::Result<Self> {
        let caught = Self {
            signal: Arc::default(),
            over: Arc::default(),
        };
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            let number = usize::try_from(signal).unwrap_or_default();
            flag::register_conditional_default(signal, Arc::clone(&caught.over))?;
            flag::register_usize(signal, Arc::clone(&caught.signal), number)?;
        }
        Ok(caught)
    }

    /// The number of the one that came, if one did.
    pub fn came(&self) -> Option<u8> {
        let signal = self.signal.load(Ordering::Relaxed);
        u8::try_from(signal).ok().filter(|&signal| signal != 0)
    }

    pub fn let_go(&self) {
        self.over.store(true, Ordering::Relaxed);
    }
}
