use super::Traditional;
use crate::i18n::copy::{CopyTexts, Words};

static TEXTS: CopyTexts = CopyTexts {
    title: "複製",
    how: "按數字鍵，即可送到終端機的剪貼簿。如要在畫面上選取，請按住 Shift 拖曳，或按 F12 關閉滑鼠。",
    address: "網址",
    text: "本節的文字",
    id: "本節的 ID",
    command: "用指令顯示",
    by_hand: "無法送到此終端機，請在畫面上選取",
};

impl Words for Traditional {
    fn texts(&self) -> &'static CopyTexts {
        &TEXTS
    }

    fn copied(&self, what: &str) -> String {
        format!("已將 {what} 送到終端機。如無法貼上，請在畫面上選取")
    }

    fn text_of(&self, title: &str) -> String {
        format!("「{title}」的文字")
    }
}
