//! The status bar: who can be reached now, in which language, until when, and what time it is there.

use chrono::DateTime;
use chrono_tz::Tz;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, TALL};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::{App, Subject};
use crate::desk::DeskStatus;
use crate::desk::status::in_zone;
use crate::guide::Guide;
use crate::i18n::summary::{self, Detail, Entry, Role};
use crate::i18n::time;
use crate::language::Language;
use crate::text::width::width;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    buffer.set_style(area, theme.bar);
    let Some(guide) = app.guide.as_deref() else {
        return;
    };
    // Where there is no row of key hints, a notice stands here.
    if let (Some(notice), true) = (notice(app), app.size.rows < TALL) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    let now = in_zone(app.now, guide.timezone);
    let statuses = app.statuses();
    let Fitted {
        lead,
        entries,
        clock,
    } = fit(app, guide, &statuses, now, usize::from(area.width));
    let mut at = put(buffer, area, 0, 1, &lead, theme.accent);
    for piece in summary::pieces(&entries, app.language, false) {
        let style = match piece.role {
            Role::Symbol(state) => theme.state(state),
            Role::Names => theme.strong,
            Role::Open => theme.open,
            Role::Other => theme.text,
            Role::Separator => theme.bar_dim,
        };
        at = put(buffer, area, 0, at, &piece.text, style);
    }
    let right = area.width.saturating_sub(columns_of(&clock) + 1);
    put(buffer, area, 0, right, &clock, theme.bar_dim);
}

/// What the bar says.
struct Fitted {
    /// Which desk is recommended, or the word for it.
    lead: String,
    entries: Vec<Entry>,
    clock: String,
}

/// The most that there is room for. What is said of the people at the desks is the last thing to be cut: before that go
/// the desks without people, then the date and the zone, then all desks but the recommended one.
fn fit(
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    now: DateTime<Tz>,
    columns: usize,
) -> Fitted {
    let reader = app.language;
    let time = now.format("%-H:%M").to_string();
    let zoned = format!("{time} {}", time::zone_name(now, reader));
    let dated = time::clock(now, reader);
    // A page that says which desk may know better: it asked.
    let asked = matches!(app.reader.subject, Subject::Advice(_));
    let named = summary::recommendation(statuses, guide, reader).filter(|_| !asked);
    let named = named.map_or_else(String::new, |named| format!("{named}  "));
    let (named, label) = (named.as_str(), summary::recommendation_label(reader));
    let recommended = [Detail::Recommended, Detail::RecommendedShort];
    let choices = [
        (named, Detail::Full, &dated),
        (named, Detail::Reachable, &dated),
        (named, Detail::Reachable, &zoned),
        (named, Detail::Staffed, &dated),
        (named, Detail::Staffed, &zoned),
        (named, Detail::Staffed, &time),
        (label, Detail::Recommended, &dated),
        (label, Detail::Recommended, &zoned),
        (label, Detail::Recommended, &time),
        (label, Detail::RecommendedShort, &time),
        ("", Detail::Short, &time),
        ("", Detail::RecommendedShort, &time),
        ("", Detail::Shortest, &time),
    ];
    choices
        .into_iter()
        // Without a recommendation there are only those that do not need one.
        .filter(|(_, detail, _)| !named.is_empty() || !recommended.contains(detail))
        .map(|(lead, detail, clock)| Fitted {
            lead: lead.to_owned(),
            entries: summary::entries(statuses, guide, app.now, reader, detail),
            clock: clock.clone(),
        })
        .find(|fitted| fitted.columns(reader) <= columns)
        .unwrap_or_else(|| Fitted {
            lead: String::new(),
            entries: Vec::new(),
            clock: time.clone(),
        })
}

impl Fitted {
    /// A column at each edge, and two before the clock.
    fn columns(&self, reader: Language) -> usize {
        width(&self.lead) + summary::width(&self.entries, reader) + width(&self.clock) + 4
    }
}
