//! Tags of templates, and files that are put in.

use std::rc::Rc;

use super::{check, none};
use crate::guide::dialect::{Braces, canonical};
use crate::guide::markdown::notation::shown;

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
    check("a {{ v.ar }} b {{ \"c\" }} d", "p(a  b c d)");
    // Without anything that is worked out, braces are what is spoken of.
    check(
        "Found '{{Field}}' or {{/Field}}, no {{ and }}",
        "p(Found '{{Field}}' or {{/Field}}, no {{ and }})",
    );
    check("{{ count }} of {{ all.length }}", "p(of)");
    check(
        "<script setup>\nconst a = 1\n</script>\n\nb {{ a }} c",
        "p(b  c)",
    );
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
    check(
        "{{< code-toggle file=hugo >}}\na = 'b'\n[c]\n{{< /code-toggle >}}\nz",
        "code<>(a = 'b'\n[c]) p(z)",
    );
    check(
        "- x\n\n  {{< highlight sh >}}\n  a\n  {{< /highlight >}}\n\n  y\n\nz",
        "ul[p(x) code<sh>(a) p(y)] p(z)",
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
    check("<code v-pre>a {{ b }}</code> {{ c }}d", "p(`a {{ b }}` d)");
    check("a\n\n{{%part outline}}\n\nb", "p(a) p(b)");
    check(
        "{{% def id=\"a\" name=\"Term\" %}} What it means. {{% /def %}}\n\nx",
        "p(*Term*  What it means.) p(x)",
    );
}

#[test]
fn braces_without_an_expression_are_text() {
    let shown = |markdown: &str, braces| shown(&canonical(markdown, braces, &none));
    let about = "It is common for {{ and }} to be in code, {{}} or {{ a";
    assert_eq!(shown(about, Braces::Values), format!("p({about})"));
    // Whatever else is filled in there.
    for other in ["{{ a.b }}", "{% if x %}"] {
        let all = format!("{about}\n\n{other}b");
        assert_eq!(shown(&all, Braces::Values), format!("p({about}) p(b)"));
    }
    check(
        "{{ Field 1 }} {{ 値 }} {{ count }} {{ a.b }}c",
        "p({{ Field 1 }} {{ 値 }}  c)",
    );
    // Code is no sign of a template.
    for code in [
        "```\n<script>\n{{ a.b }}\n```",
        "    {% a %}",
        "`{{ a.b }}` c",
    ] {
        let all = format!("{{{{ Front }}}}\n\n{code}");
        assert!(
            shown(&all, Braces::Values).starts_with("p({{ Front }})"),
            "{code}"
        );
    }
    let all = "a {{ b.c }} {{< d >}} {{% e %}}";
    assert_eq!(shown(all, Braces::Text), format!("p({all})"));
    assert_eq!(shown("{{< a >}}\n\nb", Braces::Text), "p({{< a >}}) p(b)");
    // The tables of contents of mdBook and GitBook look alike.
    let hint = "{% hint %}\na {{ b.c }}d\n{% endhint %}";
    assert_eq!(shown(hint, Braces::Text), "Tip<>(p(a d))");
    assert_eq!(
        shown("`{% hint %}` {{ b.c }}", Braces::Text),
        "p(`{% hint %}` {{ b.c }})"
    );
}

#[test]
fn what_templates_leave_alone_is_shown() {
    check(
        "{% raw %}{% extends 'a' %}{% endraw %} and `{% raw %}{{ b(c) }}{% endraw %}`",
        "p({% extends 'a' %} and `{{ b(c) }}`)",
    );
    check(
        "```twig\n{%- raw -%}\n\n{{ a }}\n{#  b #}\n{% endraw %}\n```",
        "code<twig>({{ a }}\n{#  b #})",
    );
    check(
        "{% highlight twig %}\n{% raw %}\n{% if a %}\n  b\n{% endif %}{% endraw %}\n{% endhighlight %}",
        "code<twig>({% if a %}\n  b\n{% endif %})",
    );
    check(
        "{% verbatim %}\n{{ a.b }}\n{% endverbatim %}\n{{ a.b }}c",
        "p({{ a.b }}) p(c)",
    );
    check("## {% raw %}{{ a.b }}{% endraw %}", "h2({{ a.b }})");
    check(
        "`{{ \"{{ a|b \" }}}}` {{'{% c %}'}} {{ \"d\" }}",
        "p(`{{ a|b }}` {% c %} d)",
    );
    check(
        "```\n{{</* a b=\"c\" */>}}\n{{%/* /d */%}}\n```",
        "code<>({{< a b=\"c\" >}}\n{{% /d %}})",
    );
    // Who speaks of the tags has nothing between them.
    check(
        "`{% raw %}` and `{% endraw %}`",
        "p(`{% raw %}` and `{% endraw %}`)",
    );
    let mdbook = canonical("`{% raw %}{{ a }}{% endraw %}`", Braces::Text, &none);
    assert_eq!(mdbook, "`{% raw %}{{ a }}{% endraw %}`");
}

#[test]
fn tags_that_are_marks_are_shown() {
    check(
        "a\n: {{<required>}} String. {{% nullable %}}{{< clear >}}",
        "titled<a>(p(*required* String. *nullable*))",
    );
    check("### b {{%removed%}} {#c}", "h3(b *removed*)");
}

#[test]
fn other_files() {
    let include = |path: &str| match path {
        "a.md" => Some(Rc::from("---\nx: y\n---\n**a**\n{{#include a.md}}\n")),
        "shared/part/c.md" => Some(Rc::from("---\ntitle: C\n---\n\n**c**\n")),
        "[[Note" => Some(Rc::from("# N\n\na ^b1\n\n## S\nc\n![[Note#^b1]]\n")),
        "_includes/snippets.md" => Some(Rc::from("# S\n\n## T {#step-1}\n\n1. b\n")),
        "d.mdx" => Some(Rc::from("import { T } from 't';\n\n- b")),
        "b.rs" => Some(Rc::from("1\n// ANCHOR: x\n2\n// ANCHOR_END: x\n3")),
        _ => None,
    };
    let check = |markdown: &str, expected: &str| {
        let text = canonical(markdown, Braces::Values, &include);
        assert_eq!(shown(&text), expected, "{text:?}");
    };
    check("<!--@include: a.md-->", "p(*a* *a* *a*)");
    check("[!INCLUDE [Words](a.md)]\n\nb", "p(*a* *a* *a*) p(b)");
    check("```rust\n{{#include b.rs}}\n```", "code<rust>(1\n2\n3)");
    check("```rust\n{{#rustdoc_include b.rs:x}}\n```", "code<rust>(2)");
    check("```rust\n{{#include b.rs:3:5}}\n```", "code<rust>(2\n3)");
    check("{* b.rs hl[1] *}", "code<rs>(1\n2\n3)");
    check("{* ../c.py *}", "p(`../c.py`)");
    check("<<< @/c.js{1}", "p(`@/c.js`)");
    check(
        "import Part from 'a.md';\nimport More from \"b.md\"\n\n<Part x=\"y\" />\n\n<More />",
        "p(*a* *a* *a*)",
    );
    check(
        "![[Note#^b1]]\n![[Note#S|x]] \n\nd",
        "quote(p(a)) quote(h2(S) p(c) quote(p(a))) p(d)",
    );
    check("> [!tip]\n> ![[Note#^b1]]\n> e", "Tip<>(quote(p(a)) p(e))");
    check(
        "![[Note#^b2]] ![[Other]]",
        "p({Note→wiki:Note#^b2} {Other→wiki:Other})",
    );
    check(
        "a ![[Note]]\n\n```\n![[Note]]\n```",
        "p(a {Note→wiki:Note}) code<>(![[Note]])",
    );
    check(
        "{{< docs/shared source=\"x\" lookup=\"part/c.md\" version=\"1\" >}}\n\nd",
        "p(*c*) p(d)",
    );
    check("--8<-- \"a.md\"", "p(*a* *a* *a*)");
    check("{!a.md!}", "p(*a* *a* *a*)");
    check(
        "[import:3-3, title:\"x y\"](b.rs)\n\n[import, b](b.rs)\n\n[import:\"n\"](c.js)\n\n[important](b.rs)\n[import / export](b.rs)\n[import, export](a.md)",
        "code<rs,x y>(2) code<rs,b>(1\n2\n3) p(`c.js`) p({important→b.rs} {import / export→b.rs} {import, export→a.md})",
    );
    check(
        "a\n\nimport Part from 'a.md';\n\n<Part />\n\n```\nimport Part from 'a.md';\n```",
        "p(a) p(*a* *a* *a*) code<>(import Part from 'a.md';)",
    );
    check("- a\n  <!--@include: d.mdx-->", "ul[p(a) ul[p(b)]]");
    check("a\n\n{{step-1}}", "p(a) ol1[p(b)]");
    check("a\n\n{{step-2}}", "p(a) p({{step-2}})");
}

#[test]
fn words_of_a_glossary_lead_to_it() {
    check(
        "a {{< glossary_tooltip text=\"Pods\" term_id=\"pod\" >}} b {{< glossary_tooltip term_id=\"node-pool\" >}}",
        "p(a {Pods→wiki:pod} b {node pool→wiki:node-pool})",
    );
    check(
        "[a b](g) [cities](g) [x](g \"node pools\") [y](gg)",
        "p({a b→wiki:a b} {cities→wiki:cities|city} {x→wiki:node pools|node pool} {y→gg})",
    );
    check(
        "[a]({{% param github_repo %}}/b) [c]({{% param x %}}/d)",
        "p({a→about:/b} {c→/d})",
    );
}

#[test]
fn of_what_a_call_makes_its_words_are_shown() {
    check(
        "{{ npm_tabs(\"install the package\") }}",
        "p(install the package)",
    );
    check(
        "{{ button('Read more', url=\"/more\", title='図') }} x {{ now() }}",
        "p(Read more 図 x)",
    );
    check(
        "a {{ image(\"a.png\") }} {{ page.date | date: \"%B %d\" }} b",
        "p(a   b)",
    );
}

#[test]
fn keys_may_have_names_on_systems() {
    check(
        "Press {{< kbd mac=Cmd-A win=Ctrl-A linux=Ctrl-B >}}.",
        "p(Press Ctrl-B.)",
    );
    check("Press {{< kbd G >}}.", "p(Press G.)");
}

#[test]
fn comments_of_a_template_are_nobodys_to_read() {
    check("{% if x %}a{% endif %} {# not shown #}b", "p(a b)");
    check("${#name} and {# x #}", "p(${#name} and {# x #})");
}
