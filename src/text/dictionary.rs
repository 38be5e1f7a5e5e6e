//! Words that are compiled in as a finite-state transducer, and the ways to follow a text along it. It is used as it is:
//! nothing is loaded or unpacked at start.

use std::ops::Range;

use tantivy_fst::raw::{CompiledAddr, Fst, Node};

/// Words (UTF-8, folded), each with a number.
pub(crate) struct Dictionary {
    /// `None` cannot be but for a broken build; then no word is known.
    words: Option<Fst<&'static [u8]>>,
    /// Where each of [`KANA`] leads, and the two bytes before the last of each of [`THREE_BYTES`]: in a Japanese text a word is
    /// looked for at nearly every character, and at most of them the first steps are all that there are.
    behind_kana: Vec<Option<Place>>,
    behind_two: Vec<Option<Place>>,
}

/// Hiragana and katakana, and around them as far as the first two bytes of a character are theirs.
const KANA: Range<usize> = 0x3040..0x3100;

/// Characters of Japanese, of three bytes each.
const THREE_BYTES: Range<usize> = 0x3000..0xA000;

/// So many bits of a character are in its last byte.
const LAST: usize = 6;

/// A place in the transducer, and what of a number stands before it.
#[derive(Debug, Clone, Copy)]
struct Place {
    address: CompiledAddr,
    value: u64,
}

/// A place that some words lead to, or lead over.
pub(crate) struct Reached<'a> {
    words: &'a Fst<&'static [u8]>,
    node: Node<'a>,
    value: u64,
}

impl Dictionary {
    /// Of the bytes of a transducer: of these only the beginning of the words is looked at.
    pub fn new(bytes: &'static [u8]) -> Self {
        let words = Fst::new(bytes).ok();
        let mut behind_two = vec![None; THREE_BYTES.len() >> LAST];
        let mut behind_kana = vec![None; KANA.len()];
        if let Some(words) = &words {
            for (first, place) in steps(words, root(words)) {
                for (second, place) in steps(words, place) {
                    let Some(row) = row(first, second) else {
                        continue;
                    };
                    behind_two[(row - THREE_BYTES.start) >> LAST] = Some(place);
                    if KANA.contains(&row) {
                        for (last, place) in steps(words, place) {
                            let kana = row + usize::from(last) % (1 << LAST);
                            behind_kana[kana - KANA.start] = Some(place);
                        }
                    }
                }
            }
        }
        Self {
            words,
            behind_kana,
            behind_two,
        }
    }

    /// The number of a word.
    pub fn get(&self, word: &str) -> Option<u64> {
        Some(self.words.as_ref()?.get(word)?.value())
    }

    /// Calls `reached` behind each character of a text that words begin with, as far as there are any: with the length of that
    /// beginning in bytes, the shortest first.
    pub fn along<'a>(&'a self, text: &str, reached: impl FnMut(usize, Reached<'a>)) {
        let Some(first) = text.chars().next() else {
            return;
        };
        let first = first as usize;
        let begun = if KANA.contains(&first) {
            self.behind_kana[first - KANA.start].map(|place| (place, 3))
        } else if THREE_BYTES.contains(&first) {
            self.behind_two[(first - THREE_BYTES.start) >> LAST].map(|place| (place, 2))
        } else {
            self.words.as_ref().map(|words| (root(words), 0))
        };
        if let Some((place, at)) = begun {
            self.go_on(place, text, at, reached);
        }
    }

    /// The same of the words that have a byte before them.
    pub fn along_behind<'a>(
        &'a self,
        byte: u8,
        text: &str,
        reached: impl FnMut(usize, Reached<'a>),
    ) {
        let begun = self.words.as_ref();
        let begun = begun.and_then(|words| step(words, root(words), byte));
        if let Some(place) = begun {
            self.go_on(place, text, 0, reached);
        }
    }

    /// Follows a text from a byte of it on, whose place is known.
    fn go_on<'a>(
        &'a self,
        Place { address, value }: Place,
        text: &str,
        at: usize,
        mut reached: impl FnMut(usize, Reached<'a>),
    ) {
        let Some(words) = &self.words else { return };
        let (mut node, mut value, mut at) = (words.node(address), value, at);
        loop {
            if at > 0 && text.is_char_boundary(at) {
                reached(at, Reached { words, node, value });
            }
            let next = text.as_bytes().get(at);
            let Some(input) = next.and_then(|&byte| node.find_input(byte)) else {
                return;
            };
            let step = node.transition(input);
            value += step.out.value();
            node = words.node(step.addr);
            at += 1;
        }
    }
}

impl Reached<'_> {
    /// The number of the word that ends here.
    pub fn word(&self) -> Option<u64> {
        let ends = self.node.is_final();
        ends.then(|| self.value + self.node.final_output().value())
    }

    /// That of the word that has one more byte.
    pub fn word_with(&self, byte: u8) -> Option<u64> {
        let end = self.node.transition(self.node.find_input(byte)?);
        let rest = self.words.node(end.addr).final_output();
        Some(self.value + end.out.value() + rest.value())
    }
}

/// The first of the characters of [`THREE_BYTES`] that begin with two bytes.
fn row(first: u8, second: u8) -> Option<usize> {
    let bytes = [first, second, 0x80];
    let c = str::from_utf8(&bytes).ok()?.chars().next()? as usize;
    THREE_BYTES.contains(&c).then_some(c)
}

fn root(words: &Fst<&'static [u8]>) -> Place {
    Place {
        address: words.root().addr(),
        value: 0,
    }
}

/// Where each byte leads.
fn steps(
    words: &Fst<&'static [u8]>,
    Place { address, value }: Place,
) -> impl Iterator<Item = (u8, Place)> {
    let node = words.node(address);
    (0..node.len()).map(move |at| {
        let step = node.transition(at);
        let (address, value) = (step.addr, value + step.out.value());
        (step.inp, Place { address, value })
    })
}

fn step(words: &Fst<&'static [u8]>, Place { address, value }: Place, byte: u8) -> Option<Place> {
    let node = words.node(address);
    let step = node.transition(node.find_input(byte)?);
    Some(Place {
        address: step.addr,
        value: value + step.out.value(),
    })
}

#[cfg(test)]
mod tests {
    use tantivy_fst::MapBuilder;

    use super::*;

    fn dictionary(words: &[(&str, u64)]) -> Dictionary {
        let mut words = words.to_vec();
        words.sort_unstable();
        let mut builder = MapBuilder::memory();
        for (word, number) in words {
            builder.insert(word, number).unwrap();
        }
        Dictionary::new(builder.into_inner().unwrap().leak())
    }

    #[test]
    fn texts_are_followed_from_any_first_character_on() {
        let all = [
            "a",
            "ab",
            "é",
            "éa",
            "か",
            "かん",
            "カ",
            "カメ",
            "々",
            "解",
            "解約",
            "解約し",
            "龠",
            "ꀀ",
            "가",
            "𠮷",
            "𠮷野",
        ];
        let words: Vec<(&str, u64)> = all.into_iter().zip(7..).collect();
        let dictionary = dictionary(&words);
        for first in all
            .iter()
            .filter_map(|word| word.chars().next())
            .chain(['b', 'き', '約', '　', '鿿'])
        {
            for rest in ["", "b", "a", "ん", "メ", "約", "約し", "野", "x"] {
                let text = format!("{first}{rest}");
                let mut found = Vec::new();
                dictionary.along(&text, |length, reached| {
                    found.extend(reached.word().map(|number| (length, number)));
                });
                let known = text
                    .char_indices()
                    .map(|(at, c)| &text[..at + c.len_utf8()]);
                let known = known.filter_map(|word| Some((word.len(), dictionary.get(word)?)));
                assert_eq!(found, known.collect::<Vec<_>>(), "{text}");
            }
        }
    }

    #[test]
    fn words_may_have_a_byte_before_or_behind_them() {
        let dictionary = dictionary(&[("払", 3), ("払\u{1}", 5), ("\u{2}者", 8)]);
        let mut found = Vec::new();
        dictionary.along("払う", |length, reached| {
            found.push((
                length,
                reached.word(),
                reached.word_with(1),
                reached.word_with(2),
            ));
        });
        assert_eq!(found, [("払".len(), Some(3), Some(5), None)]);
        let mut behind = Vec::new();
        dictionary.along_behind(2, "者は", |length, reached| {
            behind.push((length, reached.word()));
        });
        assert_eq!(behind, [("者".len(), Some(8))]);
        dictionary.along("者", |_, _| panic!("no word begins so"));
    }

    #[test]
    fn no_word_is_known_of_what_is_no_dictionary() {
        let broken = Dictionary::new(b"no transducer");
        assert_eq!(broken.get("a"), None);
        for text in ["", "a", "か", "解約"] {
            broken.along(text, |_, _| panic!("{text}"));
            broken.along_behind(1, text, |_, _| panic!("{text}"));
        }
    }
}
