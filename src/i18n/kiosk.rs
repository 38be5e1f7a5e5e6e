//! What a public terminal says: who stands before it may read any of the guide's languages, so that most of it is said in all.

use crate::language::Language;

/// The fixed texts in one language.
#[derive(Debug)]
pub struct KioskTexts {
    /// On the button that begins in this language.
    pub begin: &'static str,
    /// Above the number to call.
    pub official_number: &'static str,
    /// On the screen that attracts.
    pub press_a_key: &'static str,
    /// The same where clicks are seen: a touch screen reports taps as such.
    pub press_or_touch: &'static str,
    /// Above the request for the PIN.
    pub staff: &'static str,
    pub enter_pin: &'static str,
    /// While attempts have to wait.
    pub wrong_pin: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static KioskTexts;
    fn countdown(&self, seconds: i64) -> [String; 2];
    /// What to do first, and when.
    fn urgent(&self, when: &str, what: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static KioskTexts {
    words(lang).texts()
}

/// Before everything is wiped, in full and in short.
pub fn countdown(lang: Language, seconds: i64) -> [String; 2] {
    words(lang).countdown(seconds)
}

/// What to do first, and when: what the guide's urgent topic is about, and what it is called.
pub fn urgent(when: &str, what: &str, lang: Language) -> String {
    words(lang).urgent(when, what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::SPOKEN;
    use crate::text::width::width;

    #[test]
    fn the_short_countdown_has_room_on_the_smallest_screen() {
        for lang in SPOKEN {
            for seconds in [1, 60] {
                let [full, short] = countdown(lang, seconds);
                assert!(width(&short) <= 38 && width(&full) <= 78, "{short} {full}");
                assert!(short.contains(&seconds.to_string()), "{short}");
            }
        }
    }
}
