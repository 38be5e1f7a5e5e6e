use super::Korean;
use crate::i18n::menu::{Group, Item, MenuTexts, Words};

static TEXTS: MenuTexts = MenuTexts {
    title: "메뉴",
    filter: "글자를 입력해 좁히기(어느 언어든 가능)",
    to_copy: "번호, 글, 주소",
    to_results: "검색 결과로",
    to_topics: "주제로",
    to_page_before: "이전 페이지로",
    none: "없음",
    in_articles: "글을 읽을 때",
    nothing_ahead: "뒤로 간 다음에",
    nothing_earlier: "아직 없음",
};

impl Words for Korean {
    fn texts(&self) -> &'static MenuTexts {
        &TEXTS
    }

    fn item(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "체크리스트",
            Item::Copy => "복사",
            Item::Find => "페이지에서 찾기",
            Item::Contents => "목차",
            Item::SideBySide => "나란히 보기",
            Item::Advice => "상담 창구 고르기",
            Item::Desks => "창구와 운영 시간",
            Item::Check => "번호 확인",
            Item::Back => "뒤로",
            Item::Forward => "앞으로",
            Item::Earlier => "이전 검색어",
            Item::Start => "처음으로",
            Item::Language => "언어 바꾸기",
            Item::MouseOff => "마우스 끄기",
            Item::MouseOn => "마우스 켜기",
            Item::HowTo => "사용 방법",
            Item::Details => "가이드 정보",
            Item::Quit => "종료",
        }
    }

    fn reading(&self, _: Item) -> &'static str {
        ""
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::ThisPage => "이 페이지",
            Group::GetHelp => "상담",
            Group::Move => "이동",
            Group::Screen => "화면",
        }
    }

    fn closes(&self, keys: &[&str]) -> String {
        format!("닫기: {}", keys.join(", "))
    }

    fn section(&self, number: usize, of: usize) -> String {
        format!("{of}개 절 가운데 {number}번째")
    }

    fn needs_columns(&self, columns: u16) -> String {
        format!("가로 {columns}칸부터")
    }

    fn no_match(&self, typed: &str) -> String {
        format!("그런 이름의 기능은 없습니다. Enter: “{typed}” 검색")
    }
}
