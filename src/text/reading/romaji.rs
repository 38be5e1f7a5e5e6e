//! Typed romaji, in any of its spellings, as kana and as letters.

use std::borrow::Cow;

use super::letters::{Letters, letters};
use super::spellings::{VOWELS, kana_of, syllables_from};

/// The canonical letters (see [`letters`]) of typed romaji. Expects folded text; `-` and a macron or circumflex make a
/// vowel long, `n`, `nn`, `n'` and `m` before b, m, p are ん, `x` and `l` make kana small.
///
/// An unfinished last syllable is kept as far as it is certain, so that the result is a prefix of the letters of every
/// word that the reader may be typing: `kaiy` → `kaiy`, `ch` → `t`, `kaim` → `kai` (かいも, or かいん before ば). A small
/// kana typed after a finished syllable is the exception: `te` is て although `texi` is ティ, `ti`.
///
/// `None` for what is no romaji, and where not one letter is certain.
///
/// ```
/// use madoguchi::text::reading::romaji;
/// assert_eq!(romaji("chatto").as_deref(), Some("tyatto"));
/// assert_eq!(romaji("seikyuush").as_deref(), Some("seikyus"));
/// assert_eq!(romaji("street"), None);
/// ```
pub fn romaji(typed: &str) -> Option<String> {
    let typed = spell_out_long_vowels(typed);
    let (mut kana, mut unfinished) = (String::new(), "");
    for piece in Pieces::of(&typed) {
        match piece {
            Piece::Kana(one) => kana.push_str(one),
            Piece::Unfinished("m") if !kana.is_empty() => {}
            Piece::Unfinished(start) => unfinished = start,
            Piece::Other(_) => return None,
        }
    }
    let mut all = Letters::default();
    all.kana(&kana);
    if !unfinished.is_empty() {
        all.spelling(&letters_of_all(unfinished));
    }
    let all = all.into_text();
    (!all.is_empty()).then_some(all)
}

/// Typed romaji as hiragana: `chatto` → `ちゃっと`. An unfinished last syllable stays as typed (`kaiyakun` → `かいやくn`),
/// and so does what is no romaji. Expects folded text.
///
/// ```
/// use madoguchi::text::reading::to_kana;
/// assert_eq!(to_kana("shinnbunn"), "しんぶん");
/// ```
pub fn to_kana(typed: &str) -> String {
    let typed = spell_out_long_vowels(typed);
    Pieces::of(&typed)
        .map(|piece| match piece {
            Piece::Kana(text) | Piece::Unfinished(text) | Piece::Other(text) => text,
        })
        .collect()
}

/// `ō` as `ou` and so on: what is written with a macron in romaji is nearly always that in kana.
fn spell_out_long_vowels(typed: &str) -> Cow<'_, str> {
    if typed.is_ascii() {
        return Cow::Borrowed(typed);
    }
    let mut plain = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            'ā' | 'â' => plain.push_str("aa"),
            'ī' | 'î' => plain.push_str("ii"),
            'ū' | 'û' => plain.push_str("uu"),
            'ē' | 'ê' => plain.push_str("ee"),
            'ō' | 'ô' => plain.push_str("ou"),
            '’' => plain.push('\''),
            _ => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// The letters with which every syllable begins whose spelling begins so.
fn letters_of_all(start: &str) -> String {
    syllables_from(start)
        .map(letters)
        .reduce(|common, other| {
            let same = common.bytes().zip(other.bytes());
            let length = same.take_while(|(a, b)| a == b).count();
            common[..length].to_owned()
        })
        .unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Kana(&'static str),
    /// The beginning of a syllable at the end of the text.
    Unfinished(&'a str),
    /// A character that is no romaji where it stands.
    Other(&'a str),
}

#[derive(Debug)]
struct Pieces<'a> {
    typed: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    const fn of(typed: &'a str) -> Self {
        Self { typed, at: 0 }
    }

    /// The next piece and how many bytes of the text it takes.
    fn first(&self, rest: &'a str) -> (Piece<'a>, usize) {
        match rest.as_bytes() {
            [b'n', ..] => nasal(rest),
            [b'm', b'b' | b'p' | b'm', ..] if self.at > 0 => (Piece::Kana("ん"), 1),
            [b't', b'c', ..] => (Piece::Kana("っ"), 1),
            [a, b, ..] if a == b && can_double(*a) => (Piece::Kana("っ"), 1),
            [b'-', ..] if self.at > 0 => (Piece::Kana("ー"), 1),
            _ => syllable(rest),
        }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = &self.typed[self.at..];
        if rest.is_empty() {
            return None;
        }
        let (piece, length) = self.first(rest);
        self.at += length;
        Some(piece)
    }
}

/// The kana before which っ can stand; that nn and mm are ん has been seen to before.
const fn can_double(letter: u8) -> bool {
    letter.is_ascii_lowercase()
        && !matches!(
            letter,
            b'a' | b'i' | b'u' | b'e' | b'o' | b'l' | b'm' | b'n' | b'q' | b'x'
        )
}

/// What an n begins: な, にゃ, or ん, which is typed n, n' or nn. The last n before a vowel belongs to that vowel, so
/// `konnichiwa` has the same kana as `konnnichiwa`.
fn nasal(rest: &str) -> (Piece<'_>, usize) {
    let run = rest.bytes().take_while(|&b| b == b'n').count();
    match (run, rest.as_bytes().get(run)) {
        (1, None) => (Piece::Unfinished(rest), 1),
        (1, Some(b'a' | b'i' | b'u' | b'e' | b'o' | b'y')) => syllable(rest),
        (1 | 2, Some(b'\'')) => (Piece::Kana("ん"), run + 1),
        (2, Some(b'a' | b'i' | b'u' | b'e' | b'o' | b'y')) | (1, Some(_)) => (Piece::Kana("ん"), 1),
        _ => (Piece::Kana("ん"), 2),
    }
}

fn syllable(rest: &str) -> (Piece<'_>, usize) {
    let Some(vowel_at) = rest.find(VOWELS) else {
        return if syllables_from(rest).next().is_some() {
            (Piece::Unfinished(rest), rest.len())
        } else {
            other(rest)
        };
    };
    let Some(kana) = kana_of(&rest[..=vowel_at]) else {
        return other(rest);
    };
    (Piece::Kana(kana), vowel_at + 1)
}

fn other(rest: &str) -> (Piece<'_>, usize) {
    let length = rest.chars().next().map_or(0, char::len_utf8);
    (Piece::Other(&rest[..length]), length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::reading::spellings::ROWS;

    #[test]
    fn spellings_meet() {
        let check = |kana: &str, spellings: &[&str]| {
            for typed in spellings {
                assert_eq!(romaji(typed), Some(letters(kana)), "{typed}");
            }
        };
        check(
            "チャット",
            &[
                "chatto",
                "tyatto",
                "chyatto",
                "cyatto",
                "cha-xtuto",
                "tixyatto",
            ],
        );
        check("せいきゅう", &["seikyu", "seikyuu", "seikyū", "seikixyuu"]);
        check(
            "でんわばんごう",
            &["denwabango", "denwabangou", "dennwabanngou", "denwabangō"],
        );
        check(
            "しんぶん",
            &["shinbun", "shimbun", "sinbun", "shinnbunn", "shin'bun"],
        );
        check("こんにちわ", &["konnichiwa", "konnnitiwa", "kon'nichiwa"]);
        check("まっち", &["matti", "matchi", "macchi", "maltuchi"]);
        check("つづき", &["tsuzuki", "tuduki", "tsudzuki"]);
        check("じゃ", &["ja", "zya", "jya"]);
        check("ふ", &["fu", "hu"]);
        check("ぐんま", &["gumma", "gunma", "gunnma"]);
        check(
            "しんいち",
            &["shin'ichi", "shin’ichi", "shinnichi", "sinniti"],
        );
        check(
            "パーティー",
            &["pa-thi-", "pa-texi-", "pati", "pa-t'i-", "paati"],
        );
        check("メディア", &["media", "medhia", "medexia"]);
        check("トゥ", &["twu", "toxu", "tu"]);
        check("ファックス", &["fakkusu", "huakkusu", "fuxakkusu"]);
        check("ヴァ", &["va", "ba", "vuxa"]);
        check("ウィ", &["wi", "ui", "uxi"]);
        check("しっぱいをした", &["shippaiwoshita", "sippaiosita"]);
        check("バッハ", &["bahha"]);
        check("おんな", &["onna", "onnna"]);
    }

    #[test]
    fn no_romaji() {
        for typed in [
            "", "bbiq", "cancl", "street", "netflix", "hello", "card", "-", "ka ka", "解約", "かi",
            "ka1", "q", "'", "k'a", "ka'", "mba", "w", "d",
        ] {
            assert_eq!(romaji(typed), None, "{typed}");
        }
    }

    #[test]
    fn unfinished_syllables_keep_what_is_certain() {
        let check = |typed: &str, expected: &str| {
            assert_eq!(romaji(typed).as_deref(), Some(expected), "{typed}");
        };
        check("kaiy", "kaiy");
        check("kaiyak", "kaiyak");
        check("kaiyakuh", "kaiyakuh");
        check("c", "t");
        check("ch", "t");
        check("sh", "s");
        check("ts", "tu");
        check("j", "z");
        check("chat", "tyat");
        check("chatt", "tyatt");
        check("mac", "mat");
        check("macch", "matt");
        check("matc", "matt");
        check("n", "n");
        check("kan", "kan");
        check("konn", "kon");
        check("kaim", "kai");
        check("kaimy", "kaimy");
        check("m", "m");
        check("kaid", "kai");
        check("kaiw", "kai");
    }

    #[test]
    fn romaji_as_kana() {
        let check = |typed: &str, expected: &str| assert_eq!(to_kana(typed), expected, "{typed}");
        check("", "");
        check("kaiyaku", "かいやく");
        check("kaiy", "かいy");
        check("kaiyakun", "かいやくn");
        check("kaiyakunn", "かいやくん");
        check("shinnbunn", "しんぶん");
        check("konnichiwa", "こんにちわ");
        check("onnna", "おんな");
        check("chatto", "ちゃっと");
        check("tōkyō", "とうきょう");
        check("me-ru", "めーる");
        check("thi-", "てぃー");
        check("street", "stれえt");
        check("解約suru", "解約する");
    }

    /// A kana with its spelling in Hepburn, kunrei-shiki and as one types it.
    fn morae() -> Vec<[&'static str; 4]> {
        let row = |name: &str| ROWS.iter().find(|(row, _)| *row == name).unwrap();
        let mut morae = Vec::new();
        for name in [
            "", "k", "g", "s", "z", "t", "d", "n", "h", "b", "p", "m", "y", "r", "w", "ky", "gy",
            "ny", "hy", "by", "py", "my", "ry", "f", "v", "j", "sh", "ch", "ts", "sy", "zy", "ty",
        ] {
            let (spelling, kana) = row(name);
            for (vowel, kana) in "aiueo"
                .chars()
                .zip(kana)
                .filter(|(_, kana)| !kana.is_empty())
            {
                let spelling: &'static str = String::leak(format!("{spelling}{vowel}"));
                morae.push([kana, spelling, spelling, spelling]);
            }
        }
        morae.extend([
            ["し", "shi", "si", "si"],
            ["ち", "chi", "ti", "chi"],
            ["つ", "tsu", "tu", "tu"],
            ["ふ", "fu", "hu", "fu"],
            ["じ", "ji", "zi", "ji"],
            ["ぢ", "ji", "zi", "di"],
            ["づ", "zu", "zu", "du"],
            ["を", "o", "o", "wo"],
            ["しゃ", "sha", "sya", "sya"],
            ["ちゅ", "chu", "tyu", "cyu"],
            ["じょ", "jo", "zyo", "jyo"],
            ["ふぁ", "fa", "hua", "fa"],
            ["てぃ", "ti", "ti", "thi"],
            ["でぃ", "di", "di", "dhi"],
        ]);
        morae
    }

    #[derive(Debug, Clone)]
    enum Part {
        Mora([&'static str; 4]),
        /// っ and a mora whose consonant can be doubled.
        Doubled([&'static str; 4]),
        N,
        Long,
    }

    /// A word of these parts in kana, and each way of typing it.
    fn write(parts: &[Part]) -> [String; 4] {
        let mut word: [String; 4] = Default::default();
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Mora(mora) => word.iter_mut().zip(mora).for_each(|(w, m)| w.push_str(m)),
                Part::Doubled(mora) => {
                    word[0].push('っ');
                    for (word, mora) in word.iter_mut().zip(mora).skip(1) {
                        word.push(if mora.starts_with("ch") {
                            't'
                        } else {
                            mora.chars().next().unwrap()
                        });
                    }
                    word.iter_mut().zip(mora).for_each(|(w, m)| w.push_str(m));
                }
                Part::N => {
                    let next = match parts.get(at + 1) {
                        Some(Part::Mora(mora) | Part::Doubled(mora)) => mora[1],
                        _ => "",
                    };
                    word[0].push('ん');
                    let lips = at > 0 && next.starts_with(['b', 'm', 'p']);
                    word[1].push_str(if lips { "m" } else { "n" });
                    word[2].push_str(if next.starts_with(['a', 'i', 'u', 'e', 'o', 'y']) {
                        "n'"
                    } else {
                        "n"
                    });
                    word[3].push_str("nn");
                }
                Part::Long => {
                    word[0].push('ー');
                    word[3].push('-');
                }
            }
        }
        word
    }

    fn words() -> impl Strategy<Value = [String; 4]> {
        let mora = || proptest::sample::select(morae());
        let part = prop_oneof![
            8 => mora().prop_map(Part::Mora),
            1 => mora().prop_filter("no consonant", |m| m[1..].iter().all(|m| m.starts_with(
                ['k', 's', 't', 'p', 'g', 'z', 'd', 'b', 'h', 'f', 'r', 'j', 'c'])))
                .prop_map(Part::Doubled),
            1 => Just(Part::N),
            1 => Just(Part::Long),
        ];
        (mora(), proptest::collection::vec(part, 0..8)).prop_map(|(first, rest)| {
            let mut parts = vec![Part::Mora(first)];
            parts.extend(rest);
            write(&parts)
        })
    }

    proptest! {
        #[test]
        fn every_spelling_gives_the_letters_of_the_kana([kana, hepburn, kunrei, typed] in words()) {
            for spelling in [hepburn, kunrei, typed] {
                prop_assert_eq!(romaji(&spelling), Some(letters(&kana)), "{} {}", kana, spelling);
            }
        }

        #[test]
        fn every_beginning_gives_a_beginning([kana, hepburn, kunrei, typed] in words()) {
            for spelling in [hepburn, kunrei, typed] {
                for cut in 1..spelling.len() {
                    let beginning = romaji(&spelling[..cut]).unwrap_or_default();
                    prop_assert!(letters(&kana).starts_with(&beginning), "{} {}", spelling, &spelling[..cut]);
                }
            }
        }

        #[test]
        fn anything_can_be_typed(typed in "(\\PC|[a-z'ō-]){0,16}") {
            let letters = romaji(&typed);
            prop_assert!(letters.is_none_or(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_lowercase())));
            to_kana(&typed);
        }

        #[test]
        fn kana_and_letters_of_what_is_typed_agree(typed in "([kstnhmyrwgzdbpfjc]?[hy]?[aiueo]|nn|-){1,8}") {
            if let Some(found) = romaji(&typed) {
                prop_assert_eq!(found, letters(&to_kana(&typed)));
            }
        }
    }
}
