//! The folder of a guide, watched: what changes in it is read as soon as nothing changes any more.
//!
//! The system's notices arrive on a thread of `notify`, which only writes down what they are about. Whoever reads the guide
//! asks when that is to be done; in between, and where nothing changes, nothing here wakes.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use ignore::gitignore::Gitignore;
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::guide::{self, is_markdown};
use crate::text::clean::clean;

/// So long nothing may have changed before it is read: who saves a file may write, rename and remove for it, and a checkout
/// changes thousands.
const QUIET: Duration = Duration::from_millis(50);

/// Though changes go on, what there is is read so long after the first.
const AT_MOST: Duration = Duration::from_secs(1);

/// So many folders are watched: each takes some of what the system has for all programs.
const MOST_FOLDERS: usize = 4096;

/// So many files are remembered by their names, as many as a guide may have: whoever is told how many have changed is told all.
const MOST_NAMES: usize = guide::MAX_FILES;

/// Files for this program, by the ends of their names.
const SETTINGS: [&str; 2] = ["yaml", "yml"];

/// Tells whoever waits that something has changed.
pub type Tell = Box<dyn Fn() + Send + Sync>;

/// A folder under watch.
pub struct Live {
    folder: PathBuf,
    changes: Arc<Changes>,
    watcher: Option<RecommendedWatcher>,
}

impl Live {
    /// Begins to watch. `tell` is called on another thread, once for all changes until these are taken.
    pub fn new(folder: &Path, tell: Tell) -> Self {
        let mut live = Self {
            folder: folder.to_owned(),
            changes: Arc::new(Changes {
                state: Mutex::default(),
                tell,
            }),
            watcher: None,
        };
        live.watch();
        live
    }

    /// How long it is until what has changed may be read; `None` while nothing has.
    pub fn due(&self) -> Option<Duration> {
        let state = self.changes.state();
        let at = (state.last? + QUIET).min(state.first? + AT_MOST);
        Some(at.saturating_duration_since(Instant::now()))
    }

    /// Says which files have changed, as far as they can belong to a guide, and waits for other changes. What changes from
    /// now on is another change, also in folders that are new or have taken the place of others.
    pub fn take(&mut self) -> Vec<String> {
        self.watch();
        let state = std::mem::take(&mut *self.changes.state());
        let names = state.names.iter().map(|name| name.display().to_string());
        names
            .map(|name| clean(&name).replace(['\n', '\t'], " "))
            .collect()
    }

    /// Watches the folders that there are now. That it cannot is no reason not to go on.
    fn watch(&mut self) {
        // The watcher panics where the system has no thread for it.
        let started = catch_unwind(AssertUnwindSafe(|| start(&self.folder, &self.changes)));
        self.watcher = match started {
            Ok(Ok(watcher)) => Some(watcher),
            Ok(Err(error)) => {
                log::warn!("changes of the guide are not seen: {error}");
                None
            }
            Err(_) => None,
        };
    }
}

/// What has changed since that was taken last.
struct Changes {
    state: Mutex<State>,
    tell: Tell,
}

#[derive(Default)]
struct State {
    first: Option<Instant>,
    last: Option<Instant>,
    /// Relative to the folder.
    names: BTreeSet<PathBuf>,
}

impl Changes {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something has changed at these places.
    fn note(&self, paths: &[&Path]) {
        let now = Instant::now();
        let mut state = self.state();
        for path in paths.iter().filter(|path| is_of_guide(path)) {
            if state.names.len() < MOST_NAMES {
                state.names.insert(path.to_path_buf());
            }
        }
        state.last = Some(now);
        let is_first = state.first.is_none();
        state.first.get_or_insert(now);
        drop(state);
        if is_first {
            (self.tell)();
        }
    }
}

fn is_of_guide(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_setting = |extension: &str| {
        SETTINGS
            .iter()
            .any(|kind| extension.eq_ignore_ascii_case(kind))
    };
    name.is_some_and(is_markdown) || extension.is_some_and(is_setting)
}

/// Where something is within a folder, if it is there and can matter to a guide: neither in what others have installed, nor in
/// what is hidden, such as `.git`, but for what says the order of pages, such as `.vitepress/config.ts`.
fn within<'a>(folder: &Path, path: &'a Path) -> Option<&'a Path> {
    let inner = path.strip_prefix(folder).ok()?;
    if inner.as_os_str().is_empty() && is_of_guide(folder) {
        // The guide is this file.
        return path.file_name().map(Path::new);
    }
    let names = inner.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    let hidden = names.iter().position(|name| name.starts_with('.'));
    let (seen, hidden) = names.split_at(hidden.unwrap_or(names.len()));
    let hidden = hidden.join("/");
    // A folder that is new may hold files already, and is to be watched.
    let says_order =
        || guide::is_hidden_setting(&hidden) || guide::is_hidden_settings_folder(&hidden);
    let matters = seen.iter().all(|name| !is_skipped(name)) && (hidden.is_empty() || says_order());
    matters.then_some(inner)
}

/// What the author of the folder wants to be passed over, such as what is built of it: `.gitignore` in it, and in folders in it.
#[derive(Default)]
struct Ignored(Vec<Gitignore>);

impl Ignored {
    fn add(&mut self, folder: &Path) {
        let file = folder.join(".gitignore");
        if file.is_file() {
            // What cannot be understood of it is not followed.
            self.0.push(Gitignore::new(file).0);
        }
    }

    /// The innermost file that says something of it decides, as git has it.
    fn has(&self, path: &Path, is_folder: bool) -> bool {
        let says = |rules: &Gitignore| {
            let inside = path.starts_with(rules.path());
            let said = inside.then(|| rules.matched_path_or_any_parents(path, is_folder))?;
            (!said.is_none()).then(|| said.is_ignore())
        };
        self.0.iter().rev().find_map(says).unwrap_or(false)
    }
}

fn is_skipped(name: &str) -> bool {
    name.starts_with('.') || name == "node_modules"
}

fn start(folder: &Path, changes: &Arc<Changes>) -> notify::Result<RecommendedWatcher> {
    let root = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder))?;
    let (folders, ignored) = folders(&root);
    let (inside, changes) = (root.clone(), Arc::clone(changes));
    let hear = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        // To read a file changes nothing.
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        let paths = event.paths.iter();
        let paths = paths.filter(|path| !ignored.has(path, false));
        let paths: Vec<&Path> = paths.filter_map(|path| within(&inside, path)).collect();
        if !paths.is_empty() || event.need_rescan() {
            changes.note(&paths);
        }
    };
    let mut watcher = RecommendedWatcher::new(hear, Config::default())?;
    // Should another folder take its place, that is seen from outside.
    if let Some(parent) = root.parent() {
        watcher.watch(parent, RecursiveMode::NonRecursive)?;
    }
    if cfg!(target_os = "linux") {
        for folder in folders {
            match watcher.watch(&folder, RecursiveMode::NonRecursive) {
                // It may be gone by now.
                Err(error) if !matches!(error.kind, notify::ErrorKind::PathNotFound) => {
                    log::warn!("not all folders of the guide can be watched: {error}");
                    break;
                }
                _ => {}
            }
        }
    } else if root.is_dir() {
        watcher.watch(&root, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

/// A folder and those in it that can matter to a guide, without links, and what in them cannot. A folder's own come before
/// those of folders in it.
fn folders(root: &Path) -> (Vec<PathBuf>, Ignored) {
    let mut folders = Vec::new();
    let mut ignored = Ignored::default();
    let mut ahead = vec![root.to_owned()];
    while let Some(folder) = ahead.pop() {
        if folders.len() >= MOST_FOLDERS {
            log::warn!("of the guide's folders only {MOST_FOLDERS} are watched");
            break;
        }
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        ignored.add(&folder);
        for entry in entries.flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_skipped = || is_skipped(&entry.file_name().to_string_lossy());
            if is_folder && !is_skipped() && !ignored.has(&entry.path(), true) {
                ahead.push(entry.path());
            }
        }
        folders.extend(guide::settings_folders(&folder));
        folders.push(folder);
    }
    (folders, ignored)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    /// Only ends a failure.
    const LIMIT: Duration = Duration::from_secs(20);

    /// Waits until a change of a file is known.
    fn until_named(live: &Live, name: &str) {
        let end = Instant::now() + LIMIT;
        while !live.changes.state().names.contains(Path::new(name)) {
            assert!(Instant::now() < end, "nothing is heard of {name}");
            std::thread::yield_now();
        }
    }

    /// A folder under watch, and what hears of it.
    fn live(folder: &Path) -> (Live, std::sync::mpsc::Receiver<()>) {
        let (heard, hear) = channel();
        let tell = Box::new(move || {
            let _ = heard.send(());
        });
        (Live::new(folder, tell), hear)
    }

    #[test]
    fn a_burst_of_changes_is_heard_of_once() {
        let folder = tempfile::tempdir().unwrap();
        let (mut live, heard) = live(folder.path());
        assert_eq!(live.due(), None);
        for n in 0..500 {
            fs::write(folder.path().join(format!("{n}.md")), "text").unwrap();
        }
        heard.recv_timeout(LIMIT).unwrap();
        assert!(live.due().is_some_and(|due| due <= QUIET));
        // The last of them.
        until_named(&live, "499.md");
        assert!(heard.try_recv().is_err());
        assert_eq!(live.take().len(), 500);
        assert_eq!(live.due(), None);
    }

    #[test]
    fn new_folders_and_those_that_take_the_place_of_others_are_watched() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("guide");
        fs::create_dir(&folder).unwrap();
        let (mut live, heard) = live(&folder);
        fs::create_dir(folder.join("new")).unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        live.take();
        fs::write(folder.join("new/a.md"), "text").unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        assert_eq!(live.take(), ["new/a.md"]);
        let other = around.path().join("other");
        fs::create_dir(&other).unwrap();
        fs::rename(&folder, around.path().join("old")).unwrap();
        fs::rename(&other, &folder).unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        live.take();
        fs::write(folder.join("b.md"), "text").unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        until_named(&live, "b.md");
    }

    #[test]
    fn what_says_the_order_is_watched_in_hidden_folders_too() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("docs/.vitepress/config");
        fs::create_dir_all(&settings).unwrap();
        let (mut live, heard) = live(folder.path());
        for file in ["../config.ts", "ja.ts"] {
            fs::write(settings.join(file), "export default {}").unwrap();
            heard.recv_timeout(LIMIT).unwrap();
            live.take();
        }
    }

    #[test]
    fn folders_of_settings_that_are_new_are_watched() {
        let folder = tempfile::tempdir().unwrap();
        let (mut live, heard) = live(folder.path());
        let settings = folder.path().join(".vitepress");
        for new in [settings.clone(), settings.join("config")] {
            fs::create_dir(&new).unwrap();
            heard.recv_timeout(LIMIT).unwrap();
            live.take();
        }
        fs::write(settings.join("config/index.ts"), "export default {}").unwrap();
        heard.recv_timeout(LIMIT).unwrap();
    }

    #[test]
    fn what_cannot_belong_to_a_guide_changes_nothing() {
        let check = |path: &str, expected: Option<&str>| {
            let found = within(Path::new("/guide"), Path::new(path));
            assert_eq!(found, expected.map(Path::new), "{path}");
        };
        check("/guide/a.md", Some("a.md"));
        check("/guide/ja/a.md", Some("ja/a.md"));
        check("/guide", Some(""));
        check("/guide2/a.md", None);
        check("/guide/.git/index", None);
        check("/guide/docs/.pages", Some("docs/.pages"));
        let settings = "docs/.vitepress/zh_hans.mts";
        check(&format!("/guide/{settings}"), Some(settings));
        let settings = "docs/.vitepress/config/ja.ts";
        check(&format!("/guide/{settings}"), Some(settings));
        check("/guide/docs/.vitepress/cache/config.ts", None);
        check("/guide/node_modules/x/.vitepress/config.ts", None);
        check("/guide/ja/.a.md.swp", None);
        check("/guide/node_modules/x/README.md", None);
        assert!(is_of_guide(Path::new("a/B.MD")) && !is_of_guide(Path::new("a/4913")));
    }

    #[test]
    fn what_the_author_passes_over_is_not_heard_of() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("out/deep")).unwrap();
        fs::create_dir_all(root.join("sub/out")).unwrap();
        fs::write(root.join(".gitignore"), "/out/\n*.tmp.md\n").unwrap();
        fs::write(root.join("sub/.gitignore"), "!keep.tmp.md\n").unwrap();
        let (mut folders, ignored) = folders(&root);
        folders.sort();
        assert_eq!(
            folders,
            [root.clone(), root.join("sub"), root.join("sub/out")]
        );
        for (path, expected) in [
            ("a.md", false),
            ("a.tmp.md", true),
            ("sub/a.tmp.md", true),
            ("sub/keep.tmp.md", false),
            ("out/deep/a.md", true),
            ("sub/out/a.md", false),
        ] {
            assert_eq!(ignored.has(&root.join(path), false), expected, "{path}");
        }
        let (mut live, heard) = live(&root);
        fs::write(root.join("a.tmp.md"), "text").unwrap();
        fs::write(root.join("sub/b.md"), "text").unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        until_named(&live, "sub/b.md");
        assert_eq!(live.take(), ["sub/b.md"]);
    }

    #[test]
    fn a_single_file_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("FAQ.md");
        fs::write(&file, "text").unwrap();
        let (mut live, heard) = live(&file);
        fs::write(folder.path().join("other.md"), "text").unwrap();
        fs::write(&file, "more").unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        assert_eq!(live.take(), ["FAQ.md"]);
        // As editors save it.
        fs::write(folder.path().join("new"), "text").unwrap();
        fs::rename(folder.path().join("new"), &file).unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        assert_eq!(live.take(), ["FAQ.md"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_no_error() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("guide");
        let (mut live, heard) = live(&folder);
        fs::create_dir(&folder).unwrap();
        heard.recv_timeout(LIMIT).unwrap();
        assert_eq!(live.take(), [""; 0]);
    }
}
