use super::Japanese;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "ガイドの情報",
    summary: "いつの内容か、どこから来たか",
    kind: "種類",
    official: "公式",
    unofficial: "非公式",
    as_of: "内容の時点",
    languages: "言語",
    size: "分量",
    source: "読み込み元",
    built_in: "このプログラムに内蔵",
    folder: "この端末のフォルダー",
    licence: "ライセンス",
    program: "プログラム",
};

impl Words for Japanese {
    fn texts(&self) -> &'static DetailsTexts {
        &TEXTS
    }

    fn today(&self) -> &'static str {
        "今日"
    }

    fn days_ago(&self, days: i64) -> String {
        format!("{days}日前")
    }

    fn months_ago(&self, months: i32) -> String {
        format!("{months}か月前")
    }

    fn years_ago(&self, years: i32) -> String {
        format!("{years}年前")
    }

    fn and(&self) -> &'static str {
        "、"
    }

    fn articles(&self, articles: usize) -> String {
        format!("記事{articles}")
    }

    fn more(&self, articles: usize) -> String {
        format!("ほかに{articles}件あります。検索してお探しください。")
    }

    fn size(&self, articles: usize, sections: usize) -> String {
        format!("記事{articles}、節{sections}")
    }
}
