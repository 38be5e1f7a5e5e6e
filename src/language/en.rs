//! What is known of English: its small words, and its words without their endings, so that "cancelling" and "cancellation"
//! meet "cancel".

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
pub(super) fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut stem = singular(word);
    for (ending, shortest) in [("ation", 4), ("ment", 3), ("ly", 4), ("ing", 3), ("ed", 3)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= shortest
            && has_vowel(rest)
            // "need" and "speed" are no past tenses.
            && !(ending == "ed" && rest.ends_with('e'))
        {
            stem.truncate(rest.len());
            break;
        }
    }
    even_out(stem)
}

fn singular(word: &str) -> String {
    let cut = |n: usize| word[..word.len() - n].to_owned();
    if word.len() > 4 && word.ends_with("ies") {
        return cut(3) + "y";
    }
    if ["sses", "xes", "ches", "shes", "zes"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        return cut(2);
    }
    if word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        return cut(1);
    }
    word.to_owned()
}

/// One form for what spelling rules change before an ending: final `e`, doubled consonants, `y`.
fn even_out(mut stem: String) -> String {
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    if let [.., a, b] = stem.as_bytes()
        && a == b
        && stem.len() > 3
    {
        stem.pop();
    }
    if stem.len() > 2 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
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
