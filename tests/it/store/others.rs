//! What somebody else has put into an index folder stays as it is, byte for byte, whatever it is called; and the answers are
//! the same.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::Duration;

use madoguchi::search::store::{Limits, Origin, State, Store};
use proptest::prelude::*;

use super::{Built, EXPECTED, FILES, GUIDE, answers, list, other_guide};

/// What is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    Folder,
    File(Vec<u8>),
    Link(PathBuf),
    Pipe,
}

type Tree = BTreeMap<PathBuf, Thing>;

fn tree(folder: &Path) -> Tree {
    let mut found = Tree::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let kind = fs::symlink_metadata(&path).unwrap().file_type();
            let thing = if kind.is_symlink() {
                Thing::Link(fs::read_link(&path).unwrap())
            } else if kind.is_dir() {
                open.push(path.clone());
                Thing::Folder
            } else if kind.is_file() {
                Thing::File(fs::read(&path).unwrap())
            } else {
                Thing::Pipe
            };
            found.insert(path, thing);
        }
    }
    found
}

/// The place is somebody else's: it is said, answered from memory, and nothing changes.
#[track_caller]
fn check_left_alone(built: &Built, what: &str) {
    let before = tree(built.folder.path());
    assert!(
        matches!(built.verify(), State::Barred(_)),
        "{what}: {:?}",
        built.verify()
    );
    assert_eq!(built.open(), Origin::InMemory, "{what}");
    assert!(built.store.build(&GUIDE).is_err(), "{what}");
    assert_eq!(tree(built.folder.path()), before, "{what}");
}

fn forget_proofs(path: &Path) {
    for proof in ["MANIFEST", "CACHEDIR.TAG", "guide.kept"] {
        fs::remove_file(path.join(proof)).unwrap();
    }
}

#[test]
fn something_else_in_the_place_of_the_index_stays() {
    let built = Built::empty();
    fs::create_dir_all(built.index()).unwrap();
    fs::write(&built.path, "a file").unwrap();
    check_left_alone(&built, "a file");

    let built = Built::new();
    let elsewhere = built.folder.path().join("elsewhere");
    fs::rename(&built.path, &elsewhere).unwrap();
    symlink(&elsewhere, &built.path).unwrap();
    check_left_alone(&built, "a link to an index");

    let built = Built::empty();
    fs::create_dir_all(built.index()).unwrap();
    symlink("nowhere", &built.path).unwrap();
    check_left_alone(&built, "a link to nothing");

    let built = Built::copy();
    forget_proofs(&built.path);
    check_left_alone(&built, "an index as tantivy makes one itself");

    for (name, text) in [
        ("MANIFEST", "my own"),
        (
            "CACHEDIR.TAG",
            "Signature: 8a477f597d28d172789f06886806bc55\n",
        ),
    ] {
        let built = Built::copy();
        forget_proofs(&built.path);
        fs::write(built.path.join(name), text).unwrap();
        check_left_alone(&built, &format!("somebody else's {name}"));
    }

    let built = Built::empty();
    fs::create_dir_all(&built.path).unwrap();
    check_left_alone(&built, "an empty folder");
}

#[test]
fn what_is_put_into_an_index_stays() {
    for name in ["extra", "meta.json.bak", "notes.txt", ".tmpabc", "0.idx"] {
        let built = Built::copy();
        fs::write(built.path.join(name), "my own").unwrap();
        let before = tree(&built.index());
        assert!(matches!(built.verify(), State::Whole { .. }), "{name}");
        assert_eq!(
            built.open(),
            Origin::Opened,
            "{name}: it is in nobody's way"
        );
        assert!(built.store.build(&GUIDE).is_err(), "{name}");
        assert_eq!(tree(&built.index()), before);
        fs::write(built.path.join("meta.json"), "x").unwrap();
        check_left_alone(&built, name);
    }
    let built = Built::copy();
    fs::create_dir(built.path.join("extra")).unwrap();
    assert_eq!(built.open(), Origin::Opened);
    for (name, _) in &*FILES {
        let built = Built::copy();
        fs::rename(built.path.join(name), built.path.join("renamed")).unwrap();
        check_left_alone(&built, &format!("{name} renamed"));
    }
}

#[test]
fn what_is_no_file_is_noticed_and_stays() {
    for (name, bytes) in &*FILES {
        let built = Built::copy();
        let path = built.path.join(name);
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        check_left_alone(&built, &format!("{name} is a folder"));

        let built = Built::copy();
        let path = built.path.join(name);
        let elsewhere = built.folder.path().join("elsewhere");
        fs::write(&elsewhere, bytes).unwrap();
        fs::remove_file(&path).unwrap();
        symlink(&elsewhere, &path).unwrap();
        check_left_alone(&built, &format!("{name} is a link to the same content"));

        let built = Built::copy();
        let path = built.path.join(name);
        fs::remove_file(&path).unwrap();
        let kind = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(rustix::fs::CWD, &path, kind, rustix::fs::Mode::RUSR, 0).unwrap();
        check_left_alone(&built, &format!("{name} is a pipe, which would never end"));
    }
}

/// Lets a folder look as if nobody had touched it for two hours.
fn age(path: &Path) {
    let now = fs::metadata(path).unwrap().modified().unwrap();
    let then = now - Duration::from_hours(2);
    File::open(path).unwrap().set_modified(then).unwrap();
}

/// An index of another guide in the same folder.
fn other_index(built: &Built) -> PathBuf {
    let index = tempfile::tempdir().unwrap();
    let store = Store::new(Some(index.path().to_owned()));
    store.build(&other_guide()).unwrap();
    let from = store.path(&other_guide()).unwrap();
    let to = built.index().join(from.file_name().unwrap());
    fs::create_dir_all(built.index()).unwrap();
    crate::support::system::copy(&from, &to);
    to
}

#[test]
fn indexes_of_other_guides_and_builds_that_died_go() {
    let built = Built::empty();
    let stale = other_index(&built);
    let abandoned = built.index().join(".building-1-0000000000000000");
    crate::support::system::copy(&stale, &abandoned);
    fs::remove_file(abandoned.join("MANIFEST")).unwrap();
    fs::write(abandoned.join(".tmpAbc123"), "").unwrap();
    age(&abandoned);
    assert_eq!(built.open(), Origin::Built);
    assert_eq!(list(&built.index()).len(), 1);
}

/// Version 0.1.0 wrote no tag: its manifest is proof enough.
/// An earlier version removes the files that it knows of an index, and the proofs with them.
#[test]
fn what_an_earlier_version_left_of_an_index_is_ours() {
    let built = Built::copy();
    for path in built.files() {
        if !path.ends_with("guide.kept") {
            fs::remove_file(path).unwrap();
        }
    }
    assert_eq!(built.open(), Origin::Built);
    assert_eq!(built.open(), Origin::Opened);
    for path in built.files() {
        fs::remove_file(path).unwrap();
    }
    fs::write(built.path.join("guide.kept"), "mine").unwrap();
    check_left_alone(&built, "a file of this name");
}

#[test]
fn an_index_without_a_tag_is_known_by_its_manifest() {
    let untagged = |path: &Path| {
        fs::remove_file(path.join("CACHEDIR.TAG")).unwrap();
        let manifest = path.join("MANIFEST");
        let text = fs::read_to_string(&manifest).unwrap();
        let body = &text[..text.rfind("sum ").unwrap()];
        let lines = body.lines().filter(|line| !line.ends_with(" CACHEDIR.TAG"));
        let body: String = lines.map(|line| format!("{line}\n")).collect();
        let sum = blake3::hash(body.as_bytes());
        fs::write(manifest, format!("{body}sum {sum}\n")).unwrap();
    };
    let built = Built::copy();
    untagged(&built.path);
    assert_eq!(built.open(), Origin::Opened);
    fs::write(built.path.join("meta.json"), "x").unwrap();
    built.check_rebuilt("an old index");

    let built = Built::empty();
    untagged(&other_index(&built));
    assert_eq!(built.open(), Origin::Built);
    assert_eq!(list(&built.index()).len(), 1);

    // Also when a piece of it turns out to be wrong, and its manifest goes.
    let pieces = Limits {
        large_guide: usize::MAX,
        pieces_from: 0,
        memory: usize::MAX,
    };
    let mut built = Built::empty();
    built.store = built.store.with_limits(pieces);
    built.store.build(&GUIDE).unwrap();
    untagged(&built.path);
    for name in list(&built.path)
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|it| it == "idx"))
    {
        let path = built.path.join(name);
        let length = fs::read(&path).unwrap().len();
        fs::write(path, vec![0; length]).unwrap();
    }
    built.open();
    assert_eq!(built.open(), Origin::Opened);
    assert!(matches!(built.verify(), State::Whole { .. }));
}

#[test]
fn a_file_in_an_index_of_another_guide_stays_and_the_rest_goes() {
    let built = Built::empty();
    let stale = other_index(&built);
    fs::write(stale.join("my notes"), "x").unwrap();
    fs::create_dir(stale.join("meta.json.d")).unwrap();
    assert_eq!(built.open(), Origin::Built);
    assert_eq!(list(&stale), ["meta.json.d", "my notes"]);
}

/// Names that a folder of ours, or a file in one, may have; and others.
fn any_name() -> impl Strategy<Value = String> {
    let place = Built::empty().path;
    let place = place.file_name().unwrap().to_str().unwrap().to_owned();
    let names = [
        "0".repeat(64),
        "f".repeat(64),
        place,
        ".building-1-0000000000000000".to_owned(),
        ".building-mine".to_owned(),
        "MANIFEST".to_owned(),
        "CACHEDIR.TAG".to_owned(),
        "meta.json".to_owned(),
        "SUMS".to_owned(),
        format!("{}.idx", "a".repeat(32)),
        ".git".to_owned(),
        "写真".to_owned(),
    ];
    prop::sample::select(names.to_vec())
}

/// Somebody's things: where, and what.
fn any_things() -> impl Strategy<Value = Vec<(Vec<String>, Thing)>> {
    let content = prop_oneof![
        Just(Vec::new()),
        Just(b"madoguchi index 2\n".to_vec()),
        Just(b"Signature: 8a477f597d28d172789f06886806bc55\n".to_vec()),
        prop::collection::vec(any::<u8>(), 0..40),
    ];
    let thing = prop_oneof![
        3 => content.prop_map(Thing::File),
        1 => Just(Thing::Folder),
        1 => prop::sample::select(vec!["/etc", "..", "nowhere"]).prop_map(|to| Thing::Link(to.into())),
    ];
    let path = prop::collection::vec(any_name(), 1..4);
    prop::collection::vec((path, thing), 0..12)
}

fn put(folder: &Path, things: &[(Vec<String>, Thing)]) {
    fs::create_dir_all(folder).unwrap();
    for (names, thing) in things {
        let path = names
            .iter()
            .fold(folder.to_owned(), |path, name| path.join(name));
        // Through a link it would be somewhere else.
        let above = path.ancestors().skip(1).take(names.len() - 1);
        let is_through_link = above.into_iter().any(Path::is_symlink);
        if is_through_link
            || fs::create_dir_all(path.parent().unwrap()).is_err()
            || fs::symlink_metadata(&path).is_ok()
        {
            continue;
        }
        match thing {
            Thing::Folder | Thing::Pipe => fs::create_dir(&path).unwrap(),
            Thing::File(bytes) => fs::write(&path, bytes).unwrap(),
            Thing::Link(to) => symlink(to, &path).unwrap(),
        }
    }
    let folders = tree(folder);
    let folders = folders.iter().filter(|(_, thing)| **thing == Thing::Folder);
    folders.for_each(|(path, _)| age(path));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..ProptestConfig::default() })]

    /// An index folder with anything in it: after any commands all of it is there as it was.
    #[test]
    fn nothing_of_anybody_is_ever_lost(things in any_things(), commands in prop::collection::vec(0..5_u8, 1..5)) {
        let built = Built::empty();
        put(&built.index(), &things);
        let before = tree(&built.index());
        for command in commands {
            match command {
                0 => drop(built.store.build(&GUIDE)),
                1 => drop(built.verify()),
                2 => drop(built.store.open_previous(&GUIDE)),
                3 => drop(built.store.open_or_build(&other_guide())),
                _ => prop_assert_eq!(&answers(&built.store.open_or_build(&GUIDE).0), &*EXPECTED),
            }
            let after = tree(&built.index());
            for (path, thing) in &before {
                prop_assert_eq!(after.get(path), Some(thing), "{}", path.display());
            }
        }
    }
}
