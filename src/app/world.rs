//! What is so whoever sits at the terminal: no reader can change it, and all that a visitor leaves behind is in it.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::folding::Titles;
use super::{Change, Present};
use crate::frame::keys::KeyHelp;
use crate::frame::layout::Size;
use crate::guide::Guide;
use crate::insight::Settled;
use crate::search::progress::Pace;

/// What messages from outside have said.
#[derive(Debug, Clone)]
pub struct World {
    pub size: Size,
    pub now: DateTime<Utc>,
    /// `None` until it is loaded.
    pub guide: Option<Arc<Guide>>,
    /// What is to be said of the keys in this guide.
    pub(super) keys: Vec<KeyHelp>,
    pub(super) present: Present,
    /// The titles of the topics as what is typed is compared with them.
    pub(super) titles: Titles,
    /// What has become of the guide last.
    pub(super) change: Option<Change>,
    /// How far the index is, while it is being built.
    pub indexing: Option<Pace>,
    /// How often was searched: each search has a number of its own, so that no answer is taken for another's.
    pub(super) searches: u64,
    /// Queries that were settled, until they are taken.
    pub(super) settled: Vec<Settled>,
}
