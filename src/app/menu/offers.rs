//! What the menu offers: all that can be done, in groups by use, and on what each would act now.

use std::borrow::Cow;

use super::called::{is_called, other_name};
use super::{Does, Line};
use crate::app::message::Policy;
use crate::app::{Act, App, acts};
use crate::frame::keys::{Key, Scope};
use crate::frame::layout::{Focus, TWO_PAGES};
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, SectionRef, checklist};
use crate::i18n::keys::two_languages;
use crate::i18n::menu::{Group, Item, texts, words};
use crate::i18n::summary::{self, Detail};
use crate::i18n::time::Clocks;
use crate::language::after;
use crate::page::Subject;

/// What is offered: in a group by use.
pub struct Offer {
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
    /// What there is in this guide and on this terminal. On a public one the way out comes first.
    pub(super) fn offers_in(&self, guide: &Guide) -> Vec<&'static Offer> {
        let offered = OFFERS.iter().filter(|offer| self.offers(offer, guide));
        let mut offered: Vec<&Offer> = offered.collect();
        offered.sort_by_key(|offer| offer.item != Item::Start);
        offered.sort_by_key(|offer| self.is_public() && offer.group != Group::Move);
        offered
    }

    pub(super) fn offered(&self, guide: &Guide, filter: &str) -> Vec<Line> {
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
}
