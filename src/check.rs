//! Is this number real? Compares telephone numbers and web addresses in what a reader typed with those that the guide
//! lists.
//!
//! Nothing here ever says that a number is safe: who calls can show any number. It says what the guide lists, and is
//! in doubt on the side of "not listed". Pure; knows no wording, no screen and no search.

mod address;
mod checked;
mod compare;
mod lookalike;
mod mask;
mod phone;

use std::ops::Range;

use crate::guide::{Guide, Part, SectionRef};
use crate::language::Localized;
use crate::text::phone::normalized;
use crate::text::typed::LEFT_OUT;

pub use crate::text::phone::Difference;
pub use checked::Checked;
pub use compare::{Comparison, Place, Slip, compare};
pub use lookalike::How;
pub use mask::{masked, masked_beside};

/// A number or an address in a text, and what the guide says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the text, in bytes; both ends lie between characters.
    pub range: Range<usize>,
    pub kind: Kind,
    pub verdict: Verdict,
}

/// What was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Phone,
    /// An address on the web.
    Address(Leads),
    /// One for mail. The guide is asked for its domain.
    Mail(Leads),
    /// The number of a payment card.
    Card,
}

/// Where an address leads, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leads {
    /// The host to which it really leads, in lower case. `None` where that is not clear, or it leads nowhere on the web.
    pub host: Option<String>,
    /// The same with its letters, where `xn--` hides them.
    pub letters: Option<String>,
}

/// What the guide says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Listed {
        /// As the guide writes it: a number, or the domain that an address is under.
        as_written: String,
        /// The desks that are called by it, as indices.
        desks: Vec<usize>,
    },
    NotListed {
        /// A listed number that is nearly the same.
        near: Option<Near>,
    },
    /// It is not listed, but made to look like something that is.
    Lookalike { of: String, how: How },
    /// It has the digits of a listed number, or looks like it, but in signs that nobody types: of another script, in
    /// circles, struck out.
    UnusualSigns { of: String },
    /// A listed number begins so: more has to be typed.
    Incomplete,
    /// The guide lists nothing of the kind, so there is nothing to compare with.
    NothingListed,
    /// Such numbers must not be typed here, nor told to anybody.
    CardNumber,
}

/// A listed number that is not, but nearly, the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// As the guide writes it.
    pub as_written: String,
    pub difference: Difference,
}

impl Verdict {
    /// Whether the reader has to be warned.
    pub const fn warns(&self) -> bool {
        !matches!(self, Self::Listed { .. } | Self::Incomplete)
    }

    /// The name for machines.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Listed { .. } => "listed",
            Self::NotListed { .. } => "not-listed",
            Self::Lookalike { .. } => "lookalike",
            Self::UnusualSigns { .. } => "unusual-signs",
            Self::Incomplete => "incomplete",
            Self::NothingListed => "nothing-listed",
            Self::CardNumber => "card-number",
        }
    }
}

impl Kind {
    /// The name for machines.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Address(_) => "address",
            Self::Mail(_) => "mail",
            Self::Card => "card",
        }
    }
}

/// Everything in a text that is, or looks like, a telephone number, a web address or a card number, in order. Nothing
/// for a text without any, at the price of one look at its characters, and nothing where the guide has nothing to compare with.
pub fn check(guide: &Guide, text: &str) -> Vec<Finding> {
    if !guide.has(Part::Checks) {
        return Vec::new();
    }
    let mut findings = address::find(guide, text);
    let addresses: Vec<Range<usize>> = findings.iter().map(|found| host(text, found)).collect();
    findings.extend(phone::find(guide, text, &addresses));
    findings.sort_by_key(|found| found.range.start);
    for found in &mut findings {
        let rest = text[found.range.end..].trim_start();
        if matches!(found.verdict, Verdict::Listed { .. }) && rest.starts_with(LEFT_OUT) {
            // What did not fit into the field may belong to it.
            found.verdict = Verdict::NotListed { near: None };
        }
    }
    findings
}

/// What of an address is no telephone number: of a sender all but the name, which may be one.
fn host(text: &str, address: &Finding) -> Range<usize> {
    let Range { start, end } = address.range;
    let name = match address.kind {
        Kind::Mail(_) => text[start..end].rfind(['@', '＠']).unwrap_or_default(),
        _ => 0,
    };
    start + name..end
}

/// The sections that a guide has for whoever doubts what was found in a text: before all else where somebody is to be warned,
/// and where nothing else is known.
pub fn to_read_first<'a>(
    guide: &'a Guide,
    findings: &[Finding],
    nothing_else: bool,
) -> &'a [SectionRef] {
    let warns = findings.iter().any(|finding| finding.verdict.warns());
    if warns || nothing_else && !findings.is_empty() {
        &guide.fraud_sections
    } else {
        &[]
    }
}

/// The desks that are called by a number, as indices.
pub fn called_by(guide: &Guide, number: &str) -> Vec<usize> {
    let digits = normalized(number);
    let calls = |&desk: &usize| {
        let mut values = guide.desks[desk].phones().flat_map(Localized::iter);
        digits.is_some() && values.any(|(_, value)| normalized(value) == digits)
    };
    (0..guide.desks.len()).filter(calls).collect()
}

/// A text in which no card number can be read: `•` stands for its digits.
pub fn without_cards(text: &str, findings: &[Finding]) -> String {
    let cards = findings.iter().filter(|found| found.kind == Kind::Card);
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for card in cards {
        shown.push_str(&text[at..card.range.start]);
        let hidden = text[card.range.clone()].chars();
        shown.extend(hidden.map(|c| if c.is_alphanumeric() { '•' } else { c }));
        at = card.range.end;
    }
    shown.push_str(&text[at..]);
    shown
}

#[cfg(test)]
mod tests;
