//! A small parent of the kiosk's browser: it starts it again after any death, watches that it is not frozen, keeps the
//! terminal in order in between, and shows whom to call where nothing helps.
//!
//! It does little, so that little can fail: it never reads the keyboard, everything it shows was made at the start, and
//! its writes do not wait for a terminal that is stuck. What it hears of the browser are single bytes on the browser's
//! standard error; whatever else comes there (a panic's message) never reaches the screen.

mod backoff;
mod life;
mod lookout;
mod notify;
pub mod page;
mod pulse;
mod screen;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGTERM, SIGWINCH};

use crate::clock::{Clock, SystemClock};
use crate::record::Record;
use crate::signal_pipes::{SignalPipes, hold_back_all_but};
use crate::terminal::modes::Modes;
use crate::{sandbox, terminal};
use backoff::{Backoff, Next};
use life::{End, Life};
pub use lookout::NEW;
use lookout::{Found, Lookout};
use notify::Notify;
use page::Page;
use screen::Screen;

/// How long the browser may take to end when it is told to.
const PATIENCE: Duration = Duration::from_secs(2);

/// How much of what the browser said last is kept, in bytes.
const LAST_WORDS: usize = 4096;

/// The signals that mean something. None that a key can send is among them.
const SIGNALS: [i32; 4] = [SIGCHLD, SIGTERM, SIGHUP, SIGWINCH];

/// What is to be supervised, and how.
#[derive(Debug)]
pub struct Plan {
    /// What the program was called with, without its name; what makes it the browser is added.
    pub arguments: Vec<OsString>,
    /// What is shown while the browser cannot run.
    pub page: Page,
    /// How often the browser is asked whether it is alive.
    pub ping_every: Duration,
    pub sandbox: bool,
    /// What the guide's files looked like before they were read, where they can become others: that is looked for as often as
    /// for a sign of life.
    pub seen: Option<String>,
    /// What is written down of this kiosk, if anything is.
    pub record: Option<Record>,
}

/// How it all ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The browser was ended by who may.
    Over,
    /// By a signal with this number.
    Signal(i32),
    /// The terminal is gone.
    Hangup,
    /// The browser has never run: its exit code, and what it said.
    Refused(u8, String),
    /// The program cannot be started again, because its file is gone or is another one.
    Unstartable(String),
}

/// Runs the browser again and again until that is over, and leaves the terminal as it was.
pub fn supervise(plan: Plan) -> io::Result<Ending> {
    let signals = SignalPipes::register(&SIGNALS)?;
    hold_back_all_but(&SIGNALS)?;
    let notify = Notify::from_environment();
    let screen = Screen::take()?;
    if plan.sandbox {
        let confined = sandbox::harden().and_then(|()| sandbox::confine_supervisor());
        if let Err(error) = confined {
            screen.give_back();
            return Err(io::Error::other(error));
        }
    }
    let lookout = plan.seen.clone().map(|seen| {
        Lookout::new(
            plan.arguments.clone(),
            seen,
            plan.ping_every,
            Instant::now(),
        )
    });
    let supervisor = Supervisor {
        plan,
        lookout,
        signals,
        notify,
        screen,
        backoff: Backoff::default(),
        state: State::Waiting(Instant::now()),
        shown: Shown::Browser,
        last_words: Vec::new(),
        has_lived: false,
    };
    Ok(supervisor.run())
}

struct Supervisor {
    plan: Plan,
    lookout: Option<Lookout>,
    signals: SignalPipes,
    notify: Notify,
    screen: Screen,
    backoff: Backoff,
    state: State,
    shown: Shown,
    last_words: Vec<u8>,
    /// Whether a browser has ever been ready.
    has_lived: bool,
}

enum State {
    /// For the next start.
    Waiting(Instant),
    Running(Box<Life>),
}

/// What is on the screen when the browser is not.
#[derive(Clone, Copy)]
enum Shown {
    Browser,
    Moment,
    Page,
}

/// What the supervisor woke up to.
#[derive(Default)]
struct Woken {
    signals: Vec<i32>,
    hangup: bool,
}

impl Supervisor {
    fn run(mut self) -> Ending {
        let ending = loop {
            let now = Instant::now();
            if let Some(ending) = self.act(now) {
                break ending;
            }
            let woken = self.wait(now);
            if let Some(ending) = self.attend(&woken) {
                break ending;
            }
        };
        self.notify.say("STOPPING=1");
        if let State::Running(life) = &mut self.state {
            life.end(PATIENCE);
        }
        if let Some(lookout) = &mut self.lookout {
            lookout.end();
        }
        if let Some(record) = &self.plan.record {
            record.end();
        }
        self.screen.give_back();
        ending
    }

    /// Does what is due.
    fn act(&mut self, now: Instant) -> Option<Ending> {
        self.notify.alive(now);
        if let Some(lookout) = &mut self.lookout {
            lookout.act(now);
        }
        match &mut self.state {
            State::Running(life) => {
                life.act(now, || self.screen.is_stuck());
                None
            }
            State::Waiting(until) if *until <= now => self.start(now),
            State::Waiting(_) => None,
        }
    }

    fn start(&mut self, now: Instant) -> Option<Ending> {
        let modes = Modes::from(self.screen.found());
        match Life::start(&self.plan.arguments, &modes, self.plan.ping_every, now) {
            Ok(life) => {
                self.last_words.clear();
                if let Some(record) = &mut self.plan.record {
                    record.started(SystemClock.now());
                }
                self.state = State::Running(Box::new(life));
                None
            }
            // This does not pass.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound
                ) =>
            {
                Some(Ending::Unstartable(error.to_string()))
            }
            Err(error) => {
                self.died(&format!("it could not be started: {error}"), now, None);
                None
            }
        }
    }

    /// Sleeps until something happens or is due.
    fn wait(&mut self, now: Instant) -> Woken {
        let due = match &self.state {
            State::Running(life) => life.due(now),
            State::Waiting(until) => *until,
        };
        let due = self.notify.due(now).map_or(due, |ping| ping.min(due));
        let looks = self.lookout.as_ref().map(Lookout::due);
        let due = looks.map_or(due, |look| look.min(due));
        let left = due.saturating_duration_since(now);
        let timeout = Timespec::try_from(left).ok();
        let mut fds: Vec<PollFd<'_>> = self.signals.fds().collect();
        let signals = fds.len();
        // With no events asked for, what is reported is the hangup.
        fds.push(PollFd::new(self.screen.input(), PollFlags::empty()));
        if let State::Running(life) = &self.state
            && let Some(voice) = life.voice()
        {
            fds.push(PollFd::new(voice, PollFlags::IN));
        }
        // An error is an interruption, and what is there is then seen the next time.
        if poll(&mut fds, timeout.as_ref()).is_err() {
            return Woken::default();
        }
        let ready: Vec<bool> = fds.iter().map(|fd| !fd.revents().is_empty()).collect();
        drop(fds);
        Woken {
            signals: self.signals.take(&ready[..signals]),
            hangup: ready[signals],
        }
    }

    fn attend(&mut self, woken: &Woken) -> Option<Ending> {
        let now = Instant::now();
        self.listen(now);
        for signal in &woken.signals {
            match *signal {
                SIGCHLD => {}
                SIGWINCH => self.draw(),
                SIGHUP => return Some(Ending::Hangup),
                other => return Some(Ending::Signal(other)),
            }
        }
        self.look(now);
        // Whatever it was that woke it: a death is not missed.
        let ended = match &mut self.state {
            State::Running(life) => life.ended(),
            State::Waiting(_) => None,
        };
        let ending = ended.and_then(|status| self.bury(status, now));
        ending.or_else(|| woken.hangup.then_some(Ending::Hangup))
    }

    /// Takes in what has become of the guide.
    fn look(&mut self, now: Instant) {
        let found = self.lookout.as_mut().map(|lookout| lookout.found(now));
        match (found, &self.state) {
            // Whoever starts only now reads it anyway.
            (Some(Found::New), State::Running(life)) => life.renew(),
            (Some(Found::Refused(why)), _) => tell(&format!("the guide is left as it was: {why}")),
            _ => {}
        }
    }

    /// Hears what the browser says.
    fn listen(&mut self, now: Instant) {
        let State::Running(life) = &mut self.state else {
            return;
        };
        let words = life.listen(now);
        if life.is_ready() && !std::mem::replace(&mut self.has_lived, true) {
            self.notify.say("READY=1\nSTATUS=running");
        }
        if life.is_ready() {
            self.shown = Shown::Browser;
        }
        keep(&mut self.last_words, &words);
    }

    /// The browser has ended: is it over, or to be started again?
    fn bury(&mut self, status: ExitStatus, now: Instant) -> Option<Ending> {
        // What it said last may have come between the look at its voice and the look at its end.
        self.listen(now);
        match End::of(status) {
            End::Over => Some(Ending::Over),
            End::Renewed if self.has_lived => {
                self.state = State::Waiting(now);
                self.cover(Shown::Moment);
                None
            }
            End::Refused(code) if !self.has_lived => {
                let words = String::from_utf8_lossy(&self.last_words).into_owned();
                Some(Ending::Refused(code, words))
            }
            end => {
                if let (End::Refused(_), Some(lookout)) = (end, &mut self.lookout) {
                    // What is kept of the guide may be damaged, and what it was kept of still good.
                    lookout.forget();
                }
                let healthy = match &self.state {
                    State::Running(life) => life.healthy_for(now),
                    State::Waiting(_) => None,
                };
                self.died(&status.to_string(), now, healthy);
                None
            }
        }
    }

    fn died(&mut self, how: &str, now: Instant, healthy: Option<Duration>) {
        let words = String::from_utf8_lossy(&self.last_words);
        let said = words.trim();
        tell(&format!("the browser died: {how}; it said: {said:?}"));
        if let Some(record) = &mut self.plan.record {
            record.died(how);
        }
        let (pause, shown) = match self.backoff.died(healthy) {
            Next::Restart(pause) => (pause, Shown::Moment),
            Next::Page(pause) => (pause, Shown::Page),
        };
        self.state = State::Waiting(now + pause);
        self.cover(shown);
        self.notify.say(&format!(
            "STATUS=the browser died ({how}); starting it again in {pause:?}"
        ));
    }

    /// Shows something in the browser's place.
    fn cover(&mut self, shown: Shown) {
        self.shown = shown;
        self.screen.reset();
        self.draw();
    }

    fn draw(&self) {
        let size = terminal::size();
        match self.shown {
            Shown::Browser => {}
            Shown::Moment => self.screen.show(&self.plan.page.moment(size)),
            Shown::Page => self.screen.show(&self.plan.page.outage(size)),
        }
    }
}

/// Says what has happened: to the log, and to the standard error where that is no screen.
fn tell(what: &str) {
    log::error!("{what}");
    let mut stderr = io::stderr();
    if !stderr.is_terminal() {
        let _ = writeln!(stderr, "madoguchi: {what}");
    }
}

/// Appends, and forgets what is too long ago.
fn keep(last_words: &mut Vec<u8>, words: &[u8]) {
    last_words.extend_from_slice(words);
    let forgotten = last_words.len().saturating_sub(LAST_WORDS);
    last_words.drain(..forgotten);
}
