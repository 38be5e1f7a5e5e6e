//! Passwords that are words, and addresses for mail that are told in words.

use std::ops::Range;

use super::{MOST_WORDS, Token, has};

/// What is said before a password, or something that is one for a machine.
const SECRETS: &str = "password passcode passphrase pass pw pin login id username";
const SECRETS_IN_KANA: &str = "パスワードは 暗証番号は 合言葉は ユーザー名は idは pwは";

/// What stands behind them: a password may be a word like any other.
pub(super) fn behind_what_they_are(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let word = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| &text[token.range.clone()])
    };
    let is_told = |at: usize| match word(at) {
        "is" | "was" => at > 0 && has(SECRETS, word(at - 1)),
        secret => {
            has(SECRETS, secret)
                && text[tokens[at].range.end..]
                    .trim_start()
                    .starts_with([':', '='])
        }
    };
    let in_kana = SECRETS_IN_KANA
        .split(' ')
        .flat_map(|said| text.match_indices(said));
    let in_kana: Vec<usize> = in_kana.map(|(at, said)| at + said.len()).collect();
    let begins = (0..tokens.len()).filter(|&at| {
        let start = tokens[at].range.start;
        let is_behind = |&end: &usize| {
            text.get(end..start)
                .is_some_and(|gap| gap.trim().is_empty())
        };
        at > 0 && is_told(at - 1) || in_kana.iter().any(is_behind)
    });
    let secret = |at: usize| {
        let told = tokens[at..].iter().take_while(|token| token.is_spaced());
        let last = told.take(MOST_WORDS).last()?;
        Some(tokens[at].range.start..last.range.end)
    };
    begins.filter_map(secret).collect()
}

/// An address for mail as it is told on the telephone: "jane at butcher dot com".
pub(super) fn mail(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    const BEFORE_DOT: usize = 3;
    let is_dot = |token: &Token| matches!(&text[token.range.clone()], "dot" | "ドット");
    let dots = (0..tokens.len()).filter(|&at| is_dot(&tokens[at]));
    let address = |at: usize| {
        let last = tokens.get(at + 1).unwrap_or(&tokens[at]);
        tokens[at.saturating_sub(BEFORE_DOT)].range.start..last.range.end
    };
    dots.map(address).collect()
}
