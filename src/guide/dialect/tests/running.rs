//! Running text, links and headings.

use std::borrow::Cow;

use super::{check, check_mdx, none};
use crate::guide::dialect::{Braces, canonical};

#[test]
fn links_by_names() {
    check(
        "[[a]] [[a#h|b]] [[#h]]",
        "p({a→wiki:a} {b→wiki:a#h|b} {h→wiki:#h})",
    );
    check(
        "![[x y.png|300]] ![[x.png|図]] ![[note]]",
        "p(!!x y.png! !図!x.png! {note→wiki:note})",
    );
    check(
        "![[x.png#outline|300]] ![[y.svg#icon|A|50x60]] ![[a/z.mp4#t=5]] ![[b.canvas]]",
        "p(!!x.png! !A!y.svg! !!z.mp4! !!b.canvas!)",
    );
    check(
        "Select **More** ![[lucide-more-horizontal.svg#icon]], or ![[lucide-check.svg#icon]] ![[obsidian-icon-side.svg#icon]].",
        "p(Select *More* [more horizontal], or ✔ [side].)",
    );
    check("![[v1.2]] ![[a#b]]", "p({v1.2→wiki:v1.2} {a > b→wiki:a#b})");
    check("| a |\n|---|\n| [[b\\|c]] |", "table[a; {c→wiki:b|c}]");
    check(
        "`[[a]]` [[b]](c) if [[ -f x ]]",
        "p(`[[a]]` {[b]→c} if [[ -f x ]])",
    );
}

#[test]
fn references_that_nothing_defines_are_words() {
    check(
        "by [IEEE 754][] and [`Foo[]`][].",
        "p(by IEEE 754 and `Foo[]`.)",
    );
    check(
        "[a]({filename}../b.md) ![c]({static}/c.png)",
        "p({a→../b.md} !c!c.png!)",
    );
    check("[The *a*][] b\n\n[the *A*]: /x", "p({The /a/→/x} b)");
    for text in ["int[n][] x", "x = a[i][]; `[b][]`", "[][] [1][]", "[a][b]"] {
        assert!(
            matches!(canonical(text, Braces::Values, &none), Cow::Borrowed(_)),
            "{text}"
        );
    }
    canonical(&"[a][]".repeat(100_000), Braces::Values, &none);
    canonical(&"[".repeat(100_000), Braces::Values, &none);
}

#[test]
fn code_says_no_language_in_running_text_of_mdx() {
    check_mdx(
        "`true{:js}` `a{:.token}` `{:js}` `{ a: b }` `/user/{:id}`",
        "p(`true` `a` `{:js}` `{ a: b }` `/user/{:id}`)",
    );
    check("`true{:js}`", "p(`true{:js}`)");
}

#[test]
fn headings() {
    let check = |markdown: &str, expected: &str| {
        assert_eq!(canonical(markdown, Braces::Values, &none), expected);
    };
    check("## A { #b }", "## A {#b}");
    check("## A [#b]", "## A {#b}");
    check("## A {/*b*/}", "## A {#b}");
    check("## A\n{: #b .c}\nx", "## A {#b}\n\nx");
    check("<a id=\"b\"></a>\n\n## A\n", "\n\n## A {#b}\n");
    check("## <a name=\"b\"></a>A", "## A {#b}");
    check("##見出し", "## 見出し");
    check("＃　見出し", "# 見出し");
    check("#　見出し", "# 見出し");
    check("#タグ", "#タグ");
    check("## A {b}", "## A {b\\}");
    check("## A { data-b }", "## A");
    check("## [[a]] {#b}", "## [a](<wiki:a>) {#b}");
}

#[test]
fn marks_and_attributes() {
    check("これは==重要==です a==b", "p(これは*重要*です a==b)");
    check("a ^block-1\n\n- b\n\n^c12345", "p(a) ul[p(b)]");
    check("a^[note *b*] c", "p(a（note /b/） c)");
    check("a %%no%% b ^abc123", "p(a  b)");
    check("%%\nno\n%%\nyes", "p(yes)");
    check(
        "![x](y.png){width=50%} [a](b){:target=\"_blank\"}",
        "p(!x!y.png! {a→b})",
    );
    check("text\n{: .note}\n\nb { .c }", "p(text) p(b)");
    check("[toc]\n\n[[_TOC_]]\n\n* TOC\n{:toc}\n\na", "p(a)");
    check(":tada: :nope: 10:30:45", "p(🎉 :nope: 10:30:45)");
    check("10~20分、30~40分", "p(10~20分、30~40分)");
    check("{a: 1} ${x} {y}", "p({a: 1} ${x} {y})");
    check(
        "[注]: これは注です。\n\n[a]: https://x.example\n\n[a]",
        "p([注]: これは注です。) p({a→https://x.example})",
    );
}

#[test]
fn lists_of_attributes_may_have_two_lines() {
    check("[a](b){: target=\"x\"\n.c} d", "p({a→b} d)");
}

#[test]
fn what_nobody_reads_is_short() {
    let code = "3Zhdb5swFIZ/TS4XYRswuUzSr0mt".repeat(20);
    let short = "3Zhdb5swFIZ/TS4XYRswuUzS… (560 bytes)";
    check(
        &format!("``` drawio\n{code}\n```"),
        &format!("code<drawio>({short})"),
    );
    check(
        &format!("a data:image/png;base64,{code} b"),
        &format!("p(a data:image/png;base64,{short} b)"),
    );
    check(
        &format!("![a](data:image/png;base64,{code}) b"),
        "p(!a!! b)",
    );
    check(
        &format!("<img alt=\"a\" src=\"data:x;base64,{code}\"> b"),
        "p(!a!! b)",
    );
    let words = "word ".repeat(200) + &"a".repeat(400);
    check(&words, &format!("p({words})"));
}

#[test]
fn sizes_of_pictures_are_no_part_of_them() {
    check(
        "![](a.png =250x) ![b](c.png =50%x) ![d](e.png =300x200 \"t\") ![f](g.png \"h\" =300)",
        "p(!!a.png! !b!c.png! !d!e.png! !f!g.png!)",
    );
    check(
        "![a|100x145](b.png) [c|1](d) ![e|f](g.png)",
        "p(!a!b.png! {c|1→d} !e|f!g.png!)",
    );
    check("| a |\n|---|\n| ![b\\|100](c.png) |", "table[a; !b!c.png!]");
    check(
        "![a](b.png){: width=\"300\"} ![c](d.png){:.right}",
        "p(!a!b.png! !c!d.png!)",
    );
    check("[a](b =c) x", "p([a](b =c) x)");
}

#[test]
fn icons_go_with_the_space_beside_them() {
    check("a :octicons-x-mark-24: b", "p(a b)");
    check(":material-folder:{ .lg } **a**", "p(*a*)");
    check(
        "[a :simple-github:](https://x.example)",
        "p({a→https://x.example})",
    );
    check(
        "=== \":octicons-file-code-16: `a.yml`\"\n    b",
        "titled<`a.yml`>(p(b))",
    );
    check("| :material-check: | b |\n|---|---|", "table[✔|b]");
    check(
        ":smile: `:material-x:` :other-icon:",
        "p(😄 `:material-x:` :other-icon:)",
    );
}

#[test]
fn comments_that_name_something_are_shown() {
    check(
        "### <!-- md:version --> – Version { #v data-b=\"c\" }",
        "h3(Version)",
    );
    check(
        "#### <!-- md:setting config.cards -->\n\na",
        "h4(`cards`) p(a)",
    );
    check(
        "<!-- md:version 9.5 -->\n<!-- md:default `true` -->\na",
        "p(≥ 9.5 = `true` a)",
    );
    check(
        "- <!-- md:flag required --> – a\n- b <!-- md:sponsors --> c",
        "ul[p(a); p(b c)]",
    );
    check("## <!-- only this -->\n\na", "p(a)");
}

#[test]
fn code_ends_with_what_it_stands_in() {
    check("- a `b\n- c `[[d]]` e", "ul[p(a `b); p(c `[[d]]` e)]");
    check("a `b\n[[c]]` d", "p(a `b [[c]]` d)");
}

#[test]
fn abbreviations_are_a_list() {
    check(
        "a\n\n*[HTML]: Hypertext *Markup* Language\n*[W3C]: x\n*[b]*: c",
        "p(a) ul[p(*HTML*: Hypertext /Markup/ Language); p(*W3C*: x /[b]/: c)]",
    );
}

#[test]
fn marked_links_and_rows_with_tabs_are_what_they_are_elsewhere() {
    check("==a [[b]]==", "p(*a {b→wiki:b}*)");
    check("| a\t| b |\n|---\t|\t---|\n| c\t| d |", "table[a|b; c|d]");
}

#[test]
fn addresses_of_headings_as_myst_has_them() {
    check("(a/b)=\n\n## C\n\nd", "h2(C) p(d)");
    let text = canonical("(a/b)=\n\n## C\n\nd", Braces::Values, &none);
    assert!(text.contains("## C {#a/b}"), "{text}");
    check("(a)=\n\nb", "p(b)");
}

#[test]
fn formulas_are_shown_as_they_are_written() {
    check(
        "a $x_{i}^2$ and $$\\sum_{k=0}^n k$$ b",
        "p(a `x_{i}^2` and `\\sum_{k=0}^n k` b)",
    );
    check(
        "a\n\n$$\n\\sum_{k=0}\n*x* \\\\\n$$\n\nb",
        "p(a) code<math>(\\sum_{k=0}\n*x* \\\\) p(b)",
    );
    check(
        "- a\n\n  $$\n  x_{i}\n  $$\n- b",
        "ul[p(a) code<math>(x_{i}); p(b)]",
    );
    check(
        "$5 and $6, $HOME_x and $USER_y, $$A_b and $$C",
        "p($5 and $6, $HOME_x and $USER_y, $$A_b and $$C)",
    );
    check(
        "$\\\\ce{A \\[b\\]}$ $a_{\\{b\\}}$",
        "p(`\\ce{A [b]}` `a_{\\{b\\}}`)",
    );
    check(
        "a $-Q<P_0\\le Q$ $b<C$ and $d < E \\le F$\n\ng $x<Y(z)$ $i<J \\ge k$ $h>1$",
        "p(a `-Q<P_0\\le Q` $b<C$ and `d < E \\le F`) p(g $x<Y(z)$ $i<J \\ge k$ $h>1$)",
    );
    check("$$\na", "p($$ a)");
    check("| $$A_b | $$C_d |\n|---|---|", "table[$$A_b|$$C_d]");
}

#[test]
fn a_class_right_behind_a_sentence_is_none_of_it() {
    check("text.{.small}\n次。{#id}", "p(text. 次。)");
    check("<span>New</span>{: .label } a", "p(New a)");
    check("p{.a} f{#b}", "p(p{.a} f{#b})");
}

#[test]
fn code_in_what_a_term_means_is_no_sign_of_something_else() {
    check(
        "Term\n:   a\n\n    !!! note\n\n        b\n\n    === \"T\"\n\n        c",
        "titled<Term>(p(a) Note<>(p(b)) titled<T>(p(c)))",
    );
}

#[test]
fn links_to_pages_elsewhere_by_name() {
    check(
        "<wiki:Gravitational_wave> [](wiki:Wave) [w](wiki:Wave) <doi:10.1/x>",
        "p({Gravitational wave→https://en.wikipedia.org/wiki/Gravitational_wave} {Wave→https://en.wikipedia.org/wiki/Wave} {w→https://en.wikipedia.org/wiki/Wave} {10.1/x→https://doi.org/10.1/x})",
    );
    check(
        "<doc:A/B#C-D> `<doc:A>`",
        "p({C-D→title:doc:A/B#C-D} `<doc:A>`)",
    );
}

#[test]
fn an_address_in_angle_brackets_is_no_element() {
    check("[a](<b-c>) [d](<Tip>)", "p({a→b-c} {d→Tip})");
}

#[test]
fn an_instruction_to_a_program_that_nothing_ends_is_text() {
    check("a\n\n<?php\nx();\n\nb", "p(a) p(<?php x();) p(b)");
    check("<?php x(); ?>\n\nb", "p(b)");
    check("[prism]\n<?php\n[/prism]\n\nb", "code<>(<?php) p(b)");
}
