//! What texts are about, whatever words they say it in.
//!
//! Words have vectors, near each other where they mean nearly the same (`table`). A section has one too: the directions of
//! its title and of its body, each word by how much it tells in this guide. They are made while the index is built and lie
//! beside it, in one file: a vector for each document, in the order of the documents, then what the guide's words are
//! (`known`) and the length of that in eight bytes. Nothing of it is read before the first question, and of a large guide
//! only the vectors of the sections that are compared.

mod builder;
mod code;
mod known;
mod neighbours;
mod table;
mod words;

use std::cmp::Ordering;
use std::io;
use std::ops::Range;
use std::sync::OnceLock;

use tantivy::directory::{FileSlice, OwnedBytes};
use tantivy::{DocId, HasLen};

pub use builder::{Builder, Words};
use code::{Compared, DIMENSIONS, SECTION, Sieve, WORD};
use known::Known;
use neighbours::Kept;
pub use neighbours::Neighbour;
pub use table::VERSION;

/// The file beside tantivy's own.
pub const FILE: &str = "meaning";

/// What the length of the last part takes.
const LENGTH: usize = size_of::<u64>();

/// Vectors of so many bytes are read at once, one by one above: of the sections of a large guide a few hundred are compared.
const AT_ONCE: usize = 2 << 20;

/// The vectors of a guide's sections.
#[derive(Debug)]
pub struct Meaning {
    file: FileSlice,
    read: OnceLock<Option<Read>>,
    neighbours: Kept,
}

#[derive(Debug)]
struct Read {
    vectors: Vectors,
    known: Known,
}

#[derive(Debug)]
enum Vectors {
    InMemory(OwnedBytes),
    OneByOne(FileSlice),
}

/// What a query is about.
#[derive(Debug, Clone)]
pub struct Query(Compared);

/// Whether a folded word is one of the language's, whatever guide is open.
pub fn is_word(word: &str) -> bool {
    let mut words = words::words(word);
    words
        .next()
        .is_some_and(|first| first.range == (0..word.len()))
}

/// How many words of English are more frequent than this one; `None` where nothing is known of it.
pub fn more_frequent(word: &str) -> Option<u16> {
    table::more_frequent(word)
}

impl Meaning {
    pub fn new(file: FileSlice) -> Self {
        Self {
            file,
            read: OnceLock::new(),
            neighbours: Kept::default(),
        }
    }

    fn read(&self) -> Option<&Read> {
        let read = self.read.get_or_init(|| {
            let read = Read::of(&self.file);
            if read.is_none() {
                log::warn!("the index has no vectors");
            }
            read
        });
        read.as_ref()
    }

    /// Reads what the first question would have to wait for.
    pub fn warm(&self) {
        let _ = self.read();
    }

    /// What a folded query is about. `weight` says how much the word counts that stands at a place in it; how rare the word
    /// is in the guide counts in any case. `None` where no word that counts has a vector.
    pub fn query(&self, folded: &str, weight: impl Fn(&Range<usize>) -> f32) -> Option<Query> {
        let known = &self.read()?.known;
        let mut sum = [0.0; DIMENSIONS];
        for word in words::words(folded) {
            let information = information(known.sections_with(word.row), known.sections);
            if let Some(vector) = table::vector(word.row) {
                code::add(&mut sum, vector, weight(&word.range) * information);
            }
        }
        Compared::of(&sum).map(Query)
    }

    /// How near documents are to a query, from −1 to 1; 0 for one that is not there or says nothing.
    ///
    /// # Errors
    /// A damaged index.
    pub fn cosines(&self, query: &Query, documents: &[DocId]) -> io::Result<Vec<f32>> {
        let Some(read) = self.read() else {
            return Ok(vec![0.0; documents.len()]);
        };
        let cosine = |&document: &DocId| {
            let vector = read.vectors.of(document)?;
            Ok(vector.map_or(0.0, |vector| query.0.with_section(&vector)))
        };
        documents.iter().map(cosine).collect()
    }

    /// The words of the guide that mean nearly the same as a folded word, nearest first: as many as are wanted, and none that is
    /// further away. The word itself is not among them, nor what is another spelling of it.
    pub fn neighbours(&self, word: &str, nearer_than: f32, most: usize) -> Vec<Neighbour> {
        let row = match words::words(word).collect::<Vec<_>>().as_slice() {
            [only] => only.row,
            _ => return Vec::new(),
        };
        let find = || {
            self.read()
                .map(|read| read.neighbours(row, nearer_than, most))
        };
        self.neighbours.of((row, nearer_than.to_bits(), most), || {
            find().unwrap_or_default()
        })
    }
}

impl Read {
    fn of(file: &FileSlice) -> Option<Self> {
        let rest = file.len().checked_sub(LENGTH)?;
        let length = file.slice_from(rest).read_bytes().ok()?;
        let length = usize::try_from(u64::from_le_bytes(length[..].try_into().ok()?)).ok()?;
        let (vectors, known) = file.slice_to(rest).split(rest.checked_sub(length)?);
        let known = Known::from_bytes(&known.read_bytes().ok()?)?;
        if vectors.len() != known.sections as usize * SECTION {
            return None;
        }
        let vectors = if vectors.len() > AT_ONCE {
            Vectors::OneByOne(vectors)
        } else {
            Vectors::InMemory(vectors.read_bytes().ok()?)
        };
        Some(Self { vectors, known })
    }

    /// The words that are nearer to another than a cosine, nearest first.
    fn neighbours(&self, row: table::Row, nearer_than: f32, most: usize) -> Vec<Neighbour> {
        let vector = table::vector(row);
        let Some((vector, compared)) = vector.and_then(|vector| Some((vector, compared(vector)?)))
        else {
            return Vec::new();
        };
        let others = self.known.rows().filter(|&(_, other)| other != row);
        let vectors = others.filter_map(|(at, other)| Some((at, table::vector(other)?)));
        let sieve = Sieve::new(nearer_than);
        // Hardly any is left of which more need be looked at.
        let mut found: Vec<(u32, f32)> = vectors
            .filter(|(_, other)| sieve.lets_through(vector, other))
            .map(|(at, other)| (at, compared.with_word(other)))
            .filter(|&(_, cosine)| cosine >= nearer_than)
            .collect();
        keep_highest(&mut found, most, |&(_, cosine)| cosine);
        let neighbour = |(at, cosine): (u32, f32)| Neighbour {
            written: self.known.written(at).map(str::to_owned).collect(),
            cosine,
        };
        found.into_iter().map(neighbour).collect()
    }
}

impl Vectors {
    /// That of a document; `None` for one that is not there.
    fn of(&self, document: DocId) -> io::Result<Option<[u8; SECTION]>> {
        let start = document as usize * SECTION;
        let place = start..start + SECTION;
        Ok(match self {
            Self::InMemory(all) => all.get(place).and_then(|one| one.try_into().ok()),
            Self::OneByOne(file) if place.end > file.len() => None,
            Self::OneByOne(file) => file.slice(place).read_bytes()?[..].try_into().ok(),
        })
    }
}

/// A word's vector, to compare others with.
fn compared(word: &[u8; WORD]) -> Option<Compared> {
    let mut sum = [0.0; DIMENSIONS];
    code::add(&mut sum, word, 1.0);
    Compared::of(&sum)
}

/// Keeps those of the highest numbers, highest first; equal ones in their order.
fn keep_highest<T>(all: &mut Vec<T>, most: usize, number: impl Fn(&T) -> f32) {
    let order = |a: &T, b: &T| number(b).partial_cmp(&number(a)).unwrap_or(Ordering::Equal);
    if all.len() > most && most > 0 {
        all.select_nth_unstable_by(most - 1, order);
    }
    all.truncate(most);
    all.sort_by(order);
}

/// How much a word tells that stands in so many sections of all (BM25's idf).
#[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
fn information(sections: u32, all: u32) -> f32 {
    let (sections, all) = (sections as f32, all as f32);
    (1.0 + (all - sections + 0.5) / (sections + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(sections: &[(&str, &str)]) -> Meaning {
        let mut builder = Builder::default();
        for (title, body) in sections {
            builder.add(Words::of(title, body));
        }
        Meaning::new(FileSlice::from(builder.finish().unwrap()))
    }

    fn town() -> Meaning {
        meaning(&[
            (
                "転居の届け出",
                "市内で住所が変わるときは、窓口で手続きをしてください。",
            ),
            ("粗大ごみ", "家具や家電を捨てるときは、収集を予約します。"),
            (
                "保育所の入園",
                "乳児から預かります。幼稚園とは時間が違います。",
            ),
            ("犬の登録", "飼い主は登録と予防注射をします。"),
        ])
    }

    /// The nearest of four documents, and how near it is.
    fn nearest(meaning: &Meaning, query: &str) -> (DocId, f32) {
        let query = meaning.query(query, |_| 1.0).unwrap();
        let cosines = meaning.cosines(&query, &[0, 1, 2, 3]).unwrap();
        let both = (0..).zip(cosines);
        both.max_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap()
    }

    #[test]
    fn what_is_meant_is_nearest() {
        let town = town();
        for (query, expected) in [
            ("引っ越しました", 0),
            ("ゴミの分別", 1),
            ("赤ちゃん", 2),
            ("ペット", 3),
        ] {
            let (found, cosine) = nearest(&town, query);
            assert_eq!(found, expected, "{query}");
            assert!(cosine > 0.15);
        }
    }

    #[test]
    fn english_is_meant_too() {
        let office = meaning(&[
            ("moving house", "tell us your new address before you leave."),
            ("bulky rubbish", "book a collection for furniture."),
            (
                "nurseries",
                "we look after babies. schools have other hours.",
            ),
            ("dogs", "owners register them, and vaccinate them."),
        ]);
        for (query, expected) in [
            ("relocation", 0),
            ("garbage", 1),
            ("my toddler", 2),
            ("i have pets", 3),
        ] {
            assert_eq!(nearest(&office, query).0, expected, "{query}");
        }
        let found = office.neighbours("garbage", 0.4, 1);
        assert_eq!(found[0].written, ["rubbish"]);
        assert!(is_word("garbage") && !is_word("garbge") && !is_word("the"));
    }

    /// Running text does not say so: there each stands beside other words than the right ones.
    #[test]
    fn what_manuals_answer_is_nearest() {
        let service = meaning(&[
            (
                "鍵の保管",
                "秘密鍵のファイルは安全な場所に保存してください。",
            ),
            (
                "共有",
                "アルバムのリンクを送ると、ほかの人も写真を追加できます。",
            ),
            (
                "容量",
                "ディスクがいっぱいになると、古い録画から削除されます。",
            ),
            (
                "支払い",
                "別のカードを選ぶか、月末までにプランを変更します。",
            ),
        ]);
        for (query, expected) in [("招待", 1), ("課金", 3)] {
            assert_eq!(nearest(&service, query).0, expected, "{query}");
        }
        let camera = meaning(&[
            (
                "keys",
                "keep the file with your private key in a safe place.",
            ),
            (
                "sharing",
                "invite others to an album by a link. they can add photos of their own.",
            ),
            (
                "storage",
                "old recordings are deleted when the disk is full. choose how much space they may take.",
            ),
            (
                "updates",
                "the server looks for new versions each night and installs them.",
            ),
        ]);
        for query in ["run out of space", "out of memory"] {
            assert_eq!(nearest(&camera, query).0, 2, "{query}");
        }
    }

    #[test]
    fn what_does_not_count_changes_nothing() {
        let town = town();
        let only_dogs = |place: &Range<usize>| f32::from(u8::from(place.start == 0));
        let both = town.query("犬の転居", only_dogs).unwrap();
        let dogs = town.query("犬", |_| 1.0).unwrap();
        assert_eq!(
            town.cosines(&both, &[0, 1, 2, 3]).unwrap(),
            town.cosines(&dogs, &[0, 1, 2, 3]).unwrap()
        );
    }

    #[test]
    fn what_has_no_words_is_near_nothing() {
        let town = town();
        assert!(town.query("!?", |_| 1.0).is_none());
        assert!(town.query("犬", |_| 0.0).is_none());
        let dogs = town.query("犬", |_| 1.0).unwrap();
        assert_eq!(town.cosines(&dogs, &[4, u32::MAX]).unwrap(), [0.0, 0.0]);
        let empty = meaning(&[("", "")]);
        let dogs = empty.query("犬", |_| 1.0).unwrap();
        assert_eq!(empty.cosines(&dogs, &[0]).unwrap(), [0.0]);
    }

    #[test]
    fn neighbours_are_words_of_the_guide() {
        let town = town();
        let found = town.neighbours("引っ越し", 0.4, 3);
        assert_eq!(found[0].written, ["転居"]);
        assert!((0.4..1.0).contains(&found[0].cosine));
        assert!(
            town.neighbours("転居", 0.0, 9)
                .iter()
                .all(|near| near.written != ["転居"])
        );
        assert_eq!(town.neighbours("犬の登録", 0.0, 9), []);
        assert_eq!(town.neighbours("", 0.0, 9), []);
    }

    #[test]
    fn vectors_are_the_same_read_one_by_one() {
        let bytes: Vec<u8> = (0..=255).cycle().take(3 * SECTION).collect();
        let in_memory = Vectors::InMemory(OwnedBytes::new(bytes.clone()));
        let one_by_one = Vectors::OneByOne(FileSlice::from(bytes));
        for document in [0, 1, 2, 3, 4, u32::MAX] {
            let vector = one_by_one.of(document).unwrap();
            assert_eq!(vector, in_memory.of(document).unwrap());
            assert_eq!(vector.is_some(), document < 3);
        }
    }

    #[test]
    fn a_broken_file_says_nothing() {
        let mut builder = Builder::default();
        builder.add(Words::of("犬", "猫"));
        let whole = builder.finish().unwrap();
        for bytes in [
            &[][..],
            &[0; 7],
            &[255; 40],
            &whole[1..],
            &whole[..whole.len() - 1],
        ] {
            let meaning = Meaning::new(FileSlice::from(bytes.to_vec()));
            assert!(meaning.query("犬", |_| 1.0).is_none());
            assert_eq!(meaning.neighbours("犬", 0.0, 9), []);
        }
    }

    #[test]
    fn the_highest_are_kept_in_order() {
        let kept = |most| {
            let mut all = vec![0.1, 0.5, 0.3, 0.4];
            keep_highest(&mut all, most, |&number| number);
            all
        };
        assert_eq!(kept(2), [0.5, 0.4]);
        assert_eq!(kept(9), [0.5, 0.4, 0.3, 0.1]);
        assert_eq!(kept(0), [0.0; 0]);
    }
}
