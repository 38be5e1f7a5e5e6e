use proptest::prelude::*;
use pulldown_cmark::{Event, TagEnd};

use super::{events, without_tags};
use crate::guide::markdown::notation::shown;
use crate::guide::markdown::{Body, plain_text};

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(shown(markdown), expected, "{markdown:?}");
}

#[test]
fn words_that_a_browser_does_not_show_are_not_shown() {
    for hidden in [
        "<span hidden>x</span>",
        "<span style=\"display: none\">x</span>",
        "<i style='color:red;Visibility:Hidden'>x</i>",
        "<b style=\"font-size:0px\">x</b>",
        "<a href=\"y\" hidden>x</a>",
        "<span hidden>x<span>y</span>z</span>",
        "<span hidden><br>x</span>",
        "<u hidden>*x*</u>",
        "<title>x</title>",
        "<dialog>x</dialog>",
    ] {
        check(&format!("a{hidden}b"), "p(ab)");
        if !hidden.contains("<dialog") && !hidden.contains("<title") && !hidden.contains('*') {
            check(&format!("<p>a{hidden}b</p>"), "p(ab)");
        }
    }
    // It ends with what it stands in.
    check("a<span hidden>b\n\nc", "p(a) p(c)");
    // What holds nothing hides nothing, and what is told apart from a number of its own is seen.
    check("a<wbr hidden>b", "p(ab)");
    check("<span style=\"opacity:0.5\">a</span>", "p(a)");
    check("<b style=\"font-size:0.8em\">a</b>", "p(*a*)");
    // A program shows one of several after the other.
    check("<div hidden>\n\na\n\n</div>", "p(a)");
}

#[test]
fn running_text() {
    check(
        "a <b>b</b> <em>c</em> <del>d</del> <kbd>Ctrl</kbd>",
        "p(a *b* /c/ ~d~ `Ctrl`)",
    );
    check("<mark>x</mark>H<sub>2</sub>O", "p(*x*H2O)");
    check(
        "x<sup>2</sup> 1<sup>st</sup> a<sup>n+1</sup> b<sup>®</sup> w<sup>[1]</sup>",
        "p(x2 1st an+1 b® w[1])",
    );
    check(
        "`a-b`<sup>1.52.0</sup> word<sup><a href=\"c\">note</a></sup> 폼<sup>API</sup>을 d <sup>in beta</sup>",
        "p(`a-b` 1.52.0 word{ note→c} 폼 API을 d in beta)",
    );
    check(
        "<p>v<sup>1.52.0</sup></p>\n\n<sup>small print</sup>",
        "p(v 1.52.0) p(small print)",
    );
    check(
        "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です",
        "p(漢字（かんじ）です)",
    );
    check("<ruby>漢<rt>かん<rt>じ</ruby>", "p(漢（かん）（じ）)");
    check(
        "see <a href=\"x.md\">this</a><a id=\"y\"></a>",
        "p(see {this→x.md})",
    );
    check("one<br>two<br/>three", "p(one⏎two⏎three)");
    check(
        "<img src=\"/a/b%20c.png?x=1\" alt=\"図\">",
        "p(!図!b c.png!)",
    );
    check("<a id=\"y\"></a> one <!-- no --> two", "p(one  two)");
    check(
        "- <!-- no --> one\n- <b>x</b> two",
        "ul[p(one); p(*x* two)]",
    );
    check("a <script>x()</script> b", "p(a  b)");
    check("put <your name> here", "p(put <your name> here)");
    check("a <b>b *c</b> d*", "p(a *b /c d/*)");
    check("a <!-- no --> b &lt;", "p(a  b <)");
    check(
        "text <ul><li>a</li><li>b</li></ul> end",
        "p(text ⏎• a⏎• b⏎ end)",
    );
}

#[test]
fn a_label_is_its_words() {
    let check = |label: &str, words: &str| assert_eq!(without_tags(label), words, "{label}");
    check("The &nbsp<samp>x</samp>&nbsp; Command", "The x Command");
    check("Web<wbr>API 設計<br>規約", "WebAPI 設計規約");
    check("Q &amp; A & B", "Q & A & B");
    check("<script setup>", "<script setup>");
}

#[test]
fn blocks_between_blocks() {
    check(
        "<div>\n<p>one</p>\ntwo <b>three</b>\n</div>\n\nfour",
        "p(one) p(two *three*) p(four)",
    );
    check("<p align=\"center\">\n\n**x**\n\n</p>", "p(*x*)");
    check("<h2 id=\"a\">T <i>t</i></h2>\n<hr>", "h2(T /t/) rule");
    check(
        "<ul>\n<li>a\n<ol start=3><li>b</ol>\n<li>c</ul>",
        "ul[p(a) ol3[p(b)]; p(c)]",
    );
    check(
        "<dl><dt>T</dt><dd>D</dd><dt>U<dd>E</dl>",
        "titled<T>(p(D)) titled<U>(p(E))",
    );
    check("<blockquote>q</blockquote>", "quote(p(q))");
    check(
        "<details><summary>S <b>s</b></summary>\n\n- a\n\ntext\n\n</details>\n\nafter",
        "titled<S *s*>(ul[p(a)] p(text)) p(after)",
    );
    check("<details>\nno summary\n</details>", "quote(p(no summary))");
    check(
        "<pre><code class=\"language-js\">a &lt; b\n  c\n\nd</code></pre>",
        "code<js>(a < b\n  c\n\nd)",
    );
    check(
        "<iframe src=\"https://x.example/v\" title=\"動画\"></iframe>",
        "p({動画→https://x.example/v})",
    );
    check("<video src=\"/a/b.mp4\" muted></video>", "p(!!b.mp4!)");
    check(
        "a <audio title=\"T\" controls><source src=\"c.ogg\"><source src=\"c.mp3\"></audio>",
        "p(a T !!c.ogg!)",
    );
    check(
        "<video title=\"T\" src=\"d.webm\">\n<source src=\"d.mp4\">\n</video>\n\ne",
        "p(!T!d.webm!) p(e)",
    );
    check("<style>\na{}\n</style>\n\nx", "p(x)");
    check("<div\n\nx", "p(x)");
    check(
        "電話で\n<div>\n日本語の\n改行\n</div>",
        "p(電話で) p(日本語の改行)",
    );
}

#[test]
fn tables() {
    check(
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "table[A|B; 1|2]",
    );
    check(
        "<table><tr><td>1<td>2<tr><td>3</table>\n\nx",
        "table[; 1|2; 3] p(x)",
    );
    check(
        "<table>\n<caption>C</caption>\n<thead><tr><th>A</thead>\n<tbody><tr><td><p>x</p><ul><li>y</li></ul></td></tr></tbody>\n</table>",
        "p(C) table[A; x⏎• y]",
    );
    check(
        "<table><tr><td>\n\n```\na\nb\n```\n\n**c**\n\n</td></tr></table>\n\nend",
        "table[; `a`⏎`b`⏎*c*] p(end)",
    );
    check(
        "| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |",
        "table[a; • x⏎• y]",
    );
    check("| a |\n|---|\n| x | y **z** | w |", "table[a; x|y *z*|w]");
}

#[test]
fn a_cell_holds_running_text_whatever_begins_in_it() {
    check("<tr>\n\na\n: <p>b", "table[; a⏎b]");
    check(
        "<table><tr><td>a<table><tr><td>b<td>c</td></tr><tr><td>d</table>e</td><td>f</table>",
        "table[; a⏎b c⏎d⏎e|f]",
    );
    check(
        "<table><tr><td>\n\n- a\n  <table><tr><td>b</td></tr></table>\n\n</td><td>c</table>",
        "table[; • a⏎b|c]",
    );
    check("<tr><td>\n\n- a\n  <td>b", "table[; • a b]");
}

#[test]
fn what_has_no_place_among_items_or_in_a_line_gets_one() {
    check("<ul><dl><dt>a<dd>b</ul>c", "ul[titled<a>(p(b))] p(c)");
    check("<ul><summary>a</summary>b</ul>", "ul[p(a) p(b)]");
    check("<ul><tr><td>a</ul>", "ul[table[; a]]");
    check("<h2><dt>a", "h2(*a*)");
    check("<dt>\n\n***\n\na", "titled<>(rule p(a))");
    check("t\n: <ul><li>a\n: b</li>c", "titled<t>(ul[p(a)] p(b⏎c))");
}

#[test]
fn what_stands_below_and_behind_wide_and_high_cells_stays_in_its_column() {
    check(
        "<table><tr><th rowspan=2>A</th><th colspan=2>B</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4<td>5<td>6<td>7</table>",
        "table[A|B||C; |1|2|3; 4|5|6|7]",
    );
    check(
        "<table><tr><td>1<td rowspan=3>2<td>3<tr><td>4<td>5<tr><td>6<td>7<tr><td>8<td>9<td>10</table>",
        "table[; 1|2|3; 4||5; 6||7; 8|9|10]",
    );
    // A row may end before what reaches into it.
    check(
        "<table><tr><td>1<td rowspan=2>2<tr><td>3<tr><td>4<td>5</table>",
        "table[; 1|2; 3; 4|5]",
    );
    check(
        "<table><tr><td colspan=2 rowspan=2>1<td>2<tr><td>3</table>",
        "table[; 1||2; ||3]",
    );
    check(
        "<table><tr><td colspan=x rowspan=-1>1<td>2</table>",
        "table[; 1|2]",
    );
}

#[test]
fn items_without_a_list_end_with_whatever_is_none() {
    check(
        "<div class=\"demo\">\n  <li>item</li>\n</div>\n\n## two\n\ntext",
        "ul[p(item)] h2(two) p(text)",
    );
    check(
        "<div><li>a\n<li>b</div>\n\n## two",
        "ul[p(a); p(b)] h2(two)",
    );
    check("<li>a</li>\n\ntext", "ul[p(a)] p(text)");
    check("<li>\n\ntext\n\n</li>\n<li>b</li>", "ul[p(text); p(b)]");
}

#[test]
fn what_is_left_open_ends_with_what_it_stands_in() {
    check(
        "- <details>\n  <summary>S</summary>\n\n  a\n- b",
        "ul[titled<S>(p(a)); p(b)]",
    );
    check("> <div><b>x\n\ny", "quote(p(*x*)) p(y)");
    check(
        "<details>\n\n- a\n  </details>\n\nb",
        "quote(ul[p(a)]) p(b)",
    );
}

#[test]
fn alerts_terms_and_footnotes() {
    check("> [!NOTE]\n> x", "Note<>(p(x))");
    check(
        "> [!tip]- The *title*\n> x\n>\n> - y",
        "Tip<The /title/>(p(x) ul[p(y)])",
    );
    check("> [!info] 題\n> - x", "Note<題>(ul[p(x)])");
    check("> [!custom-thing]\n> x", "Note<Custom thing>(p(x))");
    check(
        "> ###### [!WARNING] T\n> | a |\n> |---|\n> | b |",
        "Warning<T>(table[a; b])",
    );
    check("> ###### [!tab] T\n> x", "titled<T>(p(x))");
    check("> [!IMPORTANT]> one line", "Important<>(p(one line))");
    check("> [!x](y)", "quote(p({!x→y}))");
    check(
        "用語\n: 意味\n: 別の\n\nx",
        "titled<用語>(p(意味) p(別の)) p(x)",
    );
    check(
        "a[^1] b[^x]\n\n## h\n\nc\n\n[^x]: X\n[^1]: Y\n[^2]: Z",
        "p(a[1] b[2]) p([1] Y) p([2] X) h2(h) p(c) p([3] Z)",
    );
}

#[test]
fn the_meaning_of_a_word_stands_behind_it() {
    check(
        "<abbr title=\"Object\nNotation\">JSON</abbr>と<dfn title='意味'>**語**</dfn>、<abbr>a</abbr>",
        "p(JSON (Object Notation)と*語*（意味）、a)",
    );
    check("<p><abbr title=x>y</p>\n\nz", "p(y (x)) p(z)");
}

#[test]
fn anchors_are_told() {
    let anchors: Vec<String> = events("<a id=\"x\"></a>\n\ny <span id='z'>s</span>")
        .filter_map(|(event, _)| match event {
            Event::InlineHtml(name) => Some(name.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(anchors, ["x", "z"]);
}

const PIECES: &str = "(</?(b|i|p|div|ul|ol|li|table|tr|td|th|thead|colgroup|caption|select|option|details|summary|code|pre|rt|ruby|h2|dl|dt|dd|br|hr|a href=x|script|foo title=t)>|word|\n\n|\n|> |- |# |> ###### \\[!tip\\] |> \\[!note\\]|```\n|\\| a \\| b \\|\n\\|---\\|---\\|\n|\\*\\*|\\[\\^1\\]|\\[\\^1\\]: |\n: |    ){0,30}";

/// Whether no text of its own stands in an element.
fn holds_parts_alone(element: TagEnd) -> bool {
    matches!(
        element,
        TagEnd::List(_) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow
    )
}

/// Whether an element may stand in another one, so that whoever draws this finds it there.
fn has_place(inner: TagEnd, outer: Option<TagEnd>) -> bool {
    match outer {
        Some(TagEnd::List(_)) => inner == TagEnd::Item,
        Some(TagEnd::Table) => matches!(inner, TagEnd::TableHead | TagEnd::TableRow),
        Some(TagEnd::TableHead | TagEnd::TableRow) => inner == TagEnd::TableCell,
        None | Some(TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::DefinitionListDefinition) => {
            true
        }
        Some(_) => matches!(
            inner,
            TagEnd::Strong
                | TagEnd::Emphasis
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
    }
}

proptest! {
    #[test]
    fn events_are_well_nested(source in PIECES) {
        let mut open = Vec::new();
        for (event, _) in events(&source) {
            match event {
                Event::Start(tag) => {
                    prop_assert!(has_place(tag.to_end(), open.last().copied()), "{:?} in {:?}: {:?}", tag, open.last(), source);
                    open.push(tag.to_end());
                }
                Event::Rule => prop_assert!(has_place(TagEnd::Paragraph, open.last().copied()), "{:?}", source),
                Event::Text(_) | Event::Code(_) => {
                    prop_assert!(!open.last().copied().is_some_and(holds_parts_alone), "text in {:?}: {:?}", open.last(), source);
                }
                Event::End(end) => prop_assert_eq!(open.pop(), Some(end), "{:?}", source),
                Event::Html(_) | Event::FootnoteReference(_) => prop_assert!(false, "{:?}", source),
                _ => {}
            }
        }
        prop_assert_eq!(open, []);
    }

    #[test]
    fn no_word_is_lost(source in PIECES) {
        // In no note it defines where a link leads, and of a script nothing is seen.
        let source = source.replace("    [^1]: ", "").replace("<script>", "<foo>");
        let body = Body::parse(&source);
        let words = |text: &str| text.matches("word").count();
        prop_assert_eq!(words(&plain_text(&body.blocks())), words(&source), "{:?}", source);
    }
}

#[test]
fn hostile_html_takes_no_longer_than_its_length() {
    let pieces = [
        "<b>",
        "</b>",
        "<table>",
        "<td>",
        "<div>",
        "<ul><li>",
        "<details>\n\n",
        "<i></b>",
        "<a href=x>",
        "<",
        "<!--",
        "<b x='",
        "<script>",
        "<x>",
        "<ruby><rt>",
        "> <details>\n\n",
        "[^1]",
        "> [!x] ",
        "<pre>",
        "</details>\n\n",
    ];
    for piece in pieces {
        for lead in ["", "x ", "<div>\n", "<i>", "<table><tr><td>"] {
            let text = format!("{lead}{}", piece.repeat(10_000 / piece.len()));
            let body = Body::parse(&text);
            assert!(body.plain_text().len() < 20 * text.len());
        }
    }
}
