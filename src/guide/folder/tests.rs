//! Whatever stands in a folder can be read.

use proptest::prelude::*;

use super::{Entry, Files, assemble, survey};
use crate::guide::problem::Report;

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
