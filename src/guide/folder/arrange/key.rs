//! What decides which of two neighbours comes first.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::guide::folder::names::{natural, without_number};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Index,
    Questions,
    Page,
    /// The folder of a site's pages: it comes before what a project keeps beside them.
    Site,
    Folder,
    /// What has become other, which is read when the rest is known.
    Changes,
    /// What speaks to those who work on it: `CONTRIBUTING.md`.
    Project,
}

/// What decides among neighbours.
#[derive(Clone)]
pub(super) struct Key {
    pub date: Option<NaiveDate>,
    pub order: Option<f64>,
    pub kind: Kind,
    pub name: String,
}

impl Key {
    /// An index leads; what is dated is news, and comes last, the newest first; what its author has numbered comes before
    /// what nobody has.
    pub fn cmp(&self, other: &Self) -> Ordering {
        let is_index = |key: &Self| key.kind != Kind::Index;
        let order = |key: &Self| key.order.unwrap_or(f64::INFINITY);
        is_index(self)
            .cmp(&is_index(other))
            .then_with(|| self.date.is_some().cmp(&other.date.is_some()))
            .then_with(|| order(self).total_cmp(&order(other)))
            .then_with(|| other.date.cmp(&self.date))
            .then_with(|| self.kind.cmp(&other.kind))
            .then_with(|| natural(&self.name, &other.name))
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of files are small")]
pub(super) const fn place(at: usize) -> f64 {
    at as f64
}

#[expect(clippy::cast_precision_loss, reason = "numbers of files are small")]
pub(super) fn number_of(name: &str) -> Option<f64> {
    without_number(name).0.map(|number| number as f64)
}
