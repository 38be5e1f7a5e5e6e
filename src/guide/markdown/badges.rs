//! A row of badges above a text says how a project does, by pictures that are made anew each time: without a net there is
//! nothing to read in it. A badge further down, in a sentence or a cell has words that belong there.

use std::collections::VecDeque;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::shape::Placed;

/// A row of badges has no more parts.
const LONGEST: usize = 400;

/// Who makes badges, where no part of the address says that it is one.
const MAKERS: [&str; 7] = [
    "badgen.net/",
    "circleci.com/",
    "codecov.io/",
    "coveralls.io/",
    "godoc.org/",
    "img.shields.io/",
    "travis-ci.",
];

/// Events without the paragraphs at the top that are nothing but badges.
pub(super) struct Badges<'a, I: Iterator<Item = Placed<'a>>> {
    inner: I,
    out: VecDeque<Placed<'a>>,
    /// Something to read has come.
    has_begun: bool,
}

impl<'a, I: Iterator<Item = Placed<'a>>> Badges<'a, I> {
    pub const fn new(inner: I) -> Self {
        Self {
            inner,
            out: VecDeque::new(),
            has_begun: false,
        }
    }

    /// Reads on from the beginning of a paragraph as far as it is a row of badges, and drops it if that is all of it.
    fn paragraph(&mut self, start: Placed<'a>) {
        self.out.push_back(start);
        let (mut in_picture, mut badges) = (false, 0);
        for placed in self.inner.by_ref() {
            let goes_on = match &placed.0 {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    in_picture = true;
                    badges += 1;
                    is_badge(dest_url)
                }
                Event::End(TagEnd::Image) => {
                    in_picture = false;
                    true
                }
                Event::End(TagEnd::Paragraph) => {
                    if badges > 0 {
                        self.out.clear();
                    } else {
                        self.out.push_back(placed);
                    }
                    return;
                }
                Event::Text(text) => in_picture || text.trim_matches(['|', '·', ' ']).is_empty(),
                Event::Start(Tag::Link { .. })
                | Event::End(TagEnd::Link)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::InlineHtml(_) => true,
                _ => in_picture,
            };
            self.out.push_back(placed);
            if !goes_on || self.out.len() > LONGEST {
                self.has_begun = !in_picture;
                return;
            }
        }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Badges<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            if let Some(placed) = self.out.pop_front() {
                return Some(placed);
            }
            let placed = self.inner.next()?;
            match &placed.0 {
                Event::Start(Tag::Paragraph) if !self.has_begun => self.paragraph(placed),
                Event::Start(Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_)) => {
                    self.has_begun = true;
                    return Some(placed);
                }
                _ => return Some(placed),
            }
        }
    }
}

/// Whether somebody makes a badge at this address: `https://api.netlify.com/api/v1/badges/1/deploy-status`.
fn is_badge(address: &str) -> bool {
    let Some((_, place)) = address.split_once("://") else {
        return false;
    };
    let path = place.split(['?', '#']).next().unwrap_or(place);
    let says_so = |part: &str| matches!(part.split(['.', '-']).next(), Some("badge" | "badges"));
    path.split('/').any(says_so) || MAKERS.iter().any(|maker| place.starts_with(maker))
}
