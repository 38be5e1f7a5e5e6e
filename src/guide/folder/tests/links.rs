//! Where links lead in a folder that is read as a whole.

use super::{assembled, order, tree};
use crate::language::Language;

/// Where the links of the first article lead, and what is shown of it.
fn led(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> (Vec<String>, String) {
    let articles = assembled(pages, settings).articles;
    let text = articles[0].sections[0].texts.text(Language::EN);
    let links = text.body.links().map(str::to_owned).collect();
    (links, text.body.plain_text())
}

#[test]
fn double_brackets_are_text_where_nobody_links_by_them() {
    let (links, shown) = led(
        &[
            ("a.md", "# A\n\nIts [[Call]] and [[Set<x>]].\n"),
            ("b.md", "# B\n"),
        ],
        &[],
    );
    assert_eq!(
        (links.len(), shown.as_str()),
        (0, "Its [[Call]] and [[Set<x>]].")
    );
    let assembled = assembled(&[("a.md", "# A\n\n[[Call]]\n"), ("b.md", "# B\n")], &[]);
    assert_eq!(assembled.problems.len(), 0);
    let vault = [
        ("a.md", "# A\n\nIts [[Call]] and [[b]].\n"),
        ("b.md", "# B\n"),
    ];
    let (links, shown) = led(&vault, &[]);
    assert_eq!(
        (links, shown.as_str()),
        (vec!["b".to_owned()], "Its Call and b.")
    );
}

#[test]
fn addresses_that_have_moved_lead_to_what_is_in_their_place() {
    let pages = [
        (
            "index.md",
            "# I\n\n[a](/old/a) [b](/v1/b#y) [c](gone.md) [d](/abroad)\n",
        ),
        ("new/a.md", "# A\n"),
        ("v2/b.md", "# B\n\nlead\n\n## X\n\nx\n\n## Y\n\ny\n"),
        ("new/c.md", "# C\n\nlead\n\n## X\n\nx\n\n## Z\n\nz\n"),
    ];
    let redirects = "/old/a /new/a\n/v1/* /v2/:splat 301\n/gone /old/c\n/old/c /new/c#x\n/abroad https://x.example/c\n";
    let (links, _) = led(&pages, &[("_redirects", redirects)]);
    assert_eq!(links, ["new/a", "v2/b#y", "new/c#x", "https://x.example/c"]);
}

#[test]
fn a_folder_of_a_language_is_what_stands_for_it_in_another() {
    let pages = [
        ("index.md", "# I\n\n[a](/fr/start/) [b](/fr/more/)\n"),
        ("start/index.md", "# S\n\nThe words.\n"),
        ("start/a.md", "# A\n\nThe words.\n"),
        ("more/a.md", "# A\n\nThe words.\n"),
        ("fr/index.md", "# I\n\nC’est le texte de la page.\n"),
        ("fr/start/a.md", "# A\n\nC’est le texte de la page.\n"),
        ("fr/more/a.md", "# A\n\nC’est le texte de la page.\n"),
    ];
    let (links, _) = led(&pages, &[]);
    assert_eq!(links, ["start", "more/a"]);
}

#[test]
fn news_are_found_by_their_titles() {
    let pages = [
        (
            "index.md",
            "# I\n\n[a](/blog/2021/01/january-2021-update/) [b](/blog/2021/02/may/)\n",
        ),
        (
            "blog/2021-02-01-jan/index.md",
            "---\ntitle: January 2021 update\n---\ntext\n",
        ),
        (
            "blog/may.md",
            "---\ntitle: May\ndate: 2021-06-01\n---\ntext\n",
        ),
    ];
    let (links, _) = led(&pages, &[]);
    assert_eq!(links, ["blog/2021-02-01-jan", "blog/may"]);
}

#[test]
fn manuals_of_swift_are_read() {
    let page = |name: &'static str| {
        (
            name,
            "# Words\n\nSee <doc:First#Words> and [it](doc:Second).\n",
        )
    };
    let pages = [
        (
            "X.docc/X.md",
            "# X\n\nAll.\n\n@Metadata {\n  @TechnologyRoot\n}\n\n## Topics\n\n### Start\n\n- <doc:Second>\n- <doc:First>\n\n### Rest\n\n- <doc:D>\n- <doc:C>\n- <doc:B>\n- <doc:A>\n",
        ),
        page("X.docc/a/A.md"),
        page("X.docc/a/B.md"),
        page("X.docc/a/C.md"),
        page("X.docc/a/D.md"),
        page("X.docc/First.md"),
        page("X.docc/Second.md"),
    ];
    assert_eq!(order(&pages, &[]), "X Second First a/D a/C a/B a/A");
    assert_eq!(tree(&pages, &[])[1], "Start › Second");
    let articles = assembled(&pages, &[]).articles;
    let text = articles[1].sections[0].texts.text(Language::EN);
    assert_eq!(text.body.plain_text(), "See Words and it.");
    assert_eq!(
        text.body.links().collect::<Vec<_>>(),
        ["First#top", "Second"]
    );
}

#[test]
fn a_number_before_the_name_of_an_article_joins_its_languages() {
    let pages = [
        (
            "en/articles/8204673-documents.md",
            "# Documents\n\nThe words. [b](https://help.x.example/en/articles/12380837-upload)\n",
        ),
        ("en/articles/12380837-upload.md", "# Upload\n\nThe words.\n"),
        (
            "ja/articles/8204673-文書.md",
            "# 文書\n\nこれは文書です。\n",
        ),
        ("ja/articles/12380837-送る.md", "# 送る\n\nこれを送る。\n"),
    ];
    let articles = assembled(&pages, &[]).articles;
    assert_eq!(articles.len(), 2);
    let to = |number: &str| {
        articles
            .iter()
            .find(|article| article.id.contains(number))
            .unwrap()
    };
    let ja: Language = "ja".parse().unwrap();
    assert_eq!(to("8204673").title.text(ja), "文書");
    let text = to("8204673").sections[0].texts.text(Language::EN);
    assert_eq!(text.body.links().collect::<Vec<_>>(), ["12380837-upload"]);
}

#[test]
fn a_reference_of_gitbook_is_called_as_its_page() {
    let card = "# A\n\n{% content-ref url=\"b/\" %}\n[b](b/)\n{% endcontent-ref %}\n\n[b](b/)\n";
    let pages = [("a.md", card), ("b/README.md", "# The B\n\ntext")];
    let articles = assembled(&pages, &[(".gitbook.yaml", "root: ./")]).articles;
    let a = articles.iter().find(|article| article.id == "a").unwrap();
    let text = a.sections[0].texts.exact(Language::EN).unwrap();
    let shown = crate::guide::markdown::plain_text(&text.body.blocks());
    assert_eq!(
        shown.split_whitespace().collect::<Vec<_>>(),
        ["The", "B", "b"]
    );
}
