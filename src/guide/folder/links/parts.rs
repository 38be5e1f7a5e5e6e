//! Pages by a part of their paths, where an address has more before it, or less, than its page has.

use super::Links;
use super::other::is_placeholder;
use super::place::place;
use crate::guide::folder::languages::tag_of;
use crate::guide::folder::names::{folder_of, is_index, natural, without_ending};

/// Of more pages of one name than these it is not asked which one is meant.
const FEW: usize = 16;

/// Pages by the ends of their places. There are many places of one name, and few that have its folder before it.
#[derive(Debug, Default)]
pub(super) struct Tails(Vec<Tail>);

#[derive(Debug)]
struct Tail {
    /// The parts of the place, the last one first.
    backwards: String,
    place: String,
    page: usize,
}

impl Tails {
    pub fn add(&mut self, place: String, page: usize) {
        let backwards = backwards(&place);
        self.0.push(Tail {
            backwards,
            place,
            page,
        });
    }

    /// What was added can be found from now on.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| a.backwards.cmp(&b.backwards));
    }

    /// All whose places are this one or end with it, with their places.
    fn ending(&self, path: &str) -> impl Iterator<Item = (&str, usize)> {
        let wanted = backwards(path);
        let start = self.0.partition_point(|tail| tail.backwards < wanted);
        let length = wanted.len();
        let begun = self.0[start..].iter();
        begun
            .take_while(move |tail| tail.backwards.starts_with(&wanted))
            .filter(move |tail| matches!(tail.backwards.as_bytes().get(length), None | Some(b'/')))
            .map(|tail| (tail.place.as_str(), tail.page))
    }
}

/// A path with its last part first.
fn backwards(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit('/').collect();
    parts.join("/")
}

impl Links<'_> {
    /// The only page of a file's name: some generators know their pages by that, wherever they are. Of several it is the one
    /// that alone is nearest: a folder may hold something else beside a site.
    pub(super) fn only_one(&self, path: &str, own: &str) -> Option<usize> {
        if path.contains('/') || is_placeholder(path) {
            return None;
        }
        let all: Vec<(&str, usize)> = self.tails.ending(&place(path)).take(FEW + 1).collect();
        if let [(_, page)] = all.as_slice() {
            return Some(*page);
        }
        if all.len() > FEW {
            return None;
        }
        let own = place(own);
        let most = all.iter().map(|(place, _)| in_common(place, &own)).max()?;
        let mut nearest = all
            .iter()
            .filter(|(place, _)| in_common(place, &own) == most);
        match (nearest.next(), nearest.next()) {
            (Some((_, page)), None) if most > 0 => Some(*page),
            _ => None,
        }
    }

    /// A path from the top, with what may stand before it in addresses taken away.
    pub(super) fn cut(&self, path: &str) -> Option<usize> {
        // What stands for any folder stands for none of which nothing is left.
        let names = |rest: &&str| *rest == path || !is_index(without_ending(rest));
        rests(path).filter(names).find_map(|rest| self.at(rest))
    }

    /// The page that ends as a path does of which the beginning is cut, but not down to a name.
    pub(super) fn cut_ending_so(&self, path: &str, own: &str) -> Option<usize> {
        let mut rests = rests(path).skip(1);
        rests.find_map(|rest| {
            let says = place(rest).contains('/');
            says.then(|| self.ending_so(rest, own)).flatten()
        })
    }

    /// The page whose path ends with this one, or with this one without its language: sites put their pages together from
    /// several folders. Of versions it is that of the page itself, else the last; one name alone has to be that of one page.
    pub(super) fn ending_so(&self, path: &str, own: &str) -> Option<usize> {
        let path = place(path);
        let without = path
            .split_once('/')
            .filter(|(first, _)| tag_of(first).is_some());
        [Some(path.as_str()), without.map(|(_, rest)| rest)]
            .into_iter()
            .flatten()
            .find_map(|path| {
                let longer = |(found, _): &(&str, usize)| found.len() > path.len();
                let mut found = self.tails.ending(path).filter(longer);
                if !path.contains('/') {
                    let only = found.next().filter(|_| found.next().is_none());
                    return only.map(|(_, page)| page);
                }
                let nearest = found.max_by(|(a, _), (b, _)| {
                    let near = alike(a, own).cmp(&alike(b, own));
                    near.then_with(|| natural(a, b))
                });
                nearest.map(|(_, page)| page)
            })
    }

    /// The only page of a name in a collection of Jekyll's, which addresses call by the name of what it holds:
    /// `/article/name/` is `_articles/part/name.md`.
    pub(super) fn in_collection(&self, path: &str) -> Option<usize> {
        let path = place(path);
        let (collection, name) = path.split_once('/')?;
        let collects = |place: &str| {
            let kept = place.split('/').find_map(|part| part.strip_prefix('_'));
            kept.is_some_and(|kept| kept.trim_end_matches('s') == collection.trim_end_matches('s'))
        };
        let mut found = self.tails.ending(name).filter(|(place, _)| collects(place));
        match (found.next(), found.next()) {
            (Some((_, page)), None) => Some(page),
            _ => None,
        }
    }
}

/// How near two pages are: how many folders their paths begin with together, then how many parts they have in common at all, such as a
/// version.
fn alike(place: &str, own: &str) -> (usize, usize) {
    let shared = folder_of(own).split('/');
    let shared = shared.filter(|part| place.split('/').any(|other| other == *part));
    (in_common(place, own), shared.count())
}

/// So many parts may be cut from the beginning of a path.
const CUTS: usize = 4;

/// A path, then what is left of it, part by part.
fn rests(path: &str) -> impl Iterator<Item = &str> {
    let rests = std::iter::successors(Some(path), |rest| Some(rest.split_once('/')?.1));
    rests.take(CUTS).take_while(|rest| !rest.is_empty())
}

/// How many folders two paths have in common.
fn in_common(a: &str, b: &str) -> usize {
    let pairs = a.split('/').zip(b.split('/'));
    pairs.take_while(|(a, b)| a == b).count()
}
