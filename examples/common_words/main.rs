//! Packs the words that `words.py` prints for `src/insight/words.rs`. They come on standard input; `words.fst` is written to
//! the folder that is the only argument. The same lines give the same bytes, in whatever order they come.
//!
//! ```sh
//! words.py … | cargo run --release --example common_words -- src/insight/words
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Read as _, stdin};
use std::path::Path;

use madoguchi::text::fold::fold;
use tantivy_fst::MapBuilder;

/// As `src/insight/words.rs` has them.
const COMMON: u64 = 0;
const NAME: u64 = 1;
const STEM: u8 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: common_words FOLDER")?;
    let mut lines = String::new();
    stdin().read_to_string(&mut lines)?;
    let mut words: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for line in lines.lines() {
        let (word, kind) = line.split_once('\t').ok_or("a line without a tab")?;
        let mut key = fold(word).into_bytes();
        let value = match kind {
            "word" => COMMON,
            "stem" => {
                key.push(STEM);
                COMMON
            }
            "name" => NAME,
            _ => return Err("a line that says neither word, stem nor name".into()),
        };
        // What folding makes the same as a name is one.
        let known = words.entry(key).or_insert(value);
        *known = (*known).max(value);
    }
    let mut table = MapBuilder::memory();
    table.extend_iter(words)?;
    fs::write(Path::new(&folder).join("words.fst"), table.into_inner()?)?;
    Ok(())
}
