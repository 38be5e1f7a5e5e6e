use super::Korean;
use crate::i18n::copy::{CopyTexts, Words};

static TEXTS: CopyTexts = CopyTexts {
    title: "복사",
    how: "숫자 키를 누르면 터미널의 클립보드로 보냅니다. 화면에서 선택하려면 Shift를 누른 채 드래그하거나 F12로 마우스를 꺼 주세요.",
    address: "웹 주소",
    text: "이 절의 글",
    id: "이 절의 ID",
    command: "명령으로 보기",
    by_hand: "이 터미널로는 보낼 수 없습니다. 화면에서 선택해 주세요",
};

impl Words for Korean {
    fn texts(&self) -> &'static CopyTexts {
        &TEXTS
    }

    fn copied(&self, what: &str) -> String {
        format!("터미널로 보냈습니다: {what}. 붙여 넣을 수 없으면 화면에서 선택해 주세요")
    }

    fn text_of(&self, title: &str) -> String {
        format!("“{title}”의 글")
    }
}
