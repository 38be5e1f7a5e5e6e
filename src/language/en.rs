//! What is known of English: its small words, and its words without their endings, so that "cancelling" and "cancellation"
//! meet "cancel".

use std::borrow::Cow;

use super::known::{Endings, Known, Readings};

pub(super) static KNOWN: Known = Known {
    small_words: SMALL_WORDS,
    asks: |word| ASKING_WORDS.binary_search(&word).is_ok(),
    endings: Some(Endings::English),
    readings: Readings::Quoted,
    words: &["in english"],
    letter: Some("e"),
};

/// Words that say nothing about what is looked for.
const SMALL_WORDS: &[&str] = &[
    "a",
    "about",
    "am",
    "an",
    "and",
    "any",
    "are",
    "aren't",
    "arent",
    "as",
    "at",
    "be",
    "been",
    "but",
    "by",
    "can",
    "can't",
    "cant",
    "could",
    "couldn't",
    "couldnt",
    "did",
    "didn't",
    "didnt",
    "do",
    "does",
    "doesn't",
    "doesnt",
    "don't",
    "dont",
    "for",
    "from",
    "had",
    "has",
    "hasn't",
    "hasnt",
    "have",
    "haven't",
    "havent",
    "he",
    "he's",
    "her",
    "his",
    "how",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "im",
    "in",
    "is",
    "isn't",
    "isnt",
    "it",
    "it's",
    "its",
    "ive",
    "just",
    "let",
    "me",
    "my",
    "no",
    "not",
    "of",
    "on",
    "or",
    "our",
    "please",
    "s",
    "she",
    "she's",
    "should",
    "shouldn't",
    "shouldnt",
    "so",
    "some",
    "t",
    "that",
    "that's",
    "the",
    "their",
    "them",
    "then",
    "there",
    "there's",
    "they",
    "they're",
    "this",
    "to",
    "was",
    "wasn't",
    "wasnt",
    "we",
    "we're",
    "were",
    "what",
    "what's",
    "whats",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "won't",
    "wont",
    "would",
    "wouldn't",
    "wouldnt",
    "you",
    "you're",
    "your",
];

/// Words with which one asks.
const ASKING_WORDS: &[&str] = &[
    "able",
    "advice",
    "anybody",
    "anyone",
    "anything",
    "best",
    "difference",
    "easiest",
    "easy",
    "explain",
    "find",
    "get",
    "go",
    "good",
    "got",
    "happen",
    "happens",
    "help",
    "know",
    "like",
    "looking",
    "make",
    "making",
    "mean",
    "method",
    "need",
    "ok",
    "okay",
    "possible",
    "question",
    "recommend",
    "safe",
    "somebody",
    "someone",
    "something",
    "suggest",
    "suggestions",
    "tell",
    "thing",
    "things",
    "think",
    "trying",
    "understand",
    "use",
    "using",
    "want",
    "way",
    "ways",
    "wondering",
    "work",
];

/// A common form of the words that differ in their ending only. It is for comparing and often no word at all
/// (`charge` → `charg`). Expects folded text; what is not plain `a`–`z` is only freed of `'s`.
///
/// Deliberately light: plural, `-ing`, `-ed`, `-ation`, `-ment`, `-ly`. A full stemmer gains little on short help texts
/// and joins words that readers hold apart.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.into();
    }
    match word.strip_suffix("ies") {
        Some(rest) if rest.len() > 1 => without_ending(&format!("{rest}y")).into_owned().into(),
        _ => without_ending(singular(word)),
    }
}

fn singular(word: &str) -> &str {
    let Some(rest) = word.strip_suffix('s') else {
        return word;
    };
    let ends = |ends: &[&str]| ends.iter().any(|end| rest.ends_with(end));
    if ends(&["sse", "xe", "che", "she", "ze"]) {
        &rest[..rest.len() - 1]
    } else if rest.len() > 2 && !ends(&["s", "u", "i"]) {
        rest
    } else {
        word
    }
}

fn without_ending(word: &str) -> Cow<'_, str> {
    let (ending, shortest) = match word.as_bytes().last() {
        Some(b'n') => ("ation", 4),
        Some(b't') => ("ment", 3),
        Some(b'y') => ("ly", 4),
        Some(b'g') => ("ing", 3),
        Some(b'd') => ("ed", 3),
        _ => return even_out(word),
    };
    match word.strip_suffix(ending) {
        Some(rest)
            if rest.len() >= shortest
                && has_vowel(rest)
                // "need" and "speed" are no past tenses.
                && !(ending == "ed" && rest.ends_with('e')) =>
        {
            even_out(rest)
        }
        _ => even_out(word),
    }
}

/// One form for what spelling rules change before an ending: final `e`, doubled consonants, `y`.
fn even_out(mut stem: &str) -> Cow<'_, str> {
    if stem.len() > 3 {
        stem = stem.strip_suffix('e').unwrap_or(stem);
    }
    if let [rest @ .., a, b] = stem.as_bytes()
        && a == b
        && stem.len() > 3
    {
        stem = &stem[..=rest.len()];
    }
    match stem.strip_suffix('y') {
        Some(rest) if stem.len() > 2 => format!("{rest}i").into(),
        _ => stem.into(),
    }
}

fn has_vowel(text: &str) -> bool {
    text.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_meet() {
        for family in [
            &[
                "cancel",
                "cancels",
                "cancelled",
                "canceled",
                "cancelling",
                "cancellation",
                "cancel's",
            ][..],
            &["charge", "charges", "charged", "charging"],
            &["call", "calls", "called", "calling"],
            &["pay", "pays", "paying", "payment", "payments"],
            &["verify", "verifies", "verified", "verifying"],
            &["box", "boxes"],
            &["bill", "billing", "bills", "billed"],
            &["scam", "scams", "scammed"],
            &["quick", "quickly"],
        ] {
            for word in family {
                assert_eq!(stem(word), stem(family[0]), "{word}");
            }
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in [
            ("need", "nee"),
            ("thing", "th"),
            ("red", "r"),
            ("pass", "pa"),
            ("status", "statu"),
            ("phone", "pho"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(stem("解約"), "解約");
        assert_eq!(stem("été"), "été");
        assert_eq!(stem(""), "");
    }
}
