//! What can be done, and how it is asked for: one list, read by the key map, the hints at the foot of the screen and the
//! clicks on them, the help, the dialogue in lines, and the tables in README.md and docs/keys.md.

use tui_input::InputRequest;

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
    pub keys: &'static [Key],
    pub act: Act,
    /// Bindings that belong together are explained once, by the first of them.
    help: Option<Help>,
    /// What is typed for it in the dialogue: in a reader's language, and in any.
    pub word: Option<(Word, &'static str)>,
}

const fn bind(scope: Scope, keys: &'static [Key], act: Act, help: Option<Help>) -> Binding {
    Binding {
        scope,
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
    bind(Searching, &[key(Down), ctrl('n')], Act::Move(1),
        help("↑↓", Deed::Choose)),
    bind(Searching, &[key(Up), ctrl('p')], Act::Move(-1), UNSAID),
    bind(Searching, &[key(PageDown), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ChooseByPages)),
    bind(Searching, &[key(PageUp), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Searching, &[shift(Down)], Act::Scroll(1),
        help("Shift-↑↓", Deed::ScrollArticle)),
    bind(Searching, &[shift(Up)], Act::Scroll(-1), UNSAID),
    bind(Searching, &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::Read)),
    // With nothing typed the cursor's keys fold the topics, as far as they are a tree.
    bind(Searching, &[], Act::Edit(InputRequest::GoToNextChar),
        help("←→", Deed::Fold)),
    bind(Searching, &[key(F(3))], Act::AcceptSuggestion,
        help("F3", Deed::AcceptSuggestion)).word(Word::Accept, "y"),
    bind(Typing, &[ctrl('u')], Act::Edit(InputRequest::DeleteFromStart),
        help("Ctrl-U Ctrl-K Ctrl-W", Deed::DeleteParts)),
    bind(Typing, &[ctrl('k')], Act::Edit(InputRequest::DeleteTillEnd), UNSAID),
    bind(Typing, &[ctrl('w'), alt(Backspace)], Act::Edit(InputRequest::DeletePrevWord), UNSAID),
    bind(Typing, &[key(Left), ctrl('b')], Act::Edit(InputRequest::GoToPrevChar),
        help("←→ Home End", Deed::MoveCursor)),
    bind(Typing, &[key(Right), ctrl('f')], Act::Edit(InputRequest::GoToNextChar), UNSAID),
    bind(Typing, &[key(Home), ctrl('a')], Act::Edit(InputRequest::GoToStart), UNSAID),
    bind(Typing, &[key(End), ctrl('e')], Act::Edit(InputRequest::GoToEnd), UNSAID),
    bind(Typing, &[alt(Left), alt(Char('b'))], Act::Edit(InputRequest::GoToPrevWord), UNSAID),
    bind(Typing, &[alt(Right), alt(Char('f'))], Act::Edit(InputRequest::GoToNextWord), UNSAID),
    bind(Typing, &[key(Backspace), ctrl('h')], Act::Edit(InputRequest::DeletePrevChar), UNSAID),
    bind(Typing, &[key(Delete), ctrl('d')], Act::Edit(InputRequest::DeleteNextChar), UNSAID),

    bind(Reading, &[key(Down), char('j'), ctrl('n'), ctrl('e')], Act::Move(1),
        help("↑↓", Deed::ScrollLines)),
    bind(Reading, &[key(Up), char('k'), ctrl('p'), ctrl('y')], Act::Move(-1), UNSAID),
    bind(Reading, &[key(PageDown), char(' '), ctrl('f'), ctrl('d'), ctrl('v')], Act::MovePages(1),
        help("PgUp PgDn", Deed::ScrollScreens)),
    bind(Reading, &[key(PageUp), ctrl('b'), ctrl('u'), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Reading, &[key(Home), alt(Char('<'))], Act::MoveToEnd(Side::First),
        help("Home End", Deed::ToEnds)),
    bind(Reading, &[key(End), alt(Char('>'))], Act::MoveToEnd(Side::Last), UNSAID),
    bind(Reading, &[char(']'), alt(Down)], Act::MoveSections(1),
        help("[ ]", Deed::ToSections)).word(Word::Next, "n"),
    bind(Reading, &[char('['), alt(Up)], Act::MoveSections(-1), UNSAID).word(Word::Previous, "p"),
    bind(Reading, &[key(Tab)], Act::NextStop(1),
        help("Tab ←→", Deed::ChooseLink)),
    bind(Reading, &[key(BackTab), shift(BackTab), shift(Tab)], Act::NextStop(-1), UNSAID),
    bind(Reading, &[key(Right)], Act::ChooseLink(1), UNSAID),
    bind(Reading, &[key(Left)], Act::ChooseLink(-1), UNSAID),
    bind(Reading, &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::FollowLink)),
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
    bind(Reading, &[char('/'), ctrl('s')], Act::Find,
        help("/", Deed::Find)),
    bind(Everywhere, &[key(F(9))], Act::Find,
        help("F9", Deed::FindAnywhere)),
    bind(Reading, &[char('n'), key(F(3))], Act::NextFound(1),
        help("n N", Deed::NextFound)),
    bind(Reading, &[char('N'), shift(F(3))], Act::NextFound(-1), UNSAID),
    bind(Reading, &[char('s'), alt(Char('s'))], Act::FocusSearch,
        help("s", Deed::BackToSearch)).word(Word::List, "l"),
    bind(Reading, &[key(Backspace), ctrl('h')], Act::Edit(InputRequest::DeletePrevChar), UNSAID),

    bind(Finding, &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::ReadFound)),
    bind(Finding, &[key(Down), ctrl('n')], Act::NextFound(1),
        help("↑↓", Deed::MoveFound)),
    bind(Finding, &[key(Up), ctrl('p')], Act::NextFound(-1), UNSAID),

    bind(Everywhere, &[key(F(10))], Act::OpenContents,
        help("F10", Deed::Contents)),
    bind(Reading, &[char('c')], Act::OpenCopy,
        help("c", Deed::Copy)),
    bind(Everywhere, &[key(F(11)), alt(Char('c'))], Act::OpenCopy, UNSAID),

    bind(Everywhere, &[key(Esc), ctrl('g')], Act::Back,
        help("Esc", Deed::StepBack)).word(Word::Back, "b"),
    bind(Reading, &[alt(Left)], Act::Back,
        help("Alt-←→", Deed::BackAndForward)),
    bind(Reading, &[alt(Right)], Act::Forward, UNSAID).word(Word::Forward, "f"),
    bind(Everywhere, &[key(F(1)), ctrl('o')], Act::OpenMenu,
        help("F1", Deed::Menu)),
    bind(Reading, &[char('?')], Act::OpenMenu, UNSAID),
    bind(Choosing, &[key(Down), ctrl('n'), key(Tab)], Act::Move(1),
        help("↑↓", Deed::ChooseAct)),
    bind(Choosing, &[key(Up), ctrl('p'), key(BackTab), shift(BackTab), shift(Tab)], Act::Move(-1), UNSAID),
    bind(Choosing, &[key(PageDown), ctrl('v')], Act::MovePages(1), UNSAID),
    bind(Choosing, &[key(PageUp), alt(Char('v'))], Act::MovePages(-1), UNSAID),
    bind(Choosing, &[key(Enter), ctrl('j')], Act::Open,
        help("Enter", Deed::DoAct)),
    bind(Everywhere, &[ctrl('l')], Act::Redraw,
        help("Ctrl-L", Deed::Redraw)).word(Word::Repeat, "r"),
    bind(Everywhere, &[ctrl('z')], Act::Suspend,
        help("Ctrl-Z", Deed::Suspend)),
    bind(Reading, &[char('q')], Act::Quit,
        help("q q", Deed::Quit)).word(Word::Quit, "q"),
    bind(Everywhere, &[ctrl('c')], Act::Interrupt,
        help("Ctrl-C", Deed::Interrupt)),
    bind(Everywhere, &[key(F(4))], Act::OpenPage(Subject::Desks),
        help("F4", Deed::Desks)).word(Word::Desks, "d"),
    bind(Everywhere, &[key(F(5))], Act::OpenPage(Subject::Advice(Path::START)),
        help("F5", Deed::Advice)).word(Word::Advice, "a"),
    bind(Everywhere, &[key(F(7))], Act::OpenCard,
        help("F7", Deed::Cards)).word(Word::Cards, "c"),
    bind(Everywhere, &[key(F(2))], Act::SwitchLanguage,
        languages("F2", Says::NextLanguage)).word(Word::Language, "g"),
    bind(Everywhere, &[key(F(12)), alt(Char('m'))], Act::SwitchMouse,
        help("F12", Deed::Mouse)),
    bind(Everywhere, &[key(F(8))], Act::SwitchBeside,
        languages("F8", Says::SideBySide)),
    bind(Everywhere, &[key(F(6))], Act::SwitchField,
        help("F6", Deed::Check)),
    bind(Searching, &[key(Tab), key(BackTab), shift(BackTab), shift(Tab)], Act::SwitchPane,
        help("Tab", Deed::SwitchPane)),

    bind(InPublic, &[key(F(12))], Act::EndVisit,
        help("F12", Deed::EndVisit)),

    // The dialogue alone: on the screen there is Escape, and a field of its own.
    bind(Searching, &[], Act::Edit(InputRequest::DeleteLine), UNSAID).word(Word::Topics, "t"),
    bind(Searching, &[], Act::OpenPage(Subject::Check), UNSAID).word(Word::Check, "k"),
    bind(Reading, &[], Act::Skip, UNSAID).word(Word::Skip, "s"),
    bind(Everywhere, &[], Act::Help, UNSAID).word(Word::Help, "?"),
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
    let mut keys: Vec<KeyHelp> = keys.iter().filter(is_there).copied().collect();
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
pub fn explained() -> Vec<KeyHelp> {
    explained_if(|binding| binding.scope != InPublic)
}

/// The same on a public terminal, which nobody leaves.
pub fn explained_in_public() -> Vec<KeyHelp> {
    explained_if(|binding| binding.act.in_public() == Policy::Done)
}

fn explained_if(is_there: impl Fn(&Binding) -> bool) -> Vec<KeyHelp> {
    let explain = |binding: &Binding| {
        let (keys, deed) = binding.help?;
        Some(KeyHelp {
            scope: binding.scope,
            keys,
            deed,
        })
    };
    let there = ACTS.iter().filter(|binding| is_there(binding));
    there.filter_map(explain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Bound;
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
        for (key, binding) in explained().iter().zip(with_help) {
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
            .filter(|&now| bind(scope, &[], Act::Help, UNSAID).counts(now))
            .collect()
    }

    #[test]
    fn every_key_that_the_help_names_does_something_where_it_says() {
        for help in explained() {
            for (pressed, now) in named(help.keys)
                .into_iter()
                .flat_map(|key| places(help.scope).into_iter().map(move |now| (key, now)))
            {
                let act = Bound::default().of_key(pressed, now);
                assert!(act.is_some(), "{pressed:?} of {help:?} in {now:?}");
            }
            let first = explained_by(&help).expect("an act");
            let mut acts = named(help.keys).into_iter().filter_map(|key| {
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
