//! What single lines are, each by itself.

pub(super) fn contains(line: &str, tag: &str) -> bool {
    let bytes = line.as_bytes();
    bytes
        .windows(tag.len())
        .any(|window| window.eq_ignore_ascii_case(tag.as_bytes()))
}

/// What ends a block of HTML in which nothing is Markdown.
pub(super) fn no_markdown(body: &str) -> Option<&'static str> {
    const BLOCKS: [(&str, &str); 5] = [
        ("<script", "</script"),
        ("<style", "</style"),
        ("<pre", "</pre"),
        ("<textarea", "</textarea"),
        ("<svg", "</svg"),
    ];
    let begins = |(open, _): &&(&str, &str)| {
        body.get(..open.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(open))
            && !body[open.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    BLOCKS.iter().find(begins).map(|(_, end)| *end)
}

/// Whether a line only says where a table of contents is to stand.
pub(super) fn is_contents(body: &str, below: &str) -> bool {
    let body = body.trim();
    if body.len() > 16 {
        return false;
    }
    let lower = body.to_ascii_lowercase();
    match lower.as_str() {
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "[_toc_]" | "{:toc}" | "{: toc}" | "{{toc}}"
        | "@[toc]" | "${toc}" => true,
        "* toc" | "- toc" | "1. toc" | "toc" => {
            below.trim_start_matches(['\n', ' ']).starts_with("{:toc")
        }
        _ => lower.ends_with("toc") && below.trim_start().starts_with("{:toc"),
    }
}

/// Whether a line parts the header of a table from its rows. The parser knows none with tabs.
pub(super) fn is_delimiter_row(body: &str) -> bool {
    let is_part = |c: char| matches!(c, '|' | ':' | '-' | ' ' | '\t');
    body.contains('|') && body.contains('-') && body.chars().all(is_part)
}

/// Whether a line looks like a definition of a link, and says something to the reader.
pub(super) fn is_no_definition(body: &str) -> bool {
    let Some((label, rest)) = body[1..].split_once("]:") else {
        return false;
    };
    if label.is_empty() || label.starts_with('^') || label.contains(['[', ']']) {
        return false;
    }
    let rest = rest.trim();
    let Some(address) = rest.split_whitespace().next() else {
        return false;
    };
    let is_address = address.starts_with(['<', '#', '/', '.'])
        || address.starts_with("mailto:")
        || address.contains("://")
        || (address.contains(['.', '/', '#', ':'])
            && !address.contains(['。', '、', '（', '「', '：']))
        || address.starts_with("{{")
        || address.starts_with("{%");
    !is_address
}
