use super::Simplified;
use crate::i18n::checklist::Words;

impl Words for Simplified {
    fn title(&self) -> &'static str {
        "准备清单"
    }

    fn summary(&self) -> &'static str {
        "联系前需要准备的东西"
    }

    fn whole_section(&self) -> &'static str {
        "阅读说明"
    }

    fn never_tell(&self) -> &'static str {
        "不可告诉他人的信息"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("已备好 {done}/{all}")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("已全部备齐（{all}/{all}）")
    }

    fn of(&self, done: usize, all: usize) -> String {
        format!("{all}项中已备好{done}项")
    }

    fn state(&self, is_ready: bool) -> &'static str {
        if is_ready {
            "已备好："
        } else {
            "还没有："
        }
    }

    fn complete(&self) -> &'static str {
        "✓ 完成"
    }

    fn not_kept(&self) -> &'static str {
        "不会留下记录，程序结束后即消失。"
    }
}
