//! Languages as data: what they are called by machines, what is known of them, and texts that exist in one or more.
//!
//! A guide may be in any language that has a tag. What more is known of some is in a file each; a language of which
//! nothing is known is read as it is written.

mod de;
mod en;
mod es;
mod fr;
mod ja;
mod known;
mod ko;
mod localized;
mod zh;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::iter;
use std::str::FromStr;

use icu_locale_core::Locale;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};
use tinystr::{TinyAsciiStr, tinystr};

pub use ja::EMPTY as EMPTY_JA;
pub use known::{Endings, Known, Readings};
pub use localized::Localized;

/// The longest tag, in characters.
pub const MAX_TAG: usize = 16;

/// A language by its tag (BCP 47) in canonical case: `ja`, `en`, `zh-Hans`, `ja-x-easy`.
#[derive(Clone, Copy, Eq, PartialOrd, Ord)]
pub struct Language(TinyAsciiStr<MAX_TAG>);

/// By bytes, not letter by letter: a search compares the languages of all that it found.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.0.all_bytes() == other.0.all_bytes()
    }
}

impl Hash for Language {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.all_bytes().hash(state);
    }
}

impl Language {
    pub const JA: Self = Self(tinystr!(16, "ja"));
    pub const EN: Self = Self(tinystr!(16, "en"));
    pub const ZH_HANS: Self = Self(tinystr!(16, "zh-Hans"));
    pub const ZH_HANT: Self = Self(tinystr!(16, "zh-Hant"));
    pub const KO: Self = Self(tinystr!(16, "ko"));

    pub const fn tag(&self) -> &str {
        self.0.as_str()
    }

    /// What it is a kind of, with all that tells regions, scripts and manners apart taken away: `zh` of `zh-Hant-TW`.
    #[must_use]
    pub fn base(self) -> Self {
        self.chain().last().unwrap_or(self)
    }

    /// Whether those who speak one can talk with those who speak the other, whatever they like to read.
    pub fn is_kin_of(self, other: Self) -> bool {
        self == other || self.base() == other.base()
    }

    /// Itself, then what it is a kind of, step by step: `zh-TW`, `zh-Hant`, `zh`; `ja-x-easy`, `ja`.
    pub fn chain(self) -> impl Iterator<Item = Self> {
        iter::successors(Some(self), Self::wider)
    }

    fn wider(&self) -> Option<Self> {
        if let Some(script) = zh::script_of(self.tag()) {
            return script.parse().ok();
        }
        let (rest, _) = self.tag().rsplit_once('-')?;
        // The letter that begins a private part is nothing by itself.
        let private = rest.rsplit_once('-').filter(|(_, begin)| begin.len() == 1);
        let rest = private.map_or(rest, |(before, _)| before);
        let tag = TinyAsciiStr::try_from_str(rest).ok()?;
        Some(Self(tag))
    }

    /// Which of these a reader of this language gets: itself, else what it is a kind of, else another of the same kind;
    /// `None` where there is none of these.
    pub fn among(self, languages: impl IntoIterator<Item = Self, IntoIter: Clone>) -> Option<Self> {
        let languages = languages.into_iter();
        let mut chain = self.chain();
        let nearest = chain.find(|wanted| languages.clone().any(|language| language == *wanted));
        nearest.or_else(|| languages.clone().find(|language| language.is_kin_of(self)))
    }

    /// What is known of it, or of what it is a kind of.
    pub fn known(self) -> &'static Known {
        known::of(self)
    }

    /// What it calls itself: `日本語`, `English`; its tag where that is not known.
    pub fn own_name(self) -> String {
        known::own_name(self)
    }

    /// Whether there is such a language, as far as two letters can tell: all codes of two letters are given out or not.
    pub fn exists(self) -> bool {
        known::exists(self)
    }
}

/// The language behind another in a guide's order, and behind the last one the first; `None` where there is only one.
pub fn after(languages: &[Language], now: Language) -> Option<Language> {
    let here = languages.iter().position(|language| *language == now);
    let next = here.map_or(0, |here| (here + 1) % languages.len());
    let next = languages.get(next).copied();
    next.filter(|next| *next != now)
}

/// A language and the one [`after`] it, in a guide's order.
pub fn pair(languages: &[Language], now: Language) -> Option<[Language; 2]> {
    let mut pair = [now, after(languages, now)?];
    pair.sort_by_key(|language| languages.iter().position(|other| other == language));
    Some(pair)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Tag)
    }
}

/// Takes a tag where it stands.
struct Tag;

impl Visitor<'_> for Tag {
    type Value = Language;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tag of a language")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<Language, E> {
        TinyAsciiStr::try_from_str(tag)
            .map(Language)
            .map_err(E::custom)
    }
}

/// The text is no tag of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLanguage {
    /// It is not formed as BCP 47 has it.
    Malformed,
    /// It is longer than [`MAX_TAG`].
    TooLong,
}

impl FromStr for Language {
    type Err = NoLanguage;

    /// Takes a tag in any case.
    fn from_str(tag: &str) -> Result<Self, NoLanguage> {
        let canonical = Locale::normalize(tag).map_err(|_| NoLanguage::Malformed)?;
        if canonical == "und" || canonical.starts_with("und-") {
            return Err(NoLanguage::Malformed);
        }
        let tag = TinyAsciiStr::try_from_str(&canonical).map_err(|_| NoLanguage::TooLong)?;
        Ok(Self(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().expect(tag)
    }

    #[test]
    fn tags_are_well_formed_and_in_one_case() {
        for (written, canonical) in [
            ("ja", "ja"),
            ("JA", "ja"),
            ("zh-hans", "zh-Hans"),
            ("ZH-HANT-tw", "zh-Hant-TW"),
            ("ja-X-Easy", "ja-x-easy"),
            ("es-419", "es-419"),
            ("fil", "fil"),
        ] {
            assert_eq!(language(written).tag(), canonical);
        }
        for malformed in [
            "",
            "-",
            "j",
            "日本語",
            "ja-",
            "-ja",
            "ja--JP",
            "ja jp",
            "../ja",
            "ja/",
            "ja-x",
            "und",
            "ja\n",
            "1a",
        ] {
            let parsed = malformed.parse::<Language>();
            assert_eq!(parsed, Err(NoLanguage::Malformed), "{malformed:?}");
        }
        let long = "ja-x-easy-to-read-for-all";
        assert_eq!(long.parse::<Language>(), Err(NoLanguage::TooLong));
    }

    #[test]
    fn a_chain_leads_to_the_base() {
        let chain = |tag: &str| {
            let tags = language(tag).chain().map(|l| l.tag().to_owned());
            tags.collect::<Vec<_>>()
        };
        assert_eq!(chain("ja"), ["ja"]);
        assert_eq!(chain("ja-x-easy"), ["ja-x-easy", "ja"]);
        assert_eq!(chain("en-GB"), ["en-GB", "en"]);
        assert_eq!(chain("zh-TW"), ["zh-TW", "zh-Hant", "zh"]);
        assert_eq!(chain("zh-CN"), ["zh-CN", "zh-Hans", "zh"]);
        assert_eq!(chain("zh-Hant-HK"), ["zh-Hant-HK", "zh-Hant", "zh"]);
    }

    #[test]
    fn languages_follow_each_other_in_a_circle() {
        let all = ["ja", "en", "ko"].map(language);
        let [ja, en, ko] = all;
        assert_eq!(
            all.map(|now| after(&all, now)),
            [Some(en), Some(ko), Some(ja)]
        );
        assert_eq!(
            all.map(|now| pair(&all, now)),
            [Some([ja, en]), Some([en, ko]), Some([ja, ko])]
        );
        assert_eq!((after(&[ja], ja), pair(&[ja], ja)), (None, None));
        assert_eq!((after(&[], ja), after(&[ja], en)), (None, Some(ja)));
    }

    #[test]
    fn a_reader_gets_the_nearest_language_there_is() {
        let among = |wanted: &str, there: &[&str]| {
            let there: Vec<Language> = there.iter().map(|tag| language(tag)).collect();
            let found = language(wanted).among(there.iter().copied());
            found.map(|language| language.tag().to_owned())
        };
        let check = |wanted: &str, there: &[&str], expected: Option<&str>| {
            assert_eq!(among(wanted, there).as_deref(), expected, "{wanted}");
        };
        check("en", &["ja", "en"], Some("en"));
        check("ja-x-easy", &["en", "ja"], Some("ja"));
        check("zh-TW", &["zh-Hans", "zh-Hant"], Some("zh-Hant"));
        check("zh-Hant", &["ja", "zh-Hans"], Some("zh-Hans"));
        check("en", &["ja", "en-GB"], Some("en-GB"));
        check("ko", &["ja", "en"], None);
    }
}
