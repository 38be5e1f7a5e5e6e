//! What is said of the guide itself.

use super::desk::language_name;
use crate::guide::Guide;
use crate::language::Language;

/// The fixed texts in one language.
#[derive(Debug)]
pub struct DetailsTexts {
    pub title: &'static str,
    /// Below the title in the list of topics.
    pub summary: &'static str,
    /// Whose guide it is, where that is [`DetailsTexts::official`].
    pub kind: &'static str,
    pub official: &'static str,
    pub as_of: &'static str,
    pub languages: &'static str,
    pub size: &'static str,
    pub source: &'static str,
    /// The guide is a part of the program.
    pub built_in: &'static str,
    /// It is a folder, of which nobody need know the name.
    pub folder: &'static str,
    pub licence: &'static str,
    pub numbers: &'static str,
    /// The zone in which hours are said.
    pub zone: &'static str,
    pub index: &'static str,
    pub indexed: &'static str,
    pub not_indexed: &'static str,
    pub program: &'static str,
}

/// What a language says of it.
pub trait Words {
    fn texts(&self) -> &'static DetailsTexts;
    fn today(&self) -> &'static str;
    fn days_ago(&self, days: i64) -> String;
    fn months_ago(&self, months: i32) -> String;
    fn years_ago(&self, years: i32) -> String;
    /// Between the names of languages.
    fn and(&self) -> &'static str;
    fn articles(&self, articles: usize) -> String;
    /// So many more are not listed.
    fn more(&self, articles: usize) -> String;
    fn size(&self, articles: usize, sections: usize) -> String;
    /// The same with the checklists, of which there may be none.
    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String;
    /// Between two licences of which one is chosen.
    fn or(&self) -> &'static str;
    /// Between two things that are said side by side.
    fn dot(&self) -> &'static str;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static DetailsTexts {
    words(lang).texts()
}

/// How long ago something was, so many days and whole months: `今日`, `5日前`, `3 months ago`. Nothing for what is still to
/// come: then a clock is wrong.
pub fn age(days: i64, months: i32, lang: Language) -> String {
    let words = words(lang);
    match (days, months) {
        (..0, _) => String::new(),
        (0, _) => words.today().to_owned(),
        (_, ..2) => words.days_ago(days),
        (_, 2..24) => words.months_ago(months),
        (_, 24..) => words.years_ago(months / 12),
    }
}

/// Languages by their names: `日本語、英語`.
pub fn languages(languages: &[Language], lang: Language) -> String {
    let names: Vec<_> = languages
        .iter()
        .map(|&language| language_name(language, lang))
        .collect();
    list(&names, lang)
}

/// How many articles there are: `記事8`, `8 articles`.
pub fn articles(articles: usize, lang: Language) -> String {
    words(lang).articles(articles)
}

/// How many more there are than a list names.
pub fn more(articles: usize, lang: Language) -> String {
    words(lang).more(articles)
}

/// Names one after the other: `日本語、英語`, `Japanese, English`.
pub fn list(names: &[impl AsRef<str>], lang: Language) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.join(words(lang).and())
}

/// How much there is to read: `8 articles, 38 sections`.
pub fn size(guide: &Guide, lang: Language) -> String {
    words(lang).size(guide.articles.len(), guide.section_count())
}

/// The same with the checklists: `記事 8 ・ 節 38 ・ チェックリスト 7`.
pub fn contents(guide: &Guide, lists: usize, lang: Language) -> String {
    words(lang).contents(guide.articles.len(), guide.section_count(), lists)
}

/// The program with its version and licences.
pub fn program(lang: Language) -> String {
    let program = concat!("madoguchi ", env!("CARGO_PKG_VERSION"));
    let licences = licences(env!("CARGO_PKG_LICENSE"), lang);
    format!("{program}{}{licences}", words(lang).dot())
}

/// Licences as SPDX writes them, in words.
pub fn licences(spdx: &str, lang: Language) -> String {
    spdx.replace(" OR ", words(lang).or())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_told_in_the_unit_that_suits_it() {
        let check = |days, months, ja, en| {
            assert_eq!(age(days, months, Language::JA), ja);
            assert_eq!(age(days, months, Language::EN), en);
        };
        check(-1, -1, "", "");
        check(0, 0, "今日", "today");
        check(1, 0, "1日前", "1 day ago");
        check(45, 1, "45日前", "45 days ago");
        check(61, 2, "2か月前", "2 months ago");
        check(700, 23, "23か月前", "23 months ago");
        check(1100, 36, "3年前", "3 years ago");
    }
}
