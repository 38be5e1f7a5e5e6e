//! Texts as a shell takes them.

use std::borrow::Cow;

/// A text as one word of a command line.
pub fn word(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    // A sign that begins a comment or a home does so at the beginning only.
    let plain =
        text.starts_with(is_plain) && text.chars().all(|c| is_plain(c) || "#~=".contains(c));
    if plain {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn what_means_something_to_a_shell_is_in_quotes() {
        for (text, expected) in [
            ("docs/a.md", "docs/a.md"),
            ("電話#番号", "電話#番号"),
            ("#a", "'#a'"),
            ("a b", "'a b'"),
            ("it's", r"'it'\''s'"),
            ("$(x)", "'$(x)'"),
            ("", "''"),
        ] {
            assert_eq!(word(text), expected);
        }
    }
}
