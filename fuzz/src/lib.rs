//! What is fuzzed: each function takes any bytes and panics where the program breaks a promise.
//!
//! `cargo +nightly fuzz run guide` (or `dialect`, `folder`, `markdown`, `manifest`, `query`, `keys`) runs one; what was found stays in `corpus/` and is run
//! again by the project's tests (`tests/it/fuzz.rs`), which include this file.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::{Act, App, Bound, Command, Message, News, acts};
use madoguchi::frame::layout::{Focus, Size};
use madoguchi::guide::{self, Guide, Source, markdown as md};
use madoguchi::language::Language;
use madoguchi::page::{Page, Setter};
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::text::width::width;
use madoguchi::trust::Manifest;
use madoguchi::tui::keymap;
use madoguchi::ui::{self, theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// The files that a guide for fuzzing may have.
const FILES: [&str; 6] = [
    "guide.yaml",
    "desks.yaml",
    "glossary.yaml",
    "advice.yaml",
    "ja/a.md",
    "en/a.md",
];

fn built_in() -> Arc<Guide> {
    static GUIDE: OnceLock<Arc<Guide>> = OnceLock::new();
    let load = || Arc::new(guide::load(&Source::BuiltIn).0.expect("it has no errors"));
    Arc::clone(GUIDE.get_or_init(load))
}

fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| Store::new(None).open_or_build(&built_in()).0)
}

/// No character that could drive a terminal.
fn check_harmless(text: &str) {
    let harmful = text
        .chars()
        .find(|&c| c.is_control() && c != '\n' && c != '\t');
    assert_eq!(harmful, None, "{text:?}");
}

/// The bytes are files, each behind a byte that says which, up to a NUL. They are loaded as a guide: what is refused is refused
/// with a reason, and nothing of what is not can drive a terminal.
pub fn guide(data: &[u8]) {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("madoguchi-fuzz-{}", std::process::id()));
        for language in ["ja", "en"] {
            fs::create_dir_all(folder.join(language)).expect("a folder for fuzzing");
        }
        folder
    });
    for file in FILES {
        let _ = fs::remove_file(folder.join(file));
    }
    for file in data.split(|&byte| byte == 0) {
        let Some((&which, text)) = file.split_first() else {
            continue;
        };
        let name = FILES[usize::from(which) % FILES.len()];
        fs::write(folder.join(name), text).expect("a file for fuzzing");
    }
    let (guide, problems) = guide::load(&Source::Folder(folder.clone()));
    assert!(
        guide.is_some() || !problems.is_empty(),
        "refused without a reason"
    );
    for problem in &problems {
        check_harmless(&problem.to_string());
    }
    let Some(guide) = guide else { return };
    for (at, section) in guide.sections() {
        for (_, text) in section.texts.iter() {
            check_harmless(&text.title);
            check_harmless(text.body.source());
        }
        check_page(
            &page(
                guide
                    .section(at)
                    .texts
                    .text(guide.languages[0])
                    .body
                    .source(),
                40,
            ),
            40,
        );
    }
}

/// The files that a folder for fuzzing may have: of several generators, in two languages.
const PAGES: [&str; 8] = [
    "README.md",
    "docs/a.md",
    "docs/b.mdx",
    "ja/docs/a.md",
    "_sidebar.md",
    "mkdocs.yml",
    ".vitepress/config.ts",
    "_config.yml",
];

/// The bytes are files of a folder that nobody has prepared, as [`guide`] has them: whatever they say, they can be read.
pub fn folder(data: &[u8]) {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| new_folder("folder"));
    for file in PAGES {
        let _ = fs::remove_file(folder.join(file));
    }
    for file in data.split(|&byte| byte == 0) {
        let Some((&which, text)) = file.split_first() else {
            continue;
        };
        let path = folder.join(PAGES[usize::from(which) % PAGES.len()]);
        let parent = path.parent().expect("a file has a folder");
        fs::create_dir_all(parent).expect("a folder for fuzzing");
        fs::write(path, text).expect("a file for fuzzing");
    }
    check_folder(folder);
}

/// The first byte says whether the rest is a page of MDX or of Markdown, in any dialect. It becomes an article, whatever it is.
pub fn dialect(data: &[u8]) {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| new_folder("dialect"));
    let Some((&which, text)) = data.split_first() else {
        return;
    };
    let file = folder.join(["a.md", "a.mdx"][usize::from(which) % 2]);
    fs::write(&file, text).expect("a file for fuzzing");
    check_folder(&file);
}

fn new_folder(name: &str) -> PathBuf {
    let folder = format!("madoguchi-fuzz-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(folder);
    fs::create_dir_all(&folder).expect("a folder for fuzzing");
    folder
}

/// Loads Markdown: what is refused is refused with a reason, and every page can be set.
fn check_folder(path: &Path) {
    let (guide, problems) = guide::load(&Source::Folder(path.to_owned()));
    assert!(
        guide.is_some() || !problems.is_empty(),
        "refused without a reason"
    );
    for problem in &problems {
        check_harmless(&problem.to_string());
    }
    for (_, section) in guide.iter().flat_map(Guide::sections) {
        for (language, text) in section.texts.iter() {
            check_harmless(&text.title);
            check_harmless(&text.body.plain_text());
            let mut setter = Setter::new(40);
            setter.blocks(&text.body.blocks(), language);
            check_page(&setter.finish(), 40);
        }
    }
}

fn page(text: &str, columns: usize) -> Page {
    let mut setter = Setter::new(columns);
    setter.blocks(&md::parse(text), Language::JA);
    setter.finish()
}

fn check_page(page: &Page, columns: usize) {
    for line in &page.lines {
        let text = line.text();
        check_harmless(&text);
        assert!(
            width(&text) <= columns,
            "{} > {columns}: {text:?}",
            width(&text)
        );
    }
    assert!(
        page.links
            .iter()
            .all(|link| link.lines.end <= page.lines.len())
    );
}

/// The first byte is a width, the rest Markdown: no line of its page is wider.
pub fn markdown(data: &[u8]) {
    let Some((&columns, text)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let text = madoguchi::text::clean::clean(&text);
    let columns = 12 + usize::from(columns);
    check_page(&page(&text, columns), columns);
}

/// The bytes are the manifest of a release, which somebody has signed: it says what it is in one way only, and names no file
/// elsewhere.
pub fn manifest(data: &[u8]) {
    let manifest = match Manifest::parse(data) {
        Ok(manifest) => manifest,
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty() && !refusal.help().is_empty());
            return;
        }
    };
    assert_eq!(manifest.to_text().as_bytes(), data);
    let names: Vec<&str> = manifest
        .files
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert!(names.is_sorted() && names.windows(2).all(|two| two[0] != two[1]));
    for name in names {
        check_harmless(name);
        let parts: Vec<Component<'_>> = Path::new(name).components().collect();
        let stays = |part: &Component<'_>| matches!(part, Component::Normal(_));
        assert!(!parts.is_empty() && parts.iter().all(stays), "{name:?}");
    }
}

/// The bytes are a query: it is answered, and what is shown of the answer is harmless and within its text.
pub fn query(data: &[u8]) {
    let query = String::from_utf8_lossy(data);
    for language in madoguchi::i18n::SPOKEN {
        let results = searcher().search(&query, language, 10);
        assert!(results.hits.len() <= 10 && results.hits.len() <= results.total);
        check_harmless(&results.query);
        for hit in results.hits.iter().chain(&results.nearest) {
            check_harmless(&hit.shown().snippet.text);
            for mark in &hit.shown().snippet.marks {
                assert!(
                    hit.shown().snippet.text.get(mark.clone()).is_some(),
                    "{mark:?}"
                );
            }
            for matched in &hit.shown().matched {
                check_harmless(&matched.term);
            }
        }
    }
}

/// As many keys are pressed in one run.
const KEYS: usize = 80;

/// Each pair of bytes is a key, a change of size, a paste or a step of time; the screen is drawn after each. In the end
/// Escape leads home.
pub fn keys(data: &[u8]) {
    let start = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
    let mut app = App::new(
        Size {
            columns: 80,
            rows: 24,
        },
        start,
        chrono_tz::Tz::Asia__Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    send(&mut app, News::GuideLoaded(built_in()));
    // So few that there are many runs.
    for pair in data.chunks_exact(2).take(KEYS) {
        let message = message(&app, pair[0], pair[1]);
        if let Some(message) = message {
            send(&mut app, message);
            draw(&app);
        }
    }
    // No key leads more than a page and its query further away.
    for _ in 0..2 * KEYS + 4 {
        let escape = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
        if let Some(message) = keymap::act(escape, app.key_scope(), &app.setup.bound) {
            send(&mut app, message);
        }
    }
    assert_eq!(app.visit.focus, Focus::Search);
    assert_eq!(app.query(), "");
}

fn message(app: &App, kind: u8, value: u8) -> Option<Message> {
    const TYPED: [char; 12] = [
        'か', 'い', 'や', 'く', '解', '約', 'ｑ', '？', '・', '\u{200b}', '👨', '𠮟',
    ];
    const CODES: [KeyCode; 14] = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Backspace,
        KeyCode::Delete,
    ];
    let code = match kind % 8 {
        0 | 1 => KeyCode::Char(char::from(32 + value % 95)),
        2 => KeyCode::Char(TYPED[usize::from(value) % TYPED.len()]),
        3 | 4 => CODES[usize::from(value) % CODES.len()],
        5 => KeyCode::F(1 + value % 12),
        6 => {
            return Some(
                News::Resize(Size {
                    columns: u16::from(value) * 2,
                    rows: u16::from(value >> 3),
                })
                .into(),
            );
        }
        _ if value < 128 => {
            return Some(
                Act::Paste("解約\u{1b}[31m\n0120-996-013".repeat(1 + usize::from(value))).into(),
            );
        }
        _ => {
            return Some(
                News::Tick(app.world.now + TimeDelta::minutes(i64::from(value) - 150)).into(),
            );
        }
    };
    let modifiers = KeyModifiers::from_bits_truncate(if kind >= 192 { value & 7 } else { 0 });
    keymap::act(
        KeyEvent::new(code, modifiers),
        app.key_scope(),
        &app.setup.bound,
    )
    .map(Message::Act)
}

/// Sends a message, and answers the searches that it asks for.
fn send(app: &mut App, message: impl Into<Message>) {
    let mut next: Option<Message> = Some(message.into());
    while let Some(message) = next.take() {
        if let Some(Command::Search(request)) = app.update(message) {
            let results = searcher().search(&request.query, request.language, request.limit);
            next = Some(News::Answer(request.id, results).into());
        }
    }
}

fn draw(app: &App) {
    let Size { columns, rows } = app.world.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a backend in memory");
    let theme = theme::Theme::new(theme::Choice::Dark);
    terminal
        .draw(|frame| ui::view(app, &theme, frame))
        .expect("it draws");
    for cell in terminal.backend().buffer().content() {
        check_harmless(cell.symbol());
    }
}
