//! Which language each file of a folder is in, by how its place says so.

mod by_script;
mod guess;
mod regions;
mod tag;

use std::collections::{BTreeMap, HashMap, HashSet};

use guess::{can_be_told, corrected, guess_where, is_english};
use tag::{of_folder_beside, of_name, of_name_beside};

pub(super) use guess::guess;
pub(super) use tag::tag_of;

use super::names::{folder_of, is_index, last_of, without_ending};
use crate::language::Language;

/// In more languages at once a guide is not kept: each reader would pay for all of them.
const MOST: usize = 6;

/// A file, and what it is in whatever language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// `None`: its place does not say.
    pub language: Option<Language>,
    /// The path, without what says the language.
    pub path: String,
}

/// The languages that most readers of manuals have, for where there are more than can be kept.
const COMMON: [&str; 10] = ["en", "ja", "zh", "ko", "es", "fr", "de", "pt", "ru", "it"];

/// What the places of all files say.
#[derive(Debug)]
pub(super) struct Languages {
    /// One for each file; `None` where its language is not kept.
    pub places: Vec<Option<Place>>,
    /// The first is the default. Never empty.
    pub kept: Vec<Language>,
    /// Those that there are besides.
    pub others: Vec<Language>,
    folders: Folders,
}

/// Looks at the paths of all files; `text` gives what a file says. `wanted` are the languages to keep, where somebody says so.
pub(super) fn of<'t>(
    paths: &[String],
    text: &dyn Fn(usize) -> &'t str,
    wanted: &[Language],
) -> Languages {
    let mut places: Vec<Place> = paths.iter().map(|path| translated(path)).collect();
    let folders = language_folders(paths, text);
    for (place, path) in places.iter_mut().zip(paths) {
        if place.language.is_none() {
            mark_by_folder(place, path, &folders);
        }
    }
    mark_by_name(&mut places, text);
    join_collections(&mut places);
    let unmarked = (0..places.len()).filter(|&at| places[at].language.is_none());
    let unmarked: Vec<usize> = unmarked.collect();
    // What exists in a language as another file is not in that one itself.
    let others: HashSet<(&str, Language)> = places
        .iter()
        .filter_map(|place| Some((place.path.as_str(), place.language?)))
        .collect();
    let may_be = |number: usize, language: Language| {
        !others.contains(&(places[unmarked[number]].path.as_str(), language))
    };
    let guessed = || guess_where(unmarked.iter().map(|&at| text(at)), may_be);
    let own = (!unmarked.is_empty()).then(|| corrected(guessed(), wanted));
    if let Some(own) = own
        && wanted.is_empty()
    {
        let texts: Vec<(usize, &str)> = unmarked.iter().map(|&at| (at, text(at))).collect();
        by_script::mark(&mut places, &texts, own);
    }
    settle(places, own, wanted, folders)
}

/// What its place says of a file that is no page.
pub(super) fn place_of(path: &str, found: &Languages) -> Place {
    let mut place = translated(path);
    if place.language.is_none() {
        mark_by_folder(&mut place, path, &found.folders);
    }
    place
}

/// The path of a folder, likewise without a language.
pub(super) fn folder_without_language(folder: &str, found: &Languages) -> String {
    folder_of(&place_of(&joined(folder, "x"), found).path).to_owned()
}

/// Docusaurus keeps translations apart, with names of its own for the folders.
fn translated(path: &str) -> Place {
    let other = || Place {
        language: None,
        path: path.to_owned(),
    };
    let parts: Vec<&str> = path.split('/').collect();
    let Some(at) = parts.iter().position(|part| *part == "i18n") else {
        return other();
    };
    let language = parts.get(at + 1).and_then(|tag| tag_of(tag));
    let plugin = parts
        .get(at + 2)
        .and_then(|name| name.strip_prefix("docusaurus-plugin-content-"));
    let (Some(language), Some(plugin)) = (language, plugin) else {
        return other();
    };
    let tail = parts.get(at + 3..).unwrap_or_default();
    let tail = tail.strip_prefix(&["current"]).unwrap_or(tail);
    let folder = match plugin {
        "docs" => "docs",
        "blog" => "blog",
        "pages" => "src/pages",
        other => other.strip_prefix("docs-").unwrap_or(other),
    };
    let mut all = parts[..at].to_vec();
    all.push(folder);
    all.extend(tail);
    Place {
        language: Some(language),
        path: all.join("/"),
    }
}

/// A folder for a language, and what its path is without that.
type Folders = HashMap<String, (Language, String)>;

/// The folders that hold translations of each other. A folder that only looks like one, such as `is` or `ml`, is none.
fn language_folders<'t>(paths: &[String], text: &dyn Fn(usize) -> &'t str) -> Folders {
    // Per folder that holds such folders: each of these with its files.
    let mut families: BTreeMap<(String, String), BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    let all: HashSet<&str> = paths
        .iter()
        .flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]))
        .collect();
    let split = |folder: &str| {
        let (above, name) = (folder_of(folder), last_of(folder));
        let is_there = |before: &str| all.contains(joined(above, before).as_str());
        of_folder_beside(name, &is_there).map(|(before, language)| (before.to_owned(), language))
    };
    for (at, path) in paths.iter().enumerate() {
        for (start, part) in parts(folder_of(path)) {
            if let Some((before, _)) = split(&path[..start + part.len()]) {
                let above = path[..start].trim_end_matches('/').to_owned();
                let family = families.entry((above, before)).or_default();
                let folder = path[..start + part.len()].to_owned();
                family.entry(folder).or_default().push(at);
            }
        }
    }
    let mut folders = Folders::new();
    for ((above, before), family) in &families {
        let tails = |(folder, files): (&String, &Vec<usize>)| -> HashSet<String> {
            let tail = |&at: &usize| without_ending(&paths[at][folder.len()..]).to_lowercase();
            files.iter().map(tail).collect()
        };
        let sets: Vec<HashSet<String>> = family.iter().map(tails).collect();
        let beside = beside(paths, above, before, family);
        let neighbours = indexes_of_neighbours(paths, above, family);
        for (number, (folder, files)) in family.iter().enumerate() {
            let Some((_, language)) = split(folder) else {
                continue;
            };
            let own = &sets[number];
            let shares = |other: &HashSet<String>| {
                let shared = own.intersection(other);
                // Nor does it say anything that both have an index, where every folder has one.
                let telling = shared.filter(|tail| !neighbours.contains(*tail)).count();
                telling * 5 >= own.len().min(other.len()) && telling > 0
            };
            let others = sets
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != number);
            // Looked at only where nothing is shared: it reads the texts.
            // A name with a dot may be that of a site: `example.fr`.
            let is_written_so = || {
                before.is_empty()
                    && can_be_told(language)
                    && guess(files.iter().map(|&at| text(at))).is_kin_of(language)
            };
            if others.map(|(_, other)| other).any(shares) || shares(&beside) || is_written_so() {
                folders.insert(folder.clone(), (language, joined(above, before)));
            }
        }
        accept_siblings(family, &split, &mut folders, above, before);
    }
    accept_longer(paths, &mut folders);
    folders
}

/// Beside folders of languages one of three letters is of a language, too, if half of what it holds has the names of theirs.
fn accept_longer(paths: &[String], folders: &mut Folders) {
    let mut known: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut longer: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for path in paths {
        for (start, part) in parts(folder_of(path)) {
            let (above, tail) = (
                path[..start].trim_end_matches('/'),
                &path[start + part.len()..],
            );
            let tail = without_ending(tail);
            match folders.get(&path[..start + part.len()]) {
                Some((_, place)) if place == above => {
                    known.entry(above).or_default().insert(tail);
                }
                None if is_longer_tag(part) => {
                    longer.entry((above, part)).or_default().push(tail);
                }
                _ => {}
            }
        }
    }
    for ((above, name), tails) in longer {
        let Some(others) = known.get(above) else {
            continue;
        };
        let shared: Vec<&&str> = tails.iter().filter(|tail| others.contains(*tail)).collect();
        let tells = |tail: &&&str| !is_index(tail.trim_start_matches('/'));
        let is_one = shared.len() * 2 >= tails.len() && shared.iter().any(tells);
        if let (true, Ok(language)) = (is_one, name.parse()) {
            folders.insert(joined(above, name), (language, above.to_owned()));
        }
    }
}

/// Three letters, and it may be a region: `ckb-IR`.
fn is_longer_tag(name: &str) -> bool {
    let (language, region) = name.split_once(['-', '_']).unwrap_or((name, "ZZ"));
    let is_of = |part: &str, length, is_kind: fn(&u8) -> bool| {
        part.len() == length && part.bytes().all(|byte| is_kind(&byte))
    };
    is_of(language, 3, u8::is_ascii_lowercase) && is_of(region, 2, u8::is_ascii_uppercase)
}

/// Beside a folder that is certain, others are believed that share nothing with it: translated names, or not yet translated.
fn accept_siblings(
    family: &BTreeMap<String, Vec<usize>>,
    split: &dyn Fn(&str) -> Option<(String, Language)>,
    folders: &mut Folders,
    above: &str,
    before: &str,
) {
    if !family.keys().any(|folder| folders.contains_key(folder)) {
        return;
    }
    for folder in family.keys() {
        if let Some((_, language)) = split(folder) {
            let path = || joined(above, before);
            folders
                .entry(folder.clone())
                .or_insert_with(|| (language, path()));
        }
    }
}

/// The indexes of the folders that stand beside a family and belong to none, as [`language_folders`] names them.
fn indexes_of_neighbours(
    paths: &[String],
    above: &str,
    family: &BTreeMap<String, Vec<usize>>,
) -> HashSet<String> {
    let indexes = paths.iter().filter_map(|path| {
        let folder = folder_of(path);
        let name = without_ending(last_of(path));
        let is_neighbour =
            !folder.is_empty() && folder_of(folder) == above && !family.contains_key(folder);
        (is_neighbour && is_index(name)).then(|| format!("/{}", name.to_lowercase()))
    });
    indexes.collect()
}

/// The files that stand beside folders of languages, in a language of their own: `guide.md` beside `ja/guide.md`.
fn beside(
    paths: &[String],
    above: &str,
    before: &str,
    family: &BTreeMap<String, Vec<usize>>,
) -> HashSet<String> {
    let start = joined(above, before);
    let tails = paths.iter().filter_map(|path| {
        let tail = if start.is_empty() {
            path.as_str()
        } else {
            path.strip_prefix(start.as_str())?.strip_prefix('/')?
        };
        let in_family = family.keys().any(|folder| {
            path.strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        });
        (!in_family).then(|| format!("/{}", without_ending(tail).to_lowercase()))
    });
    tails.collect()
}

fn joined(above: &str, name: &str) -> String {
    match (above, name) {
        ("", name) => name.to_owned(),
        (above, "") => above.to_owned(),
        (above, name) => format!("{above}/{name}"),
    }
}

/// The parts of a path with where each begins.
fn parts(path: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = path.as_ptr() as usize;
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(move |part| (part.as_ptr() as usize - start, part))
}

fn mark_by_folder(place: &mut Place, path: &str, folders: &Folders) {
    let found = parts(folder_of(path)).find_map(|(start, part)| {
        let end = start + part.len();
        folders.get(&path[..end]).map(|found| (end, found))
    });
    if let Some((end, (language, above))) = found {
        place.language = Some(*language);
        place.path = joined(
            above,
            &said_once(path[end..].trim_start_matches('/'), *language),
        );
    }
}

/// A path in the folder of a language without that in the name of the file, where it stands again: `api_ru.md` in `ru/`.
fn said_once(path: &str, language: Language) -> String {
    let stem = without_ending(path);
    let name = last_of(stem);
    let found = name.match_indices(['.', '_']).find_map(|(at, _)| {
        let said = tag_of(&name[at + 1..])?;
        (at > 0 && said.base() == language.base()).then(|| &name[..at])
    });
    match found {
        Some(before) => {
            let folder = &stem[..stem.len() - name.len()];
            format!("{folder}{before}{}", &path[stem.len()..])
        }
        None => path.to_owned(),
    }
}

/// `name.ja.md`, and `README_ja.md`, beside `name.md` or another of these; or alone, in that script. `Changes_JP.md` is one beside
/// `Changes.md`, in that script.
fn mark_by_name<'t>(places: &mut [Place], text: &dyn Fn(usize) -> &'t str) {
    let mut named: Vec<(usize, Language, String)> = Vec::new();
    let all: HashSet<String> = places
        .iter()
        .map(|place| place.path.to_lowercase())
        .collect();
    let is_written_so = |at: usize, language: Language| {
        can_be_told(language) && guess(std::iter::once(text(at))).is_kin_of(language)
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (at, place) in places.iter().enumerate() {
        if place.language.is_some() {
            continue;
        }
        let stem = without_ending(&place.path);
        let ending = &place.path[stem.len()..];
        let name = last_of(stem);
        let is_beside = |before: &str| {
            let beside = format!("{}{before}{ending}", &stem[..stem.len() - name.len()]);
            all.contains(&beside.to_lowercase())
        };
        let found = of_name(name).or_else(|| {
            let (before, language) = of_name_beside(name, &is_beside)?;
            is_written_so(at, language).then_some((before, language))
        });
        let Some((before, language)) = found else {
            continue;
        };
        let path = format!(
            "{}{before}{ending}",
            &stem[..stem.len() - last_of(stem).len()]
        );
        *counts.entry(path.to_lowercase()).or_default() += 1;
        named.push((at, language, path));
    }
    let mut times: HashMap<Language, usize> = HashMap::new();
    for (_, language, _) in &named {
        *times.entry(*language).or_default() += 1;
    }
    for (at, language, path) in named {
        // One name alone is a word of it (`config.ga`), where what it says is English.
        let is_word = times[&language] == 1
            && language.base() != Language::EN
            && !is_index(last_of(without_ending(&path)));
        if is_word && is_english(text(at)) {
            continue;
        }
        let lower = path.to_lowercase();
        let has_others = all.contains(&lower) || counts.get(&lower).is_some_and(|&count| count > 1);
        if has_others || is_written_so(at, language) {
            places[at] = Place {
                language: Some(language),
                path,
            };
        }
    }
}

/// Jekyll's collections have a sign before their names, and their translations have none: `_ja/tour/a.md` of `_tour/a.md`.
fn join_collections(places: &mut [Place]) {
    let own = places.iter().filter(|place| place.language.is_none());
    let own = own.filter_map(|place| Some(place.path.split_once('/')?.0.to_owned()));
    let own: HashSet<String> = own.collect();
    for place in places {
        let folder = place.path.split('/').next().unwrap_or_default();
        let is_one = !own.contains(folder) && own.contains(&format!("_{folder}"));
        if place.language.is_some() && is_one {
            place.path.insert(0, '_');
        }
    }
}

/// The unmarked are in the language of their texts, and which languages are kept is decided.
fn settle(
    mut places: Vec<Place>,
    own: Option<Language>,
    wanted: &[Language],
    folders: Folders,
) -> Languages {
    for place in &mut places {
        place.language = place.language.or(own);
    }
    regions::join(&mut places);
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for place in &places {
        if let Some(language) = place.language {
            *counts.entry(language).or_default() += 1;
        }
    }
    // What its place says nothing of is what the others are translated from, if there is much of it.
    let most = counts.values().copied().max().unwrap_or(0);
    let is_original = |language: Language, count: usize| Some(language) == own && count * 3 >= most;
    let common = |language: Language| {
        COMMON
            .iter()
            .position(|tag| *tag == language.base().tag())
            .unwrap_or(COMMON.len())
    };
    let mut ranked: Vec<(Language, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|&(language, count)| {
        // Translations are rarely of all pages to the last: about the same counts as the same.
        (
            !is_original(language, count),
            most.checked_div(count).unwrap_or(0) > 1,
            common(language),
            language,
        )
    });
    let first = ranked.first().map(|&(language, _)| language);
    let known = |language: &Language| [Language::JA, Language::EN].contains(language);
    let mut kept: Vec<Language> = ranked.iter().map(|&(language, _)| language).collect();
    let mut others = Vec::new();
    if !wanted.is_empty() {
        let as_wanted = |language: Option<Language>| language?.among(wanted.iter().copied());
        let has_any = places
            .iter()
            .any(|place| as_wanted(place.language).is_some());
        if !has_any {
            others = kept;
        }
        kept = wanted.to_vec();
        for place in &mut places {
            // Of a language that is only guessed the author knows better, before nothing is left.
            let is_guessed = !has_any && place.language == own;
            let known = as_wanted(place.language);
            place.language = known.or(kept.first().copied().filter(|_| is_guessed));
        }
    } else if kept.len() > MOST {
        kept.sort_by_key(|language| (Some(*language) != first, !known(language)));
        others = kept.split_off(MOST);
    }
    if kept.is_empty() {
        kept.push(Language::EN);
    }
    let places = places.into_iter().map(|place| {
        let is_kept = place
            .language
            .is_some_and(|language| kept.contains(&language));
        is_kept.then_some(place)
    });
    Languages {
        places: places.collect(),
        kept,
        others,
        folders,
    }
}

#[cfg(test)]
mod tests;
