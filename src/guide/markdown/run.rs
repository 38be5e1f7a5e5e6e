//! Running text between two elements: pieces of the source as long as that goes, else a text of its own, cleaned; and how
//! lines of it are joined.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::text::clean::clean;

/// A piece of running text.
pub(super) enum Piece<'a> {
    /// A part of the source.
    Text(&'a str),
    Other(String),
    /// For the end of a line.
    Space,
}

/// Running text, taken.
pub(super) enum Taken<'a> {
    Nothing,
    /// Its pieces stand in the source as they are to be shown.
    OfSource(Vec<Piece<'a>>),
    /// It has to be kept beside the source.
    Other(String),
}

/// Running text that is still to come to its end: it is cleaned only when it is whole, for a character written as an entity
/// arrives in a piece of its own.
pub(super) struct Run<'a> {
    source: &'a str,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Run<'a> {
    /// An empty one of this source.
    pub const fn new(source: &'a str) -> Self {
        Self {
            source,
            pieces: Vec::new(),
        }
    }

    pub const fn source(&self) -> &'a str {
        self.source
    }

    /// Where a text stands in the source, if it is a part of it and not only the same.
    pub fn place(&self, text: &str) -> Option<Range<usize>> {
        let from = (text.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        let to = from + text.len();
        (to <= self.source.len()).then_some(from..to)
    }

    /// More of it.
    pub fn push(&mut self, text: CowStr<'a>) {
        // The parser cuts texts at signs that turn out to be no markup.
        let before = match self.pieces.last() {
            Some(Piece::Text(before)) => self.place(before),
            _ => None,
        };
        let here = self.place(&text);
        match (text, self.pieces.last_mut()) {
            (text, Some(Piece::Other(before))) => before.push_str(&text),
            (CowStr::Borrowed(text), Some(last)) => match (before, here) {
                (Some(before), Some(here)) if before.end == here.start => {
                    *last = Piece::Text(&self.source[before.start..here.end]);
                }
                _ => self.pieces.push(Piece::Text(text)),
            },
            (CowStr::Borrowed(text), None) => self.pieces.push(Piece::Text(text)),
            (text, _) => self.pieces.push(Piece::Other(text.into_string())),
        }
    }

    /// For the end of a line.
    pub fn push_space(&mut self) {
        self.pieces.push(Piece::Space);
    }

    /// What has come so far, as what can become parts; of code as it stands, without empty lines around it.
    pub fn take(&mut self, is_code: bool) -> Taken<'a> {
        let mut pieces = std::mem::take(&mut self.pieces);
        if is_code {
            strip_empty_lines(&mut pieces);
        }
        if pieces.is_empty() {
            return Taken::Nothing;
        }
        if pieces.iter().all(|piece| self.is_of_source(piece)) {
            return Taken::OfSource(pieces);
        }
        let mut text = Cow::Owned(pieces.iter().map(Piece::text).collect::<String>());
        if is_code {
            text = Cow::Owned(clean(&untabbed(&text)).into_owned());
        } else {
            tidy(&mut text);
        }
        if text.is_empty() {
            Taken::Nothing
        } else {
            Taken::Other(text.into_owned())
        }
    }

    /// Whether a piece can be shown as it stands in the source. A space can be made wherever it is.
    fn is_of_source(&self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Text(text) => {
                self.place(text).is_some() && matches!(clean(text), Cow::Borrowed(_))
            }
            Piece::Other(_) => false,
            Piece::Space => true,
        }
    }
}

impl Piece<'_> {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Other(text) => text,
            Self::Space => " ",
        }
    }

    /// Leaves only a part of it.
    fn cut(&mut self, range: Range<usize>) {
        match self {
            Self::Text(text) => *text = &text[range],
            Self::Other(text) => {
                text.truncate(range.end);
                text.drain(..range.start);
            }
            Self::Space => {}
        }
    }
}

/// Empty lines around code are no part of it, nor is the end of its last line.
fn strip_empty_lines(pieces: &mut Vec<Piece<'_>>) {
    while let Some(first) = pieces.first_mut() {
        let text = first.text();
        let begin = text.len() - text.trim_start().len();
        let lines = text[..begin].rfind('\n').map_or(0, |end| end + 1);
        first.cut(lines..text.len());
        if !first.text().is_empty() {
            break;
        }
        pieces.remove(0);
    }
    while let Some(last) = pieces.last_mut() {
        let text = last.text();
        let end = text.trim_end().len();
        if end > 0 {
            let line = text[end..].find('\n').map_or(text.len(), |line| end + line);
            last.cut(0..line);
            break;
        }
        pieces.pop();
    }
}

/// Code with spaces in the place of tabs, as far as the next fourth column.
fn untabbed(code: &str) -> Cow<'_, str> {
    if !code.contains('\t') {
        return Cow::Borrowed(code);
    }
    let mut spaced = String::with_capacity(code.len() + code.len() / 8);
    let mut column = 0;
    for c in code.chars() {
        match c {
            '\t' => {
                let wide = 4 - column % 4;
                spaced.push_str(&"    "[..wide]);
                column += wide;
            }
            '\n' => {
                spaced.push(c);
                column = 0;
            }
            c => {
                spaced.push(c);
                column += 1;
            }
        }
    }
    Cow::Owned(spaced)
}

/// Cleans running text, in which a line break (only an entity can bring one) is a space.
pub(super) fn tidy(text: &mut Cow<'_, str>) {
    if let Cow::Owned(cleaned) = clean(text) {
        *text = Cow::Owned(cleaned);
    }
    if text.contains('\n') {
        *text = Cow::Owned(text.replace('\n', " "));
    }
}

/// Whether two lines are joined without a space.
pub(super) fn joins(last: char, first: char) -> bool {
    joins_lines(last) && joins_lines(first)
}

/// Whether a line that ends or begins with this character joins its neighbour without a space: Japanese and Chinese
/// script, their punctuation and full-width forms. Korean is written with spaces.
pub(super) fn joins_lines(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{30FF}'
        | '\u{31C0}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFD}'
    )
}
