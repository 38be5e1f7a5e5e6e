//! Public holidays in opening hours: `PH` stands for the days that a guide lists. No calendar is kept here: lists of holidays
//! change, and who follows an old one sends readers to closed doors.

use chrono::{Datelike, NaiveDate};
use opening_hours_syntax::rules::RuleSequence;
use opening_hours_syntax::rules::day::{Date, DateOffset, Month, MonthdayRange, Year};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Opening hours with these days for `PH`: `PH off` becomes `2026 Dec 31,2027 Jan 01 off`, and of `Su,PH off` two rules.
///
/// # Errors
/// Where there are no such days, or `PH` stands elsewhere than among the days that a rule begins with; says what to write.
pub fn spelled_out(expression: &str, holidays: &[NaiveDate]) -> Result<String, String> {
    let has = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "PH")
    };
    if !has(expression) {
        return Ok(expression.to_owned());
    }
    if holidays.is_empty() {
        return Err(
            "`PH` are the days that `holidays` lists, and there is no such list: write `holidays: [2027-01-01, …]` in desks.yaml"
                .to_owned(),
        );
    }
    let days: Vec<String> = holidays.iter().map(|day| spelled(*day)).collect();
    let days = days.join(",");
    let mut rules = Vec::new();
    for rule in expression.split(';').map(str::trim) {
        let (selector, rest) = rule.split_once(' ').unwrap_or((rule, ""));
        let (own, others): (Vec<&str>, Vec<&str>) =
            selector.split(',').partition(|day| *day == "PH");
        if has(rest) || others.iter().any(|day| has(day)) {
            return Err(format!(
                "`{rule}`: write `PH` at the beginning of a rule, such as `PH off`"
            ));
        }
        if !others.is_empty() {
            rules.push(format!("{} {rest}", others.join(",")).trim().to_owned());
        }
        if !own.is_empty() {
            rules.push(format!("{days} {rest}").trim().to_owned());
        }
    }
    Ok(rules.join("; "))
}

/// The days of holidays, taken out of an expression before it is parsed and put back behind that: the parser takes a fifth of
/// a millisecond for a hundred of them, and every desk has them in each of its languages.
pub(super) struct List {
    first: MonthdayRange,
    others: Vec<MonthdayRange>,
    /// So many rules begin with it.
    rules: usize,
}

impl List {
    /// The first list that a rule begins with, as [`spelled_out`] writes it, and the expression with only the first day of it.
    pub(super) fn taken_out(expression: &str) -> Option<(Self, String)> {
        let rules = expression.split("; ");
        let (list, days) = rules.clone().find_map(listed)?;
        let (first, others) = days.split_first()?;
        let mut count = 0;
        let short = rules.map(|rule| match rule.strip_prefix(list) {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
                count += 1;
                spelled(*first) + rest
            }
            _ => rule.to_owned(),
        });
        let short = short.collect::<Vec<_>>().join("; ");
        let list = Self {
            first: range(*first),
            others: others.iter().copied().map(range).collect(),
            rules: count,
        };
        Some((list, short))
    }

    /// Puts the days back. Says whether it is sure of where they belong.
    pub(super) fn put_back(self, rules: &mut [RuleSequence]) -> bool {
        let days = rules.iter_mut().map(|rule| &mut rule.day_selector.monthday);
        let of_list: Vec<_> = days.filter(|days| days.contains(&self.first)).collect();
        if of_list.len() != self.rules || of_list.iter().any(|days| days.len() > 1) {
            return false;
        }
        for days in of_list {
            days.extend(self.others.iter().cloned());
        }
        true
    }
}

/// The list of two days or more that a rule begins with, and the days.
fn listed(rule: &str) -> Option<(&str, Vec<NaiveDate>)> {
    let mut days = Vec::new();
    let mut end = 0;
    loop {
        let text = rule.get(end..end + LENGTH)?;
        let day = NaiveDate::parse_from_str(text, "%Y %b %d").ok()?;
        days.push((spelled(day) == text).then_some(day)?);
        end += LENGTH;
        match rule[end..].chars().next() {
            Some(',') => end += 1,
            Some(' ') | None if days.len() > 1 => return Some((&rule[..end], days)),
            _ => return None,
        }
    }
}

fn range(day: NaiveDate) -> MonthdayRange {
    let number = u8::try_from(day.day()).unwrap_or(u8::MAX);
    let date = Date::ymd(number, Month::from_date(day), Year(day.year()));
    MonthdayRange::Date {
        start: (date, DateOffset::default()),
        end: (date, DateOffset::default()),
    }
}

/// Of a day that is spelled out, of four digits in its year, in bytes.
const LENGTH: usize = "2026 Dec 31".len();

fn spelled(day: NaiveDate) -> String {
    format!(
        "{} {} {:02}",
        day.year(),
        MONTHS[day.month0() as usize],
        day.day()
    )
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use chrono_tz::Asia::Tokyo;

    use super::super::Hours;
    use super::*;

    fn days() -> [NaiveDate; 2] {
        [(2026, 12, 31), (2027, 1, 11)]
            .map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
    }

    #[test]
    fn holidays_are_the_days_that_are_listed() {
        for (expression, expected) in [
            (
                "Mo-Fr 09:00-17:00; PH off",
                "Mo-Fr 09:00-17:00; 2026 Dec 31,2027 Jan 11 off",
            ),
            (
                "Mo-Sa 09:00-17:00; Su,PH 10:00-12:00",
                "Mo-Sa 09:00-17:00; Su 10:00-12:00; 2026 Dec 31,2027 Jan 11 10:00-12:00",
            ),
            ("24/7", "24/7"),
        ] {
            assert_eq!(spelled_out(expression, &days()).as_deref(), Ok(expected));
        }
        assert!(spelled_out("Mo-Fr,PH-SH off", &days()).is_err());
        assert!(spelled_out("Mo-Fr 09:00-17:00; PH off", &[]).is_err());
    }

    #[test]
    fn a_list_that_is_put_back_is_what_would_have_been_parsed() {
        for (expression, is_sure) in [
            ("Mo-Fr 09:00-17:00; PH off", true),
            ("PH off; Mo-Fr 09:00-17:00; PH 10:00-12:00", true),
            ("Mo-Su,PH 22:00-26:00", true),
            ("2026 Dec 31 10:00-11:00; PH off", false),
            ("PH 10:00-12:00; Dec 31 off", true),
            ("2026 Dec 31,2027 Feb 02 10:00-11:00; Mo 10:00-12:00", true),
        ] {
            let text = spelled_out(expression, &days()).expect("it is good");
            let parse = |text: &str| {
                let parsed: opening_hours::OpeningHours = text.parse().expect("it is good");
                parsed.get_expression().rules.clone()
            };
            let (list, short) = List::taken_out(&text).expect("it has one");
            assert!(short.len() < text.len());
            let mut rules = parse(&short);
            assert_eq!(list.put_back(&mut rules), is_sure, "{text}");
            assert!(!is_sure || rules == parse(&text), "{text}");
        }
        for other in [
            "2026 Dec 31 off",
            "2026 Dec 31,2027 Jan 11-2027 Jan 12 off",
            "2026 Dec 31,2027 Jan 1 off",
            "Mo-Fr 09:00-17:00",
        ] {
            assert!(List::taken_out(other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_desk_is_closed_on_a_holiday_and_open_the_day_after() {
        let text = spelled_out("Mo-Fr 09:00-17:00; PH off", &days()).expect("it is good");
        let hours = Hours::parse(&text).expect("it is good");
        let at = |year, month, day| {
            Tokyo
                .with_ymd_and_hms(year, month, day, 12, 0, 0)
                .single()
                .expect("a time")
        };
        assert!(hours.is_open(at(2026, 12, 30)));
        assert!(!hours.is_open(at(2026, 12, 31)));
        assert!(!hours.is_open(at(2027, 1, 11)));
        assert!(hours.is_open(at(2027, 1, 12)));
        assert!(hours.is_open(at(2027, 12, 31)), "each year has its own");
    }
}
