use super::English;
use crate::i18n::insight::{InsightTexts, Words};

static TEXTS: InsightTexts = InsightTexts {
    not_found: "Asked and not found",
    not_opened: "Found and not opened",
    lacking: "Words that the guide lacks",
    read: "Read most",
    hours: "By hour",
    languages: "By language",
    nothing: "(nothing)",
};

impl Words for English {
    fn texts(&self) -> &'static InsightTexts {
        &TEXTS
    }

    fn summary(&self, queries: u64, days: &str) -> String {
        match (queries, days) {
            (_, "") => "Nothing is recorded yet.".to_owned(),
            (1, days) => format!("1 query ({days})"),
            (_, days) => format!("{queries} queries ({days})"),
        }
    }

    fn more(&self, rest: usize) -> String {
        format!("{rest} more (--top lists others)")
    }
}
