//! Which lines of colons end more than what was begun last.

use std::collections::{BTreeMap, HashMap};

use crate::guide::dialect::scan::{Fences, quotes};

/// Lines that end something else, too, by where they end: what was begun with colons around that, and is ended by no line of its
/// own. A generator ends the outer one of two with the first line of colons behind it; who writes a line for each means both.
pub(super) fn ending_more(text: &str) -> HashMap<usize, usize> {
    let mut more = HashMap::new();
    if !text.contains(":::") {
        return more;
    }
    let mut fences = Fences::default();
    let mut open = Open::default();
    let mut end = 0;
    for source in text.split_inclusive('\n') {
        end += source.len();
        let (marks, _) = quotes(source, 8);
        let body = source[marks..].trim();
        if fences.have(body) {
            continue;
        }
        let colons = body.bytes().take_while(|&byte| byte == b':').count();
        if colons < 3 {
            continue;
        }
        if colons < body.len() {
            open.begin(colons);
        } else if open.end(colons)
            && let Some(around) = open.begun.last_mut()
            && around.colons <= colons
        {
            // Who stands around it ends here, if nowhere else.
            around.first.get_or_insert(end);
        }
    }
    for end in open.begun.iter().filter_map(|begun| begun.first) {
        *more.entry(end).or_default() += 1;
    }
    more
}

/// What lines of colons have begun, and none has ended.
#[derive(Default)]
struct Open {
    begun: Vec<Begun>,
    /// The places of all that have so many colons, so that none is looked for.
    places: BTreeMap<usize, Vec<usize>>,
}

struct Begun {
    colons: usize,
    /// Where the first line ends that ends something in it.
    first: Option<usize>,
}

impl Open {
    fn begin(&mut self, colons: usize) {
        self.places
            .entry(colons)
            .or_default()
            .push(self.begun.len());
        self.begun.push(Begun {
            colons,
            first: None,
        });
    }

    /// Ends what has as many colons, else the last that has fewer, and all in it; `false` where there is none.
    fn end(&mut self, colons: usize) -> bool {
        let exact = self.places.get(&colons).and_then(|places| places.last());
        let fewer = || {
            let all = self.places.range(..colons);
            all.filter_map(|(_, places)| places.last()).max()
        };
        let Some(&at) = exact.or_else(fewer) else {
            return false;
        };
        for begun in self.begun.drain(at..) {
            if let Some(places) = self.places.get_mut(&begun.colons) {
                places.pop();
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_of_its_own_ends_with_the_first_in_it() {
        let lines = |text: &str| {
            let mut ends: Vec<usize> = ending_more(text).into_keys().collect();
            ends.sort_unstable();
            let line = |end: usize| text[..end].matches('\n').count();
            ends.into_iter().map(line).collect::<Vec<_>>()
        };
        for (text, expected) in [
            ("::: a\n::: b\n:::\n\n# C\n\n::: d\n:::\n", &[3_usize][..]),
            ("::: a\n::: b\n:::\n:::\n", &[]),
            ("::: a\ntext\n:::\n", &[]),
            ("::: a\ntext\n", &[]),
            (":::: a\n::: b\n:::\n::::\n", &[]),
            (":::: a\n::: b\n:::\n", &[]),
            ("> ::: a\n> ::: b\n> :::\n", &[3]),
            ("```\n::: a\n::: b\n:::\n```\n", &[]),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }
}
