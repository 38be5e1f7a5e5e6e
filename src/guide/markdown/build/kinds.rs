//! What the parser's elements are here.

use pulldown_cmark::{BlockQuoteKind, HeadingLevel, Tag};

use crate::guide::markdown::AlertKind;
use crate::guide::markdown::body::{PartKind, alignment_bits};

/// What an element is, and the number that a list begins with; `None` for one that adds nothing to its content.
pub(super) fn kind(tag: &Tag<'_>) -> Option<(PartKind, u32)> {
    let kind = match tag {
        Tag::Paragraph => PartKind::Paragraph,
        Tag::Heading { level, .. } => PartKind::Heading(number(*level)),
        Tag::BlockQuote(None) => PartKind::Quote,
        Tag::BlockQuote(Some(kind)) => PartKind::Alert(alert(*kind)),
        Tag::CodeBlock(_) => PartKind::CodeBlock,
        Tag::List(None) => PartKind::Bullets,
        Tag::List(Some(start)) => return Some((PartKind::Ordered, u32::try_from(*start).ok()?)),
        Tag::Item => PartKind::Item(None),
        Tag::DefinitionListTitle => PartKind::Title,
        Tag::Table(alignments) => return Some((PartKind::Table, alignment_bits(alignments))),
        Tag::TableHead | Tag::TableRow => PartKind::Row,
        Tag::TableCell => PartKind::Cell,
        Tag::Strong => PartKind::Strong,
        Tag::Emphasis => PartKind::Emphasis,
        Tag::Strikethrough => PartKind::Strikethrough,
        Tag::Link { .. } => PartKind::Link,
        _ => return None,
    };
    Some((kind, 0))
}

/// Whether an element of this kind may hold another of its kind. Only these can nest without end. (An item nests with
/// its list.)
pub(super) const fn nests(kind: PartKind) -> bool {
    matches!(
        kind,
        PartKind::Quote
            | PartKind::Alert(_)
            | PartKind::Titled
            | PartKind::Bullets
            | PartKind::Ordered
    ) || is_inline(kind)
}

/// Whether what it holds are its own parts, and no text beside them.
pub(super) const fn holds_parts_alone(kind: PartKind) -> bool {
    matches!(
        kind,
        PartKind::Bullets | PartKind::Ordered | PartKind::Table | PartKind::Row
    )
}

/// Whether it stands in running text.
pub(super) const fn is_inline(kind: PartKind) -> bool {
    matches!(
        kind,
        PartKind::Strong | PartKind::Emphasis | PartKind::Strikethrough | PartKind::Link
    )
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

const fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

/// The name of a file in an address, without what a server is asked beside it.
pub(super) fn file_name(address: &str) -> String {
    let path = address.strip_prefix("wiki:").unwrap_or(address);
    if path.starts_with("data:") {
        return String::new();
    }
    let end = path.find(['?', '#', '|']).unwrap_or(path.len());
    let path = path[..end].trim_end_matches('/');
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    percent_decoded(name)
}

/// `%E5%9B%B3.png` → `図.png`; what is no UTF-8 stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |byte: u8| char::from(byte).to_digit(16);
        rest = tail;
        match tail {
            [high, low, after @ ..] if *first == b'%' => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(u8::try_from(16 * high + low).unwrap_or(b'%'));
                    rest = after;
                }
                _ => bytes.push(*first),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
