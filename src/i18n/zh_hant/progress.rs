use super::Traditional;
use crate::i18n::progress::Words;

impl Words for Traditional {
    fn indexing(&self, done: &str, total: &str) -> String {
        format!("正在建立索引 {done} / {total}節")
    }

    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String {
        format!("{done} / {total}節 · 每秒{per_second}節")
    }

    fn left(&self, seconds: &str) -> String {
        format!(" · 還需{seconds}秒")
    }
}
