//! The status bar of large mode: two rows, with the best desk spelled out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{mode, put_entries};
use crate::app::{App, Bar};
use crate::desk::{DeskStatus, advice};
use crate::frame::layout::Focus;
use crate::guide::{Guide, Part};
use crate::i18n::summary::{self, Detail, Entry, Saying};
use crate::i18n::time::{Clocks, time_of_day};
use crate::page::Subject;
use crate::ui::theme::Theme;
use crate::ui::{columns_of, put};

/// Draws the best desk, how to get there, and what time it is; below, until when somebody is there in which language. Where
/// every desk is closed, and on a page that says itself which desk is best, the first row has the time alone.
pub(super) fn view(
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let lang = app.visit.language;
    if !guide.has(Part::Desks) {
        about(app, theme, area, buffer);
        return;
    }
    let clocks = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    let time = time_of_day(clocks.desks);
    let clock = area.width.saturating_sub(columns_of(&time));
    put(buffer, area, 0, clock, &time, theme.bar_dim);
    let mut at = mode(app, theme, (area, 0, 0), buffer) + 1;
    let advises =
        app.visit.focus == Focus::Article && matches!(app.visit.reader.subject, Subject::Advice(_));
    let best = advice::best(statuses, guide, lang).filter(|_| !advises);
    if let Some(best) = best {
        let desk = &guide.desks[best.desk];
        at = put(buffer, area, 0, at, desk.name.text(lang), theme.strong) + 2;
        for contact in &desk.contacts {
            let value = contact.value.text(lang);
            if at + columns_of(value) + 2 <= clock {
                at = put(buffer, area, 0, at, value, theme.strong) + 2;
            }
        }
    }
    let entries = fit(
        app,
        guide,
        statuses,
        clocks,
        best.is_some(),
        area.width.into(),
    );
    put_entries(app, theme, &entries, (area, 1, 0), buffer);
}

/// The same of a guide without desks: its title and what time it is; below, how much there is to read.
fn about(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Bar {
        lead, about, clock, ..
    } = app.bar();
    let right = area.width.saturating_sub(columns_of(clock));
    let at = mode(app, theme, (area, 0, 0), buffer) + 1;
    put(buffer, area, 0, at, lead, theme.accent);
    put(buffer, area, 0, right, clock, theme.bar_dim);
    put(buffer, area, 1, 0, about.trim_start(), theme.bar_dim);
}

/// The most that can be said in so many columns, of the recommended desk if there is one.
fn fit(
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    clocks: Clocks,
    recommended: bool,
    columns: usize,
) -> Vec<Entry> {
    let details = if recommended {
        [Detail::Recommended, Detail::RecommendedShort]
    } else {
        [Detail::Staffed, Detail::Short]
    };
    let lang = app.visit.language;
    let entries = |saying, detail| summary::entries(statuses, guide, saying, lang, detail);
    let sayings = [true, false].map(|counted| Saying {
        now: clocks,
        counted,
    });
    let mut choices = details
        .into_iter()
        .flat_map(|detail| sayings.map(|saying| entries(saying, detail)));
    choices
        .find(|entries| summary::width(entries, lang) <= columns)
        .unwrap_or_else(|| entries(clocks.into(), Detail::Shortest))
}
