//! What a picture shows, in words that stand beside it too, is told once: in the heading above it, or in the line below.

use std::collections::VecDeque;
use std::iter::Peekable;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::shape::Placed;

/// So many events may lie between a picture and what is written below it, and be what that consists of.
const NEAR: usize = 12;

pub(super) struct Captions<'a, I: Iterator<Item = Placed<'a>>> {
    inner: Peekable<I>,
    out: VecDeque<Placed<'a>>,
    /// The heading that nothing but a picture has followed yet.
    heading: String,
    in_heading: bool,
}

impl<'a, I: Iterator<Item = Placed<'a>>> Captions<'a, I> {
    pub fn new(inner: I) -> Self {
        Self {
            inner: inner.peekable(),
            out: VecDeque::new(),
            heading: String::new(),
            in_heading: false,
        }
    }

    /// Reads the picture that has begun, and what is written below it.
    fn picture(&mut self, start: Placed<'a>) {
        let mut picture = vec![start];
        let mut words = String::new();
        for placed in self.inner.by_ref() {
            push_text(&placed.0, &mut words);
            let is_end = matches!(placed.0, Event::End(TagEnd::Image));
            picture.push(placed);
            if is_end {
                break;
            }
        }
        let mut below = Vec::new();
        let mut caption = String::new();
        while below.len() < NEAR
            && let Some((event, _)) = self.inner.peek()
            && may_lie_between(event, !caption.is_empty())
        {
            push_text(event, &mut caption);
            below.extend(self.inner.next());
        }
        let is_told = says_the_same(&words, &self.heading) || says_the_same(&words, &caption);
        picture.retain(|(event, _)| !is_told || !is_text(event));
        self.out.extend(picture);
        self.out.extend(below);
        if !caption.is_empty() {
            self.heading.clear();
        }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Captions<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        if let Some(placed) = self.out.pop_front() {
            return Some(placed);
        }
        let placed = self.inner.next()?;
        match &placed.0 {
            Event::Start(Tag::Heading { .. }) => {
                self.in_heading = true;
                self.heading.clear();
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Start(Tag::Image { .. }) if !self.in_heading => {
                self.picture(placed);
                return self.out.pop_front();
            }
            event if self.in_heading => push_text(event, &mut self.heading),
            event if is_text(event) => self.heading.clear(),
            _ => {}
        }
        Some(placed)
    }
}

/// Whether an event may stand between a picture and the end of the words below it.
const fn may_lie_between(event: &Event<'_>, has_words: bool) -> bool {
    match event {
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => !has_words,
        Event::Text(_)
        | Event::Code(_)
        | Event::End(TagEnd::Link | TagEnd::Emphasis)
        | Event::Start(Tag::Paragraph | Tag::Emphasis) => true,
        _ => false,
    }
}

fn is_text(event: &Event<'_>) -> bool {
    matches!(event, Event::Text(_) | Event::Code(_))
}

fn push_text(event: &Event<'_>, text: &mut String) {
    if let Event::Text(piece) | Event::Code(piece) = event {
        text.push_str(piece);
    }
}

fn says_the_same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    !one.is_empty() && letters(one) == letters(other) && !letters(one).is_empty()
}
