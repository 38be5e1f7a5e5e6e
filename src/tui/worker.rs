//! The thread that loads the guide and answers queries, so that the screen never waits.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError};
use std::thread;
use std::time::Duration;

use super::live::Live;
use super::{Event, Exit};
use crate::app::{Change, News, SearchRequest};
use crate::clock::{Clock, SystemClock};
use crate::guide::load::Trace;
use crate::guide::{self, Guide, Problem, Severity, Source};
use crate::insight::{Recorder, Settled};
use crate::parallel;
use crate::search::progress::Report;
use crate::search::searcher::Searcher;
use crate::search::service::{Answer, Build, Builder, Query, Service, Wait};
use crate::search::store::Store;
use crate::text::clean::clean;

/// So long after the start nobody waits for anything any more.
const AT_REST: Duration = Duration::from_secs(1);

/// Something for the worker to do.
#[derive(Debug)]
pub enum Job {
    Search(SearchRequest),
    /// The index is built: searches are to use it.
    Use(Box<Searcher>),
    /// Something in the guide's folder has changed.
    Look,
    /// The guide is to be read again.
    Read,
    /// The supervisor wants to hear that this thread is alive.
    Ping,
    /// What somebody asked is to be written down.
    Note(Vec<Settled>),
    /// Nothing more will be.
    EndNotes,
}

/// What the worker works with.
#[derive(Debug)]
pub struct Worker {
    pub source: Source,
    pub store: Store,
    /// What it builds arrives as a [`Job`].
    pub builder: Arc<Builder>,
    pub events: SyncSender<Event>,
    /// The guide's folder, and who is told when something in it changes; `None` where that is not to be seen.
    pub watch: Option<(PathBuf, Sender<Job>)>,
}

/// What reaches the worker, and who writes down what is asked of it, if anybody does.
#[derive(Debug)]
pub struct Inbox {
    pub jobs: Receiver<Job>,
    pub recorder: Option<Recorder>,
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
    pub fn work_with(&self, Prepared(service): Prepared, inbox: Inbox) {
        let _ = self
            .send(News::GuideLoaded(Arc::clone(service.guide())))
            .and_then(|()| self.pong())
            .and_then(|()| self.serve(service, None, inbox));
    }

    /// Works until nobody listens any more.
    pub fn work(&self, inbox: Inbox) {
        // First of all: what changes while the guide is read must not be missed.
        let live = self.live();
        let loaded = self.store.load(&self.source, SystemClock.now());
        for problem in &loaded.problems {
            log::warn!("{problem}");
        }
        let Some(guide) = loaded.guide.map(Arc::new) else {
            let refused = Exit::GuideRefused(loaded.problems);
            let _ = self.events.send(Event::Exit(refused));
            return;
        };
        if let Some(trace) = loaded.unread {
            self.compare(trace);
        }
        let _ = self
            .send(News::GuideLoaded(Arc::clone(&guide)))
            .and_then(|()| self.serve(self.open(guide), live, inbox));
    }

    /// Sees, when the first results are long there, whether a guide that was not read still says what it said. Looks can
    /// be wrong: a file system may have lost what was written last.
    fn compare(&self, trace: Trace) {
        let Some((_, jobs)) = self.watch.clone() else {
            return;
        };
        let source = self.source.clone();
        let compare = move || {
            thread::sleep(AT_REST);
            if !trace.is_true(&source) {
                drop(jobs.send(Job::Read));
            }
        };
        // Where there is no thread for it, looks have to do.
        let _ = parallel::thread().name("compare".to_owned()).spawn(compare);
    }

    /// A guide with the index that answers now.
    fn open(&self, guide: Arc<Guide>) -> Service {
        let mut service = Service::new(self.store.clone(), guide, Arc::clone(&self.builder));
        // What is waited for is too small to be reported.
        let _ = service.open(Wait::Never, &mut |_| ControlFlow::Continue(()));
        service.warm();
        service
    }

    fn live(&self) -> Option<Live> {
        let (folder, jobs) = self.watch.as_ref()?;
        let jobs = jobs.clone();
        let tell = move || drop(jobs.send(Job::Look));
        Some(Live::new(folder, Box::new(tell)))
    }

    /// What is to be done next; `None` if that is to read the guide again. Where nothing is, what was built is stored.
    fn next(
        service: &mut Service,
        live: Option<&Live>,
        jobs: &Receiver<Job>,
    ) -> Result<Option<Job>, Disconnected> {
        let due = live.and_then(Live::due);
        if due == Some(Duration::ZERO) {
            return Ok(None);
        }
        match jobs.try_recv() {
            Ok(job) => return Ok(Some(job)),
            Err(TryRecvError::Disconnected) => return Err(Disconnected),
            Err(TryRecvError::Empty) => service.keep(),
        }
        match due.map(|due| jobs.recv_timeout(due)) {
            None => jobs.recv().map(Some).map_err(|_| Disconnected),
            Some(Ok(job)) => Ok(Some(job)),
            // More may have changed meanwhile.
            Some(Err(RecvTimeoutError::Timeout)) => Ok(Some(Job::Look)),
            Some(Err(RecvTimeoutError::Disconnected)) => Err(Disconnected),
        }
    }

    /// Reads the guide again. One that has errors takes the place of none.
    fn read_again(&self, service: &mut Service, files: Vec<String>) -> Result<(), Disconnected> {
        let (guide, problems) = self.store.read(&self.source, SystemClock.now());
        for problem in &problems {
            log::warn!("{problem}");
        }
        let Some(guide) = guide.map(Arc::new) else {
            return self.send(News::Changed(Change::Refused(place(&problems))));
        };
        let old = service.guide();
        if guide.digest == old.digest && guide.provenance.release == old.provenance.release {
            return self.send(News::Changed(Change::Restored));
        }
        self.send(News::GuideLoaded(Arc::clone(&guide)))?;
        self.send(News::Changed(Change::Updated(files)))?;
        *service = self.open(guide);
        Ok(())
    }

    fn serve(
        &self,
        mut service: Service,
        mut live: Option<Live>,
        Inbox { jobs, mut recorder }: Inbox,
    ) -> Result<(), Disconnected> {
        loop {
            let Some(first) = Self::next(&mut service, live.as_ref(), &jobs)? else {
                let files = live.as_mut().map(Live::take).unwrap_or_default();
                self.read_again(&mut service, files)?;
                continue;
            };
            // Only the newest query matters: the answers to the others would be dropped.
            let mut newest = None;
            for job in std::iter::once(first).chain(jobs.try_iter()) {
                match job {
                    Job::Search(request) => newest = Some(request),
                    Job::Use(built) => {
                        if service.use_built(*built) {
                            self.send(News::Indexed)?;
                        } else {
                            // It is of an earlier state of the guide, whose own is still to be built.
                            let _ = service.open(Wait::Never, &mut |_| ControlFlow::Continue(()));
                        }
                    }
                    Job::Look => {}
                    Job::Read => self.read_again(&mut service, Vec::new())?,
                    Job::Ping => self.pong()?,
                    Job::Note(settled) => note(recorder.as_ref(), settled, &service),
                    Job::EndNotes => recorder = None,
                }
            }
            if let Some(request) = newest {
                self.answer(&mut service, &request)?;
            }
        }
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

/// Hands over what may be kept of what was asked.
fn note(recorder: Option<&Recorder>, settled: Vec<Settled>, service: &Service) {
    let Some(recorder) = recorder else { return };
    for settled in settled {
        recorder.note(settled, |folded| service.spelt(folded));
    }
}

/// Where the first error is: what its author looks for.
fn place(problems: &[Problem]) -> String {
    let mut errors = problems.iter();
    let first = errors.find(|problem| problem.severity == Severity::Error);
    first.map_or_else(String::new, |problem| {
        let file = problem.file.display();
        let line = problem.line.map(|line| format!(":{line}"));
        let place = format!("{file}{}", line.unwrap_or_default());
        clean(&place).replace(['\n', '\t'], " ")
    })
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
