//! Where in a file something stands that was found in what became of it.

/// A file, as its author wrote it, and how far it has been looked through: what is found comes in the file's order.
pub(super) struct File {
    text: Option<String>,
    from: usize,
}

impl File {
    /// `None` of a file that cannot be read any more.
    pub fn new(text: Option<String>) -> Self {
        Self { text, from: 0 }
    }

    /// The line on which words stand, from the last ones on, or on which the first of them does. Markup may stand between
    /// them, and what another file says is on no line.
    pub fn line(&mut self, words: &str) -> Option<usize> {
        let text = self.text.as_deref()?;
        let first = || {
            words
                .split(|c: char| c.is_whitespace() || c == '\u{2029}')
                .next()
        };
        let find = |words: &str| {
            let behind = text[self.from..].find(words).map(|at| self.from + at);
            let at = behind.or_else(|| text.find(words));
            at.filter(|_| !words.is_empty()).map(|at| (at, words.len()))
        };
        let (at, length) = find(words).or_else(|| find(first()?))?;
        self.from = at + length;
        Some(1 + text[..at].bytes().filter(|&byte| byte == b'\n').count())
    }
}

#[cfg(test)]
mod tests {
    use super::File;

    #[test]
    fn words_are_found_in_their_order() {
        let mut file = File::new(Some("a 12\n\n**3**-4\n12 3-4\n".to_owned()));
        assert_eq!(file.line("12"), Some(1));
        assert_eq!(file.line("12"), Some(4));
        assert_eq!(file.line("3-4"), Some(4));
        assert_eq!(file.line("**3** x"), Some(3));
        assert_eq!(file.line("5"), None);
        assert_eq!(file.line(""), None);
        assert_eq!(File::new(None).line("12"), None);
    }
}
