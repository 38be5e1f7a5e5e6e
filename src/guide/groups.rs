//! What articles are sorted into.

use super::Guide;

impl Guide {
    /// A group and those that it is in, from the inside out. None of `None`.
    pub fn groups_above(&self, group: Option<usize>) -> impl Iterator<Item = usize> {
        let parent = |group: &usize| {
            let parent = self.groups.get(*group)?.parent;
            // It stands before what is in it, so that this ends.
            parent.filter(|parent| parent < group)
        };
        std::iter::successors(group, parent)
    }

    /// How deep a group is: 0 at the outermost.
    pub fn depth(&self, group: usize) -> usize {
        self.groups_above(Some(group)).count().saturating_sub(1)
    }

    /// The groups within a group, in their order; of none, the outermost.
    pub fn groups_in(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let all = self.groups.iter().enumerate();
        all.filter(move |(_, group)| group.parent == parent)
            .map(|(index, _)| index)
    }

    /// How many articles there are in each group and those within it.
    pub fn group_counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.groups.len()];
        for article in &self.articles {
            if let Some(count) = article.group.and_then(|group| counts.get_mut(group)) {
                *count += 1;
            }
        }
        for (group, found) in self.groups.iter().enumerate().rev() {
            if let Some(parent) = found.parent.filter(|&parent| parent < group) {
                counts[parent] += counts[group];
            }
        }
        counts
    }

    /// The titles of a group and those that it is in, in the guide's first language: by these a group is known.
    pub(super) fn group_titles(&self, group: usize) -> Vec<&str> {
        let lang = self.languages[0];
        let above = self.groups_above(Some(group));
        let titles = above.map(|group| self.groups[group].title.text(lang).as_str());
        titles.collect()
    }
}
