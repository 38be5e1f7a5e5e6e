use super::Traditional;
use crate::i18n::names::Words;

const NAMES: &[(&str, &str)] = &[
    ("ja", "日語"),
    ("ja-x-easy", "簡易日語"),
    ("en", "英語"),
    ("zh", "中文"),
    ("zh-Hans", "簡體中文"),
    ("zh-Hant", "繁體中文"),
    ("ko", "韓語"),
    ("ar", "阿拉伯語"),
    ("bn", "孟加拉語"),
    ("cs", "捷克語"),
    ("da", "丹麥語"),
    ("de", "德語"),
    ("el", "希臘語"),
    ("es", "西班牙語"),
    ("fa", "波斯語"),
    ("fi", "芬蘭語"),
    ("fil", "菲律賓語"),
    ("fr", "法語"),
    ("he", "希伯來語"),
    ("hi", "印地語"),
    ("hu", "匈牙利語"),
    ("id", "印尼語"),
    ("it", "義大利語"),
    ("km", "高棉語"),
    ("lo", "寮語"),
    ("mn", "蒙古語"),
    ("ms", "馬來語"),
    ("my", "緬甸語"),
    ("ne", "尼泊爾語"),
    ("nl", "荷蘭語"),
    ("no", "挪威語"),
    ("pl", "波蘭語"),
    ("pt", "葡萄牙語"),
    ("ro", "羅馬尼亞語"),
    ("ru", "俄語"),
    ("si", "僧伽羅語"),
    ("sv", "瑞典語"),
    ("ta", "坦米爾語"),
    ("th", "泰語"),
    ("tl", "他加祿語"),
    ("tr", "土耳其語"),
    ("uk", "烏克蘭語"),
    ("ur", "烏都語"),
    ("vi", "越南語"),
];

impl Words for Traditional {
    fn language(&self, tag: &str) -> Option<&'static str> {
        let mut names = NAMES.iter();
        names.find(|(of, _)| *of == tag).map(|(_, name)| *name)
    }
}
