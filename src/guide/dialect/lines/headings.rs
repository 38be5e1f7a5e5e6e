//! Headings and their addresses.

use std::borrow::Cow;

use super::{Line, Lines};
use crate::guide::dialect::inline;
use crate::guide::dialect::{attributes, heading};

impl<'a> Lines<'a> {
    pub(super) fn heading(&mut self, line: Line<'a>, at: usize, level: usize) {
        let words = &line.rest[at + level..];
        let below = self.below();
        let found = heading::read(words);
        let mut id = found.id.or(self.pending.take());
        // Kramdown's address may stand on the next line.
        let listed = below
            .trim()
            .strip_prefix("{:")
            .and_then(|rest| rest.strip_suffix('}'));
        if let Some(listed) = listed.and_then(attributes::list) {
            id = id.or(listed.id);
            let length = self.text[self.end..]
                .find('\n')
                .unwrap_or(self.text.len() - self.end);
            self.state.read = self.end + length;
        }
        let text = match inline::rewrite(self.text, &found.text, &mut self.state.anew()) {
            Cow::Owned(text) => text,
            Cow::Borrowed(text) => text.to_owned(),
        };
        if !found.text.trim().is_empty() && heading::is_silent(&text) {
            // A comment, or a sign of which nothing is shown: there is no heading, but its address may be known.
            let anchor = id.map(|id| format!("<a id=\"{id}\"></a>"));
            let rest = format!("{}{}", &line.rest[..at], anchor.unwrap_or_default());
            return self.write(line, rest);
        }
        let rest = match id {
            Some(id) => format!("{}{text} {{#{id}}}", &line.rest[..at + level]),
            None => format!("{}{text}", &line.rest[..at + level]),
        };
        if rest.trim_end() == line.rest.trim_end() {
            self.was_text = false;
            self.pass(&line);
        } else {
            self.write(line, rest);
            self.was_text = false;
        }
    }

    /// A line that is only an address, in HTML or as `MyST` has it (`(address)=`), right before a heading: that of the heading.
    pub(super) fn anchor(&mut self, body: &str) -> bool {
        let Some(place) = (body.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize) else {
            return false;
        };
        let Some(body) = self.text.get(place..place + body.len()) else {
            return false;
        };
        let label = heading::label(body).map(|id| ("", id, ""));
        let Some((before, id, after)) = label.or_else(|| heading::anchor(body)) else {
            return false;
        };
        let next = self.text[self.end..]
            .lines()
            .find(|line| !line.trim().is_empty());
        let is_heading = next.is_some_and(|next| {
            heading::level(next).is_some_and(|level| heading::read(&next[level..]).id.is_none())
        });
        if before.is_empty() && after.trim().is_empty() && is_heading {
            self.pending = Some(id);
            return true;
        }
        false
    }
}
