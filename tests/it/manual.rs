//! The manual: that it is whole in each of its languages, and that every command in it does what it is there for.
//!
//! What becomes of a block of commands stands behind its `sh`, where no reader's screen shows it:
//!
//! | behind it | |
//! | --- | --- |
//! | nothing | bash runs the block, and every command ends well |
//! | (`console` instead) | each line after `$ ` is run, and the lines below it are what it prints |
//! | `screen` | each line opens the browser on a terminal, and Ctrl-C twice ends it |
//! | `stays` | each line prints something and goes on, until Ctrl-C |
//! | `kiosk` | each line is a public terminal, which SIGTERM ends |
//! | `pin` | each line asks for a PIN, twice |
//! | `minisign` | bash runs the block where there is minisign, and nobody does where there is none |
//! | `admin` | not run: it changes the machine. `deploy/test-boot.sh`, `test-sshd.sh` and `packaging/test-deb.sh` do the same to one of their own |
//! | `build` | not run: it builds the program. `.ci/run` does |
//!
//! A block of YAML that begins with the name of a file is that file of `docs`, for the commands below it.

mod run;
mod shells;

pub use run::Readers;

use std::fs;
use std::path::{Path, PathBuf};

use madoguchi::guide::{Guide, Source, load};
use madoguchi::language::Language;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

const LANGUAGES: [Language; 2] = [Language::EN, Language::JA];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn manual() -> Guide {
    let (guide, problems) = load(&Source::Manual);
    assert_eq!(problems, [], "nothing in the manual is odd");
    guide.expect("it has no errors")
}

/// A block of code: what stands behind its fence, and its text.
type Block = (String, String);

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for event in Parser::new(document) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((info.to_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, block)) = &mut open {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The chapters in a language, each with its text, in the order of their names.
fn chapters(language: Language) -> Vec<(PathBuf, String)> {
    let folder = root().join(format!("docs/manual/{language}"));
    let files = fs::read_dir(folder).expect("it is there");
    let mut files: Vec<PathBuf> = files
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    let with_text = files.into_iter().map(|file| {
        let text = fs::read_to_string(&file).expect("it is text");
        (file, text)
    });
    with_text.collect()
}

#[test]
fn it_is_a_guide_like_any_folder_of_markdown() {
    let inside = manual();
    let (outside, problems) = load(&Source::Folder(root().join("docs/manual")));
    let outside = outside.expect("it has no errors");
    assert_eq!(problems, []);
    assert_eq!(inside.languages, LANGUAGES);
    let ids = |guide: &Guide| {
        let sections = guide.sections().map(|(key, _)| guide.id(key).to_string());
        sections.collect::<Vec<_>>()
    };
    assert_eq!(ids(&inside), ids(&outside));
}

#[test]
fn every_section_is_in_every_language() {
    let guide = manual();
    for (key, section) in guide.sections() {
        for language in LANGUAGES {
            let id = guide.id(key);
            assert!(section.texts.exact(language).is_some(), "{language} {id}");
        }
    }
}

#[test]
fn the_table_of_contents_lists_every_chapter() {
    for language in LANGUAGES {
        let all = chapters(language);
        let is_contents = |path: &Path| path.ends_with("SUMMARY.md");
        let (_, contents) = all.iter().find(|(path, _)| is_contents(path)).unwrap();
        let listed = super::docs::links(contents);
        let chapters: Vec<&str> = all
            .iter()
            .filter(|(path, _)| !is_contents(path))
            .filter_map(|(path, _)| path.file_name()?.to_str())
            .collect();
        let mut sorted: Vec<&str> = listed.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        assert_eq!(sorted, chapters, "{language}");
    }
    let titles: Vec<String> = manual()
        .articles
        .iter()
        .map(|article| article.title.text(Language::EN).clone())
        .collect();
    assert_eq!(titles[..3], ["Getting started", "Keys", "Finding things"]);
}

/// The commands are the same in every language, but for what they say beside them and what they look for.
#[test]
fn both_languages_show_the_same() {
    let [english, japanese] = LANGUAGES.map(|language| {
        let all = chapters(language).into_iter();
        let kinds = all.map(|(path, text)| {
            let name = path.file_name().unwrap().to_owned();
            let kinds = blocks(&text).into_iter().map(|(info, _)| info);
            (name, kinds.collect::<Vec<_>>())
        });
        kinds.collect::<Vec<_>>()
    });
    assert_eq!(english, japanese);
}
