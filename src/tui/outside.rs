//! The real outside: a terminal, threads and the clock.

use std::cell::RefCell;
use std::error::Error;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use chrono_tz::Tz;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::process::{Signal, kill_current_process_group};

use super::abilities::Abilities;
use super::builder::Builder;
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
use crate::ui::Hyperlink;
use crate::ui::layout::Size;
use crate::ui::theme::Theme;

/// As many events wait for the main thread; a thread that has more waits too.
const QUEUE: usize = 4096;

/// How long the end of the program waits for a build to clear up.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the browser is started with.
#[derive(Debug)]
pub struct Settings {
    pub source: Source,
    pub store: Store,
    /// The zone of whoever sits at the terminal.
    pub viewer: Tz,
    pub language: Language,
    pub theme: Theme,
    /// Clicks and the wheel are for the browser, until the reader says otherwise.
    pub mouse: bool,
    pub abilities: Abilities,
}

/// Runs the browser on the terminal, and leaves that as it was.
pub fn browse(settings: Settings) -> Result<Exit, Box<dyn Error + Send + Sync>> {
    if !io::stdout().is_terminal() {
        return Err(
            "the standard output is not a terminal; `madoguchi search QUERY` prints instead".into(),
        );
    }
    let Settings {
        source,
        store,
        viewer,
        language,
        theme,
        mouse,
        abilities,
    } = settings;
    // Which colours there are is the theme's business, and it has heeded `NO_COLOR`: crossterm would take them all away,
    // and with them the white on which a QR code must stand.
    crossterm::style::force_color_output(true);
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
    spawn("input", move || input::read_keys(&events))?;

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
    };
    let mut app = App::new(
        size,
        SystemClock.now(),
        viewer,
        language,
        keymap::explained(),
    );
    app.mouse = mouse;
    if abilities.clipboard.is_none() {
        app.clipboard = Clipboard::None;
    }
    let exit = run(
        &mut screen,
        &mut app,
        &theme,
        &mut receiver,
        &SystemClock,
        &mut outside,
    );
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
}

impl Tty {
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
        self.output.write_all(&bytes)
    }
}
