//! The order of the rooms, as ARCHITECTURE.md has it: nothing points upwards.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What ARCHITECTURE.md says of it.
const RULE: &str = "A room uses only rooms that stand above it in this table";

/// A place in the code that names another room.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    room: String,
    line: usize,
}

#[test]
fn no_room_uses_one_that_stands_below_it() {
    let map = map();
    let wrong: Vec<String> = sources()
        .iter()
        .flat_map(|path| wrong_uses(&map, path))
        .collect();
    assert!(
        wrong.is_empty(),
        "ARCHITECTURE.md: “{RULE}.”\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_room_is_on_the_map_once() {
    let mut map = map();
    let mut rooms: Vec<String> = sources().iter().map(|path| room_of(path)).collect();
    map.sort();
    rooms.sort();
    rooms.dedup();
    assert_eq!(rooms, map, "the folders and files of src/, and the map");
}

/// The rooms in the order of the map: a row names its file or folder in its first column.
fn map() -> Vec<String> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("it is there");
    assert!(text.contains(RULE), "the rule stands above the table");
    let first_cells = text.lines().filter(|line| line.starts_with("| `src/"));
    let mut rooms: Vec<String> = first_cells
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|cell| cell.split("src/").skip(1))
        .filter_map(|name| name.split(['/', '.', '`']).next())
        .filter(|&room| room != "main")
        .map(str::to_owned)
        .collect();
    // A file and the folder beside it are one room.
    rooms.dedup();
    rooms
}

fn wrong_uses(map: &[String], path: &Path) -> Vec<String> {
    let source = fs::read_to_string(path).expect("it is there");
    let own = room_of(path);
    uses(&source, depth(path))
        .into_iter()
        .filter(|used| points_up(map, &own, &used.room))
        .map(|used| format!("{}:{}: {own} uses {}", path.display(), used.line, used.room))
        .collect()
}

/// Whether a name is that of a room that another must not use. Other names at the root are none.
fn points_up(map: &[String], own: &str, used: &str) -> bool {
    let rank = |room: &str| map.iter().position(|other| other == room);
    used != own && rank(used).is_some_and(|used| Some(used) >= rank(own))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files of the library.
fn sources() -> Vec<PathBuf> {
    let mut folders = vec![root().join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it is there").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path);
            }
        }
    }
    files.retain(|path| !path.ends_with("src/main.rs") && !path.ends_with("src/lib.rs"));
    files
}

/// The parts of a file's path below `src`.
fn parts(path: &Path) -> Vec<String> {
    let inner = path.strip_prefix(root().join("src")).expect("a source");
    let parts = inner.with_extension("");
    parts
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect()
}

fn room_of(path: &Path) -> String {
    parts(path).swap_remove(0)
}

/// So many `super` lead from a file's module to the root.
fn depth(path: &Path) -> usize {
    parts(path).len()
}

/// The names behind every way to the root: `crate::`, or as many `super::`. Comments and texts are none.
fn uses(source: &str, depth: usize) -> Vec<Use> {
    let tokens = source.parse().expect("it compiles");
    let mut uses = Vec::new();
    collect(tokens, depth, &mut uses);
    uses
}

fn collect(tokens: TokenStream, depth: usize, uses: &mut Vec<Use>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let TokenTree::Group(group) = token {
            collect(group.stream(), depth, uses);
        }
        let behind = behind_root(&tokens, at, depth);
        if let Some(name) = behind.and_then(|behind| tokens.get(behind)) {
            names(name, uses);
        }
        at = behind.unwrap_or(at + 1);
    }
}

/// Where the name stands behind a way to the root that begins at a token.
fn behind_root(tokens: &[TokenTree], at: usize, depth: usize) -> Option<usize> {
    let is = |at: usize, name: &str| {
        tokens
            .get(at)
            .is_some_and(|token| token.to_string() == name)
            && [1, 2].map(|n| tokens.get(at + n).map(ToString::to_string))
                == [Some(":".to_owned()), Some(":".to_owned())]
    };
    if is(at, "crate") {
        return Some(at + 3);
    }
    let supers = (0..tokens.len())
        .take_while(|n| is(at + 3 * n, "super"))
        .count();
    (supers >= depth).then_some(at + 3 * supers)
}

/// The name itself, or the first of each branch of `{a::b, c}`.
fn names(token: &TokenTree, uses: &mut Vec<Use>) {
    match token {
        TokenTree::Ident(name) => uses.push(Use {
            room: name.to_string(),
            line: name.span().start().line,
        }),
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let mut is_first = true;
            for token in group.stream() {
                if is_first {
                    names(&token, uses);
                }
                is_first = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ',');
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_above_the_screen_knows_ratatui() {
    let map = map();
    let screen = map
        .iter()
        .position(|room| room == "ui")
        .expect("it is there");
    let above = |path: &PathBuf| map[..screen].contains(&room_of(path));
    for path in sources().into_iter().filter(above) {
        let source = fs::read_to_string(&path).expect("it is there");
        let tokens = source.parse().expect("it compiles");
        assert!(!names_crate(tokens, "ratatui"), "{}", path.display());
    }
    assert!(names_crate(
        "fn f() { g(ratatui::x()) }".parse().unwrap(),
        "ratatui"
    ));
    assert!(!names_crate(
        "// ratatui\nfn f() {}".parse().unwrap(),
        "ratatui"
    ));
}

fn names_crate(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => names_crate(group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        _ => false,
    })
}

#[test]
fn every_way_to_the_root_is_seen() {
    let rooms = |source: &str, depth| -> Vec<String> {
        uses(source, depth)
            .into_iter()
            .map(|used| used.room)
            .collect()
    };
    assert_eq!(rooms("use crate::app::App;", 2), ["app"]);
    assert_eq!(
        rooms("pub use crate::{app::{self, App}, ui};", 2),
        ["app", "ui"]
    );
    assert_eq!(
        rooms("fn f() -> crate::app::App { g(crate::ui::x()) }", 1),
        ["app", "ui"]
    );
    assert_eq!(rooms("mod tests { use super::super::ui; }", 2), ["ui"]);
    assert_eq!(rooms("use super::ui;", 2), [""; 0]);
    assert_eq!(rooms("assert!(matches!(x, crate::ui::A));", 1), ["ui"]);
    assert_eq!(
        rooms(
            "//! [`crate::ui`]\n/// crate::ui\nconst A: &str = \"crate::ui\";",
            1
        ),
        [""; 0]
    );
    let line = |source: &str| uses(source, 1).first().map(|used| used.line);
    assert_eq!(line("mod a;\nuse crate::{\n    ui,\n};"), Some(3));
}

#[test]
fn only_rooms_above_may_be_used() {
    let map = ["text", "app", "ui"].map(str::to_owned);
    assert!(points_up(&map, "app", "ui"));
    assert!(points_up(&map, "text", "ui"));
    assert!(!points_up(&map, "app", "app"));
    assert!(!points_up(&map, "ui", "app"));
    assert!(!points_up(&map, "text", "visible"));
}
