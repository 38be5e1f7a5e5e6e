//! The numbers that the guide lists.

use crate::check::{Verdict, called_by};
use crate::guide::Guide;
use crate::text::phone::{Group, normalized};

/// A listed number.
pub(super) struct Listed<'a> {
    pub as_written: String,
    /// As [`normalized`] gives it.
    pub digits: String,
    guide: &'a Guide,
}

impl Listed<'_> {
    pub fn verdict(&self) -> Verdict {
        Verdict::Listed {
            as_written: self.as_written.clone(),
            desks: called_by(self.guide, &self.as_written),
        }
    }
}

pub(super) struct Numbers<'a>(Vec<Listed<'a>>);

impl<'a> Numbers<'a> {
    pub fn of(guide: &'a Guide) -> Self {
        let listed = |as_written: &String| {
            Some(Listed {
                as_written: as_written.clone(),
                digits: normalized(as_written)?,
                guide,
            })
        };
        Self(guide.official_numbers.iter().filter_map(listed).collect())
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Listed<'a>> {
        self.0.iter()
    }

    /// The one with these digits.
    pub fn find(&self, digits: &str) -> Option<&Listed<'a>> {
        self.0.iter().find(|listed| listed.digits == digits)
    }

    /// The one that these digits are with the number of its country before it, but no plus: as many telephones show who
    /// calls.
    pub fn abroad(&self, digits: &str) -> Option<&Listed<'a>> {
        let domestic = digits
            .strip_prefix("81")
            .map(|rest| rest.strip_prefix('0').unwrap_or(rest));
        self.0.iter().find(|listed| {
            let (foreign, own) = (
                listed.digits.strip_prefix('+'),
                listed.digits.strip_prefix('0'),
            );
            foreign == Some(digits) || own.is_some() && own == domestic
        })
    }

    /// The short one (`188`, `#9110`) that a group is. Where none is listed, nothing is said of short numbers: the
    /// police have one.
    pub fn short(&self, text: &str, group: &Group) -> Option<&Listed<'a>> {
        let before = text[..group.range.start].chars().next_back();
        let sign = matches!(before, Some('#' | '＃' | '♯'));
        let short = if sign {
            format!("#{}", group.digits)
        } else {
            group.digits.clone()
        };
        let listed = self.find(&short)?;
        (!group.plus && (sign || group.digits.len() == 3)).then_some(listed)
    }

    /// Whether a listed number begins so, and has more digits.
    pub fn begin_with(&self, digits: &str, least: usize) -> bool {
        let begins = |listed: &Listed| listed.digits.starts_with(digits) && listed.digits != digits;
        digits.len() >= least && self.0.iter().any(begins)
    }
}
