//! What is said of the keys at the foot of the screen: the acts of what has the focus, by use. The first ones and the last
//! one always stand there, the others as far as there is room.

use std::borrow::Cow;

use tui_input::InputRequest;

use super::{Act, App, Choices, Field};
use crate::frame::keys::{Code, Hint as Word, Key, Scope, char};
use crate::frame::layout::{Focus, MEDIUM, TWO_PAGES};
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, Part};
use crate::i18n::keys::{hint, next_language, two_languages};
use crate::page::{PageLink, Subject, Target};
use crate::text::width::width;

/// A hint: the names of keys with what is between them, and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Each with the key that a click on it stands for.
    pub names: Vec<(String, Option<Key>)>,
    pub what: Cow<'static, str>,
    /// What a click on the rest stands for.
    pub pressed: Option<Key>,
}

impl Hint {
    pub fn keys(&self) -> String {
        self.names.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The columns that it takes.
    pub fn columns(&self) -> usize {
        width(&self.keys()) + 1 + width(&self.what)
    }

    /// The key that a column of it stands for, from 0.
    pub fn key_at(&self, column: usize) -> Option<Key> {
        let mut end = 0;
        let mut names = self.names.iter();
        let at = names.find(|(name, _)| {
            end += width(name);
            column < end
        });
        at.and_then(|&(_, key)| key).or(self.pressed)
    }
}

/// A hint before it is put into words.
struct Says {
    keys: Keys,
    what: What,
}

enum Keys {
    /// Those of acts, as far as keys are bound to them.
    Of(Vec<Act>),
    /// Digits up to a number.
    Numbers(usize),
    /// What stands there, and what a click on it does.
    Written(String, Option<Act>),
}

enum What {
    Word(Word),
    NextLanguage,
    SideBySide,
}

fn says(act: Act, word: Word) -> Says {
    all(vec![act], word)
}

fn all(acts: Vec<Act>, word: Word) -> Says {
    Says {
        keys: Keys::Of(acts),
        what: What::Word(word),
    }
}

/// Up and down: the sign that is clicked counts.
fn arrows(word: Word) -> Says {
    all(vec![Act::Move(-1), Act::Move(1)], word)
}

/// Digits up to a number.
fn numbers(most: usize, word: Word) -> Option<Says> {
    (most > 0).then_some(Says {
        keys: Keys::Numbers(most),
        what: What::Word(word),
    })
}

fn written(text: String, act: Option<Act>, word: Word) -> Says {
    Says {
        keys: Keys::Written(text, act),
        what: What::Word(word),
    }
}

impl App {
    /// The hints for so many columns, with so many between two of them.
    pub fn hints(&self, columns: usize, gap: usize) -> Vec<Hint> {
        let Some(guide) = self.world.guide.as_deref() else {
            return Vec::new();
        };
        let (first, more, mut last) = self.said(guide);
        if self.is_public() && self.key_scope() != Scope::Choosing {
            last.insert(0, says(Act::EndVisit, Word::ToStart));
        }
        let words = |says: Vec<Says>| says.into_iter().filter_map(|says| self.in_words(says));
        let last: Vec<Hint> = words(last).collect();
        let needed = |hints: &[Hint]| hints.iter().map(|hint| hint.columns() + gap).sum::<usize>();
        let mut hints: Vec<Hint> = Vec::new();
        let room = (columns + gap).saturating_sub(needed(&last));
        for hint in words(first) {
            if needed(&hints) + hint.columns() + gap <= columns + gap {
                hints.push(hint);
            }
        }
        for hint in words(more) {
            if needed(&hints) + hint.columns() + gap > room {
                break;
            }
            hints.push(hint);
        }
        for hint in last {
            if needed(&hints) + hint.columns() <= columns {
                hints.push(hint);
            }
        }
        hints
    }

    /// The hints that are buttons in large mode: five at most, each of which is pressed.
    pub fn buttons(&self) -> Vec<Hint> {
        let Some(guide) = self.world.guide.as_deref() else {
            return Vec::new();
        };
        let language = Says {
            what: What::NextLanguage,
            ..says(Act::SwitchLanguage, Word::Menu)
        };
        let scrolls = self.key_scope() == Scope::Reading && !self.is_choice();
        let (up, down) = if scrolls {
            (Word::ScrollUp, Word::ScrollDown)
        } else {
            (Word::Previous, Word::Next)
        };
        let moves = if scrolls { Act::MovePages } else { Act::Move };
        let menu = || says(Act::OpenMenu, Word::Menu);
        let does = match self.key_scope() {
            Scope::Reading if scrolls => menu(),
            Scope::Choosing => says(Act::Open, Word::DoAct),
            Scope::Reading if self.is_asked() => says(Act::Open, Word::Answer),
            Scope::Reading => says(Act::Open, Word::Follow),
            _ => says(Act::Open, Word::Read),
        };
        let last = match self.key_scope() {
            Scope::Reading if scrolls => (guide.languages.len() > 1).then_some(language),
            Scope::Choosing => self.is_public().then(|| says(Act::EndVisit, Word::ToStart)),
            _ => Some(menu()),
        };
        let buttons = [
            says(Act::Back, self.leads_back_from_here()),
            written("↑".to_owned(), Some(moves(-1)), up),
            written("↓".to_owned(), Some(moves(1)), down),
            does,
        ];
        let buttons = buttons.into_iter().chain(last);
        buttons.filter_map(|says| self.in_words(says)).collect()
    }

    /// What Escape does where something may be typed, or read.
    fn leads_back_from_here(&self) -> Word {
        match self.key_scope() {
            Scope::Choosing => Word::Close,
            Scope::Reading => Word::Back,
            _ if self.visit.field == Field::Check => Word::Back,
            _ if !self.visit.input.value().is_empty() => Word::Clear,
            _ if self.is_public() => Word::ToStart,
            _ => Word::Back,
        }
    }

    fn in_words(&self, says: Says) -> Option<Hint> {
        let lang = self.visit.language;
        let what = match says.what {
            What::Word(word) => Cow::Borrowed(hint(word, lang)),
            What::NextLanguage => Cow::Owned(next_language(self.languages(), lang)?),
            What::SideBySide => Cow::Owned(two_languages(self.languages(), lang)?),
        };
        let key = |act: &Act| {
            let now = match act {
                Act::EndVisit => Scope::InPublic,
                _ => self.key_scope(),
            };
            self.setup.bound.key_for(act, now)
        };
        let (names, pressed) = match says.keys {
            Keys::Of(acts) => {
                let keys: Vec<Key> = acts.iter().filter_map(key).collect();
                // Of several the last one is the one that is most asked for.
                let &pressed = keys.last()?;
                (self.named(&keys), Some(pressed))
            }
            Keys::Numbers(most) => (self.digits(most), None),
            Keys::Written(text, act) => (vec![(text, None)], act.as_ref().and_then(key)),
        };
        Some(Hint {
            names,
            what,
            pressed,
        })
    }

    /// Keys by their names, with what is between them: arrows stand side by side.
    fn named(&self, keys: &[Key]) -> Vec<(String, Option<Key>)> {
        let signs = self.setup.look.signs;
        let is_arrow =
            |key: &Key| matches!(key.0, Code::Up | Code::Down | Code::Left | Code::Right);
        let mut names: Vec<(String, Option<Key>)> = Vec::new();
        for (n, key) in keys.iter().enumerate() {
            let before = n.checked_sub(1).map(|before| &keys[before]);
            let are_pair = |before: &Key| is_arrow(before) && is_arrow(key) && before.1 == key.1;
            let between = match before {
                Some(before) if !are_pair(before) => " ",
                Some(_) if signs.is_ascii() => "/",
                _ => "",
            };
            if !between.is_empty() {
                names.push((between.to_owned(), None));
            }
            names.push((signs.keys(&key.name()).into_owned(), Some(*key)));
        }
        names
    }

    /// The digits up to a number, of which the first and the last can be clicked.
    fn digits(&self, most: usize) -> Vec<(String, Option<Key>)> {
        let digit = |number: usize| {
            let digit = u32::try_from(number)
                .ok()
                .and_then(|n| std::char::from_digit(n, 10));
            (number.to_string(), digit.map(char))
        };
        if most == 1 {
            return vec![digit(1)];
        }
        let between = self.setup.look.signs.keys("–").into_owned();
        vec![digit(1), (between, None), digit(most)]
    }

    /// What there is to say, by use: what always stands there, what does if there is room, and what always ends the row.
    fn said(&self, guide: &Guide) -> (Vec<Says>, Vec<Says>, Vec<Says>) {
        let menu = says(Act::OpenMenu, Word::Menu);
        let language = Says {
            what: What::NextLanguage,
            ..says(Act::SwitchLanguage, Word::Menu)
        };
        match self.key_scope() {
            Scope::Choosing => (
                vec![
                    arrows(Word::Choose),
                    says(Act::Open, Word::DoAct),
                    says(Act::Back, Word::CloseMenu),
                ],
                self.said_choosing(),
                Vec::new(),
            ),
            Scope::Finding => (
                vec![
                    says(Act::Open, Word::ReadHere),
                    all(
                        vec![Act::NextFound(-1), Act::NextFound(1)],
                        Word::PreviousNext,
                    ),
                    says(Act::Back, Word::Back),
                ],
                Vec::new(),
                Vec::new(),
            ),
            Scope::Reading => (
                self.said_reading(menu),
                self.more_reading(guide),
                vec![language],
            ),
            _ => (vec![menu], self.said_searching(guide), vec![language]),
        }
    }

    fn said_choosing(&self) -> Vec<Says> {
        match self.visit.menu.as_ref().map(|menu| menu.choices) {
            Some(Choices::Copies) => numbers(self.menu_size(Choices::Copies), Word::CopyNumber)
                .into_iter()
                .collect(),
            _ => vec![written("F2–F12".to_owned(), None, Word::AtOnce)],
        }
    }

    fn said_searching(&self, guide: &Guide) -> Vec<Says> {
        if self.visit.field == Field::Check {
            return vec![
                says(Act::Open, Word::ReadBelow),
                says(Act::Back, Word::ToSearch),
                says(Act::Edit(InputRequest::DeleteFromStart), Word::Clear),
            ];
        }
        let mut hints = vec![arrows(Word::Choose), says(Act::Open, Word::Read)];
        if self.suggestion().is_some() {
            hints.push(says(Act::AcceptSuggestion, Word::Suggestion));
        }
        if self.group_to_fold().is_some() {
            let cursor = [InputRequest::GoToPrevChar, InputRequest::GoToNextChar];
            hints.push(all(cursor.map(Act::Edit).to_vec(), Word::Fold));
        }
        if !self.visit.input.value().is_empty() {
            hints.push(says(Act::Back, Word::Clear));
        }
        hints.extend(help(guide));
        hints
    }

    fn said_reading(&self, menu: Says) -> Vec<Says> {
        let most = self.most_numbers();
        let mut hints = vec![menu];
        if let Some(waits) = self.visit.number {
            return vec![
                written(format!("{waits}… Enter"), Some(Act::Open), Word::ThisNumber),
                written(next_digits(waits, most), None, Word::LongerNumber),
            ];
        }
        if self.has_found() {
            hints.push(all(
                vec![Act::NextFound(1), Act::NextFound(-1)],
                Word::NextPrevious,
            ));
        }
        let (word, answers) = if self.is_asked() {
            (Word::ChooseAnswer, numbers(most, Word::Answer))
        } else {
            (Word::ChooseAndOpen, numbers(most, Word::Follow))
        };
        if self.is_choice() {
            hints.extend(answers);
            hints.push(all(vec![Act::Move(-1), Act::Move(1), Act::Open], word));
        } else if self.world.size.columns >= MEDIUM {
            hints.push(arrows(Word::Scroll));
        }
        hints.push(says(Act::Back, self.leads_back()));
        hints
    }

    fn more_reading(&self, guide: &Guide) -> Vec<Says> {
        let mut hints = Vec::new();
        if self.visit.number.is_some() || self.is_asked() {
            return hints;
        }
        if !self.is_choice() {
            hints.extend(numbers(self.most_numbers(), self.numbers_do()));
            if self.visit.reader.link.is_some() {
                hints.push(says(Act::Open, Word::Follow));
            }
        }
        let is_advice = matches!(self.visit.reader.subject, Subject::Advice(_));
        if self.may_copy() && !is_advice {
            hints.push(says(Act::OpenCopy, Word::Copy));
        }
        hints.push(says(Act::Find, Word::Find));
        let has_room = self.world.size.columns >= TWO_PAGES && !self.setup.look.large;
        if has_room {
            hints.push(Says {
                what: What::SideBySide,
                ..says(Act::SwitchBeside, Word::Menu)
            });
        }
        hints.extend(help(guide));
        hints
    }

    /// What digits do on the page that is read.
    fn numbers_do(&self) -> Word {
        let ticks = |link: &PageLink| matches!(link.target, Target::Tick(..));
        let links = &self.visit.reader.page.links;
        match (links.iter().any(ticks), links.iter().all(ticks)) {
            (true, true) => Word::Tick,
            (true, false) => Word::Numbers,
            (false, _) => Word::Follow,
        }
    }

    /// What Escape leads to from here.
    fn leads_back(&self) -> Word {
        match self.visit.reader.history.last() {
            Some(place) => match (place.subject, self.visit.reader.subject) {
                (Subject::Advice(_), Subject::Advice(_)) => Word::PreviousQuestion,
                _ if place.focus == Focus::Article => Word::Back,
                _ if self.query().is_empty() => Word::ToTopics,
                _ => Word::ToResults,
            },
            None if self.visit.field == Field::Check => Word::Back,
            None if self.query().is_empty() => Word::ToTopics,
            None => Word::ToResults,
        }
    }
}

/// Where help is to be had, as far as the guide has any.
fn help(guide: &Guide) -> Vec<Says> {
    let mut hints = Vec::new();
    if guide.has(Part::Desks) {
        hints.push(says(
            Act::OpenPage(Subject::Advice(Path::START)),
            Word::Advice,
        ));
    }
    if guide.has(Part::Checks) {
        hints.push(says(Act::SwitchField, Word::Check));
    }
    if guide.has(Part::Desks) {
        hints.push(says(Act::OpenCard, Word::Cards));
        hints.push(says(Act::OpenPage(Subject::Desks), Word::Desks));
    }
    hints
}

/// The digits that may follow those of a number that waits, among so many.
fn next_digits(number: usize, most: usize) -> String {
    match (most - number * 10).min(9) {
        0 => "0".to_owned(),
        last => format!("0–{last}"),
    }
}
