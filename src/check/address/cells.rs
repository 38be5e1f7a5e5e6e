//! The characters of a text as they count in addresses: `\` is `/`, and characters such as `ｎ` and `。` are those that they
//! stand for, as is `[.]`, which people write so that nobody follows an address.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::text::clean::is_hidden;

/// A character of a text, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub c: char,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// No address goes on here, as people read it.
    pub ends: bool,
    /// A dot that ends sentences too.
    pub is_ideographic: bool,
}

impl Cell {
    /// Kana, kanji and the like.
    pub fn is_wide(&self) -> bool {
        self.c >= '\u{2E80}'
    }
}

/// Signs in brackets that stand for themselves.
const DISARMED: [(&str, char); 5] = [
    (".", '.'),
    ("dot", '.'),
    (":", ':'),
    ("@", '@'),
    ("at", '@'),
];

pub(super) fn cells(text: &str) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| !is_hidden(c)) {
        let ends = c.is_whitespace()
            || c.is_control()
            || "<>\"`「」『』【】〈〉《》〔〕（）、，！？“”‘’«»‹›⟨⟩⋯｢｣､".contains(c);
        let range = at..at + c.len_utf8();
        for folded in std::iter::once(c).nfkc() {
            let c = match folded {
                '。' => '.',
                '\\' => '/',
                other => other,
            };
            cells.push(Cell {
                c,
                range: range.clone(),
                ends,
                is_ideographic: folded == '。',
            });
        }
        disarmed(&mut cells);
    }
    cells
}

/// Puts a sign in the place of that sign in brackets, if the cells end so.
fn disarmed(cells: &mut Vec<Cell>) {
    let Some(closing) = cells.last().filter(|cell| ")]}".contains(cell.c)) else {
        return;
    };
    let (end, last) = (closing.range.end, cells.len() - 1);
    for (spelling, c) in DISARMED {
        let Some(opening) = last.checked_sub(spelling.len() + 1) else {
            continue;
        };
        let inner = cells[opening + 1..last].iter();
        let same = inner
            .map(|cell| cell.c.to_ascii_lowercase())
            .eq(spelling.chars());
        if same && "([{".contains(cells[opening].c) {
            cells.truncate(opening + 1);
            cells[opening] = Cell {
                c,
                range: cells[opening].range.start..end,
                ends: false,
                is_ideographic: false,
            };
            return;
        }
    }
}
