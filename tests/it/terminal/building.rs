//! Waiting for the index of a large guide, and not waiting for it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::Tty;

/// A guide that is large: 200 articles of 50 sections.
pub fn large_guide() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join("guide").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let mut articles = String::new();
    for article in 0..200 {
        let _ = write!(articles, "a{article}, ");
        let mut text = String::from("---\ntitle: \"題\"\nsummary: \"要約\"\n---\n\n");
        for section in 0..50 {
            let words = "解約と返金の手続きは窓口で、請求の確認は電話で受け付けます。".repeat(5);
            let _ = write!(text, "## 手続き {section} {{#s{section}}}\n\n{words}\n\n");
        }
        write(&format!("ja/a{article}.md"), &text);
    }
    write(
        "guide.yaml",
        &format!(
            "schema: 1\nid: large\ntitle: {{ ja: 大きなガイド }}\nlanguages: [ja]\ntimezone: Asia/Tokyo\n\
             as_of: 2026-11-01\nofficial_numbers: [\"0120-000-123\"]\narticles: [{}]\n",
            articles.trim_end_matches(", ")
        ),
    );
    write(
        "desks.yaml",
        "desks:\n  - id: counter\n    name: { ja: 窓口 }\n    section: a1#s1\n    contacts:\n      \
         - { kind: phone, value: \"0120-000-123\" }\n    hours: { ja: \"Mo-Fr 09:00-17:00\" }\n",
    );
    write(
        "glossary.yaml",
        "terms:\n  - { term: 解約, reading: かいやく, synonyms: [退会], english: [cancel] }\n",
    );
    folder
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn control_c_ends_a_build_and_leaves_nothing_behind() {
    let home = large_guide();
    let path = home.path().to_str().unwrap();
    for args in [
        &["--home", path, "index", "build"][..],
        &["--home", path, "search", "解約"],
    ] {
        let mut tty = Tty::start(args);
        tty.wait_for("/ 10,000件");
        tty.send("\u{3}");
        assert_eq!(tty.end(), 130);
        assert!(is_empty(&home.path().join("index")));
    }
}

#[test]
fn the_browser_can_be_left_while_it_builds() {
    let home = large_guide();
    let mut tty = Tty::start(&["--home", home.path().to_str().unwrap()]);
    tty.wait_for("索引を作成中");
    tty.send("\u{3}");
    tty.wait_for("もう一度 Ctrl-C");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
    assert!(is_empty(&home.path().join("index")));
}

#[test]
fn a_query_that_comes_before_the_index_is_answered_when_it_is_there() {
    let home = large_guide();
    let mut tty = Tty::start(&["--home", home.path().to_str().unwrap()]);
    tty.wait_for("索引を作成中");
    tty.send("解約");
    tty.wait_for("検索結果");
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
}
