//! Japanese sentences by a small grammar. They mean nothing, but their words, endings and pairs of characters are as
//! often and as rare as in guides.

use super::random::Random;
use super::verb::Form::{
    self, Condition, Dictionary, Negative, Passive, Polite, Potential, Ta, Te,
};
use super::vocabulary::Vocabulary;

/// What a polite sentence ends with, the common ones first.
const POLITE_ENDS: &[(Form, &str)] = &[
    (Polite, "ます"),
    (Te, "ください"),
    (Polite, "ました"),
    (Dictionary, "ことができます"),
    (Te, "います"),
    (Dictionary, "場合があります"),
    (Negative, "ないでください"),
    (Passive, "ます"),
    (Dictionary, "必要があります"),
    (Polite, "ません"),
    (Potential, "ます"),
    (Passive, "ました"),
    (Te, "おきます"),
    (Passive, "ています"),
    (Potential, "ません"),
    (Negative, "なければなりません"),
    (Dictionary, "ようにします"),
    (Te, "しまいます"),
    (Dictionary, "ことになります"),
    (Ta, "ことがあります"),
    (Te, "もかまいません"),
    (Ta, "ほうがよいでしょう"),
    (Dictionary, "ためのものです"),
    (Te, "いただきます"),
    (Polite, "ましょう"),
    (Dictionary, "と考えられます"),
    (Negative, "ないことがあります"),
    (Te, "みてください"),
    (Dictionary, "だけです"),
    (Polite, "ませんでした"),
    (Dictionary, "のが一般的です"),
    (Te, "はいけません"),
    (Dictionary, "予定です"),
    (Polite, "やすくなります"),
    (Dictionary, "おそれがあります"),
    (Te, "からでも遅くありません"),
    (Polite, "にくい点に気をつけます"),
    (Dictionary, "よう求められています"),
    (Ta, "とおりです"),
    (Dictionary, "とは限りません"),
];

/// What a plain sentence ends with.
const PLAIN_ENDS: &[(Form, &str)] = &[
    (Dictionary, ""),
    (Ta, ""),
    (Te, "いる"),
    (Passive, "た"),
    (Passive, "ている"),
    (Negative, "ない"),
    (Dictionary, "ことができる"),
    (Dictionary, "ことになった"),
    (Te, "いた"),
    (Passive, "る"),
    (Dictionary, "場合がある"),
    (Dictionary, "必要がある"),
    (Negative, "なかった"),
    (Dictionary, "とされる"),
    (Ta, "という"),
    (Negative, "なければならない"),
    (Dictionary, "ためである"),
    (Potential, "る"),
    (Ta, "と考えられている"),
    (Dictionary, "ようになった"),
    (Te, "きた"),
    (Dictionary, "ものと思われる"),
    (Te, "しまった"),
    (Dictionary, "ことも少なくない"),
];

/// What joins a clause to the next.
const JOINTS: &[(Form, &str)] = &[
    (Te, "、"),
    (Dictionary, "と、"),
    (Dictionary, "場合は、"),
    (Condition, "、"),
    (Polite, "、"),
    (Ta, "ら、"),
    (Dictionary, "ときは、"),
    (Dictionary, "ため、"),
    (Dictionary, "前に"),
    (Te, "から"),
    (Ta, "後に、"),
    (Dictionary, "ので、"),
    (Negative, "ないときは、"),
    (Te, "も、"),
    (Polite, "ながら"),
    (Dictionary, "には、"),
    (Negative, "ないように"),
    (Ta, "場合でも、"),
    (Dictionary, "ことで"),
    (Dictionary, "までは"),
    (Negative, "ないまま"),
    (Dictionary, "ほか、"),
    (Ta, "とはいえ、"),
    (Dictionary, "につれて"),
];

/// What a section's title ends with.
const TITLES: &[(Form, &str)] = &[
    (Dictionary, ""),
    (Dictionary, "には"),
    (Negative, "ないとき"),
    (Dictionary, "方法"),
    (Ta, "場合"),
    (Dictionary, "前に"),
    (Ta, "あと"),
    (Te, "よいもの"),
    (Dictionary, "ときの注意"),
    (Polite, "たい"),
];

/// How people ask.
const QUESTIONS: &[(Form, &str)] = &[
    (Dictionary, "にはどうすればいいですか"),
    (Potential, "ないのはなぜですか"),
    (Polite, "たいのですが"),
    (Te, "も大丈夫ですか"),
    (Dictionary, "方法を知りたい"),
    (Te, "しまったらどうなりますか"),
    (Dictionary, "のに何が必要ですか"),
    (Potential, "ますか"),
];

const CASES: &[&str] = &[
    "に",
    "で",
    "から",
    "では",
    "へ",
    "には",
    "まで",
    "より",
    "によって",
    "について",
    "として",
    "とともに",
];
const COUNTERS: &[&str] = &[
    "日", "円", "件", "回", "年", "人", "時間", "分", "個", "台", "月", "枚", "歳", "km", "GB",
    "kg", "cm", "℃", "%", "本", "階", "室",
];

/// What the sentences of one section are about.
#[derive(Debug)]
pub struct Topic {
    /// Indices into the vocabulary's nouns, the main one first.
    pub nouns: Vec<usize>,
    /// です・ます, or である.
    polite: bool,
}

impl Topic {
    /// A topic of its own, with a few nouns of an article's.
    pub fn new(article: &[usize], vocabulary: &Vocabulary, random: &mut Random) -> Self {
        let mut nouns: Vec<usize> = (0..4).map(|_| special(vocabulary, random)).collect();
        nouns.extend((0..4).filter_map(|_| article.get(random.below(article.len()))));
        Self {
            nouns,
            polite: random.percent(75),
        }
    }

    /// The nouns that the sections of an article share.
    pub fn shared(vocabulary: &Vocabulary, random: &mut Random) -> Vec<usize> {
        (0..24).map(|_| special(vocabulary, random)).collect()
    }
}

/// A noun that says what a text is about: seldom one of the very common.
fn special(vocabulary: &Vocabulary, random: &mut Random) -> usize {
    random.zipf(vocabulary.nouns.len(), 1500)
}

/// Writes one section's texts.
#[derive(Debug)]
pub struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    topic: &'a Topic,
    random: Random,
    /// The nouns written so far, as indices into the vocabulary.
    pub used: Vec<usize>,
}

impl<'a> Writer<'a> {
    pub const fn new(vocabulary: &'a Vocabulary, topic: &'a Topic, random: Random) -> Self {
        Self {
            vocabulary,
            topic,
            random,
            used: Vec::new(),
        }
    }

    /// From one to so many texts, each written by `write`.
    pub fn several(&mut self, most: usize, write: impl Fn(&mut Self, &mut String)) -> Vec<String> {
        let count = 1 + self.random.below(most);
        let texts = (0..count).map(|_| {
            let mut text = String::new();
            write(self, &mut text);
            text
        });
        texts.collect()
    }

    /// A whole sentence, with its 。
    pub fn sentence(&mut self, to: &mut String) {
        if self.random.percent(22) {
            to.push_str(self.random.favour(&self.vocabulary.connectives));
        }
        if self.random.percent(14) {
            self.is(to);
        } else {
            let clauses = self.random.below(5) / 2;
            for nth in 0..clauses {
                self.clause(JOINTS, nth == 0, to);
            }
            let ends = if self.topic.polite {
                POLITE_ENDS
            } else {
                PLAIN_ENDS
            };
            self.clause(ends, clauses == 0, to);
        }
        to.push('。');
    }

    pub fn title(&mut self, to: &mut String) {
        let main = self.topic.nouns[0];
        self.used.push(main);
        to.push_str(&self.vocabulary.nouns[main]);
        match self.random.below(10) {
            0..5 => {
                to.push_str(self.random.pick(&["を", "の"]));
                if to.ends_with('の') {
                    self.noun(to);
                    to.push('を');
                }
                self.verb(TITLES, true, to);
            }
            5..8 => {
                to.push('の');
                self.noun(to);
            }
            8 => to.push_str("について"),
            _ => {
                to.push('と');
                self.noun(to);
            }
        }
    }

    pub fn question(&mut self, to: &mut String) {
        self.noun(to);
        to.push('を');
        self.verb(QUESTIONS, true, to);
    }

    pub fn keyword(&mut self, to: &mut String) {
        let noun = special(self.vocabulary, &mut self.random);
        to.push_str(&self.vocabulary.nouns[noun]);
    }

    /// An item of a list, without 。
    pub fn item(&mut self, to: &mut String) {
        self.phrase(to);
        if self.random.percent(60) {
            to.push('を');
            self.verb(
                &[
                    (Dictionary, ""),
                    (Polite, "ます"),
                    (Te, "ください"),
                    (Ta, "もの"),
                ],
                true,
                to,
            );
        }
    }

    /// A is B.
    fn is(&mut self, to: &mut String) {
        self.phrase(to);
        to.push_str(self.random.favour(&["は、", "は", "が", "も", "とは、"]));
        self.phrase(to);
        let ends: &[&str] = if self.topic.polite {
            &[
                "です",
                "があります",
                "ではありません",
                "でした",
                "だけです",
                "などです",
                "が必要です",
                "になります",
            ]
        } else {
            &[
                "である",
                "がある",
                "であった",
                "ではない",
                "となった",
                "などがある",
                "が知られる",
                "とされる",
            ]
        };
        to.push_str(self.random.favour(ends));
    }

    fn clause(&mut self, ends: &[(Form, &str)], first: bool, to: &mut String) {
        let doing = self.random.percent(70);
        if first && self.random.percent(55) {
            self.phrase(to);
            to.push_str(self.random.favour(&["は、", "は", "が", "も", "では、"]));
        }
        if self.random.percent(30) {
            self.phrase(to);
            to.push_str(self.random.favour(CASES));
        }
        if self.random.percent(15) {
            let adverbs = &self.vocabulary.adverbs;
            to.push_str(adverbs[self.random.zipf(adverbs.len(), 8)]);
        }
        self.phrase(to);
        to.push_str(if doing { "を" } else { "が" });
        self.verb(ends, doing, to);
    }

    fn verb(&mut self, ends: &[(Form, &str)], doing: bool, to: &mut String) {
        let verbs = if doing {
            &self.vocabulary.doing
        } else {
            &self.vocabulary.being
        };
        let verb = &verbs[self.random.zipf(verbs.len(), 6)];
        let (form, end) = ends[self.random.zipf(ends.len(), 3)];
        verb.write(form, to);
        to.push_str(end);
    }

    /// A noun with what stands before it.
    fn phrase(&mut self, to: &mut String) {
        match self.random.below(100) {
            0..40 => {}
            40..65 => {
                self.noun(to);
                to.push_str(self.random.favour(&[
                    "の",
                    "の",
                    "と",
                    "や",
                    "、",
                    "または",
                    "および",
                    "などの",
                    "に関する",
                    "のための",
                ]));
            }
            65..80 => {
                let adjectives = &self.vocabulary.adjectives;
                to.push_str(adjectives[self.random.zipf(adjectives.len(), 10)]);
            }
            80..88 => self.relative(to),
            88..94 => {
                to.push_str(&(1 + self.random.zipf(2000, 3)).to_string());
                to.push_str(self.random.favour(COUNTERS));
                to.push('の');
            }
            _ => {
                to.push('「');
                self.noun(to);
                to.push_str("」の");
            }
        }
        self.noun(to);
    }

    fn relative(&mut self, to: &mut String) {
        self.noun(to);
        to.push_str(self.random.pick(&["を", "が", "に"]));
        let doing = to.ends_with('を');
        self.verb(
            &[
                (Dictionary, ""),
                (Ta, ""),
                (Te, "いる"),
                (Negative, "ない"),
                (Passive, "た"),
            ],
            doing,
            to,
        );
    }

    /// Half of the nouns are those of the topic; some make one word with the next.
    fn noun(&mut self, to: &mut String) {
        let of_topic = self.random.percent(50);
        let noun = if of_topic {
            self.topic.nouns[self.random.zipf(self.topic.nouns.len(), 3)]
        } else {
            self.random.zipf(self.vocabulary.nouns.len(), 6)
        };
        to.push_str(&self.vocabulary.nouns[noun]);
        if noun < self.vocabulary.common && self.random.percent(12) {
            to.push_str(&self.vocabulary.nouns[self.random.zipf(self.vocabulary.common, 20)]);
        } else {
            self.used.push(noun);
        }
    }
}
