use super::English;
use crate::i18n::eval::{Texts, Words};

static TEXTS: Texts = Texts {
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
    fn texts(&self) -> &'static Texts {
        &TEXTS
    }

    fn summary(&self, asked: usize, of: usize, times: &str) -> String {
        let noun = if of == 1 { "query" } else { "queries" };
        let all = if asked == of {
            String::new()
        } else {
            format!(" of {of}")
        };
        format!("{asked}{all} {noun}: {times}")
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
