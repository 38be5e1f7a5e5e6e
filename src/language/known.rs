//! What there is to know of a language, and which is known.

use std::borrow::Cow;

use super::{Language, de, en, es, fr, ja, ko, zh};

/// What is known of a language beside what it is called. How its words are cut is the same for all: by ICU, which knows
/// what needs a dictionary and what has spaces.
#[derive(Debug)]
pub struct Known {
    /// Folded words that say nothing about what is looked for; sorted.
    pub small_words: &'static [&'static str],
    /// Whether a folded word only says that something is asked: "tell", 教えて.
    pub asks: fn(&str) -> bool,
    /// The endings that its Latin words may lose so that their forms meet; `None`: its words are compared as written.
    pub endings: Option<Endings>,
    pub readings: Readings,
    /// How it is asked for in a dialogue, folded, beside its tag and its names.
    pub words: &'static [&'static str],
    /// The letter that asks for it.
    pub letter: Option<&'static str>,
}

/// Endings of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endings {
    English,
    French,
    German,
    Korean,
    Spanish,
}

impl Endings {
    /// A common form of the folded words that differ in their ending only; often no word at all.
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        match self {
            Self::English => en::stem(word),
            Self::French => fr::stem(word).into(),
            Self::German => de::stem(word).into(),
            Self::Korean => ko::stem(word).into(),
            Self::Spanish => es::stem(word).into(),
        }
    }
}

/// Whether Chinese characters in a text of the language are read as Japanese ones, so that they are found by kana and romaji.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Readings {
    /// They are its own, and Japanese.
    Own,
    /// They are quoted: in a guide that is in Japanese too, from there.
    Quoted,
    /// They are its own, and read otherwise.
    Apart,
}

static NOTHING: Known = Known {
    small_words: &[],
    asks: |_| false,
    endings: None,
    readings: Readings::Quoted,
    words: &[],
    letter: None,
};

pub(super) fn of(language: Language) -> &'static Known {
    match language.base().tag() {
        "ja" => &ja::KNOWN,
        "en" => &en::KNOWN,
        "zh" => &zh::KNOWN,
        "ko" => &ko::KNOWN,
        "de" => &de::KNOWN,
        "es" => &es::KNOWN,
        "fr" => &fr::KNOWN,
        _ => &NOTHING,
    }
}

/// What languages call themselves.
const OWN_NAMES: &[(&str, &str)] = &[
    ("ja", "日本語"),
    ("ja-x-easy", "やさしい日本語"),
    ("en", "English"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("ko", "한국어"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fil", "Filipino"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("km", "ខ្មែរ"),
    ("lo", "ລາວ"),
    ("mn", "Монгол"),
    ("ms", "Bahasa Melayu"),
    ("my", "မြန်မာ"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("si", "සිංහල"),
    ("sv", "Svenska"),
    ("ta", "தமிழ்"),
    ("th", "ไทย"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
];

/// Its own name by itself or by what it is a kind of; then its tag tells which kind.
pub(super) fn own_name(language: Language) -> String {
    let name = |of: Language| {
        let mut names = OWN_NAMES.iter();
        names
            .find(|(tag, _)| *tag == of.tag())
            .map(|(_, name)| name)
    };
    match language
        .chain()
        .find_map(|wider| Some((wider, name(wider)?)))
    {
        Some((wider, name)) if wider == language => (*name).to_owned(),
        Some((_, name)) => format!("{name} ({language})"),
        None => language.tag().to_owned(),
    }
}

/// The languages of ISO 639-1.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my \
    na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

pub(super) fn exists(language: Language) -> bool {
    let base = language.base();
    base.tag().len() != 2 || TWO_LETTERS.split(' ').any(|code| code == base.tag())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().expect(tag)
    }

    #[test]
    fn languages_name_themselves() {
        let check = |tag: &str, name: &str| assert_eq!(language(tag).own_name(), name);
        check("ja", "日本語");
        check("zh-Hant", "繁體中文");
        check("ja-x-easy", "やさしい日本語");
        check("en-GB", "English (en-GB)");
        check("eu", "eu");
        for (tag, _) in OWN_NAMES {
            let language = language(tag);
            assert!(language.exists() && language.tag() == *tag, "{tag}");
        }
    }

    #[test]
    fn a_country_is_no_language() {
        for tag in ["jp", "cn", "jp-x-easy"] {
            assert!(!language(tag).exists(), "{tag}");
        }
        for tag in ["ja", "ko", "fr-CA", "fil", "haw"] {
            assert!(language(tag).exists(), "{tag}");
        }
    }

    #[test]
    fn small_words_are_sorted() {
        // They are looked up by binary search.
        for known in [
            &ja::KNOWN,
            &en::KNOWN,
            &zh::KNOWN,
            &ko::KNOWN,
            &de::KNOWN,
            &es::KNOWN,
            &fr::KNOWN,
            &NOTHING,
        ] {
            assert!(known.small_words.is_sorted_by(|a, b| a < b), "{known:?}");
        }
    }
}
