//! Every key that the help explains does what the help says.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::acts;
use madoguchi::app::{App, Bound, Choices, Command, Field, Notice};
use madoguchi::frame::keys::{Deed, Says, Scope};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::tui::keymap;

use super::dead_end;
use crate::support::{Browser, size};

use KeyCode::{
    BackTab, Char, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};
use Scope::{Choosing, Everywhere, Finding, Reading, Searching, Typing};

const PLAIN: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

/// What a key changed: the state before and after, and what is to be done outside.
type Effect = fn(&App, &App, Option<Command>) -> bool;

type Case = (&'static [(KeyModifiers, KeyCode)], Effect);

const fn does(deed: Deed) -> Says<Deed> {
    Says::Words(deed)
}

/// What the help says of keys, in a form that can be tried: for each line of it the keys that it names, and what they do.
#[rustfmt::skip]
const LINES: &[(Scope, Says<Deed>, &[Case])] = &[
    (Searching, does(Deed::Choose), &[
        (&[(PLAIN, Down), (CTRL, Char('n'))], |a, b, _| index(b) == index(a) + 1),
        (&[(PLAIN, Up), (CTRL, Char('p'))], |a, b, _| index(b) + 1 == index(a)),
    ]),
    (Searching, does(Deed::ChooseByPages), &[
        (&[(PLAIN, PageDown), (CTRL, Char('v'))], |a, b, _| index(b) > index(a) + 1),
        (&[(PLAIN, PageUp), (ALT, Char('v'))], |a, b, _| index(a) > index(b) + 1),
    ]),
    (Searching, does(Deed::ScrollArticle), &[
        (&[(SHIFT, Down)], |a, b, _| b.visit.reader.top == a.visit.reader.top + 1 && index(a) == index(b)),
        (&[(SHIFT, Up)], |a, b, _| b.visit.reader.top + 1 == a.visit.reader.top && index(a) == index(b)),
    ]),
    (Searching, does(Deed::Read), &[(&[(PLAIN, Enter), (CTRL, Char('j'))], |_, b, _| b.visit.focus == Focus::Article)]),
    (Searching, does(Deed::AcceptSuggestion), &[(&[(PLAIN, F(3))], |a, b, command| {
        a.suggestion() == Some("phone") && b.query() == "phone" && matches!(command, Some(Command::Search(_)))
    })]),
    (Typing, does(Deed::DeleteParts), &[
        (&[(CTRL, Char('u'))], |_, b, _| b.visit.input.value() == "b 話"),
        (&[(CTRL, Char('k'))], |_, b, _| b.visit.input.value() == "電 a"),
        (&[(CTRL, Char('w'))], |_, b, _| b.visit.input.value() == "電 b 話"),
    ]),
    (Typing, does(Deed::MoveCursor), &[
        (&[(PLAIN, Left), (CTRL, Char('b'))], |a, b, _| b.visit.input.cursor() + 1 == a.visit.input.cursor()),
        (&[(PLAIN, Right), (CTRL, Char('f'))], |a, b, _| b.visit.input.cursor() == a.visit.input.cursor() + 1),
        (&[(PLAIN, Home), (CTRL, Char('a'))], |_, b, _| b.visit.input.cursor() == 0),
        (&[(PLAIN, End), (CTRL, Char('e'))], |_, b, _| b.visit.input.cursor() == 6),
    ]),
    (Reading, does(Deed::ScrollLines), &[
        (&[(PLAIN, Down), (PLAIN, Char('j'))], |a, b, _| b.visit.reader.top == a.visit.reader.top + 1),
        (&[(PLAIN, Up), (PLAIN, Char('k'))], |a, b, _| b.visit.reader.top + 1 == a.visit.reader.top),
    ]),
    (Reading, does(Deed::ScrollScreens), &[
        (&[(PLAIN, PageDown), (PLAIN, Char(' ')), (CTRL, Char('v')), (CTRL, Char('d'))], |a, b, _| b.visit.reader.top > a.visit.reader.top + 2),
        (&[(PLAIN, PageUp), (CTRL, Char('b')), (ALT, Char('v')), (CTRL, Char('u'))], |a, b, _| b.visit.reader.top + 2 < a.visit.reader.top),
    ]),
    (Reading, does(Deed::ToEnds), &[
        (&[(PLAIN, Home), (ALT, Char('<'))], |_, b, _| b.visit.reader.top == 0),
        (&[(PLAIN, End), (ALT, Char('>'))], |_, b, _| b.visit.reader.top + b.rows() == b.visit.reader.page.lines.len()),
    ]),
    (Reading, does(Deed::ToSections), &[
        (&[(PLAIN, Char(']')), (ALT, Down)], |a, b, _| b.visit.reader.top > a.visit.reader.top && b.visit.reader.page.sections.contains(&b.visit.reader.top)),
        (&[(PLAIN, Char('[')), (ALT, Up)], |a, b, _| b.visit.reader.top < a.visit.reader.top && b.visit.reader.page.sections.contains(&b.visit.reader.top)),
    ]),
    (Reading, does(Deed::ChooseLink), &[
        (&[(PLAIN, Tab)], |a, b, _| b.visit.reader.link == a.visit.reader.link.map(|link| link + 1)),
        (&[(SHIFT, BackTab)], |a, b, _| b.visit.reader.link.map(|link| link + 1) == a.visit.reader.link),
        (&[(PLAIN, Right)], |a, b, _| b.visit.reader.link == a.visit.reader.link.map(|link| link + 1)),
        (&[(PLAIN, Left)], |a, b, _| b.visit.reader.link.map(|link| link + 1) == a.visit.reader.link),
    ]),
    (Reading, does(Deed::FollowLink), &[(&[(PLAIN, Enter)], |a, b, _| b.visit.reader.history.len() == a.visit.reader.history.len() + 1)]),
    (Reading, does(Deed::FollowNumber), &[(&[(PLAIN, Char('1')), (PLAIN, Char('２'))], |a, b, _| b.visit.reader.history.len() == a.visit.reader.history.len() + 1)]),
    (Reading, does(Deed::Find), &[(&[(PLAIN, Char('/')), (PLAIN, Char('・')), (CTRL, Char('s'))], |_, b, _| is_finding(b))]),
    (Everywhere, does(Deed::FindAnywhere), &[(&[(PLAIN, F(9))], |_, b, _| is_finding(b))]),
    (Reading, does(Deed::NextFound), &[
        (&[(PLAIN, Char('n')), (PLAIN, F(3))], |a, b, _| found(b) == found(a) + 1),
        (&[(PLAIN, Char('N')), (SHIFT, F(3))], |a, b, _| found(b) + 1 == found(a)),
    ]),
    (Reading, does(Deed::BackToSearch), &[(&[(PLAIN, Char('s')), (ALT, Char('s'))], |_, b, _| b.visit.focus == Focus::Search)]),
    (Finding, does(Deed::ReadFound), &[(&[(PLAIN, Enter)], |a, b, _| is_finding(a) && b.visit.find.is_some() && !is_finding(b))]),
    (Finding, does(Deed::MoveFound), &[
        (&[(PLAIN, Down), (CTRL, Char('n'))], |a, b, _| found(b) == found(a) + 1),
        (&[(PLAIN, Up), (CTRL, Char('p'))], |a, b, _| found(b) + 1 == found(a)),
    ]),
    (Everywhere, does(Deed::Contents), &[(&[(PLAIN, F(10))], |_, b, _| matches!(b.visit.reader.subject, Subject::Contents(_)))]),
    (Reading, does(Deed::BackAndForward), &[
        (&[(ALT, Left)], |a, b, _| b.visit.reader.history.len() + 1 == a.visit.reader.history.len()),
        (&[(ALT, Right)], |a, b, _| b.visit.reader.ahead.len() + 1 == a.visit.reader.ahead.len()),
    ]),
    (Reading, does(Deed::Copy), &[(&[(PLAIN, Char('c')), (PLAIN, F(11)), (ALT, Char('c'))], |_, b, _| {
        b.visit.menu.as_ref().is_some_and(|menu| menu.choices == Choices::Copies)
    })]),
    (Reading, does(Deed::Quit), &[(&[(PLAIN, Char('q')), (PLAIN, Char('ｑ'))], |_, b, command| command.is_none() && b.visit.notice == Some(Notice::QuitByLetter))]),
    (Everywhere, does(Deed::StepBack), &[(&[(PLAIN, Esc), (CTRL, Char('g'))], |a, b, _| {
        if a.visit.focus == Focus::Article { b.visit.focus == Focus::Search } else { b.query().is_empty() }
    })]),
    (Everywhere, does(Deed::Menu), &[(&[(PLAIN, F(1)), (CTRL, Char('o'))], |_, b, _| b.visit.menu.is_some())]),
    (Choosing, does(Deed::ChooseAct), &[
        (&[(PLAIN, Down), (CTRL, Char('n')), (PLAIN, Tab)], |a, b, _| line(b) == line(a) + 1),
        (&[(PLAIN, Up), (CTRL, Char('p')), (SHIFT, BackTab)], |a, b, _| line(b) + 1 == line(a)),
    ]),
    (Choosing, does(Deed::DoAct), &[(&[(PLAIN, Enter), (CTRL, Char('j'))], |_, b, _| b.visit.menu.is_none())]),
    (Everywhere, does(Deed::Redraw), &[(&[(CTRL, Char('l'))], |_, _, command| command == Some(Command::Redraw))]),
    (Everywhere, does(Deed::Suspend), &[(&[(CTRL, Char('z'))], |_, _, command| command == Some(Command::Suspend))]),
    (Everywhere, does(Deed::Interrupt), &[(&[(CTRL, Char('c'))], |_, b, _| b.visit.notice == Some(Notice::QuitAgain))]),
    (Everywhere, does(Deed::Desks), &[(&[(PLAIN, F(4))], |_, b, _| b.visit.reader.subject == Subject::Desks)]),
    (Everywhere, does(Deed::Advice), &[(&[(PLAIN, F(5))], |_, b, _| matches!(b.visit.reader.subject, Subject::Advice(_)))]),
    (Everywhere, does(Deed::Cards), &[(&[(PLAIN, F(7))], |_, b, _| matches!(b.visit.reader.subject, Subject::Card(_) | Subject::Cards))]),
    (Everywhere, does(Deed::Mouse), &[(&[(PLAIN, F(12)), (ALT, Char('m'))], |_, b, command| {
        !b.visit.mouse && command == Some(Command::Mouse(false))
    })]),
    (Everywhere, Says::NextLanguage, &[(&[(PLAIN, F(2))], |_, b, _| b.visit.language == Language::EN)]),
    (Everywhere, does(Deed::Check), &[(&[(PLAIN, F(6))], |_, b, _| b.visit.field == Field::Check && b.visit.focus == Focus::Search)]),
    (Everywhere, Says::SideBySide, &[(&[(PLAIN, F(8))], |_, b, _| b.reads_side_by_side())]),
    (Searching, does(Deed::SwitchPane), &[(&[(PLAIN, Tab), (SHIFT, BackTab)], |_, b, _| b.visit.focus == Focus::Article)]),
];

fn index(app: &App) -> usize {
    app.visit.entries.selected_index().unwrap()
}

fn line(app: &App) -> usize {
    app.visit.menu.as_ref().unwrap().selected
}

fn is_finding(app: &App) -> bool {
    app.visit.find.as_ref().is_some_and(|find| find.is_typed)
}

/// The place that is shown of those that were found.
fn found(app: &App) -> usize {
    app.visit.find.as_ref().unwrap().at.unwrap()
}

fn press_often(browser: &mut Browser, code: KeyCode, times: usize) {
    for _ in 0..times {
        browser.press(code);
    }
}

/// In the middle of everything that the keys of a place change.
fn place(scope: Scope, deed: Says<Deed>) -> Browser {
    let mut browser = Browser::new(size(120, 16), Language::JA);
    match (scope, deed) {
        (_, Says::Words(Deed::AcceptSuggestion)) => return dead_end(),
        (Typing, _) => {
            browser.typed("電 ab 話");
            press_often(&mut browser, Left, 3);
        }
        (Searching, _) => {
            browser.typed("電話");
            press_often(&mut browser, Down, 9);
            browser.chord(Down, SHIFT);
        }
        (Reading, Says::Words(Deed::NextFound)) | (Finding, _) => {
            browser.typed("電話");
            browser.press(Enter);
            browser.press(Char('/'));
            browser.typed("電");
            browser.press(Down);
            if scope == Reading {
                browser.press(Enter);
            }
        }
        (Reading, Says::Words(Deed::BackAndForward)) => {
            browser.press(F(4));
            browser.press(Char('1'));
            browser.press(F(10));
            browser.press(Esc);
        }
        (Reading, Says::Words(Deed::FollowLink | Deed::ChooseLink | Deed::FollowNumber)) => {
            browser.press(F(4));
            press_often(&mut browser, Right, 3);
        }
        (Reading, _) => {
            browser.typed("詐欺");
            browser.press(Enter);
            browser.press(Home);
            press_often(&mut browser, Down, 20);
        }
        (Choosing, _) => {
            browser.press(F(1));
            browser.press(Down);
            browser.press(Down);
        }
        (_, _) => browser.typed("電話"),
    }
    browser
}

#[test]
fn every_key_does_what_the_help_says() {
    let explained = acts::explained(&Bound::default());
    for (scope, deed, _) in LINES {
        let known = explained
            .iter()
            .any(|key| (key.scope, key.deed) == (*scope, *deed));
        assert!(known, "the help has no {deed:?}");
    }
    // The built-in guide has no groups to fold; `app::tree` has.
    for key in explained.into_iter().filter(|key| !key.does(Deed::Fold)) {
        let line = LINES
            .iter()
            .find(|(scope, deed, _)| (key.scope, key.deed) == (*scope, *deed));
        let (.., cases) = line.unwrap_or_else(|| panic!("{:?} is not tried", key.keys));
        for (presses, effect) in *cases {
            for &(modifiers, code) in *presses {
                let mut browser = place(key.scope, key.deed);
                let before = browser.app.clone();
                let event = KeyEvent::new(code, modifiers);
                let command = keymap::act(event, before.key_scope(), &before.setup.bound)
                    .and_then(|message| browser.app.update(message));
                let said = madoguchi::i18n::keys::text(&key, before.languages(), Language::EN);
                assert!(
                    effect(&before, &browser.app, command),
                    "{modifiers:?} {code:?}: {said:?}"
                );
            }
        }
    }
}

#[test]
fn what_works_everywhere_works_while_reading_too() {
    for (_, deed, cases) in LINES.iter().filter(|(scope, ..)| *scope == Everywhere) {
        for (presses, effect) in *cases {
            for &(modifiers, code) in *presses {
                let mut browser = place(Reading, does(Deed::ScrollLines));
                let before = browser.app.clone();
                let event = KeyEvent::new(code, modifiers);
                let command = keymap::act(event, before.key_scope(), &before.setup.bound)
                    .and_then(|message| browser.app.update(message));
                assert!(
                    effect(&before, &browser.app, command),
                    "{deed:?} while reading"
                );
            }
        }
    }
}
