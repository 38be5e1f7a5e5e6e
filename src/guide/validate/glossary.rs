//! `glossary.yaml`.

use std::collections::HashMap;

use crate::guide::limits::{MAX_ALIKE, MAX_FORM, MAX_FORMS};
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
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
    check_forms(&raw, report);
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

/// All forms of a term, as they are written.
fn forms(term: &raw::Term) -> impl Iterator<Item = &At<String>> {
    let others = term.synonyms.iter().chain(&term.english);
    std::iter::once(&term.word).chain(others)
}

/// Every form is looked for in every text.
fn check_forms(raw: &[raw::Term], report: &mut Report) {
    for term in raw {
        let word = quoted(&term.word.value);
        if let Some(first) = forms(term).nth(MAX_FORMS) {
            let what =
                format!("the term {word} has more than {MAX_FORMS} synonyms and translations");
            report.error(first.line, &what, "keep those that readers type");
        }
        for form in forms(term).filter(|form| form.value.chars().count() > MAX_FORM) {
            let what = format!(
                "{} has more than {MAX_FORM} characters",
                quoted(&form.value)
            );
            report.error(
                form.line,
                &what,
                "write the words that readers type, not a sentence",
            );
        }
    }
    check_alike(raw.iter().flat_map(forms).collect(), report);
}

/// Where a form stands, all that it begins with stand too.
fn check_alike(mut forms: Vec<&At<String>>, report: &mut Report) {
    forms.sort_unstable_by(|a, b| a.value.cmp(&b.value));
    let mut begun: Vec<&str> = Vec::new();
    for form in forms {
        while begun
            .last()
            .is_some_and(|before| !form.value.starts_with(before))
        {
            begun.pop();
        }
        begun.push(&form.value);
        if begun.len() == MAX_ALIKE + 1 {
            let what = format!(
                "{} begins with more than {MAX_ALIKE} others, from {} on",
                quoted(&form.value),
                quoted(begun[0]),
            );
            report.error(
                form.line,
                &what,
                "keep those that mean something else than the shorter ones",
            );
        }
    }
}

fn term(raw: raw::Term) -> Term {
    let values = |list: Vec<At<String>>| list.into_iter().map(|at| at.value).collect();
    Term {
        term: raw.word.value,
        reading: raw.reading.map(|reading| reading.value),
        synonyms: values(raw.synonyms),
        english: values(raw.english),
    }
}
