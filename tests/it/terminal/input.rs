//! What terminals send besides keys, whole and cut off: nothing of it makes the browser deaf, or large.

use super::Tty;
use crate::support::system::memory;

/// A browser at its first screen, all of it.
fn start() -> Tty {
    let mut tty = Tty::start(&[]);
    tty.wait("topics and hints", |screen| {
        let text = screen.contents();
        text.contains("トピック") && text.contains("F5 相談先を選ぶ")
    });
    tty
}

fn quit(mut tty: Tty) {
    tty.send("\u{3}");
    tty.wait_for("もう一度 Ctrl-C");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

/// Clears the field.
fn clear(tty: &mut Tty) {
    tty.send("\x15");
    tty.wait_for("何にお困りですか");
}

/// What stands in the field.
fn wait_for_query(tty: &mut Tty, query: &str) {
    let field = format!(" 窓口 ❯ {query} ");
    tty.wait(&field, |screen| {
        let row = screen.rows(0, screen.size().1.get()).next();
        row.is_some_and(|row| format!("{row} ").starts_with(&field))
    });
}

#[test]
fn a_paste_without_an_end_ends_when_nothing_more_comes() {
    let mut tty = start();
    assert!(tty.screen.screen().bracketed_paste());
    tty.send("\x1b[200~解約");
    wait_for_query(&mut tty, "解約");
    tty.send(" 電話\x1b[201~");
    wait_for_query(&mut tty, "解約 電話");
    // One that does end, in pieces; Enter in it is no key, and looks like a space.
    tty.send("\x15\x1b[200~kai\r");
    tty.send("yaku\x1b[20");
    tty.send("1~2");
    wait_for_query(&mut tty, "kai\u{2002}yaku2");
    quit(tty);
}

#[test]
fn sequences_that_only_begin_keep_no_key_back() {
    let mut tty = start();
    for begun in [
        "\x1b[?",
        "\x1b[<0;1",
        "\x1b[M",
        "\x1b[1;",
        "\x1b]0;title",
        "\x1b]11;rgb:",
        "\x1bP1$r",
        "\x1b_G",
    ] {
        // Control-U can belong to none of them; it clears the field.
        tty.send(&format!("{begun}\x15解約"));
        wait_for_query(&mut tty, "解約");
        clear(&mut tty);
    }
    // Nor can another character to the first, which crossterm waits for the end of.
    tty.send("\x1b[?");
    tty.send("電話");
    wait_for_query(&mut tty, "電話");
    quit(tty);
}

#[test]
fn a_mouse_that_is_nowhere_does_nothing() {
    let mut tty = start();
    tty.send("\x1b[<0;0;0M\x1b[<0;0;0m\x1b[<0;0;1M\x1b[<0;65535;65535M\x1b[<0;65536;99999999999M\x1b[M   ");
    tty.send("解約");
    wait_for_query(&mut tty, "解約");
    quit(tty);
}

#[test]
fn escape_alone_and_the_rest_of_a_report() {
    let mut tty = start();
    tty.send("解約");
    tty.wait_for("検索結果");
    tty.send("\x1b[24;80R\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c\x1b[I\x1bP>|term\x1b\\");
    tty.send("\x1b");
    // Nothing of the reports was typed, and a single Escape clears the field.
    tty.wait_for("何にお困りですか");
    quit(tty);
}

/// In KiB: as much may change by itself, and the paste is five times as long.
const MARGIN: u64 = 4 * 1024;

#[test]
fn a_paste_of_20_mb_takes_no_memory() {
    let mut tty = start();
    // Whatever a search takes, it has taken.
    tty.send("電話で解約したい");
    tty.wait_for("検索結果");
    clear(&mut tty);
    let (_, before) = memory(tty.child.process_id().unwrap());
    tty.send("\x1b[200~");
    let piece = "電話で解約したい ".repeat(4_000);
    for _ in 0..20_000_000 / piece.len() {
        tty.send(&piece);
    }
    tty.send("\x1b[201~");
    tty.wait_for("検索結果");
    let (_, most) = memory(tty.child.process_id().unwrap());
    assert!(most < before + MARGIN, "{before} → {most} KiB");
    quit(tty);
}

#[test]
fn a_key_at_the_moment_of_a_resize_is_there_at_once() {
    let mut tty = start();
    for n in 1..=100 {
        let typed: u16 = 1 + (n - 1) % 10;
        if typed == 1 {
            clear(&mut tty);
        }
        tty.resize(24, 80 + n % 2);
        tty.send("x");
        wait_for_query(&mut tty, &"x".repeat(typed.into()));
    }
    quit(tty);
}
