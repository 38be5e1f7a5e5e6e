//! The thread that loads the guide and answers queries, so that the screen never waits.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender};

use super::{Event, Exit};
use crate::app::{News, SearchRequest};
use crate::guide::kept::Identity;
use crate::guide::{self, Problem, Source};
use crate::search::progress::Report;
use crate::search::searcher::Searcher;
use crate::search::service::{Answer, Build, Builder, Query, Service, Wait};
use crate::search::store::Store;

/// Something for the worker to do.
#[derive(Debug)]
pub enum Job {
    Search(SearchRequest),
    /// The index is built: searches are to use it.
    Use(Box<Searcher>),
    /// The supervisor wants to hear that this thread is alive.
    Ping,
}

/// What the worker works with.
#[derive(Debug)]
pub struct Worker {
    pub source: Source,
    pub store: Store,
    /// What it builds arrives as a [`Job`].
    pub builder: Arc<Builder>,
    pub events: SyncSender<Event>,
}

/// A guide with its index, before there is a thread.
#[derive(Debug)]
pub struct Prepared(Service);

/// Nobody listens any more.
struct Disconnected;

impl Worker {
    /// Loads the guide and gets its index, for a browser that cannot do so later: it reads all of what is stored and builds
    /// what has to be built. `report` hears how far that is.
    ///
    /// # Errors
    /// The guide's problems if it has errors.
    pub fn prepare(&self, report: &mut Report<'_>) -> Result<Prepared, Vec<Problem>> {
        let (guide, problems) = guide::load(&self.source);
        let guide = guide.map(Arc::new).ok_or(problems)?;
        let mut service = Service::new(self.store.clone(), guide, Arc::clone(&self.builder));
        service.open_whole(report).ok_or_else(Vec::new)?;
        service.warm();
        Ok(Prepared(service))
    }

    /// Works until nobody listens any more, with what was prepared.
    pub fn work_with(&self, Prepared(service): Prepared, jobs: &Receiver<Job>) {
        let _ = self
            .send(News::GuideLoaded(Arc::clone(service.guide())))
            .and_then(|()| self.pong())
            .and_then(|()| self.serve(service, jobs));
    }

    /// Works until nobody listens any more.
    pub fn work(&self, jobs: &Receiver<Job>) {
        let find = |identity: Identity<'_>| self.store.guide(identity);
        let (guide, problems) = guide::load::load_kept(&self.source, find);
        for problem in &problems {
            log::warn!("{problem}");
        }
        let Some(guide) = guide.map(Arc::new) else {
            let _ = self.events.send(Event::Exit(Exit::GuideRefused(problems)));
            return;
        };
        let _ = self
            .send(News::GuideLoaded(Arc::clone(&guide)))
            .and_then(|()| {
                let mut service =
                    Service::new(self.store.clone(), guide, Arc::clone(&self.builder));
                // What is waited for is too small to be reported.
                let _ = service.open(Wait::Never, &mut |_| ControlFlow::Continue(()));
                service.warm();
                self.serve(service, jobs)
            });
    }

    fn serve(&self, mut service: Service, jobs: &Receiver<Job>) -> Result<(), Disconnected> {
        while let Ok(first) = jobs.recv() {
            // Only the newest query matters: the answers to the others would be dropped.
            let mut newest = None;
            for job in std::iter::once(first).chain(jobs.try_iter()) {
                match job {
                    Job::Search(request) => newest = Some(request),
                    Job::Use(built) => {
                        service.use_built(*built);
                        self.send(News::Indexed)?;
                    }
                    Job::Ping => self.pong()?,
                }
            }
            if let Some(request) = newest {
                self.answer(&mut service, &request)?;
            }
        }
        Ok(())
    }

    fn answer(&self, service: &mut Service, request: &SearchRequest) -> Result<(), Disconnected> {
        match service.ask(Query::from(request)) {
            Answer::Found(results) => self.send(News::Answer(request.id, results))?,
            // It is asked again when there is an index.
            Answer::NotYet => {}
            Answer::Broken => service.replace_beside(),
        }
        Ok(())
    }

    fn pong(&self) -> Result<(), Disconnected> {
        self.events.send(Event::Alive).map_err(|_| Disconnected)
    }

    fn send(&self, news: News) -> Result<(), Disconnected> {
        self.events
            .send(Event::News(news))
            .map_err(|_| Disconnected)
    }
}

/// What to do with what is heard of a build.
pub fn listener(events: SyncSender<Event>, jobs: Sender<Job>) -> impl Fn(Build) + Send + Sync {
    move |build| match build {
        // Where the queue is full, the next one will do.
        Build::At(pace) => drop(events.try_send(Event::News(News::Indexing(pace)))),
        Build::Done(searcher) => drop(jobs.send(Job::Use(searcher))),
        Build::Failed => drop(events.send(Event::Exit(Exit::WorkerFailed))),
    }
}
