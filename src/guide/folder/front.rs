//! What other generators' front matter says, as far as readers have something from it: nobody else's keys are a mistake.

mod home;

use chrono::NaiveDate;
use serde_yaml::Value;

use super::arrange::Parent;
use crate::guide::markdown::without_tags;
use crate::guide::yaml::of_others;

/// What stands before the text of a file.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Front {
    pub title: Option<String>,
    /// What all of it is called, of which this is the table of contents.
    pub guide: Option<String>,
    /// What it is called in a list.
    pub label: Option<String>,
    pub summary: Option<String>,
    /// Its place among its neighbours.
    pub order: Option<f64>,
    pub date: Option<NaiveDate>,
    /// Below which page it stands.
    pub parent: Option<Parent>,
    /// Under what else it is known: addresses, ids, other names.
    pub names: Vec<String>,
    /// What is the same in all translations, where it says so.
    pub permalink: Option<String>,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// What stands above its text, as Markdown.
    pub above: Option<String>,
    /// Per section: how people ask for it.
    pub sections: Vec<(String, Words)>,
}

/// How people ask for a section.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Words {
    pub questions: Vec<String>,
    pub keywords: Vec<String>,
}

/// Splits a file: what its front matter says, and where its text begins. What only looks like one is text; empty lines may stand
/// before it.
pub(super) fn split(text: &str) -> (Front, usize) {
    let begin = text.len() - text.trim_start_matches(['\r', '\n']).len();
    match at_top(&text[begin..]) {
        (front, 0) => (front, 0),
        (front, end) => (front, begin + end),
    }
}

fn at_top(text: &str) -> (Front, usize) {
    let Some((fence, rest)) = ["---", "+++"].iter().find_map(|fence| {
        let rest = text.strip_prefix(fence)?;
        let rest = rest.trim_start_matches([' ', '\t']);
        Some((*fence, rest.strip_prefix('\n')?))
    }) else {
        return by_comment(text)
            .or_else(|| unopened(text))
            .or_else(|| unfenced(text))
            .unwrap_or_default();
    };
    let begin = text.len() - rest.len();
    let mut at = begin;
    for line in rest.split_inclusive('\n') {
        let is_end = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        if is_end {
            return match read(fence, &text[begin..at]) {
                Some(front) => (front, at + line.len()),
                None => (Front::default(), 0),
            };
        }
        at += line.len();
    }
    (Front::default(), 0)
}

/// The title in a comment at the top, as Writerside has it: `[//]: # (title: Words)`.
fn by_comment(text: &str) -> Option<(Front, usize)> {
    let line = text.lines().next()?;
    let title = line.strip_prefix("[//]: # (title:")?.trim_end();
    let front = Front {
        title: Some(title.strip_suffix(')')?.trim().to_owned()),
        ..Front::default()
    };
    Some((front, line.len()))
}

/// Hexo takes the lines above the first line of dashes, too, if they are keys alone.
fn unopened(text: &str) -> Option<(Front, usize)> {
    const MOST: usize = 30;
    const FIRST: [&str; 6] = ["title:", "layout:", "index:", "type:", "date:", "tags:"];
    if !FIRST.iter().any(|key| text.starts_with(key)) {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n').take(MOST) {
        if line.trim_end() == "---" {
            let front = read("---", &text[..at]).filter(|_| at > 0)?;
            return Some((front, at + line.len()));
        }
        let (key, value) = line.split_once(':')?;
        let is_key = !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            && (value.starts_with(' ') || value.trim().is_empty());
        if !is_key {
            return None;
        }
        at += line.len();
    }
    None
}

/// The lines of keys that `MkDocs`, Pelican and `MultiMarkdown` take up to the first empty one. The first is known here, and one has
/// the title.
fn unfenced(text: &str) -> Option<(Front, usize)> {
    const FIRST: [&str; 8] = [
        "author", "authors", "category", "date", "slug", "status", "tags", "title",
    ];
    const MOST: usize = 30;
    let mut block = String::new();
    let mut at = 0;
    for line in text.split_inclusive('\n').take(MOST) {
        if line.trim().is_empty() {
            let front = by_lines(&block).filter(|front| front.title.is_some())?;
            return Some((front, at));
        }
        at += line.len();
        if block.is_empty() || !line.starts_with("    ") {
            let (key, value) = line.split_once(':')?;
            let key = key.to_ascii_lowercase();
            let is_key = key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
            let is_known = !block.is_empty() || FIRST.contains(&key.as_str());
            if !is_key || !is_known || !value.starts_with([' ', '\t', '\r', '\n']) {
                return None;
            }
            block.push_str(&format!("{key}:{value}"));
        }
    }
    None
}

fn read(fence: &str, block: &str) -> Option<Front> {
    if block.trim().is_empty() {
        return Some(Front::default());
    }
    if fence == "---" {
        // Tabs are no indentation in YAML, but people write them.
        let tidy = block.replace('\t', "  ");
        match of_others(&tidy) {
            Some(Value::Mapping(map)) => return Some(of_map(&Value::Mapping(map))),
            Some(_) => return None,
            None => {}
        }
    }
    by_lines(block)
}

/// The few keys that matter, from a block that is no YAML, or TOML; `None` where it has no keys at all.
fn by_lines(block: &str) -> Option<Front> {
    let mut map = serde_yaml::Mapping::new();
    for line in block.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let is_key = !key.trim().is_empty()
            && key
                .trim()
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if is_key {
            let value = value.trim().trim_matches(['"', '\'']);
            let value = match value.parse::<f64>() {
                Ok(number) => Value::Number(number.into()),
                Err(_) => Value::String(value.to_owned()),
            };
            map.entry(Value::String(key.trim().to_owned()))
                .or_insert(value);
        }
    }
    (!map.is_empty()).then(|| of_map(&Value::Mapping(map)))
}

/// Where Eleventy's pages say their place in its navigation.
const ELEVENTY: &str = "eleventyNavigation";

fn of_map(map: &Value) -> Front {
    let first = |keys: &[&str]| keys.iter().find_map(|key| text(map.get(*key)?));
    let number = |keys: &[&str]| keys.iter().find_map(|key| number(map.get(*key)?));
    let nested = |outer: &str, inner: &str| map.get(outer)?.get(inner);
    let menu = || {
        let menus = map.get("menu")?.as_mapping()?;
        menus
            .values()
            .find_map(|menu| self::number(menu.get("weight")?))
    };
    // Beside the day on which a page was made, as Wiki.js has it, the other one is that of its last change.
    let is_kept = map.get("dateCreated").is_some();
    let parent = || {
        let title = first(&["parent"]).or_else(|| text(nested(ELEVENTY, "parent")?))?;
        let above = first(&["grand_parent"]);
        Some(Parent { title, above })
    };
    let mut names = Vec::new();
    for key in [
        "permalink",
        "slug",
        "url",
        "id",
        "aliases",
        "alias",
        "redirect_from",
    ] {
        names.extend(map.get(key).into_iter().flat_map(texts));
    }
    let keywords = ["keywords", "tags", "aliases"].into_iter();
    let keywords = keywords.filter_map(|key| map.get(key)).flat_map(texts);
    Front {
        title: first(&["title", "question"])
            .map(|title| plain(&title))
            .or_else(|| Some(without_tags(&text(nested("hero", "name")?)?).into_owned()))
            .or_else(|| text(map.get("heroText")?)),
        guide: first(&["user-guide-title"]),
        label: first(&["sidebar_label", "sidebarTitle", "linkTitle", "nav_title"])
            .or_else(|| text(nested("sidebar", "label")?))
            .or_else(|| text(nested(ELEVENTY, "title")?))
            .or_else(|| text(nested(ELEVENTY, "key")?)),
        summary: first(&["description", "summary", "excerpt"]),
        order: number(&[
            "sidebar_position",
            "weight",
            "sort_order",
            "sort_rank",
            "nav_order",
            "order",
            "position",
            "sortorder",
            "num",
        ])
        .or_else(|| self::number(nested("sidebar", "order")?))
        .or_else(|| self::number(nested(ELEVENTY, "order")?))
        .or_else(menu),
        date: first(&["date", "published", "publishDate"])
            .filter(|_| !is_kept)
            .and_then(|text| date(&text)),
        parent: parent(),
        permalink: first(&["permalink"]),
        names,
        // Addresses are nothing that is typed.
        keywords: keywords.filter(|word| !word.contains('/')).collect(),
        above: home::above(map),
        sections: map.get("sections").map_or_else(Vec::new, sections),
    }
}

/// A title without the signs of code and the entities that some write into it.
fn plain(title: &str) -> String {
    let mut words = title.to_owned();
    if title.matches('`').count().is_multiple_of(2) {
        words.retain(|c| c != '`');
    }
    let has_entity = title.contains('&') && title.contains(';');
    if has_entity && !title.contains('<') {
        words = without_tags(&words).into_owned();
    }
    if words.trim().is_empty() {
        title.to_owned()
    } else {
        words
    }
}

fn sections(value: &Value) -> Vec<(String, Words)> {
    let map = value.as_mapping().into_iter().flatten();
    let words = map.filter_map(|(id, words)| {
        let list = |key: &str| words.get(key).map_or_else(Vec::new, texts);
        let words = Words {
            questions: list("questions"),
            keywords: list("keywords"),
        };
        Some((text(id)?, words))
    });
    words.collect()
}

/// A scalar as people read it; `None` for nothing and for what holds more.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A scalar, or the scalars of a list.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(items) => items.iter().filter_map(text).collect(),
        Value::String(all) if all.contains(", ") => {
            all.split(", ").map(|text| text.trim().to_owned()).collect()
        }
        value => text(value).into_iter().collect(),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

/// The day that a text begins with: `2025-03-01`, `2025/3/1`, with or without a time.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .map(|digits| (digits.len(), digits.parse::<u32>().ok()));
    let mut next = |lengths: &[usize]| {
        let (length, number) = numbers.next()?;
        lengths.contains(&length).then_some(number).flatten()
    };
    let year = i32::try_from(next(&[4])?).ok()?;
    let (month, day) = (next(&[1, 2])?, next(&[1, 2])?);
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1970..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_front_matter_and_a_rule_is_text() {
        let (front, at) = split("---\ntitle: A\nsidebar_position: 2\nfoo: {a: 1}\n---\ntext");
        assert_eq!(
            (front.title.as_deref(), front.order, at),
            (Some("A"), Some(2.0), 49)
        );
        for text in [
            "---\n\ntext\n\n---\nmore",
            "---\nonly words\n---\n",
            "text\n---\na: b\n---\n",
            "---\na: b",
        ] {
            assert_eq!(split(text), (Front::default(), 0), "{text:?}");
        }
    }

    #[test]
    fn a_title_may_stand_in_a_comment_or_above_the_only_line_of_dashes() {
        let (front, at) = split("[//]: # (title: A (b))\n\ntext");
        assert_eq!((front.title.as_deref(), at), (Some("A (b)"), 22));
        let (front, at) = split("title: A\norder: 2\n---\ntext");
        assert_eq!(
            (front.title.as_deref(), front.order),
            (Some("A"), Some(2.0))
        );
        assert_eq!(at, 22);
        for text in ["title: A\ntext\n---\n", "Note: a\n---\n", "title: A\n"] {
            assert_eq!(split(text), (Front::default(), 0), "{text:?}");
        }
    }

    #[test]
    fn keys_may_stand_above_the_first_empty_line() {
        let text = "Title: A: b\nDate: 2010-12-03 10:20\nSortOrder: 030\nSummary: Words\n    that go on.\n\ntext";
        let (front, at) = split(text);
        assert_eq!(front.title.as_deref(), Some("A: b"));
        assert_eq!(
            (front.order, front.date),
            (Some(30.0), NaiveDate::from_ymd_opt(2010, 12, 3))
        );
        assert_eq!(&text[at..], "\ntext");
        for text in [
            "Note: a\n\ntext",
            "Date: today\n\ntext",
            "Title: a\nwords\n\ntext",
            "Title: a",
            "title:a\n\ntext",
        ] {
            assert_eq!(split(text), (Front::default(), 0), "{text:?}");
        }
    }

    #[test]
    fn titles_are_words() {
        let title = |text: &str| split(&format!("---\ntitle: {text}\n---\n")).0.title;
        assert_eq!(title("'`a`: C&oacute;digo'").as_deref(), Some("a: Código"));
        assert_eq!(title("'A & B; `c'").as_deref(), Some("A & B; `c"));
        assert_eq!(
            title("'<script setup> &lt;'").as_deref(),
            Some("<script setup> &lt;")
        );
    }

    #[test]
    fn what_is_no_yaml_still_has_a_title() {
        let (front, _) = split("---\ntitle: \"A: b\nmenu: [\t1\n---\n");
        assert_eq!(front.title.as_deref(), Some("A: b"));
        let (front, _) =
            split("+++\ntitle = \"T\"\nweight = 3\ndate = 2024-05-06T00:00:00Z\n+++\nx");
        assert_eq!(front.title.as_deref(), Some("T"));
        assert_eq!(front.order, Some(3.0));
        assert_eq!(front.date, NaiveDate::from_ymd_opt(2024, 5, 6));
    }

    #[test]
    fn places_and_names_are_read_wherever_generators_write_them() {
        let (front, _) = split(
            "---\nmenu:\n  docs:\n    weight: 20\nsidebar: {label: L}\naliases: [Old name, /old]\n---\n",
        );
        assert_eq!(
            (front.order, front.label.as_deref()),
            (Some(20.0), Some("L"))
        );
        assert_eq!(front.names, ["Old name", "/old"]);
        assert_eq!(front.keywords, ["Old name"]);
        let (front, _) = split("---\neleventyNavigation: {key: K, parent: P, order: 3}\n---\n");
        assert_eq!(
            (front.order, front.label.as_deref()),
            (Some(3.0), Some("K"))
        );
    }

    #[test]
    fn empty_lines_may_stand_before_it() {
        let (front, at) = split("\n\r\n---\ntitle: A\n---\ntext");
        assert_eq!((front.title.as_deref(), at), (Some("A"), 20));
        assert_eq!(split("\n\ntext"), (Front::default(), 0));
    }

    #[test]
    fn the_day_of_the_last_change_is_none_of_news() {
        let (front, _) = split("---\ndate: 2024-05-06T00:00:00Z\ndateCreated: 2023-01-02\n---\n");
        assert_eq!(front.date, None);
    }

    #[test]
    fn a_page_says_below_which_it_stands() {
        let parent = |front: &str| {
            let (front, _) = split(&format!("---\n{front}\n---\n"));
            front.parent.map(|parent| (parent.title, parent.above))
        };
        let named =
            |title: &str, above: Option<&str>| Some((title.to_owned(), above.map(str::to_owned)));
        assert_eq!(parent("parent: P\ngrand_parent: G"), named("P", Some("G")));
        assert_eq!(
            parent("eleventyNavigation: {key: K, parent: P}"),
            named("P", None)
        );
        assert_eq!(parent("title: T"), None);
    }

    #[test]
    fn days_are_read_in_several_forms() {
        let day = NaiveDate::from_ymd_opt(2025, 3, 1);
        for text in ["2025-03-01", "2025/3/1", "2025-03-01 10:00:00 +0900"] {
            assert_eq!(date(text), day, "{text}");
        }
        assert_eq!(date("2025-13-01"), None);
        assert_eq!(date("v1.2.3"), None);
    }
}
