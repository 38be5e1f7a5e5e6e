use super::Korean;
use crate::i18n::reading::Words;

impl Words for Korean {
    fn find(&self, full: bool) -> &'static str {
        if full {
            "페이지에서 찾기"
        } else {
            "찾기"
        }
    }

    fn not_found(&self) -> &'static str {
        "없음"
    }

    fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    fn contents(&self) -> &'static str {
        "목차"
    }

    fn you_are_here(&self) -> &'static str {
        "(현재 위치)"
    }

    fn no_contents(&self) -> &'static str {
        "목차는 글을 읽을 때 열 수 있습니다"
    }

    fn see_also(&self) -> &'static str {
        "관련 내용"
    }

    fn in_language(&self, own_name: &str, title: &str) -> String {
        format!("{own_name} | {title}")
    }

    fn too_narrow(&self, one: &str, other: &str) -> String {
        format!("{one}, {other}를 나란히 보려면 가로 120칸 이상의 화면이 필요합니다")
    }

    fn one_language(&self) -> &'static str {
        "이 가이드의 언어는 하나입니다"
    }
}
