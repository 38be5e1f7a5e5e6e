//! A text's headings, and what each of them is: by the levels that it really uses.

use std::borrow::Borrow;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::Item;
use crate::guide::folder::names::slug;
use crate::guide::limits::MAX_TITLE;
use crate::guide::markdown::Builder;

/// A section with more to read than this is cut at the next level of headings, in characters.
const LONG: usize = 6_000;

/// What stands between links is no text yet, in characters: "English | [日本語](README.ja.md)".
const FEW: usize = 12;

/// A heading that stands in nothing else.
pub(super) struct Heading<'a> {
    pub level: u8,
    pub id: Option<String>,
    pub title: String,
    /// Which of the text's events are its.
    pub items: Range<usize>,
    /// A paragraph of the links in it that lead to other pages.
    pub links: Vec<Event<'a>>,
    /// How many characters there are to read between it and the next.
    pub length: usize,
    pub role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    /// Something else than the title that the file has already: it stays above its text.
    Second,
    Section,
    /// Only a name for what is below it.
    Path,
    /// Stands within a section.
    Inner,
}

impl Role {
    /// Whether it speaks of the whole file.
    pub const fn is_title(self) -> bool {
        matches!(self, Self::Title | Self::Second)
    }

    /// Whether it is a part of the text that it stands in.
    pub const fn stays(self) -> bool {
        matches!(self, Self::Second | Self::Inner)
    }
}

/// What a text consists of.
pub(super) struct Outline<'a> {
    /// How much there is to read before the first heading.
    pub lead: usize,
    /// Whether hardly anything but pictures and links stands there: badges, or the same in other languages.
    pub is_led: bool,
    pub headings: Vec<Heading<'a>>,
    /// Addresses that the author wrote and that are no heading's of these, each behind so many headings.
    pub anchors: Vec<(String, usize)>,
    /// Those of headings that stand in something else, made of their words, likewise.
    pub inner: Vec<(String, usize)>,
}

impl<'a> Outline<'a> {
    /// What the events of a text say.
    pub fn of<I: Borrow<Item<'a>>>(
        text: &str,
        items: impl Iterator<Item = I>,
        arranges: &Arranging,
    ) -> Self {
        let (mut lead, mut depth) = (0, 0_usize);
        let (mut words, mut in_picture, mut in_link) = (0, false, false);
        let mut found: Vec<Heading<'a>> = Vec::new();
        let (mut anchors, mut inner) = (Vec::new(), Vec::new());
        let mut open: Option<(u8, Option<String>, Open<'a>)> = None;
        let mut open_inside: Option<Open<'a>> = None;
        for (at, item) in items.enumerate() {
            let (event, range) = item.borrow();
            if let Some((_, _, open)) = &mut open {
                open.events.push(event.clone());
            }
            if let Some(open) = &mut open_inside {
                open.events.push(event.clone());
            }
            let length = match event {
                Event::Start(Tag::Heading { level, id, .. })
                    if depth == 0 && arranges.heading(text, *level, range.start) =>
                {
                    let id = id.as_ref().map(ToString::to_string);
                    open = Some((number(*level), id, Open::new(at, event, range)));
                    0
                }
                Event::End(TagEnd::Heading(_)) if depth == 1 && open.is_some() => {
                    if let Some((level, id, open)) = open.take() {
                        found.push(Heading {
                            level,
                            id,
                            title: open.title(text, range),
                            items: open.at..at + 1,
                            links: links(&open.events),
                            length: 0,
                            role: Role::Inner,
                        });
                    }
                    0
                }
                Event::Start(Tag::Heading { id, .. }) => {
                    anchors.extend(id.iter().map(|id| (id.to_string(), found.len())));
                    open_inside = Some(Open::new(at, event, range));
                    0
                }
                Event::End(TagEnd::Heading(_)) => {
                    if let Some(open) = open_inside.take() {
                        inner.push((slug(&open.title(text, range)), found.len()));
                    }
                    0
                }
                Event::InlineHtml(name) => {
                    // One within a heading is its.
                    anchors.push((name.to_string(), found.len() + usize::from(open.is_some())));
                    0
                }
                _ if open.is_some() => 0,
                Event::Text(text) | Event::Code(text) => text.trim().chars().count(),
                // A picture alone is something to see.
                Event::Start(Tag::Image { .. }) => 1,
                _ => 0,
            };
            match event {
                Event::Start(Tag::Image { .. }) => in_picture = true,
                Event::End(TagEnd::Image) => in_picture = false,
                Event::Start(Tag::Link { .. }) => in_link = true,
                Event::End(TagEnd::Link) => in_link = false,
                _ => {}
            }
            if let Some(heading) = found.last_mut() {
                heading.length += length;
            } else {
                lead += length;
                words += if in_picture || in_link { 0 } else { length };
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        Self {
            lead,
            is_led: words <= FEW,
            headings: found,
            anchors,
            inner,
        }
    }
}

/// A heading that is being read.
struct Open<'a> {
    /// Its first event, and where that begins in the text.
    at: usize,
    start: usize,
    events: Vec<Event<'a>>,
}

impl<'a> Open<'a> {
    fn new(at: usize, event: &Event<'a>, range: &Range<usize>) -> Self {
        Self {
            at,
            start: range.start,
            events: vec![event.clone()],
        }
    }

    /// What it says, once it has ended there.
    fn title(&self, text: &str, end: &Range<usize>) -> String {
        title(text, &self.events, self.start..end.end.max(self.start))
    }
}

/// Which headings arrange a text. Those in tags are shown below headings of Markdown, as in examples: they arrange what stands
/// before these, and all of a text of which the title alone is written in Markdown.
pub(super) struct Arranging {
    /// The first heading of Markdown, if there is one: its level, and where it begins.
    first: Option<(HeadingLevel, usize)>,
    is_alone: bool,
}

impl Arranging {
    pub fn of<'a, I: Borrow<Item<'a>>>(text: &str, items: impl Iterator<Item = I>) -> Self {
        let mut depth = 0_usize;
        let mut own = items.filter_map(|item| {
            let (event, range) = item.borrow();
            let is_outer = depth == 0;
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            match event {
                Event::Start(Tag::Heading { level, .. })
                    if is_outer && !is_html(text, range.start) =>
                {
                    Some((*level, range.start))
                }
                _ => None,
            }
        });
        Self {
            first: own.next(),
            is_alone: own.next().is_none(),
        }
    }

    /// Whether a heading of this level, which begins there, is one of them.
    fn heading(&self, text: &str, level: HeadingLevel, at: usize) -> bool {
        let Some((first, start)) = self.first else {
            return true;
        };
        at <= start || !is_html(text, at) || self.is_alone && level > first
    }
}

/// Whether what begins there is written in tags.
fn is_html(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|text| text.trim_start().starts_with('<'))
}

/// What a heading says; badges and other pictures beside its words are none of it.
fn title(text: &str, events: &[Event<'_>], place: Range<usize>) -> String {
    let said = |with_pictures: bool| {
        let mut title = Builder::new(text);
        let mut in_picture = false;
        for event in events {
            in_picture |= matches!(event, Event::Start(Tag::Image { .. }));
            if with_pictures || !in_picture {
                title.take(event.clone());
            }
            in_picture &= !matches!(event, Event::End(TagEnd::Image));
        }
        title.finish(place.clone()).plain_text()
    };
    let has_pictures = events
        .iter()
        .any(|event| matches!(event, Event::Start(Tag::Image { .. })));
    if has_pictures {
        let words = said(false);
        // What parted the words from the pictures.
        let words = words.trim_matches(|c: char| c.is_whitespace() || "·|•".contains(c));
        if !words.is_empty() {
            return shortened(words);
        }
    }
    shortened(said(true).trim())
}

/// A paragraph of the links in a heading that lead to other pages: where the heading stands, nothing can be followed.
fn links<'a>(heading: &[Event<'a>]) -> Vec<Event<'a>> {
    let leads = |target: &str| !target.starts_with('#') && !target.contains("://");
    let mut links: Vec<Event<'a>> = Vec::new();
    let mut in_link = false;
    for event in heading {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => in_link = leads(dest_url),
            Event::End(TagEnd::Link) if in_link => {
                links.push(event.clone());
                in_link = false;
            }
            _ => {}
        }
        if in_link {
            if links.is_empty() {
                links.push(Event::Start(Tag::Paragraph));
            } else if matches!(links.last(), Some(Event::End(TagEnd::Link))) {
                links.push(Event::Text(" ".into()));
            }
            links.push(event.clone());
        }
    }
    if !links.is_empty() {
        links.push(Event::End(TagEnd::Paragraph));
    }
    links
}

fn shortened(title: &str) -> String {
    let title = title.replace('\n', " ");
    match title.char_indices().nth(MAX_TITLE) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title,
    }
}

const fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Whether the first heading is the title: nothing stands before it, or it is the only one of the first level; and it is
/// alone on its level.
pub(super) fn is_title(first: &Heading<'_>, headings: &[Heading<'_>], lead: usize) -> bool {
    let is_alone = headings[1..].iter().all(|other| other.level > first.level);
    is_alone && !first.title.is_empty() && (lead == 0 || first.level == 1)
}

pub(super) fn give_roles(headings: &mut [Heading<'_>], lead: usize) {
    let levels = || {
        let rest = headings.iter().filter(|heading| !heading.role.is_title());
        rest.map(|heading| heading.level)
    };
    let Some(first) = levels().min() else {
        return;
    };
    let below = |level: u8| levels().filter(|&other| other > level).min();
    let next = below(first);
    // Where several headings are of the level that titles have, each is the title of a part.
    let is_title = first == 1 && levels().filter(|&level| level == 1).count() > 1;
    let third = next.filter(|_| is_title).and_then(below);
    let deepest = third.or(next).unwrap_or(first);
    let mut has_section = lead > 0
        || headings.first().is_some_and(|first| match first.role {
            Role::Title => first.length > 0,
            role => role == Role::Second,
        });
    for at in 0..headings.len() {
        if headings[at].role.is_title() {
            continue;
        }
        let (level, length) = (headings[at].level, headings[at].length);
        if level > deepest {
            continue;
        }
        let next = headings.get(at + 1).map(|next| next.level);
        let is_empty = headings[at].title.is_empty();
        // A name for headings that have no text either would stand above nothing.
        let mut below = headings[at + 1..]
            .iter()
            .take_while(|next| next.level > level);
        let mut leads = || below.any(|next| next.level <= deepest && next.length > 0);
        headings[at].role = if length > 0 && !is_empty {
            Role::Section
        } else if !is_empty && next.is_some_and(|next| next > level && next <= deepest) && leads() {
            Role::Path
        } else if !is_empty && (next.is_some_and(|next| next > level) || !has_section) {
            Role::Section
        } else {
            Role::Inner
        };
        has_section |= headings[at].role == Role::Section;
    }
    cut_long(headings, deepest);
    name_only(headings);
}

/// What has been cut at all of its headings, and has no text of its own, is only a name for them.
fn name_only(headings: &mut [Heading<'_>]) {
    for at in 1..headings.len() {
        let (before, rest) = headings.split_at_mut(at);
        if let ([.., heading], [next, ..]) = (before, rest)
            && (heading.role, heading.length) == (Role::Section, 0)
            && next.role == Role::Section
            && next.level > heading.level
        {
            heading.role = Role::Path;
        }
    }
}

/// Headings within a section that is too long to be found by become sections, level by level.
fn cut_long(headings: &mut [Heading<'_>], mut deepest: u8) {
    while let Some(next) = headings
        .iter()
        .map(|heading| heading.level)
        .filter(|&level| level > deepest)
        .min()
    {
        let mut at = 0;
        while at < headings.len() {
            let inner = headings[at + 1..]
                .iter()
                .take_while(|heading| heading.role == Role::Inner);
            let end = at + 1 + inner.count();
            let length: usize = headings[at..end].iter().map(|heading| heading.length).sum();
            if length > LONG {
                for heading in &mut headings[at + 1..end] {
                    if heading.level == next && heading.length > 0 && !heading.title.is_empty() {
                        heading.role = Role::Section;
                    }
                }
            }
            at = end;
        }
        deepest = next;
    }
}
