//! Which desk to turn to: the questions, and what is recommended after them, in words.

use chrono::DateTime;
use chrono_tz::Tz;

use super::desk::{language_name, remark, with_language_from};
use super::{summary, time};
use crate::desk::advice::{Reach, Recommendation};
use crate::guide::{Desk, Guide};
use crate::language::Language;

/// The fixed texts of the pages in one language.
#[derive(Debug)]
pub struct AdviceTexts {
    pub skip: &'static str,
    /// How to answer.
    pub keys: &'static str,
    /// Above what was said to the questions so far, and before what was said in all.
    pub so_far: &'static str,
    pub given: &'static str,
    /// In the place of an answer.
    pub skipped: &'static str,
    /// Before the desk that can be reached now.
    pub now: &'static str,
    /// Before the reason.
    pub why: &'static str,
    /// Before the section on the desk itself.
    pub how: &'static str,
    /// Before the section to read.
    pub read: &'static str,
    /// Before the list of what to have ready.
    pub ready: &'static str,
    /// Before what can be done until a desk opens.
    pub until_then: &'static str,
    /// Before the section on what never to tell.
    pub never_tell: &'static str,
    pub others: &'static str,
    pub again: &'static str,
    /// Where a guide has no questions.
    pub no_questions: &'static str,
}

/// What a language says of it. Desks, languages and hours come in the reader's words.
pub trait Words {
    fn texts(&self) -> &'static AdviceTexts;
    /// Which question this is, of how many at most.
    fn progress(&self, number: usize, most: usize) -> String;
    fn hours_unknown(&self) -> &'static str;
    fn never_reached(&self) -> &'static str;
    /// What cannot wait is taken now, in another language than the reader's.
    fn at_once(&self, language: &str) -> String;
    /// After this answer it is best to wait for the language.
    fn wait(&self, language: &str, answer: Option<&str>) -> String;
    /// After this answer: who does not get on in the language that is spoken now calls as soon as another one is.
    fn otherwise(&self, now: &str, answer: Option<&str>) -> String;
    /// For those who cannot wait there is only this language.
    fn cannot_wait(&self, language: &str) -> String;
    fn between_sentences(&self) -> &'static str;
    /// What is recommended, in the bar: a desk, and when it can be reached.
    fn your_desk(&self, desk: &str, when: &str) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// The texts in a reader's language.
pub fn texts(lang: Language) -> &'static AdviceTexts {
    words(lang).texts()
}

/// Where one is: `質問 2（多くて4問）`, `Question 2 (of 4 at most)`. `most` is how many there can be in all.
pub fn progress(number: usize, most: usize, lang: Language) -> String {
    words(lang).progress(number, most)
}

/// What is known of a desk that nobody can say when to reach.
pub fn unknown(desk: &Desk, lang: Language) -> String {
    match &desk.note {
        Some(note) => note.text(lang).clone(),
        None => words(lang).hours_unknown().to_owned(),
    }
}

/// A desk that is never reached.
pub fn never_reached(lang: Language) -> &'static str {
    words(lang).never_reached()
}

/// Sentences behind each other.
pub fn sentences(all: &[String], lang: Language) -> String {
    all.join(words(lang).between_sentences())
}

/// Why a way is recommended, besides what the guide says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'a> {
    /// It cannot wait, and this language is spoken now.
    AtOnce(Language),
    /// By this answer, it is best to wait for this language.
    Wait(Language, Option<&'a str>),
    /// By this answer, as soon as it is spoken, where the one that is spoken now will not do.
    Otherwise(Language, Option<&'a str>),
    /// Where one cannot wait: now there is this language.
    CannotWait(Language),
}

/// The reason, in a sentence.
pub fn why(why: Why<'_>, lang: Language) -> String {
    let name = |language| language_name(language, lang);
    let words = words(lang);
    match why {
        Why::AtOnce(language) => words.at_once(&name(language)),
        Why::Wait(language, answer) => words.wait(&name(language), answer),
        Why::Otherwise(language, answer) => words.otherwise(&name(language), answer),
        Why::CannotWait(language) => words.cannot_wait(&name(language)),
    }
}

/// Several desks, with the language where that tells something: `電話・ライブチャット（英語）`.
pub fn desk_names(desks: &[&Desk], language: Option<Language>, lang: Language) -> String {
    let names: Vec<&str> = desks
        .iter()
        .map(|desk| desk.name.text(lang).as_str())
        .collect();
    let names = names.join(summary::between_names(lang));
    let is_own = desks.iter().all(|desk| desk.self_service);
    match language.filter(|_| !is_own) {
        Some(language) => remark(&names, &language_name(language, lang), lang),
        None => names,
    }
}

/// What the bar says while an answer is read, in full and in short: `相談先：電話（英語） いま・日本語は明日 9:00 から`.
pub fn in_bar(
    found: &Recommendation,
    guide: &Guide,
    now: DateTime<Tz>,
    lang: Language,
) -> [String; 2] {
    let desk = &guide.desks[found.desk];
    let (language, when) = match found.reach {
        Reach::Now(language) => (Some(language), texts(lang).now.to_owned()),
        Reach::From(language, at) => (Some(language), time::from(at, now, lang)),
        Reach::Unknown | Reach::Never => (None, String::new()),
    };
    let later = found.later.map(|later| {
        let from = time::from(later.at, now, lang);
        summary::and(
            &when,
            &with_language_from(later.language, &from, lang),
            lang,
        )
    });
    let name = desk_names(&[desk], language, lang);
    let say = |when: &str| words(lang).your_desk(&name, when).trim_end().to_owned();
    let short = say(&when);
    [
        later.map_or_else(|| short.clone(), |both| say(&both)),
        short,
    ]
}
