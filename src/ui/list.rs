//! The list: topics, or hits with the sentence that shows why.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::layout::Area;
use super::theme::Theme;
use super::{put, put_line};
use crate::app::{App, Entry};
use crate::guide::Guide;
use crate::i18n::screen::{shown_in, texts};
use crate::search::Hit;
use crate::text::line_break::wrap;
use crate::text::width::{truncate, width};

/// From this height on an entry has a row more, and air below it.
const ROOMY: u16 = 20;

/// The rows of one entry, in a list of this height: title, text, space.
const fn entry_rows(height: u16) -> u16 {
    if height >= ROOMY { 3 } else { 2 }
}

/// Draws the list so that the selected entry is in it.
pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    let Some(guide) = app.guide.as_deref() else {
        put(buffer, area, 0, 2, texts(app.language).loading, theme.dim);
        return;
    };
    if app.entries.all().is_empty() {
        nothing_found(app, theme, area, buffer);
        return;
    }
    let rows = entry_rows(area.height);
    let visible = usize::from((area.height / rows).max(1));
    let selected = app.entries.selected_index();
    let first = first_visible(selected, visible, app.entries.all().len());
    for (n, entry) in app
        .entries
        .all()
        .iter()
        .enumerate()
        .skip(first)
        .take(visible + 1)
    {
        let row = u16::try_from(n - first)
            .unwrap_or(u16::MAX)
            .saturating_mul(rows);
        if row >= area.height {
            break;
        }
        let slot = Rect {
            y: area.y + row,
            height: rows.min(area.height - row),
            ..area
        };
        draw(app, guide, *entry, n == selected, theme, slot, buffer);
    }
}

/// The selected entry stands in the middle, except near the ends of the list: the eye stays where it is.
fn first_visible(selected: usize, visible: usize, count: usize) -> usize {
    selected
        .saturating_sub(visible / 2)
        .min(count.saturating_sub(visible))
}

fn nothing_found(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if app.current_results().is_none() {
        return;
    }
    let texts = texts(app.language);
    put(buffer, area, 1, 2, texts.nothing_found, theme.strong);
    let hint = texts.nothing_found_hint;
    for (row, line) in (3..).zip(wrap(hint, usize::from(area.width.saturating_sub(4)))) {
        put(buffer, area, row, 2, &hint[line], theme.dim);
    }
}

fn draw(
    app: &App,
    guide: &Guide,
    entry: Entry,
    selected: bool,
    theme: &Theme,
    slot: Rect,
    buffer: &mut Buffer,
) {
    let inner = Rect {
        x: slot.x + 2,
        width: slot.width.saturating_sub(3),
        ..slot
    };
    match entry {
        Entry::Desks => {
            let texts = texts(app.language);
            topic(texts.desks, texts.desks_summary, theme, inner, buffer);
        }
        Entry::Article(article) => {
            let article = &guide.articles[article];
            let (title, summary) = (
                article.title.text(app.language),
                article.summary.text(app.language),
            );
            topic(title, summary, theme, inner, buffer);
        }
        Entry::Hit(hit) => {
            if let Some(hit) = app
                .results
                .as_ref()
                .and_then(|results| results.hits.get(hit))
            {
                draw_hit(app, guide, hit, theme, inner, buffer);
            }
        }
    }
    if selected {
        let rows = slot.height.min(2);
        buffer.set_style(
            Rect {
                height: rows,
                ..slot
            },
            theme.selection,
        );
        for row in 0..rows {
            put(buffer, slot, row, 0, "▌", theme.cursor);
        }
    }
}

fn topic(title: &str, summary: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    put(buffer, area, 0, 0, &truncate(title, room), theme.strong);
    put(buffer, area, 1, 0, &truncate(summary, room), theme.dim);
}

fn draw_hit(app: &App, guide: &Guide, hit: &Hit, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (language, text) = guide.section(hit.section).texts.get(hit.language);
    let article = guide.article(hit.section).title.text(language);
    let mut spans = vec![];
    let room = usize::from(area.width);
    let title = truncate(&text.title, room);
    let left = room.saturating_sub(width(&title) + 3);
    // The article's name gives way to the section's, and goes when nothing sensible is left of it.
    if left >= 6 {
        spans.push(Span::styled(
            format!("{} › ", truncate(article, left)),
            theme.dim,
        ));
    }
    let whole = title == text.title;
    spans.extend(marked(
        &title,
        if whole { &hit.title_marks } else { &[] },
        theme.strong,
        theme,
    ));
    if language != app.language {
        spans.push(Span::styled(
            format!(" {}", shown_in(app.language, language)),
            theme.dim,
        ));
    }
    put_line(buffer, area, 0, spans);
    let snippet = &hit.snippet;
    let line = excerpt(&snippet.text, &snippet.marks, room);
    let marks: Vec<Range<usize>> = snippet
        .marks
        .iter()
        .filter(|mark| mark.start < line.end && mark.end > line.start)
        .map(|mark| mark.start.max(line.start) - line.start..mark.end.min(line.end) - line.start)
        .collect();
    put_line(
        buffer,
        area,
        1,
        marked(&snippet.text[line], &marks, theme.dim, theme),
    );
}

/// The line of a snippet that shows its first mark: the first one as long as that has one, else a line that begins at
/// a place where a line may begin.
fn excerpt(text: &str, marks: &[Range<usize>], room: usize) -> Range<usize> {
    let lines = wrap(text, room);
    let shows = |line: &&Range<usize>| {
        marks
            .iter()
            .any(|mark| mark.start >= line.start && mark.start < line.end)
    };
    lines
        .iter()
        .find(shows)
        .or(lines.first())
        .cloned()
        .unwrap_or(0..0)
}

/// A text with its marks, as spans.
fn marked<'a>(text: &str, marks: &[Range<usize>], style: Style, theme: &Theme) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for mark in marks {
        spans.push(Span::styled(text[at..mark.start].to_owned(), style));
        spans.push(Span::styled(
            text[mark.clone()].to_owned(),
            style.patch(theme.mark),
        ));
        at = mark.end;
    }
    spans.push(Span::styled(text[at..].to_owned(), style));
    spans
}
