//! Files that cannot be read, must not be read, or are none.

use std::fs;

use madoguchi::guide::load::{MAX_ARTICLE, MAX_YAML, without_articles};
use madoguchi::guide::{Source, load};

use super::small::{FILES, Small};

#[test]
fn bytes_that_are_no_text() {
    let small = Small::new();
    let cases: [(&[u8], &str, &str); 5] = [
        (b"\xFF\xFE-\0-\0", ":1", "UTF-16"),
        (b"\xFE\xFF\0-\0-", ":1", "UTF-16"),
        (b"-\0-\0-\0\n\0", ":1", "NUL byte, at byte 1"),
        (
            b"---\ntitle: a\n---\n\x83\x65\x83\x58\n",
            ":4",
            "not UTF-8: byte 17 is 0x83",
        ),
        (b"---\n\n\xC0\xAF", ":3", "not UTF-8: byte 5 is 0xC0"),
    ];
    for (bytes, line, piece) in cases {
        small.write("ja/about.md", bytes);
        small.has(&[(&format!("error: ja/about.md{line}"), piece)]);
    }
}

#[test]
fn files_that_are_too_large_are_not_read() {
    for (file, limit) in [
        ("guide.yaml", MAX_YAML),
        ("desks.yaml", MAX_YAML),
        ("ja/about.md", MAX_ARTICLE),
    ] {
        let small = Small::new();
        // A hole: it has the length, and nothing in it.
        let hole = fs::OpenOptions::new()
            .write(true)
            .open(small.path(file))
            .unwrap();
        hole.set_len(1 << 40).unwrap();
        let (guide, problems) = small.load();
        assert!(guide.is_none());
        assert!(
            problems[0].what.contains(&limit.to_string()),
            "{}",
            problems[0]
        );
    }
}

/// Files come one after the other, and the last one in part.
#[test]
fn a_folder_that_is_only_half_copied() {
    let whole = Small::new();
    for copied in 0..FILES.len() {
        for cut in [false, true] {
            let small = Small::new();
            FILES[copied..].iter().for_each(|file| small.remove(file));
            if cut {
                let text = whole.read(FILES[copied]);
                let half: String = text.chars().take(text.chars().count() / 2).collect();
                small.write(FILES[copied], half);
            }
            let (guide, problems) = small.load();
            // Once one language is there, what the other one does not have is shown in that, and told.
            let has_language = FILES[..copied].contains(&"ja/phone.md");
            assert!(
                guide.is_none() || has_language,
                "{copied} {cut}: {problems:?}"
            );
            assert!(!problems.is_empty(), "{copied} {cut}");
        }
    }
}

#[test]
fn a_folder_that_is_none() {
    let small = Small::new();
    for (path, piece) in [
        ("gone", "no such folder"),
        ("guide.yaml", "neither a folder nor"),
    ] {
        let (guide, problems) = load(&Source::Folder(small.path(path)));
        assert!(guide.is_none());
        assert!(problems[0].what.contains(piece), "{}", problems[0]);
        assert!(problems[0].file.ends_with(path));
    }
}

#[test]
fn a_folder_in_place_of_a_file() {
    let small = Small::new();
    small.remove("ja/about.md");
    fs::create_dir(small.path("ja/about.md")).unwrap();
    small.has(&[("error: ja/about.md", "a folder, not a file")]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn a_pipe_does_not_make_us_wait() {
        for file in ["ja/about.md", "guide.yaml"] {
            let small = Small::new();
            small.remove(file);
            mknodat(CWD, small.path(file), FileType::Fifo, Mode::RWXU, 0).unwrap();
            let (guide, problems) = small.load();
            assert!(guide.is_none());
            assert!(problems[0].what.contains("a pipe"), "{}", problems[0]);
        }
    }

    #[test]
    fn a_link_may_lead_about_in_the_guide_but_not_out_of_it() {
        let small = Small::new();
        let elsewhere = Small::new();
        fs::rename(small.path("ja/about.md"), small.path("shared.md")).unwrap();
        symlink("../shared.md", small.path("ja/about.md")).unwrap();
        small.load_well();
        small.remove("ja/about.md");
        symlink(elsewhere.path("ja/about.md"), small.path("ja/about.md")).unwrap();
        small.has(&[("error: ja/about.md", "leads out of the guide's folder")]);
        small.remove("ja/about.md");
        symlink("/dev/zero", small.path("ja/about.md")).unwrap();
        small.has(&[("error: ja/about.md", "leads out")]);
        small.remove("ja/about.md");
        symlink("about.md", small.path("ja/about.md")).unwrap();
        assert!(small.load().0.is_none());
    }

    #[test]
    fn the_guide_itself_may_be_a_link() {
        let small = Small::new();
        let elsewhere = tempfile::TempDir::new().unwrap();
        let link = elsewhere.path().join("guide");
        symlink(small.path(""), &link).unwrap();
        assert_eq!(load(&Source::Folder(link)).1, []);
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let small = Small::new();
        let path = small.path("ja/about.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Nothing is forbidden to root.
        if fs::read(&path).is_err() {
            small.has(&[("error: ja/about.md", "cannot be read")]);
        }
    }
}

#[test]
fn whom_to_turn_to_is_known_without_the_articles() {
    let small = Small::new();
    let source = Source::Folder(small.path(""));
    let guide = small.load().0.unwrap();
    fs::remove_dir_all(small.path("ja")).unwrap();
    let (contacts, problems) = without_articles(&source);
    assert_eq!(problems, []);
    let contacts = contacts.unwrap();
    assert_eq!(contacts.title, guide.title);
    assert_eq!(contacts.official_numbers, guide.official_numbers);
    let names = contacts.desks.iter().map(|desk| &desk.name);
    assert!(names.eq(guide.desks.iter().map(|desk| &desk.name)));
    assert!(!contacts.desks.is_empty());
}

#[test]
fn wrong_hours_are_found_without_the_articles() {
    let small = Small::new();
    small.edit("desks.yaml", "Mo-Su 09:00-21:00", "Mo-Su from nine");
    let (contacts, problems) = without_articles(&Source::Folder(small.path("")));
    assert!(contacts.is_none());
    let (_, all) = small.load();
    assert_eq!(problems, all);
}
