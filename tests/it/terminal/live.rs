//! A guide that changes while it is open.

use std::fs;
use std::path::Path;

use super::Tty;
use crate::guide::small::Small;

/// The browser on a small guide, and that guide's folder.
fn open(more: &[&str]) -> (Tty, Small) {
    let small = Small::new();
    let manifest = small.path("guide.yaml");
    let folder = manifest.parent().and_then(Path::to_str).expect("a path");
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let args = [&["--guide", folder, "--lang", "ja"], more].concat();
    let mut tty = Tty::command(program, &args, 30, 120);
    tty.wait_for("いつの内容か");
    (tty, small)
}

/// As editors do it: a new file takes the place of the old one.
fn save(small: &Small, file: &str, from: &str, to: &str) {
    let text = small.read(file);
    assert!(text.contains(from), "no {from:?} in {file}");
    let new = small.path(&format!("{file}.new"));
    fs::write(&new, text.replace(from, to)).expect("the new file");
    fs::rename(new, small.path(file)).expect("the new file in its place");
}

#[test]
fn what_is_saved_is_seen_where_one_reads() {
    let (mut tty, small) = open(&[]);
    // The article about telephones.
    tty.send("\x1b[B\x1b[B\x1b[B\r");
    tty.wait_for("━ 電話");
    save(&small, "ja/phone.md", "## アプリ", "## 新しいアプリ");
    tty.wait_for("新しいアプリ");
    tty.wait_for("更新: ja/phone.md");
    // The next key takes the line away, and the place is the same.
    tty.send("\x1b[B");
    tty.wait("the line is gone", |screen| {
        let text = screen.contents();
        !text.contains("更新:") && text.contains("新しいアプリ")
    });
    small.write(
        "ja/phone.md",
        small.read("ja/phone.md").replace("新しい", "別の"),
    );
    tty.wait_for("別のアプリ");
    tty.send("qq");
    assert_eq!(tty.end(), 0);
}

#[test]
fn a_query_is_asked_again() {
    let (mut tty, small) = open(&[]);
    tty.send("みかん");
    tty.wait_for("見つかりませんでした");
    save(
        &small,
        "ja/phone.md",
        "## アプリ",
        "みかんの話です。\n\n## アプリ",
    );
    tty.wait_for("検索結果 1件");
    tty.send("\x03\x03");
    assert_eq!(tty.end(), 0);
}

#[test]
fn with_an_error_everything_stays_until_it_is_put_right() {
    let (mut tty, small) = open(&[]);
    tty.send("\x1b[B\x1b[B\r");
    tty.wait_for("目的");
    let manifest = small.read("guide.yaml");
    small.write("guide.yaml", manifest.replace("schema: 1", "schema: 9"));
    tty.wait_for("guide.yaml:1 に誤りがあるため、前の内容を表示しています");
    assert!(tty.text().contains("目的"), "{}", tty.text());
    // What is new besides is not shown before that.
    save(&small, "ja/about.md", "目的", "ねらい");
    small.write("guide.yaml", manifest);
    tty.wait("the new text", |screen| {
        let text = screen.contents();
        text.contains("ねらい") && !text.contains("誤り")
    });
    tty.send("qq");
    assert_eq!(tty.end(), 0);
}

#[test]
fn a_folder_that_takes_the_place_of_the_guides_is_read() {
    let (mut tty, small) = open(&[]);
    tty.send("\x1b[B\x1b[B\r");
    tty.wait_for("目的");
    let manifest = small.path("guide.yaml");
    let folder = manifest.parent().expect("a folder");
    let away = folder.with_extension("away");
    fs::rename(folder, &away).expect("it moves");
    tty.wait_for("前の内容を表示しています");
    let text = fs::read_to_string(away.join("ja/about.md")).expect("the article");
    fs::write(away.join("ja/about.md"), text.replace("目的", "ねらい")).expect("it is written");
    fs::rename(&away, folder).expect("it comes back");
    tty.wait_for("ねらい");
    tty.send("qq");
    assert_eq!(tty.end(), 0);
}

#[test]
fn nothing_is_taken_over_where_that_is_not_wanted() {
    let (mut tty, small) = open(&["--no-watch"]);
    tty.send("\x1b[B\x1b[B\r");
    tty.wait_for("目的");
    save(&small, "ja/about.md", "目的", "ねらい");
    // What is typed afterwards is seen, and the text has not changed.
    tty.send("/");
    tty.wait_for("ページ内を探す ❯");
    tty.send("目的");
    tty.wait_for("1/1");
    assert!(!tty.text().contains("ねらい"), "{}", tty.text());
    tty.send("\rqq");
    assert_eq!(tty.end(), 0);
}
