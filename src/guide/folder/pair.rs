//! Sections of one article in several languages: which belong together.

use super::sections::Section;

/// For each section of `other` the section of `base` that it is a translation of.
///
/// Those with the same id belong together; where both have the same sequence of levels, those at the same place do; else the
/// longest common run of levels says which.
pub(super) fn pairs(base: &[Section], other: &[Section]) -> Vec<Option<usize>> {
    let levels = |sections: &[Section]| sections.iter().map(Section::level).collect::<Vec<_>>();
    let (left, right) = (levels(base), levels(other));
    if left == right {
        return (0..other.len()).map(Some).collect();
    }
    let mut pairs: Vec<Option<usize>> = by_id(base, other);
    // Between those that are certain, runs of levels decide.
    let mut from = (0, 0);
    for at in 0..=other.len() {
        let certain = pairs.get(at).copied().flatten();
        let end = match certain {
            Some(base) => (base, at),
            None if at == other.len() => (base.len(), at),
            None => continue,
        };
        let gaps = by_levels(&left[from.0.min(end.0)..end.0], &right[from.1..end.1]);
        for (gap, found) in gaps.into_iter().enumerate() {
            pairs[from.1 + gap] = found.map(|found| from.0 + found);
        }
        from = (end.0 + 1, end.1 + 1);
    }
    pairs
}

/// By ids that are the same, as long as they keep the order: a section that was moved stays by itself.
fn by_id(base: &[Section], other: &[Section]) -> Vec<Option<usize>> {
    let mut from = 0;
    let pair = |section: &Section| {
        let is_same = |candidate: &&Section| {
            candidate.id == section.id && (candidate.title.is_none() == section.title.is_none())
        };
        let found = base.iter().position(|candidate| is_same(&candidate))?;
        if found < from {
            return None;
        }
        from = found + 1;
        Some(found)
    };
    other.iter().map(pair).collect()
}

/// More than this is not compared with each other.
const MOST: usize = 400;

/// By the longest common subsequence of levels.
fn by_levels(left: &[usize], right: &[usize]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; right.len()];
    if left.is_empty() || right.is_empty() || left.len() > MOST || right.len() > MOST {
        return pairs;
    }
    let width = right.len() + 1;
    // How long the common subsequence of what is behind two places is.
    let mut table = vec![0_u16; (left.len() + 1) * width];
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            table[l * width + r] = if left[l] == right[r] {
                table[(l + 1) * width + r + 1] + 1
            } else {
                table[(l + 1) * width + r].max(table[l * width + r + 1])
            };
        }
    }
    let (mut l, mut r) = (0, 0);
    while l < left.len() && r < right.len() {
        if left[l] == right[r] && table[l * width + r] == table[(l + 1) * width + r + 1] + 1 {
            pairs[r] = Some(l);
            (l, r) = (l + 1, r + 1);
        } else if table[(l + 1) * width + r] >= table[l * width + r + 1] {
            l += 1;
        } else {
            r += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::sections::{Known, read};
    use super::*;

    #[track_caller]
    fn check(base: &str, other: &str, expected: &[Option<usize>]) {
        let (base, other) = (read(base, Known::File("")), read(other, Known::File("")));
        assert_eq!(pairs(&base.sections, &other.sections), expected);
    }

    #[test]
    fn the_same_levels_pair_by_place() {
        check(
            "# T\nx\n## A\na\n### B\nb",
            "# 題\nx\n## ア\na\n### イ\nb",
            &[Some(0), Some(1), Some(2)],
        );
    }

    #[test]
    fn ids_pair_where_levels_differ() {
        check(
            "# T\n## A {#a}\na\n## B {#b}\nb\n## C {#c}\nc",
            "# 題\n## ア {#a}\na\n## ウ {#c}\nc",
            &[Some(0), Some(2)],
        );
    }

    #[test]
    fn a_run_of_levels_pairs_the_rest() {
        check(
            "# T\n## A\na\n### B\nb\n## C\nc",
            "# 題\nx\n## ア\na\n### イ\nb\n## ウ\nc",
            &[None, Some(0), Some(1), Some(2)],
        );
    }
}
