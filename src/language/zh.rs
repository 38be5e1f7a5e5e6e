//! What is known of Chinese.

use super::known::{Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| ASKING_WORDS.binary_search(&word).is_ok(),
    endings: None,
    // Its characters are not read as Japanese ones are.
    readings: Readings::Apart,
    words: &["中文"],
    letter: None,
};

/// Words that say nothing about what is looked for, in both scripts, folded: particles, pronouns, "may", "want", "please".
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "一下", "不", "与", "个", "之", "也", "了", "于", "从", "他", "以", "会", "但", "你", "你們", "個", "其", "再",
    "到", "又", "及", "可不可以", "可以", "向", "吧", "呀", "呢", "和", "啊", "啦", "嗎", "嘛", "在", "地", "她",
    "它", "対", "就", "很", "従", "得", "怎", "您", "想", "想要", "我", "我們", "或", "把", "於", "是", "是不是",
    "有", "有没有", "没", "没有", "為", "的", "着", "給", "而", "能", "能不能", "著", "被", "裏", "要", "請", "請問",
    "這", "這个", "這些", "這個", "過", "還", "那", "那个", "那些", "那個", "都", "里",
];

/// Words with which one asks: what, how, where, when, need, handle.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "事", "事情", "什麼", "什麼時候", "何時", "做", "几", "几号", "几点", "去", "告訴", "哪", "哪个", "哪些", "哪個",
    "哪儿", "哪児", "哪裏", "哪里", "問", "問題", "地方", "多久", "多少", "如何", "幾", "幾号", "幾点", "弁", "弁理",
    "必要", "必須", "応該", "怎様", "怎麼", "怎麼做", "怎麼弁", "怎麼様", "情況", "方法", "是否", "時候", "東西",
    "為什麼", "為何", "甚麼", "知道", "能否", "該", "誰", "関于", "関於", "需要",
];

/// The script in which it is written where a region is named and no script is.
pub(super) fn script_of(tag: &str) -> Option<&'static str> {
    match tag {
        "zh-TW" | "zh-HK" | "zh-MO" => Some("zh-Hant"),
        "zh-CN" | "zh-SG" | "zh-MY" => Some("zh-Hans"),
        _ => None,
    }
}
