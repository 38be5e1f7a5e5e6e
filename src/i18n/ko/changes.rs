use super::Korean;
use crate::i18n::changes::Words;

impl Words for Korean {
    fn updated(&self, file: Option<&str>, others: usize) -> String {
        match (file, others) {
            (None, _) => "새로 고쳤습니다".to_owned(),
            (Some(file), 0) => format!("새로 고침: {file}"),
            (Some(file), others) => format!("새로 고침: {file} 외 {others}개"),
        }
    }

    fn refused(&self, place: &str) -> String {
        format!("{place}에 오류가 있어 이전 내용을 보여 드립니다")
    }
}
