//! How far apart two words are.

/// How many characters must be inserted, removed, replaced or swapped with their neighbour to make one text the other
/// (optimal string alignment). Takes time in proportion to the product of the lengths.
pub use strsim::osa_distance as edits;

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
