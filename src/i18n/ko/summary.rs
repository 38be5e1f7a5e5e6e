use super::Korean;
use crate::i18n::summary::Words;

impl Words for Korean {
    fn best(&self) -> &'static str {
        "추천: "
    }

    fn between_names(&self) -> &'static str {
        ", "
    }

    fn after_names(&self) -> &'static str {
        ": "
    }

    fn between_parts(&self) -> &'static str {
        " · "
    }

    fn only(&self, language: &str) -> String {
        format!("{language}만")
    }
}
