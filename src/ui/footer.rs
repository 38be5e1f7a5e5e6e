//! The key hints, from the key map itself; or the notice that has to be read first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, TWO_PAGES};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::app::keys::{ACCEPT, BESIDE, FOUND, KeyHelp, Scope};
use crate::i18n::progress::indexing;

/// The keys that are named in large mode: no more than four at a time.
const AT_A_COUNTER: [&str; 4] = ["↑↓", "Enter", "Esc", "F2"];

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    let mut area = area;
    if let Some(pace) = app.indexing {
        let text = indexing(app.language, pace);
        let needed = columns_of(&text) + 2;
        let start = area.width.saturating_sub(needed);
        put(buffer, area, 0, start + 1, &text, theme.dim);
        // The hints take what is left.
        area.width = start;
    }
    // Where it does not begin at the edge it has its margin already.
    hints(app, theme, area, u16::from(area.x == 0), buffer);
}

/// Draws the hints from a column on, as many as there is room for.
pub fn hints(app: &App, theme: &Theme, area: Rect, column: u16, buffer: &mut Buffer) {
    let mut at = column;
    let gap = if app.look.large { 4 } else { 2 };
    // What was just found comes first.
    let found = |key: &&KeyHelp| key.keys == FOUND;
    let first = app.keys.iter().filter(found);
    let others = app.keys.iter().filter(|key| !found(key));
    for key in first.chain(others).filter(|key| counts(app, key)) {
        let Some(what) = key.hint(app.language) else {
            continue;
        };
        let keys = app.look.signs.keys(key.keys);
        let needed = columns_of(&keys) + 1 + columns_of(what);
        if at + needed > area.width {
            break;
        }
        at = put(buffer, area, 0, at, &keys, theme.strong);
        at = put(buffer, area, 0, at + 1, what, theme.dim) + gap;
    }
}

/// Whether a key is worth a hint now.
fn counts(app: &App, key: &KeyHelp) -> bool {
    let scope = app.key_scope();
    if scope == Scope::Finding {
        return key.scope == Scope::Finding || key.keys == "Esc";
    }
    if key.keys == BESIDE && (app.size.columns < TWO_PAGES || app.look.large) {
        return false;
    }
    if key.keys == FOUND {
        return app.find.is_some();
    }
    if app.help.is_some() {
        // The help is scrolled and left.
        return key.scope == Scope::Reading && key.keys == "↑↓" || key.keys == "Esc";
    }
    if key.keys == ACCEPT && app.suggestion().is_none() {
        return false;
    }
    if app.look.large && !AT_A_COUNTER.contains(&key.keys) {
        return false;
    }
    // While reading, `q` is the shorter way out.
    key.scope == scope
        || (key.scope == Scope::Everywhere && !(scope == Scope::Reading && key.keys == "Ctrl-C"))
}
