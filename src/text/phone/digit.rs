//! What is read as a digit.

use unicode_security::skeleton;

/// The zeros of Unicode's decimal digits that NFKC leaves alone; the other nine follow each (general category `Nd`,
/// Unicode 15). In ascending order.
#[rustfmt::skip]
static ZEROS: [char; 61] = [
    '0',
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}',
    '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{1090}', '\u{17E0}', '\u{1810}',
    '\u{1946}', '\u{19D0}', '\u{1A80}', '\u{1A90}', '\u{1B50}', '\u{1BB0}', '\u{1C40}', '\u{1C50}', '\u{A620}',
    '\u{A8D0}', '\u{A900}', '\u{A9D0}', '\u{A9F0}', '\u{AA50}', '\u{ABF0}', '\u{104A0}', '\u{10D30}', '\u{11066}',
    '\u{110F0}', '\u{11136}', '\u{111D0}', '\u{112F0}', '\u{11450}', '\u{114D0}', '\u{11650}', '\u{116C0}',
    '\u{11730}', '\u{118E0}', '\u{11950}', '\u{11C50}', '\u{11D50}', '\u{11DA0}', '\u{11F50}', '\u{16A60}',
    '\u{16AC0}', '\u{16B50}', '\u{1E140}', '\u{1E2F0}', '\u{1E4F0}', '\u{1E950}',
];

/// Other characters that stand for a digit: the first of some that follow each other, the last, and the value of the first.
/// Those in circles that NFKC leaves alone, Roman, of Suzhou, of counting rods, and of scripts without a zero.
#[rustfmt::skip]
static OTHERS: [(char, char, u32); 15] = [
    ('\u{1369}', '\u{1371}', 1), ('\u{17F0}', '\u{17F9}', 0), ('\u{2160}', '\u{2168}', 1), ('\u{2170}', '\u{2178}', 1),
    ('\u{24F5}', '\u{24FD}', 1), ('\u{24FF}', '\u{24FF}', 0), ('\u{2776}', '\u{277E}', 1), ('\u{2780}', '\u{2788}', 1),
    ('\u{278A}', '\u{2792}', 1), ('\u{3021}', '\u{3029}', 1), ('\u{10107}', '\u{1010F}', 1), ('\u{10A40}', '\u{10A43}', 1),
    ('\u{1D360}', '\u{1D368}', 1), ('\u{1F10B}', '\u{1F10B}', 0), ('\u{1F10C}', '\u{1F10C}', 0),
];

/// The ASCII digit that a character stands for, folded or not.
pub(super) fn digit(c: char) -> Option<char> {
    kanji_digit(c).or_else(|| decimal(c)).or_else(|| other(c))
}

fn other(c: char) -> Option<char> {
    let after = OTHERS.partition_point(|&(first, ..)| first <= c);
    let &(first, last, value) = OTHERS.get(after.checked_sub(1)?)?;
    (c <= last).then(|| char::from_digit(u32::from(c) - u32::from(first) + value, 10))?
}

/// The ASCII digit that a kanji stands for.
pub(super) const fn kanji_digit(c: char) -> Option<char> {
    Some(match c {
        '〇' | '零' => '0',
        '一' | '壱' | '壹' | '弌' => '1',
        '二' | '弐' | '弍' | '貳' | '貮' | '贰' => '2',
        '三' | '参' | '參' | '叁' | '叄' | '弎' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陸' | '陆' => '6',
        '七' | '漆' | '柒' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        _ => return None,
    })
}

fn decimal(c: char) -> Option<char> {
    let after = ZEROS.partition_point(|&zero| zero <= c);
    let zero = *ZEROS.get(after.checked_sub(1)?)?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The digit that a letter can be taken for; of other alphabets those that look like such a letter.
pub(super) fn letter_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return ascii_letter_digit(c);
    }
    let mut text = [0; 4];
    let mut skeleton = skeleton(c.encode_utf8(&mut text));
    let first = skeleton.next().and_then(ascii_letter_digit);
    first.filter(|_| skeleton.next().is_none())
}

const fn ascii_letter_digit(c: char) -> Option<char> {
    match c {
        'O' | 'o' => Some('0'),
        'I' | 'i' | 'l' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        'B' => Some('8'),
        _ => None,
    }
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
                assert_eq!(digit(c), char::from_digit(value, 10), "{c:?}");
            }
        }
    }

    #[test]
    fn the_others_are_in_order_and_are_numbers() {
        assert!(OTHERS.is_sorted());
        for (first, last, value) in OTHERS {
            assert!((first..=last).all(char::is_numeric), "{first}");
            let digits: String = (first..=last).filter_map(digit).collect();
            let count = u32::from(last) - u32::from(first) + 1;
            let expected = (value..value + count).filter_map(|value| char::from_digit(value, 10));
            assert_eq!(digits, expected.collect::<String>(), "{first}");
        }
        assert_eq!(digit('\u{2169}'), None, "it is a ten");
    }

    #[test]
    fn letters_of_other_alphabets_look_like_ours() {
        assert_eq!(letter_digit('О'), Some('0'));
        assert_eq!(letter_digit('ο'), Some('0'));
        assert_eq!(letter_digit('І'), Some('1'));
        assert_eq!(letter_digit('я'), None);
    }
}
