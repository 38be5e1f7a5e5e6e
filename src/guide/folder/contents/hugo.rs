//! The settings of Hugo, which have several names and places.

use crate::guide::folder::languages::tag_of;
use crate::guide::folder::names::{folder_of, last_of};
use crate::language::Language;

/// Of which language of a site a file of this name configures something: Hugo's `languages.ja.toml`.
pub(in crate::guide::folder) fn language_of_settings(name: &str) -> Option<Language> {
    let tag = name.strip_prefix("languages.")?.strip_suffix(".toml")?;
    tag_of(tag)
}

/// Whether a file that configures something configures Hugo, or Zola, which keeps its pages likewise: only these have an address
/// of a site in it, or keep such files there.
pub(in crate::guide::folder) fn is_hugo(path: &str, text: &str) -> bool {
    let name = last_of(path);
    let is_there = folder_of(path).ends_with("config/_default");
    let speaks_of_a_site = || {
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| {
            let key = line.split(['=', ':']).next().unwrap_or(line).trim();
            key.eq_ignore_ascii_case("baseurl") || key == "base_url"
        })
    };
    name.starts_with("hugo.") || is_there || name.starts_with("config.") && speaks_of_a_site()
}
