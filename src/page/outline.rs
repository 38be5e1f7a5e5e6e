//! The headings of an article: those of its sections, and those above them that have no text of their own.

use super::{Role, Setter};
use crate::guide::{Article, SectionText};
use crate::language::Language;

/// The headings above a section that stand nowhere else on the page, each with its depth: nothing stands below them but the
/// next heading, so they are no sections.
pub fn above(article: &Article, section: usize, lang: Language) -> Vec<(usize, &str)> {
    let text = |section: usize| article.sections[section].texts.text(lang);
    let path = &text(section).path;
    let before = section.checked_sub(1).map(text);
    let before = before.into_iter();
    let before = before.flat_map(|text| text.path.iter().chain([&text.title]));
    let common = before.zip(path).take_while(|(one, other)| one == other);
    let common = common.count();
    let new = path.iter().enumerate().skip(common);
    new.map(|(depth, title)| (depth, title.as_str())).collect()
}

/// Whether a section is called like its article, which is what stands before the first heading: it needs none of its own.
pub fn is_lead(article: &Article, section: usize, language: Language, text: &SectionText) -> bool {
    section == 0 && text.path.is_empty() && text.title == *article.title.text(language)
}

/// Sets a heading: those below others are less than they.
pub fn heading(setter: &mut Setter<'_>, depth: usize, title: &str) {
    let role = if depth == 0 {
        Role::Heading
    } else {
        Role::Strong
    };
    setter.text(role, title);
}
