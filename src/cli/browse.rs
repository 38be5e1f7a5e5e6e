//! `madoguchi`, `madoguchi browse`: the full screen, or the dialogue in lines.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::{self, Ambiguous, Global, How};
use super::plain::{self, Reason};
use super::{Context, Failure, Outcome, home, insight, with_advice};
use crate::config::Config;
use crate::frame::Look;
use crate::frame::signs::Signs;
use crate::insight::Journal;
use crate::search::store::Store;
use crate::system;
use crate::tui::abilities::Abilities;
use crate::tui::{self, Exit, Hands, Public, Settings, Viewer};
use crate::ui::theme::own::Own;
use crate::ui::theme::{self, Choice, Surroundings, Wish};

pub(super) fn run(
    context: &Context,
    global: &Global,
    config: Config,
    (How { plain, no_watch }, insight): (How, Option<PathBuf>),
) -> Result<Outcome, Failure> {
    let in_lines = |reason| {
        if insight.is_some() {
            return Err(Failure::Usage(
                "--insight is for the full screen, and a dialogue in lines writes nothing down"
                    .to_owned(),
            ));
        }
        plain::run(context, super::viewer_zone(global)?, reason)
    };
    if plain {
        return in_lines(Reason::Wanted);
    }
    let term = system::variable("TERM");
    if io::stdout().is_terminal() && !theme::has_screen(term.as_deref()) {
        return in_lines(Reason::SimpleTerminal);
    }
    let public = Way {
        watch: !no_watch,
        insight: insight.as_deref().map(journal).transpose()?,
        public: None,
    };
    start(context, global, config, public)
}

/// How the browser is run.
pub(super) struct Way {
    pub watch: bool,
    /// Where what is asked is written to.
    pub insight: Option<Journal>,
    /// On a public terminal.
    pub public: Option<Public>,
}

/// Opens the file that --insight names.
pub(super) fn journal(file: &Path) -> Result<Journal, Failure> {
    Journal::open(file).map_err(|refused| insight::failed(file, &refused))
}

/// Runs the browser in this process, on a public terminal or on the reader's own.
pub(super) fn start(
    context: &Context,
    global: &Global,
    config: Config,
    Way {
        watch,
        insight,
        public,
    }: Way,
) -> Result<Outcome, Failure> {
    let (choice, own) = theme(global, &config)?;
    let viewer = super::viewer_zone(global)?;
    if context.foreign().is_some() {
        // Whether the guide has it can be told before there is a screen.
        context.guide_without_articles()?;
    }
    let folder = context.home.source.folder();
    let variable = system::variable;
    let settings = Settings {
        source: context.home.source.clone(),
        program: home::program(global),
        watch: folder.filter(|_| watch).map(Path::to_owned),
        store: Store::new(context.home.index.clone()),
        viewer: Viewer {
            zone: viewer,
            instead_of: super::no_zone(global).filter(|_| public.is_none()),
        },
        language: context.language,
        wish: Wish {
            choice,
            own,
            terminal: Surroundings::new(variable),
        },
        look: look(&global.look, variable),
        hands: Hands {
            bound: config.bound,
            mouse: !global.no_mouse,
        },
        abilities: Abilities::of(
            variable("TERM").as_deref(),
            variable("TMUX").is_some_and(|value| !value.is_empty()),
        ),
        public,
        insight,
    };
    match tui::browse(settings) {
        Ok(Exit::GuideRefused(problems)) => Err(Failure::Guide(problems)),
        Ok(Exit::WorkerFailed) => Err(Failure::Io(
            "the search has failed, which is a mistake in the program\n    help: --log FILE keeps what happened".to_owned(),
        )),
        Ok(exit) => Ok(Outcome::Code(u8::try_from(exit.code()).unwrap_or(u8::MAX))),
        Err(error) => Err(match error.downcast::<io::Error>() {
            Ok(error) => Failure::Io(with_advice(&error)),
            Err(error) => Failure::Io(error.to_string()),
        }),
    }
}

/// The theme that was asked for.
pub(super) fn theme(global: &Global, config: &Config) -> Result<(Choice, Own), Failure> {
    let wanted = global.theme.as_deref();
    config.theme(wanted).ok_or_else(|| {
        let wanted = wanted.unwrap_or_default().escape_debug();
        let known = config.theme_names().join(", ");
        Failure::Usage(format!(
            "--theme: there is no theme `{wanted}`; known are {known}"
        ))
    })
}

/// The full screen needs a terminal to read from and to draw on.
pub(super) fn need_terminal() -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::Io(
        "a kiosk needs a terminal to read from and to draw on".to_owned(),
    ))
}

/// How the screen looks: as asked for, and with ASCII signs where the locale or the terminal has no others. Texts stay as
/// they are: a guide has no others, and UTF-8 is what the terminal gets from everything else too.
pub(super) fn look(args: &args::Look, variable: impl Fn(&str) -> Option<String>) -> Look {
    let is_console =
        variable("TERM").is_some_and(|term| theme::is_console(&term) || term.starts_with("vt"));
    let signs = match args.ambiguous {
        Ambiguous::Wide => Signs::Certain,
        Ambiguous::Narrow if args.ascii || is_console || !home::may_be_utf8(variable) => {
            Signs::Ascii
        }
        Ambiguous::Narrow => Signs::All,
    };
    Look {
        signs,
        large: args.large,
    }
}
