use super::English;
use crate::i18n::reading::Words;

impl Words for English {
    fn find(&self, full: bool) -> &'static str {
        if full { "Find in page" } else { "Find" }
    }

    fn not_found(&self) -> &'static str {
        "not found"
    }

    fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    fn contents(&self) -> &'static str {
        "Contents"
    }

    fn you_are_here(&self) -> &'static str {
        " (you are here)"
    }

    fn no_contents(&self) -> &'static str {
        "Only articles have a table of contents"
    }

    fn see_also(&self) -> &'static str {
        "See also"
    }

    fn in_language(&self, own_name: &str, title: &str) -> String {
        format!("{own_name} | {title}")
    }

    fn too_narrow(&self, _: &str, _: &str) -> String {
        "Reading two languages side by side needs a screen of 120 columns".to_owned()
    }

    fn one_language(&self) -> &'static str {
        "This guide has one language"
    }
}
