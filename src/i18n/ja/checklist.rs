use super::Japanese;
use crate::i18n::checklist::Words;

impl Words for Japanese {
    fn title(&self) -> &'static str {
        "チェックリスト"
    }

    fn summary(&self) -> &'static str {
        "連絡する前に用意するもの"
    }

    fn whole_section(&self) -> &'static str {
        "説明を読む"
    }

    fn never_tell(&self) -> &'static str {
        "教えてはいけない情報"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("用意できたもの {done}/{all}")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("そろいました（{all}/{all}）")
    }
}
