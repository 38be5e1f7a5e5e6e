//! Reading a guide: the only place that opens its files.

mod authored;
mod files;
mod folder;
mod imported;
mod included;
mod queries;
mod release;
mod strays;
mod trace;
mod walk;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::kept::Identity;
use super::problem::Report;
use super::validate::{self, Article, Context, Found, Header, Parts};
use super::{Guide, Problem, Severity, decode, raw, yaml};
use crate::language::Language;
use crate::parallel;
use crate::trust::Signed;
use authored::is_authored;
use files::{Failure, Files};
use strays::report_strays;

pub use queries::{queries, queries_in};
pub use release::{gather, load_contents, load_release, refused};
pub use trace::Trace;
pub(crate) use walk::{MAX_FILES, is_hidden_setting, is_hidden_settings_folder, settings_folders};

/// The largest YAML file, in bytes. The YAML parser needs many times its
/// input in memory.
pub const MAX_YAML: u64 = 1 << 20;

/// The largest file of queries, in bytes: tens of thousands, which only `check` and `eval` read.
pub const MAX_QUERIES: u64 = 4 << 20;

/// The largest article in one language, in bytes: its page is set as a whole. There is no limit to how many articles a guide
/// may have.
pub const MAX_ARTICLE: u64 = 1 << 19;

const MANIFEST: &str = "guide.yaml";
const DESKS: &str = "desks.yaml";
const GLOSSARY: &str = "glossary.yaml";
const ADVICE: &str = "advice.yaml";
/// For `madoguchi eval`. Not part of a [`Guide`], nor of its digest: what is shown and indexed does not depend on it.
const QUERIES: &str = "queries.yaml";

/// Where a guide comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Source {
    /// The one compiled into the program.
    #[default]
    BuiltIn,
    /// The program's own manual, compiled into it too.
    Manual,
    /// A folder of Markdown, or a single file of it.
    Folder(PathBuf),
    /// A folder of which only what somebody has signed is used.
    #[serde(skip)]
    Signed(Box<Signed>),
}

impl Source {
    /// The folder or the file, if it is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::BuiltIn | Self::Manual => None,
            Self::Folder(folder) => Some(folder),
            Self::Signed(signed) => Some(&signed.folder),
        }
    }

    /// Where signed releases are found, if only those count.
    pub fn signed(&self) -> Option<&Signed> {
        match self {
            Self::Signed(signed) => Some(signed),
            Self::BuiltIn | Self::Manual | Self::Folder(_) => None,
        }
    }
}

/// What the files of a guide look like from outside: their names, sizes and times. Where it is the same as before, so is
/// what they say, as far as that can be told without reading them.
pub fn look_of_files(source: &Source) -> String {
    match source {
        Source::BuiltIn | Source::Manual => String::new(),
        Source::Folder(folder) => walk::look(folder),
        Source::Signed(signed) => walk::look_of_release(&signed.folder),
    }
}

/// Reads and checks a guide. Every problem is reported, not the first, in the order of files and lines; there is a
/// guide exactly when none of them is an error.
pub fn load(source: &Source) -> (Option<Guide>, Vec<Problem>) {
    if let Source::Signed(signed) = source {
        return release::load_signed(signed);
    }
    let (guide, problems) = from(source, Files::open(source), read_any);
    (guide.map(|guide| guide.read_from(source)), problems)
}

/// The same, but a guide that was checked before is not checked again: `find` has those that are kept. All files are read,
/// for what they say decides which guide it is. Of a kept one only the problems are reported that are no file's own. What was
/// looked at from `now` on is written down ([`Provenance::trace`](super::Provenance)). Nobody has signed what is kept, so where
/// that counts the guide is read anew. Of a guide in the program the numbers are not looked at: its tests have done that.
pub fn load_kept(
    source: &Source,
    now: DateTime<Utc>,
    find: impl FnOnce(Identity<'_>) -> Option<Guide>,
) -> (Option<Guide>, Vec<Problem>) {
    if source.signed().is_some() {
        return load(source);
    }
    let files = Files::open(source).map(Files::traced);
    from(source, files, |files, gathered| {
        let mut guide = if is_authored(files) {
            read_kept(files, gathered, find).or_else(|| {
                *gathered = Gathered::default();
                if files.are_in_program() {
                    read_known(files, gathered)
                } else {
                    read_guide(files, gathered)
                }
            })
        } else {
            folder::read_folder(files, gathered, find)
        }?
        .read_from(source);
        guide.provenance.trace = files.trace(now).map(Arc::new);
        Some(guide)
    })
}

/// A guide that was checked before, if there is one that is made of these files.
fn read_kept(
    files: &Files,
    gathered: &mut Gathered,
    find: impl FnOnce(Identity<'_>) -> Option<Guide>,
) -> Option<Guide> {
    let header = read_header(files, gathered)?;
    let digest = read_digest(files, &header, gathered);
    let identity = header.identity(&digest)?;
    let guide = find(identity).filter(|guide| guide.identity() == identity)?;
    report_strays(files, &header, &mut gathered.problems);
    Some(guide)
}

/// Reads and checks a guide without its articles: whom one can turn to, and when. Of a large guide they are nearly all; what
/// `guide.yaml` and `desks.yaml` say of them is not checked. Where a folder does not say what it is called and in which
/// languages it is, its pages do, and are read.
pub fn without_articles(source: &Source) -> (Option<Guide>, Vec<Problem>) {
    let (guide, problems) = from(source, Files::open(source), |files, gathered| {
        let header = if is_authored(files) {
            read_header(files, gathered)?
        } else if let Some(header) = folder::read_header(files, gathered) {
            header
        } else {
            *gathered = Gathered::default();
            return folder::read_folder(files, gathered, |_| None);
        };
        let desks = gathered.take(read_desks(files, header.context()));
        let desks = desks.value().unwrap_or_default();
        validate::without_articles(header, desks, &mut gathered.problems)
    });
    (guide.map(|guide| guide.read_from(source)), problems)
}

/// What is read from there.
fn from<T>(
    source: &Source,
    files: Result<Files, Failure>,
    read: impl FnOnce(&Files, &mut Gathered) -> Option<T>,
) -> (Option<T>, Vec<Problem>) {
    match files {
        Ok(files) => from_files(&files, read),
        Err(failure) => (None, no_folder(source, &failure)),
    }
}

fn from_files<T>(
    files: &Files,
    read: impl FnOnce(&Files, &mut Gathered) -> Option<T>,
) -> (Option<T>, Vec<Problem>) {
    let mut gathered = Gathered::default();
    let value = read(files, &mut gathered);
    settled(value, gathered.problems)
}

/// The problems in the order of files and lines, and the value only where none of them is an error.
fn settled<T>(value: Option<T>, mut problems: Vec<Problem>) -> (Option<T>, Vec<Problem>) {
    problems.sort_by(|a, b| (&a.file, a.line, a.severity).cmp(&(&b.file, b.line, b.severity)));
    let refused = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    (value.filter(|_| !refused), problems)
}

fn no_folder(source: &Source, failure: &Failure) -> Vec<Problem> {
    if let Failure::Refused(refusal) = failure {
        return release::refused(refusal);
    }
    let folder = source.folder().map(Path::to_string_lossy);
    let mut report = Report::new(&folder.unwrap_or_default());
    let what = match failure {
        Failure::Missing => "there is no such folder".to_owned(),
        Failure::Io(error) => format!("the folder cannot be opened: {error}"),
        _ => "this is neither a folder nor a file of Markdown".to_owned(),
    };
    report.error(None, &what, "name a folder or a file of Markdown");
    report.into_problems()
}

/// The length and the sum of a file's bytes.
type Sum = (usize, blake3::Hash);

fn sum(bytes: &[u8]) -> Sum {
    (bytes.len(), blake3::hash(bytes))
}

/// What reading and checking one file gave.
struct Reading<T> {
    found: Found<T>,
    /// Where it could be read.
    sum: Option<Sum>,
    name: String,
    report: Report,
}

/// What all files together gave.
#[derive(Default)]
struct Gathered {
    hasher: blake3::Hasher,
    problems: Vec<Problem>,
}

impl Gathered {
    /// Must be called in an order that depends on nothing but the guide: the digest is made here.
    fn take<T>(&mut self, reading: Reading<T>) -> Found<T> {
        self.take_sum(&reading.name, reading.sum);
        self.problems.extend(reading.report.into_problems());
        reading.found
    }

    /// The part of a file in the digest; one that cannot be read has none.
    fn take_sum(&mut self, name: &str, sum: Option<Sum>) {
        if let Some((length, sum)) = sum {
            self.hasher.update(&(name.len() as u64).to_le_bytes());
            self.hasher.update(name.as_bytes());
            self.hasher.update(&(length as u64).to_le_bytes());
            self.hasher.update(sum.as_bytes());
        }
    }

    fn take_required<T>(&mut self, mut reading: Reading<T>) -> Option<T> {
        if matches!(reading.found, Found::Missing) {
            reading
                .report
                .error(None, "the file is missing", "every guide has one: add it");
        }
        self.take(reading).value()
    }
}

/// Reads a guide, whoever made it.
fn read_any(files: &Files, gathered: &mut Gathered) -> Option<Guide> {
    if is_authored(files) {
        read_guide(files, gathered)
    } else {
        folder::read_folder(files, gathered, |_| None)
    }
}

fn read_guide(files: &Files, gathered: &mut Gathered) -> Option<Guide> {
    let header = read_header(files, gathered)?;
    read_rest(files, header, gathered)
}

/// The same of a guide whose numbers are known to be right.
fn read_known(files: &Files, gathered: &mut Gathered) -> Option<Guide> {
    let mut header = read_header(files, gathered)?;
    header.trust_numbers();
    read_rest(files, header, gathered)
}

fn read_rest(files: &Files, header: Header, gathered: &mut Gathered) -> Option<Guide> {
    let parts = read_parts(files, &header, gathered);
    report_strays(files, &header, &mut gathered.problems);
    let digest = gathered.hasher.finalize().to_hex().to_string();
    validate::guide(header, parts, digest, &mut gathered.problems)
}

/// The digest of a guide without the checks: nothing of what the files say is looked at.
fn read_digest(files: &Files, header: &Header, gathered: &mut Gathered) -> String {
    let others = [DESKS, GLOSSARY, ADVICE];
    let articles: Vec<String> = articles(header)
        .map(|(id, language)| article_file(id, language))
        .collect();
    let sum = |name: &str, limit| files.read(name, limit).ok().map(|bytes| sum(&bytes));
    let (of_others, of_articles) = parallel::map(
        &articles,
        || others.map(|name| sum(name, MAX_YAML)),
        |name| sum(name, MAX_ARTICLE),
    );
    let names = others
        .into_iter()
        .chain(articles.iter().map(String::as_str));
    for (name, sum) in names.zip(of_others.into_iter().chain(of_articles)) {
        gathered.take_sum(name, sum);
    }
    gathered.hasher.finalize().to_hex().to_string()
}

/// The articles in every language in which the guide is written.
fn articles(header: &Header) -> impl Iterator<Item = (&str, Language)> {
    let languages = &header.context().languages;
    let ids = header.article_ids();
    ids.flat_map(move |id| languages.iter().map(move |&language| (id, language)))
}

fn article_file(id: &str, language: Language) -> String {
    format!("{language}/{id}.md")
}

fn read_header(files: &Files, gathered: &mut Gathered) -> Option<Header> {
    gathered.take_required(read(files, MANIFEST, MAX_YAML, |text, report| {
        let node = yaml::parse(text, report)?;
        let manifest = raw::Manifest::read(&node, report)?;
        Some(validate::header(manifest, &node, report))
    }))
}

fn read_parts(files: &Files, header: &Header, gathered: &mut Gathered) -> Parts {
    let context = header.context();
    let articles: Vec<(&str, Language)> = articles(header).collect();
    let others = || {
        (
            read_desks(files, context),
            read_glossary(files, context),
            read_advice(files, context),
        )
    };
    let ((desks, glossary, advice), articles) = parallel::map(&articles, others, |&article| {
        read_article(files, article, context)
    });
    let desks = gathered.take(desks);
    let glossary = gathered.take(glossary);
    let advice = gathered.take(advice);
    let articles = articles.into_iter();
    Parts {
        desks: desks.value().unwrap_or_default(),
        glossary: glossary.value().unwrap_or_default(),
        advice: advice.value(),
        articles: articles.map(|article| gathered.take(article)).collect(),
    }
}

fn read_desks(files: &Files, context: &Context) -> Reading<raw::Desks> {
    read(files, DESKS, MAX_YAML, |text, report| {
        parse_desks(text, context, report)
    })
}

fn parse_desks(text: &str, context: &Context, report: &mut Report) -> Option<raw::Desks> {
    let node = yaml::parse(text, report)?;
    context.check_numbers_of_desks(&node, report);
    raw::Desks::read(&node, report)
}

fn read_glossary(files: &Files, context: &Context) -> Reading<Vec<super::Term>> {
    read(files, GLOSSARY, MAX_YAML, |text, report| {
        parse_glossary(text, context, report)
    })
}

fn parse_glossary(text: &str, context: &Context, report: &mut Report) -> Option<Vec<super::Term>> {
    let node = yaml::parse(text, report)?;
    context.check_numbers(&node, report);
    let terms = raw::Term::read_all(&node, report)?;
    Some(validate::glossary(terms, report))
}

fn read_advice(files: &Files, context: &Context) -> Reading<raw::Advice> {
    read(files, ADVICE, MAX_YAML, |text, report| {
        parse_advice(text, context, report)
    })
}

fn parse_advice(text: &str, context: &Context, report: &mut Report) -> Option<raw::Advice> {
    let node = yaml::parse(text, report)?;
    context.check_numbers(&node, report);
    raw::Advice::read(&node, report)
}

fn read_article(
    files: &Files,
    (id, language): (&str, Language),
    context: &Context,
) -> Reading<Article> {
    read(
        files,
        &article_file(id, language),
        MAX_ARTICLE,
        |text, report| validate::article(text, context, report),
    )
}

fn read<T>(
    files: &Files,
    name: &str,
    limit: u64,
    check: impl FnOnce(&str, &mut Report) -> Option<T>,
) -> Reading<T> {
    reading(files.read(name, limit), name, limit, check)
}

/// Checks what reading the file `name`, of at most `limit` bytes, gave.
fn reading<T>(
    bytes: Result<Cow<'_, [u8]>, Failure>,
    name: &str,
    limit: u64,
    check: impl FnOnce(&str, &mut Report) -> Option<T>,
) -> Reading<T> {
    let mut report = Report::new(name);
    let mut own = None;
    let found = match bytes {
        Ok(bytes) => {
            own = Some(sum(&bytes));
            let text = decode::decode(&bytes, &mut report);
            let value = text.and_then(|text| check(&text, &mut report));
            value.map_or(Found::Unusable, Found::Here)
        }
        Err(Failure::Missing) => Found::Missing,
        Err(failure) => {
            report_failure(&failure, limit, &mut report);
            Found::Unusable
        }
    };
    Reading {
        found,
        sum: own,
        name: name.to_owned(),
        report,
    }
}

fn report_failure(failure: &Failure, limit: u64, report: &mut Report) {
    let (what, help) = match failure {
        Failure::Missing => ("the file is missing".to_owned(), "add it".to_owned()),
        Failure::NotAFile(what) => (
            format!("this is {what}, not a file"),
            "put a file here".to_owned(),
        ),
        Failure::Outside => (
            "this is a link that leads out of the guide's folder".to_owned(),
            "put the file itself here".to_owned(),
        ),
        Failure::TooLarge(size) => (
            format!("the file is {size} bytes long; {limit} is the most that is read"),
            "split it into several".to_owned(),
        ),
        Failure::Io(error) => (
            format!("the file cannot be read: {error}"),
            "check its permissions".to_owned(),
        ),
        Failure::Refused(refusal) => (refusal.to_string(), refusal.help().to_owned()),
    };
    report.error(None, &what, &help);
}
