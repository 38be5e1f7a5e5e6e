//! The real outside: a terminal, threads and the clock.

use std::cell::RefCell;
use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use chrono_tz::Tz;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::abilities::Abilities;
use super::decode::{Decoder, QUESTION};
use super::input::{Reader, ThemeQuery};
use super::osc52;
use super::screen::{Hyperlinks, Screen};
use super::sealed::{self, Seal};
use super::signals::Signals;
use super::worker::{self, Inbox, Job, Prepared, Worker};
use super::{Event, Exit, Outside, area, run};
use crate::app::{App, Bound, Clipboard, Notice, SearchRequest, acts};
use crate::clock::{Clock, SystemClock};
use crate::frame::Look;
use crate::frame::layout::Size;
use crate::guide::Source;
use crate::heartbeat::{self, ALIVE};
use crate::insight::{Journal, Recorder, Recording, Settled};
use crate::language::Language;
use crate::parallel;
use crate::pin::PinHash;
use crate::search::service::Builder;
use crate::search::store::Store;
use crate::terminal::{self, Ownership};
use crate::ui::Hyperlink;
use crate::ui::theme::{Theme, Wish};

/// As many events wait for the main thread; a thread that has more waits too. The places for them are made at the start,
/// before the first frame.
const QUEUE: usize = 1024;

/// The threads of every browser besides this one.
const THREADS: usize = 3;

/// How long the end of the program waits for a build to clear up, and for what is written down.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the terminal has for its answer when the program ends at once: more than a line across the world takes.
const ANSWER_TIME: Duration = Duration::from_millis(400);

/// What the browser is started with.
#[derive(Debug)]
pub struct Settings {
    pub source: Source,
    /// What to type before a command that reads the same.
    pub program: String,
    /// The folder of which changes are taken over while the guide is open. A public terminal reads nothing any more by then.
    pub watch: Option<PathBuf>,
    pub store: Store,
    pub viewer: Viewer,
    /// The reader's; `None` where nothing says it.
    pub language: Option<Language>,
    pub wish: Wish,
    pub look: Look,
    pub hands: Hands,
    pub abilities: Abilities,
    /// Where anybody may be at the terminal.
    pub public: Option<Public>,
    /// What is asked is written there.
    pub insight: Option<Journal>,
}

/// What keys and the mouse do.
#[derive(Debug)]
pub struct Hands {
    pub bound: Bound,
    /// Clicks and the wheel are for the browser, until the reader says otherwise.
    pub mouse: bool,
}

/// Where whoever sits at the terminal lives.
#[derive(Debug)]
pub struct Viewer {
    pub zone: Tz,
    /// What `TZ` is, where it names no zone and this one has its place.
    pub instead_of: Option<String>,
}

/// What a public terminal is started with: by a supervisor, which hears from the browser.
#[derive(Debug)]
pub struct Public {
    /// Without a key or a click for so long, everything is wiped.
    pub idle: TimeDelta,
    /// By which staff end the browser; without it, only a signal does.
    pub pin: Option<PinHash>,
    /// Whether the browser gives up all that it needs no longer when it is ready.
    pub sandbox: bool,
}

/// Runs the browser on the terminal, and leaves that as it was.
pub fn browse(settings: Settings) -> Result<Exit, Box<dyn Error + Send + Sync>> {
    need_screen()?;
    let Settings {
        source,
        program,
        watch,
        store,
        viewer,
        language,
        wish,
        look,
        hands,
        abilities,
        public,
        insight,
    } = settings;
    let ownership = ownership(public.as_ref());
    // First, so that a signal that comes while the guide is loaded is not lost.
    let signals = Signals::register(ownership)?;
    let (events, mut receiver) = mpsc::sync_channel(QUEUE);
    let (jobs, queue) = mpsc::channel();
    let (inbox, writer, written) = inbox(queue, insight, viewer.zone);
    let builder = Arc::new(Builder::new(worker::listener(events.clone(), jobs.clone())));
    let worker = Worker {
        watch: watch.map(|folder| (folder, jobs.clone())),
        source,
        store,
        builder: Arc::clone(&builder),
        events: events.clone(),
    };
    let prepare = || worker.prepare(&mut sealed::say_working);
    let prepared = match public.is_some().then(prepare).transpose() {
        Ok(prepared) => prepared,
        Err(problems) => return Ok(Exit::GuideRefused(problems)),
    };
    let is_sealed = public.as_ref().is_some_and(|public| public.sandbox);
    let mut work = Some(move || work(&worker, prepared, inbox));
    // What need not wait for the sandbox reads the guide while the terminal is taken.
    if let Some(work) = work.take_if(|_| !is_sealed) {
        spawn(parallel::WORKER, work)?;
    }
    let tty = terminal::input()?;
    let abilities = granted(abilities, ownership);
    terminal::set_mouse(hands.mouse)?;
    let guard = terminal::Guard::new(ownership)?;
    let seal = Seal::files(is_sealed, THREADS + usize::from(writer.is_some()))?;
    if let Some(work) = work {
        spawn(parallel::WORKER, seal.after(work))?;
    }
    if let Some(writer) = writer {
        spawn("insight", seal.after(move || writer.run(&SystemClock)))?;
    }
    let signalled = events.clone();
    let watch = seal.after(move || signals.watch(&signalled));
    spawn("signals", followed(ownership, watch))?;
    let (answered, answer) = mpsc::sync_channel(1);
    // A public terminal is asked nothing, so that whatever it sends is a visitor's.
    let asks = ownership == Ownership::Own && wish.asks();
    let pending = asks.then_some(ThemeQuery { wish, answered });
    let question = pending.as_ref().map(|_| QUESTION);
    let reader = Reader {
        tty,
        decoder: Decoder::new(ownership == Ownership::Own),
        pending,
    };
    spawn("input", seal.after(move || reader.read(&events)))?;
    seal.calls()?;

    let frame = Rc::new(RefCell::new(Vec::new()));
    let hyperlinks = Hyperlinks::default();
    let size = terminal::size();
    let backend = Screen::new(FrameWriter(Rc::clone(&frame)), Rc::clone(&hyperlinks));
    let mut screen = Terminal::with_options(backend, fixed(size))?;
    let mut first = first(size, viewer, language, (look, program));
    equip(&mut first, hands, abilities);
    if written.is_some() {
        first = first.with_insight();
    }
    let (mut app, pin) = for_readers(first, public);
    let mut outside = Tty {
        ownership,
        pin,
        jobs,
        frame,
        hyperlinks,
        abilities,
        output: terminal::output()?,
        question,
        asked_at: None,
    };
    let exit = run(
        &mut screen,
        &mut app,
        &Theme::wished(&wish),
        &mut receiver,
        &SystemClock,
        &mut outside,
    );
    outside.end_notes(&mut app, written);
    if !matches!(exit, Ok(Exit::Hangup)) {
        outside.hear_out(&answer);
    }
    drop(guard);
    builder.stop(PATIENCE);
    exit
}

fn need_screen() -> Result<(), &'static str> {
    if io::stdout().is_terminal() {
        return Ok(());
    }
    Err(
        "the standard output is not a terminal; `madoguchi --plain` is a dialogue in lines, and `madoguchi search QUERY` prints what it finds",
    )
}

const fn ownership(public: Option<&Public>) -> Ownership {
    match public {
        Some(_) => Ownership::Public,
        None => Ownership::Own,
    }
}

/// A public terminal is sent nothing but a screen.
const fn granted(abilities: Abilities, ownership: Ownership) -> Abilities {
    match ownership {
        Ownership::Own => abilities,
        Ownership::Public => Abilities::NONE,
    }
}

const fn fixed(size: Size) -> TerminalOptions {
    TerminalOptions {
        viewport: Viewport::Fixed(area(size)),
    }
}

/// What the worker hears; and if what is asked is written down, the work of whoever does so and where its end is heard.
fn inbox(
    jobs: Receiver<Job>,
    journal: Option<Journal>,
    zone: Tz,
) -> (Inbox, Option<Recording>, Option<Receiver<()>>) {
    let Some(journal) = journal else {
        let recorder = None;
        return (Inbox { jobs, recorder }, None, None);
    };
    let (recorder, writer, end) = Recorder::new(journal, zone);
    let recorder = Some(recorder);
    (Inbox { jobs, recorder }, Some(writer), Some(end))
}

/// What is there before there is a guide.
fn first(
    size: Size,
    viewer: Viewer,
    language: Option<Language>,
    (look, program): (Look, String),
) -> App {
    let new = |language| App::new(size, SystemClock.now(), viewer.zone, language, Vec::new());
    let mut first = match language {
        Some(language) => new(language),
        None => new(Language::JA).in_any_language(),
    };
    (first.setup.look, first.setup.program) = (look, program);
    first.visit.notice = viewer.instead_of.map(Notice::NoSuchZone);
    first
}

/// Tells a browser what its terminal is good for.
fn equip(app: &mut App, hands: Hands, abilities: Abilities) {
    app.setup.mouse = hands.mouse;
    app.visit.mouse = hands.mouse;
    app.setup.bound = hands.bound;
    app.setup.clipboard = match abilities.clipboard {
        Some(_) => Clipboard::Terminal,
        None => Clipboard::None,
    };
}

/// What the worker's thread does.
fn work(worker: &Worker, prepared: Option<Prepared>, inbox: Inbox) {
    let work = || match prepared {
        Some(prepared) => worker.work_with(prepared, inbox),
        None => worker.work(inbox),
    };
    if catch_unwind(AssertUnwindSafe(work)).is_err() {
        // The panic hook has logged why. Nobody listens any more when the program is ending.
        let _ = worker.events.send(Event::Exit(Exit::WorkerFailed));
    }
}

/// The browser with the keys of its readers, and the PIN by which a public one is left.
fn for_readers(mut app: App, public: Option<Public>) -> (App, Option<PinHash>) {
    let Some(Public { idle, pin, .. }) = public else {
        app.setup.keys = acts::explained(&app.setup.bound);
        return (app, None);
    };
    app.setup.keys = acts::explained_in_public(&app.setup.bound);
    // From here on what the browser is now is what every visitor begins with.
    (app.in_public(idle, pin.is_some()), pin)
}

/// The same work for a thread of a browser that ends with its supervisor.
fn followed(
    ownership: Ownership,
    work: impl FnOnce() + Send + 'static,
) -> impl FnOnce() + Send + 'static {
    move || {
        if ownership == Ownership::Public {
            sealed::wake_when_orphaned();
        }
        work();
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    parallel::thread()
        .name(name.to_owned())
        .spawn(work)
        .map(drop)
        .map_err(|error| parallel::refused(&error))
}

/// Collects what makes up a frame: it is shown in one piece or not at all.
struct FrameWriter(Rc<RefCell<Vec<u8>>>);

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Tty {
    ownership: Ownership,
    pin: Option<PinHash>,
    jobs: Sender<Job>,
    frame: Rc<RefCell<Vec<u8>>>,
    hyperlinks: Hyperlinks,
    abilities: Abilities,
    output: terminal::Output,
    /// What the terminal is asked after the first frame.
    question: Option<&'static [u8]>,
    /// When it was asked.
    asked_at: Option<Instant>,
}

impl Tty {
    /// Waits until the terminal has answered, but not for ever: an answer that finds the program gone would be typed into
    /// the shell. Who did not answer soon never will.
    fn hear_out(&self, answer: &Receiver<()>) {
        if let Some(at) = self.asked_at {
            let _ = answer.recv_timeout(ANSWER_TIME.saturating_sub(at.elapsed()));
        }
    }

    /// Has what was asked last written down, and waits for it.
    fn end_notes(&mut self, app: &mut App, written: Option<Receiver<()>>) {
        let Some(written) = written else { return };
        app.end_asking();
        self.note(app.take_settled());
        let _ = self.jobs.send(Job::EndNotes);
        // Nothing is ever sent: it ends when all is written.
        let _ = written.recv_timeout(PATIENCE);
    }

    fn take(&self) {
        if let Err(error) = terminal::enter(self.ownership) {
            log::warn!("the terminal could not be taken again: {error}");
        }
    }
}

impl Outside for Tty {
    fn ping(&mut self) {
        let _ = self.jobs.send(Job::Ping);
    }

    fn alive(&mut self) {
        // Where nobody hears it, this process is about to end.
        let _ = heartbeat::say(ALIVE);
    }

    fn search(&mut self, request: SearchRequest) {
        // When the worker is gone, its last event is on the way and ends the program.
        let _ = self.jobs.send(Job::Search(request));
    }

    fn note(&mut self, settled: Vec<Settled>) {
        let _ = self.jobs.send(Job::Note(settled));
    }

    fn suspend(&mut self) -> Size {
        terminal::leave();
        terminal::stop_job();
        self.take();
        terminal::size()
    }

    fn resume(&mut self) -> Size {
        // After a stop of our own it is taken already; given back for a moment, a key could be a signal.
        if !terminal::is_raw() {
            terminal::leave();
        }
        self.take();
        terminal::size()
    }

    fn copy(&mut self, text: &str) {
        if let Some(how) = self.abilities.clipboard {
            // Before the next frame, as a part of the same write: never in the middle of another sequence.
            self.frame.borrow_mut().extend(osc52::sequence(text, how));
        }
    }

    fn set_mouse(&mut self, on: bool) {
        if let Err(error) = terminal::set_mouse(on) {
            log::warn!("the mouse could not be switched: {error}");
        }
    }

    fn take_hyperlinks(&mut self, hyperlinks: Vec<Hyperlink>) -> bool {
        let mut shown = self.hyperlinks.borrow_mut();
        let changes = self.abilities.hyperlinks && *shown != hyperlinks;
        if changes {
            *shown = hyperlinks;
        }
        changes
    }

    /// As a part of the next frame, behind the clearing of the screen: where a terminal keeps what is cleared for scrolling
    /// back to it, that goes too.
    fn wipe(&mut self) {
        // A vector takes everything.
        let _ = queue!(self.frame.borrow_mut(), Clear(ClearType::Purge));
    }

    fn is_pin(&mut self, typed: &str) -> bool {
        self.pin.as_ref().is_some_and(|pin| pin.matches(typed))
    }

    /// One write, as a synchronised update: the terminal shows the frame when it is whole, the cursor last, so that an
    /// input method's window does not flicker along.
    fn present(&mut self) -> io::Result<()> {
        let mut frame = self.frame.borrow_mut();
        let mut bytes = Vec::with_capacity(frame.len() + 16);
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.append(&mut frame);
        queue!(bytes, EndSynchronizedUpdate)?;
        if let Some(question) = self.question.take() {
            bytes.extend_from_slice(question);
            self.asked_at = Some(Instant::now());
        }
        terminal::write(&self.output, &bytes)
    }
}
