//! In which language a text is, by its script and its small words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::guide::dialect::Fences;
use crate::guide::folder::front;
use crate::language::Language;

/// Letters that are counted to tell languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Kana,
    Hangul,
    Han,
    Cyrillic,
    Arabic,
    Greek,
    Hebrew,
    Thai,
    Devanagari,
}

/// The scripts, in the order in which they decide, each with the share of letters in hundredths that does. Japanese is full of Han, and
/// names of programs are Latin everywhere.
const SCRIPTS: [(Script, usize); 9] = [
    (Script::Kana, 5),
    (Script::Hangul, 5),
    (Script::Han, 15),
    (Script::Cyrillic, 20),
    (Script::Arabic, 20),
    (Script::Greek, 20),
    (Script::Hebrew, 20),
    (Script::Thai, 20),
    (Script::Devanagari, 20),
];

pub(super) fn script(language: Language) -> Option<Script> {
    match language.base().tag() {
        "ja" => Some(Script::Kana),
        "ko" => Some(Script::Hangul),
        "zh" => Some(Script::Han),
        "ru" | "uk" | "bg" => Some(Script::Cyrillic),
        "ar" | "fa" => Some(Script::Arabic),
        "el" => Some(Script::Greek),
        "he" => Some(Script::Hebrew),
        "th" => Some(Script::Thai),
        "hi" => Some(Script::Devanagari),
        _ => None,
    }
}

const fn script_of(c: char) -> Option<Script> {
    match c {
        '\u{3041}'..='\u{30FF}' => Some(Script::Kana),
        '\u{AC00}'..='\u{D7A3}' => Some(Script::Hangul),
        '\u{3400}'..='\u{9FFF}' => Some(Script::Han),
        '\u{0400}'..='\u{04FF}' => Some(Script::Cyrillic),
        '\u{0600}'..='\u{06FF}' => Some(Script::Arabic),
        '\u{0370}'..='\u{03FF}' => Some(Script::Greek),
        '\u{0590}'..='\u{05FF}' => Some(Script::Hebrew),
        '\u{0E00}'..='\u{0E7F}' => Some(Script::Thai),
        '\u{0900}'..='\u{097F}' => Some(Script::Devanagari),
        _ => None,
    }
}

/// Whether a text in a language tells that it is: by its script, or by its small words.
pub(super) fn can_be_told(language: Language) -> bool {
    script(language).is_some() || LATIN.iter().any(|(tag, _)| *tag == language.base().tag())
}

/// How much of how many texts is looked at: enough to tell scripts apart.
const SAMPLES: usize = 100;
const SAMPLE: usize = 4_000;

/// The language that most texts are probably in, by their script, and by their small words where it is the Latin one.
pub(in crate::guide::folder) fn guess<'t>(
    texts: impl ExactSizeIterator<Item = &'t str>,
) -> Language {
    guess_where(texts, |_, _| true)
}

/// The same where it is known of some texts, by their numbers, what they are not in.
pub(super) fn guess_where<'t>(
    texts: impl ExactSizeIterator<Item = &'t str>,
    may_be: impl Fn(usize, Language) -> bool,
) -> Language {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    // Those that stand first may all be of one kind.
    let step = texts.len().div_ceil(SAMPLES).max(1);
    for (number, text) in texts.enumerate().step_by(step) {
        let tag = guess_one(text);
        if may_be(number, language(tag)) {
            *votes.entry(tag).or_default() += 1;
        }
    }
    let most = votes
        .into_iter()
        .max_by_key(|&(tag, votes)| (votes, tag == "en"));
    language(most.map_or("en", |(tag, _)| tag))
}

fn language(tag: &str) -> Language {
    tag.parse().unwrap_or(Language::EN)
}

/// A guess, for an author who says in which languages the texts are: what is written in the same letters is in the first of
/// those, since letters do not tell French from English.
pub(super) fn corrected(guessed: Language, wanted: &[Language]) -> Language {
    let is_wanted = guessed.among(wanted.iter().copied()).is_some();
    let alike = |language: &&Language| script(**language) == script(guessed);
    let other = wanted.iter().find(alike).filter(|_| !is_wanted);
    other.copied().unwrap_or(guessed)
}

fn guess_one(text: &str) -> &'static str {
    let counts = Counts::of(text);
    let found = counts.found();
    found.map_or_else(|| by_small_words(text), |script| written_in(script, text))
}

/// The language of a text of which the letters leave no doubt: there are many, and hardly any of another script but the Latin one.
pub(super) fn certain(text: &str) -> Option<Language> {
    const LEAST: usize = 10;
    const MANY: usize = 30;
    let counts = Counts::of(text);
    let script = counts.found()?;
    let own = match script {
        Script::Kana => counts.of_script(Script::Kana) + counts.of_script(Script::Han),
        other => counts.of_script(other),
    };
    let is_mixed = script == Script::Han && counts.of_script(Script::Kana) > 0;
    let is_certain = own >= LEAST && own * 100 >= counts.letters * MANY && !is_mixed;
    is_certain.then(|| language(written_in(script, text)))
}

/// How many letters of each script the beginning of a text has, and how many in all.
struct Counts {
    scripts: [usize; SCRIPTS.len()],
    letters: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Self {
            scripts: [0; SCRIPTS.len()],
            letters: 0,
        };
        for c in text.chars().take(SAMPLE) {
            let script = script_of(c);
            let place = SCRIPTS.iter().position(|(of, _)| Some(*of) == script);
            if let Some(place) = place {
                counts.scripts[place] += 1;
            } else if !c.is_alphabetic() {
                continue;
            }
            counts.letters += 1;
        }
        counts
    }

    /// The script that decides.
    fn found(&self) -> Option<Script> {
        let mut found = SCRIPTS.iter().zip(self.scripts);
        let found =
            found.find(|((_, percent), count)| *count > 0 && count * 100 >= self.letters * percent);
        found.map(|((script, _), _)| *script)
    }

    fn of_script(&self, script: Script) -> usize {
        let place = SCRIPTS.iter().position(|(of, _)| *of == script);
        place.map_or(0, |place| self.scripts[place])
    }
}

/// The language that most texts in a script are in.
fn written_in(script: Script, text: &str) -> &'static str {
    match script {
        Script::Kana => "ja",
        Script::Hangul => "ko",
        Script::Han => "zh",
        Script::Cyrillic => "ru",
        // Persian has letters for sounds that Arabic lacks.
        Script::Arabic if text.contains(['پ', 'چ', 'ژ', 'گ']) => "fa",
        Script::Arabic => "ar",
        Script::Greek => "el",
        Script::Hebrew => "he",
        Script::Thai => "th",
        Script::Devanagari => "hi",
    }
}

/// Languages in Latin letters of which small words are known here, beside those that are known of them anyway. Of two of which a text
/// has as many, the first.
const LATIN: [(&str, &[&str]); 5] = [
    ("es", &[]),
    ("fr", &[]),
    ("de", &[]),
    ("it", ITALIAN),
    ("pt", PORTUGUESE),
];

#[rustfmt::skip]
const ITALIAN: &[&str] = &[
    "a", "ad", "agli", "ai", "al", "alla", "alle", "anche", "che", "chi", "ci", "come", "con", "cui", "da", "dai", "dal", "dalla",
    "degli", "dei", "del", "della", "delle", "dello", "di", "e", "ed", "gli", "ha", "i", "il", "in", "la", "le", "lo", "ma", "nei",
    "nel", "nella", "non", "o", "ogni", "per", "più", "quando", "questa", "queste", "questo", "se", "si", "sono", "su", "sul",
    "sulla", "un", "una", "uno", "è",
];

#[rustfmt::skip]
const PORTUGUESE: &[&str] = &[
    "a", "ao", "aos", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "ela", "ele", "em", "entre", "essa", "esse", "esta",
    "este", "foi", "isso", "mais", "mas", "na", "nas", "no", "nos", "não", "o", "os", "ou", "para", "pela", "pelo", "por", "quando",
    "que", "se", "sem", "ser", "seu", "sua", "são", "também", "um", "uma", "você", "à", "às", "é",
];

/// Of eight words at the beginning of a text one at least is a small one of its language, and there are more than twice as many as of
/// English: what is said of code has English in it. Of a text that is English beyond doubt it is one of four.
const BEGINNING: usize = 1_000;
const FEWEST: usize = 3;
const SHARE: usize = 8;
const SHARE_IN_ENGLISH: usize = 4;
const MORE: usize = 2;

fn by_small_words(text: &str) -> &'static str {
    let beginning = Beginning::of(text);
    let words = beginning.words();
    let small = |tag, own| small_words(&words, tag, own);
    let counts = LATIN.map(|(tag, own)| (small(tag, own), tag));
    let most = counts
        .into_iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .unwrap_or_default();
    let (count, tag) = most;
    let is_sure =
        count >= FEWEST && count * SHARE >= words.len() && count > MORE * small("en", &[]);
    if is_sure { tag } else { "en" }
}

/// Whether a text in Latin letters is English beyond doubt.
pub(super) fn is_english(text: &str) -> bool {
    let beginning = Beginning::of(text);
    let words = beginning.words();
    let count = small_words(&words, "en", &[]);
    count >= FEWEST && count * SHARE_IN_ENGLISH >= words.len() && guess_one(text) == "en"
}

fn small_words(words: &[&str], tag: &str, own: &[&str]) -> usize {
    let known = language(tag).known().small_words;
    let is_small =
        |word: &&&str| known.binary_search(word).is_ok() || own.binary_search(word).is_ok();
    words.iter().filter(is_small).count()
}

/// What people say at the beginning of a text, in lower case. Code, addresses and comments have words of another language than what is
/// said of them.
struct Beginning(String);

impl Beginning {
    fn of(text: &str) -> Self {
        let mut said = String::new();
        let mut count = 0;
        let mut fences = Fences::default();
        let mut is_comment = false;
        for line in text[front::split(text).1..].lines() {
            let line = line.trim_start_matches([' ', '\t', '>']);
            if fences.have(line) || fences.is_open() {
                continue;
            }
            for piece in pieces(line, &mut is_comment) {
                said.push_str(piece);
                said.push(' ');
                count += piece.chars().count();
            }
            if count >= BEGINNING {
                break;
            }
        }
        Self(said.to_lowercase())
    }

    fn words(&self) -> Vec<&str> {
        let words = self.0.split(|c: char| !c.is_alphabetic());
        words.filter(|word| !word.is_empty()).collect()
    }
}

/// The pieces of a line that are said: no code, no tags, no comments and no addresses.
fn pieces<'l>(line: &'l str, is_comment: &mut bool) -> Vec<&'l str> {
    // What each begins with, and ends with.
    const OTHERS: [(&str, &str); 4] = [("<!--", "-->"), ("`", "`"), ("](", ")"), ("<", ">")];
    let mut pieces = Vec::new();
    let mut rest = line;
    if *is_comment {
        let Some((_, behind)) = rest.split_once("-->") else {
            return pieces;
        };
        rest = behind;
        *is_comment = false;
    }
    loop {
        let begins = OTHERS.iter().filter_map(|(begin, end)| {
            let at = rest.find(begin)?;
            Some((at, *begin, *end))
        });
        let Some((at, begin, end)) =
            begins.min_by_key(|(at, begin, _)| (*at, Reverse(begin.len())))
        else {
            pieces.push(rest);
            return pieces;
        };
        pieces.push(&rest[..at]);
        let inner = &rest[at + begin.len()..];
        match inner.split_once(end) {
            Some((_, behind)) => rest = behind,
            None if begin == "<!--" => {
                *is_comment = true;
                return pieces;
            }
            None => rest = inner,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_in_latin_letters_are_told_by_their_small_words() {
        for (text, expected) in [
            (
                "Pour installer le programme, ouvrez un terminal et tapez la commande.",
                "fr",
            ),
            (
                "Um das Programm zu installieren, öffnen Sie die Konsole.",
                "de",
            ),
            (
                "Para instalar el programa, abra una terminal y escriba la orden.",
                "es",
            ),
            (
                "To install the program, open a terminal and type the command.",
                "en",
            ),
            ("The car \"Die Hard\" es un a la carte.", "en"),
            ("cargo install madoguchi", "en"),
            ("Per installare il programma, apri un terminale.", "it"),
            (
                "Se não houver um arquivo, o programa usa os valores de fábrica.",
                "pt",
            ),
            ("لتثبيت البرنامج افتح الطرفية", "ar"),
            ("برای نصب برنامه، پایانه را باز کنید", "fa"),
            ("Για να εγκαταστήσετε το πρόγραμμα", "el"),
            ("", "en"),
            ("le terminal を開き、la commande を入力します。", "ja"),
        ] {
            let language = guess(std::iter::once(text));
            assert_eq!(language.tag(), expected, "{text}");
        }
    }

    #[test]
    fn code_and_comments_say_nothing_of_a_language() {
        let code =
            "let the = a.of(\"this is in the way\"); // and that is for all of it\n".repeat(9);
        let said = "Um das zu tun, `open the file and see if it is there` und <b title='the one of a'>dann</b> weiter.";
        for text in [
            format!("```rust\n{code}```\n{said}"),
            format!("---\ntitle: How to be of use to the\ntags: [the, of, and]\n---\n{said}"),
            format!("<!-- {code} and the\nrest of it --> {said} <!-- {code}"),
            format!("[{said}](https://the.example/of/and/the/a)"),
        ] {
            assert_eq!(guess_one(&text), "de", "{text}");
        }
        assert_eq!(guess_one("Is 1 < 2 and `a one of the kind"), "en");
        // Many words of a trade.
        let terse = "Skripting und Automatisierung von MediaWiki-Instanzen über die REST Action API mit mwclient. Installation, Bot-Konto, Seite lesen, Suche, Kategorien";
        assert_eq!(guess_one(terse), "de");
    }

    #[test]
    fn small_words_are_sorted() {
        for (tag, own) in LATIN {
            assert!(own.is_sorted_by(|a, b| a < b), "{tag}");
        }
    }

    #[test]
    fn all_of_many_texts_are_asked() {
        let texts = [vec!["The words"; 150], vec!["これは文章です"; 200]].concat();
        assert_eq!(guess(texts.into_iter()), Language::JA);
    }

    #[test]
    fn an_author_knows_better_in_which_language_a_text_is() {
        let check = |text: &str, wanted: &str, expected: &str| {
            let wanted: Vec<Language> = wanted
                .split_whitespace()
                .flat_map(str::parse::<Language>)
                .collect();
            let found = corrected(guess(std::iter::once(text)), &wanted);
            assert_eq!(found.tag(), expected, "{text}");
        };
        check("Les données", "", "en");
        check("Les données", "fr", "fr");
        check("Les données", "ja fr de", "fr");
        check("The data", "ja en fr", "en");
        check("The data", "ja", "en");
        check("Дані", "en uk", "uk");
    }
}
