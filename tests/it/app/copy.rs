//! Copying: what is offered, what is sent, and that nothing else ever is.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::acts;
use madoguchi::app::{Act, Bound, Clipboard, Command, News, Notice};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::{Subject, Target};
use madoguchi::tui::keymap;
use madoguchi::ui;

use super::{browser, reading};
use crate::guide::small::Small;
use crate::support::{Browser, EVENING, guide, instant, size};

/// Presses a key, and says what is to be done outside.
fn command(browser: &mut Browser, code: KeyCode) -> Option<Command> {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    let message = keymap::act(key, browser.app.key_scope(), &browser.app.setup.bound)?;
    browser.app.update(message)
}

/// What can be copied of what is being read.
fn offered(browser: &Browser) -> Vec<String> {
    let links = browser.app.visit.reader.page.links.iter();
    links
        .map(|link| match &link.target {
            Target::Copy(text) => text.clone(),
            other => panic!("{other:?} is no text to copy"),
        })
        .collect()
}

/// Copies everything that is offered, and says what was sent.
fn all_copies(browser: &mut Browser) -> Vec<String> {
    let mut sent = Vec::new();
    for number in '1'..='9' {
        browser.press(KeyCode::F(11));
        let Some(Command::Copy(text)) = command(browser, KeyCode::Char(number)) else {
            browser.press(KeyCode::Esc);
            browser.press(KeyCode::Esc);
            return sent;
        };
        assert!(browser.app.visit.menu.is_none());
        let Some(Notice::Copied(what)) = &browser.app.visit.notice else {
            panic!("it says what was sent");
        };
        assert!(
            text.starts_with(what.as_str()) || what.ends_with("の文章"),
            "{what}"
        );
        assert!(browser.screen().contains("を端末に送りました"));
        sent.push(text);
    }
    sent
}

#[test]
fn numbers_text_command_and_id_of_a_section_are_a_digit_away() {
    let mut browser = browser();
    browser.typed("電話番号");
    browser.press(KeyCode::Enter);
    let Subject::Section(at) = browser.app.visit.reader.subject else {
        panic!("a hit is read");
    };
    let id = guide().id(at).to_string();
    browser.press(KeyCode::Char('ｃ'));
    assert!(browser.app.visit.menu.is_some());
    browser.press(KeyCode::Esc);
    let sent = all_copies(&mut browser);
    assert_eq!(sent[0], "0120-996-012");
    let title = guide().section(at).texts.text(Language::JA).title.clone();
    assert!(
        sent.iter()
            .any(|text| text.starts_with(&format!("{title}\n\n")))
    );
    assert!(sent.contains(&id) && sent.contains(&format!("madoguchi show {id}")));
    assert_eq!(reading(&browser), id);
}

#[test]
fn the_numbers_of_all_desks_are_offered_where_no_section_is_read() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    let sent = all_copies(&mut browser);
    assert_eq!(
        sent.iter().filter(|text| *text == "0120-996-012").count(),
        1
    );
    assert!(sent.contains(&"madoguchi status".to_owned()));
}

#[test]
fn without_a_clipboard_it_says_so_and_on_a_terminal_of_others_it_is_not_there() {
    let mut browser = browser();
    browser.app.setup.clipboard = Clipboard::None;
    browser.press(KeyCode::F(11));
    assert!(
        browser.screen().contains("Shift"),
        "all of it is there to be taken by hand"
    );
    assert_eq!(command(&mut browser, KeyCode::Char('1')), None);
    assert_eq!(browser.app.visit.notice, Some(Notice::CopyByHand));
    assert!(browser.screen().contains("画面から選択してください"));
    let mut browser = super::browser();
    browser.app.setup.clipboard = Clipboard::Forbidden;
    for key in [
        KeyCode::F(11),
        KeyCode::Tab,
        KeyCode::Char('c'),
        KeyCode::Char('1'),
    ] {
        assert!(!matches!(
            command(&mut browser, key),
            Some(Command::Copy(_))
        ));
        assert_ne!(reading(&browser), "copy");
    }
}

#[test]
fn what_was_typed_is_never_offered() {
    let mut browser = browser();
    browser.typed("090-1234-5678 secret");
    let sent = all_copies(&mut browser);
    assert!(!sent.is_empty());
    assert!(
        sent.iter()
            .all(|text| !text.contains("090") && !text.contains("secret"))
    );
}

/// A browser of the small guide, which reads its section about the telephone with a link to the web.
fn with_address(address: &str) -> Browser {
    let small = Small::new();
    small.edit(
        "ja/phone.md",
        "受付は9:00–21:00です。",
        &format!("受付は9:00–21:00です。[公式サイト]({address})も見られます。"),
    );
    let guide = Arc::new(small.load().0.expect("the guide is good"));
    let mut app = madoguchi::app::App::new(
        size(80, 24),
        instant(EVENING),
        chrono_tz::Tz::Asia__Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    let at = guide.find("phone#overview").unwrap();
    let _ = app.update(News::GuideLoaded(guide));
    let _ = app.update(Act::OpenPage(Subject::Section(at)));
    Browser { app }
}

const LONG: &str = "https://example.com/help/with/a/long/path/that/takes/more/than/one/line?of=a&terminal=of&eighty=columns#解約";

#[test]
fn an_address_is_a_hyperlink_and_shown_in_full_by_enter() {
    let mut browser = with_address(LONG);
    let clean = LONG.replace("解約", "%E8%A7%A3%E7%B4%84");
    let links = ui::hyperlinks(&browser.app);
    assert!(
        links
            .iter()
            .all(|link| link.id == links[0].id && link.row == links[0].row)
    );
    assert_eq!(links[0].address, clean);
    let (column, row) = browser.find("公式サイト");
    assert_eq!(
        (links[0].row, links[0].columns.clone()),
        (row, column..column + 10)
    );
    browser.click((column + 1, row));
    assert!(matches!(
        browser.app.visit.reader.subject,
        Subject::Copy(Some(_))
    ));
    let chosen = browser
        .app
        .visit
        .reader
        .chosen_link()
        .map(|link| link.target.clone());
    assert_eq!(chosen, Some(Target::Copy(LONG.to_owned())));
    let wrapped = ui::hyperlinks(&browser.app);
    assert!(wrapped.len() > 1, "a link on two lines is one link");
    assert!(
        wrapped
            .iter()
            .all(|link| link.id == wrapped[0].id && link.address == clean)
    );
    let sent = command(&mut browser, KeyCode::Enter);
    assert_eq!(sent, Some(Command::Copy(LONG.to_owned())));
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.focus, Focus::Article);
    // Under the menu nothing is linked.
    browser.press(KeyCode::F(1));
    assert_eq!(ui::hyperlinks(&browser.app), []);
}

#[test]
fn on_a_public_terminal_an_address_is_shown_and_nothing_can_be_copied() {
    let mut browser = with_address(LONG);
    let minute = chrono::TimeDelta::minutes(1);
    browser.app = browser.app.in_public(minute, false);
    browser.press(KeyCode::Enter);
    let before = browser.app.visit.reader.subject;
    for key in [KeyCode::F(11), KeyCode::F(12), KeyCode::Char('c')] {
        let done = command(&mut browser, key);
        assert_eq!((done, browser.app.visit.mouse), (None, true));
        assert_eq!(browser.app.visit.reader.subject, before);
    }
    let link = browser
        .app
        .visit
        .reader
        .page
        .links
        .iter()
        .position(|link| matches!(link.target, Target::Web(_)));
    browser.app.visit.reader.link = link;
    assert_eq!(command(&mut browser, KeyCode::Enter), None);
    assert_eq!(reading(&browser), "copy");
    assert_eq!(offered(&browser), Vec::<String>::new());
    let lines = browser.app.visit.reader.page.lines.iter();
    let shown: String = lines.map(madoguchi::page::Line::text).collect();
    assert!(
        shown.contains(LONG) && !shown.contains("クリップボード"),
        "{shown}"
    );
}

#[test]
fn an_address_that_is_too_long_for_terminals_is_no_hyperlink() {
    let browser = with_address(&format!("https://example.com/{}", "a".repeat(3000)));
    assert_eq!(ui::hyperlinks(&browser.app), []);
}
