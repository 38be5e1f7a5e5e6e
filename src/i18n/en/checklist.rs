use super::English;
use crate::i18n::checklist::Words;

impl Words for English {
    fn title(&self) -> &'static str {
        "Checklists"
    }

    fn summary(&self) -> &'static str {
        "What to have ready before you call"
    }

    fn whole_section(&self) -> &'static str {
        "Read the section"
    }

    fn never_tell(&self) -> &'static str {
        "Never tell"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("{done} of {all} ready")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("All ready ({all}/{all})")
    }

    fn of(&self, done: usize, all: usize) -> String {
        format!("{done} of {all} ready")
    }

    fn state(&self, is_ready: bool) -> &'static str {
        if is_ready { "ready: " } else { "not ready: " }
    }

    fn complete(&self) -> &'static str {
        "✓ done"
    }

    fn not_kept(&self) -> &'static str {
        "Nothing is recorded: ticks are gone when the program ends."
    }
}
