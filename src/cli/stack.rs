//! Room on the stack, also where a limit leaves next to none: what reads opening hours gives up when little is left, and every
//! line would look wrong.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::Failure;
use crate::parallel;

/// What is enough for anything that the program does, in bytes, with much to spare.
const ENOUGH: u64 = 1 << 20;

/// Does it with a stack that is large enough: raises the limit as far as that may be, or else does it in a thread.
pub(super) fn with_room<R: Send>(work: impl FnOnce() -> R + Send) -> Result<R, Failure> {
    if raise() {
        return Ok(work());
    }
    std::thread::scope(|scope| {
        // The name by which the panic hook knows the thread whose end is the program's.
        let thread = parallel::thread().name("main".to_owned());
        let thread = thread.spawn_scoped(scope, work).map_err(|error| {
            Failure::Io(format!(
                "the stack is limited to {} bytes, and no thread can be started that has more: {error}\n    \
                 help: raise the limit with `ulimit -s`",
                limit().unwrap_or_default()
            ))
        })?;
        Ok(thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// A kiosk's sandbox is that of its first thread, so nothing may be done in another.
pub(super) fn need_room() -> Result<(), Failure> {
    match limit() {
        Some(bytes) if bytes < ENOUGH => Err(Failure::Io(format!(
            "the stack is limited to {} KiB, and a kiosk needs {}\n    help: raise the limit with `ulimit -s`",
            bytes / 1024,
            ENOUGH / 1024
        ))),
        _ => Ok(()),
    }
}

/// The limit in bytes, if there is one.
fn limit() -> Option<u64> {
    getrlimit(Resource::Stack).current
}

/// Whether there is room now. The limit is looked at whenever the stack grows, so that it can be raised at any time.
fn raise() -> bool {
    let Rlimit { current, maximum } = getrlimit(Resource::Stack);
    if current.is_none_or(|bytes| bytes >= ENOUGH) {
        return true;
    }
    let is_allowed = maximum.is_none_or(|bytes| bytes >= ENOUGH);
    let raised = Rlimit {
        current: Some(ENOUGH),
        maximum,
    };
    is_allowed && setrlimit(Resource::Stack, raised).is_ok()
}
