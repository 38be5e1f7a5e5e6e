//! The table of spellings, and its format. It is compiled in and used as it is: nothing is loaded or unpacked at start.
//!
//! A finite-state transducer maps each spelling (UTF-8, folded) to its place among all of them in the order of their
//! bytes. Beside it there are two bytes (little-endian) for each place: that of the next spelling of the same word. The
//! last leads back to the first, so that from any of them all others are found.

use std::iter::successors;
use std::sync::LazyLock;

use tantivy_fst::raw::{Fst, Transition};

static RINGS: &[u8] = include_bytes!("spellings.rings");
/// Opening one only looks at its last bytes. `None` cannot be but for a broken build; then no word has other spellings.
static SPELLINGS: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("spellings.fst").as_slice()).ok());

/// More spellings than any word of the table has; a bound, so that a broken table cannot hang the program.
const MOST: usize = 8;

/// The other spellings of a folded word, at most eight: 寄付 and 寄附, 引っ越し and 引越, ごみ and ゴミ, サーバー and server. The part
/// of a word that does not inflect counts as one (問い合 and 問合). Those that follow it in the order of use come first, then
/// from the most usual on.
///
/// ```
/// use madoguchi::text::variants::of;
/// assert_eq!(of("寄附"), ["寄付"]);
/// ```
pub fn of(folded: &str) -> Vec<String> {
    let Some(start) = SPELLINGS.as_ref().and_then(|words| words.get(folded)) else {
        return Vec::new();
    };
    let start = start.value();
    successors(next(start), |&place| next(place))
        .take_while(|&place| place != start)
        .take(MOST)
        .filter_map(spelling)
        .collect()
}

fn next(place: u64) -> Option<u64> {
    let at = usize::try_from(place).ok()?.checked_mul(2)?;
    let bytes = RINGS.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}

/// The spelling at a place: places ascend with the bytes, so each step is the last that does not lead beyond.
fn spelling(place: u64) -> Option<String> {
    let words = SPELLINGS.as_ref()?;
    let mut node = words.root();
    let (mut left, mut bytes) = (place, Vec::new());
    while !(node.is_final() && node.final_output().value() == left) {
        let steps = (0..node.len()).map(|step| node.transition(step));
        let Transition { inp, out, addr } =
            steps.take_while(|step| step.out.value() <= left).last()?;
        bytes.push(inp);
        left -= out.value();
        node = words.node(addr);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn words_have_spellings() {
        for same in [
            "寄付 寄附",
            "障害 障碍 障がい",
            "引っ越し 引越し 引越",
            "問い合わせ 問合せ 問い合せ 問合わせ",
            "申し込み 申込み 申込",
            "受け付け 受付け 受付",
            "振り込み 振込み 振込",
            "取り扱い 取扱い 取扱",
            "見積もり 見積り 見積",
            "ごみ ゴミ 塵",
            "子供 子ども こども",
            "空き地 空地",
            "人参 ニンジン にんじん",
            "鍵 かぎ カギ",
            "コンピューター コンピュータ computer",
            "サーバー サーバ server",
            "繋がる つながる",
            "問い合 問合",
        ] {
            let words: Vec<&str> = same.split(' ').collect();
            for word in &words {
                let mut found = of(word);
                assert!(!found.contains(&(*word).to_owned()), "{word}");
                found.push((*word).to_owned());
                for other in &words {
                    assert!(
                        found.contains(&(*other).to_owned()),
                        "{other} of {word}: {found:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn other_words_are_none() {
        for (word, other) in [
            ("上がる", "挙がる"),
            ("暑い", "熱い"),
            ("取る", "撮る"),
            ("町", "街"),
            ("ミス", "御簾"),
            ("ハッピー", "法被"),
            ("light", "right"),
            ("引っ越し", "引っ越す"),
        ] {
            assert!(!of(word).contains(&other.to_owned()), "{word} {other}");
            assert!(!of(other).contains(&word.to_owned()), "{word} {other}");
        }
        for none in ["", "x", "かんじ", "解約\u{3400}"] {
            assert_eq!(of(none), [""; 0], "{none}");
        }
    }

    /// Each leads to others, each of which leads back, and none of them would be folded.
    #[test]
    fn the_table_is_whole() {
        let count = u64::try_from(RINGS.len() / 2).unwrap();
        assert!(count > 20_000);
        for place in 0..count {
            let word = spelling(place).unwrap();
            assert_eq!(fold(&word), word);
            let others = of(&word);
            assert!((1..=MOST).contains(&others.len()), "{word}: {others:?}");
            assert!(
                others.iter().all(|other| of(other).contains(&word)),
                "{word}: {others:?}"
            );
        }
        assert_eq!(spelling(count), None);
    }
}
