use super::Simplified;
use crate::i18n::copy::{CopyTexts, Words};

static TEXTS: CopyTexts = CopyTexts {
    title: "复制",
    how: "按数字键，即可送到终端的剪贴板。如要在画面上选取，请按住 Shift 拖动，或按 F12 关闭鼠标。",
    address: "网址",
    text: "本节的文字",
    id: "本节的 ID",
    command: "用命令显示",
    by_hand: "无法送到此终端，请在画面上选取",
};

impl Words for Simplified {
    fn texts(&self) -> &'static CopyTexts {
        &TEXTS
    }

    fn copied(&self, what: &str) -> String {
        format!("已将 {what} 送到终端。如无法粘贴，请在画面上选取")
    }

    fn text_of(&self, title: &str) -> String {
        format!("“{title}”的文字")
    }
}
