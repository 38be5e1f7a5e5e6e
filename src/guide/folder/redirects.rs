//! Addresses of a site that lead to others, as the settings of its generator or of its server say.

use std::collections::HashMap;

use serde_yaml::Value;

use super::links::place;
use super::names::last_of;
use crate::guide::literal::{self, Literal};
use crate::guide::yaml::of_others;

/// Keys of the address that was, and of that which is.
const FROM: [&str; 2] = ["from", "source"];
const TO: [&str; 2] = ["to", "destination"];

/// Keys of maps from one to the other.
const MAPS: [&str; 4] = [
    "redirects",
    "redirect_maps",
    "redirect",
    "rediraffe_redirects",
];

/// How deep settings may stand.
const DEPTH: usize = 6;

/// So many folders of an address may be what is said to have moved with all that is below it.
const BELOW: usize = 16;

/// Where addresses lead, by their places.
#[derive(Debug, Default)]
pub(super) struct Redirects {
    pages: HashMap<String, String>,
    /// All that is below an address: what stands in its place, before the rest.
    below: HashMap<String, String>,
}

impl Redirects {
    /// Those that any of these files has.
    pub fn of(settings: &[(String, String)]) -> Self {
        let mut redirects = Self::default();
        for (path, text) in settings {
            // Most settings say nothing of it.
            let says = || MAPS.iter().any(|key| text.contains(key));
            let name = last_of(path);
            match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
                _ if name == LIST => redirects.add_lines(text),
                "toml" if says() => redirects.add_toml(text),
                "yml" | "yaml" if says() => {
                    let value = of_others(text).unwrap_or(Value::Null);
                    redirects.add(&as_literal(&value, 0), 0);
                }
                "py" if says() => redirects.add_python(text),
                "json" | "js" | "ts" | "mjs" | "mts" | "cjs" if says() => {
                    for literal in literal::read(text) {
                        redirects.add(&literal, 0);
                    }
                }
                _ => {}
            }
        }
        redirects
    }

    /// Where a place leads.
    pub fn to(&self, place: &str) -> Option<String> {
        if let Some(to) = self.pages.get(place) {
            return Some(to.clone());
        }
        // The nearest of what it may be below.
        let slashes = place.match_indices('/').map(|(at, _)| at).take(BELOW);
        let mut ends: Vec<usize> = std::iter::once(0).chain(slashes).collect();
        ends.push(place.len());
        ends.into_iter().rev().find_map(|end| {
            let to = self.below.get(&place[..end])?;
            Some(format!("{to}/{}", place[end..].trim_start_matches('/')))
        })
    }

    fn add(&mut self, literal: &Literal, depth: usize) {
        if depth > DEPTH {
            return;
        }
        match literal {
            Literal::Text(_) => {}
            Literal::List(items) => items.iter().for_each(|item| self.add(item, depth + 1)),
            Literal::Map(entries) => {
                let to = literal.get(&TO).and_then(Literal::text);
                match (literal.get(&FROM), to) {
                    (Some(Literal::Text(from)), Some(to)) => self.add_one(from, to),
                    (Some(Literal::List(all)), Some(to)) => {
                        let all = all.iter().filter_map(Literal::text);
                        all.for_each(|from| self.add_one(from, to));
                    }
                    _ => {}
                }
                for (key, value) in entries {
                    if let (true, Literal::Map(map)) = (MAPS.contains(&key.as_str()), value) {
                        for (from, to) in map {
                            let to = to.text().or_else(|| to.get(&TO)?.text());
                            if let Some(to) = to {
                                self.add_one(from, to);
                            }
                        }
                    }
                    self.add(value, depth + 1);
                }
            }
        }
    }

    /// `redirects = {"old": "new"}` in Sphinx's settings.
    fn add_python(&mut self, text: &str) {
        for key in MAPS {
            let named = text
                .find(&format!("\n{key} ="))
                .map_or(text, |at| &text[at..]);
            let values = literal::read(named).into_iter().next();
            if let Some(values) =
                values.filter(|_| named.len() < text.len() || text.starts_with(key))
            {
                self.add(&Literal::Map(vec![(key.to_owned(), values)]), 0);
            }
        }
    }

    /// `"/old.html" = "new.html"` below `[output.html.redirect]`, or `from` and `to` below `[[redirects]]`.
    fn add_toml(&mut self, text: &str) {
        let (mut is_map, mut from) = (false, String::new());
        for line in text.lines().map(str::trim) {
            if let Some(header) = line.strip_prefix('[') {
                let name = header.trim_matches(['[', ']']);
                let last = name.rsplit('.').next().unwrap_or(name);
                is_map = MAPS.contains(&last) && !header.starts_with('[');
                from.clear();
                continue;
            }
            let Some((key, value)) = line.split_once('=') else {
                continue;
            };
            let unquoted = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
            let (key, value) = (unquoted(key), unquoted(value));
            if is_map {
                self.add_one(&key, &value);
            } else if FROM.contains(&key.as_str()) {
                from = value;
            } else if TO.contains(&key.as_str()) && !from.is_empty() {
                self.add_one(&from, &value);
            }
        }
    }

    /// An address a line, then where it leads.
    fn add_lines(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            if let (Some(from), Some(to)) = (words.next(), words.next()) {
                self.add_one(from, to);
            }
        }
    }

    fn add_one(&mut self, from: &str, to: &str) {
        if from.contains("://") || from.contains('#') || to.is_empty() {
            return;
        }
        let (before, is_below) = without_rest(from);
        let from = place(before);
        if is_below {
            // Where all lead to one, that is what answers for pages that are made of something else, or are no more.
            if let (to, true) = without_rest(to) {
                let to = to.trim_end_matches('/').to_owned();
                self.below.entry(from).or_insert(to);
            }
        } else if !from.is_empty() {
            self.pages.entry(from).or_insert_with(|| to.to_owned());
        }
    }
}

/// The file of which each line leads an address elsewhere.
pub(in crate::guide) const LIST: &str = "_redirects";

/// An address without the sign that stands for all that is below it, and whether it has one: `/old/*`, `/old/:path*`.
fn without_rest(address: &str) -> (&str, bool) {
    let signs = |part: &str| part.starts_with([':', '*', '$', '[']) || part == "(.*)";
    let (before, last) = address.rsplit_once('/').unwrap_or(("", address));
    if signs(last) {
        (before, true)
    } else {
        (address, false)
    }
}

fn as_literal(value: &Value, depth: usize) -> Literal {
    match value {
        Value::String(text) => Literal::Text(text.clone()),
        Value::Sequence(items) if depth <= DEPTH => {
            let items = items.iter().map(|item| as_literal(item, depth + 1));
            Literal::List(items.collect())
        }
        Value::Mapping(map) if depth <= DEPTH => {
            let entries = map.iter().filter_map(|(key, value)| {
                let key = key.as_str()?.to_owned();
                Some((key, as_literal(value, depth + 1)))
            });
            Literal::Map(entries.collect())
        }
        _ => Literal::List(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_generator_says_where_addresses_lead() {
        for (file, text) in [
            (
                "docs.json",
                r#"{"redirects": [{"source": "/old/a", "destination": "/new"}, {"source": "/v1/:slug*", "destination": "/v2/:slug*"}]}"#,
            ),
            (
                "docusaurus.config.js",
                "x({redirects: [{from: ['/old/a', '/older'], to: '/new'}, {from: '/v1/*', to: '/v2/*'}]})",
            ),
            (
                "mkdocs.yml",
                "plugins:\n- search\n- redirects:\n    redirect_maps:\n      old/a.md: /new\n      v1/*: v2/*\n",
            ),
            (
                "book.toml",
                "[output.html.redirect]\n\"/old/a.html\" = \"/new\"\n'/v1/*' = '/v2/:splat'\n",
            ),
            (
                "netlify.toml",
                "[[redirects]]\n  from = \"/old/a/\"\n  to = \"/new\"\n  status = 301\n[[redirects]]\n  from = \"/v1/*\"\n  to = \"/v2/:splat\"\n",
            ),
            (
                "_redirects",
                "# moved\n/old/a /new 301\n/v1/*  /v2/:splat\n",
            ),
            (
                "astro.config.mjs",
                "export default defineConfig({redirects: {'/old/a': {status: 301, destination: '/new'}, '/v1/[...slug]': '/v2/[...slug]'}})",
            ),
            (".gitbook.yaml", "redirects:\n  old/a: /new\n  v1/*: v2/*\n"),
            (
                "conf.py",
                "redirects = {\"old/a\": \"/new\", \"v1/*\": \"v2/*\"}",
            ),
        ] {
            let redirects = Redirects::of(&[(file.to_owned(), text.to_owned())]);
            assert_eq!(redirects.to("old/a").as_deref(), Some("/new"), "{file}");
            let below = redirects.to("v1/x/y").unwrap_or_default();
            assert_eq!(below.trim_start_matches('/'), "v2/x/y", "{file}");
            assert_eq!(redirects.to("old"), None, "{file}");
            assert_eq!(redirects.to("v10/x"), None, "{file}");
        }
    }

    #[test]
    fn a_rule_for_all_that_leads_to_one_is_none() {
        let text = "/gone/* /new\nhttps://x.example/a /b\n/* /index.html 200\n";
        let redirects = Redirects::of(&[(LIST.to_owned(), text.to_owned())]);
        assert_eq!(redirects.to("gone/a/b"), None);
        assert_eq!(redirects.to("x"), None);
    }
}
