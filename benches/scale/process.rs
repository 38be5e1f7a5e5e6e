//! What the system knows of this process and machine: its clocks, and Linux's /proc.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What all threads of this process have computed so far, user and system.
pub fn cpu_ms() -> f64 {
    clock_ms(ClockId::ProcessCPUTime)
}

/// How long something took on this thread: by the clock on the wall, and by what was computed, which other programs on
/// the machine lengthen less.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Time) {
    let (wall, cpu) = (Instant::now(), clock_ms(ClockId::ThreadCPUTime));
    let value = run();
    let time = Time {
        cpu_ms: clock_ms(ClockId::ThreadCPUTime) - cpu,
        wall_ms: milliseconds(wall.elapsed()),
    };
    (value, time)
}

/// See [`timed`].
#[derive(Debug, Clone, Copy)]
pub struct Time {
    pub wall_ms: f64,
    pub cpu_ms: f64,
}

fn clock_ms(clock: ClockId) -> f64 {
    let time = Duration::try_from(clock_gettime(clock));
    time.map_or(0.0, milliseconds)
}

/// The most memory this process has had so far, mapped files that were read included; 0 where it is not known.
pub fn peak_bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        field(&status, "VmHWM:").and_then(|value| value.trim_end_matches("kB").trim().parse().ok());
    peak.map_or(0, |kilobytes: u64| kilobytes * 1024)
}

/// The sizes of all files below a folder.
pub fn folder_bytes(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() {
            folder_bytes(&entry.path())?
        } else {
            entry.metadata()?.len()
        };
    }
    Ok(bytes)
}

/// Processor, cores and kernel in words.
pub fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = field(&info, "model name").map_or("unknown processor", |value| {
        value.trim_start_matches(':').trim()
    });
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("{model}, {cores} cores, Linux {}", kernel.trim())
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines()
        .find_map(|line| Some(line.strip_prefix(name)?.trim()))
}
