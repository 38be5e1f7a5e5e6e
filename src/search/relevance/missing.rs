//! What the guide does not have of a query: who asks for the weather is to see that it is not about that, rather than pages that
//! have the word *today*.

use super::{Judge, Matched, WORD_SHARE, Weighed, part};
use crate::search::Via;
use crate::search::query::QueryWord;
use crate::search::words::WordKind;

/// Where one of so many of the best matches has as much of what the words tell, the query is answered, or so it seems. Tuned on
/// the halves for tuning of all questions that have an answer, and on questions to other guides, which have none.
const LOOKED_AT: usize = 3;
const ANSWERED: f32 = 0.3;

/// What a word counts at least to be told of as missing: with common ones all is said.
const NAMING: f32 = 0.75;

/// The numbers of the words that the guide has in no form, where none of the best matches has much of the query.
pub fn words(judge: &Judge, matches: &[Matched]) -> Vec<usize> {
    let mut best = matches.iter().take(LOOKED_AT);
    if best.any(|matched| judge.sure(matched) >= ANSWERED) {
        return Vec::new();
    }
    let numbers = 0..judge.words.len();
    numbers.filter(|&number| judge.is_missing(number)).collect()
}

impl Judge<'_> {
    /// The share of what the words tell that stands in a match as it was typed or in another form; what only means nearly the
    /// same is a guess.
    fn sure(&self, matched: &Matched) -> f32 {
        let is_sure = |&&(number, alternative): &&(usize, usize)| {
            self.query.words[number].alternatives[alternative].via != Via::Related
        };
        let words = matched.words.iter().filter(is_sure);
        words
            .map(|&(number, _)| self.words[number].tells)
            .sum::<f32>()
            / self.all_words
    }

    /// Whether no section has a word in any form, and it names something: what is done is said in many ways.
    fn is_missing(&self, number: usize) -> bool {
        let QueryWord { word, weight, .. } = &self.query.words[number];
        let names = match &word.kind {
            WordKind::Kanji { tail, .. } => tail.is_empty(),
            WordKind::Katakana | WordKind::Hiragana => true,
            // Beside what was read as romaji it may be an ending.
            WordKind::Spaced { .. } => self.query.readings.is_empty(),
            WordKind::Number { .. } | WordKind::Sign | WordKind::Time => false,
        };
        let mut alternatives = self.words[number].alternatives.iter();
        names && *weight >= NAMING && !alternatives.any(|weighed| self.is_known(weighed))
    }

    /// Whether the guide has an alternative, in whichever sections its terms stand.
    fn is_known(&self, weighed: &Weighed) -> bool {
        let share = |(analyser, terms): (usize, &Vec<usize>)| {
            let known = terms.iter().filter(|&&term| self.findings.known[term]);
            let known = known.map(|&term| self.findings.information[term]);
            part(known.sum(), weighed.tell[analyser])
        };
        let mut terms = weighed.alternative.terms.iter().enumerate();
        // What was typed twice is looked up once.
        let is_looked_up = weighed.all > 0.0;
        weighed.alternative.via != Via::Related
            && (!is_looked_up || terms.any(|one| share(one) >= WORD_SHARE))
    }
}
