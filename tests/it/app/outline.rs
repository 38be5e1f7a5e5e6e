//! Headings within headings: in hits, on the page of an article, in its contents.

use std::sync::Arc;

use madoguchi::app::{Act, App, Bound, News, acts};
use madoguchi::guide::{Guide, SectionRef};
use madoguchi::language::Language;
use madoguchi::page::{Context, Line, Measure, Page, Role, Subject};

use crate::support::manual::manual;
use crate::support::{Browser, EVENING, instant, size};

/// An article that begins with a text of its own, and has headings with and without any.
fn guide() -> Guide {
    manual(
        Language::EN,
        &[],
        &[
            (
                "git commit",
                None,
                &[
                    (&[], "git commit", "Records changes."),
                    (&["Options", "Common"], "All", "-a takes all."),
                    (&["Options", "Common"], "Message", "-m says why."),
                    (&["Options"], "Rare", "Others."),
                    (&[], "Examples", "Some."),
                    (&["Examples"], "Amend", "--amend."),
                ],
            ),
            ("git log", None, &[(&[], "git log", "Shows them.")]),
        ],
    )
}

fn page(guide: &Guide, subject: Subject, measure: impl Into<Measure>) -> Page {
    let now = instant(EVENING);
    subject.page(&Context::new(guide, Language::EN, measure, now))
}

/// Its lines that say something, with `#` before a heading, `##` before one of a heading.
fn outline(page: &Page) -> Vec<String> {
    let lines = page.lines.iter().filter(|line| !line.is_blank());
    let role = |role| match role {
        Role::Heading => "# ",
        Role::Strong => "## ",
        _ => "",
    };
    lines
        .map(|line| format!("{}{}", role(line.pieces[0].role), line.text().trim_end()))
        .collect()
}

#[test]
fn headings_without_a_text_stand_above_the_first_section_below_them() {
    let page = page(&guide(), Subject::Article(0), 40);
    let expected = [
        "git commit",
        "Records changes.",
        "# Options",
        "## Common",
        "## All",
        "-a takes all.",
        "## Message",
        "-m says why.",
        "## Rare",
        "Others.",
        "# Examples",
        "Some.",
        "## Amend",
        "--amend.",
    ];
    let found = outline(&page);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let found: Vec<&str> = found
        .into_iter()
        .filter(|line| !line.contains('─'))
        .collect();
    assert_eq!(found, expected);
    // The headings above a section belong to it.
    let line = page.sections[1];
    assert_eq!(page.lines[line].text(), "Options");
    assert_eq!(page.sections.len(), 6);
}

#[test]
fn the_contents_have_the_same_order_and_depth() {
    let at = SectionRef {
        article: 0,
        section: 0,
    };
    let contents = page(&guide(), Subject::Contents(at), 60);
    let lines: Vec<String> = contents.lines.iter().map(Line::text).collect();
    let text = lines.join("\n");
    for line in [
        "     Options",
        "       Common",
        "  2.     All",
        "  4.   Rare",
        "  6.   Amend",
    ] {
        assert!(text.contains(line), "no {line:?} in\n{text}");
    }
    assert_eq!(contents.links.len(), 6, "a link for each section");
    let choices = page(&guide(), Subject::Article(0), Measure::lines(60));
    let text: Vec<String> = choices.lines.iter().map(Line::text).collect();
    assert!(text.iter().any(|line| line.trim() == "Options"), "{text:?}");
}

#[test]
fn a_section_says_what_it_stands_in() {
    let guide = guide();
    let title = |article, section| {
        let at = SectionRef { article, section };
        let context = Context::new(&guide, Language::EN, 40, instant(EVENING));
        Subject::Section(at).title(&context)
    };
    assert_eq!(title(0, 1), "git commit › Options › Common › All");
    assert_eq!(title(0, 4), "git commit › Examples");
    // What an article begins with is called like it.
    assert_eq!(title(0, 0), "git commit");
    assert_eq!(title(1, 0), "git log");
}

#[test]
fn topics_without_a_summary_are_one_row_each() {
    let zone = chrono_tz::UTC;
    let keys = acts::explained(&Bound::default());
    let mut app = App::new(size(100, 24), instant(EVENING), zone, Language::EN, keys);
    assert_eq!(app.update(News::GuideLoaded(Arc::new(guide()))), None);
    let mut browser = Browser { app };
    let rows = |browser: &Browser| -> Vec<usize> {
        let screen = browser.screen();
        let row = |title: &str| {
            let mut lines = screen.lines();
            let row = lines.position(|line| line.trim_start_matches(['▌', ' ']).starts_with(title));
            row.unwrap_or_else(|| panic!("no {title} in\n{screen}"))
        };
        vec![row("git commit"), row("git log"), row("Guide details")]
    };
    assert_eq!(rows(&browser), [2, 3, 4]);
    browser.send(Act::Move(1));
    assert_eq!(rows(&browser), [2, 3, 4]);
    assert!(browser.screen().contains("▌ git log"));
}
