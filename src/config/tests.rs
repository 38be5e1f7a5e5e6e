use super::*;
use crate::app::Act;
use crate::frame::keys::{Code, Scope, char, ctrl, key};

fn read(source: &str) -> Result<Config, Vec<String>> {
    let mut report = Report::new("config.yaml");
    let config = Config::parse(source, &mut report);
    let problems = report.into_problems();
    if problems.is_empty() {
        Ok(config)
    } else {
        Err(problems.iter().map(ToString::to_string).collect())
    }
}

#[test]
fn everything_may_be_left_out() {
    for source in ["", "# nothing yet\n", "keys: {}\n", "themes: {}\n"] {
        let config = read(source).expect(source);
        assert_eq!(config.bound, Bound::default());
        assert_eq!(config.theme(None), Some((Choice::Auto, Own::default())));
        assert_eq!((config.language, config.mouse), (None, None));
    }
}

#[test]
fn what_is_set_counts() {
    let source = "language: ja\ntimezone: Asia/Tokyo\nmouse: false\ntheme: harbour\n\
                  themes:\n  harbour:\n    over: dark\n    accent: \"#5fd7d7\"\n    open: 114\n    warning: bright-red\n\
                  keys:\n  copy: [Ctrl-T, g]\n  try-it: []\n  contents: F3\n  next-found: n\n";
    let config = read(source).expect("it is good");
    assert_eq!(config.language, Some(Language::JA));
    assert_eq!(config.timezone, Some(Tz::Asia__Tokyo));
    assert_eq!(config.mouse, Some(false));
    let (choice, own) = config.theme(None).expect("it is there");
    assert_eq!(choice, Choice::Dark);
    assert_ne!(own, Own::default());
    // An option goes before it.
    assert_eq!(
        config.theme(Some("16")),
        Some((Choice::Sixteen, Own::default()))
    );
    assert_eq!(config.theme(Some("habour")), None);
    let does = |pressed, now| config.bound.of_key(pressed, now).cloned();
    assert_eq!(does(ctrl('t'), Scope::Searching), Some(Act::OpenCopy));
    assert_eq!(does(char('g'), Scope::Reading), Some(Act::OpenCopy));
    assert_eq!(does(char('c'), Scope::Reading), None);
    assert_eq!(
        does(key(Code::F(3)), Scope::Searching),
        Some(Act::OpenContents)
    );
}

#[test]
fn a_file_is_named_from_where_the_configuration_stands() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.yaml");
    for (named, expected) in [
        ("keys/a.pub", folder.path().join("keys/a.pub")),
        ("/etc/a.pub", PathBuf::from("/etc/a.pub")),
    ] {
        std::fs::write(&file, format!("trust: {named}\n")).unwrap();
        let config = Config::read(&file).expect("it is good");
        assert_eq!(config.trust, Some(expected));
    }
}

#[test]
fn every_problem_has_its_line_and_what_to_do() {
    for (source, expected) in [
        (
            "colour: red\n",
            "config.yaml:1: the configuration has no field `colour`",
        ),
        (
            "language: xx-\n",
            "config.yaml:1: `xx-` is no tag of a language",
        ),
        (
            "mouse: true\ntimezone: Nowhere/Bad\n",
            "config.yaml:2: `Nowhere/Bad` is no time zone",
        ),
        (
            "mouse: maybe\n",
            "config.yaml:1: `mouse` should be true or false",
        ),
        ("theme: drak\n", "config.yaml:1: there is no theme `drak`"),
        (
            "themes:\n  dark:\n    accent: 1\n",
            "config.yaml:2: `dark` is a built-in theme",
        ),
        (
            "themes:\n  a:\n    over: mono\n",
            "config.yaml:3: the theme `mono` has no colours",
        ),
        ("themes:\n  a:\n    acent: 1\n", "did you mean `accent`?"),
        (
            "themes:\n  a:\n    accent: 300\n",
            "config.yaml:3: `300` is no colour",
        ),
        (
            "themes:\n  a:\n    accent: bright-rd\n",
            "did you mean `bright-red`?",
        ),
        (
            "keys:\n  cpoy: F3\n",
            "config.yaml:2: there is no act `cpoy`",
        ),
        ("keys:\n  cpoy: F3\n", "did you mean `copy`?"),
        (
            "keys:\n  copy: [F11, Hyper-C]\n",
            "config.yaml:2: there is no key `Hyper-C`",
        ),
        (
            "keys:\n  copy: Ctrl-I\n",
            "config.yaml:2: the key `Ctrl-I` does not arrive: it is Tab",
        ),
        ("keys:\n  copy: あ\n", "an input method types it"),
        ("keys:\n  copy:\n", "config.yaml:2: `copy` has no keys"),
        (
            "keys:\n  list-down: j\n",
            "config.yaml:2: `j` is text where `list-down` is done",
        ),
        (
            "keys:\n  redraw: Ctrl-L\n  contents: F3\n",
            "config.yaml:3: `F3` does both `contents` and `try-it`",
        ),
        (
            "keys:\n  copy: F3\n  try-it: []\n  next-found: []\n  contents: F3\n",
            "config.yaml:5: `F3` does both `contents` and `copy`",
        ),
        (
            "keys:\n  menu: Ctrl-C\n",
            "config.yaml:2: `Ctrl-C` of `menu` always does something else",
        ),
        (
            "keys:\n  menu: \"1\"\n",
            "`1` of `menu` always does something else",
        ),
        ("keys: [a]\n", "config.yaml:1: `keys` should be"),
        ("keys:\n- a: [\n", "config.yaml"),
    ] {
        let problems = read(source).expect_err(source).join("\n");
        assert!(problems.contains(expected), "{source:?}: {problems}");
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let problems = read("a: 1\nkeys:\n  b: F3\n  copy: F99\n").expect_err("it is bad");
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[test]
fn a_file_that_is_none_is_refused() {
    for path in ["/", "/dev/zero", "/no/such/file.yaml"] {
        let problems = Config::read(Path::new(path)).expect_err(path);
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}

#[test]
fn the_names_of_built_in_themes_are_all_known() {
    assert_eq!(themes::built_in().count(), Choice::value_variants().len());
}
