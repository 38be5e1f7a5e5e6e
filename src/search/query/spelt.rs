//! How the guide writes the words of a query: for whoever keeps of a query no more than that.

use std::ops::Range;

use super::recognise;
use crate::search::conversion::{Part, PartKind};
use crate::search::languages::Languages;
use crate::search::lexicon::{By, Lexicon};
use crate::search::words::{Word, WordKind};
use crate::text::reading;
use crate::text::segment::is_hiragana;

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    /// Byte range in the folded query.
    pub range: Range<usize>,
    /// The part of that which does not inflect.
    pub core: Range<usize>,
    /// As the guide writes it, folded: 解約 for `kaiyaku` too. `None` where the guide does not have it, and of numbers and
    /// times.
    pub in_guide: Option<String>,
}

/// So many words that are read alike are looked at.
const MOST_SPELLINGS: usize = 16;

/// The words of a folded query, in order. What says nothing is left out.
pub fn spelt(folded: &str, lexicon: &Lexicon, languages: &Languages) -> Vec<Spelt> {
    let words = recognise::words(folded, lexicon, languages);
    let spelt = |(word, part): (Word, Option<Part>)| Spelt {
        in_guide: match part {
            Some(part) => read(&part, lexicon),
            None => written(&word, lexicon),
        },
        core: word.core(),
        range: word.range,
    };
    words.into_iter().map(spelt).collect()
}

/// The word that a part in kana or Latin letters is the reading of. One that is still being typed may become any.
fn read(part: &Part, lexicon: &Lexicon) -> Option<String> {
    let by = match part.kind {
        PartKind::Word => By::Reading,
        PartKind::Stem => By::Stem,
        PartKind::Open | PartKind::Unknown => return None,
    };
    let mut entries = lexicon.exact(&part.letters, by, 1).into_iter();
    entries.next().map(|entry| entry.word)
}

fn written(word: &Word, lexicon: &Lexicon) -> Option<String> {
    let has = |text: &str| lexicon.has(text, By::Spelling);
    match &word.kind {
        WordKind::Number { .. } | WordKind::Time => None,
        // It is only one where the guide has it.
        WordKind::Sign => Some(word.text.clone()),
        WordKind::Spaced { .. } | WordKind::Kanji { .. } if has(&word.text) => {
            Some(word.text.clone())
        }
        WordKind::Spaced { stem } => has(stem).then(|| stem.clone()),
        WordKind::Kanji { .. } | WordKind::Katakana | WordKind::Hiragana => {
            has_pieces(&word.text, lexicon).then(|| word.text.clone())
        }
    }
}

/// Whether the guide has each word that a text is put together from. Kanji by themselves make names (山 and 田), so there is
/// at most one of these.
fn has_pieces(text: &str, lexicon: &Lexicon) -> bool {
    let pieces: Vec<reading::Reading> = reading::words(text).collect();
    let mut end = 0;
    let mut single = 0;
    for piece in &pieces {
        let surface = &text[piece.range.clone()];
        let stem = &surface[..piece.written_stem];
        let has = |letters: &str, by: By, word: &str| {
            let entries = lexicon.exact(letters, by, MOST_SPELLINGS);
            entries.iter().any(|entry| entry.word == word)
        };
        let is_known = has(&piece.letters, By::Reading, surface)
            || has(&piece.letters[..piece.stem], By::Stem, stem);
        if !is_known || piece.range.start != end {
            return false;
        }
        end = piece.range.end;
        single += usize::from(surface.chars().nth(1).is_none());
    }
    let is_only_ending = is_hiragana(&text[end..]);
    end > 0 && is_only_ending && (single == 0 || single == 1 && pieces.len() <= 2)
}
