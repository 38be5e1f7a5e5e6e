//! Telephone numbers in a guide. A wrong one is the worst thing a support guide can say, so every text is searched for
//! what a reader could take for one and dial.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::dialled::{SCHEMES, dialled, in_chats};
use crate::text::phone::{Book, Class, Look, Number, digits, normalized, read};

/// What an address dials has at least so many digits, but for that of the police and the like.
const LEAST_DIALLED: usize = 5;

/// What is dialled behind a number within a house has no more digits.
const MOST_EXTENSION: usize = 6;

/// A number that begins as one does, but has too few or too many digits, is one to a reader if it has at least so many.
const LEAST_MISSHAPEN: usize = 8;

/// The beginning of an official number is one to a reader if it lacks a digit; shorter ones say how numbers begin.
const LEAST_BEGUN: usize = 9;

/// Nothing longer is dialled.
const LONGEST_LINK: usize = 80;

/// The official numbers.
#[derive(Debug, Default)]
pub(super) struct PhoneBook {
    /// `None` where the guide names no official numbers: then any may stand in it.
    book: Option<Book>,
}

/// Something like a telephone number that must not stand in a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stranger {
    pub range: Range<usize>,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It is none of the official ones.
    Unknown,
    /// It is an official one, but written so that nobody can be sure of it.
    Unusual,
}

impl Stranger {
    /// All of a text.
    pub(super) const fn whole(text: &str) -> Self {
        Self {
            range: 0..text.len(),
            why: Why::Unknown,
        }
    }

    fn new(number: Number) -> Option<Self> {
        let why = match number.class {
            Class::Official {
                look: Look::Plain, ..
            }
            | Class::Possible => return None,
            Class::Beginning if number.digits.len() < LEAST_BEGUN => return None,
            Class::Official { .. } => Why::Unusual,
            Class::Misshapen if number.groups < 2 || number.digits.len() < LEAST_MISSHAPEN => {
                return None;
            }
            Class::Other | Class::Misshapen | Class::Beginning => Why::Unknown,
        };
        let range = number.range;
        Some(Self { range, why })
    }
}

/// What links in a text of Markdown or HTML dial, with the scheme before it: `[call](tel:0120-996-012)`, `href="tel:…"`.
pub(super) fn linked(text: &str) -> impl Iterator<Item = &str> {
    let leads =
        |before: &str| before.ends_with(['(', '<', '"', '\'', '=']) || before.ends_with("]: ");
    let start = move |colon: usize| {
        SCHEMES.iter().find_map(|scheme| {
            let start = colon.checked_sub(scheme.len())?;
            let same = text.get(start..colon)?.eq_ignore_ascii_case(scheme);
            (same && leads(&text[..start])).then_some(start)
        })
    };
    let starts = text
        .match_indices(':')
        .filter_map(move |(colon, _)| start(colon));
    starts.map(|start| {
        let bracket = text[..start].ends_with('(');
        // White space stands in what is quoted.
        let ends = |c: char| "\n\"'<>".contains(c) || bracket && c.is_whitespace();
        let mut open = 0;
        let inner = text[start..].chars().take(LONGEST_LINK).take_while(|&c| {
            open += i32::from(c == '(') - i32::from(c == ')');
            !(ends(c) || bracket && open < 0)
        });
        let length: usize = inner.map(char::len_utf8).sum();
        &text[start..start + length]
    })
}

/// What stands in these texts and could be a telephone number, the most frequent first.
pub(super) fn numbers_in<'a>(texts: impl Iterator<Item = &'a str>, most: usize) -> Vec<String> {
    let book = PhoneBook::new(&[]);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        for stranger in book.strangers(text) {
            *counts.entry(text[stranger.range].to_owned()).or_default() += 1;
        }
    }
    let mut numbers: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(number, _)| normalized(number).is_some())
        .collect();
    numbers.sort_by_key(|&(_, count)| Reverse(count));
    numbers
        .into_iter()
        .take(most)
        .map(|(number, _)| number)
        .collect()
}

impl PhoneBook {
    /// Of numbers as they are written.
    pub(super) fn new(numbers: &[String]) -> Self {
        let book = Some(Book::new(numbers));
        Self { book }
    }

    /// Of a guide that names no official numbers.
    pub(super) const fn lenient() -> Self {
        Self { book: None }
    }

    /// The same with texts that are no numbers, whatever they look like.
    pub(super) fn with_innocent(self, texts: &[String]) -> Self {
        let book = self.book.map(|book| book.with_innocent(texts));
        Self { book }
    }

    pub(super) const fn is_strict(&self) -> bool {
        self.book.is_some()
    }

    /// Whether a number that is [`normalized`] may not stand in the guide.
    pub(super) fn lacks(&self, number: &str) -> bool {
        self.book
            .as_ref()
            .is_some_and(|book| !book.contains(number))
    }

    /// Whether a text is an official number, nearly one, or dialled as those are.
    pub(super) fn is_alike(&self, text: &str) -> bool {
        self.book.as_ref().is_some_and(|book| book.is_alike(text))
    }

    /// Where the text holds something like a telephone number that is none of the official ones.
    pub(super) fn strangers(&self, text: &str) -> Vec<Stranger> {
        let Some(book) = &self.book else {
            return Vec::new();
        };
        let numbers = read(book, text, &[]).numbers.into_iter();
        let mut strangers: Vec<Stranger> = numbers.filter_map(Stranger::new).collect();
        for (range, number) in in_chats(text) {
            let own = normalized(&number);
            let known = own.is_some_and(|own| book.contains(&own));
            let meets =
                |other: &Stranger| other.range.start < range.end && range.start < other.range.end;
            let few = digits(&number).len() < LEAST_MISSHAPEN;
            if !known && !few && !strangers.iter().any(meets) {
                let why = Why::Unknown;
                strangers.push(Stranger { range, why });
            }
        }
        strangers
    }

    /// What an address dials that is none of the official numbers, each with where it stands in that. Whatever it looks like, it is a
    /// number.
    pub(super) fn strangers_dialled(&self, address: &str) -> Vec<(String, Stranger)> {
        let Some(book) = &self.book else {
            return Vec::new();
        };
        // What is dialled behind an official number is no other one: an extension.
        let beyond = |number: &str| {
            let all = digits(number).len();
            let read = read(book, number, &[]).numbers.into_iter();
            let official = read.filter(|found| matches!(found.class, Class::Official { .. }));
            let own = official.map(|found| digits(&number[found.range]).len());
            all >= LEAST_DIALLED && own.max().is_none_or(|own| all > own + MOST_EXTENSION)
        };
        let strangers = |number: String| {
            let found = self.strangers(&number);
            let whole = (found.is_empty() && beyond(&number)).then(|| Stranger::whole(&number));
            let all = found.into_iter().chain(whole);
            all.map(|stranger| (number.clone(), stranger))
                .collect::<Vec<_>>()
        };
        dialled(address).into_iter().flat_map(strangers).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phone::tests::spellings;

    #[test]
    fn what_links_dial_is_found() {
        for (text, expected) in [
            ("[a](tel:0120-996-012) b", "tel:0120-996-012"),
            ("([a](TEL:0120(996)012))", "TEL:0120(996)012"),
            ("[a](<tel:0120 996 012>)", "tel:0120 996 012"),
            ("[a]: sms:0120996012\nb", "sms:0120996012"),
            (
                "<a class=x href=\"tel:+81 120 996 012\">b</a>",
                "tel:+81 120 996 012",
            ),
            ("<Call to='callto:0120996012'/>", "callto:0120996012"),
            ("a hotel:0120 b (hotel:0120)", ""),
            ("[a](https://example.com/tel:1)", ""),
            ("電話(tel:０１２０)と(tel", "tel:０１２０"),
        ] {
            assert_eq!(linked(text).collect::<String>(), expected, "{text}");
        }
    }

    fn strangers(text: &str) -> Vec<&str> {
        let book = PhoneBook::new(&["0120-996-012".to_owned(), "188".to_owned()]);
        let strangers = book.strangers(text).into_iter();
        strangers.map(|stranger| &text[stranger.range]).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(strangers(text), expected, "{text:?}");
    }

    #[test]
    fn strange_numbers_are_found_however_they_are_written() {
        check("電話は0120-996-013へ", &["0120-996-013"]);
        check("0120996013", &["0120996013"]);
        check(
            "０１２０－９９６－０１３です",
            &["０１２０－９９６－０１３"],
        );
        check(
            "(03) 1234-5678, 090.1234.5678",
            &["03) 1234-5678", "090.1234.5678"],
        );
        check(
            "+81 120 996 013 or +1 (866) 579-7172",
            &["+81 120 996 013", "+1 (866) 579-7172"],
        );
        check(
            "call 1-866-579-7172 or 866-579-7172",
            &["1-866-579-7172", "866-579-7172"],
        );
        check("〇一二〇ー九九六ー〇一三", &["〇一二〇ー九九六ー〇一三"]);
        check("①② 0120‐996‑013", &["0120‐996‑013"]);
        check("010-1-866-579-7172", &["010-1-866-579-7172"]);
        check("0120-996-0123", &["0120-996-0123"]);
        check("0120-996-012 0120-996-013", &["0120-996-013"]);
        check("9:00 0120-996-013 21:00", &["0120-996-013"]);
    }

    #[test]
    fn the_official_number_is_known_however_it_is_written() {
        check("0120-996-012", &[]);
        check("０１２０（９９６）０１２、0120 996 012 9:00", &[]);
        check("+81-120-996-012 or +81 (0)120 996 012", &[]);
    }

    #[test]
    fn addresses_of_chats_have_numbers() {
        check("https://wa.me/818012349876", &["818012349876"]);
        check("wa.me/81120996012", &[]);
        check("https://wa.me/message/ABC", &[]);
        check("SIGNAL.ME/#p/+818012349876へ", &["+818012349876"]);
        check("viber://chat?number=818012349876", &["818012349876"]);
        check("https://t.me/channel/818012349876", &[]);
    }

    #[test]
    fn what_an_address_dials_is_listed_or_strange() {
        let book = PhoneBook::new(&["0120-996-012".to_owned(), "188".to_owned()]);
        let count = |address: &str| book.strangers_dialled(address).len();
        for address in [
            "tel:0120996012",
            "tel:+81-120-996-012",
            "tel:0120-996-012;ext=5",
            "sms:0120996012?body=12345678",
            "https://wa.me/81120996012?text=12345678",
            "https://api.whatsapp.com/send?phone=81120996012",
            "tel:188",
            "tel:110",
            "https://t.me/channel/123456",
            "https://example.com/0120996012",
        ] {
            assert_eq!(count(address), 0, "{address}");
        }
        for address in [
            "tel:0120996013",
            "tel:*67*0120996013%23",
            "tel:12345678",
            "tel:95588",
            "tel:0120996012p0312345678",
            "sms:+18665797172&body=a",
            "skype:+81312345678?call",
            "facetime-audio:0312345678",
            "https://wa.me/818012349876",
            "https://www.wa.me/%2B818012349876",
            "https://api.whatsapp.com/send?text=a&phone=818012349876",
        ] {
            assert_eq!(count(address), 1, "{address}");
        }
    }

    #[test]
    fn times_dates_and_cards_are_no_numbers() {
        for text in [
            "9:00–21:00",
            "09:00-21:00 09:00-21:00",
            "Mo-Su 09:00-21:00",
            "2026-11-01",
            "2026年11月1日 09:00〜21:00",
            "01.11.2026 10:00",
            "01/11/2026",
            "1234-5678-9012-3456",
            "下4桁（1234）",
            "1080 × 1920, 100,000,000",
            "24/7",
            "12345678901",
            "2026-11-01T09:00:00+09:00",
            "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn every_spelling_is_refused_that_is_not_the_official_one() {
        let not_numbers = spellings::NOT_NUMBERS.map(str::to_owned);
        let book = PhoneBook::new(&[spellings::OFFICIAL.to_owned()]).with_innocent(&not_numbers);
        for (kind, text) in spellings::all() {
            let found = book.strangers(&text);
            let lacks_one = kind == "beginning" && digits(&text).ends_with("99601");
            let refused = matches!(kind, "wrong" | "letters" | "unusual") || lacks_one;
            assert_eq!(!found.is_empty(), refused, "{kind} {text:?}: {found:?}");
        }
    }

    #[test]
    fn a_guide_without_official_numbers_may_hold_any() {
        assert_eq!(PhoneBook::lenient().strangers("0120-996-013"), []);
        assert_eq!(PhoneBook::new(&[]).strangers("0120-996-013").len(), 1);
    }

    #[test]
    fn what_is_like_an_official_number_is_one() {
        let book = PhoneBook::new(&[spellings::OFFICIAL.to_owned()]);
        for text in [
            "0120-996-012",
            "0120-996-013",
            "0120996999",
            "0120-111-222",
            "order 0120 996 012",
            "O120-996-013",
        ] {
            assert!(book.is_alike(text), "{text}");
        }
        for text in ["", "KB-5034441", "0312345678", "2026-11-23", "996"] {
            assert!(!book.is_alike(text), "{text}");
        }
    }
}
