//! Another guide under a running browser: the same place or the nearest, nothing of the old one, and no panic.

use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::acts;
use madoguchi::app::{Act, App, Bound, Command, Entry, Message, News};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::exchange::Exchange;
use madoguchi::guide::{Guide, SectionRef, Source, load};
use madoguchi::language::Language;
use madoguchi::page::{Subject, Target};
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::tui::keymap;
use proptest::prelude::*;
use tempfile::TempDir;

use super::any_key;
use crate::support::{Browser, EVENING, Numbers, instant, size};

/// A guide whose every text has its mark in it, with these articles and sections; every section has a task and a link to the
/// first one.
fn made(mark: char, articles: &[(usize, Vec<usize>)], languages: &str, has_advice: bool) -> Guide {
    let folder = TempDir::new().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let both = |text: &str| {
        let texts = languages.split(", ");
        let texts: Vec<String> = texts.map(|code| format!("{code}: {mark}{text}")).collect();
        format!("{{ {} }}", texts.join(", "))
    };
    let ids: Vec<String> = articles.iter().map(|(id, _)| format!("a{id}")).collect();
    let title = both("案内");
    write(
        "guide.yaml",
        &format!(
            "schema: 1\nid: g\ntitle: {title}\nlanguages: [{languages}]\ntimezone: Asia/Tokyo\n\
             as_of: 2026-11-01\nofficial_numbers: [\"0120-996-012\"]\narticles: [{}]\n",
            ids.join(", ")
        ),
    );
    let first = format!("a{}#s{}", articles[0].0, articles[0].1[0]);
    write(
        "desks.yaml",
        &format!(
            "desks:\n  - id: phone\n    name: {}\n    section: {first}\n    contacts:\n      \
             - {{ kind: phone, value: \"0120-996-012\" }}\n    hours: {{ ja: \"Mo-Su 09:00-21:00\" }}\n",
            both("窓口")
        ),
    );
    write("glossary.yaml", "terms:\n  - term: 解約\n");
    if has_advice {
        let question = format!(
            "questions:\n  - id: q\n    text: {}\n    answers:\n      - {{ text: {}, outcome: o }}\n    \
             skip: {{ outcome: o }}\noutcomes:\n  - id: o\n    desks: [phone]\n    reason: {}\n    section: {first}\n",
            both("質問"),
            both("答え"),
            both("理由"),
        );
        write("advice.yaml", &question);
    }
    for language in languages.split(", ") {
        for (article, sections) in articles {
            let mut text = format!("---\ntitle: {mark}記事{article}\nsummary: {mark}要約\n---\n");
            for section in sections {
                write!(
                    text,
                    "## {mark}節{section} {{#s{section}}}\n\n{}[{mark}先]({first})へ解約。\n\n- [ ] {mark}用意{section}\n\n",
                    format!("{mark}本文です。").repeat(40)
                )
                .unwrap();
            }
            write(&format!("{language}/a{article}.md"), &text);
        }
    }
    let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
    assert_eq!(problems, []);
    guide.unwrap()
}

/// A guide, what searches it, and the mark of all of its texts.
struct Made {
    mark: char,
    guide: Arc<Guide>,
    searcher: Searcher,
}

/// Guides that share some articles and sections, in other orders, and others that share none.
fn pool() -> &'static [Made] {
    static POOL: OnceLock<Vec<Made>> = OnceLock::new();
    POOL.get_or_init(|| {
        let mut numbers = Numbers(7);
        let some = |numbers: &mut Numbers, from: usize| -> Vec<usize> {
            let mut all: Vec<usize> = (from..from + 1 + numbers.below(6)).collect();
            for at in 0..all.len() {
                let other = numbers.below(all.len());
                all.swap(at, other);
            }
            all
        };
        "甲乙丙丁戊己庚辛"
            .chars()
            .enumerate()
            .map(|(n, mark)| {
                let from = if n % 4 == 3 { 100 } else { numbers.below(3) };
                let articles: Vec<_> = some(&mut numbers, from)
                    .into_iter()
                    .map(|id| {
                        let from = numbers.below(3);
                        (id, some(&mut numbers, from))
                    })
                    .collect();
                let languages = ["ja, en", "ja", "en, ja"][n % 3];
                let guide = Arc::new(made(mark, &articles, languages, n % 2 == 0));
                let searcher = Store::new(None).open_or_build(&guide).0;
                Made {
                    mark,
                    guide,
                    searcher,
                }
            })
            .collect()
    })
}

/// A browser with one of the guides.
fn browser(made: &Made) -> Browser {
    let mut app = App::new(
        size(100, 30),
        instant(EVENING),
        chrono_tz::Asia::Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    assert_eq!(app.update(News::GuideLoaded(Arc::clone(&made.guide))), None);
    Browser { app }
}

/// Sends a message, and answers what is searched for by the guide that is there.
fn send(browser: &mut Browser, made: &Made, message: impl Into<Message>) {
    let mut next: Option<Message> = Some(message.into());
    while let Some(message) = next.take() {
        if let Some(Command::Search(request)) = browser.app.update(message) {
            let results = made
                .searcher
                .search(&request.query, request.language, request.limit);
            next = Some(News::Answer(request.id, results).into());
        }
    }
}

fn press(browser: &mut Browser, made: &Made, code: KeyCode) {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    if let Some(message) = keymap::act_in(&browser.app, key) {
        send(browser, made, message);
    }
}

fn exchange(browser: &mut Browser, made: &Made) {
    send(browser, made, News::GuideLoaded(Arc::clone(&made.guide)));
}

/// A guide by itself, with its searcher.
fn guide(mark: char, articles: &[(usize, Vec<usize>)]) -> Made {
    let guide = Arc::new(made(mark, articles, "ja, en", true));
    let searcher = Store::new(None).open_or_build(&guide).0;
    Made {
        mark,
        guide,
        searcher,
    }
}

fn open(browser: &mut Browser, made: &Made, id: &str) -> SectionRef {
    let at = made.guide.find(id).unwrap();
    send(browser, made, Act::OpenPage(Subject::Section(at)));
    at
}

/// The section that is read, by its id.
fn read(browser: &Browser, made: &Made) -> String {
    match browser.app.visit.reader.subject {
        Subject::Section(at) => made.guide.id(at).to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_same_section_is_read_wherever_it_stands_now() {
    let before = guide('甲', &[(1, vec![1, 2, 3]), (2, vec![1, 2])]);
    let after = guide('乙', &[(2, vec![2, 1]), (9, vec![1]), (1, vec![3, 2, 9])]);
    let mut browser = browser(&before);
    open(&mut browser, &before, "a1#s2");
    open(&mut browser, &before, "a2#s1");
    for _ in 0..3 {
        press(&mut browser, &before, KeyCode::Down);
    }
    let offset = browser.app.visit.reader.position().offset;
    assert!(offset > 0);
    exchange(&mut browser, &after);
    assert_eq!(read(&browser, &after), "a2#s1");
    assert_eq!(browser.app.visit.reader.position().offset, offset);
    assert_eq!(browser.app.section_read(), after.guide.find("a2#s1"));
    press(&mut browser, &after, KeyCode::Esc);
    assert_eq!(read(&browser, &after), "a1#s2", "the history is kept");
    exchange(&mut browser, &before);
    assert_eq!(read(&browser, &before), "a1#s2", "and there is a way back");
}

#[test]
fn what_is_gone_leads_to_the_nearest_that_is_left() {
    let before = guide('甲', &[(1, vec![1, 2, 3, 4]), (2, vec![1]), (3, vec![1])]);
    let gone = |articles: &[(usize, Vec<usize>)], from: &str| {
        let after = guide('乙', articles);
        let mut browser = browser(&before);
        open(&mut browser, &before, from);
        exchange(&mut browser, &after);
        assert!(browser.screen().contains('乙') && !browser.screen().contains('甲'));
        read(&browser, &after)
    };
    assert_eq!(gone(&[(1, vec![1, 4])], "a1#s2"), "a1#s1");
    assert_eq!(gone(&[(1, vec![1, 4])], "a1#s3"), "a1#s4");
    assert_eq!(gone(&[(1, vec![9])], "a1#s3"), "a1#s9");
    assert_eq!(gone(&[(1, vec![1]), (3, vec![1])], "a2#s1"), "a3#s1");
    assert_eq!(gone(&[(7, vec![1])], "a2#s1"), "Desks");
}

#[test]
fn ticks_stay_with_their_tasks() {
    let before = guide('甲', &[(1, vec![1, 2])]);
    // The same texts in another order, so that the tasks are the same.
    let after = guide('甲', &[(3, vec![1]), (1, vec![2, 1])]);
    let mut browser = browser(&before);
    let at = before.guide.find("a1#s2").unwrap();
    send(&mut browser, &before, Act::OpenPage(Subject::Card(at)));
    let first = &browser.app.visit.reader.page.links[0].target;
    assert_eq!(*first, Target::Tick(at, 0));
    send(&mut browser, &before, Act::FollowLink(1));
    exchange(&mut browser, &after);
    let now = after.guide.find("a1#s2").unwrap();
    assert_ne!(now, at);
    assert_eq!(browser.app.visit.reader.subject, Subject::Card(now));
    assert!(browser.app.visit.ticks.is_ticked(now, 0, false));
    assert!(!browser.app.visit.ticks.is_ticked(at, 0, false));
    assert!(browser.screen().contains('☑'));
}

#[test]
fn what_was_found_is_asked_for_again() {
    let before = guide('甲', &[(1, vec![1, 2])]);
    let after = guide('乙', &[(1, vec![2])]);
    let mut browser = browser(&before);
    send(&mut browser, &before, Act::Paste("解約".to_owned()));
    assert_eq!(browser.app.visit.entries.all().len(), 2);
    let command = browser
        .app
        .update(News::GuideLoaded(Arc::clone(&after.guide)));
    let Some(Command::Search(request)) = command else {
        panic!("{command:?}")
    };
    assert!(browser.app.visit.entries.all().is_empty() && browser.app.awaits_answer());
    // An answer by the index of the guide before.
    let late = before.searcher.search("解約", Language::JA, 50);
    let _ = browser.app.update(News::Answer(request.id - 1, late));
    assert!(browser.app.visit.entries.all().is_empty());
    let results = after.searcher.search("解約", Language::JA, 50);
    let _ = browser.app.update(News::Answer(request.id, results));
    assert_eq!(browser.app.visit.entries.all(), [Entry::Hit(0)]);
    assert!(!browser.screen().contains('甲'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_guide_may_take_the_place_of_any_other_at_any_time(
        steps in prop::collection::vec(
            prop_oneof![
                8 => any_key().prop_map(Ok),
                1 => (0..8_usize).prop_map(Err),
            ],
            1..60,
        ),
        sizes in prop::collection::vec((1_u16..160, 1_u16..50), 1..4),
        first in 0..8_usize,
    ) {
        let mut made = &pool()[first];
        let mut browser = browser(made);
        for (n, step) in steps.into_iter().enumerate() {
            if n % 20 == 19 {
                let (columns, rows) = sizes[n / 20 % sizes.len()];
                send(&mut browser, made, News::Resize(size(columns, rows)));
            }
            match step {
                Ok((code, modifiers)) => {
                    let message = keymap::act_in(&browser.app, KeyEvent::new(code, modifiers));
                    if let Some(message) = message {
                        send(&mut browser, made, message);
                    }
                }
                Err(other) => {
                    made = &pool()[other];
                    exchange(&mut browser, made);
                }
            }
            let screen = browser.screen();
            for other in pool().iter().filter(|other| other.mark != made.mark) {
                prop_assert!(!screen.contains(other.mark), "{} in\n{screen}", other.mark);
            }
        }
        send(&mut browser, made, News::Resize(size(80, 24)));
        for _ in 0..100 {
            press(&mut browser, made, KeyCode::Esc);
        }
        prop_assert_eq!(browser.app.visit.focus, Focus::Search);
        prop_assert_eq!(browser.app.visit.entries.selected_index(), Some(0));
        prop_assert_eq!(browser.app.query(), "");
    }
}

#[test]
fn a_file_with_another_name_is_the_same_page() {
    let guide = |files: &[(&str, &str)]| {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        load(&Source::Folder(folder.path().to_owned())).0.unwrap()
    };
    let (one, two) = ("# One\n\n## A\n\na\n", "# Two\n\n## A\n\nb\n");
    let old = guide(&[("a.md", one), ("b.md", two), ("c.md", "text")]);
    let place = |files: &[(&str, &str)], from: &str| {
        let new = guide(files);
        let exchange = Exchange::new(&old, &new);
        let at = exchange.nearest_section(old.find(from).unwrap()).unwrap();
        new.id(at).to_string()
    };
    let renamed = [("z.md", one), ("b.md", two), ("c.md", "text")];
    assert_eq!(place(&renamed, "a#a"), "z#a");
    // What was changed at the same time goes by its title.
    let changed = "# One\n\nnew\n\n## A\n\nother\n";
    let moved = [("y.md", changed), ("b.md", two), ("c.md", "text")];
    assert_eq!(place(&moved, "a#a"), "y#a");
    // Of two that say the same nobody knows which it is.
    let twice = [
        ("y.md", one),
        ("z.md", one),
        ("b.md", two),
        ("c.md", "text"),
    ];
    assert_eq!(place(&twice, "a#a"), "b#a");
    assert_eq!(place(&renamed, "b#a"), "b#a");
}
