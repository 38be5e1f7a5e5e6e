//! The settings of Hugo, which have several names and places.

use serde_yaml::Value;

use crate::guide::folder::arrange::Folder;
use crate::guide::folder::languages::tag_of;
use crate::guide::folder::names::{folder_of, joined, last_of};
use crate::language::Language;

/// Where the settings of a site may lie apart.
const SETTINGS: &str = "config/_default";

/// The keys of where an entry of a menu leads.
const TARGETS: [&str; 3] = ["pageRef", "pageref", "url"];

/// Of which language of a site a file of this name configures something: Hugo's `languages.ja.toml`.
pub(in crate::guide::folder) fn language_of_settings(name: &str) -> Option<Language> {
    let tag = name.strip_prefix("languages.")?.strip_suffix(".toml")?;
    tag_of(tag)
}

/// Whether a file that configures something configures Hugo, or Zola, which keeps its pages likewise: only these have an address
/// of a site in it, or keep such files there.
pub(in crate::guide::folder) fn is_hugo(path: &str, text: &str) -> bool {
    let name = last_of(path);
    let is_there = folder_of(path).ends_with(SETTINGS);
    let speaks_of_a_site = || {
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| {
            let key = line.split(['=', ':']).next().unwrap_or(line).trim();
            key.eq_ignore_ascii_case("baseurl") || key == "base_url"
        })
    };
    name.starts_with("hugo.") || is_there || name.starts_with("config.") && speaks_of_a_site()
}

/// What the menus of a site call folders of its pages, and in which order they have them: `[[menu.docs]]` with a `name`, a
/// `weight` and a `url`. Those of languages other than the site's own say nothing.
pub(in crate::guide::folder) fn menus(
    path: &str,
    text: &str,
    own: Language,
) -> Vec<(String, Folder)> {
    let name = last_of(path).to_lowercase();
    let is_list = name.starts_with("menus.");
    let is_own = |tag: &str| tag_of(tag).is_none_or(|language| language.base() == own.base());
    if !(is_list || is_hugo(path, text)) || name.split('.').skip(1).any(|part| !is_own(part)) {
        return Vec::new();
    }
    // `languages.en.menu.docs`, or `docs` in a file of its own.
    let is_menu = |keys: &str| {
        let mut keys = keys.split('.');
        is_list || keys.clone().any(|key| matches!(key, "menu" | "menus")) && keys.all(is_own)
    };
    let mut entries: Vec<Entry> = Vec::new();
    if name.rsplit('.').next() == Some("toml") {
        let mut is_entry = false;
        for line in text.lines().map(str::trim) {
            if let Some(keys) = line.strip_prefix('[') {
                let keys = keys
                    .strip_prefix('[')
                    .and_then(|keys| keys.split_once("]]"));
                is_entry = keys.is_some_and(|(keys, _)| is_menu(keys.trim()));
                entries.extend(is_entry.then(Entry::default));
            } else if let (true, Some((key, value))) = (is_entry, line.split_once('='))
                && let Some(entry) = entries.last_mut()
            {
                entry.say(key.trim(), value.trim().trim_matches(['"', '\'']));
            }
        }
    } else {
        in_yaml(&super::yaml(text), "", &is_menu, &mut entries);
    }
    let folder = folder_of(path);
    let site = folder.strip_suffix(SETTINGS).unwrap_or(folder);
    let folder = |entry: &Entry| joined(&joined(site, "content")?, entry.target.as_deref()?);
    let entries = entries.into_iter();
    entries
        .filter_map(|entry| Some((folder(&entry)?, entry.says)))
        .collect()
}

/// An entry of a menu.
#[derive(Debug, Default)]
struct Entry {
    says: Folder,
    /// Within the site.
    target: Option<String>,
}

impl Entry {
    fn say(&mut self, key: &str, value: &str) {
        match key {
            "name" if !value.is_empty() => self.says.label = Some(value.to_owned()),
            "weight" => self.says.order = value.parse().ok(),
            key if TARGETS.contains(&key) && !value.contains([':', '#']) => {
                let target = value.trim_matches('/');
                self.target = (!target.is_empty()).then(|| target.to_owned());
            }
            _ => {}
        }
    }
}

/// The entries of all menus in settings of YAML or JSON.
fn in_yaml(value: &Value, keys: &str, is_menu: &dyn Fn(&str) -> bool, entries: &mut Vec<Entry>) {
    // Nothing else of such settings is as deep.
    if keys.matches('.').count() > 4 {
        return;
    }
    for (key, value) in value.as_mapping().into_iter().flatten() {
        let Some(key) = key.as_str() else { continue };
        let keys = if keys.is_empty() {
            key.to_owned()
        } else {
            format!("{keys}.{key}")
        };
        match value {
            Value::Sequence(items) if is_menu(&keys) => entries.extend(items.iter().map(|item| {
                let mut entry = Entry::default();
                for (key, value) in item.as_mapping().into_iter().flatten() {
                    let number = value.as_f64().map(|number| number.to_string());
                    if let (Some(key), Some(value)) =
                        (key.as_str(), value.as_str().or(number.as_deref()))
                    {
                        entry.say(key, value);
                    }
                }
                entry
            })),
            _ => in_yaml(value, &keys, is_menu, entries),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_name_folders() {
        let check = |path: &str, text: &str, expected: &[(&str, &str, f64)]| {
            let found = menus(path, text, Language::EN);
            let found: Vec<(&str, &str, f64)> = found
                .iter()
                .map(|(folder, says)| {
                    let label = says.label.as_deref().unwrap_or_default();
                    (folder.as_str(), label, says.order.unwrap_or_default())
                })
                .collect();
            assert_eq!(found, expected, "{path}");
        };
        let toml = "baseURL = \"https://example.com\"\n[languages.en.menu]\n  [[languages.en.menu.docs]]\n    \
                    name = \"Running it\"\n    weight = 20\n    url = \"/admin/\"\n\
                    [[languages.ja.menu.docs]]\nname = '動かす'\nurl = '/admin/'\n\
                    [[menu.docs]]\nname = \"Elsewhere\"\nurl = \"https://example.com/\"\n\
                    [params]\nname = \"x\"\nurl = \"/y/\"\n";
        check(
            "config.toml",
            toml,
            &[("content/admin", "Running it", 20.0)],
        );
        check(
            "docs/config.toml",
            toml,
            &[("docs/content/admin", "Running it", 20.0)],
        );
        let list = "[[main]]\nname = \"Guide\"\npageRef = \"/docs/guide\"\nweight = 1\n";
        let guide = [("content/docs/guide", "Guide", 1.0)];
        check("config/_default/menus.en.toml", list, &guide);
        check("config/_default/menus.toml", list, &guide);
        check("config/_default/menus.ja.toml", list, &[]);
        check("other.toml", list, &[]);
        let yaml = "baseURL: x\nmenu:\n  main:\n    - name: Guide\n      url: /docs/guide/\n      weight: 1\n";
        check("hugo.yaml", yaml, &guide);
        let yaml = "languages:\n  en:\n    menus:\n      main:\n        - { name: Guide, pageRef: docs/guide, weight: 1 }\n  \
                    ja:\n    menus:\n      main:\n        - { name: 案内, pageRef: docs/guide }\n";
        check("hugo.yaml", yaml, &guide);
        check("hugo.yaml", "menu: [1, {a: 2}]\n", &[]);
    }
}
