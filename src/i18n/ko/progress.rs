use super::Korean;
use crate::i18n::progress::Words;

impl Words for Korean {
    fn indexing(&self, done: &str, total: &str) -> String {
        format!("색인 만드는 중 {done} / {total}절")
    }

    fn indexing_line(&self, done: &str, total: &str, per_second: &str) -> String {
        format!("{done} / {total}절 · 초당 {per_second}절")
    }

    fn left(&self, seconds: &str) -> String {
        format!(" · {seconds}초 남음")
    }
}
