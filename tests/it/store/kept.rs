//! The guide that is kept beside its index: it spares reading it again, and is believed no more than the index is.

use std::fs;
use std::path::Path;
use std::process::Command;

use madoguchi::clock::Clock;
use madoguchi::guide::load::load_kept;
use madoguchi::guide::{Guide, Source, load};
use madoguchi::search::store::{State, Store};

use super::{Built, GUIDE, list};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, name) = entry
            .map(|entry| (entry.path(), entry.file_name()))
            .unwrap();
        if from.is_dir() {
            copy(&from, &to.join(name));
        } else {
            fs::copy(&from, to.join(name)).unwrap();
        }
    }
}

/// A copy of the built-in guide in a folder, and a store with its index.
fn copied() -> (tempfile::TempDir, Source, Store) {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("guide"),
        &folder.path().join("guide"),
    );
    let source = Source::Folder(folder.path().join("guide"));
    let store = Store::new(Some(folder.path().join("index")));
    let guide = load(&source).0.unwrap();
    store.build(&guide.into()).unwrap();
    (folder, source, store)
}

/// The guide of a source, and whether it was a kept one.
fn opened(source: &Source, store: &Store) -> (Option<Guide>, bool) {
    let mut is_kept = false;
    let (guide, _) = load_kept(source, madoguchi::clock::SystemClock.now(), |identity| {
        let guide = store.guide(identity);
        is_kept = guide.is_some();
        guide
    });
    (guide, is_kept)
}

#[test]
fn a_guide_in_the_program_is_the_same_where_its_numbers_are_not_looked_at() {
    let now = madoguchi::clock::SystemClock.now();
    let (known, problems) = load_kept(&Source::BuiltIn, now, |_| None);
    assert_eq!(problems, []);
    assert_eq!(known.unwrap().to_bytes(), GUIDE.to_bytes());
}

#[test]
fn it_is_the_guide_that_the_index_was_built_from() {
    let built = Built::copy();
    let kept = built.store.guide(GUIDE.identity()).expect("it is kept");
    assert_eq!(kept.to_bytes(), GUIDE.to_bytes());
}

#[test]
fn a_guide_whose_files_say_the_same_is_not_checked_again() {
    let (_folder, source, store) = copied();
    let (guide, is_kept) = opened(&source, &store);
    assert!(is_kept);
    assert_eq!(
        guide.unwrap().to_bytes(),
        load(&source).0.unwrap().to_bytes()
    );
}

#[test]
fn any_other_letter_makes_it_another_guide() {
    let (folder, source, store) = copied();
    for file in [
        "ja/phone.md",
        "glossary.yaml",
        "desks.yaml",
        "advice.yaml",
        "guide.yaml",
    ] {
        let path = folder.path().join("guide").join(file);
        let before = fs::read(&path).unwrap();
        fs::write(&path, [&before[..], b"\n\n"].concat()).unwrap();
        let (guide, is_kept) = opened(&source, &store);
        assert!(guide.is_some() && !is_kept, "{file}");
        fs::write(&path, before).unwrap();
        assert!(opened(&source, &store).1, "{file}");
    }
    let path = folder.path().join("guide/ja/phone.md");
    fs::write(&path, "no front matter, and 0120-000-000").unwrap();
    assert!(opened(&source, &store).0.is_none(), "an error is one");
}

#[test]
fn what_is_not_as_it_was_written_is_not_used() {
    let built = Built::copy();
    let path = built.path.join("guide.kept");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert!(built.store.guide(GUIDE.identity()).is_none());
    assert!(matches!(built.store.verify(&GUIDE), State::Damaged(_)));
    fs::remove_file(&path).unwrap();
    assert!(built.store.guide(GUIDE.identity()).is_none());
}

#[test]
fn commands_say_the_same_with_it_and_without() {
    let home = tempfile::tempdir().unwrap();
    let index = home.path().join("index");
    let say = |arguments: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.current_dir(home.path()).arg("--index").arg(&index);
        let output = command.args(arguments.split(' ')).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let commands = [
        "show phone",
        "show urgent --checklist",
        "search 解約 --limit 3",
    ];
    let before = commands.map(say);
    assert!(before.iter().all(|said| said.lines().count() > 3));
    assert_eq!(list(&index).len(), 1, "there is an index now");
    assert_eq!(commands.map(say), before);
}
