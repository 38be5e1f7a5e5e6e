//! What only a public terminal shows: the screen that attracts, and the one for staff.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{article, band, columns_of, put, put_line};
use crate::app::{App, Kiosk, Spot};
use crate::frame::layout::Area;
use crate::guide::Guide;
use crate::i18n::{SPOKEN, kiosk, release, screen, spoken_to_readers_of};
use crate::page::{self, Context, Marks, Page, Target};
use crate::text::width::width;

/// The widest text, in columns.
const MEASURE: u16 = 120;

/// Nobody is there: what this is, what time it is, who can be reached.
pub fn attract(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(guide) = app.world.guide.as_deref() else {
        for (row, lang) in (0..).zip(SPOKEN) {
            put(buffer, area, row, 1, screen::texts(lang).loading, theme.dim);
        }
        return;
    };
    let (page, inner) = attracting(app, guide, area);
    let marks = Marks::default();
    for (row, line) in (0..inner.height).zip(&page.lines) {
        put_line(
            buffer,
            inner,
            row,
            article::spans(line, &marks, (None, None), |_| None, theme),
        );
    }
    if let Some(last) = app.expired() {
        let row = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        buffer.set_style(row, theme.bar);
        band::put_fitting(&out_of_date(guide, last), theme, row, buffer);
    }
}

/// That the guide was good until a day: in all languages of its readers, in the first, and in few words.
fn out_of_date(guide: &Guide, last: NaiveDate) -> Vec<String> {
    let languages = spoken_to_readers_of(&guide.languages).into_iter();
    let said: Vec<[String; 2]> = languages
        .map(|lang| release::out_of_date(last, lang))
        .collect();
    let all = |n: usize| {
        said.iter()
            .map(|texts| texts[n].as_str())
            .collect::<Vec<_>>()
            .join("  ")
    };
    let first = said.first().cloned().unwrap_or_default();
    [vec![all(0), all(1)], first.into()].concat()
}

/// What attracts, and where it stands.
fn attracting(app: &App, guide: &Guide, area: Rect) -> (Page, Rect) {
    // The last row may be taken.
    let area = Rect {
        height: area.height - u16::from(app.expired().is_some() && area.height > 0),
        ..area
    };
    let page = page::attract(&Context {
        measure: usize::from(area.width.min(MEASURE)).into(),
        rows: area.height.into(),
        ..app.context(guide, app.visit.language)
    });
    let rows = u16::try_from(page.lines.len()).unwrap_or(u16::MAX);
    let widest = page.lines.iter().map(|line| columns_of(&line.text()));
    let inner = centred(area, widest.max().unwrap_or(0), rows);
    (page, inner)
}

/// What a cell of it begins.
pub fn hit(app: &App, (column, row): (u16, u16)) -> Option<Spot> {
    let size = app.world.size;
    let whole = Rect::new(0, 0, size.columns, size.rows);
    let (page, inner) = attracting(app, app.world.guide.as_deref()?, whole);
    let link = article::link_at(&page, 0, Area::from(inner), (column, row))?;
    match page.links[link].target {
        Target::Begin(language) => Some(Spot::Begin(language)),
        Target::Subject(subject) => Some(Spot::BeginWith(subject)),
        _ => None,
    }
}

/// Asks staff for their PIN, of which nothing is shown, not even that a key was pressed.
pub fn pin(app: &App, kiosk: &Kiosk, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let waits = kiosk.waits(app.world.now);
    let languages = app.world.guide.as_deref().map(|guide| &guide.languages);
    let languages = languages.map_or_else(|| SPOKEN.to_vec(), |all| spoken_to_readers_of(all));
    let lines = languages.into_iter().map(|lang| {
        let texts = kiosk::texts(lang);
        let prompt = if waits {
            texts.wrong_pin
        } else {
            texts.enter_pin
        };
        (texts.staff, prompt)
    });
    let style = if waits { theme.warning } else { theme.text };
    let lines: Vec<_> = lines
        .flat_map(|(title, prompt)| [(title, theme.accent), (prompt, style)])
        .collect();
    let widest = lines.iter().map(|(text, _)| columns_of(text)).max();
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inner = centred(area, widest.unwrap_or(0), rows);
    for (row, (text, style)) in (0..).zip(lines) {
        put(buffer, inner, row, 0, text, style);
    }
}

/// What is said in a row of so many columns before everything is wiped, while it is.
pub fn countdown(app: &App, columns: u16) -> Option<String> {
    let seconds = app.kiosk.as_ref()?.countdown(app.world.now)?;
    let [full, short] = kiosk::countdown(app.visit.language, seconds);
    let fits = width(&full) + 2 <= usize::from(columns);
    Some(if fits { full } else { short })
}

/// A block of so many columns and rows in the middle of an area, or as much of it as fits.
fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    let width = columns.min(area.width);
    let height = rows.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
