//! The words of digits.

use std::sync::LazyLock;

/// No word in kana is longer.
pub(super) const LONGEST: usize = 4;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// It is a digit, and no word.
    Written(char),
    Digits(&'static str),
    /// So many tens, and what is behind them: `ninety-six`.
    Tens(&'static str),
    /// The next digit is said so often: `double nine`.
    Times(usize),
    /// A sign between digits.
    Sign(&'static str),
}

/// A letter of an alphabet in which words stand apart.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c > '\u{7F}' && c < '\u{1100}' && c.is_alphabetic()
}

/// Lower case, half width for letters, and hiragana for all kana.
pub(super) fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            let half = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
            half.to_ascii_lowercase()
        }
        'ｦ'..='ﾝ' => {
            let place = (u32::from(c) - u32::from('ｦ')) as usize;
            HALF_WIDTH.chars().nth(place).unwrap_or(c)
        }
        'À'..='Þ' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        _ => c,
    }
}

/// Hiragana for the kana of half width, from ｦ on.
const HALF_WIDTH: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The words of which letters consist, and where each stands, if all of them are words of numbers.
pub(super) fn of_letters(token: &[char]) -> Option<Vec<(std::ops::Range<usize>, Word)>> {
    if !may_begin(token) {
        return None;
    }
    let text: String = token.iter().collect();
    let starts = text.char_indices().map(|(start, _)| start);
    let starts: Vec<usize> = starts.chain([text.len()]).collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < token.len() {
        let most = (token.len() - at).min(LONGEST_WORD);
        // Short words stand alone: `one`, but not within `stone`.
        let (length, word) = (2..=most).rev().find_map(|length| {
            let word = word(&text[starts[at]..starts[at + length]]);
            word.map(|word| (length, word))
        })?;
        words.push((at..at + length, word));
        at += length;
    }
    Some(words)
}

const LONGEST_WORD: usize = 9;

/// The words of the languages of the interface, and of their neighbours.
#[rustfmt::skip]
static WORDS: [(Word, &[&str]); 34] = [
    (Word::Digits("0"), &["zero", "oh", "nought", "rei", "maru", "null", "zéro", "cero"]),
    (Word::Digits("1"), &["one", "ichi", "eins", "un", "une", "uno", "um", "uma"]),
    (Word::Digits("2"), &["two", "ni", "zwei", "zwo", "deux", "dos", "due", "dois", "duas"]),
    (Word::Digits("3"), &["three", "san", "drei", "trois", "tres", "tre", "três"]),
    (Word::Digits("4"), &["four", "yon", "shi", "vier", "quatre", "cuatro", "quattro", "quatro"]),
    (Word::Digits("5"), &["five", "go", "fünf", "cinq", "cinco", "cinque"]),
    (Word::Digits("6"), &["six", "roku", "sechs", "seis", "sei"]),
    (Word::Digits("7"), &["seven", "nana", "shichi", "sieben", "sept", "siete", "sette", "sete"]),
    (Word::Digits("8"), &["eight", "hachi", "acht", "huit", "ocho", "otto", "oito"]),
    (Word::Digits("9"), &["nine", "kyu", "kyuu", "ku", "neun", "neuf", "nueve", "nove"]),
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
    (Word::Sign("-"), &["hyphen", "dash", "minus"]),
];

fn word(text: &str) -> Option<Word> {
    let mut words = WORDS.iter();
    words.find_map(|(word, spellings)| spellings.contains(&text).then_some(*word))
}

/// A quick look: whether a word of numbers could begin so. Hardly any word of a text does.
fn may_begin(token: &[char]) -> bool {
    /// For each letter from a to z, the second letters of the words that begin with it, one bit each.
    static SECOND: LazyLock<[u32; 26]> = LazyLock::new(|| {
        let mut second = [0; 26];
        for word in WORDS.iter().flat_map(|(_, words)| *words) {
            let mut places = word.chars().map(place);
            if let (Some(Some(first)), Some(next)) = (places.next(), places.next()) {
                second[first] |= next.map_or(u32::MAX, |next| 1 << next);
            }
        }
        second
    });
    match token {
        [first, next, ..] => place(*first)
            .is_some_and(|first| place(*next).is_none_or(|next| SECOND[first] >> next & 1 == 1)),
        _ => false,
    }
}

/// The place of a letter in the alphabet.
fn place(c: char) -> Option<usize> {
    c.is_ascii_lowercase()
        .then(|| c as usize - usize::from(b'a'))
}

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

fn longest(kana: &[char]) -> Option<Word> {
    (1..=LONGEST.min(kana.len()))
        .rev()
        .find_map(|length| in_kana(&kana[..length]))
}

/// Whether a word in kana or hangul could begin so.
pub(super) const fn begins(c: char) -> bool {
    is_kana(c) || matches!(c, '가'..='힣')
}

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん')
}

/// The words of Japanese and the digits of Korean.
fn in_kana(kana: &[char]) -> Option<Word> {
    Some(match kana {
        ['ぜ', 'ろ'] | ['れ', 'い'] | ['ま', 'る'] | ['お', 'ー'] | ['공' | '영'] => {
            Word::Digits("0")
        }
        ['い', 'ち'] | ['일'] => Word::Digits("1"),
        ['に' | '이'] | ['に', 'い' | 'ー'] => Word::Digits("2"),
        ['さ', 'ん'] | ['삼'] => Word::Digits("3"),
        ['し' | '사'] | ['し', 'ー'] | ['よ', 'ん' | 'ー'] => Word::Digits("4"),
        ['ご' | '오'] | ['ご', 'ー' | 'う'] => Word::Digits("5"),
        ['ろ', 'く'] | ['육' | '륙'] => Word::Digits("6"),
        ['な', 'な'] | ['し', 'ち'] | ['칠'] => Word::Digits("7"),
        ['は', 'ち'] | ['팔'] => Word::Digits("8"),
        ['く' | '구'] | ['く', 'ー'] | ['き', 'ゅ', 'う' | 'ー'] => Word::Digits("9"),
        ['は', 'い', 'ふ', 'ん'] => Word::Sign("-"),
        ['ぷ', 'ら', 'す'] => Word::Sign("+"),
        _ => return None,
    })
}
