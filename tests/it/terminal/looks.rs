//! What the terminal is told and asks for: its background, its colours, its signs.

use super::Tty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_madoguchi");

/// The colour of the prompt.
fn accent(screen: &vt100::Screen) -> vt100::Color {
    screen.cell(0, 1).expect("within the screen").fgcolor()
}

#[test]
fn the_theme_is_what_the_terminal_answers_and_the_answer_is_never_typed() {
    let mut tty = Tty::command("env", &["-u", "COLORFGBG", PROGRAM], 24, 80);
    tty.wait_for("F5 相談先を選ぶ");
    assert_eq!(
        accent(tty.screen.screen()),
        vt100::Color::Idx(80),
        "dark until it answers"
    );
    // Typed before, into and behind the answer, which comes late.
    tty.send("kai\x1b]11;rgb:ffff/ffff/ffff\x1b\\yaku");
    tty.wait_for("kaiyaku");
    tty.wait("the light theme", |screen| {
        accent(screen) == vt100::Color::Idx(24)
    });
    assert!(
        !tty.text().contains("rgb") && !tty.text().contains("11;"),
        "{}",
        tty.text()
    );
    // Later answers were not asked for; what looks like one is typed.
    tty.send(" \x1b]11;rgb:0000/0000/0000\x07]11;x");
    tty.wait_for("kaiyaku ]11;x");
    assert_eq!(accent(tty.screen.screen()), vt100::Color::Idx(24));
    tty.send("\u{3}");
    tty.wait_for("もう一度");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

#[test]
fn a_theme_that_was_asked_for_asks_nothing() {
    let mut tty = Tty::command(PROGRAM, &["--theme", "light"], 24, 80);
    tty.wait_for("F5 相談先を選ぶ");
    assert_eq!(accent(tty.screen.screen()), vt100::Color::Idx(24));
}

#[test]
fn an_old_terminal_gets_ascii_and_no_colours() {
    let arguments = [
        "-u",
        "COLORTERM",
        "TERM=vt100",
        "LC_ALL=C",
        PROGRAM,
        "--lang",
        "en",
    ];
    let mut tty = Tty::command("env", &arguments, 24, 80);
    tty.wait_for("F5 Choose a desk");
    tty.send("\x1bOS");
    tty.wait_for("Show QR code [2]");
    let screen = tty.screen.screen();
    for (y, x) in (0..24).flat_map(|y| (0..80).map(move |x| (y, x))) {
        let cell = screen.cell(y, x).expect("within the screen");
        assert_eq!(
            (cell.fgcolor(), cell.bgcolor()),
            (vt100::Color::Default, vt100::Color::Default)
        );
        let is_japanese = |c| matches!(c, '\u{3000}'..='\u{9fff}');
        let fine = cell
            .contents()
            .chars()
            .all(|c| c.is_ascii() || is_japanese(c));
        assert!(fine, "{}", tty.text());
    }
}

#[test]
fn a_console_gets_sixteen_colours() {
    let mut tty = Tty::command("env", &["-u", "COLORTERM", "TERM=linux", PROGRAM], 24, 80);
    tty.wait_for("F5 相談先を選ぶ");
    assert_eq!(accent(tty.screen.screen()), vt100::Color::Idx(14));
}
