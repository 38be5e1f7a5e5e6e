//! The thread that builds a large index while the worker goes on answering.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, SyncSender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::worker::Job;
use super::{Event, Exit};
use crate::app::Message;
use crate::guide::Guide;
use crate::parallel;
use crate::search::progress::Meter;
use crate::search::store::Store;
use crate::terminal;

/// Builds one index at a time, and can be told to stop.
#[derive(Debug, Default)]
pub struct Builder {
    stop: AtomicBool,
    running: Mutex<bool>,
    ended: Condvar,
}

/// What is to be built, and who is to hear of it.
#[derive(Debug)]
pub struct Order {
    pub store: Store,
    pub guide: Arc<Guide>,
    /// What is stored turned out to be broken.
    pub replace: bool,
    pub events: SyncSender<Event>,
    pub jobs: Sender<Job>,
}

impl Builder {
    /// Starts building, unless a build is running. The index arrives as a [`Job`].
    pub fn start(self: &Arc<Self>, order: Order) {
        if std::mem::replace(&mut *self.running(), true) {
            return;
        }
        let builder = Arc::clone(self);
        let failed = order.events.clone();
        let work = move || {
            if catch_unwind(AssertUnwindSafe(|| builder.build(&order))).is_err() {
                // The panic hook has logged why.
                let _ = order.events.send(Event::Exit(Exit::WorkerFailed));
            }
            builder.end();
        };
        let thread = parallel::thread().name(terminal::WORKER.to_owned());
        if let Err(error) = thread.spawn(work) {
            log::error!("no thread to build the index: {error}");
            self.end();
            let _ = failed.send(Event::Exit(Exit::WorkerFailed));
        }
    }

    fn build(&self, order: &Order) {
        let mut meter = Meter::new(Instant::now());
        let mut report = |progress| {
            if let Some(pace) = meter.pace(progress, Instant::now()) {
                // Where the queue is full, the next one will do.
                let _ = order
                    .events
                    .try_send(Event::Message(Message::Indexing(pace)));
            }
            if self.stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let built = if order.replace {
            order.store.replace(&order.guide, &mut report)
        } else {
            order.store.open_or_build_with(&order.guide, &mut report)
        };
        if let Some((searcher, origin)) = built {
            log::info!("index {origin:?}");
            let _ = order.jobs.send(Job::Use(Box::new(searcher)));
        }
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
