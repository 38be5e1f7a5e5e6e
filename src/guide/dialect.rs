//! What generators of sites add to Markdown → `CommonMark` with GFM, as text. Line for line, so that a line of the result is
//! the same line of the file (included files apart); code and comments are left alone.
//!
//! The one trick: what encloses something (`:::tip`, `!!! note`, `<Tabs>`) becomes a quote, whose first line says its kind
//! and title as `> [!TIP]` or `> ###### [!TIP] Title`. So whatever stands inside is Markdown as before, to any depth.

mod attributes;
mod bracketed;
mod containers;
mod docc;
mod emoji;
mod emphasis;
mod encoded;
mod heading;
mod include;
mod inline;
mod japanese;
mod jsx;
mod learn;
mod lines;
mod literal;
mod logseq;
mod material;
mod myst;
mod openers;
mod output;
mod retype;
mod scan;
mod template;
mod wiki;

use std::borrow::Cow;

pub(super) use include::{Include, MOST as MOST_INCLUDED, NAMED, SNIPPETS};
pub(super) use jsx::opening_title;
pub(super) use myst::entry;
pub(super) use retype::resolve as without_marks;
pub(super) use scan::Fences;

/// A character that [`clean`](crate::text::clean::clean) takes out of every text that is loaded and every text that is shown:
/// it parts what the parser would take together, and marks what one pass says to the next.
const JOINER: char = '\u{2060}';

/// Before the address of a link that has no words of its own, and is to be called as what it leads to.
pub(in crate::guide) const NAMED_BY_TARGET: &str = "title:";

/// The scheme of links by name in manuals that `DocC` makes.
pub(in crate::guide) const OF_DOCC: &str = "doc:";

/// Whether a text may include files.
pub(in crate::guide) fn may_include(markdown: &str) -> bool {
    include::may_ask(markdown)
}

/// A text with the files that it includes, in whatever way it names them. `include` has what a file says.
pub(in crate::guide) fn with_included<'a>(markdown: &'a str, include: Include<'_>) -> Cow<'a, str> {
    include::expand(markdown, include)
}

/// What braces in a text are to whoever makes a page of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::guide) enum Braces {
    /// Text: nobody fills in anything. A text with tags of Liquid says otherwise.
    Text,
    /// Values and tags, where the text looks so.
    Values,
    /// The same, and the text is sure to be filled in.
    Filled,
    /// Expressions, as in MDX.
    Expressions,
}

/// Markdown of any dialect in the words of `CommonMark` and GFM. `include` gives the text of another file as this one names
/// it. Borrowed where there is nothing to do.
///
/// Links to pages by name have addresses `wiki:name#heading`; where the text of such a link was written beside the name,
/// `wiki:name|text`, for some write the two in the other order.
pub(in crate::guide) fn canonical<'a>(
    markdown: &'a str,
    braces: Braces,
    include: Include<'_>,
) -> Cow<'a, str> {
    let text = include::expand(markdown, include);
    let text = then(text, encoded::shorten);
    let text = then(text, bracketed::resolve);
    let text = then(text, logseq::resolve);
    let mut braces = match braces {
        Braces::Text if template::has_tags(&text) => Braces::Values,
        braces => braces,
    };
    let mut text = text;
    if braces == Braces::Values
        && let Cow::Owned(literal) = literal::resolve(&text)
    {
        text = Cow::Owned(literal);
        braces = Braces::Filled;
    }
    let text = then(text, myst::resolve);
    let text = then(text, learn::resolve);
    let text = then(text, retype::resolve);
    let text = then(text, docc::resolve);
    let text = then(text, |text| {
        jsx::resolve(text, braces == Braces::Expressions)
    });
    then(text, |text| lines::rewrite(text, braces))
}

/// The next pass over a text.
fn then<'a>(text: Cow<'a, str>, pass: impl for<'t> Fn(&'t str) -> Cow<'t, str>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => pass(text),
        Cow::Owned(text) => {
            let changed = match pass(&text) {
                Cow::Borrowed(_) => None,
                Cow::Owned(changed) => Some(changed),
            };
            Cow::Owned(changed.unwrap_or(text))
        }
    }
}

#[cfg(test)]
mod tests;
