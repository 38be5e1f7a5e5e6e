//! "Did you mean": the nearest of some names.

/// Names beyond this number, and characters of a name beyond the next, are not looked at: a guide may have a million
/// sections, and a mistake in each.
const MAX_NAMES: usize = 1000;
const MAX_LENGTH: usize = 64;

/// The name that is nearest to `word`, if one is near enough to be meant.
pub(in crate::guide) fn nearest<'a>(
    word: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(MAX_LENGTH).collect();
    let limit = word.len().div_ceil(3).min(3);
    names
        .into_iter()
        .take(MAX_NAMES)
        .filter(|name| name.chars().count().abs_diff(word.len()) <= limit)
        .map(|name| (distance(&word, name), name))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many characters must be inserted, removed or replaced.
fn distance(word: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, c) in name.chars().take(MAX_LENGTH).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &other) in word.iter().enumerate() {
            let replaced = diagonal + usize::from(!c.eq_ignore_ascii_case(&other));
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[word.len()]
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
