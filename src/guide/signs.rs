//! How much Markdown a text has, before anybody parses it: a parser makes a part of each sign, and a table of a few
//! kilobytes can have a million cells.

/// Reads an article's body up to the line at which it has had `most` signs: the number of that line, from 0; `None` where
/// the whole text has fewer.
///
/// Signs are the characters that begin or end markup, the markers of lists, the ends of lines, and the cells of tables, also
/// those that their rows lack. Counted too high where they stand for themselves, as in code.
pub(super) fn line_beyond(text: &str, most: usize) -> Option<usize> {
    let mut count = 0;
    let mut row = 0;
    let mut before = 0;
    text.split('\n').position(|line| {
        count += 1 + markup(line);
        match Table::of(line) {
            Table::Rule(columns) => row = columns + before / NAME,
            Table::Row => count += row,
            Table::End => row = 0,
        }
        before = line.len();
        count > most
    })
}

/// Where a table is too wide, each row repeats the names of its columns: so many bytes of them count as a sign.
const NAME: usize = 6;

/// Signs in a line.
fn markup(line: &str) -> usize {
    let bytes = line.as_bytes();
    let is_sign = |at: usize| match bytes[at] {
        b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'&' | b'|' | b'`' | b'\\' | b'!' | b'~' => true,
        b'-' | b'+' => bytes.get(at + 1) == Some(&b' '),
        b'.' | b')' => bytes.get(at + 1) == Some(&b' ') && at > 0 && bytes[at - 1].is_ascii_digit(),
        _ => false,
    };
    (0..bytes.len()).filter(|&at| is_sign(at)).count()
}

/// What a line may be to a table.
enum Table {
    /// The line below its head, and how many columns it has.
    Rule(usize),
    Row,
    /// A table ends at the first empty line.
    End,
}

impl Table {
    fn of(line: &str) -> Self {
        let has = |byte: u8| line.bytes().any(|other| other == byte);
        let is_rule = line.bytes().all(|byte| b"|:- \t>\r".contains(&byte));
        if is_rule && has(b'-') && (has(b'|') || has(b':')) {
            Self::Rule(line.bytes().filter(|&byte| byte == b'|').count() + 1)
        } else if line.trim_matches([' ', '\t', '>', '\r']).is_empty() {
            Self::End
        } else {
            Self::Row
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, signs: usize) {
        assert_eq!(line_beyond(text, signs), None, "{text}");
        assert!(line_beyond(text, signs - 1).is_some(), "{text}");
    }

    #[test]
    fn signs_are_counted() {
        check("", 1);
        check("plain text, 3.5 - and a dot. (No more)", 2);
        check("a **b** [c](d)\n", 8);
        check("- a\n- b\n1. c\n2) d", 8);
        check("|a|b|\n|-|-|\n", 4 + 4 + 1);
    }

    #[test]
    fn rows_count_the_cells_that_they_lack() {
        let table = format!("{}|\n{}|\n", "|a".repeat(100), "|-".repeat(100));
        let lines = 2 * (101 + 1);
        check(&table, lines + 1);
        check(&format!("{table}\na\na\n"), lines + 4);
        check(&format!("{table}a\na"), lines + 2 * (1 + 102 + 201 / NAME));
    }

    #[test]
    fn the_line_is_told() {
        assert_eq!(line_beyond("a\nb\n**c**\nd", 5), Some(2));
    }
}
