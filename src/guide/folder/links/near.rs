//! Where links lead that no path explains: addresses from which the site has moved, and names of which signs were left out.

use std::collections::HashMap;

use super::place::{of_post, place};
use super::{Links, Target, split};
use crate::guide::folder::names::{folder_of, joined, last_of, without_ending};

/// So often an address may have moved.
const MOVES: usize = 4;

/// So many parts may be too much before a path.
const CUT: usize = 4;

/// Pages by what generators make of their names at the least, if that of one is like no other.
#[derive(Debug, Default)]
pub(super) struct Near {
    places: HashMap<String, Option<usize>>,
    /// Posts without their day.
    posts: HashMap<String, Option<usize>>,
}

impl Near {
    fn of(places: &HashMap<String, usize>) -> Self {
        let mut near = Self::default();
        for (place, &at) in places {
            add(&mut near.places, loose(place), at);
            if let Some(place) = spelled(place) {
                add(&mut near.places, loose(&place), at);
            }
            if let Some(post) = of_post(place) {
                add(&mut near.posts, loose(post), at);
            }
        }
        near
    }
}

fn add(known: &mut HashMap<String, Option<usize>>, name: String, at: usize) {
    let known = known.entry(name).or_insert(Some(at));
    *known = known.filter(|&known| known == at);
}

/// A place with words for the signs that some generators spell out in addresses: `$fetch` is at `dollarfetch`.
fn spelled(place: &str) -> Option<String> {
    const WORDS: [(char, &str); 3] = [('$', "dollar"), ('%', "percent"), ('&', "and")];
    place.contains(WORDS.map(|(sign, _)| sign)).then(|| {
        let words = WORDS.iter();
        words.fold(place.to_owned(), |place, (sign, word)| {
            place.replace(*sign, word)
        })
    })
}

/// A place without the signs that some generators leave out of addresses, some replace, and some keep: `A & B`, `v1.2`.
fn loose(place: &str) -> String {
    let is_sign = |c: char| c.is_whitespace() || "-_.,:;&'\"!?()’".contains(c);
    place.chars().filter(|&c| !is_sign(c)).collect()
}

impl Links<'_> {
    /// The paths from the top that an address in a file may mean, likelier ones first.
    fn meant(&self, page: usize, file: usize, path: &str) -> Vec<String> {
        let source = &self.pages[page];
        let own = source
            .files
            .get(file)
            .map_or(&source.path, |file| &file.path);
        let whole: Vec<String> = match path.strip_prefix('/') {
            Some(rest) => vec![rest.to_owned()],
            None => [folder_of(own), without_ending(&source.path)]
                .into_iter()
                .filter_map(|folder| joined(folder, path))
                .collect(),
        };
        let mut meant = Vec::new();
        for path in &whole {
            let begins = path.match_indices('/').map(|(at, _)| at + 1).take(CUT);
            let begins = std::iter::once(0).chain(begins);
            let rests = begins.map(|begin| path[begin..].to_owned());
            // An index of which no folder is left stands for none.
            let says = |rest: &String| !place(rest).is_empty();
            meant.extend(rests.filter(says));
        }
        meant
    }

    /// Where an address leads from which the site has moved.
    pub(super) fn moved_to(
        &self,
        page: usize,
        file: usize,
        path: &str,
        fragment: Option<&str>,
    ) -> Option<Target> {
        let mut path = path.to_owned();
        let mut own = fragment.map(str::to_owned);
        for _ in 0..MOVES {
            let mut meant = self.meant(page, file, &path).into_iter();
            let to = meant.find_map(|path| self.redirects.to(&place(&path)))?;
            if to.starts_with("https://") {
                return Some(Target::Web(to));
            }
            let (address, fragment) = split(&to, "#");
            path = format!("/{}", address.trim_start_matches('/'));
            own = fragment.map(str::to_owned).or(own);
            if let Some(found) = self.by_path(page, file, &path) {
                let like = self.file_like(found, page, file);
                return Some(self.in_page(found, like, own.as_deref()));
            }
        }
        None
    }

    /// The only page that an address means whose signs a generator has left out.
    pub(super) fn nearly(&self, page: usize, file: usize, path: &str) -> Option<usize> {
        let near = self.near.get_or_init(|| Near::of(&self.places));
        let meant = self.meant(page, file, path);
        let mut places = meant.iter().map(|path| loose(&place(path)));
        let by_place = places.find_map(|place| *near.places.get(&place)?);
        by_place.or_else(|| {
            let address = place(path.strip_prefix('/')?);
            *near.posts.get(&loose(last_of(&address)))?
        })
    }
}
