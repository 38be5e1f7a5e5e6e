//! What is said of the keys at the foot of the screen: the acts of what has the focus, by use. The first ones and the last
//! one always stand there, the others as far as there is room.

use std::borrow::Cow;

use super::{App, Field};
use crate::frame::keys::Code::{Down, Enter, Esc, F, PageDown, PageUp, Right, Up};
use crate::frame::keys::{Hint as Word, Key, Scope, char, ctrl, key};
use crate::frame::layout::{Focus, MEDIUM, TWO_PAGES};
use crate::guide::{Guide, Part};
use crate::i18n::keys::{hint, next_language, two_languages};
use crate::page::Subject;
use crate::text::width::width;

/// A hint, and the keys that a click on it stands for: on its first half and on the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub keys: Cow<'static, str>,
    pub what: Cow<'static, str>,
    pub presses: Option<[Key; 2]>,
}

impl Hint {
    /// The columns that it takes.
    pub fn columns(&self) -> usize {
        width(&self.keys) + 1 + width(&self.what)
    }
}

/// A hint before it is put into words.
struct Says {
    keys: Cow<'static, str>,
    what: What,
    presses: Option<[Key; 2]>,
}

enum What {
    Word(Word),
    NextLanguage,
    SideBySide,
}

fn says(keys: &'static str, word: Word, pressed: Key) -> Says {
    Says {
        keys: Cow::Borrowed(keys),
        what: What::Word(word),
        presses: Some([pressed; 2]),
    }
}

/// Arrows: the sign that is clicked counts.
fn arrows(word: Word) -> Says {
    Says {
        presses: Some([key(Up), key(Down)]),
        ..says("↑↓", word, key(Down))
    }
}

/// Digits up to a number: which of them is meant, a click cannot say.
fn numbers(most: usize, word: Word) -> Option<Says> {
    let keys = match most {
        0 => return None,
        1 => Cow::Borrowed("1"),
        most => Cow::Owned(format!("1–{most}")),
    };
    Some(Says {
        keys,
        what: What::Word(word),
        presses: None,
    })
}

impl App {
    /// The hints for so many columns, with so many between two of them.
    pub fn hints(&self, columns: usize, gap: usize) -> Vec<Hint> {
        let Some(guide) = self.world.guide.as_deref() else {
            return Vec::new();
        };
        let (first, more, mut last) = self.said(guide);
        if self.is_public() && self.key_scope() != Scope::Choosing {
            last.insert(0, says("F12", Word::ToStart, key(F(12))));
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
            ..says("F2", Word::Menu, key(F(2)))
        };
        let (up, down) = match self.key_scope() {
            Scope::Reading if !self.is_asked() => (Word::ScrollUp, Word::ScrollDown),
            _ => (Word::Previous, Word::Next),
        };
        let by_pages = self.key_scope() == Scope::Reading && !self.is_asked();
        let [up_key, down_key] = if by_pages {
            [key(PageUp), key(PageDown)]
        } else {
            [key(Up), key(Down)]
        };
        let mut buttons = vec![
            says("Esc", self.leads_back_from_here(), key(Esc)),
            says("↑", up, up_key),
            says("↓", down, down_key),
        ];
        buttons.push(match self.key_scope() {
            Scope::Reading if !self.is_asked() => says("F1", Word::Menu, key(F(1))),
            Scope::Choosing => says("Enter", Word::DoAct, key(Enter)),
            Scope::Reading => says("Enter", Word::Answer, key(Enter)),
            _ => says("Enter", Word::Read, key(Enter)),
        });
        buttons.push(match self.key_scope() {
            Scope::Reading if !self.is_asked() && guide.languages.len() > 1 => language,
            Scope::Choosing => says("F12", Word::ToStart, key(F(12))),
            _ => says("F1", Word::Menu, key(F(1))),
        });
        let in_public = |says: &Says| self.is_public() || says.keys != "F12";
        let buttons = buttons.into_iter().filter(in_public);
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
        let keys = match says.keys {
            Cow::Borrowed(keys) => self.setup.look.signs.keys(keys),
            Cow::Owned(keys) => Cow::Owned(self.setup.look.signs.keys(&keys).into_owned()),
        };
        Some(Hint {
            keys,
            what,
            presses: says.presses,
        })
    }

    /// What there is to say, by use: what always stands there, what does if there is room, and what always ends the row.
    fn said(&self, guide: &Guide) -> (Vec<Says>, Vec<Says>, Vec<Says>) {
        let menu = says("F1", Word::Menu, key(F(1)));
        let language = Says {
            what: What::NextLanguage,
            ..says("F2", Word::Menu, key(F(2)))
        };
        match self.key_scope() {
            Scope::Choosing => (
                vec![
                    arrows(Word::Choose),
                    says("Enter", Word::DoAct, key(Enter)),
                    says("Esc", Word::CloseMenu, key(Esc)),
                ],
                vec![Says {
                    presses: None,
                    ..says("F2–F12", Word::AtOnce, key(F(2)))
                }],
                Vec::new(),
            ),
            Scope::Finding => (
                vec![
                    says("Enter", Word::ReadHere, key(Enter)),
                    arrows(Word::PreviousNext),
                    says("Esc", Word::Back, key(Esc)),
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

    fn said_searching(&self, guide: &Guide) -> Vec<Says> {
        if self.visit.field == Field::Check {
            return vec![
                says("Enter", Word::ReadBelow, key(Enter)),
                says("Esc", Word::ToSearch, key(Esc)),
                says("Ctrl-U", Word::Clear, ctrl('u')),
            ];
        }
        let mut hints = vec![arrows(Word::Choose), says("Enter", Word::Read, key(Enter))];
        if self.suggestion().is_some() {
            hints.push(says("F3", Word::Suggestion, key(F(3))));
        }
        if self.group_to_fold().is_some() {
            hints.push(says("←→", Word::Fold, key(Right)));
        }
        if !self.visit.input.value().is_empty() {
            hints.push(says("Esc", Word::Clear, key(Esc)));
        }
        hints.extend(help(guide));
        hints
    }

    fn said_reading(&self, menu: Says) -> Vec<Says> {
        let rows = self.rows();
        let most = self.visit.reader.numbered(rows);
        let mut hints = vec![menu];
        if let Some(waits) = self.visit.number {
            return vec![
                Says {
                    keys: Cow::Owned(format!("{waits}… Enter")),
                    ..says("", Word::ThisNumber, key(Enter))
                },
                Says {
                    keys: Cow::Owned(next_digits(waits, most)),
                    presses: None,
                    ..says("", Word::LongerNumber, key(Enter))
                },
            ];
        }
        if self.has_found() {
            hints.push(Says {
                presses: Some([char('n'), char('N')]),
                ..says("n N", Word::NextPrevious, char('n'))
            });
        }
        if self.is_asked() {
            hints.extend(numbers(most, Word::Answer));
            hints.push(Says {
                presses: Some([key(Down), key(Enter)]),
                ..says("↑↓ Enter", Word::ChooseAnswer, key(Enter))
            });
        } else if self.world.size.columns >= MEDIUM {
            hints.push(arrows(Word::Scroll));
        }
        hints.push(says("Esc", self.leads_back(), key(Esc)));
        hints
    }

    fn more_reading(&self, guide: &Guide) -> Vec<Says> {
        let rows = self.rows();
        let mut hints = Vec::new();
        if self.visit.number.is_some() || self.is_asked() {
            return hints;
        }
        let most = self.visit.reader.numbered(rows);
        hints.extend(numbers(most, Word::Numbers));
        if self.visit.reader.link.is_some() {
            hints.push(says("Enter", Word::Follow, key(Enter)));
        }
        let is_advice = matches!(self.visit.reader.subject, Subject::Advice(_));
        if self.may_copy() && !is_advice {
            hints.push(says("c", Word::Copy, char('c')));
        }
        hints.push(says("/", Word::Find, char('/')));
        let has_room = self.world.size.columns >= TWO_PAGES && !self.setup.look.large;
        if has_room {
            hints.push(Says {
                what: What::SideBySide,
                ..says("F8", Word::Menu, key(F(8)))
            });
        }
        hints.extend(help(guide));
        hints
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
        hints.push(says("F5", Word::Advice, key(F(5))));
    }
    if guide.has(Part::Checks) {
        hints.push(says("F6", Word::Check, key(F(6))));
    }
    if guide.has(Part::Desks) {
        hints.push(says("F7", Word::Cards, key(F(7))));
        hints.push(says("F4", Word::Desks, key(F(4))));
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
