//! Telephone numbers in a guide. A wrong one is the worst thing a support guide can say, so every text is searched for
//! what a reader could take for one and dial.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::phone::{
    ABROAD, Group, MAX_DIGITS, Spelling, american, groups, may_be_digit, whole,
};

/// The official numbers.
#[derive(Debug, Default)]
pub(super) struct PhoneBook {
    /// Digits only, as they are dialled within Japan.
    numbers: HashSet<String>,
}

impl PhoneBook {
    /// Of numbers that are [normalized](crate::text::phone::normalized).
    pub(super) const fn new(numbers: HashSet<String>) -> Self {
        Self { numbers }
    }

    pub(super) fn contains(&self, number: &str) -> bool {
        self.numbers.contains(number)
    }

    /// Where the text holds something like a telephone number that is none of the official ones.
    pub(super) fn strangers(&self, text: &str) -> Vec<Range<usize>> {
        if text.chars().filter(|&c| may_be_digit(c)).take(8).count() < 8 {
            return Vec::new();
        }
        let runs = runs(text);
        runs.iter().flat_map(|run| self.strangers_in(run)).collect()
    }

    fn strangers_in(&self, run: &[Group]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < run.len() {
            let (end, strange) = self.number_at(&run[first..]).unwrap_or((1, false));
            if strange {
                found.push(run[first].range.start..run[first + end - 1].range.end);
            }
            first += end;
        }
        found
    }

    /// The number that begins with the first of these groups: how many groups it takes, and whether it is strange.
    fn number_at(&self, groups: &[Group]) -> Option<(usize, bool)> {
        let plus = groups[0].plus;
        let mut digits = String::new();
        let mut strange = None;
        for (index, group) in groups.iter().enumerate() {
            digits.push_str(&group.digits);
            if digits.len() > MAX_DIGITS {
                break;
            }
            let number = whole(plus, &digits).or_else(|| american(&groups[..=index]));
            match number {
                Some(number) if self.contains(&number) => return Some((index + 1, false)),
                // Numbers of other countries have no fixed length: then as much as can belong to it does.
                Some(_) if plus || digits.starts_with(ABROAD) || strange.is_none() => {
                    strange = Some((index + 1, true));
                }
                _ => {}
            }
        }
        strange
    }
}

/// The groups of digits in a text, in runs with nothing but gaps in between, without those that begin a time.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    for group in groups(text, Spelling::Usual) {
        let time = group.colon && group.digits.len() <= 2;
        match runs.last_mut() {
            Some(run) if !group.first => run.extend((!time).then_some(group)),
            _ => runs.push(Vec::from_iter((!time).then_some(group))),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strangers(text: &str) -> Vec<&str> {
        let book = PhoneBook::new(["0120996012".to_owned(), "188".to_owned()].into());
        book.strangers(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
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
            &["81 120 996 013", "1 (866) 579-7172"],
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
}
