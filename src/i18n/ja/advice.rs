use super::Japanese;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "わからない・とばす",
    keys: "数字のキーで答えます。Esc で一つ前に戻ります。",
    so_far: "これまでの答え",
    given: "お答え",
    skipped: "（とばしました）",
    now: "いま",
    why: "理由",
    how: "使い方",
    read: "読む",
    ready: "用意するもの",
    until_then: "待つあいだ",
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

    fn hours_unknown(&self) -> &'static str {
        "受付時間は、このガイドでは分かりません。"
    }

    fn never_reached(&self) -> &'static str {
        "いまは受け付けていません。"
    }

    fn at_once(&self, language: &str) -> String {
        format!("急ぎなので、いま受け付けている{language}の窓口をおすすめします。")
    }

    fn wait(&self, language: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("「{answer}」とのお答えなので、"));
        format!(
            "{}{language}の受付が始まるのを待つのがよさそうです。",
            after.unwrap_or_default()
        )
    }

    fn otherwise(&self, now: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("「{answer}」とのお答えなので、"));
        format!(
            "{}{now}で話せないときは、受付が始まりしだい連絡してください。",
            after.unwrap_or_default()
        )
    }

    fn cannot_wait(&self, language: &str) -> String {
        format!("待てないときだけ。いまは{language}のみの受付です。")
    }

    fn between_sentences(&self) -> &'static str {
        ""
    }

    fn your_desk(&self, desk: &str, when: &str) -> String {
        format!("相談先：{desk} {when}")
    }
}
