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
    let signs = ["from './", "from \"./"].into_iter();
    let behind = signs.flat_map(|sign| text.split(sign).skip(1));
    let names = behind.filter_map(|rest| rest.split(['\'', '"', '\n']).next());
    names.map(|name| program(name).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

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
