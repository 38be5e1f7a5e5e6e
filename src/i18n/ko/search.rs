use super::Korean;
use crate::i18n::search::Words;

impl Words for Korean {
    fn count(&self, total: usize, at_least: bool) -> [String; 2] {
        let or_more = if at_least { " 이상" } else { "" };
        let short = format!("{total}건{or_more}");
        [format!("검색 결과 {short}"), short]
    }

    fn showing(&self, spelling: &str) -> [String; 2] {
        [
            format!("“{spelling}”의 검색 결과입니다"),
            format!("“{spelling}”의 결과"),
        ]
    }

    fn missing(&self, words: &[String]) -> [String; 2] {
        let words = words.join("”, “");
        [
            format!("이 가이드에 없는 말입니다: “{words}”"),
            format!("없는 말: “{words}”"),
        ]
    }

    fn tried(&self, readings: &[String]) -> String {
        format!("함께 검색한 말: {}", readings.join(", "))
    }

    fn left_out(&self, count: usize, at_least: bool) -> String {
        if at_least {
            format!("외 {count}건 이상")
        } else {
            format!("외 {count}건")
        }
    }

    fn related(&self, typed: &str, found: &str) -> String {
        format!("{typed} → {found}(관련)")
    }

    fn did_you_mean(&self) -> &'static str {
        "혹시 이것인가요: "
    }

    fn press(&self, key: &str) -> [String; 2] {
        [format!(" ({key}로 검색)"), format!(" ({key})")]
    }
}
