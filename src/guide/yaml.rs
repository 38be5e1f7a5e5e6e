//! YAML as a tree that remembers its lines.
//!
//! `serde_yaml` stops at the first thing that does not fit a type, takes the last of two equal keys without a word, and
//! tells lines only of errors. A guide's author wants every problem at once, each with its line. So the parser only
//! makes a tree, and [`Fields`] reads from it. This is the only module that knows which parser there is.

mod fields;
mod node;
mod scan;
#[cfg(test)]
mod tests;

pub(crate) use fields::{At, Fields, Texts, text};
pub(crate) use node::{Node, Value};

use super::limits::MAX_TEXT;
use super::problem::{Report, quoted};
use node::Failure;
use scan::Refusal;

/// How deeply lists and maps may nest. A guide needs 5.
pub(super) const MAX_DEPTH: usize = 16;

/// How many keys and values one file may have. The parser needs some two hundred bytes for each, and in a megabyte
/// there is room for half a million. A glossary of ten thousand terms has a hundred thousand.
pub(super) const MAX_VALUES: usize = 200_000;

/// Parses one document. `None` when it cannot be read; then the report says why. Keys that stand twice are reported
/// too, and kept.
pub(crate) fn parse(source: &str, report: &mut Report) -> Option<Node> {
    let outline = scan::scan(source);
    if outline
        .refused
        .iter()
        .any(|(_, refusal)| !refusal.may_be_parsed())
    {
        report_refusals(&outline.refused, report);
        return None;
    }
    let walk = node::Walk::new(&outline.lines);
    match walk.parse(source) {
        Err(Failure::Syntax(line, what)) => {
            let what = format!("this is not YAML that can be read: {what}");
            report.error(line, &what, SYNTAX_HELP);
            None
        }
        Ok(_) | Err(Failure::OutOfStep) if !outline.refused.is_empty() => {
            report_refusals(&outline.refused, report);
            None
        }
        Err(Failure::OutOfStep) => {
            let what = "this is YAML written in a way that cannot be followed";
            report.error(
                None,
                what,
                "write plain lists and maps, and put texts in quotes",
            );
            None
        }
        Ok(root) => {
            walk.report_hidden(report);
            report_duplicates(&root, report);
            report_lengths(&root, report);
            Some(root)
        }
    }
}

const SYNTAX_HELP: &str = "look at the indentation, the brackets and the quotes here and just above; a text with `: ` or \
                           ` #` in it needs quotes";

/// The values of YAML that other programs keep: nothing in it is a mistake, and what cannot be read says nothing. Brackets in
/// brackets cost the parser the square of their depth, so that a file of them is not given to it.
pub(super) fn of_others(source: &str) -> Option<serde_yaml::Value> {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in source.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        deepest = deepest.max(depth);
    }
    if deepest > MAX_BRACKETS {
        return None;
    }
    serde_yaml::from_str(source).ok()
}

/// Brackets that may be open at once, those in texts too.
const MAX_BRACKETS: usize = 100;

fn report_refusals(refused: &[(usize, Refusal)], report: &mut Report) {
    for &(line, refusal) in refused {
        let (what, help) = explain(refusal);
        report.error(line, what, help);
    }
}

const fn explain(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::TooDeep => (
            "lists and maps are nested more than 16 deep",
            "a guide needs 5 levels: check the brackets",
        ),
        Refusal::TooMany => (
            "the file has more than 200,000 keys and values up to here",
            "split it, or shorten it",
        ),
        Refusal::Anchor => (
            "anchors (`&name`) are not allowed",
            "write the value out; if this is text, put it in quotes",
        ),
        Refusal::Alias => (
            "aliases (`*name`) are not allowed",
            "write the value out; if this is text, put it in quotes",
        ),
        Refusal::Tag => (
            "tags (`!name`) are not allowed",
            "leave the tag out; if this is text, put it in quotes",
        ),
        Refusal::MergeKey => ("merge keys (`<<:`) are not allowed", "write the fields out"),
        Refusal::Directive => ("directives (`%…`) are not allowed", "leave this line out"),
        Refusal::SecondDocument => (
            "a second document begins here",
            "keep one document per file: leave this line out",
        ),
        Refusal::KeyWithoutText => (
            "a key here is not plain text",
            "write `key: value`; if this is text, put it in quotes",
        ),
    }
}

fn report_lengths(root: &Node, report: &mut Report) {
    root.each_text(&mut |line, text| {
        if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            let what = format!(
                "the text {} has more than {MAX_TEXT} characters",
                quoted(text)
            );
            report.error(line, &what, "say it in fewer words, or in an article");
        }
    });
}

fn report_duplicates(node: &Node, report: &mut Report) {
    let mut seen = std::collections::HashMap::new();
    for (key, value) in node.entries() {
        if let Some(first) = seen.insert(key.value.as_str(), key.line) {
            report.error(
                key.line,
                &format!(
                    "the key {} stands here a second time; it stands on line {first} already",
                    quoted(&key.value)
                ),
                "keep one of them",
            );
        }
        report_duplicates(value, report);
    }
    node.items()
        .iter()
        .for_each(|item| report_duplicates(item, report));
}
