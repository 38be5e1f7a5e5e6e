//! A stream of sizes: it stays responsive, and small.

use super::Tty;
use crate::support::system::memory;

/// Resizes so often, and returns what memory it has then, when a key has been answered.
fn storm(resizes: u32) -> (u64, u64) {
    let mut tty = Tty::start(&[]);
    tty.wait_for("窓口と受付時間");
    for n in 0..resizes {
        // From sizes that are too small to very large ones, all different from the one before.
        let rows = u16::try_from(5 + n * 7 % 196).unwrap();
        let columns = u16::try_from(20 + n * 13 % 600).unwrap();
        tty.set_size(rows, columns);
        // What it draws is read and not looked at.
        while tty.output.try_recv().is_ok() {}
    }
    tty.screen.process(b"\x1b[2J");
    tty.resize(24, 80);
    tty.send("解約");
    tty.wait_for("検索結果");
    let memory = memory(tty.child.process_id().unwrap());
    tty.send("\u{3}");
    tty.wait_for("もう一度 Ctrl-C");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
    memory
}

/// The limit on memory, in KiB.
const LIMIT: u64 = 100 * 1024;

#[test]
fn a_stream_of_sizes_leaves_it_responsive_and_small() {
    let (_, most) = storm(3_000);
    assert!(most < LIMIT, "{most} KiB");
}

/// 100,000 resizes.
#[test]
#[ignore = "takes minutes"]
#[expect(clippy::print_stderr, reason = "the figures are asked for")]
fn a_stream_of_100_000_sizes_leaves_it_responsive_and_small() {
    let (now, most) = storm(100_000);
    eprintln!("{now} KiB, at most {most} KiB");
    assert!(most < LIMIT, "{most} KiB");
}
