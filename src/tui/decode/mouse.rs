//! Reports of the mouse, in the two forms in which terminals send them.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::sequence::number;
use super::{Input, Read, keys};

/// Behind `ESC [ <` (mode 1006): three numbers, and `M` or, for a button that was let go, `m`. Cells count from 1.
pub fn numbers(parameters: &[u8], is_released: bool) -> Read {
    let mut numbers = parameters.split(|&byte| byte == b';').map(number);
    let mut next = || u16::try_from(numbers.next()??).ok();
    let report = (|| report(next()?, next()?.checked_sub(1)?, next()?.checked_sub(1)?))();
    match report {
        Some(mut report) => {
            if let (true, MouseEventKind::Down(button)) = (is_released, report.kind) {
                report.kind = MouseEventKind::Up(button);
            }
            Read::Input(Input::Mouse(report))
        }
        None => Read::Report,
    }
}

/// Behind `ESC [ M`, from terminals that know only mode 1000: three bytes, each 32 more than what it says.
pub fn three_bytes(bytes: &[u8]) -> Read {
    match *bytes {
        [.., 0..32] => Read::Broken,
        [button, column, row] => {
            let less = |byte: u8, by: u8| byte.checked_sub(by).map(u16::from);
            let report = (|| report(less(button, 32)?, less(column, 33)?, less(row, 33)?))();
            report.map_or(Read::Report, |report| Read::Input(Input::Mouse(report)))
        }
        _ => Read::More,
    }
}

/// A report for a cell from 0. The bits of `what`: two of the button's number, Shift, Alt, Control, movement, and
/// two more of the button's.
fn report(what: u16, column: u16, row: u16) -> Option<MouseEvent> {
    let is_moved = what & 0x20 != 0;
    let button = match what & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (what & 3 | (what & 0xffc0) >> 4, is_moved) {
        (0..=2, false) => MouseEventKind::Down(button),
        (0..=2, true) => MouseEventKind::Drag(button),
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    Some(MouseEvent {
        kind,
        column,
        row,
        modifiers: keys::modifiers(u32::from(what >> 2 & 7) + 1),
    })
}
