//! Digits of several rows, which are read from some steps away. A pixel of the small ones is half a cell, one of the large
//! ones is two cells wide.

/// How large they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Three rows, by half blocks.
    Small,
    /// Five rows, by whole blocks.
    Large,
}

impl Size {
    pub const fn rows(self) -> usize {
        match self {
            Self::Small => 3,
            Self::Large => 5,
        }
    }

    /// The columns left free between two of them.
    pub const fn gap(self) -> usize {
        match self {
            Self::Small => 1,
            Self::Large => 2,
        }
    }
}

/// The five rows of a sign, a bit for each pixel, and how many pixels it is wide. What is no digit and no sign of a number
/// or a time is a gap.
const fn pixels(c: char) -> ([u8; 5], u8) {
    match c {
        '0' => ([7, 5, 5, 5, 7], 3),
        '1' => ([6, 2, 2, 2, 7], 3),
        '2' => ([7, 1, 7, 4, 7], 3),
        '3' => ([7, 1, 7, 1, 7], 3),
        '4' => ([5, 5, 7, 1, 1], 3),
        '5' => ([7, 4, 7, 1, 7], 3),
        '6' => ([7, 4, 7, 5, 7], 3),
        '7' => ([7, 1, 1, 1, 1], 3),
        '8' => ([7, 5, 7, 5, 7], 3),
        '9' => ([7, 5, 7, 1, 7], 3),
        '-' => ([0, 0, 3, 0, 0], 2),
        ':' => ([0, 1, 0, 1, 0], 1),
        '+' => ([0, 2, 7, 2, 0], 3),
        _ => ([0; 5], 1),
    }
}

/// The rows of one sign, all as wide.
pub fn glyph(c: char, size: Size) -> Vec<String> {
    let (rows, width) = pixels(c);
    let lit = |row: usize, column: u8| {
        let row = rows.get(row).copied().unwrap_or(0);
        row >> (width - 1 - column) & 1 == 1
    };
    let cell = |row: usize, column: u8| match size {
        Size::Small => match (lit(2 * row, column), lit(2 * row + 1, column)) {
            (true, true) => "█",
            (true, false) => "▀",
            (false, true) => "▄",
            (false, false) => " ",
        },
        Size::Large if lit(row, column) => "██",
        Size::Large => "  ",
    };
    (0..size.rows())
        .map(|row| (0..width).map(|column| cell(row, column)).collect())
        .collect()
}

/// The rows of a text.
pub fn rows(text: &str, size: Size) -> Vec<String> {
    let mut rows = vec![String::new(); size.rows()];
    for (n, c) in text.chars().enumerate() {
        for (row, part) in rows.iter_mut().zip(glyph(c, size)) {
            if n > 0 {
                row.push_str(&" ".repeat(size.gap()));
            }
            row.push_str(&part);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_told_apart_and_have_one_width() {
        let small = [
            "█▀█ ▀█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█    ▄",
            "█ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█ ▀▀ ▄",
            "▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀     ",
        ];
        assert_eq!(rows("0123456789-:", Size::Small), small);
        let large = [
            "██████        ████  ",
            "██  ██          ██  ",
            "██  ██  ████    ██  ",
            "██  ██          ██  ",
            "██████        ██████",
        ];
        assert_eq!(rows("0-1", Size::Large), large);
    }
}
