//! Desk × instant → state, next change, advice.

use chrono_tz::Tz;

use madoguchi::desk::advice::best;
use madoguchi::desk::status::{next_change, status};
use madoguchi::desk::{Advice, State};
use madoguchi::guide::{Availability, Guide};
use madoguchi::language::Language;

use super::{EN, JA, at, built_in, desk, guide, staffed};
use State::{Closed, Limited, NotOffered, Open, Unknown};

/// Checks all states of the built-in desks for a reader of Japanese; phone and chat share theirs.
fn check(instant: &str, phone: State) {
    let states: Vec<_> = status(&built_in(), at(instant), JA)
        .iter()
        .map(|s| s.state)
        .collect();
    assert_eq!(
        states,
        [phone, phone, Open, Unknown, NotOffered],
        "{instant}"
    );
}

#[test]
fn japanese_is_spoken_from_nine_to_nine() {
    check("2026-11-23T08:59:59+09:00", Limited);
    check("2026-11-23T09:00:00+09:00", Open); // The opening minute is open,
    check("2026-11-23T20:59:59+09:00", Open);
    check("2026-11-23T21:00:00+09:00", Limited); // the closing minute is closed.
    check("2026-11-24T00:00:00+09:00", Limited);
}

#[test]
fn the_offset_of_an_instant_does_not_matter() {
    check("2026-11-22T23:59:59Z", Limited);
    check("2026-11-23T00:00:00Z", Open);
    check("2026-11-23T11:59:59Z", Open);
    check("2026-11-23T12:00:00Z", Limited);
    check("2026-11-23T03:59:59-08:00", Open);
    check("2026-11-23T17:30:00+05:30", Limited);
    check("2026-11-24T01:59:59+14:00", Open);
}

#[test]
fn every_day_of_the_year() {
    for day in [
        "2028-02-29",
        "2026-12-31",
        "2027-01-01",
        "2026-05-03",
        "2026-09-22",
        "2026-03-29",
    ] {
        check(&format!("{day}T08:59:59+09:00"), Limited);
        check(&format!("{day}T09:00:00+09:00"), Open);
        check(&format!("{day}T20:59:59+09:00"), Open);
        check(&format!("{day}T21:00:00+09:00"), Limited);
    }
}

#[test]
fn far_away_instants_do_no_harm() {
    for instant in [
        "0001-01-01T00:00:00Z",
        "1800-06-01T03:00:00Z",
        "9999-12-31T23:59:59Z",
    ] {
        check(instant, Limited);
        assert_eq!(next_change(&built_in(), at(instant)), None);
        // Nothing is said of hours that cannot be told: not that it is closed.
        let phone = &status(&built_in(), at(instant), JA)[0];
        let english = phone.language(EN).map(|language| language.open);
        assert_eq!((phone.language(JA), english), (None, Some(true)));
        let office = staffed("office", ("窓口", "Office"), "Mo-Su 09:00-21:00", "");
        let office = guide(vec![office], Tz::Asia__Tokyo);
        assert_eq!(status(&office, at(instant), JA)[0].state, Unknown);
    }
}

#[test]
fn english_is_spoken_round_the_clock() {
    for instant in ["2026-11-23T12:00:00+09:00", "2026-11-23T23:00:00+09:00"] {
        let phone = &status(&built_in(), at(instant), EN)[0];
        assert_eq!(phone.state, Open);
        let english = phone.language(EN).unwrap();
        assert!(english.open && english.always);
        assert_eq!((english.opens_at, english.closes_at), (None, None));
    }
}

#[test]
fn times_are_in_the_zone_of_the_guide() {
    let day = &status(&built_in(), at("2026-11-23T03:00:00Z"), JA)[0];
    let japanese = day.language(JA).unwrap();
    assert_eq!(
        japanese.closes_at.unwrap().to_rfc3339(),
        "2026-11-23T21:00:00+09:00"
    );
    assert_eq!(japanese.opens_at, None);
    let night = &status(&built_in(), at("2026-11-23T13:00:00Z"), JA)[0];
    let japanese = night.language(JA).unwrap();
    assert_eq!(
        japanese.opens_at.unwrap().to_rfc3339(),
        "2026-11-24T09:00:00+09:00"
    );
    assert_eq!(japanese.closes_at, None);
    let languages: Vec<_> = night.languages.iter().map(|l| l.language).collect();
    assert_eq!(languages, [JA, EN], "in the guide's order");
}

#[test]
fn the_hours_follow_the_summer_time_of_the_guide() {
    let office = staffed("office", ("窓口", "Office"), "", "Mo-Su 09:00-17:00");
    let london = guide(vec![office], Tz::Europe__London);
    let open = |instant: &str| status(&london, at(instant), EN)[0].state;
    assert_eq!(open("2026-03-28T09:00:00Z"), Open);
    assert_eq!(open("2026-03-29T08:00:00Z"), Open); // The clock went forward in the night.
    assert_eq!(open("2026-03-29T07:59:59Z"), Closed);
    assert_eq!(open("2026-10-25T08:59:59Z"), Closed); // And back.
    assert_eq!(open("2026-10-25T09:00:00Z"), Open);
}

#[test]
fn the_next_change_is_the_first_of_any_desk() {
    let next = |guide: &Guide, instant| next_change(guide, at(instant)).map(|at| at.to_rfc3339());
    let nine = Some("2026-11-23T12:00:00+00:00".to_owned());
    assert_eq!(next(&built_in(), "2026-11-23T20:47:00+09:00"), nine);
    assert_eq!(
        next(&built_in(), "2026-11-23T21:00:00+09:00"),
        Some("2026-11-24T00:00:00+00:00".to_owned())
    );
    let mut earlier = built_in();
    earlier
        .desks
        .push(staffed("late", ("遅番", "Late"), "Mo-Su 20:50-22:00", ""));
    assert_eq!(
        next(&earlier, "2026-11-23T20:47:00+09:00"),
        Some("2026-11-23T11:50:00+00:00".to_owned())
    );
    let never = guide(
        vec![desk("x", ("窓口", "Desk"), Availability::Unknown)],
        Tz::UTC,
    );
    assert_eq!(next(&never, "2026-11-23T20:47:00+09:00"), None);
}

/// Checks which desk, by its id, a reader is sent to, and in which language.
fn check_advice(guide: &Guide, instant: &str, lang: Language, expected: Option<(&str, Language)>) {
    let statuses = status(guide, at(instant), lang);
    let found = best(&statuses, guide, lang);
    let found = found.map(|Advice { desk, language }| (guide.desks[desk].id.as_str(), language));
    assert_eq!(found, expected, "{instant}");
}

#[test]
fn advice_prefers_people_then_the_readers_language_then_the_guides_order() {
    let (day, night) = ("2026-11-23T12:00:00+09:00", "2026-11-23T23:00:00+09:00");
    check_advice(&built_in(), day, JA, Some(("phone", JA)));
    check_advice(&built_in(), night, JA, Some(("phone", EN)));
    check_advice(&built_in(), night, EN, Some(("phone", EN)));
    let mut late = built_in();
    late.desks.push(staffed(
        "late",
        ("夜間窓口", "Night desk"),
        "Mo-Su 21:00-24:00",
        "",
    ));
    check_advice(&late, night, JA, Some(("late", JA)));
    let mut only_help = built_in();
    only_help.desks.drain(..2);
    check_advice(&only_help, night, JA, Some(("help-center", JA)));
    only_help.desks.remove(0);
    check_advice(&only_help, night, JA, None);
}
