//! Small looks at lines and what stands at their beginning.

/// The spaces before a line, a tab being as many as lead to the next fourth column.
pub(super) fn indent(line: &str) -> usize {
    let mut columns = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// A line without so many columns of white space at its beginning, as far as there are; and how many were taken.
pub(super) fn dedent(line: &str, columns: usize) -> (std::borrow::Cow<'_, str>, usize) {
    let mut taken = 0;
    for (at, byte) in line.bytes().enumerate() {
        if taken >= columns {
            return (line[at..].into(), taken);
        }
        match byte {
            b' ' => taken += 1,
            b'\t' => {
                let wide = 4 - taken % 4;
                if taken + wide > columns {
                    let left = taken + wide - columns;
                    return (
                        format!("{}{}", " ".repeat(left), &line[at + 1..]).into(),
                        columns,
                    );
                }
                taken += wide;
            }
            _ => return (line[at..].into(), taken),
        }
    }
    ("".into(), taken)
}

/// How long the marks of quotes before a line are, of so many quotes at most, and how many there are.
pub(super) fn quotes(line: &str, most: usize) -> (usize, usize) {
    let bytes = line.as_bytes();
    let (mut at, mut count) = (0, 0);
    while count < most {
        let spaces = bytes[at..].iter().take_while(|&&byte| byte == b' ').count();
        // In a list a quote stands farther in; there is no code that deep.
        if bytes.get(at + spaces) != Some(&b'>') || spaces > 8 {
            break;
        }
        at += spaces + 1;
        at += usize::from(bytes.get(at) == Some(&b' '));
        count += 1;
    }
    (at, count)
}

/// The columns that a list's marker and the space behind it take, if a line begins with one.
pub(super) fn marker(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let length = match bytes.first()? {
        b'-' | b'*' | b'+' => 1,
        // What a term means stands farther in, as an item does.
        b':' if bytes.get(1) == Some(&b' ') => 1,
        b'0'..=b'9' => {
            let digits = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if digits > 9 || !matches!(bytes.get(digits), Some(b'.' | b')')) {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let spaces = bytes[length..]
        .iter()
        .take_while(|&&byte| byte == b' ')
        .count();
    match (spaces, bytes.get(length)) {
        (1..=4, _) if bytes.len() > length + spaces => Some(length + spaces),
        (0, None | Some(b'\t')) | (1.., _) => Some(length + 1),
        _ => None,
    }
}

/// Where an opening fence of code leads: its sign and how many of them.
pub(super) fn fence(line: &str) -> Option<(u8, usize)> {
    let sign = *line.as_bytes().first()?;
    if sign != b'`' && sign != b'~' {
        return None;
    }
    let length = line.bytes().take_while(|&byte| byte == sign).count();
    let info = &line[length..];
    (length >= 3 && (sign == b'~' || !info.contains('`'))).then_some((sign, length))
}

/// Whether a line ends a fence.
pub(super) fn ends_fence(line: &str, sign: u8, length: usize) -> bool {
    let line = line.trim();
    line.len() >= length && line.bytes().all(|byte| byte == sign)
}

/// Which lines of a text stand in fences of code, asked of one after the other.
#[derive(Default)]
pub(in crate::guide) struct Fences(Option<(u8, usize)>);

impl Fences {
    /// Whether the next line is within one, or ends one; that which begins one is not.
    pub fn have(&mut self, line: &str) -> bool {
        let Some((sign, length)) = self.0 else {
            self.0 = fence(line);
            return false;
        };
        if ends_fence(line, sign, length) {
            self.0 = None;
        }
        true
    }

    /// Whether one is open behind the last line.
    pub const fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

/// The pieces of lines that are no code: neither in fences nor set farther in behind an empty line nor between backticks.
pub(super) fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut fences = Fences::default();
    let (mut was_blank, mut in_code) = (true, false);
    let lines = text.lines().filter(move |line| {
        let body = line.trim_start_matches([' ', '\t', '>']);
        if fences.have(body) {
            return false;
        }
        let is_blank = body.is_empty();
        in_code = !is_blank && indent(line) >= 4 && (was_blank || in_code);
        was_blank = is_blank;
        !fences.is_open() && !in_code
    });
    lines.flat_map(|line| line.split('`').step_by(2))
}

/// The beginning of a text, in which the end of something is looked for: a line may be as long as the file.
pub(super) fn near(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// The line that a text begins with, if it ends soon.
pub(super) fn short_line(text: &str) -> Option<&str> {
    const LONGEST: usize = 1_000;
    let near = near(text, LONGEST);
    match near.find('\n') {
        Some(end) => Some(&near[..end]),
        None => (near.len() == text.len()).then_some(near),
    }
}

/// Chinese, Japanese and Korean characters and their punctuation.
pub(super) const fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FFEF}'
        | '\u{1AFF0}'..='\u{1B16F}'
        | '\u{20000}'..='\u{3FFFD}'
    )
}
