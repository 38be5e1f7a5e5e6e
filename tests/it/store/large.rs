//! What is done for large guides and large indexes, with limits so low that the built-in guide is one.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::search::progress::Progress;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::{Limits, Origin, State, Store};

use super::{Built, EXPECTED, GUIDE, answers, list, other_guide};
use crate::support::Numbers;

/// Everything is large, and a segment holds next to nothing.
const ALL_LARGE: Limits = Limits {
    large_guide: 1,
    pieces_from: 0,
    memory: 1,
};

/// Indexes are read piece by piece, but a broken one is replaced at once, as that of a small guide.
const IN_PIECES: Limits = Limits {
    large_guide: usize::MAX,
    pieces_from: 0,
    memory: usize::MAX,
};

/// Bytes of a piece.
const PIECE: usize = 16 * 1024;

fn built(limits: Limits) -> Built {
    let mut built = Built::empty();
    built.store = built.store.with_limits(limits);
    built.store.build(&GUIDE).unwrap();
    built
}

fn is_postings(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|kind| kind == "idx")
}

fn segments(built: &Built) -> usize {
    let names = list(&built.path);
    names.iter().filter(|name| is_postings(name)).count()
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
fn a_guide_in_pieces_is_the_same_guide() {
    let built = built(IN_PIECES);
    let kept = built.store.guide(GUIDE.identity()).expect("it is kept");
    assert_eq!(kept.to_bytes(), GUIDE.to_bytes());
}

#[test]
fn a_section_that_is_damaged_when_it_is_read_says_so_and_the_next_start_reads_anew() {
    let built = built(IN_PIECES);
    let path = built.path.join("guide.kept");
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&path, bytes).unwrap();
    let kept = built.store.guide(GUIDE.identity()).expect("it is kept");
    let titles = |guide: &Guide| -> Vec<String> {
        let sections = guide.sections();
        let title = sections.map(|(_, section)| section.texts.text(Language::JA).title.clone());
        title.collect()
    };
    let (whole, damaged) = (titles(&GUIDE), titles(&kept));
    assert_eq!(damaged[0], whole[0]);
    assert_eq!(damaged.last().unwrap(), "読み込めません · Cannot be read");
    assert!(kept.to_bytes().is_none(), "it is never kept so");
    assert!(built.store.guide(GUIDE.identity()).is_none());
}

#[test]
fn a_small_guide_becomes_one_segment() {
    assert_eq!(segments(&built(IN_PIECES)), 1);
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

/// The built-in guide eight times over: large enough that opening its index does not touch all of it.
static EIGHTFOLD: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let mut guide = Guide::clone(&GUIDE);
    for n in 1..8 {
        guide
            .articles
            .extend(GUIDE.articles.iter().cloned().map(|mut article| {
                article.id += &format!("-{n}");
                article
            }));
    }
    guide.digest = String::from("eightfold");
    Arc::new(guide)
});

/// An index of the eightfold guide with a bit of a piece changed in turn, for as many pieces as are asked for, from the first
/// to the last.
fn each_damaged_piece(limits: Limits, count: usize, mut check: impl FnMut(&Store, &Path)) {
    let whole = tempfile::tempdir().unwrap();
    let store = Store::new(Some(whole.path().to_owned())).with_limits(limits);
    store.build(&EIGHTFOLD).unwrap();
    let path = store.path(&EIGHTFOLD).unwrap();
    let mut numbers = Numbers(4);
    let names = list(&path);
    let name = names.iter().find(|name| is_postings(name)).unwrap();
    let before = fs::read(path.join(name)).unwrap();
    let pieces: Vec<usize> = before.chunks(PIECE).map(<[u8]>::len).collect();
    for nth in 0..count {
        let piece = nth * (pieces.len() - 1) / (count - 1).max(1);
        let copy = tempfile::tempdir().unwrap();
        let store = Store::new(Some(copy.path().to_owned())).with_limits(limits);
        let damaged = store.path(&EIGHTFOLD).unwrap();
        fs::create_dir_all(&damaged).unwrap();
        for file in list(&path) {
            fs::copy(path.join(&file), damaged.join(&file)).unwrap();
        }
        let mut after = before.clone();
        after[piece * PIECE + numbers.below(pieces[piece])] ^= 1 << numbers.below(8);
        fs::write(damaged.join(name), after).unwrap();
        assert!(matches!(store.verify(&EIGHTFOLD), State::Damaged(_)));
        check(&store, &damaged);
    }
}

/// Nothing wrong is ever answered, whichever byte is wrong; it is noticed at the latest when it is used, and built anew
/// then or at the next start.
#[test]
fn a_changed_byte_of_a_large_index_is_noticed_when_it_is_used() {
    let expected = answers(&Store::new(None).open_or_build(&EIGHTFOLD).0);
    let (mut at_opening, mut in_use) = (0, 0);
    each_damaged_piece(IN_PIECES, 12, |store, path| {
        let Some(searcher) = store.open(&EIGHTFOLD) else {
            at_opening += 1;
            assert!(!path.join("MANIFEST").exists());
            return;
        };
        let is_right = answers(&searcher) == expected;
        assert!(is_right);
        if !path.join("MANIFEST").exists() {
            in_use += 1;
            assert!(store.open(&EIGHTFOLD).is_none());
            assert_eq!(store.open_or_build(&EIGHTFOLD).1, Origin::Built);
            assert!(matches!(store.verify(&EIGHTFOLD), State::Whole { .. }));
        }
    });
    assert!(at_opening > 0 && in_use > 0, "{at_opening} {in_use}");
}

/// Mapped files would end the program here.
#[test]
fn files_that_are_cut_while_they_are_in_use_give_right_answers_or_none() {
    let expected = answers(&Store::new(None).open_or_build(&EIGHTFOLD).0);
    for left in [0, 70_000] {
        let built = Built::empty();
        let store = built.store.clone().with_limits(IN_PIECES);
        store.build(&EIGHTFOLD).unwrap();
        let searcher = store.open(&EIGHTFOLD).unwrap();
        let path = store.path(&EIGHTFOLD).unwrap();
        let before = searcher.search("解約", Language::JA, 5).hits;
        // Without anything that proves that it is ours the folder would be left alone.
        for name in list(&path)
            .into_iter()
            .filter(|name| name != "CACHEDIR.TAG")
        {
            let file = fs::File::options().write(true).open(path.join(name));
            let file = file.unwrap();
            let length = file.metadata().unwrap().len();
            file.set_len(length.min(left)).unwrap();
        }
        assert_eq!(searcher.search("解約", Language::JA, 5).hits, before);
        // Built anew in memory as soon as something is missing.
        assert!(answers(&searcher) == expected, "{left}");
        assert!(matches!(store.verify(&EIGHTFOLD), State::Damaged(_)));
        assert_eq!(store.open_or_build(&EIGHTFOLD).1, Origin::Built);
    }
}

/// Its index is not replaced by one in memory, which would take minutes, but says that it is broken.
#[test]
fn a_large_index_that_is_broken_finds_nothing_and_says_so() {
    let limits = Limits {
        memory: usize::MAX,
        ..ALL_LARGE
    };
    let mut broken = 0;
    each_damaged_piece(limits, 12, |store, _| {
        let Some(searcher) = store.open(&EIGHTFOLD) else {
            return;
        };
        for query in ["解約", "電話番号", "cancel", "scam call"] {
            let hits = searcher.search(query, Language::JA, 5).hits;
            assert_eq!(hits.is_empty(), searcher.is_broken(), "{query}");
        }
        if searcher.is_broken() && broken == 0 {
            broken += 1;
            let to_the_end = &mut |_| ControlFlow::Continue(());
            let (searcher, origin) = store.replace(&EIGHTFOLD, to_the_end).unwrap();
            assert_eq!(origin, Origin::Built);
            assert!(!searcher.search("解約", Language::JA, 5).hits.is_empty());
            assert!(store.open(&EIGHTFOLD).is_some());
        }
    });
    assert_eq!(broken, 1);
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
    let ids = |guide: &Arc<Guide>, searcher: &Searcher, query: &str| {
        let hits = searcher.search(query, Language::JA, 1000).hits;
        let ids = hits.iter().map(|hit| guide.id(hit.section).to_string());
        ids.collect::<BTreeSet<_>>()
    };
    let now = built.store.open(&GUIDE).unwrap();
    let (moved, edited) = (other_guide(), edited_guide());
    assert!(built.store.open(&moved).is_none());
    let in_moved = built.store.open_previous(&moved).unwrap();
    let in_edited = built.store.open_previous(&edited).unwrap();
    for query in ["解約", "電話番号", "チャット"] {
        let expected = ids(&GUIDE, &now, query);
        assert!(!expected.is_empty());
        assert_eq!(ids(&moved, &in_moved, query), expected);
        let left = ids(&edited, &in_edited, query);
        assert!(!left.is_empty() && !left.iter().any(|id| id.starts_with("phone#")));
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
    other.id = String::from("another");
    assert!(built.store.open_previous(&Arc::new(other)).is_none());

    fs::remove_file(built.path.join("meta.json")).unwrap();
    assert!(built.store.open_previous(&edited_guide()).is_none());
    assert!(Store::new(None).open_previous(&edited_guide()).is_none());
}
