//! Queries whose right answer is known: they are made from a section.

use super::Section;
use super::random::Random;
use super::vocabulary::Vocabulary;

/// A query of every class.
///
/// `words`: two or three nouns of the section, the rarest among them, as somebody types who remembers what it was
/// about. `prefix`: the beginning of one of its sentences, cut anywhere. `sentence`: a whole one. `title`: its title,
/// which other sections may have too.
pub(super) fn of(
    section: &Section,
    vocabulary: &Vocabulary,
    random: &mut Random,
) -> Vec<(&'static str, String)> {
    let sentences: Vec<&str> = section
        .body
        .split(['。', '\n'])
        .map(|sentence| sentence.trim_start_matches("- "))
        .filter(|sentence| sentence.chars().count() > 8)
        .collect();
    let mut queries = vec![
        ("words", words(&section.nouns, vocabulary, random)),
        ("title", section.title.clone()),
    ];
    if !sentences.is_empty() {
        let sentence = sentences[random.below(sentences.len())];
        queries.push(("sentence", sentence.to_owned()));
        let sentence = sentences[random.below(sentences.len())];
        let length = 6 + random.below(12);
        queries.push(("prefix", sentence.chars().take(length).collect()));
    }
    queries
}

fn words(nouns: &[usize], vocabulary: &Vocabulary, random: &mut Random) -> String {
    let mut nouns = nouns.to_vec();
    nouns.sort_unstable();
    nouns.dedup();
    let mut chosen: Vec<usize> = nouns.pop().into_iter().collect();
    for _ in 0..=random.below(2) {
        if !nouns.is_empty() {
            chosen.push(nouns.swap_remove(random.below(nouns.len())));
        }
    }
    let words: Vec<&str> = chosen
        .iter()
        .map(|&noun| vocabulary.nouns[noun].as_str())
        .collect();
    words.join(" ")
}
