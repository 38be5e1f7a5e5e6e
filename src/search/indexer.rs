//! Guide → index.
//!
//! What is shown of a section is one document for each text that it has, with all the readers that are shown it
//! (`readers`): those of its language, and of each in which the section has none. So a section is found once only,
//! whoever asks, and what is not translated is not indexed again for each language. The documents come by their readers, and
//! of the same readers in the guide's order.
//!
//! The index is written by tantivy's single-segment writer, which keeps a segment in memory until it is complete and
//! starts no thread. A guide that needs more memory than it may have becomes several segments, one after the other.
//! tantivy's `IndexWriter` would do that too, but it lists segments by size instead of in order, and lets ten thousand
//! documents of any size wait in memory.

mod segments;

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use tantivy::directory::{Directory, TerminatingWrite};
use tantivy::{Index, SegmentReader};

use super::analysis::Analyser;
use super::document::{Documents, Words};
use super::progress::{Progress, Report, Unfinished};
use super::readers::{self, Readers};
use super::schema::Fields;
use super::{concepts, lexicon, meaning};
use crate::guide::{Guide, SectionRef};
use crate::language::Language;
use crate::parallel;
use segments::Segments;

/// The file beside tantivy's own that holds the lexicon.
pub const LEXICON: &str = "lexicon.fst";

/// The file beside tantivy's own that holds how many terms each field has in the whole index, so that no field needs to be
/// opened before it is searched.
pub const LENGTHS: &str = "lengths.json";

/// How many terms each field has, by the field's name.
pub type Lengths = BTreeMap<String, u64>;

/// The file in which tantivy keeps what belongs to an index.
pub const META: &str = "meta.json";

/// So many documents are made at once, on all processors, while those before are added: enough for as many threads as there
/// are at most. The progress is reported as often: often enough to stop at once, and even a small guide has several rounds.
const ROUND: usize = 32;

/// Writes the index of a guide into an empty directory, as one segment.
///
/// # Errors
/// Whatever the directory refuses.
pub fn write(guide: &Guide, directory: impl Into<Box<dyn Directory>>) -> tantivy::Result<Index> {
    let written = write_segments(guide, directory, usize::MAX, &mut |_| {
        ControlFlow::Continue(())
    });
    written.map_err(|unfinished| match unfinished {
        Unfinished::Failed(error) => error.into(),
        Unfinished::Stopped => tantivy::TantivyError::InternalError(unfinished.to_string()),
    })
}

/// Writes the index of a guide into an empty directory, as segments that each take up to `memory` bytes while they are
/// written, and up to half as much again when they are completed.
///
/// # Errors
/// Whatever the directory refuses; or `report` says to stop. What is in the directory then is no index.
pub fn write_segments(
    guide: &Guide,
    directory: impl Into<Box<dyn Directory>>,
    memory: usize,
    report: &mut Report<'_>,
) -> Result<Index, Unfinished> {
    let directory = directory.into();
    let total = guide.section_count();
    let documents = Documents::new(guide, Fields::new());
    let mut segments = Segments::new(directory, memory)?;
    let mut vocabulary = Vocabulary::default();
    let (mut bytes, mut number) = (0, 0);
    let all = order(guide);
    let mut made: (Vec<_>, Vec<_>) = Default::default();
    // Alike, so that no last few are made by one thread alone.
    let rounds = all.len().div_ceil(ROUND).max(1);
    let round = all.len().div_ceil(rounds).max(1);
    // While some are added, the next are made.
    for some in all.chunks(round) {
        let done = total * number / all.len().max(1);
        tell(report, Progress { done, total, bytes })?;
        let (added, next) = parallel::map(
            some,
            || {
                // In the first round there is nothing to add.
                let (some, words) = made;
                vocabulary.take(words);
                segments.add(some)
            },
            |&(readers, at, lang)| documents.document(at, readers, lang),
        );
        added?;
        made = next.into_iter().unzip();
        let texts = some
            .iter()
            .map(|&(_, at, lang)| guide.section(at).texts.text(lang));
        bytes += texts.map(|text| text.body.len() as u64).sum::<u64>();
        number += some.len();
    }
    let done = total;
    tell(report, Progress { done, total, bytes })?;
    // Neither half of what is left needs the other.
    let (last, words) = made;
    let index = || {
        segments.add(last)?;
        segments.finish()
    };
    let others = || {
        vocabulary.take(words);
        documents.add_glossary(&mut vocabulary.lexicon);
        (
            vocabulary.lexicon.finish(),
            vocabulary.meaning.finish(),
            documents.concepts().to_bytes(),
        )
    };
    let (index, (lexicon, meaning, concepts)) = parallel::both(index, others);
    let index = index?;
    let failed =
        |error: tantivy_fst::Error| tantivy::TantivyError::InternalError(error.to_string());
    let lexicon = lexicon.map_err(failed)?;
    let directory = index.directory();
    for (name, bytes) in [
        (LEXICON, lexicon),
        (meaning::FILE, meaning?),
        (concepts::FILE, concepts),
    ] {
        // Not `atomic_write`: what that writes can only be read by copying it.
        let file = directory.open_write(Path::new(name));
        let mut file = file.map_err(tantivy::TantivyError::from)?;
        file.write_all(&bytes)?;
        file.terminate()?;
    }
    let lengths = serde_json::to_vec(&lengths(&index)?).map_err(tantivy::TantivyError::from)?;
    directory.atomic_write(Path::new(LENGTHS), &lengths)?;
    Ok(index)
}

fn lengths(index: &Index) -> tantivy::Result<Lengths> {
    let fields = Fields::new();
    let mut lengths = Lengths::new();
    for segment in index.searchable_segments()? {
        let segment = SegmentReader::open(&segment)?;
        for field in Analyser::ALL
            .into_iter()
            .flat_map(|analyser| fields.by(analyser))
        {
            let name = fields.schema.get_field_name(field).to_owned();
            *lengths.entry(name).or_default() += segment.inverted_index(field)?.total_num_tokens();
        }
    }
    Ok(lengths)
}

fn tell(report: &mut Report<'_>, progress: Progress) -> Result<(), Unfinished> {
    match report(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Unfinished::Stopped),
    }
}

/// What becomes a document: all of the same readers, then all of others. The engine then needs to look at a few stretches of
/// each segment only.
fn order(guide: &Guide) -> Vec<(Readers, SectionRef, Language)> {
    let shown = |at| {
        let shown = readers::shown(guide, at).into_iter();
        shown.map(move |(readers, lang)| (readers, at, lang))
    };
    let mut all: Vec<_> = guide.sections().flat_map(|(at, _)| shown(at)).collect();
    all.sort_by_key(|&(readers, ..)| readers);
    all
}

/// What all sections together give for the files beside tantivy's.
#[derive(Default)]
struct Vocabulary {
    lexicon: lexicon::Builder,
    meaning: meaning::Builder,
}

impl Vocabulary {
    fn take(&mut self, sections: Vec<Words>) {
        for words in sections {
            self.lexicon.take(&words.lexicon);
            self.meaning.add(words.meaning);
        }
    }
}
