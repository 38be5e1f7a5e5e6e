//! What is said of the mouse.

use crate::guide::{Guide, Part};
use crate::language::Language;

/// What a language says of it.
pub trait Words {
    fn title(&self) -> &'static str;
    /// What the bar leads to: the desks, or in a guide without any its details.
    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3];
    fn selecting(&self) -> (&'static str, &'static str);
    fn state(&self, on: bool) -> &'static str;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The heading in the help.
pub fn title(lang: Language) -> &'static str {
    words(lang).title()
}

/// What the mouse does, a line for each: where, and what.
pub fn explained(guide: &Guide, lang: Language) -> [(&'static str, &'static str); 3] {
    words(lang).explained(guide.has(Part::Desks))
}

/// How text is selected while clicks come here, in the same form.
pub fn selecting(lang: Language) -> (&'static str, &'static str) {
    words(lang).selecting()
}

/// Whose the mouse is now.
pub fn state(on: bool, lang: Language) -> &'static str {
    words(lang).state(on)
}
