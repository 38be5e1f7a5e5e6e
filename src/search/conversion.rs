//! Kana and romaji → the guide's words: conversion as an input method does it, with the guide as its dictionary.
//!
//! A stretch of kana or Latin letters has no visible words. It is cut into words of the lexicon, particles and endings
//! so that the least is left over.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{By, Lexicon};
use crate::text::reading::{letters, romaji};

/// A part of a stretch that carries a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Byte range in the stretch.
    pub range: Range<usize>,
    /// In canonical letters; of a word that inflects, the part that does not.
    pub letters: String,
    pub kind: PartKind,
}

/// What a part was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A word of the lexicon with this reading.
    Word,
    /// One whose reading begins so; an ending may follow.
    Stem,
    /// The stretch ends within it.
    Open,
    Unknown,
}

/// A stretch to be converted.
#[derive(Debug)]
pub struct Stretch {
    /// Where it may be cut: byte offsets, with its beginning and its end.
    cuts: Vec<usize>,
    text: Text,
}

#[derive(Debug)]
enum Text {
    Kana(String),
    /// Canonical letters, and for each the byte offset of what was typed for it and of the end of the word.
    Letters(String, Vec<(usize, usize)>),
}

/// Longer ones are looked at so far only, which bounds the time.
const MOST_KANA: usize = 48;
const MOST_LETTERS: usize = 80;

/// The longest word, in characters of the stretch.
const LONGEST_KANA: usize = 12;
const LONGEST_LETTERS: usize = 22;

impl Stretch {
    /// Hiragana and katakana, folded.
    pub fn kana(text: &str) -> Self {
        let text: String = text.chars().take(MOST_KANA).collect();
        let cuts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        Self {
            cuts: cuts.collect(),
            text: Text::Kana(text),
        }
    }

    /// Latin words and their offsets, as typed. `None` if one of them cannot be romaji.
    pub fn romaji(words: &[(usize, &str)]) -> Option<Self> {
        let mut all = String::new();
        let mut origins = Vec::new();
        for &(offset, word) in words {
            let letters = romaji(word)?;
            // Where in a word a letter comes from matters little; the word's ends do.
            let end = offset + word.len();
            origins.extend((0..letters.len()).map(|at| (offset + at.min(word.len() - 1), end)));
            all.push_str(&letters);
        }
        all.truncate(MOST_LETTERS);
        origins.truncate(all.len());
        Some(Self {
            cuts: (0..=all.len()).collect(),
            text: Text::Letters(all, origins),
        })
    }

    fn len(&self) -> usize {
        self.cuts.len() - 1
    }

    fn longest(&self) -> usize {
        match self.text {
            Text::Kana(_) => LONGEST_KANA,
            Text::Letters(..) => LONGEST_LETTERS,
        }
    }

    /// The canonical letters between two cuts.
    fn letters(&self, from: usize, to: usize) -> String {
        match &self.text {
            Text::Kana(text) => letters(&text[self.cuts[from]..self.cuts[to]]),
            Text::Letters(text, _) => text[from..to].to_owned(),
        }
    }

    fn range(&self, from: usize, to: usize) -> Range<usize> {
        match &self.text {
            Text::Kana(_) => self.cuts[from]..self.cuts[to],
            Text::Letters(_, origins) => {
                let (_, word_end) = origins[to - 1];
                // At the end of a typed word what was not needed of it belongs to its last letter.
                let end = match origins.get(to) {
                    Some(&(next, end)) if end == word_end => next,
                    _ => word_end,
                };
                origins[from].0..end
            }
        }
    }

    /// No word that was typed begins with a particle: か does not stand in front of `karubonara`. In kana they may,
    /// since a stretch of it begins wherever kanji end.
    fn may_stand_first(&self, from: usize, to: usize) -> bool {
        const PARTICLE: usize = 2;
        match &self.text {
            Text::Letters(_, origins) if from == 0 && to <= PARTICLE => {
                let (_, word_end) = origins[to - 1];
                origins.get(to).is_none_or(|&(next, _)| next >= word_end)
            }
            _ => true,
        }
    }

    /// Whether an ending may stand there: one that begins a word that was typed is all of it. `tsuika` behind `hairetsu` is a
    /// word, and no row of endings.
    fn may_end(&self, from: usize, to: usize) -> bool {
        match &self.text {
            Text::Kana(_) => true,
            Text::Letters(_, origins) => {
                let begins = origins[from - 1].1 != origins[from].1;
                let ends = origins.get(to).is_none_or(|next| next.1 != origins[from].1);
                !begins || ends
            }
        }
    }

    /// Whether a kana begins there: no word begins within one.
    fn begins_kana(&self, at: usize) -> bool {
        match &self.text {
            Text::Kana(_) => true,
            Text::Letters(text, _) => {
                text[..at].ends_with(['a', 'i', 'u', 'e', 'o', 'n']) || at == 0
            }
        }
    }

    fn unknown_cost(&self) -> u32 {
        match self.text {
            Text::Kana(_) => 30,
            Text::Letters(..) => 15,
        }
    }

    /// Two kana or three letters are the least that can be told from chance.
    fn is_long_enough(&self, from: usize, to: usize, letters: &str) -> bool {
        match &self.text {
            Text::Kana(text) => {
                let first = text[self.cuts[from]..].chars().next();
                to - from >= 2
                    && letters.len() >= 3
                    && !first.is_some_and(|c| NEVER_FIRST.contains(c))
            }
            Text::Letters(..) => letters.len() >= 3,
        }
    }
}

/// No word begins with these.
const NEVER_FIRST: &str = "ーんっゃゅょぁぃぅぇぉンッャュョァィゥェォ";

/// The least of a stem, in letters, by which a word is recognised.
const SHORTEST_STEM: usize = 4;

const WORD: u32 = 20;
const OPEN: u32 = 26;
const SMALL: u32 = 10;
const ENDING: u32 = 4;
const LATER_ENDING: u32 = 9;

/// What leads to a place in a stretch at the least cost.
#[derive(Debug, Clone)]
struct Step {
    cost: u32,
    /// Of two ways that cost the same the one with the usual words is meant: せいすう|がた is 整数型, not 性|姿.
    rarity: u32,
    from: usize,
    from_stem: bool,
    part: Option<(String, PartKind)>,
}

/// Cuts a stretch into what carries a meaning and leaves out what does not.
pub fn convert(stretch: &Stretch, lexicon: &Lexicon) -> Vec<Part> {
    let length = stretch.len();
    // Two ways to be at a place: behind a whole word, and behind a stem that wants its ending.
    let mut steps: Vec<[Option<Step>; 2]> = vec![[None, None]; length + 1];
    for from in 0..length {
        let costs = [0, 1].map(|state| {
            if from == 0 {
                (state == 0).then_some((0, 0))
            } else {
                let step = steps[from][state].as_ref();
                step.map(|step| (step.cost, step.rarity))
            }
        });
        // Two words are more likely than a row of endings.
        let follows = steps[from][1].as_ref().is_some_and(|step| step.from_stem);
        let ending = if follows { LATER_ENDING } else { ENDING };
        let mut offer = |to: usize, stem: bool, step: Step| {
            let slot = &mut steps[to][usize::from(stem)];
            let way = |step: &Step| (step.cost, step.rarity);
            if slot.as_ref().is_none_or(|other| way(&step) < way(other)) {
                *slot = Some(step);
            }
        };
        for to in from + 1..=length.min(from + stretch.longest()) {
            let letters = stretch.letters(from, to);
            if let Some((cost, rarity)) = costs[1]
                && ENDINGS.contains(letters.as_str())
                && stretch.may_end(from, to)
            {
                // An ending may be followed by another one, or by a word.
                for stem in [true, false] {
                    offer(
                        to,
                        stem,
                        Step {
                            cost: cost + ending,
                            rarity,
                            from,
                            from_stem: true,
                            part: None,
                        },
                    );
                }
            }
            // A stem without an ending is nothing in the middle.
            let Some((cost, rarity)) = costs[0] else {
                continue;
            };
            let mut step = |to: usize, stem: bool, cost: u32, part: Option<(String, PartKind)>| {
                let word = part
                    .as_ref()
                    .and_then(|(letters, kind)| rarity_of(letters, *kind, lexicon));
                offer(
                    to,
                    stem,
                    Step {
                        cost,
                        rarity: rarity + word.unwrap_or(0),
                        from,
                        from_stem: false,
                        part,
                    },
                );
            };
            if to == from + 1 {
                let part = Some((letters.clone(), PartKind::Unknown));
                step(to, false, cost + stretch.unknown_cost(), part);
            }
            if !stretch.begins_kana(from) {
                continue;
            }
            if SMALL_WORDS.contains(letters.as_str()) && stretch.may_stand_first(from, to) {
                step(to, false, cost + SMALL, None);
            }
            if !stretch.is_long_enough(from, to, &letters) {
                continue;
            }
            if lexicon.has(&letters, By::Reading) {
                step(
                    to,
                    false,
                    cost + WORD,
                    Some((letters.clone(), PartKind::Word)),
                );
            }
            if let Some(stem) = stem_of(&letters, lexicon) {
                let part = Some((stem.to_owned(), PartKind::Stem));
                step(to, true, cost + WORD + 1, part.clone());
                if to == length || stem.len() < letters.len() {
                    step(to, false, cost + WORD + 2, part);
                }
            }
            if to == length && lexicon.begins(&letters, By::Reading) {
                step(to, false, cost + OPEN, Some((letters, PartKind::Open)));
            }
        }
    }
    without_chance(trace(stretch, &steps))
}

/// How rare the most usual word is with a reading, in halvings.
fn rarity_of(letters: &str, kind: PartKind, lexicon: &Lexicon) -> Option<u32> {
    let by = match kind {
        PartKind::Word => By::Reading,
        PartKind::Stem => By::Stem,
        PartKind::Open | PartKind::Unknown => return None,
    };
    let usual = lexicon.exact(letters, by, 1);
    Some(u64::BITS - usual.first()?.count.max(1).ilog2())
}

/// A short word beside something unknown is there by chance: the `bon` and `ara` of `karubonara` are neither 盆 nor 荒い.
const LONG_ENOUGH: usize = 5;

/// Takes short words that touch something unknown for a part of it.
fn without_chance(mut parts: Vec<Part>) -> Vec<Part> {
    let is_unknown = |part: &Part| part.kind == PartKind::Unknown;
    let is_chance = |parts: &[Part], at: usize| {
        let part = &parts[at];
        let before = at.checked_sub(1).map(|before| &parts[before]);
        let touches_before =
            before.is_some_and(|b| is_unknown(b) && b.range.end == part.range.start);
        let after = parts.get(at + 1);
        let touches_after = after.is_some_and(|a| is_unknown(a) && a.range.start == part.range.end);
        !is_unknown(part) && part.letters.len() < LONG_ENOUGH && (touches_before || touches_after)
    };
    while let Some(at) = (0..parts.len()).find(|&at| is_chance(&parts, at)) {
        parts[at].kind = PartKind::Unknown;
    }
    let mut merged: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match merged.last_mut() {
            Some(last)
                if is_unknown(last) && is_unknown(&part) && last.range.end == part.range.start =>
            {
                last.range.end = part.range.end;
                last.letters.push_str(&part.letters);
            }
            _ => merged.push(part),
        }
    }
    merged
}

/// The stem with which letters end: all of them, or all but the vowel that an ending begins with within a kana.
fn stem_of<'a>(letters: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let without_vowel = letters.strip_suffix(['a', 'i', 'u', 'e', 'o']);
    [Some(letters), without_vowel]
        .into_iter()
        .flatten()
        .find(|stem| stem.len() >= SHORTEST_STEM && lexicon.has(stem, By::Stem))
}

fn trace(stretch: &Stretch, steps: &[[Option<Step>; 2]]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut at = stretch.len();
    let mut behind_stem = false;
    while at > 0 {
        let Some(step) = &steps[at][usize::from(behind_stem)] else {
            break;
        };
        if let Some((letters, kind)) = &step.part {
            let range = stretch.range(step.from, at);
            match parts.last_mut() {
                // What is not recognised stays together.
                Some(next)
                    if *kind == PartKind::Unknown
                        && next.kind == PartKind::Unknown
                        && range.end == next.range.start =>
                {
                    next.range.start = range.start;
                    next.letters.insert_str(0, letters);
                }
                _ => parts.push(Part {
                    range,
                    letters: letters.clone(),
                    kind: *kind,
                }),
            }
        }
        at = step.from;
        behind_stem = step.from_stem;
    }
    parts.reverse();
    parts
}

/// Particles, copulas and light verbs, which every sentence has.
static SMALL_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    set(
        "が は を に へ と で も の や か から まで より など だけ ので のに けど けれど けれども ですが ですか です \
     でしょうか でしょう ます ました ません ませんか ましょうか した して する すると しない しました しています している してる \
     していない したい したく したら すれば できる できない できません できますか できた できて ほしい ほしいです ください \
     くださいませ たい たいです たいのですが ない なくて ないです なった なって なる なります なり いる いて いない います いません ある あり \
     あります ありますか ありません あって という って とは には では への での との からの までの んです んですが のですが こと もの とき \
     ところ ため よう ように ような あと まえに どう どうすれば どうしたら どうやって いい いいですか よい いつ だれ なに なん なんの どの どれ どこ この その あの \
     これ それ あれ ここ そこ ね よ わ さ な だ だった けども また もう まだ とても すごく ちゃんと について にて として おねがい おねがいします \
     おしえて おしえてください しまった しまいました しまって ちゃった ちゃいました てしまった られる れる さい わたし ぼく おれ うち いま",
    )
});

/// What may follow a stem: endings of verbs and adjectives, and what they begin with within a kana.
static ENDINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut endings = set(
        "た て だ で ない なく なくて なかった ます ました ません まして たい たく たら ても てる ている ています ていた てしまう てしまった てしまいました \
         ちゃった ちゃう って った んだ んで いた いて いで いだ して した し き ぎ ち に び み り い う く ぐ す つ ぬ ぶ む る け げ せ て ね べ め れ え \
         か が さ た な ば ま ら わ こ ご そ と の ぼ も ろ お よう れた れて れる れない られた られて られる られない せる させる ば れば やすい にくい \
         かった くて くない そう すぎ すぎる ず ずに なきゃ",
    );
    for vowel in ["a", "i", "u", "e", "o"] {
        endings.insert(vowel.to_owned());
    }
    endings
});

fn set(kana: &str) -> HashSet<String> {
    kana.split_whitespace().map(letters).collect()
}

#[cfg(test)]
mod tests {
    use tantivy::directory::OwnedBytes;

    use super::*;
    use crate::search::lexicon::Builder;

    fn read(typed: &[(usize, &str)]) -> Vec<String> {
        let mut builder = Builder::default();
        for (letters, word) in [("bon", "盆"), ("ara", "荒"), ("kaiyaku", "解約")] {
            builder.reading(letters, word);
        }
        let lexicon = OwnedBytes::new(builder.finish().expect("keys are sorted"));
        let lexicon = Lexicon::open(&lexicon).expect("it was just written");
        let stretch = Stretch::romaji(typed).expect("these are romaji");
        let parts = convert(&stretch, &lexicon).into_iter();
        let known = parts.filter(|part| part.kind != PartKind::Unknown);
        known.map(|part| part.letters).collect()
    }

    #[test]
    fn what_stands_in_a_foreign_word_by_chance_is_not_read() {
        assert_eq!(read(&[(0, "bon")]), ["bon"]);
        assert!(read(&[(0, "karubonara")]).is_empty());
        assert_eq!(
            read(&[(0, "nettokaiyaku")]),
            ["kaiyaku"],
            "it is long enough"
        );
        assert_eq!(read(&[(0, "wo"), (3, "kaiyaku")]), ["kaiyaku"]);
    }
}
