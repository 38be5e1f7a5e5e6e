//! What is said of the mouse.

use crate::language::Language;

/// What a language says of it.
pub trait Words {
    fn title(&self) -> &'static str;
    fn explained(&self) -> [(&'static str, &'static str); 3];
    fn selecting(&self) -> (&'static str, &'static str);
    fn state(&self, on: bool) -> &'static str;
}

fn words(reader: Language) -> &'static dyn Words {
    super::of(reader)
}

/// The heading in the help.
pub fn title(reader: Language) -> &'static str {
    words(reader).title()
}

/// What the mouse does, a line for each: where, and what.
pub fn explained(reader: Language) -> [(&'static str, &'static str); 3] {
    words(reader).explained()
}

/// How text is selected while clicks come here, in the same form.
pub fn selecting(reader: Language) -> (&'static str, &'static str) {
    words(reader).selecting()
}

/// Whose the mouse is now.
pub fn state(on: bool, reader: Language) -> &'static str {
    words(reader).state(on)
}
