use super::Japanese;
use crate::i18n::checklist::Words;

impl Words for Japanese {
    fn title(&self) -> &'static str {
        "連絡する前の準備"
    }

    fn summary(&self) -> &'static str {
        "手元に用意するものを、窓口ごとに確かめられます。"
    }

    fn whole_section(&self) -> &'static str {
        "説明を読む"
    }

    fn never_tell(&self) -> &'static str {
        "決して教えないでください"
    }

    fn ticked(&self, done: usize, all: usize) -> String {
        format!("{all}件のうち{done}件を用意しました")
    }

    fn all_ticked(&self, all: usize) -> String {
        format!("{all}件すべて用意できました")
    }
}
