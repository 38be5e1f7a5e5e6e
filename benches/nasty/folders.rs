//! Folders of Markdown that are made to be slow: each has much of one thing that generators of sites know. What is asked of
//! a folder is asked of its page `nasty`.

use super::guides::{ARTICLE, Nasty, many};

/// The most bytes of a file, and the most signs of markup, but for a few.
const BYTES: usize = (4 << 20) - 1_000;
const SIGNS: usize = 500_000 - 1_000;

/// All of them.
pub fn all() -> Vec<Nasty> {
    [pages(), numbered(), files(), grown(), languages()]
        .into_iter()
        .flatten()
        .collect()
}

/// A folder of one page.
fn page(name: &'static str, ending: &str, body: &str) -> Nasty {
    Nasty::folder(
        name,
        [(format!("{ARTICLE}.{ending}"), format!("# A\n\n{body}\n"))],
    )
}

/// A folder of pages beside the one that is asked for, and something else.
fn folder(
    name: &'static str,
    count: usize,
    file: impl Fn(usize) -> (String, String),
    others: &[(&str, String)],
) -> Nasty {
    let own = [(
        format!("{ARTICLE}.md"),
        "# A\n\n解約は電話で。\n".to_owned(),
    )];
    let others = others
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.clone()));
    Nasty::folder(
        name,
        own.into_iter().chain((0..count).map(file)).chain(others),
    )
}

/// One thing again and again, as often as its bytes and its signs allow.
fn pages() -> Vec<Nasty> {
    [
        ("an endless word", "abcdefghij", 0),
        ("an endless line", "the quick brown fox jumps over ", 0),
        ("endless kana", "かいやくしたい", 0),
        ("much code", "`a` ", 2),
        ("much emphasis", "*a **b* ", 6),
        ("emphasis in japanese", "**「解約」**する", 4),
        ("many lines", "x\n", 1),
        ("many paragraphs", "x\n\n", 2),
        ("many breaks", "x<br>", 2),
        ("lines that end early", "x  \n", 1),
        ("items of a list", "- item of a list\n", 2),
        ("tasks", "- [ ] do it\n", 4),
        ("many spans", "<span>a</span> ", 4),
        ("elements without end", "<div><b>a", 4),
        ("ruby", "<ruby>漢字<rt>かんじ</rt></ruby>", 8),
        ("shortcuts of emoji", ":smile: ", 0),
        ("formulas", "$a_{1}$ ", 1),
        ("comments that open", "<!-- \n", 3),
        ("attributes", "text {: .c #i }\n\n", 2),
        ("liquid", "{% if x %}a{% endif %}\n\n", 2),
        ("raw text", "{% raw %}\nx\n{% endraw %}\n", 1),
        ("texts of templates", "{{ \"{{ x \" }}", 1),
        ("links in a line", "[a](b) ", 3),
        ("roles", "{doc}`a` ", 3),
        ("shortcodes", "{{< note >}}\nx\n{{< /note >}}\n\n", 8),
        ("boxes", "> [!NOTE]\n> x\n\n", 6),
        ("boxes of mkdocs", "!!! note \"T\"\n    x\n\n", 4),
        ("boxes in colons", ":::tip T\nx\n:::\n\n", 4),
        ("tabs of mkdocs", "=== \"T\"\n\n    x\n\n", 4),
        (
            "details",
            "<details><summary>S</summary>\n\nx\n\n</details>\n\n",
            14,
        ),
        ("small sections", "## S\n\nx\n\n", 4),
        ("code that does not end", "```js\n/* \"\n", 3),
    ]
    .map(|(name, piece, signs)| {
        let most = SIGNS.checked_div(signs).unwrap_or(BYTES);
        page(name, "md", &piece.repeat(most.min(BYTES / piece.len())))
    })
    .into()
}

/// The same with something of its own each time.
fn numbered() -> Vec<Nasty> {
    let levels = |n: usize| format!("{} S{n}\n\nword{n}\n\n", "#".repeat(2 + n % 5));
    let imports = many(3_000, |n| format!("import P{n} from './p{n}.mdx';\n"));
    let parts = many(3_000, |n| format!("<P{n} />\n\n"));
    let unused = many(50_000, |n| format!("import P{n} from './p{n}.mdx';\n"));
    let tabs = many(12_000, |n| {
        format!("<TabItem value=\"v{n}\">\n\nx\n\n</TabItem>\n")
    });
    vec![
        page("levels of sections", "md", &many(50_000, levels)),
        page("imports that nothing shows", "mdx", &unused),
        page(
            "addresses",
            "md",
            &many(50_000, |n| format!("https://e{n}.example/a ")),
        ),
        page(
            "links to nothing",
            "md",
            &many(60_000, |n| format!("[x](gone{n}.md#y) ")),
        ),
        page(
            "links to sections",
            "md",
            &many(20_000, |n| {
                format!("## S{n}\n\n[x](#s{})\n\n", n * 7 % 20_000)
            }),
        ),
        page(
            "notes in notes",
            "md",
            &many(20_000, |n| format!("x[^{n}]\n\n[^{n}]: a[^{}]\n\n", n + 1)),
        ),
        page(
            "references",
            "md",
            &many(10_000, |n| {
                format!("## S{n}\n\n[r{n}] [r1]\n\n[r{n}]: https://e.example/{n}\n\n")
            }),
        ),
        page(
            "definitions",
            "md",
            &many(30_000, |n| format!("Term {n}\n: what it is\n\n")),
        ),
        page(
            "long names of sections",
            "md",
            &many(1_500, |n| format!("## {}{n}\n\nx\n\n", "解約".repeat(400))),
        ),
        page(
            "tabs of components",
            "mdx",
            &format!("<Tabs>\n{tabs}</Tabs>"),
        ),
        page(
            "components in one another",
            "mdx",
            &format!(
                "{}x{}",
                "<Card>\n\n".repeat(3_000),
                "\n\n</Card>".repeat(3_000)
            ),
        ),
        Nasty::folder(
            "components from files",
            [(
                format!("{ARTICLE}.mdx"),
                format!("{imports}\n# A\n\n{parts}"),
            )]
            .into_iter()
            .chain((0..3_000).map(|n| (format!("p{n}.mdx"), format!("part {n}\n")))),
        ),
    ]
}

/// Many files.
fn files() -> Vec<Nasty> {
    let text = |n: usize| format!("# Page {n}\n\n解約は電話で。\n");
    let nav = many(5_000, |n| format!("  - P{n}: p{n}.md\n"));
    let gone = many(60_000, |n| format!("- [P{n}](gone/p{n}.md)\n"));
    let linked = |n: usize| many(30, |link| format!("[[n{}]] ", (n * 7 + link * 13) % 4_000));
    let tags = many(5_000, |n| format!("  - t{n}\n"));
    vec![
        folder("many files", 20_000, |n| (format!("p{n}.md"), text(n)), &[]),
        folder(
            "many folders",
            5_000,
            |n| (format!("d{n}/p.md"), text(n)),
            &[],
        ),
        folder(
            "deep folders",
            3_000,
            |n| (format!("{}p{n}.md", "d/".repeat(n % 30)), text(n)),
            &[],
        ),
        folder(
            "files of one name",
            5_000,
            |n| (format!("d{n}/same.md"), "# Same\n\nx\n".to_owned()),
            &[],
        ),
        folder(
            "notes that lead everywhere",
            4_000,
            |n| (format!("n{n}.md"), format!("# N{n}\n\n{}\n", linked(n))),
            &[(".obsidian/app.json", "{}".to_owned())],
        ),
        folder(
            "a long list of pages",
            5_000,
            |n| (format!("docs/p{n}.md"), text(n)),
            &[("mkdocs.yml", format!("site_name: x\nnav:\n{nav}"))],
        ),
        folder(
            "a list of pages that are gone",
            0,
            |n| (format!("p{n}.md"), text(n)),
            &[("SUMMARY.md", format!("# Summary\n\n{gone}"))],
        ),
        folder(
            "much front matter",
            50,
            |n| {
                (
                    format!("p{n}.md"),
                    format!("---\ntitle: P{n}\ntags:\n{tags}---\nx\n"),
                )
            },
            &[],
        ),
    ]
}

/// What becomes longer than it is written: files in files, and values of names.
pub fn grown() -> Vec<Nasty> {
    let title = format!("title: {}\n", "a".repeat(400));
    let part = "the quick brown fox jumps over the lazy dog\n".repeat(5_000);
    let named = many(3_000, |n| {
        format!("// ANCHOR: a{n}\nfn f{n}() {{}}\n// ANCHOR_END: a{n}\n")
    });
    let asked = many(3_000, |n| {
        format!("```\n{{{{#include code.rs:a{n}}}}}\n```\n\n")
    });
    let each_other = |n: usize| {
        many(12, |other| {
            format!("{{{{#include i{}.md}}}}\n\n", (n * 3 + other) % 40)
        })
    };
    vec![
        folder(
            "one file in all pages",
            2_000,
            |n| {
                (
                    format!("p{n}.md"),
                    format!("# P{n}\n\n{{{{#include part.txt}}}}\n"),
                )
            },
            &[("part.txt", part)],
        ),
        folder(
            "pages in one another",
            40,
            |n| (format!("i{n}.md"), format!("# I{n}\n\n{}", each_other(n))),
            &[],
        ),
        Nasty::folder(
            "parts of a program",
            [
                (format!("{ARTICLE}.md"), format!("# A\n\n{asked}")),
                ("code.rs".to_owned(), named),
            ],
        ),
        folder(
            "values that grow",
            20,
            |n| {
                (
                    format!("p{n}.md"),
                    format!("# P{n}\n\n{}\n", "{{ site.title }} ".repeat(20_000)),
                )
            },
            &[("_config.yml", title.clone())],
        ),
        folder(
            "values that do not end",
            1,
            |n| {
                (
                    format!("p{n}.md"),
                    format!("# P{n}\n\n{}\n", "{{ ".repeat(400_000)),
                )
            },
            &[("_config.yml", title.clone())],
        ),
    ]
}

/// Many languages, and next to nothing in some of them.
fn languages() -> Vec<Nasty> {
    let six = ["en", "ja", "ko", "de", "fr", "es"];
    let text = |n: usize| format!("# P{n}\n\nHow to cancel {n}.\n\n## Q\n\n解約 {n}\n");
    let of_all = (0..six.len() * 1_500).map(|n| (format!("{}/p{n}.md", six[n % 6]), text(n / 6)));
    let few = six
        .iter()
        .map(|tag| (format!("{tag}/{ARTICLE}.md"), "# A\n\nx\n".to_owned()));
    let many = (0..2_000).map(|n| (format!("en/p{n}.md"), text(n)));
    let guide = (
        "guide.yaml".to_owned(),
        format!("languages: [{}]\n", six.join(", ")),
    );
    vec![
        Nasty::folder("six languages", of_all.chain(few.clone())),
        Nasty::folder("six languages of one text", many.chain(few).chain([guide])),
    ]
}
