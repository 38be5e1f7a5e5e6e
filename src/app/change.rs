//! What has become of the guide while it is open.

use super::App;
use crate::i18n::changes as words;

/// What its author has done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is another now. Of these files, relative to its folder: what is gone among them, too.
    Updated(Vec<String>),
    /// It cannot be used because of what stands here, and what there was before stays.
    Refused(String),
    /// It is as it was: what was wrong is put right, or nothing has changed at all.
    Restored,
}

impl App {
    /// What was heard last; that something is new goes away by itself, or with the next key.
    pub(super) fn hear_change(&mut self, change: Change) {
        match change {
            Change::Restored if !self.is_out_of_date() => {}
            Change::Restored => self.world.change = None,
            change => self.world.change = Some(change),
        }
    }

    /// The next key, or the next minute: who has not seen by now that something is new need not.
    pub(super) fn forget_update(&mut self) {
        if matches!(self.world.change, Some(Change::Updated(_))) {
            self.world.change = None;
        }
    }

    /// What there is to say of it, in a line.
    pub fn change(&self) -> Option<String> {
        let lang = self.visit.language;
        Some(match self.world.change.as_ref()? {
            Change::Updated(files) => words::updated(files, lang),
            Change::Refused(place) => words::refused(place, lang),
            Change::Restored => return None,
        })
    }

    /// Whether what is shown is not what its author has made of it.
    pub const fn is_out_of_date(&self) -> bool {
        matches!(self.world.change, Some(Change::Refused(_)))
    }
}
