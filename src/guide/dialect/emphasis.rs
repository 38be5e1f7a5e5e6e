//! Emphasis beside Japanese punctuation: `CommonMark` asks for a space or punctuation on the other side of `**「`, and Japanese
//! has no spaces. The rules of markdown-cjk-friendly: CJK punctuation counts as letters, and a run of signs between a CJK
//! character and other punctuation may both open and close. A joiner between the signs and the punctuation says so to the
//! parser.

use super::scan::is_cjk;

pub(super) fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// Whether a joiner belongs before a run of signs and behind it, by the characters around it.
pub(super) fn joiners(before: Option<char>, after: Option<char>) -> (bool, bool) {
    let (Some(before), Some(after)) = (before, after) else {
        return (false, false);
    };
    if before.is_whitespace() || after.is_whitespace() {
        return (false, false);
    }
    let is_open = is_punctuation(after) && (is_cjk(after) || is_cjk(before));
    let is_close = is_punctuation(before) && (is_cjk(before) || is_cjk(after));
    // Between two signs of punctuation both rules hold already, unless one counts as a letter.
    (is_close, is_open)
}

/// A text in bold, whatever it begins and ends with.
pub(super) fn bold(inner: &str, out: &mut String) {
    let joins = |c: Option<char>| c.is_some_and(is_punctuation);
    out.push_str("**");
    if joins(inner.chars().next()) {
        out.push(super::JOINER);
    }
    out.push_str(inner);
    if joins(inner.chars().next_back()) {
        out.push(super::JOINER);
    }
    out.push_str("**");
}
