use super::English;
use crate::i18n::mouse::Words;

impl Words for English {
    fn title(&self) -> &'static str {
        "The mouse"
    }

    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3] {
        [
            ("wheel", "scrolls the side it is over"),
            (
                "click",
                "chooses a result (again: reads it), follows links and the hints at the foot",
            ),
            (
                "",
                if desks {
                    "goes to that place in the field; on the bar: to the desks"
                } else {
                    "goes to that place in the field; on the bar: to the guide's details"
                },
            ),
        ]
    }

    fn selecting(&self) -> (&'static str, &'static str) {
        ("Shift-drag", "selects text, in most terminals")
    }

    fn state(&self, on: bool) -> &'static str {
        if on {
            "Clicks and the wheel work here. F12 leaves them to the terminal, for selecting text"
        } else {
            "The mouse is off: text can be selected in the terminal. F12 turns it on again"
        }
    }
}
