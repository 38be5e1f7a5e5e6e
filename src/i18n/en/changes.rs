use super::English;
use crate::i18n::changes::Words;

impl Words for English {
    fn updated(&self, file: Option<&str>, others: usize) -> String {
        match (file, others) {
            (None, _) => "Updated".to_owned(),
            (Some(file), 0) => format!("Updated: {file}"),
            (Some(file), others) => format!("Updated: {file} and {others} more"),
        }
    }

    fn refused(&self, place: &str) -> String {
        format!("Error in {place}: the earlier contents are shown")
    }
}
