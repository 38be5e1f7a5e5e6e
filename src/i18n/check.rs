//! What is said of a telephone number or a web address: never that it is safe, for who calls can show any number.

use crate::check::{Comparison, Finding, How, Kind, Near, Slip, Verdict};
use crate::language::Language;

/// The fixed texts about checking in one language.
#[derive(Debug)]
pub struct CheckTexts {
    /// Below the title in the list of topics.
    pub summary: &'static str,
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
    /// Before what the guide lists and before what was typed, each below the other; in full and in short.
    pub this_guide: [&'static str; 2],
    pub typed: [&'static str; 2],
    /// What is marked is not what the guide lists.
    pub marked: &'static str,
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static CheckTexts {
    words(lang).texts()
}

/// What a language says of it: first the verdict, then what there is to know and to do.
pub trait Words {
    fn texts(&self) -> &'static CheckTexts;
    fn headline(&self, finding: &Finding) -> String;
    fn act(&self, act: Act) -> &'static str;
    fn difference(&self, near: &Near) -> String;
    /// How something imitates `of`, which the guide lists.
    fn imitation(&self, of: &str, how: How) -> String;
    /// Of an address, where the guide lists none.
    fn cannot_tell(&self) -> &'static str;
    /// Where an address leads, and the letters that this stands for.
    fn leads_to(&self, host: &str, letters: Option<&str>) -> String;
    /// The domain of a mail address, likewise.
    fn domain(&self, host: &str, letters: Option<&str>) -> String;
    /// Of an address that has no clear beginning or end, or that no browser can read.
    fn unclear(&self) -> &'static str;
    /// It is what the guide lists.
    fn same(&self, kind: &Kind) -> String;
    /// That says little: callers can show any number.
    fn but_faked(&self) -> &'static str;
    /// It is not what the guide lists.
    fn other(&self, kind: &Kind) -> String;
    /// It has signs that are no digits.
    fn has_strange(&self) -> &'static str;
    /// So many places are other than in what the guide lists.
    fn differ(&self, kind: &Kind, places: usize) -> String;
    /// What stands between two sentences in a band.
    fn between(&self) -> &'static str;
    fn slip(&self, slip: Slip) -> String;
    /// The signs that are marked are no digits.
    fn strange(&self, signs: &[char]) -> String;
    /// How many of several the guide lists.
    fn summary(&self, all: usize, listed: usize) -> String;
}

/// What to do about something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    CardNumber,
    ListedAddress,
    OtherAddress,
    ListedSender,
    OtherSender,
    ListedNumber,
    OtherNumber,
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The verdict in one line: `The guide lists this number as 0120-996-012`.
pub fn headline(lang: Language, finding: &Finding) -> String {
    words(lang).headline(finding)
}

/// What there is to know and to do, a paragraph each, in the order of their weight.
pub fn advice(lang: Language, finding: &Finding) -> Vec<String> {
    let act = act(finding).map(|act| words(lang).act(act).to_owned());
    let why = why(lang, finding);
    let leads = leads(lang, finding);
    act.into_iter().chain(why).chain(leads).collect()
}

/// The same beside what the guide lists, where what differs is marked.
pub fn advice_beside(lang: Language, finding: &Finding, comparison: &Comparison) -> Vec<String> {
    let act = act(finding).map(|act| words(lang).act(act).to_owned());
    let leads = leads(lang, finding);
    act.into_iter()
        .chain(marks(lang, comparison))
        .chain(leads)
        .collect()
}

/// What is marked, and how it differs.
fn marks(lang: Language, comparison: &Comparison) -> Option<String> {
    let words = words(lang);
    let differs = comparison.places.iter().any(|place| place.differs);
    match comparison.slip {
        Some(slip) => Some(words.slip(slip)),
        None if !comparison.strange.is_empty() => Some(words.strange(&comparison.strange)),
        None => differs.then(|| words.texts().marked.to_owned()),
    }
}

/// How a number differs from a listed one, where that can be said in a sentence.
pub fn slip(lang: Language, slip: Slip) -> String {
    words(lang).slip(slip)
}

/// The verdict in a band, in full and in short.
pub fn band(lang: Language, finding: &Finding, comparison: &Comparison) -> [String; 2] {
    let places = comparison.places.iter().filter(|place| place.differs);
    verdict(
        lang,
        finding,
        places.count(),
        !comparison.strange.is_empty(),
    )
}

/// The same of so many places that differ, and of whether there are signs that are no digits.
fn verdict(lang: Language, finding: &Finding, places: usize, is_strange: bool) -> [String; 2] {
    let (words, kind) = (words(lang), &finding.kind);
    let is_listed = matches!(finding.verdict, Verdict::Listed { .. });
    let short = if is_listed {
        words.same(kind)
    } else {
        words.other(kind)
    };
    let more = match places {
        _ if is_listed => words.but_faked().to_owned(),
        _ if is_strange => words.has_strange().to_owned(),
        0 => return [short.clone(), short],
        places => words.differ(kind, places),
    };
    [format!("{short}{}{more}", words.between()), short]
}

/// What to do.
const fn act(finding: &Finding) -> Option<Act> {
    Some(match (&finding.kind, &finding.verdict) {
        (_, Verdict::Incomplete) => return None,
        (_, Verdict::CardNumber) => Act::CardNumber,
        (Kind::Mail(_), Verdict::Listed { .. }) => Act::ListedSender,
        (Kind::Mail(_), _) => Act::OtherSender,
        (Kind::Address(_), Verdict::Listed { .. }) => Act::ListedAddress,
        (Kind::Address(_), _) => Act::OtherAddress,
        (_, Verdict::Listed { .. }) => Act::ListedNumber,
        _ => Act::OtherNumber,
    })
}

/// How it differs from what is listed.
fn why(lang: Language, finding: &Finding) -> Option<String> {
    let words = words(lang);
    match (&finding.verdict, &finding.kind) {
        (Verdict::NotListed { near: Some(near) }, _) => Some(words.difference(near)),
        (Verdict::Lookalike { of, how }, _) => Some(words.imitation(of, *how)),
        (Verdict::NothingListed, Kind::Address(_) | Kind::Mail(_)) => {
            Some(words.cannot_tell().to_owned())
        }
        _ => None,
    }
}

/// Where an address leads.
fn leads(lang: Language, finding: &Finding) -> Option<String> {
    let (leads, mail) = match &finding.kind {
        Kind::Address(leads) => (leads, false),
        Kind::Mail(leads) => (leads, true),
        Kind::Phone | Kind::Card => return None,
    };
    let words = words(lang);
    let Some(host) = &leads.host else {
        return Some(words.unclear().to_owned());
    };
    let letters = leads.letters.as_deref();
    Some(if mail {
        words.domain(host, letters)
    } else {
        words.leads_to(host, letters)
    })
}

/// Several findings in one line: `1 of 3 is in this guide`.
pub fn summary(lang: Language, findings: &[Finding]) -> String {
    let listed = |finding: &&Finding| matches!(finding.verdict, Verdict::Listed { .. });
    words(lang).summary(findings.len(), findings.iter().filter(listed).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Difference, Leads};
    use crate::i18n::SPOKEN;

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
            phone(Verdict::UnusualSigns { of: "a".to_owned() }),
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
        for lang in SPOKEN {
            for finding in all() {
                let bands = verdict(lang, &finding, 1, false).concat();
                let said = headline(lang, &finding)
                    + &bands
                    + &advice(lang, &finding).concat()
                    + texts(lang).can_be_faked;
                for word in [
                    "safe",
                    "genuine",
                    "trust",
                    "安全",
                    "本物",
                    "安心",
                    "信用",
                    "問題ありません",
                    "可信",
                    "放心",
                    "正规",
                    "正規",
                    "信任",
                    "안전",
                    "안심",
                    "믿",
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
                Verdict::NotListed { .. }
                    | Verdict::Lookalike { .. }
                    | Verdict::UnusualSigns { .. }
            ) {
                assert!(
                    headline(Language::EN, &finding).contains("not in this guide"),
                    "{finding:?}"
                );
                assert!(
                    headline(Language::JA, &finding).contains("このガイドにない"),
                    "{finding:?}"
                );
                let advice = advice(Language::EN, &finding);
                assert!(advice[0].starts_with("Do not "), "{advice:?}");
            }
        }
    }
}
