//! What is known of Korean: its small words, and its words without the particles and endings that are written with them, so that
//! 쓰레기는 and 쓰레기를 meet 쓰레기.

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| {
        ASKING_WORDS.binary_search(&word).is_ok()
            || ASKING_WORDS.binary_search(&stem(word).as_str()).is_ok()
    },
    endings: Some(Endings::Korean),
    readings: Readings::Quoted,
    words: &["한국말"],
    letter: None,
};

/// Words that say nothing about what is looked for.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "거", "것", "관한", "그", "그것", "그리고", "나", "나는", "내", "내가", "대한", "대해", "대해서", "더", "돼요",
    "되나요", "되는", "됩니까", "됩니다", "등", "또는", "및", "수", "싶다", "싶습니다", "싶어요", "싶은데",
    "싶은데요", "없나요", "없어요", "위한", "위해", "이", "이것", "인가요", "입니까", "있나요", "있는", "있습니까",
    "있습니다", "있어요", "있을까요", "저", "저것", "저는", "제", "제가", "좀", "주세요", "하고", "하고싶어요",
    "하나요", "하는", "하려면", "하면", "한다", "할", "합니까", "합니다", "해야", "해요",
];

/// Words with which one asks: how, where, when, what, need, may.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "가능", "가능한가요", "가르쳐", "경우", "궁금", "궁금해요", "누가", "누구", "때", "몇", "무슨", "무엇", "무엇을",
    "무엇인가요", "문의", "뭐", "뭘", "방법", "알고", "알려", "알려주세요", "어느", "어디", "어디로", "어디서",
    "어디에", "어디에서", "어디인가요", "어떤", "어떻게", "언제", "언제까지", "언제부터", "언제인가요", "얼마",
    "얼마나", "얼마인가요", "왜", "필요", "필요한", "필요한가요",
];

/// Particles behind nouns, and what makes a sentence of a noun; the longest first.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "까지는", "부터는", "에게서", "에서는", "에서도", "으로는", "으로도", "이에요", "인가요", "인데요", "입니까",
    "입니다", "까지", "께서", "마다", "보다", "부터", "에게", "에서", "예요", "으로", "이고", "이나", "이란", "인데",
    "처럼", "한테", "가", "과", "는", "도", "로", "를", "만", "에", "와", "은", "을", "의", "이",
];

/// Endings of verbs, with 하다 and 되다 that make verbs of nouns; the longest first.
#[rustfmt::skip]
const VERB_ENDINGS: &[&str] = &[
    "했습니다", "되나요", "됩니까", "됩니다", "습니다", "으려면", "하나요", "하는데", "하는법", "하는지", "하려고",
    "하려면", "하세요", "할까요", "합니까", "합니다", "했는데", "했어요", "나요", "는데", "는지", "돼요", "되는",
    "되면", "려고", "려면", "아야", "아요", "어야", "어요", "하고", "하기", "하는", "하면", "하여", "해서", "해야",
    "해요", "고", "된", "될", "면", "지", "한", "할", "해",
];

/// So many syllables are left at least: what stands before a shorter one is rather a part of the word.
const SHORTEST: usize = 2;

/// A folded Korean word without its particle or ending; any other word as it is. What is taken away may have been a part of the
/// word (어린 of 어린이): it is taken away everywhere.
pub(super) fn stem(word: &str) -> String {
    if !word.chars().all(is_syllable) {
        return word.to_owned();
    }
    let without = |endings: &[&'static str]| {
        let mut endings = endings.iter();
        endings.find_map(|ending| {
            let rest = word.strip_suffix(ending)?;
            (rest.chars().count() >= SHORTEST).then_some(rest)
        })
    };
    let rest = without(VERB_ENDINGS).or_else(|| without(PARTICLES));
    rest.unwrap_or(word).to_owned()
}

const fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_and_endings_are_taken_away() {
        for (word, expected) in [
            ("쓰레기는", "쓰레기"),
            ("쓰레기를", "쓰레기"),
            ("쓰레기", "쓰레기"),
            ("창구에서는", "창구"),
            ("신청하려면", "신청"),
            ("신청합니다", "신청"),
            ("버리나요", "버리"),
            ("버리는", "버리"),
            ("집을", "집을"),
            ("회의", "회의"),
            ("wifi가", "wifi가"),
            ("解約", "解約"),
            ("", ""),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
