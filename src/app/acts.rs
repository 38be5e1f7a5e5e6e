//! What can be done, and how it is asked for: one list, read by the key map, the hints at the foot of the screen and the
//! clicks on them, the help, the dialogue in lines, and the tables in docs/manual.

use std::borrow::Cow;
use std::iter;

use tui_input::InputRequest;

use super::Bound;
use super::message::{Act, End as Side, Policy};
use crate::frame::keys::{Deed, Key, KeyHelp, Says, Scope, alt, char, ctrl, key, shift};
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, Part};
use crate::i18n::plain::Word;
use crate::page::Subject;

use crate::frame::keys::Code::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use Scope::{Choosing, Everywhere, Finding, InPublic, Reading, Searching, Typing};

/// A line of the list.
#[derive(Debug)]
pub struct Binding {
    pub scope: Scope,
    /// What the act is called where somebody binds other keys to it; several lines may have the same name. Empty where its
    /// keys are what they are.
    pub name: &'static str,
    pub keys: &'static [Key],
    pub act: Act,
    /// Bindings that belong together are explained once, by the first of them.
    help: Option<Help>,
    /// What is typed for it in the dialogue: in a reader's language, and in any.
    pub word: Option<(Word, &'static str)>,
}

const fn bind(
    scope: Scope,
    name: &'static str,
    keys: &'static [Key],
    act: Act,
    help: Option<Help>,
) -> Binding {
    Binding {
        scope,
        name,
        keys,
        act,
        help,
        word: None,
    }
}

impl Binding {
    /// The same, with a word and a letter that ask for it in the dialogue.
    const fn word(mut self, word: Word, letter: &'static str) -> Self {
        self.word = Some((word, letter));
        self
    }

    /// Whether its keys count in a place: searching, reading, finding or choosing.
    pub(super) fn counts(&self, now: Scope) -> bool {
        let of = self.scope;
        of == now || of == Everywhere || (of == Typing && now != Reading)
    }
}

/// Nobody binds other keys to it: digits, what the dialogue alone has, and Ctrl-C, by which everybody can leave.
const FIXED: &str = "";

/// The names of the keys, and what they do.
type Help = (&'static str, Says<Deed>);

/// Explained together with the binding above, or not worth a word.
const UNSAID: Option<Help> = None;

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands beside UNSAID in the table"
)]
const fn help(keys: &'static str, deed: Deed) -> Option<Help> {
    Some((keys, Says::Words(deed)))
}

/// The same, with the names of languages.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands beside UNSAID in the table"
)]
const fn languages(keys: &'static str, deed: Says<Deed>) -> Option<Help> {
    Some((keys, deed))
}

/// The list. A character that is no key of it goes into the search field while that has the focus.
#[rustfmt::skip]
pub static ACTS: &[Binding] = &[
    bind(Searching, "list-down", &[key(Down), ctrl('n')], Act::Move(1),
        help("↑↓", Deed::Choose)),
    bind(Searching, "list-up", &[key(Up), ctrl('p')], Act::Move(-1), UNSAID),
    bind(Searching, "list-page-down", &[key(PageDown), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ChooseByPages)),
    bind(Searching, "list-page-up", &[key(PageUp), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Searching, "peek-down", &[shift(Down)], Act::Scroll(1),
        help("Shift-↑↓", Deed::ScrollArticle)),
    bind(Searching, "peek-up", &[shift(Up)], Act::Scroll(-1), UNSAID),
    bind(Searching, "read", &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::Read)),
    // With nothing typed the cursor's keys fold the topics, as far as they are a tree.
    bind(Searching, FIXED, &[], Act::Edit(InputRequest::GoToNextChar),
        help("←→", Deed::Fold)),
    bind(Searching, "try-it", &[key(F(3))], Act::AcceptSuggestion,
        help("F3", Deed::AcceptSuggestion)).word(Word::Accept, "y"),
    bind(Typing, "delete-to-start", &[ctrl('u')], Act::Edit(InputRequest::DeleteFromStart),
        help("Ctrl-U Ctrl-K Ctrl-W", Deed::DeleteParts)),
    bind(Typing, "delete-to-end", &[ctrl('k')], Act::Edit(InputRequest::DeleteTillEnd), UNSAID),
    bind(Typing, "delete-word", &[ctrl('w'), alt(Backspace)], Act::Edit(InputRequest::DeletePrevWord), UNSAID),
    bind(Typing, "cursor-left", &[key(Left), ctrl('b')], Act::Edit(InputRequest::GoToPrevChar),
        help("←→ Home End", Deed::MoveCursor)),
    bind(Typing, "cursor-right", &[key(Right), ctrl('f')], Act::Edit(InputRequest::GoToNextChar), UNSAID),
    bind(Typing, "cursor-start", &[key(Home), ctrl('a')], Act::Edit(InputRequest::GoToStart), UNSAID),
    bind(Typing, "cursor-end", &[key(End), ctrl('e')], Act::Edit(InputRequest::GoToEnd), UNSAID),
    bind(Typing, "word-left", &[alt(Left), alt(Char('b'))], Act::Edit(InputRequest::GoToPrevWord), UNSAID),
    bind(Typing, "word-right", &[alt(Right), alt(Char('f'))], Act::Edit(InputRequest::GoToNextWord), UNSAID),
    bind(Typing, "delete-before", &[key(Backspace), ctrl('h')], Act::Edit(InputRequest::DeletePrevChar), UNSAID),
    bind(Typing, "delete-behind", &[key(Delete), ctrl('d')], Act::Edit(InputRequest::DeleteNextChar), UNSAID),

    bind(Reading, "scroll-down", &[key(Down), char('j'), ctrl('n'), ctrl('e')], Act::Move(1),
        help("↑↓", Deed::ScrollLines)),
    bind(Reading, "scroll-up", &[key(Up), char('k'), ctrl('p'), ctrl('y')], Act::Move(-1), UNSAID),
    bind(Reading, "page-down", &[key(PageDown), char(' '), ctrl('f'), ctrl('d'), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ScrollScreens)),
    bind(Reading, "page-up", &[key(PageUp), ctrl('b'), ctrl('u'), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Reading, "page-start", &[key(Home), alt(Char('<'))], Act::MoveToEnd(Side::First),
        help("Home End", Deed::ToEnds)),
    bind(Reading, "page-end", &[key(End), alt(Char('>'))], Act::MoveToEnd(Side::Last), UNSAID),
    bind(Reading, "next-section", &[char(']'), alt(Down)], Act::MoveSections(1),
        help("[ ]", Deed::ToSections)).word(Word::Next, "n"),
    bind(Reading, "previous-section", &[char('['), alt(Up)], Act::MoveSections(-1), UNSAID).word(Word::Previous, "p"),
    bind(Reading, "next-stop", &[key(Tab)], Act::NextStop(1),
        help("Tab ←→", Deed::ChooseLink)),
    bind(Reading, "previous-stop", &[key(BackTab), shift(BackTab), shift(Tab)], Act::NextStop(-1), UNSAID),
    bind(Reading, "next-link", &[key(Right)], Act::ChooseLink(1), UNSAID),
    bind(Reading, "previous-link", &[key(Left)], Act::ChooseLink(-1), UNSAID),
    bind(Reading, "follow", &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::FollowLink)),
    bind(Reading, FIXED, &[char('1')], Act::FollowLink(1),
        help("1–9", Deed::FollowNumber)),
    bind(Reading, FIXED, &[char('2')], Act::FollowLink(2), UNSAID),
    bind(Reading, FIXED, &[char('3')], Act::FollowLink(3), UNSAID),
    bind(Reading, FIXED, &[char('4')], Act::FollowLink(4), UNSAID),
    bind(Reading, FIXED, &[char('5')], Act::FollowLink(5), UNSAID),
    bind(Reading, FIXED, &[char('6')], Act::FollowLink(6), UNSAID),
    bind(Reading, FIXED, &[char('7')], Act::FollowLink(7), UNSAID),
    bind(Reading, FIXED, &[char('8')], Act::FollowLink(8), UNSAID),
    bind(Reading, FIXED, &[char('9')], Act::FollowLink(9), UNSAID),
    bind(Reading, "find-in-page", &[char('/'), ctrl('s')], Act::Find,
        help("/", Deed::Find)),
    bind(Everywhere, "find-in-page", &[key(F(9))], Act::Find,
        help("F9", Deed::FindAnywhere)),
    bind(Reading, "next-found", &[char('n'), key(F(3))], Act::NextFound(1),
        help("n N", Deed::NextFound)),
    bind(Reading, "previous-found", &[char('N'), shift(F(3))], Act::NextFound(-1), UNSAID),
    bind(Reading, "search", &[char('s'), alt(Char('s'))], Act::FocusSearch,
        help("s", Deed::BackToSearch)).word(Word::List, "l"),
    bind(Reading, "to-field", &[key(Backspace), ctrl('h')], Act::Edit(InputRequest::DeletePrevChar), UNSAID),

    bind(Finding, "read-found", &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::ReadFound)),
    bind(Finding, "found-down", &[key(Down), ctrl('n')], Act::NextFound(1),
        help("↑↓", Deed::MoveFound)),
    bind(Finding, "found-up", &[key(Up), ctrl('p')], Act::NextFound(-1), UNSAID),

    bind(Everywhere, "contents", &[key(F(10))], Act::OpenContents,
        help("F10", Deed::Contents)),
    bind(Reading, "copy", &[char('c')], Act::OpenCopy,
        help("c", Deed::Copy)),
    bind(Everywhere, "copy", &[alt(Char('c')), key(F(11))], Act::OpenCopy, UNSAID),

    bind(Everywhere, "back", &[key(Esc), ctrl('g')], Act::Back,
        help("Esc", Deed::StepBack)).word(Word::Back, "b"),
    bind(Reading, "back", &[alt(Left)], Act::Back,
        help("Alt-←→", Deed::BackAndForward)),
    bind(Reading, "forward", &[alt(Right)], Act::Forward, UNSAID).word(Word::Forward, "f"),
    bind(Everywhere, "menu", &[key(F(1)), ctrl('o')], Act::OpenMenu,
        help("F1", Deed::Menu)),
    bind(Reading, "menu", &[char('?')], Act::OpenMenu, UNSAID),
    bind(Choosing, "menu-down", &[key(Down), ctrl('n'), key(Tab)], Act::Move(1),
        help("↑↓", Deed::ChooseAct)),
    bind(Choosing, "menu-up", &[key(Up), ctrl('p'), key(BackTab), shift(BackTab), shift(Tab)], Act::Move(-1), UNSAID),
    bind(Choosing, "menu-page-down", &[key(PageDown), ctrl('v')], Act::MovePages(1), UNSAID),
    bind(Choosing, "menu-page-up", &[key(PageUp), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Choosing, "menu-do", &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::DoAct)),
    bind(Everywhere, "redraw", &[ctrl('l')], Act::Redraw,
        help("Ctrl-L", Deed::Redraw)).word(Word::Repeat, "r"),
    bind(Everywhere, "suspend", &[ctrl('z')], Act::Suspend,
        help("Ctrl-Z", Deed::Suspend)),
    bind(Reading, "quit", &[char('q')], Act::Quit,
        help("q q", Deed::Quit)).word(Word::Quit, "q"),
    bind(Everywhere, FIXED, &[ctrl('c')], Act::Interrupt,
        help("Ctrl-C", Deed::Interrupt)),
    bind(Everywhere, "desks", &[key(F(4))], Act::OpenPage(Subject::Desks),
        help("F4", Deed::Desks)).word(Word::Desks, "d"),
    bind(Everywhere, "choose-desk", &[key(F(5))], Act::OpenPage(Subject::Advice(Path::START)),
        help("F5", Deed::Advice)).word(Word::Advice, "a"),
    bind(Everywhere, "checklists", &[key(F(7))], Act::OpenCard,
        help("F7", Deed::Cards)).word(Word::Cards, "c"),
    bind(Everywhere, "language", &[key(F(2))], Act::SwitchLanguage,
        languages("F2", Says::NextLanguage)).word(Word::Language, "g"),
    bind(Everywhere, "mouse", &[key(F(12)), alt(Char('m'))], Act::SwitchMouse,
        help("F12", Deed::Mouse)),
    bind(Everywhere, "side-by-side", &[key(F(8))], Act::SwitchBeside,
        languages("F8", Says::SideBySide)),
    bind(Everywhere, "check-number", &[key(F(6))], Act::SwitchField,
        help("F6", Deed::Check)),
    bind(Searching, "article", &[key(Tab), key(BackTab), shift(BackTab), shift(Tab)], Act::SwitchPane,
        help("Tab", Deed::SwitchPane)),

    bind(InPublic, "end-visit", &[key(F(12))], Act::EndVisit,
        help("F12", Deed::EndVisit)),

    // The dialogue alone: on the screen there is Escape, and a field of its own.
    bind(Searching, FIXED, &[], Act::Edit(InputRequest::DeleteLine), UNSAID).word(Word::Topics, "t"),
    bind(Searching, FIXED, &[], Act::OpenPage(Subject::Check), UNSAID).word(Word::Check, "k"),
    bind(Reading, FIXED, &[], Act::Skip, UNSAID).word(Word::Skip, "s"),
    bind(Everywhere, FIXED, &[], Act::Help, UNSAID).word(Word::Help, "?"),
];

/// What the keys do that are explained so.
pub fn explained_by(explained: &KeyHelp) -> Option<&'static Act> {
    let deed = |binding: &Binding| binding.help.map(|(_, deed)| deed);
    let mut all = ACTS.iter();
    all.find(|binding| deed(binding) == Some(explained.deed))
        .map(|binding| &binding.act)
}

/// Those of the keys that lead to something in a guide, and what of that it has.
pub fn explained_in(guide: &Guide, keys: &[KeyHelp]) -> Vec<KeyHelp> {
    let is_there = |key: &&KeyHelp| explained_by(key).is_none_or(|act| is_in(act, guide));
    let mut keys: Vec<KeyHelp> = keys.iter().filter(is_there).cloned().collect();
    if !guide.has(Part::Groups) {
        keys.retain(|key| !key.does(Deed::Fold));
    }
    if !guide.has(Part::Desks) {
        // There is no number to copy.
        let copies = keys.iter_mut().filter(|key| key.does(Deed::Copy));
        copies.for_each(|key| key.deed = Says::Words(Deed::CopyText));
    }
    keys
}

/// What can be typed in the dialogue of a guide, and the letter for it, in the order of its help.
pub fn words_in(guide: &Guide) -> Vec<(Word, &'static str)> {
    let mut words = words();
    words.retain(|&(word, _)| of_word(word).is_none_or(|act| is_in(act, guide)));
    words
}

/// Whether a guide has what an act is about.
pub fn is_in(act: &Act, guide: &Guide) -> bool {
    act.needs().is_none_or(|part| guide.has(part))
}

/// What can be typed in the dialogue, and the letter for it, in the order of its help.
pub fn words() -> Vec<(Word, &'static str)> {
    let mut words: Vec<_> = ACTS.iter().filter_map(|binding| binding.word).collect();
    words.sort_by_key(|&(word, _)| word);
    words
}

/// What a word of the dialogue asks for.
pub fn of_word(typed: Word) -> Option<&'static Act> {
    let is_typed = |binding: &&Binding| binding.word.is_some_and(|(word, _)| word == typed);
    ACTS.iter().find(is_typed).map(|binding| &binding.act)
}

/// What is to be said of the keys, in the order of the table.
pub fn explained(bound: &Bound) -> Vec<KeyHelp> {
    explained_if(bound, |binding| binding.scope != InPublic)
}

/// The same on a public terminal, which nobody leaves.
pub fn explained_in_public(bound: &Bound) -> Vec<KeyHelp> {
    explained_if(bound, |binding| binding.act.in_public() == Policy::Done)
}

fn explained_if(bound: &Bound, is_there: impl Fn(&Binding) -> bool) -> Vec<KeyHelp> {
    let lines: Vec<(&Binding, &[Key])> = bound.lines().collect();
    let explain = |n: usize| {
        let (binding, _) = lines[n];
        let (keys, deed) = binding.help.filter(|_| is_there(binding))?;
        let rest = lines[n + 1..].iter();
        let together = rest.take_while(|(other, _)| {
            other.help.is_none() && other.scope == binding.scope && !other.name.is_empty()
        });
        let together: Vec<&(&Binding, &[Key])> = iter::once(&lines[n]).chain(together).collect();
        let is_usual = together.iter().all(|(binding, keys)| binding.keys == *keys);
        let mut help = KeyHelp {
            scope: binding.scope,
            keys: Cow::Borrowed(keys),
            deed,
            also: None,
        };
        if !is_usual {
            let first = together.iter().filter_map(|(_, keys)| keys.first());
            let others = together.iter().flat_map(|(_, keys)| keys.iter().skip(1));
            let mut first: Vec<String> = first.map(|key| key.name()).collect();
            first.dedup();
            help.keys = Cow::Owned(first.join(" "));
            let mut others: Vec<String> = others.map(|key| key.name()).collect();
            others.dedup();
            help.also = Some(others);
        }
        (!help.keys.is_empty()).then_some(help)
    };
    (0..lines.len()).filter_map(explain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::keys::Held;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for (n, binding) in ACTS.iter().enumerate() {
            for other in &ACTS[n + 1..] {
                let meet = [Searching, Reading, Finding, Choosing]
                    .iter()
                    .any(|&now| binding.counts(now) && other.counts(now));
                let shared = binding.keys.iter().find(|key| other.keys.contains(key));
                let (one, two) = (&binding.act, &other.act);
                assert!(
                    !meet || shared.is_none(),
                    "{shared:?} is bound to {one:?} and {two:?}"
                );
            }
        }
    }

    /// Keys that reach the terminal whatever an input method makes of letters and punctuation.
    fn passes_input_methods(key: &Key) -> bool {
        match key {
            Key(Char(c), held) => c.is_ascii_digit() || *held != Held::Nothing,
            Key(..) => true,
        }
    }

    #[test]
    fn every_action_is_on_a_key_that_no_input_method_takes() {
        for binding in ACTS {
            // Ctrl-C twice is the other way to quit.
            if matches!(binding.act, Act::Quit) || binding.keys.is_empty() {
                continue;
            }
            let same = |other: &&Binding| {
                format!("{:?}", other.act) == format!("{:?}", binding.act)
                    && [Everywhere, binding.scope].contains(&other.scope)
            };
            let mut keys = ACTS.iter().filter(same).flat_map(|other| other.keys);
            assert!(keys.any(passes_input_methods), "{:?}", binding.act);
        }
    }

    #[test]
    fn a_hint_stands_for_its_key() {
        let is_told = |binding: &&Binding| binding.help.is_some() && binding.scope != InPublic;
        let with_help = ACTS.iter().filter(is_told);
        for (key, binding) in explained(&Bound::default()).iter().zip(with_help) {
            let act = explained_by(key).map(|act| format!("{act:?}"));
            assert_eq!(act, Some(format!("{:?}", binding.act)), "{key:?}");
        }
    }

    /// The keys that the help names.
    fn named(names: &str) -> Vec<Key> {
        let one = |name: &str| {
            let (with, name) = [
                ("Shift-", Held::Shift),
                ("Ctrl-", Held::Ctrl),
                ("Alt-", Held::Alt),
            ]
            .into_iter()
            .find_map(|(prefix, held)| Some((held, name.strip_prefix(prefix)?)))
            .unwrap_or((Held::Nothing, name));
            let codes = match name {
                "↑↓" => vec![Up, Down],
                "←→" => vec![Left, Right],
                "PgUp" => vec![PageUp],
                "PgDn" => vec![PageDown],
                "Home" => vec![Home],
                "End" => vec![End],
                "Enter" => vec![Enter],
                "Esc" => vec![Esc],
                "Tab" => vec![Tab],
                "1–9" => ('1'..='9').map(Char).collect(),
                _ => match (name.chars().collect::<Vec<_>>().as_slice(), with) {
                    (['F', n @ ..], _) if !n.is_empty() => {
                        vec![F(String::from_iter(n).parse().expect("a number"))]
                    }
                    ([c], Held::Ctrl) => vec![Char(c.to_ascii_lowercase())],
                    ([c], _) => vec![Char(*c)],
                    _ => panic!("{name:?} is no key"),
                },
            };
            codes.into_iter().map(move |code| Key(code, with))
        };
        names.split(' ').flat_map(one).collect()
    }

    /// Where a binding of a scope counts.
    fn places(scope: Scope) -> Vec<Scope> {
        let places = [Searching, Reading, Finding, Choosing].into_iter();
        places
            .filter(|&now| bind(scope, FIXED, &[], Act::Help, UNSAID).counts(now))
            .collect()
    }

    #[test]
    fn every_key_that_the_help_names_does_something_where_it_says() {
        for help in explained(&Bound::default()) {
            for (pressed, now) in named(&help.keys)
                .into_iter()
                .flat_map(|key| places(help.scope).into_iter().map(move |now| (key, now)))
            {
                let act = Bound::default().of_key(pressed, now);
                assert!(act.is_some(), "{pressed:?} of {help:?} in {now:?}");
            }
            let first = explained_by(&help).expect("an act");
            let mut acts = named(&help.keys).into_iter().filter_map(|key| {
                let now = *places(help.scope).first()?;
                Bound::default().of_key(key, now)
            });
            let same = |act: &Act| format!("{act:?}") == format!("{first:?}");
            assert!(
                acts.any(same),
                "{help:?} does not name the key of {first:?}"
            );
        }
    }

    #[test]
    fn every_word_of_the_dialogue_asks_for_one_thing() {
        let words = words();
        for (at, &(word, letter)) in words.iter().enumerate() {
            let others = &words[at + 1..];
            let is_free = |&(of, other): &(Word, &str)| of != word && other != letter;
            assert!(others.iter().all(is_free), "{word:?} {letter}");
            assert!(of_word(word).is_some());
        }
    }
}
