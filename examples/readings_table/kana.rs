//! Words in hiragana that would be found where they are not.

use std::collections::BTreeSet;

use crate::Candidate;
use crate::dictionary::{Kind, Row};

/// A word of two kana that costs this much or more is rarely written in kana (たけ for 猛).
const RARE: i32 = 9_000;

/// Function words of one kana that are common enough to be what is meant; the dictionary has rare and old ones too, and つ
/// and ながら are not what つながら is.
const SHORT: &str = "いがかしたてでとなにのはへもやを";

/// A longer word that costs less is common enough in kana to be meant even where function words could be read into it
/// (はやい, although は and やい are words).
const COMMON: i32 = 7_250;

/// Words in kana that nobody searches for.
pub struct FunctionWords<'a> {
    pub all: BTreeSet<&'a str>,
    /// Those that running text is full of.
    glue: BTreeSet<&'a str>,
}

impl<'a> FunctionWords<'a> {
    pub fn of(rows: &'a [Row]) -> Self {
        let words = |is: fn(Kind) -> bool| {
            let rows = rows.iter().filter(|row| is(row.kind));
            rows.map(|row| row.surface.as_str()).collect()
        };
        Self {
            all: words(|kind| matches!(kind, Kind::Glue | Kind::Function)),
            glue: words(|kind| kind == Kind::Glue),
        }
    }

    /// Whether a word in hiragana is more often something else in running text: ほうが is ほう and が, not 邦画.
    pub fn make_doubtful(&self, surface: &str, ways: &[Candidate]) -> bool {
        if !surface.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー')) {
            return false;
        }
        if self.all.contains(surface) {
            return true;
        }
        if surface.chars().count() == 2 {
            return ways.iter().all(|way| way.cost >= RARE);
        }
        if ways.iter().any(|way| way.cost < COMMON) {
            return false;
        }
        surface.char_indices().skip(1).any(|(at, _)| {
            let (first, second) = surface.split_at(at);
            self.is_glue(first) && (self.is_glue(second) || self.begins_glue(second))
        })
    }

    fn is_glue(&self, part: &str) -> bool {
        self.glue.contains(part) && (part.chars().nth(1).is_some() || SHORT.contains(part))
    }

    /// ていた is て and いただけ, not 手痛.
    fn begins_glue(&self, part: &str) -> bool {
        let longer = self.glue.range(part..).next();
        part.chars().nth(1).is_some() && longer.is_some_and(|word| word.starts_with(part))
    }
}
