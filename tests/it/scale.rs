//! The made-up guides that search is measured on.

use std::fs;

use madoguchi::guide::{self, Guide, Source};
use tempfile::TempDir;

#[path = "../../benches/corpus/corpus.rs"]
mod corpus;

/// A guide without any problem, and its queries.
fn make(seed: u64, sections: usize, english: bool) -> (Guide, String) {
    let folder = TempDir::new().unwrap();
    let plan = corpus::Plan {
        seed,
        sections,
        english,
    };
    let queries = folder.path().join("queries.yaml");
    corpus::write(&plan, folder.path(), Some((&queries, 10))).unwrap();
    let (guide, problems) = guide::load(&Source::Folder(folder.path().to_owned()));
    assert_eq!(problems, []);
    (guide.unwrap(), fs::read_to_string(queries).unwrap())
}

#[test]
fn is_a_guide_of_so_many_sections() {
    for (sections, english) in [(1, false), (40, true), (201, true)] {
        let (guide, _) = make(1, sections, english);
        assert_eq!(guide.sections().count(), sections);
        assert_eq!(guide.languages.len(), 1 + usize::from(english));
    }
}

#[test]
fn the_same_seed_gives_the_same_guide() {
    let (first, queries) = make(1, 100, false);
    let (second, again) = make(1, 100, false);
    assert_eq!((first.digest, &queries), (second.digest, &again));
    // The digest would differ by the guide's id alone.
    assert_ne!(make(2, 100, false).1, queries);
}

#[test]
fn a_section_holds_what_is_asked_for() {
    let (guide, queries) = make(3, 400, false);
    let titles = queries.lines().filter(|line| line.contains("class: title"));
    let mut count = 0;
    for line in titles {
        let title = line.split('"').nth(1).unwrap();
        let id = line.split(['[', ']']).nth(1).unwrap();
        let section = guide.section(guide.find(id).unwrap());
        assert_eq!(section.texts.text(guide.languages[0]).title, title);
        count += 1;
    }
    assert_eq!(count, 10);
}
