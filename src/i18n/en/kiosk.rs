use super::English;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    press_any_key: "Press any key",
    press_or_click: "Press any key, click or tap",
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
}
