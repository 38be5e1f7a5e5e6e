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
    let end = all.last().map_or(0, |group| group.range.end);
    let strange: Vec<Group> = all
        .into_iter()
        .filter(|group| !listed.iter().any(|range| covers(range, &group.range)))
        .collect();
    if joined(&strange).len() < LEAST_DIGITS {
        return Cow::Borrowed(text);
    }
    let digits = |at: usize| strange.iter().any(|group| group.range.contains(&at));
    let hidden = text.char_indices().filter(|&(at, _)| digits(at)).count();
    // Before a listed number the last digits would look like a part of it.
    let last = strange.last().is_some_and(|group| group.range.end == end);
    let mut left = hidden.saturating_sub(if last { SHOWN } else { 0 });
    let shown = text.char_indices().map(|(at, c)| {
        if left == 0 || !digits(at) {
            return c;
        }
        left -= 1;
        '•'
    });
    Cow::Owned(shown.collect())
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
