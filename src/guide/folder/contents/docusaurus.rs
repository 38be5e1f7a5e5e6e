//! Which folder of pages a list of Docusaurus is for, where a site has several.

use super::program::inner;
use crate::guide::folder::names::{folder_of, joined, last_of};
use crate::guide::literal::{self, Literal};

/// The lists that the settings of a site name beside a folder of their own, each with that.
pub(in crate::guide::folder) fn lists_of_folders(path: &str, text: &str) -> Vec<(String, String)> {
    if !last_of(path).starts_with("docusaurus.config") {
        return Vec::new();
    }
    let own = folder_of(path);
    let literals = literal::read(text);
    let mut open: Vec<&Literal> = literals.iter().collect();
    let mut found = Vec::new();
    while let Some(literal) = open.pop() {
        open.extend(inner(literal));
        found.extend(list_of_folder(literal, own));
    }
    found
}

/// Of a map that names a list and its folder both paths.
fn list_of_folder(literal: &Literal, own: &str) -> Option<(String, String)> {
    let list = whole(literal.get(&["sidebarPath"])?)?;
    let folder = literal.get(&["path"])?.text()?;
    Some((joined(own, &list)?, joined(own, folder)?))
}

/// A path, be it in parts: `path.join(__dirname, 'a', 'b.js')`.
fn whole(path: &Literal) -> Option<String> {
    match path {
        Literal::Text(path) => Some(path.clone()),
        Literal::List(parts) => {
            let parts: Option<Vec<&str>> = parts.iter().map(Literal::text).collect();
            Some(parts?.join("/"))
        }
        Literal::Map(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_be_for_a_folder_of_its_own() {
        let config = "export default {\n  presets: [['classic', { docs: { \"sidebarPath\": path.join(__dirname, 'sidebars.js') }, blog: { path: 'blog' } }]],\n  plugins: [['docs', { id: 'x', path: './more', /* path: 'no' */ routeBasePath: 'm', sidebarPath: require.resolve('./sidebars-more.json') }], ['docs', { path: 'api', remark: [{ path: 'deep' }], sidebarPath: path.join(__dirname, 'lists', 'api.js') }]],\n};";
        let mut found = lists_of_folders("website/docusaurus.config.ts", config);
        found.sort();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("website/lists/api.js", "website/api"),
                ("website/sidebars-more.json", "website/more")
            ]
        );
        assert!(lists_of_folders("docusaurus.config.js", "sidebarPath: '").is_empty());
        assert!(lists_of_folders("a.js", config).is_empty());
    }
}
