//! Which key does what: one table, read by the event loop, by the key hints and by the help page.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use crate::app::message::{End, PinKey, Policy};
use crate::app::{Act, App};
use crate::frame::keys::{ACCEPT, Deed, Hint, KeyHelp, Says, Scope};
use crate::guide::questionnaire::Path;
use crate::page::Subject;

/// A key with exactly these modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub KeyCode, pub KeyModifiers);

/// A line of the key map.
#[derive(Debug)]
pub struct Binding {
    pub scope: Scope,
    pub keys: &'static [Key],
    pub act: Act,
    /// Bindings that belong together are explained once, by the first of them.
    help: Option<Help>,
}

const fn key(code: KeyCode) -> Key {
    Key(code, KeyModifiers::NONE)
}

const fn ctrl(c: char) -> Key {
    Key(KeyCode::Char(c), KeyModifiers::CONTROL)
}

const fn alt(code: KeyCode) -> Key {
    Key(code, KeyModifiers::ALT)
}

const fn shift(code: KeyCode) -> Key {
    Key(code, KeyModifiers::SHIFT)
}

const fn char(c: char) -> Key {
    key(KeyCode::Char(c))
}

const fn bind(scope: Scope, keys: &'static [Key], act: Act, help: Option<Help>) -> Binding {
    Binding {
        scope,
        keys,
        act,
        help,
    }
}

/// The names of the keys, what they do, and what is said of that at the foot of the screen.
type Help = (&'static str, Says<Deed>, Option<Says<Hint>>);

/// Explained together with the binding above, or not worth a word.
const UNSAID: Option<Help> = None;

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands beside UNSAID in the table"
)]
const fn help(keys: &'static str, deed: Deed) -> Option<Help> {
    Some((keys, Says::Words(deed), None))
}

/// Explained in the help, and in short at the foot of the screen.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands beside UNSAID in the table"
)]
const fn hint(keys: &'static str, deed: Deed, hint: Hint) -> Option<Help> {
    Some((keys, Says::Words(deed), Some(Says::Words(hint))))
}

/// The same, with the names of languages.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands beside UNSAID in the table"
)]
const fn languages(keys: &'static str, deed: Says<Deed>, hint: Says<Hint>) -> Option<Help> {
    Some((keys, deed, Some(hint)))
}

use KeyCode::{
    BackTab, Backspace, Delete, Down, End as EndKey, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use Scope::{Everywhere, Finding, Reading, Searching, Typing};

/// The key map. What is not in it, and is a character, goes into the search field while that has the focus.
#[rustfmt::skip]
static BINDINGS: &[Binding] = &[
    bind(Searching, &[key(Down), ctrl('n')], Act::Move(1),
        hint("↑↓", Deed::Choose, Hint::Choose)),
    bind(Searching, &[key(Up), ctrl('p')], Act::Move(-1), UNSAID),
    bind(Searching, &[key(PageDown), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ChooseByPages)),
    bind(Searching, &[key(PageUp), alt(KeyCode::Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Searching, &[shift(Down)], Act::Scroll(1),
        help("Shift-↑↓", Deed::ScrollArticle)),
    bind(Searching, &[shift(Up)], Act::Scroll(-1), UNSAID),
    bind(Searching, &[key(Enter), ctrl('j')], Act::Open,
        hint("Enter", Deed::Read, Hint::Read)),
    bind(Searching, &[key(F(3))], Act::AcceptSuggestion,
        hint(ACCEPT, Deed::AcceptSuggestion, Hint::Suggestion)),
    bind(Typing, &[ctrl('u')], Act::Edit(InputRequest::DeleteFromStart),
        help("Ctrl-U Ctrl-K Ctrl-W", Deed::DeleteParts)),
    bind(Typing, &[ctrl('k')], Act::Edit(InputRequest::DeleteTillEnd), UNSAID),
    bind(Typing, &[ctrl('w'), alt(Backspace)], Act::Edit(InputRequest::DeletePrevWord), UNSAID),
    bind(Typing, &[key(Left), ctrl('b')], Act::Edit(InputRequest::GoToPrevChar),
        help("←→ Home End", Deed::MoveCursor)),
    bind(Typing, &[key(Right), ctrl('f')], Act::Edit(InputRequest::GoToNextChar), UNSAID),
    bind(Typing, &[key(Home), ctrl('a')], Act::Edit(InputRequest::GoToStart), UNSAID),
    bind(Typing, &[key(EndKey), ctrl('e')], Act::Edit(InputRequest::GoToEnd), UNSAID),
    bind(Typing, &[alt(Left), alt(KeyCode::Char('b'))], Act::Edit(InputRequest::GoToPrevWord), UNSAID),
    bind(Typing, &[alt(Right), alt(KeyCode::Char('f'))], Act::Edit(InputRequest::GoToNextWord), UNSAID),
    bind(Typing, &[key(Backspace), ctrl('h')], Act::Edit(InputRequest::DeletePrevChar), UNSAID),
    bind(Typing, &[key(Delete), ctrl('d')], Act::Edit(InputRequest::DeleteNextChar), UNSAID),

    bind(Reading, &[key(Down), char('j'), ctrl('n'), ctrl('e')], Act::Move(1),
        hint("↑↓", Deed::ScrollLines, Hint::Scroll)),
    bind(Reading, &[key(Up), char('k'), ctrl('p'), ctrl('y')], Act::Move(-1), UNSAID),
    bind(Reading, &[key(PageDown), char(' '), char('f'), ctrl('f'), char('d'), ctrl('d'), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ScrollScreens)),
    bind(Reading, &[key(PageUp), char('b'), ctrl('b'), char('u'), ctrl('u'), alt(KeyCode::Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Reading, &[key(Home), char('g'), char('<'), alt(KeyCode::Char('<'))], Act::MoveToEnd(End::First),
        help("Home End", Deed::ToEnds)),
    bind(Reading, &[key(EndKey), char('G'), char('>'), alt(KeyCode::Char('>'))], Act::MoveToEnd(End::Last), UNSAID),
    bind(Reading, &[char(']'), alt(Down)], Act::MoveSections(1),
        help("[ ]", Deed::ToSections)),
    bind(Reading, &[char('['), alt(Up)], Act::MoveSections(-1), UNSAID),
    bind(Reading, &[key(Tab)], Act::NextStop(1),
        hint("Tab ←→", Deed::ChooseLink, Hint::Links)),
    bind(Reading, &[key(BackTab), shift(BackTab), shift(Tab)], Act::NextStop(-1), UNSAID),
    bind(Reading, &[key(Right), char('l')], Act::ChooseLink(1), UNSAID),
    bind(Reading, &[key(Left), char('h')], Act::ChooseLink(-1), UNSAID),
    bind(Reading, &[key(Enter), ctrl('j')], Act::Open,
        hint("Enter", Deed::FollowLink, Hint::Follow)),
    bind(Reading, &[char('1')], Act::FollowLink(1),
        help("1–9", Deed::FollowNumber)),
    bind(Reading, &[char('2')], Act::FollowLink(2), UNSAID),
    bind(Reading, &[char('3')], Act::FollowLink(3), UNSAID),
    bind(Reading, &[char('4')], Act::FollowLink(4), UNSAID),
    bind(Reading, &[char('5')], Act::FollowLink(5), UNSAID),
    bind(Reading, &[char('6')], Act::FollowLink(6), UNSAID),
    bind(Reading, &[char('7')], Act::FollowLink(7), UNSAID),
    bind(Reading, &[char('8')], Act::FollowLink(8), UNSAID),
    bind(Reading, &[char('9')], Act::FollowLink(9), UNSAID),
    bind(Reading, &[char('0')], Act::Skip, UNSAID),
    bind(Reading, &[char('/'), ctrl('s')], Act::Find,
        hint("/", Deed::Find, Hint::Find)),
    bind(Everywhere, &[key(F(9))], Act::Find,
        help("F9", Deed::FindAnywhere)),
    bind(Reading, &[char('n'), key(F(3))], Act::NextFound(1),
        hint("n N", Deed::NextFound, Hint::NextPrevious)),
    bind(Reading, &[char('N'), shift(F(3))], Act::NextFound(-1), UNSAID),
    bind(Reading, &[char('s'), alt(KeyCode::Char('s'))], Act::FocusSearch,
        help("s", Deed::BackToSearch)),

    bind(Finding, &[key(Enter), ctrl('j')], Act::Open,
        hint("Enter", Deed::ReadFound, Hint::ReadHere)),
    bind(Finding, &[key(Down), ctrl('n')], Act::NextFound(1),
        hint("↑↓", Deed::MoveFound, Hint::PreviousNext)),
    bind(Finding, &[key(Up), ctrl('p')], Act::NextFound(-1), UNSAID),

    bind(Reading, &[char('t')], Act::OpenContents,
        hint("t", Deed::Contents, Hint::Contents)),
    bind(Everywhere, &[key(F(10))], Act::OpenContents, UNSAID),
    bind(Reading, &[alt(Left), key(Backspace), char('H')], Act::Back,
        help("Alt-←→", Deed::BackAndForward)),
    bind(Reading, &[alt(Right), char('L')], Act::Forward, UNSAID),
    bind(Reading, &[char('c'), char('y')], Act::OpenCopy,
        help("c", Deed::Copy)),
    bind(Everywhere, &[key(F(11)), alt(KeyCode::Char('c'))], Act::OpenCopy, UNSAID),

    bind(Everywhere, &[key(Esc), ctrl('g')], Act::Back,
        hint("Esc", Deed::StepBack, Hint::Back)),
    bind(Everywhere, &[key(F(1))], Act::Help,
        hint("F1", Deed::Help, Hint::Help)),
    bind(Reading, &[char('?')], Act::Help, UNSAID),
    bind(Everywhere, &[ctrl('l')], Act::Redraw,
        help("Ctrl-L", Deed::Redraw)),
    bind(Everywhere, &[ctrl('z')], Act::Suspend,
        help("Ctrl-Z", Deed::Suspend)),
    bind(Reading, &[char('q'), char('Q')], Act::Quit,
        hint("q", Deed::Quit, Hint::Quit)),
    bind(Everywhere, &[ctrl('c')], Act::Interrupt,
        hint("Ctrl-C", Deed::Interrupt, Hint::QuitTwice)),
    bind(Everywhere, &[key(F(4))], Act::OpenPage(Subject::Desks),
        hint("F4", Deed::Desks, Hint::Desks)),
    bind(Everywhere, &[key(F(5))], Act::OpenPage(Subject::Advice(Path::START)),
        hint("F5", Deed::Advice, Hint::Advice)),
    bind(Everywhere, &[key(F(7))], Act::OpenCard,
        help("F7", Deed::Cards)),
    bind(Everywhere, &[key(F(2))], Act::SwitchLanguage,
        languages("F2", Says::NextLanguage, Says::NextLanguage)),
    bind(Everywhere, &[key(F(12)), alt(KeyCode::Char('m'))], Act::SwitchMouse,
        help("F12", Deed::Mouse)),
    bind(Reading, &[char('m')], Act::SwitchMouse, UNSAID),
    bind(Everywhere, &[key(F(8))], Act::SwitchBeside,
        languages("F8", Says::SideBySide, Says::SideBySide)),
    bind(Everywhere, &[key(F(6))], Act::SwitchField,
        hint("F6", Deed::Check, Hint::Check)),
    bind(Searching, &[key(Tab), key(BackTab), shift(BackTab), shift(Tab)], Act::SwitchPane,
        hint("Tab", Deed::SwitchPane, Hint::Article)),
];

/// The key with which staff begin to enter their PIN: Ctrl-], which terminals send as Ctrl-5. No visitor needs it, and no
/// input method takes it. It is in no help.
const ASK_PIN: [Key; 2] = [ctrl('5'), ctrl(']')];

/// What a key means to a browser in its present state. On a public terminal every key means at least that
/// somebody is there.
pub fn act_in(app: &App, event: KeyEvent) -> Option<Act> {
    let Some(kiosk) = &app.kiosk else {
        return act(event, app.key_scope());
    };
    if kiosk.entry().is_some() {
        return pin_key(event).map(Act::Pin);
    }
    if kiosk.has_pin() && ASK_PIN.contains(&Key(event.code, event.modifiers)) {
        return Some(Act::AskPin);
    }
    act(event, app.key_scope()).or(Some(Act::Activity))
}

/// What a key means while the PIN is asked for.
fn pin_key(event: KeyEvent) -> Option<PinKey> {
    let plain = event.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match event.code {
        KeyCode::Char(c) if plain => Some(PinKey::Type(c)),
        Backspace => Some(PinKey::Delete),
        Enter => Some(PinKey::Enter),
        Esc => Some(PinKey::Close),
        _ => None,
    }
}

/// What a key means now. `scope` is where the keys go: searching, reading or finding.
pub fn act(event: KeyEvent, scope: Scope) -> Option<Act> {
    let pressed = normalise(event, scope);
    BINDINGS
        .iter()
        .find(|binding| counts(binding.scope, scope) && binding.keys.contains(&pressed))
        .map(|binding| binding.act.clone())
        .or_else(|| typed(pressed, scope))
}

/// Whether a binding of a scope counts in another.
fn counts(of: Scope, now: Scope) -> bool {
    of == now || of == Everywhere || (of == Typing && now != Reading)
}

/// A character for the field or line that the keys go to.
fn typed(Key(code, modifiers): Key, scope: Scope) -> Option<Act> {
    match code {
        KeyCode::Char(c) if scope != Reading && modifiers.is_empty() && is_text(c) => {
            Some(Act::Edit(InputRequest::InsertChar(c)))
        }
        _ => None,
    }
}

/// Control and invisible characters are no part of a query.
fn is_text(c: char) -> bool {
    crate::text::clean::clean(c.encode_utf8(&mut [0; 4]))
        .chars()
        .eq([c])
}

/// Shift is part of a character already; while reading, an input method that was left on must not lock anybody out.
fn normalise(event: KeyEvent, scope: Scope) -> Key {
    let KeyCode::Char(c) = event.code else {
        return Key(event.code, event.modifiers);
    };
    let modifiers = event.modifiers.difference(KeyModifiers::SHIFT);
    let c = if scope == Reading { half_width(c) } else { c };
    // Terminals differ in whether Ctrl-Shift-C arrives as `C` or `c`.
    let c = if modifiers.contains(KeyModifiers::CONTROL) {
        c.to_ascii_lowercase()
    } else {
        c
    };
    Key(KeyCode::Char(c), modifiers)
}

/// The character of the same key without a Japanese input method.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '・' => '/',
        '「' => '[',
        '」' => ']',
        _ => c,
    }
}

/// What the keys do that are explained so.
pub fn explained_by(explained: &KeyHelp) -> Option<Act> {
    let same = |binding: &&Binding| {
        let deed = binding.help.map(|(_, deed, _)| deed);
        binding.scope == explained.scope && deed == Some(explained.deed)
    };
    BINDINGS
        .iter()
        .find(same)
        .map(|binding| binding.act.clone())
}

/// What is to be said of the keys, in the order of the table.
pub fn explained() -> Vec<KeyHelp> {
    explained_if(|_| true)
}

/// The same on a public terminal, which nobody leaves.
pub fn explained_in_public() -> Vec<KeyHelp> {
    explained_if(|act| act.in_public() == Policy::Done)
}

fn explained_if(is_there: impl Fn(&Act) -> bool) -> Vec<KeyHelp> {
    let explain = |binding: &Binding| {
        let (keys, deed, hint) = binding.help?;
        Some(KeyHelp {
            scope: binding.scope,
            keys,
            deed,
            hint,
        })
    };
    let there = BINDINGS.iter().filter(|binding| is_there(&binding.act));
    there.filter_map(explain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers, scope: Scope) -> Option<String> {
        act(KeyEvent::new(code, modifiers), scope).map(|message| format!("{message:?}"))
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for (n, binding) in BINDINGS.iter().enumerate() {
            for other in &BINDINGS[n + 1..] {
                let meet = [Searching, Reading, Finding]
                    .iter()
                    .any(|&now| counts(binding.scope, now) && counts(other.scope, now));
                let shared = binding.keys.iter().find(|key| other.keys.contains(key));
                let (one, two) = (&binding.act, &other.act);
                assert!(
                    !meet || shared.is_none(),
                    "{shared:?} is bound to {one:?} and {two:?}"
                );
            }
        }
    }

    #[test]
    fn modifiers_are_matched_exactly() {
        assert_eq!(
            press(KeyCode::Char('q'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Quit")
        );
        assert_eq!(
            press(KeyCode::Char('q'), KeyModifiers::CONTROL, Reading),
            None
        );
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::ALT, Reading), None);
        assert_eq!(
            press(KeyCode::Char('x'), KeyModifiers::ALT, Searching),
            None
        );
    }

    #[test]
    fn letters_are_text_while_searching_and_commands_while_reading() {
        let insert = press(KeyCode::Char('q'), KeyModifiers::NONE, Searching);
        assert_eq!(insert.as_deref(), Some("Edit(InsertChar('q'))"));
        let upper = press(KeyCode::Char('Q'), KeyModifiers::SHIFT, Searching);
        assert_eq!(upper.as_deref(), Some("Edit(InsertChar('Q'))"));
        let end = press(KeyCode::Char('G'), KeyModifiers::SHIFT, Reading);
        assert_eq!(end.as_deref(), Some("MoveToEnd(Last)"));
    }

    #[test]
    fn an_input_method_left_on_does_not_lock_the_reader_in() {
        assert_eq!(
            press(KeyCode::Char('ｑ'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Quit")
        );
        assert_eq!(
            press(KeyCode::Char('・'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Find")
        );
        assert_eq!(
            press(KeyCode::Char('「'), KeyModifiers::NONE, Reading).as_deref(),
            Some("MoveSections(-1)")
        );
    }

    #[test]
    fn every_character_that_is_a_command_is_one_in_full_width_too() {
        let mut seen = 0;
        for binding in BINDINGS
            .iter()
            .filter(|binding| [Everywhere, Reading].contains(&binding.scope))
        {
            for &Key(code, modifiers) in binding.keys {
                let KeyCode::Char(c) = code else { continue };
                if !modifiers.is_empty() {
                    continue;
                }
                let full = match c {
                    ' ' => '\u{3000}',
                    c => {
                        char::from_u32(u32::from(c) + 0xfee0).expect("ASCII has a full-width form")
                    }
                };
                let expected = Some(format!("{:?}", binding.act));
                for typed in [c, full] {
                    let code = KeyCode::Char(typed);
                    assert_eq!(press(code, KeyModifiers::NONE, Reading), expected);
                    // Terminals say with which key it was typed, or not.
                    assert_eq!(press(code, KeyModifiers::SHIFT, Reading), expected);
                }
                seen += 1;
            }
        }
        assert!(seen > 20);
    }

    /// Keys that reach the terminal whatever an input method makes of letters and punctuation.
    fn passes_input_methods(key: &Key) -> bool {
        match key {
            Key(KeyCode::Char(c), modifiers) => {
                c.is_ascii_digit()
                    || modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
            }
            Key(..) => true,
        }
    }

    #[test]
    fn every_action_is_on_a_key_that_no_input_method_takes() {
        for binding in BINDINGS {
            // Ctrl-C twice is the other way to quit.
            if matches!(binding.act, Act::Quit) {
                continue;
            }
            let same = |other: &&Binding| {
                format!("{:?}", other.act) == format!("{:?}", binding.act)
                    && [Everywhere, binding.scope].contains(&other.scope)
            };
            let mut keys = BINDINGS.iter().filter(same).flat_map(|other| other.keys);
            assert!(keys.any(passes_input_methods), "{:?}", binding.act);
        }
    }

    #[test]
    fn a_hint_stands_for_its_key() {
        let with_help = BINDINGS.iter().filter(|binding| binding.help.is_some());
        for (key, binding) in explained().iter().zip(with_help) {
            let act = explained_by(key).map(|act| format!("{act:?}"));
            assert_eq!(act, Some(format!("{:?}", binding.act)), "{key:?}");
        }
        let desks = explained().into_iter().find(|key| key.keys == "F4");
        let act = desks.and_then(|key| explained_by(&key));
        assert!(matches!(act, Some(Act::OpenPage(Subject::Desks))));
    }

    #[test]
    fn invisible_characters_are_not_typed() {
        for c in ['\u{202e}', '\u{200b}', '\u{e0041}', '\u{7}'] {
            assert_eq!(
                press(KeyCode::Char(c), KeyModifiers::NONE, Searching),
                None,
                "{c:?}"
            );
        }
    }
}
