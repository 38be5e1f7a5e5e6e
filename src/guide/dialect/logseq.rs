//! Outlines as Logseq keeps them: all of a page is one list, headings are items of it, and items have properties.
//!
//! A heading with nothing but headings above it becomes one of the page, so that it has its section; what stands below it moves out as
//! far. Lines stay where they are.

use std::borrow::Cow;

use super::scan::{ends_fence, fence};

/// Properties that say nothing to a reader.
const HIDDEN: [&str; 14] = [
    "background-color",
    "card-ease-factor",
    "card-next-schedule",
    "card-repeats",
    "collapsed",
    "created-at",
    "exclude-from-graph-view",
    "filters",
    "heading",
    "id",
    "public",
    "template-including-parent",
    "title",
    "updated-at",
];

pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !is_outline(text) {
        return Cow::Borrowed(text);
    }
    let mut outline = Outline::default();
    for source in text.split_inclusive('\n') {
        let line = source.trim_end_matches(['\n', '\r']);
        outline.line(line);
        outline.out.push_str(&source[line.len()..]);
    }
    Cow::Owned(outline.out)
}

/// Whether all that stands at the margin are items and properties, and something says that it is no usual list.
fn is_outline(text: &str) -> bool {
    let mut says_so = false;
    let mut has_items = false;
    let mut code: Option<(u8, usize)> = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let body = line.trim_start();
        if let Some((sign, length)) = code {
            code = code.filter(|_| !ends_fence(body, sign, length));
            continue;
        }
        code = fence(body.strip_prefix("- ").unwrap_or(body));
        let item = item(body);
        let is_property = property(item.unwrap_or(body)).is_some();
        if body.len() == line.len() && item.is_none() && !is_property {
            return false;
        }
        has_items |= item.is_some();
        says_so |= is_property || item.is_some_and(is_heading);
    }
    says_so && has_items
}

/// What stands behind the dash of an item.
fn item(body: &str) -> Option<&str> {
    body.strip_prefix("- ").or((body == "-").then_some(""))
}

fn is_heading(item: &str) -> bool {
    let level = item.bytes().take_while(|&byte| byte == b'#').count();
    (1..=6).contains(&level) && item[level..].starts_with(' ')
}

/// `key:: value`
fn property(body: &str) -> Option<(&str, &str)> {
    let (key, value) = body.split_once("::")?;
    let is_key = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    (is_key && (value.is_empty() || value.starts_with(' '))).then(|| (key, value.trim()))
}

fn is_hidden(key: &str) -> bool {
    let starts = ["logseq.", "query-", "hl-", "ls-"];
    HIDDEN.contains(&key) || starts.iter().any(|start| key.starts_with(start))
}

/// An item that is open.
struct Item {
    /// How far in it stands, in bytes.
    lead: usize,
    /// It is a heading of the page now.
    is_heading: bool,
    /// So much goes before its lines.
    cut: usize,
}

#[derive(Default)]
struct Outline {
    out: String,
    open: Vec<Item>,
    code: Option<(u8, usize)>,
    /// `#+BEGIN_…`
    block: Option<Block>,
}

/// What stands between `#+BEGIN_…` and `#+END_…`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    /// What is asked of a program: nothing is shown.
    Hidden,
    /// What becomes a quote, or a box.
    Quoted,
}

impl Outline {
    fn line(&mut self, line: &str) {
        let body = line.trim_start();
        let lead = line.len() - body.len();
        if body.is_empty() {
            return;
        }
        if let Some((sign, length)) = self.code {
            self.code = self.code.filter(|_| !ends_fence(body, sign, length));
            self.write(line, lead);
            return;
        }
        if let Some(item) = item(body).filter(|_| self.block.is_none()) {
            self.item(line, lead, item);
        } else {
            self.more(line, lead, body);
        }
    }

    fn item(&mut self, line: &str, lead: usize, item: &str) {
        while self.open.last().is_some_and(|open| open.lead >= lead) {
            self.open.pop();
        }
        let plain = self.open.iter().find(|open| !open.is_heading);
        let cut = plain.map_or(lead, |plain| plain.cut);
        let is_heading = plain.is_none() && is_heading(item);
        self.open.push(Item {
            lead,
            is_heading,
            cut,
        });
        self.code = fence(item);
        if is_heading {
            self.out.push_str(&shown(item));
        } else if let Some((key, value)) = property(item) {
            if !is_hidden(key) {
                self.out.push_str(&line[cut..lead]);
                self.out.push_str(&format!("- {key}: {}  ", shown(value)));
            }
        } else if item.starts_with("#+BEGIN_") {
            self.out.push_str(&line[cut..lead]);
            self.out.push_str("- ");
            self.begin(item);
        } else {
            self.out.push_str(&shown(&line[cut..]));
        }
    }

    /// A line that belongs to what stands above it.
    fn more(&mut self, line: &str, lead: usize, body: &str) {
        if body.starts_with("#+END_") {
            self.block = None;
        } else if self.block == Some(Block::Hidden) {
        } else if body.starts_with("#+BEGIN_") {
            let cut = self.cut(lead);
            self.out.push_str(&line[cut..lead]);
            self.begin(body);
        } else if let Some((key, value)) = property(body) {
            if !is_hidden(key) {
                let cut = self.cut(lead);
                self.out.push_str(&line[cut..lead]);
                self.out.push_str(&format!("{key}: {}  ", shown(value)));
            }
        } else {
            self.code = fence(body);
            self.write(line, lead);
        }
    }

    fn begin(&mut self, body: &str) {
        let name = body.trim_start_matches("#+BEGIN_");
        let name = name.split_whitespace().next().unwrap_or_default();
        let name = name.to_ascii_uppercase();
        self.block = Some(match name.as_str() {
            "QUERY" | "EXPORT" => Block::Hidden,
            "NOTE" | "TIP" | "IMPORTANT" | "WARNING" | "CAUTION" => {
                self.out.push_str(&format!("> [!{name}]"));
                Block::Quoted
            }
            _ => Block::Quoted,
        });
    }

    /// How much of what stands before a line is taken away.
    fn cut(&self, lead: usize) -> usize {
        let cut = self.open.last().map_or(0, |open| {
            if open.is_heading {
                // As far in as the text of the item.
                open.lead + "- ".len()
            } else {
                open.cut
            }
        });
        cut.min(lead)
    }

    fn write(&mut self, line: &str, lead: usize) {
        let cut = self.cut(lead);
        self.out.push_str(&line[cut..lead]);
        if self.block == Some(Block::Quoted) {
            self.out.push_str("> ");
        }
        if self.code.is_some() {
            self.out.push_str(&line[lead..]);
        } else {
            self.out.push_str(&shown(&line[lead..]));
        }
    }
}

/// A line without what only the program reads: the size of a picture, another block by its number, and what shows it here.
fn shown(line: &str) -> Cow<'_, str> {
    if !line.contains("((") && !line.contains("{:") && !line.contains("{{") {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['(', '{', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = aside(rest, &out);
        if let Some((length, shown)) = length {
            out.push_str(shown);
            rest = &rest[length..];
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What a text begins with that is not shown as it is: how long it is, and what is shown of it.
fn aside<'t>(text: &'t str, before: &str) -> Option<(usize, &'t str)> {
    if let Some(code) = text.strip_prefix('`') {
        let length = code.find('`')? + 2;
        return Some((length, &text[..length]));
    }
    if let Some(inner) = text.strip_prefix("((") {
        let id = &inner[..inner.find("))")?];
        let is_id = id.len() == 36
            && id
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        // Else it is where a link leads.
        return (is_id && !before.ends_with("](")).then_some((id.len() + 4, ""));
    }
    if text.starts_with("{:") && before.ends_with(')') {
        return Some((text.find('}')? + 1, ""));
    }
    let inner = text.strip_prefix("{{")?;
    let inner = &inner[..inner.find("}}")?];
    let (name, value) = inner.split_once(' ').unwrap_or((inner, ""));
    let shown = match name {
        "query" | "renderer" => "",
        "embed" | "video" | "youtube" | "tweet" | "twitter" => value,
        _ => return None,
    };
    let shown = if shown.starts_with("((") { "" } else { shown };
    Some((inner.len() + 4, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_headings_above_them_are_those_of_the_page() {
        let text = "type:: [[Feature]]\nid:: 1\n\n- ## Usage\n  collapsed:: true\n\t- Words\n\t  go on\n\t\t- deeper\n\t- ### More\n\t\t- one\n- plain\n\t- ## kept\n";
        let expected = "type: [[Feature]]  \n\n\n## Usage\n\n- Words\n  go on\n\t- deeper\n### More\n- one\n- plain\n\t- ## kept\n";
        assert_eq!(resolve(text), expected);
    }

    #[test]
    fn boxes_code_and_questions_to_the_program() {
        let text = "- ## A\n\t- #+BEGIN_NOTE\n\t  Words\n\t  #+END_NOTE\n\t- ```js\n\t  - ## no {{query a}}\n\t  ```\n\t- #+BEGIN_QUERY\n\t  {:title}\n\t  #+END_QUERY\n";
        let expected =
            "## A\n- > [!NOTE]\n  > Words\n\n- ```js\n  - ## no {{query a}}\n  ```\n- \n\n\n";
        assert_eq!(resolve(text), expected);
    }

    #[test]
    fn only_what_is_said_is_shown() {
        let id = "63595c2e-2383-42d4-ad20-5647758a7337";
        for (line, expected) in [
            (format!("see (({id})) there"), "see  there".to_owned()),
            (format!("[it]((({id})))"), format!("[it]((({id})))")),
            (
                "![a](b.png){:height 2}".to_owned(),
                "![a](b.png)".to_owned(),
            ),
            (
                "a {{query (todo)}} {{embed [[B]]}}".to_owned(),
                "a  [[B]]".to_owned(),
            ),
            ("`((a))` {{name}}".to_owned(), "`((a))` {{name}}".to_owned()),
        ] {
            assert_eq!(shown(&line), expected, "{line}");
        }
    }

    #[test]
    fn a_list_is_a_list() {
        for text in [
            "- a\n\t- b\n",
            "# A\n- ## b\n",
            "- a\n\nwords\n- ## b\n",
            "std::vec\n- a:: b\n",
            "",
        ] {
            assert!(matches!(resolve(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
