use super::Japanese;
use crate::i18n::changes::Words;

impl Words for Japanese {
    fn updated(&self, file: Option<&str>, others: usize) -> String {
        match (file, others) {
            (None, _) => "更新しました".to_owned(),
            (Some(file), 0) => format!("更新: {file}"),
            (Some(file), others) => format!("更新: {file} ほか{others}件"),
        }
    }

    fn refused(&self, place: &str) -> String {
        format!("{place} に誤りがあるため、前の内容を表示しています")
    }
}
