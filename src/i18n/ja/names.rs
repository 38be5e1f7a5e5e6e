use super::Japanese;
use crate::i18n::names::Words;
use crate::language::Language;

const NAMES: &[(&str, &str)] = &[
    ("ja", "日本語"),
    ("ja-x-easy", "やさしい日本語"),
    ("en", "英語"),
    ("zh", "中国語"),
    ("zh-Hans", "中国語（簡体字）"),
    ("zh-Hant", "中国語（繁体字）"),
    ("ko", "韓国語"),
    ("ar", "アラビア語"),
    ("bn", "ベンガル語"),
    ("cs", "チェコ語"),
    ("da", "デンマーク語"),
    ("de", "ドイツ語"),
    ("el", "ギリシャ語"),
    ("es", "スペイン語"),
    ("fa", "ペルシャ語"),
    ("fi", "フィンランド語"),
    ("fil", "フィリピノ語"),
    ("fr", "フランス語"),
    ("he", "ヘブライ語"),
    ("hi", "ヒンディー語"),
    ("hu", "ハンガリー語"),
    ("id", "インドネシア語"),
    ("it", "イタリア語"),
    ("km", "クメール語"),
    ("lo", "ラオ語"),
    ("mn", "モンゴル語"),
    ("ms", "マレー語"),
    ("my", "ミャンマー語"),
    ("ne", "ネパール語"),
    ("nl", "オランダ語"),
    ("no", "ノルウェー語"),
    ("pl", "ポーランド語"),
    ("pt", "ポルトガル語"),
    ("ro", "ルーマニア語"),
    ("ru", "ロシア語"),
    ("si", "シンハラ語"),
    ("sv", "スウェーデン語"),
    ("ta", "タミル語"),
    ("th", "タイ語"),
    ("tl", "タガログ語"),
    ("tr", "トルコ語"),
    ("uk", "ウクライナ語"),
    ("ur", "ウルドゥー語"),
    ("vi", "ベトナム語"),
];

impl Words for Japanese {
    fn language(&self, tag: &str) -> Option<&'static str> {
        let mut names = NAMES.iter();
        names.find(|(of, _)| *of == tag).map(|(_, name)| *name)
    }
}

/// The one character that stands for a language in words of two: 日英.
pub(super) fn initial(language: Language) -> Option<char> {
    Some(match language.tag() {
        "ja" => '日',
        "en" => '英',
        "zh" | "zh-Hans" | "zh-Hant" => '中',
        "ko" => '韓',
        "de" => '独',
        "es" => '西',
        "fr" => '仏',
        "it" => '伊',
        "pt" => '葡',
        "ru" => '露',
        "th" => '泰',
        "vi" => '越',
        _ => return None,
    })
}
