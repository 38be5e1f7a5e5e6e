use super::Simplified;
use crate::i18n::mouse::Words;

impl Words for Simplified {
    fn title(&self) -> &'static str {
        "鼠标"
    }

    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3] {
        [
            ("滚轮", "滚动所指的一侧"),
            (
                "点击",
                "选择结果（再点一次阅读），打开链接，执行画面下方的提示",
            ),
            (
                "",
                if desks {
                    "点搜索栏移到该字，点下方的状态栏打开窗口一览"
                } else {
                    "点搜索栏移到该字，点下方的状态栏打开指南信息"
                },
            ),
        ]
    }

    fn selecting(&self) -> (&'static str, &'static str) {
        ("Shift+拖动", "选取终端的文字（多数终端）")
    }

    fn state(&self, on: bool) -> &'static str {
        if on {
            "可以使用点击和滚轮。按 F12 关闭后，可在终端选取文字"
        } else {
            "鼠标已关闭，可在终端选取文字。按 F12 重新开启"
        }
    }
}
