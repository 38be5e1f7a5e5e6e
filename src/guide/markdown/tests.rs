use proptest::prelude::*;

use super::*;
use crate::guide::limits::MAX_CELLS;

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let body = Body::parse(markdown);
    assert_eq!(body.plain_text(), expected, "{markdown:?}");
    assert_eq!(plain_text(&body.blocks()), expected, "{markdown:?}");
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn paragraph(line: &str) -> Block {
    Block::Paragraph(vec![text(line)])
}

#[test]
fn a_line_per_block_item_and_row() {
    check("一つ目。\n\n二つ目。", "一つ目。\n二つ目。");
    check(
        "1. 開く\n2. 押す\n   - [ ] 端末\n   - [x] 時刻",
        "開く\n押す\n端末\n時刻",
    );
    check(
        "| 窓口 | 時間 |\n| --- | --- |\n| 電話 | 9:00–21:00 |",
        "窓口 時間\n電話 9:00–21:00",
    );
    check(
        "> [!WARNING]\n> 送らないでください。",
        "送らないでください。",
    );
    check(
        "### 準備\n本文\n\n---\n\n    code\n    more",
        "準備\n本文\ncode\nmore",
    );
    check("one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour");
}

#[test]
fn a_source_line_break_is_a_space_except_between_japanese() {
    check("電話で\n問い合わせる", "電話で問い合わせる");
    check("call the\nnumber", "call the number");
    check("Netflixを\nBBIQで", "Netflixを BBIQで");
    check(
        "押す、\n**「ヘルプ」**\n`code`\nend",
        "押す、「ヘルプ」 code end",
    );
    check("the\n**app**", "the app");
    check("[the\n](phone#app)app", "the app");
    check("전화\n문의", "전화 문의");
}

#[test]
fn html_is_what_it_means_and_an_image_is_its_words() {
    check("a <b>bold</b> <!-- no --> c", "a bold  c");
    check("<script>\nalert(1)\n</script>\n\nafter", "after");
    check("![the icon](icon.png) here", "the icon here");
}

#[test]
fn what_is_written_beside_a_picture_is_not_told_again() {
    let check = |markdown: &str, expected: &str| {
        assert_eq!(notation::shown(markdown), expected, "{markdown:?}");
    };
    check(
        "## Table Modes\n\n![Table modes](a.png)",
        "h2(Table Modes) p(!!a.png!)",
    );
    check(
        "## A\n\n![A](a.png)\n\n![B](b.png)",
        "h2(A) p(!!a.png!) p(!B!b.png!)",
    );
    check("## A\n\nb\n\n![A](a.png)", "h2(A) p(b) p(!A!a.png!)");
    check("![図の題](a.png)\n*図の題*", "p(!!a.png! /図の題/)");
    check(
        "<figure><img src=\"a.png\" alt=\"A b\"><figcaption>A b.</figcaption></figure>\n\nc",
        "p(!!a.png!) p(A b.) p(c)",
    );
    check("[![A](a.png)](b)\n\nA c", "p({!A!a.png!→b}) p(A c)");
    check("![](a.png) ![A](b.png) A", "p(!!a.png! !!b.png! A)");
    check("## ![A](a.png)\n\n![A](b.png)", "h2(!A!a.png!) p(!!b.png!)");
}

#[test]
fn entities_cannot_bring_back_what_was_cleaned() {
    check("a&#x1b;[31mb &#x202e;c&#8203;d&#10;e", "a[31mb cd e");
    check("`a`&#x200b;`b`", "ab");
    let body = Body::parse("[x](phone#a&#x202e;pp)");
    assert_eq!(body.links().collect::<Vec<_>>(), ["phone#app"]);
}

#[test]
fn blocks_have_their_shape() {
    assert_eq!(
        parse("3. a\n   b\n4. - [x] c"),
        [Block::List {
            start: Some(3),
            items: vec![
                Item {
                    checked: None,
                    blocks: vec![paragraph("a b")]
                },
                Item {
                    checked: None,
                    blocks: vec![Block::List {
                        start: None,
                        items: vec![Item {
                            checked: Some(true),
                            blocks: vec![paragraph("c")]
                        }],
                    }],
                },
            ],
        }]
    );
    assert_eq!(
        parse("> [!TIP]\n> *a* **b**"),
        [Block::Alert {
            kind: AlertKind::Tip,
            title: Vec::new(),
            blocks: vec![Block::Paragraph(vec![
                Inline::Emphasis(vec![text("a")]),
                text(" "),
                Inline::Strong(vec![text("b")]),
            ])],
        }]
    );
    assert_eq!(
        parse("> q\n\n***"),
        [Block::Quote(vec![paragraph("q")]), Block::Rule]
    );
    assert_eq!(
        parse("#### h {#id}\n```\na\n\nb\n```"),
        [
            Block::Heading {
                level: 4,
                content: vec![text("h")]
            },
            Block::Code {
                language: None,
                title: None,
                text: "a\n\nb".to_owned()
            }
        ]
    );
}

#[test]
fn loose_and_tight_lists_are_the_same_to_us() {
    assert_eq!(parse("- a\n- b"), parse("- a\n\n- b"));
}

#[test]
fn links_come_in_reading_order() {
    let body = Body::parse(
        "[a](x#1)\n\n- **[b](x#2)**\n\n| [c](x#3) |\n|---|\n| [d](x#4) |\n\n<https://example.com>",
    );
    assert_eq!(
        body.links().collect::<Vec<_>>(),
        ["x#1", "x#2", "x#3", "x#4", "https://example.com"]
    );
}

#[test]
fn addresses_are_no_text_of_links() {
    let share = |source: &str| Body::parse(source).share_of_links();
    let address = "https://example.com/an/address/longer/than/the/sentence/around/it";
    let sentence = format!("There is one for [A]({address}) and one for [B]({address}).");
    assert!(share(&sentence) < 0.2);
    assert!(share("- [One](a)\n- **[Two](b)**") > 0.99);
    assert!(share(&format!("See it: ![how it looks]({address})")) < 0.1);
}

#[test]
fn links_are_led_elsewhere_or_become_text() {
    let mut body =
        Body::parse("a [b *c*](x) d\n\n- [e](y) [f](z)\n\n| [g](x) |\n|---|\n| h |\n\n3. [i](w)");
    let before = body.plain_text();
    body.map_links(|target| match target {
        "x" => Lead::default(),
        "y" => Lead {
            target: Some("there#here".to_owned()),
            words: Some("E".to_owned()),
        },
        "w" => Lead {
            target: None,
            words: Some("[[I]]".to_owned()),
        },
        other => Lead {
            target: Some(other.to_owned()),
            words: None,
        },
    });
    assert_eq!(body.links().collect::<Vec<_>>(), ["there#here", "z"]);
    assert_eq!(
        body.plain_text(),
        before.replace("e f", "E f").replace('i', "[[I]]")
    );
    assert_eq!(plain_text(&body.blocks()), body.plain_text());
    assert_eq!(
        notation::of(&body.blocks()),
        "p(a b /c/ d) ul[p({E→there#here} {f→z})] table[g; h] ol3[p([[I]])]"
    );
}

#[test]
fn texts_are_ranges_of_the_source() {
    let source = "## A *b* `c`\n\n- one\n  two\n\n> [d](e#f) \\* g\n\n    code\n    more\n";
    let body = Body::parse(source);
    assert_eq!(body.plain_text(), "A b c\none two\nd * g\ncode\nmore");
    assert_eq!(body.source(), source);
    // Only what stands otherwise in the source is kept beside it.
    assert_eq!(format!("{body:?}").matches("Other").count(), 0);
    assert!(format!("{:?}", Body::parse("a &amp; b")).contains("Other"));
}

#[test]
fn a_body_may_be_a_part_of_a_longer_text() {
    let text = "\n\nいろは *b*\n\n    code  \n\n";
    let mut builder = Builder::new(text);
    events(text).for_each(|(event, _)| builder.take(event));
    let body = builder.finish(2..text.trim_end().len());
    assert_eq!(body.source(), "いろは *b*\n\n    code");
    assert_eq!(body.plain_text(), "いろは b\ncode");
}

#[test]
fn between_items_there_is_no_line_to_break() {
    for (source, expected) in [
        ("<ul><br>x", "x"),
        ("<ol><li>a</li><br></ol>x", "a\nx"),
        ("<ul><li>a<br>b", "a\nb"),
    ] {
        let body = Body::parse(source);
        assert_eq!(body.plain_text(), expected, "{source}");
        assert_eq!(plain_text(&body.blocks()), expected, "{source}");
    }
}

proptest! {
    #[test]
    fn the_tree_and_the_text_say_the_same(
        source in "([*_`>#|\\-\\[\\]()~!<&;\\\\ \n1.あ解a]|\\*\\*|\n\n|- \\[x\\] |&amp;|&#x301;|<br>|```\n|<(/?)(b|p|div|ul|ol|li|table|tr|td|th|thead|colgroup|caption|select|details|summary|blockquote|code|pre|rt|a href=x|h2|dl|dt|dd)>|\\[\\^1\\](:?)|\n: |!\\[|> \\[!tip\\] ){0,40}"
    ) {
        let source = crate::text::clean::clean(&source);
        let body = Body::parse(&source);
        prop_assert_eq!(plain_text(&body.blocks()), body.plain_text());
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match block {
        Block::Quote(blocks) | Block::Alert { blocks, .. } | Block::Titled { blocks, .. } => {
            1 + depth(blocks)
        }
        Block::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| depth(&item.blocks))
                .max()
                .unwrap_or(0)
        }
        _ => 0,
    };
    blocks.iter().map(inner).max().unwrap_or(0)
}

#[test]
fn nesting_is_capped_and_what_is_deeper_stays_readable() {
    let quotes = format!("{}deep", "> ".repeat(100_000));
    let lists = format!("{}deep", "- ".repeat(100_000));
    let mixed = format!("{}deep", "> - ".repeat(50_000));
    for hostile in [quotes, lists, mixed] {
        let blocks = parse(&hostile);
        assert_eq!(plain_text(&blocks), "deep");
        assert!(depth(&blocks) <= MAX_DEPTH, "{}", depth(&blocks));
    }
}

#[test]
fn hostile_inlines_are_bounded() {
    for piece in [
        "*a **b ", "[", "![", "[a](", "`", "<", "&#x", "_a", "a*", "|", "\\", "[a]: b\n",
    ] {
        let hostile = piece.repeat(100_000 / piece.len());
        let _ = plain_text(&parse(&hostile));
    }
    let emphasis = format!("{}a{}", "**a ".repeat(20_000), " a**".repeat(20_000));
    assert!(plain_text(&parse(&emphasis)).len() > 40_000);
}

#[test]
fn a_table_that_is_too_large_is_its_lines() {
    let table = |rows: usize| {
        let text = format!("|x|y|\n|-|-|\n{}", "|a|**b**|\n".repeat(rows));
        let body = Body::parse(&text);
        assert_eq!(body.plain_text(), plain_text(&body.blocks()));
        body.blocks()
    };
    let table_of = table(MAX_CELLS / 2 - 1);
    let [Block::Table { rows, .. }] = &table_of[..] else {
        panic!("a table");
    };
    assert_eq!(rows.len(), MAX_CELLS / 2 - 1);
    let lines = table(MAX_CELLS / 2);
    let [Block::Code { text, .. }] = &lines[..] else {
        panic!("its lines");
    };
    assert!(text.starts_with("x y\na b\n"), "{}", &text[..40]);
    assert_eq!(text.lines().count(), MAX_CELLS / 2 + 1);
}

#[test]
fn the_numbers_of_items_are_read_where_they_are_asked_for() {
    for (markdown, plain, numbered) in [
        ("3. a\n4. b", "a\nb", "3. a\n4. b"),
        ("0120. 996. 013", "013", "120. 996. 013"),
        ("* 0\n* 1. 2. 0.\n* 9", "0\n9", "0\n1. 2. 0. 9"),
        ("- a\n  1. b\n- c", "a\nb\nc", "a\n1. b\nc"),
        ("a ![](1.png) ![b](2.png)", "a  b", "a 1.png b"),
        ("|a|b|\n|-|-|\n|1|2|", "a b\n1 2", "a\u{2029}b\n1\u{2029}2"),
    ] {
        let body = Body::parse(markdown);
        assert_eq!(body.plain_text(), plain, "{markdown:?}");
        assert_eq!(body.numbered_text(), numbered, "{markdown:?}");
    }
}

#[test]
fn a_row_of_badges_is_nothing_to_read() {
    let badge = "[![build](https://img.shields.io/x.svg)](https://x.example) ![c](https://x.example/a/badge.svg?b)";
    check(&format!("# A\n\n{badge}\n{badge}\n\nb"), "A\nb");
    check(
        "<p align=\"center\">\n<a href=\"x\"><img alt=\"y\" src=\"https://badgen.net/z\"></a> |\n<img src=\"https://codecov.io/z.svg\">\n</p>\n\nb",
        "b",
    );
    for made in [
        "api.netlify.com/api/v1/badges/1/deploy-status",
        "badges.crowdin.net/x/localized.svg",
        "zenodo.org/badge/1.svg",
        "godoc.org/x?status.svg",
    ] {
        check(&format!("# A\n\n![made](https://{made})\n\nb"), "A\nb");
    }
    check("![x](https://x.example/badger.svg)\n\nb", "x\nb");
    check("![x](docs/badge/x.svg)\n\nb", "x\nb");
    // What has words beside it belongs to them, and what comes later to what stands above.
    check(&format!("a\n\n{badge}"), "a\nbuild c");
    check(&format!("![logo](l.png)\n\n{badge}\n\na"), "logo\na");
    check(&format!("State: {badge}"), "State: build c");
    check("![build](https://img.shields.io/x.svg) now", "build now");
    check("- ![build](https://img.shields.io/x.svg)", "build");
    check("![a](https://x.example/b.svg)", "a");
}
