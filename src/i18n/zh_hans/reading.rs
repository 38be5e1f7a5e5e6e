use super::Simplified;
use crate::i18n::reading::Words;

impl Words for Simplified {
    fn find(&self, full: bool) -> &'static str {
        if full { "在页面内查找" } else { "查找" }
    }

    fn not_found(&self) -> &'static str {
        "未找到"
    }

    fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    fn contents(&self) -> &'static str {
        "目录"
    }

    fn you_are_here(&self) -> &'static str {
        "（当前位置）"
    }

    fn no_contents(&self) -> &'static str {
        "阅读文章时才能打开目录"
    }

    fn see_also(&self) -> &'static str {
        "相关内容"
    }

    fn in_language(&self, own_name: &str, title: &str) -> String {
        format!("{own_name}｜{title}")
    }

    fn too_narrow(&self, one: &str, other: &str) -> String {
        format!("{one}与{other}对照阅读，需要120列以上的画面")
    }

    fn one_language(&self) -> &'static str {
        "本指南只有一种语言"
    }
}
