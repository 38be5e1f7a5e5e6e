//! Names of files and headings, as generators make addresses, order and titles of them.

use std::cmp::Ordering;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::front::date;

/// GitHub's rule for the address of a heading: letters, marks, digits, `_` and `-` in lower case, a dash for a space.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for c in title.trim().chars() {
        match c {
            ' ' | '\u{3000}' => slug.push('-'),
            '-' | '_' => slug.push(c),
            c if c.is_alphanumeric() || is_mark(c) => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    slug
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// An address with all in which it may be written otherwise taken away: percent signs, composition, width and case.
pub(super) fn canonical(address: &str) -> String {
    let decoded = percent_decode_str(address).decode_utf8_lossy();
    decoded.nfkc().collect::<String>().to_lowercase()
}

/// The letters and digits of a [`canonical`] address alone: generators differ in what they make of everything else.
pub(super) fn bare(canonical: &str) -> String {
    canonical.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The same without the accents of its letters: some generators keep nothing but ASCII of a heading.
pub(super) fn without_accents(canonical: &str) -> String {
    canonical.nfd().filter(|&c| !is_mark(c)).collect()
}

/// A file's name without the number that only says its place: `01-intro`, `2.guide`, `3_faq`; and that number.
pub(super) fn without_number(name: &str) -> (Option<u64>, &str) {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = name.split_at(digits);
    let stripped = rest
        .strip_prefix(". ")
        .or_else(|| rest.strip_prefix(" - "))
        .or_else(|| rest.strip_prefix(['-', '_', '.']));
    match stripped {
        // A date or a version is a part of the name.
        Some(stripped)
            if (1..=4).contains(&digits)
                && !stripped.is_empty()
                && !stripped.starts_with(|c: char| c.is_ascii_digit())
                && !is_in_word(rest) =>
        {
            (number.parse().ok(), stripped)
        }
        _ => (None, name),
    }
}

/// Whether a number belongs to the word behind it: "2-factor authentication". Who writes spaces between words writes them, or a
/// capital, behind a number that only counts.
fn is_in_word(rest: &str) -> bool {
    let word = rest.strip_prefix('-').unwrap_or_default();
    word.starts_with(char::is_lowercase) && word.contains(' ')
}

/// What stands in names of files for the `/` in those of pages, as Logseq has it.
pub(super) const NAMESPACE: &str = "___";

/// A name without the key that an export of Notion puts behind it: 32 digits of sixteen.
fn without_key(name: &str) -> &str {
    let is_key = |key: &str| key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.rsplit_once(' ') {
        Some((before, key)) if is_key(key) => before,
        _ => name,
    }
}

/// The number by which a help centre knows an article, where it stands before the name of the file: `8204673-documents`.
pub(super) fn number_of_article(name: &str) -> Option<&str> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = name.split_at(digits);
    (digits >= 6 && rest.starts_with('-') && !is_day(number)).then_some(number)
}

/// `20240131`
fn is_day(digits: &str) -> bool {
    let number = digits.parse().unwrap_or(0_u64);
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    digits.len() == 8
        && (1970..2100).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
}

/// A title for what has none but its name.
pub(super) fn title_of(name: &str) -> String {
    let (_, name) = without_number(without_key(name));
    if name.contains(NAMESPACE) {
        return name.replace(NAMESPACE, "/");
    }
    // Names of people's own notes are titles already; those of addresses have dashes for spaces.
    if name.contains(' ') || !name.contains(['-', '_']) {
        return name.to_owned();
    }
    // A day keeps its dashes.
    let day = name
        .get(..10)
        .filter(|day| day.matches('-').count() == 2 && date(day).is_some());
    let (day, rest) = name.split_at(day.map_or(0, str::len));
    format!("{day}{}", rest.replace(['-', '_'], " "))
        .trim()
        .to_owned()
}

/// The order in which people number their files: 2 before 10.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while !left.is_empty() && !right.is_empty() {
        let (first, second) = (chunk(left), chunk(right));
        let order = natural_chunks(first, second);
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (&left[first.len()..], &right[second.len()..]);
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// The order of numbers is that of their values, whatever zeros they begin with.
fn natural_chunks(a: &str, b: &str) -> Ordering {
    if a.starts_with(is_digit) && b.starts_with(is_digit) {
        let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
        a.len().cmp(&b.len()).then_with(|| a.cmp(b))
    } else {
        a.to_lowercase().cmp(&b.to_lowercase())
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The digits, or all but digits, that a text begins with.
fn chunk(text: &str) -> &str {
    let digits = text.starts_with(is_digit);
    let end = text.find(|c| is_digit(c) != digits).unwrap_or(text.len());
    &text[..end]
}

/// The folder of a path, without the last `/`; empty for a file at the top.
pub(in crate::guide) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder that all of these are, or are in; empty for the top.
pub(super) fn common_folder<'a>(mut folders: impl Iterator<Item = &'a str>) -> &'a str {
    let mut common = folders.next().unwrap_or_default();
    for folder in folders {
        while !is_within(folder, common) {
            common = folder_of(common);
        }
    }
    common
}

/// Whether a path is a folder, or in it.
pub(super) fn is_within(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    folder.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The last part of a path.
pub(super) fn last_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

/// What folders are called that hold what a project has for readers.
pub(super) const SITES: [&str; 5] = ["content", "doc", "docs", "documentation", "manual"];

/// What the names of files of Markdown end with.
pub(in crate::guide) const MARKDOWN: [&str; 6] = ["md", "mdx", "markdown", "mdown", "qmd", "rmd"];

/// What the pages end with that are made of them.
const PAGES: [&str; 2] = ["html", "htm"];

/// Whether a file of this name holds Markdown.
pub(crate) fn is_markdown(name: &str) -> bool {
    ending(name).is_some_and(|(_, ending)| is_one_of(ending, &MARKDOWN))
}

/// A path without the ending of a Markdown file.
pub(super) fn without_ending(path: &str) -> &str {
    match ending(path) {
        Some((stem, ending)) if is_one_of(ending, &MARKDOWN) || is_one_of(ending, &PAGES) => stem,
        _ => path,
    }
}

/// What stands before and behind the last dot of a name.
fn ending(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())
}

fn is_one_of(ending: &str, known: &[&str]) -> bool {
    known.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a file of this name stands for its folder.
pub(in crate::guide) fn is_index(name: &str) -> bool {
    ["index", "_index", "readme", "home"].contains(&name.to_lowercase().as_str())
}

/// What pages are called that only say that they come first.
const INTRODUCTIONS: [&str; 22] = [
    "index",
    "introduction",
    "overview",
    "welcome",
    "はじめに",
    "イントロダクション",
    "概要",
    "序論",
    "介绍",
    "概述",
    "概览",
    "简介",
    "介紹",
    "概覽",
    "簡介",
    "개요",
    "소개",
    "einführung",
    "einleitung",
    "introducción",
    "introdução",
    "введение",
];

/// Whether a title says of a page only that it comes first, and nothing of what comes after it.
pub(super) fn only_introduces(title: &str) -> bool {
    let words = title.trim_matches(|c: char| !c.is_alphanumeric());
    INTRODUCTIONS.contains(&words.to_lowercase().as_str()) || is_index(words)
}

/// What lists of changes are called.
const CHANGES: [&str; 14] = [
    "changelog",
    "changelogs",
    "changes",
    "history",
    "news",
    "release notes",
    "releasenotes",
    "releases",
    "whatsnew",
    "what's new",
    "whats new",
    "リリースノート",
    "更新履歴",
    "変更履歴",
];

/// Whether a part of a path names a list of changes, whatever number or version stands before that: `5.releases`,
/// `6_1_release_notes`.
pub(in crate::guide) fn names_changes(part: &str) -> bool {
    let part = part.to_lowercase().replace(['-', '_'], " ");
    let name =
        part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | 'v'));
    CHANGES.contains(&name)
}

/// `folder/path` with `.` and `..` followed; `None` where it leads out of the top.
pub(in crate::guide) fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_become_addresses_as_on_github() {
        for (title, expected) in [
            ("Getting Started", "getting-started"),
            (
                "パスワードを忘れた：再設定（初回）",
                "パスワードを忘れた再設定初回",
            ),
            ("`cargo build --release`", "cargo-build---release"),
            ("C++ & Rust", "c--rust"),
            ("  Trimmed_name ", "trimmed_name"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn addresses_are_compared_by_what_they_mean() {
        assert_eq!(canonical("%E3%81%8B%E3%82%99Foo"), "がfoo");
        assert_eq!(bare(&canonical("Foo-Bar_1")), "foobar1");
    }

    #[test]
    fn numbers_that_say_a_place_are_no_part_of_a_name() {
        assert_eq!(without_number("01-intro"), (Some(1), "intro"));
        assert_eq!(without_number("2.for-users"), (Some(2), "for-users"));
        assert_eq!(without_number("2020-09-29-news"), (None, "2020-09-29-news"));
        assert_eq!(without_number("1.2-release"), (None, "1.2-release"));
        assert_eq!(without_number("404"), (None, "404"));
        let word = "2-factor authentication";
        assert_eq!(without_number(word), (None, word));
        assert_eq!(without_number("2-Two factors"), (Some(2), "Two factors"));
        assert_eq!(without_number("2 - two factors"), (Some(2), "two factors"));
    }

    #[test]
    fn help_centres_number_their_articles() {
        for (name, expected) in [
            ("8204673-documents-page", Some("8204673")),
            ("12380837-ページ", Some("12380837")),
            ("360012345678-Setup", Some("360012345678")),
            ("20240131-news", None),
            ("2024-01-31-news", None),
            ("8204673", None),
            ("404-page", None),
        ] {
            assert_eq!(number_of_article(name), expected, "{name}");
        }
    }

    #[test]
    fn two_comes_before_ten() {
        let mut names = ["b", "a10", "A2", "a1", "10", "9"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["9", "10", "a1", "A2", "a10", "b"]);
    }

    #[test]
    fn a_folder_in_common_is_one_of_whole_names() {
        let common = |folders: &[&str]| common_folder(folders.iter().copied()).to_owned();
        assert_eq!(common(&["a/b", "a/b/c", "a/bc"]), "a");
        assert_eq!(common(&["a/b", "a/b/c"]), "a/b");
        assert_eq!(common(&["a", ""]), "");
        assert_eq!(common(&[]), "");
    }

    #[test]
    fn lists_of_changes_are_known_by_their_names() {
        for name in [
            "CHANGELOG",
            "5.releases",
            "6_1_release_notes",
            "Release notes",
            "whats-new",
            "v2.0-release-notes",
        ] {
            assert!(names_changes(name), "{name}");
        }
        for name in ["history of rome", "release", "v2", "", "2024"] {
            assert!(!names_changes(name), "{name}");
        }
    }

    #[test]
    fn paths_are_followed() {
        assert_eq!(joined("a/b", "../c/./d").as_deref(), Some("a/c/d"));
        assert_eq!(joined("a", "../../b"), None);
        assert_eq!(without_ending("x/y.MDX"), "x/y");
        assert_eq!(title_of("03-getting_started"), "getting started");
        assert_eq!(
            title_of("2026-05-13-sponsorship-tiers"),
            "2026-05-13 sponsorship tiers"
        );
        assert_eq!(title_of("よくある質問"), "よくある質問");
        assert_eq!(title_of("Canvas___Tool___Line"), "Canvas/Tool/Line");
        let key = "0f3c5a7be1d24c6f8a9b0c1d2e3f4a5b";
        assert_eq!(title_of(&format!("Set up, step 2 {key}")), "Set up, step 2");
        assert_eq!(title_of(key), key);
    }
}
