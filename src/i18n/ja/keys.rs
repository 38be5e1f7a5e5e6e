use std::borrow::Cow;

use super::Japanese;
use super::names::initial;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for Japanese {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => "結果やトピックを選ぶ（Ctrl-P・Ctrl-N も）",
            Deed::ChooseByPages => "まとめて進む・戻る",
            Deed::ScrollArticle => "選んだまま記事を動かす",
            Deed::Read => "選んだ記事を読む",
            Deed::Fold => {
                "トピックのまとまりを閉じる・開く（何も入力していないとき。Enter・Space でも）"
            }
            Deed::AcceptSuggestion => "「もしかして」の言葉で検索する",
            Deed::DeleteParts => "カーソルの前・後ろ・前の単語を消す",
            Deed::MoveCursor => "カーソルを動かす（Ctrl-B・F・A・E も）",
            Deed::ScrollLines => "一行ずつ動かす（j・k も）",
            Deed::ScrollScreens => "一画面ずつ動かす（Space・b も）",
            Deed::ToEnds => "先頭・末尾へ（g・G も）",
            Deed::ToSections => "前・次の節へ（Alt-↑↓ も）",
            Deed::ChooseLink => "リンクを選ぶ（h・l も。Tab は最後のリンクの次に検索欄へ）",
            Deed::FollowLink => "選んだリンクを開く",
            Deed::FollowNumber => "画面に出ている番号のリンクを開く",
            Deed::Find => "ページの中の言葉を探す（Ctrl-S も）",
            Deed::FindAnywhere => "記事の中の言葉を探す（日本語入力中でも）",
            Deed::NextFound => "見つかった次・前の箇所へ（F3・Shift-F3 も）",
            Deed::BackToSearch => "検索に戻る（Alt-S も）",
            Deed::ReadFound => "見つかった箇所を読む（続けて n・N で次・前へ）",
            Deed::MoveFound => "前・次の箇所へ",
            Deed::Contents => "記事の目次を開く（F10 も）",
            Deed::BackAndForward => "読んだページを戻る・進む（H・L も）",
            Deed::CopyText => "文章をコピーする（y・F11・Alt-C も）",
            Deed::Copy => "電話番号や文章をコピーする（y・F11・Alt-C も）",
            Deed::StepBack => "一つ戻る（終了はしません）",
            Deed::Help => "このヘルプ（読んでいるときは ? も）",
            Deed::Redraw => "画面を描き直す",
            Deed::Suspend => "シェルに一時的に戻る（fg で再開）",
            Deed::Quit => "終了する",
            Deed::Interrupt => "二回押すと終了する",
            Deed::Desks => "窓口の一覧と受付時間を見る",
            Deed::Advice => "どの窓口がいいか、質問に答えて調べる",
            Deed::Cards => "用意するもののリスト（もう一度で全部の一覧）",
            Deed::Mouse => "マウスを切る・また使う（Alt-M、読んでいるときは m も）",
            Deed::Check => "電話番号やアドレスがこのガイドにあるか確かめる",
            Deed::SwitchPane => "記事へ移る",
        }
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Choose => "選ぶ",
            Hint::Read => "読む",
            Hint::Fold => "閉じる・開く",
            Hint::Suggestion => "候補で検索",
            Hint::Scroll => "動かす",
            Hint::Links => "リンク",
            Hint::Follow => "開く",
            Hint::Find => "探す",
            Hint::NextPrevious => "次・前",
            Hint::ReadHere => "ここを読む",
            Hint::PreviousNext => "前・次",
            Hint::Contents => "目次",
            Hint::Back => "戻る",
            Hint::Help => "ヘルプ",
            Hint::Quit => "終了",
            Hint::QuitTwice => "2回で終了",
            Hint::Desks => "窓口",
            Hint::Advice => "相談先",
            Hint::Check => "番号を確認",
            Hint::Article => "記事へ",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        match languages {
            [one, other] => format!("{one}と{other}を切り替える"),
            all => format!("言語を切り替える（{}）", all.join("・")),
        }
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("{one}と{other}を並べて読む（横幅120文字以上の画面で）")
    }

    fn two_languages(&self, one: Language, other: Language) -> String {
        match (initial(one), initial(other)) {
            (Some(a), Some(b)) if a != b => format!("{a}{b}を並べる"),
            _ => "二言語を並べる".to_owned(),
        }
    }
}
