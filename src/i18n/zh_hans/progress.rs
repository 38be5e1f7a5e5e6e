use super::Simplified;
use crate::i18n::progress::Words;

impl Words for Simplified {
    fn indexing(&self, done: &str, total: &str) -> String {
        format!("正在建立索引 {done} / {total}节")
    }

    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String {
        format!("{done} / {total}节 · 每秒{per_second}节")
    }

    fn left(&self, seconds: &str) -> String {
        format!(" · 还需{seconds}秒")
    }
}
