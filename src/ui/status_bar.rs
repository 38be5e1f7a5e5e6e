//! The status bar: who can be reached now, in which language, until when, and what time it is there.

mod large;

use chrono::DateTime;
use chrono_tz::Tz;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::desk::DeskStatus;
use crate::desk::status::in_zone;
use crate::frame::layout::{Area, TALL};
use crate::guide::Guide;
use crate::i18n::summary::{self, Detail, Entry, Role, Saying};
use crate::i18n::time::{self, Clocks};
use crate::language::Language;
use crate::page::Subject;
use crate::text::width::width;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    buffer.set_style(area, theme.bar);
    let Some(guide) = app.world.guide.as_deref() else {
        return;
    };
    // Where there is no row of key hints, a notice stands here.
    if let (Some(notice), true) = (notice(app), app.world.size.rows < TALL) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    let now = in_zone(app.world.now, guide.timezone);
    let statuses = app.statuses();
    if area.height > 1 {
        let room = Rect {
            x: area.x + inset(app),
            width: area.width - 2 * inset(app),
            ..area
        };
        large::view(app, guide, &statuses, theme, room, buffer);
        return;
    }
    let Fitted {
        lead,
        entries,
        clock,
    } = fit(app, guide, &statuses, now, usize::from(area.width));
    let at = put(buffer, area, 0, 1, &lead, theme.accent);
    put_entries(app, theme, &entries, (area, 0, at), buffer);
    let right = area.width.saturating_sub(columns_of(&clock) + 1);
    put(buffer, area, 0, right, &clock, theme.bar_dim);
}

/// The columns left free at each side of a large bar, so that it says things where the rest of the screen does.
fn inset(app: &App) -> u16 {
    app.layout().map_or(0, |layout| layout.field.x)
}

/// Draws entries into a row of an area, from a column on.
fn put_entries(
    app: &App,
    theme: &Theme,
    entries: &[Entry],
    (area, row, column): (Rect, u16, u16),
    buffer: &mut Buffer,
) {
    let mut at = column;
    for piece in summary::pieces(entries, app.visit.language, false) {
        let style = match piece.role {
            Role::Symbol(state) => theme.state(state),
            Role::Names => theme.strong,
            Role::Open => theme.open,
            Role::Other => theme.text,
            Role::Separator => theme.bar_dim,
        };
        at = put(buffer, area, row, at, &piece.text, style);
    }
}

/// What the bar says.
struct Fitted {
    /// Which desk is recommended, or the word for it.
    lead: String,
    entries: Vec<Entry>,
    clock: String,
}

/// The most that there is room for. What is said of the people at the desks is the last thing to be cut: before that go
/// the desks without people, then the date and the zone, then all desks but the recommended one, then the clock, then
/// the reader's own time. How long it still takes is said where nothing else has to go for it.
fn fit(
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    now: DateTime<Tz>,
    columns: usize,
) -> Fitted {
    let lang = app.visit.language;
    let time = time::time_of_day(now);
    let nothing = String::new();
    let zoned = format!("{time} {}", time::zone_name(now, lang));
    let dated = time::clock(now, lang);
    // A page that says which desk may know better: it asked.
    let advises = matches!(app.visit.reader.subject, Subject::Advice(_));
    let named = summary::recommendation(statuses, guide, lang).filter(|_| !advises);
    let named = named.map_or_else(String::new, |named| format!("{named}  "));
    let (named, label) = (named.as_str(), summary::recommendation_label(lang));
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
        (label, Detail::RecommendedShort, &dated),
        (label, Detail::RecommendedShort, &zoned),
        (label, Detail::RecommendedShort, &time),
        ("", Detail::Short, &time),
        ("", Detail::RecommendedShort, &time),
        ("", Detail::Shortest, &time),
        ("", Detail::RecommendedShort, &nothing),
        ("", Detail::Shortest, &nothing),
    ];
    let both = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    let sayings =
        [both, now.into()].map(|now| [true, false].map(|counted| Saying { now, counted }));
    sayings
        .into_iter()
        .flat_map(|sayings| choices.map(|choice| sayings.map(|saying| (choice, saying))))
        .flatten()
        // Without a recommendation there are only those that do not need one.
        .filter(|((_, detail, _), _)| !named.is_empty() || !recommended.contains(detail))
        .map(|((lead, detail, clock), saying)| Fitted {
            lead: lead.to_owned(),
            entries: summary::entries(statuses, guide, saying, lang, detail),
            clock: clock.clone(),
        })
        .find(|fitted| fitted.columns(lang) <= columns)
        .unwrap_or_else(|| Fitted {
            lead: String::new(),
            entries: summary::entries(statuses, guide, both.into(), lang, Detail::State),
            clock: time.clone(),
        })
}

impl Fitted {
    /// A column at each edge, and two before the clock; without a clock the text may reach to the right edge.
    fn columns(&self, lang: Language) -> usize {
        let text = width(&self.lead) + summary::width(&self.entries, lang);
        match width(&self.clock) {
            0 => 1 + text,
            clock => 1 + text + 2 + clock + 1,
        }
    }
}
