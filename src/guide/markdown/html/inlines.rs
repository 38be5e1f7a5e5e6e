//! Tags within running text, and in what holds only that. A block there is a line of its own.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::element::{Element, element, is_inline, is_void};
use super::stack::End;
use super::token::Tag as Html;
use super::{Adapter, NEAR, Skipped};
use crate::guide::markdown::shape::Placed;
use crate::text::single_spaced;

impl<'a, I: Iterator<Item = Placed<'a>>> Adapter<'a, I> {
    /// Whether what HTML opened last holds running text only, so that no block can begin.
    pub(super) fn is_in_line(&self) -> bool {
        let mut above = self.stack.above();
        let holder =
            above.find(|html| !is_inline(html.element) && html.element != Element::Paragraph);
        self.stack.cells > 0
            || holder.is_some_and(|html| {
                matches!(
                    html.element,
                    Element::Heading(_) | Element::Summary | Element::Term
                )
            })
    }

    /// A tag that stands in a line of the Markdown or in something of HTML that holds lines only.
    pub(super) fn start_inline(&mut self, tag: &Html, is_markdown: bool) {
        let found = element(&tag.name);
        self.anchor_of(tag, found);
        match found {
            // It ends the cell that is open.
            Element::Cell { .. } | Element::Row | Element::Rows
                if !is_markdown && self.is_right_in_cell() =>
            {
                self.start_block(tag);
            }
            // The cells of a table within a cell are words of that.
            Element::Table if self.stack.cells > 0 => {
                self.line_break();
                self.stack.push(Element::InnerTable, End::Nothing);
            }
            Element::Term | Element::Meaning
                if !is_markdown && self.stack.cells == 0 && self.close_to(is_of_terms) =>
            {
                self.start_block(tag);
            }
            Element::Apart
            | Element::Paragraph
            | Element::Rule
            | Element::List { .. }
            | Element::Items
            | Element::Terms
            | Element::Meaning
            | Element::Table
            | Element::Rows
            | Element::Row
            | Element::Caption
            | Element::Quote
            | Element::Details => self.line_break(),
            Element::Item => {
                self.line_break();
                self.content(Event::Text(CowStr::Borrowed("• ")));
                self.is_fresh = true;
            }
            Element::Cell { .. } => {
                if !self.is_fresh && !self.breaks {
                    self.content(Event::Text(CowStr::Borrowed(" ")));
                }
            }
            Element::Heading(_) | Element::Summary | Element::Term => {
                self.line_break();
                self.settle_break();
                if self.stack.push(found, End::Event(TagEnd::Strong)) {
                    self.put(Event::Start(Tag::Strong));
                }
            }
            Element::Preformatted => {
                self.line_break();
                self.stack.push(Element::Code, End::Nothing);
            }
            _ => self.start_phrase(tag, found, is_markdown),
        }
    }

    /// Whether a table in a cell is open, and nothing of the Markdown in it.
    pub(super) fn is_in_inner_table(&self) -> bool {
        let inner = self
            .stack
            .depth_of(|element| element == Element::InnerTable);
        inner.is_some()
    }

    /// Whether a cell is open, and in it neither a table nor anything of the Markdown.
    fn is_right_in_cell(&self) -> bool {
        let cell = self
            .stack
            .depth_of(|element| matches!(element, Element::Cell { .. }));
        cell.is_some() && !self.is_in_inner_table()
    }

    /// A tag that belongs to running text, wherever it stands.
    pub(super) fn start_phrase(&mut self, tag: &Html, found: Element, is_markdown: bool) {
        match found {
            Element::Skipped => self.skip(tag, is_markdown),
            Element::Break => self.hard_break(),
            Element::Strong => self.phrase(found, Tag::Strong, TagEnd::Strong),
            Element::Emphasis => self.phrase(found, Tag::Emphasis, TagEnd::Emphasis),
            Element::Strikethrough => {
                self.phrase(found, Tag::Strikethrough, TagEnd::Strikethrough);
            }
            Element::Code => {
                self.stack.push(found, End::Nothing);
            }
            Element::Link => self.link(tag),
            Element::Short => self.short(tag),
            Element::Reading => self.reading(),
            Element::Raised => self.raised_at = Some(self.last).filter(|_| !self.is_fresh),
            Element::Image => self.image(tag),
            Element::Media => self.media(tag),
            Element::Checkbox => {
                if tag.get("type") == Some("checkbox") {
                    self.put(Event::TaskListMarker(tag.has("checked")));
                } else if let Some(value) = tag.get("value").filter(|_| is_button(tag)) {
                    self.content(Event::Text(CowStr::from(value.to_owned())));
                }
            }
            Element::Unknown => self.unknown(tag, is_markdown),
            _ => {}
        }
    }

    fn phrase(&mut self, element: Element, tag: Tag<'a>, end: TagEnd) {
        self.settle_break();
        self.open(element, tag, end);
    }

    /// Nothing of a script is shown. One that does not end here is only its name.
    fn skip(&mut self, tag: &Html, is_markdown: bool) {
        if tag.ends_itself {
            return;
        }
        if !is_markdown || tag.name == "rp" || self.ends_near(&tag.name) {
            self.skipped = Some(Skipped {
                name: tag.name.clone(),
                is_nested: false,
                open: 1,
            });
        } else {
            self.literally();
        }
    }

    /// Nothing is shown of words that a browser does not show, and with which a number could be taken apart for whoever does not look at it
    /// in one. Blocks are: a program shows them one after the other, as tabs.
    pub(super) fn hide(&mut self, tag: &Html, is_markdown: bool) -> bool {
        let found = element(&tag.name);
        let of_words = is_inline(found) || matches!(found, Element::Transparent | Element::Raised);
        let hides = (is_markdown || of_words) && !tag.ends_itself && !is_void(&tag.name);
        if hides {
            self.skipped = Some(Skipped {
                name: tag.name.clone(),
                is_nested: true,
                open: 1,
            });
        }
        hides
    }

    fn link(&mut self, tag: &Html) {
        let Some(href) = tag.get("href") else { return };
        let (dest_url, none) = (CowStr::from(href.to_owned()), CowStr::Borrowed(""));
        let link = Tag::Link {
            link_type: LinkType::Inline,
            dest_url,
            title: none.clone(),
            id: none,
        };
        self.phrase(Element::Link, link, TagEnd::Link);
    }

    /// A word whose meaning a pointer would show: it stands behind it.
    fn short(&mut self, tag: &Html) {
        let Some(title) = tag.get("title") else {
            return;
        };
        let title = single_spaced(title);
        let meaning = if title.is_ascii() {
            format!(" ({title})")
        } else {
            format!("（{title}）")
        };
        if self.stack.push(Element::Short, End::Meaning) {
            self.meanings.push(meaning);
        }
    }

    fn reading(&mut self) {
        if let Some(depth) = self.stack.depth_of(|element| element == Element::Reading) {
            for _ in 0..depth {
                self.close();
            }
        }
        if self.stack.push(Element::Reading, End::Bracket) {
            self.content(Event::Text(CowStr::Borrowed("（")));
        }
    }

    fn image(&mut self, tag: &Html) {
        let source = tag
            .first(&["src", "data-src", "srcset"])
            .unwrap_or_default();
        self.picture(tag.first(&["alt", "title", "aria-label"]), source);
    }

    /// A film or a sound beside the text is shown as a picture is. Of the same in several formats the first is enough.
    fn film(&mut self, words: Option<&str>, source: &str) {
        let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
        if self.film.as_deref() != Some(stem) {
            self.picture(words, source);
            self.film = Some(stem.to_owned());
        }
    }

    fn picture(&mut self, words: Option<&str>, source: &str) {
        let none = CowStr::Borrowed("");
        self.content(Event::Start(Tag::Image {
            link_type: LinkType::Inline,
            dest_url: CowStr::from(source.to_owned()),
            title: none.clone(),
            id: none,
        }));
        if let Some(words) = words {
            self.put(Event::Text(CowStr::from(words.to_owned())));
        }
        self.put(Event::End(TagEnd::Image));
    }

    /// What can only be seen elsewhere is a link to there.
    fn media(&mut self, tag: &Html) {
        let words = tag.first(&["title", "alt", "aria-label"]);
        let source = tag.first(&["src", "data"]);
        let Some(shown) = words.or(source) else {
            return;
        };
        let Some(source) = source else {
            // The sources of a film follow.
            let parted = format!("{shown} ");
            self.content(Event::Text(CowStr::from(parted)));
            return;
        };
        let is_elsewhere = source.contains("://") || source.starts_with("//");
        if !is_elsewhere {
            self.film(words, source);
            return;
        }
        let shown = Event::Text(CowStr::from(shown.to_owned()));
        let none = CowStr::Borrowed("");
        self.content(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: CowStr::from(source.to_owned()),
            title: none.clone(),
            id: none,
        }));
        self.put(shown);
        self.put(Event::End(TagEnd::Link));
    }

    /// A tag that is none of HTML's: a component, of which the words are shown, or a word in angle brackets.
    fn unknown(&mut self, tag: &Html, is_markdown: bool) {
        if let Some(words) = tag.first(&["title", "label", "text", "summary", "alt", "caption"]) {
            self.content(Event::Text(CowStr::from(words.to_owned())));
        } else if is_markdown && tag.is_bare() && !tag.ends_itself && !self.ends_near(&tag.name) {
            self.literally();
        }
    }

    /// The tag itself, as it stands in the source.
    fn literally(&mut self) {
        if let Some(text) = self.source.get(self.range.clone()) {
            self.content(Event::Text(CowStr::Borrowed(text)));
        }
    }

    /// Whether the end tag of an element comes soon.
    fn ends_near(&self, name: &str) -> bool {
        let rest = self
            .source
            .as_bytes()
            .get(self.range.end..)
            .unwrap_or_default();
        let near = &rest[..rest.len().min(NEAR)];
        near.split(|&byte| byte == b'<').any(|tag| {
            let name_of = |end: &&[u8]| end.get(..name.len()).map(<[u8]>::to_vec);
            let end = tag.strip_prefix(b"/");
            end.as_ref()
                .and_then(name_of)
                .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
        })
    }

    /// By which names a tag can be linked to. A heading takes its own along.
    pub(super) fn anchor_of(&mut self, tag: &Html, found: Element) {
        let name = if found == Element::Link {
            tag.first(&["id", "name"])
        } else {
            tag.get("id")
        };
        if let Some(name) = name.map(str::to_owned) {
            self.anchor(&name);
        }
    }

    /// What comes next stands on a line of its own.
    pub(super) fn line_break(&mut self) {
        self.breaks = !self.is_fresh;
    }

    pub(super) fn settle_break(&mut self) {
        let gap = self.gap.take();
        if std::mem::take(&mut self.breaks) {
            self.put(Event::HardBreak);
            self.is_fresh = true;
        } else if let Some(gap) = gap.filter(|_| !self.is_fresh) {
            self.put(if gap == '\n' {
                Event::SoftBreak
            } else {
                Event::Text(CowStr::Borrowed(" "))
            });
        }
    }

    pub(super) fn hard_break(&mut self) {
        self.breaks = false;
        self.gap = None;
        self.is_fresh = true;
        self.put(Event::HardBreak);
    }

    /// Code in running text, line by line.
    pub(super) fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.line_break();
            if !line.trim().is_empty() {
                self.content(Event::Code(CowStr::from(line.to_owned())));
            }
        }
    }
}

const fn is_of_terms(element: Element) -> bool {
    matches!(element, Element::Terms | Element::Quote)
}

fn is_button(tag: &Html) -> bool {
    matches!(tag.get("type"), Some("button" | "submit" | "reset"))
}
