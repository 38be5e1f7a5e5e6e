//! What is said of a guide that changes while it is open.

use crate::language::Language;

/// What a language says of it.
pub trait Words {
    /// A file has changed, and so many others.
    fn updated(&self, file: Option<&str>, others: usize) -> String;
    /// What has changed cannot be used because of this place.
    fn refused(&self, place: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// `更新: install.md`, `Updated: install.md`; of several the first, and how many more.
pub fn updated(files: &[String], lang: Language) -> String {
    let others = files.len().saturating_sub(1);
    words(lang).updated(files.first().map(String::as_str), others)
}

/// That the earlier contents are shown, and where the error is.
pub fn refused(place: &str, lang: Language) -> String {
    words(lang).refused(place)
}
