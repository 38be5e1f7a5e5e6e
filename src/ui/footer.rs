//! The key hints, from the key map itself; or the notice that has to be read first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, Focus};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::tui::keymap;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, notice, theme.warning);
        return;
    }
    let help = app.help.is_some();
    let focus = if help { Focus::Article } else { app.focus };
    let mut at = 1;
    for (key, what) in keymap::hints(focus, app.language) {
        // The help is scrolled and left; the other keys would close it.
        if help && !["↑↓", "Esc"].contains(&key) {
            continue;
        }
        let needed = columns_of(key) + 1 + columns_of(what);
        if at + needed > area.width {
            break;
        }
        at = put(buffer, area, 0, at, key, theme.strong);
        at = put(buffer, area, 0, at + 1, what, theme.dim) + 2;
    }
}
