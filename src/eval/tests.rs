use super::*;
use crate::language::Language;

const fn section(number: usize) -> SectionRef {
    SectionRef {
        article: number,
        section: 0,
    }
}

/// The section that was found in a place.
fn ranked(place: usize) -> Ranked {
    Ranked {
        section: section(place),
        score: 1.0 / f32::from(u8::try_from(place).unwrap()),
    }
}

/// A query whose answers are these sections.
fn query(class: &str, text: &str, sections: &[usize]) -> JudgedQuery {
    JudgedQuery {
        class: class.to_owned(),
        language: Language::JA,
        text: text.to_owned(),
        sections: sections
            .iter()
            .map(|&number| (section(number), 1))
            .collect(),
    }
}

/// Answers every query with the sections 1, 2, 3 …, in as many milliseconds as its text has characters.
fn ask(queries: &[JudgedQuery]) -> Evaluation<'_> {
    evaluate(queries, |query| Answer {
        ranking: (1..=DEPTH + 2).map(ranked).collect(),
        took: Duration::from_millis(query.text.len() as u64),
    })
    .unwrap()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-12, "{a} is not {b}");
}

#[test]
fn the_rank_is_that_of_the_first_section_that_answers() {
    let rank = |sections: &[usize]| ask(&[query("kanji", "a", sections)]).outcomes[0].rank;
    assert_eq!(rank(&[1]), Some(1));
    assert_eq!(rank(&[5, 2]), Some(2), "whichever is named first");
    assert_eq!(rank(&[10]), Some(10));
    assert_eq!(rank(&[11]), None, "it was found, but too far down");
    assert_eq!(rank(&[99]), None);
}

#[test]
fn figures_are_added_up_over_all_queries_and_over_each_class() {
    let queries = [
        query("kanji", "a", &[1]),
        query("typo", "b", &[4]),
        query("kanji", "c", &[2]),
        query("typo", "d", &[99]),
        query("kanji", "e", &[1]),
    ];
    let evaluation = ask(&queries);
    let Evaluation {
        overall, classes, ..
    } = &evaluation;
    assert_eq!((overall.queries, overall.hit1, overall.hit3), (5, 2, 3));
    close(overall.hit1_percent(), 40.0);
    close(overall.hit3_percent(), 60.0);
    close(overall.mrr(), (1.0 + 0.25 + 0.5 + 0.0 + 1.0) / 5.0);
    let [("kanji", kanji), ("typo", typo)] = classes[..] else {
        panic!("{classes:?}");
    };
    assert_eq!((kanji.queries, kanji.hit1, kanji.hit3), (3, 2, 3));
    close(kanji.mrr(), 2.5 / 3.0);
    assert_eq!((typo.queries, typo.hit1, typo.hit3), (2, 0, 0));
    close(typo.mrr(), 0.125);
}

#[test]
fn grades_count_by_their_place() {
    let mut graded = query("kanji", "a", &[2, 1, 99]);
    graded.sections[0].1 = 2;
    let queries = [graded];
    let evaluation = ask(&queries);
    let log2 = f64::log2;
    let found = 1.0 / log2(2.0) + 3.0 / log2(3.0);
    let ideal = 3.0 / log2(2.0) + 1.0 / log2(3.0) + 1.0 / log2(4.0);
    close(evaluation.overall.ndcg(), found / ideal);
    // Both that were found are at once there, the third is not.
    close(evaluation.overall.map(), (1.0 + 1.0) / 3.0);
    let late = [query("kanji", "a", &[3, 12])];
    close(
        ask(&late).overall.map(),
        f64::midpoint(1.0 / 3.0, 2.0 / 12.0),
    );
    close(
        ask(&late).overall.ndcg(),
        (1.0 / log2(4.0)) / (1.0 + 1.0 / log2(3.0)),
    );
}

#[test]
fn known_classes_come_first() {
    let names = ["zoo", "number", "kanji", "ant", "typo", "kanji", "zoo"];
    let queries = names.map(|class| query(class, class, &[1]));
    let evaluation = ask(&queries);
    let order: Vec<&str> = evaluation.classes.iter().map(|(name, _)| *name).collect();
    assert_eq!(order, ["kanji", "typo", "number", "zoo", "ant"]);
}

#[test]
fn misses_come_worst_first() {
    let queries = [
        query("kanji", "second", &[2]),
        query("kanji", "first", &[1]),
        query("kanji", "nowhere", &[99]),
        query("kanji", "ninth", &[9]),
        query("kanji", "second too", &[2]),
    ];
    let evaluation = ask(&queries);
    let misses = evaluation.misses();
    let texts: Vec<&str> = misses.iter().map(|miss| &*miss.query.text).collect();
    assert_eq!(texts, ["nowhere", "ninth", "second", "second too"]);
}

#[test]
fn times_are_taken_by_nearest_rank() {
    let queries: Vec<_> = (1..=200)
        .rev()
        .map(|length| query("kanji", &"x".repeat(length), &[1]))
        .collect();
    let evaluation = ask(&queries);
    assert_eq!(evaluation.time(50), Duration::from_millis(100));
    assert_eq!(evaluation.time(99), Duration::from_millis(198));
    let evaluation = ask(&queries[199..]);
    assert_eq!(evaluation.time(50), Duration::from_millis(1));
    assert_eq!(evaluation.time(99), Duration::from_millis(1));
}

#[test]
fn what_is_reached_exactly_is_reached() {
    let queries: Vec<_> = (0..20)
        .map(|n| query(if n < 18 { "kanji" } else { "typo" }, "x", &[1 + n / 17]))
        .collect();
    // 17 of 20 first, all in the first three; 17 of 18 in one class, none of 2 in the other.
    let evaluation = ask(&queries);
    let below = |minimum| {
        let shortfalls = evaluation.shortfalls(&minimum);
        let named = shortfalls.iter().map(|short| (short.class, short.figure));
        named.collect::<Vec<_>>()
    };
    let all = Minimum {
        hit1: Some(85.0),
        hit3: Some(100.0),
        class_hit1: Some(0.0),
    };
    assert_eq!(below(all), []);
    assert_eq!(below(Minimum::default()), []);
    let more = Minimum {
        hit1: Some(85.1),
        class_hit1: Some(94.0),
        ..all
    };
    assert_eq!(
        below(more),
        [(None, Figure::Hit1), (Some("typo"), Figure::Hit1)]
    );
    let third = Minimum {
        hit3: Some(100.5),
        ..all
    };
    assert_eq!(below(third), [(None, Figure::Hit3)]);
}

#[test]
fn halves_depend_on_the_text_alone_and_are_about_equal() {
    let half = |class, text: &str| Half::of(&query(class, text, &[1]));
    assert_eq!(half("typo", "解約したい"), half("kanji", "解約したい"));
    // Written down, because a query must stay in its half when this program changes.
    let halves = ["解約したい", "電話番号", "チャット", "cancel"].map(|text| half("kanji", text));
    assert_eq!(
        halves,
        [Half::Report, Half::Tune, Half::Report, Half::Report]
    );
    let tuned = (0..1000).filter(|n| half("number", &n.to_string()) == Half::Tune);
    let tuned = tuned.count();
    assert!((450..=550).contains(&tuned), "{tuned} of 1000");
}

#[test]
fn without_queries_there_are_no_figures() {
    let none = evaluate(&[], |_| Answer {
        ranking: Vec::new(),
        took: Duration::ZERO,
    });
    assert!(none.is_none());
}
