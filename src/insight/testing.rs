//! What the tests of this room share.

use super::Line;
use crate::language::Language;

/// Somebody asked this at an hour, and opened something.
pub fn line(query: &str, hour: u8) -> Line {
    Line {
        hour: format!("2026-11-29T{hour:02}"),
        language: Language::JA,
        query: query.to_owned(),
        hits: 2,
        opened: vec!["partner#steps".to_owned()],
        empty_handed: false,
    }
}
