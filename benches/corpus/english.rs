//! English sentences, by a smaller grammar.

use super::random::Random;

const NOUNS: &str = "account service page customer order number address payment plan card office form time date address contract fee request email phone device screen password document application period notice change case information bank ticket station train insurance hospital school member company store product delivery invoice receipt refund signature certificate licence passport visa tax pension salary balance interest deposit loan property house room key door lift garage car bicycle road map route airport flight ship luggage seat meal water gas electricity meter bill cable router network signal battery charger camera printer keyboard button menu setting file folder copy backup message error code version update language text picture sound video subtitle book library museum theatre concert match ticket weather storm earthquake shelter alarm accident injury medicine doctor nurse patient vaccine allergy child parent family owner tenant neighbour staff manager teacher student lesson exam result report meeting project budget price market law court police lawyer witness evidence rule right duty";
const VERBS: &str = "open close check change send receive need use choose enter confirm cancel pay return keep find show write read call visit register submit update replace repair move start stop wait ask explain follow complete reset install remove add save print scan sign renew extend limit report block protect verify collect store deliver accept refuse transfer";
const ADJECTIVES: &str = "new old same other current first last full free available valid official personal monthly yearly temporary local regular public private safe short long early late small large simple special additional missing";
const SYLLABLES: &str = "ra to mi la ne so vi ka den mar lo ti bel cor an ter sil ven dra pho lum gra nor fi xa quen stel bri zo hal wy";
const RARE: usize = 12_000;

/// A word that no list has.
pub fn rare_word(random: &mut Random) -> String {
    let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
    (0..2 + random.below(3))
        .map(|_| syllables[random.zipf(syllables.len(), 10)])
        .collect()
}

/// The nouns of the English texts, the common ones first.
pub fn vocabulary(seed: u64) -> Vec<String> {
    let mut random = Random::of(seed, &[2]);
    let listed = NOUNS.split_whitespace().map(str::to_owned);
    let mut nouns: Vec<String> = listed.collect();
    nouns.extend((0..RARE).map(|_| rare_word(&mut random)));
    nouns
}

/// Writes one section's texts.
#[derive(Debug)]
pub struct Writer<'a> {
    nouns: &'a [String],
    topic: Vec<usize>,
    random: Random,
    verbs: Vec<&'static str>,
    adjectives: Vec<&'static str>,
}

impl<'a> Writer<'a> {
    pub fn new(nouns: &'a [String], mut random: Random) -> Self {
        let topic = (0..6).map(|_| random.zipf(nouns.len(), 100)).collect();
        Self {
            nouns,
            topic,
            random,
            verbs: VERBS.split_whitespace().collect(),
            adjectives: ADJECTIVES.split_whitespace().collect(),
        }
    }

    /// A whole sentence with its full stop, and a space before it unless it is the first.
    pub fn sentence(&mut self, to: &mut String) {
        let start = to.len();
        if !to.is_empty() && !to.ends_with(['\n', ' ']) {
            to.push(' ');
        }
        let begin = self.random.favour(&[
            "",
            "",
            "If",
            "When",
            "Before",
            "However,",
            "After that,",
            "To be sure,",
        ]);
        to.push_str(begin);
        match begin {
            "If" | "When" | "Before" => {
                to.push_str(" you ");
                self.action(to);
                to.push_str(", ");
                self.subject(to);
            }
            "" => self.subject(to),
            _ => {
                to.push(' ');
                self.subject(to);
            }
        }
        self.action(to);
        if self.random.percent(40) {
            to.push_str(self.random.pick(&[
                " with ",
                " for ",
                " at ",
                " before ",
                " without ",
                " from ",
            ]));
            self.thing(to);
        }
        to.push('.');
        capitalise(to, start);
    }

    pub fn title(&mut self, to: &mut String) {
        let start = to.len();
        self.action(to);
        capitalise(to, start);
    }

    fn subject(&mut self, to: &mut String) {
        if self.random.percent(45) {
            to.push_str(self.random.favour(&[
                "you can ",
                "please ",
                "you must ",
                "we will ",
                "you should ",
                "do not ",
                "they may ",
            ]));
        } else {
            self.thing(to);
            to.push_str(self.random.favour(&[
                " will ",
                " can ",
                " must ",
                " may ",
                " does not ",
                " should ",
            ]));
        }
    }

    fn action(&mut self, to: &mut String) {
        to.push_str(self.verbs[self.random.zipf(self.verbs.len(), 6)]);
        to.push(' ');
        self.thing(to);
    }

    fn thing(&mut self, to: &mut String) {
        to.push_str(
            self.random
                .favour(&["the ", "your ", "a ", "another ", "this ", "our "]),
        );
        if self.random.percent(30) {
            to.push_str(self.adjectives[self.random.zipf(self.adjectives.len(), 6)]);
            to.push(' ');
        }
        let noun = if self.random.percent(45) {
            self.topic[self.random.zipf(self.topic.len(), 3)]
        } else {
            self.random.zipf(self.nouns.len(), 6)
        };
        to.push_str(&self.nouns[noun]);
    }
}

fn capitalise(text: &mut String, from: usize) {
    let at = from + text[from..].len() - text[from..].trim_start().len();
    if let Some(first) = text[at..].chars().next() {
        text.replace_range(at..at + first.len_utf8(), &first.to_uppercase().to_string());
    }
}
