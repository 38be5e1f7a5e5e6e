//! What was typed → what is wanted. A line is a command only as a whole; all others are searched for.

use crate::i18n::plain::Word;
use crate::i18n::{self, plain as words};
use crate::language::Language;
use crate::text::fold::{fold, fold_cow};
use crate::text::typed::{self, LEFT_OUT};

/// What a line asks for, unless it is a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Whatever has this number here.
    Number(usize),
    Language(Language),
    Word(Word),
}

/// A line, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    Nothing,
    Command(Command),
    /// Clean, without spaces at its ends, on one line.
    Query(String),
}

/// The longest query, in characters.
const LONGEST: usize = 1_000;

/// Whether a folded word asks for a command, in any language that the program speaks.
fn asks_for(typed: &str, word: Word, letter: &str) -> bool {
    typed == letter
        || i18n::SPOKEN.into_iter().any(|lang| {
            let (name, more) = words::spelling(word, lang);
            std::iter::once(&name)
                .chain(more)
                .any(|word| fold_cow(word) == typed)
        })
}

/// Whether a folded word asks for a language: its letter, its tag, its names.
fn asks_to_speak(word: &str, language: Language) -> bool {
    let known = language.known();
    known.letter == Some(word)
        || known.words.contains(&word)
        || fold_cow(language.tag()) == word
        || fold_cow(&language.own_name()) == word
        || i18n::SPOKEN
            .into_iter()
            .any(|lang| fold_cow(&words::speak(language, lang)) == word)
}

impl Request {
    /// Understands a line, where so many things can be chosen by their number. Other numbers of one or two digits are mistakes,
    /// and longer ones are searched for: they are telephone numbers. `words` and `languages` are those that can be asked for.
    pub fn parse(
        line: &str,
        numbers: usize,
        words: &[(Word, &str)],
        languages: &[Language],
    ) -> Self {
        let (mut line, is_cut) = typed::line(line, LONGEST);
        if is_cut {
            line.pop();
            line.push(LEFT_OUT);
        }
        let line = line.trim();
        // A full-width slash too.
        if let Some(query) = line.strip_prefix(['/', '／']) {
            let query = query.trim();
            return match query {
                "" => Self::Nothing,
                query => Self::Query(query.to_owned()),
            };
        }
        let folded = fold(line);
        // As they are written here, in lists and behind links.
        let word = folded.trim().trim_end_matches('.');
        let word = word
            .strip_prefix('[')
            .and_then(|inner| inner.strip_suffix(']'))
            .unwrap_or(word);
        if folded.trim().is_empty() {
            return Self::Nothing;
        }
        if let Some(number) = number(word)
            && (number <= numbers || word.len() <= 2)
        {
            return Self::Command(Command::Number(number));
        }
        let word = folded.trim();
        let mut words = words.iter();
        let command = words.find(|&&(of, letter)| asks_for(word, of, letter));
        let speaks = || languages.iter().find(|of| asks_to_speak(word, **of));
        if let Some(&(word, _)) = command {
            Self::Command(Command::Word(word))
        } else if let Some(&language) = speaks() {
            Self::Command(Command::Language(language))
        } else {
            Self::Query(line.to_owned())
        }
    }
}

fn number(word: &str) -> Option<usize> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::acts;

    fn check(line: &str, expected: Command) {
        assert_eq!(
            Request::parse(line, 5, &acts::words(), &i18n::SPOKEN),
            Request::Command(expected),
            "{line:?}"
        );
    }

    #[test]
    fn commands_are_understood_however_they_are_typed() {
        check("q", Command::Word(Word::Quit));
        check("ｑ", Command::Word(Word::Quit));
        check(" Quit ", Command::Word(Word::Quit));
        check("終了", Command::Word(Word::Quit));
        check("？", Command::Word(Word::Help));
        check("?", Command::Word(Word::Help));
        check("もどる", Command::Word(Word::Back));
        check("次", Command::Word(Word::Next));
        check("ＮＥＸＴ", Command::Word(Word::Next));
        check("　次　", Command::Word(Word::Next));
        check("ﾄﾋﾟｯｸ", Command::Word(Word::Topics));
        check("わからない", Command::Word(Word::Skip));
        check("E", Command::Language(Language::EN));
    }

    #[test]
    fn numbers_are_understood_as_they_are_written() {
        check("3", Command::Number(3));
        check("３", Command::Number(3));
        check("3.", Command::Number(3));
        check("[3]", Command::Number(3));
        check("［３］", Command::Number(3));
        check("03", Command::Number(3));
        check("0", Command::Number(0));
        check("99", Command::Number(99));
    }

    #[test]
    fn everything_else_is_searched_for() {
        let query = |line: &str, expected: &str| {
            assert_eq!(
                Request::parse(line, 5, &acts::words(), &i18n::SPOKEN),
                Request::Query(expected.to_owned())
            );
        };
        query("解約", "解約");
        query("kaiyaku したい", "kaiyaku したい");
        query("110", "110");
        query("0120996012", "0120996012");
        query("+1", "+1");
        query("-1", "-1");
        query("[", "[");
        query("...", "...");
        query("次の請求日", "次の請求日");
        query("/q", "q");
        query("／3", "3");
        query("a\tb\u{1b}[31m\u{0}c", "a\u{2002}b[31mc");
        assert_eq!(
            Request::parse("110", 200, &acts::words(), &i18n::SPOKEN),
            Request::Command(Command::Number(110))
        );
        for empty in ["", "  ", "　", "\u{0}\u{200b}", "/", "/ "] {
            assert_eq!(
                Request::parse(empty, 5, &acts::words(), &i18n::SPOKEN),
                Request::Nothing,
                "{empty:?}"
            );
        }
    }

    #[test]
    fn a_query_has_an_end() {
        let long = "あ".repeat(1_000_000);
        let Request::Query(query) = Request::parse(&long, 0, &acts::words(), &i18n::SPOKEN) else {
            panic!("a query");
        };
        assert_eq!(query.chars().count(), LONGEST);
        assert!(query.ends_with(LEFT_OUT));
    }

    #[test]
    fn every_language_of_the_guide_can_be_asked_for() {
        let languages = ["ja", "en", "ko", "ja-x-easy"].map(|tag| tag.parse().expect(tag));
        let check = |line: &str, tag: &str| {
            let expected = Request::Command(Command::Language(tag.parse().expect(tag)));
            assert_eq!(
                Request::parse(line, 5, &acts::words(), &languages),
                expected,
                "{line}"
            );
        };
        check("j", "ja");
        check("日本語", "ja");
        check("英語で", "en");
        check("In English", "en");
        check("ko", "ko");
        check("韓国語で", "ko");
        check("in Korean", "ko");
        check("やさしい日本語で", "ja-x-easy");
        assert_eq!(
            Request::parse("fr", 5, &acts::words(), &i18n::SPOKEN),
            Request::Query("fr".to_owned())
        );
    }

    #[test]
    fn no_word_stands_for_two_commands_and_all_can_be_typed() {
        // What each stands for, which languages may share.
        let mut all: Vec<(String, String)> = Vec::new();
        for (word, letter) in acts::words() {
            let mut add = |typed: &str| all.push((fold(typed), format!("{word:?}")));
            add(letter);
            for lang in i18n::SPOKEN {
                let (name, more) = words::spelling(word, lang);
                add(name);
                more.iter().copied().for_each(&mut add);
            }
        }
        for language in i18n::SPOKEN {
            let known = language.known();
            let own = known.letter.into_iter().chain(known.words.iter().copied());
            for typed in own {
                assert_eq!(fold(typed), typed);
                all.push((typed.to_owned(), language.base().to_string()));
            }
        }
        for (typed, of) in &all {
            let same = all.iter().filter(|(other, _)| other == typed);
            assert!(same.clone().all(|(_, other)| other == of), "{typed}");
        }
    }
}
