use super::Japanese;
use crate::i18n::mouse::Words;

impl Words for Japanese {
    fn title(&self) -> &'static str {
        "マウス"
    }

    fn explained(&self, desks: bool) -> [(&'static str, &'static str); 3] {
        [
            ("ホイール", "指している側を動かす"),
            (
                "クリック",
                "結果を選ぶ（もう一度で読む）、リンクや画面下の案内に従う",
            ),
            (
                "",
                if desks {
                    "検索欄のその文字へ、下の帯から窓口の一覧へ"
                } else {
                    "検索欄のその文字へ、下の帯からガイドの情報へ"
                },
            ),
        ]
    }

    fn selecting(&self) -> (&'static str, &'static str) {
        ("Shift+ドラッグ", "端末の文字を選択する（多くの端末で）")
    }

    fn state(&self, on: bool) -> &'static str {
        if on {
            "クリックとホイールが使えます。F12 で切ると、端末で文字を選択できます"
        } else {
            "マウスを切りました。端末で文字を選択できます。F12 でまた使えます"
        }
    }
}
