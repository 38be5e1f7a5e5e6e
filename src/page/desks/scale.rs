//! What stands above and below the picture of a day: the present, and the hours by the guide's clock and the reader's.

use chrono::{DateTime, Offset};
use chrono_tz::Tz;

use super::super::{Piece, Role, Setter};
use super::picture::Board;
use crate::desk::status::in_zone;
use crate::hours::week::MINUTES;
use crate::i18n::{board, time};
use crate::text::width::width;

/// Points at the present. A terminal that can only show ASCII has `v` for it.
const PRESENT: &str = "▼";

/// So many cells lie between two hours that are written out.
const CELLS_PER_TICK: u32 = 6;

/// The columns between two hours that are written out, at least.
const GAP: usize = 2;

/// The mark over the cell of the present, with the time.
pub(super) fn present(board: &Board) -> Vec<Piece> {
    let Some(cell) = board.today.cell_at(board.now, board.minutes) else {
        return Vec::new();
    };
    let time = time::time_of_day(board.now);
    let needed = 1 + width(&time);
    let mark = Piece::new(Role::Marker, PRESENT);
    let space = |columns: usize| Piece::new(Role::Text, " ".repeat(columns));
    if cell + 1 + needed <= board.cells() {
        let time = Piece::new(Role::Strong, format!(" {time}"));
        return vec![space(cell), mark, time];
    }
    let time = Piece::new(Role::Strong, format!("{time} "));
    vec![space(cell.saturating_sub(needed)), time, mark]
}

/// What the zones are called: the guide's, and the reader's where its clock shows other hours.
pub(super) fn zones(board: &Board) -> [Option<String>; 2] {
    let day = board.today.span();
    let name = |zone| {
        let [first, last] = [day.start, day.end].map(|at| in_zone(at.to_utc(), zone));
        board::zone(first, last, board.lang)
    };
    let differs = ticks(board)
        .any(|(_, at)| in_zone(at.to_utc(), board.viewer).offset().fix() != at.offset().fix());
    [
        Some(name(board.now.timezone())),
        differs.then(|| name(board.viewer)),
    ]
}

/// Sets the hours by the guide's clock, and beneath them by the reader's.
pub(super) fn set(setter: &mut Setter<'_>, board: &Board) {
    let [guides, readers] = zones(board);
    let hours = |(minute, _): (u32, DateTime<Tz>)| (minute / 60).to_string();
    let line = scale(board, |tick, _| hours(tick));
    board.row(setter, Role::Dim, &guides.unwrap_or_default(), line);
    let Some(zone) = readers else { return };
    let local = |(_, at): (u32, DateTime<Tz>), last: Option<(u32, DateTime<Tz>)>| {
        let here = |at: DateTime<Tz>| in_zone(at.to_utc(), board.viewer);
        let other_day =
            last.is_none_or(|(_, last)| here(last).date_naive() != here(at).date_naive());
        board::tick(here(at), other_day, board.lang)
    };
    board.row(setter, Role::Dim, &zone, scale(board, local));
}

/// The minutes of the day that are written out, and the instants at which the guide's clock shows them.
fn ticks(board: &Board) -> impl Iterator<Item = (u32, DateTime<Tz>)> {
    let step = CELLS_PER_TICK * board.minutes;
    (0..=MINUTES / step).map(move |n| (n * step, board.today.at(n * step)))
}

/// A label where each tick is, as far as there is room; the last one ends where the day does. Each is made from its tick
/// and the last one that had room.
fn scale(
    board: &Board,
    label: impl Fn((u32, DateTime<Tz>), Option<(u32, DateTime<Tz>)>) -> String,
) -> Vec<Piece> {
    let mut line = String::new();
    let mut last = None;
    for tick in ticks(board) {
        let label = label(tick, last);
        let cell = (tick.0 / board.minutes) as usize;
        let start = cell.min(board.cells().saturating_sub(width(&label)));
        let used = width(&line);
        if used > 0 && start < used + GAP {
            continue;
        }
        line.push_str(&" ".repeat(start - used));
        line.push_str(&label);
        last = Some(tick);
    }
    vec![Piece::new(Role::Dim, line)]
}
