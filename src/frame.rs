//! The frame that everything is seen in: sizes and areas of the screen, which pane has the keys, how it looks besides its
//! colours, and what is said of the keys. Plain data and arithmetic; it knows neither pages nor who draws them.

pub mod keys;
pub mod layout;
pub mod signs;

use signs::Signs;

/// How the screen looks, besides its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub signs: Signs,
    /// For a counter, where people stand farther away: fewer things at a time, with more space.
    pub large: bool,
}
