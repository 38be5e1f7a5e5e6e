use super::Korean;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "가이드 정보",
    summary: "언제의 내용이고 어디에서 왔는지",
    kind: "종류",
    official: "공식",
    as_of: "내용 기준일",
    languages: "언어",
    size: "분량",
    source: "위치",
    built_in: "프로그램에 내장",
    folder: "이 단말기의 폴더",
    licence: "라이선스",
    numbers: "공식 전화번호",
    zone: "운영 시간의 기준",
    index: "검색 색인",
    indexed: "준비됨",
    not_indexed: "만드는 중",
    program: "프로그램",
};

impl Words for Korean {
    fn texts(&self) -> &'static DetailsTexts {
        &TEXTS
    }

    fn today(&self) -> &'static str {
        "오늘"
    }

    fn days_ago(&self, days: i64) -> String {
        format!("{days}일 전")
    }

    fn months_ago(&self, months: i32) -> String {
        format!("{months}개월 전")
    }

    fn years_ago(&self, years: i32) -> String {
        format!("{years}년 전")
    }

    fn and(&self) -> &'static str {
        ", "
    }

    fn articles(&self, articles: usize) -> String {
        format!("글 {articles}편")
    }

    fn more(&self, articles: usize) -> String {
        format!("{articles}편이 더 있습니다. 검색해 주세요.")
    }

    fn size(&self, articles: usize, sections: usize) -> String {
        format!("글 {articles}편, 절 {sections}개")
    }

    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String {
        let lists = if lists > 0 {
            format!(", 체크리스트 {lists}개")
        } else {
            String::new()
        };
        format!("글 {articles}편, 절 {sections}개{lists}")
    }

    fn or(&self) -> &'static str {
        " 또는 "
    }

    fn dot(&self) -> &'static str {
        ", "
    }
}
