//! Values that settings of generators give to names, which pages show by `{{ name }}`.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_yaml::Value;

use super::names::{folder_of, is_within, last_of};
use crate::guide::literal::{self, Literal};
use crate::guide::markdown::{Token, tokens};
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
                "_config.yml" => {
                    let value = value();
                    variables.add("site", &value, 0);
                    variables.add_words(&value["parse"]["myst_substitutions"]);
                }
                "myst.yml" => variables.add_words(&value()["project"]["substitutions"]),
                "conf.py" => variables.add_sphinx(text),
                "v.list" => variables.add_writerside(text),
                name if is_shortcode(path) => variables.add_shortcode(name, text),
                _ => {}
            }
        }
        variables
    }

    /// A tag of Hugo's that stands for nothing but words: `layouts/shortcodes/store.html` for `{{% store %}}` and `{{< store >}}`.
    fn add_shortcode(&mut self, name: &str, text: &str) {
        if let (Some(name), false) = (name.strip_suffix(".html"), text.contains(['{', '<'])) {
            self.add_word(&format!("<{name}>"), text);
        }
    }

    /// `<var name="x" value="y"/>`, shown by `%x%`.
    fn add_writerside(&mut self, text: &str) {
        for token in tokens(text) {
            if let Token::Start(tag) = token
                && tag.name == "var"
                && let (Some(name), Some(value)) = (tag.get("name"), tag.get("value"))
            {
                self.add(&format!("%{name}%"), &Value::String(value.to_owned()), 0);
            }
        }
    }

    /// `myst_substitutions = {"x": "y"}`.
    fn add_sphinx(&mut self, text: &str) {
        let Some(at) = text.find("myst_substitutions") else {
            return;
        };
        let values = literal::read(&text[at..]).into_iter().next();
        if let Some(Literal::Map(values)) = values.map(Literal::unnamed) {
            let texts = values.iter();
            for (name, value) in texts.filter_map(|(name, value)| Some((name, value.text()?))) {
                self.add_word(name, value);
            }
        }
    }

    /// `MyST` puts Markdown in the place of names.
    fn add_words(&mut self, values: &Value) {
        for (name, value) in values.as_mapping().into_iter().flatten() {
            match (name.as_str(), value) {
                (Some(name), Value::String(text)) => self.add_word(name, text),
                (Some(name), Value::Number(number)) => self.add_word(name, &number.to_string()),
                _ => {}
            }
        }
    }

    fn add_word(&mut self, name: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() && text.len() <= LONGEST && !text.contains('\n') {
            self.0.insert(name.to_owned(), text.to_owned());
        }
    }

    /// With those that a page has for itself: `substitutions` in what stands before its text, or `myst` with them.
    fn with_own(&self, text: &str) -> Option<Self> {
        let front = text.strip_prefix("---\n")?;
        let front = &front[..front.find("\n---")?];
        if !front.contains("substitutions:") {
            return None;
        }
        let value = of_others(front)?;
        let mut own = Self(self.0.clone());
        own.add_words(&value["substitutions"]);
        own.add_words(&value["myst"]["substitutions"]);
        Some(own)
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
        // Where a site will be is nothing to read, and links within it do without. Where others are, links lead to.
        let key = name.rsplit('.').next().unwrap_or(name);
        let is_own = text.contains("://") && key.replace('_', "").ends_with("url");
        let is_place = is_own || text.starts_with('/') || text.is_empty();
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
        match self.with_own(text) {
            Some(own) => own.fill_in(text),
            None => self.fill_in(text),
        }
    }

    fn fill_in<'t>(&self, text: &'t str) -> Cow<'t, str> {
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
            let value = self.0.get(&*key(inner)).filter(|_| !is_raw);
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

/// Whether a file says what a tag of Hugo's stands for.
pub(in crate::guide) fn is_shortcode(path: &str) -> bool {
    is_within(folder_of(path), "layouts/shortcodes") || path.contains("/layouts/shortcodes/")
}

/// What stands between braces, as a name that may have a value. Both kinds of Hugo's tags have the same.
fn key(inner: &str) -> Cow<'_, str> {
    let inner = inner.trim();
    let tag = [('%', '%'), ('<', '>')]
        .into_iter()
        .find_map(|(open, close)| {
            let inner = inner.strip_prefix(open)?.strip_suffix(close)?;
            Some(inner.trim().trim_end_matches('/').trim_end())
        });
    tag.map_or(Cow::Borrowed(inner), |name| Cow::Owned(format!("<{name}>")))
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
                "title: T\nurl: https://x.example\nbaseurl: /y\nmin: { ruby: '2.7' }\nother: https://y.example/z\n",
            ),
        ];
        let variables = Variables::of(&settings.map(setting));
        let fill = |text| variables.fill(text);
        assert_eq!(fill("v{{book.version}} {{ site.title }}"), "v22 T");
        assert_eq!(fill("{{ book.fence }}\nx"), "```\nx");
        assert_eq!(
            fill("{{site.min.ruby}}{{ site.another }}"),
            "2.7{{ site.another }}"
        );
        assert_eq!(
            fill("[a]({{ site.other }}/b)"),
            "[a](https://y.example/z/b)"
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
    fn a_tag_may_stand_for_words() {
        let files = [
            ("site/layouts/shortcodes/store.html", "The Store\n"),
            ("site/layouts/shortcodes/box.html", "<b>{{ .Inner }}</b>"),
            ("site/store.html", "No"),
        ];
        let settings = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let variables = Variables::of(&settings);
        assert_eq!(
            variables.fill(
                "# {{%store%}} {{< store >}} {{< store />}} {{< box >}} {{ store }} {{< store x >}}"
            ),
            "# The Store The Store The Store {{< box >}} {{ store }} {{< store x >}}"
        );
    }

    #[test]
    fn names_of_myst_become_markdown() {
        let setting = |(path, text): (&str, &str)| (path.to_owned(), text.to_owned());
        let settings = [
            (
                "docs/conf.py",
                "project = 'P'\nmyst_substitutions = {\n  'a': \"[A](https://x.example)\",\n  \"n\": str(1),\n}\n",
            ),
            ("_config.yml", "parse:\n  myst_substitutions:\n    b: B\n"),
            ("myst.yml", "project:\n  substitutions:\n    c: 3\n"),
        ];
        let variables = Variables::of(&settings.map(setting));
        let fill = |text| variables.fill(text).into_owned();
        assert_eq!(
            fill("{{ a }} {{b}} {{c}} {{d}}"),
            "[A](https://x.example) B 3 {{d}}"
        );
        let own =
            "---\nmyst:\n  substitutions:\n    d: D *d*\n    b: own\n---\n{{ d }} {{ b }} {{ c }}";
        assert!(fill(own).ends_with("\nD *d* own 3"), "{}", fill(own));
        assert!(matches!(
            variables.fill("---\nx: y\n---\n"),
            Cow::Borrowed(_)
        ));
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
