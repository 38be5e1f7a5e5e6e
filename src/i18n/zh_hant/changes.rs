use super::Traditional;
use crate::i18n::changes::Words;

impl Words for Traditional {
    fn updated(&self, file: Option<&str>, others: usize) -> String {
        match (file, others) {
            (None, _) => "已更新".to_owned(),
            (Some(file), 0) => format!("已更新：{file}"),
            (Some(file), others) => format!("已更新：{file} 及其他{others}個檔案"),
        }
    }

    fn refused(&self, place: &str) -> String {
        format!("{place} 有錯誤，仍顯示之前的內容")
    }
}
