//! What `madoguchi kiosk` refuses before it takes the terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{Cli, text};

/// A good hash, of a PIN that nobody has to know.
const HASH: &str = "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzYWx0$0JfKZ4bJvP7QkqzO2p0x7w";

fn refused(cli: &Cli, args: &[&str], code: i32, words: &[&str]) {
    let output = cli.run(args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(output.stdout.is_empty());
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_pin_file_that_is_not_the_owners_alone_is_refused() {
    let cli = Cli::new();
    let file = cli.home.path().join("pin");
    let path = file.to_str().unwrap();
    let args = ["kiosk", "--pin-file", path];
    let mode = |mode| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
    refused(&cli, &args, 4, &[path, "--make-pin"]);
    fs::write(&file, HASH).unwrap();
    for others in [0o640, 0o604, 0o620, 0o602, 0o644, 0o666] {
        mode(others);
        refused(&cli, &args, 4, &[path, "chmod 600"]);
    }
    mode(0o600);
    // The file is good: what is missing is a terminal.
    refused(&cli, &args, 4, &["needs a terminal"]);
    mode(0o400);
    refused(&cli, &args, 4, &["needs a terminal"]);
    mode(0o600);
    for bad in [
        "",
        "271828",
        &HASH.replace("m=64", "m=9999999"),
        &"x".repeat(100_000),
    ] {
        fs::write(&file, bad).unwrap();
        refused(&cli, &args, 4, &[path, "--make-pin"]);
    }
    fs::write(&file, [0xff, 0xfe]).unwrap();
    refused(&cli, &args, 4, &[path, "--make-pin"]);
    let folder = cli.home.path().to_str().unwrap();
    refused(&cli, &["kiosk", "--pin-file", folder], 4, &["regular file"]);
}

#[test]
fn options_that_cannot_be_are_wrong_usage() {
    let cli = Cli::new();
    for idle in ["9", "3601", "x", ""] {
        refused(&cli, &["kiosk", "--idle", idle], 2, &["--idle"]);
    }
    let making = ["kiosk", "--make-pin", "--idle", "20"];
    refused(&cli, &making, 2, &["--make-pin"]);
    let log = cli.home.path().join("log");
    let logging = ["kiosk", "--log", log.to_str().unwrap()];
    refused(&cli, &logging, 2, &["--log"]);
    assert!(!log.exists());
}

/// What the supervisor asks now and then.
#[test]
fn another_guide_is_told_if_it_is_good() {
    let cli = Cli::new();
    let guide = cli.home.path().join("docs");
    fs::create_dir(&guide).unwrap();
    let look = |seen: &str| {
        let looked = cli.run(&["--guide", "docs", "kiosk", "--look", seen]);
        (looked.status.code(), text(&looked.stdout).trim().to_owned())
    };
    let write = |name: &str, text: &str| fs::write(guide.join(name), text).unwrap();
    write("a.md", "# A\n\ntext\n");
    let (code, first) = look("");
    assert_eq!((code, first.len()), (Some(10), 64));
    assert_eq!(look(&first), (Some(0), String::new()));
    // Of one with errors the look is told, so that it is not read again, and why.
    write("guide.yaml", "schema: 2\n");
    let (code, said) = look(&first);
    assert_eq!(code, Some(0));
    let (broken, why) = said.split_once('\n').unwrap();
    assert!(broken.len() == 64 && broken != first);
    assert!(why.starts_with("guide.yaml:1: "), "{why}");
    assert_eq!(look(broken), (Some(0), String::new()));
    write("guide.yaml", "schema: 1\n");
    let (code, good) = look(broken);
    assert_eq!(code, Some(10));
    assert_eq!(look(&good), (Some(0), String::new()));
    // A file that takes the place of one of the same size.
    write("new", "# A\n\nmore\n");
    fs::rename(guide.join("new"), guide.join("a.md")).unwrap();
    assert_eq!(look(&good).0, Some(10));
}
