use super::Simplified;
use crate::i18n::names::Words;

const NAMES: &[(&str, &str)] = &[
    ("ja", "日语"),
    ("ja-x-easy", "简易日语"),
    ("en", "英语"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁体中文"),
    ("ko", "韩语"),
    ("ar", "阿拉伯语"),
    ("bn", "孟加拉语"),
    ("cs", "捷克语"),
    ("da", "丹麦语"),
    ("de", "德语"),
    ("el", "希腊语"),
    ("es", "西班牙语"),
    ("fa", "波斯语"),
    ("fi", "芬兰语"),
    ("fil", "菲律宾语"),
    ("fr", "法语"),
    ("he", "希伯来语"),
    ("hi", "印地语"),
    ("hu", "匈牙利语"),
    ("id", "印度尼西亚语"),
    ("it", "意大利语"),
    ("km", "高棉语"),
    ("lo", "老挝语"),
    ("mn", "蒙古语"),
    ("ms", "马来语"),
    ("my", "缅甸语"),
    ("ne", "尼泊尔语"),
    ("nl", "荷兰语"),
    ("no", "挪威语"),
    ("pl", "波兰语"),
    ("pt", "葡萄牙语"),
    ("ro", "罗马尼亚语"),
    ("ru", "俄语"),
    ("si", "僧伽罗语"),
    ("sv", "瑞典语"),
    ("ta", "泰米尔语"),
    ("th", "泰语"),
    ("tl", "他加禄语"),
    ("tr", "土耳其语"),
    ("uk", "乌克兰语"),
    ("ur", "乌尔都语"),
    ("vi", "越南语"),
];

impl Words for Simplified {
    fn language(&self, tag: &str) -> Option<&'static str> {
        let mut names = NAMES.iter();
        names.find(|(of, _)| *of == tag).map(|(_, name)| *name)
    }
}
