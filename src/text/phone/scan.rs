//! A text → its digits, in the groups in which they stand, and what stands between them.

mod letters;

use std::ops::{Range, RangeInclusive};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(super) use self::letters::{has_dashes, has_signs};
use self::letters::{read_letters, read_signs};
use super::digit::{UNKNOWN, digit, is_dash, is_plain, look as seen_as};
use super::groups::{BLOCK_END, Digits, Group, Joint, Look};
use crate::text::clean::is_hidden;
use crate::text::grapheme::stands_alone;

/// So many separators may stand between the groups of a number as it is dialled: `) - (`.
const MAX_TIGHT: usize = 5;
/// So many signs and line ends may stand between groups that are still read as one.
const MAX_LOOSE: usize = 12;
/// So many characters, words among them, may stand between groups that are together an official number or nearly one.
const MAX_WORDS: usize = 40;
/// Kanji that stand right behind digits.
#[rustfmt::skip]
const BEHIND_DIGITS: [char; 26] = [
    '番', '號', '号', '迄', '宛', '行', '桁', '人', '回', '階', '日', '月', '年', '時', '分', '秒', '円', '元', '等', '他', '又', '万', '千',
    '億', '次', '個',
];
/// A sign of two digits, of which Unicode says nothing: 🔟.
const KEYCAP_TEN: char = '\u{1F51F}';
/// No tag that is looked for has more characters.
const MAX_TAG: usize = 200;

/// Where Unicode has signs that are a word each.
pub(super) const WORDS_IN_ONE: RangeInclusive<char> = '\u{2100}'..='\u{214F}';

/// How signs and letters among digits are read, which can be taken for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// Signs are what stands between digits, some letters are digits.
    Separators,
    /// Signs and more letters are digits that look like them.
    Digits,
    /// The same, but for dashes.
    DigitsButDashes,
    /// Letters are none, and digits that do not look like those beside them are the signs of items: `①0120`, `B996`.
    Items,
}

/// A character, folded.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    c: char,
    kind: Kind,
    /// Where the character that it comes from stands.
    at: u32,
    len: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit {
        value: u8,
        seen: u8,
        look: Look,
    },
    Plus,
    /// What people write between the groups of a number.
    Separator,
    Space,
    /// What ends a line or a part of a sentence.
    Punctuation,
    Letter,
    /// Part of a tag, of which the first character alone counts: `<span class="n">`.
    Tag,
    BlockEnd,
}

impl Cell {
    /// It is read as a digit.
    const fn become_digit(&mut self, value: u8, look: Look) {
        self.kind = Kind::Digit {
            value,
            seen: value,
            look,
        };
    }
}

impl Kind {
    const fn is_digit(self) -> bool {
        matches!(self, Self::Digit { .. })
    }
}

/// The digits of a text. Every character is folded for itself, so that positions stay those of the text; what cannot
/// be seen counts as not there.
pub(super) fn scan(text: &str, signs: Signs) -> Digits {
    digits(&cells(text), signs)
}

/// The same of characters that are folded already.
pub(super) fn digits(cells: &[Cell], signs: Signs) -> Digits {
    let mut grouping = Grouping {
        parts_looks: signs == Signs::Items,
        parts_circles: matches!(signs, Signs::Separators | Signs::Items),
        ..Grouping::default()
    };
    for cell in &read(cells, signs) {
        grouping.take(cell);
    }
    grouping.digits
}

/// Characters as they are read.
fn read(cells: &[Cell], signs: Signs) -> Vec<Cell> {
    let mut cells = cells.to_vec();
    if signs == Signs::DigitsButDashes {
        let dashes = cells.iter_mut().filter(|cell| is_dash(cell.c));
        dashes.for_each(|dash| dash.c = '-');
    }
    if matches!(signs, Signs::Digits | Signs::DigitsButDashes) {
        read_signs(&mut cells);
    }
    if signs != Signs::Items {
        read_letters(&mut cells);
    }
    cells
}

/// Each sign of a text that is read as a digit, and the digit: where signs and letters that look like digits make it these
/// digits, they are such.
pub(super) fn signs(text: &str, digits: &str) -> Vec<(Range<usize>, char)> {
    let cells = cells(text);
    let found = |signs: Signs| {
        let sign = |cell: &Cell| match cell.kind {
            Kind::Digit { value, .. } => {
                let at = cell.at as usize;
                Some((at..at + usize::from(cell.len), char::from(value)))
            }
            _ => None,
        };
        let read = read(&cells, signs);
        read.iter().filter_map(sign).collect::<Vec<_>>()
    };
    let with_signs = found(Signs::Digits);
    if with_signs
        .iter()
        .map(|(_, digit)| *digit)
        .eq(digits.chars())
    {
        with_signs
    } else {
        found(Signs::Separators)
    }
}

/// The characters of a text.
pub(super) fn cells(text: &str) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(text.len() / 2);
    let mut turned = false;
    for (at, c) in text.char_indices() {
        let len = u8::try_from(c.len_utf8()).unwrap_or(4);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let mut push = |c: char, kind: Kind| cells.push(Cell { c, kind, at, len });
        if stands_alone(c) {
            // Most of any text: NFKC leaves it as it is, and none of it is hidden or a mark.
            turned &= c != '\n';
            push(c, kind(c, look(c, turned)));
        } else if turns(c) {
            turned = true;
        } else if c == BLOCK_END || c == '\u{2028}' {
            turned = false;
            push(c, Kind::BlockEnd);
        } else if is_hidden(c) || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}') {
        } else if is_combining_mark(c) {
            cells.last_mut().map(strike);
        } else if digit(c).is_some() {
            push(c, kind(c, look(c, turned)));
        } else if is_word_in_one(c) {
            push(c, Kind::Letter);
        } else {
            let look = look(c, turned);
            let mut folded = false;
            for folds in std::iter::once(c).nfkc() {
                // `🄁` is a digit with a comma that belongs to it.
                if folded && folds == ',' {
                    continue;
                }
                folded |= digit(folds).is_some();
                push(folds, kind(folds, look));
            }
            if !folded && (c.is_numeric() || c == KEYCAP_TEN) {
                push(
                    c,
                    Kind::Digit {
                        value: UNKNOWN,
                        seen: UNKNOWN,
                        look,
                    },
                );
            }
        }
    }
    take_tags_out(&mut cells);
    take_words_out(&mut cells);
    cells
}

/// What it looks like if it is a digit.
const fn look(c: char, turned: bool) -> Look {
    match c {
        '\u{2460}'..='\u{249B}'
        | '\u{24EA}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}'
        | '\u{3220}'..='\u{32FF}'
        | '\u{1F100}'..='\u{1F10C}' => Look::Enclosed,
        _ if is_plain(c) && !turned => Look::Plain,
        _ => Look::Unusual,
    }
}

/// Whether a character is a whole word, whose letters are none beside digits: `℡`, `№`.
fn is_word_in_one(c: char) -> bool {
    WORDS_IN_ONE.contains(&c) && std::iter::once(c).nfkc().nth(1).is_some()
}

/// Whether a character makes what follows it run from right to left.
const fn turns(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
    )
}

/// A digit with a mark over it is not the digit that everybody knows.
fn strike(cell: &mut Cell) {
    if let Kind::Digit { look, .. } = &mut cell.kind {
        *look = Look::Unusual;
    }
}

/// What a folded character is, if one that is a digit looks like this.
fn kind(c: char, look: Look) -> Kind {
    if let Some(value) = digit(c) {
        let seen = if look == Look::Plain {
            None
        } else {
            seen_as(c)
        };
        return Kind::Digit {
            value,
            seen: seen.unwrap_or(value),
            look,
        };
    }
    match c {
        '+' => Kind::Plus,
        '\n' | '\r' | '\t' | '|' | '│' | '┃' | '║' | ',' | ';' | ':' | '!' | '?' | '…' | '‥'
        | '、' | '。' | '「' | '」' | '『' | '』' | '【' | '】' | '《' | '》' | '“' | '”' | '"'
        | '<' | '>' | '{' | '}' => Kind::Punctuation,
        'の' | 'ー' => Kind::Separator,
        // Nearly all of most texts: it takes the tables of Unicode long to say so.
        'a'..='z' | 'A'..='Z' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{4E00}'..='\u{9FFF}' => {
            Kind::Letter
        }
        _ if c.is_whitespace() || c == '\u{2800}' => Kind::Space,
        _ if c.is_alphabetic() => Kind::Letter,
        _ => Kind::Separator,
    }
}

/// Whether it is a kanji that is no digit.
fn is_kanji(cell: Option<&Cell>) -> bool {
    cell.is_some_and(|cell| {
        cell.kind == Kind::Letter && matches!(cell.c, '々' | '\u{3400}'..='\u{9FFF}')
    })
}

/// Tags without digits stand between groups like punctuation, however long they are.
fn take_tags_out(cells: &mut [Cell]) {
    let mut from = 0;
    while let Some(next) = cells[from..].iter().position(|cell| cell.c == '<') {
        let at = from + next;
        from = at + 1;
        let named = |next: &Cell| next.c == '/' || next.c.is_ascii_alphabetic();
        if !cells.get(from).is_some_and(named) {
            continue;
        }
        let inner = |cell: &&Cell| cell.c != '>' && !cell.kind.is_digit();
        let length = cells[from..].iter().take(MAX_TAG).take_while(inner).count();
        if let Some(tag) = cells.get_mut(from..=from + length)
            && tag[length].c == '>'
        {
            for cell in tag {
                cell.kind = Kind::Tag;
            }
            cells[at].kind = Kind::Punctuation;
            from += length;
        }
    }
}

/// Kanji digits in words are none: 第一, 一度, 三田, 次の三桁.
fn take_words_out(cells: &mut [Cell]) {
    for at in 0..cells.len() {
        if !matches!(cells[at].c, '一'..='鿿') || cells[at].c == '零' || !cells[at].kind.is_digit()
        {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| cells.get(before));
        let behind = cells.get(at + 1);
        let is_digit = |cell: Option<&Cell>| cell.is_some_and(|cell| cell.kind.is_digit());
        let spaces = cells[..at]
            .iter()
            .rev()
            .take_while(|cell| cell.kind == Kind::Space)
            .count();
        let further = cells[..at - spaces].last();
        let begins = further.is_none_or(|cell| {
            matches!(cell.kind, Kind::Letter | Kind::Punctuation | Kind::BlockEnd)
        });
        let counts = behind.is_some_and(|cell| cell.c == '桁');
        // `0120-996-012 三井ビル`, but not `三番`.
        let named = spaces > 0 && behind.is_some_and(|cell| !BEHIND_DIGITS.contains(&cell.c));
        let word = counts || is_kanji(before) || (begins || named) && is_kanji(behind);
        if word && !is_digit(before) && !is_digit(behind) {
            cells[at].kind = Kind::Letter;
        }
    }
}

/// What stands between two groups.
#[derive(Default)]
struct Gap {
    chars: usize,
    letters: bool,
    punctuation: bool,
    block: bool,
}

impl Gap {
    const fn joint(&self) -> Joint {
        match self {
            Self { chars, .. } if *chars > MAX_WORDS => Joint::Break,
            Self { block: true, .. } => Joint::Block,
            Self { letters: true, .. } => Joint::Words,
            Self { chars, .. } if *chars > MAX_LOOSE => Joint::Words,
            Self {
                punctuation: true, ..
            } => Joint::Loose,
            Self { chars, .. } if *chars > MAX_TIGHT => Joint::Loose,
            _ => Joint::Tight,
        }
    }
}

/// The plus sign before a group.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Plus {
    #[default]
    None,
    /// That of a country.
    Number,
    /// Two of them, which are none: `C++11`.
    Twice,
    /// One behind digits and white space: with more behind it, it adds (`25 + 27`).
    Sum,
}

#[derive(Default)]
struct Grouping {
    digits: Digits,
    gap: Gap,
    plus: Plus,
    /// What the last character was, if it was no digit.
    last: Option<Kind>,
    /// Digits that look otherwise than those before them, or are of another width, are another group.
    parts_looks: bool,
    /// Digits in circles may be the signs of items, and are another group than others behind them.
    parts_circles: bool,
    /// How many bytes the last digit has.
    width: u8,
    /// All that stands behind the last digit is an `e`, as in `1.8e+12`.
    exponent: bool,
}

impl Grouping {
    fn take(&mut self, cell: &Cell) {
        if let Kind::Digit { value, seen, look } = cell.kind {
            self.digit(value, seen, look, cell);
            return;
        }
        self.gap.chars += usize::from(cell.kind != Kind::Tag);
        let last = self.last.replace(cell.kind);
        let behind_digit = self.gap.chars == 1 && !self.digits.groups.is_empty();
        let exponent = std::mem::replace(
            &mut self.exponent,
            behind_digit && matches!(cell.c, 'e' | 'E'),
        );
        match cell.kind {
            Kind::Plus if exponent => self.plus = Plus::None,
            Kind::Plus if last == Some(Kind::Plus) => self.plus = Plus::Twice,
            Kind::Plus => {
                let spaced = last == Some(Kind::Space);
                let sum = spaced && self.gap.chars == 2 && !self.digits.groups.is_empty();
                self.plus = if sum { Plus::Sum } else { Plus::Number };
            }
            Kind::Letter => {
                self.gap.letters = true;
                self.plus = Plus::None;
            }
            Kind::BlockEnd => {
                self.gap.block = true;
                self.plus = Plus::None;
            }
            Kind::Punctuation => {
                self.gap.punctuation = true;
                self.plus = Plus::None;
            }
            Kind::Space => {
                // In columns a plus belongs to what stands before it.
                let in_columns = last == Some(Kind::Space);
                if self.plus == Plus::Sum || in_columns && self.plus == Plus::Number {
                    self.plus = Plus::None;
                }
            }
            // `+=` adds.
            Kind::Separator if cell.c == '=' && last == Some(Kind::Plus) => self.plus = Plus::None,
            Kind::Separator | Kind::Tag | Kind::Digit { .. } => {}
        }
    }

    fn digit(&mut self, value: u8, seen: u8, look: Look, cell: &Cell) {
        let gap = std::mem::take(&mut self.gap);
        self.last = None;
        let plus = std::mem::take(&mut self.plus);
        // The number of no country begins with 0.
        let plus = matches!(plus, Plus::Number | Plus::Sum) && value != b'0';
        let range = cell.at as usize..cell.at as usize + usize::from(cell.len);
        let at = self.digits.values.len();
        let look = if look == Look::Enclosed && !self.parts_circles {
            Look::Unusual
        } else {
            look
        };
        let width = std::mem::replace(&mut self.width, cell.len);
        let parts = |group: &Group| {
            // Digits in circles are the numbers of items, where others follow.
            group.look == Look::Enclosed && look != Look::Enclosed
                || self.parts_looks
                    && (width != cell.len || (group.look == Look::Plain) != (look == Look::Plain))
        };
        self.digits.values.push(char::from(value));
        self.digits.seen.push(char::from(seen));
        match self.digits.groups.last_mut() {
            Some(group) if gap.chars == 0 && !parts(group) => {
                group.digits.end = at + 1;
                group.range.end = range.end;
                group.look = group.look.max(look);
            }
            last => {
                let joint = match last {
                    None => Joint::Break,
                    Some(_) if gap.chars == 0 => Joint::Loose,
                    Some(_) => gap.joint(),
                };
                let gap = gap.chars;
                self.digits.groups.push(Group {
                    plus,
                    digits: at..at + 1,
                    range,
                    joint,
                    gap,
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
    fn what_is_told_to_be_a_letter_without_the_tables_is_one_by_them() {
        let others = ['の', 'ー'];
        for c in ('\0'..=char::MAX).filter(|&c| digit(c).is_none() && !others.contains(&c)) {
            let is_letter = kind(c, Look::Plain) == Kind::Letter;
            assert_eq!(is_letter, c.is_alphabetic(), "{c:?}");
        }
    }
}
