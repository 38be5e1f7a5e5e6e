//! What must be known of the guide whatever is read: that it is good no longer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Theme;
use crate::app::App;
use crate::i18n::release;
use crate::text::width::{truncate, width};

pub fn view(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(last) = app.expired() else { return };
    buffer.set_style(area, theme.bar);
    let texts = release::out_of_date(last, app.visit.language);
    put_fitting(&texts, theme, area, buffer);
}

/// The first of these texts that fits, or as much of the last as does.
pub fn put_fitting(texts: &[String], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(2));
    let fitting = texts.iter().find(|text| width(text) <= room);
    if let Some(text) = fitting.or(texts.last()) {
        put(buffer, area, 0, 1, &truncate(text, room), theme.warning);
    }
}
