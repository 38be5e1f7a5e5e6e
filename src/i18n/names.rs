//! What readers call languages.

use std::borrow::Cow;

use super::desk::remark;
use crate::language::Language;

/// What a language calls others, and itself.
pub trait Words {
    /// By its tag; `None` where it has no name for it.
    fn language(&self, tag: &str) -> Option<&'static str>;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// What a reader calls a language: `日本語`, `Japanese`; with its tag where it only has a name for what it is a kind of, and
/// where it has none for that either as the language calls itself.
pub fn language_name(of: Language, lang: Language) -> Cow<'static, str> {
    if let Some(name) = words(lang).language(of.tag()) {
        return Cow::Borrowed(name);
    }
    let wider = of
        .chain()
        .find_map(|wider| words(lang).language(wider.tag()));
    Cow::Owned(match wider {
        Some(name) => remark(name, of.tag(), lang),
        None => of.own_name(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_called_as_readers_call_them() {
        let name = |of: &str, lang| language_name(of.parse().expect(of), lang).into_owned();
        let check = |of: &str, ja: &str, en: &str| {
            assert_eq!(name(of, Language::JA), ja);
            assert_eq!(name(of, Language::EN), en);
        };
        check("ja", "日本語", "Japanese");
        check("zh-Hant", "中国語（繁体字）", "Chinese (traditional)");
        check("ja-x-easy", "やさしい日本語", "Easy Japanese");
        check("en-GB", "英語（en-GB）", "English (en-GB)");
        check("eu", "eu", "eu");
        // A reader whose language the program does not speak is spoken to in English.
        assert_eq!(name("ko", "fr".parse().expect("fr")), "Korean");
    }
}
