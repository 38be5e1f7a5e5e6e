//! What Material for `MkDocs` shows as icons: their names between colons, and comments that its manual has signs for. An icon only
//! decorates, so nothing is left of it; what such a comment names is kept.

use std::borrow::Cow;

/// What the names of icons begin with: the sets that come with the generator, and with its successor.
const SETS: [&str; 5] = [
    "material-",
    "octicons-",
    "fontawesome-",
    "simple-",
    "lucide-",
];

/// The few icons that are read as words, as in tables of what there is.
const YES: [&str; 5] = [
    "material-check",
    "octicons-check-16",
    "octicons-check-24",
    "fontawesome-solid-check",
    "lucide-check",
];
const NO: [&str; 5] = [
    "material-close",
    "octicons-x-16",
    "octicons-x-24",
    "fontawesome-solid-xmark",
    "lucide-x",
];

/// What is seen of an icon, empty but for a few; `None` for any other name.
pub(super) fn icon(name: &str) -> Option<&'static str> {
    if YES.contains(&name) {
        return Some("✔");
    }
    if NO.contains(&name) {
        return Some("✘");
    }
    let mut sets = SETS.iter();
    let is_one = sets.any(|set| name.len() > set.len() && name.starts_with(set));
    is_one.then_some("")
}

/// What a comment `<!-- md:word text -->` shows, and the address that it gives to a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told<'a> {
    pub shown: Cow<'a, str>,
    pub id: Option<&'a str>,
}

/// Reads what stands between the signs of a comment; `None` for one that is only a comment.
pub(super) fn told(comment: &str) -> Option<Told<'_>> {
    let (word, text) = {
        let inner = comment.trim().strip_prefix("md:")?;
        let (word, text) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        (word, text.trim())
    };
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_word {
        return None;
    }
    let mut id = None;
    let shown = match word {
        _ if text.is_empty() => Cow::Borrowed(""),
        // `config.name` and `type:name`: what stands before the name is only in the address.
        "setting" | "option" => {
            id = Some(text).filter(|text| !text.contains(char::is_whitespace));
            let name = text.rsplit(['.', ':', '*']).next().unwrap_or(text);
            Cow::Owned(format!("`{}`", if name.is_empty() { text } else { name }))
        }
        "version" => Cow::Owned(format!("≥ {text}")),
        "default" if text != "none" && text != "computed" => Cow::Owned(format!("= {text}")),
        "plugin" | "extension" | "utility" => Cow::Borrowed(text),
        // Signs alone: what is new, wanted or for supporters, and buttons of examples.
        _ => Cow::Borrowed(""),
    };
    Some(Told { shown, id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_known_by_their_sets() {
        assert_eq!(icon("octicons-arrow-right-24"), Some(""));
        assert_eq!(icon("material-check"), Some("✔"));
        assert_eq!(icon("material-close"), Some("✘"));
        assert_eq!(icon("material-"), None);
        assert_eq!(icon("smile"), None);
    }

    #[test]
    fn comments_tell_what_they_name() {
        let shown = |comment| told(comment).map(|told| told.shown.into_owned());
        assert_eq!(shown(" md:setting config.cards "), Some("`cards`".into()));
        assert_eq!(
            told(" md:setting config.cards ").and_then(|told| told.id),
            Some("config.cards")
        );
        assert_eq!(shown(" md:option type:note "), Some("`note`".into()));
        assert_eq!(shown(" md:version 9.5.0 "), Some("≥ 9.5.0".into()));
        assert_eq!(shown(" md:default `true` "), Some("= `true`".into()));
        assert_eq!(shown(" md:default none "), Some(String::new()));
        assert_eq!(
            shown(" md:plugin [blog] – built-in "),
            Some("[blog] – built-in".into())
        );
        assert_eq!(shown(" md:flag experimental "), Some(String::new()));
        assert_eq!(shown(" md:version "), Some(String::new()));
        assert_eq!(shown(" a comment "), None);
        assert_eq!(shown(" md: x "), None);
    }
}
