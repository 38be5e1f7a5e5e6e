//! Whatever stands in a folder can be read.

use proptest::prelude::*;

use super::{Entry, Files, assemble, survey};
use crate::guide::problem::Report;
use crate::language::Language;

const PATHS: [&str; 6] = [
    "README.md",
    "docs/a.md",
    "docs/b.mdx",
    "ja/docs/a.md",
    "docs/index.md",
    "docs/02-c.md",
];

const SETTINGS: [&str; 5] = [
    "mkdocs.yml",
    "_sidebar.md",
    "sidebars.js",
    "docs/_category_.json",
    "_config.yml",
];

/// What pages and settings are made of.
const TEXT: &str = "((---|\\+\\+\\+|title: T|permalink: /a|weight: 1|nav:|- |  |# |## |###### |語|word|\\[a\\]\\(b.md#c\\)|\\[\\[a#b\\|c\\]\\]|:::tip|:::|!!! note|<Tab label=\"x\">|</Tab>|<div>|</div>|\\{\\{< a >\\}\\}|\\{% b %\\}|\\{#id\\}|\\{: .a|\\*\\*|`|```|\\||export default \\{|items: \\[|\\}|\\]|\"|,|:)\n?){0,24}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_folder_has_an_article_for_every_page(
        pages in prop::collection::vec(TEXT, PATHS.len()),
        settings in prop::collection::vec(TEXT, SETTINGS.len()),
    ) {
        let named = |names: &[&str], texts: &[String]| -> Vec<(String, String)> {
            let texts = names.iter().zip(texts);
            texts
                .map(|(name, text)| ((*name).to_owned(), text.clone()))
                .collect()
        };
        let files = Files {
            pages: named(&PATHS, &pages),
            settings: named(&SETTINGS, &settings),
            ..Files::default()
        };
        let mut report = Report::lenient("");
        let order: Vec<Entry> = Vec::new();
        let survey = survey("name".to_owned(), &files, &[], order, &mut report);
        let assembled = assemble(&files, &survey);
        prop_assert_eq!(assembled.articles.len(), assembled.files.len());
        for article in &assembled.articles {
            prop_assert!(!article.sections.is_empty());
            prop_assert!(article.group.is_none_or(|group| group < assembled.groups.len()));
        }
        let read = assembled.files.iter().flatten();
        let read: std::collections::BTreeSet<_> = read.map(|(_, path)| path.as_str()).collect();
        prop_assert_eq!(read.len(), PATHS.len(), "{:?}", read);
    }
}

#[test]
fn of_several_books_each_is_a_group() {
    let summary = "# Summary\n\n- [X](x.md)\n- [Y](y.md)\n";
    let pages = ["one/src/x.md", "one/src/y.md", "two/src/x.md"].map(|path| (path, "text"));
    let settings = [
        ("one/book.toml", "title = \"First\""),
        ("one/src/SUMMARY.md", summary),
        ("two/book.toml", "title = \"Second\""),
        ("two/src/SUMMARY.md", summary),
    ];
    let groups = |settings: &[(&str, &str)]| {
        let groups = assembled(&pages, settings).groups.into_iter();
        let titles = groups.map(|group| group.title.text(Language::EN).clone());
        titles.collect::<Vec<_>>()
    };
    assert_eq!(groups(&settings), ["First", "Second"]);
    // Where one has a name only, it stands for all.
    assert_eq!(groups(&settings[..2]).len(), 0);
}

/// What a folder becomes, in English.
fn assembled(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> super::Assembled {
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    let files = Files {
        pages: pages.iter().map(file).collect(),
        settings: settings.iter().map(file).collect(),
        ..Files::default()
    };
    let mut report = Report::lenient("");
    let survey = survey("name".to_owned(), &files, &[], Vec::new(), &mut report);
    assemble(&files, &survey)
}

/// The articles in their order; a `?` is behind those that nobody lists.
fn order(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> String {
    let articles = assembled(pages, settings).articles.into_iter();
    let shown = articles.map(|article| {
        let mark = if article.is_listed { "" } else { "?" };
        format!("{}{mark}", article.id)
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_the_table_of_contents_leaves_out_comes_last_and_is_marked() {
    let list = "# Contents\n\n- [B](b.md)\n- [A](a.md)\n- [C](./c.md)\n";
    let mut pages = vec![("src/lists/all.md", list), ("Notes.md", "# N\n\ntext")];
    pages.extend(["src/lists/a.md", "src/lists/b.md", "src/lists/c.md"].map(|path| (path, "text")));
    let text = r#"{"root": "./src/", "structure": {"summary": "lists/all.md"}}"#;
    for name in ["book.json", ".gitbook.yaml"] {
        let order = order(&pages, &[(name, text)]);
        assert!(
            order.starts_with("src/lists/b src/lists/a src/lists/c"),
            "{order}"
        );
        // Of five pages three are too few to say anything of the others.
        assert!(!order.contains('?'), "{order}");
    }
    pages.remove(1);
    assert_eq!(order(&pages, &[("book.json", text)]), "b a c all?");
    assert_eq!(order(&pages, &[]), "a all b c");
}

#[test]
fn a_page_that_lists_most_others_is_the_table_of_contents() {
    let list = "- ## Basics\n    - [R](/docs/{{version}}/routing)\n    - [C](/docs/{{version}}/csrf)\n\
        - ## More\n    - [M](/docs/{{version}}/mail)\n    - [Q](/docs/{{version}}/queues)\n    - [A](/docs/{{version}}/auth)\n";
    let mut pages = vec![("list.md", list)];
    pages.extend(
        [
            "auth.md",
            "csrf.md",
            "draft.md",
            "mail.md",
            "queues.md",
            "routing.md",
        ]
        .map(|path| (path, "# T\n\ntext")),
    );
    assert_eq!(
        order(&pages, &[]),
        "list routing csrf mail queues auth draft?"
    );
    // Who gives pages their places needs no list.
    pages[1].1 = "---\nweight: 1\n---\n# T\n";
    assert!(order(&pages, &[]).starts_with("auth "));
}

#[test]
fn the_first_element_may_give_a_page_its_title() {
    let title = |text: &str| {
        let articles = assembled(&[("my-page.md", text)], &[]).articles;
        articles[0].title.text(Language::EN).clone()
    };
    assert_eq!(
        title(
            "<docs-header title=\"Forms\" image=\"a.svg\">\nWords.\n</docs-header>\n\n## One\n\n## Two\n"
        ),
        "Forms"
    );
    assert_eq!(title("<Hero title='Forms' />\n\nWords.\n"), "Forms");
    for other in [
        "<docs-header title=\"Forms\">\n</docs-header>\n\n# My page\n",
        "<Tip title=\"Forms\">\nWords.\n</Tip>\n",
        "<iframe title=\"Forms\"></iframe>\n\nWords.\n",
        "Words.\n\n<Hero title=\"Forms\" />\n",
    ] {
        assert_ne!(title(other), "Forms", "{other}");
    }
}
