//! The digits of a text, in the groups in which they stand.

use std::ops::Range;

/// Ends a block of a text: nothing in one block belongs to a number in another, unless together they are an official
/// one or nearly one. No text that was cleaned holds it.
pub const BLOCK_END: char = '\u{2029}';

/// White space within a line.
pub(super) const BLANKS: [char; 2] = [' ', '\u{3000}'];

/// What digits look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// As everybody types them.
    #[default]
    Plain,
    /// Some of them are letters: `O120`.
    Letters,
    /// Some are of other scripts, struck out, or are no digits at all.
    Unusual,
    /// Some are in circles, as items of a list are numbered: `①`.
    Enclosed,
}

/// What stands between a group and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// A few separators, such as stand in a number.
    Tight,
    /// Punctuation, many signs, the end of a line.
    Loose,
    /// Some words.
    Words,
    /// The end of a block.
    Block,
    /// More than that, or nothing.
    Break,
}

/// Digits that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// A plus sign stands before it.
    pub plus: bool,
    /// Its digits, among all of the text.
    pub digits: Range<usize>,
    /// Where it stands in the text.
    pub range: Range<usize>,
    pub joint: Joint,
    /// How many characters that is, a tag as one.
    pub gap: usize,
    pub look: Look,
}

impl Group {
    pub const fn len(&self) -> usize {
        self.digits.end - self.digits.start
    }
}

/// All digits of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Digits {
    /// Their values, as ASCII; `?` where nobody knows it.
    pub values: String,
    /// What they look like, where that is something else.
    pub seen: String,
    pub groups: Vec<Group>,
}

impl Digits {
    /// The digits of these groups, which follow each other.
    pub fn of(&self, groups: Range<usize>) -> &str {
        &self.values[self.span(groups)]
    }

    /// What they look like.
    pub fn seen(&self, groups: Range<usize>) -> &str {
        &self.seen[self.span(groups)]
    }

    /// The digits of these groups, with a space between groups.
    pub fn grouped(&self, groups: Range<usize>) -> String {
        let each: Vec<&str> = groups.map(|at| self.of(at..at + 1)).collect();
        each.join(" ")
    }

    fn span(&self, groups: Range<usize>) -> Range<usize> {
        match self.groups.get(groups) {
            Some([first, .., last]) => first.digits.start..last.digits.end,
            Some([only]) => only.digits.clone(),
            _ => 0..0,
        }
    }

    /// Those of the groups that are wanted, as if the others were not there.
    pub fn only(&self, wanted: impl Fn(usize) -> bool) -> (Self, Vec<usize>) {
        let mut kept = Self::default();
        let mut places = Vec::new();
        let (mut joint, mut gap) = (Joint::Tight, 0);
        for (at, group) in self.groups.iter().enumerate() {
            joint = joint.max(group.joint);
            gap += group.gap;
            if !wanted(at) {
                continue;
            }
            let start = kept.values.len();
            kept.values.push_str(self.of(at..at + 1));
            kept.seen.push_str(self.seen(at..at + 1));
            kept.groups.push(Group {
                digits: start..kept.values.len(),
                joint: std::mem::replace(&mut joint, Joint::Tight),
                gap: std::mem::take(&mut gap),
                ..group.clone()
            });
            places.push(at);
        }
        (kept, places)
    }
}
