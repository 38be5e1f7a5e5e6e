//! What a keystroke costs inside the program: query, state and screen, without the terminal. And what the start costs:
//! the guide, the index.

use std::hint::black_box;
use std::sync::Arc;

use chrono::DateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use madoguchi::app::{Act, App, Command, News};
use madoguchi::frame::layout::Size;
use madoguchi::guide::{self, Source};
use madoguchi::language::Language;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tui_input::InputRequest;

const SIZE: Size = Size {
    columns: 120,
    rows: 36,
};

fn load() -> Arc<guide::Guide> {
    Arc::new(
        guide::load(&Source::BuiltIn)
            .0
            .expect("the built-in guide has no errors"),
    )
}

fn start(c: &mut Criterion) {
    c.bench_function("load the built-in guide", |b| b.iter(load));
    let guide = load();
    c.bench_function("build its index in memory", |b| {
        b.iter(|| Store::new(None).open_or_build(&guide));
    });
}

fn search(c: &mut Criterion) {
    let guide = load();
    let (searcher, _) = Store::new(None).open_or_build(&guide);
    for query in [
        "解",
        "解約",
        "電話がつながらない",
        "アカウントを乗っ取られたのでどうすればいいか知りたい",
        "password",
    ] {
        c.bench_function(&format!("search {query}"), |b| {
            b.iter(|| searcher.search(black_box(query), Language::JA, 50));
        });
    }
}

fn keystroke(c: &mut Criterion) {
    let guide = load();
    let (searcher, _) = Store::new(None).open_or_build(&guide);
    let mut app = App::new(
        SIZE,
        DateTime::UNIX_EPOCH,
        chrono_tz::Tz::Asia__Tokyo,
        Language::JA,
        Vec::new(),
    );
    app.update(News::GuideLoaded(guide));
    let mut terminal = Terminal::new(TestBackend::new(SIZE.columns, SIZE.rows)).expect("a buffer");
    let theme = Theme::new(Choice::Dark);
    c.bench_function(
        "type a character and take it back, with results and screens",
        |b| {
            b.iter(|| {
                for request in [InputRequest::InsertChar('電'), InputRequest::DeletePrevChar] {
                    press(&mut app, &searcher, request);
                    terminal
                        .draw(|frame| madoguchi::ui::view(&app, &theme, frame))
                        .expect("a buffer");
                }
            });
        },
    );
}

fn press(app: &mut App, searcher: &Searcher, request: InputRequest) {
    if let Some(Command::Search(request)) = app.update(Act::Edit(request)) {
        let results = searcher.search(&request.query, request.language, request.limit);
        app.update(News::Answer(request.id, results));
    }
}

criterion_group!(benches, start, search, keystroke);
criterion_main!(benches);
