//! What is said of a signed guide: which release of it this is, and how long that is good.

use chrono::NaiveDate;

use super::desk::remark;
use super::time::long_date;
use crate::language::Language;
use crate::trust::Issue;

/// The fixed texts in one language.
#[derive(Debug)]
pub struct ReleaseTexts {
    /// Before which release it is.
    pub release: &'static str,
    /// Before the last day on which it is good.
    pub good_until: &'static str,
    /// That day is over.
    pub expired: &'static str,
}

/// What a language says of it. Days come in the reader's words.
pub trait Words {
    fn texts(&self) -> &'static ReleaseTexts;
    /// The release with this serial, which was made on a day and is signed.
    fn made(&self, serial: u64, day: &str) -> String;
    /// So many days are left, from none on.
    fn days_left(&self, days: i64) -> String;
    /// A guide is shown that was good until a day: in a sentence, and in a few words.
    fn out_of_date(&self, day: &str) -> [String; 2];
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static ReleaseTexts {
    words(lang).texts()
}

/// Which release it is: `42, made 29 Nov 2026, signed`.
pub fn made(release: &Issue, lang: Language) -> String {
    words(lang).made(release.serial, &long_date(release.made, lang))
}

/// The last day on which it is good, and how long that is from `today`.
pub fn good_until(release: &Issue, today: NaiveDate, lang: Language) -> String {
    let days = (release.good_until - today).num_days();
    let left = if days < 0 {
        texts(lang).expired.to_owned()
    } else {
        words(lang).days_left(days)
    };
    remark(&long_date(release.good_until, lang), &left, lang)
}

/// That a guide was good until a day, in a sentence and in a few words.
pub fn out_of_date(last: NaiveDate, lang: Language) -> [String; 2] {
    words(lang).out_of_date(&long_date(last, lang))
}
