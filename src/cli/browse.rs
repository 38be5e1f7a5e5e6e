//! `madoguchi`, `madoguchi browse`: the full screen, or the dialogue in lines.

use std::io::{self, IsTerminal};

use super::args::{self, Ambiguous, Global};
use super::plain::{self, Reason};
use super::{Context, Failure, Outcome, home};
use crate::language::Language;
use crate::search::store::Store;
use crate::tui::abilities::Abilities;
use crate::tui::{self, Exit, Settings};
use crate::ui::Look;
use crate::ui::signs::Signs;
use crate::ui::theme::{self, Surroundings, Wish};

pub(super) fn run(context: &Context, global: &Global, plain: bool) -> Result<Outcome, Failure> {
    let viewer = super::viewer_zone(global)?;
    let variable = |name: &str| std::env::var(name).ok();
    if plain {
        return plain::run(context, viewer, Reason::Wanted);
    }
    if io::stdout().is_terminal() && !theme::has_screen(variable("TERM").as_deref()) {
        return plain::run(context, viewer, Reason::SimpleTerminal);
    }
    let settings = Settings {
        source: context.home.source.clone(),
        store: Store::new(context.home.index.clone()),
        viewer,
        // Until the guide says what it is written in.
        language: context.language.unwrap_or(Language::Ja),
        wish: Wish {
            choice: global.theme,
            terminal: Surroundings::new(variable),
        },
        look: look(&global.look, variable),
        mouse: !global.no_mouse,
        abilities: Abilities::of(
            variable("TERM").as_deref(),
            variable("TMUX").is_some_and(|value| !value.is_empty()),
        ),
    };
    match tui::browse(settings) {
        Ok(Exit::GuideRefused(problems)) => Err(Failure::Guide(problems)),
        Ok(Exit::WorkerFailed) => Err(Failure::Io(
            "the search has failed, which is a mistake in the program\n    help: --log FILE keeps what happened".to_owned(),
        )),
        Ok(exit) => Ok(Outcome::Code(u8::try_from(exit.code()).unwrap_or(u8::MAX))),
        Err(error) => Err(Failure::Io(error.to_string())),
    }
}

/// How the screen looks: as asked for, and with ASCII signs where the locale or the terminal has no others. Texts stay as
/// they are: a guide has no others, and UTF-8 is what the terminal gets from everything else too.
fn look(args: &args::Look, variable: impl Fn(&str) -> Option<String>) -> Look {
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
