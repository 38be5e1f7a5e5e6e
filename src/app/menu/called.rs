//! What is called as was typed, in any language that the program speaks.

use crate::i18n::SPOKEN;
use crate::i18n::menu::{Item, words};
use crate::language::Language;
use crate::text::fold::{fold, to_hiragana};
use crate::text::reading::{letters, romaji};

/// What it is called in another language than the reader's: in one in which it is called as was typed, if there is any.
pub fn other_name(item: Item, lang: Language, typed: &str) -> &'static str {
    let own = words(lang).item(item);
    let others = || {
        let others = SPOKEN.into_iter();
        others.filter(|&other| words(other).item(item) != own)
    };
    let called = others().find(|&other| is_named(item, other, typed));
    let other = called.or_else(|| others().next());
    other.map_or("", |other| words(other).item(item))
}

/// Whether something is called as was typed: by a part of its name in any language, of how that is read, or by its key.
pub fn is_called(item: Item, keys: &[String], typed: &str) -> bool {
    let named = SPOKEN.into_iter().any(|lang| is_named(item, lang, typed));
    named || keys.iter().any(|key| fold(key) == fold(typed.trim()))
}

/// The same in one language, but for keys.
fn is_named(item: Item, lang: Language, typed: &str) -> bool {
    let typed = fold(typed.trim());
    let (name, reading) = (fold(words(lang).item(item)), words(lang).reading(item));
    let is_read = romaji(&typed).is_some_and(|typed| letters(reading).contains(&typed));
    has_word(&name, &typed) || reading.contains(&to_hiragana(&typed)) || is_read
}

/// Whether a text has one in it that begins where a word of Latin letters may begin.
fn has_word(text: &str, typed: &str) -> bool {
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    typed.is_empty() || text.match_indices(typed).any(|(at, _)| begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_beside_tells_why_it_was_found() {
        let other = |typed: &str, lang: Language| other_name(Item::Quit, lang, typed);
        assert_eq!(other("qui", Language::JA), "Quit");
        assert_eq!(other("종료", Language::JA), "종료");
        assert_eq!(other("しゅう", Language::KO), "終了");
        assert_eq!(other("qu", Language::EN), "終了");
    }
}
