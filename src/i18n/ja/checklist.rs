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

    fn of(&self, done: usize, all: usize) -> String {
        format!("{all}件のうち{done}件を用意済み")
    }

    fn state(&self, is_ready: bool) -> &'static str {
        if is_ready {
            "用意済み："
        } else {
            "まだ："
        }
    }

    fn complete(&self) -> &'static str {
        "✓ 完了"
    }

    fn not_kept(&self) -> &'static str {
        "記録には残りません。プログラムを終えると消えます。"
    }
}
