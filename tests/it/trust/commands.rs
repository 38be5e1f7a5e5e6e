//! `--trust` of every command, and `madoguchi manifest`.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use madoguchi::guide::load::{gather, load_contents};
use madoguchi::guide::{Guide, Source, load};
use madoguchi::trust::Issue;

use super::place::Place;
use crate::support::system::text;

fn said(output: &Output) -> String {
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

#[test]
fn every_command_refuses_what_is_not_signed() {
    let Some(place) = Place::new() else { return };
    let commands: [&[&str]; 8] = [
        &["search", "解約"],
        &["show", "phone"],
        &["status"],
        &["check"],
        &["check", &place.path("guide")],
        &["index", "build"],
        &["--plain"],
        &["kiosk", "--look", "x", "--no-sandbox"],
    ];
    for command in commands {
        let good = place.run(command);
        assert_ne!(good.status.code(), Some(3), "{command:?}: {good:?}");
    }
    place.edit("ja/phone.md", "0120-996-012", "0120-996-013");
    for command in commands {
        let refused = place.run(command);
        let said = said(&refused);
        assert!(
            said.contains("ja/phone.md: the file is not what was signed"),
            "{command:?}: {said}"
        );
        if !command.contains(&"--look") {
            assert_eq!(refused.status.code(), Some(3), "{command:?}: {said}");
        }
    }
}

/// The guide that is kept beside the index has the sums of its bytes, but nobody has signed them.
#[test]
fn what_is_kept_beside_the_index_is_not_believed() {
    let Some(place) = Place::new() else { return };
    // Whoever can write there puts there what another guide has left.
    let unsigned = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.args([
            "--guide",
            &place.path("guide"),
            "--index",
            &place.path("index"),
        ]);
        command.args(args).output().unwrap()
    };
    assert_eq!(unsigned(&["index", "build"]).status.code(), Some(0));
    let kept = unsigned(&["search", "電話"]);
    assert_eq!(kept.status.code(), Some(0), "{kept:?}");
    let release = place.load().unwrap().provenance.release;
    assert_eq!(release.map(|release| release.serial), Some(1));
}

#[test]
fn a_key_that_is_none_is_said() {
    let Some(place) = Place::new() else { return };
    let check = |key: &str, code, expected: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.args(["--trust", key, "--guide", &place.path("guide"), "check"]);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        assert!(text(&output.stderr).contains(expected), "{output:?}");
    };
    check(&place.path("nothing"), 4, "the key cannot be read");
    check(
        &place.path("ours"),
        4,
        "the public key is the one that ends in .pub",
    );
    check(
        &place.path("guide/guide.yaml"),
        4,
        "this is no public key of minisign's",
    );
}

/// It is a part of the program.
#[test]
fn the_built_in_guide_needs_no_signature() {
    let Some(place) = Place::new() else { return };
    let empty = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.args(["--trust", &place.path("ours.pub"), "check"]);
    command.current_dir(empty.path()).env("HOME", empty.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_guide_with_errors_is_not_made_a_release_of() {
    let Some(place) = Place::new() else { return };
    let before = place.read("guide.manifest");
    let manifest =
        |options: &[&str]| place.run(&[&["manifest", &place.path("guide")], options].concat());
    let check = |options: &[&str], code, expected: &str| {
        let output = manifest(options);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(expected), "{said}");
    };
    check(&["--serial", "1"], 2, "each has a higher one");
    check(&["--id", "other"], 2, "guide.yaml says `small`");
    check(&["--id", "../x"], 2, "an id is made of");
    check(&["--good-until", "2026-13-01"], 2, "write a day such as");
    let days = ["--made", "2026-11-29", "--good-until", "2026-11-28"];
    check(&days, 2, "is before 2026-11-29");
    std::os::unix::fs::symlink("/etc/passwd", place.guide().join("ja/x.md")).unwrap();
    check(&[], 3, "ja/x.md: this is a link");
    fs::remove_file(place.guide().join("ja/x.md")).unwrap();
    place.write("queries.yaml", "nonsense: [\n");
    check(&[], 3, "the queries have");
    fs::remove_file(place.guide().join("queries.yaml")).unwrap();
    place.edit("guide.yaml", "schema: 1", "schema: 9");
    check(&[], 3, "guide.yaml:1: ");
    place.edit("guide.yaml", "schema: 9", "schema: 1");
    assert_eq!(place.read("guide.manifest"), before);
    let days = ["--made", "2026-11-29", "--good-until", "2027-01-31"];
    check(&days, 0, "release 2 of small, 7 files, ");
    check(&[], 0, "Now sign it: minisign -S -m ");
    place.write("guide.manifest", "cut");
    check(
        &[],
        4,
        "put the last one back, or delete it and say --serial",
    );
}

/// The names of a release alone say which of its files are documents, and they say what the folder does.
#[test]
fn a_release_is_read_as_its_folder_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["tests/layouts", "examples"].map(|parent| fs::read_dir(root.join(parent)).unwrap());
    let folders = folders
        .into_iter()
        .flatten()
        .map(|folder| folder.unwrap().path());
    let mut compared = 0;
    for folder in folders
        .chain([root.join("guide")])
        .filter(|path| path.is_dir())
    {
        let (Some(guide), _) = load(&Source::Folder(folder.clone())) else {
            continue;
        };
        let day = chrono::NaiveDate::default();
        let issue = Issue {
            id: guide.id.clone(),
            serial: 1,
            made: day,
            good_until: day,
        };
        let (contents, problems) = gather(&folder, issue);
        let contents = contents.unwrap_or_else(|| panic!("{problems:?}"));
        let (released, problems) = load_contents(&Arc::new(contents));
        let released = released.unwrap_or_else(|| panic!("{problems:?}"));
        assert_eq!(released.digest, guide.digest, "{}", folder.display());
        let ids = |guide: &Guide| -> Vec<String> {
            guide
                .articles
                .iter()
                .map(|article| article.id.clone())
                .collect()
        };
        assert_eq!(ids(&released), ids(&guide), "{}", folder.display());
        compared += 1;
    }
    assert!(compared > 12, "{compared}");
}

/// A folder that nobody has made for this program says no id.
#[test]
fn a_folder_of_markdown_is_released_by_the_id_that_it_is_given() {
    let Some(place) = Place::new() else { return };
    fs::remove_dir_all(place.guide()).unwrap();
    place.write(
        "README.md",
        "# Library\n\nOpen on Mondays.\n\n--8<-- \"_parts/hours.md\"\n",
    );
    place.write("_parts/hours.md", "From nine to five.\n");
    place.write(".vitepress/config.ts", "export default {}\n");
    place.write(".gitignore", "node_modules\n");
    place.write("node_modules/x/README.md", "# X\n");
    let folder = place.path("guide");
    let output = place.run(&["manifest", &folder]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(
        text(&output.stderr).contains("name one with --id"),
        "{output:?}"
    );
    place.release(&["--id", "library"]);
    let release = place.signed().open().unwrap();
    let names: Vec<&str> = release.contents().names().collect();
    let expected = [
        ".gitignore",
        ".vitepress/config.ts",
        "README.md",
        "_parts/hours.md",
    ];
    assert_eq!(names, expected);
    let guide = place.load().unwrap();
    assert_eq!((guide.id.as_str(), guide.articles.len()), ("library", 1));
    // The next one has it from the last.
    place.write("README.md", "# Library\n\nOpen on Tuesdays.\n");
    place.release(&[]);
    assert_eq!(place.load().unwrap().id, "library");
}
