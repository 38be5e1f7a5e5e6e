//! The order of pages, and the groups that they are in.

use super::{assembled, order, surveyed, tree};
use crate::guide::folder::assemble;
use crate::language::Language;

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
    let mut same = settings;
    same[2].1 = "title = \"First\"";
    assert_eq!(groups(&same), ["First (one)", "First (two)"]);
    // Where one has a name only, it stands for all.
    assert_eq!(groups(&settings[..2]).len(), 0);
}

#[test]
fn a_list_of_contents_that_is_called_so_is_read() {
    let contents = "---\nuser-guide-title: The Guide\nrole: User\n---\n# Using {#using}\n\n- [Home](home.md)\n- Part {#part}\n  - [B](/help/b.md)\n  - [A](a.md)\n";
    let text = "---\ntitle: The [!DNL Product]\n---\ntext";
    let pages = ["a.md", "b.md", "home.md"].map(|path| ("help/".to_owned() + path, text));
    let pages = pages.each_ref().map(|(path, text)| (path.as_str(), *text));
    let settings = [("help/TOC.md", contents)];
    assert_eq!(order(&pages, &settings), "home b a");
    let (files, survey) = surveyed(&pages, &settings);
    assert_eq!(survey.title.as_deref(), Some("The Guide"));
    let read = assemble(&files, &survey, &|_| false);
    let titles = read.articles.iter();
    let titles: Vec<&str> = titles
        .map(|article| article.title.text(Language::EN).as_str())
        .collect();
    assert_eq!(titles, ["The Product"; 3]);
    let groups = read.groups.into_iter();
    let titles: Vec<String> = groups
        .map(|group| group.title.text(Language::EN).clone())
        .collect();
    assert_eq!(titles, ["Part"]);
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
fn a_folder_may_say_the_order_of_what_is_in_it() {
    let pages = [
        "en/guide/start/install.mdx",
        "en/guide/start/use.mdx",
        "en/guide/about.md",
        "en/guide/more/x.md",
        "en/guide/more/y.md",
    ]
    .map(|path| (path, "text"));
    // Rspress has lists, Nextra maps, in JSON or in a program.
    let list = r#"[{ "type": "dir", "name": "start", "label": "First steps" }, { "type": "section-header", "label": "Z" }, "about.md", "more"]"#;
    let map = "export default {\n  use: 'Using it',\n  install: { title: 'Installing it' },\n}\n";
    let settings = [
        ("en/guide/_meta.json", list),
        ("en/guide/start/_meta.ts", map),
    ];
    assert_eq!(
        tree(&pages, &settings),
        [
            "First steps › start/use",
            "First steps › start/install",
            "about",
            "more › more/x",
            "more › more/y"
        ]
    );
}

#[test]
fn data_of_other_generators_is_a_table_of_contents() {
    let pages = ["docs/a.md", "docs/b.md", "docs/c.md"].map(|path| (path, "text"));
    for (path, text) in [
        (
            "docs/toc.yml",
            "- name: C\n  href: c.md\n- name: A\n  href: a.md\n",
        ),
        ("docs/_toc.yml", "root: c\nchapters:\n- file: a\n"),
        (
            "docs/myst.yml",
            "project:\n  toc:\n  - file: c.md\n  - file: a.md\n",
        ),
        ("docs/_quarto.yml", "book:\n  chapters: [c.md, a.md]\n"),
        (
            "_data/nav.yml",
            "- title: X\n  docs:\n  - link: /docs/c/\n  - link: /docs/a/\n",
        ),
        (
            "_data/sidebar.yml",
            "docs:\n  x:\n    c: c.html\n    a: a.html\n",
        ),
        (
            "docs/x.tree",
            "<toc-element topic=\"c.md\"/><toc-element topic=\"a.md\"/>",
        ),
        (
            "docs/config.ts",
            "export default { sidebar: { '/': { base: '/', items: list() } } }\nfunction nav() { return [{ text: 'B', link: '/b', activeMatch: '/b/' }] }\nfunction list() { return [{ text: 'C', link: 'c' }, { text: 'A', link: 'a' }] }\n",
        ),
    ] {
        assert_eq!(order(&pages, &[(path, text)]), "c a b", "{path}");
    }
    // What only leads back, and what has nothing to do with pages.
    for (path, text) in [
        ("docs/breadcrumb/toc.yml", "- name: C\n  href: ../c.md\n"),
        ("docs/config.ts", "export default { pages: ['c', 'a'] }"),
    ] {
        assert_eq!(order(&pages, &[(path, text)]), "a b c", "{path}");
    }
}

#[test]
fn what_only_another_language_lists_has_no_words_of_it() {
    let pages = ["a.md", "b.md", "ja/a.md", "ja/b.md"].map(|path| {
        let text = if path.starts_with("ja") {
            "文章です"
        } else {
            "the text of it"
        };
        (path, text)
    });
    let settings = [
        (
            ".vitepress/config/en.ts",
            "export default { sidebar: [{ text: 'A', link: '/a' }] }",
        ),
        (
            ".vitepress/config/ja.ts",
            "export default { sidebar: [{ text: 'その他', items: [{ text: 'B', link: '/ja/b' }] }] }",
        ),
    ];
    let assembled = assembled(&pages, &settings);
    assert_eq!(assembled.groups.len(), 0);
    let ids = assembled.articles.iter().map(|article| article.id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn keys_that_are_words_are_headings() {
    let pages = ["docs/a.md", "docs/b.md", "docs/c.md", "docs/d.md"].map(|path| (path, "text"));
    for list in [
        r#"{"docs": {"Introduction": ["b"], "More of it": ["a"]}, "api": ["d", "c"]}"#,
        r#"{"docs": [{"Introduction": ["b"]}, {"More of it": ["a"]}], "api": ["d", "c"]}"#,
    ] {
        assert_eq!(
            tree(&pages, &[("docs/sidebars.json", list)]),
            ["Introduction › b", "More of it › a", "d", "c"]
        );
    }
}

#[test]
fn a_rank_is_a_place() {
    let page = |path, rank| (path, rank);
    let pages = [
        page("a.md", "---\nsort_rank: 3\n---\nx"),
        page("b.md", "---\nsort_rank: 1\n---\nx"),
        page("c.md", "---\nsort_rank: 2\n---\nx"),
    ];
    assert_eq!(order(&pages, &[]), "b c a");
}

#[test]
fn lists_that_others_import_come_behind_these() {
    let pages = ["docs/a.md", "docs/b.md", "docs/c.md"].map(|path| (path, "text"));
    let settings = [
        (
            "docs/.vitepress/config/all.ts",
            "export const all = [{ text: 'C', link: '/c' }]",
        ),
        (
            "docs/.vitepress/config/index.ts",
            "import { all } from './all'\nexport default { sidebar: [{ text: 'B', link: '/b' }, ...all] }",
        ),
    ];
    assert_eq!(order(&pages, &settings), "b c a");
    assert_eq!(order(&pages, &settings[1..]), "b a c");
}

#[test]
fn the_list_of_the_first_language_names_and_the_others_only_list() {
    let pages = [
        ("en/a.md", "The words of it and the rest"),
        ("en/b.md", "The words of it and the rest"),
        ("de/a.md", "Die Worte und der Rest"),
        ("de/b.md", "Die Worte und der Rest"),
        ("de/c.md", "Die Worte und der Rest"),
    ];
    let settings = [
        (
            "de/SUMMARY.md",
            "# S\n\n- [Zwei](b.md)\n- [Eins](a.md)\n- [Drei](c.md)\n",
        ),
        ("en/SUMMARY.md", "# S\n\n- [One](a.md)\n- [Two](b.md)\n"),
    ];
    let read = assembled(&pages, &settings);
    let titles = read.articles.iter();
    let titles: Vec<&str> = titles
        .map(|article| article.title.text(Language::EN).as_str())
        .collect();
    assert_eq!(titles, ["One", "Two", "c"]);
}

#[test]
fn a_site_that_is_there_for_tests_arranges_nothing() {
    let pages = [("docs/a.md", "a"), ("docs/b.md", "b")];
    let config = "export default { title: 'Example', themeConfig: { sidebar: [{ text: 'X', items: [{ text: 'B', link: '/b' }] }] } }";
    let settings = [("__tests__/e2e/.vitepress/config.ts", config)];
    assert_eq!(order(&pages, &settings), "a b");
    assert_eq!(order(&pages, &[(".vitepress/config.ts", config)]), "b a");
}

#[test]
fn the_lists_of_languages_among_plugins_are_read() {
    let config = "site_name: S\nplugins:\n  - search\n  - i18n:\n      languages:\n        - locale: ja\n          nav: [a.md]\n        - locale: en\n          default: true\n          nav:\n            - b.md\n            - Part: [a.md]\n";
    let pages = [("docs/a.md", "a"), ("docs/b.md", "b")];
    assert_eq!(tree(&pages, &[("mkdocs.yml", config)]), ["b", "Part › a"]);
}

#[test]
fn collections_come_and_are_called_as_the_theme_has_them() {
    let config = "title: S\ncollections:\n  b: {output: true}\n  a: {output: true}\njust_the_docs:\n  collections:\n    b: {name: Second}\n    a: {name: First}\n";
    let pages = ["_a/x.md", "_a/y.md", "_b/x.md", "_b/y.md", "index.md"].map(|path| (path, "text"));
    assert_eq!(
        tree(&pages, &[("_config.yml", config)]),
        [
            "index",
            "Second › _b/x",
            "Second › _b/y",
            "First › _a/x",
            "First › _a/y"
        ]
    );
}

#[test]
fn what_a_site_lists_comes_before_what_is_listed_besides() {
    let pages = ["docs/a.md", "docs/b.md", "more/a.md", "more/c.md"].map(|path| (path, "text"));
    let settings = [
        (
            "docusaurus.config.js",
            "module.exports = { plugins: [['docs', { path: 'more', sidebarPath: './sidebars-more.json' }]] };",
        ),
        ("sidebars-more.json", "{\"more\": [\"c\", \"a\"]}"),
        ("sidebars.json", "{\"docs\": [\"b\", \"a\"]}"),
    ];
    assert_eq!(order(&pages, &settings), "docs/b docs/a more/c more/a");
}

#[test]
fn a_name_may_be_set_elsewhere() {
    let config = "nav:\n  - !ENV [HOME, \"Start\"]: b.md\n  - !ENV [PART, \"Part\"]: [a.md]\n";
    let pages = [("docs/a.md", "a"), ("docs/b.md", "b")];
    assert_eq!(tree(&pages, &[("mkdocs.yml", config)]), ["b", "Part › a"]);
    let read = assembled(&pages, &[("mkdocs.yml", config)]);
    assert_eq!(read.articles[0].title.text(Language::EN), "Start");
}

#[test]
fn a_pattern_stands_for_what_nothing_else_names() {
    let pages = [
        "about.md",
        "last.md",
        "new.md",
        "old.md",
        "guide/b.md",
        "guide/index.md",
        "guide/a.md",
        "api/x.md",
        "api/y.md",
    ];
    let pages = pages.map(|path| ("docs/".to_owned() + path, "text"));
    let pages = pages.each_ref().map(|(path, text)| (path.as_str(), *text));
    let mkdocs = ("mkdocs.yml", "site_name: S\n");
    let expected = "about guide guide/a guide/b new old api/x api/y last";
    let nav = "nav:\n- about.md\n- guide\n- '*'\n- last.md\n";
    assert_eq!(order(&pages, &[mkdocs, ("docs/.nav.yml", nav)]), expected);
    let nav = "nav:\n- about.md\n- guide\n- ...\n- last.md\n";
    assert_eq!(order(&pages, &[mkdocs, ("docs/.pages", nav)]), expected);
    let summary = "* [About](about.md)\n* [Guide](guide/)\n* *.md\n* API\n    * api/*.md\n* [Last](last.md)\n";
    assert_eq!(
        order(&pages, &[("docs/SUMMARY.md", summary), mkdocs]),
        expected
    );
    let nav = "nav:\n- about.md\n- guide/\n- '*.md'\n- API: api/\n- last.md\n";
    assert_eq!(order(&pages, &[("mkdocs.yml", nav)]), expected);
    // A folder that names only its end has what is left before that.
    let nav = "nav:\n- '*'\n- about.md\n";
    let own = ("docs/guide/.nav.yml", "nav:\n- b.md\n- '*'\n");
    assert_eq!(
        order(&pages, &[mkdocs, ("docs/.nav.yml", nav), own]),
        "last new old api/x api/y guide/b guide guide/a about"
    );
}

#[test]
fn links_in_a_sentence_go_by_their_own_words() {
    let pages = [
        (
            "README.md",
            "# List\n\nPlease read [this](a.md). If you are new, see [b](b.md), and then\n[`c`](c.md).\n\n- [d](d.md) [e](e.md)\n- [f](f.md)\n",
        ),
        ("a.md", "text"),
        ("b.md", "text"),
        ("c.md", "text"),
        ("d.md", "text"),
        ("e.md", "text"),
        ("f.md", "text"),
    ];
    let titles = assembled(&pages, &[]).articles.into_iter();
    let titles: Vec<String> = titles
        .map(|article| article.title.text(Language::EN).clone())
        .collect();
    assert_eq!(titles[1..], ["this", "b", "c", "d", "e", "f"]);
}

#[test]
fn one_file_may_arrange_all_folders() {
    let global = "import type { MetaRecord } from 'nextra'\nimport { X } from 'x'\n\nconst GUIDE: MetaRecord = {\n  two: '',\n  _: { type: 'separator', title: 'More' },\n  one: <span className=\"new\">One</span>,\n  three: 'The third'\n}\n\nexport default {\n  index: { display: 'hidden' },\n  docs: { type: 'page', title: 'Docs', items: { index: '', start: '', guide: { items: GUIDE } } },\n  about: ''\n}\n";
    let pages = [
        "about",
        "docs",
        "docs/guide/one",
        "docs/guide/three",
        "docs/guide/two",
        "docs/start",
    ];
    for (folder, settings) in [("app", "app"), ("src/content", "src/app")] {
        let paths = pages.map(|page| match folder {
            "app" => format!("{folder}/{page}/page.mdx"),
            _ => format!("{folder}/{page}.mdx"),
        });
        let pages = paths.each_ref().map(|path| (path.as_str(), "text"));
        let settings = format!("{settings}/_meta.global.tsx");
        let read = assembled(&pages, &[(settings.as_str(), global)]);
        let ids = read.articles.iter().map(|article| {
            let id = article.id.trim_end_matches("/page");
            id.rsplit('/').next().unwrap_or(id).to_owned()
        });
        assert_eq!(
            ids.collect::<Vec<_>>(),
            ["docs", "start", "two", "three", "one", "about"],
            "{folder}"
        );
        // A folder's only page is called by its file there.
        let title = read.articles[3].title.text(Language::EN);
        assert_eq!(title, if folder == "app" { "page" } else { "The third" });
    }
}

#[test]
fn a_heading_that_leads_to_a_page_and_has_nothing_else_is_that_page() {
    let pages = ["a.md", "b.md", "c.md"].map(|path| (path, "text"));
    let list = "module.exports = [{label: 'A', link: {id: 'a'}, items: []}, {label: 'B', link: {id: 'b'}, items: ['c']}]";
    let expected = ["a", "B › b", "B › c"];
    assert_eq!(tree(&pages, &[("sidebars.js", list)]), expected);
}

#[test]
fn a_heading_that_alone_leads_to_a_page_names_that_page() {
    let list = "# All\n\n## [One](a.md)\n\n- [slides](https://x.example/)\n- words\n\n## [Two](b.md)\n\n- [C](c.md)\n";
    let pages = [
        ("all.md", list),
        ("a.md", "text"),
        ("b.md", "text"),
        ("c.md", "text"),
    ];
    let book = r#"{"structure": {"summary": "all.md"}}"#;
    let tree = tree(&pages, &[("book.json", book)]);
    assert_eq!(tree[..3], ["a", "Two › b", "Two › c"], "{tree:?}");
}
