//! Values that settings of generators give to names, which pages show by `{{ name }}`.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_yaml::Value;

use super::names::last_of;
use crate::guide::yaml::of_others;

/// Longer values are no words in a sentence, in bytes.
const LONGEST: usize = 400;

/// How much longer values may make a page, in bytes: behind that names stay as they are.
const MOST: usize = 1 << 20;

/// How deep values may stand in each other.
const MAX_DEPTH: usize = 4;

/// What names stand for.
#[derive(Debug, Default)]
pub(super) struct Variables(HashMap<String, String>);

impl Variables {
    /// Those that any of these files has.
    pub fn of(settings: &[(String, String)]) -> Self {
        let mut variables = Self::default();
        for (path, text) in settings {
            let value = || of_others(text).unwrap_or(Value::Null);
            match last_of(path) {
                // JSON is YAML too.
                "book.json" => variables.add("book", &value()["variables"], 0),
                "_config.yml" => variables.add("site", &value(), 0),
                "v.list" => variables.add_writerside(text),
                _ => {}
            }
        }
        variables
    }

    /// `<var name="x" value="y"/>`, shown by `%x%`.
    fn add_writerside(&mut self, text: &str) {
        for tag in text.split("<var ").skip(1) {
            let value = |name: &str| {
                let (_, rest) = tag.split_once(&format!("{name}=\""))?;
                Some(rest.split('"').next()?.to_owned())
            };
            if let (Some(name), Some(value)) = (value("name"), value("value")) {
                self.add(&format!("%{name}%"), &Value::String(value), 0);
            }
        }
    }

    fn add(&mut self, name: &str, value: &Value, depth: usize) {
        let text = match value {
            Value::Mapping(map) if depth < MAX_DEPTH => {
                for (key, value) in map {
                    if let Some(key) = key.as_str() {
                        self.add(&format!("{name}.{key}"), value, depth + 1);
                    }
                }
                return;
            }
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return,
        };
        // Where a site will be is nothing to read, and links within it do without.
        let is_place = text.contains("://") || text.starts_with('/') || text.is_empty();
        if !is_place && text.len() <= LONGEST && !text.contains('\n') {
            self.0.entry(name.to_owned()).or_insert(text);
        }
    }

    /// A text with the values of the names that stand between signs of percent.
    fn fill_between_percents(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('%')
            && filled.len() + rest.len() < text.len() + MOST
        {
            let (before, tag) = rest.split_at(at);
            filled.push_str(before);
            let near = &tag[1..tag.floor_char_boundary(LONGEST)];
            let end = near.find('%').unwrap_or(0);
            rest = match tag.get(..end + 2).and_then(|name| self.0.get(name)) {
                Some(value) if end > 0 => {
                    filled.push_str(value);
                    &tag[end + 2..]
                }
                _ => {
                    filled.push('%');
                    &tag[1..]
                }
            };
        }
        filled.push_str(rest);
        filled
    }

    /// A text with the values in it, but not where it shows the names themselves.
    pub fn fill<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.0.is_empty() {
            return Cow::Borrowed(text);
        }
        if text.contains('%') && self.0.keys().any(|name| name.starts_with('%')) {
            return Cow::Owned(self.fill_between_percents(text));
        }
        if !text.contains("{{") {
            return Cow::Borrowed(text);
        }
        let mut filled = String::new();
        let mut rest = text;
        let mut is_raw = false;
        while let Some(at) = rest.find("{{")
            && filled.len() + rest.len() < text.len() + MOST
        {
            let (before, tag) = rest.split_at(at);
            is_raw = match (before.rfind("endraw"), before.rfind("{% raw")) {
                (None, None) => is_raw,
                (end, begin) => begin > end,
            };
            // A name ends soon, or is none.
            let near = &tag[2..tag.floor_char_boundary(LONGEST)];
            let inner = near.split_once("}}").map_or("", |(inner, _)| inner);
            let value = self.0.get(inner.trim()).filter(|_| !is_raw);
            filled.push_str(before);
            rest = if let Some(value) = value {
                filled.push_str(value);
                &tag[inner.len() + 4..]
            } else {
                filled.push_str("{{");
                &tag[2..]
            };
        }
        filled.push_str(rest);
        Cow::Owned(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_what_settings_say() {
        let setting = |(path, text): (&str, &str)| (path.to_owned(), text.to_owned());
        let settings = [
            (
                "book.json",
                r#"{"variables": {"version": 22, "fence": "```"}}"#,
            ),
            (
                "docs/_config.yml",
                "title: T\nurl: https://x.example\nbaseurl: /y\nmin: { ruby: '2.7' }\n",
            ),
        ];
        let variables = Variables::of(&settings.map(setting));
        let fill = |text| variables.fill(text);
        assert_eq!(fill("v{{book.version}} {{ site.title }}"), "v22 T");
        assert_eq!(fill("{{ book.fence }}\nx"), "```\nx");
        assert_eq!(
            fill("{{site.min.ruby}}{{ site.other }}"),
            "2.7{{ site.other }}"
        );
        assert_eq!(
            fill("[a]({{ site.url }}{{ site.baseurl }}/b)"),
            "[a]({{ site.url }}{{ site.baseurl }}/b)"
        );
        assert_eq!(
            fill("{% raw %}{{ site.title }}{% endraw %}{{ site.title }}"),
            "{% raw %}{{ site.title }}{% endraw %}T"
        );
        assert!(matches!(fill("plain { {"), Cow::Borrowed(_)));
        assert_eq!(fill(&"{{ あ".repeat(200_000)).len(), 6 * 200_000);
        assert_eq!(Variables::default().fill("{{ a }}"), "{{ a }}");
    }

    #[test]
    fn names_between_percents_are_those_of_a_list() {
        let list = "<vars>\n<var name=\"version\" value=\"2.4\"/>\n</vars>";
        let variables = Variables::of(&[("docs/v.list".to_owned(), list.to_owned())]);
        assert_eq!(
            variables.fill("50% of %version%, %other%, 100%"),
            "50% of 2.4, %other%, 100%"
        );
        assert!(matches!(variables.fill("{ a }"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_page_does_not_become_many_times_as_long() {
        let title = format!("title: {}\n", "a".repeat(LONGEST));
        let variables = Variables::of(&[("_config.yml".to_owned(), title)]);
        let page = "{{ site.title }}".repeat(100_000);
        let filled = variables.fill(&page);
        assert!(filled.len() <= page.len() + MOST + LONGEST && filled.starts_with("aaaa"));
        assert!(filled.ends_with("{{ site.title }}"));
    }
}
