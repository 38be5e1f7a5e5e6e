//! A folder in which nothing has changed is opened without being read; whatever changes in it is seen.

use std::fs::{self, File};
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use madoguchi::clock::{Clock, SystemClock};
use madoguchi::guide::Source;
use madoguchi::search::store::{Loaded, Origin, State, Store};
use tempfile::TempDir;

/// Long after all files were written.
fn later() -> DateTime<Utc> {
    SystemClock.now() + TimeDelta::minutes(1)
}

struct Opened {
    folder: TempDir,
    source: Source,
    store: Store,
}

impl Opened {
    /// A small folder of pages, with its index.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let source = Source::Folder(folder.path().join("docs"));
        let store = Store::new(Some(folder.path().join("index")));
        let opened = Self {
            folder,
            source,
            store,
        };
        opened.write("README.md", "# Bicycles\n\nHow to mend them.\n");
        opened.write("tyres.md", "# Tyres\n\n{% include note.md %}\n\nPump it.\n");
        opened.write("_includes/note.md", "Mind the valve.\n");
        opened.write("brakes/index.md", "# Brakes\n\nPull it.\n");
        opened.write("brakes/.pages", "title: Stopping\n");
        opened.write("drafts/new.md", "# Draft\n\nNot yet.\n");
        opened.write(".gitignore", "drafts\n");
        opened.build();
        opened
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("docs").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn load(&self) -> Loaded {
        self.store.load(&self.source, later())
    }

    fn build(&self) {
        let guide = self.load().guide.expect("a guide").into();
        self.store.open_or_build(&guide);
    }

    fn seen(&self) -> PathBuf {
        let index = fs::read_dir(self.folder.path().join("index")).unwrap();
        let mut folders = index.map(|entry| entry.unwrap().path());
        folders.next().unwrap().join("guide.seen")
    }

    /// Changes something, sees that the guide is read then, and that it is the one that is there.
    #[track_caller]
    fn check_seen(&self, what: &str, change: impl FnOnce(&Self)) {
        assert!(self.load().unread.is_some(), "before: {what}");
        change(self);
        let loaded = self.load();
        assert!(loaded.unread.is_none(), "{what}");
        let guide = loaded.guide.expect(what);
        let fresh = madoguchi::guide::load(&self.source).0.expect(what);
        assert_eq!(guide.to_bytes(), fresh.to_bytes(), "{what}");
        self.build();
    }
}

#[test]
fn a_folder_that_has_not_changed_is_not_read() {
    let opened = Opened::new();
    let read = madoguchi::guide::load(&opened.source).0.expect("a guide");
    let loaded = opened.load();
    assert!(
        loaded
            .unread
            .is_some_and(|trace| trace.is_true(&opened.source))
    );
    let guide = loaded.guide.expect("a guide");
    assert_eq!(guide.to_bytes(), read.to_bytes());
    assert_eq!(guide.provenance.source, opened.source);
    let (_, origin) = opened.store.open_or_build(&guide.into());
    assert_eq!(origin, Origin::Opened);
}

#[test]
fn every_change_is_seen() {
    let opened = Opened::new();
    opened.check_seen("another text", |it| {
        it.write("README.md", "# Bicycles\n\nHow to ride them.\n");
    });
    opened.check_seen("the same length and time", |it| {
        let path = it.path("tyres.md");
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let text = fs::read_to_string(&path).unwrap().replace("Pump", "Fill");
        fs::write(&path, text).unwrap();
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(time)
            .unwrap();
    });
    opened.check_seen("another file in its place", |it| {
        let path = it.path("tyres.md");
        let new = it.path("new.txt");
        fs::write(&new, "# Tyres\n\nNew.\n").unwrap();
        fs::rename(new, path).unwrap();
    });
    opened.check_seen("a new page", |it| {
        it.write("brakes/discs.md", "# Discs\n\nRound.\n");
    });
    opened.check_seen("a page that has gone", |it| {
        fs::remove_file(it.path("brakes/discs.md")).unwrap();
    });
    opened.check_seen("a new folder", |it| {
        it.write("lights/front.md", "# Front\n\nBright.\n");
    });
    opened.check_seen("a folder with another name", |it| {
        fs::rename(it.path("lights"), it.path("lamps")).unwrap();
    });
    opened.check_seen("what says the order", |it| {
        it.write("brakes/.pages", "title: Brakes\n");
    });
    opened.check_seen("what is ignored", |it| it.write(".gitignore", "nothing\n"));
    opened.check_seen("what is ignored there", |it| {
        it.write("brakes/.ignore", "discs.md\n");
    });
    opened.check_seen("a file of ours", |it| {
        it.write("guide.yaml", "schema: 1\ntitle: Wheels\n");
    });
    opened.check_seen("who may read it", |it| {
        let mut rights = fs::metadata(it.path("README.md")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(it.path("README.md"), rights).unwrap();
    });
}

#[test]
fn what_a_page_includes_is_a_part_of_it() {
    let opened = Opened::new();
    opened.write(
        "tyres.md",
        "# Tyres\n\n{% include \"note.md\" %}\n\n--8<-- \"_includes/note.md\"\n",
    );
    opened.build();
    opened.check_seen("an included file", |it| {
        it.write("_includes/note.md", "Mind the pump.\n");
    });
    opened.check_seen("one that has gone", |it| {
        fs::remove_file(it.path("_includes/note.md")).unwrap();
    });
    opened.check_seen("one that is there again", |it| {
        it.write("_includes/note.md", "Mind it.\n");
    });
}

/// What was written a moment ago may be written again without looking otherwise.
#[test]
fn what_has_just_been_written_is_read_again() {
    let opened = Opened::new();
    opened.write("README.md", "# Bicycles\n\nOne.\n");
    let just_now: DateTime<Utc> = fs::metadata(opened.path("README.md"))
        .unwrap()
        .modified()
        .unwrap()
        .into();
    let load = |after: TimeDelta| {
        let guide = opened
            .store
            .load(&opened.source, just_now + after)
            .guide
            .unwrap()
            .into();
        opened.store.open_or_build(&guide);
        opened.load().unread.is_some()
    };
    assert!(!load(TimeDelta::milliseconds(500)));
    assert!(!load(TimeDelta::zero()));
    assert!(load(TimeDelta::seconds(10)));
}

#[test]
fn what_is_written_down_is_not_believed_when_it_is_damaged() {
    let opened = Opened::new();
    let path = opened.seen();
    let whole = fs::read(&path).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(opened.load().unread.is_none(), "byte {at}");
    }
    for length in [0, 1, 17, 48, 49, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(opened.load().unread.is_none(), "{length} bytes");
    }
    fs::write(&path, &whole).unwrap();
    assert!(opened.load().unread.is_some());
    // The same index for another folder that looks the same from its names.
    let other = Source::Folder(opened.folder.path().join("copy"));
    fs::rename(opened.path(""), opened.folder.path().join("copy")).unwrap();
    assert!(opened.store.load(&other, later()).unread.is_none());
}

#[test]
fn nothing_is_written_through_a_link() {
    let opened = Opened::new();
    let elsewhere = opened.folder.path().join("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    fs::remove_file(opened.seen()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, opened.seen()).unwrap();
    assert!(
        opened.load().unread.is_none(),
        "none is read through one either"
    );
    opened.build();
    assert_eq!(fs::read(&elsewhere).unwrap(), b"mine");
    assert!(opened.load().unread.is_some());
}

#[test]
fn a_file_that_looks_as_before_is_found_out_when_it_is_read() {
    let opened = Opened::new();
    let trace = opened.load().unread.expect("nothing has changed");
    assert!(trace.is_true(&opened.source));
    let text = fs::read_to_string(opened.path("tyres.md")).unwrap();
    opened.write("tyres.md", &text.replace("Pump", "Fill"));
    assert!(!trace.is_true(&opened.source));
}

/// An index goes as a whole, with what is written beside it.
#[test]
fn it_goes_with_its_index() {
    let opened = Opened::new();
    assert!(opened.seen().is_file());
    opened.write("README.md", "# Bicycles\n\nTwo.\n");
    opened.build();
    let index = opened.folder.path().join("index");
    assert_eq!(fs::read_dir(&index).unwrap().count(), 1);
    assert!(opened.seen().is_file());
}

/// Who only reads needs no index, and the guide is kept all the same.
#[test]
fn a_guide_is_kept_before_there_is_an_index() {
    let opened = Opened::new();
    let index = opened.folder.path().join("index");
    fs::remove_dir_all(&index).unwrap();
    let guide = opened.load().guide.unwrap();
    opened.store.keep(&guide);
    assert_eq!(fs::read_dir(&index).unwrap().count(), 1);
    assert_eq!(opened.store.verify(&guide), State::Missing);
    let unread = opened.load();
    assert!(unread.unread.is_some());
    assert_eq!(unread.guide.unwrap().to_bytes(), guide.to_bytes());
    // It gives way to an index, and what is there already stays.
    let guide = guide.into();
    assert_eq!(opened.store.open_or_build(&guide).1, Origin::Built);
    opened.store.keep(&guide);
    assert_eq!(opened.store.open_or_build(&guide).1, Origin::Opened);
    assert_eq!(fs::read_dir(&index).unwrap().count(), 1);
    assert!(opened.load().unread.is_some());
}

/// An index that is as it was written, and of no use, does not stay for ever.
#[test]
fn what_cannot_be_opened_gives_way() {
    let opened = Opened::new();
    let guide = opened.load().guide.unwrap().into();
    let folder = opened.seen().parent().unwrap().to_owned();
    let concepts = fs::read(folder.join("concepts")).unwrap();
    let manifest = fs::read_to_string(folder.join("MANIFEST")).unwrap();
    let sum = |bytes: &[u8]| blake3::hash(bytes).to_hex().to_string();
    let forged = vec![0xff; concepts.len()];
    let body = manifest[..manifest.rfind("sum ").unwrap()].replace(&sum(&concepts), &sum(&forged));
    fs::write(folder.join("concepts"), forged).unwrap();
    let manifest = format!("{body}sum {}\n", blake3::hash(body.as_bytes()));
    fs::write(folder.join("MANIFEST"), manifest).unwrap();
    assert_eq!(opened.store.open_or_build(&guide).1, Origin::Built);
    assert_eq!(opened.store.open_or_build(&guide).1, Origin::Opened);
}
