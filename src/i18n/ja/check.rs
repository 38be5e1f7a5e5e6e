use super::Japanese;
use crate::check::{Difference, Finding, How, Kind, Near, Slip, Verdict};
use crate::i18n::check::{Act, CheckTexts, Words};

static TEXTS: CheckTexts = CheckTexts {
    summary: "電話番号やアドレスがこのガイドにあるか",
    title: "番号を確かめる",
    prompt: " 番号を確かめる ❯ ",
    placeholder: "確かめたい番号やアドレスを入力してください",
    nothing_typed: "確かめたい電話番号やウェブアドレスを、入力するか貼り付けてください。このガイドに載っているかどうかを調べます。",
    nothing_recognised: "電話番号やウェブアドレスとして読み取れません。このガイドに載っているものと見比べてください。",
    numbers: "このガイドに載っている電話番号",
    domains: "このガイドに載っているウェブアドレス",
    more: "あわせてお読みください",
    can_be_faked: "発信者番号は偽装できます。画面に表示された番号だけでは、だれからの電話かは分かりません。",
    delete: "Esc で入力を消せます。",
    this_guide: ["このガイド", "ガイド"],
    typed: ["入力したもの", "入力"],
    marked: "▲ のところが、このガイドと違います。",
};

fn thing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Address(_) => "アドレス",
        Kind::Mail(_) => "ドメイン",
        Kind::Phone | Kind::Card => "番号",
    }
}

impl Words for Japanese {
    fn texts(&self) -> &'static CheckTexts {
        &TEXTS
    }

    fn headline(&self, finding: &Finding) -> String {
        let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
        let thing = match finding.kind {
            Kind::Address(_) => "アドレス",
            Kind::Mail(_) => "ドメインのメールアドレス",
            Kind::Phone | Kind::Card => "番号",
        };
        match &finding.verdict {
            Verdict::Listed { as_written, .. } => {
                format!("このガイドに {as_written} として載っている{thing}です")
            }
            Verdict::NotListed { .. } => format!("このガイドにない{thing}です"),
            Verdict::Lookalike { of, .. } => {
                format!("このガイドにない{thing}です。{of} に似ていますが、別のものです")
            }
            Verdict::UnusualSigns { of } => {
                format!(
                    "このガイドにない{thing}です。{of} に見えますが、特殊な文字で書かれています"
                )
            }
            Verdict::Incomplete => "番号の途中です。続けて入力してください".to_owned(),
            Verdict::NothingListed if address => {
                "このガイドには、ウェブアドレスが載っていません".to_owned()
            }
            Verdict::NothingListed => "このガイドには、電話番号が載っていません".to_owned(),
            Verdict::CardNumber => "カード番号のようです。ここには入力しないでください".to_owned(),
        }
    }

    fn act(&self, act: Act) -> &'static str {
        match act {
            Act::CardNumber => {
                "カード番号は、電話でもチャットでもこの画面でも、だれにも伝えないでください。"
            }
            Act::ListedSender => {
                "差出人のアドレスは偽装できます。メールのリンクは開かず、公式アプリを開くか、アドレスを自分で入力してください。"
            }
            Act::OtherSender => {
                "返信せず、リンクや添付ファイルも開かないでください。公式アプリを開くか、知っているアドレスを自分で入力してください。"
            }
            Act::ListedAddress => {
                "表示された文字と実際の行き先が違うことがあります。メールやメッセージのリンクは開かず、アドレスを自分で入力してください。"
            }
            Act::OtherAddress => {
                "リンクを開かないでください。公式アプリを開くか、知っているアドレスを自分で入力してください。"
            }
            Act::ListedNumber => {
                "この番号から電話が来たときは、いったん切って、自分でこの番号にかけ直してください。"
            }
            Act::OtherNumber => {
                "折り返しかけないでください。番号は、公式アプリまたは公式サイトで調べてください。"
            }
        }
    }

    fn difference(&self, near: &Near) -> String {
        let listed = &near.as_written;
        match near.difference {
            Difference::Digits(count) => {
                format!("このガイドにある {listed} とは、{count}か所違います。")
            }
            Difference::Inside => {
                format!("このガイドにある {listed} の前か後ろに、余分な数字があります。")
            }
        }
    }

    fn imitation(&self, of: &str, how: How) -> String {
        let how = match how {
            How::LettersForDigits => "数字の代わりに、形の似た文字（O や l など）が入っています。",
            How::Characters => "形の似た、別の文字が使われています。",
            How::Part => "同じ名前が入っていますが、行き先は別です。",
            How::User => "「@」の前は行き先ではありません。",
            How::Ending => "名前は同じですが、終わりの部分が違います。",
            How::Typo => "1文字だけ違います。",
            How::Path => "同じ名前は、行き先の後ろに書かれているだけです。",
        };
        format!("{how}このガイドにあるのは {of} です。")
    }

    fn cannot_tell(&self) -> &'static str {
        "このアドレスが正しいかどうかは、このガイドでは分かりません。"
    }

    fn leads_to(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字では {letters}）"));
        format!("行き先: {host}{}", letters.unwrap_or_default())
    }

    fn domain(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!("（文字では {letters}）"));
        format!("ドメイン: {host}{}", letters.unwrap_or_default())
    }

    fn unclear(&self) -> &'static str {
        "アドレスがどこまでか、またどこに行くのかを読み取れません。前後に空白を入れて、もう一度確かめてください。"
    }

    fn same(&self, kind: &Kind) -> String {
        format!("このガイドの{}と一致します", thing(kind))
    }

    fn but_faked(&self) -> &'static str {
        "ただし、発信者番号は偽装できます"
    }

    fn other(&self, kind: &Kind) -> String {
        format!("このガイドにない{}です", thing(kind))
    }

    fn has_strange(&self) -> &'static str {
        "数字でない文字が入っています"
    }

    fn differ(&self, _: &Kind, places: usize) -> String {
        format!("{places}か所違います")
    }

    fn between(&self) -> &'static str {
        " ・ "
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
                    "最後".to_owned()
                } else {
                    format!("{place}番目")
                };
                format!("{which}の数字が違います（{typed} ではなく {listed}）。")
            }
            Slip::TooMany(count) => format!("数字が{count}つ多く入っています。"),
            Slip::TooFew(count) => format!("数字が{count}つ足りません。"),
            Slip::Swapped(place) => {
                format!("{place}番目と{}番目の数字が入れ替わっています。", place + 1)
            }
        }
    }

    fn strange(&self, signs: &[char]) -> String {
        let signs: Vec<String> = signs.iter().map(char::to_string).collect();
        format!(
            "▲ は普通の数字ではなく、ほかの文字です（{}）。",
            signs.join(" と ")
        )
    }

    fn summary(&self, all: usize, listed: usize) -> String {
        format!("{all}件のうち、ガイドにあるのは{listed}件です")
    }
}
