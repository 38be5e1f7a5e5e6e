use super::Korean;
use crate::i18n::checklist::Words;

impl Words for Korean {
    fn title(&self) -> &'static str {
        "체크리스트"
    }

    fn summary(&self) -> &'static str {
        "연락하기 전에 준비할 것"
    }

    fn whole_section(&self) -> &'static str {
        "설명 읽기"
    }

    fn never_tell(&self) -> &'static str {
        "알려 주면 안 되는 정보"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("준비됨 {done}/{all}")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("모두 준비됨({all}/{all})")
    }

    fn of(&self, done: usize, all: usize) -> String {
        format!("{all}개 가운데 {done}개 준비됨")
    }

    fn state(&self, is_ready: bool) -> &'static str {
        if is_ready { "준비됨: " } else { "아직: " }
    }

    fn complete(&self) -> &'static str {
        "✓ 완료"
    }

    fn not_kept(&self) -> &'static str {
        "기록에 남지 않습니다. 프로그램을 끝내면 사라집니다."
    }
}
