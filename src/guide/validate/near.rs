//! "Did you mean": the nearest of some names.

use strsim::levenshtein;

/// Names beyond this number, and characters of a name beyond the next, are not looked at: a guide may have a million
/// sections, and a mistake in each.
const MAX_NAMES: usize = 1000;
const MAX_LENGTH: usize = 64;

/// The name that is nearest to `word`, if one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = short(word);
    let length = word.chars().count();
    let limit = length.div_ceil(3).min(3);
    names
        .into_iter()
        .take(MAX_NAMES)
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (levenshtein(&word, &short(name)), name))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// What is compared of a name, whatever its case.
fn short(name: &str) -> String {
    let name = name.chars().take(MAX_LENGTH);
    name.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_enough_to_be_meant() {
        let names = ["questions", "keywords", "title"];
        assert_eq!(nearest("qustions", names), Some("questions"));
        assert_eq!(nearest("Title", names), Some("title"));
        assert_eq!(nearest("keyword", names), Some("keywords"));
        assert_eq!(nearest("summary", names), None);
        assert_eq!(nearest("", names), None);
    }
}
