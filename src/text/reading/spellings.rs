//! How the syllables of Japanese are spelled in Latin letters.

/// Every spelling of a syllable: what stands before the vowel, and the kana with each of the vowels a, i, u, e, o.
/// Hepburn, kunrei-shiki, nihon-shiki and what input methods take besides.
pub(super) const ROWS: &[(&str, [&str; 5])] = &[
    ("", ["あ", "い", "う", "え", "お"]),
    ("k", ["か", "き", "く", "け", "こ"]),
    ("s", ["さ", "し", "す", "せ", "そ"]),
    ("t", ["た", "ち", "つ", "て", "と"]),
    ("n", ["な", "に", "ぬ", "ね", "の"]),
    ("h", ["は", "ひ", "ふ", "へ", "ほ"]),
    ("m", ["ま", "み", "む", "め", "も"]),
    ("y", ["や", "", "ゆ", "", "よ"]),
    ("r", ["ら", "り", "る", "れ", "ろ"]),
    ("w", ["わ", "うぃ", "", "うぇ", "を"]),
    ("g", ["が", "ぎ", "ぐ", "げ", "ご"]),
    ("z", ["ざ", "じ", "ず", "ぜ", "ぞ"]),
    ("d", ["だ", "ぢ", "づ", "で", "ど"]),
    ("b", ["ば", "び", "ぶ", "べ", "ぼ"]),
    ("p", ["ぱ", "ぴ", "ぷ", "ぺ", "ぽ"]),
    ("f", ["ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"]),
    ("v", ["ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"]),
    ("j", ["じゃ", "じ", "じゅ", "じぇ", "じょ"]),
    ("sh", ["しゃ", "し", "しゅ", "しぇ", "しょ"]),
    ("ch", ["ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"]),
    ("ts", ["つぁ", "つぃ", "つ", "つぇ", "つぉ"]),
    ("dz", ["", "ぢ", "づ", "", ""]),
    ("ky", ["きゃ", "", "きゅ", "きぇ", "きょ"]),
    ("gy", ["ぎゃ", "", "ぎゅ", "ぎぇ", "ぎょ"]),
    ("sy", ["しゃ", "", "しゅ", "しぇ", "しょ"]),
    ("shy", ["しゃ", "", "しゅ", "しぇ", "しょ"]),
    ("zy", ["じゃ", "", "じゅ", "じぇ", "じょ"]),
    ("jy", ["じゃ", "", "じゅ", "じぇ", "じょ"]),
    ("ty", ["ちゃ", "", "ちゅ", "ちぇ", "ちょ"]),
    ("cy", ["ちゃ", "", "ちゅ", "ちぇ", "ちょ"]),
    ("chy", ["ちゃ", "", "ちゅ", "ちぇ", "ちょ"]),
    ("dy", ["ぢゃ", "", "ぢゅ", "ぢぇ", "ぢょ"]),
    ("ny", ["にゃ", "", "にゅ", "にぇ", "にょ"]),
    ("hy", ["ひゃ", "", "ひゅ", "ひぇ", "ひょ"]),
    ("by", ["びゃ", "", "びゅ", "びぇ", "びょ"]),
    ("py", ["ぴゃ", "", "ぴゅ", "ぴぇ", "ぴょ"]),
    ("my", ["みゃ", "", "みゅ", "みぇ", "みょ"]),
    ("ry", ["りゃ", "", "りゅ", "りぇ", "りょ"]),
    ("fy", ["ふゃ", "", "ふゅ", "", "ふょ"]),
    ("vy", ["ゔゃ", "", "ゔゅ", "", "ゔょ"]),
    ("th", ["てゃ", "てぃ", "てゅ", "", "てょ"]),
    ("dh", ["でゃ", "でぃ", "でゅ", "", "でょ"]),
    ("t'", ["", "てぃ", "とぅ", "", ""]),
    ("d'", ["", "でぃ", "どぅ", "", ""]),
    ("tw", ["", "", "とぅ", "", ""]),
    ("dw", ["", "", "どぅ", "", ""]),
    ("kw", ["くぁ", "くぃ", "", "くぇ", "くぉ"]),
    ("gw", ["ぐぁ", "ぐぃ", "", "ぐぇ", "ぐぉ"]),
    ("x", ["ぁ", "ぃ", "ぅ", "ぇ", "ぉ"]),
    ("l", ["ぁ", "ぃ", "ぅ", "ぇ", "ぉ"]),
    ("xy", ["ゃ", "", "ゅ", "", "ょ"]),
    ("ly", ["ゃ", "", "ゅ", "", "ょ"]),
    ("xt", ["", "", "っ", "", ""]),
    ("lt", ["", "", "っ", "", ""]),
    ("xts", ["", "", "っ", "", ""]),
    ("lts", ["", "", "っ", "", ""]),
    ("xw", ["ゎ", "", "", "", ""]),
    ("lw", ["ゎ", "", "", "", ""]),
];

pub(super) const VOWELS: [char; 5] = ['a', 'i', 'u', 'e', 'o'];

/// The kana of one whole spelling, which ends in its vowel.
pub(super) fn kana_of(spelling: &str) -> Option<&'static str> {
    let (last, _) = spelling.char_indices().next_back()?;
    let (consonants, vowel) = spelling.split_at(last);
    let (_, kana) = ROWS.iter().find(|(row, _)| *row == consonants)?;
    let at = VOWELS.iter().position(|v| vowel.starts_with(*v))?;
    Some(kana[at]).filter(|kana| !kana.is_empty())
}

/// The kana of every spelling that begins so and goes on.
pub(super) fn syllables_from(start: &str) -> impl Iterator<Item = &'static str> {
    ROWS.iter()
        .filter(move |(spelling, _)| spelling.starts_with(start))
        .flat_map(|(_, kana)| kana.iter().copied())
        .filter(|kana| !kana.is_empty())
}
