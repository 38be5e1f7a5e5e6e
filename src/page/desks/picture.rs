//! Opening hours as a picture: a bar of 24 hours for each language today, and for the days to come.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::super::{Piece, Role, Setter};
use super::scale;
use crate::hours::Hours;
use crate::hours::week::{Cell, Day, MINUTES, Run, runs};
use crate::i18n::{board, desk as words};
use crate::language::Language;
use crate::text::width::{pad, width};

/// How many days are shown after today.
const COMING: usize = 7;

/// The minutes of a cell, the finest first.
const CELLS: [u32; 2] = [30, 60];

/// The days that a board shows, for whom, and how its pictures stand in the lines: all alike, so that an hour is in the
/// same column everywhere.
#[derive(Debug)]
pub(super) struct Board {
    /// In the guide's zone.
    pub now: DateTime<Tz>,
    pub viewer: Tz,
    pub lang: Language,
    pub today: Day,
    /// Of each cell.
    pub minutes: u32,
    /// The columns of the labels beside the pictures; where there is no room for them they stand above.
    label: Option<usize>,
    /// Whether the labels of days have dates.
    dated: bool,
}

impl Board {
    /// The finest picture that there is room for, then the longest labels. `None` where not even the coarsest one fits.
    /// `languages` are those of whose hours there are pictures.
    pub fn new(
        languages: &[Language],
        now: DateTime<Tz>,
        viewer: Tz,
        lang: Language,
        columns: usize,
    ) -> Option<Self> {
        let today = Day::of(now);
        let beside = CELLS
            .into_iter()
            .flat_map(|minutes| [true, false].map(|dated| (minutes, Some(dated))));
        let above = CELLS.into_iter().map(|minutes| (minutes, None));
        let mut choices = beside.chain(above).map(|(minutes, beside)| {
            let mut board = Self {
                now,
                viewer,
                lang,
                today,
                minutes,
                label: None,
                dated: beside.unwrap_or(true),
            };
            board.label = beside.map(|_| board.widest_label(languages) + 1);
            board
        });
        choices.find(|board| board.label.unwrap_or(0) + board.cells() <= columns)
    }

    /// How many cells a day has.
    pub const fn cells(&self) -> usize {
        (MINUTES / self.minutes) as usize
    }

    /// The days to come.
    fn coming(&self) -> Option<Day> {
        self.today.next()
    }

    fn widest_label(&self, languages: &[Language]) -> usize {
        let languages = languages
            .iter()
            .map(|language| words::language_name(*language, self.lang).into_owned());
        let zones = scale::zones(self).into_iter().flatten();
        let days: Vec<NaiveDate> = std::iter::successors(self.coming(), |day| day.next())
            .take(COMING)
            .map(|day| day.date)
            .collect();
        let of_days = days.iter().enumerate().flat_map(|(n, &first)| {
            let lasts = days[n..].iter();
            lasts.map(move |&last| board::days(first, last, self.dated, self.lang))
        });
        languages
            .chain(zones)
            .chain(of_days)
            .chain([self.day()])
            .map(|label| width(&label))
            .max()
            .unwrap_or(0)
    }

    /// The day that is pictured first. Whose today is another has no use for that word.
    fn day(&self) -> String {
        let [_, readers] = scale::zones(self);
        if readers.is_some() {
            board::days(self.today.date, self.today.date, true, self.lang)
        } else {
            board::today(self.today.date, self.dated, self.lang)
        }
    }

    /// Sets a picture, or what belongs to one, with its label.
    pub fn row(&self, setter: &mut Setter<'_>, role: Role, label: &str, picture: Vec<Piece>) {
        let mut pieces = Vec::with_capacity(picture.len() + 1);
        match self.label {
            Some(columns) => pieces.push(Piece::new(role, pad(label, columns))),
            None if label.is_empty() => {}
            None => setter.line(vec![Piece::new(role, label)]),
        }
        pieces.extend(picture);
        setter.apart(pieces);
    }
}

/// Sets the pictures of a desk with hours: today with the present marked and the scale, then the days to come.
pub(super) fn set(setter: &mut Setter<'_>, board: &Board, hours: &[(Language, Hours)]) {
    setter.space();
    board.row(setter, Role::Strong, &board.day(), scale::present(board));
    for (language, hours) in hours {
        let name = words::language_name(*language, board.lang);
        let open = hours.open_within(&board.today.span());
        let cells = board.today.picture(&open, board.minutes);
        board.row(setter, Role::Text, &name, bar(&cells));
    }
    scale::set(setter, board);
    let Some(from) = board.coming() else { return };
    if hours.iter().all(|(_, hours)| hours.is_always()) {
        setter.text(
            Role::Dim,
            &board::coming_alike(from.date, COMING, board.lang),
        );
        return;
    }
    setter.text(Role::Strong, &board::coming(from.date, COMING, board.lang));
    for (language, hours) in hours {
        let name = words::language_name(*language, board.lang);
        coming(setter, board, &name, &runs(hours, from, COMING));
    }
}

/// The days to come in one language. Where all of them are alike, the heading above says which days they are.
fn coming(setter: &mut Setter<'_>, board: &Board, name: &str, runs: &[Run]) {
    let picture = |run: &Run| bar(&run.first.picture(&run.open, board.minutes));
    if let [run] = runs {
        board.row(setter, Role::Text, name, picture(run));
        return;
    }
    setter.text(Role::Text, name);
    for run in runs {
        let days = board::days(run.first.date, run.last.date, board.dated, board.lang);
        board.row(setter, Role::Dim, &days, picture(run));
    }
}

/// A picture, neighbours of one kind in one piece.
fn bar(cells: &[Cell]) -> Vec<Piece> {
    cells
        .chunk_by(|one, next| one == next)
        .map(|cells| {
            let role = match cells[0] {
                Cell::Open | Cell::Part => Role::Open,
                Cell::Closed | Cell::Skipped => Role::Dim,
            };
            let text: String = cells.iter().map(|cell| cell.symbol()).collect();
            Piece::new(role, text)
        })
        .collect()
}
