//! The real outside: a terminal, threads and the clock.

use std::cell::RefCell;
use std::error::Error;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use chrono_tz::Tz;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::process::{Signal, kill_current_process_group};

use super::abilities::Abilities;
use super::answer::QUESTION;
use super::builder::Builder;
use super::input::Asked;
use super::osc52;
use super::screen::{Hyperlinks, Screen};
use super::signals::Signals;
use super::worker::{Job, Worker};
use super::{Event, Exit, Outside, area, input, keymap, run, terminal};
use crate::app::{App, Clipboard, SearchRequest};
use crate::clock::{Clock, SystemClock};
use crate::guide::Source;
use crate::language::Language;
use crate::search::store::Store;
use crate::ui::layout::Size;
use crate::ui::theme::{Theme, Wish};
use crate::ui::{Hyperlink, Look};

/// As many events wait for the main thread; a thread that has more waits too.
const QUEUE: usize = 4096;

/// How long the end of the program waits for a build to clear up.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the terminal has for its answer when the program ends at once: more than a line across the world takes.
const ANSWER_TIME: Duration = Duration::from_millis(400);

/// What the browser is started with.
#[derive(Debug)]
pub struct Settings {
    pub source: Source,
    pub store: Store,
    /// The zone of whoever sits at the terminal.
    pub viewer: Tz,
    pub language: Language,
    pub wish: Wish,
    pub look: Look,
    /// Clicks and the wheel are for the browser, until the reader says otherwise.
    pub mouse: bool,
    pub abilities: Abilities,
}

/// Runs the browser on the terminal, and leaves that as it was.
pub fn browse(settings: Settings) -> Result<Exit, Box<dyn Error + Send + Sync>> {
    if !io::stdout().is_terminal() {
        return Err(
            "the standard output is not a terminal; `madoguchi --plain` is a dialogue in lines, and `madoguchi search QUERY` prints what it finds".into(),
        );
    }
    let Settings {
        source,
        store,
        viewer,
        language,
        wish,
        look,
        mouse,
        abilities,
    } = settings;
    let (events, mut receiver) = mpsc::sync_channel(QUEUE);
    let (jobs, asked) = mpsc::channel();
    let builder = Arc::new(Builder::default());
    let worker = Worker {
        source,
        store,
        builder: Arc::clone(&builder),
        events: events.clone(),
        jobs: jobs.clone(),
    };
    spawn(terminal::WORKER, move || {
        if catch_unwind(AssertUnwindSafe(|| worker.work(&asked))).is_err() {
            // The panic hook has logged why. Nobody listens any more when the program is ending.
            let _ = worker.events.send(Event::Exit(Exit::WorkerFailed));
        }
    })?;
    let signals = Signals::register(terminal::input()?)?;
    terminal::set_mouse(mouse)?;
    let guard = terminal::Guard::new()?;
    let signalled = events.clone();
    spawn("signals", move || signals.watch(&signalled))?;
    let (answered, answer) = mpsc::sync_channel(1);
    let asked = wish.asks().then_some(Asked { wish, answered });
    let question = asked.as_ref().map(|_| QUESTION);
    spawn("input", move || input::read_keys(&events, asked))?;

    let frame = Rc::new(RefCell::new(Vec::new()));
    let hyperlinks = Hyperlinks::default();
    let size = terminal::size();
    let mut screen = Terminal::with_options(
        Screen::new(FrameWriter(Rc::clone(&frame)), Rc::clone(&hyperlinks)),
        TerminalOptions {
            viewport: Viewport::Fixed(area(size)),
        },
    )?;
    let mut outside = Tty {
        jobs,
        frame,
        hyperlinks,
        abilities,
        output: terminal::output()?,
        question,
        asked: None,
    };
    let mut app = App::new(
        size,
        SystemClock.now(),
        viewer,
        language,
        keymap::explained(),
    );
    app.look = look;
    app.mouse = mouse;
    if abilities.clipboard.is_none() {
        app.clipboard = Clipboard::None;
    }
    let exit = run(
        &mut screen,
        &mut app,
        &Theme::wished(&wish),
        &mut receiver,
        &SystemClock,
        &mut outside,
    );
    if !matches!(exit, Ok(Exit::Hangup)) {
        outside.hear_out(&answer);
    }
    drop(guard);
    builder.stop(PATIENCE);
    exit
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(drop)
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
    jobs: Sender<Job>,
    frame: Rc<RefCell<Vec<u8>>>,
    hyperlinks: Hyperlinks,
    abilities: Abilities,
    output: File,
    /// What the terminal is asked after the first frame.
    question: Option<&'static [u8]>,
    /// When it was asked.
    asked: Option<Instant>,
}

impl Tty {
    /// Waits until the terminal has answered, but not for ever: an answer that finds the program gone would be typed into
    /// the shell. Who did not answer soon never will.
    fn hear_out(&self, answer: &Receiver<()>) {
        if let Some(asked) = self.asked {
            let _ = answer.recv_timeout(ANSWER_TIME.saturating_sub(asked.elapsed()));
        }
    }

    fn take() {
        if let Err(error) = terminal::enter() {
            log::warn!("the terminal could not be taken again: {error}");
        }
    }
}

impl Outside for Tty {
    fn search(&mut self, request: SearchRequest) {
        // When the worker is gone, its last event is on the way and ends the program.
        let _ = self.jobs.send(Job::Search(request));
    }

    /// The default action of SIGTSTP, for the whole job: a script that started the browser stops with it, and where no
    /// shell could continue it (a login shell, a kiosk) the kernel stops nothing.
    fn suspend(&mut self) -> Size {
        terminal::leave();
        let _ = kill_current_process_group(Signal::TSTP);
        Self::take();
        terminal::size()
    }

    fn resume(&mut self) -> Size {
        terminal::leave();
        Self::take();
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
            self.asked = Some(Instant::now());
        }
        self.output.write_all(&bytes)
    }
}
