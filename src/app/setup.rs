//! What the browser is from its start to its end.

use chrono_tz::Tz;

use super::{Bound, Clipboard};
use crate::frame::Look;
use crate::frame::keys::KeyHelp;
use crate::language::Language;
use crate::page::Medium;

/// What the browser was started with.
#[derive(Debug, Clone)]
pub struct Setup {
    pub look: Look,
    /// What pages are set for.
    pub medium: Medium,
    /// The zone of whoever sits at the terminal.
    pub viewer: Tz,
    /// The language that every visit begins in, as far as the guide is written in it.
    pub language: Language,
    /// Whether that is what somebody wants; else a guide is shown in its first.
    pub(super) wants_language: bool,
    /// Whether clicks and the wheel come here when a visit begins.
    pub mouse: bool,
    pub clipboard: Clipboard,
    /// What to type before a command, so that it reads the same guide: `madoguchi --guide docs`.
    pub program: String,
    /// Which keys do what.
    pub bound: Bound,
    /// What is to be said of the keys.
    pub keys: Vec<KeyHelp>,
    /// Whether what is asked is handed over.
    pub(super) insight: bool,
}
