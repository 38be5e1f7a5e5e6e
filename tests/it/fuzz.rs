//! What fuzzing began with and what it found is run again: see `fuzz/src/lib.rs`.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
mod targets;

/// Runs a target on each file of its corpus; says which one it was where that panics.
fn replay(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 10, "a corpus of {name}");
    for file in files {
        let data = fs::read(&file).unwrap();
        let failed = std::panic::catch_unwind(|| target(&data)).is_err();
        assert!(!failed, "{}", file.display());
    }
}

#[test]
fn guides() {
    replay("guide", targets::guide);
}

#[test]
fn folders() {
    replay("folder", targets::folder);
}

#[test]
fn dialects() {
    replay("dialect", targets::dialect);
}

#[test]
fn texts() {
    replay("markdown", targets::markdown);
}

#[test]
fn manifests() {
    replay("manifest", targets::manifest);
}

#[test]
fn queries() {
    replay("query", targets::query);
}

#[test]
fn key_streams() {
    replay("keys", targets::keys);
}
