//! How well a search finds what readers look for: queries with known answers → ranks, and figures over them.
//!
//! Pure arithmetic. The search is an argument, and so is the time that it took.

use std::time::Duration;

use crate::guide::{JudgedQuery, SectionRef};

/// How many hits of a query are looked at. What stands further down counts as not found.
pub const DEPTH: usize = 10;

/// How many are looked at for the mean average precision.
pub const RANKED: usize = 100;

/// The classes that have a place of their own in reports, from what a search must do to what is hard. Other names come
/// after these, as they come in the file.
const CLASSES: [&str; 9] = [
    "kanji", "natural", "kana", "romaji", "prefix", "typo", "synonym", "english", "number",
];

/// One half of the queries: weights are tuned on one and reported on the other, so that the figures say something about
/// queries that nobody has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Half {
    Tune,
    Report,
}

impl Half {
    /// The half of a query. It depends on nothing but its text, so that queries can be added, moved and translated; the
    /// same text in two languages is in one half.
    pub fn of(query: &JudgedQuery) -> Self {
        if blake3::hash(query.text.as_bytes()).as_bytes()[0] & 1 == 0 {
            Self::Tune
        } else {
            Self::Report
        }
    }

    /// The name on the command line and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tune => "tune",
            Self::Report => "report",
        }
    }
}

/// A section that was found, and its score: the higher, the better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    pub section: SectionRef,
    pub score: f32,
}

/// What a search answered: its hits, best first, and how long it took.
#[derive(Debug, Clone)]
pub struct Answer {
    pub ranking: Vec<Ranked>,
    pub took: Duration,
}

/// A query, and what became of it.
#[derive(Debug, Clone)]
pub struct Outcome<'a> {
    pub query: &'a JudgedQuery,
    /// At most [`RANKED`] hits, best first.
    pub ranking: Vec<Ranked>,
    /// The place of the first hit that answers the query, counted from 1; `None` where there is none.
    pub rank: Option<usize>,
    pub took: Duration,
}

/// Figures over one or more queries.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// At least 1.
    pub queries: usize,
    /// How many were answered by the first hit.
    pub hit1: usize,
    /// How many were answered by one of the first three.
    pub hit3: usize,
    /// The sum of 1 / rank.
    reciprocals: f64,
    gains: f64,
    precisions: f64,
}

impl Score {
    /// Per cent of the queries that were answered by the first hit.
    pub fn hit1_percent(&self) -> f64 {
        self.percent(self.hit1)
    }

    /// Per cent of the queries that were answered by one of the first three hits.
    pub fn hit3_percent(&self) -> f64 {
        self.percent(self.hit3)
    }

    /// The mean reciprocal rank within [`DEPTH`], from 0 to 1.
    pub fn mrr(&self) -> f64 {
        self.reciprocals / count(self.queries)
    }

    /// The mean normalised discounted cumulative gain within [`DEPTH`], from 0 to 1; the gain of a grade is 2^grade − 1.
    pub fn ndcg(&self) -> f64 {
        self.gains / count(self.queries)
    }

    /// The mean average precision within [`RANKED`], from 0 to 1; any grade is right.
    pub fn map(&self) -> f64 {
        self.precisions / count(self.queries)
    }

    fn percent(&self, part: usize) -> f64 {
        100.0 * count(part) / count(self.queries)
    }

    fn add(&mut self, outcome: &Outcome<'_>) {
        let rank = outcome.rank;
        self.queries += 1;
        self.gains += outcome.ndcg();
        self.precisions += outcome.average_precision();
        self.hit1 += usize::from(rank == Some(1));
        self.hit3 += usize::from(rank.is_some_and(|rank| rank <= 3));
        self.reciprocals += rank.map_or(0.0, |rank| 1.0 / count(rank));
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "there are nowhere near 2^52 queries"
)]
fn count(number: usize) -> f64 {
    number as f64
}

/// What became of all queries.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    /// In the order of the file; never empty.
    pub outcomes: Vec<Outcome<'a>>,
    pub overall: Score,
    /// Every class that occurs, in the order of reports.
    pub classes: Vec<(&'a str, Score)>,
}

/// Asks every query. `None` where there is not a single one: then there is nothing to say.
pub fn evaluate<'a>(
    queries: impl IntoIterator<Item = &'a JudgedQuery>,
    mut search: impl FnMut(&JudgedQuery) -> Answer,
) -> Option<Evaluation<'a>> {
    let outcomes: Vec<Outcome<'a>> = queries
        .into_iter()
        .map(|query| outcome(query, search(query)))
        .collect();
    let mut overall = Score::default();
    let mut classes: Vec<(&str, Score)> = Vec::new();
    for outcome in &outcomes {
        overall.add(outcome);
        let class = outcome.query.class.as_str();
        let at = classes.iter().position(|(name, _)| *name == class);
        let at = at.unwrap_or_else(|| {
            classes.push((class, Score::default()));
            classes.len() - 1
        });
        classes[at].1.add(outcome);
    }
    // The sort is stable: unknown classes stay in the order of the file.
    classes.sort_by_key(|(name, _)| {
        CLASSES
            .iter()
            .position(|known| known == name)
            .unwrap_or(CLASSES.len())
    });
    (!outcomes.is_empty()).then_some(Evaluation {
        outcomes,
        overall,
        classes,
    })
}

fn outcome(query: &JudgedQuery, answer: Answer) -> Outcome<'_> {
    let mut ranking = answer.ranking;
    ranking.truncate(RANKED);
    let mut nearest = ranking.iter().take(DEPTH);
    let place = nearest.position(|ranked| query.grade(ranked.section) > 0);
    Outcome {
        query,
        rank: place.map(|place| place + 1),
        ranking,
        took: answer.took,
    }
}

impl JudgedQuery {
    /// How well a section answers; 0 where it does not.
    pub fn grade(&self, section: SectionRef) -> u8 {
        let mut sections = self.sections.iter();
        let judged = sections.find(|(judged, _)| *judged == section);
        judged.map_or(0, |(_, grade)| *grade)
    }
}

impl Outcome<'_> {
    /// The sections that readers look at, best first.
    pub fn found(&self) -> impl Iterator<Item = SectionRef> {
        self.ranking.iter().take(DEPTH).map(|ranked| ranked.section)
    }

    fn ndcg(&self) -> f64 {
        let gains = |grades: &mut dyn Iterator<Item = u8>| -> f64 {
            let gains = grades.take(DEPTH).zip(2_u32..);
            gains
                .map(|(grade, place)| (f64::from(grade).exp2() - 1.0) / f64::from(place).log2())
                .sum()
        };
        let mut best: Vec<u8> = self
            .query
            .sections
            .iter()
            .map(|(_, grade)| *grade)
            .collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let found = self.found().map(|section| self.query.grade(section));
        let ideal = gains(&mut best.into_iter());
        if ideal > 0.0 {
            gains(&mut found.into_iter()) / ideal
        } else {
            0.0
        }
    }

    fn average_precision(&self) -> f64 {
        let (mut right, mut sum) = (0, 0.0);
        for (place, ranked) in self.ranking.iter().enumerate() {
            if self.query.grade(ranked.section) > 0 {
                right += 1;
                sum += count(right) / count(place + 1);
            }
        }
        sum / count(self.query.sections.len().max(1))
    }
}

impl<'a> Evaluation<'a> {
    /// The queries that the first hit does not answer, the worst first, and within one rank in the order of the file.
    pub fn misses(&self) -> Vec<&Outcome<'a>> {
        let mut misses: Vec<_> = self
            .outcomes
            .iter()
            .filter(|outcome| outcome.rank != Some(1))
            .collect();
        misses.sort_by_key(|outcome| std::cmp::Reverse(outcome.rank.unwrap_or(usize::MAX)));
        misses
    }

    /// The time within which this share of the searches was done, by nearest rank. `percent` is from 1 to 100.
    pub fn time(&self, percent: usize) -> Duration {
        let mut times: Vec<_> = self.outcomes.iter().map(|outcome| outcome.took).collect();
        times.sort_unstable();
        let rank = (times.len() * percent).div_ceil(100);
        times
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }

    /// Where the figures are less than what was asked for, in the order of the report.
    pub fn shortfalls(&self, minimum: &Minimum) -> Vec<Shortfall<'a>> {
        let overall = [(Figure::Hit1, minimum.hit1), (Figure::Hit3, minimum.hit3)];
        let overall = overall
            .into_iter()
            .map(|(figure, wanted)| (None, self.overall, figure, wanted));
        let classes = self
            .classes
            .iter()
            .map(|&(class, score)| (Some(class), score, Figure::Hit1, minimum.class_hit1));
        overall
            .chain(classes)
            .filter_map(|(class, score, figure, wanted)| {
                let wanted = wanted?;
                (figure.percent(&score) < wanted).then_some(Shortfall {
                    class,
                    score,
                    figure,
                    wanted,
                })
            })
            .collect()
    }
}

/// What has to be reached, in per cent; `None` where nothing is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Minimum {
    pub hit1: Option<f64>,
    pub hit3: Option<f64>,
    /// For every class on its own.
    pub class_hit1: Option<f64>,
}

/// A figure that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    Hit1,
    Hit3,
}

impl Figure {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hit1 => "hit@1",
            Self::Hit3 => "hit@3",
        }
    }

    /// How many queries reach it.
    pub const fn count(self, score: &Score) -> usize {
        match self {
            Self::Hit1 => score.hit1,
            Self::Hit3 => score.hit3,
        }
    }

    /// The figure, in per cent.
    pub fn percent(self, score: &Score) -> f64 {
        score.percent(self.count(score))
    }
}

/// A figure that is less than what was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortfall<'a> {
    /// `None` for all queries.
    pub class: Option<&'a str>,
    pub score: Score,
    pub figure: Figure,
    /// In per cent.
    pub wanted: f64,
}

#[cfg(test)]
mod tests;
