//! What is known of Japanese. How it is read is in [`crate::text::reading`].

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: &[],
    asks,
    // Its Latin words are English ones.
    endings: Some(Endings::English),
    readings: Readings::Own,
    words: &["日本語", "にほんご"],
    letter: Some("j"),
};

/// Verbs and adjectives with which one asks, up to their last kanji.
const ASKING_VERBS: &[&str] = &[
    "教", "知", "聞", "訊", "尋", "伺", "思", "困", "下", "頂", "願", "欲", "良", "言", "出来",
    "行", "致", "分", "解", "判", "貰", "見", "有", "無", "在", "居", "来", "要", "考", "関", "対",
];

/// Nouns with which one asks.
const ASKING_NOUNS: &[&str] = &[
    "何",
    "何処",
    "何時",
    "誰",
    "方法",
    "場合",
    "時",
    "際",
    "件",
    "事",
    "物",
    "為",
    "様",
    "方",
    "人",
    "私",
    "必要",
    "可能",
    "詳細",
    "情報",
    "内容",
    "質問",
    "違い",
    "どこ",
    "どちら",
    "どっち",
    "どれ",
    "いつ",
    "だれ",
    "なに",
    "ひと",
    "あと",
    "うち",
    "なか",
    "もと",
    "わけ",
    "どこか",
    "いろいろ",
    "もともと",
    "ほとんど",
    "わかる",
    "わからない",
    "わかります",
    "わかりません",
    "ほしい",
    "いただく",
];

/// How something came about or is meant, whatever it is: nothing of what is said hangs on it, in queries and in ways of speaking.
pub const EMPTY: &[&str] = &["急", "本当", "全然", "最近"];

/// The same of queries alone: a call out of the blue (突然の電話) is more than a call.
const MANNER: &[&str] = &[
    "急遽",
    "突然",
    "本当は",
    "ほんま",
    "ほんと",
    "ほんとう",
    "ほんとに",
    "絶対",
    "多分",
    "結局",
    "一体",
    "早速",
    "正直",
    "折角",
    "わからん",
    "わからへん",
    "わかんない",
    "ok",
    "okay",
];

/// Whether a folded word only says that something is asked, or how.
fn asks(word: &str) -> bool {
    let okurigana = |c: char| matches!(c, 'ぁ'..='ゖ');
    let stem = word.trim_end_matches(okurigana);
    // A dictionary has some of them with their particles: 何で, 時に.
    let noun = word.strip_suffix(['で', 'に']).unwrap_or(word);
    let says_how = |word: &str| {
        [EMPTY, MANNER, ASKING_NOUNS]
            .iter()
            .any(|list| list.contains(&word))
    };
    says_how(word) || says_how(noun) || (stem.len() < word.len() && ASKING_VERBS.contains(&stem))
}
