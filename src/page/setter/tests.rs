use super::*;
use crate::guide::markdown;
use crate::text::syntax::Syntax;

fn lines(markdown: &str, columns: usize) -> Vec<String> {
    let mut setter = Setter::new(columns);
    setter.blocks(&markdown::parse(markdown), Language::JA);
    let page = setter.finish();
    page.lines.iter().map(Line::text).collect()
}

#[test]
fn alerts_are_boxes() {
    let alert = "> [!WARNING]\n> 認証コードは、だれにも教えないでください。\n>\n> - 電話\n";
    let expected = [
        "┌─ ご注意 ───────────────┐",
        "│ 認証コードは、だれにも │",
        "│ 教えないでください。   │",
        "│                        │",
        "│ • 電話                 │",
        "└────────────────────────┘",
    ];
    assert_eq!(lines(alert, 26), expected);
    assert_eq!(
        lines(alert, 23)[..2],
        ["┃ ご注意", "┃ 認証コードは、だれに"]
    );
}

#[test]
fn a_title_stands_in_the_edge_or_inside() {
    let expected = [
        "┌─ ヒント: 題 ───────────┐",
        "│ 本文                   │",
        "└────────────────────────┘",
    ];
    assert_eq!(lines("> [!TIP] 題\n> 本文", 26), expected);
    let expected = [
        "┌─ ヒント ───────────────┐",
        "│ とても長くて縁に入     │",
        "│ らない題               │",
        "│ 本文                   │",
        "└────────────────────────┘",
    ];
    assert_eq!(
        lines("> [!TIP] とても長くて縁に入らない題\n> 本文", 26),
        expected
    );
}

#[test]
fn what_is_titled_code_and_pictures() {
    let check = |markdown: &str, expected: &[&str]| {
        let lines: Vec<String> = lines(markdown, 26)
            .iter()
            .map(|line| line.trim_end().to_owned())
            .collect();
        assert_eq!(lines, expected, "{markdown:?}");
    };
    check(
        "> [!details] 詳しく\n> a\n>\n> b",
        &["詳しく", "│ a", "│", "│ b"],
    );
    check("用語\n: 意味", &["用語", "│ 意味"]);
    check(
        "```sh title=\"run.sh\"\ncmd --no-auto-update --verbose\n\tx\n```",
        &[
            "  run.sh",
            "  cmd --no-auto-update",
            "  --verbose",
            "      x",
        ],
    );
    check("```text\na\n```", &["  a"]);
    check(
        "![画面](a/b.png) ![](c.png)",
        &["[図: 画面 — b.png] [図:", "c.png]"],
    );
    check(
        "use `--no-auto-update` on it",
        &["use --no-auto-update on it"],
    );
    check(
        "please use `--no-auto-update` now",
        &["please use", "--no-auto-update now"],
    );
    check("a[^1]\n\n[^1]: b", &["a[1]", "", "[1] b"]);
}

#[test]
fn parts_of_code_have_roles_of_their_own() {
    let code = "```rust\nlet 名 = \"あ\"; // b\n```\n\n```none\nlet\n```";
    let set = |setter: Setter<'_>| {
        let mut setter = setter;
        setter.blocks(&markdown::parse(code), Language::JA);
        let pieces = setter
            .finish()
            .lines
            .into_iter()
            .flat_map(|line| line.pieces);
        pieces
            .filter(|piece| !piece.text.trim().is_empty())
            .map(|piece| (piece.role, piece.text))
            .collect::<Vec<_>>()
    };
    let source = |part| Role::Source(Some(part));
    let expected = [
        (source(Syntax::Keyword), "let"),
        (Role::Source(None), " 名 = "),
        (source(Syntax::Text), "\"あ\""),
        (Role::Source(None), "; "),
        (source(Syntax::Comment), "// b"),
        (Role::Code, "let"),
    ];
    let expected = expected.map(|(role, text)| (role, text.to_owned()));
    assert_eq!(set(Setter::new(40)), expected);
    let plain = [(Role::Code, "let 名 = \"あ\"; // b"), (Role::Code, "let")];
    let plain = plain.map(|(role, text)| (role, text.to_owned()));
    assert_eq!(set(Setter::new(40).without_colours()), plain);
    assert_eq!(set(Setter::new(Measure::lines(40))), plain);
}

#[test]
fn markup_parts_no_letter_from_its_mark() {
    let check = |markdown: &str, expected: &[&str]| {
        let mut setter = Setter::new(20);
        setter.blocks(&markdown::parse(markdown), Language::JA);
        let page = setter.finish();
        let pieces = page.lines[0].pieces.iter();
        assert_eq!(
            pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>(),
            expected
        );
    };
    check("*👍*🏽です", &["👍🏽", "です"]);
}

#[test]
fn boxes_stand_in_boxes() {
    let expected = [
        "┌─ メモ ───────────────────────┐",
        "│ 外                           │",
        "│                              │",
        "│ ┌─ ヒント ─────────────────┐ │",
        "│ │ 内                       │ │",
        "│ └──────────────────────────┘ │",
        "└──────────────────────────────┘",
    ];
    let mut setter = Setter::new(32);
    setter.boxed(Role::Strong, "メモ", |setter| {
        setter.text(Role::Text, "外");
        setter.gap();
        setter.boxed(Role::Strong, "ヒント", |setter| {
            setter.text(Role::Text, "内");
        });
    });
    let lines: Vec<String> = setter.finish().lines.iter().map(Line::text).collect();
    assert_eq!(lines, expected);
}
