//! A long e in words of other languages: フェイス and フェース, メイン and メーン.

/// Kana that end in e.
const ROW: &str = "エェケゲセゼテデネヘベペメレ";

/// The other ways to write a folded word in katakana, each with one long e written otherwise.
///
/// ```
/// use madoguchi::text::variants::of_long_e;
/// assert_eq!(of_long_e("インターフェイス"), ["インターフェース"]);
/// ```
pub fn of_long_e(word: &str) -> Vec<String> {
    let pairs = word.char_indices().zip(word.chars().skip(1));
    let others = pairs.filter_map(|((at, c), long)| {
        let other = match long {
            'イ' => 'ー',
            'ー' => 'イ',
            _ => return None,
        };
        let end = at + c.len_utf8();
        let rest = &word[end + long.len_utf8()..];
        ROW.contains(c)
            .then(|| format!("{}{other}{rest}", &word[..end]))
    });
    others.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_e_is_written_in_two_ways() {
        assert_eq!(of_long_e("メーン"), ["メイン"]);
        assert_eq!(of_long_e("ゲームデイ"), ["ゲイムデイ", "ゲームデー"]);
        for word in ["", "イ", "ー", "アイス", "カード", "えいが"] {
            assert_eq!(of_long_e(word), [""; 0], "{word}");
        }
    }
}
