//! The thread that loads the guide, opens the index and searches, so that the screen never waits.
//!
//! A small index is built here when it has to be; that of a large guide by `super::builder`, while the index of an
//! earlier state of the guide, if there is one, answers.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender};

use super::builder::{Builder, Order};
use super::{Event, Exit};
use crate::app::{Message, SearchRequest};
use crate::guide::{self, Guide, Source};
use crate::search::searcher::Searcher;
use crate::search::store::Store;

/// Something for the worker to do.
#[derive(Debug)]
pub enum Job {
    Search(SearchRequest),
    /// The index is built: searches are to use it.
    Use(Box<Searcher>),
}

/// What the worker works with.
#[derive(Debug)]
pub struct Worker {
    pub source: Source,
    pub store: Store,
    pub builder: Arc<Builder>,
    pub events: SyncSender<Event>,
    /// For the builder.
    pub jobs: Sender<Job>,
}

/// Nobody listens any more.
struct Alone;

impl Worker {
    /// Works until nobody listens any more.
    pub fn work(&self, jobs: &Receiver<Job>) {
        let (guide, problems) = guide::load(&self.source);
        for problem in &problems {
            log::warn!("{problem}");
        }
        let Some(guide) = guide.map(Arc::new) else {
            let _ = self.events.send(Event::Exit(Exit::GuideRefused(problems)));
            return;
        };
        let _ = self.serve(&guide, jobs);
    }

    fn serve(&self, guide: &Arc<Guide>, jobs: &Receiver<Job>) -> Result<(), Alone> {
        self.send(Message::GuideLoaded(Arc::clone(guide)))?;
        let mut searcher = self.first_searcher(guide);
        if let Some(searcher) = &searcher {
            searcher.warm();
        }
        while let Ok(first) = jobs.recv() {
            // Only the newest query matters: the answers to the others would be dropped.
            let mut newest = None;
            for job in std::iter::once(first).chain(jobs.try_iter()) {
                match job {
                    Job::Search(request) => newest = Some(request),
                    Job::Use(built) => {
                        searcher = Some(*built);
                        self.send(Message::Indexed)?;
                    }
                }
            }
            // A query that comes before there is an index is asked again when there is.
            if let (Some(request), Some(asked)) = (newest, &searcher) {
                let results = asked.search(&request.query, request.language, request.limit);
                if asked.is_broken() {
                    searcher = None;
                    self.build(guide, true);
                } else {
                    self.send(Message::Answer(request.id, results))?;
                }
            }
        }
        Ok(())
    }

    /// What answers first. `None` while the index of a large guide is built that has had none.
    fn first_searcher(&self, guide: &Arc<Guide>) -> Option<Searcher> {
        if let Some(searcher) = self.store.open(guide) {
            return Some(searcher);
        }
        if self.store.is_large(guide) {
            self.build(guide, false);
            return self.store.open_previous(guide);
        }
        let (searcher, origin) = self.store.open_or_build(guide);
        log::info!("index {origin:?}");
        Some(searcher)
    }

    fn build(&self, guide: &Arc<Guide>, replace: bool) {
        self.builder.start(Order {
            store: self.store.clone(),
            guide: Arc::clone(guide),
            replace,
            events: self.events.clone(),
            jobs: self.jobs.clone(),
        });
    }

    fn send(&self, message: Message) -> Result<(), Alone> {
        self.events.send(Event::Message(message)).map_err(|_| Alone)
    }
}
