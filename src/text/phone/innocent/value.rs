//! Values in data and code.

use super::Marking;
use super::identifier::back;

/// Decimals have no more digits before the point.
const MAX_WHOLE: usize = 7;
/// What stands in the names that data and code have for telephone numbers.
const PARTS_OF_NAMES: [&str; 6] = ["tel", "phone", "fax", "mobile", "number", "contact"];

impl Marking<'_> {
    /// `"bytes": 8349097984`, `'version' => 2022041900`: a value in data or code, by a name that is none of a telephone.
    pub(super) fn is_value(&self, at: usize) -> bool {
        let before = self.before(at).trim_end();
        let named = [":", "=>"].iter().find_map(|sign| {
            let name = before.strip_suffix(sign)?.trim_end();
            name.strip_suffix(['"', '\''])
        });
        named.is_some_and(|name| {
            let from = back(name, name.len(), |c| c.is_ascii_alphanumeric() || c == '_');
            let name = name[from..].to_ascii_lowercase();
            let phone = PARTS_OF_NAMES.iter().any(|part| name.contains(part));
            !name.is_empty() && !phone && !self.digits(at).starts_with('0')
        })
    }

    /// `0201020101_PLN`, `0201_2D`: a name in code begins with the group.
    pub(super) fn begins_word(&self, at: usize) -> bool {
        let behind = self.following(at).trim_start_matches('\\');
        behind.strip_prefix('_').is_some_and(|word| {
            let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
            word.len() - rest.len() <= 1 && rest.starts_with(|c: char| c.is_ascii_alphabetic())
        })
    }

    /// `93648.04747608298`
    pub(super) fn is_long_decimal(&self, at: usize) -> bool {
        let dot = |at: usize| self.gap(at) == ".";
        let whole = self.len(at) <= MAX_WHOLE && !self.digits(at).starts_with('0');
        whole && dot(at + 1) && !dot(at + 2) && self.ends(at + 1)
    }
}
