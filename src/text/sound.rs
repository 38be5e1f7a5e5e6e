//! How words of English sound in Japanese: `getter` and ゲッター, `reducer`, リデューサ and レデューサー.
//!
//! A word that came from English is written as it is heard, and not by everybody alike; what all agree about are its
//! consonants, less those that Japanese does not tell apart (l and r, b and v, s, z and j). By these a word is looked up. Vowels
//! only rule out what nobody would hear so; an r that only makes one long is left out.

use crate::text::fold::to_hiragana;
use crate::text::reading;
use crate::text::segment::Class;

/// The fewest consonants that are compared.
pub const FEWEST: usize = 2;

/// With as many consonants all vowels have to agree: too many words have so few in common.
pub const FEW: usize = 3;

/// So many letters of a word of English are read in one way or another.
const MOST_WAYS: usize = 3;

/// What stands for a vowel at the beginning.
const VOWEL: char = 'A';

/// How a folded word sounds: one way for a word in katakana, several for one in Latin letters, none for any other, and for what
/// is too short.
pub fn sounds(word: &str) -> Vec<Sound> {
    let is = |class: Class| word.chars().all(|c| Class::of(c) == class || c == 'ー');
    let mut sounds = if is(Class::Katakana) {
        vec![sound_of_kana(word)]
    } else if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        of_latin(word.as_bytes())
    } else {
        Vec::new()
    };
    sounds.retain(|sound| sound.consonants.len() >= FEWEST);
    sounds
}

/// How a word sounds.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sound {
    consonants: String,
    /// Behind each consonant, which vowels may be heard there; no bit where it may be any.
    vowels: Vec<u8>,
    /// The last letter was a vowel.
    is_open: bool,
}

impl Sound {
    /// Its consonants, by which it is looked up. In capitals, so that none is a word of a folded text.
    ///
    /// ```
    /// use madoguchi::text::sound::sounds;
    /// assert_eq!(sounds("ゲッタープロパティ")[0].consonants(), "GTPRPT");
    /// assert!(sounds("reducer")[0].is_like(&sounds("レデューサー")[0]));
    /// ```
    pub fn consonants(&self) -> &str {
        &self.consonants
    }

    /// Whether two words may be one: the same consonants, and vowels that somebody might hear so; of a long word one may be another.
    pub fn is_like(&self, other: &Self) -> bool {
        let pairs = self.vowels.iter().zip(&other.vowels);
        let differ = pairs.filter(|&(&a, &b)| a != 0 && b != 0 && a & b == 0);
        let most = usize::from(self.consonants.len() > FEW);
        self.consonants == other.consonants && differ.count() <= most
    }

    fn with(mut self, heard: Heard) -> Self {
        match heard {
            Heard::Nothing => {}
            Heard::Vowel(vowels) => self.vowel(vowels),
            Heard::Consonants(letters @ ("K" | "T" | "S")) => self.push(letters, U | O | I),
            // There is a vowel between the two, and nobody knows which.
            Heard::Consonants(letters @ ("SN" | "SK")) => self.push(letters, 0),
            Heard::Consonants(letters) => self.push(letters, U | O),
        }
        self
    }

    /// Consonants, and the vowels that are heard behind them where none is written. The same consonant twice without a vowel
    /// between is one.
    fn push(&mut self, letters: &str, between: u8) {
        let is_same = !self.is_open && self.consonants.ends_with(letters);
        if !is_same {
            self.consonants.push_str(letters);
            self.vowels.resize(self.consonants.len(), between);
        }
        self.is_open = false;
    }

    fn vowel(&mut self, vowels: u8) {
        if self.consonants.is_empty() {
            self.consonants.push(VOWEL);
            self.vowels.push(0);
        } else if let Some(last) = self.vowels.last_mut() {
            *last = if self.is_open { *last | vowels } else { vowels };
        }
        self.is_open = true;
    }
}

const A: u8 = 1;
const I: u8 = 2;
const U: u8 = 4;
const E: u8 = 8;
const O: u8 = 16;

/// How a folded word in kana sounds, as one of English.
pub fn sound_of_kana(word: &str) -> Sound {
    // Their consonant is that of English; as readings they are those of older words. A u is also heard as an a.
    let word = to_hiragana(word)
        .replace("でぃ", "で")
        .replace("でゅ", "だ")
        .replace("どぅ", "ど");
    let mut sound = Sound::default();
    for letter in reading::letters(&word).bytes() {
        match letter {
            b'a' => sound.vowel(A),
            b'i' => sound.vowel(I),
            b'u' => sound.vowel(U),
            b'e' => sound.vowel(E),
            b'o' => sound.vowel(O),
            b'z' => sound.push("S", 0),
            b'y' | b'w' => sound.vowel(0),
            _ => {
                let letter = char::from(letter.to_ascii_uppercase());
                sound.push(letter.encode_utf8(&mut [0; 4]), 0);
            }
        }
    }
    sound
}

/// All ways to read it: `c` and `g` before some vowels, `ch` and `th` are heard in several, and a plural may lose its s.
fn of_latin(word: &[u8]) -> Vec<Sound> {
    let mut all = vec![Sound::default()];
    let (mut at, mut several) = (0, 0);
    while at < word.len() {
        let (length, heard) = heard(word, at);
        at += length;
        several += usize::from(heard.len() > 1);
        let most = if several > MOST_WAYS { 1 } else { heard.len() };
        let so_far = std::mem::take(&mut all).into_iter();
        all = match heard[..most] {
            [heard] => so_far.map(|sound| sound.with(heard)).collect(),
            ref ways => so_far
                .flat_map(|sound| ways.iter().map(move |&heard| sound.clone().with(heard)))
                .collect(),
        };
    }
    if word.ends_with(b"s") && !word.ends_with(b"ss") {
        let mut singular = all.clone();
        for sound in &mut singular {
            sound.consonants.pop();
            sound.vowels.pop();
        }
        all.append(&mut singular);
    }
    all.sort();
    all.dedup();
    all
}

/// How letters are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    Nothing,
    /// Any of some vowels.
    Vowel(u8),
    Consonants(&'static str),
}

use Heard::{Consonants, Nothing, Vowel};

/// Letters that are heard together.
const TOGETHER: &[(&[u8], &[Heard])] = &[
    (b"tion", &[Consonants("SN")]),
    (b"sion", &[Consonants("SN")]),
    (b"tch", &[Consonants("T")]),
    (b"dge", &[Consonants("S")]),
    (b"sch", &[Consonants("SK"), Consonants("S")]),
    (b"ch", &[Consonants("T"), Consonants("K"), Consonants("S")]),
    (b"sh", &[Consonants("S")]),
    (b"th", &[Consonants("S"), Consonants("T")]),
    (b"ph", &[Consonants("H")]),
    (b"gh", &[Vowel(0), Consonants("G")]),
    (b"ck", &[Consonants("K")]),
    (b"qu", &[Consonants("K")]),
];

/// Letters of which the first is silent at the beginning.
const SILENT: [&[u8]; 4] = [b"kn", b"wr", b"ps", b"pn"];

/// How the letters at a place are heard, and how many they are.
fn heard(word: &[u8], at: usize) -> (usize, &'static [Heard]) {
    let rest = &word[at..];
    if let Some(&(letters, heard)) = TOGETHER
        .iter()
        .find(|(letters, _)| rest.starts_with(letters))
    {
        return (letters.len(), heard);
    }
    if at == 0 && SILENT.iter().any(|letters| rest.starts_with(letters)) {
        return (1, &[Nothing]);
    }
    let next = rest.get(1).copied();
    let is_soft = matches!(next, Some(b'e' | b'i' | b'y'));
    let heard: &[Heard] = match rest[0] {
        b'c' if is_soft => &[Consonants("S")],
        b'c' | b'k' | b'q' => &[Consonants("K")],
        b'g' if is_soft => &[Consonants("G"), Consonants("S")],
        b'g' => &[Consonants("G")],
        b'x' if at > 0 => &[Consonants("KS")],
        b'j' | b'z' | b's' | b'x' => &[Consonants("S")],
        b'r' if only_lengthens(word, at) => &[Vowel(A | E | O)],
        b'l' | b'r' => &[Consonants("R")],
        b'v' | b'b' => &[Consonants("B")],
        b'f' | b'h' => &[Consonants("H")],
        b'm' if matches!(next, Some(b'p' | b'b')) => &[Consonants("N")],
        b'm' => &[Consonants("M")],
        b'n' => &[Consonants("N")],
        b'p' => &[Consonants("P")],
        b't' => &[Consonants("T")],
        b'd' => &[Consonants("D")],
        // Nobody hears the last e of "template".
        b'e' if is_silent(rest) && at > 0 && !is_vowel(word[at - 1]) => &[Nothing],
        b'a' => &[Vowel(A | E)],
        b'e' => &[Vowel(E | I)],
        b'i' | b'y' => &[Vowel(I | A | E)],
        b'o' => &[Vowel(O | U)],
        b'u' => &[Vowel(U | A | O | E)],
        _ => &[Vowel(0)],
    };
    (1, heard)
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'i' | b'u' | b'e' | b'o' | b'y')
}

/// Whether a word ends with nothing but an e, and the s of a plural behind it.
fn is_silent(rest: &[u8]) -> bool {
    matches!(rest, b"e" | b"es")
}

/// Whether an r makes the vowel before it longer: behind one, and before none that is heard.
fn only_lengthens(word: &[u8], at: usize) -> bool {
    let rest = &word[at + 1..];
    let goes_on = rest.first().is_some_and(|&c| is_vowel(c) || c == b'r');
    at > 0 && is_vowel(word[at - 1]) && (!goes_on || is_silent(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_came_from_english_sound_like_it() {
        for (katakana, english) in [
            ("ゲッター", "getter"),
            ("ゲッター", "getters"),
            ("リデューサ", "reducer"),
            ("レデューサー", "reducer"),
            ("コンテキスト", "context"),
            ("コンテクスト", "context"),
            ("コンポーネント", "component"),
            ("パラメータ", "parameters"),
            ("ストロング", "strong"),
            ("リノート", "renote"),
            ("アーキテクチャ", "architecture"),
            ("ディープ", "deep"),
            ("ジェネリクス", "generics"),
            ("クロージャ", "closure"),
            ("バリデーション", "validation"),
            ("ユーティリティ", "utility"),
            ("ウィンドウ", "window"),
            ("スレッド", "thread"),
            ("ランナー", "runner"),
            ("アクセス", "access"),
            ("パッケージ", "package"),
            ("ミューテックス", "mutex"),
        ] {
            let (japanese, english) = (sound_of_kana(katakana), of_latin(english.as_bytes()));
            let is_like = |english: &Sound| english.is_like(&japanese);
            assert!(english.iter().any(is_like), "{japanese:?} {english:?}");
        }
    }

    #[test]
    fn others_do_not() {
        for (katakana, english) in [
            ("コンテナ", "context"),
            ("ゲッター", "get"),
            ("ゲッター", "gate"),
            ("リデューサ", "render"),
            ("クロージャ", "class"),
            ("クラス", "closure"),
            ("レデューサー", "reads"),
            ("ストレージ", "styles"),
            ("ドメイン", "daemon"),
            ("レデューサー", "radius"),
        ] {
            let (japanese, english) = (sound_of_kana(katakana), of_latin(english.as_bytes()));
            let is_like = |english: &Sound| english.is_like(&japanese);
            assert!(!english.iter().any(is_like), "{japanese:?} {english:?}");
        }
    }

    #[test]
    fn what_is_short_or_no_word_has_no_sound() {
        for word in ["", "キー", "key", "解約", "r2d2", "ー", "かな"] {
            assert_eq!(sounds(word), [], "{word}");
        }
    }
}
