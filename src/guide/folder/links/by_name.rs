//! Links that name a page: notes of vaults and wikis, and the articles of help centres.

use percent_encoding::percent_decode_str;

use super::other::is_other_file;
use super::{BY_NAME, Links, Target, name_of, split};

impl Links<'_> {
    /// Names of notes: with a folder or without, and what is before and behind a bar.
    pub(super) fn by_name(&self, page: usize, file: usize, names: &str) -> Target {
        for name in names.split('|') {
            let (name, fragment) = split(name, "#");
            let name = percent_decode_str(name).decode_utf8_lossy();
            let name = in_vault(name.trim());
            if name.is_empty() {
                return self.in_page(page, file, fragment);
            }
            let by_name = || self.names.get(&name_of(name)).copied();
            // From the top of the vault, or as much of the path as tells it from others of its name.
            let by_path = || {
                let path = Some(name).filter(|name| name.contains('/'))?;
                let own = self.pages[page].files.get(file);
                let own = own.map_or(self.pages[page].path.as_str(), |file| &file.path);
                self.at(path)
                    .or_else(|| self.ending_so(path, own))
                    .or_else(|| self.by_path(page, file, path))
            };
            if let Some(found) = by_path().or_else(by_name) {
                return self.in_page(found, self.file_like(found, page, file), fragment);
            }
        }
        // Pictures and the like are embedded by their names too.
        let first = names.split(['|', '#']).next().unwrap_or(names);
        // Classes and functions are named so.
        let is_code = first.contains('\\') || first.contains("::") || first.ends_with("()");
        if is_code || is_other_file(first) {
            Target::Elsewhere
        } else {
            Target::Lost
        }
    }

    /// Of a link with words what these are, where they stand before the name of the page and not behind it.
    pub(in crate::guide::folder) fn words_before<'l>(
        &self,
        page: usize,
        file: usize,
        link: &'l str,
    ) -> Option<&'l str> {
        let (words, name) = link.strip_prefix(BY_NAME)?.split_once('|')?;
        let leads = |name| matches!(self.by_name(page, file, name), Target::Page(..));
        (!leads(words) && leads(name)).then_some(words)
    }

    /// Help centres name their articles by numbers: `https://…/articles/360012-title`.
    pub(super) fn by_number(&self, link: &str) -> Option<Target> {
        let (_, rest) = link.split_once("/articles/")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let page = *self
            .names
            .get(rest.get(..digits).filter(|digits| digits.len() > 5)?)?;
        let fragment = rest.split_once('#').map(|(_, fragment)| fragment);
        Some(self.in_page(page, 0, fragment))
    }
}

/// The name of a note in a vault of its own, as Dendron writes it: `dendron://vault/note`.
fn in_vault(name: &str) -> &str {
    let rest = name.strip_prefix("dendron://");
    rest.and_then(|rest| rest.split_once('/'))
        .map_or(name, |(_, note)| note)
}
