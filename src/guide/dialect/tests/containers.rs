//! What encloses lines.

use super::check;

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
    check(
        ":::balloon{chara=\"x\" charaName=\"藍\"}\na\n:::",
        "Note<藍>(p(a))",
    );
    super::check_mdx(":::tip{title=\"T 👍\"}\na {b}\n:::", "Tip<T 👍>(p(a))");
    check(":::note\nno end", "Note<>(p(no end))");
    check("a\n\n:::\n\nb", "p(a) p(b)");
    check("text\n:::tip\nx\n:::\nmore", "p(text) Tip<>(p(x)) p(more)");
}

#[test]
fn an_alert_that_a_program_has_escaped_is_one() {
    check("> \\[!NOTE]\\\n> x", "Note<>(p(x))");
    check("> \\[!TIP]\n>\n> x", "Tip<>(p(x))");
    check("> \\[x] y", "quote(p([x] y))");
    check("\\[!NOTE]", "p([!NOTE])");
}

#[test]
fn markdown_in_html_goes_on_behind_a_picture() {
    check(
        "<aside markdown=\"1\">\n  <img src=\"a.png\" alt=\"b\">\n  \\[c\\] *d*\n  <p markdown=\"1\">\n— [e](f)\n  </p>\n</aside>\n",
        "p(!b!a.png! [c] /d/) p(— {e→f})",
    );
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
    check(
        "```ad-warning\ntitle: T *b*\ncollapse: open\na **b**\n```\nc",
        "Warning<T /b/>(p(a *b*)) p(c)",
    );
    check("- x\n\n  ```ad-why\n  a\n  ```", "ul[p(x) Note<why>(p(a))]");
    check("```admonished\na\n```", "code<admonished>(a)");
}

#[test]
fn who_ends_two_containers_with_one_line_ends_both() {
    check(
        "::: warning\nx\n\n:::code-group\n```sh [npm]\na\n```\n:::\n\n## B\n\ny",
        "Warning<>(p(x) code<sh,npm>(a)) h2(B) p(y)",
    );
    check(
        "::: tip\n::: warning\nx\n:::\ny\n:::\nz",
        "Tip<>(Warning<>(p(x)) p(y)) p(z)",
    );
}

#[test]
fn directives_of_docc_are_what_they_hold() {
    check(
        "# A\n\n@Metadata {\n  @PageKind(x)\n  @Inner {\n    y\n  }\n}\n\ntext",
        "h1(A) p(text)",
    );
    check("@Metadata { @TechnologyRoot }\n\ntext", "p(text)");
    check(
        "@Row(numberOfColumns: 2) {\n    @Column {\n        a *b*\n    }\n\n    @Column {\n        - c\n    }\n}\n\nd",
        "p(a /b/) ul[p(c)] p(d)",
    );
    check(
        "@TabNavigator {\n    @Tab(\"One\") {\n        a\n    }\n}",
        "p(*One* a)",
    );
    check(
        "@Image(source: \"x.png\", alt: \"A, b\")",
        "p(!A, b!x.png!)",
    );
    check("@Override\ntext @Row x {", "p(@Override text @Row x {)");
    check(
        "```swift\n@Metadata {\n}\n```",
        "code<swift>(@Metadata {\n})",
    );
}
