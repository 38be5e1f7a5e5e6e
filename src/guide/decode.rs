//! Bytes of a file → text that holds nothing hidden, with the lines it had.

use std::borrow::Cow;

use super::problem::Report;
use crate::text::clean::{clean_source, is_hidden};

/// How many hidden characters are named per line.
const NAMED_PER_LINE: usize = 8;

/// Decodes UTF-8 (a byte order mark may stand first), turns every line end into `\n`, and takes hidden characters out.
/// `None` when these bytes are no such text; then the report says why.
pub(super) fn decode<'a>(bytes: &'a [u8], report: &mut Report) -> Option<Cow<'a, str>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        report.error(
            1,
            "the file is UTF-16: it begins with its byte order mark",
            "save it as UTF-8",
        );
        return None;
    }
    if bytes.contains(&0) {
        let at = bytes.iter().take_while(|&&byte| byte != 0).count();
        let what = format!("the file holds a NUL byte, at byte {at}");
        report.error(
            line_of(bytes, at),
            &what,
            "save it as UTF-8 text; UTF-16 and binary files hold such bytes",
        );
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let what = format!("the file is not UTF-8: byte {at} is 0x{:02X}", bytes[at]);
            report.error(
                line_of(bytes, at),
                &what,
                "save it as UTF-8; Shift_JIS and EUC-JP are not read",
            );
            return None;
        }
    };
    Some(tidy(text, report))
}

fn tidy<'a>(text: &'a str, report: &mut Report) -> Cow<'a, str> {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let Cow::Owned(cleaned) = clean_source(&text) else {
        return text;
    };
    for (index, line) in text.split('\n').enumerate() {
        report_line(index + 1, line, report);
    }
    Cow::Owned(cleaned)
}

fn report_line(number: usize, line: &str, report: &mut Report) {
    let mut hidden: Vec<char> = Vec::new();
    let mut before = None;
    let mut spelled = false;
    for c in line.chars() {
        if !is_hidden(c) {
            before = Some(c);
        } else if is_spelling(c, before) {
            spelled = true;
        } else if !hidden.contains(&c) && hidden.len() < NAMED_PER_LINE {
            hidden.push(c);
        }
    }
    let nothing_reads_otherwise = hidden.iter().all(|&c| is_harmless(c));
    if nothing_reads_otherwise && (spelled || !hidden.is_empty()) {
        return;
    }
    if !hidden.is_empty() {
        let names: Vec<String> = hidden
            .iter()
            .map(|&c| format!("U+{:04X}", u32::from(c)))
            .collect();
        report.warning(
            number,
            &format!("hidden characters are left out: {}", names.join(", ")),
            "take them out of the file: they make a text read other than it is",
        );
    } else if let Cow::Owned(_) = clean_source(line) {
        report.warning(
            number,
            "line separators or combining marks beyond what a terminal can show are left out",
            "write this line anew",
        );
    }
}

/// Whether a hidden character only says where a line may break or what makes one sign, as editors and pages put it into what is copied from them: no
/// reader misses it, and nothing reads other than it is.
const fn is_harmless(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// Whether a hidden character belongs to how a word is spelled: Persian and the scripts of India join letters or keep them
/// apart by them, and what runs from right to left has marks for that. No author should take them out.
fn is_spelling(c: char, before: Option<char>) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}') && matches!(before, Some('\u{590}'..='\u{109F}'))
}

/// The 1-based line of a byte.
fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at].split(|&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        let mut report = Report::new("a.md");
        decode(text.as_bytes(), &mut report);
        assert_eq!(report.into_problems().len(), expected, "{text:?}");
    }

    #[test]
    fn nobody_is_told_to_take_letters_out_of_a_word() {
        check("می\u{200C}خواهم", 0);
        check("क्\u{200D}ष \u{200F}", 1);
        check("שלום\u{200F}", 0);
        check("pass\u{200C}word", 1);
        check("می\u{200C}\u{202E}x", 1);
        check("a\u{200B}b\u{AD}c\u{200D}", 0);
        check("a\u{200B}b\u{202E}c", 1);
    }
}
