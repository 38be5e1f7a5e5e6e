//! What somebody may do who fills the guide's folder, and has no key: each is refused, for a reason of its own.

use std::fs;
use std::os::unix::fs::symlink;

use madoguchi::guide::{Source, load};
use madoguchi::trust::{Key, Manifest, Signed};

use super::place::{OTHERS, OURS, Place};

/// Does something to the second release of a guide of which that was seen, and says what is said of it.
#[track_caller]
fn check(attack: impl FnOnce(&Place), expected: &str) {
    let Some(place) = Place::new() else { return };
    place.release(&[]);
    assert!(place.load().is_ok());
    attack(&place);
    let error = place.load().expect_err(expected);
    assert!(error.contains(expected), "{error}");
    // What was good is so again.
}

fn cut(place: &Place, file: &str) {
    let bytes = place.read(file);
    place.write(file, &bytes[..bytes.len() - 1]);
}

/// Another manifest of the same files, signed.
fn resign(place: &Place, change: impl FnOnce(String) -> String) {
    let text = String::from_utf8(place.read("guide.manifest")).unwrap();
    place.write("guide.manifest", change(text));
    place.sign(OURS, &[]);
}

#[test]
fn what_is_not_signed() {
    let remove = |place: &Place, file| fs::remove_file(place.guide().join(file)).unwrap();
    let unsigned = ": the guide is not signed: this file is missing";
    check(
        |place| remove(place, "guide.manifest"),
        &format!("guide.manifest{unsigned}"),
    );
    check(
        |place| remove(place, "guide.manifest.minisig"),
        &format!("guide.manifest.minisig{unsigned}"),
    );
    check(
        |place| place.write("guide.manifest.minisig", "signed by me\n"),
        "guide.manifest.minisig: this is no signature",
    );
    check(
        |place| {
            // The line's end is not a part of it.
            cut(place, "guide.manifest.minisig");
            cut(place, "guide.manifest.minisig");
        },
        "minisig: this is no signature",
    );
}

#[test]
fn what_somebody_else_has_signed() {
    check(
        |place| place.sign(OTHERS, &[]),
        "guide.manifest.minisig: the guide is signed with another key",
    );
    // The older way, which minisign has given up: it does not hash first.
    check(
        |place| place.sign(OURS, &["-l"]),
        "guide.manifest.minisig: this is no signature of minisign's that is accepted",
    );
}

#[test]
fn what_was_altered() {
    let forged = "guide.manifest: the signature is not one of this manifest";
    check(
        |place| place.edit("guide.manifest", "serial 2", "serial 3"),
        forged,
    );
    check(|place| cut(place, "guide.manifest"), forged);
    check(
        |place| place.edit("guide.manifest.minisig", "timestamp:", "timestamp:9"),
        forged,
    );
    check(
        |place| place.edit("ja/phone.md", "0120", "0121"),
        "ja/phone.md: the file is not what was signed",
    );
    check(|place| cut(place, "desks.yaml"), "desks.yaml: the file has");
    check(
        |place| {
            place.write(
                "desks.yaml",
                [place.read("desks.yaml"), b"\n".to_vec()].concat(),
            );
        },
        "desks.yaml: the file has",
    );
    check(
        |place| place.write("en/about.md", ""),
        "en/about.md: the file has 0 bytes",
    );
}

#[test]
fn what_is_missing_or_something_else() {
    let remove = |place: &Place| fs::remove_file(place.guide().join("ja/about.md")).unwrap();
    let named = "ja/about.md: the manifest names this file, and it is ";
    check(remove, &format!("{named}missing"));
    check(
        |place| {
            let bytes = place.read("ja/about.md");
            remove(place);
            fs::write(place.path("elsewhere"), bytes).unwrap();
            symlink(place.path("elsewhere"), place.guide().join("ja/about.md")).unwrap();
        },
        &format!("{named}a link"),
    );
    check(
        |place| {
            fs::rename(place.guide().join("ja"), place.path("ja")).unwrap();
            symlink(place.path("ja"), place.guide().join("ja")).unwrap();
        },
        &format!("{named}a link"),
    );
    check(
        |place| {
            remove(place);
            fs::create_dir(place.guide().join("ja/about.md")).unwrap();
        },
        &format!("{named}a folder"),
    );
    check(
        |place| {
            remove(place);
            let path = place.guide().join("ja/about.md");
            rustix::fs::mknodat(
                rustix::fs::CWD,
                path,
                rustix::fs::FileType::Fifo,
                rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
                0,
            )
            .unwrap();
        },
        &format!("{named}a pipe, a socket or a device"),
    );
    check(
        |place| fs::rename(place.guide(), place.path("away")).unwrap(),
        ".: the folder cannot be opened",
    );
}

#[test]
fn two_releases_are_not_mixed() {
    let another = |place: &Place| {
        let old = place.copy("old");
        place.edit("ja/phone.md", "電話", "でんわ");
        place.release(&[]);
        old
    };
    let take = |place: &Place, old: &std::path::Path, file: &str| {
        fs::copy(old.join(file), place.guide().join(file)).unwrap();
    };
    check(
        |place| take(place, &another(place), "ja/phone.md"),
        "ja/phone.md: the file has",
    );
    check(
        |place| take(place, &another(place), "guide.manifest.minisig"),
        "guide.manifest: the signature is not one of this manifest",
    );
    check(
        |place| {
            let old = another(place);
            take(place, &old, "guide.manifest");
            take(place, &old, "guide.manifest.minisig");
        },
        "ja/phone.md: the file has",
    );
}

#[test]
fn nothing_older_comes_back() {
    check(
        |place| {
            let old = place.copy("old");
            place.release(&[]);
            assert!(place.load().is_ok());
            fs::rename(place.guide(), place.path("new")).unwrap();
            fs::rename(old, place.guide()).unwrap();
        },
        "guide.manifest: this is release 2, and 3 was seen here before",
    );
    check(
        |place| {
            fs::remove_file(place.guide().join("guide.manifest")).unwrap();
            place.edit("ja/phone.md", "電話", "でんわ");
            place.release(&["--serial", "2"]);
        },
        "guide.manifest: another release 2 was seen here before",
    );
    check(
        |place| {
            place.edit("guide.yaml", "id: small", "id: other");
            place.release(&[]);
        },
        "guide.manifest: this is the guide `other`, and `small` was seen here before",
    );
}

/// What a key signs by mistake, or by somebody who has it for a moment, leads nowhere else.
#[test]
fn what_is_signed_and_wrong() {
    let sum = blake3::hash(b"").to_hex();
    let with = |name: &str| {
        let line = format!("{sum} 0 {name}\n");
        move |place: &Place| {
            resign(place, |text| {
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                let at = lines[5..]
                    .partition_point(|other| other.splitn(3, ' ').nth(2) < Some(&line[67..]));
                lines.insert(5 + at, &line);
                lines.concat()
            });
        }
    };
    check(
        with("../outside.md"),
        "guide.manifest: the name `../outside.md` leads out",
    );
    check(with("/etc/passwd"), "leads out of the guide's folder");
    check(with("ja/../a.md"), "leads out of the guide's folder");
    check(with("JA/About.md"), "where case and accents do not count");
    check(
        with("ja"),
        "guide.manifest: the name `ja` is that of a folder too",
    );
    check(
        with("guide.yaml/a"),
        "guide.manifest: the name `guide.yaml` is that of a folder too",
    );
    check(with("guide.manifest"), "cannot vouch for itself");
    check(
        with("guide.yaml"),
        "is not in the order of names, or there twice",
    );
    let wrong = |from: &'static str, to: &'static str| {
        move |place: &Place| resign(place, |text| text.replacen(from, to, 1))
    };
    check(
        wrong("manifest 1", "manifest 2"),
        "guide.manifest: this is no manifest of a form",
    );
    check(
        wrong("serial 2", "serial 02"),
        "guide.manifest: here should be `serial`",
    );
    check(
        wrong("serial 2", "serial -2"),
        "guide.manifest: here should be `serial`",
    );
    check(
        wrong("id small", "id Small/.."),
        "guide.manifest: here should be `id`",
    );
    check(
        wrong("good-until 2", "good-until 12"),
        "here should be `good-until`",
    );
    check(
        wrong("id small", "id other"),
        "this is the guide `other`, and `small` was seen here before",
    );
    check(
        |place| resign(place, |_| String::new()),
        "this is no manifest",
    );
    check(
        |place| resign(place, |text| text.trim_end().to_owned()),
        "this is no manifest",
    );
}

/// One key may sign several guides: where nothing was seen yet, `guide.yaml` says which this is.
#[test]
fn a_manifest_is_that_of_its_guide() {
    let Some(place) = Place::new() else { return };
    resign(&place, |text| text.replace("id small", "id other"));
    let error = place.load().unwrap_err();
    assert!(
        error.contains("guide.manifest: the manifest is that of the guide `other`, and guide.yaml is of `small`"),
        "{error}"
    );
}

/// A release that is signed and has errors is not the newest: the one before it still is one.
#[test]
fn what_has_errors_is_not_remembered() {
    let Some(place) = Place::new() else { return };
    assert!(place.load().is_ok());
    let good = place.copy("good");
    place.edit("guide.yaml", "schema: 1", "schema: 9");
    let sum = blake3::hash(&place.read("guide.yaml")).to_hex();
    resign(&place, |text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for line in &mut lines {
            if line.ends_with(" guide.yaml") {
                line.replace_range(..64, &sum);
            }
        }
        lines.join("\n").replace("serial 1", "serial 2") + "\n"
    });
    let error = place.load().unwrap_err();
    assert!(error.starts_with("guide.yaml: "), "{error}");
    fs::rename(place.guide(), place.path("bad")).unwrap();
    fs::rename(good, place.guide()).unwrap();
    assert!(place.load().is_ok());
}

/// What the manifest does not name is as if it were not there.
#[test]
fn what_is_not_named_is_not_read() {
    let Some(place) = Place::new() else { return };
    let before = place.load().unwrap();
    place.write("advice.yaml", "nonsense: [");
    place.write("ja/more.md", "# 0120-000-000");
    let after = place.load().unwrap();
    assert_eq!(before.digest, after.digest);
    let (_, problems) = load(&Source::Signed(Box::new(place.signed())));
    assert_eq!(problems, []);
}

#[test]
fn without_a_memory_nothing_is_used() {
    let Some(place) = Place::new() else { return };
    let key = Key::read(place.path("ours.pub").as_ref()).unwrap();
    let signed = Signed::new(&place.guide(), key, None);
    let (guide, problems) = load(&Source::Signed(Box::new(signed)));
    assert!(guide.is_none());
    assert!(
        problems[0]
            .what
            .contains("there is no folder in which to remember")
    );
    // One that is damaged is not taken for none.
    assert!(place.load().is_ok());
    let memory = place.signed().memory().unwrap().join("seen");
    fs::write(memory, "madoguchi seen 1\nid small\n").unwrap();
    let error = place.load().unwrap_err();
    assert!(error.contains("the file is damaged"), "{error}");
}

/// The same release is the same bytes, wherever it is made, and comes back as it was.
#[test]
fn a_manifest_is_always_the_same_bytes() {
    let Some(place) = Place::new() else { return };
    let make = || {
        let days = ["--made", "2026-11-29", "--good-until", "2027-02-01"];
        fs::remove_file(place.guide().join("guide.manifest")).unwrap();
        place.release(&days);
        place.read("guide.manifest")
    };
    let first = make();
    place.write("zz/later.md", "# A\n");
    fs::remove_dir_all(place.guide().join("zz")).unwrap();
    assert_eq!(make(), first);
    let manifest = Manifest::parse(&first).unwrap();
    assert_eq!(manifest.to_text().as_bytes(), first);
    let names: Vec<&str> = manifest
        .files
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "desks.yaml",
            "en/about.md",
            "en/phone.md",
            "glossary.yaml",
            "guide.yaml",
            "ja/about.md",
            "ja/phone.md"
        ]
    );
}
