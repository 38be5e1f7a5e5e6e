//! What of a query stands anywhere in the guide, by the same rule as what is a match.

use super::Judge;
use crate::search::engine::Findings;
use crate::search::query::Query;

/// What of a query stands anywhere.
#[derive(Debug)]
pub struct Presence {
    /// For each word whether any section has it, in whatever form. A pair of its characters is not enough: every guide has なっ and
    /// れる.
    pub words: Vec<bool>,
    /// Whether one section has as much of what the query tells as was asked for.
    pub is_enough: bool,
}

/// What stands anywhere of a query, and whether one section has such a share of what it tells.
pub fn presence(query: &Query, findings: &Findings, share: f32) -> Presence {
    let judge = Judge::new(query, findings);
    // What was not looked up tells nothing, and may stand anywhere.
    let words = judge.words.iter().map(|word| word.tells == 0.0);
    let mut presence = Presence {
        words: words.collect(),
        is_enough: false,
    };
    for &found in &findings.found {
        let matched = judge.section(found);
        for (number, _) in matched.words {
            presence.words[number] = true;
        }
        presence.is_enough |= matched.covered >= share;
        if presence.is_enough && presence.words.iter().all(|&is_there| is_there) {
            break;
        }
    }
    presence
}
