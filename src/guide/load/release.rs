//! Guides that are signed: what is gathered for one, and how one is read.

use std::path::Path;
use std::sync::Arc;

use ignore::DirEntry;

use super::files::{self, Failure, Files};
use super::{from_files, read_any, settled, walk};
use crate::guide::problem::{Report, quoted};
use crate::guide::{Guide, Problem};
use crate::trust::{Contents, Issue, MANIFEST, MAX_FILE, Refusal, SIGNATURE, Signed};

/// Reads and checks what was signed; once it is found good, no older release is any more.
pub(super) fn load_signed(signed: &Signed) -> (Option<Guide>, Vec<Problem>) {
    let release = match signed.open() {
        Ok(release) => release,
        Err(refusal) => return (None, refused(&refusal)),
    };
    let (guide, mut problems) = load_release(release.contents(), &signed.folder);
    if guide.is_some()
        && let Err(refusal) = signed.remember(&release)
    {
        problems.extend(refused(&refusal));
        return (None, problems);
    }
    (guide, problems)
}

/// Reads and checks a guide of files that are in memory, whoever they are of. Where `guide.yaml` says no id, it is that of the
/// manifest.
pub fn load_contents(contents: &Arc<Contents>) -> (Option<Guide>, Vec<Problem>) {
    from_files(&Files::Released(Arc::clone(contents)), read_any)
}

/// The same of a release that was found in `folder`: its manifest must be that of this guide.
pub fn load_release(contents: &Arc<Contents>, folder: &Path) -> (Option<Guide>, Vec<Problem>) {
    let (guide, mut problems) = load_contents(contents);
    let issue = contents.issue();
    let Some(mut guide) = guide else {
        return (None, problems);
    };
    if guide.id != issue.id {
        let mut report = Report::new(MANIFEST);
        let (own, other) = (quoted(&guide.id), quoted(&issue.id));
        let what = format!("the manifest is that of the guide {other}, and guide.yaml is of {own}");
        report.error(2, &what, "make the manifest anew with `madoguchi manifest`");
        problems.extend(report.into_problems());
        return (None, problems);
    }
    guide.provenance.source = super::Source::Folder(folder.to_owned());
    guide.provenance.release = Some(issue.clone());
    (Some(guide), problems)
}

/// What there is to say of a release that is not used.
pub fn refused(refusal: &Refusal) -> Vec<Problem> {
    let mut report = Report::new(refusal.file());
    report.error(refusal.line(), &refusal.to_string(), refusal.help());
    report.into_problems()
}

/// Reads all files of a folder that belong to a release: all but what is ignored (`.gitignore`), and what no guide is read from
/// because it is too large. There are contents exactly when none of the problems is an error.
pub fn gather(folder: &Path, issue: Issue) -> (Option<Contents>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for entry in walk::everything(folder) {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => {}
            Ok(entry) => add(folder, &entry, &mut files, &mut problems),
            Err(error) => {
                let mut report = Report::new(".");
                let what = format!("a part of the folder cannot be listed: {error}");
                report.error(None, &what, "check its permissions");
                problems.extend(report.into_problems());
            }
        }
    }
    let contents = Contents::gather(issue, files).map_err(|refusal| refused(&refusal));
    match contents {
        Ok(contents) => settled(Some(contents), problems),
        Err(more) => settled(None, [problems, more].concat()),
    }
}

/// Reads one file of a release.
fn add(
    folder: &Path,
    entry: &DirEntry,
    files: &mut Vec<(String, Vec<u8>)>,
    problems: &mut Vec<Problem>,
) {
    let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let mut report = Report::new(&relative.to_string_lossy());
    match walk::name_of(relative).as_deref() {
        None => report.error(None, "the name is not UTF-8", "rename the file"),
        Some(MANIFEST | SIGNATURE) => {}
        Some(_) if !entry.file_type().is_some_and(|kind| kind.is_file()) => {
            report.error(
                None,
                "this is a link, or no file at all",
                "put the file itself here",
            );
        }
        Some(name) => match files::read_named(entry.path(), MAX_FILE) {
            Ok(bytes) => files.push((name.to_owned(), bytes.into_owned())),
            Err(Failure::TooLarge(_)) => {
                let what = format!("the file is left out: it has more than {MAX_FILE} bytes");
                report.warning(None, &what, "no guide is read from such a large file");
            }
            Err(failure) => super::report_failure(&failure, MAX_FILE, &mut report),
        },
    }
    problems.extend(report.into_problems());
}
