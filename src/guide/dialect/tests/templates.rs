//! Tags of templates, and files that are put in.

use std::rc::Rc;

use super::check;
use crate::guide::dialect::canonical;
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
fn other_files() {
    let include = |path: &str| match path {
        "a.md" => Some(Rc::from("---\nx: y\n---\n**a**\n{{#include a.md}}\n")),
        "b.rs" => Some(Rc::from("1\n// ANCHOR: x\n2\n// ANCHOR_END: x\n3")),
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
    check(
        "import Part from 'a.md';\nimport More from \"b.md\"\n\n<Part x=\"y\" />\n\n<More />",
        "p(*a* *a* *a*)",
    );
    check("--8<-- \"a.md\"", "p(*a* *a* *a*)");
}
