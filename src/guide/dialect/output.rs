//! A text that is written only once it differs from what it is made of.

use std::borrow::Cow;

pub(super) struct Output<'a> {
    source: &'a str,
    /// So much of the source is the same, as long as there is nothing else.
    same: usize,
    written: Option<String>,
}

impl<'a> Output<'a> {
    pub const fn new(source: &'a str) -> Self {
        Self {
            source,
            same: 0,
            written: None,
        }
    }

    /// The next piece of the source, which ends at an offset of it, as it is.
    pub fn keep(&mut self, piece: &str, end: usize) {
        match &mut self.written {
            Some(written) => written.push_str(piece),
            None => self.same = end,
        }
    }

    /// What stands in the place of the next piece.
    pub fn write(&mut self, text: &str) {
        self.written().push_str(text);
    }

    fn written(&mut self) -> &mut String {
        let (source, same) = (self.source, self.same);
        self.written.get_or_insert_with(|| {
            let mut written = String::with_capacity(source.len() + source.len() / 16);
            written.push_str(&source[..same]);
            written
        })
    }

    /// Makes the end of the last line a line break that is seen.
    pub fn break_line(&mut self) {
        let written = self.written();
        if written.ends_with('\n') && !written.ends_with("  \n") && !written.ends_with("\\\n") {
            written.truncate(written.len() - 1);
            written.push_str("  \n");
        }
    }

    pub fn finish(self) -> Cow<'a, str> {
        self.written.map_or(Cow::Borrowed(self.source), Cow::Owned)
    }
}
