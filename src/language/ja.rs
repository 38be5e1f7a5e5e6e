//! What is known of Japanese. How it is read is in [`crate::text::reading`].

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: &[],
    // Its Latin words are English ones.
    endings: Some(Endings::English),
    readings: Readings::Own,
    words: &["日本語", "にほんご"],
    letter: Some("j"),
};

/// Particles that may stand directly after a kanji and are not its ending.
pub const PARTICLES: &[&str] = &[
    "を",
    "が",
    "は",
    "に",
    "へ",
    "と",
    "で",
    "も",
    "の",
    "や",
    "か",
    "から",
    "まで",
    "より",
    "には",
    "では",
    "とは",
    "への",
    "での",
    "との",
    "からの",
    "までの",
    "ので",
    "のに",
    "けど",
    "って",
    "という",
    "など",
    "だけ",
    "ですか",
    "です",
];
