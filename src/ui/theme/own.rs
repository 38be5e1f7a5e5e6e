//! Colours of somebody's own in the place of those of a theme.

use ratatui::style::Color;

use super::choice::{Colours, Surroundings};
use super::palette::Palette;

/// What has a colour of its own, by the names that a configuration has for them.
pub const NAMES: [&str; 12] = [
    "accent",
    "dim",
    "rule",
    "mark",
    "mark-background",
    "selection",
    "selection-text",
    "bar",
    "bar-text",
    "open",
    "limited",
    "warning",
];

/// The names of the first 16 colours.
const COLOURS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("grey", Color::Gray),
    ("dark-grey", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("white", Color::White),
];

/// A colour for each of [`NAMES`], where somebody wants one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Own([Option<Color>; NAMES.len()]);

impl Own {
    /// Gives something a colour. `false` where nothing is called so.
    pub fn set(&mut self, name: &str, colour: Color) -> bool {
        let at = NAMES.iter().position(|other| *other == name);
        if let Some(at) = at {
            self.0[at] = Some(colour);
        }
        at.is_some()
    }

    /// A palette with these colours, as far as the terminal has them.
    pub(super) fn over(&self, palette: &Palette, terminal: Surroundings) -> Palette {
        let mut palette = *palette;
        let places = [
            &mut palette.accent,
            &mut palette.dim,
            &mut palette.rule,
            &mut palette.mark,
            &mut palette.mark_background,
            &mut palette.selection,
            &mut palette.ink,
            &mut palette.bar,
            &mut palette.bar_ink,
            &mut palette.open,
            &mut palette.limited,
            &mut palette.warning,
        ];
        for (place, own) in places.into_iter().zip(self.0) {
            if let Some(colour) = own.and_then(|colour| shown(colour, terminal)) {
                *place = colour;
            }
        }
        palette
    }
}

/// A colour as a terminal can show it; `None` where it cannot.
fn shown(colour: Color, terminal: Surroundings) -> Option<Color> {
    match (colour, terminal.colours) {
        (Color::Rgb(..) | Color::Indexed(16..), Colours::Sixteen) => None,
        (Color::Rgb(red, green, blue), Colours::Many) if !terminal.exact => {
            Some(Color::Indexed(nearest([red, green, blue])))
        }
        (colour, _) => Some(colour),
    }
}

/// Reads a colour: a name, a number of the 256, or `#rrggbb`.
pub fn colour(written: &str) -> Option<Color> {
    if let Some(digits) = written.strip_prefix('#') {
        let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        return is_hex
            .then(|| Some(Color::Rgb(part(0)?, part(2)?, part(4)?)))
            .flatten();
    }
    if let Ok(index) = written.parse() {
        return Some(Color::Indexed(index));
    }
    let found = COLOURS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(written));
    found.map(|(_, colour)| *colour)
}

/// The names of colours, for whoever has mistyped one.
pub fn colour_names() -> impl Iterator<Item = &'static str> {
    COLOURS.iter().map(|(name, _)| *name)
}

/// The one of the 256 colours that is nearest: of the cube (16 to 231) or of the greys (232 to 255).
fn nearest(rgb: [u8; 3]) -> u8 {
    let distance = |other: [u8; 3]| -> u32 {
        let parts = rgb.iter().zip(other);
        parts
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    let colour = |index: u8| -> [u8; 3] {
        if index >= 232 {
            return [8 + 10 * (index - 232); 3];
        }
        let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
        let index = index - 16;
        [index / 36, index / 6 % 6, index % 6].map(level)
    };
    (16..=255)
        .min_by_key(|&index| distance(colour(index)))
        .unwrap_or(16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        assert_eq!(colour("bright-red"), Some(Color::LightRed));
        assert_eq!(colour("White"), Some(Color::White));
        assert_eq!(colour("114"), Some(Color::Indexed(114)));
        assert_eq!(colour("#5fd7d7"), Some(Color::Rgb(0x5f, 0xd7, 0xd7)));
        for wrong in ["", "256", "-1", "#5fd", "#gggggg", "reddish", "#ああ"] {
            assert_eq!(colour(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_terminal_is_given_what_it_can_show() {
        let mut own = Own::default();
        assert!(own.set("accent", Color::Rgb(0x5f, 0xd7, 0xd7)));
        assert!(own.set("open", Color::LightGreen));
        assert!(!own.set("acent", Color::Red));
        let palette = Palette::many(super::super::Background::Dark);
        let on = |colours, exact| {
            let terminal = Surroundings {
                colours,
                exact,
                ..Surroundings::default()
            };
            let palette = own.over(palette, terminal);
            (palette.accent, palette.open)
        };
        let exact = Color::Rgb(0x5f, 0xd7, 0xd7);
        assert_eq!(on(Colours::Many, true), (exact, Color::LightGreen));
        assert_eq!(
            on(Colours::Many, false),
            (Color::Indexed(80), Color::LightGreen)
        );
        assert_eq!(
            on(Colours::Sixteen, false),
            (palette.accent, Color::LightGreen)
        );
        assert_eq!(nearest([8, 8, 8]), 232);
        assert_eq!(nearest([255, 255, 255]), 231);
    }
}
