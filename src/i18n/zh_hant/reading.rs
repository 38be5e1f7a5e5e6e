use super::Traditional;
use crate::i18n::reading::Words;

impl Words for Traditional {
    fn find(&self, full: bool) -> &'static str {
        if full { "在頁面內尋找" } else { "尋找" }
    }

    fn not_found(&self) -> &'static str {
        "未找到"
    }

    fn quoted(&self, text: &str) -> String {
        format!("「{text}」")
    }

    fn contents(&self) -> &'static str {
        "目錄"
    }

    fn you_are_here(&self) -> &'static str {
        "（當前位置）"
    }

    fn no_contents(&self) -> &'static str {
        "閱讀文章時才能開啟目錄"
    }

    fn see_also(&self) -> &'static str {
        "相關內容"
    }

    fn in_language(&self, own_name: &str, title: &str) -> String {
        format!("{own_name}｜{title}")
    }

    fn too_narrow(&self, one: &str, other: &str) -> String {
        format!("{one}與{other}對照閱讀，需要120欄以上的畫面")
    }

    fn one_language(&self) -> &'static str {
        "本指南只有一種語言"
    }
}
