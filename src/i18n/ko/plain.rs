use super::Korean;
use crate::i18n::plain::{PlainTexts, Word, Words};

static TEXTS: PlainTexts = PlainTexts {
    how: "알고 싶은 것을 입력하고 Enter를 눌러 주세요. d 창구, t 주제, a 상담 창구 고르기, ? 설명, q 종료입니다.",
    how_without_desks: "알고 싶은 것을 입력하고 Enter를 눌러 주세요. t 주제, ? 설명, q 종료입니다.",
    hint: "찾을 말이나 번호를 입력해 주세요. ? 는 설명입니다.",
    chosen_for_you: "이 터미널에는 화면을 그릴 수 없어 한 줄씩 대화합니다(--plain과 같음).",
    commands: "입력할 수 있는 말",
    numbers: "1, 2 등: 그 번호의 것을 열기, 체크하기, 답하기",
    more: "그 밖의 말은 모두 검색합니다. /로 시작하면 번호나 위의 말도 검색할 수 있습니다.",
    more_of_checks: " 전화번호와 주소는 이 가이드에 있는지도 확인합니다.",
    at_the_beginning: "맨 앞입니다.",
    nothing_ahead: "앞으로 갈 페이지가 없습니다.",
    no_more_entries: "이것이 전부입니다.",
    no_section: "그쪽에는 절이 없습니다.",
    nothing_suggested: "다른 추천어가 없습니다.",
    no_numbers: "여기에는 번호로 고를 것이 없습니다.",
    one_language: "이 가이드에는 그 언어로 된 내용이 없습니다.",
    no_question: "지금은 건너뛸 질문이 없습니다.",
    building: "색인을 만드는 중입니다. 그동안 이전 색인으로 검색합니다.",
};

impl Words for Korean {
    fn texts(&self) -> &'static PlainTexts {
        &TEXTS
    }

    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]) {
        match word {
            Word::Next => ("다음", &["계속"]),
            Word::Previous => ("이전", &[]),
            Word::Back => ("뒤로", &["돌아가기"]),
            Word::Forward => ("앞으로", &[]),
            Word::List => ("목록", &["결과"]),
            Word::Repeat => ("다시", &["한번 더", "한 번 더"]),
            Word::Topics => ("주제", &["목차"]),
            Word::Desks => ("창구", &["운영 시간"]),
            Word::Advice => ("상담", &["질문"]),
            Word::Skip => ("건너뛰기", &["모름", "모르겠어요"]),
            Word::Cards => ("준비물", &["체크리스트"]),
            Word::Check => ("번호", &["번호 확인"]),
            Word::Accept => ("네", &["예"]),
            Word::Language => ("언어", &[]),
            Word::Help => ("설명", &["도움말"]),
            Word::Quit => ("종료", &["끝"]),
        }
    }

    fn speak(&self, language: &str) -> String {
        format!("{language}로")
    }

    fn explain(&self, word: Word) -> Option<&'static str> {
        Some(match word {
            Word::Next => "다음 절, 다음 결과",
            Word::Previous => "이전 절, 이전 결과",
            Word::Back => "한 단계 뒤로",
            Word::Forward => "다시 앞으로",
            Word::List => "목록으로(검색 결과, 주제)",
            Word::Repeat => "지금 내용을 한 번 더",
            Word::Topics => "처음 목록",
            Word::Desks => "창구와 운영 시간",
            Word::Advice => "상담 창구 고르기(질문에 답하기)",
            Word::Skip => "질문 건너뛰기",
            Word::Cards => "체크리스트(한 번 더 입력하면 전체)",
            Word::Check => "번호 확인(실려 있는 전화번호와 주소)",
            Word::Accept => "추천어로 검색",
            Word::Language => return None,
            Word::Help => "이 설명",
            Word::Quit => "끝내기",
        })
    }

    fn same_language(&self, language: &str) -> String {
        format!("이미 {language}입니다.")
    }

    fn stretch(&self, first: usize, last: usize) -> String {
        format!("{first}번부터 {last}번까지")
    }

    fn more_entries(&self, left: usize) -> String {
        format!("n: 계속({left}건 남음)")
    }

    fn next_section(&self, title: &str) -> String {
        format!("n: 다음 절, {title}")
    }

    fn out_of_range(&self, count: usize) -> String {
        match count {
            1 => "번호는 1뿐입니다.".to_owned(),
            _ => format!("번호는 1부터 {count}까지입니다."),
        }
    }

    fn desks(&self, names: &str, parts: &[&str]) -> String {
        format!("{names}: {}", parts.join(", "))
    }

    fn changed(&self, time: &str) -> String {
        format!("{time}가 되어 창구의 상태가 바뀌었습니다.")
    }

    fn found_as(&self, typed: &str, found: &str) -> String {
        format!("“{typed}” 대신 “{found}” 검색")
    }

    fn found(&self, found: &str) -> String {
        format!("“{found}” 검색")
    }

    fn found_in_another_language(&self, typed: Option<&str>) -> String {
        match typed {
            Some(typed) => format!("“{typed}”에 해당하는 다른 언어의 말로 검색"),
            None => "다른 언어의 말로 검색".to_owned(),
        }
    }
}
