//! Web addresses in what a reader typed: where each really leads, and whether the guide lists that.

mod candidate;

use super::{Finding, Kind, Verdict, lookalike};
use crate::guide::Guide;
use crate::text::host::{MAX_NAME, is_ending};
use crate::text::punycode;
pub(super) use candidate::Candidate;
use candidate::candidates;

/// The addresses in a text.
pub(super) fn find(guide: &Guide, text: &str) -> Vec<Finding> {
    let sign = |c: char| matches!(c, '.' | '。' | '．' | '｡' | '․' | '﹒' | ':' | '：');
    if !text.contains(sign) {
        return Vec::new();
    }
    let domains: Vec<Host> = guide
        .official_domains
        .iter()
        .map(|domain| Host::new(domain))
        .collect();
    let found = candidates(text).into_iter();
    found
        .filter_map(|candidate| finding(&domains, candidate))
        .collect()
}

/// The name of a host, in the forms in which it is compared.
pub(super) struct Host {
    /// As it was typed, but for characters that stand for others (`ｎ`); with capitals.
    pub typed: String,
    /// In lower case, as it is sent.
    pub sent: String,
    /// The same with the letters that `xn--` stands for.
    pub letters: String,
}

impl Host {
    pub fn new(typed: &str) -> Self {
        let sent = typed.to_lowercase();
        let letters: Vec<String> = sent.split('.').map(letters).collect();
        Self {
            typed: typed.to_owned(),
            letters: letters.join("."),
            sent,
        }
    }

    /// Whether it is this domain, or one under it.
    fn is_under(&self, domain: &Self) -> bool {
        let before = self.letters.strip_suffix(&domain.letters);
        let sub = |before: &str| {
            before.ends_with('.') && before[..before.len() - 1].split('.').all(is_label)
        };
        before.is_some_and(|before| before.is_empty() || sub(before))
    }
}

fn is_label(label: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !label.is_empty() && label.chars().all(allowed)
}

/// The letters of a label. One that claims to hide letters, and hides none, is left as it is.
fn letters(label: &str) -> String {
    let decoded = label.strip_prefix("xn--").and_then(punycode::decode);
    decoded
        .filter(|letters| !letters.is_ascii())
        .unwrap_or_else(|| label.to_owned())
}

fn finding(domains: &[Host], candidate: Candidate) -> Option<Finding> {
    let host = Host::new(&candidate.host);
    let verdict = if domains.is_empty() {
        Verdict::NothingListed
    } else if let Some(domain) = domains.iter().find(|domain| host.is_under(domain)) {
        Verdict::Listed {
            as_written: domain.typed.clone(),
            desks: Vec::new(),
        }
    } else {
        lookalike::find(domains, &host, &candidate)
            .map_or(Verdict::NotListed { near: None }, |(of, how)| {
                Verdict::Lookalike { of, how }
            })
    };
    let lookalike = matches!(verdict, Verdict::Lookalike { .. });
    let counts = if candidate.is_mail() {
        // Who sends a mail can be faked, so only a domain that imitates another says something.
        lookalike
    } else {
        candidate.scheme || lookalike || is_address(&candidate, &host)
    };
    let decoded = (host.letters != host.sent).then(|| host.letters.clone());
    counts.then_some(Finding {
        range: candidate.range,
        kind: Kind::Address {
            host: host.sent,
            decoded,
        },
        verdict,
    })
}

/// Whether a text with dots in it is an address and no abbreviation, file or sentence.
fn is_address(candidate: &Candidate, host: &Host) -> bool {
    let labels: Vec<&str> = candidate.host.split('.').collect();
    let [.., last] = labels.as_slice() else {
        return false;
    };
    let mut capitals = last.chars().map(char::is_uppercase);
    // `…here.Then`: a sentence begins without a space.
    let sentence = capitals.next() == Some(true) && capitals.any(|capital| !capital);
    let word = last.chars().all(char::is_alphabetic) && last.chars().count() > 1;
    labels.len() > 1
        && host.sent.len() <= MAX_NAME
        && labels.iter().all(|label| is_label(label))
        && (is_ending(host.sent.rsplit('.').next().unwrap_or_default()) && !sentence
            || word && (candidate.rest.starts_with('/') || host.sent.starts_with("www.")))
}
