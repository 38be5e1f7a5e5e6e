//! What the supervisor shows while there is no browser: made from the guide at the start, drawn with plain writes.

use crate::frame::layout::Size;
use crate::guide::{Availability, Desk, Guide};
use crate::i18n::outage;
use crate::language::Language;
use crate::text::line_break::wrap;
use crate::text::width::{Agreement, agreement, cells};

/// Columns to the left and right.
const MARGIN: usize = 2;

/// Texts of which none can drive a terminal: those of a guide were cleaned at loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    moment: Vec<Paragraph>,
    outage: Vec<Paragraph>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Paragraph {
    text: String,
    bold: bool,
}

impl Page {
    /// In every language of the guide: its title, its telephone numbers with their hours, and what is the matter.
    pub fn new(guide: &Guide) -> Self {
        let mut moment = Vec::new();
        let mut page = Vec::new();
        for lang in guide.languages.iter().copied() {
            let texts = outage::texts(lang);
            // Languages that the program does not speak are spoken to in one that may be there already.
            let wait = Paragraph::plain(texts.moment.to_owned());
            if !moment.contains(&wait) {
                moment.push(wait);
            }
            page.push(Paragraph::bold(guide.title.text(lang).clone()));
            page.push(Paragraph::plain(texts.out_of_service.to_owned()));
            page.extend(numbers(guide, lang));
            page.push(Paragraph::plain(texts.tries_again.to_owned()));
            page.push(Paragraph::plain(String::new()));
        }
        Self {
            moment,
            outage: page,
        }
    }

    /// While the browser starts again.
    pub fn moment(&self, size: Size) -> String {
        draw(&self.moment, size)
    }

    /// While it cannot be started.
    pub fn outage(&self, size: Size) -> String {
        draw(&self.outage, size)
    }
}

impl Paragraph {
    const fn plain(text: String) -> Self {
        Self { text, bold: false }
    }

    const fn bold(text: String) -> Self {
        Self { text, bold: true }
    }
}

/// The numbers of the desks, each with when somebody answers; where no desk has one, all official numbers.
fn numbers(guide: &Guide, lang: Language) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    for desk in &guide.desks {
        let phones: Vec<&str> = desk
            .phones()
            .map(|number| number.text(lang).as_str())
            .collect();
        if phones.is_empty() || matches!(desk.availability, Availability::NotOffered) {
            continue;
        }
        let name = desk.name.text(lang);
        lines.push(Paragraph::bold(format!("{name}  {}", phones.join("  "))));
        lines.extend(hours(desk, lang).map(Paragraph::plain));
    }
    if lines.is_empty() {
        let official = guide.official_numbers.iter();
        lines.extend(official.map(|number| Paragraph::bold(number.clone())));
    }
    lines
}

/// When somebody answers: in the guide's own words, which hold on every day, or else as it is written in the guide.
fn hours(desk: &Desk, lang: Language) -> Option<String> {
    if let Some(note) = &desk.note {
        return Some(note.text(lang).clone());
    }
    match &desk.availability {
        Availability::Hours(hours) => Some(outage::hours(hours, lang)),
        Availability::Unknown | Availability::NotOffered => None,
    }
}

/// A cleared screen with as much as it has room for.
fn draw(paragraphs: &[Paragraph], size: Size) -> String {
    let columns = usize::from(size.columns);
    let margin = if columns > 4 * MARGIN { MARGIN } else { 0 };
    // What a terminal draws wider than we count ends at the right edge.
    let mut screen = String::from("\x1b[0m\x1b[?7l\x1b[H\x1b[2J");
    let lines = paragraphs.iter().flat_map(|paragraph| {
        let lines = wrap(&paragraph.text, columns - 2 * margin);
        lines.into_iter().map(move |line| (paragraph, line))
    });
    // A row at the top stays empty where there is room for that.
    let top = u16::from(size.rows > 12);
    for (row, (paragraph, line)) in (1 + top..=size.rows).zip(lines) {
        screen += if paragraph.bold { "\x1b[1m" } else { "" };
        screen += &placed(&paragraph.text[line], usize::from(row), margin + 1);
        screen += "\x1b[0m";
    }
    screen
}

/// A text from a column of a row on, both counted from 1. Behind what terminals draw in different widths the cursor is placed
/// anew.
fn placed(text: &str, row: usize, mut column: usize) -> String {
    let mut placed = format!("\x1b[{row};{column}H");
    for (cell, columns) in cells(text).filter(|(_, columns)| *columns > 0) {
        placed += cell;
        column += columns;
        if agreement(cell) != Agreement::All {
            placed += &format!("\x1b[{row};{column}H");
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Source;
    use crate::guide::load::without_articles;

    fn shown(rows: u16, columns: u16, draw: impl Fn(&Page, Size) -> String) -> String {
        let guide = without_articles(&Source::BuiltIn)
            .0
            .expect("the built-in guide");
        let text = draw(&Page::new(&guide), Size { columns, rows });
        let cells = |n: u16| n.try_into().expect("a screen has cells");
        let mut terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
        terminal.process(text.as_bytes());
        terminal.screen().contents()
    }

    #[test]
    fn the_number_and_the_hours_are_on_every_screen() {
        for (rows, columns) in [(24, 80), (10, 40), (60, 200)] {
            let screen = shown(rows, columns, Page::outage);
            for text in ["0120-996-012", "9:00〜21:00"] {
                assert!(screen.contains(text), "{rows}×{columns}:\n{screen}");
            }
        }
    }

    #[test]
    fn both_languages_have_room_on_a_usual_screen() {
        let screen = shown(24, 80, Page::outage);
        assert!(screen.contains("30秒"), "{screen}");
        assert!(screen.contains("30 seconds"), "{screen}");
        let moment = shown(24, 80, Page::moment);
        assert!(moment.contains("お待ちください") && moment.contains("One moment"));
    }

    #[test]
    fn the_cursor_is_placed_behind_what_is_of_uncertain_width() {
        assert_eq!(
            placed("電話、9:00–ﾊﾟ", 2, 3),
            "\x1b[2;3H電話、9:00–\x1b[2;14Hﾊﾟ\x1b[2;16H"
        );
    }

    #[test]
    fn no_size_is_too_small() {
        for (rows, columns) in [(1, 1), (1, 80), (200, 1), (2, 7)] {
            shown(rows, columns, Page::outage);
        }
    }
}
