//! Pages in other letters than most of those beside them: a manual in Japanese within a project that speaks English.

use std::collections::{BTreeMap, HashSet};

use super::guess::{certain, script};
use super::{MOST, Place};
use crate::language::Language;

/// Of so many pages of which the place says no language one at least is in another.
const SHARE: usize = 20;

/// Marks those of which the letters leave no doubt, where `own` is written in Latin ones: names of programs are Latin everywhere, and
/// say nothing. No page is in a language in which it exists as another file, and none is lost because there are many languages.
pub(super) fn mark(places: &mut [Place], texts: &[(usize, &str)], own: Language) {
    if script(own).is_some() {
        return;
    }
    let others: HashSet<(&str, Language)> = places
        .iter()
        .filter_map(|place| Some((place.path.as_str(), place.language?)))
        .collect();
    let mut found: BTreeMap<Language, Vec<usize>> = BTreeMap::new();
    for &(at, text) in texts {
        let is_new = |language: &Language| !others.contains(&(places[at].path.as_str(), *language));
        if let Some(language) = certain(text).filter(is_new) {
            found.entry(language).or_default().push(at);
        }
    }
    let mut known: HashSet<Language> = others.iter().map(|(_, language)| *language).collect();
    known.insert(own);
    if known.len() > MOST {
        return;
    }
    let mut found: Vec<(Language, Vec<usize>)> = found.into_iter().collect();
    found.sort_by_key(|(_, pages)| std::cmp::Reverse(pages.len()));
    for (language, pages) in found {
        let is_much = pages.len() * SHARE >= texts.len() && known.len() < MOST;
        if known.contains(&language) || is_much {
            known.insert(language);
            for at in pages {
                places[at].language = Some(language);
            }
        }
    }
}
