use std::borrow::Cow;

use super::Traditional;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for Traditional {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => "選擇結果或主題（也可用 Ctrl-P、Ctrl-N；在首行按 ↑ 可調出之前的搜尋）",
            Deed::ChooseByPages => "向前或向後跳多項",
            Deed::ScrollArticle => "不離開搜尋欄，捲動文章",
            Deed::Read => "閱讀所選的文章",
            Deed::Fold => "收合或展開主題分組（未輸入時；也可用 Enter、Space）",
            Deed::AcceptSuggestion => "用建議的詞或範例搜尋",
            Deed::DeleteParts => "刪除游標之前、之後、前一個詞",
            Deed::MoveCursor => "移動游標（也可用 Ctrl-B、F、A、E）",
            Deed::ScrollLines => "逐行捲動（也可用 j、k；在問題中選擇答案）",
            Deed::ScrollScreens => "逐頁捲動（也可用 Space）",
            Deed::ToEnds => "到開頭、到末尾",
            Deed::ToSections => "到上一節、下一節（也可用 Alt-↑↓）",
            Deed::ChooseLink => "選擇連結（Tab 在最後一個連結之後回到搜尋欄）",
            Deed::FollowLink => "開啟所選的連結",
            Deed::FollowNumber => "開啟該編號的連結、打勾、回答",
            Deed::Find => "在頁面內尋找（也可用 Ctrl-S）",
            Deed::FindAnywhere => "在頁面內尋找（使用輸入法時也可以）",
            Deed::NextFound => "到找到的下一處、上一處（也可用 F3、Shift-F3）",
            Deed::BackToSearch => "回到搜尋欄並選取其中的詞（也可用 Alt-S；按 Backspace 則不選取）",
            Deed::ReadFound => "從找到之處開始閱讀（再按 n、N 到下一處、上一處）",
            Deed::MoveFound => "到上一處、下一處",
            Deed::Contents => "目錄",
            Deed::BackAndForward => "在讀過的頁面間後退、前進",
            Deed::CopyText => "複製文字等（也可用 F11、Alt-C）",
            Deed::Copy => "複製電話號碼或文字（也可用 F11、Alt-C）",
            Deed::StepBack => "後退一步（不會結束）",
            Deed::Menu => "選單（也可用 Ctrl-O；搜尋欄為空或閱讀時也可按 ?）",
            Deed::ChooseAct => "選擇操作（輸入文字可篩選）",
            Deed::DoAct => "執行所選的操作",
            Deed::Redraw => "重新繪製畫面",
            Deed::Suspend => "暫時回到 shell（用 fg 繼續）",
            Deed::Quit => "連按兩次結束",
            Deed::Interrupt => "按兩次結束",
            Deed::Desks => "窗口與受理時間",
            Deed::Advice => "選擇諮詢處（回答幾個問題）",
            Deed::Cards => "準備清單（再按一次顯示全部）",
            Deed::Mouse => "關閉、開啟滑鼠（也可用 Alt-M）",
            Deed::Check => "核對號碼或網址",
            Deed::SwitchPane => "轉到文章",
            Deed::EndVisit => "回到開始畫面（輸入和勾選的內容會消失）",
        }
    }

    fn also(&self, what: &str, keys: &[String]) -> String {
        format!("{what}（也可用 {}）", keys.join("、"))
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Menu => "選單",
            Hint::Choose => "選擇",
            Hint::Read => "閱讀",
            Hint::Fold => "展開、收合",
            Hint::Suggestion => "用建議搜尋",
            Hint::Clear => "清除",
            Hint::Scroll => "捲動",
            Hint::Numbers => "開啟、打勾",
            Hint::Tick => "打勾",
            Hint::Follow => "開啟",
            Hint::ChooseAndOpen => "選擇並開啟",
            Hint::CopyNumber | Hint::Copy => "複製",
            Hint::Find => "尋找",
            Hint::NextPrevious => "下一處、上一處",
            Hint::ReadHere => "讀此處",
            Hint::PreviousNext => "上一處、下一處",
            Hint::Back => "返回",
            Hint::ToResults => "回到結果",
            Hint::ToTopics => "回到主題",
            Hint::ToSearch => "回到搜尋",
            Hint::ReadBelow => "閱讀下文",
            Hint::Answer => "回答",
            Hint::ChooseAnswer => "選擇答案",
            Hint::PreviousQuestion => "上一題",
            Hint::ThisNumber => "選此編號",
            Hint::LongerNumber => "繼續輸入",
            Hint::DoAct => "執行",
            Hint::CloseMenu => "清除篩選、關閉",
            Hint::AtOnce => "直接執行",
            Hint::Desks => "窗口與受理時間",
            Hint::Advice => "選擇諮詢處",
            Hint::Check => "核對號碼",
            Hint::Cards => "準備清單",
            Hint::ToStart => "回到開始",
            Hint::ScrollUp => "向上",
            Hint::ScrollDown => "向下",
            Hint::Previous => "上一個",
            Hint::Next => "下一個",
            Hint::Close => "關閉",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        match languages {
            [one, other] => format!("在{one}與{other}之間切換"),
            all => format!("切換語言（{}）", all.join("、")),
        }
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("{one}與{other}對照閱讀（需120欄以上的畫面）")
    }

    fn two_languages(&self, _: Language, _: Language) -> String {
        "雙語對照".to_owned()
    }
}
