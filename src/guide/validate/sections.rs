//! An article's body → its sections, by lines: a section begins with a line `## …` that is neither in a code block nor
//! in a comment.

/// A section as it is written.
pub(super) struct RawSection<'a> {
    /// The heading's line, with its `##`.
    pub heading: &'a str,
    /// 1-based.
    pub line: usize,
    pub body: &'a str,
}

/// An article's body in pieces.
#[derive(Default)]
pub(super) struct Split<'a> {
    /// What stands before the first section.
    pub preamble: &'a str,
    pub sections: Vec<RawSection<'a>>,
    /// Lines with a level-1 heading.
    pub titles: Vec<usize>,
    /// Lines that look like a section's heading, but lack the space.
    pub unspaced: Vec<usize>,
    /// The line of a code block or comment that never ends.
    pub open: Option<(usize, &'static str)>,
}

/// Splits a body that begins on the 1-based `first_line`.
pub(super) fn split(body: &str, first_line: usize) -> Split<'_> {
    let mut split = Split::default();
    let mut block: Option<(usize, Block)> = None;
    let mut at = 0;
    // Where the body of the section before ends: at the next heading.
    let mut open: Option<(usize, &str, usize)> = None;
    for (index, line) in body.split_inclusive('\n').enumerate() {
        let number = first_line + index;
        if let Some((_, inside)) = &block {
            if inside.ends_with(line) {
                block = None;
            }
        } else if let Some(begun) = Block::begun_by(line) {
            block = Some((number, begun));
        } else if level(line) == Some(2) {
            split.close(open.replace((number, line, at + line.len())), body, at);
        } else {
            split.look_at(line, number);
        }
        at += line.len();
    }
    split.close(open, body, at);
    split.open = block.map(|(line, block)| (line, block.name()));
    split
}

impl<'a> Split<'a> {
    fn close(&mut self, open: Option<(usize, &'a str, usize)>, body: &'a str, end: usize) {
        match open {
            Some((line, heading, start)) => self.sections.push(RawSection {
                heading: heading.trim_end(),
                line,
                body: &body[start..end],
            }),
            None => self.preamble = &body[..end],
        }
    }

    fn look_at(&mut self, line: &str, number: usize) {
        if level(line) == Some(1) {
            self.titles.push(number);
        }
        if line.starts_with("##") && level(line).is_none() {
            self.unspaced.push(number);
        }
    }
}

/// The level of a heading written with `#`.
fn level(line: &str) -> Option<usize> {
    let text = unindented(line)?;
    let level = text.bytes().take_while(|&c| c == b'#').count();
    let spaced = text[level..].starts_with([' ', '\t', '\n']) || text.len() == level;
    (spaced && (1..=6).contains(&level)).then_some(level)
}

/// The line without its indentation, unless that makes it code.
fn unindented(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(' ');
    (line.len() - text.len() <= 3).then_some(text)
}

/// Lines that are not to be looked at.
enum Block {
    /// A code block between lines of this character, at least this many.
    Code(u8, usize),
    Comment,
}

impl Block {
    fn begun_by(line: &str) -> Option<Self> {
        let text = unindented(line)?;
        if text.starts_with("<!--") && !text.contains("-->") {
            return Some(Self::Comment);
        }
        let mark = text.bytes().next().filter(|c| b"`~".contains(c))?;
        let length = text.bytes().take_while(|&c| c == mark).count();
        let fence = length >= 3 && !(mark == b'`' && text[length..].contains('`'));
        fence.then_some(Self::Code(mark, length))
    }

    fn ends_with(&self, line: &str) -> bool {
        match *self {
            Self::Comment => line.contains("-->"),
            Self::Code(mark, length) => unindented(line)
                .map(str::trim_end)
                .is_some_and(|text| text.len() >= length && text.bytes().all(|c| c == mark)),
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Code(..) => "code block",
            Self::Comment => "comment",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(body: &str) -> Vec<(usize, &str)> {
        let split = split(body, 1);
        split
            .sections
            .iter()
            .map(|section| (section.line, section.heading))
            .collect()
    }

    #[test]
    fn sections_begin_at_their_headings() {
        let split = split("before\n## a {#a}\none\n\n### sub\n## b {#b}\n", 10);
        assert_eq!(split.preamble, "before\n");
        let bodies: Vec<_> = split
            .sections
            .iter()
            .map(|section| (section.line, section.body))
            .collect();
        assert_eq!(bodies, [(11, "one\n\n### sub\n"), (15, "")]);
    }

    #[test]
    fn code_and_comments_hold_no_headings() {
        assert_eq!(
            headings("## a\n```\n## b\n``\n````\n## c"),
            [(1, "## a"), (6, "## c")]
        );
        assert_eq!(headings("~~~ md\n## a\n```\n~~~\n## b"), [(5, "## b")]);
        assert_eq!(
            headings("<!--\n## a\n-->\n## b\n<!-- c -->\n## d"),
            [(4, "## b"), (6, "## d")]
        );
        assert_eq!(headings("    ## code\n   ## a"), [(2, "   ## a")]);
        assert_eq!(headings("`` ` ``\n``` a`b\n## a"), [(3, "## a")]);
    }

    #[test]
    fn what_nearly_is_a_heading_is_told() {
        let split = split("##a\n## b\n# c\n```\n##d\n", 1);
        assert_eq!((split.unspaced, split.titles), (vec![1], vec![3]));
        assert_eq!(split.open, Some((4, "code block")));
    }
}
