//! Signs in pairs around words: bold, marked, struck through.

use super::{FAR, Inline};
use crate::guide::dialect::scan::{is_cjk, near};
use crate::guide::dialect::{JOINER, emphasis, inline};

impl Inline<'_> {
    /// `==x==`
    pub(super) fn mark(&mut self, rest: &str) {
        let inner = &rest[2..];
        let is_word =
            |c: char| c.is_ascii_alphanumeric() || c == '=' || c == '!' || c == '<' || c == '>';
        let begins = inner
            .chars()
            .next()
            .is_some_and(|c| c != '=' && !c.is_whitespace())
            && !self.before().is_some_and(is_word);
        let end = begins.then(|| near(inner, FAR).find("==")).flatten();
        let end = end.filter(|&end| end > 0);
        match end {
            Some(end)
                if !inner[..end].ends_with(char::is_whitespace)
                    && !inner[end + 2..].starts_with('=') =>
            {
                // Links by names and the like may be marked.
                let mut state = self.state.anew();
                let words = inline::rewrite(self.text, &inner[..end], &mut state);
                let mut bold = String::new();
                emphasis::bold(&words, &mut bold);
                self.replace(end + 4, &bold);
            }
            _ => {
                self.at += rest.bytes().take_while(|&byte| byte == b'=').count();
            }
        }
    }

    /// One tilde between two words or numbers is from … to, and strikes nothing through.
    pub(super) fn tilde(&mut self, rest: &str) {
        let length = rest.bytes().take_while(|&byte| byte == b'~').count();
        let after = rest[length..].chars().next();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_cjk(c));
        if length == 1 && is_word(self.before()) && is_word(after) {
            self.replace(1, "\\~");
        } else if length == 2 {
            self.joined(length, after);
        } else {
            self.at += length;
        }
    }

    pub(super) fn stars(&mut self, rest: &str) {
        let length = rest.bytes().take_while(|&byte| byte == b'*').count();
        let after = rest[length..].chars().next();
        if length == 2 {
            match self.bold.take() {
                Some(open) if self.ends_bold(open, &rest[2..]) => {
                    self.replace(0, JOINER.encode_utf8(&mut [0; 4]));
                    self.at += 2;
                    return;
                }
                None if after.is_some_and(|c| !c.is_whitespace()) => self.bold = Some(self.at),
                _ => {}
            }
        }
        if length == 3 && self.bold.is_none() && ends_slanted_first(&rest[3..]) {
            // The parser would take the next sign within bold text for its end: `***語*と*語*は**`.
            self.bold = Some(self.at);
            self.at += 2;
            self.replace(0, JOINER.encode_utf8(&mut [0; 4]));
            self.joined(1, after);
            return;
        }
        self.joined(length, after);
    }

    /// Whether signs are meant as the end of bold text that `CommonMark` does not see: `**語 **と`, `**時間:**14時`.
    fn ends_bold(&self, open: usize, behind: &str) -> bool {
        let inner = &self.line[open + 2..self.at];
        let (Some(before), Some(after)) = (inner.chars().next_back(), behind.chars().next()) else {
            return false;
        };
        let is_meant = if before.is_whitespace() {
            is_cjk(after) && !inner.trim_end().is_empty()
        } else {
            after.is_alphanumeric() && emphasis::is_punctuation(before)
        };
        // Where others follow, these may be the beginning of one of them.
        is_meant && near(behind, FAR).matches("**").count().is_multiple_of(2)
    }

    /// A run of signs with the joiners that it needs.
    fn joined(&mut self, length: usize, after: Option<char>) {
        let (close, open) = emphasis::joiners(self.before(), after);
        if close {
            self.replace(0, JOINER.encode_utf8(&mut [0; 4]));
        }
        self.at += length;
        if open {
            self.replace(0, JOINER.encode_utf8(&mut [0; 4]));
        }
    }
}

/// Whether text that is bold and slanted ends being slanted before it ends being bold.
fn ends_slanted_first(inner: &str) -> bool {
    let inner = near(inner, FAR);
    let begins = inner.starts_with(|c: char| !c.is_whitespace());
    let next = inner.find('*').map(|at| &inner[at..]);
    begins && next.is_some_and(|next| !next.starts_with("**") && next.contains("**"))
}
