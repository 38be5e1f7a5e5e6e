//! How an address imitates another. The kinds are those that readers are sent: the real name with another one behind
//! it, other characters of the same look, a slip of a finger, another ending.

use unicode_security::skeleton;

use super::address::{Candidate, Host};
use crate::text::distance::edits;
use crate::text::host::own_label;

/// How something is made to look like what is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// `O120` for `0120`.
    LettersForDigits,
    /// Characters of the same look: `nеtflix` with a Cyrillic е, `netfIix`, `paypa1`.
    Characters,
    /// The name is a part of another: `netflix.com.example`, `netflix-login.example`.
    Part,
    /// The name stands before `@`, the address leads to what stands behind it.
    User,
    /// The same name with another ending: `netflix.co`.
    Ending,
    /// One letter more, less or other, or two swapped: `netfliix.com`.
    Typo,
    /// The name stands behind the host, where anybody can write it: `evil.example/netflix.com`.
    Path,
}

impl How {
    /// The name for machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LettersForDigits => "letters-for-digits",
            Self::Characters => "characters",
            Self::Part => "part-of-another",
            Self::User => "before-at-sign",
            Self::Ending => "other-ending",
            Self::Typo => "one-letter",
            Self::Path => "in-path",
        }
    }
}

/// Names shorter than this are parts of too many others, and one letter away from too many.
const LEAST_NAME: usize = 4;
/// No label of a host is longer, and no longer ones are compared.
const LONGEST_LABEL: usize = 63;

/// Whether an address imitates a listed domain in some way.
type Is<'a> = dyn Fn(&Listed) -> bool + 'a;

/// The listed domain that an address imitates, and how. It is under none of them.
pub(super) fn find(domains: &[Host], host: &Host, candidate: &Candidate) -> Option<(String, How)> {
    let kinds: [(How, &Is<'_>); 6] = [
        (How::User, &|listed| listed.is_in(&candidate.user)),
        (How::Ending, &|listed| {
            own_label(&host.letters)
                .is_some_and(|(label, ending)| label == listed.name && ending != listed.ending)
        }),
        (How::Characters, &|listed| listed.looks_like(host)),
        (How::Part, &|listed| listed.is_part_of(host)),
        (How::Typo, &|listed| listed.is_near(host)),
        (How::Path, &|listed| {
            candidate.rest.to_lowercase().contains(listed.domain)
        }),
    ];
    let listed: Vec<Listed> = domains.iter().filter_map(Listed::new).collect();
    // What belongs to the same owner imitates nobody, listed or not.
    if listed
        .iter()
        .any(|listed| own_label(&host.letters) == Some((listed.name, listed.ending)))
    {
        return None;
    }
    kinds.into_iter().find_map(|(how, is)| {
        let listed = listed.iter().find(|listed| is(listed))?;
        Some((listed.domain.to_owned(), how))
    })
}

struct Listed<'a> {
    domain: &'a str,
    /// The label that is its own: `netflix`.
    name: &'a str,
    ending: &'a str,
}

impl<'a> Listed<'a> {
    fn new(domain: &'a Host) -> Option<Self> {
        let (name, ending) = own_label(&domain.letters)?;
        Some(Self {
            domain: &domain.typed,
            name,
            ending,
        })
    }

    fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        text.contains(self.domain) || self.is_long() && text.contains(self.name)
    }

    fn is_long(&self) -> bool {
        self.name.chars().count() >= LEAST_NAME
    }

    /// Whether a label, or a part of it, has the look of the name: as typed, with its capitals, or in lower case.
    fn looks_like(&self, host: &Host) -> bool {
        let names = [look(self.name), look(&self.name.to_uppercase())];
        let forms = [&host.typed, &host.sent, &host.letters];
        let mut labels = forms.into_iter().flat_map(|form| form.split('.'));
        labels.any(|label| {
            let same = |name: &String| look(label) == *name || self.is_long() && shows(label, name);
            label.len() <= LONGEST_LABEL
                && !label.to_lowercase().contains(self.name)
                && names.iter().any(same)
        })
    }

    fn is_part_of(&self, host: &Host) -> bool {
        let mut labels = host.letters.split('.');
        labels.any(|label| label == self.name || self.is_long() && label.contains(self.name))
    }

    fn is_near(&self, host: &Host) -> bool {
        let near = |label: &str| label.len() <= LONGEST_LABEL && edits(label, self.name) == 1;
        self.is_long() && host.letters.split('.').any(near)
    }
}

/// Whether characters of a label, with nothing of another between them, look like a name.
fn shows(label: &str, name: &str) -> bool {
    let looks: Vec<String> = label
        .chars()
        .map(|c| look(c.encode_utf8(&mut [0; 4])))
        .collect();
    (0..looks.len()).any(|start| {
        let mut rest = name;
        for shown in &looks[start..] {
            match rest.strip_prefix(shown.as_str()) {
                Some("") => return true,
                Some(after) => rest = after,
                None => return false,
            }
        }
        false
    })
}

/// What a text looks like: UTS 39's skeleton, in which characters of the same look are one.
fn look(text: &str) -> String {
    skeleton(text).collect()
}
