//! A query as a whole, as opposed to its words: whether it stands in a section as it was typed, is its title, or names what its
//! article is about.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::analysis::Analyser;
use super::languages::Languages;
use crate::guide::SectionText;
use crate::text::fold::fold;
use crate::text::segment::Class;

/// What was typed, in the forms in which it is compared.
#[derive(Debug)]
pub struct Phrase<'a> {
    typed: &'a str,
    /// In small letters, where it has any.
    lower: Option<String>,
    folded: String,
    /// Its words as they are indexed: without endings, and without the small ones.
    words: Vec<String>,
}

impl<'a> Phrase<'a> {
    pub fn of(query: &'a str, languages: &Languages) -> Self {
        let typed = query.trim();
        let has_letters = typed.contains(|c: char| c.is_ascii_alphabetic());
        let folded = fold(typed);
        Self {
            typed,
            lower: has_letters.then(|| typed.to_ascii_lowercase()),
            words: words(&folded, languages),
            folded,
        }
    }

    /// Whether it stands somewhere in a section just as it was typed, but for capitals: headings have some, and who types has
    /// none.
    pub fn stands_in(&self, text: &SectionText) -> bool {
        let Some(lower) = &self.lower else {
            return text.has(|part| part.contains(self.typed));
        };
        text.has(|part| small(part).contains(lower.as_str()))
    }

    /// The pairs of characters that stand wherever it does. Where there are spaces there are none: what begins or ends it may be a
    /// part of a word.
    pub fn pairs(&self, languages: &Languages) -> impl Iterator<Item = String> {
        let is_pair = |text: &String| {
            text.chars().nth(1).is_some() && text.chars().all(|c| Class::of(c).is_cjk())
        };
        let tokens = Analyser::Grams.tokens(&self.folded, languages).into_iter();
        tokens.map(|token| token.text).filter(is_pair)
    }

    /// Whether it is a title.
    pub fn is_title(&self, title: &str) -> bool {
        !self.folded.is_empty() && title.len() < 4 * self.folded.len() && fold(title) == self.folded
    }

    /// Whether it names what an article is about: all or nearly all of its title, or what its file is called. A title that goes
    /// on at length is about something else.
    pub fn is_topic(&self, article: &Named<'_>) -> bool {
        let title = &article.title;
        let begins = title
            .strip_prefix(&self.folded)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let is_nearly_all = title.contains(&self.folded) && 2 * self.folded.len() >= title.len();
        !self.folded.is_empty() && (begins || is_nearly_all || self.has_words_of(article))
    }

    /// The same by words: `sync` is what "Syncing with the server" is about, and `docker` what `docker.md` is.
    fn has_words_of(&self, article: &Named<'_>) -> bool {
        let are_most = |title: &[String]| {
            2 * self.words.len() >= title.len()
                && self.words.iter().all(|word| title.contains(word))
        };
        !self.words.is_empty() && (are_most(article.words()) || self.words == article.file())
    }
}

/// What an article is called, taken apart once for all that it is compared with.
#[derive(Debug)]
pub struct Named<'a> {
    /// Folded.
    title: String,
    words: OnceCell<Vec<String>>,
    /// What its file is called.
    file: &'a str,
    file_words: OnceCell<Vec<String>>,
    languages: &'a Languages,
}

impl<'a> Named<'a> {
    pub fn of(title: &str, file: &'a str, languages: &'a Languages) -> Self {
        Self {
            title: fold(title),
            words: OnceCell::new(),
            file,
            file_words: OnceCell::new(),
            languages,
        }
    }

    fn words(&self) -> &[String] {
        self.words
            .get_or_init(|| words(&self.title, self.languages))
    }

    fn file(&self) -> &[String] {
        let words = || words(&fold(&self.file.replace(['-', '_'], " ")), self.languages);
        self.file_words.get_or_init(words)
    }
}

fn words(folded: &str, languages: &Languages) -> Vec<String> {
    let tokens = Analyser::Words.tokens(folded, languages).into_iter();
    let words = tokens.map(|token| token.text);
    let telling = words.filter(|word| !languages.is_small_word(word));
    telling
        .map(|word| {
            let is_spaced = word.starts_with(|c| Class::of(c).is_spaced());
            if is_spaced {
                languages.stem(&word).into_owned()
            } else {
                word
            }
        })
        .collect()
}

/// A text in small letters; only those of ASCII have others that are as short.
fn small(text: &str) -> Cow<'_, str> {
    // All of it, which the processor does for many bytes at a time.
    let has_capitals = text
        .bytes()
        .fold(false, |any, byte| any | byte.is_ascii_uppercase());
    if has_capitals {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::Body;
    use crate::language::Language;

    fn languages() -> Languages {
        Languages::of(&[Language::JA, Language::EN])
    }

    #[test]
    fn a_topic_is_all_or_nearly_all_of_a_title() {
        for (title, name, query, expected) in [
            ("解約", "", "解約", true),
            ("解約する", "", "解約", true),
            ("CORS (sharing)", "", "cors", true),
            ("Corsetry for beginners", "", "cors", false),
            ("How to pay by card or in cash", "", "pay", false),
            ("解約", "", "", false),
            ("Syncing with the server", "", "sync", true),
            ("Installing uv", "installation", "install", true),
            ("Using uv in Docker", "docker", "docker", true),
            ("Overview of all", "docker", "index", false),
            ("First steps", "getting-started", "getting started", true),
        ] {
            let languages = languages();
            let phrase = Phrase::of(query, &languages);
            assert_eq!(
                phrase.is_topic(&Named::of(title, name, &languages)),
                expected,
                "{title} {name} {query}"
            );
        }
    }

    #[test]
    fn what_was_typed_stands_somewhere_whatever_its_capitals() {
        let text = |title: &str, body: &str| SectionText {
            title: title.to_owned(),
            path: Vec::new(),
            body: Body::parse(body).into(),
            questions: vec!["How do I mend it?".to_owned()],
            keywords: Vec::new(),
        };
        let section = text(
            "Namespace packages",
            "Such a *package* has no file. 受付時間",
        );
        for (query, expected) in [
            ("namespace packages", true),
            ("Namespace Packages", true),
            ("how do i", true),
            ("受付時間", true),
            ("package has", false),
            ("受付 時間", false),
        ] {
            let languages = languages();
            let phrase = Phrase::of(query, &languages);
            assert_eq!(phrase.stands_in(&section), expected, "{query}");
        }
        let languages = languages();
        let phrase = Phrase::of(" namespace ｐackages", &languages);
        assert!(phrase.is_title("Namespace packages"));
        assert!(!phrase.is_title("Namespace packages and stubs"));
    }

    proptest! {
        #[test]
        fn the_pairs_of_a_phrase_stand_wherever_it_does(
            before in "[ぁ-んァ-ヶ一-龥a-z ー、０-９]{0,6}",
            typed in "[ぁ-んァ-ヶ一-龥a-z ー、０-９]{1,12}",
            after in "[ぁ-んァ-ヶ一-龥a-z ー、０-９]{0,6}",
        ) {
            let languages = languages();
            let text = fold(&format!("{before}{typed}{after}"));
            let stand: Vec<String> = Analyser::Grams
                .tokens(&text, &languages)
                .into_iter()
                .map(|token| token.text)
                .collect();
            for pair in Phrase::of(&typed, &languages).pairs(&languages) {
                prop_assert!(stand.contains(&pair), "{pair} in {text}");
            }
        }
    }

    #[test]
    fn only_pairs_tell_where_a_phrase_may_stand() {
        let languages = languages();
        let pairs = |typed| {
            Phrase::of(typed, &languages)
                .pairs(&languages)
                .collect::<Vec<_>>()
        };
        assert_eq!(pairs("変える key"), ["変え", "える"]);
        assert_eq!(pairs("lost key"), [""; 0]);
    }
}
