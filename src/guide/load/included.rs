//! The files that one page shows within itself.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::files::Files;
use crate::guide::dialect::{MOST_INCLUDED, NAMED, SNIPPETS};
use crate::guide::is_markdown;
use crate::guide::problem::{Report, quoted};
use crate::guide::{decode, folder};
use crate::parallel;

/// The largest file that is shown within another, in bytes.
const MAX_INCLUDED: u64 = 1 << 18;

/// So many bytes all pages together may have of other files, beside as many as they have of their own. A hundred lines can
/// ask for what takes a thousand times as much memory.
pub(super) const ROOM: usize = 4 << 20;

/// A page may look so many bytes through for what it shows: each part of a file that it asks for is looked for in all of it.
const LOOKED_THROUGH: usize = 32 << 20;

/// What became of a page.
pub(super) struct Page {
    /// With what it includes, where that is anything.
    pub text: Option<String>,
    /// Over all that was read for it.
    pub sum: blake3::Hash,
    /// The files of Markdown among that.
    pub parts: Vec<String>,
    /// How many bytes of the room for all it has taken.
    taken: usize,
}

impl Page {
    fn read(files: &Files, names: &Names<'_>, name: &str, text: &str, report: &mut Report) -> Self {
        let included = Included::new(files, names, name);
        let with = folder::with_included(text, &|path| included.text(path));
        let grown = with
            .as_ref()
            .map_or(0, |with| with.len().saturating_sub(text.len()));
        let looked = included.looked.get();
        if grown >= MOST_INCLUDED || looked > LOOKED_THROUGH {
            let what = format!(
                "the page includes more than {MOST_INCLUDED} bytes, or parts of files that are too large together: what goes beyond is not shown"
            );
            report.warning(None, &what, "include less in one page");
        }
        let (sum, parts) = included.finish(report);
        Self {
            text: with,
            sum,
            parts,
            taken: grown,
        }
    }
}

/// What pages include: each with its name, its text and the report on it, in the order of their names. `None` for those
/// that find no more room; which that are depends on nothing but the folder.
pub(super) fn all(
    files: &Files,
    names: &[String],
    pages: &[(&str, &str)],
    room: usize,
) -> Vec<Option<(Page, Report)>> {
    let names_some = |text: &str| text.contains("![[") || text.contains("@include");
    let embeds = pages.iter().any(|(_, text)| names_some(text));
    let names = Names::of(if embeds { names } else { &[] });
    let read = |&(name, text): &(&str, &str)| {
        let mut report = Report::lenient(name);
        (Page::read(files, &names, name, text, &mut report), report)
    };
    let taken = AtomicUsize::new(0);
    // Begun in this order: where the room ends, nearly nothing behind was read in vain.
    let ((), early) = parallel::map(
        pages,
        || (),
        |page| {
            (taken.load(Ordering::Relaxed) < room).then(|| {
                let read = read(page);
                taken.fetch_add(read.0.taken, Ordering::Relaxed);
                read
            })
        },
    );
    let mut taken = 0;
    let in_room = |(page, early): (&(&str, &str), Option<(Page, Report)>)| {
        (taken < room).then(|| {
            let read = early.unwrap_or_else(|| read(page));
            taken += read.0.taken;
            read
        })
    };
    pages.iter().zip(early).map(in_room).collect()
}

/// Where a file is, and what it says.
type Read = (String, Rc<str>);

/// The paths of pages by their names in lower case, as vaults name them.
struct Names<'f>(HashMap<String, Vec<&'f str>>);

impl<'f> Names<'f> {
    fn of(paths: &'f [String]) -> Self {
        let mut names: HashMap<String, Vec<&str>> = HashMap::new();
        for path in paths {
            names.entry(stem(path)).or_default().push(path);
        }
        Self(names)
    }

    /// The page of a name, with a folder or without; of several the nearest to the page that names it.
    fn find(&self, name: &str, page: &str) -> Option<&'f str> {
        let name = name.trim().to_lowercase();
        let folder = folder::folder_of(&name);
        let is_meant = |path: &&&str| {
            let own = folder::folder_of(path).to_lowercase();
            folder.is_empty() || own == folder || own.ends_with(&format!("/{folder}"))
        };
        let near = |path: &&&str| {
            let pairs = path.split('/').zip(page.split('/'));
            pairs.take_while(|(a, b)| a == b).count()
        };
        let all = self.0.get(&stem(&name))?.iter();
        all.filter(is_meant).rev().max_by_key(near).copied()
    }
}

/// The name of a page in lower case, without its folder and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = match name.rsplit_once('.') {
        Some((stem, _)) if is_markdown(name) => stem,
        _ => name,
    };
    stem.to_lowercase()
}

/// What a page has asked for.
struct Included<'f> {
    files: &'f Files,
    names: &'f Names<'f>,
    page: &'f str,
    sum: RefCell<blake3::Hasher>,
    /// By the path as the page writes it: where the file is, and what it says. A page may ask for the same thousands of times.
    known: RefCell<BTreeMap<String, Option<Read>>>,
    /// How many bytes were looked through.
    looked: Cell<usize>,
}

impl<'f> Included<'f> {
    fn new(files: &'f Files, names: &'f Names<'f>, page: &'f str) -> Self {
        Self {
            files,
            names,
            page,
            sum: RefCell::new(blake3::Hasher::new()),
            known: RefCell::default(),
            looked: Cell::default(),
        }
    }

    /// What a file says, if it is in the folder and can be read.
    fn text(&self, path: &str) -> Option<Rc<str>> {
        if self.looked.get() > LOOKED_THROUGH {
            return None;
        }
        let mut known = self.known.borrow_mut();
        let found = known.entry(path.to_owned()).or_insert_with(|| {
            let found = self.read(path);
            if let Some((_, text)) = &found {
                self.sum.borrow_mut().update(text.as_bytes());
            }
            found
        });
        let text = found.as_ref().map(|(_, text)| Rc::clone(text))?;
        self.looked.set(self.looked.get() + text.len());
        Some(text)
    }

    /// Looks from the page's folder upwards: generators differ in where they begin.
    fn read(&self, path: &str) -> Option<Read> {
        if let Some(name) = path.strip_prefix(NAMED) {
            return self.named(name);
        }
        // Formatters of Markdown escape signs in the lines of programs too.
        let path = path.replace("\\_", "_");
        // Programs have names for their folders: `@/x`, `@site/x`, `@components/x`. What holds no pages may have a `_` before it.
        let path = path.trim_start_matches("@site/");
        let named = path.trim_start_matches(['@', '~']).trim_start_matches('/');
        let is_aliased = named.len() < path.len();
        let hidden = is_aliased.then(|| format!("_{named}"));
        // Jekyll has a folder for all such parts.
        let kept = (!is_aliased && is_markdown(path)).then(|| format!("_includes/{path}"));
        let mut folder = folder::folder_of(self.page);
        loop {
            let paths = [Some(named), hidden.as_deref(), kept.as_deref()];
            let mut paths = paths.into_iter().flatten();
            let found = paths.find_map(|path| {
                let path = folder::joined(folder, path)?;
                Some((self.files.read(&path, MAX_INCLUDED).ok()?, path))
            });
            if let Some((bytes, found)) = found {
                let text = decode::decode(&bytes, &mut Report::new(path))?;
                return Some((found, text.into()));
            }
            if folder.is_empty() {
                // Whatever folder the program means by that.
                return is_aliased.then(|| self.named(named)).flatten();
            }
            folder = folder::folder_of(folder);
        }
    }

    /// The page of a name, wherever it is.
    fn named(&self, name: &str) -> Option<Read> {
        let path = self.names.find(name, self.page)?;
        let bytes = self.files.read(path, MAX_INCLUDED).ok()?;
        let text = decode::decode(&bytes, &mut Report::new(path))?;
        Some((path.to_owned(), text.into()))
    }

    /// A sum over all that was read, and the files of Markdown among it. What could not be read is told.
    fn finish(self, report: &mut Report) -> (blake3::Hash, Vec<String>) {
        let mut parts = Vec::new();
        let mut missing = Vec::new();
        // A page that is embedded stays one, and a link to what cannot be read is told as such. Where there are no snippets, what
        // asks for one was something else.
        let known = self.known.into_inner();
        for (path, found) in known
            .into_iter()
            .filter(|(path, _)| !path.starts_with(NAMED) && path != SNIPPETS)
        {
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

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use crate::guide::{Source, load};

    /// The bytes of each page of a folder, and what is said of it.
    #[track_caller]
    fn read(files: &[(String, String)]) -> (Vec<usize>, Vec<String>) {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
        let guide = guide.unwrap();
        let body =
            |section: &crate::guide::Section| section.texts.iter().next().unwrap().1.body.len();
        // A long page comes in parts.
        let name =
            |article: &crate::guide::Article| article.id.split('~').next().map(str::to_owned);
        let pages = guide
            .articles
            .chunk_by(|one, other| name(one) == name(other));
        let pages = pages.map(|parts| {
            let sections = parts.iter().flat_map(|article| article.sections.iter());
            sections.map(body).sum()
        });
        let said = problems.iter().map(ToString::to_string);
        (pages.collect(), said.collect())
    }

    #[test]
    fn all_pages_together_have_a_room() {
        let part = "part of pages\n".repeat(18_000);
        let page = |n: usize| {
            let text = format!("# Page {n}\n\nown\n\n{{{{#include part.txt}}}}\n");
            (format!("p{n:02}.md"), text)
        };
        let pages = (0..40).map(page);
        let files: Vec<_> = pages.chain([("part.txt".to_owned(), part)]).collect();
        let (pages, said) = read(&files);
        let with = pages.iter().take_while(|&&bytes| bytes > 200_000).count();
        assert!((16..20).contains(&with), "{pages:?}");
        assert!(pages[with..].iter().all(|&bytes| bytes < 100), "{pages:?}");
        let note = format!("p{with}.md: from this page on {} pages are", 40 - with);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(&note), "{said:?}");
        assert_eq!((pages, said), read(&files), "whoever reads first");
    }

    #[test]
    fn a_file_is_not_looked_through_without_end() {
        let parts =
            (0..4_000).map(|n| format!("// ANCHOR: a{n}\nfn f{n}() {{}}\n// ANCHOR_END: a{n}\n"));
        let asked = (0..4_000).map(|n| format!("```\n{{{{#include code.rs:a{n}}}}}\n```\n\n"));
        let page = (
            "a.md".to_owned(),
            format!("# A\n\n{}", asked.collect::<String>()),
        );
        let (_, said) = read(&[page, ("code.rs".to_owned(), parts.collect())]);
        assert!(
            said.iter().any(|said| said.contains("includes more than")),
            "{said:?}"
        );
    }

    #[test]
    fn parts_are_found_where_generators_keep_them() {
        let folder = TempDir::new().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let page = "# A\n\n{% include parts/_one.md a=\"b\" %}\n\n<!-- @include: @two.snippet.md -->\n\n{!> ../src/three.py!}\n";
        write("docs/more/a.md", page);
        write("docs/b.md", "# B\n");
        write("_includes/parts/_one.md", "words of one\n");
        write("docs/parts/two.snippet.md", "words of two\n");
        write("src/three.py", "words = 3\n");
        let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
        let guide = guide.unwrap();
        let article = guide
            .articles
            .iter()
            .find(|article| article.id.ends_with("more/a"));
        let sections = article.unwrap().sections.iter();
        let text: String = sections
            .map(|section| section.texts.iter().next().unwrap().1.body.plain_text())
            .collect();
        assert_eq!(text, "words of one\nwords of two\nwords = 3");
        assert_eq!(problems.len(), 0, "{problems:?}");
    }
}
