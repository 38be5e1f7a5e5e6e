//! The thread that builds a large index while an earlier one goes on answering.

use std::fmt;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Build;
use crate::guide::Guide;
use crate::parallel;
use crate::search::progress::Meter;
use crate::search::searcher::Searcher;
use crate::search::store::Store;

/// Builds one index at a time, and can be told to stop.
pub struct Builder {
    stop: AtomicBool,
    running: Mutex<bool>,
    ended: Condvar,
    tell: Box<dyn Fn(Build) + Send + Sync>,
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let running = *self.running();
        f.debug_struct("Builder")
            .field("running", &running)
            .finish_non_exhaustive()
    }
}

/// For whoever waits for every index, so that nothing is built beside.
impl Default for Builder {
    fn default() -> Self {
        Self::new(|_| {})
    }
}

impl Builder {
    /// `tell` hears of what is built, on the thread that builds.
    pub fn new(tell: impl Fn(Build) + Send + Sync + 'static) -> Self {
        Self {
            stop: AtomicBool::default(),
            running: Mutex::default(),
            ended: Condvar::default(),
            tell: Box::new(tell),
        }
    }

    /// Starts building, unless a build is running. `replace`: what is stored turned out to be broken.
    pub(super) fn start(self: &Arc<Self>, store: Store, guide: Arc<Guide>, replace: bool) {
        if std::mem::replace(&mut *self.running(), true) {
            return;
        }
        let builder = Arc::clone(self);
        let work = move || {
            let build = || builder.build(&store, &guide, replace);
            let ended = catch_unwind(AssertUnwindSafe(build));
            // Whoever hears of the end may want another one.
            builder.end();
            match ended {
                Ok(Some(searcher)) => (builder.tell)(Build::Done(Box::new(searcher))),
                Ok(None) => {}
                // The panic hook has logged why.
                Err(_) => (builder.tell)(Build::Failed),
            }
        };
        let thread = parallel::thread().name(parallel::WORKER.to_owned());
        if let Err(error) = thread.spawn(work) {
            log::error!("no thread to build the index: {error}");
            self.end();
            (self.tell)(Build::Failed);
        }
    }

    fn build(&self, store: &Store, guide: &Arc<Guide>, replace: bool) -> Option<Searcher> {
        let mut meter = Meter::new(Instant::now());
        let mut report = |progress| {
            if let Some(pace) = meter.pace(progress, Instant::now()) {
                (self.tell)(Build::At(pace));
            }
            if self.stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let built = if replace {
            store.replace(guide, &mut report)
        } else {
            store.open_or_build_with(guide, &mut report)
        };
        let (searcher, origin) = built?;
        log::info!("index {origin:?}");
        Some(searcher)
    }

    /// Stops the build that is running, and waits for its end so that it can clear up, but not for ever.
    pub fn stop(&self, patience: Duration) {
        self.stop.store(true, Ordering::Relaxed);
        let running = self
            .ended
            .wait_timeout_while(self.running(), patience, |running| *running);
        if running.is_ok_and(|(running, _)| *running) {
            log::warn!("the index is still being built; what is left behind will be removed later");
        }
    }

    fn end(&self) {
        *self.running() = false;
        self.ended.notify_all();
    }

    fn running(&self) -> MutexGuard<'_, bool> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
