use super::Simplified;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    begin: "用简体中文开始",
    official_number: "官方电话",
    press_a_key: "请按任意键",
    press_or_touch: "请按任意键或触摸画面",
    staff: "工作人员专用",
    enter_pin: "请输入密码并按 Enter（不会显示；按 Esc 返回）",
    wrong_pin: "密码不对，请稍后再试",
};

impl Words for Simplified {
    fn texts(&self) -> &'static KioskTexts {
        &TEXTS
    }

    fn countdown(&self, seconds: i64) -> [String; 2] {
        [
            format!("{seconds}秒后回到开始画面（按任意键可继续）"),
            format!("{seconds}秒后返回（按键继续）"),
        ]
    }

    fn urgent(&self, when: &str, what: &str) -> String {
        format!("{when}：{what}")
    }
}
