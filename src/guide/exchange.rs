//! Where the places of a guide are in another that takes its stead: articles, sections and desks are known by their ids,
//! and what is gone leads to the nearest that is left.

use std::collections::{HashMap, HashSet};

use super::{Article, Guide, SectionRef};

/// Two states of a guide, or two guides. An index into one means nothing in the other.
#[derive(Debug)]
pub struct Exchange<'a> {
    pub old: &'a Guide,
    pub new: &'a Guide,
    /// The new guide's articles by their ids.
    articles: HashMap<&'a str, usize>,
    /// Articles of the old guide whose files have other names in the new one.
    moved: HashMap<usize, usize>,
    /// Its groups by their titles.
    groups: HashMap<Vec<&'a str>, usize>,
}

impl<'a> Exchange<'a> {
    pub fn new(old: &'a Guide, new: &'a Guide) -> Self {
        let articles = new.articles.iter().enumerate();
        let articles: HashMap<&str, usize> = articles
            .map(|(at, article)| (article.id.as_str(), at))
            .collect();
        Self {
            old,
            new,
            moved: moved(old, new, &articles),
            articles,
            groups: (0..new.groups.len())
                .map(|group| (new.group_titles(group), group))
                .collect(),
        }
    }

    /// The same group.
    pub fn group(&self, group: usize) -> Option<usize> {
        self.old.groups.get(group)?;
        self.groups.get(&self.old.group_titles(group)).copied()
    }

    /// The same article.
    pub fn article(&self, article: usize) -> Option<usize> {
        let id = self.old.articles.get(article)?.id.as_str();
        let same = self.articles.get(id).or_else(|| self.moved.get(&article));
        same.copied()
    }

    /// The same section.
    pub fn section(&self, at: SectionRef) -> Option<SectionRef> {
        let article = self.article(at.article)?;
        let id = &self.old.articles[at.article].sections.get(at.section)?.id;
        let sections = &self.new.articles[article].sections;
        let section = sections.iter().position(|section| section.id == *id)?;
        Some(SectionRef { article, section })
    }

    /// The same article, or the nearest to it that is left. `None` where none is.
    pub fn nearest_article(&self, article: usize) -> Option<usize> {
        nearest(article, self.old.articles.len(), |other| {
            self.article(other)
        })
    }

    /// The same section, or the nearest to it that is left of its article, or the beginning of the nearest article.
    pub fn nearest_section(&self, at: SectionRef) -> Option<SectionRef> {
        let sections = self.old.articles.get(at.article)?.sections.len();
        let same_article = |section| self.section(SectionRef { section, ..at });
        nearest(at.section, sections, same_article).or_else(|| {
            let article = self.nearest_article(at.article)?;
            let section = 0;
            let is_there = !self.new.articles[article].sections.is_empty();
            is_there.then_some(SectionRef { article, section })
        })
    }

    /// The same desk.
    pub fn desk(&self, desk: usize) -> Option<usize> {
        let id = &self.old.desks.get(desk)?.id;
        self.new.desks.iter().position(|desk| desk.id == *id)
    }
}

/// Articles that are there under other ids: of those that have gone and those that have come, each that alone says the
/// same, or else has the same title.
fn moved(old: &Guide, new: &Guide, articles: &HashMap<&str, usize>) -> HashMap<usize, usize> {
    let mut moved = HashMap::new();
    let is_gone = |article: &Article| !articles.contains_key(article.id.as_str());
    let mut gone: Vec<usize> = (0..old.articles.len())
        .filter(|&at| is_gone(&old.articles[at]))
        .collect();
    if gone.is_empty() {
        return moved;
    }
    let known: HashSet<&str> = old.articles.iter().map(|other| other.id.as_str()).collect();
    let mut came: Vec<usize> = (0..new.articles.len())
        .filter(|&at| !known.contains(new.articles[at].id.as_str()))
        .collect();
    for sign in [contents, title] {
        let left = by_sign(&gone, &old.articles, sign);
        let found = by_sign(&came, &new.articles, sign);
        for (sign, place) in left {
            if let (Some(from), Some(Some(to))) = (place, found.get(&sign)) {
                moved.insert(from, *to);
            }
        }
        gone.retain(|from| !moved.contains_key(from));
        let taken: HashSet<usize> = moved.values().copied().collect();
        came.retain(|to| !taken.contains(to));
    }
    moved
}

/// Articles by a sign of theirs; `None` where several have it.
fn by_sign(
    places: &[usize],
    articles: &[Article],
    sign: fn(&Article) -> String,
) -> HashMap<String, Option<usize>> {
    let mut found = HashMap::new();
    for &at in places {
        let place = found.entry(sign(&articles[at]));
        place.and_modify(|place| *place = None).or_insert(Some(at));
    }
    found
}

/// What its sections say.
fn contents(article: &Article) -> String {
    let mut sum = blake3::Hasher::new();
    for section in article.sections.iter() {
        for (language, text) in section.texts.iter() {
            let parts = [section.id.as_str(), language.tag(), text.body.source()];
            for part in parts {
                sum.update(part.as_bytes());
                sum.update(&[0]);
            }
        }
    }
    sum.finalize().to_hex().to_string()
}

fn title(article: &Article) -> String {
    let titles = article.title.iter();
    let titles = titles.map(|(language, title)| format!("{language} {title}"));
    titles.collect::<Vec<_>>().join("\n")
}

/// What is found at a place, or as near to it as can be: of two that are as near, at the later one.
fn nearest<T>(at: usize, count: usize, find: impl Fn(usize) -> Option<T>) -> Option<T> {
    (0..count).find_map(|distance| {
        let after = at.checked_add(distance).filter(|&place| place < count);
        let before = at.checked_sub(distance);
        after.and_then(&find).or_else(|| before.and_then(&find))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_found_on_either_side() {
        let find = |left: &'static [usize], at| {
            nearest(at, 5, |place| left.contains(&place).then_some(place))
        };
        assert_eq!(find(&[0, 2, 4], 2), Some(2));
        assert_eq!(find(&[0, 4], 2), Some(4), "the later of two");
        assert_eq!(find(&[0], 4), Some(0));
        assert_eq!(find(&[4], 0), Some(4));
        assert_eq!(find(&[], 2), None);
    }
}
