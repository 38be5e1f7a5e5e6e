//! Bytes of a file → text that holds nothing hidden, with the lines it had.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;

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
    let without = without_sequences(&text);
    let cleaned = match (clean_source(&without), &without) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => return text,
        (cleaned, _) => cleaned.into_owned(),
    };
    // Of many lines with the same fault the first is told.
    let mut faults: BTreeMap<Fault, (usize, usize)> = BTreeMap::new();
    for (index, line) in text.split('\n').enumerate() {
        if let Some(fault) = fault(line) {
            let again = |(_, more): &mut (usize, usize)| *more += 1;
            faults
                .entry(fault)
                .and_modify(again)
                .or_insert((index + 1, 0));
        }
    }
    let mut faults: Vec<_> = faults.into_iter().collect();
    faults.sort_by_key(|(_, (line, _))| *line);
    for (fault, (line, more)) in faults {
        let more = match more {
            0 => String::new(),
            1 => ", and in 1 more line".to_owned(),
            more => format!(", and in {more} more lines"),
        };
        report.warning(line, &format!("{}{more}", fault.what), fault.help);
    }
    Cow::Owned(cleaned)
}

/// A text without what tells a terminal how to show it: colours and addresses in the output of programs that somebody copied
/// with them.
fn without_sequences(text: &str) -> Cow<'_, str> {
    const ESCAPE: char = '\u{1B}';
    if !text.contains(ESCAPE) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(ESCAPE) {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let near = &rest[..rest.floor_char_boundary(LONGEST_SEQUENCE)];
        rest = &rest[sequence(near).unwrap_or(0)..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// A sequence for a terminal is no longer than this, in bytes.
const LONGEST_SEQUENCE: usize = 1_000;

/// How long what follows an escape is, where that is a sequence with an end: `[0;31m`, `]8;;address` and what ends it.
fn sequence(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'[' => {
            let is_parameter = |byte: &&u8| (0x20..=0x3F).contains(*byte);
            let end = 1 + bytes[1..].iter().take_while(is_parameter).count();
            (0x40..=0x7E).contains(bytes.get(end)?).then_some(end + 1)
        }
        b']' => {
            let line = text.lines().next()?;
            let bell = line.find('\u{7}').map(|at| at + 1);
            let string = line.find("\u{1B}\\").map(|at| at + 2);
            bell.into_iter().chain(string).min()
        }
        _ => None,
    }
}

/// What is hidden in a line, and what to do about it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    what: String,
    help: &'static str,
}

fn fault(line: &str) -> Option<Fault> {
    let mut hidden: Vec<char> = Vec::new();
    let mut before = None;
    let mut spelled = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if !is_hidden(c) {
            before = Some(c);
        } else if is_spelling(c, before, chars.peek().copied()) {
            spelled = true;
        } else if !hidden.contains(&c) && hidden.len() < NAMED_PER_LINE {
            hidden.push(c);
        }
    }
    let nothing_reads_otherwise = hidden.iter().all(|&c| is_harmless(c));
    if nothing_reads_otherwise && (spelled || !hidden.is_empty()) {
        return None;
    }
    if !hidden.is_empty() {
        let names: Vec<String> = hidden
            .iter()
            .map(|&c| format!("U+{:04X}", u32::from(c)))
            .collect();
        return Some(Fault {
            what: format!("hidden characters are left out: {}", names.join(", ")),
            help: "take them out of the file: they make a text read other than it is",
        });
    }
    // A separator is shown as a space, and what chooses among shapes of a sign only behind one.
    let marks = |text: &str| text.chars().filter(|&c| is_mark(c)).count();
    let loses = |clean: &str| marks(clean) < marks(line);
    matches!(clean_source(line), Cow::Owned(clean) if loses(&clean)).then(|| Fault {
        what: "combining marks beyond what a terminal can show are left out".to_owned(),
        help: "put each behind the letter that it belongs to, four to a letter at the most",
    })
}

fn is_mark(c: char) -> bool {
    is_combining_mark(c) && !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
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
fn is_spelling(c: char, before: Option<char>, after: Option<char>) -> bool {
    let of_script = |c: Option<char>| matches!(c, Some('\u{590}'..='\u{109F}'));
    matches!(c, '\u{200C}'..='\u{200F}') && (of_script(before) || of_script(after))
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
    fn what_tells_a_terminal_its_colours_is_no_text() {
        let mut report = Report::new("a.md");
        for (text, expected) in [
            ("a \u{1B}[0;31mred\u{1B}[0m b", "a red b"),
            (
                "\u{1B}]8;;https://x.example\u{1B}\\c\u{1B}]8;;\u{7} d",
                "c d",
            ),
            ("\u{1B}[あ \u{1B}]e\nf \u{1B}g", "[あ ]e\nf g"),
            ("\u{1B}\u{1B}[0m[0m", "[0m"),
        ] {
            let read = decode(text.as_bytes(), &mut report);
            assert_eq!(read.as_deref(), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn the_same_in_many_lines_is_told_once() {
        let mut report = Report::new("a.md");
        decode(
            "a\u{1B}[0m\nb\nc\u{1B}\n\u{202E}d\ne\u{1B}".as_bytes(),
            &mut report,
        );
        let told = report.into_problems();
        let told: Vec<_> = told
            .iter()
            .map(|told| (told.line, told.what.as_str()))
            .collect();
        let expected = [
            (
                Some(1),
                "hidden characters are left out: U+001B, and in 2 more lines",
            ),
            (Some(4), "hidden characters are left out: U+202E"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn only_what_is_lost_is_told() {
        check("a\u{2028}b", 0);
        check("| a</sup> \u{FE0F} |", 0);
        check("a \u{301}b", 1);
        check(&format!("a{}", "\u{301}".repeat(5)), 1);
        check(&format!("a{}", "\u{301}".repeat(4)), 0);
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
        check("`.vue`\u{200C}ها", 0);
    }
}
