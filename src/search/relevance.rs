//! Which of the sections that share a term with the query are matches, how good they are, and in which language.
//!
//! Any shared bigram gives a score, so a score alone means nothing: nearly every section has one for a long query. What
//! counts is whether the query's words stand in a section.

mod missing;
mod presence;

use super::Via;
use super::analysis::Analyser;
use super::engine::{Findings, Found};
use super::query::{Alternative, Loose, Query, QueryWord};
use super::words::WordKind;
use crate::guide::Article;
use crate::language::Language;

pub use presence::{Presence, presence};

/// How much of a word's terms must stand in a section, weighted by how much they tell, for the word to stand there. Two
/// words share a bigram or an ending by chance, hardly most of them.
const WORD_SHARE: f32 = 0.6;

/// A section that scores less than this share of the best one is no match, unless it has all of the words that any has: it
/// shares a word with the query, but the best one shows that the query is about something else.
const SCORE_SHARE: f32 = 0.2;

/// Of as much of what the words tell, all counts as being there.
const ALL_WORDS: f32 = 0.99;

/// What a section gains that is about just what was asked, as a share of the best score, if nothing of the query stood in the
/// best one; others gain less, the further off they are. It decides among those that have words of the query, and makes no
/// match.
const ABOUT: f32 = 4.0;

/// The power of what is missing of the query.
const MISSING: f32 = 1.7;

/// What a section gains in which all words of the query stand, as a share of its score; less where one is missing, and nothing
/// where the words that stand there tell no more than the second says. A word in the title of every other section outweighs
/// the one word that only the right one has.
const ALL_THERE: f32 = 0.2;
const MOST_THERE: f32 = 0.75;

/// What the score of a section is multiplied with in which all of the query stands just as it was typed. The terms say which
/// words stand there, but not that they stand together.
const VERBATIM: f32 = 1.5;

/// What it is more for each byte beyond so many, and the most that it is: few sentences stand in two sections. A letter is a byte
/// and says a third of what a character of Japanese does.
const VERBATIM_MORE: f32 = 0.2;
const VERBATIM_BYTES: usize = 12;
const VERBATIM_MOST: f32 = 8.0;

/// The same of a section whose title is the query.
pub const TITLE: f32 = 1.3;

/// The same of the beginning of an article whose topic was typed: who types no more wants all of it, from its beginning.
pub const TOPIC: f32 = 1.4;

/// The same of a section that goes by its article's title, as what stands before the first heading does: the words of that are
/// found twice in it, and once in each other section.
pub const LEAD: f32 = 0.88;

/// The same of a section that has such a number as the question asks for.
pub const ANSWER: f32 = 1.2;

/// The same of a section that tells news: who asks wants to know how things are, and what was said of them once has all the
/// words of it.
const NEWS: f32 = 0.6;

/// The same of an article that the guide's table of contents leaves out.
const UNLISTED: f32 = 0.6;

/// What the scores of an article's sections are multiplied with for what it is, whatever is asked.
pub fn share(article: &Article) -> f32 {
    let news = if article.is_news() { NEWS } else { 1.0 };
    let unlisted = if article.is_listed { 1.0 } else { UNLISTED };
    news.min(unlisted)
}

/// The same of a section that only names others, such as a list of what an article has: each of its words stands in a title
/// of what it leads to.
pub const POINTERS: f32 = 0.6;

/// Another language's sections are shown when they match this many times as much of the query.
const OTHER_LANGUAGE_FACTOR: f32 = 2.0;

/// A section, with the words of the query that stand in it.
#[derive(Debug)]
pub struct Matched {
    pub found: Found,
    pub score: f32,
    /// For each word of the query that stands there its index, and that of the alternative by which it does.
    pub words: Vec<(usize, usize)>,
    /// How much those words tell.
    information: f32,
    /// Whether all words of the query stand there, in whatever form: where one does not, the query does not.
    pub has_all: bool,
    /// The share of what the query tells that stands there.
    covered: f32,
    /// The same of its words alone, each of which stands there or not.
    has: f32,
}

/// What a query matched, best first.
#[derive(Debug, Default)]
pub struct Ranking {
    pub matches: Vec<Matched>,
    /// Where hardly anything of the query was found, its words that the guide has in no form, by their numbers.
    pub missing: Vec<usize>,
    /// Where there are none, what is nearest: sections in the reader's language that share something with the query.
    pub near: Vec<Matched>,
}

/// The matches in the reader's language, or else those in the one of the guide's languages that matches most of the query.
/// Two small words of a long query that happen to stand in some section are less than a section in another language that
/// answers it.
///
/// `share` says what the score of a section is multiplied with for the article it is in, `bonus` for what it is to the query as a
/// whole; that is asked about the best ones first.
pub fn rank(
    query: &Query,
    findings: &Findings,
    (lang, languages): (Language, &[Language]),
    share: impl Fn(&Found) -> f32,
    mut bonus: impl FnMut(&Matched) -> f32,
) -> Ranking {
    let judge = Judge::new(query, findings);
    let judged = |place: usize| {
        let found = findings.found.iter();
        let found = found.filter(|found| found.readers.have(place));
        let judged = found.map(|&found| {
            let mut matched = judge.section(found);
            matched.score *= share(&found);
            matched
        });
        relevant(judged.collect())
    };
    let information = |matches: &[Matched]| {
        let all = matches.iter().map(|matched| matched.information);
        all.fold(0.0, f32::max)
    };
    let reader = languages.iter().position(|&language| language == lang);
    let (mut matches, near) = reader.map(judged).unwrap_or_default();
    let mut most = OTHER_LANGUAGE_FACTOR * information(&matches);
    for place in (0..languages.len()).filter(|&place| Some(place) != reader) {
        let (other, _) = judged(place);
        if information(&other) > most {
            most = information(&other);
            matches = other;
        }
    }
    let (best, about) = matches
        .iter()
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .map_or((0.0, 0.0), |best| (best.score, left_to_meaning(best)));
    for matched in &mut matches {
        let near = about * share(&matched.found);
        matched.score += near * best * matched.found.about.max(0.0);
        matched.score *= completeness(matched.has);
    }
    sort(&mut matches);
    for matched in &mut matches {
        let bonus = bonus(matched);
        matched.score *= bonus;
    }
    sort(&mut matches);
    // What has none of the words, in whatever form, never stands above what has one.
    matches.sort_by_key(|matched| is_only_related(query, matched));
    let missing = missing::words(&judge, &matches);
    Ranking {
        matches,
        missing,
        near,
    }
}

/// What a section gains that is about just what was asked, as a share of the best score: where the best one has all of the words,
/// nothing is left to be guessed.
fn left_to_meaning(best: &Matched) -> f32 {
    // The share is not a number where nothing tells anything.
    ABOUT * (1.0 - best.covered).max(0.0).powf(MISSING)
}

/// What the score of a section is multiplied with in which as much of what the words tell stands.
fn completeness(share: f32) -> f32 {
    // The share is not a number where nothing tells anything.
    1.0 + ALL_THERE * ((share - MOST_THERE) / (1.0 - MOST_THERE)).max(0.0)
}

/// Whether a section has no word of the query, only some that mean nearly the same.
pub fn is_only_related(query: &Query, matched: &Matched) -> bool {
    let mut words = matched.words.iter();
    !matched.words.is_empty()
        && words.all(|&(number, alternative)| {
            query.words[number].alternatives[alternative].via == Via::Related
        })
}

/// What the score of a section is multiplied with in which a query stands as it was typed.
pub fn verbatim(typed: &str) -> f32 {
    let more = typed.bytes().skip(VERBATIM_BYTES).map(|_| VERBATIM_MORE);
    (VERBATIM + more.sum::<f32>()).min(VERBATIM_MOST)
}

/// Best first.
fn sort(list: &mut [Matched]) {
    list.sort_by(|a, b| {
        let (here, there) = (a.found.section, b.found.section);
        b.score.total_cmp(&a.score).then(here.cmp(&there))
    });
}

/// Those that have a word of the query and score not too far below the best, and the others, best first.
fn relevant(all: Vec<Matched>) -> (Vec<Matched>, Vec<Matched>) {
    let (mut matches, mut others): (Vec<Matched>, Vec<Matched>) = all
        .into_iter()
        .partition(|matched| !matched.words.is_empty());
    sort(&mut others);
    let scores = matches.iter().map(|matched| matched.score);
    let best = scores.fold(0.0, f32::max);
    let telling = matches.iter().map(|matched| matched.information);
    let all = ALL_WORDS * telling.fold(0.0, f32::max);
    matches.retain(|matched| matched.score >= SCORE_SHARE * best || matched.information >= all);
    (matches, others)
}

/// A query, and what it needs to judge sections.
struct Judge<'a> {
    query: &'a Query,
    findings: &'a Findings,
    words: Vec<Judged<'a>>,
    /// How much the query tells, and its words alone.
    all: f32,
    all_words: f32,
    /// The power of the share of it that stands in a section.
    power: f32,
}

/// A word of the query.
struct Judged<'a> {
    alternatives: Vec<Weighed<'a>>,
    weight: f32,
    /// How much it tells.
    tells: f32,
    /// How much of it must stand in a section.
    least: f32,
}

/// One of its alternatives.
struct Weighed<'a> {
    alternative: &'a Alternative,
    /// What the scores of its terms are multiplied with.
    weight: f32,
    /// How much its terms tell, by analyser and together.
    tell: [f32; Analyser::ALL.len()],
    all: f32,
}

/// What stands of an alternative in a section.
struct Standing {
    score: f32,
    /// How much of what its terms tell, by analyser and together.
    shares: [f32; Analyser::ALL.len()],
    share: f32,
}

impl<'a> Judge<'a> {
    fn new(query: &'a Query, findings: &'a Findings) -> Self {
        let words: Vec<Judged> = query
            .words
            .iter()
            .map(|word| Judged::of(word, findings))
            .collect();
        let loose: f32 = query
            .loose
            .iter()
            .map(|loose| loose.weight * findings.information[loose.term])
            .sum();
        let all_words: f32 = words.iter().map(|word| word.tells).sum();
        Self {
            query,
            findings,
            all: all_words + loose,
            all_words,
            power: power(query),
            words,
        }
    }

    fn section(&self, found: Found) -> Matched {
        let scores = self.findings.scores(found.row);
        let (mut score, mut told, mut information) = (0.0, 0.0, 0.0);
        let mut has_all = true;
        let mut words = Vec::new();
        for (number, word) in self.words.iter().enumerate() {
            let stands = word.stands(scores, &self.findings.information);
            score += word.weight * stands.best;
            told += word.tells * stands.share;
            if let Some(alternative) = stands.by {
                words.push((number, alternative));
                information += word.tells;
            } else {
                // What was not looked up tells nothing, and may stand anywhere.
                has_all &= word.tells == 0.0;
            }
        }
        for &Loose { term, weight } in &self.query.loose {
            score += weight * scores[term];
        }
        let covered = self.covered(told, scores);
        Matched {
            found,
            score: score * coverage(covered, self.power),
            covered,
            words,
            information,
            has_all,
            has: information / self.all_words,
        }
    }

    /// The share of what the query tells that stands in a section with these scores, whose words tell so much.
    fn covered(&self, told: f32, scores: &[f32]) -> f32 {
        let loose = self.query.loose.iter();
        let loose = loose.filter(|loose| scores[loose.term] > 0.0);
        let loose = loose.map(|loose| loose.weight * self.findings.information[loose.term]);
        (told + loose.sum::<f32>()) / self.all
    }
}

/// How a word stands in a section.
struct Stands {
    /// The score of the alternative that has the highest.
    best: f32,
    /// How much of what one alternative tells, the most of all.
    share: f32,
    /// The first alternative that stands there, in the order in which a reader would say so.
    by: Option<usize>,
}

impl<'a> Judged<'a> {
    fn of(word: &'a QueryWord, findings: &Findings) -> Self {
        let weights = weights(word, findings);
        let alternatives = word.alternatives.iter().zip(weights);
        Self {
            alternatives: alternatives
                .map(|(alternative, weight)| Weighed::of(alternative, weight, findings))
                .collect(),
            weight: word.weight,
            tells: word.weight * telling(word, findings),
            least: match word.word.kind {
                // They share most of their kana with others: クロージャ with クローズ.
                WordKind::Katakana => ALL_WORDS,
                _ => WORD_SHARE,
            },
        }
    }

    fn stands(&self, scores: &[f32], information: &[f32]) -> Stands {
        let (mut best, mut share) = (0.0_f32, 0.0_f32);
        let (mut itself, mut begun) = (None, None);
        let mut other: Option<(Via, usize)> = None;
        for (number, weighed) in self.alternatives.iter().enumerate() {
            let standing = weighed.standing(scores, information);
            best = best.max(weighed.weight * standing.score);
            share = share.max(standing.share);
            let via = weighed.alternative.via;
            if number == 0 {
                itself = Some(standing);
            } else if standing.is_at_least(WORD_SHARE) {
                if via == Via::Prefix {
                    begun = begun.or(Some(number));
                }
                other = other.into_iter().chain([(via, number)]).min();
            }
        }
        let by = itself.and_then(|itself| {
            if itself.shares[Analyser::Words as usize] >= self.least {
                Some(0)
            } else if begun.is_some() {
                // Of an unfinished word the grams match exactly.
                begun
            } else if itself.is_at_least(self.least) {
                Some(0)
            } else {
                other.map(|(_, number)| number)
            }
        });
        Stands { best, share, by }
    }
}

impl<'a> Weighed<'a> {
    fn of(alternative: &'a Alternative, weight: f32, findings: &Findings) -> Self {
        let sum = |terms: &Vec<usize>| terms.iter().map(|&term| findings.information[term]).sum();
        let all = alternative.all_terms();
        Self {
            alternative,
            weight,
            tell: alternative.terms.each_ref().map(sum),
            all: all.map(|term| findings.information[term]).sum(),
        }
    }

    fn standing(&self, scores: &[f32], information: &[f32]) -> Standing {
        let (mut score, mut here) = (0.0, 0.0);
        let mut shares = [0.0; Analyser::ALL.len()];
        for (analyser, terms) in self.alternative.terms.iter().enumerate() {
            for &term in terms {
                if scores[term] > 0.0 {
                    score += scores[term];
                    here += information[term];
                    shares[analyser] += information[term];
                }
            }
            shares[analyser] = part(shares[analyser], self.tell[analyser]);
        }
        Standing {
            score,
            shares,
            share: part(here, self.all),
        }
    }
}

impl Standing {
    fn is_at_least(&self, least: f32) -> bool {
        self.shares.iter().any(|&share| share >= least)
    }
}

fn part(here: f32, all: f32) -> f32 {
    if all > 0.0 { here / all } else { 0.0 }
}

/// How much a word tells: as much as its terms, or if the guide has none of them as much as what stands in for it.
fn telling(word: &QueryWord, findings: &Findings) -> f32 {
    let sum = |alternative: &Alternative| -> f32 {
        let terms = alternative.all_terms();
        terms.map(|term| findings.information[term]).sum()
    };
    let known =
        |alternative: &&Alternative| alternative.all_terms().any(|term| findings.known[term]);
    let leading = word.alternatives.iter().find(known);
    leading.or(word.alternatives.first()).map_or(0.0, sum)
}

/// What the scores of a word's alternatives are multiplied with. Where the guide has the word itself, as it was typed or spelt
/// otherwise, a word that only begins so counts no more for being rare: ステート is its "state", not ステートメント, and
/// `preload` is not `preload_link_tag`.
fn weights(word: &QueryWord, findings: &Findings) -> Vec<f32> {
    let tells = |alternative: &Alternative| -> f32 {
        let terms = alternative.all_terms();
        terms.map(|term| findings.information[term]).sum()
    };
    let spellings = word.alternatives.iter().filter(|alternative| {
        matches!(alternative.via, Via::Exact | Via::Reading)
            && alternative.all_terms().any(|term| findings.known[term])
    });
    let most = spellings.map(tells).reduce(f32::min);
    let share = |alternative: &Alternative| match most {
        Some(most) if alternative.via == Via::Prefix => most / tells(alternative).max(most),
        _ => 1.0,
    };
    let alternatives = word.alternatives.iter();
    alternatives
        .map(|alternative| alternative.weight * share(alternative))
        .collect()
}

/// The power of the share of what a query tells that stands in a section: of a few words, and of many.
const COVERAGE_OF_FEW: f32 = 1.0;
const COVERAGE_OF_MANY: f32 = 0.5;

/// As many words are few, and as many more are many.
const FEW: f32 = 2.0;
const TO_MANY: f32 = 1.0;

/// Of a few words all are meant. In a long question some are only its wording. Tuned on one half of `guide/queries.yaml` and of the
/// questions that `benches/faq.py` asks.
fn power(query: &Query) -> f32 {
    let words: f32 = query.words.iter().map(|word| word.weight).sum();
    let many = ((words - FEW) / TO_MANY).clamp(0.0, 1.0);
    COVERAGE_OF_FEW + many * (COVERAGE_OF_MANY - COVERAGE_OF_FEW)
}

/// What the score of a section is multiplied with that has so much of what the query tells.
///
/// A sum of scores prefers a section that has one word of the query in its title and everywhere to one that has all of
/// them once. In a guide, where every section is about the same few things, the latter is more often meant.
fn coverage(share: f32, power: f32) -> f32 {
    if share > 0.0 { share.powf(power) } else { 0.0 }
}
