use super::English;
use crate::i18n::progress::Words;

impl Words for English {
    fn indexing(&self, done: &str, total: &str) -> String {
        format!("Indexing {done} / {total} sections")
    }

    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String {
        format!("{done} / {total} sections · {per_second}/s")
    }

    fn left(&self, seconds: &str) -> String {
        format!(" · {seconds} s left")
    }
}
