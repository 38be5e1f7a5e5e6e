//! Where the words of a query stand in a text.

use std::ops::Range;

/// The words of a query, ready to be looked for in texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlighter {}

impl Highlighter {
    pub fn new(_query: &str) -> Self {
        todo!()
    }

    /// Byte ranges of `text`, ascending and disjoint, that show the query's words. They start and end on character
    /// boundaries of the text as given, whatever folding was needed to find them.
    pub fn marks(&self, _text: &str) -> Vec<Range<usize>> {
        todo!()
    }
}
