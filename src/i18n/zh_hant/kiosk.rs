use super::Traditional;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    begin: "以繁體中文開始",
    official_number: "官方電話",
    press_a_key: "請按任意鍵",
    press_or_touch: "請按任意鍵或觸碰畫面",
    staff: "工作人員專用",
    enter_pin: "請輸入密碼並按 Enter（不會顯示；按 Esc 返回）",
    wrong_pin: "密碼不對，請稍後再試",
};

impl Words for Traditional {
    fn texts(&self) -> &'static KioskTexts {
        &TEXTS
    }

    fn countdown(&self, seconds: i64) -> [String; 2] {
        [
            format!("{seconds}秒後回到開始畫面（按任意鍵可繼續）"),
            format!("{seconds}秒後返回（按鍵繼續）"),
        ]
    }

    fn urgent(&self, when: &str, what: &str) -> String {
        format!("{when}：{what}")
    }
}
