//! What is known of Korean.

use super::known::{Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: &[],
    asks: |_| false,
    endings: None,
    readings: Readings::Quoted,
    words: &["한국말"],
    letter: None,
};
