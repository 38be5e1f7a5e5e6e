//! `glossary.yaml`.

use std::collections::HashMap;

use crate::guide::problem::{Report, quoted};
use crate::guide::{Term, raw};

/// Checks the terms. Search looks both terms and synonyms up, so no word may lead to two of them unawares.
pub(in crate::guide) fn glossary(raw: Vec<raw::Term>, report: &mut Report) -> Vec<Term> {
    let mut terms: HashMap<String, usize> = HashMap::new();
    for term in &raw {
        if let Some(first) = terms.get(&term.word.value) {
            let what = format!(
                "the term {} stands on line {first} already",
                quoted(&term.word.value)
            );
            report.error(
                term.word.line,
                &what,
                "put everything about it in one place",
            );
        } else {
            terms.insert(term.word.value.clone(), term.word.line);
        }
        check_reading(term, report);
    }
    check_synonyms(&raw, &terms, report);
    raw.into_iter().map(term).collect()
}

fn check_reading(term: &raw::Term, report: &mut Report) {
    let Some(reading) = &term.reading else { return };
    let is_hiragana = |c| matches!(c, 'ぁ'..='ゖ' | 'ー' | 'ゝ' | 'ゞ');
    if !reading.value.chars().all(is_hiragana) {
        let what = format!(
            "the reading {} of {} is not hiragana",
            quoted(&reading.value),
            quoted(&term.word.value)
        );
        report.error(
            reading.line,
            &what,
            "write it in hiragana only, without spaces: かいやく",
        );
    }
}

fn check_synonyms(raw: &[raw::Term], terms: &HashMap<String, usize>, report: &mut Report) {
    let mut synonyms: HashMap<&str, &raw::Term> = HashMap::new();
    for term in raw {
        for synonym in &term.synonyms {
            let word = synonym.value.as_str();
            let other = synonyms.insert(word, term);
            let what = match (terms.get(word), other) {
                (Some(line), _) => format!(
                    "the synonym {} is a term itself, on line {line}",
                    quoted(word)
                ),
                (None, Some(other)) => format!(
                    "the synonym {} stands with the term {} already",
                    quoted(word),
                    quoted(&other.word.value)
                ),
                (None, None) => continue,
            };
            report.warning(
                synonym.line,
                &what,
                "keep it in one place, so that it leads to one thing",
            );
        }
    }
}

fn term(raw: raw::Term) -> Term {
    let values =
        |list: Vec<crate::guide::yaml::At<String>>| list.into_iter().map(|at| at.value).collect();
    Term {
        term: raw.word.value,
        reading: raw.reading.map(|reading| reading.value),
        synonyms: values(raw.synonyms),
        english: values(raw.english),
    }
}
