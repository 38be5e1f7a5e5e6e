use std::borrow::Cow;

use super::Korean;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for Korean {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => "결과나 주제 고르기(Ctrl-P, Ctrl-N도 가능. 맨 위에서 ↑는 이전 검색어)",
            Deed::ChooseByPages => "여러 줄씩 앞뒤로 이동",
            Deed::ScrollArticle => "검색창에 머문 채 글 움직이기",
            Deed::Read => "고른 글 읽기",
            Deed::Fold => "주제 묶음 접기, 펼치기(입력이 없을 때. Enter, Space도 가능)",
            Deed::AcceptSuggestion => "추천어나 예시로 검색",
            Deed::DeleteParts => "커서 앞, 뒤, 앞 단어 지우기",
            Deed::MoveCursor => "커서 옮기기(Ctrl-B, F, A, E도 가능)",
            Deed::ScrollLines => "한 줄씩 움직이기(j, k도 가능. 질문에서는 답 고르기)",
            Deed::ScrollScreens => "한 화면씩 움직이기(Space도 가능)",
            Deed::ToEnds => "맨 앞, 맨 뒤로",
            Deed::ToSections => "이전, 다음 절로(Alt-↑↓도 가능)",
            Deed::ChooseLink => "링크 고르기(Tab은 마지막 링크 다음에 검색창으로)",
            Deed::FollowLink => "고른 링크 열기",
            Deed::FollowNumber => "그 번호의 링크 열기, 체크하기, 답하기",
            Deed::Find => "페이지에서 찾기(Ctrl-S도 가능)",
            Deed::FindAnywhere => "페이지에서 찾기(한글 입력 중에도 가능)",
            Deed::NextFound => "찾은 다음, 이전 곳으로(F3, Shift-F3도 가능)",
            Deed::BackToSearch => {
                "검색창으로 돌아가 입력한 말 선택(Alt-S도 가능. Backspace는 선택 없이)"
            }
            Deed::ReadFound => "찾은 곳부터 읽기(이어서 n, N으로 다음, 이전)",
            Deed::MoveFound => "이전, 다음 곳으로",
            Deed::Contents => "목차",
            Deed::BackAndForward => "읽은 페이지를 뒤로, 앞으로",
            Deed::CopyText => "글 복사(F11, Alt-C도 가능)",
            Deed::Copy => "전화번호나 글 복사(F11, Alt-C도 가능)",
            Deed::StepBack => "한 단계 뒤로(종료되지 않음)",
            Deed::Menu => "메뉴(Ctrl-O도 가능. 검색창이 비었거나 읽는 중에는 ?도 가능)",
            Deed::ChooseAct => "할 일 고르기(글자를 입력하면 좁혀짐)",
            Deed::DoAct => "고른 일 하기",
            Deed::Redraw => "화면 다시 그리기",
            Deed::Suspend => "잠시 셸로 돌아가기(fg로 다시 시작)",
            Deed::Quit => "연달아 두 번 누르면 종료",
            Deed::Interrupt => "두 번 누르면 종료",
            Deed::Desks => "창구와 운영 시간",
            Deed::Advice => "상담 창구 고르기(질문에 답하기)",
            Deed::Cards => "체크리스트(한 번 더 누르면 전체 목록)",
            Deed::Mouse => "마우스 끄기, 켜기(Alt-M도 가능)",
            Deed::Check => "번호나 주소 확인",
            Deed::SwitchPane => "글로 이동",
            Deed::EndVisit => "첫 화면으로(입력한 내용은 사라집니다)",
        }
    }

    fn also(&self, what: &str, keys: &[String]) -> String {
        format!("{what}({}도 가능)", keys.join(", "))
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Menu => "메뉴",
            Hint::Choose => "고르기",
            Hint::Read => "읽기",
            Hint::Fold => "펼치기, 접기",
            Hint::Suggestion => "추천 검색",
            Hint::Clear => "지우기",
            Hint::Scroll => "움직이기",
            Hint::Numbers => "열기, 체크",
            Hint::Tick => "체크",
            Hint::Follow => "열기",
            Hint::ChooseAndOpen => "골라서 열기",
            Hint::CopyNumber | Hint::Copy => "복사",
            Hint::Find => "찾기",
            Hint::NextPrevious => "다음, 이전",
            Hint::ReadHere => "여기 읽기",
            Hint::PreviousNext => "이전, 다음",
            Hint::Back => "뒤로",
            Hint::ToResults => "결과로",
            Hint::ToTopics => "주제로",
            Hint::ToSearch => "검색으로",
            Hint::ReadBelow => "아래 읽기",
            Hint::Answer => "답하기",
            Hint::ChooseAnswer => "답 고르기",
            Hint::PreviousQuestion => "이전 질문",
            Hint::ThisNumber => "이 번호",
            Hint::LongerNumber => "이어서 입력",
            Hint::DoAct => "실행",
            Hint::CloseMenu => "입력 지우기, 닫기",
            Hint::AtOnce => "바로 실행",
            Hint::Desks => "창구와 운영 시간",
            Hint::Advice => "상담 창구 고르기",
            Hint::Check => "번호 확인",
            Hint::Cards => "체크리스트",
            Hint::ToStart => "처음으로",
            Hint::ScrollUp => "위로",
            Hint::ScrollDown => "아래로",
            Hint::Previous => "이전",
            Hint::Next => "다음",
            Hint::Close => "닫기",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        format!("언어 바꾸기({})", languages.join(", "))
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("{one}, {other} 나란히 보기(가로 120칸 이상의 화면)")
    }

    fn two_languages(&self, _: Language, _: Language) -> String {
        "나란히 보기".to_owned()
    }
}
