//! QR codes as the bytes that reach a terminal make them.

use super::Tty;
use crate::screens::qr::decode;

/// The screen of a light terminal, two modules to a cell.
fn modules(screen: &vt100::Screen) -> Vec<Vec<bool>> {
    let (rows, columns) = screen.size();
    let dark = |colour| colour == vt100::Color::Idx(16);
    let half = |y, x, top: bool| {
        let cell = screen.cell(y, x).expect("within the screen");
        if top && cell.contents() == "▀" {
            dark(cell.fgcolor())
        } else {
            dark(cell.bgcolor())
        }
    };
    let row = |y, top| (0..columns.get()).map(|x| half(y, x, top)).collect();
    (0..rows.get())
        .flat_map(|y| [row(y, true), row(y, false)])
        .collect()
}

#[test]
fn no_color_leaves_a_code_black_on_white_and_nothing_else() {
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let mut tty = Tty::command("env", &["NO_COLOR=1", program], 24, 80);
    tty.wait_for("F5 相談先を選ぶ");
    tty.send("\x1bOS");
    tty.wait_for("QRコードを表示 [2]");
    let plain = vt100::Color::Default;
    let coloured = |screen: &vt100::Screen| {
        let cells = (0..24).flat_map(|y| (0..80).map(move |x| (y, x)));
        cells
            .filter_map(|(y, x)| screen.cell(y, x))
            .any(|cell| cell.fgcolor() != plain || cell.bgcolor() != plain)
    };
    assert!(!coloured(tty.screen.screen()));
    tty.send("2");
    tty.wait_for("電話 › QRコード");
    tty.wait("the whole frame", |screen| {
        screen.contents().contains("読み取れます")
    });
    assert_eq!(decode(&modules(tty.screen.screen())), ["tel:0120996012"]);
}
