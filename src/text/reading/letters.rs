//! Kana as the letters in which readings are compared.

use crate::text::fold::hiragana;

/// The canonical letters of folded kana, hiragana or katakana: `かいやく` → `kaiyaku`, `メッセージ` → `messezi`.
///
/// Spelled as in kunrei-shiki, with every difference removed that readers do not agree about:
///
/// * Long vowels are short: `ー` is dropped, a vowel after the same vowel too, and `u` after `o`.
/// * `っ` doubles the consonant after it and is dropped where there is none; `ん` is `n`, and two `n` are one.
/// * `ぢ`, `づ`, `を` sound like `じ`, `ず`, `お`; `ヴァ` is `ba`.
/// * Syllables of foreign words are those that Japanese made of them before: `ティ` is `ti` like `チ`, `ディ` is `zi`,
///   `トゥ` is `tu`. Others are read kana by kana: `ファ` is `hua`, `ウィ` is `ui`.
///
/// What is not kana is kept as it is.
///
/// ```
/// use madoguchi::text::reading::letters;
/// assert_eq!(letters("せいきゅう"), "seikyu");
/// assert_eq!(letters("チャット"), "tyatto");
/// ```
pub fn letters(kana: &str) -> String {
    let mut letters = Letters::with_capacity(kana.len());
    letters.kana(kana);
    letters.text
}

/// How a word's letters are read behind another one, if its first consonant is voiced there: `kata` → `gata`.
pub fn voiced(letters: &str) -> Option<String> {
    let (first, rest) = letters.split_at_checked(1)?;
    let voiced = match (first, rest.as_bytes().first()?) {
        ("k", _) => "g",
        ("s", _) | ("t", b'i' | b'u' | b'y') => "z",
        ("t", _) => "d",
        ("h", _) => "b",
        _ => return None,
    };
    Some([voiced, rest].concat())
}

/// Letters as they grow. What comes later never changes what is there, so the letters of a prefix are a prefix.
#[derive(Debug, Default)]
pub(super) struct Letters {
    text: String,
    /// The last letter that came from kana; 0 where none can join the next.
    last: u8,
    /// A `っ` waits for its consonant.
    doubled: bool,
}

impl Letters {
    fn with_capacity(capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            ..Self::default()
        }
    }

    pub fn into_text(self) -> String {
        self.text
    }

    pub fn kana(&mut self, kana: &str) {
        let mut rest = kana.chars().map(hiragana).peekable();
        while let Some(c) = rest.next() {
            let Some(base) = base(c) else {
                self.other(c);
                continue;
            };
            let small = rest.peek().and_then(|&small| joined(c, base, small));
            if let Some((consonant, glide_and_vowel)) = small {
                rest.next();
                self.spelling(consonant);
                self.more(glide_and_vowel);
            } else {
                self.spelling(base);
            }
        }
    }

    /// The letters of one syllable or the beginning of one.
    pub fn spelling(&mut self, spelling: &str) {
        let Some(&first) = spelling.as_bytes().first() else {
            return;
        };
        if std::mem::take(&mut self.doubled) && !is_vowel(first) {
            // There is no っ before ま: what is heard there is ん.
            self.letter(if first == b'm' { b'n' } else { first });
        }
        self.more(spelling);
    }

    fn more(&mut self, letters: &str) {
        for letter in letters.bytes() {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: u8) {
        let long = is_vowel(letter) && letter == self.last || (self.last, letter) == (b'o', b'u');
        if !long && (self.last, letter) != (b'n', b'n') {
            self.text.push(char::from(letter));
            self.last = letter;
        }
    }

    fn other(&mut self, c: char) {
        match c {
            'っ' => self.doubled = true,
            'ー' => {}
            _ => {
                self.text.push(c);
                (self.last, self.doubled) = (0, false);
            }
        }
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'i' | b'u' | b'e' | b'o')
}

/// The letters of one hiragana; `None` for what has none of its own.
fn base(c: char) -> Option<&'static str> {
    // ぁ to ゖ, in the order of Unicode; っ has no letters of its own.
    const LETTERS: [&str; 86] = [
        "a", "a", "i", "i", "u", "u", "e", "e", "o", "o", "ka", "ga", "ki", "gi", "ku", "gu", "ke",
        "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo", "ta", "da",
        "ti", "zi", "", "tu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne", "no", "ha",
        "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe", "ho", "bo", "po", "ma",
        "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "ra", "ri", "ru", "re", "ro",
        "wa", "wa", "i", "e", "o", "n", "bu", "ka", "ka",
    ];
    // Katakana that there is no hiragana of.
    match c {
        'ヷ' => return Some("ba"),
        'ヸ' => return Some("bi"),
        'ヹ' => return Some("be"),
        'ヺ' => return Some("bo"),
        _ => {}
    }
    let index = u32::from(c).checked_sub(u32::from('ぁ'))?;
    LETTERS
        .get(index as usize)
        .copied()
        .filter(|letters| !letters.is_empty())
}

/// The consonant, then the rest, of a kana and the small kana that it makes one syllable with. `None` where the two are
/// read one after the other.
fn joined(c: char, base: &'static str, small: char) -> Option<(&'static str, &'static str)> {
    let rest = match small {
        'ゃ' => "ya",
        'ゅ' => "yu",
        'ょ' => "yo",
        'ぇ' if base.len() == 2 && base.ends_with('i') => "ye",
        'ぁ' => "a",
        'ぃ' => "i",
        'ぅ' => "u",
        'ぇ' => "e",
        'ぉ' => "o",
        _ => return None,
    };
    let consonant = match (c, small) {
        ('て', 'ぃ' | 'ゃ' | 'ゅ' | 'ょ') | ('と', 'ぅ') => "t",
        ('で', 'ぃ' | 'ゃ' | 'ゅ' | 'ょ') | ('ど', 'ぅ') | ('ず', 'ぃ') => "z",
        ('す', 'ぃ') => "s",
        ('ゔ', _) => "b",
        ('ふ', 'ゃ' | 'ゅ' | 'ょ') => "h",
        _ if rest.starts_with('y') && base.len() == 2 && base.ends_with('i') => &base[..1],
        _ => return None,
    };
    Some((consonant, rest))
}

/// Canonical letters cut into their syllables, so that a distance can be counted in kana: `ka|i|ya|ku`, `ti|n`,
/// `no|t|to`. The first letter of a doubled consonant is one of its own, like the `っ` that it stands for; so is every
/// character that is no such letter. Together the parts are the whole.
///
/// ```
/// use madoguchi::text::reading::syllables;
/// assert_eq!(syllables("tyattonsi").collect::<Vec<_>>(), ["tya", "t", "to", "n", "si"]);
/// ```
pub fn syllables(letters: &str) -> impl Iterator<Item = &str> {
    let mut rest = letters;
    std::iter::from_fn(move || {
        let (syllable, after) = rest.split_at(first_syllable(rest)?);
        rest = after;
        Some(syllable)
    })
}

/// The length in bytes of the first syllable; `None` where there is no more.
fn first_syllable(letters: &str) -> Option<usize> {
    let length = match letters.as_bytes() {
        [first @ b'a'..=b'z', b'y', vowel, ..] if !is_vowel(*first) && is_vowel(*vowel) => 3,
        [first @ b'a'..=b'z', vowel, ..] if !is_vowel(*first) && is_vowel(*vowel) => 2,
        _ => letters.chars().next()?.len_utf8(),
    };
    Some(length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::to_hiragana;

    #[test]
    fn kana_have_letters() {
        let check = |kana: &str, expected: &str| assert_eq!(letters(kana), expected, "{kana}");
        check("", "");
        check("かいやく", "kaiyaku");
        check("でんわばんごう", "denwabango");
        check("しちつふじぢすずづを", "sitituhuzizisuzuzuo");
        check("しゃちゃじゃぢゃりょ", "syatyazyazyaryo");
        check("メッセージ", "messezi");
        check("マッチ", "matti");
        check("ユーザー", "yuza");
        check("おおう", "o");
        check("とうきょう", "tokyo");
        check("おもう", "omo");
        check("おんな", "ona");
        check("しんいち", "siniti");
        check("っ", "");
        check("あっ。っあっま", "a。anma");
        check("パーティー", "pati");
        check("メディア", "mezia");
        check("ヴァイオリンヷヺ", "baiorinbabo");
        check("ファックス", "huakkusu");
        check("ウィンドウ", "uindo");
        check("チェック", "tyekku");
        check("テュトゥフュ", "tyutuhyu");
        check("oo解約おう", "oo解約o");
    }

    #[test]
    fn letters_have_syllables() {
        let check = |letters: &str, expected: &str| {
            let cut = syllables(letters).collect::<Vec<_>>().join("|");
            assert_eq!(cut, expected);
        };
        check("", "");
        check("kaiyaku", "ka|i|ya|ku");
        check("messezi", "me|s|se|zi");
        check("syatyo", "sya|tyo");
        check("sinbun", "si|n|bu|n");
        check("kinyu", "ki|nyu");
        check("t解t", "t|解|t");
    }

    proptest! {
        #[test]
        fn letters_of_a_beginning_are_a_beginning(kana in "[ぁ-ゖァ-ヺー]{0,12}", cut in 0_usize..12) {
            let beginning: String = kana.chars().take(cut).collect();
            let next_is_small = kana.chars().nth(cut).is_some_and(|c| "ぁぃぅぇぉゃゅょァィゥェォャュョ".contains(c));
            prop_assume!(!next_is_small);
            prop_assert!(letters(&kana).starts_with(&letters(&beginning)));
        }

        #[test]
        fn letters_of_kana_are_letters(kana in "[ぁ-ゖァ-ヺー]{0,12}") {
            prop_assert!(letters(&kana).bytes().all(|b| b.is_ascii_lowercase()));
            prop_assert_eq!(letters(&to_hiragana(&kana)), letters(&kana));
        }

        #[test]
        fn syllables_are_the_whole(letters in "[a-z解か]{0,12}") {
            prop_assert_eq!(syllables(&letters).collect::<String>(), letters);
        }
    }
}
