//! Figures as Markdown.

use super::figures::{Class, Kind, Latency, Report, to_f64};

/// Tables of everything measured.
pub fn human(report: &Report) -> String {
    let Report {
        machine,
        load,
        build,
        search,
    } = report;
    let text = to_f64(load.text_bytes);
    let mut out = format!(
        "{} sections, {:.1} MB of text; {machine}\n\n| | | |\n|---|---|---|\n",
        load.sections,
        text / 1e6
    );
    let mut row = |name: &str, value: String, note: String| {
        out.push_str(&format!("| {name} | {value} | {note} |\n"));
    };
    row(
        "guide loaded",
        seconds(load.wall_ms),
        format!("{}, peak {}", cpu(load.cpu_ms), megabytes(load.peak_bytes)),
    );
    row(
        "index built",
        seconds(build.wall_ms),
        format!(
            "{}, {:.2} MB of text per second of it, peak {}",
            cpu(build.cpu_ms),
            text / 1e3 / build.cpu_ms.max(1.0),
            megabytes(build.peak_bytes)
        ),
    );
    row("index on disk", megabytes(build.index_bytes), String::new());
    row(
        "stored index opened",
        format!("{:.2} ms", search.open.median_ms),
        format!(
            "the first time {:.2} ms, first search {:.2} ms, peak with the guide {}",
            search.open.first_ms,
            search.open.first_search_ms,
            megabytes(search.open.peak_bytes)
        ),
    );
    row(
        "peak of guide, index and searches",
        megabytes(search.peak_bytes),
        String::new(),
    );
    out.push_str(&kinds(&search.kinds));
    out.push_str(&classes(&search.queries));
    out
}

const TIMES: &str = "p50 | p90 | p99 | max | wall p50 | p99";

fn kinds(kinds: &[Kind]) -> String {
    let mut out = format!(
        "\nEvery keystroke of queries typed character by character, ms of CPU time and by the clock on the wall:\n\n\
         | kind | {TIMES} | keystrokes | queries | nothing found |\n|---|---|---|---|---|---|---|---|---|---|\n"
    );
    for kind in kinds {
        out.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            kind.name,
            times(&kind.latency),
            kind.keystrokes,
            kind.queries,
            kind.empty
        ));
    }
    out
}

fn classes(classes: &[Class]) -> String {
    if classes.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "\nQueries whose right sections are known, as a whole:\n\n\
         | class | hit@1 | hit@5 | MRR@10 | {TIMES} | queries |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
    );
    for class in classes {
        out.push_str(&format!(
            "| {} | {:.3} | {:.3} | {:.3} | {} | {} |\n",
            class.name,
            class.hit_at_1,
            class.hit_at_5,
            class.mrr_at_10,
            times(&class.latency),
            class.queries
        ));
    }
    out
}

fn times(latency: &Latency) -> String {
    let Latency {
        wall_ms: wall,
        cpu_ms: cpu,
    } = latency;
    format!(
        "{:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2}",
        cpu.p50, cpu.p90, cpu.p99, cpu.max, wall.p50, wall.p99
    )
}

fn seconds(milliseconds: f64) -> String {
    format!("{:.2} s", milliseconds / 1000.0)
}

fn cpu(milliseconds: f64) -> String {
    format!("{:.2} s of CPU time", milliseconds / 1000.0)
}

#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
