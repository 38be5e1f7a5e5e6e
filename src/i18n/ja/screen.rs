use super::Japanese;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{Mode, ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "何にお困りですか（? でメニュー）",
    placeholder_of_manual: "何をお探しですか（? でメニュー）",
    try_it: "例：",
    hours: "受付時間",
    topics: "トピック",
    desks: "窓口と受付時間",
    desks_summary: "だれに、どの言語で、いつまで連絡できるか",
    advice: "相談先を選ぶ",
    advice_summary: "質問に答えて、いま相談できる窓口を選ぶ",
    loading: "準備しています…",
    searching: "検索しています…",
    nothing_found: "見つかりませんでした",
    nothing_found_hint: "短い言葉や、別の言い方でお試しください。",
    ask: "人に聞く",
    covered: "このガイドにある話題",
    earlier: "前に検索した言葉",
    nearest: "近い内容",
    too_small: "画面が小さすぎます",
    quit_again: "もう一度 Ctrl-C を押すと終了します",
    how_to_quit: "終了するには Ctrl-C を2回押します",
    no_link: "リンクは数字か Tab で選べます",
    broken_link: "リンク先が見つかりません",
    help: "操作の説明",
    keys_everywhere: "いつでも",
    keys_searching: "検索しているとき",
    keys_reading: "読んでいるとき",
    keys_finding: "ページ内を探しているとき",
    keys_choosing: "操作を選んでいるとき",
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

    fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Search => "検索",
            Mode::Read => "閲覧",
            Mode::Ask => "質問",
            Mode::Check => "番号",
            Mode::Menu => "操作",
            Mode::Find => "語句",
        }
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

    fn earlier(&self, number: usize, of: usize) -> String {
        format!("前の検索 {number} / {of}")
    }

    fn nothing_found_for(&self, typed: &str) -> String {
        format!("「{typed}」は見つかりませんでした")
    }

    fn quit_by_letter(&self, key: &str) -> String {
        format!("もう一度 {key} を押すと終了します（ほかのキーで続けます）")
    }

    fn no_such_zone(&self, value: &str, zone: &str) -> String {
        format!("TZ の「{value}」というタイムゾーンはありません。お手元の時刻は {zone} です")
    }

    fn more_entries(&self, count: usize) -> String {
        format!("↓ あと{count}件")
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
