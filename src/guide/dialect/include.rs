//! Other files that one asks for: they are put in if they can be had. Else code is named, and text is left out.

mod embed;
mod snippet;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::output::Output;
use super::scan::{ends_fence, fence};
use super::template;
use crate::guide::is_markdown;

pub(in crate::guide) use embed::NAMED;
pub(in crate::guide) use snippet::FILE as SNIPPETS;

/// Gives the text of another file as a text names it; behind [`NAMED`] stands the name of a page, wherever that is.
pub(in crate::guide) type Include<'a> = &'a dyn Fn(&str) -> Option<Rc<str>>;

/// Files in files are put in so deep.
const DEEPEST: usize = 3;
/// And so much altogether, in bytes.
pub(in crate::guide) const MOST: usize = 2_000_000;

/// Signs of lines that ask for files.
const SIGNS: [&str; 18] = [
    SHARED,
    BRACKETED[0],
    BRACKETED[1],
    "\n{{",
    "[import",
    "{!",
    "![[",
    "{{#",
    "--8<--",
    "@include",
    "<<<",
    "{* ",
    " include",
    " readfile",
    ".md\"",
    ".md'",
    ".mdx\"",
    ".mdx'",
];

/// Grafana's tag for files that several manuals show, and the folder that holds them.
const SHARED: &str = "docs/shared";
const SHARED_FOLDER: &str = "shared/";

/// How Microsoft's manuals ask for a file: `[!INCLUDE [words](path.md)]`.
const BRACKETED: [&str; 2] = ["[!INCLUDE", "[!include"];

fn asked_in_brackets(body: &str) -> Option<Asked<'_>> {
    let rest = BRACKETED
        .iter()
        .find_map(|begin| body.strip_prefix(begin))?;
    let (_, rest) = rest.split_once("](")?;
    let (path, rest) = rest.split_once(')')?;
    let is_alone = rest.trim() == "]";
    is_alone.then(|| Asked::new(path, Form::Text))
}

/// The tags of templates that ask for a file of Markdown.
const TAGS: [&str; 5] = [
    SHARED,
    "include",
    "include_relative",
    "include-markdown",
    "readfile",
];

/// Whether a text may ask for files: where not, nobody need look closer.
pub(super) fn may_ask(text: &str) -> bool {
    static ANY: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(SIGNS).ok());
    ANY.as_ref().is_none_or(|any| any.is_match(text))
}

/// A text with the files it asks for.
pub(super) fn expand<'a>(text: &'a str, include: Include<'_>) -> Cow<'a, str> {
    let mut left = MOST;
    expand_in(text, include, 0, &mut left)
}

fn expand_in<'a>(
    text: &'a str,
    include: Include<'_>,
    depth: usize,
    left: &mut usize,
) -> Cow<'a, str> {
    if !may_ask(text) {
        return Cow::Borrowed(text);
    }
    let mut out = Output::new(text);
    let mut open: Option<(u8, usize)> = None;
    let (mut at, mut in_list) = (0, false);
    let imports = Imports::of(text);
    for source in text.split_inclusive('\n') {
        at += source.len();
        let line = source.trim_end_matches(['\n', '\r']);
        let body = line.trim_start_matches([' ', '\t', '>']);
        match open {
            Some((sign, length)) if ends_fence(body, sign, length) => open = None,
            None => {
                let item = body.trim_start_matches(['-', '*', '+', ' ']);
                open = fence(body).or_else(|| fence(item));
            }
            _ => {}
        }
        // A block of snippets: a path a line.
        if body == "--8<--" {
            in_list = !in_list;
            out.write("\n");
            continue;
        }
        // The line that only gives a page a name is none of the text.
        let is_import = open.is_none()
            && import(line)
                .is_some_and(|(name, path)| imports.is_shown(name) && include(path).is_some());
        if is_import {
            out.write("\n");
            continue;
        }
        let asked = if in_list && !body.is_empty() {
            Some(Asked::new(body, Form::Text))
        } else {
            asked(body)
        };
        let by_tag = || {
            asked_by_tag(body)
                .or_else(|| asked_in_brackets(body))
                .or_else(|| imports.asked(body))
                .or_else(|| embed::asked(body))
                .or_else(|| snippet::asked(body))
        };
        let by_tag = (open.is_none() && asked.is_none()).then(by_tag).flatten();
        let is_tag = by_tag.is_some();
        let Some(asked) = asked.or(by_tag) else {
            out.keep(source, at);
            continue;
        };
        let lead = &line[..line.len() - body.len()];
        let found = (*left > 0 && depth < DEEPEST)
            .then(|| include(&asked.path))
            .flatten();
        let found = found.and_then(|found| match asked.form {
            Form::Page => embed::part(&found, &asked),
            Form::Snippet => snippet::part(&found, asked.lines),
            Form::Text | Form::Code => Some(asked.part(&found)),
        });
        if let Some(found) = &found {
            *left = left.saturating_sub(found.len());
        }
        let found = found.map(|found| match asked.form {
            Form::Page | Form::Snippet => expand_in(&found, include, depth + 1, left).into_owned(),
            Form::Text if open.is_none() => {
                let found = without_imports(without_front_matter(&found));
                expand_in(found, include, depth + 1, left).into_owned()
            }
            _ => found,
        });
        if is_tag && found.is_none() {
            // What a template or a component is to put in there instead is unknown.
            out.keep(source, at);
            continue;
        }
        put(&mut out, lead, &asked, found, open.is_some());
    }
    out.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The file's text stands here as it is.
    Text,
    /// It is a block of code.
    Code,
    /// It is a page by itself, or a part of one, and stands apart.
    Page,
    /// It is a part of the file that holds such parts.
    Snippet,
}

struct Asked<'a> {
    path: Cow<'a, str>,
    /// Lines `2:5`, or the name of a part; of a page a heading, or `^block`.
    lines: &'a str,
    /// What stands above it, where it is code.
    title: &'a str,
    form: Form,
}

impl<'a> Asked<'a> {
    /// What stands behind the path's first colon says which lines.
    fn new(spec: &'a str, form: Form) -> Self {
        let spec = spec.trim().trim_matches(['"', '\'']);
        let (path, lines) = spec.split_once(':').unwrap_or((spec, ""));
        Self {
            path: path.into(),
            lines,
            title: "",
            form,
        }
    }

    /// The lines that are asked for, without the marks of parts.
    fn part(&self, text: &str) -> String {
        let is_mark = |line: &&str| {
            ["ANCHOR:", "ANCHOR_END:", "--8<--", "#region", "#endregion"]
                .iter()
                .any(|mark| line.contains(mark))
        };
        let lines = || text.lines();
        let chosen: Vec<&str> = if self.lines.is_empty() {
            lines().collect()
        } else if self
            .lines
            .starts_with(|c: char| c.is_ascii_digit() || c == ':')
        {
            let (from, to) = self
                .lines
                .split_once([':', '-'])
                .unwrap_or((self.lines, self.lines));
            let from = from.parse().unwrap_or(1_usize).max(1);
            let to = to.parse().unwrap_or(usize::MAX);
            lines().take(to).skip(from - 1).collect()
        } else {
            let name = self.lines;
            let begins = |line: &&str| line.contains("ANCHOR:") && line.trim_end().ends_with(name);
            let ends =
                |line: &&str| line.contains("ANCHOR_END:") && line.trim_end().ends_with(name);
            lines()
                .skip_while(|line| !begins(line))
                .take_while(|line| !ends(line))
                .collect()
        };
        let kept: Vec<&str> = chosen.into_iter().filter(|line| !is_mark(line)).collect();
        kept.join("\n")
    }

    /// What stands behind the signs of a block of code.
    fn info(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let language = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match self.title {
            "" => language.to_owned(),
            title => format!("{language} title=\"{title}\""),
        }
    }
}

/// What a line asks for.
fn asked(line: &str) -> Option<Asked<'_>> {
    let line = line.trim();
    if let Some(inner) = line
        .strip_prefix("{{#")
        .and_then(|rest| rest.strip_suffix("}}"))
    {
        let (name, spec) = inner.split_once(' ')?;
        let is_known = matches!(
            name,
            "include" | "rustdoc_include" | "playground" | "playpen"
        );
        return is_known.then(|| Asked::new(spec.split(',').next().unwrap_or(spec), Form::Text));
    }
    if let Some(rest) = line
        .strip_prefix("--8<--")
        .or_else(|| line.strip_prefix("-8<-"))
    {
        let spec = rest.trim();
        return spec
            .starts_with(['"', '\''])
            .then(|| Asked::new(spec, Form::Text));
    }
    if let Some(inner) = line
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"))
    {
        let spec = inner.trim().strip_prefix("@include")?;
        let spec = spec.strip_prefix(':').unwrap_or(spec).trim();
        let path = spec.split(['{', '#']).next().unwrap_or(spec);
        return Some(Asked::new(path, Form::Text));
    }
    if let Some(rest) = line.strip_prefix("<<<") {
        let spec = rest.strip_prefix(' ')?.trim_start();
        let path = spec.split(['{', '#', ' ']).next().unwrap_or(spec);
        return (!path.is_empty()).then(|| Asked::new(path, Form::Code));
    }
    if let Some(spec) = line
        .strip_prefix("{!")
        .and_then(|rest| rest.strip_suffix("!}"))
    {
        // With the levels of its headings below the page's own.
        return Some(Asked::new(spec.trim_start_matches('>'), Form::Text));
    }
    if let Some(spec) = line.strip_prefix("[import") {
        return imported(spec);
    }
    let inner = line.strip_prefix("{*")?.strip_suffix("*}")?.trim();
    let path = inner.split(' ').next().unwrap_or(inner);
    let is_path = path.contains(['.', '/']);
    is_path.then(|| Asked::new(path, Form::Code))
}

/// `[import:2-5, title:"x.js"](src/x.js)`, as books made with `HonKit` have code. Parts by names are not looked for: all of it
/// is shown.
fn imported(spec: &str) -> Option<Asked<'_>> {
    let (spec, path) = spec.strip_suffix(')')?.split_once("](")?;
    // A link may be called so, too.
    let is_code = !is_markdown(path) && (spec.is_empty() || spec.starts_with(','));
    let is_spec = is_code || spec.starts_with(':') || spec.contains("title");
    let (lines, words) = spec.split_once([',', ' ']).unwrap_or((spec, ""));
    let lines = lines.strip_prefix(':').unwrap_or_default();
    let named = words.split_once("title").map(|(_, rest)| rest);
    let named = named.map(|rest| rest.trim_start_matches([':', '=', ' ', '"']));
    let title = match named {
        Some(rest) => rest.split('"').next().unwrap_or_default(),
        None if words.contains([':', '=', '"']) => "",
        None => words.trim(),
    };
    let asked = Asked {
        lines: if lines.starts_with('"') { "" } else { lines },
        title,
        ..Asked::new(path, Form::Code)
    };
    (is_spec && !path.contains("://")).then_some(asked)
}

/// `{{% include "/part.md" %}}`, `{{< readfile file="part.md" >}}`, `{% include "part.md" %}`: Markdown, and nothing else.
fn asked_by_tag(line: &str) -> Option<Asked<'_>> {
    let line = line.trim();
    let tag = line.starts_with('{').then(|| template::read(line))??;
    if tag.length != line.len() || tag.is_end || !TAGS.contains(&tag.name) {
        return None;
    }
    let mut words = tag.rest.split_whitespace();
    if tag.name == SHARED {
        let lookup = words.find_map(|word| word.strip_prefix("lookup="))?;
        let path = format!("{SHARED_FOLDER}{}", lookup.trim_matches(['"', '\'']));
        return is_markdown(&path).then(|| Asked {
            path: path.into(),
            lines: "",
            title: "",
            form: Form::Text,
        });
    }
    let spec = words.next()?;
    let spec = spec.rsplit_once('=').map_or(spec, |(_, value)| value);
    let asked = Asked::new(spec, Form::Text);
    is_markdown(&asked.path).then_some(asked)
}

/// `import Part from "./part.md"`: the name and the path of a page that is a component.
fn import(line: &str) -> Option<(&str, &str)> {
    let (name, path) = line.strip_prefix("import ")?.split_once(" from ")?;
    let path = path.trim().trim_end_matches(';');
    let path = path.trim_matches(['"', '\'']);
    is_markdown(path).then_some((name.trim(), path))
}

/// The pages that a text imports. There may be thousands of them, and as many lines that ask.
struct Imports<'a> {
    /// By the names that they are given; the first of a name counts.
    paths: HashMap<&'a str, &'a str>,
    /// The names of all tags of the text, if it imports any.
    tags: BTreeSet<&'a str>,
}

impl<'a> Imports<'a> {
    fn of(text: &'a str) -> Self {
        let mut paths = HashMap::new();
        for (name, path) in text.lines().filter_map(import) {
            paths.entry(name).or_insert(path);
        }
        let name = |tag: &'a str| tag.split(|c: char| !c.is_alphanumeric() && c != '_').next();
        let mut tags = BTreeSet::new();
        if !paths.is_empty() {
            tags.extend(text.split('<').skip(1).filter_map(name));
        }
        Self { paths, tags }
    }

    /// Whether a tag begins with a name.
    fn is_shown(&self, name: &str) -> bool {
        let mut behind = self.tags.range(name..);
        behind.next().is_some_and(|tag| tag.starts_with(name))
    }

    /// `<Part />`, where that is a page that was imported.
    fn asked(&self, line: &str) -> Option<Asked<'a>> {
        let inner = line.trim().strip_prefix('<')?.strip_suffix("/>")?;
        let path = self.paths.get(inner.split_whitespace().next()?)?;
        Some(Asked::new(path, Form::Text))
    }
}

fn put(out: &mut Output<'_>, lead: &str, asked: &Asked<'_>, found: Option<String>, in_code: bool) {
    match (found, asked.form) {
        (Some(text), Form::Page) => {
            for line in text.lines() {
                out.write(format!("{lead}> {line}").trim_end());
                out.write("\n");
            }
            // What follows at once is none of it.
            out.write(lead.trim_end());
            out.write("\n");
        }
        (Some(text), form) => {
            let fenced = form == Form::Code && !in_code;
            if fenced {
                out.write(&format!("{lead}````{}\n", asked.info()));
            }
            for line in text.lines() {
                out.write(lead);
                out.write(line);
                out.write("\n");
            }
            if fenced {
                out.write(&format!("{lead}````\n"));
            }
        }
        (None, _) if in_code => out.write(&format!("{lead}{}\n", asked.path)),
        (None, Form::Code) => out.write(&format!("{lead}`{}`\n", asked.path)),
        // A page without a part of its text; `check` names the file.
        (None, Form::Text | Form::Page | Form::Snippet) => out.write("\n"),
    }
}

/// A text without the lines at its beginning that give names to components: in the middle of another one nobody takes them for that.
/// Those of pages stay, for they are asked for by them.
fn without_imports(text: &str) -> &str {
    let mut rest = text;
    while let Some((line, behind)) = rest.split_once('\n') {
        let is_import = line.starts_with("import ") && line.contains(" from ");
        if !(line.trim().is_empty() || is_import) || import(line).is_some() {
            return rest;
        }
        rest = behind;
    }
    rest
}

fn without_front_matter(text: &str) -> &str {
    let inner = text.strip_prefix("---\n");
    let end = inner.and_then(|inner| Some((inner, inner.find("\n---\n")?)));
    end.map_or(text, |(inner, end)| &inner[end + 5..])
}
