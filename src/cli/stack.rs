//! Room on the stack, also where a limit leaves next to none: what reads opening hours gives up when little is left, and every
//! line would look wrong.

use super::Failure;
use crate::parallel;
use crate::system::{raise_stack, stack_limit};

/// What is enough for anything that the program does, in bytes, with much to spare.
const ENOUGH: u64 = 1 << 20;

/// Does it with a stack that is large enough: raises the limit as far as that may be, or else does it in a thread.
pub(super) fn with_room<R: Send>(work: impl FnOnce() -> R + Send) -> Result<R, Failure> {
    if raise_stack(ENOUGH) {
        return Ok(work());
    }
    std::thread::scope(|scope| {
        // The name by which the panic hook knows the thread whose end is the program's.
        let thread = parallel::thread().name("main".to_owned());
        let thread = thread.spawn_scoped(scope, work).map_err(|error| {
            Failure::Io(format!(
                "the stack is limited to {} bytes, and no thread can be started that has more: {error}\n    \
                 help: raise the limit with `ulimit -s`",
                stack_limit().unwrap_or_default()
            ))
        })?;
        Ok(thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// A kiosk's sandbox is that of its first thread, so nothing may be done in another.
pub(super) fn need_room() -> Result<(), Failure> {
    match stack_limit() {
        Some(bytes) if bytes < ENOUGH => Err(Failure::Io(format!(
            "the stack is limited to {} KiB, and a kiosk needs {}\n    help: raise the limit with `ulimit -s`",
            bytes / 1024,
            ENOUGH / 1024
        ))),
        _ => Ok(()),
    }
}
