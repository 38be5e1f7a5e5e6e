//! A body that is too long for one page → several, each with what it stands in opened anew: a list goes on with its next item,
//! a table below its header.

use std::ops::Range;

use super::body::{Body, Part, PartKind, offset};

/// So many characters of one text are looked at for the end of a word.
const NEAR: usize = 200;

/// Setting a block or a piece of text takes as long as reading so many bytes.
const PIECE: usize = 5;

/// How much setting so many bytes in so many pieces takes.
pub(in crate::guide) fn cost(bytes: usize, pieces: usize) -> usize {
    bytes.max(PIECE * pieces)
}

impl Body {
    /// How much it takes to set it.
    pub(in crate::guide) fn cost(&self) -> usize {
        cost(self.len(), self.pieces())
    }

    /// The same body in parts that take about so much each, with every word of it.
    pub(in crate::guide) fn divided(self, most: usize) -> Vec<Self> {
        if self.cost() <= most {
            return vec![self];
        }
        let mut divider = Divider {
            body: &self,
            most,
            last: 0,
            bodies: Vec::new(),
            open: Vec::new(),
            piece: Piece::default(),
        };
        divider.add_all(0..self.pieces());
        divider.end_piece(self.len());
        divider.bodies
    }
}

/// What will be one of the bodies.
#[derive(Default)]
struct Piece {
    parts: Vec<Part>,
    others: String,
    bytes: usize,
    /// Where in the source the first of its texts stands.
    from: Option<usize>,
    /// More is in it than what is open around it.
    is_begun: bool,
}

/// A part that is open around the present place.
#[derive(Clone, Copy)]
struct Open {
    /// Its place in the whole, and in the piece.
    part: usize,
    place: usize,
    /// Where in the piece what is in it begins.
    inner: usize,
    /// How many parts that are in it are done.
    done: u32,
}

struct Divider<'a> {
    body: &'a Body,
    most: usize,
    /// Where in the source the last text ends.
    last: usize,
    bodies: Vec<Body>,
    /// The outermost first.
    open: Vec<Open>,
    piece: Piece,
}

impl Divider<'_> {
    fn add_all(&mut self, range: Range<usize>) {
        let body = self.body;
        for at in body.inner(range) {
            self.add(at);
            if let Some(open) = self.open.last_mut() {
                open.done = open.done.saturating_add(1);
            }
        }
    }

    fn add(&mut self, at: usize) {
        let parts = at..self.body.end(at);
        let texts = self.body.parts[parts.clone()].iter();
        let own = cost(texts.map(length).sum(), parts.len());
        let filled = cost(self.piece.bytes, self.piece.parts.len());
        let kind = self.body.parts[at].kind;
        if filled + own <= self.most {
            self.copy(parts);
        } else if own <= self.most || !may_be_cut(kind) {
            self.cut();
            self.copy(parts);
        } else if kind.is_text() {
            self.add_text(at);
        } else {
            let place = self.piece.parts.len();
            self.begin(at, false);
            // Its title comes once: it stays though nothing comes behind it here.
            let inner = match kind {
                PartKind::Titled => place + 1,
                _ => self.piece.parts.len(),
            };
            self.open.push(Open {
                part: at,
                place,
                inner,
                done: 0,
            });
            self.add_all(self.content(at));
            if let Some(open) = self.open.pop() {
                self.close(open.place);
            }
        }
    }

    /// A text that is longer than a piece, in several.
    fn add_text(&mut self, at: usize) {
        let Part { kind, from, .. } = self.body.parts[at];
        let text = self.body.text(at);
        let mut start = 0;
        while start < text.len() {
            let end = end_of_word(text, start, start + self.most);
            self.cut();
            let kind = match kind {
                PartKind::NextLine if start > 0 => PartKind::Text,
                kind => kind,
            };
            let (from, to) = (from as usize + start, from as usize + end);
            self.piece.is_begun = true;
            self.push(Part {
                kind,
                from: offset(from),
                to: offset(to),
            });
            start = end;
        }
    }

    /// Adds parts as they are, with all that is in them.
    fn copy(&mut self, parts: Range<usize>) {
        self.piece.is_begun = true;
        let shift = self.piece.parts.len();
        let body = self.body;
        for part in &body.parts[parts.clone()] {
            let mut part = *part;
            if !part.kind.is_text() {
                part.to = offset(part.to as usize - parts.start + shift);
            }
            self.push(part);
        }
    }

    /// Adds a part, a text with its words.
    fn push(&mut self, mut part: Part) {
        self.piece.bytes += length(&part);
        let Part { kind, from, to } = part;
        let (from, to) = (from as usize, to as usize);
        let in_source = matches!(kind, PartKind::Text | PartKind::NextLine);
        if in_source && from >= self.last {
            let begin = self.begins_at(from);
            self.piece.from.get_or_insert(begin);
            self.last = to;
        } else if kind.is_text() {
            // A footnote stands anywhere in the source, and what is open again far before this piece.
            let texts = if in_source {
                self.body.source()
            } else {
                &self.body.others
            };
            let others = &mut self.piece.others;
            part.kind = PartKind::Other;
            part.from = offset(others.len());
            if kind == PartKind::NextLine {
                others.push(' ');
            }
            others.push_str(texts.get(from..to).unwrap_or_default());
            part.to = offset(others.len());
        }
        self.piece.parts.push(part);
    }

    /// Where the source of a piece begins of which the first text stands here: behind the last empty line, or in the line
    /// behind the text before.
    fn begins_at(&self, text: usize) -> usize {
        if self.piece.from.is_some() {
            return text;
        }
        let gap = self.body.source().get(self.last..text).unwrap_or_default();
        let line = gap.rfind("\n\n").map(|at| at + 2);
        let line = line.or_else(|| gap.find('\n').map(|at| at + 1));
        line.map_or(text, |line| self.last + line)
    }

    /// Opens a part, with what each piece of it needs. Of something titled only the first has its title.
    fn begin(&mut self, at: usize, again: bool) {
        let mut part = self.body.parts[at];
        let head = at + 1..self.content(at).start;
        let titled = part.kind == PartKind::Titled;
        if titled && again {
            part.kind = PartKind::Quote;
            self.piece.parts.push(part);
            return;
        }
        self.piece.parts.push(part);
        let is_begun = self.piece.is_begun || titled;
        self.copy(head);
        self.piece.is_begun = is_begun;
    }

    /// What is in a part and may be cut: all but its title, its language or its header.
    fn content(&self, at: usize) -> Range<usize> {
        let is_table = self.body.parts[at].kind == PartKind::Table;
        let is_head = |&(n, part): &(usize, usize)| match self.body.parts[part].kind {
            PartKind::Title | PartKind::CodeLanguage | PartKind::CodeTitle => true,
            PartKind::Row => is_table && n == 0,
            _ => false,
        };
        let inner = self.body.within(at).enumerate();
        let head = inner.take_while(is_head).last();
        let start = head.map_or(at + 1, |(_, head)| self.body.end(head));
        start..self.body.end(at)
    }

    fn close(&mut self, place: usize) {
        self.piece.parts[place].to = offset(self.piece.parts.len());
    }

    /// A new piece begins here, unless one does already.
    fn cut(&mut self) {
        if !self.piece.is_begun {
            return;
        }
        self.end_piece(self.last);
        for at in 0..self.open.len() {
            let Open { part, done, .. } = self.open[at];
            let place = self.piece.parts.len();
            self.begin(part, true);
            let part = &mut self.piece.parts[place];
            if part.kind == PartKind::Ordered {
                part.from = part.from.saturating_add(done);
            }
            self.open[at].place = place;
            self.open[at].inner = self.piece.parts.len();
        }
    }

    /// What has been added becomes a body, whose source ends here.
    fn end_piece(&mut self, end: usize) {
        for at in (0..self.open.len()).rev() {
            let Open { place, inner, .. } = self.open[at];
            if self.piece.parts.len() == inner {
                self.piece.parts.truncate(place);
            } else {
                self.close(place);
            }
        }
        let mut piece = std::mem::take(&mut self.piece);
        let from = piece.from.unwrap_or(end);
        for part in &mut piece.parts {
            if matches!(part.kind, PartKind::Text | PartKind::NextLine) {
                part.from -= offset(from);
                part.to -= offset(from);
            }
        }
        let source = self.body.source().get(from..end).unwrap_or_default();
        self.bodies
            .push(Body::new(source, piece.parts, piece.others));
    }
}

/// How many bytes of text a part has, with the end of its line.
fn length(part: &Part) -> usize {
    let Part { kind, from, to } = *part;
    if kind.is_text() {
        to.saturating_sub(from) as usize + 1
    } else {
        0
    }
}

/// Whether what is in a part may stand in several of its kind.
const fn may_be_cut(kind: PartKind) -> bool {
    !matches!(
        kind,
        PartKind::Heading(_)
            | PartKind::Title
            | PartKind::Row
            | PartKind::Cell
            | PartKind::CodeLanguage
            | PartKind::CodeTitle
            | PartKind::Link
            | PartKind::Image
            | PartKind::Code
            | PartKind::Rule
            | PartKind::Break
            | PartKind::Other
    )
}

/// The end of a word before a place in a text, but behind `start`; that of a character where there is none.
fn end_of_word(text: &str, start: usize, at: usize) -> usize {
    let Some(end) = (at..text.len()).find(|&at| text.is_char_boundary(at)) else {
        return text.len();
    };
    let ends = |c: char| c.is_whitespace() || matches!(c, '。' | '、');
    let before = text[start..end].char_indices().rev().take(NEAR);
    let mut ends = before.filter(|&(_, c)| ends(c));
    ends.next().map_or(end, |(at, c)| start + at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn divided(source: &str, most: usize) -> Vec<Body> {
        let bodies = Body::parse(source).divided(most);
        for body in &bodies {
            assert!(!body.is_empty(), "{bodies:?}");
        }
        bodies
    }

    fn sources(bodies: &[Body]) -> Vec<&str> {
        bodies.iter().map(|body| body.source().trim_end()).collect()
    }

    #[test]
    fn what_is_short_stays_whole() {
        assert_eq!(divided("- a\n- b\n", 1000), [Body::parse("- a\n- b\n")]);
    }

    #[test]
    fn blocks_and_items_are_kept_whole() {
        let bodies = divided("one\n\ntwo\n\n- a\n- b\n- c\n\nend", 20);
        assert_eq!(sources(&bodies), ["one\n\ntwo", "- a", "- b", "- c", "end"]);
    }

    #[test]
    fn what_is_cut_is_opened_again() {
        for (most, source, pieces) in [
            (25, "7. a\n8. b\n9. c", ["7. a", "8. b", "9. c"]),
            (20, "> a\n>\n> b\n>\n> c", ["> a", "> b", "> c"]),
            (
                60,
                "|h|i|\n|-|:-|\n|a|b|\n|c|d|\n|e|f|",
                [
                    "|h|i|\n|-|:-|\n|a|b|",
                    "|h|i|\n|-|:-|\n|c|d|",
                    "|h|i|\n|-|:-|\n|e|f|",
                ],
            ),
            (
                20,
                "> [!NOTE]\n> a\n>\n> b\n>\n> c",
                ["> [!NOTE]\n> a", "> [!NOTE]\n> b", "> [!NOTE]\n> c"],
            ),
            (35, "- - a\n  - b\n  - c", ["- - a", "- - b", "- - c"]),
        ] {
            let bodies = divided(source, most);
            let blocks: Vec<_> = bodies.iter().map(Body::blocks).collect();
            let expected: Vec<_> = pieces.map(|piece| Body::parse(piece).blocks()).into();
            assert_eq!(blocks, expected, "{source}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_its_words() {
        let bodies = divided("the quick brown fox jumps over the lazy dog", 20);
        assert_eq!(
            sources(&bodies),
            ["the quick brown fox", "jumps over the lazy", "dog"]
        );
        let bodies = divided(&"解約".repeat(10), 20);
        assert_eq!(bodies.len(), 3);
    }

    #[test]
    fn no_word_is_lost() {
        let source = "one *two **three*** [four](x) `five`\nsix[^n]\n\n1. seven\n\n   ```rs\n   eight\n   nine\n   ```\n2. ten\n   - ![eleven](a.png)\n\n| a | b |\n|---|---|\n| twelve | thirteen |\n\nfourteen &amp; fifteen  \nsixteen\n\n[^n]: seventeen\n\n<details><summary>eighteen</summary>\n\nnineteen\n\ntwenty\n</details>\n";
        let all = Body::parse(source).plain_text();
        for most in 1..300 {
            let bodies = divided(source, most);
            let texts: Vec<String> = bodies.iter().map(Body::plain_text).collect();
            let words = texts.join("\n");
            for word in all.split_whitespace() {
                assert!(words.contains(word) || most < 10, "{word} {most}: {words}");
            }
            let whole: String = bodies.iter().map(Body::source).collect();
            assert!(whole.len() <= source.len(), "{most}");
        }
    }
}
