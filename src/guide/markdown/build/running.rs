//! Running text and the ends of its lines.

use std::borrow::Cow;

use pulldown_cmark::CowStr;

use super::kinds::{holds_parts_alone, is_inline};
use super::{Builder, SoftBreak};
use crate::guide::markdown::body::{PartKind, offset};
use crate::guide::markdown::run::{Piece, Taken, joins, joins_lines, tidy};

impl<'a> Builder<'a> {
    pub(super) fn text(&mut self, text: CowStr<'a>) {
        let Some(first) = text.chars().next() else {
            return;
        };
        self.settle_soft_break(first);
        self.last_char = text.chars().next_back().unwrap_or(first);
        self.run.push(text);
    }

    pub(super) fn code(&mut self, code: &str) {
        let mut cleaned = Cow::Borrowed(code);
        tidy(&mut cleaned);
        let Some(first) = cleaned.chars().next() else {
            return;
        };
        self.settle_soft_break(first);
        self.last_char = cleaned.chars().next_back().unwrap_or(first);
        self.begin_inline();
        let end = offset(self.parts.len() + 2);
        self.push(PartKind::Code, 0, end);
        match self.run.place(code).filter(|_| cleaned == code) {
            Some(place) => self.push_text(PartKind::Text, place),
            None => self.push_other(&cleaned),
        };
    }

    pub(super) fn hard_break(&mut self) {
        self.soft_break = None;
        self.flush(false);
        self.begin_paragraph();
        // Between items, rows and cells there is no line to break.
        if !self.top().kind.is_some_and(holds_parts_alone) {
            self.leaf(PartKind::Break);
        }
    }

    pub(super) fn settle_soft_break(&mut self, next: char) {
        match self.soft_break.take() {
            Some(SoftBreak::Here(before)) if !joins(before, next) => {
                self.run.push_space();
            }
            Some(SoftBreak::Before(part, before)) if !joins(before, next) => {
                self.parts[part].from = offset(self.others.len());
                self.others.push(' ');
                self.parts[part].to = offset(self.others.len());
            }
            _ => {}
        }
    }

    /// An element that ends right after a line break takes the space along, or it would be lost with the frame.
    pub(super) fn settle_soft_break_of(&mut self, kind: PartKind) {
        if let Some(SoftBreak::Here(before)) = self.soft_break {
            self.soft_break = None;
            if is_inline(kind) && !joins_lines(before) {
                self.run.push_space();
            }
        }
    }

    /// Makes the running text a part, or several where it is not one piece of the source.
    pub(super) fn flush(&mut self, is_code: bool) {
        match self.run.take(is_code) {
            Taken::Nothing => {}
            Taken::OfSource(pieces) => {
                self.begin_paragraph_unless(is_code);
                self.push_pieces(&pieces);
            }
            Taken::Other(text) => {
                self.begin_paragraph_unless(is_code);
                self.push_other(&text);
            }
        }
    }

    fn begin_paragraph_unless(&mut self, is_code: bool) {
        if !is_code {
            self.begin_paragraph();
        }
    }

    fn push_pieces(&mut self, pieces: &[Piece<'_>]) {
        let mut space = false;
        for piece in pieces {
            match piece {
                Piece::Space => space = true,
                Piece::Other(_) => {}
                Piece::Text(text) => {
                    let place = self.run.place(text).unwrap_or_default();
                    let kind = if std::mem::take(&mut space) {
                        PartKind::NextLine
                    } else {
                        PartKind::Text
                    };
                    self.push_text(kind, place);
                }
            }
        }
        if space {
            self.push_other(" ");
        }
    }
}
