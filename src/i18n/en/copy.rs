use super::English;
use crate::i18n::copy::{CopyTexts, Words};

static TEXTS: CopyTexts = CopyTexts {
    title: "Copy",
    how: "A number key sends it to the terminal's clipboard. To select it on the screen, drag with Shift held down, or turn the mouse off with F12.",
    address: "Web address",
    text: "The text of this section",
    id: "The id of this section",
    command: "Show it by a command",
    by_hand: "This terminal takes no copies. Select it on the screen",
};

impl Words for English {
    fn texts(&self) -> &'static CopyTexts {
        &TEXTS
    }

    fn copied(&self, what: &str) -> String {
        format!("Sent {what} to the terminal. If it cannot be pasted, select it there")
    }

    fn text_of(&self, title: &str) -> String {
        format!("the text of “{title}”")
    }
}
