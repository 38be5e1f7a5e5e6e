//! The edge to the terminal: events in, frames out, and the terminal left as it was found.

pub mod abilities;
mod decode;
mod event;
mod input;
pub mod keymap;
mod live;
pub mod mouse;
mod osc52;
mod outside;
mod screen;
mod sealed;
mod sgr;
#[cfg_attr(windows, path = "tui/console.rs")]
mod signals;
mod worker;

use std::error::Error;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use crate::app::{App, Command, Message, News, SearchRequest};
use crate::clock::{Clock, Watch};
use crate::frame::layout::Size;
use crate::guide::Problem;
use crate::heartbeat;
use crate::insight::Settled;
use crate::ui::{self, Hyperlink, theme::Theme};

pub use event::{Event, EventSource};
pub use outside::{Hands, Public, Settings, Viewer, browse};

/// No more events than this are taken in before a frame is drawn.
const EVENTS_PER_FRAME: usize = 4096;

/// A frame waits this long for the answer to a query: about ten times what that takes, and less than an eye sees.
const ANSWER_TIME: Duration = Duration::from_millis(3);

/// SIGHUP, which is 1 wherever there are signals.
const HANGUP: i32 = 1;

/// Why the browser ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    Quit,
    /// Staff have ended the kiosk, which ends by nothing else with this exit code.
    Staff,
    /// There is another guide, which another browser shows.
    Renewed,
    /// By a signal with this number.
    Signal(i32),
    /// The terminal is gone.
    Hangup,
    /// The guide has errors.
    GuideRefused(Vec<Problem>),
    /// The worker is gone, which is a bug.
    WorkerFailed,
}

impl Exit {
    /// The exit code: 128 and the number of the signal, as shells have it.
    pub const fn code(&self) -> i32 {
        match self {
            Self::Quit | Self::Staff => 0,
            Self::Signal(signal) => 128 + *signal,
            Self::Hangup => 128 + HANGUP,
            Self::Renewed => heartbeat::RENEWED,
            Self::GuideRefused(_) => 3,
            Self::WorkerFailed => 4,
        }
    }
}

/// What the loop needs done outside of the state and the screen.
pub trait Outside {
    /// Searches, and sends the answer as an event.
    fn search(&mut self, request: SearchRequest);
    /// Gives the terminal back until the program is continued; says the size it has then.
    fn suspend(&mut self) -> Size;
    /// The program was stopped and continued by others, who may have changed the terminal's modes: sets them all anew,
    /// and says the size it has.
    fn resume(&mut self) -> Size;
    /// What was asked and what came of it is to be written down, with nothing that tells of a person.
    fn note(&mut self, settled: Vec<Settled>);
    /// Puts a text on the clipboard of whoever sits before the terminal.
    fn copy(&mut self, text: &str);
    /// Asks the terminal for the mouse, or leaves it to that.
    fn set_mouse(&mut self, on: bool);
    /// Takes the hyperlinks of the frame that is drawn next. Says whether all of it must be drawn, because cells that stay
    /// as they are lead elsewhere now.
    fn take_hyperlinks(&mut self, hyperlinks: Vec<Hyperlink>) -> bool;
    /// Leaves nothing in the terminal of what was on the screen, also not where one can scroll back to.
    fn wipe(&mut self);
    /// Whether this is the PIN. May take a tenth of a second.
    fn is_pin(&mut self, typed: &str) -> bool;
    /// The supervisor asks for a sign of life, which the worker is to give first.
    fn ping(&mut self);
    /// Gives the supervisor a sign of life.
    fn alive(&mut self);
    /// The frame is drawn: shows it.
    fn present(&mut self) -> std::io::Result<()>;
}

/// Runs the browser until it ends: takes in all events there are, then draws one frame, then sleeps until the next event
/// or until something changes by itself.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    theme: &Theme,
    source: &mut impl EventSource,
    clock: &impl Clock,
    outside: &mut impl Outside,
) -> Result<Exit, Box<dyn Error + Send + Sync>>
where
    B: Backend,
    B::Error: Error + Send + Sync + 'static,
{
    let mut theme = theme.clone();
    let mut watch = Watch::new(clock);
    loop {
        let settled = app.take_settled();
        if !settled.is_empty() {
            outside.note(settled);
        }
        app.set_pages();
        if outside.take_hyperlinks(ui::hyperlinks(app)) {
            terminal.resize(area(app.world.size))?;
        }
        terminal.draw(|frame| ui::view(app, &theme, frame))?;
        if let Err(error) = outside.present() {
            log::warn!("the screen cannot be written to: {error}");
            return Ok(Exit::Hangup);
        }
        let mut event = source.wait(app.sleep(clock.now()));
        let (now, set_by) = watch.look(clock);
        if let Some(by) = set_by {
            // Nothing is to be done outside for it.
            let _ = app.update(News::ClockSet(by));
        }
        let command = app.update(News::Tick(now));
        if let Some(exit) = carry_out(command, terminal, app, outside)? {
            return Ok(exit);
        }
        let mut waited = false;
        // The mouse is on what was seen, which after a new size stands elsewhere.
        let seen = app.world.size;
        for _ in 0..EVENTS_PER_FRAME {
            if event.is_none() && app.awaits_answer() && !waited {
                // One frame then shows the query and its results.
                event = source.wait(ANSWER_TIME);
                waited = true;
            }
            let Some(next) = event else { break };
            let is_blind = matches!(next, Event::Mouse(_)) && app.world.size != seen;
            if let Event::Theme(answered) = next {
                theme = *answered;
            } else if !is_blind && let Some(exit) = handle(next, terminal, app, outside)? {
                return Ok(exit);
            }
            event = source.ready();
        }
    }
}

fn handle<B>(
    event: Event,
    terminal: &mut Terminal<B>,
    app: &mut App,
    outside: &mut impl Outside,
) -> Result<Option<Exit>, Box<dyn Error + Send + Sync>>
where
    B: Backend,
    B::Error: Error + Send + Sync + 'static,
{
    let message = match event {
        Event::Exit(exit) => return Ok(Some(exit)),
        // The loop's own business.
        Event::Theme(_) => None,
        Event::Key(key) => keymap::act_in(app, key).map(Message::Act),
        Event::Typed(text) => keymap::typed_in(app, text).map(Message::Act),
        Event::Mouse(report) => {
            let act = mouse::act(report, app);
            if act.as_ref().is_some_and(|act| !app.only_selects(act)) {
                // It may be on something of a page.
                app.set_pages();
                mouse::act(report, app).map(Message::Act)
            } else {
                act.map(Message::Act)
            }
        }
        Event::Continued => {
            let size = outside.resume();
            Some(News::Resize(size).into())
        }
        Event::Ping => {
            outside.ping();
            None
        }
        Event::Alive => {
            outside.alive();
            None
        }
        Event::News(news) => Some(news.into()),
        Event::Act(act) => Some(act.into()),
    };
    let Some(message) = message else {
        return Ok(None);
    };
    if let Message::News(News::Resize(size)) = message {
        terminal.resize(area(size))?;
    }
    let command = app.take_in(message);
    carry_out(command, terminal, app, outside)
}

/// Does what the state asks for, and what that leads to.
fn carry_out<B>(
    mut command: Option<Command>,
    terminal: &mut Terminal<B>,
    app: &mut App,
    outside: &mut impl Outside,
) -> Result<Option<Exit>, Box<dyn Error + Send + Sync>>
where
    B: Backend,
    B::Error: Error + Send + Sync + 'static,
{
    while let Some(next) = command.take() {
        match next {
            Command::Quit => return Ok(Some(Exit::Quit)),
            Command::Leave => return Ok(Some(Exit::Staff)),
            Command::Renew => return Ok(Some(Exit::Renewed)),
            Command::Search(request) => outside.search(request),
            Command::Copy(text) => outside.copy(&text),
            Command::Mouse(on) => outside.set_mouse(on),
            // Not `clear`: that asks the terminal where its cursor is, and the answer would have to come through the
            // input thread.
            Command::Redraw => terminal.resize(area(app.world.size))?,
            Command::Wipe => {
                terminal.resize(area(app.world.size))?;
                outside.wipe();
            }
            Command::Suspend => {
                let size = outside.suspend();
                terminal.resize(area(size))?;
                command = app.update(News::Resize(size));
            }
            Command::CheckPin(typed) => {
                let right = outside.is_pin(typed.expose());
                command = app.update(News::PinChecked(right));
            }
        }
    }
    Ok(None)
}

/// The rectangle that a screen of this size is.
pub const fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.columns, size.rows)
}
