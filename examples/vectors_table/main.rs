//! Packs the words that `vectors.py` prints for `src/search/meaning/`. They come on standard input; `words.fst` is written to the
//! folder that is the only argument, and what is in it is printed again, for `paired.py`. The same lines give the same bytes. Small words
//! are left out: they stand everywhere.
//!
//! ```sh
//! vectors.py FOLDER … | cargo run --release --example vectors_table -- FOLDER | paired.py FOLDER …
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _, stdin, stdout};
use std::path::Path;

use madoguchi::language::Language;
use madoguchi::text::fold::fold;
use tantivy_fst::MapBuilder;

/// What stands behind a stem in the table.
const STEM: u8 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: vectors_table FOLDER")?;
    let mut lines = String::new();
    stdin().read_to_string(&mut lines)?;
    let small_words = Language::EN.known().small_words;
    let mut words: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for line in lines.lines() {
        let (word, number) = line.split_once('\t').ok_or("a line without a tab")?;
        if small_words.binary_search(&word).is_ok() {
            continue;
        }
        let key = match word.strip_prefix('-') {
            Some(stem) => fold(stem).into_bytes().into_iter().chain([STEM]).collect(),
            None => fold(word).into_bytes(),
        };
        words.entry(key).or_insert(number.parse()?);
    }
    let mut printed = String::new();
    for (key, number) in &words {
        let (hyphen, word) = key
            .strip_suffix(&[STEM])
            .map_or(("", &**key), |stem| ("-", stem));
        writeln!(printed, "{hyphen}{}\t{number}", str::from_utf8(word)?)?;
    }
    let mut table = MapBuilder::memory();
    table.extend_iter(words)?;
    fs::write(Path::new(&folder).join("words.fst"), table.into_inner()?)?;
    stdout().write_all(printed.as_bytes())?;
    Ok(())
}
