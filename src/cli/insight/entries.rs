//! What was asked as entries for `queries.yaml`: with the section that was opened most, or with room for the author's.

use std::fmt::Write as _;

use crate::guide::Guide;
use crate::insight::Gap;

/// The class of these queries.
const CLASS: &str = "asked";

/// The entries of the most frequent queries. An entry without a section is a comment: nobody can say for the author which
/// section answers it.
pub fn entries(guide: &Guide, gaps: &[Gap], top: usize) -> String {
    let mut text = "queries:\n".to_owned();
    for gap in gaps.iter().take(top) {
        let asked = &gap.asked;
        let section = gap.best.as_deref().and_then(|id| guide.find(id));
        let (mark, id) = match section {
            Some(at) => ("", guide.id(at).to_string()),
            None => ("# ", "ARTICLE#SECTION".to_owned()),
        };
        let _ = writeln!(
            text,
            "  {mark}- {{ class: {CLASS}, language: {}, query: {}, sections: [{}] }}  # {}",
            gap.language,
            quoted(&gap.query),
            quoted(&id),
            came_of(asked.times, asked.not_found, asked.not_opened),
        );
    }
    text
}

/// A text as YAML and JSON have it alike.
fn quoted(text: &str) -> String {
    // Texts always have a form in JSON.
    serde_json::to_string(text).unwrap_or_default()
}

fn came_of(times: u64, not_found: u64, not_opened: u64) -> String {
    let mut said = format!("asked {times}×");
    for (times, what) in [(not_found, "not found"), (not_opened, "not opened")] {
        if times > 0 {
            let _ = write!(said, ", {what} {times}×");
        }
    }
    said
}
