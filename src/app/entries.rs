//! The list on the left: topics while there is no query, hits while there is one, or what there is instead.

use super::Tree;
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, Part};
use crate::page::Subject;
use crate::search::Results;

/// A line to select.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A page: a topic, who can be reached, or what is known of numbers and addresses that were typed.
    Page(Subject),
    /// A group of topics, by its index in the guide.
    Group(usize),
    /// A hit, by its index in the results.
    Hit(usize),
    /// A section that is near to a query without hits, by its index in the results.
    Nearest(usize),
}

/// The entries and the selected one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    all: Vec<Entry>,
    /// An index into `all`.
    selected: Option<usize>,
    /// Nothing was found: these are ways on.
    is_dead_end: bool,
}

/// So many topics are named where nothing was found: more nobody looks through.
const MOST_TOPICS: usize = 12;

impl Entries {
    /// The topics, each group before what is in it, as far as that is unfolded.
    pub fn topics(guide: &Guide, tree: &Tree) -> Self {
        let mut all = Vec::new();
        // The groups that the last topic is in, from the outside in.
        let mut within: Vec<usize> = Vec::new();
        for topic in Subject::topics(guide) {
            let Subject::Article(article) = topic else {
                within.clear();
                all.push(Entry::Page(topic));
                continue;
            };
            let mut above: Vec<usize> = guide.groups_above(guide.articles[article].group).collect();
            above.reverse();
            let common = above.iter().zip(&within).take_while(|(a, b)| a == b);
            let common = common.count();
            let is_seen = |depth: usize| above[..depth].iter().all(|&group| tree.is_open(group));
            let new = (common..above.len()).filter(|&depth| is_seen(depth));
            all.extend(new.map(|depth| Entry::Group(above[depth])));
            if is_seen(above.len()) {
                all.push(Entry::Page(topic));
            }
            within = above;
        }
        if let Some(article) = guide.urgent {
            // Who cannot wait finds it first, whatever it is sorted into.
            let urgent = Entry::Page(Subject::Article(article));
            all.retain(|&entry| entry != urgent);
            all.insert(0, urgent);
        }
        Self {
            all,
            selected: Some(0),
            is_dead_end: false,
        }
    }

    /// The same entries, and behind them topics whose titles have the words of the query.
    #[must_use]
    pub fn with_topics(mut self, topics: impl Iterator<Item = Entry>) -> Self {
        let (was_empty, before) = (self.all.is_empty(), self.all.len());
        self.all.extend(topics);
        self.is_dead_end &= self.all.len() == before;
        if was_empty && !self.all.is_empty() {
            self.selected = Some(0);
        }
        self
    }

    /// What is known of what was typed, alone.
    pub fn checked() -> Self {
        Self {
            all: vec![Entry::Page(Subject::Check)],
            selected: Some(0),
            is_dead_end: false,
        }
    }

    /// Puts what is known of numbers and addresses before what was found, and selects it.
    #[must_use]
    pub fn behind_check(mut self) -> Self {
        self.all.insert(0, Entry::Page(Subject::Check));
        self.selected = Some(0);
        self
    }

    /// The hits; where there are none, what is nearest, and who can be reached if anybody can. Of these none is selected: none is what
    /// was asked for.
    pub fn found(results: &Results, guide: &Guide) -> Self {
        if results.hits.is_empty() {
            let nearest = (0..results.nearest.len()).map(Entry::Nearest);
            let desks = guide
                .has(Part::Desks)
                .then_some(Entry::Page(Subject::Desks));
            return Self {
                all: nearest.chain(desks).collect(),
                selected: None,
                is_dead_end: true,
            };
        }
        Self {
            all: (0..results.hits.len()).map(Entry::Hit).collect(),
            selected: Some(0),
            is_dead_end: false,
        }
    }

    /// The same; where nothing was found, with questions that lead to somebody, and with what the guide has.
    #[must_use]
    pub fn with_ways_on(mut self, guide: &Guide) -> Self {
        if !self.is_dead_end {
            return self;
        }
        if guide.has(Part::Desks) {
            let desks = self.all.len().saturating_sub(1);
            let questions = Entry::Page(Subject::Advice(Path::START));
            self.all.insert(desks, questions);
        }
        let topics = Subject::topics(guide).into_iter();
        let articles = topics.filter(|topic| matches!(topic, Subject::Article(_)));
        self.all.extend(articles.take(MOST_TOPICS).map(Entry::Page));
        self
    }

    /// Whether nothing was found.
    pub const fn is_dead_end(&self) -> bool {
        self.is_dead_end
    }

    /// What is read at first: the page of what is chosen.
    pub(super) fn page(&self, guide: &Guide) -> Subject {
        match self.selected() {
            Some(Entry::Page(subject)) => subject,
            Some(Entry::Group(group)) => Subject::Group(group),
            _ => Subject::first(guide),
        }
    }

    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    pub const fn selected_index(&self) -> Option<usize> {
        self.selected
    }

    pub fn selected(&self) -> Option<Entry> {
        self.all.get(self.selected?).copied()
    }

    /// Moves the selection, as far as there are entries. Where nothing is selected, the first entry is one step down.
    pub fn select_by(&mut self, by: isize) {
        let last = self.all.len().saturating_sub(1);
        self.selected = match self.selected {
            Some(selected) => Some(selected.saturating_add_signed(by).min(last)),
            None => usize::try_from(by)
                .ok()
                .and_then(|by| by.checked_sub(1))
                .map(|index| index.min(last)),
        };
    }

    /// Selects an entry if it is there.
    pub fn select(&mut self, entry: Entry) {
        if let Some(at) = self.all.iter().position(|&candidate| candidate == entry) {
            self.selected = Some(at);
        }
    }
}
