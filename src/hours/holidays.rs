//! Public holidays in opening hours: `PH` stands for the days that a guide lists. No calendar is kept here: lists of holidays
//! change, and who follows an old one sends readers to closed doors.

use chrono::{Datelike, NaiveDate};

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
