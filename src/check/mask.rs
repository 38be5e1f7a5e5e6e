//! What a public screen shows of the numbers that are typed on it.
//!
//! A screen at a counter speaks with the authority of whoever put it there, also to the next person who looks at it. A
//! number that a visitor types must not get there: it is shown only when the guide lists it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Finding, Kind, Verdict, check};
use crate::guide::Guide;
use crate::text::phone::{Group, Spelling, groups, joined, may_be_digit, normalized};

/// Fewer digits are no telephone number that anybody could call by mistake.
const LEAST_DIGITS: usize = 6;

/// So many digits at the end are shown, so that whoever types sees that the keys arrive.
const SHOWN: usize = 2;

/// A text with `•` for the digits that belong to no listed number, but for the last two of them where
/// no listed number follows: `••••-•••-•13`. All
/// digits of the text count together, whatever stands between them. Has as many characters as the text.
pub fn masked<'a>(guide: &Guide, text: &'a str) -> Cow<'a, str> {
    if !text.contains(may_be_digit) {
        return Cow::Borrowed(text);
    }
    let listed = listed(guide, text);
    let all = groups(text, Spelling::Free);
    let strange: Vec<&Group> = all
        .iter()
        .filter(|group| !listed.iter().any(|range| covers(range, &group.range)))
        .collect();
    // Also numbers of a kind whose value is not known here.
    let is_hidden = |at: usize, c: char| {
        let within = |group: &Group| group.range.contains(&at);
        strange.iter().any(|group| within(group)) || c.is_numeric() && !all.iter().any(within)
    };
    let hidden: Vec<usize> = text
        .char_indices()
        .filter(|&(at, c)| is_hidden(at, c))
        .map(|(at, _)| at)
        .collect();
    let Some(&last) = hidden.last() else {
        return Cow::Borrowed(text);
    };
    // A character may be more than one digit: `㊲`.
    let digits: usize = strange.iter().map(|group| group.digits.len()).sum();
    if digits.max(hidden.len()) < LEAST_DIGITS {
        return Cow::Borrowed(text);
    }
    // Before a listed number the last digits would look like a part of it.
    let is_last = listed.iter().all(|range| range.end <= last);
    let shown = if is_last { SHOWN } else { 0 };
    let hidden = &hidden[..hidden.len().saturating_sub(shown)];
    let masked = text
        .char_indices()
        .map(|(at, c)| if hidden.contains(&at) { '•' } else { c });
    Cow::Owned(masked.collect())
}

/// Where listed numbers stand that are written as the guide writes them, but for what stands between the digits.
fn listed(guide: &Guide, text: &str) -> Vec<Range<usize>> {
    let as_listed = |finding: &Finding| match &finding.verdict {
        Verdict::Listed { as_written, .. } => {
            let part = &text[finding.range.clone()];
            let same = digits(part) == digits(as_written)
                || normalized(part).is_some_and(|part| Some(part) == normalized(as_written));
            finding.kind == Kind::Phone && same
        }
        _ => false,
    };
    let findings = check(guide, text).into_iter();
    findings
        .filter(as_listed)
        .map(|finding| finding.range)
        .collect()
}

fn digits(text: &str) -> String {
    joined(&groups(text, Spelling::Free))
}

const fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
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
    }
}
