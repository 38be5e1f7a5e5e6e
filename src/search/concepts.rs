//! Where a text speaks of something that the glossary lists, in whichever of its forms.
//!
//! A concept is indexed as a term of its own wherever one of its forms stands, so that a query with any form finds the
//! sections with any other, in the other language as well, at the price of one list of postings. A time of day is a concept
//! too, whatever the glossary lists, and so is that it is one: who types 11pm is shown where hours are told.

mod patterns;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::languages::Languages;
use super::texts::Texts;
use crate::guide::Term;
use crate::text::fold::fold;
use crate::text::segment::{self, Class};
use crate::text::times::{self, DAY};
use patterns::Patterns;

/// So many patterns are looked for one by one before a text is taken apart.
const FEW: usize = 64;

/// The concept of a time of day, whichever; that of midnight, and of each minute behind it. A glossary has fewer terms.
pub const ANY_TIME: u32 = 1 << 24;
pub const MIDNIGHT: u32 = ANY_TIME + 1;
const _: () = assert!(MIDNIGHT.checked_add(DAY).is_some());

/// The glossary, ready to be looked for in texts.
///
/// An automaton would read texts no faster, and takes 30 times as long to make as this.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Concepts {
    patterns: Patterns,
    /// Where these are few, the beginnings of the patterns as they stand in folded texts: a text without any has no form.
    heads: Option<Vec<String>>,
    /// The forms of each concept, folded.
    forms: Texts,
    /// Which of the forms is the first of each concept.
    first_forms: Vec<u32>,
    /// Whether times are looked for.
    times: bool,
    #[serde(skip)]
    languages: Languages,
}

/// The file beside tantivy's own that holds them: making them takes longer than all else of a start.
pub const FILE: &str = "concepts";

/// A form of a concept that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its number in the glossary, or [`ANY_TIME`] or more.
    pub concept: u32,
    /// Byte range in the folded text.
    pub range: Range<usize>,
}

impl Concepts {
    pub fn of(glossary: &[Term], languages: Languages) -> Self {
        let mut forms = Texts::default();
        let mut first_forms = Vec::with_capacity(glossary.len());
        for term in glossary {
            first_forms.push(forms.len());
            for form in self::forms(term) {
                forms.push(&form);
            }
        }
        let mut concepts = Self {
            patterns: Patterns::default(),
            heads: None,
            forms,
            first_forms,
            times: true,
            languages,
        };
        let all = (0..).take(glossary.len());
        let all =
            all.flat_map(|concept| concepts.forms_of(concept).map(move |form| (form, concept)));
        concepts.patterns = patterns(all, &concepts.languages);
        concepts
    }

    /// Itself in bytes, without the languages.
    pub fn to_bytes(&self) -> Vec<u8> {
        // A vector takes everything, and nothing in it refuses to be written.
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// What [`Concepts::to_bytes`] wrote; `None` if these bytes are something else.
    pub fn from_bytes(bytes: &[u8], languages: Languages) -> Option<Self> {
        let read: Self = postcard::from_bytes(bytes).ok()?;
        let is_sound = read.patterns.are_sound() && read.forms.are_sound();
        is_sound.then_some(Self { languages, ..read })
    }

    /// Some of the concepts, with their numbers as they are; ascending.
    #[must_use]
    pub fn only(&self, wanted: &[u32]) -> Self {
        let forms = |&concept: &u32| self.forms_of(concept).map(move |form| (form, concept));
        let patterns = patterns(wanted.iter().flat_map(forms), &self.languages);
        let heads = (patterns.len() <= FEW).then(|| {
            let heads = patterns.iter().map(|(pattern, _)| head(pattern).to_owned());
            heads.collect()
        });
        Self {
            patterns,
            heads,
            forms: Texts::default(),
            first_forms: Vec::new(),
            // Who looks for one looks for any.
            times: wanted.binary_search(&ANY_TIME).is_ok(),
            languages: self.languages.clone(),
        }
    }

    /// What a concept is called first, folded.
    pub fn first_form(&self, concept: u32) -> Option<&str> {
        let first = *self.first_forms.get(concept as usize)?;
        self.forms.get(first)
    }

    fn forms_of(&self, concept: u32) -> impl Iterator<Item = &str> {
        let first = |concept: u32| self.first_forms.get(concept as usize).copied();
        let from = first(concept).unwrap_or(u32::MAX);
        let to = first(concept.saturating_add(1)).unwrap_or(self.forms.len());
        (from..to.min(self.forms.len())).filter_map(|form| self.forms.get(form))
    }

    /// All forms of all concepts, folded.
    pub fn all_forms(&self) -> impl Iterator<Item = &str> {
        self.forms.iter()
    }

    /// Every place in a folded text where a form stands, also within longer ones: what ends first comes first, and of what
    /// ends together the longest.
    pub fn find(&self, folded: &str) -> Vec<Occurrence> {
        let mut found = self.find_forms(folded);
        if self.times {
            found.extend(times_of_day(folded));
            found.sort_by_key(|occurrence| (occurrence.range.end, occurrence.range.start));
        }
        found
    }

    fn find_forms(&self, folded: &str) -> Vec<Occurrence> {
        if let Some(heads) = &self.heads
            && !heads.iter().any(|head| folded.contains(head.as_str()))
        {
            return Vec::new();
        }
        if self.patterns.len() == 0 {
            return Vec::new();
        }
        let plain = Plain::of(folded, &self.languages);
        let mut found = Vec::new();
        for (at, first) in plain.text.char_indices() {
            let rest = &plain.text[at..];
            self.patterns.beginnings(first, rest, |length, concept| {
                found.push((at + length, at, concept));
            });
        }
        found.sort_unstable();
        let occurrences = found.into_iter().map(|(end, start, concept)| Occurrence {
            concept,
            range: plain.original(start..end),
        });
        occurrences
            .filter(|occurrence| stands_alone(folded, &occurrence.range))
            .collect()
    }
}

fn times_of_day(folded: &str) -> impl Iterator<Item = Occurrence> {
    times::times(folded).into_iter().flat_map(|time| {
        let concepts = [ANY_TIME, MIDNIGHT + time.minutes];
        concepts.map(|concept| Occurrence {
            concept,
            range: time.range.clone(),
        })
    })
}

/// What is looked for where some forms may stand, each with its concept.
fn patterns<'a>(forms: impl Iterator<Item = (&'a str, u32)>, languages: &Languages) -> Patterns {
    let patterns = forms.map(|(form, concept)| (pattern(form, languages), concept));
    let mut patterns: Vec<(String, u32)> = patterns
        .filter(|(pattern, _)| !pattern.trim().is_empty())
        .collect();
    patterns.sort_unstable();
    Patterns::of(patterns.iter().map(|(text, concept)| (&**text, *concept)))
}

/// What is looked for where a form may stand.
fn pattern(form: &str, languages: &Languages) -> String {
    if form.chars().all(|c| Class::of(c).is_cjk()) {
        // Most of them: these are as they are.
        return form.to_owned();
    }
    Plain::of(form, languages).text
}

/// What stands in a text wherever a pattern may: as much of its first word as is never changed into its stem.
fn head(pattern: &str) -> &str {
    let word = pattern.split(' ').find(|word| !word.is_empty());
    let word = word.unwrap_or(pattern);
    match word.strip_suffix('i') {
        Some(head) if head.len() > 1 => head,
        _ => word,
    }
}

/// The term under which a concept is indexed. No text has such a character.
pub fn index_term(concept: u32) -> String {
    format!("\u{1}{concept}")
}

fn forms(term: &Term) -> Vec<String> {
    let all = std::iter::once(&term.term)
        .chain(&term.synonyms)
        .chain(&term.english);
    let mut forms: Vec<String> = Vec::new();
    for form in all.map(|form| fold(form)) {
        // A term has a handful of forms, and no more than a guide may have.
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// A lone kanji or a short katakana word inside a longer one is another word: 係 in 関係, コール in スコールズ.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let found = &text[range.clone()];
    let class = |c: Option<char>| c.map(Class::of);
    let (first, last) = (
        class(found.chars().next()),
        class(found.chars().next_back()),
    );
    let before = class(text[..range.start].chars().next_back());
    let after = class(text[range.end..].chars().next());
    match (first, last) {
        (Some(Class::Katakana), Some(Class::Katakana)) => {
            let inside = usize::from(before == first) + usize::from(after == last);
            inside == 0 || (inside == 1 && found.chars().count() > 2)
        }
        (Some(Class::Han), _) if found.chars().count() == 1 => before != first && after != last,
        _ => true,
    }
}

/// A text in which forms are looked for: words with spaces as stems with a space on either side, without the small ones;
/// Japanese as it is.
struct Plain {
    text: String,
    parts: Vec<PlainPart>,
}

/// A part of a [`Plain`] text.
struct PlainPart {
    /// Where it begins there.
    start: usize,
    /// What of the folded text it stands for.
    origin: Range<usize>,
    /// It is just that; otherwise any of it stands for all of it.
    is_same: bool,
}

impl Plain {
    fn of(folded: &str, languages: &Languages) -> Self {
        let mut plain = Self {
            text: String::with_capacity(folded.len()),
            parts: Vec::new(),
        };
        let mut end = 0;
        for run in segment::runs(folded, |a, b| {
            (a.is_spaced() && b.is_spaced()) || (a.is_cjk() && b.is_cjk())
        }) {
            let text = &folded[run.clone()];
            if run.start > end {
                plain.space(end..run.start);
            }
            end = run.end;
            if !text
                .chars()
                .next()
                .is_some_and(|c| Class::of(c).is_spaced())
            {
                plain.push(text, run, true);
            } else if !languages.is_small_word(text) {
                plain.space(run.start..run.start);
                plain.push(&languages.stem(text), run.clone(), false);
                plain.space(run.end..run.end);
            }
        }
        plain
    }

    fn push(&mut self, text: &str, origin: Range<usize>, is_same: bool) {
        self.parts.push(PlainPart {
            start: self.text.len(),
            origin,
            is_same,
        });
        self.text.push_str(text);
    }

    fn space(&mut self, origin: Range<usize>) {
        if !self.text.ends_with(' ') {
            self.push(" ", origin, false);
        }
    }

    /// Without the spaces around it.
    fn original(&self, range: Range<usize>) -> Range<usize> {
        let found = &self.text[range.clone()];
        let start = range.start + (found.len() - found.trim_start().len());
        let end = range.end - (found.len() - found.trim_end().len());
        let (first, last) = (self.part(start), self.part(end - 1));
        let behind = |part: &PlainPart, at: usize| part.origin.start + (at - part.start);
        let start = if first.is_same {
            behind(first, start)
        } else {
            first.origin.start
        };
        let end = if last.is_same {
            behind(last, end)
        } else {
            last.origin.end
        };
        start..end
    }

    /// The part in which a byte of the text stands; there is one for each.
    fn part(&self, at: usize) -> &PlainPart {
        let after = self.parts.partition_point(|part| part.start <= at);
        &self.parts[after - 1]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::Language;

    fn languages() -> Languages {
        Languages::of(&[Language::JA, Language::EN])
    }

    fn concepts() -> Concepts {
        let term = |term: &str, synonyms: &[&str], english: &[&str]| {
            let owned = |list: &[&str]| list.iter().map(|&form| form.to_owned()).collect();
            Term {
                term: term.to_owned(),
                reading: None,
                synonyms: owned(synonyms),
                english: owned(english),
            }
        };
        let glossary = [
            term("解約", &["退会", "やめる"], &["cancel", "close my account"]),
            term("カード", &["クレカ"], &["card", "credit card"]),
            term("係", &["コール"], &[]),
        ];
        Concepts::of(&glossary, languages())
    }

    fn found(text: &str) -> Vec<(u32, String)> {
        let text = fold(text);
        let found = concepts().find(&text);
        let part = |range: Range<usize>| text[range].to_owned();
        found
            .into_iter()
            .map(|o| (o.concept, part(o.range)))
            .collect()
    }

    #[test]
    fn finds_every_form() {
        let check = |text: &str, expected: &[(u32, &str)]| {
            let expected: Vec<_> = expected.iter().map(|&(n, s)| (n, s.to_owned())).collect();
            assert_eq!(found(text), expected, "{text}");
        };
        check("退会したい", &[(0, "退会")]);
        check("ｸﾚｶの解約", &[(1, "クレカ"), (0, "解約")]);
        check("Cancelling it", &[(0, "cancelling")]);
        check("closing the account", &[(0, "closing the account")]);
        check("my credit cards", &[(1, "credit cards"), (1, "cards")]);
        check("cardigan, discard", &[]);
        check("クレジットカード", &[(1, "カード")]);
        check("関係、スコールズ", &[]);
        check("解、約", &[]);
        check("", &[]);
        let (any, nine) = (ANY_TIME, MIDNIGHT + 21 * 60);
        check(
            "夜9時に解約",
            &[(any, "夜9時"), (nine, "夜9時"), (0, "解約")],
        );
    }

    /// Many that begin alike, and some that stand within others.
    const NESTED: [&[&str]; 3] = [
        &["かか", "かかか", "かきか"],
        &["か", "かき"],
        &["きか", "きき", "か"],
    ];

    #[test]
    fn they_come_back_from_bytes() {
        let bytes = concepts().to_bytes();
        let again = Concepts::from_bytes(&bytes, languages()).expect("they are whole");
        assert_eq!(again.to_bytes(), bytes);
        let text = fold("退会と credit cards");
        assert_eq!(again.find(&text), concepts().find(&text));
        assert_eq!(again.first_form(2), Some("係"));
        assert!(Concepts::from_bytes(&bytes[..bytes.len() - 2], languages()).is_none());
    }

    proptest! {
        #[test]
        fn forged_bytes_do_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = concepts().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(forged) = Concepts::from_bytes(&bytes, languages()) {
                let _ = (forged.find("解約 cancel 係"), forged.first_form(1), forged.all_forms().count());
                let _ = forged.only(&[0, 1, 2, u32::MAX]).find("退会したい");
            }
        }

        #[test]
        fn finds_what_looking_for_each_form_finds(text in "[かきく]{0,30}") {
            let owned = |form: &&str| (*form).to_owned();
            let glossary = NESTED.map(|forms| Term {
                term: forms[0].to_owned(),
                reading: None,
                synonyms: forms[1..].iter().map(owned).collect(),
                english: Vec::new(),
            });
            let mut expected = Vec::new();
            for (concept, forms) in (0..).zip(NESTED) {
                for (form, start) in forms.iter().flat_map(|form| text.char_indices().map(move |(at, _)| (form, at))) {
                    if text[start..].starts_with(form) {
                        expected.push((start + form.len(), start, concept));
                    }
                }
            }
            expected.sort_unstable();
            let found = Concepts::of(&glossary, languages()).find(&text).into_iter();
            let found: Vec<_> = found.map(|o| (o.range.end, o.range.start, o.concept)).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn looking_for_few_makes_no_difference(
            text in "(解約|退会|やめる|クレカ|カード|係|コール|ス|の|cancel(led|ling|lation)?|close|my |closing |accounts? |credit |cards?|[ a-cかき-]){0,8}",
            concept in 0..3_u32,
        ) {
            let all = concepts();
            let some = all.only(&[concept]);
            prop_assert!(some.heads.is_some() && all.heads.is_none());
            let expected: Vec<_> = all.find(&text).into_iter().filter(|o| o.concept == concept).collect();
            prop_assert_eq!(some.find(&text), expected);
        }

        #[test]
        fn the_shortcut_for_japanese_makes_no_difference(form in "[解約々ぁかゞァガー〇]{0,8}[a ・解]?") {
            prop_assert_eq!(pattern(&form, &languages()), Plain::of(&form, &languages()).text);
        }

        #[test]
        fn ranges_lie_in_the_text(text in "(\\PC|[解約退会カードやめる]|cancel | card|the ){0,20}") {
            let folded = fold(&text);
            for occurrence in concepts().find(&folded) {
                prop_assert!(folded.get(occurrence.range).is_some_and(|part| !part.is_empty()));
            }
        }
    }
}
