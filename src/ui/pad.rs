//! The pad of digits, for whoever has no keyboard.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{footer, put};
use crate::app::Spot;
use crate::frame::keys::Code::Backspace;
use crate::frame::keys::key;
use crate::frame::layout::Area;

/// Its keys: the last one deletes.
const KEYS: [char; 12] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '⌫'];

/// The rectangles of its keys, in the order of [`KEYS`].
fn places(area: Area) -> impl Iterator<Item = (char, Rect)> {
    let area = Rect::from(area);
    let count = u16::try_from(KEYS.len()).unwrap_or(1);
    let wide = (area.width / count).clamp(3, 7);
    let from = area.x + (area.width - wide * count) / 2;
    (0..).zip(KEYS).map(move |(n, sign)| {
        let place = Rect {
            x: from + n * wide,
            width: wide,
            ..area
        };
        (sign, place)
    })
}

pub fn view(theme: &Theme, area: Area, buffer: &mut Buffer) {
    for (sign, place) in places(area) {
        let sign = sign.to_string();
        if place.height >= 3 {
            footer::button(&sign, theme.strong, theme, place, buffer);
        } else {
            put(buffer, place, 0, place.width / 2, &sign, theme.strong);
        }
    }
}

/// What a column of it types.
pub fn hit(area: Area, column: u16) -> Option<Spot> {
    let mut places = places(area);
    let (sign, _) = places.find(|(_, place)| (place.x..place.x + place.width).contains(&column))?;
    Some(if sign == '⌫' {
        Spot::Hint(key(Backspace))
    } else {
        Spot::Digit(sign)
    })
}
