//! What is asked of the operating system where systems differ: `unix` has it for those of POSIX's kind, `windows` for Windows,
//! under the same names. What a screen needs of them is in `terminal` and `tui`, and a kiosk is for Linux alone.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io;

#[cfg(unix)]
use unix as here;
#[cfg(windows)]
use windows as here;

pub use here::{
    Folder, Interrupts, MOVES_OPEN_FILES, inode, is_link_refused, is_open_to_others, is_running,
    length, may_be_written, no_wait, private, private_folder, raise_stack, read_exact_at,
    screen_size, stack_limit, survive_file_size_limit, sync_folder, too_many_open, uptime,
    variable, wait_beside_output,
};

/// Whether a link in the place of a file is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    Followed,
    Refused,
}

/// What a name in a folder is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    Link,
    /// A pipe, a socket or a device.
    Other,
}

/// What is there instead of what was wanted.
#[derive(Debug)]
pub enum Instead {
    Nothing,
    Other(Kind),
    Error(io::Error),
}

impl Kind {
    /// Nothing, if it is of the kind that was wanted.
    fn instead_of(self, wanted: Self) -> Result<(), Instead> {
        match (self, wanted) {
            (found, wanted) if found == wanted => Ok(()),
            // What would be in it is not there.
            (Self::File, Self::Folder) => Err(Instead::Nothing),
            (other, _) => Err(Instead::Other(other)),
        }
    }
}
