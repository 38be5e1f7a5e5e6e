//! What a public screen shows of the numbers that are typed on it.
//!
//! A screen at a counter speaks with the authority of whoever put it there, also to the next person who looks at it. A
//! number that a visitor types must not get there: it is shown only when the guide lists it.

use std::borrow::Cow;
use std::ops::Range;

use super::phone::book;
use crate::guide::Guide;
use crate::text::phone::{
    Book, Class, Look, Number, Reading, SHOW_OR_HIDE, digits, has_digits, may_be_digit, normalized,
    read,
};

/// Fewer digits are no telephone number that anybody could call by mistake.
const LEAST_DIGITS: usize = 6;

/// So many digits at the end are shown, so that whoever types sees that the keys arrive.
const SHOWN: usize = 2;

/// A text with `•` for the digits that belong to no listed number, but for the last two of them where no listed number
/// follows: `••••-•••-•13`. All digits of the text count together, whatever stands between them, but for those of dates,
/// amounts and the like. Has as many characters as the text.
pub fn masked<'a>(guide: &Guide, text: &'a str) -> Cow<'a, str> {
    masked_beside(guide, text, &[])
}

/// The same for a text that is on the screen together with others: half a number in each is one.
pub fn masked_beside<'a>(guide: &Guide, text: &'a str, others: &[&str]) -> Cow<'a, str> {
    if !has_digits(text) {
        return Cow::Borrowed(text);
    }
    let book = book(guide);
    let part = Part::new(guide, &book, text);
    let mut digits = part.count;
    let mut strange = part.has_stranger;
    for other in others {
        let beside = Part::new(guide, &book, other);
        digits += beside.count;
        strange |= beside.has_stranger || meet(&book, text, other);
    }
    let Some(&last) = part
        .hidden
        .last()
        .filter(|_| strange || digits >= LEAST_DIGITS)
    else {
        return Cow::Borrowed(text);
    };
    // Before a listed number the last digits would look like a part of it.
    let is_last = part.listed.iter().all(|range| range.end <= last);
    let shown = if is_last { SHOWN } else { 0 };
    let hidden = part.hidden.len().saturating_sub(shown);
    let mut hidden = part.hidden[..hidden].iter().peekable();
    let masked = text
        .char_indices()
        .map(|(at, c)| hidden.next_if_eq(&&at).map_or(c, |_| '•'));
    Cow::Owned(masked.collect())
}

/// What a public screen makes of one text.
struct Part {
    /// Where numbers of the guide stand.
    listed: Vec<Range<usize>>,
    /// Where the other digits stand, in order.
    hidden: Vec<usize>,
    /// How many of them may be digits of a telephone number.
    count: usize,
    has_stranger: bool,
}

impl Part {
    fn new(guide: &Guide, book: &Book, text: &str) -> Self {
        let Reading {
            numbers, groups, ..
        } = read(book, text, &[]);
        let as_written = numbers
            .iter()
            .filter(|number| is_as_written(guide, text, number));
        let listed: Vec<Range<usize>> = as_written.map(|number| number.range.clone()).collect();
        let is_listed = |range: &Range<usize>| {
            let after = listed.partition_point(|listed| listed.end <= range.start);
            listed
                .get(after)
                .is_some_and(|listed| listed.start <= range.start && range.end <= listed.end)
        };
        let strange = groups
            .iter()
            .filter(|(range, _, innocent)| !innocent && !is_listed(range));
        let mut count: usize = strange.map(|(_, digits, _)| digits).sum();
        let mut hidden = Vec::new();
        for (at, c) in text.char_indices() {
            let after = groups.partition_point(|(range, ..)| range.end <= at);
            match groups.get(after).filter(|(range, ..)| range.contains(&at)) {
                Some((range, ..)) if is_listed(range) => {}
                Some(_) => hidden.push(at),
                None if may_be_digit(c) && c.is_numeric() => {
                    hidden.push(at);
                    count += 1;
                }
                None => {}
            }
        }
        let has_stranger = has_stranger(&numbers);
        Self {
            listed,
            hidden,
            count,
            has_stranger,
        }
    }
}

/// Whether two texts are together a number that the guide does not list, in either order.
fn meet(book: &Book, text: &str, other: &str) -> bool {
    let joined = [format!("{text}\n{other}"), format!("{other}\n{text}")];
    joined
        .iter()
        .any(|joined| has_stranger(&read(book, joined, &[]).numbers))
}

fn has_stranger(numbers: &[Number]) -> bool {
    let stranger = |number: &Number| {
        !matches!(
            number.class,
            Class::Beginning
                | Class::Official {
                    look: Look::Plain,
                    ..
                }
        )
    };
    numbers.iter().any(stranger)
}

/// Whether a number is a listed one, and dialled as the guide writes it, here or from abroad: `0081-120-996-012`. What is
/// dialled before it, so as to show who calls or not to, is nothing that a guide says.
fn is_as_written(guide: &Guide, text: &str, number: &Number) -> bool {
    let Class::Official {
        place,
        look: Look::Plain,
    } = number.class
    else {
        return false;
    };
    let (part, as_written) = (&text[number.range.clone()], &guide.official_numbers[place]);
    let dialled = digits(part);
    let from_abroad = || {
        let shows_or_hides = SHOW_OR_HIDE.iter().any(|sign| dialled.starts_with(sign));
        !shows_or_hides && normalized(as_written).as_deref() == Some(number.digits.as_str())
    };
    dialled == digits(as_written) || from_abroad()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Source, load};

    #[test]
    fn numbers_are_shown_only_where_the_guide_lists_them() {
        let guide = load(&Source::BuiltIn).0.expect("it has no errors");
        let check = |text: &str, expected: &str| {
            let shown = masked(&guide, text);
            assert_eq!(shown, expected);
            assert_eq!(shown.chars().count(), text.chars().count());
        };
        check("", "");
        check("解約したい", "解約したい");
        check("0120-996-012", "0120-996-012");
        check(
            "電話 ０１２０ー９９６ー０１２ です",
            "電話 ０１２０ー９９６ー０１２ です",
        );
        check("+81 120-996-012", "+81 120-996-012");
        check("0081-120-996-012", "0081-120-996-012");
        check("010 81 120 996012", "010 81 120 996012");
        check("81-120-996-012", "81-120-996-012");
        check("001-81-120-996-012", "001-81-120-996-012");
        check("001-81-120-996-013", "•••-••-•••-•••-•13");
        check("0081-120-996-013", "••••-•••-•••-•13");
        check("0120-996-013", "••••-•••-•13");
        // Only a whole one is listed, and not every number that it stands in.
        check("0120-9", "0120-9");
        check("0120-996-01", "••••-•••-01");
        check("0120-996-0123", "••••-•••-••23");
        check("186-0120-996-012", "•••-••••-•••-•12");
        // However it is written, and whatever stands in between.
        check("０９０１２３４５６７８", "•••••••••７８");
        check("090か1234か5678", "•••か••••か••78");
        check("О9О-1234-5678", "•••-••••-••78");
        check("①②③④⑤⑥⑦", "•••••⑥⑦");
        check("⓿❾⓿❶❷❸❹❺❻❼❽", "•••••••••❼❽");
        check("⓪･⑨?⓪／①∥②《③＝④", "•･•?•／•∥•《③＝④");
        check(
            "①解約 ②変更 ③再開 ④料金 ⑤電話 ⑥会話",
            "①解約 ②変更 ③再開 ④料金 ⑤電話 ⑥会話",
        );
        check("零玖零壱弐参肆伍陸漆捌", "•••••••••漆捌");
        check("〡〢〣ⅣⅤ፮", "••••Ⅴ፮");
        // Of which nobody knows the value here.
        check("𐄐𐄑𐄒𐄓𐄔𐄕𐄖", "•••••𐄕𐄖");
        check("〇九〇の一二三四の五六七八", "•••の••••の••七八");
        check("090-1234-5678 0120-996-012", "•••-••••-•••• 0120-996-012");
        check("78 0120-996-012", "•• ••••-•••-•12");
        check(
            "0120-996-012 か 090-1234-5678",
            "0120-996-012 か •••-••••-••78",
        );
        check("0120999999.example", "••••••••99.example");
        check("4980 円、 3 日", "4980 円、 3 日");
        // Words are digits as soon as they are together a number.
        check("one two three four five", "one two three four five");
        check(
            "zero nine zero, one two three four, five six seven eight",
            "•••• •••• ••••, ••• ••• ••••• ••••, •••• ••• ••••• •••ht",
        );
        check("ゼロイチニーゼロの996の013", "••••••••の•••の•13");
    }
}
