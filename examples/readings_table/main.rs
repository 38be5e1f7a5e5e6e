//! Makes the table of `src/text/reading/` out of IPADIC. Its lines come on standard input, in UTF-8; the files are
//! written to the folder that is the only argument. The same lines give the same bytes, in whatever order they come.
//!
//! ```sh
//! iconv -f EUC-JP -t UTF-8 /usr/share/mecab/dic/ipadic/*.csv |
//!     cargo run --release --example readings_table -- src/text/reading
//! ```

mod dictionary;
mod inflection;
mod kana;
mod kanji;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Read as _, stdin};
use std::path::Path;

use madoguchi::text::reading::table::{Ending, Entry, Place, encode};
use madoguchi::text::segment::Class;
use madoguchi::text::variants;
use tantivy_fst::MapBuilder;

use dictionary::{Kind, Row};

/// Forms whose cheapest reading by IPADIC's costs is not the usual one.
const CORRECTED: &[(&str, &str)] = &[
    ("日本", "にほん"),
    ("何時", "なんじ"),
    ("夜中", "よなか"),
    ("来", "き"),
];

/// One way to read a written form; the cheapest is taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    cost: i32,
    reading: String,
    /// `None` for what is not inflected.
    ending: Option<Ending>,
}

type Candidates = BTreeMap<(Place, String), Vec<Candidate>>;

/// For each written form its reading, and its ending if it is no function word.
type Entries = BTreeMap<(Place, String), (String, Option<Ending>)>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: readings_table FOLDER")?;
    let mut lines = String::new();
    stdin().read_to_string(&mut lines)?;
    let rows: Vec<Row> = lines.lines().filter_map(Row::parse).collect();

    let kana = kana::FunctionWords::of(&rows);
    let mut candidates = collect(&rows);
    drop_half_written(&mut candidates);
    candidates.retain(|(_, surface), ways| !kana.make_doubtful(surface, ways));
    add_spellings(&mut candidates);
    kanji::add_compound_readings(&mut candidates);
    let mut entries = choose(candidates);
    for word in kana.all {
        entries.insert((Place::Word, word.to_owned()), (word.to_owned(), None));
    }
    write(&entries, Path::new(&folder))
}

fn collect(rows: &[Row]) -> Candidates {
    let lemmas = inflection::Lemmas::of(rows);
    let mut candidates = Candidates::new();
    for row in rows {
        let Kind::Content(place) = row.kind else {
            continue;
        };
        candidates
            .entry((place, row.surface.clone()))
            .or_default()
            .push(Candidate {
                cost: row.cost,
                reading: row.reading.clone(),
                ending: lemmas.ending(row),
            });
    }
    candidates
}

/// Leaves out nouns with hiragana for a kanji that are written as a form of a verb: 入ろう is no 入牢.
fn drop_half_written(candidates: &mut Candidates) {
    let inflects = |ways: &Vec<Candidate>| ways.iter().any(|way| way.ending.is_some());
    let is_form = |surface: &str| {
        let volitional = surface.strip_suffix('う').unwrap_or_default().to_owned();
        let verb = candidates.get(&(Place::Word, volitional));
        verb.is_some_and(inflects)
    };
    let doubtful = candidates
        .iter()
        .filter(|((_, surface), ways)| !inflects(ways) && is_form(surface));
    let doubtful: Vec<_> = doubtful.map(|(key, _)| key.clone()).collect();
    candidates.retain(|key, _| !doubtful.contains(key));
}

/// Adds nouns whose last kanji are written in hiragana, as few know them: 障がい beside 障害, by the table of spellings. Not 年より: 年 is a
/// word by itself, and what stands behind it may be particles.
fn add_spellings(candidates: &mut Candidates) {
    let mut added = Candidates::new();
    let is_word = |kanji: &str| {
        let mut places = [Place::Word, Place::Suffix, Place::Prefix, Place::Counter].into_iter();
        places.any(|place| candidates.contains_key(&(place, kanji.to_owned())))
    };
    for ((place, surface), ways) in &*candidates {
        let is_noun = *place == Place::Word && ways.iter().all(|way| way.ending.is_none());
        for spelling in variants::of(surface).into_iter().filter(|_| is_noun) {
            let is_new = halves(&spelling).is_some_and(|(kanji, _)| !is_word(kanji));
            let key = (Place::Word, spelling);
            if is_new && !candidates.contains_key(&key) {
                added.insert(key, ways.clone());
            }
        }
    }
    candidates.extend(added);
}

/// The kanji at the beginning of a word and the hiragana behind them, of which there are two at least.
fn halves(word: &str) -> Option<(&str, &str)> {
    let kana = word.trim_start_matches(|c| Class::of(c) == Class::Han);
    let is_hiragana = kana.chars().all(|c| Class::of(c) == Class::Hiragana);
    let is_half = kana.len() < word.len() && kana.chars().nth(1).is_some() && is_hiragana;
    is_half.then(|| word.split_at(word.len() - kana.len()))
}

/// The cheapest reading of each form. Where a noun and a verb's form are read the same (支払い), it varies like the verb,
/// so that it meets the verb's other forms.
fn choose(candidates: Candidates) -> Entries {
    let mut entries = Entries::new();
    for (key, mut ways) in candidates {
        ways.sort();
        let usual = CORRECTED.iter().find(|(surface, _)| *surface == key.1);
        let cheapest = ways.first().map(|way| way.reading.clone());
        if let Some(reading) = usual.map(|(_, usual)| (*usual).to_owned()).or(cheapest) {
            let mut same = ways.iter().filter(|way| way.reading == reading);
            let ending = same.find_map(|way| way.ending);
            entries.insert(key, (reading, Some(ending.unwrap_or_default())));
        }
    }
    entries
}

fn write(entries: &Entries, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut readings = Readings::default();
    let mut values: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for ((place, surface), (reading, ending)) in entries {
        let entry = match (ending, dictionary::head(surface, reading)) {
            (None, _) => Entry::Function,
            (Some(ending), Some("")) => Entry::Kana(*ending),
            (Some(ending), Some(head)) => Entry::Head(readings.offset(head)?, *ending),
            (Some(_), None) => continue,
        };
        let key = place.marker().into_iter().chain(surface.bytes()).collect();
        values.insert(key, entry.pack());
    }
    let mut words = MapBuilder::memory();
    words.extend_iter(values)?;
    fs::write(folder.join("ipadic.fst"), words.into_inner()?)?;
    fs::write(folder.join("ipadic.readings"), readings.bytes)?;
    Ok(())
}

/// The readings one after the other, each once.
#[derive(Debug, Default)]
struct Readings<'a> {
    bytes: Vec<u8>,
    offsets: BTreeMap<&'a str, u32>,
}

impl<'a> Readings<'a> {
    fn offset(&mut self, reading: &'a str) -> Result<u32, Box<dyn Error>> {
        if let Some(offset) = self.offsets.get(reading) {
            return Ok(*offset);
        }
        let offset = u32::try_from(self.bytes.len())?;
        self.bytes
            .extend(encode(reading).ok_or("a reading that is not in kana")?);
        self.offsets.insert(reading, offset);
        Ok(offset)
    }
}
