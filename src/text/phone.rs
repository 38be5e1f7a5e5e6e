//! Telephone numbers in texts: the digits, in whatever script, in the groups in which they stand, and the one form in
//! which numbers are compared. Whoever looks for numbers decides what a group means to him.

mod digit;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::clean::is_hidden;
use super::grapheme::stands_alone;
use digit::{digit, kanji_digit, letter_digit};

/// How many separators may stand between two groups of digits: `) - `.
const MAX_GAP: usize = 3;

/// The most digits a number can have, with the prefix for calls abroad.
pub const MAX_DIGITS: usize = 18;

/// What is dialled in Japan before the number of another country.
pub const ABROAD: &str = "010";

/// How freely a number may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As the authors of texts write numbers.
    Usual,
    /// However somebody types or pastes one: with more kinds of separators, and letters in the place of digits.
    Free,
}

/// Digits that stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// A plus sign stands before it.
    pub plus: bool,
    /// As ASCII.
    pub digits: String,
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Something else than separators, or nothing, stands before it.
    pub first: bool,
    /// A colon follows at once, as in a time.
    pub colon: bool,
    pub look: Look,
}

/// What digits look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Digits,
    /// Some of them are letters: `O120`.
    Letters,
    /// They are in circles, as items of a list are numbered: `①`.
    Circled,
}

/// A telephone number, in the form in which numbers are compared: its digits as dialled within Japan, with a `+` before
/// those of other countries. `None` if the text is anything but a telephone number.
pub fn normalized(text: &str) -> Option<String> {
    let folded: String = text.nfkc().collect();
    if let Some(short) = folded.trim().strip_prefix('#') {
        // Japan's short numbers for advice: #7119, #9110.
        let good = short.len() == 4 && short.bytes().all(|c| c.is_ascii_digit());
        return good.then(|| format!("#{short}"));
    }
    let number = |c| {
        matches!(
            kind(c, Spelling::Usual),
            Kind::Digit(_) | Kind::Gap | Kind::Plus
        )
    };
    if !folded.trim().chars().all(number) {
        return None;
    }
    let groups = groups(text, Spelling::Usual);
    let (first, rest) = groups.split_first()?;
    if rest.iter().any(|group| group.first) {
        return None;
    }
    let digits = joined(&groups);
    let short = digits.len() == 3 && digits.starts_with('1');
    if short && !first.plus {
        return Some(digits);
    }
    whole(first.plus, &digits)
}

/// The groups of digits in a text, in order. Every character is folded for itself, so that positions stay those of the
/// text; what cannot be seen counts as not there.
pub fn groups(text: &str, spelling: Spelling) -> Vec<Group> {
    let mut cells = cells(text, spelling);
    if spelling == Spelling::Free {
        read_letters(&mut cells);
    }
    let mut scan = Scan::default();
    for cell in &cells {
        scan.take(cell);
    }
    scan.groups
}

/// Whether a character could be a digit once it is folded. Too generous, but quick for what is nearly all of a text.
pub fn may_be_digit(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_digit(),
        '\u{3000}'..='\u{3006}' | '\u{3008}'..='\u{3020}' | 'ぁ'..='ヿ' => false,
        '〇' | '一'..='鿿' => kanji_digit(c).is_some(),
        // Radicals, squared words and other forms of kanji, some of which fold to digits: `⼀`, `㋀`.
        '\u{2F00}'..='\u{2FDF}'
        | '\u{3200}'..='\u{33FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{1F200}'..='\u{1F2FF}' => true,
        _ => c.is_numeric(),
    }
}

/// The digits of groups as one.
pub fn joined(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// These digits as one number, if they are as many as one has and begin as one does.
pub fn whole(plus: bool, digits: &str) -> Option<String> {
    let bytes = digits.as_bytes();
    let length = bytes.len();
    if plus {
        return (8..=15)
            .contains(&length)
            .then(|| match digits.strip_prefix("81") {
                Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
                None => format!("+{digits}"),
            });
    }
    let domestic = matches!(length, 10 | 11) && bytes[0] == b'0' && bytes[1] != b'0';
    let abroad = (12..=MAX_DIGITS).contains(&length) && digits.starts_with(ABROAD);
    (domestic || abroad).then(|| digits.to_owned())
}

/// 866-579-7172 and 1-866-579-7172.
pub fn american(groups: &[Group]) -> Option<String> {
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let shaped = match lengths.as_slice() {
        [3, 3, 4] => groups[0].digits.as_bytes()[0] >= b'2',
        [1, 3, 3, 4] => groups[0].digits == "1",
        _ => false,
    };
    shaped.then(|| format!("+1{}", joined(&groups[groups.len() - 3..])))
}

/// A character of the text, folded.
struct Cell {
    c: char,
    kind: Kind,
    /// Where the character that it comes from stands.
    range: Range<usize>,
    circled: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit(char),
    /// A letter that is read as this digit.
    Letter(char),
    Plus,
    /// What people write between the groups of a number.
    Gap,
    /// As in a time: the one or two digits before it belong to it.
    Colon,
    Other,
}

fn kind(c: char, spelling: Spelling) -> Kind {
    if let Some(digit) = digit(c) {
        return Kind::Digit(digit);
    }
    match c {
        '+' => Kind::Plus,
        ':' => Kind::Colon,
        '-' | ' ' | '(' | ')' | '.' | '・' | 'ー' | '·' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
            Kind::Gap
        }
        '/' | ',' | '_' | '~' | '〜' | '*' | '[' | ']' | '〔' | '〕' | 'の' | '•' | '⁃' | '‧'
        | '∙' | '⋅' | '\t' | '\n' | '\r' | '|' | '─' | '━'
            if spelling == Spelling::Free =>
        {
            Kind::Gap
        }
        _ => Kind::Other,
    }
}

fn cells(text: &str, spelling: Spelling) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (at, c) in text.char_indices() {
        if stands_alone(c) {
            // Most of any text: NFKC leaves it as it is, and none of it is hidden, a mark or in a circle.
            cells.push(Cell {
                c,
                kind: kind(c, spelling),
                range: at..at + c.len_utf8(),
                circled: false,
            });
            continue;
        }
        // Also the frame and the selector of `1️⃣`.
        if is_hidden(c) || is_combining_mark(c) || ('\u{FE00}'..='\u{FE0F}').contains(&c) {
            continue;
        }
        let range = at..at + c.len_utf8();
        let circled = spelling == Spelling::Free && is_circled(c);
        let mut push = |c| {
            cells.push(Cell {
                c,
                kind: kind(c, spelling),
                range: range.clone(),
                circled,
            });
        };
        // Of some NFKC makes letters: `Ⅰ`.
        if digit(c).is_some() {
            push(c);
        } else {
            std::iter::once(c).nfkc().for_each(push);
        }
    }
    cells
}

/// ①, ⑴, ⒈, ⓪, ⓵ and the others of their kinds.
const fn is_circled(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}')
}

/// Letters that look like digits are digits where nothing but such letters stands between digits and others: `O120`,
/// `0l2`, but not `tel0120`.
fn read_letters(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let letters = cells[at..]
            .iter()
            .take_while(|cell| is_letter(cell))
            .count();
        let end = at + letters.max(1);
        let digit_at = |at: Option<usize>| {
            at.and_then(|at| cells.get(at))
                .is_some_and(|cell| matches!(cell.kind, Kind::Digit(_)))
        };
        if letters > 0 && (digit_at(at.checked_sub(1)) || digit_at(Some(end))) {
            let read: Option<Vec<char>> = cells[at..end]
                .iter()
                .map(|cell| letter_digit(cell.c))
                .collect();
            for (cell, digit) in cells[at..end].iter_mut().zip(read.unwrap_or_default()) {
                cell.kind = Kind::Letter(digit);
            }
        }
        at = end;
    }
}

/// A letter of an alphabet: kana and kanji stand beside a number without a space.
fn is_letter(cell: &Cell) -> bool {
    cell.kind == Kind::Other && cell.c.is_alphabetic() && cell.c < '\u{2E80}'
}

#[derive(Default)]
struct Scan {
    groups: Vec<Group>,
    gap: usize,
    plus: bool,
    broken: bool,
}

impl Scan {
    fn take(&mut self, cell: &Cell) {
        match cell.kind {
            Kind::Digit(digit) if cell.circled => self.digit(digit, Look::Circled, cell),
            Kind::Digit(digit) => self.digit(digit, Look::Digits, cell),
            Kind::Letter(digit) => self.digit(digit, Look::Letters, cell),
            Kind::Gap if self.gap < MAX_GAP => self.gap += 1,
            other => {
                self.plus = other == Kind::Plus;
                if let (Kind::Colon, 0, false, Some(group)) =
                    (other, self.gap, self.broken, self.groups.last_mut())
                {
                    group.colon = true;
                }
                self.gap = 0;
                self.broken = true;
            }
        }
    }

    fn digit(&mut self, digit: char, look: Look, cell: &Cell) {
        let gap = std::mem::take(&mut self.gap);
        let plus = std::mem::take(&mut self.plus);
        let broken = std::mem::take(&mut self.broken);
        let circled = |look: Look| look == Look::Circled;
        match self.groups.last_mut() {
            Some(group) if gap == 0 && !broken && circled(group.look) == circled(look) => {
                group.digits.push(digit);
                group.range.end = cell.range.end;
                if look == Look::Letters {
                    group.look = look;
                }
            }
            last => {
                let first = broken || last.is_none_or(|group| circled(group.look) != circled(look));
                self.groups.push(Group {
                    plus,
                    digits: String::from(digit),
                    range: cell.range.clone(),
                    first,
                    colon: false,
                    look,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        for (text, expected) in [
            ("0120-996-012", Some("0120996012")),
            ("+81-120-996-012", Some("0120996012")),
            (" 03（1234）5678 ", Some("0312345678")),
            ("+1 866 579 7172", Some("+18665797172")),
            ("188", Some("188")),
            ("＃9110", Some("#9110")),
            ("996-012", None),
            ("0120-996-01", None),
            ("phone", None),
            ("0120-996-012 (free)", None),
            ("0120-996-012+0120-996-012", None),
            ("", None),
        ] {
            assert_eq!(normalized(text).as_deref(), expected, "{text:?}");
        }
    }

    /// The groups, separated by spaces; those that begin anew stand behind a bar.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown: String = groups(text, Spelling::Free)
            .iter()
            .map(|group| {
                assert!(text.get(group.range.clone()).is_some(), "{text:?}");
                let before = if group.first { "|" } else { " " };
                let plus = if group.plus { "+" } else { "" };
                let letters = if group.look == Look::Letters { "?" } else { "" };
                format!("{before}{plus}{}{letters}", group.digits)
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn digits_of_all_scripts_are_digits() {
        check("０１２０－９９６", "|0120 996");
        check("٠١٢٠-٩٩٦", "|0120 996");
        check("〇一二〇の九九六", "|0120 996");
        check("零壱弐零", "|0120");
        check("1\u{FE0F}\u{20E3}2\u{FE0F}\u{20E3}", "|12");
        check("𝟎𝟏𝟐𝟎", "|0120");
        check("①0120", "|1|0120");
        check("0\u{200B}1\u{2060}2\u{AD}0", "|0120");
    }

    #[test]
    fn no_digit_is_overlooked() {
        for c in '\0'..=char::MAX {
            let mut folded = std::iter::once(c).nfkc();
            assert!(
                may_be_digit(c) || !folded.any(|c| digit(c).is_some()),
                "{c:?}"
            );
        }
    }

    #[test]
    fn the_shortcut_takes_only_what_would_stay_as_it_is() {
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            assert!(std::iter::once(c).nfkc().eq([c]), "{c:?}");
            assert!(
                !is_hidden(c) && !is_combining_mark(c) && !is_circled(c),
                "{c:?}"
            );
        }
    }

    #[test]
    fn letters_are_digits_only_among_digits() {
        check("O12O-996-Ol2", "|0120? 996 012?");
        check("О12О", "|0120?");
        check("tel0120", "|0120");
        check("to 0120 oil", "|0120");
        check("0120x5", "|0120|5");
    }

    #[test]
    fn what_is_no_separator_begins_anew() {
        check("0120/996_012", "|0120 996 012");
        check("(+81) 120\n996", "|+81 120 996");
        check("0120か996", "|0120|996");
        check("0120 -  - 996", "|0120|996");
        check("20:48 0120", "|20|48 0120");
    }
}
