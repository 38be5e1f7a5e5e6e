//! The card beside what is read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{article, put, put_line};
use crate::app::App;
use crate::frame::layout::Layout;
use crate::page::Marks;

/// Draws it, and the line that divides it from the article.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let (Some(pane), Some(text)) = (layout.aside, layout.aside_text()) else {
        return;
    };
    let divider = Rect::new(pane.x - 1, pane.y, 1, pane.height);
    for row in 0..divider.height {
        put(buffer, divider, row, 0, "│", theme.rule);
    }
    let (marks, numbers) = (Marks::default(), app.aside_numbers());
    let number = |link: usize| numbers.get(link).copied();
    for (row, line) in (0..text.height).zip(&app.visit.aside.page.lines) {
        let spans = article::spans(line, &marks, (None, None), number, theme);
        put_line(buffer, text.into(), row, spans);
    }
}
