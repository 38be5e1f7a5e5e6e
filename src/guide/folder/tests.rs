//! Whatever stands in a folder can be read.

mod contents;
mod left_out;
mod links;

use proptest::prelude::*;

use super::{Entry, Files, Survey, assemble, survey};
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
        let assembled = assemble(&files, &survey, &|_| false);
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

/// What a folder becomes, in English.
fn assembled(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> super::Assembled {
    let (files, survey) = surveyed(pages, settings);
    assemble(&files, &survey, &|_| false)
}

/// The files of a folder, and what is known of it before its pages are read.
fn surveyed(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> (Files, Survey) {
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    let files = Files {
        pages: pages.iter().map(file).collect(),
        settings: settings.iter().map(file).collect(),
        ..Files::default()
    };
    let mut report = Report::lenient("");
    let survey = survey("name".to_owned(), &files, &[], Vec::new(), &mut report);
    (files, survey)
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
fn what_stands_behind_a_title_for_windows_is_no_part_of_it() {
    let title = |title: &str| {
        let text = format!("---\ntitle: {title}\n---\n\n# include\n\ntext\n");
        let articles = assembled(&[("x.md", &text)], &[]).articles;
        articles[0].title.text(Language::EN).clone()
    };
    assert_eq!(title("include | Config"), "include");
    assert_eq!(
        title("include and exclude | Config"),
        "include and exclude | Config"
    );
    assert_eq!(title("'include: files'"), "include: files");
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

/// The groups and ids of the articles, in their order.
fn tree(pages: &[(&str, &str)], settings: &[(&str, &str)]) -> Vec<String> {
    let assembled = assembled(pages, settings);
    let groups = |mut group: Option<usize>| {
        let mut titles = Vec::new();
        while let Some(at) = group {
            titles.push(assembled.groups[at].title.text(Language::EN).as_str());
            group = assembled.groups[at].parent;
        }
        titles.reverse();
        titles
    };
    let articles = assembled.articles.iter();
    let lines = articles.map(|article| {
        let mut path = groups(article.group);
        path.push(&article.id);
        path.join(" › ")
    });
    lines.collect()
}

#[test]
fn a_group_goes_by_its_folder_where_its_index_only_introduces() {
    let pages = [
        ("cards/index.md", "# All cards\n\nx"),
        ("cards/a.md", "# A\n\nx"),
        ("public_law/index.md", "# Introduction\n\nx"),
        ("public_law/b.md", "# B\n\nx"),
    ];
    assert_eq!(
        tree(&pages, &[]),
        [
            "All cards › cards",
            "All cards › cards/a",
            "public law › public_law",
            "public law › public_law/b"
        ]
    );
    let meta = r#"{ "title": "Laws", "pages": ["---Parts---", "b", "[x](https://x.example)", "...", "!a", "index"] }"#;
    let settings = [("public_law/meta.json", meta)];
    assert_eq!(
        tree(&pages, &settings)[2..],
        ["Laws › public_law", "Laws › public_law/b"]
    );
}

#[test]
fn the_name_of_the_site_is_no_part_of_a_title() {
    let title = |title: &str| {
        let text = format!("---\ntitle: \"{title}\"\n---\n\ntext");
        let settings = [("mkdocs.yml", "site_name: The Site\n")];
        let articles = assembled(&[("a.md", text.as_str())], &settings).articles;
        articles[0].title.text(Language::EN).clone()
    };
    assert_eq!(title("Setup | The Site"), "Setup");
    assert_eq!(title("Setup - The Site"), "Setup");
    let readme = "A tool for this and for that.\n\n# Install\n\ntext";
    let articles = assembled(
        &[("README.md", readme)],
        &[("mkdocs.yml", "site_name: The Site\n")],
    );
    let article = &articles.articles[0];
    assert_eq!(article.title.text(Language::EN), "The Site");
    for own in ["The Site", "About The Site", "- The Site", "Setup | Site"] {
        assert_eq!(title(own), own);
    }
}

#[test]
fn settings_of_sites_are_read_wherever_they_are_kept() {
    let pages = [
        ("README.md", "text"),
        ("docs/index.md", "text"),
        ("docs/b.md", "text"),
        ("docs/a.md", "text"),
    ];
    let title = |settings: &[(&str, &str)]| {
        let articles = assembled(&pages, settings).articles;
        let titles = articles.iter().filter(|article| article.id == "README");
        titles
            .map(|article| article.title.text(Language::EN).clone())
            .collect::<String>()
    };
    let zensical = "[project]\nsite_name = \"Z\"\nnav = [\n  # No { \"X\" = \"a.md\" }\n  { \"Home\" = \"index.md\" },\n  { \"Part\" = [ \"b.md\", { \"A\" = \"a.md\" } ] },\n]\n[project.theme]\nfeatures = [\"c.md\"]\n";
    let settings = [("zensical.toml", zensical)];
    assert_eq!(title(&settings), "Z");
    assert_eq!(
        tree(&pages, &settings),
        ["README", "docs", "Part › docs/b", "Part › docs/a"]
    );
    for (path, text) in [
        ("config.toml", "baseURL = \"/\"\ntitle = \"H\"\n"),
        ("config.toml", "base_url = \"/\"\ntitle = \"H\"\n"),
        ("config.yaml", "baseURL: /\ntitle: H\n"),
        ("config/_default/config.toml", "title = 'H'\n"),
        ("config/_default/hugo.toml", "title = 'H'\n"),
        ("config/_default/languages.en.toml", "title = 'H'\n"),
    ] {
        assert_eq!(title(&[(path, text)]), "H", "{path}");
    }
    // Other programs have files of that name too, and other languages other words.
    assert_eq!(title(&[("config.toml", "title = 'H'\n")]), "name");
    assert_eq!(
        title(&[("config/_default/languages.ja.toml", "title = 'H'\n")]),
        "name"
    );
    let sidebar =
        "export const sidebar = { '/': [{ text: 'Part', children: ['/b.md', '/a.md'] }] }";
    // What another language calls them comes after.
    let teil = sidebar.replace("Part", "Teil");
    let settings = [
        ("docs/.vuepress/configs/sidebar/de.ts", teil.as_str()),
        ("docs/.vuepress/configs/sidebar/en.ts", sidebar),
    ];
    assert_eq!(
        tree(&pages, &settings),
        ["README", "Part › docs/b", "Part › docs/a", "docs"]
    );
}

#[test]
fn the_whole_is_called_by_what_names_it() {
    let title = |text: &str| {
        let title = assembled(&[("README.md", text), ("a.md", "x")], &[]).title;
        title.map(|title| title.text(Language::EN).clone())
    };
    assert_eq!(title("# Project\n\ntext").as_deref(), Some("Project"));
    let badges = "[![build](b.svg)](c) ![x](y)\n\n# Project\n\ntext";
    assert_eq!(title(badges).as_deref(), Some("Project"));
    let switch = "[English](README.md)\n\n# The Name of it\n\ntext";
    assert_eq!(title(switch).as_deref(), Some("The Name of it"));
    // A part of it, or what says only what it is.
    assert_eq!(title("Words about it.\n\n# Install\n\ntext"), None);
    assert_eq!(title("# README\n\ntext"), None);
    assert_eq!(title("# Home\n\ntext"), None);
    let hero = assembled(
        &[
            ("docs/index.md", "---\nhero:\n  name: N\n---\n"),
            ("docs/a.md", "x"),
        ],
        &[],
    );
    assert_eq!(hero.articles[0].title.text(Language::EN), "N");
    let greeting = assembled(
        &[("docs/index.md", "x"), ("docs/a.md", "x"), ("b.md", "x")],
        &[],
    );
    let titles = greeting
        .articles
        .iter()
        .map(|article| article.title.text(Language::EN));
    assert!(
        titles.into_iter().any(|title| title == "name"),
        "no folder's name"
    );
}

#[test]
fn a_title_is_that_of_a_good_part_of_all() {
    let pages = [
        ("a.md", "x"),
        ("b.md", "x"),
        ("c.md", "x"),
        ("d.md", "x"),
        ("sample/a.md", "x"),
    ];
    let settings = [("sample/_config.yml", "title: My sample")];
    let title =
        |pages: &[(&str, &str)], settings: &[(&str, &str)]| surveyed(pages, settings).1.title;
    assert_eq!(title(&pages, &settings), None);
    assert_eq!(title(&pages[3..], &settings).as_deref(), Some("My sample"));
    assert_eq!(title(&pages, &[("_config.yml", "title: \"\"")]), None);
    let project = [("conf.py", "import os\nproject = \"A project\"\n")];
    assert_eq!(title(&pages, &project).as_deref(), Some("A project"));
}

#[test]
fn labels_lead_to_their_sections_and_give_links_their_words() {
    let pages = [
        (
            "index.md",
            "# I\n\n```{toctree}\n\nb\na\n```\n\n{ref}`a-label` {ref}`words <inner>` [x](#a-label) {doc}`b` {ref}`nowhere` [f](fig) [r](a.rule)\n",
        ),
        (
            "a.md",
            "# A\n\nlead\n\n(a-label)=\n## Labelled\n\nx\n\n(inner)=\ny\n",
        ),
        (
            "b.md",
            "# The B\n\ntext\n\n## Fig\n\n```{figure} a.png\n:name: fig\n```\n\nr[a.rule]\nwords\n",
        ),
    ];
    assert_eq!(order(&pages, &[]), "index b a");
    let articles = assembled(&pages, &[]).articles;
    let text = articles[0].sections[0].texts.text(Language::EN);
    let links: Vec<&str> = text.body.links().collect();
    assert_eq!(
        links,
        [
            "b",
            "a",
            "a#a-label",
            "a#a-label",
            "a#a-label",
            "b",
            "b#fig",
            "b#fig"
        ]
    );
    assert_eq!(
        text.body.plain_text(),
        "The B\nA\nLabelled words x The B nowhere f r"
    );
}

#[test]
fn an_index_goes_by_its_name_and_by_that_of_its_folder() {
    let pages = [
        "docs/README.md",
        "docs/a/index.md",
        "docs/a/b.md",
        "docs/c/_index.md",
        "docs/d.md",
    ];
    let pages = pages.map(|path| (path, "# T\n\nx\n"));
    let articles = assembled(&pages, &[]).articles;
    let find =
        |address: &str| super::article_at(&articles, address).map(|at| articles[at].id.as_str());
    for (address, expected) in [
        ("a/index", Some("a")),
        ("a/README", Some("a")),
        ("docs/a/index.md", Some("a")),
        ("c/_index", Some("c")),
        ("index", Some("README")),
        ("docs/README.md", Some("README")),
        ("A/B", Some("a/b")),
        ("https://x.example/docs/a/b/", Some("a/b")),
        ("x/a/b.md", Some("a/b")),
        ("x/a/b", None),
        ("b/index", None),
    ] {
        assert_eq!(find(address), expected, "{address}");
    }
}

#[test]
fn a_name_for_sections_leads_to_the_first_of_them() {
    let text = "# T\n\n## A\na\n### Same\nb\n## Manual Copies\n### Same\nc\n### More\nd\n";
    let articles = assembled(&[("a.md", text)], &[]).articles;
    let find = |address: &str| super::section_at(&articles[0].sections, address);
    assert_eq!(find("same"), Some(1));
    assert_eq!(find("manual-copies"), Some(2));
    assert_eq!(find("a"), Some(0), "its own text comes first");
    assert_eq!((find("none"), find("")), (None, None));
}
