use super::Japanese;
use crate::i18n::plain::{PlainTexts, Word, Words};

static TEXTS: PlainTexts = PlainTexts {
    how: "調べたいことを入力して Enter を押してください。d で窓口、t でトピック、a で相談先を選ぶ、? で説明、q で終了です。",
    how_without_desks: "調べたいことを入力して Enter を押してください。t でトピック、? で説明、q で終了です。",
    hint: "調べたい言葉か番号を入力してください。? で説明です。",
    chosen_for_you: "この端末では画面を描けないため、一行ずつの対話で始めます（--plain と同じ）。",
    commands: "使える言葉",
    numbers: "1, 2 など: その番号のものを開く、印を付ける、答える",
    more: "ほかはすべて検索します。/ で始めると、番号や上の言葉も検索できます。",
    more_of_checks: "電話番号やアドレスは、このガイドにあるかどうかも調べます。",
    at_the_beginning: "これより前はありません。",
    nothing_ahead: "戻る前のページはありません。",
    no_more_entries: "これで全部です。",
    no_section: "続きの節はありません。",
    nothing_suggested: "ほかの候補はありません。",
    no_numbers: "ここには番号で選べるものがありません。",
    one_language: "このガイドはその言語では書かれていません。",
    no_question: "今は質問の途中ではありません。",
    building: "索引を作成しています。前の索引で検索できます。",
};

impl Words for Japanese {
    fn texts(&self) -> &'static PlainTexts {
        &TEXTS
    }

    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]) {
        match word {
            Word::Next => ("次", &["つぎ", "つづき", "続き"]),
            Word::Previous => ("前", &["まえ"]),
            Word::Back => ("戻る", &["もどる"]),
            Word::Forward => ("進む", &["すすむ"]),
            Word::List => ("一覧", &["いちらん", "結果"]),
            Word::Repeat => ("もう一度", &["もういちど"]),
            Word::Topics => ("トピック", &["目次", "もくじ"]),
            Word::Desks => ("窓口", &["まどぐち"]),
            Word::Advice => ("相談", &["そうだん", "質問", "しつもん"]),
            Word::Skip => ("とばす", &["飛ばす", "わからない"]),
            Word::Cards => ("準備", &["じゅんび", "チェックリスト"]),
            Word::Check => ("番号", &["ばんごう", "番号確認"]),
            Word::Accept => ("はい", &[]),
            Word::Language => ("言語", &["げんご"]),
            Word::Help => ("説明", &["ヘルプ", "せつめい", "使い方"]),
            Word::Quit => ("終了", &["しゅうりょう", "終わり", "おわり"]),
        }
    }

    fn speak(&self, language: &str) -> String {
        format!("{language}で")
    }

    fn explain(&self, word: Word) -> Option<&'static str> {
        Some(match word {
            Word::Next => "次の節、結果の続き",
            Word::Previous => "前の節、前の結果",
            Word::Back => "一つ戻る",
            Word::Forward => "戻る前のページへ",
            Word::List => "一覧（検索結果・トピック）へ",
            Word::Repeat => "今のところをもう一度",
            Word::Topics => "最初の一覧",
            Word::Desks => "窓口と受付時間",
            Word::Advice => "相談先を選ぶ（質問に答える）",
            Word::Skip => "質問をとばす",
            Word::Cards => "チェックリスト（もう一度で全部）",
            Word::Check => "番号を確かめる（載っている電話番号とアドレス）",
            Word::Accept => "「もしかして」の言葉で検索",
            Word::Language => return None,
            Word::Help => "この説明",
            Word::Quit => "終わる",
        })
    }

    fn same_language(&self, language: &str) -> String {
        format!("もう{language}になっています。")
    }

    fn stretch(&self, first: usize, last: usize) -> String {
        format!("{first}件目から{last}件目")
    }

    fn more_entries(&self, left: usize) -> String {
        format!("n で続き（あと{left}件）")
    }

    fn next_section(&self, title: &str) -> String {
        format!("n で次の節「{title}」")
    }

    fn out_of_range(&self, count: usize) -> String {
        match count {
            1 => "番号は 1 だけです。".to_owned(),
            _ => format!("番号は 1 から {count} までです。"),
        }
    }

    fn desks(&self, names: &str, parts: &[&str]) -> String {
        format!("{names}：{}", parts.join("、"))
    }

    fn changed(&self, time: &str) -> String {
        format!("{time}になり、受付が変わりました。")
    }

    fn found_as(&self, typed: &str, found: &str) -> String {
        format!("「{typed}」を「{found}」として検索")
    }

    fn found(&self, found: &str) -> String {
        format!("「{found}」として検索")
    }

    fn found_in_another_language(&self, typed: Option<&str>) -> String {
        match typed {
            Some(typed) => format!("「{typed}」にあたる別の言語の言葉で検索"),
            None => "別の言語の言葉で検索".to_owned(),
        }
    }
}
