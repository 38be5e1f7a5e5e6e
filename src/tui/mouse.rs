//! What a report of the mouse means: that depends on what is drawn where.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Act, App, Spot};
use crate::ui;

/// Whether a report can mean anything. Releases, other buttons and what is reported with a modifier do not: the latter is
/// how terminals are told that the mouse is theirs.
pub const fn counts(event: &MouseEvent) -> bool {
    let kind = matches!(
        event.kind,
        MouseEventKind::Down(MouseButton::Left)
            | MouseEventKind::ScrollUp
            | MouseEventKind::ScrollDown
    );
    kind && event.modifiers.is_empty()
}

/// What a report means now. Beyond the screen, and while the mouse is the terminal's, nothing; but on a public terminal it
/// means at least that somebody is there.
pub fn act(event: MouseEvent, app: &App) -> Option<Act> {
    if !counts(&event) {
        return None;
    }
    let message = app.visit.mouse.then(|| on_screen(event, app)).flatten();
    message.or_else(|| app.is_public().then_some(Act::Activity))
}

fn on_screen(event: MouseEvent, app: &App) -> Option<Act> {
    let spot = ui::hit(app, event.column, event.row)?;
    match (event.kind, spot) {
        (MouseEventKind::ScrollUp, _) => Some(Act::Wheel(spot, -1)),
        (MouseEventKind::ScrollDown, _) => Some(Act::Wheel(spot, 1)),
        (_, Spot::Hint(key)) => {
            let bound = &app.setup.bound;
            let public = app.is_public().then(|| bound.of_key_in_public(key));
            public
                .flatten()
                .or_else(|| bound.of_key(key, app.key_scope()))
                .cloned()
        }
        _ => Some(Act::Click(spot)),
    }
}
