//! Styles as terminals are told of them: Select Graphic Rendition, ECMA-48 8.3.117.
//!
//! The first 16 colours are written by their own numbers (30–37 and 90–97), which every colour terminal knows. crossterm
//! writes them as three of 256 colours (`38;5;1`); an old terminal takes the 5 in it for a wish to blink.

use std::fmt::Write;

use ratatui::style::{Color, Modifier, Style};

/// The terminal's own style.
pub(super) const RESET: &str = "\x1b[0m";

const ATTRIBUTES: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The sequence that sets a style, whatever was set before.
pub(super) fn sgr(style: Style) -> String {
    let mut sequence = String::from("\x1b[0");
    for (modifier, number) in ATTRIBUTES {
        if style.add_modifier.contains(modifier) {
            let _ = write!(sequence, ";{number}");
        }
    }
    colour(&mut sequence, style.fg, 0);
    colour(&mut sequence, style.bg, 10);
    sequence.push('m');
    sequence
}

/// A colour of the text, or `offset` by 10 of the background.
fn colour(sequence: &mut String, colour: Option<Color>, offset: u8) {
    // Writing to a string cannot fail.
    let _ = match colour {
        None | Some(Color::Reset) => Ok(()),
        Some(Color::Indexed(index)) => write!(sequence, ";{};5;{index}", 38 + offset),
        Some(Color::Rgb(red, green, blue)) => {
            write!(sequence, ";{};2;{red};{green};{blue}", 38 + offset)
        }
        Some(named) => write!(sequence, ";{}", named_colour(named) + offset),
    };
}

const fn named_colour(colour: Color) -> u8 {
    match colour {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        // Not named.
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => 39,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_one_sequence() {
        let check =
            |style: Style, expected: &str| assert_eq!(sgr(style), format!("\x1b[{expected}m"));
        check(Style::new(), "0");
        check(Style::new().bold().underlined(), "0;1;4");
        check(
            Style::new().fg(Color::Indexed(80)).bg(Color::Indexed(236)),
            "0;38;5;80;48;5;236",
        );
        check(
            Style::new().fg(Color::LightRed).bg(Color::Blue).reversed(),
            "0;7;91;44",
        );
        check(Style::new().fg(Color::Black).bg(Color::White), "0;30;107");
        check(Style::new().fg(Color::Rgb(1, 2, 3)), "0;38;2;1;2;3");
        check(Style::reset(), "0");
    }
}
