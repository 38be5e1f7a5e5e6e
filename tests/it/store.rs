//! The stored index of the built-in guide: whatever happens to it, the answers stay the same.

mod damage;
mod kept;
mod large;
mod others;
mod seen;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Barrier, LazyLock};
use std::thread;

use madoguchi::guide::{Guide, Source, load};
use madoguchi::search::Hit;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::{Origin, State, Store};
use tempfile::TempDir;

static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let (guide, problems) = load(&Source::BuiltIn);
    Arc::new(guide.unwrap_or_else(|| panic!("{problems:?}")))
});

/// What an index built in memory answers.
static EXPECTED: LazyLock<Vec<Hit>> =
    LazyLock::new(|| answers(&Store::new(None).open_or_build(&GUIDE).0));

/// The name and content of every file of a built index.
static FILES: LazyLock<Files> = LazyLock::new(|| Built::new().contents());

type Files = Vec<(String, Vec<u8>)>;

fn answers(searcher: &Searcher) -> Vec<Hit> {
    [
        "解約",
        "電話番号",
        "乗っ取られた",
        "チャット",
        "0120996012",
        "cancel",
        "パスワ",
        "scam call",
        "予約",
        "card",
    ]
    .iter()
    .flat_map(|query| madoguchi::i18n::SPOKEN.map(|lang| searcher.search(query, lang, 20).hits))
    .flatten()
    .collect()
}

/// A folder with the built index in it.
struct Built {
    folder: TempDir,
    store: Store,
    path: PathBuf,
    guide: Arc<Guide>,
    expected: &'static LazyLock<Vec<Hit>>,
}

impl Built {
    fn new() -> Self {
        let built = Self::empty();
        built.store.build(&built.guide).unwrap();
        built
    }

    fn empty() -> Self {
        Self::of(&GUIDE, &EXPECTED)
    }

    /// The same without the work of building.
    fn copy() -> Self {
        Self::empty().with(&FILES)
    }

    /// A folder for the index of a guide, and what that has to answer.
    fn of(guide: &Arc<Guide>, expected: &'static LazyLock<Vec<Hit>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(Some(folder.path().join("index")));
        let path = store.path(guide).unwrap();
        Self {
            folder,
            store,
            path,
            guide: Arc::clone(guide),
            expected,
        }
    }

    fn with(self, files: &Files) -> Self {
        fs::create_dir_all(&self.path).unwrap();
        for (name, bytes) in files {
            fs::write(self.path.join(name), bytes).unwrap();
        }
        assert!(matches!(self.verify(), State::Whole { .. }));
        self
    }

    fn contents(&self) -> Files {
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        let files = self.files();
        let files = files.iter();
        files
            .map(|path| (name(path), fs::read(path).unwrap()))
            .collect()
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    fn files(&self) -> Vec<PathBuf> {
        list(&self.path)
            .into_iter()
            .map(|name| self.path.join(name))
            .collect()
    }

    fn verify(&self) -> State {
        self.store.verify(&self.guide)
    }

    fn open(&self) -> Origin {
        let (searcher, origin) = self.store.open_or_build(&self.guide);
        assert_eq!(answers(&searcher), **self.expected);
        origin
    }

    /// It is seen that it is damaged, it is built again, and then it is whole.
    fn check_rebuilt(&self, what: &str) {
        assert!(
            matches!(self.verify(), State::Damaged(_)),
            "{what}: {:?}",
            self.verify()
        );
        assert_eq!(self.open(), Origin::Built, "{what}");
        assert_eq!(self.open(), Origin::Opened, "{what}");
        assert_eq!(
            list(&self.index()).len(),
            1,
            "{what}: something was left behind"
        );
    }
}

/// The names in a folder, sorted.
fn list(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn is_built_once_and_opened_from_then_on() {
    let built = Built::empty();
    assert_eq!(built.verify(), State::Missing);
    assert_eq!(built.open(), Origin::Built);
    assert_eq!(built.open(), Origin::Opened);
    let State::Whole { files, bytes } = built.verify() else {
        panic!("{:?}", built.verify());
    };
    assert_eq!(
        files + 1,
        built.files().len(),
        "the manifest does not list itself"
    );
    assert!(bytes > 10_000);
}

#[test]
fn it_answers_before_it_is_stored() {
    let first = |built: &Built| {
        let opened = built
            .store
            .open_or_build_first(&GUIDE, &mut |_| ControlFlow::Continue(()))
            .unwrap();
        assert_eq!(answers(&opened.searcher), *EXPECTED);
        assert_eq!(opened.origin, Origin::Built);
        assert!(!built.index().exists());
        opened.unstored.expect("it is not stored yet")
    };
    let built = Built::empty();
    assert_eq!(first(&built).store(), Origin::Built);
    assert_eq!(built.open(), Origin::Opened);
    // What cannot be stored any more stays in memory.
    let built = Built::empty();
    let unstored = first(&built);
    fs::write(built.index(), "").unwrap();
    assert_eq!(unstored.store(), Origin::InMemory);
}

#[test]
fn opening_writes_nothing() {
    let built = Built::new();
    let state = || {
        let times = |path: &PathBuf| fs::metadata(path).unwrap().modified().unwrap();
        let folders = [built.index(), built.path.clone()];
        (
            built.files(),
            built
                .files()
                .iter()
                .chain(&folders)
                .map(times)
                .collect::<Vec<_>>(),
        )
    };
    let before = state();
    assert_eq!(built.open(), Origin::Opened);
    assert_eq!(state(), before);
}

#[test]
fn building_by_force_replaces_what_is_there() {
    let built = Built::new();
    let before = built.files();
    built.store.build(&GUIDE).unwrap();
    assert_ne!(built.files(), before, "segments have random names");
    assert_eq!(built.open(), Origin::Opened);
    assert_eq!(list(&built.index()).len(), 1);
}

/// The same guide with another title, and so another index.
fn other_guide() -> Arc<Guide> {
    let mut guide = Guide::clone(&GUIDE);
    guide.digest = String::from("another");
    guide.articles.reverse();
    Arc::new(guide)
}

#[test]
fn where_nothing_can_be_written_it_is_built_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    // Root may write everywhere, but nobody can make a folder below a file.
    for place in [file.clone(), file.join("index")] {
        let store = Store::new(Some(place));
        let (searcher, origin) = store.open_or_build(&GUIDE);
        assert_eq!(origin, Origin::InMemory);
        assert_eq!(answers(&searcher), *EXPECTED);
        assert!(store.build(&GUIDE).is_err());
    }
    let (searcher, origin) = Store::new(None).open_or_build(&GUIDE);
    assert_eq!(origin, Origin::InMemory);
    assert_eq!(answers(&searcher), *EXPECTED);
    assert_eq!(Store::new(None).verify(&GUIDE), State::NoFolder);
    assert!(Store::new(None).build(&GUIDE).is_err());
}

#[test]
fn an_open_index_survives_the_removal_of_its_folder() {
    let built = Built::new();
    let (searcher, _) = built.store.open_or_build(&GUIDE);
    fs::remove_dir_all(built.index()).unwrap();
    assert_eq!(answers(&searcher), *EXPECTED);
}

#[test]
fn many_at_once_agree() {
    for damage in [false, true] {
        let built = if damage {
            Built::copy()
        } else {
            Built::empty()
        };
        if damage {
            fs::write(built.path.join("meta.json"), "x").unwrap();
        }
        let barrier = Barrier::new(8);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    barrier.wait();
                    assert_ne!(built.open(), Origin::InMemory);
                });
            }
        });
        assert_eq!(built.open(), Origin::Opened);
        assert_eq!(list(&built.index()).len(), 1, "{:?}", list(&built.index()));
    }
}

#[test]
fn the_fingerprint_follows_the_guide() {
    let store = Store::new(Some(PathBuf::from("index")));
    let path = store.path(&GUIDE).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()));
    assert_eq!(store.path(&GUIDE).unwrap(), path);
    assert_ne!(store.path(&other_guide()).unwrap(), path);
    assert_eq!(Store::new(None).path(&GUIDE), None);
}
