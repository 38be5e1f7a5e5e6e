use super::English;
use crate::i18n::eval::{EvalTexts, Words};

static TEXTS: EvalTexts = EvalTexts {
    class: "class",
    queries: "queries",
    overall: "overall",
    expected: "expected",
    first: "first",
    nothing_found: "(nothing)",
    no_misses: "Every query is answered by the first hit.",
    comma: ", ",
};

impl Words for English {
    fn texts(&self) -> &'static EvalTexts {
        &TEXTS
    }

    fn summary(&self, ran: usize, of: usize, times: &str) -> String {
        let noun = if of == 1 { "query" } else { "queries" };
        let all = if ran == of {
            String::new()
        } else {
            format!(" of {of}")
        };
        format!("{ran}{all} {noun}: {times}")
    }

    fn misses(&self, total: usize) -> String {
        format!("Not answered by the first hit: {total}")
    }

    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String {
        let place = if near {
            ", answered by the second or third"
        } else {
            ""
        };
        format!("{rest} more{place} (--misses {total} lists all)")
    }
}
