//! What the keys do, in words.

use std::borrow::Cow;

use super::names::language_name;
use crate::frame::keys::{Deed, Hint, KeyHelp, Says};
use crate::language::{Language, after, pair};

/// What a language says of it. Languages come in its own words, in the guide's order.
pub trait Words {
    fn explain(&self, deed: Deed) -> &'static str;
    /// What keys do, and other keys that do the same.
    fn also(&self, what: &str, keys: &[String]) -> String;
    /// In short, at the foot of the screen.
    fn hint(&self, hint: Hint) -> &'static str;
    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String;
    fn side_by_side(&self, one: &str, other: &str) -> String;
    /// [`Words::side_by_side`] in short.
    fn two_languages(&self, one: Language, other: Language) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// What a key does, in a guide of these languages; `None` where that is nothing.
pub fn text(key: &KeyHelp, languages: &[Language], lang: Language) -> Option<Cow<'static, str>> {
    let text = deed(key, languages, lang)?;
    let Some(also) = &key.also else {
        return Some(text);
    };
    // What is said there of other keys is no longer so.
    let text = text
        .split(['（', '('])
        .next()
        .unwrap_or_default()
        .trim_end();
    Some(Cow::Owned(match also.as_slice() {
        [] => text.to_owned(),
        also => words(lang).also(text, also),
    }))
}

fn deed(key: &KeyHelp, languages: &[Language], lang: Language) -> Option<Cow<'static, str>> {
    match key.deed {
        Says::Words(deed) => Some(Cow::Borrowed(words(lang).explain(deed))),
        Says::NextLanguage => switch_language(languages, lang).map(Cow::Owned),
        Says::SideBySide => {
            let names = pair(languages, lang)?.map(|of| language_name(of, lang));
            let [one, other] = names;
            Some(Cow::Owned(words(lang).side_by_side(&one, &other)))
        }
    }
}

/// The same in short, at the foot of the screen.
pub fn hint(hint: Hint, lang: Language) -> &'static str {
    words(lang).hint(hint)
}

/// The next language by the name that it gives itself, which who looks for it can read; `None` where there is none.
pub fn next_language(languages: &[Language], lang: Language) -> Option<String> {
    after(languages, lang).map(Language::own_name)
}

/// That two languages stand side by side, in short; `None` where there are none.
pub fn two_languages(languages: &[Language], lang: Language) -> Option<String> {
    let [one, other] = pair(languages, lang)?;
    Some(words(lang).two_languages(one, other))
}

/// That the language can be switched, where there are several.
pub fn switch_language(languages: &[Language], lang: Language) -> Option<String> {
    let names: Vec<_> = languages
        .iter()
        .map(|language| language_name(*language, lang))
        .collect();
    (names.len() > 1).then(|| words(lang).switch_language(&names))
}
