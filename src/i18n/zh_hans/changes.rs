use super::Simplified;
use crate::i18n::changes::Words;

impl Words for Simplified {
    fn updated(&self, file: Option<&str>, others: usize) -> String {
        match (file, others) {
            (None, _) => "已更新".to_owned(),
            (Some(file), 0) => format!("已更新：{file}"),
            (Some(file), others) => format!("已更新：{file} 及其他{others}个文件"),
        }
    }

    fn refused(&self, place: &str) -> String {
        format!("{place} 有错误，仍显示之前的内容")
    }
}
