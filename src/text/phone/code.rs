//! Characters that stand in a text as codes, because somebody or something has packed them up: `%20`, `&#48;`, `\u0030`,
//! `U+0030`, `=30`.

use std::ops::Range;

use super::digit::half_width;
use super::spoken::Spoken;

/// Codes of codes are read so often: `%2530`.
const MOST_LAYERS: usize = 3;
/// No code is longer.
const LONGEST: usize = 12;

/// The signs with which codes begin. Few texts have any.
const SIGNS: [char; 8] = ['%', '&', '\\', '=', '％', '＆', '＼', '＝'];

/// A text with what its codes stand for in their place.
pub(super) struct Decoded {
    pub text: String,
    /// Where each of its characters begins, and where in the original that stands from which it comes.
    places: Vec<(usize, Range<usize>)>,
    /// Where characters stand that come from codes.
    codes: Vec<usize>,
}

impl Decoded {
    /// `None` for a text without codes.
    pub fn new(text: &str) -> Option<Self> {
        if !has_codes(text) {
            return None;
        }
        let mut chars: Vec<Char> = text
            .char_indices()
            .map(|(at, c)| Char {
                c,
                range: at..at + c.len_utf8(),
                is_code: false,
            })
            .collect();
        if (0..MOST_LAYERS).map_while(|_| decode(&mut chars)).count() == 0 {
            return None;
        }
        Some(Self::of(chars))
    }

    /// A text with something else in the place of some of its parts, which are in order.
    pub fn with(text: &str, parts: &[Spoken]) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        let mut from = 0;
        let plain = |part: Range<usize>, chars: &mut Vec<Char>| {
            chars.extend(text[part.clone()].char_indices().map(|(at, c)| Char {
                c,
                range: part.start + at..part.start + at + c.len_utf8(),
                is_code: false,
            }));
        };
        for Spoken { range, digits, .. } in parts {
            plain(from..range.start, &mut chars);
            chars.extend(digits.chars().map(|c| Char {
                c,
                range: range.clone(),
                is_code: true,
            }));
            from = range.end;
        }
        plain(from..text.len(), &mut chars);
        Self::of(chars)
    }

    fn of(chars: Vec<Char>) -> Self {
        let mut decoded = Self {
            text: String::with_capacity(chars.len()),
            places: Vec::with_capacity(chars.len()),
            codes: Vec::new(),
        };
        for Char { c, range, is_code } in chars {
            let at = decoded.text.len();
            if is_code {
                decoded.codes.push(at);
            }
            decoded.places.push((at, range));
            decoded.text.push(c);
        }
        decoded
    }

    /// Where a part of it stands in the original.
    pub fn original(&self, part: &Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|(at, _)| *at < part.start);
        let last = self.places.partition_point(|(at, _)| *at < part.end) - 1;
        self.places[first].1.start..self.places[last].1.end
    }

    /// What a part of the original is here.
    pub fn decoded(&self, part: &Range<usize>) -> Range<usize> {
        let place = |original: usize| {
            let after = self
                .places
                .partition_point(|(_, range)| range.end <= original);
            self.places
                .get(after)
                .map_or(self.text.len(), |(at, _)| *at)
        };
        place(part.start)..place(part.end)
    }

    /// Whether something in a part of it stands there as a code.
    pub fn has_codes(&self, part: &Range<usize>) -> bool {
        let after = self.codes.partition_point(|&at| at < part.start);
        self.codes.get(after).is_some_and(|&at| at < part.end)
    }
}

/// Whether some code stands in a text.
fn has_codes(text: &str) -> bool {
    let begins = |&(at, c): &(usize, char)| match c {
        'U' | 'u' => text[at + 1..].starts_with(['+', '＋']),
        _ => SIGNS.contains(&c),
    };
    text.char_indices().filter(begins).any(|(at, _)| {
        let chars: Vec<char> = text[at..]
            .chars()
            .take(2 * LONGEST)
            .map(half_width)
            .collect();
        !codes(&chars).is_empty()
    })
}

#[derive(Clone)]
struct Char {
    c: char,
    /// Where it stands in the original.
    range: Range<usize>,
    is_code: bool,
}

/// Puts what codes stand for in their place; `None` if there are none.
fn decode(chars: &mut Vec<Char>) -> Option<()> {
    let folded: Vec<char> = chars.iter().map(|char| half_width(char.c)).collect();
    let codes = codes(&folded);
    if codes.is_empty() {
        return None;
    }
    let mut decoded = Vec::with_capacity(chars.len());
    let mut from = 0;
    for (code, c) in codes {
        decoded.extend_from_slice(&chars[from..code.start]);
        decoded.push(Char {
            c,
            range: chars[code.start].range.start..chars[code.end - 1].range.end,
            is_code: true,
        });
        from = code.end;
    }
    decoded.extend_from_slice(&chars[from..]);
    *chars = decoded;
    Some(())
}

/// The codes among characters: which of them they are, and what each stands for.
fn codes(chars: &[char]) -> Vec<(Range<usize>, char)> {
    let mut codes = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let code = match rest[0] {
            sign @ ('%' | '=') => bytes(rest, sign),
            '&' => entity(rest),
            '\\' => escape(rest),
            'U' | 'u' if rest.get(1) == Some(&'+') => {
                hex(&rest[2..], 4..=6).map(|(length, c)| (length + 2, c))
            }
            _ => None,
        };
        let code = code.filter(|&(_, c)| !c.is_control() || c.is_whitespace());
        at += code.map_or(1, |(length, c)| {
            codes.push((at..at + length, c));
            length
        });
    }
    codes
}

/// How many characters the code has, and what it stands for.
type Code = Option<(usize, char)>;

/// The bytes of a character in UTF-8, two hexadecimal digits each behind a sign.
fn bytes(rest: &[char], sign: char) -> Code {
    let mut utf8 = [0; 4];
    for (index, code) in rest.chunks_exact(3).take(utf8.len()).enumerate() {
        let value = code[1].to_digit(16)? << 4 | code[2].to_digit(16)?;
        utf8[index] = u8::try_from(value).ok().filter(|_| code[0] == sign)?;
        if let Ok(text) = std::str::from_utf8(&utf8[..=index]) {
            return Some((3 * (index + 1), text.chars().next()?));
        }
    }
    None
}

/// `&#48;`, `&#x30;` and `&nbsp;`; the semicolon may be missing behind digits.
fn entity(rest: &[char]) -> Code {
    if rest.get(1) != Some(&'#') {
        let name = rest[1..]
            .iter()
            .take(LONGEST)
            .take_while(|c| c.is_ascii_alphanumeric());
        let name: String = name.collect();
        let length = name.len() + 2;
        return (rest.get(length - 1) == Some(&';')).then_some((length, named(&name)?));
    }
    let (skipped, code) = match rest.get(2)? {
        'x' | 'X' => (3, hex(&rest[3..], 1..=LONGEST)),
        _ => (2, number(&rest[2..], 10, 1..=LONGEST)),
    };
    let (length, c) = code?;
    let end = skipped + length;
    Some((end + usize::from(rest.get(end) == Some(&';')), c))
}

/// What names stand for that have a digit, a sign of codes, or nothing but a separator.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" | "AMP" => '&',
        "num" => '#',
        "percnt" => '%',
        "plus" => '+',
        "bsol" => '\\',
        "equals" => '=',
        "sup1" => '¹',
        "sup2" => '²',
        "sup3" => '³',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "hairsp" | "numsp" | "puncsp" | "Tab" => ' ',
        "hyphen" | "dash" | "ndash" | "mdash" | "horbar" | "minus" => '-',
        "shy" | "zwj" | "zwnj" | "lrm" | "rlm" => '\u{AD}',
        "middot" | "centerdot" | "bull" | "period" => '.',
        "lpar" | "rpar" | "lowbar" | "sol" | "ast" => '/',
        _ => return None,
    })
}

/// `\u0030`, `\u{30}`, `\U00000030`, `\x30`, `\060`.
fn escape(rest: &[char]) -> Code {
    let braced = |rest: &[char]| {
        let (length, c) = hex(rest.get(1..)?, 1..=6)?;
        (rest[0] == '{' && rest.get(length + 1) == Some(&'}')).then_some((length + 2, c))
    };
    let (skipped, code) = match rest.get(1)? {
        'u' => (2, braced(&rest[2..]).or_else(|| hex(&rest[2..], 4..=4))),
        'U' => (2, hex(&rest[2..], 8..=8)),
        'x' => (2, braced(&rest[2..]).or_else(|| hex(&rest[2..], 2..=2))),
        '0'..='7' => (1, number(&rest[1..], 8, 3..=3)),
        _ => (0, None),
    };
    code.map(|(length, c)| (skipped + length, c))
}

fn hex(rest: &[char], lengths: std::ops::RangeInclusive<usize>) -> Code {
    number(rest, 16, lengths)
}

/// A character by its number.
fn number(rest: &[char], radix: u32, lengths: std::ops::RangeInclusive<usize>) -> Code {
    let digits = rest
        .iter()
        .take(*lengths.end())
        .map_while(|c| c.to_digit(radix));
    let (length, value) = digits.fold((0, 0_u32), |(length, value), digit| {
        (
            length + 1,
            value.saturating_mul(radix).saturating_add(digit),
        )
    });
    let c = char::from_u32(value)?;
    lengths.contains(&length).then_some((length, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read() {
        for (text, expected) in [
            ("%30", Some('0')),
            ("%2d", Some('-')),
            ("%E3%80%80", Some('\u{3000}')),
            ("=E3=80=80", Some('\u{3000}')),
            ("=20", Some(' ')),
            ("&#48;", Some('0')),
            ("&#048", Some('0')),
            ("&#x30;", Some('0')),
            ("&nbsp;", Some(' ')),
            ("\\u0030", Some('0')),
            ("\\u{30}", Some('0')),
            ("\\U00000030", Some('0')),
            ("\\x30", Some('0')),
            ("\\060", Some('0')),
            ("U+0030", Some('0')),
            ("%99", None),
            ("%2", None),
            ("100%", None),
            ("=9", None),
            ("&x;", None),
            ("&#;", None),
            ("&#99999999999;", None),
            ("\\n", None),
            ("\\u30", None),
            ("U+3", None),
            ("%00", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let expected: Vec<_> = expected.map(|c| (0..chars.len(), c)).into_iter().collect();
            assert_eq!(codes(&chars), expected, "{text}");
        }
    }
}
