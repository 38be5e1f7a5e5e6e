//! The key hints, from the key map itself; or the notice that has to be read first.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, Focus};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::app::keys::{ACCEPT, KeyHelp, Scope};
use crate::i18n::progress::indexing;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, notice, theme.warning);
        return;
    }
    let pace = app.indexing.map(|pace| indexing(app.language, pace));
    if let Some(text) = &pace {
        let start = room(area.width, pace.as_deref());
        put(buffer, area, 0, start + 1, text, theme.dim);
    }
    for hint in hints(app, room(area.width, pace.as_deref())) {
        let what = put(
            buffer,
            area,
            0,
            hint.columns.start,
            hint.key.keys,
            theme.strong,
        ) + 1;
        put(buffer, area, 0, what, hint.what, theme.dim);
    }
}

/// The hint at a column of the screen.
pub fn hit(app: &App, area: Area, column: u16) -> Option<KeyHelp> {
    if notice(app).is_some() {
        return None;
    }
    let pace = app.indexing.map(|pace| indexing(app.language, pace));
    hints(app, room(area.width, pace.as_deref()))
        .into_iter()
        .find(|hint| hint.columns.contains(&(column - area.x)))
        .map(|hint| *hint.key)
}

/// The columns that hints have, before what else there is to say.
fn room(columns: u16, pace: Option<&str>) -> u16 {
    columns.saturating_sub(pace.map_or(0, |text| columns_of(text) + 2))
}

/// A hint and its columns, from the area's left edge.
struct Hint<'a> {
    key: &'a KeyHelp,
    what: &'static str,
    columns: Range<u16>,
}

/// As many hints as so many columns have room for.
fn hints(app: &App, room: u16) -> Vec<Hint<'_>> {
    let mut at = 1;
    let mut hints = Vec::new();
    for key in app.keys.iter().filter(|key| counts(app, key)) {
        let Some(what) = key.hint(app.language) else {
            continue;
        };
        let end = at + columns_of(key.keys) + 1 + columns_of(what);
        if end > room {
            break;
        }
        hints.push(Hint {
            key,
            what,
            columns: at..end,
        });
        at = end + 2;
    }
    hints
}

/// Whether a key is worth a hint now.
fn counts(app: &App, key: &KeyHelp) -> bool {
    if app.help.is_some() {
        // The help is scrolled and left.
        return key.scope == Scope::Reading && key.keys == "↑↓" || key.keys == "Esc";
    }
    if key.keys == ACCEPT && app.suggestion().is_none() {
        return false;
    }
    match app.focus {
        Focus::Search => key.scope != Scope::Reading,
        // `q` is the shorter way out.
        Focus::Article => key.scope != Scope::Searching && key.keys != "Ctrl-C",
    }
}
