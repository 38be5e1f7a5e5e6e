//! `madoguchi`, `madoguchi browse`: the full screen.

use super::{Context, Failure, Outcome, args::Global};
use crate::language::Language;
use crate::search::store::Store;
use crate::tui::{self, Exit, Public, Settings};
use crate::ui::theme::Theme;

pub(super) fn run(context: &Context, global: &Global) -> Result<Outcome, Failure> {
    start(context, global, None)
}

/// Runs the browser in this process, on a public terminal or on the reader's own.
pub(super) fn start(
    context: &Context,
    global: &Global,
    public: Option<Public>,
) -> Result<Outcome, Failure> {
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
        public,
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
