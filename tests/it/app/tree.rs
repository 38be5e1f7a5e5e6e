//! The topics as a tree that folds.

use std::sync::Arc;

use chrono_tz::UTC;
use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use madoguchi::app::{Act, App, Bound, Command, Entry, News, SearchRequest, acts};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::plain::Plain;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;

use crate::support::manual::manual;
use crate::support::{Browser, EVENING, instant, size};

/// The groups of the guide: `Tools › Git` and `Tools › Web`, each with articles, beside some that are in none.
const GROUPS: [(&str, Option<usize>); 4] = [
    ("Tools", None),
    ("Git", Some(0)),
    ("Web", Some(0)),
    ("News", None),
];

/// The guide with so many articles in its last group.
fn guide(news: usize) -> Arc<Guide> {
    let names: Vec<String> = (0..news).map(|n| format!("Issue {n}")).collect();
    let mut articles: Vec<(&str, Option<usize>)> = vec![
        ("Welcome", None),
        ("git add", Some(1)),
        ("git log", Some(1)),
        ("curl", Some(2)),
        ("make", Some(0)),
    ];
    articles.extend(names.iter().map(|name| (name.as_str(), Some(3))));
    let texts: Vec<_> = articles
        .iter()
        .map(|(title, _)| [(&[] as &[&str], *title, "Words about it.")])
        .collect();
    let articles: Vec<_> = articles
        .iter()
        .zip(&texts)
        .map(|((title, group), text)| (*title, *group, text.as_slice()))
        .collect();
    Arc::new(manual(Language::EN, &GROUPS, &articles))
}

fn app(guide: Arc<Guide>) -> App {
    let keys = acts::explained(&Bound::default());
    let mut app = App::new(size(100, 30), instant(EVENING), UTC, Language::EN, keys);
    assert_eq!(app.update(News::GuideLoaded(guide)), None);
    app
}

fn browser(news: usize) -> Browser {
    Browser {
        app: app(guide(news)),
    }
}

/// The list, an entry a line: groups with their signs and counts, as far in as they are.
fn list(browser: &Browser) -> Vec<String> {
    let screen = browser.screen();
    let body = screen.lines().skip(3).take(24);
    let left = body.map(|line| line.split('│').next().unwrap_or_default().trim_end());
    let lines = left.filter(|line| !line.is_empty());
    lines
        .map(|line| {
            line.replacen('▌', ">", 1)
                .chars()
                .skip(1)
                .collect::<String>()
        })
        .map(|line| line.trim_end().to_owned())
        .collect()
}

fn selected(browser: &Browser) -> Option<Entry> {
    browser.app.visit.entries.selected()
}

#[test]
fn what_is_short_is_seen_whole() {
    let browser = browser(1);
    let expected = [
        " Welcome",
        " ▾ Tools  4",
        "   ▾ Git  2",
        "     git add",
        "     git log",
        "   ▾ Web  1",
        "     curl",
        "   make",
        " ▾ News  1",
        "   Issue 0",
        " Guide details",
    ];
    assert_eq!(list(&browser)[..expected.len()], expected);
}

#[test]
fn of_what_is_long_the_outermost_groups_are_seen() {
    let browser = browser(100);
    let expected = [" Welcome", " ▸ Tools  4", " ▸ News  100", " Guide details"];
    assert_eq!(list(&browser)[..expected.len()], expected);
}

#[test]
fn keys_fold_and_unfold() {
    let mut browser = browser(100);
    browser.press(KeyCode::Down);
    assert!(browser.screen().contains("←→ fold"), "{}", browser.screen());
    browser.press(KeyCode::Right);
    assert_eq!(
        list(&browser)[1..5],
        [" ▾ Tools  4", "   ▸ Git  2", "   ▸ Web  1", "   make"]
    );
    // Into it, and into the next.
    browser.press(KeyCode::Right);
    browser.press(KeyCode::Char(' '));
    browser.press(KeyCode::Right);
    let Some(Entry::Page(Subject::Article(article))) = selected(&browser) else {
        panic!("{:?}", selected(&browser));
    };
    assert_eq!(article, 1, "git add");
    assert_eq!(browser.app.visit.input.value(), "");
    // Out of it, folded, and out of the next.
    browser.press(KeyCode::Left);
    assert_eq!(selected(&browser), Some(Entry::Group(1)));
    browser.press(KeyCode::Enter);
    assert!(!browser.app.visit.tree.is_open(1));
    browser.press(KeyCode::Left);
    assert_eq!(selected(&browser), Some(Entry::Group(0)));
    browser.press(KeyCode::Left);
    assert_eq!(list(&browser)[1..3], [" ▸ Tools  4", " ▸ News  100"]);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    // With something typed the same keys move the cursor.
    browser.app.update(Act::Paste("git".to_owned()));
    browser.press(KeyCode::Left);
    assert_eq!(browser.app.visit.input.cursor(), 2);
}

#[test]
fn clicks_fold_too() {
    let mut browser = browser(100);
    let click = MouseEventKind::Down(MouseButton::Left);
    let row = |browser: &Browser, title: &str| {
        let screen = browser.screen();
        let row = screen.lines().position(|line| line.contains(title));
        u16::try_from(row.expect("the group")).expect("a row")
    };
    let at = row(&browser, "▸ Tools");
    browser.mouse(click, (6, at));
    assert!(browser.app.visit.tree.is_open(0));
    let at = row(&browser, "▾ Tools");
    browser.mouse(click, (6, at));
    assert!(!browser.app.visit.tree.is_open(0));
}

#[test]
fn a_selected_group_shows_what_is_in_it() {
    let mut browser = browser(300);
    browser.press(KeyCode::Down);
    let screen = browser.screen();
    for said in ["Git (2 articles)", "Web (1 article)", "make"] {
        assert!(screen.contains(said), "no {said:?} in\n{screen}");
    }
    browser.press(KeyCode::Down);
    let page = &browser.app.visit.reader.page;
    let last = page.lines.last().map(madoguchi::page::Line::text);
    assert_eq!(
        last.as_deref(),
        Some("There are 100 more: search for them.")
    );
}

#[test]
fn what_is_unfolded_stays_so_in_another_guide() {
    let mut browser = browser(100);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Right);
    browser.press(KeyCode::Down);
    assert_eq!(selected(&browser), Some(Entry::Group(1)));
    // A group that comes before all others has their numbers.
    let mut new = (*guide(100)).clone();
    for group in &mut new.groups {
        group.parent = group.parent.map(|parent| parent + 1);
    }
    for article in &mut new.articles {
        article.group = article.group.map(|group| group + 1);
    }
    let mut first = new.groups[2].clone();
    first.parent = None;
    new.groups.insert(0, first);
    new.articles[0].group = Some(0);
    browser.send(News::GuideLoaded(Arc::new(new)));
    let open: Vec<bool> = (0..5)
        .map(|group| browser.app.visit.tree.is_open(group))
        .collect();
    // Tools, and the new one, in which the first article is.
    assert_eq!(open, [true, true, false, false, false]);
    assert_eq!(selected(&browser), Some(Entry::Group(2)), "Tools › Git");
}

/// Searches in a guide, and takes the answer in.
fn search(app: &mut App, searcher: &Searcher, query: &str) {
    let command = app.update(Act::Paste(query.to_owned()));
    let Some(Command::Search(SearchRequest {
        id,
        query,
        language,
        limit,
    })) = command
    else {
        panic!("nothing is searched for");
    };
    let results = searcher.search(&query, language, limit);
    assert_eq!(app.update(News::Answer(id, results)), None);
}

#[test]
fn topics_are_found_by_their_titles_behind_the_hits() {
    let guide = guide(100);
    let (searcher, _) = Store::new(None).open_or_build(&guide);
    let mut browser = Browser { app: app(guide) };
    search(&mut browser.app, &searcher, "GIT");
    let entries = browser.app.visit.entries.all();
    let hits = entries
        .iter()
        .filter(|entry| matches!(entry, Entry::Hit(_)));
    assert_eq!(hits.count(), 2, "{entries:?}");
    assert_eq!(entries[2..], [Entry::Group(1)]);
    // What is part of a title alone is no hit, and is shown instead of nothing.
    browser
        .app
        .update(Act::Edit(tui_input::InputRequest::DeleteLine));
    search(&mut browser.app, &searcher, "ew");
    let screen = browser.screen();
    assert!(screen.contains("▸ News  100"), "{screen}");
}

#[test]
fn the_dialogue_goes_group_by_group() {
    let mut plain = Plain::new(guide(1), instant(EVENING), UTC, Language::EN, 70);
    let mut say = |line: &str| {
        let said = plain.take(line, instant(EVENING), 70, &mut |_| None);
        said.expect("no end")
    };
    let topics = say("t");
    for line in ["1. Welcome", "2. Tools (4 articles)", "3. News (1 article)"] {
        assert!(topics.contains(line), "no {line:?} in\n{topics}");
    }
    assert!(!topics.contains("Git"), "{topics}");
    let tools = say("2");
    for line in ["1. make", "2. Git (2 articles)", "3. Web (1 article)"] {
        assert!(tools.contains(line), "no {line:?} in\n{tools}");
    }
    let git = say("2");
    assert!(git.contains("1. git add") && git.contains("Tools"), "{git}");
    assert!(say("1").contains("git add"));
    assert!(say("b").contains("2. git log"));
}

#[test]
fn thousands_of_topics_are_gone_through() {
    let mut browser = browser(7_500);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Right);
    assert_eq!(browser.app.visit.entries.all().len(), 7_504);
    for _ in 0..400 {
        browser.press(KeyCode::PageDown);
    }
    let screen = browser.screen();
    assert!(screen.contains("▌ Guide details"), "{screen}");
    assert!(screen.contains("Issue 7499"), "{screen}");
}
