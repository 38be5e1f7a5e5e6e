//! Effects that the state asks for; `tui` carries them out.

use super::kiosk::Secret;
use crate::language::Language;
use crate::search::service::Query;

/// Something to do outside.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Search(SearchRequest),
    /// Draws the whole screen anew, not only what changed.
    Redraw,
    /// Gives the terminal back to the shell until the shell continues the program.
    Suspend,
    /// Puts a text of the guide on the clipboard, if the terminal has one.
    Copy(String),
    /// Asks the terminal for clicks and the wheel, or leaves them to it.
    Mouse(bool),
    Quit,
    /// Draws the whole screen anew, and leaves nothing in the terminal of what was on it.
    Wipe,
    /// Compares what was typed with the PIN, and says so by [`News::PinChecked`](super::News::PinChecked).
    CheckPin(Secret),
    /// Staff end the kiosk.
    Leave,
    /// Makes room for a browser that shows another guide.
    Renew,
}

/// A query, and the number that its answer will carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    pub id: u64,
    pub query: String,
    pub language: Language,
    pub limit: usize,
}

impl<'a> From<&'a SearchRequest> for Query<'a> {
    fn from(request: &'a SearchRequest) -> Self {
        Self {
            text: &request.query,
            language: request.language,
            limit: request.limit,
        }
    }
}
