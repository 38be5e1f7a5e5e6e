//! How numbers of Japan are dialled.

/// The number of the country (E.164), which stands behind the plus.
const JAPAN: &str = "81";

/// Digits that stand behind a plus as they are dialled within Japan, if they are a number of Japan. A zero that is only
/// dialled within, as in `+81 (0)3`, may be there.
pub fn within_japan(digits: &str) -> Option<String> {
    let rest = digits.strip_prefix(JAPAN)?;
    Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::within_japan;

    #[test]
    fn numbers_of_japan_begin_with_a_zero_there() {
        for (digits, expected) in [
            ("81120996012", Some("0120996012")),
            ("810120996012", Some("0120996012")),
            ("18665797172", None),
        ] {
            assert_eq!(within_japan(digits).as_deref(), expected, "{digits}");
        }
    }
}
