use super::Japanese;
use crate::i18n::reading::Words;

impl Words for Japanese {
    fn find(&self, full: bool) -> &'static str {
        if full {
            "ページ内を探す"
        } else {
            "探す"
        }
    }

    fn not_found(&self) -> &'static str {
        "見つかりません"
    }

    fn quoted(&self, text: &str) -> String {
        format!("「{text}」")
    }

    fn contents(&self) -> &'static str {
        "目次"
    }

    fn you_are_here(&self) -> &'static str {
        "（現在地）"
    }

    fn no_contents(&self) -> &'static str {
        "目次は、記事を読んでいるときに開けます"
    }

    fn see_also(&self) -> &'static str {
        "関連する節"
    }

    fn in_language(&self, own_name: &str, title: &str) -> String {
        format!("{own_name}｜{title}")
    }

    fn too_narrow(&self, one: &str, other: &str) -> String {
        format!("{one}と{other}を並べて読むには、横幅が120文字以上の画面が必要です")
    }

    fn one_language(&self) -> &'static str {
        "このガイドの言語は一つです"
    }
}
