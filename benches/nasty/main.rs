//! What nasty guides cost: each has as much of one thing as `check` accepts.
//!
//! ```sh
//! cargo bench --bench nasty                 # all of them
//! cargo bench --bench nasty -- tables       # those with this in their name
//! ```
//!
//! Prints the processor's time of each thing that a reader may do, in milliseconds: the most of several times, and the
//! memory that a process has taken for all of it, in megabytes. Each guide has a process of its own. Needs Linux's /proc.

mod folders;
mod guides;
#[path = "../scale/process.rs"]
#[expect(dead_code, reason = "the other benchmark needs more of it")]
mod process;

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use guides::ARTICLE;
use madoguchi::app::{Act, App, Command, Message, News};
use madoguchi::cli::status;
use madoguchi::frame::layout::Size;
use madoguchi::guide::{self, Guide, Source};
use madoguchi::language::Language;
use madoguchi::page::{self, Context, Marks, Subject};
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::ui::theme::{Choice, Theme};
use process::timed;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;
use tui_input::InputRequest;

const SIZE: Size = Size {
    columns: 120,
    rows: 36,
};

/// What is typed, in a file that the guide does not use.
const QUERIES: &str = "queries.txt";

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What is measured, and how long it may take.
const COLUMNS: [(&str, f64); 9] = [
    ("load", 1000.0),
    ("index", f64::INFINITY),
    ("status", 20.0),
    ("tick", 20.0),
    ("search", 50.0),
    ("frame", 50.0),
    ("page", 100.0),
    ("find", 100.0),
    ("show", 100.0),
];

fn main() -> Outcome<()> {
    let arguments: Vec<String> = env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    if let [step, folder] = arguments.as_slice()
        && step == "--step"
    {
        return measure(Path::new(folder));
    }
    let wanted = arguments.first().map_or("", String::as_str);
    let mut out = io::stdout();
    write!(out, "{:32}{:>9}", "", "KB")?;
    for (column, _) in COLUMNS {
        write!(out, "{column:>9}")?;
    }
    writeln!(out, "{:>9}", "MB")?;
    let all = guides::all().into_iter().chain(folders::all());
    for nasty in all.filter(|nasty| nasty.name.contains(wanted)) {
        write!(out, "{:32}{:>9}", nasty.name, nasty.bytes() / 1024)?;
        out.flush()?;
        let folder = TempDir::new()?;
        nasty.write(folder.path())?;
        fs::write(folder.path().join(QUERIES), nasty.queries.join("\n"))?;
        let step = std::process::Command::new(env::current_exe()?)
            .arg("--step")
            .arg(folder.path())
            .output()?;
        out.write_all(&step.stdout)?;
        if !step.status.success() {
            writeln!(out, " {}", String::from_utf8_lossy(&step.stderr))?;
        }
    }
    Ok(())
}

fn measure(folder: &Path) -> Outcome<()> {
    let queries = fs::read_to_string(folder.join(QUERIES))?;
    let queries: Vec<String> = queries.lines().map(str::to_owned).collect();
    let (guide, load) = timed(|| guide::load(&Source::Folder(folder.to_owned())));
    let (Some(guide), _) = guide else {
        let problem = guide.1.first().map(ToString::to_string);
        return Err(problem.unwrap_or_default().into());
    };
    let guide = Arc::new(guide);
    let (searcher, index) = timed(|| Store::new(None).open_or_build(&guide).0);
    let mut figures = vec![load.cpu_ms, index.cpu_ms];
    figures.extend(of_time(&guide));
    let [search, frame, first] = of_search(&guide, &searcher, &queries);
    let [page, find, show] = of_pages(&guide, &searcher);
    figures.extend([search, frame, page.max(first), find, show]);
    let mut out = io::stdout();
    for (figure, (_, most)) in figures.iter().zip(COLUMNS) {
        let mark = if *figure > most { "!" } else { "" };
        write!(out, "{:>9}", format!("{mark}{figure:.1}"))?;
    }
    writeln!(out, "{:>9}", process::peak_bytes() >> 20)?;
    Ok(())
}

const fn now() -> DateTime<Utc> {
    match DateTime::from_timestamp(1_795_000_000, 0) {
        Some(now) => now,
        None => DateTime::UNIX_EPOCH,
    }
}

/// A browser, and the screen that it is drawn on.
struct Screen {
    app: App,
    terminal: Terminal<TestBackend>,
    theme: Theme,
}

impl Screen {
    fn new(guide: &Arc<Guide>) -> Self {
        let mut app = App::new(SIZE, now(), Tz::Asia__Tokyo, Language::JA, Vec::new());
        app.update(News::GuideLoaded(Arc::clone(guide)));
        let terminal = Terminal::new(TestBackend::new(SIZE.columns, SIZE.rows)).expect("a buffer");
        Self {
            app,
            terminal,
            theme: Theme::new(Choice::Dark),
        }
    }

    /// What a message takes, with the frame after it.
    fn after(&mut self, message: impl Into<Message>) -> f64 {
        timed(|| {
            self.app.update(message);
            self.draw();
        })
        .1
        .cpu_ms
    }

    fn draw(&mut self) {
        let drawn = self
            .terminal
            .draw(|frame| madoguchi::ui::view(&self.app, &self.theme, frame));
        drawn.expect("a buffer");
    }
}

fn most(figures: impl IntoIterator<Item = f64>) -> f64 {
    figures.into_iter().fold(0.0, f64::max)
}

/// The status as a command, and a minute that passes while all desks are looked at.
fn of_time(guide: &Arc<Guide>) -> [f64; 2] {
    let (_, status) = timed(|| status::text(guide, now(), Language::JA, Tz::Asia__Tokyo));
    let mut screen = Screen::new(guide);
    screen.after(Act::OpenPage(Subject::Desks));
    let minutes = (1..4).map(|minute| now() + TimeDelta::minutes(minute));
    let tick = most(minutes.map(|now| screen.after(News::Tick(now))));
    [status.cpu_ms, tick]
}

/// Each query in both languages, the frame with its results, and the page of the first of them.
fn of_search(guide: &Arc<Guide>, searcher: &Searcher, queries: &[String]) -> [f64; 3] {
    let (mut search, mut frame, mut page) = (0.0_f64, 0.0_f64, 0.0_f64);
    for query in queries {
        for language in [Language::JA, Language::EN] {
            let (_, time) = timed(|| searcher.search(query, language, 50));
            note(query, time.cpu_ms);
            search = search.max(time.cpu_ms);
        }
        let mut screen = Screen::new(guide);
        let (asked, typed) = timed(|| screen.app.update(Act::Paste(query.clone())));
        frame = frame.max(typed.cpu_ms);
        if let Some(Command::Search(request)) = asked {
            let results = searcher.search(&request.query, request.language, request.limit);
            // Results are shown beside the page of the first, which may be the nasty one.
            page = page.max(screen.after(News::Answer(request.id, results)));
            frame = frame.max(screen.after(Act::Redraw));
        }
    }
    [search, frame, page]
}

/// On the standard error, for whoever looks for the reason of a figure.
fn note(what: &str, milliseconds: f64) {
    if env::var_os("VERBOSE").is_some() {
        let _ = writeln!(io::stderr(), "{milliseconds:9.1} ms: {what}");
    }
}

/// The pages of the nasty article, a find in it, and the same as a command.
fn of_pages(guide: &Arc<Guide>, searcher: &Searcher) -> [f64; 3] {
    let at = guide.find(ARTICLE).expect("every nasty guide has it");
    let mut screen = Screen::new(guide);
    let mut times = Vec::new();
    let mut open = |screen: &mut Screen, what: &str, message: Message| {
        times.push((what.to_owned(), screen.after(message)));
    };
    for subject in [
        Subject::Contents(at),
        Subject::Cards,
        Subject::Card(at),
        Subject::Copy(Some(at)),
        Subject::Section(at),
    ] {
        open(
            &mut screen,
            &format!("{subject:?}"),
            Act::OpenPage(subject).into(),
        );
    }
    for columns in [200, 80, 40] {
        open(
            &mut screen,
            "resize",
            News::Resize(Size { columns, rows: 36 }).into(),
        );
    }
    open(&mut screen, "language", Act::SwitchLanguage.into());
    screen.app.update(News::Resize(SIZE));
    screen.app.update(Act::Find);
    let find = most(['あ', 'a'].map(|c| screen.after(Act::Edit(InputRequest::InsertChar(c)))));
    screen.app.update(Act::Back);
    for query in ["解約", "あ", "a b c 解約 電話"] {
        let highlighter = searcher.search(query, Language::JA, 50).highlighter;
        let context = Context::new(guide, Language::JA, 60, now());
        let set = || {
            let page = Subject::Article(at.article).page(&context);
            let mut marks = Marks::of(Some(&highlighter));
            marks.look_in(&page, 0..usize::MAX);
            marks
        };
        times.push((format!("with {query}"), timed(set).1.cpu_ms));
    }
    for (what, time) in &times {
        note(what, *time);
    }
    let page = most(times.into_iter().map(|(_, time)| time));
    let context = Context::new(guide, Language::JA, 80, now());
    let show = timed(|| {
        let page = Subject::Article(at.article).page(&context);
        page.lines
            .iter()
            .map(page::Line::text)
            .collect::<String>()
            .len()
    });
    [page, find, show.1.cpu_ms]
}
