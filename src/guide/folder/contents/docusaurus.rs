//! Which folder of pages a list of Docusaurus is for, where a site has several.

use crate::guide::folder::names::{folder_of, joined, last_of};

/// What names a list in the settings of a site.
const LIST: &str = "sidebarPath";

/// So far behind that its name is looked for, in bytes.
const NEAR: usize = 200;

/// And so far around it what else is said of its folder.
const FAR: usize = 4_000;

/// The lists that the settings of a site name beside a folder of their own, each with that.
pub(in crate::guide::folder) fn lists_of_folders(path: &str, text: &str) -> Vec<(String, String)> {
    if !last_of(path).starts_with("docusaurus.config") {
        return Vec::new();
    }
    let own = folder_of(path);
    let named = text.match_indices(LIST).filter_map(|(at, _)| {
        let behind = &text[at + LIST.len()..];
        let behind = behind.trim_start_matches(['"', '\'']);
        let list = quoted(&behind[..behind.floor_char_boundary(NEAR)])?;
        let folder = value(around(text, at), "path")?;
        Some((joined(own, list)?, joined(own, folder)?))
    });
    named.collect()
}

/// What stands between the braces around a place, as far as it is near.
fn around(text: &str, at: usize) -> &str {
    let first = text.floor_char_boundary(at.saturating_sub(FAR));
    let last = text.floor_char_boundary(at + FAR);
    let begin = edge(text[first..at].char_indices().rev(), '}', '{');
    let end = edge(text[at..last].char_indices(), '{', '}');
    &text[begin.map_or(first, |begin| first + begin + 1)..end.map_or(last, |end| at + end)]
}

/// Where the brace is that closes what is open from the beginning.
fn edge(
    mut chars: impl Iterator<Item = (usize, char)>,
    opens: char,
    closes: char,
) -> Option<usize> {
    let mut depth = 0_usize;
    chars.find_map(|(at, c)| {
        if c == opens {
            depth += 1;
        } else if c == closes {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(at),
            }
        }
        None
    })
}

/// The value of a key, where it is a text.
fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.match_indices(key).find_map(|(at, _)| {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let rest = text[at + key.len()..].trim_start_matches(['"', '\'']);
        let rest = rest.trim_start().strip_prefix(':')?.trim_start();
        let is_key = !text[..at].ends_with(is_word) && rest.starts_with(['"', '\'', '`']);
        is_key.then(|| quoted(rest)).flatten()
    })
}

/// The first text in quotes.
fn quoted(text: &str) -> Option<&str> {
    let begin = text.find(['"', '\'', '`'])?;
    let rest = &text[begin + 1..];
    let sign = text[begin..].chars().next()?;
    rest.split_once(sign).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_be_for_a_folder_of_its_own() {
        let config = "export default {\n  presets: [['classic', { docs: { \"sidebarPath\": path.join(__dirname, 'sidebars.js') }, blog: { path: 'blog' } }]],\n  plugins: [['docs', { id: 'x', path: './more', routeBasePath: 'm', sidebarPath: require.resolve('./sidebars-more.json') }]],\n};";
        let found = lists_of_folders("website/docusaurus.config.ts", config);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(found, [("website/sidebars-more.json", "website/more")]);
        assert!(lists_of_folders("docusaurus.config.js", "sidebarPath: '").is_empty());
        assert!(lists_of_folders("a.js", config).is_empty());
    }
}
