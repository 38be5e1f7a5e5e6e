//! What was typed → what is wanted. A line is a command only as a whole; all others are searched for.

use crate::i18n::plain::Explained;
use crate::language::Language;
use crate::text::clean::clean;
use crate::text::fold::fold;

/// What a line asks for, unless it is a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Whatever has this number here.
    Number(usize),
    Next,
    Previous,
    Back,
    Forward,
    List,
    Repeat,
    Topics,
    Desks,
    Advice,
    Cards,
    Check,
    Accept,
    Skip,
    /// This one, or the other one.
    Language(Option<Language>),
    Help,
    Quit,
}

impl Command {
    /// What it does, for the help. `None` for those that explain themselves.
    pub const fn explained(self, texts: &Explained) -> Option<&'static str> {
        Some(match self {
            Self::Next => texts.next,
            Self::Previous => texts.previous,
            Self::Back => texts.back,
            Self::Forward => texts.forward,
            Self::List => texts.list,
            Self::Repeat => texts.repeat,
            Self::Topics => texts.topics,
            Self::Desks => texts.desks,
            Self::Advice => texts.advice,
            Self::Skip => texts.skip,
            Self::Cards => texts.cards,
            Self::Check => texts.check,
            Self::Accept => texts.accept,
            Self::Language(None) => texts.language,
            Self::Help => texts.help,
            Self::Quit => texts.quit,
            Self::Number(_) | Self::Language(Some(_)) => return None,
        })
    }
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

/// How a command is typed. All forms are folded.
#[derive(Debug)]
pub struct Spelling {
    pub command: Command,
    pub letter: &'static str,
    pub ja: &'static str,
    pub en: &'static str,
    /// What else is understood.
    more: &'static [&'static str],
}

impl Spelling {
    /// The word in a reader's language. Those of the other one are understood as well.
    pub const fn word(&self, reader: Language) -> &'static str {
        match reader {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }

    fn forms(&self) -> impl Iterator<Item = &'static str> {
        let more = self.more.iter().copied();
        [self.letter, self.ja, self.en].into_iter().chain(more)
    }
}

const fn spelt(
    command: Command,
    [letter, ja, en]: [&'static str; 3],
    more: &'static [&'static str],
) -> Spelling {
    Spelling {
        command,
        letter,
        ja,
        en,
        more,
    }
}

/// All commands but the numbers, in the order of the help.
#[rustfmt::skip]
pub static SPELLINGS: &[Spelling] = &[
    spelt(Command::Next, ["n", "次", "next"], &["つぎ", "つづき", "続き", "more"]),
    spelt(Command::Previous, ["p", "前", "previous"], &["prev", "まえ"]),
    spelt(Command::Back, ["b", "戻る", "back"], &["もどる"]),
    spelt(Command::Forward, ["f", "進む", "forward"], &["すすむ"]),
    spelt(Command::List, ["l", "一覧", "list"], &["いちらん", "結果", "results"]),
    spelt(Command::Repeat, ["r", "もう一度", "repeat"], &["もういちど", "again"]),
    spelt(Command::Topics, ["t", "トピック", "topics"], &["目次", "もくじ", "home"]),
    spelt(Command::Desks, ["d", "窓口", "desks"], &["まどぐち", "desk"]),
    spelt(Command::Advice, ["a", "質問", "advice"], &["しつもん", "相談", "そうだん"]),
    spelt(Command::Skip, ["s", "とばす", "skip"], &["飛ばす", "わからない"]),
    spelt(Command::Cards, ["c", "準備", "checklist"], &["じゅんび", "checklists"]),
    spelt(Command::Check, ["k", "番号", "check"], &["ばんごう", "番号確認"]),
    spelt(Command::Accept, ["y", "はい", "yes"], &[]),
    spelt(Command::Language(None), ["g", "言語", "language"], &["げんご", "lang"]),
    spelt(Command::Language(Some(Language::Ja)), ["j", "日本語", "ja"], &["にほんご"]),
    spelt(Command::Language(Some(Language::En)), ["e", "英語で", "en"], &["in english"]),
    spelt(Command::Help, ["?", "説明", "help"], &["h", "ヘルプ", "せつめい", "使い方"]),
    spelt(Command::Quit, ["q", "終了", "quit"], &["exit", "しゅうりょう", "終わり", "おわり", ":q", "bye"]),
];

impl Request {
    /// Understands a line, where so many things can be chosen by their number. Other numbers of one or two digits are mistakes,
    /// and longer ones are searched for: they are telephone numbers.
    pub fn parse(line: &str, numbers: usize) -> Self {
        let capped: String = line.chars().take(LONGEST).collect();
        let line = clean(&capped).replace(['\n', '\t'], " ");
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
        let is_meant = |spelling: &&Spelling| spelling.forms().any(|form| form == folded.trim());
        SPELLINGS.iter().find(is_meant).map_or_else(
            || Self::Query(line.to_owned()),
            |spelling| Self::Command(spelling.command),
        )
    }
}

fn number(word: &str) -> Option<usize> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Command) {
        assert_eq!(
            Request::parse(line, 5),
            Request::Command(expected),
            "{line:?}"
        );
    }

    #[test]
    fn commands_are_understood_however_they_are_typed() {
        check("q", Command::Quit);
        check("ｑ", Command::Quit);
        check(" Quit ", Command::Quit);
        check("終了", Command::Quit);
        check("？", Command::Help);
        check("?", Command::Help);
        check("もどる", Command::Back);
        check("次", Command::Next);
        check("ＮＥＸＴ", Command::Next);
        check("　次　", Command::Next);
        check("ﾄﾋﾟｯｸ", Command::Topics);
        check("わからない", Command::Skip);
        check("E", Command::Language(Some(Language::En)));
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
            assert_eq!(Request::parse(line, 5), Request::Query(expected.to_owned()));
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
        query("a\tb\u{1b}[31m\u{0}c", "a b[31mc");
        assert_eq!(
            Request::parse("110", 200),
            Request::Command(Command::Number(110))
        );
        for empty in ["", "  ", "　", "\u{0}\u{200b}", "/", "/ "] {
            assert_eq!(Request::parse(empty, 5), Request::Nothing, "{empty:?}");
        }
    }

    #[test]
    fn a_query_has_an_end() {
        let long = "あ".repeat(1_000_000);
        let Request::Query(query) = Request::parse(&long, 0) else {
            panic!("a query");
        };
        assert_eq!(query.chars().count(), LONGEST);
    }

    #[test]
    fn no_word_stands_for_two_commands_and_all_can_be_typed() {
        let words: Vec<&str> = SPELLINGS.iter().flat_map(Spelling::forms).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(fold(word), *word);
            assert!(!words[..at].contains(word), "{word}");
        }
    }
}
