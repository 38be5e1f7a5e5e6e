//! Words and signs for what is counted or measured.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Whether a text begins with a word or a sign for what is counted or measured.
pub(super) fn begins_with_unit(text: &str) -> bool {
    let sign = |c: char| c.is_alphabetic() || "%％°㎡㎞㎏㎥㎝㎜".contains(c);
    let first = text.chars().next().filter(|&c| sign(c));
    let units = first.and_then(|first| BY_BEGINNING.get(&first.to_ascii_lowercase()));
    units.is_some_and(|units| units.iter().any(|unit| is_unit(text, unit)))
}

/// The units by their first characters: there are many of them, and many numbers.
static BY_BEGINNING: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut units: HashMap<char, Vec<&str>> = HashMap::new();
    for unit in UNITS {
        let first = unit.chars().next().unwrap_or_default();
        units.entry(first).or_default().push(unit);
    }
    units
});

/// Whether a text begins with a unit, and that is all of the word.
pub(super) fn is_unit(text: &str, unit: &str) -> bool {
    let begins = text
        .get(..unit.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(unit));
    let word = unit.is_ascii() && unit.len() <= 3;
    let rest = text.get(unit.len()..).unwrap_or_default();
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    begins && !(word && rest.starts_with(|c: char| c.is_alphabetic() && c < '\u{2E80}'))
}

/// What follows digits that count, measure or tell the time.
#[rustfmt::skip]
static UNITS: [&str; 179] = [
    "時", "分", "秒", "年", "月", "日", "円", "歳", "才", "人", "件", "回", "階", "名", "桁", "％", "%", "か月", "ヶ月",
    "カ月", "ヵ月", "か所", "カ所", "週", "つ", "個", "本", "枚", "台", "点", "番目", "問", "章", "節", "条", "項", "ページ",
    "頁", "行", "段", "倍", "度", "種", "社", "店", "万", "千", "百", "億", "ドル", "ユーロ", "キロ", "メートル", "グラム",
    "hour", "minute", "second", "min", "sec", "day", "week", "year", "month", "yen", "am", "pm", "km", "cm", "mm", "kg",
    "mb", "gb", "tb", "kb", "px", "byte", "bit", "times", "h", "hr",
    "m", "g", "w", "v", "k", "t", "l", "ms", "ns", "µs", "μs", "ml", "ℓ", "ha", "ft", "lb", "mi", "wh", "kwh", "mah", "hz", "khz", "mhz", "ghz", "pa", "hpa",
    "kpa", "kib", "mib", "gib", "tib", "dpi", "fps", "rpm", "lux", "°", "㎡", "㎞", "㎏", "㎥", "㎝", "㎜", "usd", "eur", "jpy", "gbp", "krw",
    "cny", "chf", "euro", "dollar", "points", "people", "users", "rows", "words", "steps", "items", "einwohner", "habitant", "visits", "views", "won",
    "call", "missed call", "voicemail", "text message", "message",
    "ポイント", "歩", "光年", "トン", "リットル", "ヘクタール", "バイト", "ビット", "文字", "語", "票", "字", "원", "元", "圆", "명", "개", "건",
    "회", "점", "인", "달러", "次", "个", "個", "条", "米", "吨", "公斤", "公里", "人民币",
];
