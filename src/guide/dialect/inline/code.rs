//! Code in running text: it is left alone.

use super::ends::run_of;
use super::{FAR, Inline};
use crate::guide::dialect::scan::{marker, near};
use crate::text::syntax::is_known;

impl Inline<'_> {
    pub(super) fn code(&mut self, rest: &str) {
        let length = rest.bytes().take_while(|&byte| byte == b'`').count();
        if let Some(end) = run_of(near(&rest[length..], FAR), b'`', length) {
            let inner = &rest[length..length + end];
            if self.state.has_expressions
                && let Some(code) = without_language(inner)
            {
                self.at += length + code.len();
                self.replace(inner.len() - code.len(), "");
                self.at += length;
                return;
            }
            self.at += end + 2 * length;
            return;
        }
        self.at += length;
        // It may end on one of the next lines of its paragraph.
        let Some(place) = self.place else { return };
        let below = near(&self.text[place + self.line.len()..], FAR);
        let mut lines = below.split('\n').skip(1).take_while(|line| {
            let line = line.trim_start();
            !line.is_empty() && marker(line).is_none()
        });
        if lines.any(|line| run_of(line, b'`', length).is_some()) {
            self.state.code = Some(length);
            self.at = self.line.len();
        }
    }
}

/// Code without the language that a program which colours it has at its end: `true{:js}`.
fn without_language(code: &str) -> Option<&str> {
    let (code_alone, language) = code.strip_suffix('}')?.rsplit_once("{:")?;
    // Or the part of a language that it is.
    let is_language = is_known(language) || language.strip_prefix('.').is_some_and(is_word);
    (is_language && !code_alone.trim().is_empty()).then_some(code_alone)
}

fn is_word(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}
