//! What a file of a release may be called.

use unicode_normalization::UnicodeNormalization;

use super::{MANIFEST, SIGNATURE};

/// The longest name, in bytes: file systems have 255 for each part, and folders stand in folders.
const MAX_NAME: usize = 1024;

/// What is wrong with a name, if anything is: it is a path in the guide's folder, with `/`, and leads nowhere else.
pub fn fault(name: &str) -> Option<&'static str> {
    if name.is_empty() || name.len() > MAX_NAME {
        return Some("is empty or too long");
    }
    if name == MANIFEST || name == SIGNATURE {
        return Some("cannot vouch for itself");
    }
    if name.contains('\\') || name.chars().any(char::is_control) {
        return Some("has signs in it that no name may have");
    }
    let leads_away = |part: &str| matches!(part, "" | "." | "..");
    name.split('/')
        .any(leads_away)
        .then_some("leads out of the guide's folder")
}

/// The form in which names are the same on some machines: without regard to case, or to how accents are composed.
pub fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_in_the_folder() {
        for good in [
            "guide.yaml",
            "ja/a.md",
            ".vitepress/config.ts",
            "日本語/手引き.md",
            "a b.md",
            "..a/...",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a.md",
            "a/../b.md",
            "a//b.md",
            "./a.md",
            "a/.",
            "a/",
            "..",
            "a\\b.md",
            "C:\\a.md",
            "a\nb.md",
            "a\0.md",
            "\u{1b}[2J.md",
            "guide.manifest",
            "guide.manifest.minisig",
            &"a".repeat(2000),
        ] {
            assert!(fault(bad).is_some(), "{bad:?}");
        }
    }

    #[test]
    fn twins_are_folded_to_one() {
        assert_eq!(folded("Ja/A.md"), folded("ja/a.MD"));
        assert_eq!(folded("caf\u{e9}"), folded("cafe\u{301}"));
        assert_eq!(folded("CAF\u{c9}"), folded("cafe\u{301}"));
        assert_ne!(folded("a"), folded("b"));
    }
}
