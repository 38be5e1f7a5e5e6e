use super::Traditional;
use crate::check::{Difference, Finding, How, Kind, Near, Slip, Verdict};
use crate::i18n::check::{Act, CheckTexts, Words};

static TEXTS: CheckTexts = CheckTexts {
    summary: "本指南是否載有某個電話或網址",
    title: "核對號碼",
    prompt: " 核對號碼 ❯ ",
    placeholder: "請輸入想核對的號碼或網址",
    nothing_typed: "請輸入或貼上想核對的電話號碼或網址，即可知道本指南是否載有它。",
    nothing_recognised: "無法識別為電話號碼或網址。請與本指南所載的內容對照。",
    numbers: "本指南所載的電話號碼",
    domains: "本指南所載的網址",
    more: "請一併閱讀",
    can_be_faked: "來電號碼可以偽造。僅憑顯示的號碼，無法知道是誰打來的。",
    delete: "按 Esc 可刪除輸入的內容。",
    this_guide: ["本指南", "指南"],
    typed: ["您的輸入", "輸入"],
    marked: "▲ 處與本指南不同。",
};

fn thing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Address(_) => "網址",
        Kind::Mail(_) => "網域",
        Kind::Phone | Kind::Card => "號碼",
    }
}

impl Words for Traditional {
    fn texts(&self) -> &'static CheckTexts {
        &TEXTS
    }

    fn headline(&self, finding: &Finding) -> String {
        let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
        let thing = match finding.kind {
            Kind::Address(_) => "網址",
            Kind::Mail(_) => "電子郵件的網域",
            Kind::Phone | Kind::Card => "號碼",
        };
        match &finding.verdict {
            Verdict::Listed { as_written, .. } => {
                format!("本指南載有此{thing}，寫作 {as_written}")
            }
            Verdict::NotListed { .. } => format!("本指南沒有此{thing}"),
            Verdict::Lookalike { of, .. } => {
                format!("本指南沒有此{thing}：與 {of} 相似，但並不相同")
            }
            Verdict::UnusualSigns { of } => {
                format!("本指南沒有此{thing}：看似 {of}，但用特殊字元寫成")
            }
            Verdict::Incomplete => "號碼還沒有輸完，請繼續輸入".to_owned(),
            Verdict::NothingListed if address => "本指南沒有載明任何網址".to_owned(),
            Verdict::NothingListed => "本指南沒有載明任何電話號碼".to_owned(),
            Verdict::CardNumber => "這像是卡號，請不要在此輸入".to_owned(),
        }
    }

    fn act(&self, act: Act) -> &'static str {
        match act {
            Act::CardNumber => "請勿將卡號告訴任何人：無論是在電話、聊天還是本畫面中。",
            Act::ListedSender => {
                "寄件人的地址可以偽造。請勿開啟電子郵件中的連結，請開啟官方應用程式，或自行輸入網址。"
            }
            Act::OtherSender => {
                "請勿回覆，也不要開啟連結或附件。請開啟官方應用程式，或自行輸入您知道的網址。"
            }
            Act::ListedAddress => {
                "顯示的文字與實際去向可能不同。請勿開啟電子郵件或訊息中的連結，請自行輸入網址。"
            }
            Act::OtherAddress => "請勿開啟此連結。請開啟官方應用程式，或自行輸入您知道的網址。",
            Act::ListedNumber => "如果此號碼打來電話，請先掛斷，再自行撥打此號碼。",
            Act::OtherNumber => "請勿回撥。請透過官方應用程式或官方網站查詢號碼。",
        }
    }

    fn difference(&self, near: &Near) -> String {
        let listed = &near.as_written;
        match near.difference {
            Difference::Digits(count) => {
                format!("與本指南所載的 {listed} 有{count}處不同。")
            }
            Difference::Inside => format!("本指南所載的 {listed} 的前面或後面多了數字。"),
        }
    }

    fn imitation(&self, of: &str, how: How) -> String {
        let how = match how {
            How::LettersForDigits => "其中用形似的字母（O、l 等）代替了數字。",
            How::Characters => "其中使用了外形相似的其他字元。",
            How::Part => "其中含有相同的名稱，但去向不同。",
            How::User => "「@」之前的部分不是去向。",
            How::Ending => "名稱相同，但結尾部分不同。",
            How::Typo => "只有一個字元不同。",
            How::Path => "相同的名稱只是寫在去向的後面。",
        };
        format!("{how}本指南所載的是 {of}。")
    }

    fn cannot_tell(&self) -> &'static str {
        "本指南無法判斷此網址是否正確。"
    }

    fn leads_to(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字為 {letters}）"));
        format!("去向：{host}{}", letters.unwrap_or_default())
    }

    fn domain(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字為 {letters}）"));
        format!("網域：{host}{}", letters.unwrap_or_default())
    }

    fn unclear(&self) -> &'static str {
        "無法看出網址從哪裡到哪裡，也就無法看出去向。請在前後加上空格，再核對一次。"
    }

    fn same(&self, kind: &Kind) -> String {
        format!("與本指南的{}一致", thing(kind))
    }

    fn but_faked(&self) -> &'static str {
        "但來電號碼可以偽造"
    }

    fn other(&self, kind: &Kind) -> String {
        format!("本指南沒有此{}", thing(kind))
    }

    fn has_strange(&self) -> &'static str {
        "含有不是數字的字元"
    }

    fn differ(&self, _: &Kind, places: usize) -> String {
        format!("有{places}處不同")
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
                    "最後一位".to_owned()
                } else {
                    format!("第{place}位")
                };
                format!("{which}數字不同（不是 {typed}，而是 {listed}）。")
            }
            Slip::TooMany(count) => format!("多了{count}位數字。"),
            Slip::TooFew(count) => format!("少了{count}位數字。"),
            Slip::Swapped(place) => {
                format!("第{place}位與第{}位的數字顛倒了。", place + 1)
            }
        }
    }

    fn strange(&self, signs: &[char]) -> String {
        let signs: Vec<String> = signs.iter().map(char::to_string).collect();
        format!("▲ 不是一般數字，而是別的字元（{}）。", signs.join("、"))
    }

    fn summary(&self, all: usize, listed: usize) -> String {
        format!("{all}個之中，本指南載有{listed}個")
    }
}
