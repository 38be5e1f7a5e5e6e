//! What to have ready before calling.

use crate::language::Language;

/// What a language says of it.
pub trait Words {
    fn title(&self) -> &'static str;
    fn summary(&self) -> &'static str;
    fn whole_section(&self) -> &'static str;
    fn never_tell(&self) -> &'static str;
    fn ticked(&self, done: usize, all: usize) -> String;
    fn all_ticked(&self, all: usize) -> String;
    /// So many of all, for the ear.
    fn of(&self, done: usize, all: usize) -> String;
    /// Before what is ready or not, for the ear.
    fn state(&self, is_ready: bool) -> &'static str;
    /// Behind a list of which everything is ready.
    fn complete(&self) -> &'static str;
    /// What becomes of ticks.
    fn not_kept(&self) -> &'static str;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The title of the list of all checklists.
pub fn title(lang: Language) -> &'static str {
    words(lang).title()
}

/// What that list is for.
pub fn summary(lang: Language) -> &'static str {
    words(lang).summary()
}

/// The link from a card to the text that it is from.
pub fn whole_section(lang: Language) -> &'static str {
    words(lang).whole_section()
}

/// Above what nobody should be told: `決して教えないでください`.
pub fn never_tell(lang: Language) -> &'static str {
    words(lang).never_tell()
}

/// How many of the boxes are ticked.
pub fn ticked(done: usize, all: usize, lang: Language) -> String {
    if done == all {
        words(lang).all_ticked(all)
    } else {
        words(lang).ticked(done, all)
    }
}

/// The same for the ear.
pub fn of(done: usize, all: usize, lang: Language) -> String {
    words(lang).of(done, all)
}

/// What stands before a task in the place of a box, for the ear.
pub fn state(is_ready: bool, lang: Language) -> &'static str {
    words(lang).state(is_ready)
}

/// Behind a list of which everything is ready: `✓ 完了`.
pub fn complete(lang: Language) -> &'static str {
    words(lang).complete()
}

/// That ticks are gone when the program ends.
pub fn not_kept(lang: Language) -> &'static str {
    words(lang).not_kept()
}
