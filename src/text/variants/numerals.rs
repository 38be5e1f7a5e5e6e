//! Numbers in words, in kanji and in digits: 十二月 and 12月, 二段階 and 2段階, 〇三 and 03, 5万円 and 50000円.
//!
//! What a character means depends on the word (十分 is ten minutes or enough), so these are other spellings to look for
//! beside the word, never instead of it.

/// The digits of a number, in kanji. The long row of a number in digits is that of the places (二〇二六), else 十, 百, 千
/// and 万 say them.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// What multiplies the digit before it, and what all that stands before it since the last of its kind.
const SMALL: [(char, u64); 3] = [('千', 1000), ('百', 100), ('十', 10)];
const LARGE: [(char, u64); 3] = [
    ('兆', 1_000_000_000_000),
    ('億', 100_000_000),
    ('万', 10_000),
];

/// Longer numbers are telephone numbers and the like, which nobody writes in kanji.
const MOST_DIGITS: usize = 8;

/// A folded word with its numbers in digits. `None` where there is no kanji numeral, or what there is is no number.
///
/// ```
/// use madoguchi::text::variants::in_digits;
/// assert_eq!(in_digits("十二月").as_deref(), Some("12月"));
/// ```
pub fn in_digits(folded: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || is_numeral(c);
    replaced(folded, is_part, |number| {
        number.chars().any(is_numeral).then(|| number_of(number))?
    })
}

/// A folded word with its numbers in kanji, with 十 and 百 and by their digits. Empty where there are none.
///
/// ```
/// use madoguchi::text::variants::in_kanji;
/// assert_eq!(in_kanji("12月"), ["十二月", "一二月"]);
/// ```
pub fn in_kanji(folded: &str) -> Vec<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let in_units = replaced(folded, is_digit, spoken);
    let by_digits = replaced(folded, is_digit, |number| {
        (number.len() <= MOST_DIGITS).then(|| number.chars().filter_map(digit).collect())
    });
    let mut ways: Vec<String> = in_units.into_iter().chain(by_digits).collect();
    ways.dedup();
    ways
}

/// A text with each longest stretch of certain characters replaced, where there is something to replace it with; `None`
/// where nothing is.
fn replaced(
    text: &str,
    is_part: impl Fn(char) -> bool,
    other: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let (mut written, mut rest) = (String::new(), text);
    let mut is_other = false;
    while let Some(start) = rest.find(&is_part) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        written.push_str(before);
        match other(number) {
            Some(other) => {
                is_other = true;
                written.push_str(&other);
            }
            None => written.push_str(number),
        }
        rest = after;
    }
    written.push_str(rest);
    is_other.then_some(written)
}

fn is_numeral(c: char) -> bool {
    DIGITS.contains(&c) || SMALL.iter().chain(&LARGE).any(|&(unit, _)| unit == c)
}

/// The kanji of an ASCII digit.
fn digit(c: char) -> Option<char> {
    DIGITS.get(c.to_digit(10)? as usize).copied()
}

/// The digit that a numeral stands for, in either writing.
fn value(c: char) -> Option<u64> {
    let kanji = || DIGITS.iter().position(|&digit| digit == c);
    let value = c.to_digit(10).map(|value| value as usize).or_else(kanji)?;
    u64::try_from(value).ok()
}

/// A number in digits, of one with kanji in it.
fn number_of(number: &str) -> Option<String> {
    let by_digits: Option<String> = number
        .chars()
        .map(|c| value(c).map(|v| v.to_string()))
        .collect();
    by_digits.or_else(|| Some(sum(number)?.to_string()))
}

/// A number with units: groups of up to four places, each before a large unit, descending.
fn sum(number: &str) -> Option<u64> {
    let (mut total, mut rest) = (0_u64, number);
    for (unit, factor) in LARGE {
        if let Some((before, after)) = rest.split_once(unit) {
            total = total.checked_add(below_ten_thousand(before)?.checked_mul(factor)?)?;
            rest = after;
        }
    }
    match rest {
        "" => Some(total),
        _ => total.checked_add(below_ten_thousand(rest)?),
    }
}

/// 三百二十, 千, 10, 3千.
fn below_ten_thousand(group: &str) -> Option<u64> {
    let (mut total, mut rest) = (0, group);
    for (unit, factor) in SMALL {
        if let Some((before, after)) = rest.split_once(unit) {
            let times = if before.is_empty() { 1 } else { plain(before)? };
            // 10千 is no number.
            (times < 10).then_some(())?;
            total += times * factor;
            rest = after;
        }
    }
    match rest {
        "" => (!group.is_empty()).then_some(total),
        _ if total > 0 && rest.chars().nth(1).is_some() => None,
        _ => Some(total + plain(rest)?),
    }
}

/// Up to four digits without units.
fn plain(digits: &str) -> Option<u64> {
    let mut values = digits.chars().map(value);
    (digits.chars().count() <= 4).then_some(())?;
    values.try_fold(0, |number, value| Some(number * 10 + value?))
}

/// A number as one says it, of its digits; `None` of zero, of one that begins with it, and of long ones.
fn spoken(digits: &str) -> Option<String> {
    let number: u32 = digits.parse().ok()?;
    if digits.starts_with('0') || digits.len() > MOST_DIGITS {
        return None;
    }
    let mut said = String::new();
    for (group, unit) in [(number / 10_000, "万"), (number % 10_000, "")] {
        for (small, factor) in SMALL
            .map(|(unit, factor)| (Some(unit), factor))
            .into_iter()
            .chain([(None, 1)])
        {
            let times = u64::from(group) / factor % 10;
            // 一 is said before 万 and by itself, not before 十.
            if times > 1 || (times == 1 && small.is_none()) {
                said.extend(DIGITS.get(usize::try_from(times).ok()?));
            }
            said.extend(small.filter(|_| times > 0));
        }
        said.push_str(if group > 0 { unit } else { "" });
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kanji_become_digits() {
        let check = |word: &str, digits: Option<&str>| {
            assert_eq!(in_digits(word).as_deref(), digits, "{word}");
        };
        check("十二月", Some("12月"));
        check("二段階認証", Some("2段階認証"));
        check("二十", Some("20"));
        check("〇三", Some("03"));
        check("二〇二六年", Some("2026年"));
        check("百二十三", Some("123"));
        check("千八百円", Some("1800円"));
        check("一万五千円", Some("15000円"));
        check("3千円", Some("3000円"));
        check("5万円", Some("50000円"));
        check("10万", Some("100000"));
        check("一億二千万", Some("120000000"));
        check("十", Some("10"));
        check("第三条第二項", Some("第3条第2項"));
        check("", None);
        check("12月", None);
        check("解約", None);
        // No numbers.
        check("万", None);
        check("百千", None);
        check("十百", None);
        check("二三十", None);
        check("10千", None);
        check("十二三", None);
        check("千万兆", None);
    }

    #[test]
    fn digits_become_kanji() {
        let check = |word: &str, kanji: &[&str]| assert_eq!(in_kanji(word), kanji, "{word}");
        check("12月", &["十二月", "一二月"]);
        check("2段階", &["二段階"]);
        check("20", &["二十", "二〇"]);
        check("03", &["〇三"]);
        check("0", &["〇"]);
        check("2026年", &["二千二十六年", "二〇二六年"]);
        check("100", &["百", "一〇〇"]);
        check("10000円", &["一万円", "一〇〇〇〇円"]);
        check("11500", &["一万千五百", "一一五〇〇"]);
        check("0120996012", &[]);
        check("解約", &[]);
    }

    proptest! {
        #[test]
        fn numbers_come_back(number in 1_u32..100_000_000) {
            for kanji in in_kanji(&format!("第{number}号")) {
                prop_assert_eq!(in_digits(&kanji), Some(format!("第{number}号")));
            }
        }

        #[test]
        fn any_text_has_an_answer(text in "(\\PC|[〇一二三十百千万億兆0-9]){0,30}") {
            in_digits(&text);
            in_kanji(&text);
        }
    }
}
