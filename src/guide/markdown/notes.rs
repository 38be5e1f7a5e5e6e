//! Footnotes: a reference is a mark `[1]`, and what it leads to stands behind the blocks in which it is first referred to,
//! before the next heading. So it belongs to the same section, wherever the author wrote it.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::shape::Placed;

/// Footnotes of one text.
#[derive(Default)]
struct Notes<'a> {
    /// The events of each, by its label, without those of the note itself.
    bodies: HashMap<CowStr<'a>, Vec<Placed<'a>>>,
    /// Labels in the order in which they are written.
    order: Vec<CowStr<'a>>,
    numbers: HashMap<CowStr<'a>, usize>,
    /// Those that were referred to and not yet put anywhere.
    due: Vec<CowStr<'a>>,
}

/// The same events with the footnotes in their places.
pub(super) fn place<'a>(events: impl Iterator<Item = Placed<'a>>) -> Vec<Placed<'a>> {
    let mut notes = Notes::default();
    let mut rest = Vec::new();
    let mut open: Vec<(CowStr<'a>, Vec<Placed<'a>>)> = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => open.push((label, Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, body)) = open.pop() {
                    notes.define(label, body);
                }
            }
            event => match open.last_mut() {
                Some((_, body)) => body.push((event, range)),
                None => rest.push((event, range)),
            },
        }
    }
    notes.put_all(rest)
}

impl<'a> Notes<'a> {
    /// Of several with the same label nothing is lost.
    fn define(&mut self, label: CowStr<'a>, body: Vec<Placed<'a>>) {
        let bodies = self.bodies.entry(label.clone()).or_insert_with(|| {
            self.order.push(label);
            Vec::new()
        });
        bodies.extend(body);
    }

    fn put_all(mut self, events: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let mut out = Vec::with_capacity(events.len());
        let mut depth = 0_usize;
        for (event, range) in events {
            match &event {
                Event::Start(tag) => {
                    if depth == 0 && matches!(tag, Tag::Heading { .. }) {
                        self.put_due(&mut out);
                    }
                    depth += 1;
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.put(event, range, &mut out);
        }
        self.put_due(&mut out);
        for label in std::mem::take(&mut self.order) {
            self.number(&label);
            self.put_due(&mut out);
        }
        out
    }

    /// Puts a footnote's reference as its mark, anything else as it is.
    fn put(&mut self, event: Event<'a>, range: std::ops::Range<usize>, out: &mut Vec<Placed<'a>>) {
        let event = match event {
            Event::FootnoteReference(label) => {
                let mark = format!("[{}]", self.number(&label));
                Event::Text(mark.into())
            }
            event => event,
        };
        out.push((event, range));
    }

    fn number(&mut self, label: &CowStr<'a>) -> usize {
        let next = self.numbers.len() + 1;
        if let Some(&number) = self.numbers.get(label) {
            return number;
        }
        self.numbers.insert(label.clone(), next);
        self.due.push(label.clone());
        next
    }

    /// Footnotes may refer to others, which then are due as well.
    fn put_due(&mut self, out: &mut Vec<Placed<'a>>) {
        let mut at = 0;
        while let Some(label) = self.due.get(at).cloned() {
            at += 1;
            let Some(body) = self.bodies.remove(&label) else {
                continue;
            };
            let place = body.first().map_or(0..0, |(_, range)| range.clone());
            let mark = CowStr::from(format!("[{}] ", self.number(&label)));
            let mut mark = Some((Event::Text(mark), place.clone()));
            let begins = matches!(body.first(), Some((Event::Start(Tag::Paragraph), _)));
            if !begins {
                out.push((Event::Start(Tag::Paragraph), place.clone()));
                out.extend(mark.take());
                out.push((Event::End(TagEnd::Paragraph), place));
            }
            for (event, range) in body {
                self.put(event, range, out);
                if begins {
                    out.extend(mark.take());
                }
            }
        }
        self.due.clear();
    }
}
