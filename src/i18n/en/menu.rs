use super::English;
use crate::i18n::menu::{Group, Item, MenuTexts, Words};

static TEXTS: MenuTexts = MenuTexts {
    title: "Menu",
    filter: "Type to filter, in English or Japanese",
    to_copy: "number, text, address",
    to_results: "to the results",
    to_topics: "to the topics",
    to_page_before: "to the page before",
    none: "there are none",
    in_articles: "while reading an article",
    nothing_ahead: "after going back",
    nothing_earlier: "none yet",
};

impl Words for English {
    fn texts(&self) -> &'static MenuTexts {
        &TEXTS
    }

    fn item(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "Checklist",
            Item::Copy => "Copy",
            Item::Find => "Find in page",
            Item::Contents => "Contents",
            Item::SideBySide => "Side by side",
            Item::Advice => "Choose a desk",
            Item::Desks => "Desks and hours",
            Item::Check => "Check a number",
            Item::Back => "Back",
            Item::Forward => "Forward",
            Item::Earlier => "Earlier searches",
            Item::Start => "Back to the start",
            Item::Language => "Switch the language",
            Item::MouseOff => "Turn the mouse off",
            Item::MouseOn => "Turn the mouse on",
            Item::HowTo => "How to use this",
            Item::Details => "Guide details",
            Item::Quit => "Quit",
        }
    }

    fn reading(&self, _: Item) -> &'static str {
        ""
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::ThisPage => "This page",
            Group::GetHelp => "Get help",
            Group::Move => "Move",
            Group::Screen => "Screen",
        }
    }

    fn closes(&self, keys: &[&str]) -> String {
        format!("{} closes", keys.join(" or "))
    }

    fn section(&self, number: usize, of: usize) -> String {
        format!("section {number} of {of}")
    }

    fn needs_columns(&self, columns: u16) -> String {
        format!("from {columns} columns")
    }

    fn no_match(&self, typed: &str) -> String {
        format!("No act of that name. Enter searches for “{typed}”")
    }
}
