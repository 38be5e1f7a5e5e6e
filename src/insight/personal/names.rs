//! Names: what stands behind a title or before one, and what somebody says of himself.

use std::ops::Range;

use super::{MOST_WORDS, Token, has};
use crate::text::segment::Class;

/// Titles that stand before names.
const BEFORE: &str = "mr mrs ms miss mx mister dr doctor prof professor sir madam mme mlle monsieur madame frau herr \
    señor señora named called signed";

/// Words that stand in no name: a name ends before them.
const IN_NO_NAME: &str = "a about an and are at but by can did do for from had has have how i in is it me my not of on or \
    said so that the to told was we what when who why with you your";

/// The names behind titles, and behind "my name is".
pub(super) fn behind_titles(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let word = |token: &Token| &text[token.range.clone()];
    let begins = |at: usize| {
        let behind = |words: &[&str]| {
            let from = at + 1 - words.len().min(at + 1);
            tokens[from..=at].iter().map(word).eq(words.iter().copied())
        };
        has(BEFORE, word(&tokens[at]))
            || behind(&["name", "is"])
            || behind(&["name", "s"])
            || behind(&["name's"])
            || behind(&["call", "me"])
    };
    let is_titled = (0..tokens.len()).filter(|&at| begins(at));
    let name = |at: usize| {
        let names = tokens[at + 1..]
            .iter()
            .take_while(|token| token.is_spaced() && !has(IN_NO_NAME, word(token)));
        let names: Vec<&Token> = names.take(MOST_WORDS).collect();
        Some(names.first()?.range.start..names.last()?.range.end)
    };
    is_titled.filter_map(name).collect()
}

/// Titles that stand behind names, in Japanese and Chinese: of those names too that are in hiragana, and of others alone.
const BEHIND: &str = "さん さま 様 くん ちゃん";
const BEHIND_KANJI: &str = "君 氏 殿 先生 先輩 夫人 嬢 小姐 女士 太太 同学 老师 老師";

/// What stands before such a title and is nobody's name, or behind it so that it is none.
const NO_NAMES: &str = "客様 皆様 皆さん 子様 子さん 母さん 父さん 奥様 奥さん 業者さん 医者さん 神様 王様 仕様 同様 模様 多様 有様 様子 様々 様式 氏名 沢山 たくさん じゅうぶん 何様";

/// Titles in Latin letters and in hangul.
const BEHIND_SPACED: &str = "san sama kun chan sensei ssi nim 씨 님";

/// The names before titles, with these.
pub(super) fn before_titles(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let titles = BEHIND.split(' ').map(|title| (title, true));
    let titles = titles.chain(BEHIND_KANJI.split(' ').map(|title| (title, false)));
    for (title, in_hiragana) in titles {
        for (at, _) in text.match_indices(title) {
            let is_none = NO_NAMES.split(' ').any(|none| {
                text.match_indices(none)
                    .any(|(start, none)| start <= at && at < start + none.len())
            });
            let start = begin_of_name(text, at, in_hiragana);
            if !is_none && start < at {
                found.push(start..at + title.len());
            }
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let word = &text[token.range.clone()];
        let before = at
            .checked_sub(1)
            .map(|at| &tokens[at])
            .filter(|before| before.is_spaced());
        if has(BEHIND_SPACED, word)
            && let Some(before) = before
        {
            found.push(before.range.start..token.range.end);
        } else if is_hangul_with_title(word) {
            found.push(token.range.clone());
        }
    }
    found
}

/// 김민수씨, 김민수님이: the title is a part of the word, and a particle may follow.
fn is_hangul_with_title(word: &str) -> bool {
    let none = "고객님 선생님 손님 부모님 아저씨 날씨 글씨 솜씨";
    let before = |title| word.find(title).map_or(0, |at| word[..at].chars().count());
    (before('씨') >= 2 || before('님') >= 2) && !none.split(' ').any(|none| word.contains(none))
}

/// Where a name begins that ends at a place. Of hiragana it is as long as names are.
fn begin_of_name(text: &str, end: usize, in_hiragana: bool) -> usize {
    const MOST_HIRAGANA: usize = 6;
    let is_joint = |c: char| matches!(c, '・' | '=' | '-');
    let mut start = end;
    let mut hiragana = 0;
    for (at, c) in text[..end].char_indices().rev() {
        match Class::of(c) {
            Class::Hiragana if in_hiragana && hiragana < MOST_HIRAGANA => hiragana += 1,
            Class::Han | Class::Katakana | Class::Latin => {}
            // 山田 様: a space before the title.
            Class::Other if is_joint(c) || c == ' ' && start == end => {
                if c == ' ' {
                    start = at;
                }
                continue;
            }
            _ => break,
        }
        start = at;
    }
    // A space alone is no name.
    if text[start..end].trim().is_empty() {
        end
    } else {
        start
    }
}

/// What is said before a name, and what behind it.
const BEFORE_NAME: &str =
    "名前は なまえは 氏名は 氏名: 名前: 名前 氏名 我叫 我姓 名字是 姓名是 姓名 이름은 성함은 name:";
const BEHIND_NAME: &[&str] = &[
    "と申し",
    "と申す",
    "ともうし",
    "といいます",
    "と言います",
    "と名乗",
    "입니다만",
    "라고 합니다",
];

/// Names of those who say how they are called.
pub(super) fn introduced(text: &str) -> Vec<Range<usize>> {
    const MOST: usize = 12;
    let is_in_name = |c: char| {
        let class = Class::of(c);
        class == Class::Han
            || class == Class::Katakana
            || class == Class::Latin
            || matches!(c, ' ' | '・')
    };
    let before = BEFORE_NAME
        .split(' ')
        .flat_map(|said| text.match_indices(said))
        .map(|(at, said)| {
            let start = at + said.len();
            let name = text[start..]
                .chars()
                .take_while(|&c| is_in_name(c) || c == ':');
            start..start + name.take(MOST).map(char::len_utf8).sum::<usize>()
        });
    let behind = BEHIND_NAME
        .iter()
        .flat_map(|said| text.match_indices(said))
        .map(|(at, _)| {
            let name = text[..at]
                .chars()
                .rev()
                .take_while(|&c| is_in_name(c) || Class::of(c) == Class::Hiragana);
            at - name.take(MOST).map(char::len_utf8).sum::<usize>()..at
        });
    before
        .chain(behind)
        .filter(|range| !text[range.clone()].trim().is_empty())
        .collect()
}
