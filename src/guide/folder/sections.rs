//! A file's text → its title and its sections: by the levels of headings that it really uses, whatever they are.

mod outline;

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::Event;

use outline::{Arranging, Heading, Outline, Role, give_roles, is_title};

use super::article::{LARGE, PIECES_OF_SECTION};
use super::names::{bare, canonical, slug};
use crate::guide::markdown::divide::cost;
use crate::guide::markdown::{Body, Builder, events};

/// The id of what stands before the first section.
const LEAD: &str = "top";

/// The events of no longer text are kept while it is read, in bytes: they may take a hundred times as much. A longer one is
/// parsed each time somebody asks for them.
const KEPT: usize = 1 << 15;

/// The longest id that is made of a heading, in characters.
const MAX_ID: usize = 80;

/// A file, taken apart.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// What its first heading says.
    pub title: Option<String>,
    /// Nothing is said before that heading, pictures and links apart.
    pub is_led: bool,
    pub sections: Vec<Section>,
    /// Where the addresses within the file lead: as they are compared, and the index of a section.
    pub anchors: HashMap<String, usize>,
    /// Those of them that the author wrote.
    pub labels: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Section {
    pub id: String,
    /// `None` for what stands before the first heading: it goes by the title of the file.
    pub title: Option<String>,
    pub path: Vec<String>,
    pub body: Body,
}

impl Section {
    /// Adds it to others, in several where it is too long for a page: all go by its title.
    fn divide(self, ids: &mut Ids, sections: &mut Vec<Self>) {
        let Self {
            id,
            title,
            path,
            body,
        } = self;
        let bodies = body.divided(LARGE - cost(0, PIECES_OF_SECTION));
        sections.extend(bodies.into_iter().enumerate().map(|(n, body)| Self {
            id: match n {
                0 => ids.unique(&id),
                n => ids.unique(&format!("{id}-part{}", n + 1)),
            },
            title: title.clone(),
            path: path.clone(),
            body,
        }));
    }

    /// How deep it stands; what stands before all headings is by itself.
    pub fn level(&self) -> usize {
        match self.title {
            Some(_) => self.path.len() + 1,
            None => 0,
        }
    }
}

type Item<'a> = (Event<'a>, Range<usize>);

/// What a file is called, apart from its headings.
#[derive(Debug, Clone, Copy)]
pub(super) enum Known<'a> {
    /// Only what its file is called, or the folder that it leads: a heading that leads the text and says so is its title,
    /// whatever other headings are of its level.
    File(&'a str),
    /// Its author has named it: a heading of the first level that says no more is its title once more.
    Title(&'a str),
    /// It goes by the name of its file: a heading that says the same is its title once more.
    Name(&'a str),
}

/// Takes a text apart.
pub(super) fn read(text: &str, known: Known<'_>) -> Draft {
    let items = (text.len() <= KEPT).then(|| events(text).collect());
    take_apart(text, items, known)
}

/// The same, where the events of the text are there already or are parsed each time.
fn take_apart<'a>(text: &'a str, items: Option<Vec<Item<'a>>>, known: Known<'_>) -> Draft {
    let Outline {
        lead,
        is_led,
        mut headings,
        anchors,
        inner,
    } = if let Some(items) = &items {
        let arranges = Arranging::of(text, items.iter());
        Outline::of(text, items.iter(), &arranges)
    } else {
        let arranges = Arranging::of(text, events(text));
        Outline::of(text, events(text), &arranges)
    };
    let is_first = |first: &&Heading<'_>| {
        let is_named = match known {
            Known::File(name) => lead == 0 && says(&first.title, name),
            _ => false,
        };
        is_named || is_title(first, &headings, lead)
    };
    let role = headings
        .first()
        .filter(is_first)
        .and_then(|first| match known {
            Known::File(_) => Some(Role::Title),
            Known::Title(_) if first.level > 1 => None,
            Known::Title(title) if canonical(title).contains(&canonical(&first.title)) => {
                Some(Role::Title)
            }
            Known::Title(_) => Some(Role::Second),
            Known::Name(name) => {
                (canonical(&first.title) == canonical(name)).then_some(Role::Title)
            }
        });
    if let (Some(first), Some(role)) = (headings.first_mut(), role) {
        first.role = role;
    }
    give_roles(&mut headings, lead);
    let title = headings.iter().find(|heading| heading.role == Role::Title);
    let title = title.map(|heading| heading.title.clone());
    let bodies = match items {
        Some(items) => bodies(text, items.into_iter(), &headings),
        None => bodies(text, events(text), &headings),
    };
    let draft = Plan::new(&headings, anchors, inner).draft(title, bodies);
    Draft { is_led, ..draft }
}

/// Whether a title has a name in it, or is a part of it, whatever stands between the words of either.
fn says(title: &str, name: &str) -> bool {
    let (title, name) = (bare(&canonical(title)), bare(&canonical(name)));
    let is_part = |part: &str, whole: &str| part.chars().count() > 2 && whole.contains(part);
    is_part(&name, &title) || is_part(&title, &name)
}

/// The texts of all sections, the one before the first heading too: a section begins at each heading that is one.
fn bodies<'a>(
    text: &'a str,
    items: impl Iterator<Item = Item<'a>>,
    headings: &[Heading<'a>],
) -> Vec<Body> {
    let mut bodies = Vec::new();
    let (mut body, mut start, mut end) = (Builder::new(text), 0, 0);
    let mut next = 0;
    for (at, (event, range)) in items.enumerate() {
        while headings
            .get(next)
            .is_some_and(|heading| heading.items.end <= at)
        {
            next += 1;
        }
        let here = headings
            .get(next)
            .filter(|heading| heading.items.contains(&at));
        match here {
            Some(heading) if !heading.role.stays() => {
                if heading.items.start != at {
                    continue;
                }
                if heading.role == Role::Section {
                    let done = std::mem::replace(&mut body, Builder::new(text));
                    bodies.push(done.finish(trimmed(text, start..end)));
                    start = range.end;
                }
                if start == end || heading.role == Role::Section {
                    (start, end) = (range.end, range.end);
                }
                if heading.role == Role::Section {
                    heading
                        .links
                        .iter()
                        .for_each(|link| body.take(link.clone()));
                }
            }
            _ => {
                end = end.max(range.end);
                body.take(event);
            }
        }
    }
    bodies.push(body.finish(trimmed(text, start..end)));
    bodies
}

/// A part of the text without empty lines around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(part) = text.get(range.clone()) else {
        return range.start..range.start;
    };
    let inner = part.trim_end();
    let start = range.start + inner.len() - inner.trim_start_matches('\n').len();
    start..(range.start + inner.len()).max(start)
}

/// Where everything is that has an address.
struct Plan<'a> {
    /// The headings that begin sections, each with those above it.
    begins: Vec<(&'a Heading<'a>, Vec<String>)>,
    /// What the addresses stand for: 0 is what stands before the first of these.
    anchors: Vec<(String, usize)>,
    labels: Vec<String>,
}

impl<'a> Plan<'a> {
    /// `named` and `inner` are the addresses that are no heading's of these, each behind so many headings; the author wrote the first.
    fn new(
        headings: &'a [Heading<'a>],
        named: Vec<(String, usize)>,
        inner: Vec<(String, usize)>,
    ) -> Self {
        let mut begins: Vec<(&Heading<'_>, Vec<String>)> = Vec::new();
        let mut anchors = Vec::new();
        let labels = headings.iter().filter_map(|heading| heading.id.as_ref());
        let labels = labels.chain(named.iter().map(|(name, _)| name));
        let labels = labels.map(|label| canonical(label)).collect();
        let mut slugs: HashMap<String, usize> = HashMap::new();
        let mut above: Vec<(u8, &str)> = Vec::new();
        // Where what stands behind so many headings is.
        let mut places = vec![0];
        for heading in headings {
            match heading.role {
                Role::Section | Role::Path => {
                    above.retain(|&(level, _)| level < heading.level);
                    if heading.role == Role::Section {
                        let path = above.iter().map(|&(_, title)| title.to_owned());
                        begins.push((heading, path.collect()));
                    }
                    above.push((heading.level, &heading.title));
                }
                Role::Title | Role::Second | Role::Inner => {}
            }
            // What is only a name leads to what is below it.
            let place = begins.len() + usize::from(heading.role == Role::Path);
            anchors.extend(heading.id.iter().map(|id| (id.clone(), place)));
            let slug = slug(&heading.title);
            let count = slugs.entry(slug.clone()).or_default();
            let address = match *count {
                0 => slug,
                count => format!("{slug}-{count}"),
            };
            *count += 1;
            anchors.push((address, place));
            places.push(place);
        }
        for (name, behind) in named.into_iter().chain(inner) {
            anchors.push((name, places.get(behind).copied().unwrap_or(0)));
        }
        Self {
            begins,
            anchors,
            labels,
        }
    }

    fn draft(self, title: Option<String>, bodies: Vec<Body>) -> Draft {
        let mut ids = Ids::default();
        let mut sections = Vec::with_capacity(bodies.len());
        let has_lead = bodies.first().is_some_and(Body::has_content) || self.begins.is_empty();
        let mut bodies = bodies.into_iter();
        // Where among the sections each of these begins.
        let mut starts = Vec::with_capacity(bodies.len());
        let lead = bodies.next().filter(|_| has_lead);
        if let Some(body) = lead {
            starts.push(0);
            let whole = Section {
                id: LEAD.to_owned(),
                title: None,
                path: Vec::new(),
                body,
            };
            whole.divide(&mut ids, &mut sections);
        }
        for ((heading, path), body) in self.begins.iter().zip(bodies) {
            let made = || {
                slug(&heading.title)
                    .chars()
                    .take(MAX_ID)
                    .collect::<String>()
            };
            let id = heading.id.clone().unwrap_or_else(made);
            // What stands between an article and a section in an address.
            let id = id.replace('#', "");
            starts.push(sections.len());
            let whole = Section {
                id: if id.is_empty() {
                    "section".to_owned()
                } else {
                    id
                },
                title: Some(heading.title.clone()),
                path: path.clone(),
                body,
            };
            whole.divide(&mut ids, &mut sections);
        }
        let mut anchors = HashMap::new();
        for (address, place) in self.anchors {
            let section = if has_lead {
                place
            } else {
                place.saturating_sub(1)
            };
            let start = starts.get(section).or(starts.last());
            anchors
                .entry(canonical(&address))
                .or_insert(start.copied().unwrap_or(0));
        }
        Draft {
            title,
            is_led: false,
            sections,
            anchors,
            labels: self.labels,
        }
    }
}

/// Ids that have been given.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, usize>);

impl Ids {
    /// This id; where it has been given, with a number behind it.
    pub fn unique(&mut self, id: &str) -> String {
        let mut unique = id.to_owned();
        loop {
            if !self.0.contains_key(&unique) {
                self.0.insert(unique.clone(), 0);
                return unique;
            }
            let count = self.0.entry(id.to_owned()).or_default();
            *count += 1;
            unique = format!("{id}-{count}");
        }
    }
}

#[cfg(test)]
mod tests;
