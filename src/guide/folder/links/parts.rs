//! Pages by a part of their paths, where an address has more before it, or less, than its page has.

use super::Links;
use super::other::is_placeholder;
use super::place::place;
use crate::guide::folder::languages::tag_of;
use crate::guide::folder::names::{last_of, natural};

/// Of more pages of one name than these it is not asked which one is meant.
const FEW: usize = 16;

impl Links<'_> {
    /// The only page of a file's name: some generators know their pages by that, wherever they are. Of several it is the one
    /// that alone is nearest: a folder may hold something else beside a site.
    pub(super) fn only_one(&self, path: &str, own: &str) -> Option<usize> {
        if path.contains('/') || is_placeholder(path) {
            return None;
        }
        let all = self.tails.get(&place(path))?;
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
        let mut rest = path;
        for _ in 0..4 {
            let found = self.at(rest);
            if found.is_some() {
                return found;
            }
            rest = rest.split_once('/')?.1;
            if rest.is_empty() {
                return None;
            }
        }
        None
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
                let ends = |place: &str| {
                    let before = place.strip_suffix(path);
                    before.is_some_and(|before| before.ends_with('/'))
                };
                let all = self.tails.get(last_of(path))?.iter();
                let found: Vec<&(String, usize)> = all.filter(|(place, _)| ends(place)).collect();
                if !path.contains('/') && found.len() > 1 {
                    return None;
                }
                let near = |place: &str| in_common(place, own);
                let nearest = found
                    .into_iter()
                    .max_by(|(a, _), (b, _)| near(a).cmp(&near(b)).then_with(|| natural(a, b)));
                nearest.map(|&(_, page)| page)
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
        let all = self.tails.get(name)?.iter();
        let mut found = all.filter(|(place, _)| collects(place));
        match (found.next(), found.next()) {
            (Some((_, page)), None) => Some(*page),
            _ => None,
        }
    }
}

/// How many folders two paths have in common.
fn in_common(a: &str, b: &str) -> usize {
    let pairs = a.split('/').zip(b.split('/'));
    pairs.take_while(|(a, b)| a == b).count()
}
