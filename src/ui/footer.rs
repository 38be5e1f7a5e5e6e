//! The key hints, from the list of acts; or the notice that has to be read first.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{columns_of, find, notice, put};
use crate::app::App;
use crate::frame::keys::{Deed, KeyHelp, Says, Scope};
use crate::frame::layout::{Area, TWO_PAGES};
use crate::i18n::keys::hint;
use crate::i18n::progress::indexing;

/// The keys that are named in large mode: no more than four at a time.
const AT_A_COUNTER: [Says<Deed>; 6] = [
    Says::Words(Deed::Choose),
    Says::Words(Deed::ScrollLines),
    Says::Words(Deed::Read),
    Says::Words(Deed::FollowLink),
    Says::Words(Deed::StepBack),
    Says::NextLanguage,
];

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    let pace = app
        .world
        .indexing
        .map(|pace| indexing(app.visit.language, pace));
    if let Some(text) = &pace {
        let start = room(area.width, pace.as_deref());
        put(buffer, area, 0, start + 1, text, theme.dim);
    }
    // Where it does not begin at the edge it has its margin already.
    let area = Rect {
        width: room(area.width, pace.as_deref()),
        ..area
    };
    draw(app, theme, area, first_column(area.x), buffer);
}

/// Draws the hints from a column on, as many as there is room for.
pub fn draw(app: &App, theme: &Theme, area: Rect, column: u16, buffer: &mut Buffer) {
    for hint in hints(app, column, area.width) {
        let at = hint.columns.start;
        let what = put(buffer, area, 0, at, &hint.keys, theme.strong) + 1;
        put(buffer, area, 0, what, &hint.what, theme.dim);
    }
}

/// The hint at a column of the screen.
pub fn hit(app: &App, area: Area, column: u16) -> Option<KeyHelp> {
    let pace = app
        .world
        .indexing
        .map(|pace| indexing(app.visit.language, pace));
    let (from, room) = match &app.visit.find {
        Some(find) => (find::hints_from(app, find, area.width), area.width),
        None if notice(app).is_some() => return None,
        None => (first_column(area.x), room(area.width, pace.as_deref())),
    };
    hints(app, from, room)
        .into_iter()
        .find(|hint| hint.columns.contains(&(column - area.x)))
        .map(|hint| *hint.key)
}

/// Where it does not begin at the edge it has its margin already.
fn first_column(x: u16) -> u16 {
    u16::from(x == 0)
}

/// The columns that hints have, before what else there is to say.
fn room(columns: u16, pace: Option<&str>) -> u16 {
    columns.saturating_sub(pace.map_or(0, |text| columns_of(text) + 2))
}

/// A hint and its columns, from the area's left edge.
struct Hint<'a> {
    key: &'a KeyHelp,
    keys: Cow<'static, str>,
    what: Cow<'static, str>,
    columns: Range<u16>,
}

/// The hints from a column on, as many as have room in so many columns.
fn hints(app: &App, from: u16, room: u16) -> Vec<Hint<'_>> {
    let gap = if app.setup.look.large { 4 } else { 2 };
    // What was just found comes first.
    let found = |key: &&KeyHelp| key.does(Deed::NextFound);
    let first = app.keys().iter().filter(found);
    let others = app.keys().iter().filter(|key| !found(key));
    let languages = app.languages();
    let mut at = from;
    let mut hints = Vec::new();
    for key in first.chain(others).filter(|key| counts(app, key)) {
        let Some(what) = hint(key, languages, app.visit.language) else {
            continue;
        };
        let keys = app.setup.look.signs.keys(key.keys);
        let end = at + columns_of(&keys) + 1 + columns_of(&what);
        if end > room {
            break;
        }
        hints.push(Hint {
            key,
            keys,
            what,
            columns: at..end,
        });
        at = end + gap;
    }
    hints
}

/// Whether a key is worth a hint now.
fn counts(app: &App, key: &KeyHelp) -> bool {
    let scope = app.key_scope();
    if scope == Scope::Finding {
        return key.scope == Scope::Finding || key.does(Deed::StepBack);
    }
    if key.deed == Says::SideBySide && (app.world.size.columns < TWO_PAGES || app.setup.look.large)
    {
        return false;
    }
    if key.does(Deed::NextFound) {
        return app.visit.find.is_some();
    }
    if app.visit.help.is_some() {
        // The help is scrolled and left.
        return key.does(Deed::ScrollLines) || key.does(Deed::StepBack);
    }
    if key.does(Deed::AcceptSuggestion) && app.suggestion().is_none() {
        return false;
    }
    if key.does(Deed::Fold) && app.group_to_fold().is_none() {
        return false;
    }
    if app.setup.look.large && !AT_A_COUNTER.contains(&key.deed) {
        return false;
    }
    // While reading, `q` is the shorter way out.
    key.scope == scope
        || (key.scope == Scope::Everywhere
            && !(scope == Scope::Reading && key.does(Deed::Interrupt)))
}
