//! Which of several sections that have words of a query comes first.

use super::*;

#[test]
fn a_title_hides_nothing_that_has_all_words() {
    let long = "usestate を使います。".to_owned() + &"ほかの話を長く続けます。".repeat(200);
    let long: &'static str = long.leak();
    let (found, _) = found_in(
        &[
            ("reference", "usestate", "usestate usestate"),
            ("tutorial", "始め方", long),
            ("other", "別", "何もない。"),
        ],
        "usestate",
    );
    assert_eq!(found, ["reference", "tutorial"]);
}

#[test]
fn a_section_that_has_more_of_a_few_words_comes_before_a_title_that_has_one() {
    let en = |title, text| [(Language::EN, title, text, &[][..])];
    let guide = guide(&[
        (
            "buttons",
            &en(
                "Buttons",
                "A button is a link. Buttons have colours, a button has a border.",
            ),
        ),
        (
            "links",
            &en(
                "Repository",
                "The button to edit this page is shown at the top.",
            ),
        ),
        (
            "other",
            &en("Overview", "All about it. The colours of a page."),
        ),
    ]);
    assert_eq!(
        first(&guide, "edit this page button", Language::EN).unwrap(),
        "links#main"
    );
    assert!(
        first(&guide, "buttons", Language::EN)
            .unwrap()
            .starts_with("buttons#")
    );
}

#[test]
fn all_words_of_a_query_outweigh_some_of_them_in_a_title() {
    let en = |title, text| [(Language::EN, title, text, &[][..])];
    let guide = guide(&[
        (
            "manage",
            &en(
                "Manage a legacy kit",
                "Open it on the first page. It can be stopped there, and made again at any time.",
            ),
        ),
        (
            "notes",
            &en(
                "Notes",
                "For the security of a legacy kit, keep its parts apart.",
            ),
        ),
        ("account", &en("Account security", "Use a long password.")),
        ("devices", &en("Devices", "Security of old devices.")),
        ("mail", &en("Mail", "The colours of a page.")),
    ]);
    assert_eq!(
        first(&guide, "legacy kit security", Language::EN).unwrap(),
        "notes#main"
    );
}

#[test]
fn a_title_that_is_that_of_the_article_too_counts_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "registry.md",
        "# Artifact Registry\n\nPackages are installed from the registry with a token, or with a keyring.\n\n\
         ## Sending\n\nTo publish a package, set a name, and send it to its address.\n",
    );
    write(
        "other.md",
        "# Builds\n\nPackages are built here, and named.\n",
    );
    let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
    let guide = guide.unwrap_or_else(|| panic!("{problems:?}"));
    let guide = std::sync::Arc::new(guide);
    let first = |query| first(&guide, query, Language::EN).unwrap();
    let question = "how do i publish a package to the artifact registry";
    assert_eq!(first(question), "registry#sending");
    assert_eq!(first("artifact registry"), "registry#top");
}

#[test]
fn what_has_the_number_that_is_asked_for_comes_first() {
    let tower = [
        ("look", "塔の建て方", "塔は石で建てられた。塔は高い。"),
        (
            "year",
            "塔の歴史",
            "塔は石で建てられた。塔は1903年からある。",
        ),
        ("mail", "手紙", "手紙を書きます。"),
    ];
    let first = |query| found_in(&tower, query).0.remove(0);
    assert_eq!(first("塔はどのように建てられたか"), "look");
    assert_eq!(first("塔は何年に建てられたか"), "year");
}
