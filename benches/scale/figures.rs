//! What is measured. Times are milliseconds, sizes bytes.

use serde::{Deserialize, Serialize};

use super::process::Time;

#[derive(Debug, Serialize, Deserialize)]
pub struct Report {
    pub machine: String,
    pub load: Load,
    pub build: Build,
    pub search: Search,
}

/// Reading and checking the guide.
#[derive(Debug, Serialize, Deserialize)]
pub struct Load {
    pub sections: usize,
    /// Titles, bodies, questions and keywords in all languages.
    pub text_bytes: usize,
    pub wall_ms: f64,
    pub cpu_ms: f64,
    pub peak_bytes: u64,
}

/// Building and storing the index, without loading the guide; only the peak includes that.
#[derive(Debug, Serialize, Deserialize)]
pub struct Build {
    pub wall_ms: f64,
    /// Of all threads together.
    pub cpu_ms: f64,
    pub index_bytes: u64,
    pub peak_bytes: u64,
}

/// Opening the stored index, and searching.
#[derive(Debug, Serialize, Deserialize)]
pub struct Search {
    pub open: Open,
    pub kinds: Vec<Kind>,
    pub queries: Vec<Class>,
    pub peak_bytes: u64,
}

/// Opening alone, without loading the guide; only the peak includes that.
#[derive(Debug, Serialize, Deserialize)]
pub struct Open {
    pub first_ms: f64,
    pub median_ms: f64,
    /// The first search after it.
    pub first_search_ms: f64,
    pub peak_bytes: u64,
}

/// Queries of one kind, typed character by character.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kind {
    pub name: String,
    /// Queries that were typed to their end.
    pub queries: usize,
    /// How many of them found nothing then.
    pub empty: usize,
    pub keystrokes: usize,
    pub latency: Latency,
}

/// Queries of one class whose right sections are known.
#[derive(Debug, Serialize, Deserialize)]
pub struct Class {
    pub name: String,
    pub queries: usize,
    /// The share of queries with a right section first, and among the first five.
    pub hit_at_1: f64,
    pub hit_at_5: f64,
    /// The mean of 1/rank of the first right section, 0 beyond the tenth.
    pub mrr_at_10: f64,
    pub latency: Latency,
}

/// Of searches, each on one thread. Where the machine has nothing else to do the two are the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct Latency {
    pub wall_ms: Quantiles,
    /// Computed by the searching thread.
    pub cpu_ms: Quantiles,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Quantiles {
    pub p50: f64,
    pub p90: f64,
    pub p99: f64,
    pub max: f64,
}

impl Latency {
    pub fn of(times: &[Time]) -> Self {
        Self {
            wall_ms: Quantiles::of(times.iter().map(|time| time.wall_ms).collect()),
            cpu_ms: Quantiles::of(times.iter().map(|time| time.cpu_ms).collect()),
        }
    }
}

impl Quantiles {
    fn of(mut times: Vec<f64>) -> Self {
        Self {
            p50: quantile(&mut times, 0.5),
            p90: quantile(&mut times, 0.9),
            p99: quantile(&mut times, 0.99),
            max: quantile(&mut times, 1.0),
        }
    }
}

/// The value below which this share of the values lies; 0 of none.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values
        .get(rank(values.len(), share))
        .copied()
        .unwrap_or(0.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts are small and positive"
)]
fn rank(count: usize, share: f64) -> usize {
    let rank = (to_f64(count) * share).ceil() as usize;
    rank.clamp(1, count.max(1)) - 1
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub const fn to_f64(count: usize) -> f64 {
    count as f64
}
