use super::Korean;
use crate::i18n::mouse::Words;

impl Words for Korean {
    fn title(&self) -> &'static str {
        "마우스"
    }

    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3] {
        [
            ("휠", "가리키는 쪽을 움직임"),
            (
                "클릭",
                "결과 고르기(한 번 더 누르면 읽기), 링크와 화면 아래 안내 따라가기",
            ),
            (
                "",
                if desks {
                    "검색창에서는 그 글자로, 아래 띠에서는 창구 목록으로"
                } else {
                    "검색창에서는 그 글자로, 아래 띠에서는 가이드 정보로"
                },
            ),
        ]
    }

    fn selecting(&self) -> (&'static str, &'static str) {
        ("Shift+드래그", "터미널의 글자 선택(대부분의 터미널)")
    }

    fn state(&self, on: bool) -> &'static str {
        if on {
            "클릭과 휠을 쓸 수 있습니다. F12로 끄면 터미널에서 글자를 선택할 수 있습니다"
        } else {
            "마우스를 껐습니다. 터미널에서 글자를 선택할 수 있습니다. F12로 다시 켭니다"
        }
    }
}
