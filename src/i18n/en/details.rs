use super::English;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "Guide details",
    summary: "How old it is, and where it comes from",
    kind: "Kind",
    official: "official",
    as_of: "Facts as of",
    languages: "Languages",
    size: "Contents",
    source: "Kept in",
    built_in: "the program itself",
    folder: "a folder of this terminal",
    licence: "Licence",
    numbers: "Official numbers",
    zone: "Hours are in",
    index: "Search index",
    indexed: "ready",
    not_indexed: "being built",
    program: "Program",
};

const fn s(is_one: bool) -> &'static str {
    if is_one { "" } else { "s" }
}

impl Words for English {
    fn texts(&self) -> &'static DetailsTexts {
        &TEXTS
    }

    fn today(&self) -> &'static str {
        "today"
    }

    fn days_ago(&self, days: i64) -> String {
        format!("{days} day{} ago", s(days == 1))
    }

    fn months_ago(&self, months: i32) -> String {
        format!("{months} month{} ago", s(months == 1))
    }

    fn years_ago(&self, years: i32) -> String {
        format!("{years} year{} ago", s(years == 1))
    }

    fn and(&self) -> &'static str {
        ", "
    }

    fn articles(&self, articles: usize) -> String {
        format!("{articles} article{}", s(articles == 1))
    }

    fn more(&self, articles: usize) -> String {
        if articles == 1 {
            return "There is 1 more: search for it.".to_owned();
        }
        format!("There are {articles} more: search for them.")
    }

    fn size(&self, articles: usize, sections: usize) -> String {
        format!(
            "{articles} article{}, {sections} section{}",
            s(articles == 1),
            s(sections == 1)
        )
    }

    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String {
        let counted = |number: usize, what: &str| format!("{number} {what}{}", s(number == 1));
        let mut all = vec![counted(articles, "article"), counted(sections, "section")];
        if lists > 0 {
            all.push(counted(lists, "checklist"));
        }
        all.join(" · ")
    }

    fn or(&self) -> &'static str {
        " or "
    }

    fn dot(&self) -> &'static str {
        " · "
    }
}
