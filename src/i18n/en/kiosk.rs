use super::English;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    begin: "Start in English",
    official_number: "Official number",
    press_a_key: "Press a key",
    press_or_touch: "Press a key or touch the screen",
    staff: "Staff only",
    enter_pin: "Type the PIN, then Enter (not shown; Esc: back)",
    wrong_pin: "Wrong. Wait a while, then try again",
};

impl Words for English {
    fn texts(&self) -> &'static KioskTexts {
        &TEXTS
    }

    fn countdown(&self, seconds: i64) -> [String; 2] {
        let unit = if seconds == 1 { "second" } else { "seconds" };
        [
            format!("Back to the start in {seconds} {unit} (press any key to stay)"),
            format!("Restart in {seconds} s: any key stays"),
        ]
    }

    fn urgent(&self, when: &str, what: &str) -> String {
        format!("{when}: {what}")
    }
}
