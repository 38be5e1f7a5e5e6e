//! How an address imitates another. The kinds are those that readers are sent: the real name with another one behind
//! it, other characters of the same look, a slip of a finger, another ending.

use unicode_security::skeleton;

use super::address::{Candidate, Domain, Host};
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
pub(super) fn find(
    domains: &[Domain],
    host: &Host,
    candidate: &Candidate,
) -> Option<(String, How)> {
    let own = own_label(&host.letters);
    let listed = || domains.iter().filter_map(|domain| domain.listed.as_ref());
    // What belongs to the same owner imitates nobody, listed or not.
    if listed().any(|listed| own == Some((listed.name.as_str(), listed.ending.as_str()))) {
        return None;
    }
    let looks = Looks::new(host);
    let kinds: [(How, &Is<'_>); 6] = [
        (How::User, &|listed| listed.is_in(&candidate.user)),
        (How::Ending, &|listed| {
            own.is_some_and(|(label, ending)| label == listed.name && ending != listed.ending)
        }),
        (How::Characters, &|listed| listed.looks_like(&looks)),
        (How::Part, &|listed| listed.is_part_of(host)),
        (How::Typo, &|listed| listed.is_near(host)),
        (How::Path, &|listed| {
            candidate.rest.to_lowercase().contains(&listed.domain)
        }),
    ];
    kinds.into_iter().find_map(|(how, is)| {
        let listed = listed().find(|listed| is(listed))?;
        Some((listed.domain.clone(), how))
    })
}

/// What an address can imitate of a listed domain.
pub(super) struct Listed {
    domain: String,
    /// The label that is its own: `netflix`.
    name: String,
    ending: String,
    /// What that looks like, and what in capitals.
    looks: [String; 2],
}

impl Listed {
    pub fn new(domain: &Host) -> Option<Self> {
        let (name, ending) = own_label(&domain.letters)?;
        Some(Self {
            domain: domain.typed.clone(),
            name: name.to_owned(),
            ending: ending.to_owned(),
            looks: [look(name), look(&name.to_uppercase())],
        })
    }

    fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        text.contains(&self.domain) || self.is_long() && text.contains(&self.name)
    }

    fn is_long(&self) -> bool {
        self.name.chars().count() >= LEAST_NAME
    }

    /// Whether a label, or a part of it, has the look of the name.
    fn looks_like(&self, labels: &Looks) -> bool {
        labels.0.iter().any(|(label, looks)| {
            !label.contains(&self.name)
                && self.looks.iter().any(|name| {
                    let whole = || looks.concat() == *name;
                    if self.is_long() {
                        shows(looks, name)
                    } else {
                        whole()
                    }
                })
        })
    }

    fn is_part_of(&self, host: &Host) -> bool {
        let mut labels = host.letters.split('.');
        labels.any(|label| label == self.name || self.is_long() && label.contains(&self.name))
    }

    fn is_near(&self, host: &Host) -> bool {
        let length = self.name.chars().count();
        let near = |label: &str| {
            label.len() <= LONGEST_LABEL
                && label.chars().count().abs_diff(length) <= 1
                && edits(label, &self.name) == 1
        };
        self.is_long() && host.letters.split('.').any(near)
    }
}

/// The labels of a host, as typed with its capitals, in lower case, and with the letters that `xn--` hides; each in lower
/// case, and what its characters look like.
struct Looks(Vec<(String, Vec<String>)>);

impl Looks {
    fn new(host: &Host) -> Self {
        let mut labels: Vec<&str> = host.typed.split('.').collect();
        for form in [&host.sent, &host.letters] {
            if *form != host.typed {
                labels.extend(form.split('.'));
            }
        }
        let short = labels
            .into_iter()
            .filter(|label| label.len() <= LONGEST_LABEL);
        let looks = |label: &str| {
            let chars = label.chars();
            chars.map(|c| look(c.encode_utf8(&mut [0; 4]))).collect()
        };
        Self(
            short
                .map(|label| (label.to_lowercase(), looks(label)))
                .collect(),
        )
    }
}

/// Whether characters of a label, with nothing of another between them, look like a name.
fn shows(looks: &[String], name: &str) -> bool {
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
