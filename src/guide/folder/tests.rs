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
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    let summary = "# Summary\n\n- [X](x.md)\n- [Y](y.md)\n";
    let pages = ["one/src/x.md", "one/src/y.md", "two/src/x.md"].map(|path| (path, "text"));
    let settings = [
        ("one/book.toml", "title = \"First\""),
        ("one/src/SUMMARY.md", summary),
        ("two/book.toml", "title = \"Second\""),
        ("two/src/SUMMARY.md", summary),
    ];
    let groups = |settings: &[(&str, &str)]| {
        let files = Files {
            pages: pages.iter().map(file).collect(),
            settings: settings.iter().map(file).collect(),
            ..Files::default()
        };
        let mut report = Report::lenient("");
        let survey = survey("name".to_owned(), &files, &[], Vec::new(), &mut report);
        let groups = assemble(&files, &survey).groups.into_iter();
        let titles = groups.map(|group| group.title.text(Language::EN).clone());
        titles.collect::<Vec<_>>()
    };
    assert_eq!(groups(&settings), ["First", "Second"]);
    // Where one has a name only, it stands for all.
    assert_eq!(groups(&settings[..2]).len(), 0);
}
