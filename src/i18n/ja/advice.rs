use super::Japanese;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "わからない・とばす",
    keys: "数字のキーで答えます。Esc で一つ前に戻ります。",
    given: "これまでの答え",
    skipped: "（とばしました）",
    recommended: "おすすめ：",
    how: "使い方",
    read: "読む",
    ready: "用意するもの",
    until_then: "それまで",
    never_tell: "教えてはいけない情報",
    others: "ほかの窓口",
    again: "最初からやり直す",
    no_questions: "このガイドには、窓口を選ぶための質問がありません。今の時間に連絡できる窓口をご案内します。",
};

impl Words for Japanese {
    fn texts(&self) -> &'static AdviceTexts {
        &TEXTS
    }

    fn progress(&self, number: usize, most: usize) -> String {
        if number == most {
            format!("質問 {number}（最後の質問）")
        } else {
            format!("質問 {number}（多くて{most}問）")
        }
    }

    fn closed(&self, language: &str, hours: &str) -> String {
        format!("いまは受付時間外です。{language}：{hours}。")
    }

    fn hours_unknown(&self) -> &'static str {
        "受付時間は、このガイドでは分かりません。"
    }

    fn never_reached(&self) -> &'static str {
        "いまは受け付けていません。"
    }

    fn available(&self, hours: &str) -> String {
        format!("いま利用できます：{hours}。")
    }

    fn open(&self, language: &str, hours: &str) -> String {
        format!("いま{language}で受け付けています：{hours}。")
    }

    fn later(&self, desk: &str, from: &str) -> String {
        format!("{desk}は、{from}受け付けます。")
    }
}
