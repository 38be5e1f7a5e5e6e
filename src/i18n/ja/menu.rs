use super::Japanese;
use crate::i18n::menu::{Group, Item, MenuTexts, Words};

static TEXTS: MenuTexts = MenuTexts {
    title: "メニュー",
    filter: "文字を入れて絞り込む（日本語・英語・ローマ字）",
    to_copy: "番号・文章・アドレス",
    to_results: "検索結果へ",
    to_topics: "トピックへ",
    to_page_before: "前のページへ",
    none: "ありません",
    in_articles: "記事を読んでいるとき",
    nothing_ahead: "戻ったあとに",
    nothing_earlier: "まだありません",
};

impl Words for Japanese {
    fn texts(&self) -> &'static MenuTexts {
        &TEXTS
    }

    fn item(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "チェックリスト",
            Item::Copy => "コピー",
            Item::Find => "ページ内を探す",
            Item::Contents => "目次",
            Item::SideBySide => "日英を並べる",
            Item::Advice => "相談先を選ぶ",
            Item::Desks => "窓口と受付時間",
            Item::Check => "番号を確かめる",
            Item::Back => "一つ戻る",
            Item::Forward => "一つ進む",
            Item::Earlier => "前に検索した言葉",
            Item::Start => "最初に戻る",
            Item::Language => "言語を切り替える",
            Item::MouseOff => "マウスを切る",
            Item::MouseOn => "マウスを使う",
            Item::HowTo => "操作の説明",
            Item::Details => "ガイドの情報",
            Item::Quit => "終了",
        }
    }

    fn reading(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "ちぇっくりすと",
            Item::Copy => "こぴー",
            Item::Find => "ぺーじないをさがす",
            Item::Contents => "もくじ",
            Item::SideBySide => "にちえいをならべる",
            Item::Advice => "そうだんさきをえらぶ",
            Item::Desks => "まどぐちとうけつけじかん",
            Item::Check => "ばんごうをたしかめる",
            Item::Back => "ひとつもどる",
            Item::Forward => "ひとつすすむ",
            Item::Earlier => "まえにけんさくしたことば",
            Item::Start => "さいしょにもどる",
            Item::Language => "げんごをきりかえる",
            Item::MouseOff => "まうすをきる",
            Item::MouseOn => "まうすをつかう",
            Item::HowTo => "そうさのせつめい",
            Item::Details => "がいどのじょうほう",
            Item::Quit => "しゅうりょう",
        }
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::ThisPage => "このページ",
            Group::GetHelp => "相談する",
            Group::Move => "移動",
            Group::Screen => "画面",
        }
    }

    fn closes(&self, keys: &[&str]) -> String {
        format!("{} で閉じる", keys.join("・"))
    }

    fn section(&self, number: usize, of: usize) -> String {
        format!("{of}節のうち{number}節め")
    }

    fn needs_columns(&self, columns: u16) -> String {
        format!("横幅{columns}から")
    }

    fn no_match(&self, typed: &str) -> String {
        format!("この言葉の操作はありません。Enter で「{typed}」を検索します")
    }
}
