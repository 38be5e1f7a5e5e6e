//! `madoguchi`, `madoguchi browse`: the full screen, or the dialogue in lines.

use std::io::{self, IsTerminal};

use super::plain::{self, Reason};
use super::{Context, Failure, Outcome, args::Global};
use crate::language::Language;
use crate::search::store::Store;
use crate::tui::{self, Exit, Settings};
use crate::ui::theme::Theme;

pub(super) fn run(context: &Context, global: &Global, plain: bool) -> Result<Outcome, Failure> {
    let viewer = super::viewer_zone(global)?;
    let variable = |name: &str| std::env::var(name).ok();
    if plain {
        return plain::run(context, viewer, Reason::Wanted);
    }
    if io::stdout().is_terminal() && !moves_cursor(variable("TERM").as_deref()) {
        return plain::run(context, viewer, Reason::SimpleTerminal);
    }
    let theme = global.theme.resolve(
        variable("NO_COLOR").as_deref(),
        variable("COLORFGBG").as_deref(),
    );
    let settings = Settings {
        source: context.home.source.clone(),
        store: Store::new(context.home.index.clone()),
        viewer,
        // Until the guide says what it is written in.
        language: context.language.unwrap_or(Language::Ja),
        theme: Theme::new(theme),
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

/// Whether a terminal of this type does what it takes to draw a screen. Where the type is not said, nobody promises that: a
/// dialogue in lines can be read everywhere, a screen that went wrong nowhere. What is no terminal at all is told so
/// instead, because a script that forgot `--plain` would wait for its own input.
fn moves_cursor(terminal: Option<&str>) -> bool {
    !matches!(terminal, None | Some("" | "dumb" | "unknown"))
}
