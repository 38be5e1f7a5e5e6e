//! Chinese characters in simplified and in traditional shape.
//!
//! Most simplified characters stand for one other: folding makes one of both. Some stand for several (发 for 發 and 髮), or
//! are characters of Japan too that mean something else there (机, 后): for those a query asks for each.

mod table;

use table::{PAIRS, RINGS};

/// No word is written in more ways than this.
const MOST: usize = 8;

/// The pairs of simplified characters with the usual shape of what they stand for, in the order of the first.
pub(super) const fn pairs() -> &'static [(char, char)] {
    PAIRS
}

/// The other ways to write a folded word, as far as characters in it may stand for others.
///
/// ```
/// use madoguchi::text::variants::in_other_script;
/// assert_eq!(in_other_script("午后"), ["午後"]);
/// ```
pub fn in_other_script(word: &str) -> Vec<String> {
    let mut ways = vec![String::new()];
    for c in word.chars() {
        let others = ring(c).map_or("", |ring| ring);
        let longer = |other: char| {
            let ways = ways.iter();
            ways.map(move |way| format!("{way}{other}"))
        };
        // As it is written comes first.
        let each = [c].into_iter().chain(others.chars().filter(|&o| o != c));
        ways = each.flat_map(longer).take(MOST).collect();
    }
    ways.retain(|way| way != word);
    ways
}

/// The characters that may stand for each other, one of which is this.
fn ring(c: char) -> Option<&'static str> {
    RINGS.iter().find(|ring| ring.contains(c)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn both_scripts_fold_to_one() {
        for (simplified, traditional) in [
            ("垃圾费用", "垃圾費用"),
            ("医疗保险", "醫療保險"),
            ("电话号码", "電話號碼"),
            ("证明书", "證明書"),
            ("搬迁手续", "搬遷手續"),
        ] {
            assert_eq!(fold(simplified), fold(traditional));
        }
    }

    #[test]
    fn what_may_stand_for_several_is_written_in_each_way() {
        assert_eq!(in_other_script(&fold("理发")), [fold("理髮")]);
        assert_eq!(in_other_script("洗衣机"), ["洗衣機"]);
        assert_eq!(in_other_script(&fold("這裡")), [fold("這里")]);
        assert_eq!(in_other_script("費用"), [""; 0]);
        assert!(in_other_script(&"后".repeat(50)).len() < MOST);
    }

    #[test]
    fn pairs_lead_to_an_end_and_rings_are_folded() {
        assert!(PAIRS.is_sorted_by(|a, b| a.0 < b.0));
        for &(simplified, usual) in PAIRS {
            let [simplified, usual] = [simplified, usual].map(|c| c.to_string());
            assert_eq!(fold(&simplified), usual);
            assert_eq!(fold(&usual), usual);
        }
        for ring in RINGS {
            assert_eq!(fold(ring), *ring);
        }
    }
}
