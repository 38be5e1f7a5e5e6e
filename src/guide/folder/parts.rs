//! Files of Markdown that are no pages by themselves: parts of pages, and what speaks to others than readers.

use std::collections::HashSet;

use super::Files;
use super::contents::{Contents, Entry, is_hugo};
use super::languages::Place;
use super::names::{SITES, bare, canonical, folder_of, is_within, joined, last_of, without_ending};
use crate::guide::problem::{Report, quoted};

/// Files at the top of a project that speak to others than its readers, without their endings, in lower case.
const NOT_FOR_READERS: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copilot-instructions",
    "pull_request_template",
    "issue_template",
];

/// Takes the places of files that are no pages. A table of contents that lists one, or a page that leads to it, makes it one.
pub(super) fn leave_out(
    files: &Files,
    contents: &[Contents],
    places: &mut [Option<Place>],
    report: &mut Report,
) {
    let listed = Listed::of(contents);
    let sites = sites(files);
    let vendors = vendors(files);
    let programs = programs(files);
    let snippets = snippets(files);
    let parts = parts(files, &listed);
    let mut drafts = Vec::new();
    let left_out: Vec<bool> = files
        .pages
        .iter()
        .map(|(path, text)| {
            let hidden = hidden(text);
            if hidden == Some(Hidden::Draft) {
                drafts.push(path.as_str());
            }
            parts.contains(path.as_str())
                || hidden.is_some()
                || ((is_of_others(path, &vendors)
                    || is_of_site(path, &sites)
                    || is_of_program(path, &programs)
                    || snippets.iter().any(|folder| is_within(path, folder)))
                    && !listed.has(path))
                || (is_for_others(path) && !listed.has(path) && !is_linked(path, files))
        })
        .collect();
    // A folder that has nothing else is read as it is.
    if left_out.iter().all(|&out| out) {
        return;
    }
    for (place, _) in places.iter_mut().zip(left_out).filter(|(_, out)| *out) {
        *place = None;
    }
    report_drafts(&drafts, report);
}

/// Says that pages are not shown, once for all of them.
fn report_drafts(drafts: &[&str], report: &mut Report) {
    let Some((first, more)) = drafts.split_first() else {
        return;
    };
    let more = match more.len() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let what = format!("{} is a draft{more}: it is not shown", quoted(first));
    let help = "take `draft: true` or `published: false` out of what stands before its text";
    report.warning(None, &what, help);
}

/// Files that a listed page includes, and that no table of contents lists.
fn parts<'f>(files: &'f Files, listed: &Listed) -> HashSet<&'f str> {
    let included = files.included.iter();
    included
        .filter(|(page, part)| page != part && listed.has(page) && !listed.has(part))
        .map(|(_, part)| part.as_str())
        .collect()
}

/// Why a page is not shown, by what stands before its text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    /// Its author does not publish it yet, as the programs say that make sites of such files.
    Draft,
    /// Pages are made of it: its title is still to be put in. Or it is there to be shown within others alone, as Hugo has it.
    Part,
}

fn hidden(text: &str) -> Option<Hidden> {
    front_lines(text).find_map(|line| {
        // A tag of Hugo's in it has been put there by its author.
        let is_open = line.contains("{{") && !line.contains("{{<") && !line.contains("{{%");
        if line.starts_with("title") && is_open {
            return Some(Hidden::Part);
        }
        let setting = line.split('#').next().unwrap_or(line);
        let (key, value) = setting.split_once([':', '='])?;
        match (key.trim_end(), value.trim()) {
            ("draft", "true") | ("published", "false") => Some(Hidden::Draft),
            ("headless", "true") => Some(Hidden::Part),
            _ => None,
        }
    })
}

/// The lines of what stands before a text.
fn front_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.lines().map(str::trim_end);
    let front = matches!(lines.next(), Some("---" | "+++"));
    lines.take_while(move |line| front && !matches!(*line, "---" | "+++"))
}

/// What folders are called that hold what others have written, each in a folder.
const VENDORS: [&str; 3] = ["vendor", "thirdparty", "3rdparty"];

/// Those folders. One that has pages of its own is about vendors.
fn vendors(files: &Files) -> Vec<&str> {
    let mut vendors: Vec<&str> = Vec::new();
    for (path, _) in &files.pages {
        let around = path.match_indices('/').map(|(at, _)| &path[..at]);
        let folder = around
            .into_iter()
            .find(|folder| VENDORS.contains(&bare(&last_of(folder).to_lowercase()).as_str()));
        vendors.extend(folder.filter(|folder| !vendors.contains(folder)));
    }
    let has_own = |folder: &&str| {
        let mut pages = files.pages.iter();
        pages.any(|(path, _)| folder_of(path) == *folder)
    };
    vendors.retain(|folder| !has_own(folder));
    vendors
}

/// Whether a file is there for tests alone: a site in such a folder is none that somebody reads.
pub(super) fn is_tested(path: &str) -> bool {
    let is_test = |name: &str| name.len() > 4 && name.starts_with("__") && name.ends_with("__");
    let mut folders = folder_of(path).split('/');
    let is_one = folders.clone().any(is_test);
    // A manual may have a chapter on tests, but then it stands among its pages.
    let tests = folders.find(|name| TESTS.contains(name) || SITES.contains(name) || *name == GUIDE);
    is_one
        || tests.is_some_and(|name| TESTS.contains(&name))
            && folders.any(|name| OF_TESTS.contains(&name))
}

/// Where programs keep their tests, and what these read.
const TESTS: [&str; 3] = ["test", "tests", "e2e"];
const OF_TESTS: [&str; 6] = [
    "cases",
    "data",
    "fixture",
    "fixtures",
    "testdata",
    "testsuite",
];
/// Beside [`SITES`] where pages are in spite of such names.
const GUIDE: &str = "guide";

/// Whether a page is others' work, or what only tests read, or only says that there is no page.
fn is_of_others(path: &str, vendors: &[&str]) -> bool {
    vendors.iter().any(|folder| is_within(path, folder))
        || is_tested(path)
        || last_of(without_ending(path)) == "404"
}

/// Folders in which Hugo keeps something else than pages.
const BESIDE_CONTENT: [&str; 8] = [
    "archetypes",
    "assets",
    "data",
    "layouts",
    "public",
    "resources",
    "static",
    "themes",
];

/// The folders of sites whose pages are in `content`, whatever Markdown lies elsewhere.
fn sites(files: &Files) -> Vec<&str> {
    let configured = files.settings.iter();
    let configured = configured.filter(|(path, text)| is_hugo(path, text));
    let folders = configured.map(|(path, _)| {
        let folder = folder_of(path);
        match folder.strip_suffix("config/_default") {
            Some(site) => site.trim_end_matches('/'),
            None => folder,
        }
    });
    let has_content = |site: &&str| {
        let content = joined(site, "content").unwrap_or_default();
        files
            .pages
            .iter()
            .any(|(path, _)| is_within(path, &content))
    };
    folders.filter(has_content).collect()
}

fn is_of_site(path: &str, sites: &[&str]) -> bool {
    sites
        .iter()
        .filter(|site| is_within(path, site))
        .any(|site| {
            let inner = path[site.len()..].trim_start_matches('/');
            let folder = inner.split_once('/').map_or("", |(folder, _)| folder);
            BESIDE_CONTENT.contains(&folder)
        })
}

/// The folders of Astro's sites whose pages are in `src/content`: all else in `src` is their program, and what that shows.
fn programs(files: &Files) -> Vec<&str> {
    let settings = files.settings.iter().map(|(path, _)| path.as_str());
    let configured = settings.filter(|path| last_of(path).starts_with("astro.config"));
    let has_content = |site: &&str| {
        let content = joined(site, "src/content").unwrap_or_default();
        let mut pages = files.pages.iter();
        pages.any(|(path, _)| is_within(path, &content))
    };
    configured.map(folder_of).filter(has_content).collect()
}

fn is_of_program(path: &str, sites: &[&str]) -> bool {
    let of_site = |site: &&str| {
        let inner = path.strip_prefix(site)?.trim_start_matches('/');
        let (folder, _) = inner.strip_prefix("src/")?.split_once('/')?;
        (folder != "content" && folder != "pages").then_some(())
    };
    sites.iter().any(|site| of_site(site).is_some())
}

/// The folders in which Mintlify's sites keep parts of pages.
fn snippets(files: &Files) -> Vec<String> {
    let settings = files.settings.iter().map(|(path, _)| path.as_str());
    let of_site = settings.filter(|path| matches!(last_of(path), "docs.json" | "mint.json"));
    of_site
        .filter_map(|path| joined(folder_of(path), "snippets"))
        .collect()
}

fn is_for_others(path: &str) -> bool {
    let stem = without_ending(path);
    FOR_AGENTS.contains(&last_of(stem)) || NOT_FOR_READERS.contains(&stem.to_lowercase().as_str())
}

/// Files that speak to programs, in whatever folder, as these are written.
const FOR_AGENTS: [&str; 3] = ["AGENTS", "CLAUDE", "GEMINI"];

/// Whether another page names a file at the top as a link does.
fn is_linked(path: &str, files: &Files) -> bool {
    let name = last_of(path);
    let mut others = files.pages.iter().filter(|(other, _)| other != path);
    others.any(|(_, text)| {
        let mut found = text.match_indices(name);
        found.any(|(at, _)| {
            let before = text[..at].trim_end_matches(['.', '/']);
            before.ends_with("](") || before.ends_with("]: ")
        })
    })
}

/// What tables of contents list.
struct Listed {
    files: HashSet<String>,
    folders: Vec<String>,
}

impl Listed {
    fn of(contents: &[Contents]) -> Self {
        let mut listed = Self {
            files: HashSet::new(),
            folders: Vec::new(),
        };
        for contents in contents {
            listed.add(&contents.base, &contents.entries);
        }
        listed
    }

    fn add(&mut self, base: &str, entries: &[Entry]) {
        for entry in entries {
            match entry {
                Entry::Page { target, .. } => self.add_file(base, target),
                Entry::Group {
                    target, entries, ..
                } => {
                    if let Some(target) = target {
                        self.add_file(base, target);
                    }
                    self.add(base, entries);
                }
                Entry::Folder(folder) => self.folders.extend(joined(base, folder)),
                Entry::Pattern(_) => {}
            }
        }
    }

    fn add_file(&mut self, base: &str, target: &str) {
        let path = target.split(['#', '?']).next().unwrap_or(target);
        let path = joined(base, path.trim_start_matches('/'));
        self.files
            .extend(path.map(|path| canonical(without_ending(&path))));
    }

    fn has(&self, path: &str) -> bool {
        self.files.contains(&canonical(without_ending(path)))
            || self.folders.iter().any(|folder| is_within(path, folder))
    }
}
