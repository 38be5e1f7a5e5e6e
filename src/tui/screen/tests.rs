mod model;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::*;
use crate::ui::cell::write;
use model::{Model, OPINIONS, Opinion};

/// What is written for a row, without the escape sequences but with a `|` where the cursor is moved.
fn written(row: &[(&str, Style)]) -> Vec<String> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
    let mut x = 0;
    for (text, style) in row {
        (x, _) = buffer.set_stringn(x, 0, text, 40, *style);
    }
    let empty = Buffer::empty(buffer.area);
    runs(empty.diff(&buffer).into_iter(), &[])
        .into_iter()
        .map(|run| run.text)
        .collect()
}

#[test]
fn neighbours_of_one_style_are_one_text() {
    let (plain, red) = (Style::new(), Style::new().fg(Color::Red));
    assert_eq!(written(&[("電話で123", plain)]), ["電話で123"]);
    assert_eq!(written(&[("電話", plain), ("解約", red)]), ["電話", "解約"]);
    assert_eq!(written(&[("──", plain)]), ["──"]);
}

#[test]
fn the_cursor_is_moved_behind_what_may_be_wide() {
    assert_eq!(written(&[("●電話", Style::new())]), ["●", "電話"]);
    assert_eq!(written(&[("…─電", Style::new())]), ["…", "─", "電"]);
}

#[test]
fn nothing_is_left_of_a_wide_character_behind_a_background() {
    let area = Rect::new(0, 0, 4, 1);
    let red = Style::new().bg(Color::Red);
    let [mut wide, mut narrow] = [Buffer::empty(area), Buffer::empty(area)];
    wide.set_string(0, 0, "電話", Style::new());
    narrow.set_string(0, 0, "x", red);
    let mut terminal = vt100::Parser::new(1.try_into().expect("1"), 4.try_into().expect("4"), 0);
    terminal.process(bytes(&[wide, narrow]).as_bytes());
    let colour = |x| terminal.screen().cell(0, x).map(vt100::Cell::bgcolor);
    assert_eq!(colour(0), Some(vt100::Color::Idx(1)));
    assert_eq!(colour(1), Some(vt100::Color::Default));
    assert_eq!(terminal.screen().contents().trim_end(), "x");
}

const COLUMNS: u16 = 12;

fn buffer(row: &[(&str, Style)], columns: u16) -> Buffer {
    let area = Rect::new(0, 0, columns, 1);
    let mut buffer = Buffer::empty(area);
    let mut x = 0;
    for (text, style) in row {
        (x, _) = write(&mut buffer, area, (x, 0), text, *style);
    }
    buffer
}

/// What is written when these are drawn one after the other.
fn bytes(buffers: &[Buffer]) -> String {
    let mut bytes = Vec::new();
    let mut screen = Screen::new(&mut bytes, Hyperlinks::default());
    let mut last = Buffer::empty(buffers.first().expect("one at least").area);
    for next in buffers {
        let diff = last.diff(next);
        screen
            .draw(diff.into_iter())
            .expect("a vector takes everything");
        last = next.clone();
    }
    String::from_utf8(bytes).expect("text")
}

/// What a terminal shows when these are drawn one after the other, but for the second halves of wide characters.
fn shown(buffers: &[Buffer]) -> Vec<(String, vt100::Color, bool)> {
    let columns = COLUMNS.try_into().expect("some");
    let mut terminal = vt100::Parser::new(1.try_into().expect("1"), columns, 0);
    terminal.process(bytes(buffers).as_bytes());
    let cell = |x| terminal.screen().cell(0, x).expect("within the screen");
    let cells = (0..COLUMNS)
        .map(cell)
        .filter(|cell| !cell.is_wide_continuation());
    let shown = |cell: &vt100::Cell| {
        let text = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        (text.to_owned(), cell.bgcolor(), cell.inverse())
    };
    cells.map(shown).collect()
}

fn any_row() -> impl Strategy<Value = Vec<(&'static str, Style)>> {
    let text = prop::sample::select(vec!["a", " ", "電", "話x", "─", "●"]);
    let plain = Style::new();
    let style = prop::sample::select(vec![
        plain,
        plain,
        plain.bg(Color::Red),
        plain.reversed(),
        plain.bold(),
    ]);
    prop::collection::vec((text, style), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// However the screen came to be, it shows the last thing that was drawn.
    #[test]
    fn what_was_there_before_leaves_no_trace(rows in prop::collection::vec(any_row(), 1..5)) {
        let buffers: Vec<Buffer> = rows.iter().map(|row| buffer(row, COLUMNS)).collect();
        let last = buffers.last().cloned().expect("one at least");
        prop_assert_eq!(shown(&buffers), shown(&[last]));
    }
}

#[test]
fn what_is_written_makes_the_same_screen_even_where_signs_are_wide() {
    let mut bytes = Vec::new();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    buffer.set_stringn(0, 0, "電話 0120", 20, Style::new());
    buffer.set_stringn(3, 1, "●英語のみ", 20, Style::new());
    let empty = Buffer::empty(buffer.area);
    Screen::new(&mut bytes, Hyperlinks::default())
        .draw(empty.diff(&buffer).into_iter())
        .expect("a vector takes everything");
    let mut terminal = vt100::Parser::new(2.try_into().expect("2"), 20.try_into().expect("20"), 0);
    terminal.process(&bytes);
    assert_eq!(terminal.screen().contents(), "電話 0120\n   ●英語のみ");
    // Column 5: said, and not left to the width of the sign.
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("●\u{1b}[5G英語のみ"), "{text:?}");
}

#[test]
fn a_background_has_no_hole_behind_what_is_drawn_narrower() {
    let row = buffer(&[("電☎\u{FE0F}x", Style::new().bg(Color::Red))], 12);
    let expected = "\x1b[1;1H\x1b[0m\x1b[K\x1b[1G\x1b[0;41m電  \x1b[3G☎\u{FE0F}\x1b[5Gx\x1b[0m";
    assert_eq!(bytes(&[row]), expected);
}

/// Texts about whose width terminals disagree, and others.
const TEXTS: [&str; 52] = [
    "a",
    "b ",
    " ",
    "  ",
    "電話",
    "カナ",
    "解約x",
    "한글",
    "Ａ",
    "─",
    "───",
    "█",
    "●",
    "…",
    "é",
    "ｱ",
    "ﾊﾟｽ",
    "ﾊﾟｽﾜｰﾄﾞ",
    "ﾞ",
    "aﾞ",
    "あﾞ",
    "か\u{3099}",
    "e\u{301}",
    "\u{301}",
    "e\u{301}\u{302}\u{303}\u{304}",
    "☎",
    "☎\u{FE0F}",
    "☎\u{FE0E}",
    "⏰",
    "⏰\u{FE0E}",
    "😀",
    "👍🏽",
    "👍",
    "🏽",
    "👨\u{200D}👩\u{200D}👧",
    "🇯",
    "🇯🇵",
    "🇯🇵🇺",
    "1\u{FE0F}\u{20E3}",
    "#\u{20E3}",
    "\u{1112}\u{1161}\u{11AB}",
    "\u{1161}",
    "\u{1112}\u{1112}\u{1112}",
    "स्त्री",
    "क्षि",
    "\u{903}",
    "กำ",
    "ไทย",
    "لا",
    "\u{E000}",
    "\u{1FAE9}",
    "葛\u{E0100}",
];

fn any_text() -> impl Strategy<Value = Vec<(&'static str, Style)>> {
    let text = prop::sample::select(TEXTS.to_vec());
    let plain = Style::new();
    let style = prop::sample::select(vec![
        plain,
        plain,
        plain,
        plain.bg(Color::Red),
        plain.bold(),
    ]);
    prop::collection::vec((text, style), 0..12)
}

/// What a terminal of this opinion shows when these are drawn one after the other.
fn seen(opinion: Opinion, buffers: &[Buffer]) -> Vec<Option<(String, String)>> {
    let columns = buffers[0].area.width;
    let mut model = Model::new(opinion, columns.into());
    // As on every screen there is, how wide it is is known from a line across it.
    let full = buffer(&[(&"x".repeat(columns.into()), Style::new())], columns);
    let frames: Vec<Buffer> = std::iter::once(full)
        .chain(buffers.iter().cloned())
        .collect();
    model.process(&bytes(&frames));
    model.shown()
}

/// A terminal that has joined the two parts of the word has one wide cell there, of which neither half may be written alone.
#[test]
fn what_gives_way_at_the_edge_is_written_again_with_what_it_is_joined_with() {
    let plain = Style::new();
    let row = buffer(
        &[("ｽ", plain), ("\u{903}", plain), ("⏰\u{fe0e}", plain)],
        3,
    );
    let shown = seen(Opinion::Joining, &[row]);
    assert_eq!(shown[0], Some(("ｽ\u{903}".to_owned(), "0".to_owned())));
}

fn is_blank(cell: Option<&(String, String)>) -> bool {
    cell.is_none_or(|(text, _)| text.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_left_whatever_a_terminal_takes_for_a_width(rows in prop::collection::vec(any_text(), 1..5), columns in 8_u16..30) {
        let buffers: Vec<Buffer> = rows.iter().map(|row| buffer(row, columns)).collect();
        let last = buffers.last().cloned().expect("one at least");
        for opinion in OPINIONS {
            let after = seen(opinion, &buffers);
            let fresh = seen(opinion, std::slice::from_ref(&last));
            if opinion == Opinion::EastAsian {
                // Of signs that are drawn over each other one is seen, or the other.
                for (after, fresh) in after.iter().zip(&fresh) {
                    prop_assert!(after == fresh || is_blank(after.as_ref()) || is_blank(fresh.as_ref()), "{opinion:?}: {after:?} {fresh:?}");
                }
            } else {
                prop_assert_eq!(after, fresh, "{:?}", opinion);
            }
        }
    }

    #[test]
    fn what_is_certain_is_seen_where_it_belongs(rows in prop::collection::vec(any_text(), 1..5), columns in 8_u16..30) {
        let buffers: Vec<Buffer> = rows.iter().map(|row| buffer(row, columns)).collect();
        let last = buffers.last().expect("one at least");
        for opinion in OPINIONS {
            let seen = seen(opinion, &buffers);
            for (column, cell) in last.content().iter().enumerate() {
                let symbol = cell.symbol().trim();
                if !symbol.is_empty() && agreement(symbol) == Agreement::All {
                    let text = seen[column].as_ref().map(|(text, _)| text.as_str());
                    prop_assert!(text.is_some_and(|text| text.starts_with(symbol)), "{opinion:?}: {symbol} at {column}: {seen:?}");
                }
            }
        }
    }
}
