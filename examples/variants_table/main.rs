//! Makes the table of `src/text/variants/` out of the groups of spellings that `spellings.py` prints. They come on standard
//! input; the files are written to the folder that is the only argument. The same lines give the same bytes.
//!
//! ```sh
//! spellings.py … | cargo run --release --example variants_table -- src/text/variants
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::{Read as _, stdin};
use std::path::Path;

use madoguchi::text::fold::fold;
use tantivy_fst::MapBuilder;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: variants_table FOLDER")?;
    let mut lines = String::new();
    stdin().read_to_string(&mut lines)?;
    let (spellings, rings) = pack(&groups(&lines))?;
    fs::write(Path::new(&folder).join("spellings.fst"), spellings)?;
    fs::write(Path::new(&folder).join("spellings.rings"), rings)?;
    Ok(())
}

/// The groups, folded: folding makes some spellings one. A word is in the first group that has it.
fn groups(lines: &str) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::new();
    let groups = lines.lines().map(|line| {
        let words = line.split('\t').map(fold);
        words.filter(|word| seen.insert(word.clone())).collect()
    });
    groups
        .filter(|group: &Vec<String>| group.len() > 1)
        .collect()
}

/// The transducer, and the place of the next spelling for each place.
fn pack(groups: &[Vec<String>]) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let words: BTreeSet<&str> = groups.iter().flatten().map(String::as_str).collect();
    if words.len() > usize::from(u16::MAX) {
        return Err("more spellings than two bytes can number".into());
    }
    let places: BTreeMap<&str, u16> = words.iter().copied().zip(0..).collect();
    let mut next = vec![0; words.len()];
    for group in groups {
        for (word, other) in group.iter().zip(group.iter().cycle().skip(1)) {
            next[usize::from(places[word.as_str()])] = places[other.as_str()];
        }
    }
    let mut spellings = MapBuilder::memory();
    spellings.extend_iter(places.into_iter().map(|(word, place)| (word, place.into())))?;
    let rings = next.into_iter().flat_map(u16::to_le_bytes).collect();
    Ok((spellings.into_inner()?, rings))
}
