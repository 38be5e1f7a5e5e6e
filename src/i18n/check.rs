//! What is said of a telephone number or a web address: never that it is safe, for who calls can show any number.

use crate::check::{Difference, Finding, How, Kind, Near, Verdict};
use crate::language::Language;

/// The fixed texts about checking in one language.
#[derive(Debug)]
pub struct Texts {
    /// The page, and the pane's title.
    pub title: &'static str,
    /// Before the field, while it takes numbers alone.
    pub prompt: &'static str,
    /// In that field while it is empty.
    pub placeholder: &'static str,
    /// On the page while that field is empty.
    pub nothing_typed: &'static str,
    /// On the page when that field holds no number and no address.
    pub nothing_recognised: &'static str,
    pub numbers: &'static str,
    pub domains: &'static str,
    pub more: &'static str,
    /// Below every verdict on a number.
    pub can_be_faked: &'static str,
    /// Behind the words about a card number, on the screen.
    pub delete: &'static str,
}

static JA: Texts = Texts {
    title: "番号・アドレスの確認",
    prompt: " 番号を確認 ❯ ",
    placeholder: "電話番号やアドレスを入力（Esc で戻る）",
    nothing_typed: "確かめたい電話番号やウェブアドレスを、入力するか貼り付けてください。このガイドに載っているかどうかを調べます。",
    nothing_recognised: "電話番号やウェブアドレスとして読み取れません。このガイドに載っているものと見比べてください。",
    numbers: "このガイドに載っている電話番号",
    domains: "このガイドに載っているウェブアドレス",
    more: "あわせてお読みください",
    can_be_faked: "発信者番号は偽装できます。画面に表示された番号だけでは、だれからの電話かは分かりません。",
    delete: "Esc で入力を消せます。",
};

static EN: Texts = Texts {
    title: "Check a number or address",
    prompt: " Check a number ❯ ",
    placeholder: "Phone number or web address (Esc: back)",
    nothing_typed: "Type or paste the phone number or web address that you doubt, and see whether this guide lists it.",
    nothing_recognised: "This does not read as a phone number or web address. Compare it with what this guide lists.",
    numbers: "Phone numbers that this guide lists",
    domains: "Web addresses that this guide lists",
    more: "Please read as well",
    can_be_faked: "Caller IDs can be faked: the number that is shown does not tell who is calling.",
    delete: "Esc deletes what you typed.",
};

pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The verdict in one line: `The guide lists this number as 0120-996-012`.
pub fn headline(reader: Language, finding: &Finding) -> String {
    match reader {
        Language::Ja => headline_ja(finding),
        Language::En => headline_en(finding),
    }
}

fn headline_ja(finding: &Finding) -> String {
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
        Verdict::Incomplete => "番号の途中です。続けて入力してください".to_owned(),
        Verdict::NothingListed if address => {
            "このガイドには、ウェブアドレスが載っていません".to_owned()
        }
        Verdict::NothingListed => "このガイドには、電話番号が載っていません".to_owned(),
        Verdict::CardNumber => "カード番号のようです。ここには入力しないでください".to_owned(),
    }
}

fn headline_en(finding: &Finding) -> String {
    let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
    let thing = match finding.kind {
        Kind::Address(_) => "this address",
        Kind::Mail(_) => "the domain of this email address",
        Kind::Phone | Kind::Card => "this number",
    };
    let subject = thing.replacen('t', "T", 1);
    match &finding.verdict {
        Verdict::Listed { as_written, .. } => {
            format!("The guide lists {thing} as {as_written}")
        }
        Verdict::NotListed { .. } => format!("{subject} is not in this guide"),
        Verdict::Lookalike { of, .. } => {
            format!("{subject} is not in this guide: it looks like {of}, and is another")
        }
        Verdict::Incomplete => "The number is not complete yet: keep typing".to_owned(),
        Verdict::NothingListed if address => "This guide lists no web addresses".to_owned(),
        Verdict::NothingListed => "This guide lists no phone numbers".to_owned(),
        Verdict::CardNumber => "This reads as a card number: do not type it here".to_owned(),
    }
}

/// What there is to know and to do, a paragraph each, in the order of their weight.
pub fn advice(reader: Language, finding: &Finding) -> Vec<String> {
    let act = act(reader, finding).map(str::to_owned);
    let why = why(reader, finding);
    let leads = leads(reader, finding);
    act.into_iter().chain(why).chain(leads).collect()
}

/// What to do.
const fn act(reader: Language, finding: &Finding) -> Option<&'static str> {
    let text = match (&finding.kind, &finding.verdict) {
        (_, Verdict::Incomplete) => return None,
        (_, Verdict::CardNumber) => (
            "カード番号は、電話でもチャットでもこの画面でも、だれにも伝えないでください。",
            "Never tell anybody a card number: not on the phone, not in a chat, not here.",
        ),
        (Kind::Mail(_), Verdict::Listed { .. }) => (
            "差出人のアドレスは偽装できます。メールのリンクは開かず、公式アプリを開くか、アドレスを自分で入力してください。",
            "The sender of an email can be faked. Do not follow its links: open the official app, or type the address yourself.",
        ),
        (Kind::Mail(_), _) => (
            "返信せず、リンクや添付ファイルも開かないでください。公式アプリを開くか、知っているアドレスを自分で入力してください。",
            "Do not reply, and open no links or attachments. Open the official app, or type the address that you know.",
        ),
        (Kind::Address(_), Verdict::Listed { .. }) => (
            "表示された文字と実際の行き先が違うことがあります。メールやメッセージのリンクは開かず、アドレスを自分で入力してください。",
            "What a link shows and where it leads can differ. Do not follow links in messages: type the address yourself.",
        ),
        (Kind::Address(_), _) => (
            "リンクを開かないでください。公式アプリを開くか、知っているアドレスを自分で入力してください。",
            "Do not follow the link. Open the official app, or type the address that you know.",
        ),
        (_, Verdict::Listed { .. }) => (
            "この番号から電話が来たときは、いったん切って、自分でこの番号にかけ直してください。",
            "If this number calls you, hang up, and call the number yourself.",
        ),
        _ => (
            "折り返しかけないでください。番号は、公式アプリまたは公式サイトで調べてください。",
            "Do not call it back. Look the number up in the official app or on the official site.",
        ),
    };
    Some(match reader {
        Language::Ja => text.0,
        Language::En => text.1,
    })
}

/// How it differs from what is listed.
fn why(reader: Language, finding: &Finding) -> Option<String> {
    match (&finding.verdict, &finding.kind) {
        (Verdict::NotListed { near: Some(near) }, _) => Some(difference(reader, near)),
        (Verdict::Lookalike { of, how }, _) => Some(imitation(reader, of, *how)),
        (Verdict::NothingListed, Kind::Address(_) | Kind::Mail(_)) => Some(match reader {
            Language::Ja => {
                "このアドレスが正しいかどうかは、このガイドでは分かりません。".to_owned()
            }
            Language::En => "So it cannot tell whether this address is right or wrong.".to_owned(),
        }),
        _ => None,
    }
}

fn difference(reader: Language, near: &Near) -> String {
    let listed = &near.as_written;
    match (reader, near.difference) {
        (Language::Ja, Difference::Digits(count)) => {
            format!("このガイドにある {listed} とは、{count}か所違います。")
        }
        (Language::En, Difference::Digits(1)) => {
            format!("It differs in one place from {listed}, which the guide lists.")
        }
        (Language::En, Difference::Digits(count)) => {
            format!("It differs in {count} places from {listed}, which the guide lists.")
        }
        (Language::Ja, Difference::Inside) => {
            format!("このガイドにある {listed} の前か後ろに、余分な数字があります。")
        }
        (Language::En, Difference::Inside) => {
            format!("There are more digits before or behind {listed}, which the guide lists.")
        }
    }
}

fn imitation(reader: Language, of: &str, how: How) -> String {
    let (ja, en) = match how {
        How::LettersForDigits => (
            "数字の代わりに、形の似た文字（O や l など）が入っています。",
            "Letters such as O and l stand in the place of digits.",
        ),
        How::Characters => (
            "形の似た、別の文字が使われています。",
            "It is written with other characters of the same look.",
        ),
        How::Part => (
            "同じ名前が入っていますが、行き先は別です。",
            "The name is in it, but it leads elsewhere.",
        ),
        How::User => (
            "「@」の前は行き先ではありません。",
            "What stands before @ is not where it leads.",
        ),
        How::Ending => (
            "名前は同じですが、終わりの部分が違います。",
            "The name is the same, but its ending is another.",
        ),
        How::Typo => ("1文字だけ違います。", "One letter is different."),
        How::Path => (
            "同じ名前は、行き先の後ろに書かれているだけです。",
            "The name only stands behind the place where it leads.",
        ),
    };
    match reader {
        Language::Ja => format!("{ja}このガイドにあるのは {of} です。"),
        Language::En => format!("{en} What the guide lists is {of}."),
    }
}

/// Where an address leads.
fn leads(reader: Language, finding: &Finding) -> Option<String> {
    let (leads, mail) = match &finding.kind {
        Kind::Address(leads) => (leads, false),
        Kind::Mail(leads) => (leads, true),
        Kind::Phone | Kind::Card => return None,
    };
    let Some(host) = &leads.host else {
        return Some(unclear(reader).to_owned());
    };
    let label = match (reader, mail) {
        (Language::Ja, false) => "行き先: ",
        (Language::Ja, true) => "ドメイン: ",
        (Language::En, false) => "It leads to: ",
        (Language::En, true) => "Its domain: ",
    };
    let letters = leads.letters.as_ref().map(|letters| match reader {
        Language::Ja => format!("（文字では {letters}）"),
        Language::En => format!(" (in letters: {letters})"),
    });
    Some(format!("{label}{host}{}", letters.unwrap_or_default()))
}

/// Of an address that has no clear beginning or end, or that no browser can read.
const fn unclear(reader: Language) -> &'static str {
    match reader {
        Language::Ja => {
            "アドレスがどこまでか、またどこに行くのかを読み取れません。前後に空白を入れて、もう一度確かめてください。"
        }
        Language::En => {
            "Where it begins or ends, and so where it leads, cannot be read. Put a space before and behind it, and check again."
        }
    }
}

/// Several findings in one line: `1 of 3 is in this guide`.
pub fn summary(reader: Language, findings: &[Finding]) -> String {
    let listed = |finding: &&Finding| matches!(finding.verdict, Verdict::Listed { .. });
    let (all, listed) = (findings.len(), findings.iter().filter(listed).count());
    match reader {
        Language::Ja => format!("{all}件のうち、ガイドにあるのは{listed}件です"),
        Language::En if listed == 1 => format!("1 of {all} is in this guide"),
        Language::En => format!("{listed} of {all} are in this guide"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Leads;

    fn all() -> Vec<Finding> {
        let phone = |verdict| Finding {
            range: 0..1,
            kind: Kind::Phone,
            verdict,
        };
        let leads = Leads {
            host: Some("xn--a.example".to_owned()),
            letters: Some("á.example".to_owned()),
        };
        let address = |verdict| Finding {
            kind: Kind::Address(leads.clone()),
            ..phone(verdict)
        };
        let mail = |verdict| Finding {
            kind: Kind::Mail(leads.clone()),
            ..phone(verdict)
        };
        let listed = || Verdict::Listed {
            as_written: "a".to_owned(),
            desks: Vec::new(),
        };
        let near = |difference| Verdict::NotListed {
            near: Some(Near {
                as_written: "a".to_owned(),
                difference,
            }),
        };
        let like = |how| Verdict::Lookalike {
            of: "a".to_owned(),
            how,
        };
        let ways = [
            How::Characters,
            How::Part,
            How::User,
            How::Ending,
            How::Typo,
            How::Path,
        ];
        let mut all = vec![
            phone(listed()),
            phone(Verdict::NotListed { near: None }),
            phone(near(Difference::Digits(1))),
            phone(near(Difference::Digits(2))),
            phone(near(Difference::Inside)),
            phone(like(How::LettersForDigits)),
            phone(Verdict::Incomplete),
            phone(Verdict::NothingListed),
            address(listed()),
            address(Verdict::NotListed { near: None }),
            address(Verdict::NothingListed),
            mail(listed()),
            mail(Verdict::NotListed { near: None }),
            mail(like(How::Part)),
            mail(Verdict::NothingListed),
            Finding {
                kind: Kind::Address(Leads::default()),
                ..phone(Verdict::NotListed { near: None })
            },
            Finding {
                kind: Kind::Card,
                ..phone(Verdict::CardNumber)
            },
        ];
        all.extend(ways.map(|how| address(like(how))));
        all
    }

    #[test]
    fn nothing_is_ever_called_safe() {
        for reader in Language::ALL {
            for finding in all() {
                let said = headline(reader, &finding)
                    + &advice(reader, &finding).concat()
                    + texts(reader).can_be_faked;
                for word in [
                    "safe",
                    "genuine",
                    "trust",
                    "安全",
                    "本物",
                    "安心",
                    "信用",
                    "問題ありません",
                ] {
                    assert!(!said.to_lowercase().contains(word), "{said}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_listed_says_so_and_what_to_do() {
        for finding in all() {
            if matches!(
                finding.verdict,
                Verdict::NotListed { .. } | Verdict::Lookalike { .. }
            ) {
                assert!(
                    headline(Language::En, &finding).contains("not in this guide"),
                    "{finding:?}"
                );
                assert!(
                    headline(Language::Ja, &finding).contains("このガイドにない"),
                    "{finding:?}"
                );
                let advice = advice(Language::En, &finding);
                assert!(advice[0].starts_with("Do not "), "{advice:?}");
            }
        }
    }
}
