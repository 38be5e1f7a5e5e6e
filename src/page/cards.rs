//! The list of all checklists, with how much of each is ready.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, Ticks};
use crate::guide::exchange::Exchange;
use crate::guide::markdown::AlertKind;
use crate::guide::{Guide, Part, SectionRef, checklist};
use crate::i18n::checklist as words;
use crate::i18n::desk::remark;
use crate::language::Language;
use crate::text::width::{pad, truncate, width};

/// More boxes than these are a number alone.
const MOST_BOXES: usize = 8;
/// Fewer columns have no room for the article and the boxes beside the title.
const WIDE: usize = 56;
/// The columns between two things.
const GAP: usize = 2;

#[derive(Clone, Copy)]
pub struct Cards;

impl PageKind for Cards {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const IS_CHOICE: bool = true;
    const CHANGES_WITH: &'static [Input] = &[Input::Ticks, Input::Window];

    fn topics(guide: &Guide) -> Vec<Self> {
        let lang = guide.languages[0];
        let has_any = !checklist::sections(guide, None, lang).is_empty();
        has_any.then_some(Self).into_iter().collect()
    }

    fn title(self, context: &Context<'_>) -> String {
        words::title(context.lang).to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        words::summary(context.lang).to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        cards(context)
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Cards)
    }
}

/// What is said of a checklist.
struct Row {
    at: SectionRef,
    title: String,
    article: String,
    /// Whether each box is ticked.
    boxes: Vec<bool>,
}

impl Row {
    fn done(&self) -> usize {
        self.boxes.iter().filter(|&&ticked| ticked).count()
    }

    /// The boxes as signs, as far as they can be taken in at a glance.
    fn signs(&self) -> String {
        if self.boxes.len() > MOST_BOXES {
            return String::new();
        }
        let signs = self.boxes.iter();
        signs
            .map(|&ticked| if ticked { '☑' } else { '☐' })
            .collect()
    }
}

fn rows(guide: &Guide, ticks: &Ticks, lang: Language) -> Vec<Row> {
    let row = |at: SectionRef| {
        let (language, text) = guide.section(at).texts.get(lang);
        let tasks = checklist::tasks(guide, at, lang);
        Row {
            at,
            title: text.title.clone(),
            article: guide.article(at).title.text(language).clone(),
            boxes: ticks.boxes(at, &tasks),
        }
    };
    let sections = checklist::sections(guide, None, lang);
    sections.into_iter().map(row).collect()
}

fn cards(context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let untouched = Ticks::default();
    let rows = rows(guide, context.ticks.unwrap_or(&untouched), lang);
    let mut setter = context.setter();
    if setter.in_lines() {
        in_lines(&mut setter, &rows, lang);
        return setter.finish();
    }
    let done = rows.iter().map(Row::done).sum();
    let all = rows.iter().map(|row| row.boxes.len()).sum();
    setter.note(words::ticked(done, all, lang));
    // A free row between any two where all of it is seen then, with what is said below.
    let is_airy = 2 * rows.len() + 5 <= context.rows;
    setter.space();
    let columns = Columns::of(&rows, setter.room());
    for (number, row) in (1..).zip(&rows) {
        columns.set(&mut setter, number, row, lang);
        if is_airy {
            setter.space();
        }
    }
    setter.gap();
    if let Some(never) = &guide.never_tell {
        setter.text(Role::Alert(AlertKind::Warning), words::never_tell(lang));
        let indent = Piece::new(Role::Text, "  ");
        setter.indented(indent.clone(), indent, |setter| {
            setter.text(Role::Text, never.text(lang));
        });
        setter.gap();
    }
    setter.text(Role::Dim, words::not_kept(lang));
    setter.finish()
}

fn in_lines(setter: &mut Setter<'_>, rows: &[Row], lang: Language) {
    setter.text(Role::Title, words::title(lang));
    setter.text(Role::Dim, words::summary(lang));
    setter.gap();
    for (number, row) in (1..).zip(rows) {
        let label = remark(&row.title, &row.article, lang);
        let target = Target::Subject(Subject::Card(row.at));
        setter.choice(number, |setter| setter.link(&label, target));
        let indent = Piece::new(Role::Text, "   ");
        setter.indented(indent.clone(), indent, |setter| {
            setter.text(Role::Dim, &words::of(row.done(), row.boxes.len(), lang));
        });
    }
}

/// The columns of what is said of each list.
struct Columns {
    number: usize,
    title: usize,
    article: usize,
    boxes: usize,
}

impl Columns {
    fn of(rows: &[Row], room: usize) -> Self {
        let widest = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
        let number = rows.len().to_string().len() + 3;
        // Behind all of it how many are ready, and that this is all.
        let left = room.saturating_sub(number + 14);
        if room < WIDE {
            return Self {
                number,
                title: room.saturating_sub(number + 9),
                article: 0,
                boxes: 0,
            };
        }
        let boxes = widest(|row| width(&row.signs())).min(left / 4);
        let rest = left.saturating_sub(boxes + 2 * GAP);
        let article = widest(|row| width(&row.article)).min(rest * 2 / 5);
        Self {
            number,
            title: widest(|row| width(&row.title)).min(rest - article),
            article,
            boxes,
        }
    }

    fn set(&self, setter: &mut Setter<'_>, number: usize, row: &Row, lang: Language) {
        let cell = |text: &str, columns: usize| {
            let text = truncate(text, columns);
            format!("{}{}", pad(&text, columns), " ".repeat(GAP))
        };
        let (done, all) = (row.done(), row.boxes.len());
        let marker = format!("[{number}]");
        let mut pieces = vec![
            Piece::new(Role::Marker, pad(&marker, self.number)),
            Piece::new(Role::Link, truncate(&row.title, self.title).into_owned()),
        ];
        let behind = self.title.saturating_sub(width(&pieces[1].text)) + GAP;
        pieces.push(Piece::new(Role::Text, " ".repeat(behind)));
        if self.article > 0 {
            pieces.push(Piece::new(Role::Dim, cell(&row.article, self.article)));
            pieces.push(Piece::new(Role::Marker, cell(&row.signs(), self.boxes)));
        }
        pieces.push(Piece::new(Role::Text, format!("{done}/{all}")));
        if done == all {
            let complete = format!(" {}", words::complete(lang));
            pieces.push(Piece::new(Role::Open, complete));
        }
        setter.row(pieces, Target::Subject(Subject::Card(row.at)));
    }
}
