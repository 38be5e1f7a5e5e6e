//! Query → hits.

use std::sync::Arc;

use super::Results;
use crate::guide::Guide;
use crate::language::Language;

/// An open index together with the guide it was built from.
pub struct Searcher {
    _guide: Arc<Guide>,
}

impl Searcher {
    /// Finds the sections for a query as typed so far. Never fails: a query is just text.
    pub fn search(&self, _query: &str, _reader: Language, _limit: usize) -> Results {
        todo!()
    }
}
