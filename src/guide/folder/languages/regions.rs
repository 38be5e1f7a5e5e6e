//! Languages of regions of which hardly anything is there.

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
    let joins = |language: &Language| {
        let is_other = language.chain().any(|wider| wider == Language::ZH_HANT);
        let whole = pages.get(&language.base()).filter(|_| !is_other);
        *language != language.base()
            && whole.is_some_and(|whole| whole.is_disjoint(&pages[language]))
    };
    let joined: HashSet<Language> = pages.keys().copied().filter(|it| joins(it)).collect();
    for place in places {
        let language = place.language.filter(|language| joined.contains(language));
        place.language = language.map(Language::base).or(place.language);
    }
}
