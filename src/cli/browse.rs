//! `madoguchi`, `madoguchi browse`: the full screen.

use super::{Context, Failure, Outcome, args::Global};
use crate::language::Language;
use crate::search::store::Store;
use crate::tui::abilities::Abilities;
use crate::tui::{self, Exit, Settings};
use crate::ui::theme::Theme;

pub(super) fn run(context: &Context, global: &Global) -> Result<Outcome, Failure> {
    let viewer = super::viewer_zone(global)?;
    let variable = |name: &str| std::env::var(name).ok();
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
