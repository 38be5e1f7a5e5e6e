//! Writes a guide of any size, made up, for measuring:
//! `cargo run --release --example make_guide -- --sections 100000 --queries FOLDER/queries.yaml FOLDER`.

#[path = "../benches/corpus/corpus.rs"]
mod corpus;

use std::io;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Writes a guide of any size, made up, for measuring
#[derive(Debug, Parser)]
struct Arguments {
    /// How many sections; about 580 bytes of text each
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..))]
    sections: u32,
    /// The same seed gives the same guide
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// In which languages every section is written
    #[arg(long, value_enum, value_delimiter = ',', default_value = "ja")]
    languages: Vec<Language>,
    /// Also write queries whose right section is known
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// How many sections to ask for
    #[arg(long, default_value_t = 300)]
    asked: usize,
    /// The guide's folder, made where there is none
    folder: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    Ja,
    En,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let plan = corpus::Plan {
        seed: arguments.seed,
        sections: arguments.sections as usize,
        english: arguments.languages.contains(&Language::En),
    };
    let queries = arguments
        .queries
        .as_deref()
        .map(|file| (file, arguments.asked));
    corpus::write(&plan, &arguments.folder, queries)
}
