//! Guides of any size, made up, for measuring. The same seed gives the same guide, byte by byte.
//!
//! Every section has a generator of its own, so that a guide is written article by article in constant memory.

mod english;
mod japanese;
mod japanese_words;
mod queries;
mod random;
mod verb;
mod vocabulary;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use japanese::Topic;
use random::Random;
use vocabulary::Vocabulary;

/// How many sections an article has.
const SECTIONS: usize = 40;

/// How long a section's body is on average, in bytes of UTF-8, before its last sentence is finished.
const BODY: usize = 430;

const DESKS: &str = "\
desks:
  - id: counter
    name: { ja: 窓口, en: Counter }
    section: a1#s1
    contacts:
      - { kind: phone, value: \"0120-000-123\" }
    hours: { ja: \"Mo-Fr 09:00-17:00\", en: \"Mo-Fr 09:00-17:00\" }
";

const GLOSSARY: &str = "\
terms:
  - { term: 解約, reading: かいやく, synonyms: [退会, 契約解除], english: [cancel] }
  - { term: 請求, reading: せいきゅう, synonyms: [課金], english: [bill, charge] }
  - { term: 返金, reading: へんきん, synonyms: [払い戻し], english: [refund] }
";

/// What to write.
#[derive(Debug, Clone)]
pub struct Plan {
    pub seed: u64,
    pub sections: usize,
    pub english: bool,
}

/// A guide that is being written.
struct Corpus<'a> {
    plan: &'a Plan,
    vocabulary: Vocabulary,
    english: Vec<String>,
}

/// Writes a guide into a folder, which is made where there is none. With `queries`, a file and how many sections to ask
/// for, writes queries whose right answer is known, too.
///
/// # Errors
/// What the file system refuses.
pub fn write(plan: &Plan, folder: &Path, queries: Option<(&Path, usize)>) -> io::Result<()> {
    let corpus = Corpus {
        plan,
        vocabulary: Vocabulary::new(plan.seed),
        english: english::vocabulary(plan.seed),
    };
    fs::create_dir_all(folder.join("ja"))?;
    if plan.english {
        fs::create_dir_all(folder.join("en"))?;
    }
    let articles = plan.sections.div_ceil(SECTIONS);
    fs::write(folder.join("guide.yaml"), manifest(plan, articles))?;
    fs::write(folder.join("desks.yaml"), localized(plan, DESKS))?;
    fs::write(folder.join("glossary.yaml"), GLOSSARY)?;
    for article in 0..articles {
        let name = format!("a{}.md", article + 1);
        fs::write(folder.join("ja").join(&name), corpus.japanese(article))?;
        if plan.english {
            fs::write(folder.join("en").join(&name), corpus.english(article))?;
        }
    }
    if let Some((file, count)) = queries {
        let mut out = BufWriter::new(File::create(file)?);
        out.write_all(b"queries:\n")?;
        let count = count.min(plan.sections);
        for nth in 0..count {
            // Spread evenly over the guide.
            let section = nth * plan.sections / count;
            corpus.ask(section, &mut out)?;
        }
        out.flush()?;
    }
    Ok(())
}

fn manifest(plan: &Plan, articles: usize) -> String {
    let languages = if plan.english { "ja, en" } else { "ja" };
    let ids: Vec<String> = (1..=articles)
        .map(|article| format!("a{article}"))
        .collect();
    let title = localized(plan, "{ ja: 大きなガイド, en: A large guide }");
    format!(
        "schema: 1\nid: scale-{}\ntitle: {title}\nlanguages: [{languages}]\ntimezone: Asia/Tokyo\nas_of: 2026-11-01\n\
         official_numbers: [\"0120-000-123\"]\narticles: [{}]\n",
        plan.seed,
        ids.join(", ")
    )
}

/// The text without its English parts where the guide has no English.
fn localized(plan: &Plan, yaml: &str) -> String {
    if plan.english {
        return yaml.to_owned();
    }
    yaml.lines()
        .map(|line| match line.split_once(", en:") {
            Some((start, _)) => format!("{start} }}"),
            None => line.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// A section's texts in Japanese.
struct Section {
    title: String,
    /// Sentences, a list perhaps.
    body: String,
    questions: Vec<String>,
    keywords: Vec<String>,
    /// The nouns in title and body.
    nouns: Vec<usize>,
}

impl Corpus<'_> {
    fn sections(&self, article: usize) -> std::ops::Range<usize> {
        let first = article * SECTIONS;
        first..(first + SECTIONS).min(self.plan.sections)
    }

    fn random(&self, language: u64, section: usize) -> Random {
        Random::of(self.plan.seed, &[language, section as u64])
    }

    /// What the sections of an article share.
    fn shared(&self, article: usize) -> Vec<usize> {
        Topic::shared(&self.vocabulary, &mut self.random(10, article))
    }

    fn japanese(&self, article: usize) -> String {
        let shared = self.shared(article);
        let nouns = &self.vocabulary.nouns;
        let (mut front, mut body) = (String::new(), String::new());
        for nth in self.sections(article) {
            let id = nth % SECTIONS + 1;
            let section = self.section(&shared, nth);
            if !section.questions.is_empty() {
                let _ = write!(
                    front,
                    "  s{id}:\n    questions: [{}]\n",
                    quoted(&section.questions)
                );
                if !section.keywords.is_empty() {
                    let _ = writeln!(front, "    keywords: [{}]", quoted(&section.keywords));
                }
            }
            let _ = write!(
                body,
                "## {} {{#s{id}}}\n\n{}\n\n",
                section.title, section.body
            );
        }
        let sections = if front.is_empty() { "" } else { "sections:\n" };
        format!(
            "---\ntitle: \"{}と{}\"\nsummary: \"{}について\"\n{sections}{front}---\n{body}",
            nouns[shared[0]], nouns[shared[1]], nouns[shared[2]]
        )
    }

    fn section(&self, shared: &[usize], nth: usize) -> Section {
        let mut random = self.random(11, nth);
        let topic = Topic::new(shared, &self.vocabulary, &mut random);
        let (length, list) = (BODY / 2 + random.below(BODY), random.percent(20));
        let (asked, known) = (random.percent(30), random.percent(60));
        let mut writer = japanese::Writer::new(&self.vocabulary, &topic, random);
        let (mut title, mut body) = (String::new(), String::new());
        writer.title(&mut title);
        let paragraph = length / 2;
        while body.len() < length {
            let before = body.len();
            writer.sentence(&mut body);
            if (before..body.len()).contains(&paragraph) && body.len() < length {
                body.push_str("\n\n");
            }
        }
        if list {
            body.push_str("\n\n");
            for _ in 0..3 {
                body.push_str("- ");
                writer.item(&mut body);
                body.push('\n');
            }
        }
        let nouns = std::mem::take(&mut writer.used);
        Section {
            questions: if asked {
                writer.several(2, japanese::Writer::question)
            } else {
                Vec::new()
            },
            keywords: if asked && known {
                writer.several(3, japanese::Writer::keyword)
            } else {
                Vec::new()
            },
            title,
            body,
            nouns,
        }
    }

    fn english(&self, article: usize) -> String {
        let mut text = String::from("---\ntitle: \"");
        let mut writer = english::Writer::new(&self.english, self.random(20, article));
        writer.title(&mut text);
        text.push_str("\"\n---\n");
        for nth in self.sections(article) {
            let mut random = self.random(21, nth);
            let length = BODY / 2 + random.below(BODY);
            let mut writer = english::Writer::new(&self.english, random);
            text.push_str("## ");
            writer.title(&mut text);
            let _ = write!(text, " {{#s{}}}\n\n", nth % SECTIONS + 1);
            let end = text.len() + length;
            while text.len() < end {
                writer.sentence(&mut text);
            }
            text.push_str("\n\n");
        }
        text
    }

    /// Writes the queries for one section.
    fn ask(&self, nth: usize, out: &mut impl io::Write) -> io::Result<()> {
        let article = nth / SECTIONS;
        let section = self.section(&self.shared(article), nth);
        let mut random = self.random(30, nth);
        let id = format!("a{}#s{}", article + 1, nth % SECTIONS + 1);
        for (class, query) in queries::of(&section, &self.vocabulary, &mut random) {
            writeln!(
                out,
                "  - {{ class: {class}, language: ja, query: \"{query}\", sections: [{id}] }}"
            )?;
        }
        Ok(())
    }
}

fn quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    texts.join(", ")
}
