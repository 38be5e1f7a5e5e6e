//! Telephone numbers in texts. A wrong one is the worst thing a support guide can say, so every text is searched for
//! what a reader could take for one and dial.

use std::collections::HashSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// How many separators may stand between two groups of digits: `) - `.
const MAX_GAP: usize = 3;

/// The most digits a number can have, with the prefix for calls abroad.
const MAX_DIGITS: usize = 18;

/// What is dialled in Japan before the number of another country.
const ABROAD: &str = "010";

/// The official numbers.
#[derive(Debug, Default)]
pub(super) struct PhoneBook {
    /// Digits only, as they are dialled within Japan.
    numbers: HashSet<String>,
}

/// A telephone number, in the form in which numbers are compared: its digits as dialled within Japan, with a `+` before
/// those of other countries. `None` if the text is anything but a telephone number.
pub(super) fn normalized(text: &str) -> Option<String> {
    let folded: String = text.nfkc().collect();
    if let Some(short) = folded.trim().strip_prefix('#') {
        // Japan's short numbers for advice: #7119, #9110.
        let good = short.len() == 4 && short.bytes().all(|c| c.is_ascii_digit());
        return good.then(|| format!("#{short}"));
    }
    if !folded
        .trim()
        .chars()
        .all(|c| matches!(kind(c), Kind::Digit(_) | Kind::Gap | Kind::Plus))
    {
        return None;
    }
    let runs = runs(text);
    let [run] = runs.as_slice() else { return None };
    let (plus, digits) = (run.first()?.plus, joined(run));
    let short = digits.len() == 3 && digits.starts_with('1');
    match whole(plus, &digits) {
        _ if short && !plus => Some(digits),
        number => number,
    }
}

impl PhoneBook {
    /// Of numbers that are [`normalized`].
    pub(super) const fn new(numbers: HashSet<String>) -> Self {
        Self { numbers }
    }

    pub(super) fn contains(&self, number: &str) -> bool {
        self.numbers.contains(number)
    }

    /// Where the text holds something like a telephone number that is none of the official ones.
    pub(super) fn strangers(&self, text: &str) -> Vec<Range<usize>> {
        if text.chars().filter(|&c| may_be_digit(c)).take(8).count() < 8 {
            return Vec::new();
        }
        let runs = runs(text);
        runs.iter().flat_map(|run| self.strangers_in(run)).collect()
    }

    fn strangers_in(&self, run: &[Group]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < run.len() {
            let (end, strange) = self.number_at(&run[first..]).unwrap_or((1, false));
            if strange {
                found.push(run[first].start..run[first + end - 1].end);
            }
            first += end;
        }
        found
    }

    /// The number that begins with the first of these groups: how many groups it takes, and whether it is strange.
    fn number_at(&self, groups: &[Group]) -> Option<(usize, bool)> {
        let plus = groups[0].plus;
        let mut digits = String::new();
        let mut strange = None;
        for (index, group) in groups.iter().enumerate() {
            digits.push_str(&group.digits);
            if digits.len() > MAX_DIGITS {
                break;
            }
            let number = whole(plus, &digits).or_else(|| american(&groups[..=index]));
            match number {
                Some(number) if self.contains(&number) => return Some((index + 1, false)),
                // Numbers of other countries have no fixed length: then as much as can belong to it does.
                Some(_) if plus || digits.starts_with(ABROAD) || strange.is_none() => {
                    strange = Some((index + 1, true));
                }
                _ => {}
            }
        }
        strange
    }
}

/// Digits that stand together.
#[derive(Debug, Default)]
struct Group {
    plus: bool,
    digits: String,
    start: usize,
    end: usize,
}

enum Kind {
    Digit(char),
    Plus,
    /// What people write between the groups of a number.
    Gap,
    /// As in a time: the one or two digits before it belong to it.
    Colon,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit(c),
        '+' => Kind::Plus,
        ':' => Kind::Colon,
        '-' | ' ' | '(' | ')' | '.' | '・' | 'ー' | '·' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
            Kind::Gap
        }
        '〇' => Kind::Digit('0'),
        '一' => Kind::Digit('1'),
        '二' => Kind::Digit('2'),
        '三' => Kind::Digit('3'),
        '四' => Kind::Digit('4'),
        '五' => Kind::Digit('5'),
        '六' => Kind::Digit('6'),
        '七' => Kind::Digit('7'),
        '八' => Kind::Digit('8'),
        '九' => Kind::Digit('9'),
        _ => Kind::Other,
    }
}

/// Whether a character could be a digit once it is folded. Too generous, but quick for what is nearly all of a guide.
fn may_be_digit(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_digit(),
        'ぁ'..='ヿ' => false,
        '〇' | '一'..='鿿' => matches!(kind(c), Kind::Digit(_)),
        _ => c.is_numeric(),
    }
}

/// The groups of digits in a text, in runs with nothing but gaps in between. Every character is folded for itself, so
/// that positions stay those of the text.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = vec![Vec::new()];
    let (mut gap, mut plus) = (0, false);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        for c in std::iter::once(c).nfkc() {
            match kind(c) {
                Kind::Digit(digit) => {
                    if let Some(run) = runs.last_mut() {
                        push_digit(run, digit, gap, plus, at..end);
                    }
                    (gap, plus) = (0, false);
                }
                Kind::Gap if gap < MAX_GAP => gap += 1,
                other => {
                    plus = matches!(other, Kind::Plus);
                    if let (Kind::Colon, 0, Some(run)) = (other, gap, runs.last_mut()) {
                        run.pop_if(|group| group.digits.len() <= 2);
                    }
                    gap = 0;
                    runs.push(Vec::new());
                }
            }
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn push_digit(run: &mut Vec<Group>, digit: char, gap: usize, plus: bool, at: Range<usize>) {
    match run.last_mut() {
        Some(group) if gap == 0 => {
            group.digits.push(digit);
            group.end = at.end;
        }
        _ => run.push(Group {
            plus,
            digits: String::from(digit),
            start: at.start,
            end: at.end,
        }),
    }
}

fn joined(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// These digits as one number, if they are as many as one has and begin as one does.
fn whole(plus: bool, digits: &str) -> Option<String> {
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
fn american(groups: &[Group]) -> Option<String> {
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let shaped = match lengths.as_slice() {
        [3, 3, 4] => groups[0].digits.as_bytes()[0] >= b'2',
        [1, 3, 3, 4] => groups[0].digits == "1",
        _ => false,
    };
    shaped.then(|| format!("+1{}", joined(&groups[groups.len() - 3..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strangers(text: &str) -> Vec<&str> {
        let book = PhoneBook::new(["0120996012".to_owned(), "188".to_owned()].into());
        book.strangers(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(strangers(text), expected, "{text:?}");
    }

    #[test]
    fn strange_numbers_are_found_however_they_are_written() {
        check("電話は0120-996-013へ", &["0120-996-013"]);
        check("0120996013", &["0120996013"]);
        check(
            "０１２０－９９６－０１３です",
            &["０１２０－９９６－０１３"],
        );
        check(
            "(03) 1234-5678, 090.1234.5678",
            &["03) 1234-5678", "090.1234.5678"],
        );
        check(
            "+81 120 996 013 or +1 (866) 579-7172",
            &["81 120 996 013", "1 (866) 579-7172"],
        );
        check(
            "call 1-866-579-7172 or 866-579-7172",
            &["1-866-579-7172", "866-579-7172"],
        );
        check("〇一二〇ー九九六ー〇一三", &["〇一二〇ー九九六ー〇一三"]);
        check("①② 0120‐996‑013", &["0120‐996‑013"]);
        check("010-1-866-579-7172", &["010-1-866-579-7172"]);
        check("0120-996-0123", &["0120-996-0123"]);
        check("0120-996-012 0120-996-013", &["0120-996-013"]);
        check("9:00 0120-996-013 21:00", &["0120-996-013"]);
    }

    #[test]
    fn the_official_number_is_known_however_it_is_written() {
        check("0120-996-012", &[]);
        check("０１２０（９９６）０１２、0120 996 012 9:00", &[]);
        check("+81-120-996-012 or +81 (0)120 996 012", &[]);
    }

    #[test]
    fn times_dates_and_cards_are_no_numbers() {
        for text in [
            "9:00–21:00",
            "09:00-21:00 09:00-21:00",
            "Mo-Su 09:00-21:00",
            "2026-11-01",
            "2026年11月1日 09:00〜21:00",
            "01.11.2026 10:00",
            "01/11/2026",
            "1234-5678-9012-3456",
            "下4桁（1234）",
            "1080 × 1920, 100,000,000",
            "24/7",
            "12345678901",
            "2026-11-01T09:00:00+09:00",
            "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.",
        ] {
            check(text, &[]);
        }
    }

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
}
