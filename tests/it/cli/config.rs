//! Which configuration is read, and what is said of one that is wrong.

use std::fs;

use super::{Cli, text};

/// Where the user's configuration is looked for.
fn write(cli: &Cli, config: &str) -> String {
    let folder = cli.home.path().join(".config/madoguchi");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("config.yaml");
    fs::write(&file, config).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_wrong_configuration_is_told_with_its_lines() {
    let cli = Cli::new();
    let file = write(&cli, "language: ja\nkeys:\n  cpoy: F3\n  menu: Ctrl-I\n");
    for args in [&["--plain"] as &[&str], &["browse", "--plain"], &[]] {
        let output = cli.run(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        for words in [
            "the configuration has 2 errors and is not used",
            &format!("{file}:3: there is no act `cpoy`"),
            "did you mean `copy`?",
            &format!("{file}:4: the key `Ctrl-I` does not arrive: it is Tab"),
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    let doctor = cli.run(&["doctor"]);
    assert!(text(&doctor.stdout).contains(&format!("{file}:3: there is no act")));
    // Commands that print something have none.
    assert!(cli.run(&["status"]).status.success());
}

#[test]
fn it_is_read_where_it_is_and_nowhere_else() {
    let cli = Cli::new();
    // Neither a terminal nor anything to say: the dialogue ends with its input.
    let greeting = |variables: &[(&str, &str)], args: &[&str]| {
        let mut command = cli.command(&[&["--plain"], args].concat());
        command.envs(variables.iter().copied());
        let output = command.stdin(std::process::Stdio::null()).output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout).lines().next().unwrap().to_owned()
    };
    let (ja, en) = ("Netflix お問い合わせガイド", "Netflix support in Japan");
    assert_eq!(greeting(&[], &[]), ja);
    let file = write(&cli, "language: en\n");
    assert_eq!(greeting(&[], &[]), en);
    assert_eq!(greeting(&[], &["--lang", "ja"]), ja);
    assert_eq!(greeting(&[("MADOGUCHI_CONFIG", "")], &[]), ja);
    let elsewhere = cli.home.path().join("elsewhere.yaml");
    fs::write(&elsewhere, "language: ja\n").unwrap();
    let elsewhere = elsewhere.to_str().unwrap();
    assert_eq!(greeting(&[("MADOGUCHI_CONFIG", elsewhere)], &[]), ja);
    assert_eq!(
        greeting(&[("MADOGUCHI_CONFIG", elsewhere)], &["--config", &file]),
        en
    );
    let xdg = cli.home.path().join("xdg/madoguchi");
    fs::create_dir_all(&xdg).unwrap();
    fs::write(xdg.join("config.yaml"), "language: ja\n").unwrap();
    let xdg = xdg.parent().unwrap().to_str().unwrap();
    assert_eq!(greeting(&[("XDG_CONFIG_HOME", xdg)], &[]), ja);
    // One that is named has to be there.
    let output = cli.run(&["--plain", "--config", "none.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("none.yaml: it cannot be read"));
}

#[test]
fn a_kiosk_reads_none_but_what_an_option_names() {
    let cli = Cli::new();
    let file = write(&cli, "keys: wrong\n");
    let output = cli
        .command(&["kiosk"])
        .env("MADOGUCHI_CONFIG", &file)
        .output()
        .unwrap();
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("needs a terminal"), "{said}");
    let output = cli.run(&["kiosk", "--config", &file]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains(&format!("{file}:1: `keys` should be")),
        "{said}"
    );
}

#[test]
fn a_theme_is_one_of_those_there_are() {
    let cli = Cli::new();
    write(&cli, "themes:\n  harbour:\n    accent: 80\n");
    let refused = |theme: &str| {
        let output = cli.run(&["kiosk", "--theme", theme]);
        text(&output.stderr).to_owned()
    };
    assert!(refused("drak").contains("there is no theme `drak`; known are auto, dark"));
    // A kiosk has those of the file that it is given.
    assert!(refused("harbour").contains("there is no theme `harbour`"));
    assert!(refused("16").contains("needs a terminal"));
}

#[test]
fn the_example_is_good() {
    let cli = Cli::new();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/config.yaml");
    let output = cli
        .command(&["--plain", "--config", file])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("Japan time ("));
}
