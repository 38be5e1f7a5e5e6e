//! What is wrong with `advice.yaml`, and what a good one becomes.

use madoguchi::guide::questionnaire::{Path, Question, Questionnaire, Step};
use madoguchi::language::Language;
use proptest::prelude::*;

use super::small::Small;

const ADVICE: &str = "caution: phone#app
questions:
  - id: urgent
    text: { ja: 急ぎですか, en: Is it urgent? }
    answers:
      - { text: { ja: はい, en: Yes }, outcome: call }
      - { text: { ja: いいえ, en: No }, next: language }
    skip: { next: language }
  - id: language
    text: { ja: 何語ですか, en: Which language? }
    answers:
      - text: { ja: 日本語, en: Japanese }
        speaks: [ja]
        outcome: wait
    skip: { outcome: wait }
outcomes:
  - id: call
    desks: [phone]
    any_language: true
    reason: { ja: 電話が早いです, en: Calling is quick }
    section: phone#overview
    meanwhile: about#purpose
  - id: wait
    desks: [phone]
    reason: { ja: 待てます, en: It can wait }
    section: phone#app
    checklist: about#purpose
";

/// The small guide with questions, and with a list of tasks.
fn small() -> Small {
    let small = Small::new();
    small.write("advice.yaml", ADVICE);
    small.edit("ja/about.md", "説明します。", "説明します。\n\n- [ ] 番号");
    small.edit("en/about.md", "How to", "- [ ] Number\n\nHow to");
    small
}

/// Breaks one thing, and asserts what is said about it.
#[track_caller]
fn check(from: &str, to: &str, expected: &[(&str, &str)]) {
    let small = small();
    small.edit("advice.yaml", from, to);
    small.has(expected);
}

#[test]
fn questions_are_read_as_they_are_written() {
    let guide = small().load_well();
    let advice = guide.questionnaire.as_ref().unwrap();
    assert_eq!(advice.caution, guide.find("phone#app"));
    let most: Vec<_> = advice
        .questions
        .iter()
        .map(|q| (q.id.as_str(), q.most))
        .collect();
    assert_eq!(most, [("urgent", 2), ("language", 1)]);
    assert_eq!(advice.questions[0].answers[0].next, Step::Outcome(0));
    assert_eq!(advice.questions[0].skip, Step::Question(1));
    assert_eq!(advice.questions[1].answers[0].speaks, [Language::JA]);
    let call = &advice.outcomes[0];
    assert_eq!((call.desks.as_slice(), call.any_language), (&[0][..], true));
    assert_eq!(
        (call.meanwhile, call.checklist),
        (guide.find("about#purpose"), None)
    );
    assert_eq!(advice.outcomes[1].checklist, guide.find("about"));
    assert!(Small::new().load_well().questionnaire.is_none());
}

#[test]
fn the_digest_changes_with_the_questions() {
    let small = small();
    let before = small.load_well().digest;
    small.edit("advice.yaml", "Is it urgent?", "Is it an emergency?");
    assert_ne!(small.load_well().digest, before);
    small.remove("advice.yaml");
    assert_ne!(small.load_well().digest, before);
}

#[test]
fn fields_that_are_missing_or_unknown() {
    check(
        "questions:\n",
        "question:\n",
        &[
            ("error: advice.yaml:1", "needs the field `questions`"),
            ("error: advice.yaml:2", "did you mean `questions`?"),
        ],
    );
    check(
        "    skip: { next: language }\n",
        "",
        &[("error: advice.yaml:3", "needs the field `skip`")],
    );
    check(
        "skip: { next",
        "skip: { text: x, next",
        &[("error: advice.yaml:8", "`skip` has no field `text`")],
    );
    check(
        "    section: phone#app\n",
        "",
        &[("error: advice.yaml:23", "needs the field `section`")],
    );
    check(
        "  - id: call\n    desks",
        "  - desks",
        &[
            ("error: advice.yaml:6", "there is no outcome `call`"),
            ("error: advice.yaml:17", "needs the field `id`"),
        ],
    );
    check(
        "any_language: true",
        "any_language: sure",
        &[("error: advice.yaml:19", "true or false")],
    );
    check(
        "ja: 急ぎですか, ",
        "",
        &[("warning: advice.yaml:4", "no text in `ja`")],
    );
    check(
        "{ ja: はい, en: Yes }",
        "{ ja: はい }",
        &[("warning: advice.yaml:6", "no text in `en`")],
    );
    check(
        "ja: 待てます, ",
        "",
        &[("warning: advice.yaml:25", "no text in `ja`")],
    );
    check(
        "reason: { ja: 待てます, en: It can wait }",
        "reason: [待てます]",
        &[("error: advice.yaml:25", "a text per language")],
    );
}

#[test]
fn ids_that_stand_twice_or_nowhere() {
    check(
        "id: language",
        "id: urgent",
        &[
            ("error: advice.yaml:7", "there is no question `language`"),
            ("error: advice.yaml:8", "there is no question `language`"),
            (
                "error: advice.yaml:9",
                "the question `urgent` stands on line 3 already",
            ),
        ],
    );
    check(
        "id: wait",
        "id: call",
        &[
            ("error: advice.yaml:14", "there is no outcome `wait`"),
            ("error: advice.yaml:15", "there is no outcome `wait`"),
            (
                "error: advice.yaml:23",
                "the outcome `call` stands on line 17 already",
            ),
        ],
    );
    check(
        "next: language }\n    skip",
        "next: langage }\n    skip",
        &[("error: advice.yaml:7", "did you mean `language`?")],
    );
    check(
        "outcome: call",
        "outcome: cal",
        &[("error: advice.yaml:6", "did you mean `call`?")],
    );
    check(
        "id: call",
        "id: Call!",
        &[
            ("error: advice.yaml:6", "there is no outcome `call`"),
            ("error: advice.yaml:17", "cannot have the id"),
        ],
    );
    check(
        "desks: [phone]\n    any",
        "desks: [fone]\n    any",
        &[("error: advice.yaml:18", "did you mean `phone`?")],
    );
    check(
        "desks: [phone]\n    any",
        "desks: [email]\n    any",
        &[("error: advice.yaml:18", "it is not offered")],
    );
    check(
        "desks: [phone]\n    any",
        "desks: [phone, phone]\n    any",
        &[("error: advice.yaml:18", "line 18 already")],
    );
    check(
        "desks: [phone]\n    any",
        "desks: []\n    any",
        &[("error: advice.yaml:18", "`desks` is empty")],
    );
    check(
        "section: phone#overview",
        "section: phone#overvew",
        &[("error: advice.yaml:21", "did you mean `phone#overview`?")],
    );
    check(
        "meanwhile: about#purpose",
        "meanwhile: abuot",
        &[("error: advice.yaml:22", "did you mean `about`?")],
    );
    check(
        "caution: phone#app",
        "caution: scams",
        &[("error: advice.yaml:1", "there is no article `scams`")],
    );
    check(
        "speaks: [ja]",
        "speaks: [jp]",
        &[("error: advice.yaml:13", "`jp` is not known")],
    );
    check(
        "checklist: about#purpose",
        "checklist: phone#app",
        &[
            ("error: advice.yaml:27", "no list of tasks in `ja`"),
            ("error: advice.yaml:27", "no list of tasks in `en`"),
        ],
    );
}

#[test]
fn a_desk_with_problems_of_its_own_is_reported_once() {
    let small = small();
    small.edit(
        "desks.yaml",
        "section: phone#overview",
        "section: phone#gone",
    );
    small.has(&[("error: desks.yaml:4", "no section `gone`")]);
}

#[test]
fn ways_that_lead_nowhere_or_are_never_gone() {
    check(
        ", outcome: call }",
        " }",
        &[("error: advice.yaml:6", "this leads nowhere")],
    );
    check(
        ", outcome: call }",
        ", outcome: call, next: language }",
        &[("error: advice.yaml:6", "to a question and to an outcome")],
    );
    check(
        "outcome: call",
        "outcome: wait",
        &[(
            "error: advice.yaml:17",
            "no way from the first question leads to the outcome `call`",
        )],
    );
    check(
        "outcome: call",
        "next: urgent",
        &[
            (
                "error: advice.yaml:6",
                "leads back to the question `urgent`",
            ),
            ("error: advice.yaml:17", "leads to the outcome `call`"),
        ],
    );
    check(
        "skip: { outcome: wait }",
        "skip: { next: urgent }",
        &[(
            "error: advice.yaml:15",
            "leads back to the question `urgent`",
        )],
    );
    let small = small();
    small.edit("advice.yaml", "No }, next: language", "No }, outcome: wait");
    small.edit(
        "advice.yaml",
        "skip: { next: language",
        "skip: { outcome: wait",
    );
    small.edit(
        "advice.yaml",
        "skip: { outcome: wait }\noutcomes",
        "skip: { next: language }\noutcomes",
    );
    small.has(&[
        ("error: advice.yaml:9", "leads to the question `language`"),
        (
            "error: advice.yaml:15",
            "leads back to the question `language`",
        ),
    ]);
}

#[test]
fn too_many_answers_too_many_questions_and_none() {
    let answer = "      - { text: { ja: はい, en: Yes }, outcome: call }\n";
    check(answer, &answer.repeat(8), &[]);
    check(
        answer,
        &answer.repeat(9),
        &[("error: advice.yaml:15", "the question has 10 answers")],
    );
    let answers = "    answers:
      - text: { ja: 日本語, en: Japanese }
        speaks: [ja]
        outcome: wait
";
    check(
        answers,
        "",
        &[("error: advice.yaml:9", "needs the field `answers`")],
    );
    check(
        answers,
        "    answers: []\n",
        &[("error: advice.yaml:11", "`answers` is empty")],
    );
    let first = &ADVICE[ADVICE.find("  - id: urgent").unwrap()..ADVICE.find("outcomes:").unwrap()];
    check(
        first,
        "  []\n",
        &[("error: advice.yaml:2", "`questions` is empty")],
    );
    check(
        "outcomes:",
        &format!("{}outcomes:", chain(1)),
        &[("error: advice.yaml:16", "leads to the question `q0`")],
    );
    for (length, expected) in [
        (14, &[][..]),
        (15, &[("error: advice.yaml:3", "asks 17 of them")][..]),
    ] {
        let small = small();
        small.edit(
            "advice.yaml",
            "outcomes:",
            &format!("{}outcomes:", chain(length)),
        );
        small.edit(
            "advice.yaml",
            "skip: { outcome: wait }",
            "skip: { next: q0 }",
        );
        small.has(expected);
    }
}

/// So many questions, each leading to the next by its answer.
fn chain(length: usize) -> String {
    let question = |n: usize| {
        let lead = if n + 1 < length {
            format!("next: q{}", n + 1)
        } else {
            "outcome: wait".to_owned()
        };
        format!(
            "  - {{ id: q{n}, text: {{ ja: x, en: x }}, answers: [{{ text: {{ ja: x, en: x }}, {lead} }}], skip: {{ {lead} }} }}\n"
        )
    };
    (0..length).map(question).collect()
}

#[test]
fn the_longest_chain_that_a_file_can_hold_is_no_danger() {
    let small = small();
    small.edit(
        "advice.yaml",
        "outcomes:",
        &format!("{}outcomes:", chain(7_000)),
    );
    small.edit(
        "advice.yaml",
        "skip: { outcome: wait }",
        "skip: { next: q0 }",
    );
    small.has(&[("error: advice.yaml:3", "asks 7002 of them")]);
}

#[test]
fn numbers_are_checked_as_everywhere() {
    check(
        "It can wait",
        "Call 03-1234-5678",
        &[("error: advice.yaml:25", "not an official one")],
    );
    check("Which language?", "0120-996-012?", &[]);
    check(
        "Is it urgent?",
        "Is it 0120-111-222?",
        &[("error: advice.yaml:4", "not an official one")],
    );
}

/// Follows every way to its end, and returns the longest.
fn longest(advice: &Questionnaire, path: Path) -> usize {
    match advice.walk(path).at {
        Step::Outcome(outcome) => {
            assert!(outcome < advice.outcomes.len());
            path.choices().len()
        }
        Step::Question(question) => {
            let question: &Question = &advice.questions[question];
            assert!(
                path.choices().len() < advice.questions.len(),
                "a way without an end"
            );
            let lengths = question
                .choices()
                .map(|choice| longest(advice, path.then(choice)));
            let longest = lengths.max().unwrap();
            assert_eq!(longest, path.choices().len() + question.most);
            longest
        }
    }
}

/// A file of questions whose leads are these: numbers below the number of questions are questions, others outcomes.
fn written(leads: &[Vec<usize>]) -> String {
    let target = |&to: &usize| {
        if to < leads.len() {
            format!("next: q{to}")
        } else {
            format!("outcome: o{}", to - leads.len())
        }
    };
    let question = |(n, leads): (usize, &Vec<usize>)| {
        let (skip, answers) = leads.split_last().unwrap();
        let answers: Vec<String> = answers
            .iter()
            .map(|to| format!("{{ text: {{ ja: x, en: x }}, {} }}", target(to)))
            .collect();
        format!(
            "  - {{ id: q{n}, text: {{ ja: x, en: x }}, answers: [{}], skip: {{ {} }} }}\n",
            answers.join(", "),
            target(skip)
        )
    };
    let questions: String = leads.iter().enumerate().map(question).collect();
    let outcome = |n| {
        format!("  - {{ id: o{n}, desks: [phone], reason: {{ ja: x, en: x }}, section: about }}\n")
    };
    let outcomes: String = (0..2).map(outcome).collect();
    format!("questions:\n{questions}outcomes:\n{outcomes}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever leads where: either something is said against it, or every way ends, and everything is led to.
    #[test]
    fn every_way_of_a_guide_without_problems_ends(
        leads in prop::collection::vec(prop::collection::vec(0..8_usize, 2..5), 1..6)
    ) {
        let count = leads.len();
        // Mostly forward, so that some of the guides are good.
        let leads: Vec<Vec<usize>> = (0..).zip(leads).map(|(n, to)| {
            to.into_iter().map(|to| if to == 7 { n } else { (n + 1 + to % 4).min(count + to % 2) }).collect()
        }).collect();
        let small = Small::new();
        small.write("advice.yaml", written(&leads));
        let (guide, problems) = small.load();
        prop_assert_eq!(guide.is_none(), !problems.is_empty());
        let circle = leads.iter().enumerate().any(|(n, leads)| leads.contains(&n));
        if circle {
            prop_assert!(guide.is_none());
        }
        if let Some(advice) = guide.and_then(|guide| guide.questionnaire) {
            longest(&advice, Path::default());
        } else {
            let reached = |to: usize| to == 0 || leads.iter().flatten().any(|&lead| lead == to);
            prop_assert!(circle || !(0..count + 2).all(reached), "{:?}", problems);
        }
    }
}
