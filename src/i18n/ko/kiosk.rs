use super::Korean;
use crate::i18n::kiosk::{KioskTexts, Words};

static TEXTS: KioskTexts = KioskTexts {
    begin: "한국어로 시작",
    official_number: "공식 전화번호",
    press_a_key: "아무 키나 눌러 주세요",
    press_or_touch: "아무 키나 누르거나 화면을 터치해 주세요",
    staff: "직원 전용",
    enter_pin: "비밀번호를 입력하고 Enter(표시되지 않습니다. Esc로 돌아가기)",
    wrong_pin: "틀렸습니다. 잠시 후 다시 입력해 주세요",
};

impl Words for Korean {
    fn texts(&self) -> &'static KioskTexts {
        &TEXTS
    }

    fn countdown(&self, seconds: i64) -> [String; 2] {
        [
            format!("{seconds}초 후 첫 화면으로 돌아갑니다(아무 키나 누르면 계속)"),
            format!("{seconds}초 후 돌아감(키를 누르면 계속)"),
        ]
    }

    fn urgent(&self, when: &str, what: &str) -> String {
        format!("{when}: {what}")
    }
}
