use std::borrow::Cow;

use super::canonical;
use crate::guide::markdown::Body;
use crate::guide::markdown::notation::shown;

fn none(_: &str) -> Option<String> {
    None
}

/// What becomes of a text.
#[track_caller]
fn check(markdown: &str, expected: &str) {
    let text = canonical(markdown, false, &none);
    assert_eq!(shown(&text), expected, "{markdown:?} → {text:?}");
    assert_eq!(
        text.matches('\n').count(),
        markdown.matches('\n').count(),
        "{text:?}"
    );
}

#[track_caller]
fn check_mdx(markdown: &str, expected: &str) {
    let text = canonical(markdown, true, &none);
    assert_eq!(shown(&text), expected, "{markdown:?} → {text:?}");
    assert_eq!(
        text.matches('\n').count(),
        markdown.matches('\n').count(),
        "{text:?}"
    );
}

#[test]
fn plain_markdown_is_borrowed() {
    let text = "# A {#b}\n\ntext *b* `c` [d](e) https://x.example/==a==\n\n- x\n  1. y\n\n```js\n:::tip\n[[x]] {{ y }}\n```\n\n<!-- :::\n[[x]]\n-->\n\n    code [[x]]\n\n> q\n";
    assert!(matches!(canonical(text, false, &none), Cow::Borrowed(same) if same == text));
}

#[test]
fn containers_with_colons() {
    check(":::tip\nx\n:::\ny", "Tip<>(p(x)) p(y)");
    check(
        ":::tip Title *a*\n| a |\n|---|\n| b |\n:::",
        "Tip<Title /a/>(table[a; b])",
    );
    check(
        "::::note\n:::warning W\nx\n:::\ny\n::::\nz",
        "Note<>(Warning<W>(p(x)) p(y)) p(z)",
    );
    check(
        "- a\n\n  :::note\n  b\n\n  ```\n  :::\n  ```\n  :::\n- c",
        "ul[p(a) Note<>(p(b) code<>(:::)); p(c)]",
    );
    check("1. :::tip\n   x\n   :::", "ol1[Tip<>(p(x))]");
    check("> :::tip\n> x\n> :::\n> y", "quote(Tip<>(p(x)) p(y))");
    check("::: details 詳しく\nx\n:::", "titled<詳しく>(p(x))");
    check(
        "::: code-group\n```sh [npm]\na\n```\n```sh [yarn]\nb\n```\n:::",
        "code<sh,npm>(a) code<sh,yarn>(b)",
    );
    check(":::note\nno end", "Note<>(p(no end))");
    check("a\n\n:::\n\nb", "p(a) p(b)");
    check("text\n:::tip\nx\n:::\nmore", "p(text) Tip<>(p(x)) p(more)");
}

#[test]
fn containers_by_indents_and_slashes() {
    check(
        "!!! note \"T\"\n    a\n\n    - b\n\nc",
        "Note<T>(p(a) ul[p(b)]) p(c)",
    );
    check(
        "??? warning\n    a\n    ```\n    x\n      y\n    ```\n\nb",
        "Warning<>(p(a) code<>(x\n  y)) p(b)",
    );
    check(
        "- x\n\n    !!! tip\n        a\n\n- y",
        "ul[p(x) Tip<>(p(a)); p(y)]",
    );
    check(
        "=== \"A\"\n    a\n\n=== \"B\"\n\n    b\n\nend",
        "titled<A>(p(a)) titled<B>(p(b)) p(end)",
    );
    check("/// note | 備考\n\na\n\n///\n\nb", "Note<備考>(p(a)) p(b)");
    check(
        "//// tab | T\n/// tip\na\n///\n////",
        "titled<T>(Tip<>(p(a)))",
    );
    check(
        "!> 大事です\n次の行\n\n後",
        "Important<>(p(大事です次の行)) p(後)",
    );
    check("!!! exercise\n    x", "Note<exercise>(p(x))");
    check(
        "=== \"A\"\n    a\n=== \"B\"\n    b\n!!! tip\n    c",
        "titled<A>(p(a)) titled<B>(p(b)) Tip<>(p(c))",
    );
    check(":::note\na\n\nb\n\n:::\n\n\nc", "Note<>(p(a) p(b)) p(c)");
    check("すごい!!! note", "p(すごい!!! note)");
}

#[test]
fn tags_of_templates() {
    check(
        "{% hint style=\"warning\" %}\nx\n{% endhint %}\ny",
        "Warning<>(p(x)) p(y)",
    );
    check(
        "{% tabs %}\n{% tab title=\"A\" %}\nx\n{% endtab %}\n{% endtabs %}",
        "titled<A>(p(x))",
    );
    check(
        "{{< alert title=\"T\" color=\"danger\" >}}\nx\n{{< /alert >}}",
        "Caution<T>(p(x))",
    );
    check("{{% hint info %}}\nx\n{{% /hint %}}", "Note<>(p(x))");
    check(
        "{{< tabs \"a\" >}}\n{{< tab \"B\" >}}x{{< /tab >}}\n{{< /tabs >}}",
        "p(*B* x)",
    );
    check("a {{ var }} b {{ \"c\" }} d", "p(a  b c d)");
    check("{{< youtube id >}}\n\nx", "p(x)");
    check(
        "{{< figure src=\"/a/b.png\" alt=\"A\" caption=\"C\" >}}",
        "p(!A!b.png! C)",
    );
    check("a {{< term text=\"B\" id=\"b\" >}} c", "p(a B c)");
    check(
        "{% raw %}\na {{ b }}\n{% endraw %}\n{{ c }}d",
        "p(a {{ b }}) p(d)",
    );
    check(
        "{% highlight ruby %}\nx {{ y }}\n{% endhighlight %}\nz",
        "code<ruby>(x {{ y }}) p(z)",
    );
    check("{% comment %}\nno\n{% endcomment %}\nyes", "p(yes)");
    check(
        "[a]({{< ref \"b.md\" >}}) [c]({% link _posts/x.md %}) [d]({{ site.url }}/e)",
        "p({a→b.md} {c→_posts/x.md} {d→/e})",
    );
    check(
        "[a]({{< relref \"/b\" >}}c/d) [e]({{< ref \"/f/\" >}}#g) [h]({{ site.repository }}/issues/1)",
        "p({a→/b/c/d} {e→/f/#g} {h→about:/issues/1})",
    );
    check(
        "{{< figure\n  src=\"x.png\"\n  title=\"T\" >}}\ny",
        "p(!T!x.png!) p(y)",
    );
    check("{% include a.html %}x", "p(x)");
}

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
    check("| a |\n|---|\n| [[b\\|c]] |", "table[a; {c→wiki:b|c}]");
    check(
        "`[[a]]` [[b]](c) if [[ -f x ]]",
        "p(`[[a]]` {[b]→c} if [[ -f x ]])",
    );
}

#[test]
fn headings() {
    let check = |markdown: &str, expected: &str| {
        assert_eq!(canonical(markdown, false, &none), expected);
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
fn emphasis_beside_japanese() {
    check("これは**「重要」**です", "p(これは*「重要」*です)");
    check("**重要。**次", "p(*重要。*次)");
    check("彼は*「はい」*と", "p(彼は/「はい」/と)");
    check("値は**`x`**です", "p(値は*`x`*です)");
    check("これは**[a](b)**です", "p(これは*{a→b}*です)");
    check("~~「古い」~~です", "p(~「古い」~です)");
    check("＊＊重要＊＊です", "p(*重要*です)");
    check("**(a)**です", "p(*(a)*です)");
    check("a * b * c", "p(a * b * c)");
    check("***\n\n* a", "rule ul[p(a)]");
}

#[test]
fn bold_begins_before_slanted() {
    check("***A*と*B*を示す。**", "p(*/A/と/B/を示す。*)");
    check(
        "これは***重要*な「点」**です",
        "p(これは*/重要/な「点」*です)",
    );
    check("***全部***です", "p(/*全部*/です)");
    check("***全部**だけ*です", "p(/*全部*だけ/です)");
}

#[test]
fn names_of_programs_are_no_containers() {
    check(
        "::: httpx.Client\n    :members: get post\n\n::: httpx.Response\n    options:\n      x: y\n\nAfter.",
        "p(`httpx.Client`) p(`httpx.Response`) p(After.)",
    );
    check("::: note\nx\n:::", "Note<>(p(x))");
}

#[test]
fn components_with_two_colons() {
    check("::card{title=\"T\"}\na\n::\nb", "titled<T>(p(a)) p(b)");
    check(
        "::card\n---\ntitle: T\nicon: i\n---\na\n#footer\nb\n::",
        "titled<T>(p(a) p(b))",
    );
    check(
        "::whatever\n---\ntitle: T\ndescription: \"D\"\n---\na\n::\nb",
        "p(T — D) p(a) p(b)",
    );
    check(
        ":::card-group\n  ::card{title=\"A\"}\n  a\n  ::\n:::",
        "titled<A>(p(a))",
    );
    check(
        ":::note\n\n---\n\na b\n\n---\n:::",
        "Note<>(rule p(a b) rule)",
    );
    check(
        "a :icon{name=\"x\"} b :badge[v3]{type=\"y\"} c:d[1] 10:30",
        "p(a  b v3 c:d[1] 10:30)",
    );
}

#[test]
fn tabs_of_any_kind() {
    check(
        "::: tabs\n@tab npm\na\n@tab:active yarn#y\nb\n:::\nc",
        "titled<npm>(p(a)) titled<yarn>(p(b)) p(c)",
    );
    check("@tab a", "p(@tab a)");
    check(
        "{{< tabs items=\"npm,yarn\" >}}{{< tab >}}a{{< /tab >}}{{< tab >}}b{{< /tab >}}{{< /tabs >}}",
        "p(*npm* a⏎*yarn* b)",
    );
    check(
        "{{< tab header=\"L\" >}}a{{< /tab >}}{{< tab \"M\" >}}b{{< /tab >}}",
        "p(*L* a⏎*M* b)",
    );
}

#[test]
fn as_people_type_in_japanese() {
    check("-　a\n-　b", "ul[p(a); p(b)]");
    check("1.　a\n2.　b", "ol1[p(a); p(b)]");
    check("- a\n　- b\n　　- c", "ul[p(a) ul[p(b) ul[p(c)]]]");
    check("・a\n・　b\n　・c", "ul[p(a); p(b) ul[p(c)]]");
    check(">　a", "quote(p(a))");
    check("本文\n※注\n●次", "p(本文⏎※注⏎●次)");
    check("　段落です。", "p(　段落です。)");
}

#[test]
fn mdx() {
    check_mdx(
        "import A from 'a';\nimport {\n  B,\n} from \"b\";\n\nexport const x = {\n  y: 1,\n};\n\ntext",
        "p(text)",
    );
    check_mdx("import a contact", "p(import a contact)");
    check_mdx("a {/* no */} b {\"c\"} {d.e} {' '}f", "p(a  b c   f)");
    check_mdx("<Note>\n\n**a**\n\n</Note>\nb", "Note<>(p(*a*)) p(b)");
    check_mdx(
        "<Aside type=\"caution\" title=\"T\">\n  a\n\n      code\n</Aside>",
        "Caution<T>(p(a) code<>(code))",
    );
    check_mdx(
        "<Tabs>\n  <TabItem label=\"A\">\n    a\n    - b\n  </TabItem>\n  <TabItem label=\"B\">\n    ```js\n    c\n      d\n    ```\n  </TabItem>\n</Tabs>",
        "titled<A>(p(a) ul[p(b)]) titled<B>(code<js>(c\n  d))",
    );
    check_mdx(
        "<Unknown x={{a: '}'}} title=\"T\" />\n\na <B c={d}>e</B> f",
        "p(T) p(a e f)",
    );
    check_mdx(
        "<Steps>\n\n1. a\n\n   <Tip>b</Tip>\n\n2. c\n\n</Steps>",
        "ol1[p(a) Tip<>(p(b)); p(c)]",
    );
    check_mdx(
        "<LinkCard\n  title=\"T\"\n  href=\"/x/\"\n  description=\"D\"\n/>\n\ny",
        "p({T→/x/} D) p(y)",
    );
    check_mdx("see <Link to=\"/a\">b</Link>", "p(see {b→/a})");
    check_mdx(
        "<div className=\"x\">\n\n## A {/*b*/}\n\nc\n</div>",
        "h2(A) p(c)",
    );
    check_mdx(
        "<details>\n<summary>S</summary>\n\n*a*\n\n</details>",
        "titled<S>(p(/a/))",
    );
    check_mdx(
        "<img src={x} alt=\"A\" /> <kbd>K</kbd> `{x}` <>y</>",
        "p(!A!! `K` `{x}` y)",
    );
    check_mdx("{cond && <Note>seen</Note>}", "Note<>(p(seen))");
    check_mdx("- a {\n  b\n  }\n- c", "ul[p(a); p(c)]");
    check_mdx(
        "```jsx\nimport x from 'y'\n<A {b}>\n```\n\n`<A>`",
        "code<jsx>(import x from 'y'\n<A {b}>) p(`<A>`)",
    );
    check(
        "<Badge type=\"tip\" text=\"^1.9\" /> a {b}",
        "p(^1.9 a {b})",
    );
    check("Vec<T> and <Name>", "p(Vec<T> and <Name>)");
}

#[test]
fn other_files() {
    let include = |path: &str| match path {
        "a.md" => Some("---\nx: y\n---\n**a**\n{{#include a.md}}\n".to_owned()),
        "b.rs" => Some("1\n// ANCHOR: x\n2\n// ANCHOR_END: x\n3".to_owned()),
        _ => None,
    };
    let check = |markdown: &str, expected: &str| {
        let text = canonical(markdown, false, &include);
        assert_eq!(shown(&text), expected, "{text:?}");
    };
    check("<!--@include: a.md-->", "p(*a* *a* *a*)");
    check("```rust\n{{#include b.rs}}\n```", "code<rust>(1\n2\n3)");
    check("```rust\n{{#rustdoc_include b.rs:x}}\n```", "code<rust>(2)");
    check("```rust\n{{#include b.rs:3:5}}\n```", "code<rust>(2\n3)");
    check("{* b.rs hl[1] *}", "code<rs>(1\n2\n3)");
    check("{* ../c.py *}", "p(`../c.py`)");
    check("<<< @/c.js{1}", "p(`@/c.js`)");
    check("--8<-- \"a.md\"", "p(*a* *a* *a*)");
}

/// Everything in which a word can stand, with the word.
const CONSTRUCTS: [&str; 46] = [
    "WORD",
    "**WORD**",
    "これは**「WORD」**です",
    ":::tip WORD\nWORD\n:::",
    "::: details WORD\n- WORD\n:::",
    "!!! note \"WORD\"\n    WORD",
    "??? tip\n    WORD\n\n    WORD",
    "=== \"WORD\"\n    WORD",
    "/// note | WORD\nWORD\n///",
    "{% hint %}\nWORD\n{% endhint %}",
    "{{< alert title=\"WORD\" >}}\nWORD\n{{< /alert >}}",
    "{{% tab %}}WORD{{% /tab %}}",
    "> [!tip]- WORD\n> WORD",
    "> WORD",
    "- WORD\n  - WORD",
    "1. WORD\n\n   WORD",
    "[[WORD]]",
    "[[x|WORD]]",
    "![[WORD]]",
    "![WORD](x.png)",
    "==WORD==",
    "^[WORD]",
    "a[^1] WORD\n\n[^1]: WORD",
    "<details><summary>WORD</summary>\n\nWORD\n\n</details>",
    "<table><tr><td>WORD</td></tr></table>",
    "<div>WORD</div>",
    "<ul><li>WORD<li>WORD</ul>",
    "| WORD | x |\n|---|---|\n| WORD | y | WORD |",
    "```js title=\"WORD\"\nWORD\n```",
    "    WORD",
    "## WORD {#x}",
    "## WORD {x}",
    "<Note>\nWORD\n</Note>",
    "<Card title=\"WORD\">WORD</Card>",
    "<Tabs>\n  <TabItem label=\"WORD\">\n    WORD\n  </TabItem>\n</Tabs>",
    "<X y={z}>WORD</X>",
    "・WORD\n※WORD",
    "[WORD]: 注です",
    "term WORD\n: WORD",
    "<ruby>WORD<rt>WORD</rt></ruby>",
    "a `WORD` b",
    "{{ x }} WORD",
    "!> WORD",
    "<kbd>WORD</kbd>",
    "＊＊WORD＊＊",
    "::::note\n:::tip\nWORD\n:::\nWORD\n::::",
];

use proptest::prelude::*;

proptest! {
    #[test]
    fn no_word_is_lost(
        chosen in prop::collection::vec((0..CONSTRUCTS.len(), "(\n\n|\n\n|\n\n> |\n\n- |\n\n:::\n\n)"), 1..7),
        is_mdx in any::<bool>(),
    ) {
        let mut number = 0;
        let mut text = String::new();
        for (construct, joint) in &chosen {
            let mut rest = CONSTRUCTS[*construct];
            while let Some((before, after)) = rest.split_once("WORD") {
                text.push_str(&format!("{before}word{number}w"));
                number += 1;
                rest = after;
            }
            text.push_str(rest);
            text.push_str(joint);
        }
        let canonical = canonical(&text, is_mdx, &none);
        let plain = Body::parse(&canonical).plain_text();
        for n in 0..number {
            let word = format!("word{n}w");
            prop_assert!(plain.contains(&word), "{word}: {text:?} → {canonical:?} → {plain:?}");
        }
    }

    #[test]
    fn nothing_panics_and_lines_stay(
        text in "([-:*+!?>=/|#{}<%\\[\\]`~^\"' \n]|:::|```|\\{\\{|\\}\\}|<[A-Z]|</[A-Z]>|\\{%|%\\}|a|字|　|・|\n    |\n\n|tip|import |!!! |=== \"|<!--|-->|%%){0,60}",
        is_mdx in any::<bool>(),
    ) {
        let canonical = canonical(&text, is_mdx, &none);
        prop_assert_eq!(canonical.matches('\n').count(), text.matches('\n').count(), "{:?}", canonical);
        Body::parse(&canonical);
    }
}

#[test]
fn bold_that_ends_as_people_write_it() {
    check("**設定 **と入力", "p(*設定 *と入力)");
    check("- **時間:**14時", "ul[p(*時間:*14時)]");
    check("**a:**b **c**", "p(*a:*b *c*)");
    check("a ** b **c**", "p(a ** b *c*)");
    check("2**3 と **太字**", "p(2**3 と *太字*)");
    check("**{{< x >}}**、**b**", "p(、*b*)");
}

#[test]
fn lists_of_attributes_may_have_two_lines() {
    check("[a](b){: target=\"x\"\n.c} d", "p({a→b} d)");
}

#[test]
fn components_in_html_are_links_there() {
    check(
        "<div class=\"a\">\n  <Link href=\"https://x.example\" title=\"T\"/>\n</div>",
        "p({T→https://x.example})",
    );
    check_mdx("- <p>**a** b</p>\n- c", "ul[p(*a* b); p(c)]");
    check_mdx(
        "<Figure src=\"a.png\" alt=\"A\" caption=\"B\" />",
        "p(!A!a.png! B)",
    );
}

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    let pieces = [
        ":::tip\n",
        "[[",
        "{{",
        "{% x\n",
        "!!! note\n    ",
        "`",
        "``` \n",
        "<A ",
        "<A b='",
        "<A b={",
        "{",
        "{\"",
        "**「",
        "==a",
        "^[",
        "%%\n",
        "%%a",
        "<Note>\n",
        "> ",
        "- ",
        "<!--",
        "[a]: b\n",
        "</A>",
        "<a id=x></a>\n",
        "## {",
        "{{< alert >}}\n",
        "/// tip\n",
        "![[",
        "](",
        "](<",
        "～",
        "~",
        "import {\n",
        "export const a = (\n",
        "\\",
        "※\n",
        "| a ",
        "{%raw%}",
        "<Tab a=\"b\">\n\n",
        "<details>\n",
        "a\n{: #",
    ];
    for piece in pieces {
        for lead in ["", "text ", "- a\n  "] {
            let text = format!("{lead}{}", piece.repeat(8_000 / piece.len()));
            for is_mdx in [false, true] {
                assert!(canonical(&text, is_mdx, &none).len() < 40 * text.len());
            }
        }
    }
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
fn fences_of_boxes_are_no_code() {
    check(
        "```admonish warning title=\"T\"\na **b**\n```\nc",
        "Warning<T>(p(a *b*)) p(c)",
    );
    check(
        "````admonish\n```sh\na\n```\n\n- b\n````\n\nc",
        "Note<>(code<sh>(a) ul[p(b)]) p(c)",
    );
    check(
        "- x\n\n  ~~~admonish tip \"T\"\n  a\n  ~~~\n- y",
        "ul[p(x) Tip<T>(p(a)); p(y)]",
    );
    check("```{warning} T\na\n```", "Warning<T>(p(a))");
    check("```admonished\na\n```", "code<admonished>(a)");
}
