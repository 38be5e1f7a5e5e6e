//! The list on the left: topics while there is no query, hits while there is one.

/// A line to select.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Who can be reached now.
    Desks,
    /// An article, by its index.
    Article(usize),
    /// A hit, by its index in the results.
    Hit(usize),
}

/// The entries and the selected one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    all: Vec<Entry>,
    selected: usize,
}

impl Entries {
    pub fn topics(articles: usize) -> Self {
        let articles = (0..articles).map(Entry::Article);
        Self {
            all: std::iter::once(Entry::Desks).chain(articles).collect(),
            selected: 0,
        }
    }

    pub fn hits(count: usize) -> Self {
        Self {
            all: (0..count).map(Entry::Hit).collect(),
            selected: 0,
        }
    }

    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    pub const fn selected_index(&self) -> usize {
        self.selected
    }

    pub fn selected(&self) -> Option<Entry> {
        self.all.get(self.selected).copied()
    }

    /// Moves the selection, as far as there are entries.
    pub fn select_by(&mut self, by: isize) {
        let last = self.all.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Selects an entry if it is there.
    pub fn select(&mut self, entry: Entry) {
        if let Some(at) = self.all.iter().position(|&candidate| candidate == entry) {
            self.selected = at;
        }
    }
}
