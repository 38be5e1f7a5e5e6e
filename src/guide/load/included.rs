//! The files that one page shows within itself.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::files::Files;
use crate::guide::is_markdown;
use crate::guide::problem::{Report, quoted};
use crate::guide::{decode, folder};

/// The largest file that is shown within another, in bytes.
const MAX_INCLUDED: u64 = 1 << 18;

/// What a page has asked for.
pub(super) struct Included<'f> {
    files: &'f Files,
    page: &'f str,
    sum: RefCell<blake3::Hasher>,
    /// By the path as the page writes it: where the file is, and what it says. A page may ask for the same thousands of times.
    known: RefCell<BTreeMap<String, Option<(String, String)>>>,
}

impl<'f> Included<'f> {
    pub fn new(files: &'f Files, page: &'f str) -> Self {
        Self {
            files,
            page,
            sum: RefCell::new(blake3::Hasher::new()),
            known: RefCell::default(),
        }
    }

    /// What a file says, if it is in the folder and can be read.
    pub fn text(&self, path: &str) -> Option<String> {
        let mut known = self.known.borrow_mut();
        let found = known.entry(path.to_owned()).or_insert_with(|| {
            let found = self.read(path);
            if let Some((_, text)) = &found {
                self.sum.borrow_mut().update(text.as_bytes());
            }
            found
        });
        found.as_ref().map(|(_, text)| text.clone())
    }

    /// Looks from the page's folder upwards: generators differ in where they begin.
    fn read(&self, path: &str) -> Option<(String, String)> {
        // Formatters of Markdown escape signs in the lines of programs too.
        let path = path.replace("\\_", "_");
        // Programs have names for their folders: `@/x`, `@site/x`, `@components/x`.
        let path = path.trim_start_matches("@site/");
        let path = path.trim_start_matches(['@', '~']).trim_start_matches('/');
        let mut folder = folder::folder_of(self.page);
        loop {
            let found = folder::joined(folder, path)
                .and_then(|path| Some((self.files.read(&path, MAX_INCLUDED).ok()?, path)));
            if let Some((bytes, found)) = found {
                let text = decode::decode(&bytes, &mut Report::new(path))?.into_owned();
                return Some((found, text));
            }
            if folder.is_empty() {
                return None;
            }
            folder = folder::folder_of(folder);
        }
    }

    /// A sum over all that was read, and the files of Markdown among it. What could not be read is told.
    pub fn finish(self, report: &mut Report) -> (blake3::Hash, Vec<String>) {
        let mut parts = Vec::new();
        let mut missing = Vec::new();
        for (path, found) in self.known.into_inner() {
            match found {
                Some((file, _)) if is_markdown(&file) => parts.push(file),
                Some(_) => {}
                None => missing.push(path),
            }
        }
        tell(&missing, report);
        (self.sum.into_inner().finalize(), parts)
    }
}

/// One word for all that a page lacks: a book without the folder of its programs lacks hundreds.
fn tell(missing: &[String], report: &mut Report) {
    let Some(first) = missing.first() else { return };
    let more = match missing.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let what = format!("the included file {} cannot be read{more}", quoted(first));
    let help = "nothing is shown in its place: put it into the folder, or take the line out";
    report.warning(None, &what, help);
}
