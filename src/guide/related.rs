//! Which sections belong together, from the links that the guide's authors wrote: there is nothing else to know it by, and
//! nothing better.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Article, SectionRef};

/// At most so many sections are related to a section.
const OF_SECTION: usize = 3;
/// At most so many are named below an article.
const OF_ARTICLE: usize = 5;

/// Which sections lead to which, in whatever language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Pairs", from = "Pairs")]
pub struct Links {
    /// Where the links of sections lead, section by section; of one section in reading order, each once.
    to: Vec<Pair>,
    /// The same the other way round, in order: where links come from that lead to a section.
    from: Vec<Pair>,
}

/// From which section to which there is a link, or the other way round.
type Pair = (SectionRef, SectionRef);

/// From which section to which there is a link, in reading order.
#[derive(Serialize, Deserialize)]
struct Pairs(Vec<Pair>);

impl From<Links> for Pairs {
    fn from(links: Links) -> Self {
        Self(links.to)
    }
}

impl From<Pairs> for Links {
    fn from(Pairs(to): Pairs) -> Self {
        let mut from: Vec<Pair> = to.iter().map(|&(here, there)| (there, here)).collect();
        from.sort_unstable();
        Self { to, from }
    }
}

impl Links {
    /// Gathers the links of all articles; `find` says which section a link stands for.
    pub fn new(articles: &[Article], find: impl Fn(&str) -> Option<SectionRef>) -> Self {
        let mut pairs = Vec::new();
        let mut known = HashSet::new();
        for (article, source) in articles.iter().enumerate() {
            for (section, source) in source.sections.iter().enumerate() {
                let here = SectionRef { article, section };
                known.clear();
                let texts = source.texts.iter();
                let targets = texts.flat_map(|(_, text)| text.body.links());
                let found = targets.filter_map(&find);
                let new = found.filter(|&there| known.insert(there));
                pairs.extend(new.map(|there| (here, there)));
            }
        }
        Pairs(pairs).into()
    }

    fn leads_to(&self, here: SectionRef, there: SectionRef) -> bool {
        self.from.binary_search(&(there, here)).is_ok()
    }

    /// The sections of other articles that are related to a section: those that lead here and to which it leads, then
    /// those that lead here, then those to which it leads. One that leads everywhere, such as an overview, says little,
    /// and comes after its equals.
    pub fn related(&self, at: SectionRef) -> Vec<SectionRef> {
        let to = Self::of(&self.to, at);
        let from = Self::of(&self.from, at);
        let kind = |other| match (self.leads_to(other, at), self.leads_to(at, other)) {
            (true, true) => 0,
            (true, false) => 1,
            _ => 2,
        };
        let own = to.filter(|&other| !self.leads_to(other, at));
        let all = from.chain(own);
        let mut related: Vec<_> = all.filter(|other| other.article != at.article).collect();
        related.sort_by_cached_key(|&other| (kind(other), self.leads(other)));
        related.truncate(OF_SECTION);
        related
    }

    /// What stands beside a section.
    fn of(links: &[Pair], at: SectionRef) -> impl ExactSizeIterator<Item = SectionRef> {
        let start = links.partition_point(|&(here, _)| here < at);
        let length = links[start..].partition_point(|&(here, _)| here == at);
        links[start..start + length].iter().map(|&(_, other)| other)
    }

    /// How many sections a section leads to.
    fn leads(&self, at: SectionRef) -> usize {
        Self::of(&self.to, at).len()
    }

    /// What is related to an article's sections, the most often named first.
    pub fn see_also(&self, article: usize, sections: usize) -> Vec<SectionRef> {
        let mut named: Vec<(SectionRef, usize)> = Vec::new();
        let mut places = HashMap::new();
        for section in 0..sections {
            for other in self.related(SectionRef { article, section }) {
                let place = *places.entry(other).or_insert(named.len());
                match named.get_mut(place) {
                    Some((_, times)) => *times += 1,
                    None => named.push((other, 1)),
                }
            }
        }
        // Stable: of equals the one that was named first.
        named.sort_by_key(|&(at, times)| (Reverse(times), self.leads(at)));
        named
            .into_iter()
            .take(OF_ARTICLE)
            .map(|(at, _)| at)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(article: usize, section: usize) -> SectionRef {
        SectionRef { article, section }
    }

    type Place = (usize, usize);

    /// Links from sections to sections, as the indices of article and section.
    fn links(links: &[(Place, Place)]) -> Links {
        let pair = |&((a, b), (c, d)): &(Place, Place)| (at(a, b), at(c, d));
        Pairs(links.iter().map(pair).collect()).into()
    }

    #[test]
    fn what_leads_both_ways_comes_first_and_own_links_last() {
        let links = links(&[
            ((0, 0), (1, 0)),
            ((0, 0), (2, 0)),
            ((0, 0), (0, 1)),
            ((2, 0), (0, 0)),
            ((3, 1), (0, 0)),
        ]);
        assert_eq!(links.related(at(0, 0)), [at(2, 0), at(3, 1), at(1, 0)]);
        assert_eq!(links.related(at(1, 0)), [at(0, 0)]);
        assert_eq!(links.related(at(0, 1)), [], "the same article is at hand");
    }

    #[test]
    fn an_overview_comes_after_its_equals() {
        let links = links(&[((1, 0), (0, 0)), ((1, 0), (3, 0)), ((2, 0), (0, 0))]);
        assert_eq!(links.related(at(0, 0)), [at(2, 0), at(1, 0)]);
    }

    #[test]
    fn a_section_has_three_at_most_and_an_article_five() {
        let many: Vec<_> = (1..9).map(|n| ((n, 0), (0, n % 3))).collect();
        let links = links(&many);
        assert_eq!(links.related(at(0, 0)), [at(3, 0), at(6, 0)]);
        assert_eq!(links.related(at(0, 1)), [at(1, 0), at(4, 0), at(7, 0)]);
        assert_eq!(
            links.see_also(0, 3),
            [at(3, 0), at(6, 0), at(1, 0), at(4, 0), at(7, 0)]
        );
    }

    #[test]
    fn what_several_sections_name_comes_first() {
        let links = links(&[((0, 0), (1, 0)), ((0, 0), (2, 0)), ((0, 1), (2, 0))]);
        assert_eq!(links.see_also(0, 2), [at(2, 0), at(1, 0)]);
        assert_eq!(links.see_also(3, 2), []);
    }
}
