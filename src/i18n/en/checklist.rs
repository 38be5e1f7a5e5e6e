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
}
