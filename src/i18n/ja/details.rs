use super::Japanese;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "ガイドの情報",
    summary: "いつの内容か、どこから来たか",
    kind: "種類",
    official: "公式",
    as_of: "内容の時点",
    languages: "言語",
    size: "中身",
    source: "置き場所",
    built_in: "プログラムに内蔵",
    folder: "この端末のフォルダー",
    licence: "ライセンス",
    numbers: "公式の電話番号",
    zone: "受付時間の基準",
    index: "検索の索引",
    indexed: "できています",
    not_indexed: "作成中です",
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

    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String {
        let lists = if lists > 0 {
            format!(" ・ チェックリスト {lists}")
        } else {
            String::new()
        };
        format!("記事 {articles} ・ 節 {sections}{lists}")
    }

    fn or(&self) -> &'static str {
        " または "
    }

    fn dot(&self) -> &'static str {
        " ・ "
    }
}
