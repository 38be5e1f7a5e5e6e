//! Signs that only decorate: they go with the space beside them.

use super::Inline;

impl Inline<'_> {
    /// An icon that takes so many bytes, with the attributes behind it.
    pub(super) fn icon(&mut self, length: usize, shown: &str) {
        self.replace(length, shown);
        self.attributes();
        if shown.is_empty() {
            self.close_up();
        }
    }

    /// A comment that takes so many bytes, of which this is shown. Where it is nothing, a dash that parted it from the text behind
    /// parts nothing more.
    pub(super) fn told(&mut self, length: usize, shown: &str) {
        self.replace(length, shown);
        if !shown.is_empty() {
            return;
        }
        let rest = &self.line[self.at..];
        let behind = rest.trim_start_matches(' ');
        let dash = ["– ", "— ", "- "]
            .iter()
            .find(|dash| behind.starts_with(**dash) && self.begins());
        match dash {
            Some(dash) => self.replace(rest.len() - behind.len() + dash.len(), ""),
            None => self.close_up(),
        }
    }

    /// Whether nothing is shown before this place but what a line, an item or a cell begins with.
    fn begins(&self) -> bool {
        let said = [&self.out, &self.line[self.written..self.at]];
        let is_mark = |c: char| c.is_whitespace() || "#>*+-:|".contains(c);
        said.iter()
            .all(|said| said.trim_matches(is_mark).is_empty())
    }

    /// One space is left where a sign stood between two words, and none at an end.
    fn close_up(&mut self) {
        let rest = &self.line[self.at..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let before = self.out.chars().next_back();
        if before.is_none_or(|c| c.is_whitespace() || "([「（*_\"".contains(c)) {
            self.replace(spaces, "");
        }
        let closes = rest.starts_with([']', ')', '*', '_', '"', '.', ',', '?', '!', ';']);
        if closes && self.out.ends_with(' ') && !self.begins() {
            let kept = self.out.trim_end_matches(' ').len();
            self.out.truncate(kept);
        }
    }
}
