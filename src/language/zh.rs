//! What is known of Chinese.

use super::Endings;
use super::known::{Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: &[],
    asks: |_| false,
    endings: None::<Endings>,
    // Its characters are not read as Japanese ones are.
    readings: Readings::Apart,
    words: &["中文"],
    letter: None,
};

/// The script in which it is written where a region is named and no script is.
pub(super) fn script_of(tag: &str) -> Option<&'static str> {
    match tag {
        "zh-TW" | "zh-HK" | "zh-MO" => Some("zh-Hant"),
        "zh-CN" | "zh-SG" | "zh-MY" => Some("zh-Hans"),
        _ => None,
    }
}
