//! What is done for large guides and large indexes, with limits so low that the built-in guide is one.

use std::fs;
use std::ops::ControlFlow;
use std::sync::Arc;

use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::search::progress::Progress;
use madoguchi::search::store::{Limits, Origin, State, Store};

use super::damage::Numbers;
use super::{Built, EXPECTED, GUIDE, answers, list, other_guide};

/// Everything is large, and a segment holds next to nothing.
const ALL_LARGE: Limits = Limits {
    large_guide: 1,
    mapped_from: 0,
    memory: 1,
};

/// Indexes are mapped, but a broken one is replaced at once, as that of a small guide.
const MAPPED: Limits = Limits {
    large_guide: usize::MAX,
    mapped_from: 0,
    memory: usize::MAX,
};

fn built(limits: Limits) -> Built {
    let mut built = Built::empty();
    built.store = built.store.with_limits(limits);
    built.store.build(&GUIDE).unwrap();
    built
}

fn segments(built: &Built) -> usize {
    let names = list(&built.path);
    names.iter().filter(|name| name.ends_with(".idx")).count()
}

#[test]
fn a_large_guide_becomes_many_segments_with_the_same_answers() {
    let built = built(ALL_LARGE);
    assert!(segments(&built) > 10, "{:?}", list(&built.path));
    assert_eq!(built.open(), Origin::Opened);
    assert!(matches!(built.verify(), State::Whole { .. }));
    // Where nothing can be written too.
    let (searcher, origin) = Store::new(None)
        .with_limits(ALL_LARGE)
        .open_or_build(&GUIDE);
    assert_eq!(origin, Origin::InMemory);
    assert_eq!(answers(&searcher), *EXPECTED);
}

#[test]
fn a_small_guide_becomes_one_segment() {
    assert_eq!(segments(&built(MAPPED)), 1);
}

#[cfg(unix)]
#[test]
fn whoever_may_read_the_folder_may_read_every_file() {
    use std::os::unix::fs::PermissionsExt;
    let built = built(ALL_LARGE);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode();
    let other = built.folder.path().join("other");
    fs::write(&other, "x").unwrap();
    for path in built.files() {
        assert_eq!(mode(&path), mode(&other), "{}", path.display());
    }
}

/// Nothing wrong is ever answered, whichever byte is wrong; it is noticed at the latest when it is used, and built anew
/// then or at the next start.
#[test]
fn a_changed_byte_of_a_mapped_file_is_noticed_when_it_is_used() {
    let whole = built(MAPPED);
    let (mut at_opening, mut in_use, mut never) = (0, 0, 0);
    let mut numbers = Numbers(4);
    for path in whole.files() {
        let before = fs::read(&path).unwrap();
        for _ in 0..8 {
            let copy = Built::empty();
            let store = copy.store.clone().with_limits(MAPPED);
            fs::create_dir_all(&copy.path).unwrap();
            for file in whole.files() {
                fs::copy(&file, copy.path.join(file.file_name().unwrap())).unwrap();
            }
            let mut after = before.clone();
            after[numbers.below(before.len())] ^= 1 << numbers.below(8);
            fs::write(copy.path.join(path.file_name().unwrap()), after).unwrap();
            assert!(matches!(store.verify(&GUIDE), State::Damaged(_)));

            let (searcher, origin) = store.open_or_build(&GUIDE);
            assert_eq!(answers(&searcher), *EXPECTED);
            // Once more: what was noticed stays noticed.
            assert_eq!(answers(&searcher), *EXPECTED);
            if origin == Origin::Built {
                at_opening += 1;
                continue;
            }
            assert_eq!(origin, Origin::Opened);
            if copy.path.join("MANIFEST").exists() {
                never += 1;
                continue;
            }
            in_use += 1;
            let (searcher, origin) = store.open_or_build(&GUIDE);
            assert_eq!(origin, Origin::Built);
            assert_eq!(answers(&searcher), *EXPECTED);
            assert!(matches!(store.verify(&GUIDE), State::Whole { .. }));
        }
    }
    assert!(
        at_opening > 0 && in_use > 0,
        "at opening {at_opening}, in use {in_use}, never {never}"
    );
}

/// Its index is not replaced by one in memory, which would take minutes, but says that it is broken.
#[test]
fn a_large_index_that_is_broken_finds_nothing_and_says_so() {
    let built = built(Limits {
        memory: usize::MAX,
        ..ALL_LARGE
    });
    let searcher = built.store.open(&GUIDE).unwrap();
    assert!(!searcher.search("解約", Language::Ja, 5).hits.is_empty());
    assert!(!searcher.is_broken());

    let postings = built.files();
    let postings = postings
        .iter()
        .find(|path| path.extension().is_some_and(|kind| kind == "idx"))
        .unwrap();
    let mut bytes = fs::read(postings).unwrap();
    let end = bytes.len() - 70_000;
    for byte in &mut bytes[..end] {
        *byte ^= 1;
    }
    fs::write(postings, bytes).unwrap();
    let searcher = built
        .store
        .open(&GUIDE)
        .expect("the end of the file is whole");
    let found: Vec<_> = ["解約", "電話番号", "cancel", "scam call"]
        .iter()
        .flat_map(|query| searcher.search(query, Language::Ja, 5).hits)
        .filter(|hit| {
            !EXPECTED
                .iter()
                .any(|expected| expected.section == hit.section)
        })
        .collect();
    assert_eq!(found, []);
    assert!(searcher.is_broken());
    let (searcher, origin) = built
        .store
        .replace(&GUIDE, &mut |_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(origin, Origin::Built);
    assert_eq!(answers(&searcher), *EXPECTED);
    assert_eq!(built.open(), Origin::Opened);
}

#[test]
fn the_progress_of_a_large_build_is_told() {
    let mut told: Vec<Progress> = Vec::new();
    let mut report = |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    let store = Built::empty().store;
    store.open_or_build_with(&GUIDE, &mut report).unwrap();
    assert_eq!(told, [], "a small one is not worth it");

    let built = Built::empty();
    let store = built.store.clone().with_limits(ALL_LARGE);
    let mut report = |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    store.open_or_build_with(&GUIDE, &mut report).unwrap();
    let total = GUIDE.sections().count();
    assert_eq!(
        told.first().map(|first| (first.done, first.bytes)),
        Some((0, 0))
    );
    assert_eq!(told.last().map(|last| last.done), Some(total));
    assert!(told.last().is_some_and(|last| last.bytes > 10_000));
    assert!(told.iter().all(|progress| progress.total == total));
    assert!(told.is_sorted_by_key(|progress| (progress.done, progress.bytes)));
}

#[test]
fn a_build_that_is_stopped_leaves_everything_as_it_was() {
    let built = built(ALL_LARGE);
    let before = built.files();
    for reports in 0..3 {
        let stop = || {
            let mut left = reports;
            move |_| {
                if left == 0 {
                    return ControlFlow::Break(());
                }
                left -= 1;
                ControlFlow::Continue(())
            }
        };
        let other = other_guide();
        assert!(
            built
                .store
                .open_or_build_with(&other, &mut stop())
                .is_none()
        );
        assert!(built.store.build_with(&GUIDE, &mut stop()).is_err());
        assert_eq!(built.files(), before);
        assert_eq!(list(&built.index()).len(), 1);
        assert_eq!(built.open(), Origin::Opened);
    }
}

/// The guide after an edit: another order, and one article less.
fn edited_guide() -> Arc<Guide> {
    let mut guide = Guide::clone(&other_guide());
    guide.articles.retain(|article| article.id != "phone");
    Arc::new(guide)
}

#[test]
fn the_index_of_an_earlier_state_answers_with_the_places_of_now() {
    let built = built(ALL_LARGE);
    let edited = edited_guide();
    assert!(built.store.open(&edited).is_none());
    let searcher = built.store.open_previous(&edited).unwrap();
    let ids = |guide: &Guide, searcher: &madoguchi::search::searcher::Searcher, query: &str| {
        let hits = searcher.search(query, Language::Ja, 1000).hits;
        let ids = hits.iter().map(|hit| guide.id(hit.section).to_string());
        ids.collect::<Vec<_>>()
    };
    let now = built.store.open(&GUIDE).unwrap();
    for query in ["解約", "電話番号", "チャット"] {
        let mut expected = ids(&GUIDE, &now, query);
        expected.retain(|id| !id.starts_with("phone#"));
        assert!(!expected.is_empty());
        assert_eq!(ids(&edited, &searcher, query), expected);
    }
    // It stays until the new one is there.
    assert_eq!(built.open(), Origin::Opened);
    built.store.open_or_build(&edited);
    assert!(!built.path.exists());
    assert!(built.store.open(&edited).is_some());
}

#[test]
fn only_a_whole_index_of_the_same_guide_stands_in() {
    let built = built(ALL_LARGE);
    let mut other = Guide::clone(&edited_guide());
    other.id = "another".to_owned();
    assert!(built.store.open_previous(&Arc::new(other)).is_none());

    fs::write(built.path.join("extra"), "x").unwrap();
    assert!(built.store.open_previous(&edited_guide()).is_none());
    assert!(Store::new(None).open_previous(&edited_guide()).is_none());
}
