//! Which programs import others: what one imports stands in its own lists, or behind them.

use std::collections::HashMap;

use crate::guide::folder::names::{folder_of, joined, last_of};

/// So many programs may import each other, one the next.
const DEEP: usize = 4;

/// Files of settings in their order, but each behind those beside it that import it, and what lists pages besides last.
pub(in crate::guide::folder) fn importers_first(
    settings: &[(String, String)],
) -> Vec<&(String, String)> {
    let programs: HashMap<&str, usize> = settings
        .iter()
        .enumerate()
        .filter_map(|(at, (path, _))| Some((program(path)?, at)))
        .collect();
    let imports: Vec<(usize, usize)> = settings
        .iter()
        .enumerate()
        .filter(|(_, (path, _))| program(path).is_some())
        .flat_map(|(at, (path, text))| {
            let names = imported(text);
            let paths = names.filter_map(move |name| joined(folder_of(path), name));
            let known = paths.filter_map(|path| programs.get(path.as_str()).copied());
            known.map(move |other| (at, other))
        })
        .collect();
    let mut depths = vec![0; settings.len()];
    for _ in 0..DEEP {
        for &(at, other) in imports.iter().filter(|(at, other)| at != other) {
            depths[other] = DEEP.min(depths[other].max(depths[at] + 1));
        }
    }
    let mut order: Vec<usize> = (0..settings.len()).collect();
    order.sort_by_key(|&at| (is_additional(&settings[at].0), depths[at]));
    order.into_iter().map(|at| &settings[at]).collect()
}

/// Whether a file lists pages beside those of the site itself, as Docusaurus has `sidebars-api.js` beside `sidebars.js`.
fn is_additional(path: &str) -> bool {
    let name = last_of(path);
    name.starts_with("sidebars") && !name.starts_with("sidebars.")
}

/// The path of a program without its ending.
fn program(path: &str) -> Option<&str> {
    const ENDINGS: [&str; 7] = ["js", "jsx", "ts", "tsx", "mjs", "mts", "cjs"];
    let (stem, ending) = path.rsplit_once('.')?;
    ENDINGS.contains(&ending).then_some(stem)
}

/// What a program imports from beside it, without endings.
fn imported(text: &str) -> impl Iterator<Item = &str> {
    let own = imports(text).filter(|import| import.path.starts_with("./"));
    own.map(|import| program(import.path).unwrap_or(import.path))
}

/// A file of the same folder that a program asks for.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::guide) struct Import<'t> {
    /// As it is written: with `./` or `../`.
    pub path: &'t str,
    /// What the program calls all that is in it.
    name: Option<&'t str>,
}

/// What a program imports from its own project: `import a from './a'`, `const a = require('../a')`.
pub(in crate::guide) fn imports(text: &str) -> impl Iterator<Item = Import<'_>> {
    let signs = [
        "from './",
        "from \"./",
        "from '../",
        "from \"../",
        "require('./",
        "require('../",
    ];
    signs.into_iter().flat_map(move |sign| {
        let places = text.match_indices(sign);
        places.filter_map(move |(at, _)| {
            let path = sign.find('.').map(|dot| &text[at + dot..])?;
            let path = path.split(['\'', '"', '\n']).next()?;
            let name = name_before(&text[..at], sign.starts_with("from"));
            Some(Import { path, name })
        })
    })
}

/// What stands for all of a file, before it is named.
fn name_before(before: &str, is_import: bool) -> Option<&str> {
    let name = if is_import {
        before.rsplit("import").next()?.split([',', '{']).next()?
    } else {
        let (before, _) = before.trim_end().rsplit_once('=')?;
        before.rsplit(' ').find(|word| !word.is_empty())?
    };
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    // Types hold no pages.
    (is_name && name != "type").then_some(name)
}

impl Import<'_> {
    /// Where the file may be, seen from the folder of the program.
    pub fn paths(&self, folder: &str) -> Vec<String> {
        let Some(path) = joined(folder, self.path) else {
            return Vec::new();
        };
        if is_data(&path) {
            return vec![path];
        }
        // Programs name what they are made into: `./pages.js` is made of `pages.ts`.
        let stem = program(&path).unwrap_or(&path);
        let endings = ["ts", "js", "mts", "mjs", "json"];
        endings.map(|ending| format!("{stem}.{ending}")).into()
    }

    /// What is in the file, so that it can stand before the program.
    pub fn inlined(&self, text: &str) -> String {
        let Some(name) = self.name else {
            return format!("{text}\n;\n");
        };
        let named = format!("const {name} =");
        if is_data(self.path) {
            return format!("{named} {text}\n;\n");
        }
        let text = text.replacen("export default", &named, 1);
        format!("{}\n;\n", text.replacen("module.exports =", &named, 1))
    }
}

/// Whether a file is no program, and imported whole.
fn is_data(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "json")
}

/// Whether a program lists pages, so that what it imports may hold a part of the list.
pub(in crate::guide) fn may_import(path: &str) -> bool {
    let name = last_of(path);
    let is_list = name.starts_with("sidebar") || name.contains(".sidebar.");
    program(path).is_some() && (is_list || super::program::hidden_folder(folder_of(path)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_of_the_project_are_known() {
        let read = |text| -> Vec<(&str, Option<&str>)> {
            imports(text)
                .map(|import| (import.path, import.name))
                .collect()
        };
        for (text, expected) in [
            ("import a from './a'", ("./a", Some("a"))),
            ("import { a, b } from '../b.js'", ("../b.js", None)),
            ("import a, { b } from \"./c\"", ("./c", Some("a"))),
            ("import * as a from './d'", ("./d", None)),
            ("import type { A } from './e'", ("./e", None)),
            ("const a = require('./f.json')", ("./f.json", Some("a"))),
            ("x: [...require('./g')]", ("./g", None)),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
        assert!(read("import a from 'vitepress'\n// from here").is_empty());
        let import = Import {
            path: "../a.js",
            name: Some("a"),
        };
        assert_eq!(import.paths("x/.vitepress")[..2], ["x/a.ts", "x/a.js"]);
        assert_eq!(import.inlined("export default [1]"), "const a = [1]\n;\n");
        assert!(
            Import {
                path: "../../a",
                name: None
            }
            .paths("x")
            .is_empty()
        );
    }

    #[test]
    fn what_is_imported_stands_behind() {
        let settings = [
            ("x/all.ts", ""),
            ("x/en.ts", "import { a } from './all';\nimport './none';"),
            ("x/ja.ts", "import a from \"./all.ts\""),
            ("x/index.ts", "export * from './ja'\nexport * from './en'"),
            ("y/all.ts", "import { b } from './b'"),
            ("y/b.ts", "import { a } from './all'"),
            ("z.yml", ""),
        ]
        .map(|(path, text)| (path.to_owned(), text.to_owned()));
        let order = importers_first(&settings);
        let order: Vec<&str> = order.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(order[..2], ["x/index.ts", "z.yml"]);
        assert_eq!(order[2..5], ["x/en.ts", "x/ja.ts", "x/all.ts"]);
    }
}
