use super::Simplified;
use crate::check::{Difference, Finding, How, Kind, Near, Slip, Verdict};
use crate::i18n::check::{Act, CheckTexts, Words};

static TEXTS: CheckTexts = CheckTexts {
    summary: "本指南是否载有某个电话或网址",
    title: "核对号码",
    prompt: " 核对号码 ❯ ",
    placeholder: "请输入想核对的号码或网址",
    nothing_typed: "请输入或粘贴想核对的电话号码或网址，即可知道本指南是否载有它。",
    nothing_recognised: "无法识别为电话号码或网址。请与本指南所载的内容对照。",
    numbers: "本指南所载的电话号码",
    domains: "本指南所载的网址",
    more: "请一并阅读",
    can_be_faked: "来电号码可以伪造。仅凭显示的号码，无法知道是谁打来的。",
    delete: "按 Esc 可删除输入的内容。",
    this_guide: ["本指南", "指南"],
    typed: ["您的输入", "输入"],
    marked: "▲ 处与本指南不同。",
};

fn thing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Address(_) => "网址",
        Kind::Mail(_) => "域名",
        Kind::Phone | Kind::Card => "号码",
    }
}

impl Words for Simplified {
    fn texts(&self) -> &'static CheckTexts {
        &TEXTS
    }

    fn headline(&self, finding: &Finding) -> String {
        let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
        let thing = match finding.kind {
            Kind::Address(_) => "网址",
            Kind::Mail(_) => "邮件地址的域名",
            Kind::Phone | Kind::Card => "号码",
        };
        match &finding.verdict {
            Verdict::Listed { as_written, .. } => {
                format!("本指南载有此{thing}，写作 {as_written}")
            }
            Verdict::NotListed { .. } => format!("本指南没有此{thing}"),
            Verdict::Lookalike { of, .. } => {
                format!("本指南没有此{thing}：与 {of} 相似，但并不相同")
            }
            Verdict::UnusualSigns { of } => {
                format!("本指南没有此{thing}：看似 {of}，但用特殊字符写成")
            }
            Verdict::Incomplete => "号码还没有输完，请继续输入".to_owned(),
            Verdict::NothingListed if address => "本指南没有载明任何网址".to_owned(),
            Verdict::NothingListed => "本指南没有载明任何电话号码".to_owned(),
            Verdict::CardNumber => "这像是卡号，请不要在此输入".to_owned(),
        }
    }

    fn act(&self, act: Act) -> &'static str {
        match act {
            Act::CardNumber => "请勿将卡号告诉任何人：无论是在电话、聊天还是本画面中。",
            Act::ListedSender => {
                "发件人的地址可以伪造。请勿打开邮件中的链接，请打开官方应用，或自行输入网址。"
            }
            Act::OtherSender => {
                "请勿回复，也不要打开链接或附件。请打开官方应用，或自行输入您知道的网址。"
            }
            Act::ListedAddress => {
                "显示的文字与实际去向可能不同。请勿打开邮件或消息中的链接，请自行输入网址。"
            }
            Act::OtherAddress => "请勿打开此链接。请打开官方应用，或自行输入您知道的网址。",
            Act::ListedNumber => "如果此号码打来电话，请先挂断，再自行拨打此号码。",
            Act::OtherNumber => "请勿回拨。请通过官方应用或官方网站查询号码。",
        }
    }

    fn difference(&self, near: &Near) -> String {
        let listed = &near.as_written;
        match near.difference {
            Difference::Digits(count) => {
                format!("与本指南所载的 {listed} 有{count}处不同。")
            }
            Difference::Inside => format!("本指南所载的 {listed} 的前面或后面多了数字。"),
        }
    }

    fn imitation(&self, of: &str, how: How) -> String {
        let how = match how {
            How::LettersForDigits => "其中用形似的字母（O、l 等）代替了数字。",
            How::Characters => "其中使用了外形相似的其他字符。",
            How::Part => "其中含有相同的名称，但去向不同。",
            How::User => "“@”之前的部分不是去向。",
            How::Ending => "名称相同，但结尾部分不同。",
            How::Typo => "只有一个字符不同。",
            How::Path => "相同的名称只是写在去向的后面。",
        };
        format!("{how}本指南所载的是 {of}。")
    }

    fn cannot_tell(&self) -> &'static str {
        "本指南无法判断此网址是否正确。"
    }

    fn leads_to(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字为 {letters}）"));
        format!("去向：{host}{}", letters.unwrap_or_default())
    }

    fn domain(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字为 {letters}）"));
        format!("域名：{host}{}", letters.unwrap_or_default())
    }

    fn unclear(&self) -> &'static str {
        "无法看出网址从哪里到哪里，也就无法看出去向。请在前后加上空格，再核对一次。"
    }

    fn same(&self, kind: &Kind) -> String {
        format!("与本指南的{}一致", thing(kind))
    }

    fn but_faked(&self) -> &'static str {
        "但来电号码可以伪造"
    }

    fn other(&self, kind: &Kind) -> String {
        format!("本指南没有此{}", thing(kind))
    }

    fn has_strange(&self) -> &'static str {
        "含有不是数字的字符"
    }

    fn differ(&self, _: &Kind, places: usize) -> String {
        format!("有{places}处不同")
    }

    fn between(&self) -> &'static str {
        "，"
    }

    fn slip(&self, slip: Slip) -> String {
        match slip {
            Slip::Other {
                place,
                is_last,
                typed,
                listed,
            } => {
                let which = if is_last {
                    "最后一位".to_owned()
                } else {
                    format!("第{place}位")
                };
                format!("{which}数字不同（不是 {typed}，而是 {listed}）。")
            }
            Slip::TooMany(count) => format!("多了{count}位数字。"),
            Slip::TooFew(count) => format!("少了{count}位数字。"),
            Slip::Swapped(place) => {
                format!("第{place}位与第{}位的数字颠倒了。", place + 1)
            }
        }
    }

    fn strange(&self, signs: &[char]) -> String {
        let signs: Vec<String> = signs.iter().map(char::to_string).collect();
        format!("▲ 不是普通数字，而是别的字符（{}）。", signs.join("、"))
    }

    fn summary(&self, all: usize, listed: usize) -> String {
        format!("{all}个之中，本指南载有{listed}个")
    }
}
