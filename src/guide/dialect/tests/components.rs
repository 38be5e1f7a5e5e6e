//! Components and expressions.

use super::{check, check_mdx};

#[test]
fn mdx() {
    check_mdx(
        "import A from 'a';\nimport {\n  B,\n} from \"b\";\n\nexport const x = {\n  y: 1,\n};\n\ntext",
        "p(text)",
    );
    check_mdx("import a contact", "p(import a contact)");
    check("import A from \"b\"\n\ntext", "p(text)");
    check(
        "text\n\nimport A from \"b\"",
        "p(text) p(import A from \"b\")",
    );
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
fn values_for_programs_are_not_read() {
    check(
        "<Foo :bar=\"x > 1 ? 'a b' : 'c d'\" v-bind=\"a && b || c\" @click=\"go(a, b, c, d)\" title=\"T\" />",
        "p(T)",
    );
    check(
        "<Link v-if=\"false\" href=\"x\" title=\"T\" />\n\ny",
        "p(y)",
    );
    check(
        "<Wait>\n  <template #other>\n    a\n  </template>\n</Wait>",
        "p(a)",
    );
}

#[test]
fn commands_are_shown() {
    check(
        "Do:\n\n<Run command=\"format --write\" />\n\ny",
        "p(Do:) p(`format --write`) p(y)",
    );
    check_mdx("<Install pkg=\"x\" title=\"T\" />", "p(T)");
}

#[test]
fn html_that_is_given_as_a_text_is_shown() {
    check_mdx(
        "a\n\n<Fragment set:html={\"<pre class=\\\"x\\\"><code>b &lt; {c}\\n  <b>d</b></code></pre>\"} />\n\ne",
        "p(a) code<>(b < {c}\n  d) p(e)",
    );
    check_mdx(
        "f <F set:html={'<b>g</b>'} /> <F set:html={h} />i",
        "p(f *g* i)",
    );
}

#[test]
fn keys_are_shown_as_they_are_pressed() {
    check_mdx(
        "Press <Key mod=\"cmd\" k=\"z\" /> or <Key mod= \"ctrl\" fixed k= \"O\"/>.",
        "p(Press `cmd+z` or `ctrl+O`.)",
    );
    check_mdx(
        "| A | B |\n|---|---|\n| <Key arrow=\"up\" /> | a |",
        "table[A|B; `up`|a]",
    );
    check_mdx(
        "- <Key k=\"f\" />\n- a <Kbd keys=\"Shift Tab\"></Kbd>",
        "ul[p(`f`); p(a `Shift+Tab`)]",
    );
}

#[test]
fn within_a_line_the_words_of_a_component_are_shown() {
    check_mdx(
        "See <Term word=\"budget\" id=\"a\" size=\"12px\" /> and <Since version=\"^1.2\" />.",
        "p(See budget and ^1.2.)",
    );
    check_mdx(
        "a <B to=\"/x\" class=\"c d\" color=\"red\" /> <C x=\"1.5em\" y=\"a_b\" z=\"true\" :w=\"e\" /> f",
        "p(a   f)",
    );
    check_mdx("a <State is=\"新しい\"></State> b", "p(a 新しい b)");
    check_mdx("<Story name=\"Form\" mood=\"cool\" />\n\na", "p(a)");
    check_mdx(
        "a <Icon name=\"gear\" /> <Icon icon=\"check\" /> <GearIcon tone=\"dark\" /> b",
        "p(a  ✔  b)",
    );
    check_mdx(
        "<Method name=\"close\" args={[{ name: 'id' }, { name: 'to' }]} />",
        "p(`close` id; to)",
    );
}

#[test]
fn what_ends_behind_words_ends_no_line() {
    check("<Only><Demo title=\"T\" /></Only>\n\ny", "p(T) p(y)");
}

#[test]
fn elements_with_hyphens_are_components() {
    check(
        "<docs-card title=\"A\" href=\"/a\">one</docs-card>\n<docs-card title=\"B\" href=\"/b\">two</docs-card>",
        "quote(p(*A* one)) quote(p(*B* two))",
    );
    check(
        "<x-nav href=\"/a\" title=\"A\" />\n<x-nav href=\"/b\" title=\"B\" />\n\nc",
        "ul[p({A→/a}); p({B→/b})] p(c)",
    );
    check("<x-more href=\"/a\" title=\"A\">b</x-more>", "p({A→/a} b)");
    check("a <my-name> b", "p(a <my-name> b)");
    check(
        "<div>\n<X-a title=\"A\" />\n<X-a title=\"B\" />\n</div>",
        "p(A B)",
    );
    check(
        "a <RouterLink to=\"/b\" title=\"hint\">b</RouterLink>",
        "p(a {b→/b})",
    );
    // Code that imports something makes no MDX of a text with such elements.
    check(
        "<my-el>a</my-el> {b}\n\n```js\nimport x from 'y'\n```",
        "p(a {b}) code<js>(import x from 'y')",
    );
}

#[test]
fn tabs_on_lines_below_each_other_stay_apart() {
    check_mdx(
        "<Tabs>\n  <TabItem label=\"A\">a, b</TabItem>\n  <TabItem label=\"B\">c</TabItem>\n</Tabs>",
        "quote(p(*A* a, b)) quote(p(*B* c))",
    );
    check("!> a\n!> b", "Important<>(p(a)) Important<>(p(b))");
    check_mdx(
        "<Tabs>\n<TabItem value=\"npm\">\n\nx\n\n</TabItem>\n</Tabs>",
        "titled<npm>(p(x))",
    );
}

#[test]
fn what_a_program_knows_by_name_and_type_is_called_so() {
    check_mdx(
        "<Param name=\"limit\" type=\"Number\" default='\"1kb\"' optional>\n  The **most**.\n</Param>",
        "titled<`limit?: Number = \"1kb\"`>(p(The *most*.))",
    );
    check_mdx("<Field name=\"a\" type=\"b\" />", "p(`a: b`)");
    check_mdx("<Icon name=\"a\" /> b", "p(b)");
}

#[test]
fn lists_that_components_are_given_are_shown() {
    check_mdx(
        "<Grid\n  items={[\n    {\n      title: 'A',\n      href: '/a',\n      description: 'One.',\n    },\n    { title: 'B', icon: 'x' },\n  ]}\n/>\n\nc",
        "ul[p({A→/a} — One.); p(B)] p(c)",
    );
    check_mdx(
        "<Grid items={[{ label: 'A' }, { label: 'B' }]} />",
        "p(A; B)",
    );
    check_mdx("<Chart data={[1, 2]} title=\"T\" />", "p(T)");
}

#[test]
fn elements_may_say_that_they_hold_markdown() {
    check(
        "<div class=\"x\" markdown=\"1\">\n**a** [b](c)\n</div>\n\nd",
        "p(*a* {b→c}) p(d)",
    );
    check("<div markdown>\n\n- a\n\n</div>", "ul[p(a)]");
    check("<p markdown=\"span\">**a**</p>\n\nb", "p(*a*) p(b)");
    check("<Only><li>[a](b)</li></Only>", "p(⏎• {a→b})");
}

#[test]
fn trees_of_files_show_their_names() {
    check_mdx(
        "<Files>\n  <Folder name=\"app\" open>\n    <File name=\"a.tsx\" />\n    <File name=\"b.tsx\" />\n  </Folder>\n  <FileTree.File name=\"c.json\" />\n</Files>",
        "titled<app>(ul[p(a.tsx); p(b.tsx)]) p(c.json)",
    );
}

#[test]
fn code_that_a_component_is_given_is_a_block() {
    check_mdx(
        "<Sketch code={`\nlet a = `x`;\n  b();\n`} lang=\"js\" />\n\nc",
        "code<js>(let a = `x`;\n  b();) p(c)",
    );
    check_mdx("<Code code={`\na${b}\n`} />", "code<>(a${b})");
    check_mdx("a <Code code=\"b < c\" />", "p(a `b ``<`` c`)");
    check_mdx(
        "<Card title=\"T\" icon={<svg d=\"x\"><p>no</p></svg>} />",
        "p(T)",
    );
}

#[test]
fn markdown_in_html_is_read_in_mdx() {
    check_mdx(
        "<table>\n<tr><td>a **b** [c](d.md) `<e>`</td></tr>\n</table>",
        "table[; a *b* {c→d.md} `<e>`]",
    );
    check_mdx(
        "<ol>\n  <li>\n    **注意：**次\n  </li>\n</ol>",
        "ol1[p(*注意：*次)]",
    );
    check(
        "<table>\n<tr><td>a **b**</td></tr>\n</table>",
        "table[; a **b**]",
    );
}

#[test]
fn elements_of_running_text_hold_markdown_where_those_around_do() {
    check(
        "<div markdown=\"1\">\n<span class=\"x\">\n[a](b){: .c }\n</span>\n</div>",
        "p({a→b})",
    );
}
