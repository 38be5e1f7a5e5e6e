use super::Japanese;
use crate::i18n::copy::{CopyTexts, Words};

static TEXTS: CopyTexts = CopyTexts {
    title: "コピー",
    how: "番号のキーで、端末のクリップボードに送ります。画面から選択するときは、Shift を押しながらドラッグするか、F12 でマウスを切ってください。",
    address: "ウェブのアドレス",
    text: "この節の文章",
    id: "この節のID",
    command: "コマンドで表示する",
    by_hand: "この端末には送れません。画面から選択してください",
};

impl Words for Japanese {
    fn texts(&self) -> &'static CopyTexts {
        &TEXTS
    }

    fn copied(&self, what: &str) -> String {
        format!("{what} を端末に送りました。貼り付けられないときは画面で選択してください")
    }

    fn text_of(&self, title: &str) -> String {
        format!("「{title}」の文章")
    }
}
