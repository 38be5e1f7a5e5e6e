//! Markdown in a block of HTML: MDX reads it there as elsewhere, `CommonMark` does not. So it becomes HTML, too.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::guide::dialect::inline;

/// Elements with which a block of HTML begins, and that are none that only arrange.
const BLOCKS: [&str; 14] = [
    "blockquote",
    "dd",
    "dl",
    "dt",
    "label",
    "li",
    "ol",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];

/// Whether a line begins with a tag behind which nothing is Markdown, up to the next empty line.
pub(super) fn begins_block(line: &str) -> bool {
    let name = line.strip_prefix('<').unwrap_or_default();
    let length = name.bytes().take_while(u8::is_ascii_lowercase).count();
    let is_name = name[length..].starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    is_name && BLOCKS.contains(&&name[..length])
}

/// The running text that stands before the next tag or expression. What is code has signs of its own.
pub(super) fn running(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'<' | b'{' => break,
            b'`' => {
                let signs = bytes[at..].iter().take_while(|&&byte| byte == b'`').count();
                let inner = &text[at + signs..];
                at += signs + inline::ends::run_of(inner, b'`', signs).map_or(0, |end| end + signs);
            }
            b'\\' => at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            _ => at += 1,
        }
    }
    &text[..at]
}

/// Whether anything in running text may be Markdown.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains("**") || text.contains('`') || text.contains("](")
}

/// Running text in Markdown as HTML, with the white space around it.
pub(super) fn of_markdown(text: &str) -> String {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    let (before, behind) = (&text[..start], &text[start + inner.len()..]);
    let mut state = inline::State::default();
    let inner = inline::rewrite(inner, inner, &mut state);
    let mut html = before.to_owned();
    for event in Parser::new_ext(&inner, Options::ENABLE_STRIKETHROUGH) {
        match event {
            // Lists and the like are none of running text.
            Event::Start(tag) => match opens(&tag) {
                Some(tag) => html.push_str(&tag),
                None => return text.to_owned(),
            },
            Event::End(end) => html.push_str(closes(end)),
            Event::Text(text) => html.push_str(&escaped(&text)),
            Event::Code(code) => html.push_str(&format!("<code>{}</code>", escaped(&code))),
            Event::SoftBreak | Event::HardBreak => html.push(' '),
            Event::Html(piece) | Event::InlineHtml(piece) => html.push_str(&piece),
            _ => {}
        }
    }
    html.push_str(behind);
    html
}

fn opens(tag: &Tag<'_>) -> Option<Cow<'static, str>> {
    let attribute = |text: &str| escaped(text).replace('"', "&quot;");
    Some(match tag {
        Tag::Paragraph => "".into(),
        Tag::Strong => "<strong>".into(),
        Tag::Emphasis => "<em>".into(),
        Tag::Strikethrough => "<del>".into(),
        Tag::Link { dest_url, .. } => format!("<a href=\"{}\">", attribute(dest_url)).into(),
        _ => return None,
    })
}

const fn closes(end: TagEnd) -> &'static str {
    match end {
        TagEnd::Strong => "</strong>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::Link => "</a>",
        _ => "",
    }
}

/// A text in which nothing is a tag.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}
