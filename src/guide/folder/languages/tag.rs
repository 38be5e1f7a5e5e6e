//! What names of folders and files say of languages.

use super::COMMON;
use crate::guide::folder::names::is_index;
use crate::language::Language;

/// Codes of countries that people call languages by.
const COUNTRIES: [(&str, &str); 6] = [
    ("br", "pt-BR"),
    ("cn", "zh-Hans"),
    ("cz", "cs"),
    ("jp", "ja"),
    ("kr", "ko"),
    ("tw", "zh-Hant"),
];

/// Regions that people write behind a language without a dash.
const REGIONS: [&str; 4] = ["br", "cn", "hk", "tw"];

/// A language that a name says: `ja`, `zh-cn`, `pt_BR`.
pub(in crate::guide::folder) fn tag_of(name: &str) -> Option<Language> {
    let country = COUNTRIES
        .iter()
        .find(|(country, _)| country.eq_ignore_ascii_case(name));
    if let Some((_, tag)) = country {
        return tag.parse().ok();
    }
    let tag = match name.split_at_checked(2) {
        // `ptbr`
        Some((language, region)) if name.len() == 4 && REGIONS.contains(&region) => {
            format!("{language}-{region}")
        }
        _ => name.replace('_', "-"),
    };
    let language: Language = tag.parse().ok()?;
    let base = language.base();
    let is_language = base.tag().len() == 2 && language.exists() && tag.len() <= 7;
    is_language.then_some(language)
}

/// The language that the name of a folder says, with what stands before: `pages.ja`. Of languages that are common, the rest may
/// be anything: `translation-ja`.
fn of_folder(name: &str) -> Option<(&str, Language)> {
    if let Some(language) = tag_of(name) {
        return Some(("", language));
    }
    if let Some((before, tag)) = name.rsplit_once('.') {
        return Some((before, tag_of(tag)?));
    }
    let (_, tag) = name.rsplit_once(['-', '_'])?;
    let language = tag_of(tag).filter(|language| COMMON.contains(&language.tag()))?;
    Some(("", language))
}

/// The same where what stands before a dash is a folder, too: `guide-pt-BR` beside `guide`.
pub(super) fn of_folder_beside<'n>(
    name: &'n str,
    is_there: &dyn Fn(&str) -> bool,
) -> Option<(&'n str, Language)> {
    // `zh-tw` beside `zh` is one of its own.
    if tag_of(name).is_some() {
        return of_folder(name);
    }
    let found = name.match_indices(['-', '_']).find_map(|(at, _)| {
        let before = &name[..at];
        Some((before, tag_of(&name[at + 1..])?)).filter(|_| is_there(before))
    });
    found.or_else(|| of_folder(name))
}

/// The language that the name of a file says, behind a dot or what all index pages are called, and what stands before:
/// `guide.ja`, `README-zh_hans`. A region or a script has a dash of its own, so the longest tag counts.
pub(super) fn of_name(name: &str) -> Option<(&str, Language)> {
    name.match_indices(['.', '_', '-']).find_map(|(at, sign)| {
        let (before, tag) = (&name[..at], &name[at + 1..]);
        let language = (sign == "." || is_index(before)).then(|| tag_of(tag))??;
        Some((before, language))
    })
}

/// The same behind another sign, where what stands before is there: `Changes_JP` beside `Changes`.
pub(super) fn of_name_beside<'n>(
    name: &'n str,
    is_there: &dyn Fn(&str) -> bool,
) -> Option<(&'n str, Language)> {
    name.match_indices(['_', '-']).find_map(|(at, _)| {
        let (before, tag) = (&name[..at], &name[at + 1..]);
        Some((before, tag_of(tag)?)).filter(|_| is_there(before))
    })
}
