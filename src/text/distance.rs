//! How far apart two words are.

/// How many characters must be inserted, removed, replaced or swapped with their neighbour to make one text the other
/// (optimal string alignment). Takes time and memory in proportion to the product of the lengths.
pub fn edits(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let (mut before_last, mut last) = (Vec::new(), (0..=a.len()).collect::<Vec<_>>());
    let mut previous = None;
    for (i, c) in b.chars().enumerate() {
        let mut row = vec![i + 1];
        for (j, &other) in a.iter().enumerate() {
            let replaced = last[j] + usize::from(c != other);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if j > 0 && previous == Some(other) && a[j - 1] == c {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        previous = Some(c);
        before_last = std::mem::replace(&mut last, row);
    }
    last[a.len()]
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn edits_are_counted() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("netflix", "netflix", 0),
            ("netflix", "netfliix", 1),
            ("netflix", "netlfix", 1),
            ("netflix", "metflx", 2),
            ("0120996012", "0120996013", 1),
            ("ab", "ba", 1),
        ] {
            assert_eq!(edits(a, b), expected, "{a} {b}");
            assert_eq!(edits(b, a), expected, "{b} {a}");
        }
    }
}
