//! Folding and unfolding the topics, and finding them by their titles.

use std::collections::HashSet;

use tui_input::InputRequest;

use super::{App, Entries, Entry};
use crate::frame::layout::Focus;
use crate::guide::{Guide, Part};
use crate::language::Language;
use crate::page::{Medium, Subject};
use crate::search::Results;
use crate::text::fold::fold;

/// So many topics are shown behind what was found.
const MOST_CALLED: usize = 8;

impl App {
    /// The group that is selected among the topics, if one is: there is something to fold.
    pub fn group_to_fold(&self) -> Option<usize> {
        let is_list = self.visit.focus == Focus::Search && self.visit.input.value().is_empty();
        match self.visit.entries.selected() {
            Some(Entry::Group(group)) if is_list && self.setup.medium == Medium::Window => {
                Some(group)
            }
            _ => None,
        }
    }

    /// Whether an edit means the tree: nothing is typed, so there is no cursor to move and nothing to put a space behind.
    pub(super) fn folds_by(&self, request: InputRequest) -> bool {
        let guide = self.world.guide.as_deref();
        let has_tree = guide.is_some_and(|guide| guide.has(Part::Groups));
        let is_list = self.visit.focus == Focus::Search && self.visit.input.value().is_empty();
        match request {
            InputRequest::GoToNextChar | InputRequest::GoToPrevChar => has_tree && is_list,
            InputRequest::InsertChar(' ' | '\u{3000}') => self.group_to_fold().is_some(),
            _ => false,
        }
    }

    /// Unfolds the selected group, and goes into one that is; folds it, and goes out of one that is.
    pub(super) fn fold_by(&mut self, request: InputRequest) {
        let group = self.group_to_fold();
        let mut changes = |folded| group.is_some_and(|group| self.fold_group(group, folded));
        match request {
            InputRequest::GoToNextChar if changes(false) || group.is_none() => {}
            InputRequest::GoToNextChar => {
                self.visit.entries.select_by(1);
                self.read_selected();
            }
            InputRequest::GoToPrevChar if changes(true) => {}
            InputRequest::GoToPrevChar => self.go_out(),
            _ => self.toggle_selected(),
        }
    }

    /// Folds the selected group, or unfolds it.
    pub(super) fn toggle_selected(&mut self) {
        if let Some(group) = self.group_to_fold() {
            let is_open = self.visit.tree.is_open(group);
            self.fold_group(group, is_open);
        }
    }

    fn fold_group(&mut self, group: usize, folded: bool) -> bool {
        let changes = self.visit.tree.fold(group, folded);
        if let (true, Some(guide)) = (changes, &self.world.guide) {
            self.visit.entries = Entries::topics(guide, &self.visit.tree);
            self.visit.entries.select(Entry::Group(group));
        }
        changes
    }

    /// Selects the group that the selected topic is in.
    fn go_out(&mut self) {
        let Some(guide) = &self.world.guide else {
            return;
        };
        let around = match self.visit.entries.selected() {
            Some(Entry::Group(group)) => guide.groups[group].parent,
            Some(Entry::Page(Subject::Article(article))) => guide.articles[article].group,
            _ => None,
        };
        if let Some(group) = around {
            self.visit.entries.select(Entry::Group(group));
            self.read_selected();
        }
    }
}

/// The titles of a guide's groups and articles as they are compared: made once, for there may be thousands.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    made_for: Option<Language>,
    groups: Vec<String>,
    articles: Vec<String>,
}

impl Titles {
    /// The topics of a guide with groups whose titles have all words of a query: groups, and articles of which nothing was
    /// found. Titles are compared in the language of the query, whatever their case and form.
    pub(super) fn called(&mut self, guide: &Guide, results: &Results) -> Vec<Entry> {
        let query = fold(&results.query);
        let words: Vec<&str> = query.split_whitespace().collect();
        if !guide.has(Part::Groups) || words.is_empty() {
            return Vec::new();
        }
        self.make(guide, results.language);
        let is_called = |title: &String| words.iter().all(|word| title.contains(word));
        let found: HashSet<usize> = results.hits.iter().map(|hit| hit.section.article).collect();
        let groups = self.groups.iter().enumerate();
        let groups = groups.filter(|(_, title)| is_called(title));
        let articles = self.articles.iter().enumerate();
        let articles =
            articles.filter(|(article, title)| !found.contains(article) && is_called(title));
        groups
            .map(|(group, _)| Entry::Group(group))
            .chain(articles.map(|(article, _)| Entry::Page(Subject::Article(article))))
            .take(MOST_CALLED)
            .collect()
    }

    fn make(&mut self, guide: &Guide, lang: Language) {
        if self.made_for == Some(lang) {
            return;
        }
        let groups = guide.groups.iter().map(|group| &group.title);
        let articles = guide.articles.iter().map(|article| &article.title);
        *self = Self {
            made_for: Some(lang),
            groups: groups.map(|title| fold(title.text(lang))).collect(),
            articles: articles.map(|title| fold(title.text(lang))).collect(),
        };
    }
}
