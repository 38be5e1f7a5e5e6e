//! `madoguchi insight`: what was asked and not found, for the author of a guide.

mod entries;
mod json;
mod text;

use std::path::Path;
use std::sync::Arc;

use super::args::{self, Global};
use super::output::{complain, counted};
use super::{Context, Failure, Outcome, Output, browse};
use crate::insight::{Book, Counts, Gap, Refused, Report, fold, read};
use crate::search::searcher::Searcher;
use crate::search::store::Store;

pub(super) fn run(
    context: &Context,
    global: &Global,
    args: &args::Insight,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    if args.fold {
        for file in &args.files {
            let book = fold(file).map_err(|refused| failed(file, &refused))?;
            tell_broken(file, &book);
        }
        return Ok(Outcome::Fine);
    }
    let guide = Arc::new(context.guide()?);
    let mut counts = Counts::default();
    for file in &args.files {
        let book = read(file).map_err(|refused| failed(file, &refused))?;
        tell_broken(file, &book);
        counts.merge(book.total());
    }
    let lang = guide.language_for(context.language);
    if args.queries {
        return out.text(&entries::entries(&guide, &Gap::all(&counts), args.top));
    }
    let (searcher, _) = Store::new(context.home.index.clone()).open_or_build(&guide);
    let report = Report::of(&counts, |word| lacks(&searcher, word));
    if args.json {
        return out.json(&json::report(&guide, &report, counts.days, lang));
    }
    let look = browse::look(&global.look, |name| std::env::var(name).ok());
    let page = text::Page {
        guide: &guide,
        lang,
        columns: Output::columns(),
        top: args.top,
        signs: look.signs,
    };
    out.text(&page.report(&report, counts.days))
}

/// Whether the guide has a word in no form.
fn lacks(searcher: &Searcher, word: &str) -> bool {
    let spelt = searcher.spelt(word);
    spelt.iter().any(|word| word.in_guide.is_none())
}

fn tell_broken(file: &Path, book: &Book) {
    if book.broken > 0 {
        let lines = counted(book.broken, "line", "lines");
        complain(&format!(
            "{}: {lines} that a full disk has cut off, left out",
            file.display()
        ));
    }
}

/// What is wrong with a file.
pub(super) fn failed(file: &Path, refused: &Refused) -> Failure {
    Failure::Io(format!("{}: {refused}", file.display()))
}
