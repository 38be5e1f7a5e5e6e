//! What the running kiosk can no longer do: open a file, start a program, create a socket, reach another process.
//!
//! Two layers of the Linux kernel, each of which would do for files and programs: Landlock, without a single rule, and a
//! seccomp filter with a list of the system calls that a running browser makes. Neither can be taken off again, and
//! both are inherited. Landlock binds the calling thread and those that it starts, so it comes before the threads:
//!
//! 1. guide, index, zone, terminal and keyboard are opened;
//! 2. [`harden`], [`seal_files`];
//! 3. the threads start;
//! 4. [`seal_calls`], for all threads at once.
//!
//! A supervisor has to start the browser, so it gets less: [`confine_supervisor`]. Who looks at a guide for it has files to read
//! and to write, and a sandbox around these: [`confine_reader`].

#[cfg(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
))]
#[path = "sandbox/linux.rs"]
mod system;

#[cfg(not(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
)))]
#[path = "sandbox/elsewhere.rs"]
mod system;

use std::{fmt, io};

pub use system::{
    confine_reader, confine_supervisor, harden, seal_calls, seal_files, support, try_everything,
};

/// What the kernel has to make a sandbox of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Support {
    /// The version of Landlock's interface, from 1 on.
    pub landlock: Option<i32>,
    pub seccomp: bool,
}

/// From this version on Landlock keeps a process from connecting by TCP.
pub const LANDLOCK_NETWORK: i32 = 4;

/// From this version on Landlock keeps a process from sending signals, and from abstract sockets.
pub const LANDLOCK_SCOPES: i32 = 6;

impl Support {
    /// Whether the promise can be kept. It is kept by seccomp alone; Landlock is there for the case that a filter has a
    /// hole.
    pub const fn is_enough(self) -> bool {
        self.seccomp
    }
}

impl fmt::Display for Support {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.landlock {
            Some(version) => write!(f, "Landlock {version}")?,
            None => f.write_str("no Landlock")?,
        }
        f.write_str(if self.seccomp {
            ", seccomp"
        } else {
            ", no seccomp"
        })
    }
}

/// What came of an attempt at something that the sandbox forbids.
#[derive(Debug)]
pub struct Finding {
    pub layer: &'static str,
    pub deed: &'static str,
    /// Why it was refused.
    pub refused: io::Result<()>,
    /// Whether it had to be.
    pub must_fail: bool,
    pub is_as_wanted: bool,
}

/// Why there is no sandbox.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn new(what: &str, error: &dyn fmt::Display) -> Self {
        Self(format!("{what}: {error}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_seccomp_sockets_would_stay_possible() {
        let check = |landlock, seccomp, enough| {
            assert_eq!(Support { landlock, seccomp }.is_enough(), enough);
        };
        check(Some(7), true, true);
        check(None, true, true);
        check(Some(7), false, false);
        check(None, false, false);
    }
}
