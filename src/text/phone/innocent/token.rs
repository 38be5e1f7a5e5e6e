//! Tokens, hashes and other hexadecimal digits.

use std::ops::Range;

use super::Marking;
use super::identifier::{ahead, back};

/// Digits of a token that could be a number, and the least length of a hash and of its turns from letters to digits and back.
const LEAST_IN_TOKEN: usize = 5;
const LEAST_HASH: usize = 6;
const LEAST_TURNS: usize = 3;
/// So many hexadecimal digits are no word.
const LEAST_HEX: usize = 8;
/// No number within Japan has more digits.
const MAX_NUMBER: usize = 11;
/// So many words of hexadecimal digits make those beside them some too; of pairs one does in a row that no number is as long as.
const LEAST_IN_ROW: usize = 3;
const LEAST_PAIRS: usize = 12;
/// As many hexadecimal digits has a place in memory.
const OF_MEMORY: [usize; 3] = [8, 12, 16];

impl Marking<'_> {
    /// `550e8400-e29b-41d4-a716-446655440000`, `01:23:45:67:89:ab`, `W/"33a64df5-0120996013"`: what has the shape of a token as a
    /// whole, whatever its digits are.
    pub(super) fn token(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let length = self.len(at);
        // A token is looked at when its first digits are.
        let inner = |c: char| c.is_ascii_hexdigit() || c == '-' || c == ':';
        let first = at == 0 || self.gap(at) == ":" || !self.gap(at).chars().all(inner);
        let is_hex = |c: char| c.is_ascii_hexdigit() || c == '-';
        let part = || {
            let from = back(self.text, word.start, is_hex);
            from..word.end + ahead(self.text, word.end, is_hex)
        };
        if let Some(part) = first
            .then(part)
            .filter(|part| is_uuid(&self.text[part.clone()]))
        {
            return Some(self.within(at, part));
        }
        if word.len() == length && length >= LEAST_IN_TOKEN && self.is_beside_hash(&word) {
            return Some(1);
        }
        if !first {
            return None;
        }
        let from = back(self.text, word.start, inner);
        let to = word.end + ahead(self.text, word.end, inner);
        let token = &self.text[from..to];
        // Of digits alone it could be a number in pairs.
        let letters = token.contains(|c: char| c.is_ascii_alphabetic());
        (letters && is_hex_with_colons(token)).then(|| self.within(at, from..to))
    }

    /// `d41d8cd98f00b204e9800998ecf8427e`, `DE89 3704 0044`: digits among other letters.
    pub(super) fn code(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let core = &self.text[word.clone()];
        if let Some(length) = self.memory(at, &word) {
            return Some(length);
        }
        let bare = core.strip_prefix("0x").or_else(|| core.strip_prefix("0X"));
        if is_hex(bare.unwrap_or(core))
            || self.is_digits_with_colons(&word)
            || self.is_in_hex_row(word.clone())
        {
            return Some(self.within(at, word));
        }
        let dotted = |c: char| c.is_ascii_hexdigit() || c == '.';
        let from = back(self.text, word.start, dotted);
        let part = from..word.end + ahead(self.text, word.end, dotted);
        if is_hex_with_dots(&self.text[part.clone()]) {
            return Some(self.within(at, part));
        }
        self.iban(at)
    }

    /// `2001:db8::1` where all of it is digits.
    fn is_digits_with_colons(&self, word: &Range<usize>) -> bool {
        let inner = |c: char| c.is_ascii_digit() || c == ':';
        let from = back(self.text, word.start, inner);
        let to = word.end + ahead(self.text, word.end, inner);
        self.text[from..to].contains("::") && is_hex_with_colons(&self.text[from..to])
    }

    /// `E853 E40D 0258 0639 DB89`: a word of as many hexadecimal digits as others before and behind it, most with letters.
    fn is_in_hex_row(&self, word: Range<usize>) -> bool {
        let length = word.len();
        let is_alike =
            |part: &&str| part.len() == length && part.bytes().all(|c| c.is_ascii_hexdigit());
        let own = &self.text[word.clone()];
        if !matches!(length, 2 | 4 | 8) || !is_alike(&own) {
            return false;
        }
        let row = |c: char| c.is_ascii_hexdigit() || c == ' ';
        let from = back(self.text, word.start, row);
        let to = word.end + ahead(self.text, word.end, row);
        // Pages of digits have many such words, and none with letters.
        if !self.text[from..to].contains(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        let before = self.text[from..word.start].rsplit(' ');
        let behind = self.text[word.end..to].split(' ');
        let row = before.filter(|part| !part.is_empty()).take_while(is_alike);
        let row = row.chain(behind.filter(|part| !part.is_empty()).take_while(is_alike));
        let mut count = 0;
        let letters = row
            .inspect(|_| count += 1)
            .filter(|part| part.contains(|c: char| c.is_ascii_alphabetic()));
        let letters = letters.count();
        letters >= LEAST_IN_ROW || length == 2 && letters > 0 && count >= LEAST_PAIRS
    }

    /// `"33a64df5-0120996013"`: all digits between two signs of a token, of which another part is a hash. What stands in groups
    /// as a telephone number does is one.
    fn is_beside_hash(&self, word: &Range<usize>) -> bool {
        let joins = |c: char| matches!(c, '-' | '_' | ':' | '.' | '~');
        let token = |c: char| c.is_ascii_alphanumeric() || joins(c);
        let from = back(self.text, word.start, token);
        let to = word.end + ahead(self.text, word.end, token);
        let is_number = |part: Option<&str>| {
            part.is_some_and(|part| {
                let few = part.len() + word.len() <= MAX_NUMBER;
                !part.is_empty() && few && part.bytes().all(|c| c.is_ascii_digit())
            })
        };
        let (before, behind) = (&self.text[from..word.start], &self.text[word.end..to]);
        let beside = [
            before.trim_end_matches(joins).rsplit(joins).next(),
            behind.trim_start_matches(joins).split(joins).next(),
        ];
        let mut parts = before.split(joins).chain(behind.split(joins));
        let weak = self.text[..from].ends_with("W/\"");
        !beside.into_iter().any(is_number) && (weak || parts.any(is_hash))
    }

    /// `08049000-0804a000`: a part of memory, from one place to another.
    fn memory(&self, at: usize, word: &Range<usize>) -> Option<usize> {
        let behind = self.text[word.end..].strip_prefix('-')?;
        let to = ahead(behind, 0, |c| c.is_ascii_alphanumeric());
        let both = [&self.text[word.clone()], &behind[..to]];
        let is_place = |word: &&str| {
            OF_MEMORY.contains(&word.len()) && word.bytes().all(|c| c.is_ascii_hexdigit())
        };
        let alike = both[0].len() == both[1].len() && both.iter().all(is_place);
        alike.then(|| self.within(at, word.start..word.end + 1 + to))
    }
}

/// `0123.4567.89ab`: three times four hexadecimal digits, as some machines write the address of another one.
fn is_hex_with_dots(token: &str) -> bool {
    let mut parts = token.trim_end_matches('.').split('.');
    let letters = token.contains(|c: char| c.is_ascii_alphabetic());
    letters
        && parts.clone().count() == 3
        && parts.all(|part| part.len() == 4 && part.bytes().all(|c| c.is_ascii_hexdigit()))
}

/// Eight hexadecimal digits or more, letters among them.
fn is_hex(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    word.len() >= LEAST_HEX && letters >= 2 && word.bytes().all(|c| c.is_ascii_hexdigit())
}

/// Whether letters and digits take turns, as they do in no word and in no telephone number.
fn is_hash(part: &str) -> bool {
    let is_digit = |c: &u8| c.is_ascii_digit();
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let turns = part.as_bytes().windows(2);
    let turns = turns.filter(|pair| is_digit(&pair[0]) != is_digit(&pair[1]));
    part.len() >= LEAST_HASH
        && digits >= 2
        && part.len() - digits >= 2
        && (is_hex(part) || turns.count() >= LEAST_TURNS)
}

/// Eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(token: &str) -> bool {
    let mut lengths = token.split('-').map(str::len);
    token.len() == 36
        && [8, 4, 4, 4, 12]
            .into_iter()
            .all(|length| lengths.next() == Some(length))
}

/// Six pairs or up to eight groups of up to four hexadecimal digits, letters among them.
fn is_hex_with_colons(token: &str) -> bool {
    let parts = || token.split(':');
    let short = parts().all(|part| part.len() <= 4 && !part.contains('-'));
    let pairs = token.len() == 17 && token.split([':', '-']).all(|part| part.len() == 2);
    let letters = token.contains(|c: char| c.is_ascii_alphabetic());
    pairs || short && parts().count() >= 4 && (letters || token.contains("::"))
}
