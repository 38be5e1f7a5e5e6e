//! The menu: all that can be done, on what it would act now, and its key. It is filtered as one types, in any language that
//! the program speaks, and takes what is chosen. The choice of what to copy is such a menu, too.

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use super::message::Policy;
use super::update::one_line;
use super::{Act, App, Clipboard, Command, acts};
use crate::frame::keys::{Key, Scope};
use crate::frame::layout::{Focus, TWO_PAGES};
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, SectionRef, checklist};
use crate::i18n::keys::two_languages;
use crate::i18n::menu::{Group, Item, texts, words};
use crate::i18n::summary::{self, Detail};
use crate::i18n::time::Clocks;
use crate::i18n::{SPOKEN, copy};
use crate::language::{Language, after};
use crate::page::{Subject, to_copy};
use crate::text::fold::{fold, to_hiragana};
use crate::text::reading::{letters, romaji};

/// The longest text to filter by, in characters.
const LONGEST: usize = 100;

/// What it is a menu of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    Acts,
    /// What can be copied of what is read.
    Copies,
}

/// The menu while it is open.
#[derive(Debug, Clone)]
pub struct Menu {
    pub choices: Choices,
    /// What it is filtered by.
    pub input: Input,
    /// The index of what is chosen among what is left.
    pub selected: usize,
}

/// A line of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it belongs to, where that was not said above.
    pub group: &'static str,
    pub name: String,
    /// On what it would act now, or why that cannot be.
    pub detail: String,
    /// The key that does the same from where the menu was opened.
    pub key: Cow<'static, str>,
    /// Whether it can be done now.
    pub is_off: bool,
    does: Does,
}

#[derive(Debug, Clone)]
enum Does {
    Act(Act),
    Quit,
    Copy(String),
}

/// What is offered: in a group by use.
struct Offer {
    group: Group,
    item: Item,
    act: Act,
}

const fn offer(group: Group, item: Item, act: Act) -> Offer {
    Offer { group, item, act }
}

#[rustfmt::skip]
static OFFERS: &[Offer] = &[
    offer(Group::ThisPage, Item::Checklist, Act::OpenCard),
    offer(Group::ThisPage, Item::Copy, Act::OpenCopy),
    offer(Group::ThisPage, Item::Find, Act::Find),
    offer(Group::ThisPage, Item::Contents, Act::OpenContents),
    offer(Group::ThisPage, Item::SideBySide, Act::SwitchBeside),
    offer(Group::GetHelp, Item::Advice, Act::OpenPage(Subject::Advice(Path::START))),
    offer(Group::GetHelp, Item::Desks, Act::OpenPage(Subject::Desks)),
    offer(Group::GetHelp, Item::Check, Act::SwitchField),
    offer(Group::Move, Item::Back, Act::Back),
    offer(Group::Move, Item::Forward, Act::Forward),
    offer(Group::Move, Item::Earlier, Act::Earlier),
    offer(Group::Move, Item::Start, Act::EndVisit),
    offer(Group::Screen, Item::Language, Act::SwitchLanguage),
    offer(Group::Screen, Item::MouseOff, Act::SwitchMouse),
    offer(Group::Screen, Item::HowTo, Act::Help),
    offer(Group::Screen, Item::Details, Act::OpenPage(Subject::Details)),
    offer(Group::Screen, Item::Quit, Act::Quit),
];

impl App {
    /// What stands in the menu: what is called as its line says.
    pub fn menu_lines(&self) -> Vec<Line> {
        let (Some(menu), Some(guide)) = (&self.visit.menu, self.world.guide.as_deref()) else {
            return Vec::new();
        };
        match menu.choices {
            Choices::Acts => self.offered(guide, menu.input.value()),
            Choices::Copies => self.copies(guide, menu.input.value()),
        }
    }

    /// How many lines there are where nothing is typed: its box keeps that size.
    pub fn menu_size(&self, choices: Choices) -> usize {
        let Some(guide) = self.world.guide.as_deref() else {
            return 0;
        };
        match choices {
            Choices::Acts => self.offers_in(guide).len(),
            Choices::Copies => self.copies(guide, "").len(),
        }
    }

    /// What there is in this guide and on this terminal. On a public one the way out comes first.
    fn offers_in(&self, guide: &Guide) -> Vec<&'static Offer> {
        let offered = OFFERS.iter().filter(|offer| self.offers(offer, guide));
        let mut offered: Vec<&Offer> = offered.collect();
        offered.sort_by_key(|offer| offer.item != Item::Start);
        offered.sort_by_key(|offer| self.is_public() && offer.group != Group::Move);
        offered
    }

    fn offered(&self, guide: &Guide, filter: &str) -> Vec<Line> {
        let lang = self.visit.language;
        let mut last = None;
        let called = self.offers_in(guide).into_iter().filter(|offer| {
            let keys = [Scope::Searching, Scope::Reading].map(|now| self.key_beside(offer, now));
            is_called(self.item(offer.item), &keys, filter)
        });
        let line = |offer: &Offer| {
            let item = self.item(offer.item);
            let is_new = last.replace(offer.group) != Some(offer.group);
            let group = if is_new && filter.is_empty() {
                words(lang).group(offer.group)
            } else {
                ""
            };
            let state = self.acts_on(offer, guide);
            let is_off = state.is_err();
            let detail = match state {
                // Whoever typed in one language sees why it was found.
                Ok(_) if !filter.is_empty() => other_name(item, lang, filter).to_owned(),
                Ok(detail) | Err(detail) => detail,
            };
            let now = match self.visit.focus {
                Focus::Search => Scope::Searching,
                Focus::Article => Scope::Reading,
            };
            let key = self.key_beside(offer, now);
            Line {
                group,
                name: self.name(item),
                detail,
                key: Cow::Owned(self.setup.look.signs.keys(&key).into_owned()),
                is_off,
                does: match item {
                    Item::Quit => Does::Quit,
                    _ => Does::Act(offer.act.clone()),
                },
            }
        };
        called.map(line).collect()
    }

    /// The key that does the same in a place; nothing where there is none.
    fn key_beside(&self, offer: &Offer, now: Scope) -> String {
        let key = |act: &Act, now| self.setup.bound.key_for(act, now).map(Key::name);
        let twice = |name: String| format!("{name} {name}");
        let name = match offer.item {
            // On the first entry a step up calls them back.
            Item::Earlier if now == Scope::Searching => key(&Act::Move(-1), now),
            Item::Start => key(&offer.act, Scope::InPublic),
            Item::Quit => key(&Act::Quit, now)
                .or_else(|| key(&Act::Interrupt, now))
                .map(twice),
            _ => key(&offer.act, now),
        };
        name.unwrap_or_default()
    }

    /// The name of something: of the next language its own.
    fn name(&self, item: Item) -> String {
        let next = after(self.languages(), self.visit.language);
        match (item, next) {
            (Item::Language, Some(language)) => language.own_name(),
            (Item::SideBySide, Some(_)) => {
                two_languages(self.languages(), self.visit.language).unwrap_or_default()
            }
            _ => words(self.visit.language).item(item).to_owned(),
        }
    }

    const fn item(&self, item: Item) -> Item {
        match item {
            Item::MouseOff if !self.visit.mouse => Item::MouseOn,
            item => item,
        }
    }

    /// Whether there is such a thing in this guide and on this terminal, now or at another time.
    fn offers(&self, offer: &Offer, guide: &Guide) -> bool {
        let one_language = guide.languages.len() < 2;
        let of_languages = matches!(offer.item, Item::Language | Item::SideBySide);
        let ends_visit = offer.item == Item::Start;
        acts::is_in(&offer.act, guide)
            && (self.is_public() || !ends_visit)
            && (!self.is_public() || offer.act.in_public() == Policy::Done)
            && !(one_language && of_languages)
    }

    /// On what something acts now, or why it cannot be done.
    fn acts_on(&self, offer: &Offer, guide: &Guide) -> Result<String, String> {
        let lang = self.visit.language;
        let (texts, nothing) = (texts(lang), String::new());
        let needs = |is_there: bool, why: &str, what: String| {
            if is_there {
                Ok(what)
            } else {
                Err(why.to_owned())
            }
        };
        match offer.item {
            Item::Checklist => {
                let has_any = !checklist::sections(guide, None, lang).is_empty();
                let Subject::Card(at) = self.card() else {
                    return needs(has_any, texts.none, nothing);
                };
                let (done, all) = self.ticked(guide, at);
                let title = &guide.section(at).texts.text(lang).title;
                Ok(format!("{title} {done}/{all}"))
            }
            Item::Copy => Ok(texts.to_copy.to_owned()),
            Item::Contents => {
                let at = self.section_read();
                let sections = |at: SectionRef| guide.articles[at.article].sections.len();
                at.map(|at| words(lang).section(at.section + 1, sections(at)))
                    .ok_or_else(|| texts.in_articles.to_owned())
            }
            Item::SideBySide => {
                let has_room = self.world.size.columns >= TWO_PAGES && !self.setup.look.large;
                needs(has_room, &words(lang).needs_columns(TWO_PAGES), nothing)
            }
            Item::Desks => Ok(self.first_desk(guide)),
            Item::Back => Ok(self.leads_back_to().to_owned()),
            Item::Forward => needs(
                !self.visit.reader.ahead.is_empty(),
                texts.nothing_ahead,
                nothing,
            ),
            Item::Earlier => needs(
                self.visit.earlier.recent().next().is_some(),
                texts.nothing_earlier,
                nothing,
            ),
            _ => Ok(nothing),
        }
    }

    /// Until when somebody is there, of the desks that come first.
    fn first_desk(&self, guide: &Guide) -> String {
        let lang = self.visit.language;
        let clocks = Clocks::new(self.world.now, guide.timezone, self.setup.viewer);
        let entries = summary::entries(self.statuses(), guide, clocks.into(), lang, Detail::Short);
        let first = entries.get(..1).unwrap_or_default();
        let pieces = summary::pieces(first, lang, false);
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    fn leads_back_to(&self) -> &'static str {
        let texts = texts(self.visit.language);
        let reads = self.visit.focus == Focus::Article;
        match self.visit.reader.history.last() {
            Some(place) if reads && place.focus == Focus::Article => texts.to_page_before,
            _ if reads && !self.query().is_empty() => texts.to_results,
            _ if reads || !self.query().is_empty() => texts.to_topics,
            _ => "",
        }
    }

    /// How many boxes of a checklist are ticked, and how many there are.
    pub fn ticked(&self, guide: &Guide, at: SectionRef) -> (usize, usize) {
        let tasks = checklist::tasks(guide, at, self.visit.language);
        (self.visit.ticks.done(at, &tasks), tasks.len())
    }

    fn copies(&self, guide: &Guide, filter: &str) -> Vec<Line> {
        let choices = to_copy(
            guide,
            self.section_to_copy(),
            self.visit.language,
            &self.setup.program,
            &self.visit.ticks,
        );
        let filter = fold(filter.trim());
        // Digits choose, they filter nothing.
        let filter = if number_of(&filter, choices.len()).is_some() {
            String::new()
        } else {
            filter
        };
        let lines = choices.into_iter().zip(1..).map(|(choice, number)| {
            let detail = choice.shown.unwrap_or_else(|| choice.text.clone());
            Line {
                group: "",
                name: choice.label,
                detail,
                key: Cow::Owned(format!("{number}")),
                is_off: false,
                does: Does::Copy(choice.text),
            }
        });
        let is_called = |line: &Line| {
            fold(&line.name).contains(&filter) || fold(&line.detail).contains(&filter)
        };
        lines.filter(is_called).collect()
    }

    /// What the menu is called.
    pub fn menu_title(&self, choices: Choices) -> &'static str {
        match choices {
            Choices::Acts => texts(self.visit.language).title,
            Choices::Copies => copy::texts(self.visit.language).title,
        }
    }

    /// Whether the menu is open and nothing is typed in it.
    pub(super) fn is_menu_unfiltered(&self) -> bool {
        let menu = self.visit.menu.as_ref();
        menu.is_some_and(|menu| menu.input.value().is_empty())
    }

    pub(super) fn open_menu(&mut self, choices: Choices) {
        if self.world.guide.is_some() {
            self.visit.menu = Some(Menu {
                choices,
                input: Input::default(),
                selected: 0,
            });
        }
    }

    /// What can be copied of what is read; where nothing takes copies, all of it to be taken by hand.
    pub(super) fn open_copies(&mut self) {
        match self.setup.clipboard {
            Clipboard::Terminal => {
                self.open_menu(Choices::Copies);
                if self.menu_lines().is_empty() {
                    self.visit.menu = None;
                }
            }
            _ => self.open_copy(),
        }
    }

    /// Takes what is meant for the menu while that is open, and gives back what is not.
    pub(super) fn update_menu(&mut self, act: Act) -> Result<Option<Command>, Act> {
        let lines = self.menu_lines();
        // Its frame and the line to type in take rows of the body.
        let rows = self
            .layout()
            .map_or(1, |layout| layout.body().height.saturating_sub(3));
        let page = isize::try_from(lines.len())
            .unwrap_or(1)
            .min(rows.max(1).cast_signed().into());
        let is_unfiltered = self.is_menu_unfiltered();
        let Some(menu) = &mut self.visit.menu else {
            return Err(act);
        };
        let last = lines.len().saturating_sub(1);
        match act {
            Act::Move(by) => menu.selected = menu.selected.saturating_add_signed(by).min(last),
            Act::MovePages(by) => {
                let by = by.saturating_mul(page);
                menu.selected = menu.selected.saturating_add_signed(by).min(last);
            }
            Act::Edit(InputRequest::GoToStart) if is_unfiltered => menu.selected = 0,
            Act::Edit(InputRequest::GoToEnd) if is_unfiltered => menu.selected = last,
            Act::Open => return Ok(self.choose_line(lines)),
            Act::Back if menu.input.value().is_empty() => self.visit.menu = None,
            Act::Back => {
                menu.input.reset();
                menu.selected = 0;
            }
            Act::OpenMenu => self.visit.menu = None,
            Act::Edit(request) => {
                if !is_insertion(request)
                    && menu
                        .input
                        .handle(request)
                        .is_some_and(|change| change.value)
                {
                    menu.selected = 0;
                }
            }
            act => {
                self.visit.menu = None;
                return Err(act);
            }
        }
        Ok(None)
    }

    /// Puts a text into the menu's line; where digits choose, they do.
    pub(super) fn insert_to_menu(&mut self, text: &str) -> Option<Command> {
        let menu = self.visit.menu.as_ref()?;
        let count = self.menu_size(menu.choices);
        let typed = one_line(&menu.input, text, LONGEST);
        let number = number_of(typed.value(), count).filter(|_| menu.choices == Choices::Copies);
        let menu = self.visit.menu.as_mut()?;
        menu.input = typed;
        menu.selected = number.map_or(0, |number| number - 1);
        match number {
            // It may be the beginning of a longer number.
            Some(number) if number * 10 > count => {
                let lines = self.menu_lines();
                self.choose_line(lines)
            }
            _ => None,
        }
    }

    /// Does what a line says, wherever the choice was.
    pub(super) fn click_line(&mut self, index: usize) -> Option<Command> {
        let lines = self.menu_lines();
        self.visit.menu.as_mut()?.selected = index;
        self.choose_line(lines)
    }

    fn choose_line(&mut self, lines: Vec<Line>) -> Option<Command> {
        let menu = self.visit.menu.as_ref()?;
        let typed = menu.input.value().trim().to_owned();
        let Some(line) = lines.into_iter().nth(menu.selected) else {
            self.visit.menu = None;
            return self.begin_query(&typed);
        };
        if line.is_off {
            return None;
        }
        self.visit.menu = None;
        match line.does {
            Does::Act(act) => self.do_act(act, None),
            Does::Quit => Some(Command::Quit),
            Does::Copy(text) => self.copy(text, &line.detail),
        }
    }

    /// Calls an earlier query back, wherever the focus is.
    pub(super) fn call_back_from_anywhere(&mut self) -> Option<Command> {
        self.visit.focus = Focus::Search;
        self.visit.field = super::Field::Search;
        self.call_back()
    }
}

/// The number of one of so many lines, if it is that what was typed.
fn number_of(typed: &str, count: usize) -> Option<usize> {
    let number = fold(typed.trim()).parse().ok()?;
    (1..=count).contains(&number).then_some(number)
}

const fn is_insertion(request: InputRequest) -> bool {
    matches!(request, InputRequest::InsertChar(_))
}

/// What it is called in another language than the reader's: in one in which it is called as was typed, if there is any.
fn other_name(item: Item, lang: Language, typed: &str) -> &'static str {
    let own = words(lang).item(item);
    let others = || {
        let others = SPOKEN.into_iter();
        others.filter(|&other| words(other).item(item) != own)
    };
    let called = others().find(|&other| is_named(item, other, typed));
    let other = called.or_else(|| others().next());
    other.map_or("", |other| words(other).item(item))
}

/// Whether something is called as was typed: by a part of its name in any language, of how that is read, or by its key.
fn is_called(item: Item, keys: &[String], typed: &str) -> bool {
    let named = SPOKEN.into_iter().any(|lang| is_named(item, lang, typed));
    named || keys.iter().any(|key| fold(key) == fold(typed.trim()))
}

/// The same in one language, but for keys.
fn is_named(item: Item, lang: Language, typed: &str) -> bool {
    let typed = fold(typed.trim());
    let (name, reading) = (fold(words(lang).item(item)), words(lang).reading(item));
    let is_read = romaji(&typed).is_some_and(|typed| letters(reading).contains(&typed));
    has_word(&name, &typed) || reading.contains(&to_hiragana(&typed)) || is_read
}

/// Whether a text has one in it that begins where a word of Latin letters may begin.
fn has_word(text: &str, typed: &str) -> bool {
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    typed.is_empty() || text.match_indices(typed).any(|(at, _)| begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Bound;

    #[test]
    fn what_is_offered_is_found_in_any_language_and_script() {
        let key = |offer: &Offer| {
            let key = Bound::default().key_for(&offer.act, Scope::Searching);
            vec![key.map_or_else(String::new, Key::name)]
        };
        let called = |typed: &str| {
            let offers = OFFERS
                .iter()
                .filter(|offer| is_called(offer.item, &key(offer), typed));
            offers.map(|offer| offer.item).collect::<Vec<_>>()
        };
        assert_eq!(called("che"), [Item::Checklist, Item::Check]);
        assert_eq!(called("コピ"), [Item::Copy]);
        assert_eq!(called("kopi"), [Item::Copy]);
        assert_eq!(called("もくじ"), [Item::Contents]);
        assert_eq!(called("mokuj"), [Item::Contents]);
        assert_eq!(called("bangou"), [Item::Check]);
        assert_eq!(called("ＱＵＩＴ"), [Item::Quit]);
        assert_eq!(called("f5"), [Item::Advice]);
        for typed in ["退出", "結束", "종료"] {
            assert_eq!(called(typed), [Item::Quit], "{typed}");
        }
        assert_eq!(called("zzz"), []);
        assert_eq!(called("").len(), OFFERS.len());
    }

    #[test]
    fn the_name_beside_tells_why_it_was_found() {
        let other = |typed: &str, lang: Language| other_name(Item::Quit, lang, typed);
        assert_eq!(other("qui", Language::JA), "Quit");
        assert_eq!(other("종료", Language::JA), "종료");
        assert_eq!(other("しゅう", Language::KO), "終了");
        assert_eq!(other("qu", Language::EN), "終了");
    }
}
