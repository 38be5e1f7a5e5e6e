use super::Traditional;
use crate::i18n::checklist::Words;

impl Words for Traditional {
    fn title(&self) -> &'static str {
        "準備清單"
    }

    fn summary(&self) -> &'static str {
        "聯絡前需要準備的東西"
    }

    fn whole_section(&self) -> &'static str {
        "閱讀說明"
    }

    fn never_tell(&self) -> &'static str {
        "不可告訴他人的資訊"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("已備好 {done}/{all}")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("已全部備齊（{all}/{all}）")
    }

    fn of(&self, done: usize, all: usize) -> String {
        format!("{all}項中已備好{done}項")
    }

    fn state(&self, is_ready: bool) -> &'static str {
        if is_ready {
            "已備好："
        } else {
            "還沒有："
        }
    }

    fn complete(&self) -> &'static str {
        "✓ 完成"
    }

    fn not_kept(&self) -> &'static str {
        "不會留下記錄，程式結束後即消失。"
    }
}
