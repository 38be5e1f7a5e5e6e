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
use crate::i18n::screen::{hit_language, texts};
use crate::search::highlight::split;
use crate::search::{Hit, Snippet};
use crate::text::line_break::wrap;
use crate::text::width::{truncate, width};

/// The rows of one entry in a list of this height: a title, one or two rows of text, and space below where there is room.
const fn entry_rows(height: u16) -> u16 {
    match height {
        0..18 => 2,
        18..26 => 3,
        26.. => 4,
    }
}

/// Of these the rows that are written on; the rest is space.
const fn written_rows(rows: u16) -> u16 {
    if rows > 2 { rows - 1 } else { rows }
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
    let topics = app.current_results().is_none();
    // A topic's summary is one sentence: one row.
    let rows = entry_rows(area.height).min(if topics { 3 } else { 4 });
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
        if row + written_rows(rows) > area.height {
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
    let lit = Rect {
        height: written_rows(slot.height),
        ..slot
    };
    if selected {
        buffer.set_style(lit, theme.selection);
        for row in 0..lit.height {
            put(buffer, slot, row, 0, "▌", theme.cursor);
        }
    }
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
        buffer.set_style(lit, theme.selected);
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
    let label = hit_language(guide, hit, app.language);
    let room = usize::from(area.width);
    let title = truncate(&text.title, room.saturating_sub(width(label)));
    let left = room.saturating_sub(width(&title) + width(label) + 3);
    let mut spans = vec![];
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
    spans.push(Span::styled(label, theme.dim));
    put_line(buffer, area, 0, spans);
    let lines = excerpt(
        &hit.snippet,
        room,
        usize::from(written_rows(area.height)) - 1,
    );
    for (row, (text, marks)) in (1..).zip(lines) {
        put_line(buffer, area, row, marked(&text, &marks, theme.dim, theme));
    }
}

/// A line of text and its marks.
type MarkedLine = (String, Vec<Range<usize>>);

/// The lines of a snippet from the one on that shows its first mark. What is left out before and after is `…`.
fn excerpt(snippet: &Snippet, room: usize, count: usize) -> Vec<MarkedLine> {
    let Some(mark) = snippet.marks.first() else {
        return lines_from(snippet, 0, room, count);
    };
    let lines = wrap(&snippet.text, room);
    let shown = lines
        .iter()
        .take(count)
        .any(|line| line.contains(&mark.start));
    let from = lines
        .iter()
        .rfind(|line| line.start <= mark.start)
        .map_or(0, |line| line.start);
    lines_from(snippet, if shown { 0 } else { from }, room, count)
}

fn lines_from(snippet: &Snippet, from: usize, room: usize, count: usize) -> Vec<MarkedLine> {
    let lead = if from > 0 { "…" } else { "" };
    let text = format!("{lead}{}", &snippet.text[from..]);
    let lines = wrap(&text, room);
    let more = lines.len() > count;
    lines
        .into_iter()
        .take(count)
        .enumerate()
        .map(|(n, line)| {
            let shown = if n + 1 == count && more {
                truncate(&text[line.start..], room).into_owned()
            } else {
                text[line.clone()].to_owned()
            };
            // A mark is shown as far as the line goes, without the dots.
            let end = line.start + shown.trim_end_matches('…').len();
            let marks = snippet
                .marks
                .iter()
                .filter_map(|mark| clip(mark, from, lead.len(), line.start..end))
                .collect();
            (shown, marks)
        })
        .collect()
}

/// A mark of the snippet within a line of the text that begins, behind `lead` bytes, at `from` of the snippet.
fn clip(mark: &Range<usize>, from: usize, lead: usize, line: Range<usize>) -> Option<Range<usize>> {
    let start = (mark.start.checked_sub(from)? + lead).max(line.start);
    let end = (mark.end - from + lead).min(line.end);
    (start < end).then(|| start - line.start..end - line.start)
}

/// A text with its marks, as spans.
fn marked<'a>(text: &str, marks: &[Range<usize>], style: Style, theme: &Theme) -> Vec<Span<'a>> {
    let styled = |(piece, is_mark): (&str, bool)| {
        let style = if is_mark {
            style.patch(theme.mark)
        } else {
            style
        };
        Span::styled(piece.to_owned(), style)
    };
    split(text, marks).into_iter().map(styled).collect()
}
