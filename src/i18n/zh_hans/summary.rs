use super::Simplified;
use crate::i18n::summary::Words;

impl Words for Simplified {
    fn best(&self) -> &'static str {
        "推荐："
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
        format!("仅限{language}")
    }
}
