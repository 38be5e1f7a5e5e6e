use super::English;
use crate::i18n::checklist::Words;

impl Words for English {
    fn title(&self) -> &'static str {
        "Before you call"
    }

    fn summary(&self) -> &'static str {
        "What to have at hand, desk by desk."
    }

    fn whole_section(&self) -> &'static str {
        "Read the section"
    }

    fn never_tell(&self) -> &'static str {
        "Never tell anyone"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("{done} of {all} ready")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("All {all} ready")
    }
}
