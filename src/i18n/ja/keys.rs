use std::borrow::Cow;

use super::Japanese;
use super::names::initial;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for Japanese {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => {
                "結果やトピックを選ぶ（Ctrl-P・Ctrl-N も。いちばん上の ↑ で前に検索した言葉）"
            }
            Deed::ChooseByPages => "まとめて進む・戻る",
            Deed::ScrollArticle => "選んだまま記事を動かす",
            Deed::Read => "選んだ記事を読む",
            Deed::Fold => {
                "トピックのまとまりを閉じる・開く（何も入力していないとき。Enter・Space でも）"
            }
            Deed::AcceptSuggestion => "候補で検索、例で検索",
            Deed::DeleteParts => "カーソルの前・後ろ・前の単語を消す",
            Deed::MoveCursor => "カーソルを動かす（Ctrl-B・F・A・E も）",
            Deed::ScrollLines => "一行ずつ動かす（j・k も。質問では答えを選ぶ）",
            Deed::ScrollScreens => "一画面ずつ動かす（Space も）",
            Deed::ToEnds => "先頭・末尾へ",
            Deed::ToSections => "前・次の節へ（Alt-↑↓ も）",
            Deed::ChooseLink => "リンクを選ぶ（Tab は最後のリンクの次に検索欄へ）",
            Deed::FollowLink => "選んだリンクを開く",
            Deed::FollowNumber => "その番号のリンクを開く・チェックする・答える",
            Deed::Find => "ページ内を探す（Ctrl-S も）",
            Deed::FindAnywhere => "ページ内を探す（日本語入力中でも）",
            Deed::NextFound => "見つかった次・前の箇所へ（F3・Shift-F3 も）",
            Deed::BackToSearch => {
                "検索に戻り、前の言葉を選ぶ（Alt-S も。Backspace は選ばずに戻る）"
            }
            Deed::ReadFound => "見つかった箇所を読む（続けて n・N で次・前へ）",
            Deed::MoveFound => "前・次の箇所へ",
            Deed::Contents => "目次",
            Deed::BackAndForward => "読んだページを戻る・進む",
            Deed::CopyText => "コピー：文章など（F11・Alt-C も）",
            Deed::Copy => "コピー：電話番号や文章（F11・Alt-C も）",
            Deed::StepBack => "一つ戻る（終了はしません）",
            Deed::Menu => "メニュー（Ctrl-O、入力欄が空か読んでいるときは ? も）",
            Deed::ChooseAct => "操作を選ぶ（文字を入れると絞り込む）",
            Deed::DoAct => "選んだ操作をする",
            Deed::Redraw => "画面を描き直す",
            Deed::Suspend => "シェルに一時的に戻る（fg で再開）",
            Deed::Quit => "続けて押すと終了する",
            Deed::Interrupt => "二回押すと終了する",
            Deed::Desks => "窓口と受付時間",
            Deed::Advice => "相談先を選ぶ（質問に答える）",
            Deed::Cards => "チェックリスト（もう一度で全部の一覧）",
            Deed::Mouse => "マウスを切る・使う（Alt-M も）",
            Deed::Check => "番号を確かめる（アドレスも）",
            Deed::SwitchPane => "記事へ移る",
            Deed::EndVisit => "最初の画面に戻る（入力したものは消えます）",
        }
    }

    fn also(&self, what: &str, keys: &[String]) -> String {
        format!("{what}（{} も）", keys.join("・"))
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Menu => "メニュー",
            Hint::Choose => "選ぶ",
            Hint::Read => "読む",
            Hint::Fold => "開く・閉じる",
            Hint::Suggestion => "候補で検索",
            Hint::Clear => "消す",
            Hint::Scroll => "動かす",
            Hint::Numbers => "開く・チェック",
            Hint::Tick => "チェック",
            Hint::Follow => "開く",
            Hint::ChooseAndOpen => "選んで開く",
            Hint::CopyNumber | Hint::Copy => "コピー",
            Hint::Find => "探す",
            Hint::NextPrevious => "次・前",
            Hint::ReadHere => "ここを読む",
            Hint::PreviousNext => "前・次",
            Hint::Back => "戻る",
            Hint::ToResults => "結果へ",
            Hint::ToTopics => "トピックへ",
            Hint::ToSearch => "検索に戻る",
            Hint::ReadBelow => "下を読む",
            Hint::Answer => "答える",
            Hint::ChooseAnswer => "選んで答える",
            Hint::PreviousQuestion => "一つ前の質問",
            Hint::ThisNumber => "この番号",
            Hint::LongerNumber => "続けて",
            Hint::DoAct => "実行",
            Hint::CloseMenu => "絞り込みを消す・閉じる",
            Hint::AtOnce => "その操作",
            Hint::Desks => "窓口と受付時間",
            Hint::Advice => "相談先を選ぶ",
            Hint::Check => "番号を確かめる",
            Hint::Cards => "チェックリスト",
            Hint::ToStart => "最初に戻る",
            Hint::ScrollUp => "上へ",
            Hint::ScrollDown => "下へ",
            Hint::Previous => "前",
            Hint::Next => "次",
            Hint::Close => "閉じる",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        match languages {
            [one, other] => format!("{one}と{other}を切り替える"),
            all => format!("言語を切り替える（{}）", all.join("・")),
        }
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("{one}と{other}を並べる（横幅120文字以上の画面で）")
    }

    fn two_languages(&self, one: Language, other: Language) -> String {
        match (initial(one), initial(other)) {
            (Some(a), Some(b)) if a != b => format!("{a}{b}を並べる"),
            _ => "二言語を並べる".to_owned(),
        }
    }
}
