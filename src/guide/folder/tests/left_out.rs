//! What stands in a folder and is no page of its guide.

use super::{assembled, order, tree};
use crate::guide::folder::{Files, survey};
use crate::guide::problem::Report;
use crate::language::Language;

#[test]
fn what_others_have_written_is_no_page() {
    let pages = [
        "README.md",
        "assets/vendor/x/README.md",
        "content/en/a.md",
        "content/en/b.md",
        "content/en/404.md",
        "themes/t/README.md",
        "packages/__tests__/x.md",
        "archetypes/default.md",
    ]
    .map(|path| (path, "text"));
    let hugo = [("config.toml", "baseURL = '/'")];
    assert_eq!(order(&pages, &hugo), "README content/en/a content/en/b");
    assert!(order(&pages, &[]).contains("themes/t"));
    let own = [
        "README.md",
        "docs/vendor/join.md",
        "docs/vendor/pay/fees.md",
    ];
    assert!(order(&own.map(|path| (path, "text")), &[]).contains("vendor/pay/fees"));
    let list = [("_sidebar.md", "- [T](themes/t/README.md)\n"), hugo[0]];
    assert!(order(&pages, &list).contains("themes/t"), "it is listed");
}

#[test]
fn what_tests_read_is_no_page() {
    let pages = [
        "README.md",
        "packages/a/test/fixtures/b/README.md",
        "tests/testsuite/new/in/README.md",
        "test/README.md",
        "docs/tests/data/rows.md",
        "fixtures/lamps.md",
        "ThirdParty/Json.Net/LICENSE.md",
        "docs/CLAUDE.md",
        "docs/claude.md",
    ]
    .map(|path| (path, "text"));
    let kept = "README docs/claude docs/tests/data/rows fixtures/lamps test";
    assert_eq!(order(&pages, &[]), kept);
    assert!(
        order(&pages[1..3], &[]).contains("fixtures/b"),
        "there is nothing else"
    );
}

#[test]
fn a_project_speaks_of_work_on_it_last() {
    let pages = [
        "CODE_OF_CONDUCT.md",
        "CONTRIBUTING_ja.md",
        "README.md",
        "SECURITY.md",
        "Security of lifts.md",
        "build/profiles.md",
        "docs/a.md",
        "docs/b.md",
        "packages/c.md",
    ]
    .map(|path| (path, "text"));
    let expected = "README Security of lifts docs/a docs/b build/profiles packages/c CODE_OF_CONDUCT CONTRIBUTING_ja SECURITY";
    assert_eq!(order(&pages, &[]), expected);
}

#[test]
fn drafts_are_no_pages() {
    let pages = [
        ("README.md", "x"),
        ("a.md", "---\ntitle: A\ndraft: true # soon\n---\nx"),
        ("b.md", "+++\ndraft = true\n+++\nx"),
        ("c.md", "---\npublished: false\n---\nx"),
        ("d.md", "---\ndraft: false\npublished: 2024-01-02\n---\nx"),
        ("e.md", "draft: true"),
        ("f.md", "---\nheadless: true\n---\nx"),
    ];
    assert_eq!(order(&pages, &[]), "README e d");
    assert_eq!(order(&pages[1..4], &[]), "a b c", "there is nothing else");
    let mut report = Report::lenient(".");
    let files = Files {
        pages: pages.map(|(path, text)| (path.into(), text.into())).into(),
        ..Files::default()
    };
    survey("x".to_owned(), &files, &[], Vec::new(), &mut report);
    let said = report.into_problems()[0].to_string();
    assert!(said.contains("`a.md` is a draft, and 2 more"), "{said}");
}

#[test]
fn a_folder_of_nearly_all_pages_says_nothing() {
    let pages: Vec<String> = (0..15).map(|n| format!("docs/part/p{n}.md")).collect();
    let mut pages: Vec<(&str, &str)> = pages.iter().map(|path| (path.as_str(), "text")).collect();
    pages.extend([
        ("README.md", "text"),
        ("tools/a.md", "text"),
        ("tools/b.md", "text"),
    ]);
    pages.push(("docs/more.md", "text"));
    let tree = tree(&pages, &[]);
    assert!(tree.contains(&"part › docs/part/p0".to_owned()), "{tree:?}");
    assert!(tree.contains(&"docs/more".to_owned()), "{tree:?}");
    assert!(tree.contains(&"tools › tools/a".to_owned()), "{tree:?}");
}

#[test]
fn of_versions_only_the_first_is_listed() {
    let pages = ["v1/a.md", "v1/b.md", "v2/a.md", "v2/b.md"].map(|path| (path, "text"));
    let text = r#"{"navigation": {"tabs": [{"tab": "Guide", "versions": [
        {"version": "2", "pages": [{"group": "G", "pages": ["v2/b", "v2/a"]}]},
        {"version": "1", "pages": [{"group": "G", "pages": ["v1/b", "v1/a"]}]}]}]}}"#;
    let settings = [("docs.json", text)];
    assert_eq!(order(&pages, &settings), "v2/b v2/a v1/a v1/b");
    let groups = assembled(&pages, &settings).groups;
    let titles = groups.iter().map(|group| group.title.text(Language::EN));
    assert_eq!(titles.collect::<Vec<_>>(), ["Guide", "G", "v1"]);
}

#[test]
fn the_program_of_a_site_holds_no_pages() {
    let pages = [
        "README.md",
        "src/components/generated/part.md",
        "src/content/docs/a.md",
        "src/content/docs/b.md",
        "src/pages/about.md",
    ]
    .map(|path| (path, "text"));
    let astro = [("astro.config.mjs", "export default defineConfig({})")];
    let with = order(&pages, &astro);
    assert!(!with.contains("part") && with.contains("about"), "{with}");
    assert!(order(&pages, &[]).contains("part"));
}

#[test]
fn snippets_of_mintlify_are_parts() {
    let pages = ["a.md", "snippets/x/b.md"].map(|path| (path, "text"));
    assert_eq!(
        order(&pages, &[("docs.json", "{\"navigation\": [\"a\"]}")]),
        "a"
    );
    assert_eq!(order(&pages, &[]), "a snippets/x/b");
}

#[test]
fn a_tag_in_a_title_hides_no_page() {
    let shown = |title: &str| {
        let page = format!("---\ntitle: {title}\n---\ntext");
        order(&[("a.md", page.as_str()), ("b.md", "text")], &[])
    };
    assert_eq!(shown("The {{% store %}}"), "a b");
    assert_eq!(shown("{{< a >}}"), "a b");
    assert_eq!(shown("{{ replace .Name \"-\" \" \" }}"), "b");
}
