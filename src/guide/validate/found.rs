//! Where in a file something stands that was found in what became of it.

use std::cell::OnceCell;

/// A file, as its author wrote it, and how far it has been looked through: what is found comes in the file's order.
pub(super) struct File {
    text: Option<String>,
    from: usize,
    squeezed: OnceCell<Squeezed>,
}

/// The letters and digits of a file.
struct Squeezed {
    all: String,
    /// Where in the file the character stands to which each of their bytes belongs.
    places: Vec<usize>,
}

impl File {
    /// `None` of a file that cannot be read any more.
    pub fn new(text: Option<String>) -> Self {
        Self {
            text,
            from: 0,
            squeezed: OnceCell::new(),
        }
    }

    /// The line on which words stand, from the last ones on, or on which the first of them does. Markup may stand between
    /// them or within them (`0120*996*013`), and what another file says is on no line.
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
        let (at, length) = find(words)
            .or_else(|| find(first()?))
            .or_else(|| self.find_in_markup(text, words))?;
        self.from = at + length;
        Some(1 + text[..at].bytes().filter(|&byte| byte == b'\n').count())
    }

    /// Where letters and digits stand in this order with nothing but other characters in between, and how long that is.
    fn find_in_markup(&self, text: &str, words: &str) -> Option<(usize, usize)> {
        let Squeezed { all, places } = self.squeezed.get_or_init(|| Squeezed::new(text));
        let words = Squeezed::new(words).all;
        let at = all.find(&words).filter(|_| !words.is_empty())?;
        let (start, last) = (places[at], places[at + words.len() - 1]);
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        Some((start, last + length - start))
    }
}

impl Squeezed {
    fn new(text: &str) -> Self {
        let (mut all, mut places) = (String::new(), Vec::new());
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            all.push(c);
            places.resize(all.len(), at);
        }
        Self { all, places }
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
        let mut file = File::new(Some("a\n0120*996*013\n<b>0</b>3\n".to_owned()));
        assert_eq!(file.line("0120996013"), Some(2));
        assert_eq!(file.line("0130"), None);
        assert_eq!(file.line(""), None);
        assert_eq!(File::new(None).line("12"), None);
    }
}
