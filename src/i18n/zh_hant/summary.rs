use super::Traditional;
use crate::i18n::summary::Words;

impl Words for Traditional {
    fn best(&self) -> &'static str {
        "推薦："
    }

    fn between_names(&self) -> &'static str {
        "、"
    }

    fn after_names(&self) -> &'static str {
        " "
    }

    fn between_parts(&self) -> &'static str {
        "，"
    }

    fn only(&self, language: &str) -> String {
        format!("僅限{language}")
    }
}
