//! The thread that loads the guide, opens the index and searches, so that the screen never waits.
//!
//! A small index is built here when it has to be; that of a large guide by `super::builder`, while the index of an
//! earlier state of the guide, if there is one, answers.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender};

use super::builder::{Builder, Order};
use super::{Event, Exit};
use crate::app::{Message, SearchRequest};
use crate::guide::{self, Guide, Problem, Source};
use crate::search::progress::Report;
use crate::search::searcher::Searcher;
use crate::search::store::{State, Store};

/// Something for the worker to do.
#[derive(Debug)]
pub enum Job {
    Search(SearchRequest),
    /// The index is built: searches are to use it.
    Use(Box<Searcher>),
    /// A sign of life is wanted.
    Answer,
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

/// A guide with its index, before there is a thread.
#[derive(Debug)]
pub struct Prepared {
    guide: Arc<Guide>,
    searcher: Searcher,
}

/// Nobody listens any more.
struct Alone;

impl Worker {
    /// Loads the guide and gets its index, for a browser that cannot do so later: it reads all of what is stored and builds
    /// what has to be built. `report` hears how far that is.
    ///
    /// # Errors
    /// The guide's problems if it has errors.
    pub fn prepare(&self, report: &mut Report<'_>) -> Result<Prepared, Vec<Problem>> {
        let (guide, problems) = guide::load(&self.source);
        let guide = guide.map(Arc::new).ok_or(problems)?;
        let prepared = match self.store.verify(&guide) {
            // A large index is otherwise checked while it is used, and could then not be built anew.
            State::Damaged(_) => self.store.replace(&guide, report),
            _ => self.store.open_or_build_with(&guide, report),
        };
        let (searcher, origin) = prepared.ok_or_else(Vec::new)?;
        log::info!("index {origin:?}");
        searcher.warm();
        Ok(Prepared { guide, searcher })
    }

    /// Works until nobody listens any more, with what was prepared.
    pub fn work_with(&self, prepared: Prepared, jobs: &Receiver<Job>) {
        let Prepared { guide, searcher } = prepared;
        let _ = self
            .send(Message::GuideLoaded(Arc::clone(&guide)))
            .and_then(|()| self.answer_alive())
            .and_then(|()| self.serve(&guide, Some(searcher), jobs));
    }

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
        let _ = self
            .send(Message::GuideLoaded(Arc::clone(&guide)))
            .and_then(|()| {
                let searcher = self.first_searcher(&guide);
                if let Some(searcher) = &searcher {
                    searcher.warm();
                }
                self.serve(&guide, searcher, jobs)
            });
    }

    fn serve(
        &self,
        guide: &Arc<Guide>,
        mut searcher: Option<Searcher>,
        jobs: &Receiver<Job>,
    ) -> Result<(), Alone> {
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
                    Job::Answer => self.answer_alive()?,
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

    fn answer_alive(&self) -> Result<(), Alone> {
        self.events.send(Event::Alive).map_err(|_| Alone)
    }

    fn send(&self, message: Message) -> Result<(), Alone> {
        self.events.send(Event::Message(message)).map_err(|_| Alone)
    }
}
