//! What is said of the mouse.

use crate::language::Language;

/// The heading in the help.
pub const fn title(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "マウス",
        Language::En => "The mouse",
    }
}

/// What the mouse does, a line for each: where, and what.
pub const fn explained(reader: Language) -> [(&'static str, &'static str); 3] {
    match reader {
        Language::Ja => [
            ("ホイール", "指している側を動かす"),
            (
                "クリック",
                "結果を選ぶ（もう一度で読む）、リンクや画面下の案内に従う",
            ),
            ("", "検索欄のその文字へ、下の帯から窓口の一覧へ"),
        ],
        Language::En => [
            ("wheel", "scrolls the side it is over"),
            (
                "click",
                "chooses a result (again: reads it), follows links and the hints at the foot",
            ),
            (
                "",
                "goes to that place in the field; on the bar: to the desks",
            ),
        ],
    }
}

/// How text is selected while clicks come here, in the same form.
pub const fn selecting(reader: Language) -> (&'static str, &'static str) {
    match reader {
        Language::Ja => ("Shift+ドラッグ", "端末の文字を選択する（多くの端末で）"),
        Language::En => ("Shift-drag", "selects text, in most terminals"),
    }
}

/// Whose the mouse is now.
pub const fn state(on: bool, reader: Language) -> &'static str {
    match (on, reader) {
        (true, Language::Ja) => {
            "クリックとホイールが使えます。F12 で切ると、端末で文字を選択できます"
        }
        (false, Language::Ja) => "マウスを切りました。端末で文字を選択できます。F12 でまた使えます",
        (true, Language::En) => {
            "Clicks and the wheel work here. F12 leaves them to the terminal, for selecting text"
        }
        (false, Language::En) => {
            "The mouse is off: text can be selected in the terminal. F12 turns it on again"
        }
    }
}
