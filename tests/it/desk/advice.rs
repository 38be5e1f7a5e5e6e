//! Which desk now, after the questions of the built-in guide: every way through them, at several instants.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use madoguchi::desk::advice::{Reach, Recommendation, resolve};
use madoguchi::desk::status::status;
use madoguchi::guide::questionnaire::{Choice, Outcome, Path, Questionnaire, Step};
use madoguchi::guide::{Availability, Desk, Guide, SectionRef};
use madoguchi::language::Language;

use super::{EN, JA, at, both, desk, guide, staffed};
use crate::support;

const NOON: &str = "2026-11-23T12:00:00+09:00";
const LAST_MINUTE: &str = "2026-11-23T20:59:59+09:00";
const CLOSING: &str = "2026-11-23T21:00:00+09:00";
const EVENING: &str = "2026-11-23T21:05:00+09:00";
const NIGHT: &str = "2026-11-24T03:00:00+09:00";
const OPENING: &str = "2026-11-24T09:00:00+09:00";

fn questions(guide: &Guide) -> &Questionnaire {
    guide
        .questionnaire
        .as_ref()
        .expect("this guide has questions")
}

/// A path as its keys are pressed: `1` the first answer, `0` skips.
fn path(keys: &str) -> Path {
    keys.bytes().fold(Path::START, |path, key| {
        path.then(match key {
            b'0' => Choice::Skip,
            digit => Choice::Answer(digit - b'1'),
        })
    })
}

fn keys(path: Path) -> String {
    let key = |choice: &Choice| match choice {
        Choice::Skip => '0',
        Choice::Answer(answer) => char::from(b'1' + answer),
    };
    path.choices().iter().map(key).collect()
}

/// Every path that leads to an outcome.
fn all(questions: &Questionnaire, path: Path) -> Vec<Path> {
    match questions.walk(path).at {
        Step::Outcome(_) => vec![path],
        Step::Question(at) => questions.questions[at]
            .choices()
            .flat_map(|choice| all(questions, path.then(choice)))
            .collect(),
    }
}

fn outcome(questions: &Questionnaire, path: Path) -> &Outcome {
    match questions.walk(path).at {
        Step::Outcome(at) => &questions.outcomes[at],
        Step::Question(at) => panic!("{} asks {}", keys(path), questions.questions[at].id),
    }
}

fn recommended(
    guide: &Guide,
    path: Path,
    instant: DateTime<Utc>,
    lang: Language,
) -> Recommendation {
    let statuses = status(guide, instant, lang);
    let questions = questions(guide);
    let speaks = questions.walk(path).speaks;
    resolve(&statuses, guide, outcome(questions, path), lang, speaks)
}

/// `phone en now, phone ja 24T09:00`, `help-center now`, `partner unknown`.
fn said(guide: &Guide, found: &Recommendation) -> String {
    let clock = |at: DateTime<Tz>| at.format("%dT%H:%M").to_string();
    let id = |desk: usize| &guide.desks[desk].id;
    let mut text = id(found.desk).clone();
    // Writing to a string cannot fail.
    let _ = match found.reach {
        Reach::Now(language) => write!(text, " {language} now"),
        Reach::From(language, at) => write!(text, " {language} {}", clock(at)),
        Reach::Unknown => write!(text, " unknown"),
        Reach::Never => write!(text, " never"),
    };
    if let Some(later) = found.later {
        let _ = write!(
            text,
            ", {} {} {}",
            id(later.desk),
            later.language,
            clock(later.at)
        );
    }
    if let Some(own) = found.meanwhile {
        let _ = write!(text, ", meanwhile {}", id(own.desk));
    }
    text
}

#[track_caller]
fn check(lang: Language, instant: &str, pressed: &str, expected: &str) {
    let guide = support::guide();
    let found = recommended(&guide, path(pressed), at(instant), lang);
    assert_eq!(said(&guide, &found), expected, "{pressed} at {instant}");
}

#[test]
fn fraud_is_a_matter_for_the_phone_at_once_in_whatever_language() {
    for pressed in ["11", "13", "10", "21", "23", "20"] {
        check(JA, NOON, pressed, "phone ja now");
        check(JA, LAST_MINUTE, pressed, "phone ja now");
        check(JA, CLOSING, pressed, "phone en now, phone ja 24T09:00");
        check(JA, EVENING, pressed, "phone en now, phone ja 24T09:00");
        check(JA, NIGHT, pressed, "phone en now, phone ja 24T09:00");
        check(JA, OPENING, pressed, "phone ja now");
    }
    for pressed in ["12", "13", "10", "22", "23", "20"] {
        check(EN, NOON, pressed, "phone en now");
        check(EN, EVENING, pressed, "phone en now");
    }
    // Who needs Japanese needs it in an English screen too.
    check(EN, NOON, "11", "phone ja now");
    check(EN, EVENING, "11", "phone en now, phone ja 24T09:00");
    check(JA, NOON, "12", "phone en now");
    check(JA, EVENING, "12", "phone en now");
}

#[test]
fn what_can_wait_waits_for_the_readers_language() {
    for start in ["31", "30", "322", "01", "00"] {
        let ask = |language: &str| format!("{start}2{language}");
        for japanese in [&ask("1"), &ask("0")] {
            check(JA, NOON, japanese, "chat ja now");
            check(
                JA,
                EVENING,
                japanese,
                "chat ja 24T09:00, meanwhile help-center",
            );
            check(
                JA,
                NIGHT,
                japanese,
                "chat ja 24T09:00, meanwhile help-center",
            );
            check(JA, OPENING, japanese, "chat ja now");
        }
        check(JA, EVENING, &ask("2"), "chat en now");
        check(JA, NOON, &ask("3"), "chat ja now");
        check(JA, EVENING, &ask("3"), "chat en now, chat ja 24T09:00");
        for english in [&ask("2"), &ask("3"), &ask("0")] {
            check(EN, NOON, english, "chat en now");
            check(EN, EVENING, english, "chat en now");
        }
        check(
            EN,
            EVENING,
            &ask("1"),
            "chat ja 24T09:00, meanwhile help-center",
        );
    }
}

#[test]
fn who_has_not_searched_yet_searches_first() {
    for pressed in ["311", "3221", "301", "011", "0221", "001"] {
        for (lang, instant) in [(JA, NOON), (JA, EVENING), (EN, NOON), (EN, NIGHT)] {
            check(lang, instant, pressed, &format!("help-center {lang} now"));
        }
    }
}

#[test]
fn a_partners_bill_is_the_partners_matter() {
    for pressed in ["321", "320", "021", "020"] {
        for (lang, instant) in [(JA, NOON), (JA, EVENING), (EN, NOON), (EN, NIGHT)] {
            check(lang, instant, pressed, "partner unknown");
        }
    }
}

#[test]
fn every_way_through_the_built_in_questions() {
    let guide = support::guide();
    let questions = questions(&guide);
    let mut table = String::new();
    for path in all(questions, Path::START) {
        let outcome = &outcome(questions, path).id;
        let _ = write!(table, "{:<6}{outcome:<9}", keys(path));
        for (lang, instant) in [(JA, NOON), (JA, EVENING), (EN, NOON), (EN, EVENING)] {
            let found = recommended(&guide, path, at(instant), lang);
            let _ = write!(table, "| {:<39}", said(&guide, &found));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_outcome_says_all_that_a_reader_needs() {
    let guide = support::guide();
    let questions = questions(&guide);
    for outcome in &questions.outcomes {
        for language in guide.languages.iter().copied() {
            assert!(outcome.reason.exact(language).is_some(), "{}", outcome.id);
        }
        assert!(outcome.checklist.is_some(), "{}", outcome.id);
    }
    for question in &questions.questions {
        for language in guide.languages.iter().copied() {
            assert!(question.text.exact(language).is_some(), "{}", question.id);
        }
    }
    assert_eq!(questions.caution, guide.find("scams#during-call"));
}

/// An outcome of the first so many desks.
fn of_first(desks: usize, any_language: bool) -> Outcome {
    Outcome {
        id: "x".to_owned(),
        desks: (0..desks).collect(),
        any_language,
        reason: both(String::new(), String::new()),
        section: SectionRef {
            article: 0,
            section: 0,
        },
        checklist: None,
        meanwhile: None,
    }
}

/// What is recommended at noon, for an outcome of these desks, to a reader of Japanese who speaks these languages.
fn of_desks(desks: Vec<Desk>, any_language: bool, speaks: &[Language]) -> String {
    let outcome = of_first(desks.len(), any_language);
    let guide = guide(desks, Tz::Asia__Tokyo);
    let statuses = status(&guide, at(NOON), JA);
    said(&guide, &resolve(&statuses, &guide, &outcome, JA, speaks))
}

fn office(id: &str, ja: &str, en: &str) -> Desk {
    staffed(id, (id, id), ja, en)
}

#[test]
fn the_first_that_is_there_else_the_one_that_opens_soonest() {
    let (day, evening, late) = (
        "Mo-Su 09:00-17:00",
        "Mo-Su 18:00-22:00",
        "Mo-Su 20:00-22:00",
    );
    let both_open = || vec![office("a", day, ""), office("b", day, day)];
    assert_eq!(of_desks(both_open(), false, &[]), "a ja now");
    assert_eq!(of_desks(both_open(), false, &[EN]), "b en now");
    assert_eq!(of_desks(both_open(), false, &[EN, JA]), "a ja now");
    let second = vec![
        office("a", late, ""),
        office("b", evening, ""),
        office("c", day, ""),
    ];
    assert_eq!(of_desks(second, false, &[]), "c ja now, b ja 23T18:00");
    let closed = || vec![office("a", late, day), office("b", evening, day)];
    assert_eq!(of_desks(closed(), false, &[]), "b ja 23T18:00");
    assert_eq!(of_desks(closed(), true, &[]), "a en now, a ja 23T20:00");
    assert_eq!(
        of_desks(closed(), false, &[JA, EN]),
        "a en now, a ja 23T20:00"
    );
    // Nobody there speaks what the reader speaks.
    assert_eq!(of_desks(vec![office("a", "", day)], false, &[]), "a en now");
    assert_eq!(
        of_desks(vec![office("a", "", late)], false, &[]),
        "a en 23T20:00"
    );
    assert_eq!(
        of_desks(vec![office("a", "2020 Jan 01", "")], false, &[]),
        "a never"
    );
}

#[test]
fn hours_that_nobody_knows_count_as_the_author_put_them() {
    let (day, late) = ("Mo-Su 09:00-17:00", "Mo-Su 20:00-22:00");
    let unknown = || desk("u", ("u", "u"), Availability::Unknown);
    assert_eq!(
        of_desks(vec![unknown(), office("a", day, "")], false, &[]),
        "u unknown"
    );
    assert_eq!(
        of_desks(vec![office("a", day, ""), unknown()], false, &[]),
        "a ja now"
    );
    assert_eq!(
        of_desks(vec![office("a", late, ""), unknown()], false, &[]),
        "u unknown"
    );
}

#[test]
fn who_has_to_wait_is_told_where_to_help_himself() {
    let own = || Desk {
        self_service: true,
        ..office("own", "24/7", "24/7")
    };
    let mut desks = vec![office("a", "Mo-Su 20:00-22:00", "")];
    desks.push(own());
    let guide = guide(desks, Tz::Asia__Tokyo);
    let said_at = |instant, desks: usize| {
        let outcome = of_first(desks, false);
        let statuses = status(&guide, at(instant), JA);
        said(&guide, &resolve(&statuses, &guide, &outcome, JA, &[]))
    };
    assert_eq!(said_at(NOON, 1), "a ja 23T20:00, meanwhile own");
    assert_eq!(said_at(LAST_MINUTE, 1), "a ja now");
    // Also where it is a desk of the outcome itself: who asks for people gets people.
    assert_eq!(said_at(NOON, 2), "a ja 23T20:00, meanwhile own");
}
