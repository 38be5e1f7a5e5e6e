//! What a public terminal says: who stands before it may read either language, so that most of it is said in both.

use crate::language::Language;

/// The fixed texts in one language.
#[derive(Debug)]
pub struct Texts {
    /// On the screen that attracts.
    pub press_any_key: &'static str,
    /// The same where clicks are seen: a touch screen reports taps as such.
    pub press_or_click: &'static str,
    /// Above the request for the PIN.
    pub staff: &'static str,
    pub enter_pin: &'static str,
    /// While attempts have to wait.
    pub wrong_pin: &'static str,
}

static JA: Texts = Texts {
    press_any_key: "どれかのキーを押してください",
    press_or_click: "キーかクリック（タップ）で始まります",
    staff: "係員用",
    enter_pin: "暗証番号を入力して Enter（表示されません。Esc で戻る）",
    wrong_pin: "違います。しばらく待ってから、もう一度",
};

static EN: Texts = Texts {
    press_any_key: "Press any key",
    press_or_click: "Press any key, click or tap",
    staff: "Staff only",
    enter_pin: "Type the PIN, then Enter (not shown; Esc: back)",
    wrong_pin: "Wrong. Wait a while, then try again",
};

pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Before everything is wiped, in full and in short.
pub fn countdown(reader: Language, seconds: i64) -> [String; 2] {
    match reader {
        Language::Ja => [
            format!("あと{seconds}秒で最初の画面に戻ります（どれかのキーで続けます）"),
            format!("あと{seconds}秒で戻ります（キーで続行）"),
        ],
        Language::En => {
            let unit = if seconds == 1 { "second" } else { "seconds" };
            [
                format!("Back to the start in {seconds} {unit} (press any key to stay)"),
                format!("Restart in {seconds} s: any key stays"),
            ]
        }
    }
}
