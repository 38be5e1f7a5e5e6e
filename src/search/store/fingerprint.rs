//! Which index belongs to which guide and program.

use std::sync::{Arc, Mutex, PoisonError};

use super::pieces::PIECE;
use crate::guide::kept::{self, Identity};
use crate::language::Language;
use crate::search::analysis::{self, Analyser};
use crate::search::languages::Languages;
use crate::search::meaning;
use crate::search::schema;
use crate::text::fold::fold;

/// A text that is cut differently when the dictionary of words changes, as it may with a new version of a library that
/// nobody thinks of here.
const PROBE: &str = "アカウントを乗っ取られたので、クレジットカードの請求を止めて解約したい。ﾊﾟｽﾜｰﾄﾞの再設定は２１時〜？ \
    Cancelling isn't possible: call 0120-996-012, please.";

/// The name of the folder for the index of a guide of a series: 64 hex digits. It changes with the guide's content, and with all that
/// decides how an index is written.
pub fn of(series: &str, guide: Identity<'_>) -> String {
    hash([series, guide.digest])
}

/// 64 hex digits that indexes of the same guide have in common, whatever its content is, if they are written in the same
/// way. An index can stand in for another of its series. Documents name languages by their places in the guide, so all have the
/// same languages.
pub fn series(guide: Identity<'_>) -> String {
    let versions = [
        schema::VERSION,
        analysis::VERSION,
        meaning::VERSION,
        kept::VERSION,
    ];
    let versions = versions.map(|version| version.to_string());
    let piece = PIECE.to_string();
    let tokens = tokens_of_probe(guide.languages);
    hash(
        [
            guide.id,
            env!("CARGO_PKG_VERSION"),
            tantivy::version_string(),
        ]
        .into_iter()
        .chain(versions.iter().chain([&piece]).map(String::as_str))
        .chain(guide.languages.iter().map(Language::tag))
        .chain(tokens.iter().map(String::as_str)),
    )
}

/// How the probe is cut in these languages. A start asks several times, of the same guide.
fn tokens_of_probe(languages: &[Language]) -> Arc<[String]> {
    type Probed = (Vec<Language>, Arc<[String]>);
    static LAST: Mutex<Option<Probed>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, tokens)) = last.as_ref().filter(|(known, _)| known == languages) {
        return Arc::clone(tokens);
    }
    let probe = fold(PROBE);
    let cut = Languages::of(languages);
    let tokens = Analyser::ALL
        .iter()
        .flat_map(|analyser| analyser.tokens(&probe, &cut));
    let tokens: Arc<[String]> = tokens.map(|token| token.text).collect();
    *last = Some((languages.to_vec(), Arc::clone(&tokens)));
    tokens
}

fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        // With its length, so that no two lists of parts run together to the same bytes.
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Whether a folder's name can be a fingerprint.
pub fn is_fingerprint(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Guide;
    use crate::search::testing::bicycles;

    #[test]
    fn an_index_is_for_the_languages_of_its_guide() {
        let guide = bicycles();
        let in_languages = |tags: &[&str]| {
            let languages = tags.iter().map(|tag| tag.parse().expect(tag));
            let guide = Guide {
                languages: languages.collect(),
                ..(*guide).clone()
            };
            let series = series(guide.identity());
            (of(&series, guide.identity()), series)
        };
        let (name, series) = in_languages(&["ja", "en"]);
        assert_eq!(in_languages(&["ja", "en"]), (name.clone(), series.clone()));
        for others in [&["en", "ja"][..], &["ja"], &["ja", "en", "ko"]] {
            let other = in_languages(others);
            assert!(other.0 != name && other.1 != series, "{others:?}");
        }
    }
}
