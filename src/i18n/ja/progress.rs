use super::Japanese;
use crate::i18n::progress::Words;

impl Words for Japanese {
    fn indexing(&self, done: &str, total: &str) -> String {
        format!("索引を作成中 {done} / {total}件")
    }

    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String {
        format!("{done} / {total}件 · {per_second}件/秒")
    }

    fn left(&self, seconds: &str) -> String {
        format!(" · あと{seconds}秒")
    }
}
