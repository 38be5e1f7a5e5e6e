//! The two layers on Linux.

mod calls;
mod files;
mod trial;

use std::path::Path;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use rustix::thread::set_no_new_privs;

use super::{Error, Support};
use crate::parallel;
pub use trial::try_everything;

/// What this kernel has. Changes nothing for the calling thread: what can only be known by doing it is done by a thread
/// that ends.
pub fn support() -> Support {
    Support {
        landlock: in_a_thread(files::version).flatten(),
        seccomp: in_a_thread(calls::are_filtered).unwrap_or_default(),
    }
}

fn in_a_thread<T: Send + 'static>(work: fn() -> T) -> Option<T> {
    let thread = parallel::thread().spawn(work);
    thread.ok()?.join().ok()
}

/// No core dumps, nothing for debuggers to attach to, no privileges gained by starting programs.
pub fn harden() -> Result<(), Error> {
    let failed = |error| Error::new("the process cannot be hardened", &error);
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(failed)?;
    let nothing = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, nothing).map_err(failed)?;
    set_no_new_privs(true).map_err(failed)
}

/// Landlock without a rule, for the calling thread and those that it starts from now on. Where the kernel has none, the
/// log says so.
pub fn seal_files() -> Result<(), Error> {
    files::seal().map_err(|error| Error::new("Landlock", &error))
}

/// Nothing but the system calls of a running browser, for all threads.
pub fn seal_calls() -> Result<(), Error> {
    calls::seal().map_err(|error| Error::new("seccomp", &error))
}

/// What a supervisor needs not, which still lets it start the browser, and the browser start: no program but this one,
/// no sockets, no tracing, no mounting.
pub fn confine_supervisor() -> Result<(), Error> {
    files::allow_this_program_only().map_err(|error| Error::new("Landlock", &error))?;
    calls::confine_supervisor().map_err(|error| Error::new("seccomp", &error))
}

/// What whoever looks at a guide needs not, for the calling thread and those that it starts: it reads below some folders and
/// writes below others, and makes nothing but files.
pub fn confine_reader(read: &[&Path], written: &[&Path]) -> Result<(), Error> {
    files::allow_below(read, written).map_err(|error| Error::new("Landlock", &error))?;
    calls::confine_reader().map_err(|error| Error::new("seccomp", &error))
}
