//! The report for people: a table of figures, then the queries that readers would have trouble with.

use crate::eval::{DEPTH, Evaluation, Outcome, Score};
use crate::guide::Guide;
use crate::i18n::eval::{self as words, EvalTexts, texts};
use crate::language::Language;
use crate::text::width::{pad, width};

/// What the report covers.
pub struct Scope {
    /// How many queries there are, asked or not.
    pub of: usize,
    /// How many misses to list; `None` for those that none of the first three hits answers.
    pub misses: Option<usize>,
}

/// The whole report. Ends with a newline.
pub fn report(guide: &Guide, evaluation: &Evaluation<'_>, scope: &Scope, lang: Language) -> String {
    let mut lines = table(evaluation, texts(lang));
    lines.push(String::new());
    let ran = (evaluation.overall.queries, scope.of);
    let times = (evaluation.time(50), evaluation.time(99));
    lines.push(words::summary(lang, ran, times));
    lines.extend(misses(guide, evaluation, scope.misses, lang));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A row per class, and one for all; names to the left, figures to the right.
fn table(evaluation: &Evaluation<'_>, texts: &EvalTexts) -> Vec<String> {
    let head = [
        texts.class,
        texts.queries,
        "hit@1",
        "hit@3",
        "MRR",
        "nDCG@10",
        "MAP",
    ]
    .map(str::to_owned);
    let classes = evaluation.classes.iter();
    let rows: Vec<[String; 7]> = std::iter::once(head)
        .chain(classes.map(|(class, score)| row(class, score)))
        .chain([row(texts.overall, &evaluation.overall)])
        .collect();
    let columns: [usize; 7] = std::array::from_fn(|column| {
        let widths = rows.iter().map(|row| width(&row[column]));
        widths.max().unwrap_or(0)
    });
    rows.iter().map(|row| line(row, columns)).collect()
}

fn row(name: &str, score: &Score) -> [String; 7] {
    [
        name.to_owned(),
        score.queries.to_string(),
        format!("{:.1}", score.hit1_percent()),
        format!("{:.1}", score.hit3_percent()),
        format!("{:.3}", score.mrr()),
        format!("{:.3}", score.ndcg()),
        format!("{:.3}", score.map()),
    ]
}

fn line(row: &[String; 7], columns: [usize; 7]) -> String {
    let [name, figures @ ..] = row;
    let mut line = pad(name, columns[0]);
    for (figure, column) in figures.iter().zip(&columns[1..]) {
        let gap = column.saturating_sub(width(figure)) + 2;
        line += &" ".repeat(gap);
        line += figure;
    }
    line
}

fn misses(
    guide: &Guide,
    evaluation: &Evaluation<'_>,
    limit: Option<usize>,
    lang: Language,
) -> Vec<String> {
    let misses = evaluation.misses();
    if misses.is_empty() {
        return vec![texts(lang).no_misses.to_owned()];
    }
    // They come worst first.
    let bad = misses.partition_point(|miss| !is_near(miss));
    let (listed, rest) = misses.split_at(limit.unwrap_or(bad).min(misses.len()));
    let mut lines = vec![words::misses(lang, misses.len())];
    let columns = name_columns(listed);
    for outcome in listed {
        lines.extend(miss(guide, outcome, columns, texts(lang)));
    }
    if !rest.is_empty() {
        let near = rest.iter().all(|outcome| is_near(outcome));
        let more = words::more_misses(lang, rest.len(), near, misses.len());
        lines.push(format!("  {more}"));
    }
    lines
}

/// Whether one of the first three hits answers the query.
fn is_near(outcome: &Outcome<'_>) -> bool {
    outcome.rank.is_some_and(|rank| rank <= 3)
}

fn name_columns(listed: &[&Outcome<'_>]) -> usize {
    let widths = listed.iter().map(|outcome| width(&outcome.query.class));
    widths.max().unwrap_or(0)
}

/// A miss in two lines: the rank, and what was asked; the sections that answer it, with the ranks of those that were
/// found, and what came first.
fn miss(guide: &Guide, outcome: &Outcome<'_>, columns: usize, texts: &EvalTexts) -> [String; 2] {
    let query = outcome.query;
    let rank = match outcome.rank {
        Some(rank) => rank.to_string(),
        None => format!(">{DEPTH}"),
    };
    let expected: Vec<String> = query
        .sections
        .iter()
        .map(|(section, _)| {
            let id = guide.id(*section);
            match outcome.found().position(|found| found == *section) {
                Some(place) => format!("{id} ({})", place + 1),
                None => id.to_string(),
            }
        })
        .collect();
    let first = match outcome.found().next() {
        Some(first) => guide.id(first).to_string(),
        None => texts.nothing_found.to_owned(),
    };
    let class = pad(&query.class, columns);
    [
        format!("  {rank:>3}  {class}  {}  {}", query.language, query.text),
        format!(
            "       {} {}  {} {first}",
            texts.expected,
            expected.join(texts.comma),
            texts.first
        ),
    ]
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::eval::{Answer, Ranked, evaluate};
    use crate::guide::{self, JudgedQuery, SectionRef, Source};

    /// Class, query, what answers it, and what the search answers.
    type Case = (
        &'static str,
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
    );

    const CASES: [Case; 5] = [
        ("kanji", "解約", &["partner#steps"], &["partner#steps"]),
        (
            "typo",
            "かいやう",
            &["partner#steps", "partner#trouble"],
            &[],
        ),
        (
            "kanji",
            "電話",
            &["phone#app", "phone#web"],
            &["phone#overview", "phone#prepare", "phone#web"],
        ),
        (
            "自由な分類",
            "チャット",
            &["chat#tips"],
            &["chat#steps", "chat#overview", "about#topics", "chat#tips"],
        ),
        ("kanji", "時間", &["contact#hours"], &["contact#hours"]),
    ];

    fn shown(cases: &[Case], misses: Option<usize>, lang: Language) -> String {
        let guide = guide::load(&Source::BuiltIn).0.unwrap();
        let refs = |ids: &[&str]| -> Vec<SectionRef> {
            ids.iter().map(|id| guide.find(id).unwrap()).collect()
        };
        let queries: Vec<JudgedQuery> = cases
            .iter()
            .map(|(class, text, sections, _)| JudgedQuery {
                class: (*class).to_owned(),
                language: Language::JA,
                text: (*text).to_owned(),
                sections: refs(sections).into_iter().map(|at| (at, 1)).collect(),
            })
            .collect();
        let mut answers = cases.iter().map(|case| refs(case.3));
        let evaluation = evaluate(&queries, |_| Answer {
            ranking: answers
                .next()
                .unwrap()
                .into_iter()
                .map(|section| Ranked {
                    section,
                    score: 1.0,
                })
                .collect(),
            took: Duration::from_micros(123),
        });
        let scope = Scope { of: 5, misses };
        report(&guide, &evaluation.unwrap(), &scope, lang)
    }

    #[test]
    fn the_report_in_japanese() {
        let expected = "\
種類        件数  hit@1  hit@3    MRR  nDCG@10    MAP
kanji          3   66.7  100.0  0.778    0.769  0.722
typo           1    0.0    0.0  0.000    0.000  0.000
自由な分類     1    0.0    0.0  0.250    0.431  0.250
全体           5   40.0   60.0  0.517    0.547  0.483

検索 5件：p50 0.12 ms, p99 0.12 ms
正解が1位でない検索：3件
  >10  typo        ja  かいやう
       正解 partner#steps、partner#trouble  1位 （なし）
    4  自由な分類  ja  チャット
       正解 chat#tips (4)  1位 chat#steps
  ほか1件、正解は2位か3位（--misses 3 ですべて表示）
";
        assert_eq!(shown(&CASES, None, Language::JA), expected);
    }

    #[test]
    fn the_report_in_english_with_all_misses() {
        let expected = "\
class       queries  hit@1  hit@3    MRR  nDCG@10    MAP
kanji             3   66.7  100.0  0.778    0.769  0.722
typo              1    0.0    0.0  0.000    0.000  0.000
自由な分類        1    0.0    0.0  0.250    0.431  0.250
overall           5   40.0   60.0  0.517    0.547  0.483

5 queries: p50 0.12 ms, p99 0.12 ms
Not answered by the first hit: 3
  >10  typo        ja  かいやう
       expected partner#steps, partner#trouble  first (nothing)
    4  自由な分類  ja  チャット
       expected chat#tips (4)  first chat#steps
    3  kanji       ja  電話
       expected phone#app, phone#web (3)  first phone#overview
";
        assert_eq!(shown(&CASES, Some(9), Language::EN), expected);
    }

    #[test]
    fn as_many_misses_as_are_asked_for() {
        let last = |misses| {
            let text = shown(&CASES, Some(misses), Language::EN);
            text.lines().last().unwrap().to_owned()
        };
        assert_eq!(last(0), "  3 more (--misses 3 lists all)");
        assert_eq!(last(1), "  2 more (--misses 3 lists all)");
        assert_eq!(
            last(2),
            "  1 more, answered by the second or third (--misses 3 lists all)"
        );
    }

    #[test]
    fn part_of_the_queries_and_no_miss() {
        let text = shown(&CASES[..1], None, Language::EN);
        assert!(
            text.ends_with(
                "1 of 5 queries: p50 0.12 ms, p99 0.12 ms\nEvery query is answered by the first hit.\n"
            ),
            "{text}"
        );
    }
}
