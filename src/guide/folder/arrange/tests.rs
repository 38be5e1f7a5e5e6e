use super::*;
use crate::guide::folder::names::last_of;
use crate::guide::folder::{contents::read, front};

/// The arranged paths, with the groups they stand in.
fn arranged(paths: &[&str], settings: &[(&str, &str)]) -> Vec<String> {
    let pages: Vec<Page> = paths
        .iter()
        .map(|path| {
            let (path, order) = path.split_once('@').unwrap_or((path, ""));
            Page {
                path: path.to_owned(),
                order: order.parse().ok(),
                date: front::date(last_of(path)),
                ..Page::default()
            }
        })
        .collect();
    let contents: Vec<Contents> = settings
        .iter()
        .filter_map(|(path, text)| read(path, text, "").contents)
        .collect();
    let resolve = |base: &str, target: &str| {
        let target = target.trim_start_matches('/');
        let path = joined(base, without_ending(target))?;
        pages
            .iter()
            .position(|page| without_ending(&page.path) == path)
    };
    let arrangement = arrange(&pages, &contents, &resolve, &HashMap::new());
    let name = |group: usize| match &arrangement.groups[group].label {
        Label::Text(text) => text.clone(),
        Label::Page(page) | Label::Index(page, _) => format!("={}", pages[*page].path),
    };
    let lines = arrangement.pages.iter().map(|&(page, group)| {
        let mut path = vec![pages[page].path.clone()];
        let mut group = group;
        while let Some(at) = group {
            path.push(name(at));
            group = arrangement.groups[at].parent;
        }
        path.reverse();
        path.join(" › ")
    });
    lines.collect()
}

#[test]
fn a_plain_folder_is_in_natural_order_with_what_greets_first() {
    assert_eq!(
        arranged(
            &[
                "a10.md",
                "a2.md",
                "README.md",
                "b/x.md",
                "b/index.md",
                "FAQ.md",
                "CHANGELOG.md",
                "c/one.md",
                "c/two.md",
                "Releases/one.md"
            ],
            &[]
        ),
        [
            "README.md",
            "FAQ.md",
            "a2.md",
            "a10.md",
            "=b/index.md › b/index.md",
            "=b/index.md › b/x.md",
            "c › c/one.md",
            "c › c/two.md",
            "CHANGELOG.md",
            "Releases/one.md",
        ]
    );
}

#[test]
fn numbers_and_places_decide_and_news_come_last() {
    assert_eq!(
        arranged(
            &[
                "02-b.md",
                "01-a.md",
                "z.md@0",
                "p.md",
                "2024-01-01-old.md",
                "2025-01-01-new.md"
            ],
            &[]
        ),
        [
            "z.md",
            "01-a.md",
            "02-b.md",
            "p.md",
            "2025-01-01-new.md",
            "2024-01-01-old.md"
        ]
    );
}

#[test]
fn a_summary_lists_and_the_rest_follows() {
    let summary = "# Summary\n\n[Start](start.md)\n\n# Part\n\n- [A](a.md)\n  - [B](b.md)\n- [Draft]()\n- [Gone](gone.md)\n";
    assert_eq!(
        arranged(
            &["src/extra.md", "src/a.md", "src/b.md", "src/start.md"],
            &[("src/SUMMARY.md", summary)]
        ),
        [
            "src/start.md",
            "Part › A › src/a.md",
            "Part › A › src/b.md",
            "src/extra.md"
        ]
    );
}

#[test]
fn mkdocs_nests_labels_and_ignores_tags_of_its_own() {
    let nav = "site_name: !ENV [X, 'Site']\nnav:\n  - index.md\n  - Guide:\n    - First: guide/first.md\n    - guide/second.md\nplugins: [!!python/name:a.b '']\n";
    assert_eq!(
        arranged(
            &[
                "docs/guide/second.md",
                "docs/guide/first.md",
                "docs/index.md"
            ],
            &[("mkdocs.yml", nav)]
        ),
        [
            "docs/index.md",
            "Guide › docs/guide/first.md",
            "Guide › docs/guide/second.md"
        ]
    );
}

#[test]
fn documents_are_listed_in_groups() {
    let list = "-\n  name: Start\n  documents:\n    -\n      name: First\n      url: first.html\n    -\n      name: More\n      url: more.html\n";
    assert_eq!(
        arranged(
            &["source/a.md", "source/first.md", "source/more.md"],
            &[("source/documents.yaml", list)]
        ),
        [
            "Start › source/first.md",
            "Start › source/more.md",
            "source/a.md"
        ]
    );
}

#[test]
fn programs_list_pages_too() {
    let config = "export default { themeConfig: { nav: [{text:'N', link:'/z'}], sidebar: { '/guide/': [{ text: 'G', items: [{ text: 'B', link: '/guide/b' }, { text: 'A', link: '/guide/a' }] }] } } }";
    assert_eq!(
        arranged(
            &["guide/a.md", "guide/b.md", "z.md"],
            &[(".vitepress/config.ts", config)]
        ),
        ["G › guide/b.md", "G › guide/a.md", "z.md"]
    );
    let sidebars = "module.exports = { docs: ['intro', { type: 'category', label: 'C', link: { type: 'doc', id: 'c/lead' }, items: ['c/x', 'c/a'] }, { type: 'category', label: 'D', link: { type: 'generated-index', slug: 'c/b' }, items: ['d/y'] }] };";
    assert_eq!(
        arranged(
            &[
                "intro.md",
                "c/a.md",
                "c/b.md",
                "c/lead.md",
                "c/x.md",
                "d/y.md"
            ],
            &[("sidebars.js", sidebars)]
        ),
        [
            "intro.md",
            "C › c/lead.md",
            "C › c/x.md",
            "C › c/a.md",
            "D › d/y.md",
            "c/b.md"
        ]
    );
}

#[test]
fn what_nobody_lists_stands_where_it_is_kept() {
    assert_eq!(
        arranged(
            &[
                "CONTRIBUTING.md",
                "README.md",
                "src/en/a.md",
                "src/en/b/c.md",
                "src/en/b/d.md",
                "src/en/e.md",
                "src/en/more/x.md",
                "src/en/more/y.md",
                "src/other/z.md",
            ],
            &[("src/en/SUMMARY.md", "- [A](a.md)\n- [C](b/c.md)\n")]
        ),
        [
            "README.md",
            "src/en/a.md",
            "src/en/b/c.md",
            "src/en/e.md",
            "src/en/b/d.md",
            "more › src/en/more/x.md",
            "more › src/en/more/y.md",
            "src/other/z.md",
            "CONTRIBUTING.md"
        ]
    );
    assert_eq!(
        arranged(&["README.md", "content/en/a.md", "content/en/b/c.md"], &[]),
        ["README.md", "content/en/a.md", "content/en/b/c.md"]
    );
}

#[test]
fn sidebars_of_wikis_are_headings_with_links() {
    let sidebar = "## Start\n* [[Home]]\n* [[First steps|First-steps]]\n\n## More\n- [Z](Z)\n";
    assert_eq!(
        arranged(
            &["First-steps.md", "Home.md", "Z.md"],
            &[("_Sidebar.md", sidebar)]
        ),
        ["Start › Home.md", "Start › First-steps.md", "More › Z.md"]
    );
}

#[test]
fn the_list_of_a_part_stands_where_that_part_stands() {
    let summary = "- [B](b.md)\n- [A](a.md)\n";
    let mut paths = vec![
        "content/_index.md",
        "content/start/_index.md@1",
        "content/start/x.md",
        "content/tool/_index.md@2",
        "content/tool/a.md",
        "content/tool/b.md",
        "content/tool/c.md",
        "content/use/_index.md@3",
        "content/use/y.md",
    ];
    let settings = [("content/tool/SUMMARY.md", summary)];
    assert_eq!(
        arranged(&paths, &settings),
        [
            "content/_index.md",
            "=content/start/_index.md › content/start/_index.md",
            "=content/start/_index.md › content/start/x.md",
            "=content/tool/_index.md › content/tool/b.md",
            "=content/tool/_index.md › content/tool/a.md",
            "=content/tool/_index.md › content/tool/_index.md",
            "=content/tool/_index.md › content/tool/c.md",
            "=content/use/_index.md › content/use/_index.md",
            "=content/use/_index.md › content/use/y.md",
        ]
    );
    // Where its pages say their places, these count.
    (paths[4], paths[5], paths[6]) = (
        "content/tool/a.md@1",
        "content/tool/b.md@2",
        "content/tool/c.md@3",
    );
    let tool = arranged(&paths, &settings).into_iter().filter_map(|path| {
        let (_, page) = path.split_once("› content/tool/")?;
        Some(page.to_owned())
    });
    assert_eq!(
        tool.collect::<Vec<_>>(),
        ["_index.md", "a.md", "b.md", "c.md"]
    );
}

#[test]
fn folders_have_lists_of_their_own() {
    assert_eq!(
        arranged(
            &[
                "docs/index.md",
                "docs/more.md",
                "docs/about.md",
                "docs/part/a.md",
                "docs/part/b.md",
                "docs/part/deep/x.md",
                "docs/part/deep/y.md",
                "docs/zoo/a.md",
                "docs/zoo/b.md",
                "README.md",
            ],
            &[
                ("mkdocs.yml", "site_name: S"),
                (
                    "docs/.nav.yml",
                    "nav:\n  - Start:\n    - index.md\n  - Named: part\n  - '*'\n  - https://x.example\n"
                ),
                (
                    "docs/part/.pages",
                    "title: P\narrange:\n  - b.md\n  - deep\n  - ...\n"
                ),
                (
                    "docs/zoo/.nav.yml",
                    "nav:\n  - Zoo:\n    - b.md\n    - a.md\n"
                ),
            ]
        ),
        [
            "README.md",
            "Start › docs/index.md",
            "Named › docs/part/b.md",
            "Named › deep › docs/part/deep/x.md",
            "Named › deep › docs/part/deep/y.md",
            "Named › docs/part/a.md",
            "docs/about.md",
            "docs/more.md",
            "Zoo › docs/zoo/b.md",
            "Zoo › docs/zoo/a.md",
        ]
    );
}

#[test]
fn pages_stand_below_those_that_they_name() {
    let page = |path: &str, title: &str, parent: &str, above: &str| Page {
        path: path.to_owned(),
        title: Some(title.to_owned()),
        parent: (!parent.is_empty()).then(|| Parent {
            title: parent.to_owned(),
            above: (!above.is_empty()).then(|| above.to_owned()),
        }),
        ..Page::default()
    };
    let pages = [
        page("docs/deep.md", "Deep", "Inner", "Second"),
        page("docs/one/index.md", "First", "", ""),
        page("docs/other.md", "Inner", "First", ""),
        page("docs/same.md", "Inner", "Second", ""),
        page("second.md", "Second", "", ""),
        page("lost.md", "Lost", "Nobody", ""),
        page("_set/below.md", "Below", "Twice", ""),
        page("_other/twice.md", "Twice", "", ""),
        page("_set/part/twice.md", "Twice", "", ""),
        page("_third/below.md", "Below", "Twice", ""),
        page("round.md", "Round", "Trip", ""),
        page("trip.md", "Trip", "Round", ""),
    ];
    let arrangement = arrange(&pages, &[], &|_, _| None, &HashMap::new());
    let lines = arrangement.pages.iter().map(|&(page, group)| {
        let mut path = vec![pages[page].path.as_str()];
        let mut group = group;
        while let Some(at) = group {
            if let Label::Index(page, _) = &arrangement.groups[at].label {
                path.push(pages[*page].title.as_deref().unwrap_or_default());
            }
            group = arrangement.groups[at].parent;
        }
        path.reverse();
        path.join(" › ")
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "lost.md",
            "round.md",
            "trip.md",
            "First › docs/one/index.md",
            "First › docs/other.md",
            "_other/twice.md",
            "Twice › _set/part/twice.md",
            "Twice › _set/below.md",
            "_third/below.md",
            "Second › second.md",
            "Second › Inner › docs/same.md",
            "Second › Inner › docs/deep.md",
        ]
    );
}

#[test]
fn a_page_leads_the_folder_that_has_its_name() {
    assert_eq!(
        arranged(
            &[
                "tool.md",
                "tool/a.md",
                "tool/b.md",
                "set/set.md",
                "set/a.md",
                "site/app/pay/page.mdx",
                "site/app/pay/card.mdx",
                "1-intro/article.md",
                "1-intro/1-try/task.md",
                "zoo.md",
            ],
            &[]
        ),
        [
            "=1-intro/article.md › 1-intro/article.md",
            "=1-intro/article.md › 1-intro/1-try/task.md",
            "zoo.md",
            "=set/set.md › set/set.md",
            "=set/set.md › set/a.md",
            "=site/app/pay/page.mdx › site/app/pay/page.mdx",
            "=site/app/pay/page.mdx › site/app/pay/card.mdx",
            "=tool.md › tool.md",
            "=tool.md › tool/a.md",
            "=tool.md › tool/b.md",
        ]
    );
}

#[test]
fn lists_of_folders_beside_each_other_stand_there() {
    let list = "## Contents\n\n- [B](b)\n- [A](a)\n";
    assert_eq!(
        arranged(
            &[
                "README.md",
                "v3/a.md",
                "v3/b.md",
                "v4/a.md",
                "v4/b.md",
                "v4/c.md"
            ],
            &[("v3/_Sidebar.md", list), ("v4/_Sidebar.md", list)]
        ),
        [
            "README.md",
            "v3 › Contents › v3/b.md",
            "v3 › Contents › v3/a.md",
            "v4 › Contents › v4/b.md",
            "v4 › Contents › v4/a.md",
            "v4 › v4/c.md",
        ]
    );
}
