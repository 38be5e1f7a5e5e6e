//! Where a section stands: the titles above it.

use super::{Guide, SectionRef};
use crate::language::Language;

impl Guide {
    /// The titles from a section's article down to its own, in a language in which the section is written. Nothing comes twice
    /// in a row: what stands before the first heading of an article is called like the article. Never empty.
    pub fn trail(&self, at: SectionRef, language: Language) -> Vec<&str> {
        let text = self.section(at).texts.text(language);
        let article = self.article(at).title.text(language).as_str();
        let mut titles = vec![article];
        titles.extend(text.path.iter().map(String::as_str));
        titles.push(&text.title);
        titles.dedup();
        titles
    }
}
