//! Web addresses and those for mail in what a reader typed: where each really leads, and whether the guide lists that.
//!
//! Where one leads is what a browser would make of it. Where it begins and ends in its sentence nobody can be sure of, so
//! that it is listed only if every way of cutting it out leads to a listed domain.

mod candidate;
mod cells;
mod cuts;

use std::ops::Range;

use super::{Finding, Kind, Leads, Verdict, lookalike};
use crate::guide::Guide;
use crate::text::host::{MAX_NAME, ends_files, is_ending, is_under, own_label};
use crate::text::web::{destination, letters};
pub(super) use candidate::Candidate;
use candidate::candidates;
use cuts::Surroundings;

/// So many addresses in one text without white space are compared, to each side.
const MOST_NEIGHBOURS: usize = 16;

/// So many are looked at in a word: nobody reads one that holds more.
const MOST_IN_WORD: usize = 64;

/// The addresses in a text.
pub(super) fn find(guide: &Guide, text: &str) -> Vec<Finding> {
    let sign = |c: char| {
        matches!(c, '.' | '。' | '．' | '｡' | '․' | '﹒' | ':' | '：') || "[({".contains(c)
    };
    if !text.contains(sign) {
        return Vec::new();
    }
    let domains = guide.official_domains.iter();
    let domains: Vec<Domain> = domains.map(|domain| Domain::new(domain)).collect();
    let (candidates, unread) = readable(text, candidates(text));
    let found: Vec<Address> = candidates
        .into_iter()
        .filter_map(|candidate| Address::of(&domains, text, candidate))
        .collect();
    let mut verdicts: Vec<(Verdict, Leads)> = found
        .iter()
        .map(|address| verdict(&domains, text, address))
        .collect();
    all_or_none(text, &found, &mut verdicts);
    let both = found.into_iter().zip(verdicts);
    let read = both.map(|(Address { candidate, .. }, (verdict, leads))| Finding {
        kind: if candidate.is_mail() {
            Kind::Mail(leads)
        } else {
            Kind::Address(leads)
        },
        range: candidate.range,
        verdict,
    });
    let unread = unread.into_iter().map(|range| Finding {
        kind: Kind::Address(Leads::default()),
        range,
        verdict: if domains.is_empty() {
            Verdict::NothingListed
        } else {
            Verdict::NotListed { near: None }
        },
    });
    let mut all: Vec<Finding> = read.chain(unread).collect();
    all.sort_by_key(|finding| finding.range.start);
    all
}

/// The candidates that are looked at one by one, and the ends of words that hold more than that, in which none is listed.
fn readable(text: &str, all: Vec<Candidate>) -> (Vec<Candidate>, Vec<Range<usize>>) {
    let mut few = Vec::with_capacity(all.len());
    let mut unread: Vec<Range<usize>> = Vec::new();
    let mut word = 0..0;
    let mut count = 0;
    for candidate in all {
        let start = candidate.range.start;
        if start >= word.end {
            let length = text[start..].find(char::is_whitespace);
            word = start..length.map_or(text.len(), |length| start + length);
            count = 0;
        }
        count += 1;
        if count <= MOST_IN_WORD {
            few.push(candidate);
        } else if unread.last().is_none_or(|unread| unread.end != word.end) {
            unread.push(start..word.end);
        }
    }
    (few, unread)
}

/// A domain that the guide lists.
pub(super) struct Domain {
    host: Host,
    pub listed: Option<lookalike::Listed>,
}

impl Domain {
    fn new(typed: &str) -> Self {
        let host = Host::new(typed);
        Self {
            listed: lookalike::Listed::new(&host),
            host,
        }
    }
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
        Self::sent_as(typed, typed.to_lowercase())
    }

    fn sent_as(typed: &str, sent: String) -> Self {
        Self {
            typed: typed.to_owned(),
            letters: letters(&sent),
            sent,
        }
    }

    /// The listed domain that it is, or is under.
    fn listed<'a>(&self, domains: &'a [Domain]) -> Option<&'a Self> {
        let mut domains = domains.iter().map(|domain| &domain.host);
        domains.find(|domain| is_under(&self.sent, &domain.sent))
    }

    /// Whether it is a host that somebody may have, and no piece of a sentence that only looks like one.
    fn is_plausible(&self) -> bool {
        let ending = self.sent.rsplit('.').next().unwrap_or_default();
        let known = is_ending(ending) && !ending.starts_with("xn--");
        let is_sentence = |label: &str| label.chars().any(|c| c >= '\u{2E80}');
        let own = own_label(&self.letters);
        own.map_or(known, |(label, _)| known && !is_sentence(label))
            || ending.starts_with(|c: char| c.is_ascii_digit())
    }

    fn leads(&self) -> Leads {
        Leads {
            host: Some(self.sent.clone()),
            letters: (self.letters != self.sent).then(|| self.letters.clone()),
        }
    }
}

/// What is an address, as it stands in its sentence to most eyes.
struct Address {
    candidate: Candidate,
    /// Where that leads; of what cannot be read, as it is written.
    host: Host,
    is_read: bool,
    is_listed: bool,
}

impl Address {
    fn of(domains: &[Domain], text: &str, candidate: Candidate) -> Option<Self> {
        let typed = &candidate.host;
        let read = destination(&text[candidate.range.clone()]);
        let as_written = read.is_some();
        // What people disarm (`hxxps://example[.]com`) leads somewhere when it is armed again.
        let read = read.or_else(|| destination(typed));
        let is_read = read.is_some();
        let host = Host::sent_as(typed, read.unwrap_or_else(|| typed.to_lowercase()));
        // `／` is a part of a name to browsers, and to people what ends a host.
        let as_seen =
            destination(typed).is_none_or(|seen| Host::new(&seen).listed(domains).is_some());
        let listed = host.listed(domains).is_some();
        let is_clear = as_written && as_seen && !candidate.is_unclear();
        let is_called = text[candidate.range.end..].starts_with("()");
        let counts = candidate.scheme.is_some()
            || listed
            || is_address(&candidate, &host) && !is_called
            || !is_package(&candidate) && lookalike::find(domains, &host, &candidate).is_some();
        counts.then_some(Self {
            is_read: is_read && (is_clear || !listed),
            is_listed: is_clear && listed,
            candidate,
            host,
        })
    }

    /// What the guide says of what leads to a host that it does not list.
    fn unlisted(&self, domains: &[Domain], host: &Host) -> Verdict {
        lookalike::find(domains, host, &self.candidate)
            .map_or(Verdict::NotListed { near: None }, |(of, how)| {
                Verdict::Lookalike { of, how }
            })
    }
}

/// What the guide says of an address in a text, and where that leads.
fn verdict(domains: &[Domain], text: &str, address: &Address) -> (Verdict, Leads) {
    let leads = || {
        if address.is_read {
            address.host.leads()
        } else {
            Leads::default()
        }
    };
    if domains.is_empty() {
        return (Verdict::NothingListed, leads());
    }
    let domain = address.host.listed(domains).filter(|_| address.is_listed);
    let Some(domain) = domain else {
        return (address.unlisted(domains, &address.host), leads());
    };
    let around = Surroundings::of(text, &address.candidate);
    match elsewhere(domains, &around) {
        Ok(()) => {
            let listed = Verdict::Listed {
                as_written: domain.typed.clone(),
                desks: Vec::new(),
            };
            (listed, leads())
        }
        Err(Some(host)) if host.is_plausible() => (address.unlisted(domains, &host), host.leads()),
        _ => (Verdict::NotListed { near: None }, Leads::default()),
    }
}

/// Whether every way of cutting an address out of its sentence leads to a listed domain. Where one does not: the host to
/// which that leads, if it can be read.
fn elsewhere(domains: &[Domain], around: &Surroundings<'_>) -> Result<(), Option<Host>> {
    for reading in around.readings() {
        let sent = reading
            .and_then(|reading| destination(&reading))
            .ok_or(None)?;
        let host = Host::sent_as(&sent.clone(), sent);
        if host.listed(domains).is_none() {
            return Err(Some(host));
        }
    }
    Ok(())
}

/// Of several addresses in one text without white space nobody knows which is a part of which: if one is not listed, none is.
fn all_or_none(text: &str, all: &[Address], verdicts: &mut [(Verdict, Leads)]) {
    if all.len() < 2 {
        return;
    }
    let listed: Vec<bool> = verdicts
        .iter()
        .map(|(verdict, _)| matches!(verdict, Verdict::Listed { .. }))
        .collect();
    for at in (0..all.len()).filter(|&at| listed[at]) {
        let around = Surroundings::of(text, &all[at].candidate);
        let beside = |&other: &usize| around.has(&all[other].candidate.range);
        let before = (0..at).rev().take_while(beside).take(MOST_NEIGHBOURS);
        let behind = (at + 1..all.len()).take_while(beside).take(MOST_NEIGHBOURS);
        if before.chain(behind).any(|other| !listed[other]) {
            verdicts[at] = (Verdict::NotListed { near: None }, Leads::default());
        }
    }
}

/// Whether a text with dots in it is an address and no abbreviation, file or sentence.
fn is_address(candidate: &Candidate, host: &Host) -> bool {
    let typed = &candidate.host;
    let labels: Vec<&str> = typed.split('.').collect();
    let [.., last] = labels.as_slice() else {
        return false;
    };
    let mut capitals = last.chars().map(char::is_uppercase);
    // `…here.Then`: a sentence begins without a space.
    let sentence = capitals.next() == Some(true) && capitals.any(|capital| !capital);
    let word = last.chars().all(char::is_alphabetic) && last.chars().count() > 1;
    let ending = typed.to_lowercase();
    let ending = ending.rsplit('.').next().unwrap_or_default();
    labels.len() > 1
        && host.sent.len() <= MAX_NAME
        && !is_file(candidate, ending)
        && labels.iter().all(|label| is_label(label))
        && (is_ending(ending) && !sentence
            || word && (candidate.rest.starts_with('/') || host.sent.starts_with("www.")))
}

/// Whether a name is that of a file as likely as that of a host, and nothing else about it says that it is a host: no
/// `www.`, nobody at it, no path. What follows a colon is the number of a line in it as likely as a port.
fn is_file(candidate: &Candidate, ending: &str) -> bool {
    let host = candidate.host.to_lowercase();
    ends_files(ending)
        && candidate.user.is_empty()
        && !host.starts_with("www.")
        && !has_path(&candidate.rest)
}

/// Whether a name is that of a program as its makers give it (`com.example.mediaclient`): turned around, so that it ends as no
/// host does.
fn is_package(candidate: &Candidate) -> bool {
    let name = candidate.host.to_lowercase();
    let labels: Vec<&str> = name.split('.').collect();
    let [first, _, .., last] = labels.as_slice() else {
        return false;
    };
    is_ending(first) && !is_ending(last) && candidate.user.is_empty() && !has_path(&candidate.rest)
}

fn has_path(rest: &str) -> bool {
    let behind_port = rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    behind_port.starts_with(['/', '?'])
}

fn is_label(label: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !label.is_empty() && label.chars().all(allowed)
}
