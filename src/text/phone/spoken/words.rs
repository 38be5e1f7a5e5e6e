//! The words of digits.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::text::phone::digit::half_width;

/// No word in kana is longer.
pub(super) const LONGEST: usize = 4;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// It is a digit, and no word.
    Written(char),
    Digits(&'static str),
    /// A number in kanji with a place for each digit: 百二十.
    Value(u16),
    /// So many tens, and what is behind them: `ninety-six`.
    Tens(&'static str),
    /// The next digit is said so often: `double nine`.
    Times(usize),
    /// A sign between digits.
    Sign(&'static str),
}

/// A letter of an alphabet in which words stand apart.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{1E00}'..='\u{1EFF}')
        || c > '\u{7F}' && c < '\u{1100}' && c.is_alphabetic()
        || is_vowel(c)
}

/// A vowel, or a sign of it, that is written around a letter in India and Thailand.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{E7F}') && is_combining_mark(c)
}

/// Lower case, half width for letters, and hiragana for all kana.
pub(super) fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => half_width(c).to_ascii_lowercase(),
        'ｦ'..='ﾝ' => {
            let place = (u32::from(c) - u32::from('ｦ')) as usize;
            HALF_WIDTH.chars().nth(place).unwrap_or(c)
        }
        'À'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}' => c.to_lowercase().next().unwrap_or(c),
        _ => c,
    }
}

/// Hiragana for the kana of half width, from ｦ on.
const HALF_WIDTH: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The words of which letters consist, and where each stands, if all of them are words of numbers.
pub(super) fn of_letters(
    mut token: impl Iterator<Item = char> + Clone,
) -> Option<Vec<(Range<usize>, Word)>> {
    let mut words = Vec::new();
    let mut start = 0;
    while let Some(first) = token.clone().next() {
        // Short words stand alone: `one`, but not within `stone`.
        let mut alike = BY_LETTER.get(&first)?.iter();
        let begins = |spelling: &str| {
            let mut token = token.clone();
            spelling.chars().all(|c| token.next() == Some(c))
        };
        let &(spelling, word) = alike.find(|(spelling, _)| begins(spelling))?;
        let length = spelling.chars().count();
        words.push((start..start + length, word));
        start += length;
        token.nth(length - 1);
    }
    Some(words)
}

/// The words that begin with each letter, the longest first. Hardly any word of a text is one.
static BY_LETTER: LazyLock<HashMap<char, Vec<(&str, Word)>>> = LazyLock::new(|| {
    let mut by_letter: HashMap<char, Vec<(&str, Word)>> = HashMap::new();
    for (word, spellings) in &WORDS {
        for spelling in *spellings {
            let first = spelling.chars().next().unwrap_or_default();
            let alike = by_letter.entry(first).or_default();
            alike.push((*spelling, *word));
        }
    }
    for alike in by_letter.values_mut() {
        alike.sort_by_key(|(spelling, _)| Reverse(spelling.chars().count()));
    }
    by_letter
});

/// The words of the languages of the interface, and of others that are written in letters. Where a word is another digit in
/// another language (`ni`, `ba`), it is there once.
#[rustfmt::skip]
static WORDS: [(Word, &[&str]); 34] = [
    (Word::Digits("0"), &[
        "zero", "oh", "o", "nought", "rei", "maru", "null", "zéro", "cero", "không", "nul", "noll", "nolla", "sıfır", "nol", "kosong", "ling",
        "líng", "ноль", "нуль", "صفر", "शून्य", "ศูนย์",
    ]),
    (Word::Digits("1"), &[
        "one", "ichi", "eins", "un", "une", "uno", "um", "uma", "một", "een", "één", "ett", "jeden", "bir", "satu", "yi", "yī", "yao",
        "yāo", "один", "одна", "واحد", "एक", "หนึ่ง",
    ]),
    (Word::Digits("2"), &[
        "two", "ni", "zwei", "zwo", "deux", "dos", "due", "dois", "duas", "hai", "twee", "två", "dwa", "iki", "dua", "er", "èr", "liang",
        "два", "две", "اثنان", "اثنين", "दो", "สอง",
    ]),
    (Word::Digits("3"), &[
        "three", "san", "drei", "trois", "tres", "tre", "três", "ba", "drie", "trzy", "üç", "tiga", "sān", "три", "ثلاثة", "ثلاث", "तीन",
        "สาม",
    ]),
    (Word::Digits("4"), &[
        "four", "yon", "shi", "vier", "quatre", "cuatro", "quattro", "quatro", "bốn", "fyra", "fire", "cztery", "dört", "empat", "si", "sì",
        "четыре", "أربعة", "اربعة", "चार", "สี่",
    ]),
    (Word::Digits("5"), &[
        "five", "go", "fünf", "cinq", "cinco", "cinque", "năm", "vijf", "fem", "pięć", "beş", "lima", "wu", "wǔ", "пять", "خمسة", "पांच",
        "पाँच", "ห้า",
    ]),
    (Word::Digits("6"), &[
        "six", "roku", "sechs", "seis", "sei", "sáu", "zes", "sex", "seks", "sześć", "altı", "enam", "liu", "liù", "шесть", "ستة", "छह",
        "छः", "หก",
    ]),
    (Word::Digits("7"), &[
        "seven", "nana", "shichi", "sieben", "sept", "siete", "sette", "sete", "bảy", "zeven", "sju", "syv", "siedem", "yedi", "tujuh",
        "qi", "qī", "семь", "سبعة", "सात", "เจ็ด",
    ]),
    (Word::Digits("8"), &[
        "eight", "hachi", "acht", "huit", "ocho", "otto", "oito", "tám", "åtta", "åtte", "otte", "osiem", "sekiz", "delapan", "bā",
        "восемь", "ثمانية", "आठ", "แปด",
    ]),
    (Word::Digits("9"), &[
        "nine", "kyu", "kyuu", "ku", "neun", "neuf", "nueve", "nove", "chín", "negen", "nio", "dziewięć", "dokuz", "sembilan", "jiu", "jiǔ",
        "девять", "تسعة", "नौ", "เก้า",
    ]),
    (Word::Digits("10"), &["ten"]),
    (Word::Digits("11"), &["eleven"]),
    (Word::Digits("12"), &["twelve"]),
    (Word::Digits("13"), &["thirteen"]),
    (Word::Digits("14"), &["fourteen"]),
    (Word::Digits("15"), &["fifteen"]),
    (Word::Digits("16"), &["sixteen"]),
    (Word::Digits("17"), &["seventeen"]),
    (Word::Digits("18"), &["eighteen"]),
    (Word::Digits("19"), &["nineteen"]),
    (Word::Digits("00"), &["hundred"]),
    (Word::Digits("000"), &["thousand"]),
    (Word::Tens("2"), &["twenty"]),
    (Word::Tens("3"), &["thirty"]),
    (Word::Tens("4"), &["forty"]),
    (Word::Tens("5"), &["fifty"]),
    (Word::Tens("6"), &["sixty"]),
    (Word::Tens("7"), &["seventy"]),
    (Word::Tens("8"), &["eighty"]),
    (Word::Tens("9"), &["ninety"]),
    (Word::Times(2), &["double"]),
    (Word::Times(3), &["triple", "treble"]),
    (Word::Sign("+"), &["plus"]),
    (Word::Sign("-"), &[
        "hyphen", "dash", "minus", "dot", "point", "slash", "stroke", "bar", "space", "pause", "then", "punkt", "strich", "bindestrich", "dann",
        "tiret", "puis", "guion", "guión", "luego",
    ]),
];

/// How many kana the word has with which these begin, and what it says. Of two words the longer one is meant, unless only
/// the shorter one leaves another word behind it: にいち is にー, いち.
pub(super) fn of_kana(kana: &[char]) -> Option<(usize, Word)> {
    let goes_on = |length: usize| {
        kana.get(length).is_none_or(|&c| !is_kana(c)) || longest(&kana[length..]).is_some()
    };
    let words = || {
        (1..=LONGEST.min(kana.len()))
            .rev()
            .filter_map(|length| in_kana(&kana[..length]).map(|word| (length, word)))
    };
    words()
        .find(|&(length, _)| goes_on(length))
        .or_else(|| words().next())
}

/// How many characters a number in kanji has with a place for each digit, and its value: 百二十, 九百九十六. Those of one
/// character are digits, and none has more than three.
pub(super) fn of_places(chars: impl Iterator<Item = char>) -> Option<(usize, u16)> {
    let (mut value, mut units, mut length) = (0, None, 0);
    // Each place stands once, the higher ones first.
    let mut least = 1000;
    for c in chars {
        let place = match c {
            '百' => 100,
            '十' => 10,
            _ => {
                let digit = ONES.iter().position(|&one| one == c);
                let Some(digit) = digit.filter(|_| units.is_none()) else {
                    break;
                };
                units = u16::try_from(digit + 1).ok();
                length += 1;
                continue;
            }
        };
        if place >= least {
            break;
        }
        least = place;
        value += place * units.take().unwrap_or(1);
        length += 1;
    }
    (least < 1000 && length > 1).then(|| (length, value + units.unwrap_or(0)))
}

const ONES: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Whether a number in kanji could begin so.
pub(super) fn begins_places(c: char) -> bool {
    matches!(c, '百' | '十') || ONES.contains(&c)
}

fn longest(kana: &[char]) -> Option<Word> {
    (1..=LONGEST.min(kana.len()))
        .rev()
        .find_map(|length| in_kana(&kana[..length]))
}

/// Whether a word in kana or hangul could begin so. Few kana begin one, and a text is full of others.
pub(super) const fn begins(c: char) -> bool {
    matches!(
        c,
        'い' | 'え'
            | 'お'
            | 'き'
            | 'く'
            | 'ご'
            | 'さ'
            | 'し'
            | 'す'
            | 'せ'
            | 'ぜ'
            | 'つ'
            | 'ど'
            | 'な'
            | 'に'
            | 'は'
            | 'ひ'
            | 'ふ'
            | 'ぷ'
            | 'ま'
            | 'よ'
            | 'れ'
            | 'ろ'
            | 'わ'
            | '杠'
            | '横'
            | '橫'
            | '洞'
            | '拐'
            | '勾'
            | '么'
            | '幺'
            | '가'..='힣'
    )
}

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん')
}

/// The words of Japanese and the digits of Korean.
fn in_kana(kana: &[char]) -> Option<Word> {
    Some(match kana {
        ['ぜ', 'ろ'] | ['れ', 'い'] | ['ま', 'る'] | ['お', 'ー'] | ['공' | '영' | '령' | '洞'] => {
            Word::Digits("0")
        }
        ['い', 'ち'] | ['ひ', 'と'] | ['わ', 'ん'] | ['일' | '么' | '幺'] => {
            Word::Digits("1")
        }
        ['に' | '이'] | ['に', 'い' | 'ー'] | ['ふ', 'た'] | ['つ', 'ー'] => {
            Word::Digits("2")
        }
        ['さ', 'ん'] | ['す', 'り', 'ー'] | ['삼'] => Word::Digits("3"),
        ['し' | '사'] | ['し', 'ー'] | ['よ', 'ん' | 'ー'] | ['ふ', 'ぉ', 'ー'] => {
            Word::Digits("4")
        }
        ['ご' | '오'] | ['ご', 'ー' | 'う'] | ['ふ', 'ぁ', 'い', 'ぶ'] => {
            Word::Digits("5")
        }
        ['ろ', 'く'] | ['し', 'っ', 'く', 'す'] | ['육' | '륙'] => Word::Digits("6"),
        ['な', 'な'] | ['し', 'ち'] | ['せ', 'ぶ', 'ん'] | ['칠' | '拐'] => {
            Word::Digits("7")
        }
        ['は', 'ち'] | ['え', 'い', 'と'] | ['팔'] => Word::Digits("8"),
        ['く' | '구' | '勾'] | ['く', 'ー'] | ['き', 'ゅ', 'う' | 'ー'] | ['な', 'い', 'ん'] => {
            Word::Digits("9")
        }
        ['は', 'い', 'ふ', 'ん']
        | ['ま', 'い', 'な', 'す']
        | ['ど', 'っ', 'と']
        | ['하', '이', '픈']
        | ['대' | '다', '시']
        | ['杠']
        | ['横' | '橫', '杠' | '线' | '線'] => Word::Sign("-"),
        ['ぷ', 'ら', 'す'] => Word::Sign("+"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_that_begin_no_word_begin_none() {
        let kana: Vec<char> = ('ぁ'..='ん').chain(['ー']).collect();
        let mut of_two = kana.iter().flat_map(|&a| kana.iter().map(move |&b| [a, b]));
        assert!(
            of_two
                .clone()
                .all(|word| begins(word[0]) || in_kana(&word).is_none())
        );
        let of_three = of_two
            .clone()
            .flat_map(|[a, b]| kana.iter().map(move |&c| [a, b, c]));
        assert!(
            of_three
                .clone()
                .all(|word| begins(word[0]) || in_kana(&word).is_none())
        );
        let one = |&c: &char| begins(c) || in_kana(&[c]).is_none();
        assert!(('\0'..=char::MAX).collect::<Vec<_>>().iter().all(one));
        assert!(begins('は') && in_kana(&['は', 'い', 'ふ', 'ん']).is_some());
        assert!(of_two.any(|word| in_kana(&word).is_some()));
    }
}
