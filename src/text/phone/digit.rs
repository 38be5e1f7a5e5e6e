//! What is read as a digit, and what it looks like.

use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The zeros of Unicode's decimal digits that NFKC leaves alone; the other nine follow each (general category `Nd`,
/// Unicode 17). In ascending order.
#[rustfmt::skip]
static ZEROS: [char; 67] = [
    '0',
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}',
    '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{1090}', '\u{17E0}', '\u{1810}',
    '\u{1946}', '\u{19D0}', '\u{1A80}', '\u{1A90}', '\u{1B50}', '\u{1BB0}', '\u{1C40}', '\u{1C50}', '\u{A620}',
    '\u{A8D0}', '\u{A900}', '\u{A9D0}', '\u{A9F0}', '\u{AA50}', '\u{ABF0}', '\u{104A0}', '\u{10D30}', '\u{10D40}',
    '\u{11066}', '\u{110F0}', '\u{11136}', '\u{111D0}', '\u{112F0}', '\u{11450}', '\u{114D0}', '\u{11650}',
    '\u{116C0}', '\u{116D0}', '\u{116DA}', '\u{11730}', '\u{118E0}', '\u{11950}', '\u{11BF0}', '\u{11C50}', '\u{11D50}',
    '\u{11DA0}', '\u{11DE0}', '\u{11F50}', '\u{16A60}', '\u{16AC0}', '\u{16B50}', '\u{1E140}', '\u{1E2F0}', '\u{1E4F0}',
    '\u{1E5F1}', '\u{1E950}',
];

/// Other characters that stand for a digit: the first of some that follow each other, the last, and the value of the first
/// (Unicode's `Numeric_Value` from 0 to 9, where NFKC gives no digit). Roman, of Suzhou, of counting rods, formal kanji,
/// in circles, of scripts without a zero. In ascending order.
#[rustfmt::skip]
static OTHERS: [(char, char, u32); 155] = [
    ('\u{C78}', '\u{C7B}', 0), ('\u{C7C}', '\u{C7E}', 1), ('\u{1369}', '\u{1371}', 1), ('\u{17F0}', '\u{17F9}', 0),
    ('\u{19DA}', '\u{19DA}', 1), ('\u{2160}', '\u{2168}', 1), ('\u{2170}', '\u{2178}', 1),
    ('\u{2185}', '\u{2185}', 6), ('\u{24F5}', '\u{24FD}', 1), ('\u{24FF}', '\u{24FF}', 0),
    ('\u{2776}', '\u{277E}', 1), ('\u{2780}', '\u{2788}', 1), ('\u{278A}', '\u{2792}', 1),
    ('\u{3021}', '\u{3029}', 1), ('\u{3192}', '\u{3195}', 1), ('\u{3220}', '\u{3228}', 1),
    ('\u{3280}', '\u{3288}', 1), ('\u{3405}', '\u{3405}', 5), ('\u{3483}', '\u{3483}', 2),
    ('\u{382A}', '\u{382A}', 5), ('\u{3B4D}', '\u{3B4D}', 7), ('\u{4E24}', '\u{4E24}', 2), ('\u{4E96}', '\u{4E96}', 4),
    ('\u{4EE8}', '\u{4EE8}', 3), ('\u{4F0D}', '\u{4F0D}', 5), ('\u{5169}', '\u{5169}', 2),
    ('\u{53C1}', '\u{53C1}', 3), ('\u{53C2}', '\u{53C2}', 3), ('\u{53C3}', '\u{53C3}', 3),
    ('\u{53C4}', '\u{53C4}', 3), ('\u{58F1}', '\u{58F1}', 1), ('\u{58F9}', '\u{58F9}', 1),
    ('\u{5E7A}', '\u{5E7A}', 1), ('\u{5EFE}', '\u{5EFE}', 9), ('\u{5F0C}', '\u{5F0E}', 1),
    ('\u{5F10}', '\u{5F10}', 2), ('\u{634C}', '\u{634C}', 8), ('\u{67D2}', '\u{67D2}', 7),
    ('\u{6F06}', '\u{6F06}', 7), ('\u{7396}', '\u{7396}', 9), ('\u{8086}', '\u{8086}', 4),
    ('\u{8CAE}', '\u{8CAE}', 2), ('\u{8CB3}', '\u{8CB3}', 2), ('\u{8D30}', '\u{8D30}', 2),
    ('\u{9646}', '\u{9646}', 6), ('\u{9678}', '\u{9678}', 6), ('\u{A6E6}', '\u{A6EE}', 1),
    ('\u{A6EF}', '\u{A6EF}', 0), ('\u{F96B}', '\u{F96B}', 3), ('\u{F978}', '\u{F978}', 2),
    ('\u{F9B2}', '\u{F9B2}', 0), ('\u{F9D1}', '\u{F9D1}', 6), ('\u{F9D3}', '\u{F9D3}', 6),
    ('\u{10107}', '\u{1010F}', 1), ('\u{10142}', '\u{10142}', 1), ('\u{10143}', '\u{10143}', 5),
    ('\u{10148}', '\u{10148}', 5), ('\u{1014F}', '\u{1014F}', 5), ('\u{10158}', '\u{10158}', 1),
    ('\u{10159}', '\u{10159}', 1), ('\u{1015A}', '\u{1015B}', 1), ('\u{1015C}', '\u{1015C}', 2),
    ('\u{1015D}', '\u{1015D}', 2), ('\u{1015E}', '\u{1015E}', 2), ('\u{1015F}', '\u{1015F}', 5),
    ('\u{10173}', '\u{10173}', 5), ('\u{1018A}', '\u{1018A}', 0), ('\u{102E1}', '\u{102E9}', 1),
    ('\u{10320}', '\u{10320}', 1), ('\u{10321}', '\u{10321}', 5), ('\u{103D1}', '\u{103D2}', 1),
    ('\u{10858}', '\u{1085A}', 1), ('\u{10879}', '\u{1087D}', 1), ('\u{108A7}', '\u{108AA}', 1),
    ('\u{108AB}', '\u{108AC}', 4), ('\u{108FB}', '\u{108FB}', 1), ('\u{108FC}', '\u{108FC}', 5),
    ('\u{10916}', '\u{10916}', 1), ('\u{1091A}', '\u{1091B}', 2), ('\u{109C0}', '\u{109C8}', 1),
    ('\u{10A40}', '\u{10A43}', 1), ('\u{10A7D}', '\u{10A7D}', 1), ('\u{10A9D}', '\u{10A9D}', 1),
    ('\u{10AEB}', '\u{10AEB}', 1), ('\u{10AEC}', '\u{10AEC}', 5), ('\u{10B58}', '\u{10B5B}', 1),
    ('\u{10B78}', '\u{10B7B}', 1), ('\u{10BA9}', '\u{10BAC}', 1), ('\u{10CFA}', '\u{10CFA}', 1),
    ('\u{10CFB}', '\u{10CFB}', 5), ('\u{10E60}', '\u{10E68}', 1), ('\u{10F1D}', '\u{10F21}', 1),
    ('\u{10F51}', '\u{10F51}', 1), ('\u{10FC5}', '\u{10FC8}', 1), ('\u{11052}', '\u{1105A}', 1),
    ('\u{111E1}', '\u{111E9}', 1), ('\u{11C5A}', '\u{11C62}', 1), ('\u{12400}', '\u{12407}', 2),
    ('\u{12408}', '\u{1240E}', 3), ('\u{1240F}', '\u{12414}', 4), ('\u{12415}', '\u{1241D}', 1),
    ('\u{1241E}', '\u{12422}', 1), ('\u{12423}', '\u{12424}', 2), ('\u{12425}', '\u{1242B}', 3),
    ('\u{1242C}', '\u{1242E}', 1), ('\u{1242F}', '\u{12431}', 3), ('\u{12434}', '\u{12436}', 1),
    ('\u{12437}', '\u{12439}', 3), ('\u{1243A}', '\u{1243A}', 3), ('\u{1243B}', '\u{1243C}', 3),
    ('\u{1243D}', '\u{1243D}', 4), ('\u{1243E}', '\u{1243E}', 4), ('\u{1243F}', '\u{1243F}', 4),
    ('\u{12440}', '\u{12441}', 6), ('\u{12442}', '\u{12442}', 7), ('\u{12443}', '\u{12444}', 7),
    ('\u{12445}', '\u{12446}', 8), ('\u{12447}', '\u{12447}', 9), ('\u{12448}', '\u{12448}', 9),
    ('\u{12449}', '\u{12449}', 9), ('\u{1244A}', '\u{1244E}', 2), ('\u{1244F}', '\u{12452}', 1),
    ('\u{12453}', '\u{12454}', 4), ('\u{12455}', '\u{12455}', 5), ('\u{12456}', '\u{12457}', 2),
    ('\u{12458}', '\u{12459}', 1), ('\u{12469}', '\u{1246E}', 4), ('\u{16E80}', '\u{16E89}', 0),
    ('\u{16E94}', '\u{16E96}', 1), ('\u{1D2E0}', '\u{1D2E9}', 0), ('\u{1D360}', '\u{1D368}', 1),
    ('\u{1D372}', '\u{1D376}', 1), ('\u{1D377}', '\u{1D377}', 1), ('\u{1D378}', '\u{1D378}', 5),
    ('\u{1E8C7}', '\u{1E8CF}', 1), ('\u{1EC71}', '\u{1EC79}', 1), ('\u{1ECA3}', '\u{1ECAB}', 1),
    ('\u{1ECB1}', '\u{1ECB2}', 1), ('\u{1ED01}', '\u{1ED09}', 1), ('\u{1ED2F}', '\u{1ED36}', 2),
    ('\u{1F10B}', '\u{1F10B}', 0), ('\u{1F10C}', '\u{1F10C}', 0), ('\u{20001}', '\u{20001}', 7),
    ('\u{20064}', '\u{20064}', 4), ('\u{200E2}', '\u{200E2}', 4), ('\u{20121}', '\u{20121}', 5),
    ('\u{2092A}', '\u{2092A}', 1), ('\u{20AEA}', '\u{20AEA}', 6), ('\u{20AFD}', '\u{20AFD}', 3),
    ('\u{20B19}', '\u{20B19}', 3), ('\u{22390}', '\u{22390}', 2), ('\u{22998}', '\u{22998}', 3),
    ('\u{23B1B}', '\u{23B1B}', 3), ('\u{2626D}', '\u{2626D}', 4), ('\u{2F890}', '\u{2F890}', 9),
];

/// Stands for a digit of which nobody here knows the value.
pub(super) const UNKNOWN: u8 = b'?';

/// The ASCII digit that a character stands for, folded or not.
pub(super) fn digit(c: char) -> Option<u8> {
    match c {
        // Nearly all of most texts: no table has any of them.
        '\0'..='\x7F' => c.to_digit(10).and_then(ascii),
        'ぁ'..='ヿ' => None,
        '一'..='鿿' => plain_kanji(c).or_else(|| other(c)),
        _ => plain_kanji(c).or_else(|| decimal(c)).or_else(|| other(c)),
    }
}

/// Whether it is one of the digits that people type: ASCII, full width, and the ten kanji of lists and signs.
pub(super) const fn is_plain(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９') || plain_kanji(c).is_some()
}

/// ASCII for what is as wide as kanji.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// What a digit looks like to somebody who does not know its script: Telugu's zero is a small o, Gurmukhi's one a 9.
pub(super) fn look(c: char) -> Option<u8> {
    if c.is_ascii() {
        return digit(c);
    }
    if is_japanese(c) {
        return None;
    }
    let alike = alike(c)?;
    alike
        .is_ascii_digit()
        .then_some(alike as u8)
        .or_else(|| ascii_letter(alike))
}

const fn plain_kanji(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' => b'0',
        '一' => b'1',
        '二' => b'2',
        '三' => b'3',
        '四' => b'4',
        '五' => b'5',
        '六' => b'6',
        '七' => b'7',
        '八' => b'8',
        '九' => b'9',
        _ => return None,
    })
}

fn decimal(c: char) -> Option<u8> {
    let after = ZEROS.partition_point(|&zero| zero <= c);
    let zero = *ZEROS.get(after.checked_sub(1)?)?;
    ascii(u32::from(c) - u32::from(zero))
}

fn other(c: char) -> Option<u8> {
    let after = OTHERS.partition_point(|&(first, ..)| first <= c);
    let &(first, last, value) = OTHERS.get(after.checked_sub(1)?)?;
    (c <= last).then(|| ascii(u32::from(c) - u32::from(first) + value))?
}

fn ascii(value: u32) -> Option<u8> {
    let digit = char::from_digit(value, 10)?;
    u8::try_from(u32::from(digit)).ok()
}

/// The digit that a letter of an alphabet can be taken for; of other alphabets those that look like such a letter, or like
/// a digit.
pub(super) fn letter_digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return ascii_letter(c);
    }
    look(c)
}

/// The digit that a sign, a kana or a kanji can be taken for that stands among digits: `0○20`, `〇一ニ〇`, `0|20`. They have
/// uses of their own there, so this is a second way to read them.
pub(super) fn sign_digit(c: char) -> Option<u8> {
    Some(match c {
        '○' | '◯' | '⚪' | '⭕' | '◎' | '●' | '⚫' | '□' | '◦' | '⊙' | '☉' | '⊚' | '◉' | '⦿'
        | '❍' | '⬤' | '🔴' | '🔵' | '⚬' | '⌀' | '∅' | 'ロ' | '口' | '囗' => b'0',
        '|' | '｜' | '!' | '！' | '丨' | '亅' => b'1',
        _ if is_dash(c) => b'1',
        'ニ' | 'ﾆ' => b'2',
        'ミ' | 'ﾐ' => b'3',
        'ハ' | 'ﾊ' => b'8',
        _ if is_japanese(c) => return None,
        _ if c.is_alphanumeric() || c.is_ascii() => return None,
        _ => return look(c),
    })
}

/// Signs that look like a nought.
pub(super) fn is_circle(c: char) -> bool {
    sign_digit(c) == Some(b'0')
}

/// Dashes that stand for a one in kanji, and between groups.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, 'ー' | '━' | '─' | '—' | '―')
}

/// The digit that a letter is written for that looks somewhat like it: `99b`, `9g6`. There are many such letters behind
/// digits, so this is only of use where the digits are compared.
pub(super) fn slip_digit(c: char) -> Option<u8> {
    let foreign = !c.is_ascii() && c < '\u{2E80}';
    slip(c).or_else(|| foreign.then(|| slip(alike(c)?))?)
}

const fn slip(c: char) -> Option<u8> {
    Some(match c {
        'D' | 'Q' | 'Ｄ' | 'Ｑ' => b'0',
        'L' | 'J' | 'j' | 'Ｌ' => b'1',
        'z' => b'2',
        'E' | 'ʒ' | 'з' | 'ɜ' | 'Э' | 'э' => b'3',
        'A' | 'h' => b'4',
        's' => b'5',
        'b' | 'G' => b'6',
        'T' => b'7',
        'g' | 'q' | 'P' => b'9',
        _ => return None,
    })
}

const fn ascii_letter(c: char) -> Option<u8> {
    match c {
        'O' | 'o' => Some(b'0'),
        'I' | 'i' | 'l' => Some(b'1'),
        'Z' => Some(b'2'),
        'S' => Some(b'5'),
        'B' => Some(b'8'),
        _ => None,
    }
}

/// Nearly all of many texts; by Unicode none of it is confused with a digit, nor with what looks like one.
const fn is_japanese(c: char) -> bool {
    matches!(c, '、'..='。' | '「'..='』' | 'ぁ'..='ヿ' | '一'..='鿿')
}

/// The one character that a character is confused with, or that with a stroke through it.
fn alike(c: char) -> Option<char> {
    let mut text = [0; 4];
    let mut skeleton = skeleton(c.encode_utf8(&mut text));
    let first = skeleton.next();
    first.filter(|_| skeleton.all(is_combining_mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zeros_are_in_order_and_digits_follow_them() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            for value in 0..10 {
                let c = char::from_u32(u32::from(zero) + value).unwrap();
                assert_eq!(digit(c), ascii(value), "{c:?}");
            }
        }
    }

    #[test]
    fn what_is_told_without_the_tables_is_what_they_say() {
        for c in '\0'..='\u{FFFF}' {
            let by_tables = plain_kanji(c).or_else(|| decimal(c)).or_else(|| other(c));
            assert_eq!(digit(c), by_tables, "{c:?}");
        }
    }

    #[test]
    fn japanese_looks_like_no_digit() {
        for c in ('\0'..=char::MAX).filter(|&c| is_japanese(c)) {
            let seen = alike(c).filter(|&c| c.is_ascii_digit() || ascii_letter(c).is_some());
            assert_eq!(seen, None, "{c:?}");
        }
    }

    #[test]
    fn the_others_are_in_order() {
        assert!(OTHERS.is_sorted());
        for (first, last, value) in OTHERS {
            let digits: Option<Vec<u8>> = (first..=last).map(digit).collect();
            let count = u32::from(last) - u32::from(first) + 1;
            let expected: Option<Vec<u8>> = (value..value + count).map(ascii).collect();
            assert_eq!(digits, expected, "{first}");
        }
        assert_eq!(digit('\u{2169}'), None, "it is a ten");
    }

    #[test]
    fn plain_digits_look_like_what_they_are() {
        for c in '\0'..=char::MAX {
            assert!(!is_plain(c) || c > '\u{FF00}' || digit(c).is_some(), "{c}");
        }
        assert!(!is_plain('壱') && !is_plain('①') && !is_plain('𝟎'));
    }

    #[test]
    fn digits_of_other_scripts_look_like_other_digits() {
        for (c, value, seen) in [
            ('\u{0A67}', b'1', b'9'),
            ('\u{0B68}', b'2', b'9'),
            ('\u{0C66}', b'0', b'0'),
        ] {
            assert_eq!((digit(c), look(c)), (Some(value), Some(seen)), "{c}");
        }
    }

    #[test]
    fn letters_of_other_alphabets_look_like_ours() {
        for (c, seen) in [
            ('О', b'0'),
            ('ο', b'0'),
            ('І', b'1'),
            ('З', b'3'),
            ('б', b'6'),
        ] {
            assert_eq!(letter_digit(c), Some(seen), "{c}");
        }
        assert_eq!(letter_digit('я'), None);
    }
}
