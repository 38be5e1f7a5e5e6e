use super::Japanese;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "何にお困りですか（? でヘルプ）",
    placeholder_of_manual: "何をお探しですか（? でヘルプ）",
    topics: "トピック",
    desks: "いま連絡できる窓口",
    desks_summary: "だれに、どの言語で、いつまで",
    advice: "どの窓口がいいか調べる",
    advice_summary: "Enter で始め、数字のキーで答える",
    loading: "準備しています…",
    searching: "検索しています…",
    nothing_found: "見つかりませんでした",
    nothing_found_hint: "短い言葉や、別の言い方でお試しください。",
    nearest: "近い内容",
    too_small: "画面が小さすぎます",
    quit_again: "もう一度 Ctrl-C を押すと終了します",
    broken_link: "リンク先が見つかりません",
    help: "ヘルプ",
    keys_everywhere: "いつでも",
    keys_searching: "検索しているとき",
    keys_reading: "読んでいるとき",
    keys_finding: "ページの中の言葉を探しているとき",
    keys_typing: "文字を入力しているとき",
    about: "このガイドについて",
    unofficial: "このガイドは非公式です。電話番号は、公式のアプリまたはサイトに表示される番号と見比べてください。",
    unofficial_alone: "このガイドは非公式です。",
    as_of: "内容の時点",
    official_numbers: "公式の電話番号",
};

impl Words for Japanese {
    fn texts(&self) -> &'static ScreenTexts {
        &TEXTS
    }

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "メモ",
            AlertKind::Tip => "ヒント",
            AlertKind::Important => "重要",
            AlertKind::Warning => "ご注意",
            AlertKind::Caution => "警告",
        }
    }

    fn image(&self) -> &'static str {
        "図"
    }

    fn only_in(&self, language: &str) -> String {
        format!("（{language}のみ）")
    }

    fn shown_in(&self, language: &str) -> String {
        format!("（{language}）")
    }

    fn found_in(&self, language: &str) -> String {
        format!("（{language}で一致）")
    }
}
