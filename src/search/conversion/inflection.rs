//! What may follow the stem of a Japanese verb or adjective: which ending fits which stem, and which may follow which.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::reading::letters;

/// How far a word has come behind its stem, and so how it may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing is missing, and nothing more belongs to it.
    Whole,
    /// 書か: ない or れる follow.
    Irrealis,
    /// 書き: ます follows, or nothing.
    Continuative,
    /// 書け, which is also the stem of "can write".
    Conditional,
    /// 書こ
    Volitional,
    /// 関す: る follows.
    Suru,
    /// 食べ: all endings of verbs follow, or nothing.
    Ichidan,
    /// 書いて
    Te,
    /// 高
    Adjective,
    /// 使 of 使う, to which no consonant belongs.
    Wa,
    /// 書 of 書いた, 取 of 取った: a stem without its consonant, before た and て.
    Euphonic,
    /// The same before all else, where the guide has no other form of the word.
    Clipped,
}

impl Form {
    pub const COUNT: usize = Self::Clipped as usize + 1;

    pub const ALL: [Self; Self::COUNT] = [
        Self::Whole,
        Self::Irrealis,
        Self::Continuative,
        Self::Conditional,
        Self::Volitional,
        Self::Suru,
        Self::Ichidan,
        Self::Te,
        Self::Adjective,
        Self::Wa,
        Self::Euphonic,
        Self::Clipped,
    ];

    /// Whether a word may end so.
    pub const fn may_end(self) -> bool {
        matches!(
            self,
            Self::Whole | Self::Continuative | Self::Ichidan | Self::Te
        )
    }
}

/// The forms that a stem in canonical letters may have, with the vowel behind it where it ends with a consonant.
pub fn of_stem(stem: &str, vowel: Option<char>) -> &'static [Form] {
    use Form::{
        Adjective, Clipped, Conditional, Continuative, Euphonic, Ichidan, Irrealis, Suru,
        Volitional, Wa, Whole,
    };
    let is_sibilant = stem.ends_with('s');
    match vowel {
        Some('a') => &[Irrealis],
        // 話し has た and て behind it, as 関し has ない.
        Some('i') if is_sibilant => &[Ichidan],
        Some('i') => &[Continuative],
        Some('u') if is_sibilant => &[Whole, Suru],
        Some('u') => &[Whole],
        Some('e') => &[Conditional],
        Some('o') => &[Volitional],
        Some(_) => &[],
        None => match stem.as_bytes().last() {
            Some(b'e') => &[Ichidan, Euphonic],
            Some(b'i') => &[Ichidan, Adjective, Euphonic],
            Some(b'a' | b'u' | b'o') => &[Adjective, Wa, Euphonic, Clipped],
            _ => &[],
        },
    }
}

/// What an ending makes of a form, by the letters of the ending.
pub fn endings(letters: &str) -> &'static [(Form, Form)] {
    ENDINGS.get(letters).map_or(&[], Vec::as_slice)
}

/// Whether an ending begins with these letters that may follow a form.
pub fn begins_ending(letters: &str, form: Form) -> bool {
    let mut all = ENDINGS.iter();
    all.any(|(ending, forms)| {
        ending.starts_with(letters) && forms.iter().any(|(from, _)| *from == form)
    })
}

static ENDINGS: LazyLock<HashMap<String, Vec<(Form, Form)>>> = LazyLock::new(|| {
    let mut endings: HashMap<String, Vec<(Form, Form)>> = HashMap::new();
    for (from, kana, to) in ROWS {
        for ending in kana.split(' ').map(letters) {
            let forms = endings.entry(ending).or_default();
            forms.extend(from.iter().map(|&from| (from, *to)));
        }
    }
    endings
});

/// Forms, the endings that follow them, and the form that these make.
const ROWS: &[(&[Form], &str, Form)] = {
    use Form::{
        Adjective, Clipped, Conditional, Continuative, Euphonic, Ichidan, Irrealis, Suru, Te,
        Volitional, Wa, Whole,
    };
    &[
        (
            &[Irrealis, Ichidan, Conditional, Te],
            "ない なく なくて なかった なかったら なければ なきゃ ず ずに",
            Whole,
        ),
        // Said in Osaka, and by many.
        (&[Irrealis, Ichidan, Te], "へん へんかった", Whole),
        (&[Irrealis], "ん", Whole),
        (&[Irrealis], "れ せ", Ichidan),
        (&[Ichidan], "られ させ れ", Ichidan),
        (
            &[Continuative, Ichidan, Conditional, Te],
            "ます ました ません ませんか まして ましょう",
            Whole,
        ),
        (
            &[Continuative, Ichidan, Conditional],
            "た やす にく",
            Adjective,
        ),
        (
            &[Continuative, Ichidan, Conditional, Adjective],
            "すぎ",
            Ichidan,
        ),
        (&[Continuative, Ichidan, Conditional], "ながら つつ", Whole),
        (
            &[Continuative, Ichidan, Conditional, Adjective],
            "そう",
            Whole,
        ),
        (&[Ichidan, Conditional, Te], "る れば た たら", Whole),
        (&[Ichidan, Conditional, Te], "て", Te),
        (&[Ichidan], "よう ろ ちゃう ちゃった ちゃいました", Whole),
        (&[Conditional], "ば", Whole),
        (&[Suru], "る れば", Whole),
        (&[Volitional], "う", Whole),
        (&[Te], "い", Ichidan),
        (
            &[Te],
            "しまう しまった しまいました しまって しもた しもうた くる くれる くれない もらう",
            Whole,
        ),
        (
            &[Adjective],
            "い く くて くない くなかった かった かったら ければ さ",
            Whole,
        ),
        (&[Wa], "わ", Irrealis),
        (&[Wa], "い", Continuative),
        (&[Wa], "う", Whole),
        (&[Wa], "え", Conditional),
        (&[Wa], "お", Volitional),
        (
            &[Euphonic],
            "った いた いだ んだ ったら いたら いだら んだら っちゃった っちゃう いちゃった んじゃった",
            Whole,
        ),
        (&[Euphonic], "って いて いで んで", Te),
        // A guide that has 作った alone is asked for 作る too.
        (&[Clipped], "ら た か が ま ば", Irrealis),
        (&[Clipped], "り ち き ぎ み び", Continuative),
        (&[Clipped], "る つ く ぐ む ぶ", Whole),
        (&[Clipped], "れ て け げ め べ", Conditional),
        (&[Clipped], "ろ と こ ご も ぼ", Volitional),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether an ending in kana, as a chain of these, makes a whole word of a stem.
    fn fits(stem: &str, vowel: Option<char>, rest: &str) -> bool {
        fn goes(form: Form, rest: &str) -> bool {
            if rest.is_empty() {
                return form.may_end();
            }
            (1..=rest.len()).any(|end| {
                let next = endings(&rest[..end]).iter();
                next.filter(|(from, _)| *from == form)
                    .any(|&(_, to)| goes(to, &rest[end..]))
            })
        }
        let rest = letters(rest);
        of_stem(stem, vowel).iter().any(|&form| goes(form, &rest))
    }

    #[test]
    fn endings_fit_their_stems() {
        for (stem, vowel, ending, expected) in [
            ("hair", Some('e'), "つついか", false),
            ("hair", Some('e'), "ない", true),
            ("hair", Some('e'), "ば", true),
            ("hair", Some('e'), "", false),
            ("hair", Some('i'), "", true),
            ("kans", Some('u'), "る", true),
            ("kans", Some('u'), "かう", false),
            ("kans", Some('i'), "ている", true),
            ("kak", Some('a'), "れている", true),
            ("kak", Some('a'), "", false),
            ("kak", Some('i'), "たくない", true),
            ("wasure", None, "られない", true),
            ("wasure", None, "てしまいました", true),
            ("wasure", None, "く", false),
            ("tuka", None, "われた", true),
            ("tuka", None, "えない", true),
            ("tuka", None, "ない", false),
            ("taka", None, "すぎる", true),
            ("taka", None, "かった", true),
            ("taka", None, "", false),
        ] {
            assert_eq!(
                fits(stem, vowel, ending),
                expected,
                "{stem} {vowel:?} {ending}"
            );
        }
    }

    #[test]
    fn an_ending_may_be_half_typed() {
        assert!(begins_ending("ma", Form::Ichidan) && begins_ending("nakat", Form::Irrealis));
        assert!(!begins_ending("ma", Form::Irrealis));
    }
}
