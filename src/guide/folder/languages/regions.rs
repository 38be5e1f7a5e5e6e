//! Languages of regions of which hardly anything is there.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::Place;
use crate::language::Language;

/// What is in a language of a region is in the language itself where both are there and no page is in both: `README-zh_CN.md` beside
/// `zh/`. In other signs it would be another text.
pub(super) fn join(places: &mut [Place]) {
    let is_region = |place: &Place| place.language.is_some_and(|it| it != it.base());
    if !places.iter().any(is_region) {
        return;
    }
    let mut pages: HashMap<Language, HashSet<&str>> = HashMap::new();
    for place in &*places {
        if let Some(language) = place.language {
            pages.entry(language).or_default().insert(&place.path);
        }
    }
    let mut joined = apart(&pages);
    let joins = |language: &Language| {
        let whole = pages
            .get(&language.base())
            .filter(|_| !is_traditional(*language));
        *language != language.base()
            && whole.is_some_and(|whole| whole.is_disjoint(&pages[language]))
    };
    let regions = pages.keys().filter(|language| joins(language));
    joined.extend(regions.map(|language| (*language, language.base())));
    for place in places {
        let language = place.language.and_then(|language| joined.get(&language));
        place.language = language.copied().or(place.language);
    }
}

/// Of two regions of a language of which no page is in both, the one with fewer pages is the other: `ko-KO` beside `ko-KR`.
fn apart(pages: &HashMap<Language, HashSet<&str>>) -> HashMap<Language, Language> {
    let mut joined = HashMap::new();
    let is_region =
        |language: &Language| *language != language.base() && !pages.contains_key(&language.base());
    for (language, own) in pages.iter().filter(|(it, _)| is_region(it)) {
        let is_like = |other: &Language| {
            other != language
                && other.base() == language.base()
                && *other != other.base()
                && is_traditional(*other) == is_traditional(*language)
        };
        let size = |pages: &HashSet<&str>, language: Language| (pages.len(), Reverse(language));
        let larger = pages.iter().filter(|(other, pages)| {
            is_like(other) && size(pages, **other) > size(own, *language) && own.is_disjoint(pages)
        });
        if let Some((other, _)) = larger.max_by_key(|(other, pages)| size(pages, **other)) {
            joined.insert(*language, *other);
        }
    }
    joined
}

/// Whether it is Chinese in its older signs.
fn is_traditional(language: Language) -> bool {
    language.chain().any(|wider| wider == Language::ZH_HANT)
}
