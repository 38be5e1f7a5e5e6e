use std::borrow::Cow;

use super::Simplified;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for Simplified {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => "选择结果或主题（也可用 Ctrl-P、Ctrl-N；在首行按 ↑ 可调出之前的搜索）",
            Deed::ChooseByPages => "向前或向后跳多项",
            Deed::ScrollArticle => "不离开搜索栏，滚动文章",
            Deed::Read => "阅读所选的文章",
            Deed::Fold => "收起或展开主题分组（未输入时；也可用 Enter、Space）",
            Deed::AcceptSuggestion => "用建议的词或示例搜索",
            Deed::DeleteParts => "删除光标之前、之后、前一个词",
            Deed::MoveCursor => "移动光标（也可用 Ctrl-B、F、A、E）",
            Deed::ScrollLines => "逐行滚动（也可用 j、k；在问题中选择答案）",
            Deed::ScrollScreens => "逐屏滚动（也可用 Space）",
            Deed::ToEnds => "到开头、到末尾",
            Deed::ToSections => "到上一节、下一节（也可用 Alt-↑↓）",
            Deed::ChooseLink => "选择链接（Tab 在最后一个链接之后回到搜索栏）",
            Deed::FollowLink => "打开所选的链接",
            Deed::FollowNumber => "打开该编号的链接、打勾、回答",
            Deed::Find => "在页面内查找（也可用 Ctrl-S）",
            Deed::FindAnywhere => "在页面内查找（使用输入法时也可以）",
            Deed::NextFound => "到找到的下一处、上一处（也可用 F3、Shift-F3）",
            Deed::BackToSearch => "回到搜索栏并选中其中的词（也可用 Alt-S；按 Backspace 则不选中）",
            Deed::ReadFound => "从找到之处开始阅读（再按 n、N 到下一处、上一处）",
            Deed::MoveFound => "到上一处、下一处",
            Deed::Contents => "目录",
            Deed::BackAndForward => "在读过的页面间后退、前进",
            Deed::CopyText => "复制文字等（也可用 F11、Alt-C）",
            Deed::Copy => "复制电话号码或文字（也可用 F11、Alt-C）",
            Deed::StepBack => "后退一步（不会退出）",
            Deed::Menu => "菜单（也可用 Ctrl-O；搜索栏为空或阅读时也可按 ?）",
            Deed::ChooseAct => "选择操作（输入文字可筛选）",
            Deed::DoAct => "执行所选的操作",
            Deed::Redraw => "重新绘制画面",
            Deed::Suspend => "暂时回到 shell（用 fg 继续）",
            Deed::Quit => "连按两次退出",
            Deed::Interrupt => "按两次退出",
            Deed::Desks => "窗口与受理时间",
            Deed::Advice => "选择咨询处（回答几个问题）",
            Deed::Cards => "准备清单（再按一次显示全部）",
            Deed::Mouse => "关闭、开启鼠标（也可用 Alt-M）",
            Deed::Check => "核对号码或网址",
            Deed::SwitchPane => "转到文章",
            Deed::EndVisit => "回到开始画面（输入和勾选的内容会消失）",
        }
    }

    fn also(&self, what: &str, keys: &[String]) -> String {
        format!("{what}（也可用 {}）", keys.join("、"))
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Menu => "菜单",
            Hint::Choose => "选择",
            Hint::Read => "阅读",
            Hint::Fold => "展开、收起",
            Hint::Suggestion => "用建议搜索",
            Hint::Clear => "清除",
            Hint::Scroll => "滚动",
            Hint::Numbers => "打开、打勾",
            Hint::Tick => "打勾",
            Hint::Follow => "打开",
            Hint::ChooseAndOpen => "选择并打开",
            Hint::CopyNumber | Hint::Copy => "复制",
            Hint::Find => "查找",
            Hint::NextPrevious => "下一处、上一处",
            Hint::ReadHere => "读此处",
            Hint::PreviousNext => "上一处、下一处",
            Hint::Back => "返回",
            Hint::ToResults => "回到结果",
            Hint::ToTopics => "回到主题",
            Hint::ToSearch => "回到搜索",
            Hint::ReadBelow => "阅读下文",
            Hint::Answer => "回答",
            Hint::ChooseAnswer => "选择答案",
            Hint::PreviousQuestion => "上一题",
            Hint::ThisNumber => "选此编号",
            Hint::LongerNumber => "继续输入",
            Hint::DoAct => "执行",
            Hint::CloseMenu => "清除筛选、关闭",
            Hint::AtOnce => "直接执行",
            Hint::Desks => "窗口与受理时间",
            Hint::Advice => "选择咨询处",
            Hint::Check => "核对号码",
            Hint::Cards => "准备清单",
            Hint::ToStart => "回到开始",
            Hint::ScrollUp => "向上",
            Hint::ScrollDown => "向下",
            Hint::Previous => "上一个",
            Hint::Next => "下一个",
            Hint::Close => "关闭",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        match languages {
            [one, other] => format!("在{one}与{other}之间切换"),
            all => format!("切换语言（{}）", all.join("、")),
        }
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("{one}与{other}对照阅读（需120列以上的画面）")
    }

    fn two_languages(&self, _: Language, _: Language) -> String {
        "双语对照".to_owned()
    }
}
