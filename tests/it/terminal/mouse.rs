//! The mouse, the clipboard and hyperlinks, as the bytes that a terminal sends and gets.

use std::fs;

use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use super::Tty;

/// A report of the left button going down at a cell, from 0.
pub fn click(column: u16, row: u16) -> String {
    format!("\x1b[<0;{};{}M\x1b[<0;{0};{1}m", column + 1, row + 1)
}

/// Waits for the whole first screen: the hints are there before the guide is.
fn wait_for_topics(tty: &mut Tty) {
    tty.wait("topics and hints", |screen| {
        let text = screen.contents();
        text.contains("トピック") && text.contains("F5 相談先を選ぶ")
    });
}

fn is_on(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

#[test]
fn clicks_and_the_wheel_arrive() {
    let mut tty = Tty::start(&[]);
    wait_for_topics(&mut tty);
    assert!(is_on(tty.screen.screen()), "presses alone, in SGR form");
    // The wheel over the list, a click on the bar, and one on a hint.
    tty.send("\x1b[<65;5;16M");
    tty.wait("the next topic beside it", |screen| {
        row(screen, 9).contains("2/13")
    });
    tty.send(&click(30, 22));
    tty.wait("the desks alone, and other hints", |screen| {
        let title = row(screen, 1);
        title.contains("窓口と受付時間")
            && !title.contains("トピック")
            && row(screen, 23).contains("Esc トピックへ")
    });
    let hints = row(tty.screen.screen(), 23);
    let before = &hints[..hints.find("Esc").unwrap()];
    let column = u16::try_from(madoguchi::text::width::width(before)).unwrap();
    tty.send(&click(column, 23));
    tty.wait_for("━ トピック ━");
    // Beyond the screen, nothing; then a key is answered.
    tty.send(&click(200, 100));
    tty.send("解約");
    tty.wait_for("検索結果");
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

fn row(screen: &vt100::Screen, row: u16) -> String {
    let (_, columns) = screen.size();
    let mut rows = screen.rows(0, columns.get());
    rows.nth(row.into()).unwrap_or_default()
}

#[test]
fn a_key_and_an_option_leave_the_mouse_to_the_terminal() {
    let mut tty = Tty::start(&[]);
    wait_for_topics(&mut tty);
    tty.send("\x1b[24~");
    tty.wait("the mouse to be given back", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None
    });
    tty.wait_for("マウスを切りました");
    tty.send("\x1b[24~");
    tty.wait("the mouse to be taken", is_on);
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();

    let mut tty = Tty::start(&["--no-mouse"]);
    wait_for_topics(&mut tty);
    assert_eq!(
        tty.screen.screen().mouse_protocol_mode(),
        MouseProtocolMode::None
    );
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
}

/// All that the program has written, until this is in it.
fn written_until(tty: &mut Tty, wanted: &str) -> String {
    let mut all = String::new();
    while !all.contains(wanted) {
        let bytes = tty.output.recv_timeout(super::LIMIT).expect("more output");
        all.push_str(&String::from_utf8_lossy(&bytes));
        tty.screen.process(&bytes);
    }
    all
}

#[test]
fn a_number_goes_to_the_terminals_clipboard() {
    let mut tty = Tty::start(&[]);
    wait_for_topics(&mut tty);
    tty.send("\x1b[23~");
    tty.wait_for("━ コピー ━");
    tty.wait_for("madoguchi show");
    tty.send("1");
    // 0120-996-012
    let all = written_until(&mut tty, "端末に送りました");
    assert!(all.contains("\x1b]52;c;MDEyMC05OTYtMDEy\x07"), "{all:?}");
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
}

#[test]
fn a_plain_terminal_gets_neither_copies_nor_hyperlinks() {
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let mut tty = Tty::command("env", &["TERM=linux", program], 24, 80);
    wait_for_topics(&mut tty);
    tty.send("\x1b[23~");
    tty.wait_for("madoguchi show");
    tty.send("1");
    let all = written_until(&mut tty, "この端末には送れません");
    assert!(!all.contains("\x1b]"), "{all:?}");
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
}

#[test]
fn an_address_of_the_guide_is_a_hyperlink() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "guide.yaml",
        "schema: 1\nid: web\ntitle: { ja: ウェブ }\nlanguages: [ja]\ntimezone: Asia/Tokyo\nas_of: 2026-11-01\n\
         official_numbers: [\"0120-996-012\"]\narticles: [about]\n",
    );
    write(
        "desks.yaml",
        "desks:\n  - id: phone\n    name: { ja: 電話 }\n    section: about#site\n    contacts:\n      \
         - { kind: phone, value: \"0120-996-012\" }\n    hours: { ja: \"Mo-Su 09:00-21:00\" }\n",
    );
    write(
        "glossary.yaml",
        "terms:\n  - { term: 解約, reading: かいやく, synonyms: [退会], english: [cancel] }\n",
    );
    write(
        "ja/about.md",
        "---\ntitle: 案内\nsummary: 案内\n---\n\n## 公式 {#site}\n\n[公式サイト](https://example.com/解約)を見てください。\n",
    );
    let mut tty = Tty::start(&["--guide", folder.path().to_str().unwrap()]);
    tty.wait_for("案内");
    tty.send("公式");
    tty.wait_for("検索結果");
    tty.send("\r");
    let linked =
        "\x1b]8;id=m0;https://example.com/%E8%A7%A3%E7%B4%84\x1b\\公式サイト\x1b]8;;\x1b\\";
    // The words that were searched for have a style of their own: the address stands around each part.
    let all = written_until(&mut tty, "を見てください");
    let address = "\x1b]8;id=m0;https://example.com/%E8%A7%A3%E7%B4%84\x1b\\";
    assert!(all.contains(linked) || all.contains(address), "{all:?}");
    assert_eq!(
        all.matches(address).count(),
        all.matches("\x1b]8;;\x1b\\").count()
    );
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}
