//! What the forms of an inflected word have in common.

use std::collections::BTreeMap;

use madoguchi::text::reading::letters;
use madoguchi::text::reading::table::Ending;

use crate::dictionary::Row;

/// The forms that tell what is common: nearly every ending is seen on one of them (乗っ取る, 乗っ取ら, 乗っ取り; 怪しい,
/// 怪しく; 来る, こ, き).
const TELLING: &[&str] = &["基本形", "未然形", "連用形", "連用テ接続"];

/// The telling forms of each word, by its dictionary form and class of inflection.
pub struct Lemmas<'a>(BTreeMap<(&'a str, &'a str), Vec<&'a Row>>);

impl<'a> Lemmas<'a> {
    pub fn of(rows: &'a [Row]) -> Self {
        let mut lemmas: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
        for row in rows
            .iter()
            .filter(|row| TELLING.contains(&row.form.as_str()))
        {
            // 怪しくっ is what 怪しくって is short for.
            if !row.surface.ends_with('っ') {
                lemmas.entry((&row.base, &row.class)).or_default().push(row);
            }
        }
        Self(lemmas)
    }

    /// What of this form is not in all forms of its word; `None` for a word without forms.
    pub fn ending(&self, row: &Row) -> Option<Ending> {
        if row.class == "*" {
            return None;
        }
        let mut common = (row.surface.as_str(), letters(&row.reading));
        let whole = (common.0.chars().count(), common.1.len());
        let forms = self
            .0
            .get(&(row.base.as_str(), row.class.as_str()))
            .map_or(&[][..], Vec::as_slice);
        for form in TELLING {
            // Words that are written alike can be read differently (開く): the form that is most like this is of the
            // same word.
            let likest = forms
                .iter()
                .filter(|other| other.form == *form)
                .max_by_key(|other| {
                    (
                        shared(&row.reading, &other.reading),
                        &other.reading,
                        &other.surface,
                    )
                });
            if let Some(other) = likest {
                common.0 = &common.0[..shared(common.0, &other.surface)];
                let length = shared(&common.1, &letters(&other.reading));
                common.1.truncate(length);
            }
        }
        let ending = |all: usize, common: usize| u8::try_from(all - common).ok().filter(|n| *n < 8);
        Some(Ending {
            chars: ending(whole.0, common.0.chars().count())
                .expect("endings of Japanese are short"),
            letters: ending(whole.1, common.1.len()).expect("endings of Japanese are short"),
        })
    }
}

/// The length in bytes of what two texts have in common from their beginning.
fn shared(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}
