//! Search at scale: what a guide of many sections costs to load, to index, to open, and per keystroke.
//!
//! ```sh
//! cargo bench --bench scale -- --sections 100000            # a guide made up for it, with queries
//! cargo bench --bench scale -- GUIDE --queries QUERIES.yaml --json
//! ```
//!
//! Every step runs in a process of its own (this program again, with `--step`), so that its peak memory is its own. Searches
//! run on one thread. Needs Linux's /proc.

#[path = "../corpus/corpus.rs"]
mod corpus;
mod figures;
mod judge;
mod process;
mod report;
mod typing;

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use clap::{Parser, ValueEnum};
use figures::{Build, Load, Open, Report, Search};
use madoguchi::guide::{self, Guide, Source};
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::{Origin, Store};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Where generated guides and built indexes go.
const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// How often the index is opened; the median counts.
const OPENINGS: usize = 5;

/// Measures search on a guide of many sections
#[derive(Debug, Clone, Parser)]
struct Arguments {
    /// The guide's folder
    #[arg(required_unless_present = "sections")]
    guide: Option<PathBuf>,
    /// Make a guide of so many sections, with queries, instead
    #[arg(long, conflicts_with = "guide", value_parser = clap::value_parser!(u32).range(1..))]
    sections: Option<u32>,
    /// The seed of that guide
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Queries whose right sections are known
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// How many keystrokes of every kind
    #[arg(long, default_value_t = 2000)]
    keystrokes: usize,
    /// Where to build the index: a folder of its own, which is emptied
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_TARGET_TMPDIR"), "/scale-index"))]
    index: PathBuf,
    #[arg(long)]
    json: bool,
    #[arg(long, hide = true)]
    step: Option<Step>,
    /// What `cargo bench` passes to every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Step {
    Load,
    Build,
    Search,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = Arguments::parse();
    match arguments.step {
        Some(Step::Load) => say(&load(folder(&arguments)?)?.1),
        Some(Step::Build) => say(&build(&arguments)?),
        Some(Step::Search) => say(&search(&arguments)?),
        None => {
            make_guide(&mut arguments)?;
            let report = measure(&arguments)?;
            if arguments.json {
                return say(&report);
            }
            io::stdout().write_all(report::human(&report).as_bytes())?;
            Ok(())
        }
    }
}

fn say(value: &impl Serialize) -> Outcome<()> {
    writeln!(io::stdout(), "{}", serde_json::to_string_pretty(value)?)?;
    Ok(())
}

/// Writes the guide that `--sections` asks for, and has it measured.
fn make_guide(arguments: &mut Arguments) -> Outcome<()> {
    let Some(sections) = arguments.sections.take() else {
        return Ok(());
    };
    let name = format!("scale-{sections}-{}", arguments.seed);
    let folder = Path::new(FOLDER).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let plan = corpus::Plan {
        seed: arguments.seed,
        sections: sections as usize,
        english: false,
    };
    let queries = folder.join("queries.yaml");
    corpus::write(&plan, &folder, Some((&queries, 300)))?;
    arguments.queries.get_or_insert(queries);
    arguments.guide = Some(folder);
    Ok(())
}

fn measure(arguments: &Arguments) -> Outcome<Report> {
    if arguments.index.exists() {
        fs::remove_dir_all(&arguments.index)?;
    }
    Ok(Report {
        machine: process::machine(),
        load: run(arguments, "load")?,
        build: run(arguments, "build")?,
        search: run(arguments, "search")?,
    })
}

/// Runs a step in a process of its own.
fn run<T: DeserializeOwned>(arguments: &Arguments, step: &str) -> Outcome<T> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["--step", step, "--keystrokes"])
        .arg(arguments.keystrokes.to_string())
        .arg("--index")
        .arg(&arguments.index);
    if let Some(queries) = &arguments.queries {
        command.arg("--queries").arg(queries);
    }
    let output = command.arg(folder(arguments)?).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("the step `{step}` failed: {}\n{said}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn folder(arguments: &Arguments) -> Outcome<&Path> {
    Ok(arguments.guide.as_deref().ok_or("name a guide")?)
}

fn load(folder: &Path) -> Outcome<(Arc<Guide>, Load)> {
    let started = Instant::now();
    let (guide, problems) = guide::load(&Source::Folder(folder.to_owned()));
    let wall_ms = process::milliseconds(started.elapsed());
    let guide = guide.ok_or_else(|| match problems.first() {
        Some(problem) => format!("the guide has errors, the first: {problem:?}"),
        None => "there is no guide".to_owned(),
    })?;
    let figures = Load {
        sections: guide.sections().count(),
        text_bytes: text_bytes(&guide),
        wall_ms,
        cpu_ms: process::cpu_ms(),
        peak_bytes: process::peak_bytes(),
    };
    Ok((Arc::new(guide), figures))
}

/// Everything that is indexed, in all languages.
fn text_bytes(guide: &Guide) -> usize {
    let texts = guide
        .sections()
        .flat_map(|(_, section)| section.texts.iter());
    texts
        .map(|(_, text)| {
            let asked = text.questions.iter().chain(&text.keywords).map(String::len);
            text.title.len() + text.body.len() + asked.sum::<usize>()
        })
        .sum()
}

fn build(arguments: &Arguments) -> Outcome<Build> {
    let (guide, _) = load(folder(arguments)?)?;
    let store = Store::new(Some(arguments.index.clone()));
    let (started, cpu) = (Instant::now(), process::cpu_ms());
    let searcher = store.build(&guide)?;
    let figures = Build {
        wall_ms: process::milliseconds(started.elapsed()),
        cpu_ms: process::cpu_ms() - cpu,
        index_bytes: process::folder_bytes(&arguments.index)?,
        peak_bytes: process::peak_bytes(),
    };
    drop(searcher);
    Ok(figures)
}

fn search(arguments: &Arguments) -> Outcome<Search> {
    let (guide, _) = load(folder(arguments)?)?;
    let (searcher, open) = open(arguments, &guide)?;
    let mut judgement = Vec::new();
    let kinds = typing::type_all(&guide, &searcher, arguments.keystrokes);
    if let Some(file) = &arguments.queries {
        judgement = judge::judge(&guide, &searcher, file)?;
    }
    Ok(Search {
        open,
        kinds,
        queries: judgement,
        peak_bytes: process::peak_bytes(),
    })
}

fn open(arguments: &Arguments, guide: &Arc<Guide>) -> Outcome<(Searcher, Open)> {
    let store = Store::new(Some(arguments.index.clone()));
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..OPENINGS {
        // Closed first, so that there is never more than one in memory.
        drop(last.take());
        let started = Instant::now();
        let (searcher, origin) = store.open_or_build(guide);
        times.push(process::milliseconds(started.elapsed()));
        if origin != Origin::Opened {
            return Err(format!("the stored index was not opened: {origin:?}").into());
        }
        last = Some(searcher);
    }
    let first_ms = times[0];
    let searcher = last.ok_or("nothing was opened")?;
    let started = Instant::now();
    searcher.search("確認", guide.languages[0], typing::LIMIT);
    let first_search_ms = process::milliseconds(started.elapsed());
    let figures = Open {
        first_ms,
        median_ms: figures::quantile(&mut times, 0.5),
        first_search_ms,
        peak_bytes: process::peak_bytes(),
    };
    Ok((searcher, figures))
}
