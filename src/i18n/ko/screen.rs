use super::Korean;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{Mode, ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "무엇을 도와드릴까요? (?: 메뉴)",
    placeholder_of_manual: "무엇을 찾으세요? (?: 메뉴)",
    try_it: "예: ",
    hours: "운영 시간",
    topics: "주제",
    desks: "창구와 운영 시간",
    desks_summary: "누구에게 어떤 언어로 언제까지 연락할 수 있는지",
    advice: "상담 창구 고르기",
    advice_summary: "질문에 답하고 지금 상담할 수 있는 창구 고르기",
    loading: "준비하고 있습니다…",
    searching: "검색하고 있습니다…",
    nothing_found: "찾지 못했습니다",
    nothing_found_hint: "더 짧은 말이나 다른 말로 찾아 보세요.",
    ask: "직원에게 문의",
    covered: "이 가이드의 주제",
    earlier: "이전 검색어",
    nearest: "비슷한 내용",
    too_small: "화면이 너무 작습니다",
    quit_again: "Ctrl-C를 한 번 더 누르면 종료합니다",
    how_to_quit: "종료하려면 Ctrl-C를 두 번 누르세요",
    no_link: "링크는 숫자나 Tab으로 고를 수 있습니다",
    broken_link: "링크가 가리키는 곳이 없습니다",
    help: "사용 방법",
    keys_everywhere: "언제나",
    keys_searching: "검색할 때",
    keys_reading: "읽을 때",
    keys_finding: "페이지에서 찾을 때",
    keys_choosing: "메뉴에서 고를 때",
    keys_typing: "글자를 입력할 때",
    about: "이 가이드에 대하여",
    unofficial: "이 가이드는 비공식입니다. 전화번호는 공식 앱이나 사이트에 표시된 번호와 비교해 주세요.",
    unofficial_alone: "이 가이드는 비공식입니다.",
    as_of: "내용 기준일",
    official_numbers: "공식 전화번호",
};

impl Words for Korean {
    fn texts(&self) -> &'static ScreenTexts {
        &TEXTS
    }

    fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Search => "검색",
            Mode::Read => "읽기",
            Mode::Ask => "질문",
            Mode::Check => "확인",
            Mode::Menu => "메뉴",
            Mode::Find => "찾기",
        }
    }

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "참고",
            AlertKind::Tip => "도움말",
            AlertKind::Important => "중요",
            AlertKind::Warning => "주의",
            AlertKind::Caution => "경고",
        }
    }

    fn earlier(&self, number: usize, of: usize) -> String {
        format!("이전 검색 {number} / {of}")
    }

    fn nothing_found_for(&self, typed: &str) -> String {
        format!("“{typed}”에 대한 결과가 없습니다")
    }

    fn quit_by_letter(&self, key: &str) -> String {
        format!("종료: {key} 한 번 더(다른 키는 계속)")
    }

    fn no_such_zone(&self, value: &str, zone: &str) -> String {
        format!("TZ의 “{value}”라는 시간대는 없습니다. 시각은 {zone} 기준입니다")
    }

    fn more_entries(&self, count: usize) -> String {
        format!("↓ {count}건 더")
    }

    fn image(&self) -> &'static str {
        "그림"
    }

    fn only_in(&self, language: &str) -> String {
        format!("({language}만)")
    }

    fn shown_in(&self, language: &str) -> String {
        format!("({language})")
    }

    fn found_in(&self, language: &str) -> String {
        format!("({language}에서 일치)")
    }
}
