use super::resolve;
use crate::guide::dialect::tests::check;

#[test]
fn directives_are_what_they_mean() {
    check(
        "```{note}\n:class: dropdown\nx\n```\ny",
        "Note<>(p(x)) p(y)",
    );
    check("```{admonition} A title\nx\n```", "Note<A title>(p(x))");
    check("```{dropdown} More\n- x\n```", "titled<More>(ul[p(x)])");
    check(
        "```{code-block} python\n:caption: a.py\n:linenos:\n\nx = {ref}`y`\n```\nz",
        "code<python,a.py>(x = {ref}`y`) p(z)",
    );
    check(
        "```{code-cell} ipython3\n---\ntags: [a]\n---\nx\n```",
        "code<ipython3>(x)",
    );
    check(
        "```{figure} images/a.png\n:alt: words\n:width: 80%\n\nCaption\n```\n",
        "p(!words!a.png!) p(Caption)",
    );
    check(
        "````{tab-set}\n```{tab-item} One\nx\n```\n```{tab-item} Two\n:sync: b\ny\n```\n````",
        "titled<One>(p(x)) titled<Two>(p(y))",
    );
    check(
        "```{figure} a.png\n:name: fig\nCaption\n```\n\n{ref}`x <fig>` {ref}`search`",
        "p(!!a.png! Caption) p({x→fig} search)",
    );
    check("```{margin}\nx\n```\ny", "p(x) p(y)");
    check(":::{margin} T\nx\n:::\ny", "titled<T>(p(x)) p(y)");
    check(
        "```{versionadded} 2.0\nx\n```",
        "titled<versionadded 2.0>(p(x))",
    );
    check("```{raw} html\n<b>x</b>\n```\ny", "p(y)");
    check("```{contents}\n:local:\n```\ny", "p(y)");
    check(
        "```{glossary}\nTerm\n  What it means\n\nOther\n  x\n```",
        "titled<Term>(p(What it means)) titled<Other>(p(x))",
    );
    check(
        "```{button-link} https://x.example/a\n::color: primary\n:class: b\n\nThe *words*\n\n```\ny",
        "p({The /words/→https://x.example/a}) p(y)",
    );
    check(
        "```{button-ref} start/first\n:ref-type: doc\n```\ny",
        "p({start/first→title:start/first}) p(y)",
    );
    check(
        "```{figure-md} fish\n![A fish](fish.png)\n\nWords\n```\n\n[x](fish)",
        "p( !A fish!fish.png!) p(Words) p({x→fish})",
    );
    check(
        "```{math}\n:label: a\n\\frac{a}{b}\n```",
        "code<math>(\\frac{a}{b})",
    );
}

#[test]
fn a_table_of_contents_leads_to_its_pages() {
    check(
        "```{toctree}\n:maxdepth: 2\n:caption: Guide\n\na/b\nWords <c.md>\nd/*\nself\n```\n",
        "p(*Guide*) ul[p({a/b→title:a/b}); p({Words→c.md})]",
    );
    check("```{toctree}\n:hidden:\na\n```\nx", "p(x)");
}

#[test]
fn roles_are_links_names_and_code() {
    check(
        "{ref}`words <a-label>` {doc}`../b` {ref}`c`",
        "p({words→a-label} {../b→title:../b} {c→title:c})",
    );
    check(
        "{doc}`REST API\n<reference/rest>`",
        "p({REST API→reference/rest})",
    );
    check(
        "{py:class}`~a.b.C` {kbd}`x` {unknown}`y` {file}`z`",
        "p(`C` `x` `y` `z`)",
    );
    check(
        "{guilabel}`Save --> As` {ref}`a`",
        "p(*Save › As* {a→title:a})",
    );
    check("{fa}`rocket` {term}`Words <a>`", "p(Words)");
    check("`` {ref}`x` `` {ref}`a`", "p(`{ref}`x`` {a→title:a})");
    check(
        "```py\n{ref}`x`\n```\n{ref}`a`",
        "code<py>({ref}`x`) p({a→title:a})",
    );
    check("% a comment\n{ref}`a`\n\n+++\n", "p({a→title:a})");
}

#[test]
fn others_use_braces_too() {
    for text in [
        "```{r, echo=FALSE}\nx\n```",
        "```{python}\nx\n```",
        "::: {.callout-tip}\nx\n:::",
        "${a}`b` and {x}`y`",
        "% of all",
    ] {
        assert!(
            matches!(resolve(text), std::borrow::Cow::Borrowed(_)),
            "{text}"
        );
    }
}
