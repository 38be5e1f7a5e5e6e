//! Files → pages: every language of one together, its sections in one order.

mod merge;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

pub(super) use merge::{Merged, connect, merge};

use super::front::{self, Front};
use super::languages::Place;
use super::links;
use super::names::{
    bare, canonical, common_folder, folder_of, is_index, last_of, number_of_article, slug,
    title_of, without_ending,
};
use super::sections::{self, Ids, Known, Section};
use super::{Survey, arrange, is_mdx, pair};
use crate::guide::dialect::{self, Braces};
use crate::language::Language;
use crate::text::clean::clean;

/// An article of which more is to be read, in bytes, comes in several parts: the page of one is set as a whole.
pub(super) const LARGE: usize = 200_000;
/// What a section has beside its text: a title, and lines around it.
pub(super) const PIECES_OF_SECTION: usize = 4;

/// A file, taken apart.
pub(super) struct Draft {
    file: String,
    /// Without its language.
    path: String,
    language: Language,
    front: Front,
    title: Option<String>,
    /// Its title stands before everything else, pictures and links apart.
    is_led: bool,
    sections: Vec<Section>,
    anchors: HashMap<String, usize>,
    labels: Vec<String>,
}

impl Draft {
    /// Takes a file apart, of a folder as it was found.
    pub fn read(file: &str, text: &str, place: &Place, survey: &Survey) -> Self {
        let (front, at) = front::split(text);
        let text: Cow<'_, str> = match &front.above {
            Some(above) => [above, &text[at..]].concat().into(),
            None => text[at..].into(),
        };
        let stem = without_ending(&place.path);
        let called: &str = match last_of(stem) {
            name if !is_index(name) => name,
            _ if folder_of(stem).is_empty() => &survey.name,
            _ => last_of(folder_of(stem)),
        };
        // In some folders files go by their names, whatever their headings say.
        let name = survey
            .by_name
            .then(|| title_of(last_of(without_ending(&place.path))));
        let known = match (&front.title, &name) {
            (Some(title), _) => Known::Title(title),
            (None, Some(name)) => Known::Name(name),
            (None, None) => Known::File(called),
        };
        let braces = if is_mdx(file) {
            Braces::Expressions
        } else {
            survey.braces
        };
        let read =
            |text: &str, known| sections::read(&dialect::canonical(text, braces, &|_| None), known);
        let mut draft = read(&text, known);
        if let (Known::File(_), None) = (known, &draft.title)
            && let Some((title, rest)) = dialect::opening_title(&text)
        {
            draft = read(&rest, Known::Title(title));
            draft.title.get_or_insert_with(|| title.to_owned());
        }
        // The index of the whole is called as that: its only heading, further down, is one of a part, such as "Install".
        let whole = survey.title.as_ref().unwrap_or(&survey.name);
        let is_whole = is_index(stem) && matches!(known, Known::File(_));
        if let Some(title) = &draft.title
            && is_whole
            && draft.sections.len() == 1
            && !draft.is_led
            && !has_name(title, whole)
            && !has_name(title, &survey.name)
        {
            draft = read(&text, Known::Title(whole));
        }
        let sections::Draft {
            title,
            is_led,
            sections,
            anchors,
            labels,
        } = draft;
        Self {
            file: file.to_owned(),
            path: place.path.clone(),
            language: place.language.unwrap_or(survey.languages[0]),
            front,
            title: title.or(name),
            is_led,
            sections,
            anchors,
            labels,
        }
    }

    fn date(&self) -> Option<NaiveDate> {
        let name = || match without_ending(&self.path) {
            // A page with its pictures is a folder.
            stem if is_index(last_of(stem)) => last_of(folder_of(stem)),
            stem => last_of(stem),
        };
        self.front.date.or_else(|| front::date(name()))
    }

    /// Sites may call news by their titles, whatever their files are called.
    fn title_as_address(&self) -> Option<String> {
        self.date()?;
        let title = self.front.title.as_ref().or(self.title.as_ref())?;
        Some(slug(title)).filter(|slug| !slug.is_empty())
    }

    /// Sites put the day of news into their addresses, before the name: `/2025/03/01/name`.
    fn dated_addresses(&self) -> Vec<String> {
        let Some(date) = self.front.date else {
            return Vec::new();
        };
        let slugs = self.front.names.iter().filter(|name| !name.contains('/'));
        let names = slugs.map(String::as_str);
        let names = names.chain([last_of(without_ending(&self.path))]);
        let addresses = names.map(|name| format!("/{}/{name}", date.format("%Y/%m/%d")));
        addresses.collect()
    }
}

/// A page in every language, the guide's order.
pub(super) struct Page {
    id: String,
    path: String,
    drafts: Vec<Draft>,
    /// For each draft, for each of its sections: the id that it has in the article.
    ids: Vec<Vec<String>>,
    /// All sections, in reading order.
    order: Vec<Places>,
}

/// Brings the languages of every page together.
pub(super) fn together(drafts: Vec<Draft>, languages: &[Language]) -> Vec<Page> {
    let mut pages: BTreeMap<String, Vec<Draft>> = BTreeMap::new();
    let mut by_permalink: HashMap<String, String> = HashMap::new();
    for draft in drafts {
        let own = canonical(without_ending(&draft.path));
        let is_there = pages.contains_key(&own);
        let number = number_of_article(last_of(&own)).map(str::to_owned);
        let joined = draft.front.permalink.clone().or(number);
        let key = match joined.filter(|_| !is_there) {
            Some(permalink) => {
                let known = by_permalink.entry(permalink).or_insert_with(|| own.clone());
                let is_other = |draft: &Draft, others: &Vec<Draft>| {
                    others.iter().all(|other| other.language != draft.language)
                };
                match pages.get(known.as_str()) {
                    Some(others) if is_other(&draft, others) => known.clone(),
                    _ => own,
                }
            }
            None => own,
        };
        pages.entry(key).or_default().push(draft);
    }
    let place = |draft: &Draft| languages.iter().position(|other| *other == draft.language);
    let mut all: Vec<Page> = Vec::with_capacity(pages.len());
    let mut taken = HashSet::new();
    for (_, mut drafts) in pages {
        drafts.sort_by_key(|draft| place(draft));
        // Two files for one page in one language, such as `a.md` and `a.mdx`, are two pages.
        while !drafts.is_empty() {
            let mut seen = HashSet::new();
            let (own, rest) = drafts
                .into_iter()
                .partition(|draft: &Draft| seen.insert(draft.language));
            drafts = rest;
            all.push(Page::new(own));
        }
    }
    let common = common_folder(all.iter().map(|page| folder_of(&page.path)));
    let prefix = if common.is_empty() {
        String::new()
    } else {
        format!("{common}/")
    };
    for page in &mut all {
        page.id = id(&page.path, &prefix, &mut taken);
    }
    all
}

/// What links and commands name a page by: its path, of an index that of its folder.
fn id(path: &str, prefix: &str, taken: &mut HashSet<String>) -> String {
    let path = path.strip_prefix(prefix).unwrap_or(path);
    let full = clean(without_ending(path)).replace(['#', '\n'], "-");
    let short = match full.rsplit_once('/') {
        Some((folder, name)) if is_index(name) => folder.to_owned(),
        None if full == "_index" => "index".to_owned(),
        _ => full.clone(),
    };
    let mut candidates = [short, full.clone()]
        .into_iter()
        .chain((2..).map(|n| format!("{full}~{n}")));
    // There are more candidates than pages.
    let id = candidates.find(|id| !taken.contains(id)).unwrap_or(full);
    taken.insert(id.clone());
    id
}

impl Page {
    fn new(drafts: Vec<Draft>) -> Self {
        let path = drafts
            .first()
            .map_or_else(String::new, |draft| draft.path.clone());
        let (order, ids) = merged_order(&drafts);
        Self {
            id: String::new(),
            path,
            drafts,
            ids,
            order,
        }
    }

    /// As links may name it.
    pub fn named(&self) -> links::Page {
        let files = self
            .drafts
            .iter()
            .zip(&self.ids)
            .map(|(draft, ids)| links::File {
                language: draft.language,
                path: draft.file.clone(),
                anchors: draft
                    .anchors
                    .iter()
                    .filter_map(|(address, &section)| {
                        Some((address.clone(), ids.get(section)?.clone()))
                    })
                    .collect(),
                labels: draft.labels.clone(),
            });
        let names = self.drafts.iter().flat_map(|draft| {
            let own = draft.front.names.iter().cloned();
            let number = number_of_article(last_of(&draft.path)).map(str::to_owned);
            let of_post = draft.title_as_address();
            own.chain(number)
                .chain(of_post)
                .chain(draft.dated_addresses())
        });
        links::Page {
            path: self.path.clone(),
            files: files.collect(),
            names: names.collect(),
        }
    }

    /// What decides its place.
    pub fn placed(&self) -> arrange::Page {
        arrange::Page {
            path: self.path.clone(),
            order: self.drafts.iter().find_map(|draft| draft.front.order),
            date: self.drafts.iter().find_map(Draft::date),
            title: self
                .drafts
                .iter()
                .find_map(|draft| draft.front.title.clone()),
            parent: self
                .drafts
                .iter()
                .find_map(|draft| draft.front.parent.clone()),
        }
    }
}

/// What a page is called. `whole` is what the whole is called, of which it may be the index.
fn title(draft: &Draft, whole: &str, label: Option<&String>) -> String {
    let name = || {
        let stem = without_ending(&draft.path);
        let name = last_of(stem);
        match last_of(folder_of(stem)) {
            _ if !is_index(name) => title_of(name),
            "" => whole.to_owned(),
            // What greets the readers of a site has the name of all of it.
            _ if arrange::is_container(folder_of(stem)) => whole.to_owned(),
            folder => title_of(folder),
        }
    };
    let own = match (&draft.front.title, &draft.title) {
        (Some(front), Some(heading)) if is_of_part(front, heading) => Some(heading),
        (front, heading) => front.as_ref().or(heading.as_ref()),
    };
    let label = label.or(draft.front.label.as_ref());
    let title = own.or(label).cloned().unwrap_or_else(name);
    one_line(without_site(&title, whole))
}

/// Whether a title has a name in it.
fn has_name(title: &str, name: &str) -> bool {
    bare(&canonical(title)).contains(&bare(&canonical(name)))
}

/// Whether a title is a heading with the part of the site behind it, for the windows of browsers: `include | Config`.
fn is_of_part(title: &str, heading: &str) -> bool {
    let rest = title.trim().strip_prefix(heading.trim());
    let rest = rest.map_or("", str::trim_start);
    !heading.trim().is_empty() && rest.starts_with(['|', '｜'])
}

/// A title without the name of the site behind it, which stands there for the windows of browsers: `Setup | Site`.
fn without_site<'t>(title: &'t str, whole: &str) -> &'t str {
    let page = title
        .trim_end()
        .strip_suffix(whole.trim())
        .map(str::trim_end);
    let page = page.and_then(|page| page.strip_suffix(['|', '-', '–', '—', '·', ':', '｜']));
    let page = page.filter(|page| page.ends_with(char::is_whitespace));
    match page.map(str::trim_end) {
        Some(page) if !page.is_empty() && !whole.trim().is_empty() => page,
        _ => title,
    }
}

fn one_line(text: &str) -> String {
    let text = dialect::without_marks(text);
    clean(&text).replace('\n', " ").trim().to_owned()
}

/// A section in every language: its id, and its place in each draft.
type Places = (String, Vec<Option<usize>>);

/// The sections of all languages in one order, and for each draft the ids of its own.
fn merged_order(drafts: &[Draft]) -> (Vec<Places>, Vec<Vec<String>>) {
    let mut order = Order::default();
    let mut ids: Vec<Vec<String>> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let pairs = match at {
            0 => vec![None; draft.sections.len()],
            _ => pair::pairs(&drafts[0].sections, &draft.sections),
        };
        let mut own = Vec::with_capacity(draft.sections.len());
        // A section that the others lack stands behind the one that it follows here.
        let mut last = None;
        for (n, (section, pair)) in draft.sections.iter().zip(pairs).enumerate() {
            // The first draft's sections were added first.
            let place = pair.unwrap_or_else(|| order.add(&section.id, drafts.len(), last));
            let (id, places) = &mut order.sections[place];
            places[at] = Some(n);
            own.push(id.clone());
            last = Some(place);
        }
        ids.push(own);
    }
    (order.into_sections(), ids)
}

/// Sections that are added behind others.
#[derive(Default)]
struct Order {
    /// As they were added.
    sections: Vec<Places>,
    /// The one behind each.
    next: Vec<Option<usize>>,
    first: Option<usize>,
    ids: Ids,
}

impl Order {
    /// Where the new section is among those that were added. `last` is the one that it stands behind, if any.
    fn add(&mut self, id: &str, drafts: usize, last: Option<usize>) -> usize {
        let place = self.sections.len();
        self.sections
            .push((self.ids.unique(id), vec![None; drafts]));
        let before = match last {
            Some(last) => &mut self.next[last],
            None => &mut self.first,
        };
        let behind = before.replace(place);
        self.next.push(behind);
        place
    }

    fn into_sections(mut self) -> Vec<Places> {
        let places = std::iter::successors(self.first, |&place| self.next[place]);
        let places: Vec<usize> = places.collect();
        let take = |place: usize| std::mem::take(&mut self.sections[place]);
        places.into_iter().map(take).collect()
    }
}
