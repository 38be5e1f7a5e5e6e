//! The words of the page on which one chooses what to copy.

use crate::language::Language;

#[derive(Debug)]
pub struct Texts {
    pub title: &'static str,
    /// What a number does, and what to do where it does nothing.
    pub how: &'static str,
    pub address: &'static str,
    pub text: &'static str,
    /// Stands for the text of a section, which follows below.
    pub whole_text: &'static str,
    pub id: &'static str,
    pub command: &'static str,
    pub copied: &'static str,
    pub by_hand: &'static str,
}

static JA: Texts = Texts {
    title: "コピーする",
    how: "番号のキーで、端末のクリップボードに送ります。画面から選択するときは、Shift を押しながらドラッグするか、F12 でマウスを切ってください。",
    address: "ウェブのアドレス",
    text: "この節の文章",
    whole_text: "下の文章をすべて",
    id: "この節のID",
    command: "コマンドで表示する",
    copied: "端末に送りました。貼り付けられないときは、画面から選択してください",
    by_hand: "この端末には送れません。画面から選択してください",
};

static EN: Texts = Texts {
    title: "Copy",
    how: "A number key sends it to the terminal's clipboard. To select it on the screen, drag with Shift held down, or turn the mouse off with F12.",
    address: "Web address",
    text: "The text of this section",
    whole_text: "all of the text below",
    id: "The id of this section",
    command: "Show it by a command",
    copied: "Sent to the terminal. If it cannot be pasted, select it on the screen",
    by_hand: "This terminal takes no copies. Select it on the screen",
};

pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
