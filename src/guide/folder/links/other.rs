//! Addresses that lead to no page, and are none that somebody has lost.

use crate::guide::folder::names::{last_of, without_ending};

/// What examples of links have for an address: pages may be called so, and are not meant.
const PLACEHOLDERS: [&str; 6] = ["address", "here", "href", "link", "path", "url"];

pub(super) fn is_placeholder(address: &str) -> bool {
    PLACEHOLDERS.contains(&address)
}

/// So long may be what stands behind the last dot of a file's name, in bytes.
const LONGEST_ENDING: usize = 10;

/// Whether an address is one of mail, of which the scheme was left out.
pub(super) fn is_mail(address: &str) -> bool {
    let at = address.split_once('@');
    at.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !address.contains(['/', ' '])
    })
}

/// Whether a path names a file that is no page, or that stands in a folder where no pages are.
pub(super) fn is_other_file(path: &str) -> bool {
    let name = last_of(path);
    let is_hidden = |part: &str| part.len() > 2 && part.starts_with('.') && !part.starts_with("..");
    if path.split('/').any(is_hidden) {
        return true;
    }
    // `LICENSE-MIT`
    let is_capital = |c: u8| c.is_ascii_uppercase() || b"-_".contains(&c);
    if name.len() > 3 && name.bytes().all(is_capital) {
        return true;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = (1..=LONGEST_ENDING).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_ending && without_ending(path) == path
}
