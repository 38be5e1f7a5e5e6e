use super::Traditional;
use crate::i18n::mouse::Words;

impl Words for Traditional {
    fn title(&self) -> &'static str {
        "滑鼠"
    }

    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3] {
        [
            ("滾輪", "捲動所指的一側"),
            (
                "點選",
                "選擇結果（再點一次閱讀），開啟連結，執行畫面下方的提示",
            ),
            (
                "",
                if desks {
                    "點搜尋欄移到該字，點下方的狀態列開啟窗口一覽"
                } else {
                    "點搜尋欄移到該字，點下方的狀態列開啟指南資訊"
                },
            ),
        ]
    }

    fn selecting(&self) -> (&'static str, &'static str) {
        ("Shift+拖曳", "選取終端機的文字（多數終端機）")
    }

    fn state(&self, on: bool) -> &'static str {
        if on {
            "可以使用點選和滾輪。按 F12 關閉後，可在終端機選取文字"
        } else {
            "滑鼠已關閉，可在終端機選取文字。按 F12 重新開啟"
        }
    }
}
