//! Pages of a vault that are embedded in others: whole, a section or a block of one.

use super::{Asked, Form, without_front_matter};
use crate::guide::dialect::heading;
use crate::guide::dialect::scan::{ends_fence, fence, indent, marker};
use crate::guide::dialect::wiki::is_file;

/// What a path begins with that is the name of a page, wherever that is.
pub(in crate::guide) const NAMED: &str = "[[";

/// `![[name#heading]]`, `![[name#^block|words]]` alone on a line.
pub(super) fn asked(line: &str) -> Option<Asked<'_>> {
    let named = line.trim().strip_prefix('!')?.strip_suffix("]]")?;
    let inner = named.strip_prefix(NAMED)?;
    let inner = &inner[..inner.find('|').unwrap_or(inner.len())];
    let (name, part) = inner.split_once('#').unwrap_or((inner, ""));
    let is_page = !name.trim().is_empty() && !is_file(name) && !inner.contains(['[', ']']);
    is_page.then(|| Asked {
        path: named[..NAMED.len() + name.len()].trim_end().into(),
        lines: part,
        title: "",
        form: Form::Page,
    })
}

/// A page, or the part of it that is asked for.
pub(super) fn part(text: &str, asked: &Asked<'_>) -> Option<String> {
    let text = without_front_matter(text);
    let part = match asked.lines.rsplit('#').next().unwrap_or_default() {
        "" => {
            let name = asked.path.trim_start_matches(NAMED);
            let name = name.rsplit('/').next().unwrap_or(name);
            format!("**{name}**\n\n{}", text.trim())
        }
        part => match part.strip_prefix('^') {
            Some(id) => block(text, id.trim())?,
            None => section(text, part)?,
        },
    };
    (!part.trim().is_empty()).then_some(part)
}

/// A heading with what is below it.
fn section(text: &str, title: &str) -> Option<String> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = letters(title);
    let (mut open, mut found) = (None, None);
    let mut lines = Vec::new();
    for line in text.lines() {
        match open {
            Some((sign, length)) if ends_fence(line, sign, length) => open = None,
            None => open = fence(line.trim_start()),
            _ => {}
        }
        let level = open.is_none().then(|| heading::level(line)).flatten();
        match (found, level) {
            (None, Some(level)) if letters(&heading::read(&line[level..]).text) == wanted => {
                found = Some(level);
            }
            (Some(found), Some(level)) if level <= found => break,
            _ => {}
        }
        if found.is_some() {
            lines.push(line);
        }
    }
    found.map(|_| lines.join("\n"))
}

/// A paragraph, an item or what else stands before a name: `^name`.
fn block(text: &str, id: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let before_name = |line: &&str| {
        let before = line.trim_end().strip_suffix(id)?.strip_suffix('^')?;
        (before.is_empty() || before.ends_with(char::is_whitespace)).then_some(before.len())
    };
    let (at, kept) = lines
        .iter()
        .enumerate()
        .find_map(|(at, line)| Some((at, before_name(line)?)))?;
    let is_blank = |at: usize| lines[at].trim().is_empty();
    let is_item = |at: usize| marker(lines[at].trim_start()).is_some();
    let mut start = at;
    let mut end = at + 1;
    if lines[at][..kept].trim_matches([' ', '>']).is_empty() {
        // It names what stands above, of whatever kind that is.
        while start > 0 && is_blank(start - 1) {
            start -= 1;
        }
        end = start;
        while start > 0 && !is_blank(start - 1) {
            start -= 1;
        }
    } else if is_item(at) {
        let column = indent(lines[at]);
        while end < lines.len() && !is_blank(end) && indent(lines[end]) > column {
            end += 1;
        }
    } else {
        while start > 0 && !is_blank(start - 1) && heading::level(lines[start - 1]).is_none() {
            start -= 1;
            if is_item(start) {
                break;
            }
        }
    }
    let first = lines.get(start)?;
    let margin = first.len() - first.trim_start().len();
    let dedented = lines[start..end].iter().enumerate().map(|(n, line)| {
        let line = if start + n == at { &line[..kept] } else { line };
        line.get(margin..).unwrap_or_else(|| line.trim_start())
    });
    Some(dedented.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "---\na: b\n---\nLead. ^lead\n\n## One {#x}\ntext\nmore ^two-lines\n\n- a\n  - b ^item-b\n    c\n- d\n\n^whole-list\n\n### Deep\nd\n\n```\n## no\n```\n\n## Two\nend\n";

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let asked = asked(line).expect("asks for a page");
        assert_eq!(part(PAGE, &asked).as_deref(), expected, "{line}");
    }

    #[test]
    fn a_part_is_a_block_or_a_section() {
        check("![[P#^lead]]", Some("Lead. "));
        check("![[P#^two-lines|words]]", Some("text\nmore "));
        check("![[P#^item-b]]", Some("- b \n  c"));
        check("![[P#^whole-list]]", Some("- a\n  - b ^item-b\n    c\n- d"));
        check("![[P#One#deep]]", Some("### Deep\nd\n\n```\n## no\n```\n"));
        check("![[P#Two]]", Some("## Two\nend"));
        check("![[P#^none]]", None);
        check("![[P#None]]", None);
    }

    #[test]
    fn only_pages_are_asked_for() {
        let path = |line: &'static str| asked(line).map(|asked| asked.path);
        assert_eq!(path("![[a/P.md#x]]").as_deref(), Some("[[a/P.md"));
        for line in [
            "![[x.png]]",
            "![[#x]]",
            "a ![[P]]",
            "[[P]]",
            "![[x.mp4#t=1]]",
        ] {
            assert_eq!(path(line), None, "{line}");
        }
    }
}
