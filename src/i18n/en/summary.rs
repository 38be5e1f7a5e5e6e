use super::English;
use crate::i18n::summary::Words;

impl Words for English {
    fn best(&self) -> &'static str {
        "Best: "
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
        format!("{language} only")
    }
}
