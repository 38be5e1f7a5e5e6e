use super::English;
use crate::i18n::names::Words;

const NAMES: &[(&str, &str)] = &[
    ("ja", "Japanese"),
    ("ja-x-easy", "Easy Japanese"),
    ("en", "English"),
    ("zh", "Chinese"),
    ("zh-Hans", "Chinese (simplified)"),
    ("zh-Hant", "Chinese (traditional)"),
    ("ko", "Korean"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fil", "Filipino"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("km", "Khmer"),
    ("lo", "Lao"),
    ("mn", "Mongolian"),
    ("ms", "Malay"),
    ("my", "Burmese"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("si", "Sinhala"),
    ("sv", "Swedish"),
    ("ta", "Tamil"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
];

impl Words for English {
    fn language(&self, tag: &str) -> Option<&'static str> {
        let mut names = NAMES.iter();
        names.find(|(of, _)| *of == tag).map(|(_, name)| *name)
    }
}
