//! What the elements of HTML are to a reader of text.

use pulldown_cmark::HeadingLevel;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// What is in it is set as if it were not there, apart from what stands around it.
    Apart,
    /// Not even apart.
    Transparent,
    /// A tag that HTML does not have.
    Unknown,
    /// Nothing of what is in it is shown.
    Skipped,
    Paragraph,
    Heading(HeadingLevel),
    List {
        is_ordered: bool,
    },
    Item,
    /// Items that stand in no list.
    Items,
    Terms,
    Term,
    Meaning,
    Table,
    /// A table in a cell, which holds running text only.
    InnerTable,
    /// Rows that belong together.
    Rows,
    Row,
    Cell {
        is_head: bool,
    },
    Caption,
    Quote,
    Details,
    Summary,
    Preformatted,
    Rule,
    Break,
    Image,
    /// Something that plays or is a page of its own.
    Media,
    Strong,
    Emphasis,
    Strikethrough,
    Code,
    Link,
    /// A word of which its tag may say what it means.
    Short,
    /// The reading of characters.
    Reading,
    /// Set higher or lower than the line: an exponent, a mark, a note.
    Raised,
    Checkbox,
}

impl Element {
    /// Whether the end tag of an element of HTML ends it.
    pub fn is_ended_by(self, tag: Self) -> bool {
        match tag {
            Self::Cell { .. } => matches!(self, Self::Cell { .. }),
            Self::Table => matches!(self, Self::Table | Self::InnerTable),
            tag => self == tag,
        }
    }
}

pub(super) fn element(name: &str) -> Element {
    use Element as E;
    match name {
        "script" | "style" | "template" | "svg" | "head" | "rp" | "noembed" | "noframes"
        | "datalist" => E::Skipped,
        "p" => E::Paragraph,
        "h1" => E::Heading(HeadingLevel::H1),
        "h2" => E::Heading(HeadingLevel::H2),
        "h3" => E::Heading(HeadingLevel::H3),
        "h4" => E::Heading(HeadingLevel::H4),
        "h5" => E::Heading(HeadingLevel::H5),
        "h6" => E::Heading(HeadingLevel::H6),
        "ul" | "menu" | "dir" => E::List { is_ordered: false },
        "ol" => E::List { is_ordered: true },
        "li" => E::Item,
        "dl" => E::Terms,
        "dt" => E::Term,
        "dd" => E::Meaning,
        "table" => E::Table,
        "thead" | "tbody" | "tfoot" | "colgroup" => E::Rows,
        "tr" => E::Row,
        "td" => E::Cell { is_head: false },
        "th" => E::Cell { is_head: true },
        "caption" => E::Caption,
        "blockquote" => E::Quote,
        "details" => E::Details,
        "summary" => E::Summary,
        "pre" | "listing" | "xmp" | "plaintext" => E::Preformatted,
        "hr" => E::Rule,
        "br" => E::Break,
        "img" | "image" => E::Image,
        "video" | "audio" | "iframe" | "embed" | "object" | "source" => E::Media,
        "b" | "strong" | "mark" => E::Strong,
        "abbr" | "acronym" | "dfn" => E::Short,
        "i" | "em" | "cite" => E::Emphasis,
        "s" | "del" | "strike" => E::Strikethrough,
        "code" | "kbd" | "samp" | "tt" | "var" => E::Code,
        "a" => E::Link,
        "rt" => E::Reading,
        "sub" | "sup" => E::Raised,
        "input" => E::Checkbox,
        "address" | "article" | "aside" | "body" | "center" | "dialog" | "div" | "fieldset"
        | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup" | "html" | "legend"
        | "main" | "nav" | "option" | "search" | "section" | "title" | "textarea" => E::Apart,
        "area" | "base" | "basefont" | "bdi" | "bdo" | "big" | "button" | "canvas" | "col"
        | "data" | "font" | "frame" | "frameset" | "ins" | "label" | "link" | "map" | "marquee"
        | "math" | "meta" | "meter" | "nobr" | "noscript" | "optgroup" | "output" | "param"
        | "picture" | "progress" | "q" | "rb" | "rtc" | "ruby" | "select" | "slot" | "small"
        | "span" | "time" | "track" | "u" | "wbr" | "keygen" | "isindex" | "nextid" | "spacer" => {
            E::Transparent
        }
        _ => E::Unknown,
    }
}

/// Elements of running text, which a block ends.
pub(super) const fn is_inline(element: Element) -> bool {
    matches!(
        element,
        Element::Strong
            | Element::Emphasis
            | Element::Strikethrough
            | Element::Code
            | Element::Link
            | Element::Short
            | Element::Reading
    )
}

/// Elements that hold nothing, and so have no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "spacer"
            | "track"
            | "wbr"
    )
}
