//! Taking out what must never reach a terminal.

use std::borrow::Cow;

/// Removes control characters (but keeps `\n`, and `\t` as a space), bidirectional controls, zero-width characters, tag characters,
/// other invisible format characters, and combining marks beyond a reasonable number per base character.
pub fn clean(_text: &str) -> Cow<'_, str> {
    todo!()
}
