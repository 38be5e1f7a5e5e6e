use super::Japanese;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    begin: "日本語で始める",
    official_number: "公式の電話番号",
    press_a_key: "キーを押してください",
    press_or_touch: "キーを押すか、画面に触れてください",
    staff: "係員用",
    enter_pin: "暗証番号を入力して Enter（表示されません。Esc で戻る）",
    wrong_pin: "違います。しばらく待ってから、もう一度",
};

impl Words for Japanese {
    fn texts(&self) -> &'static KioskTexts {
        &TEXTS
    }

    fn countdown(&self, seconds: i64) -> [String; 2] {
        [
            format!("あと{seconds}秒で最初の画面に戻ります（どれかのキーで続けます）"),
            format!("あと{seconds}秒で戻ります（キーで続行）"),
        ]
    }

    fn urgent(&self, when: &str, what: &str) -> String {
        format!("{when}：{what}")
    }
}
