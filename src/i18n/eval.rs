//! How well the search finds things, in words.

use std::time::Duration;

use crate::language::Language;

/// The fixed texts of a report in one language.
#[derive(Debug)]
pub struct Texts {
    /// Above the names of the classes.
    pub class: &'static str,
    /// Above the numbers of queries.
    pub queries: &'static str,
    /// The row for all classes.
    pub overall: &'static str,
    /// Before the sections that answer a query.
    pub expected: &'static str,
    /// Before the section that was found first instead.
    pub first: &'static str,
    pub nothing_found: &'static str,
    pub no_misses: &'static str,
    /// Between items of a list.
    pub comma: &'static str,
}

static JA: Texts = Texts {
    class: "種類",
    queries: "件数",
    overall: "全体",
    expected: "正解",
    first: "1位",
    nothing_found: "（なし）",
    no_misses: "すべての検索で、正解が1位です。",
    comma: "、",
};

static EN: Texts = Texts {
    class: "class",
    queries: "queries",
    overall: "overall",
    expected: "expected",
    first: "first",
    nothing_found: "(nothing)",
    no_misses: "Every query is answered by the first hit.",
    comma: ", ",
};

/// The texts in a reader's language.
pub const fn texts(reader: Language) -> &'static Texts {
    match reader {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How many queries were asked, of how many if not of all, and how long a search took.
pub fn summary(
    reader: Language,
    (asked, of): (usize, usize),
    (median, slow): (Duration, Duration),
) -> String {
    let times = format!(
        "p50 {} ms, p99 {} ms",
        milliseconds(median),
        milliseconds(slow)
    );
    match reader {
        Language::Ja if asked == of => format!("検索 {asked}件：{times}"),
        Language::Ja => format!("検索 {of}件のうち{asked}件：{times}"),
        Language::En => {
            let noun = if of == 1 { "query" } else { "queries" };
            let all = if asked == of {
                String::new()
            } else {
                format!(" of {of}")
            };
            format!("{asked}{all} {noun}: {times}")
        }
    }
}

/// To a hundredth, which is about what can be told apart.
fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

/// How many queries the first hit does not answer.
pub fn misses(reader: Language, total: usize) -> String {
    match reader {
        Language::Ja => format!("正解が1位でない検索：{total}件"),
        Language::En => format!("Not answered by the first hit: {total}"),
    }
}

/// How many of the misses are not listed, whether all of those are second or third, and how to see all `total`.
pub fn more_misses(reader: Language, rest: usize, near: bool, total: usize) -> String {
    match reader {
        Language::Ja => {
            let place = if near { "、正解は2位か3位" } else { "" };
            format!("ほか{rest}件{place}（--misses {total} ですべて表示）")
        }
        Language::En => {
            let place = if near {
                ", answered by the second or third"
            } else {
                ""
            };
            format!("{rest} more{place} (--misses {total} lists all)")
        }
    }
}
