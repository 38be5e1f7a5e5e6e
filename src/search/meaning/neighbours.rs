//! What words of a guide mean nearly the same as others.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::table::Row;

/// As many words are remembered: those of the sentence that is being typed, and those that people type all the time.
const KEPT: usize = 256;

/// A word of a guide that means nearly the same as another.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// As the guide writes it, folded; of a word that inflects, its stem. The usual ones first.
    pub written: Vec<String>,
    /// How near, from 0 to 1.
    pub cosine: f32,
}

/// What was asked: a word, the bits of how near the others must be, and how many of them are wanted.
type Asked = (Row, u32, usize);

/// What was found last. All words of a guide are looked at for it, and a sentence is searched at every key of it.
#[derive(Debug, Default)]
pub struct Kept(Mutex<VecDeque<(Asked, Vec<Neighbour>)>>);

impl Kept {
    pub fn of(&self, asked: Asked, find: impl FnOnce() -> Vec<Neighbour>) -> Vec<Neighbour> {
        // Whoever panicked with it left it whole.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.iter().find(|(other, _)| *other == asked) {
            return found.clone();
        }
        let found = find();
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((asked, found.clone()));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_answers_are_kept() {
        let kept = Kept::default();
        let found = |cosine: f32| {
            vec![Neighbour {
                written: Vec::new(),
                cosine,
            }]
        };
        assert_eq!(kept.of((1, 0, 6), || found(0.5)), found(0.5));
        assert_eq!(kept.of((1, 0, 6), || found(0.6)), found(0.5));
        assert_eq!(kept.of((1, 0, 7), || found(0.6)), found(0.6));
        for row in 2..300 {
            kept.of((row, 0, 6), Vec::new);
        }
        assert_eq!(kept.of((1, 0, 6), || found(0.7)), found(0.7));
    }
}
