//! What generators call their boxes, and what they are here.

use pulldown_cmark::BlockQuoteKind;

/// What a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::guide) enum Kind {
    Alert(BlockQuoteKind),
    /// It has a title, and is no warning or hint: tabs, what can be unfolded.
    Titled,
    /// It only arranges what is in it.
    Plain,
}

/// The kind that a word names, in any case; `None` where it is not known.
pub(in crate::guide) fn named(word: &str) -> Option<Kind> {
    use BlockQuoteKind::{Caution, Important, Note, Tip, Warning};
    let word = word.to_ascii_lowercase();
    Some(match word.as_str() {
        "note" | "notes" | "info" | "information" | "abstract" | "summary" | "tldr" | "todo"
        | "example" | "examples" | "quote" | "cite" | "question" | "faq" | "help" | "seealso"
        | "see-also" | "message" | "alert" | "callout" | "aside" | "admonition" | "hint-info"
        | "primary" | "secondary" | "default" | "neutral" | "notice" | "note-box" | "infobox"
        | "pageinfo" | "deepdive" | "deep-dive" | "yinyang" | "canary" | "readonly" | "hint"
        | "blockquote" | "technical-detail" | "technical-details" | "banner" => {
            if word == "hint" {
                Kind::Alert(Tip)
            } else {
                Kind::Alert(Note)
            }
        }
        "tip" | "tips" | "success" | "check" | "done" | "recommend" | "recommendation"
        | "best-practice" | "protip" | "pro" | "positive" => Kind::Alert(Tip),
        "important" | "attention" | "key" | "requirement" | "requirements" => {
            Kind::Alert(Important)
        }
        "warning" | "warn" | "pitfall" | "wip" | "deprecated" | "experimental" | "unstable" => {
            Kind::Alert(Warning)
        }
        "caution" | "danger" | "error" | "failure" | "fail" | "bug" | "missing" | "critical"
        | "negative" | "severe" => Kind::Alert(Caution),
        "details" | "detail" | "tab" | "tabitem" | "tab-item" | "expand" | "expander"
        | "accordion" | "accordionitem" | "accordion-item" | "collapse" | "collapsible"
        | "expandable" | "spoiler" | "toggle" | "card" | "linkcard" | "topic" | "step"
        | "tabpanel" | "codegroup" | "expansionpanel" | "dropdown" | "folding" => Kind::Titled,
        "code-group" | "tabs" | "tabset" | "tab-set" | "cards" | "card-grid" | "cardgrid"
        | "steps" | "raw" | "v-pre" | "div" | "container" | "columns" | "column" | "col"
        | "row" | "grid" | "center" | "left" | "right" | "section" | "slot" | "group"
        | "tabbed" | "html" | "block" | "hide" | "no-translate" | "output" | "demo" | "list"
        | "tabpane" | "accordions" | "accordiongroup" | "wrapper" | "card-group" | "cardgroup"
        | "card-list" | "page-grid" | "page-section" | "field-group" => Kind::Plain,
        _ => return None,
    })
}

/// GitHub's word for a kind of alert.
pub(in crate::guide) const fn word(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "NOTE",
        BlockQuoteKind::Tip => "TIP",
        BlockQuoteKind::Important => "IMPORTANT",
        BlockQuoteKind::Warning => "WARNING",
        BlockQuoteKind::Caution => "CAUTION",
    }
}
