//! Setting blocks line by line, below hanging indents.

mod blocks;
mod indents;

use std::borrow::Cow;
use std::ops::Range;

use super::inline::Flat;
use super::{Line, Measure, Medium, Numbers, Page, PageLink, Piece, Position, Role, Target, Ticks};
use crate::guide::SectionRef;
use crate::guide::markdown::{Inline, Item};
use crate::i18n::checklist;
use crate::language::Language;
use crate::text::line_break::{wrap_code, wrap_phrases, wrap_with};
use crate::text::width::{next_cell, pad, truncate, width};
use indents::{Indent, Indents};

/// Narrower boxes are a bar: sides would take what little there is.
const NARROWEST_BOX: usize = 24;

/// Fills a page.
#[derive(Debug)]
pub struct Setter<'a> {
    columns: usize,
    medium: Medium,
    /// In lines, so many of the page's links have their numbers before them.
    chosen: usize,
    indents: Indents,
    position: Position,
    tasks: Option<Tasks<'a>>,
    /// Parts of code are told apart.
    has_colours: bool,
    page: Page,
}

/// The tasks that are being set: those of a section, which can be ticked.
#[derive(Debug)]
struct Tasks<'a> {
    section: SectionRef,
    ticks: &'a Ticks,
    /// How many of them are set.
    set: usize,
}

impl<'a> Setter<'a> {
    /// An empty page.
    pub fn new(measure: impl Into<Measure>) -> Self {
        let Measure { columns, medium } = measure.into();
        Self {
            columns: columns.max(2),
            medium,
            chosen: 0,
            indents: Indents::default(),
            position: Position::default(),
            tasks: None,
            has_colours: true,
            page: Page::default(),
        }
    }

    /// Links have numbers by which they are followed, while they are in the window.
    #[must_use]
    pub const fn numbered(mut self) -> Self {
        if matches!(self.medium, Medium::Window) {
            self.page.numbers = Numbers::Window;
        }
        self
    }

    /// Code is all alike.
    #[must_use]
    pub const fn without_colours(mut self) -> Self {
        self.has_colours = false;
        self
    }

    /// Says something of the page beside its title.
    pub fn note(&mut self, text: String) {
        self.page.note = text;
    }

    pub fn finish(self) -> Page {
        self.page
    }

    /// Whether the page is read out or printed, not looked at.
    pub fn in_lines(&self) -> bool {
        self.medium == Medium::Lines
    }

    /// Starts the next section: space above, and a position of its own.
    pub fn begin_section(&mut self) {
        self.gap();
        self.position = Position {
            part: self.position.part + 1,
            offset: 0,
        };
        self.page.sections.push(self.page.lines.len());
    }

    /// One empty line, unless there is one already or nothing above.
    pub fn gap(&mut self) {
        if self.page.lines.last().is_some_and(|line| !line.is_blank()) {
            self.space();
        }
    }

    /// One empty line more.
    pub fn space(&mut self) {
        self.apart(Vec::new());
    }

    /// A line that no text stands on: it has a position of its own, so that a place in the page is one line.
    pub fn apart(&mut self, pieces: Vec<Piece>) {
        self.line(pieces);
        self.position.offset += 1;
    }

    /// A paragraph of one role.
    pub fn text(&mut self, role: Role, text: &str) {
        self.flat(&Flat::plain(role, text));
    }

    /// A paragraph with markup.
    pub fn inlines(&mut self, inlines: &[Inline], lang: Language) {
        self.flat(&Flat::new(Role::Text, inlines, lang));
    }

    /// A paragraph that is one link.
    pub fn link(&mut self, text: &str, target: Target) {
        self.flat(&Flat::link(text, target));
    }

    /// A link of which the lines are still to be set: the pieces with its index are it.
    pub(super) fn target(&mut self, target: Target) -> usize {
        let here = self.page.lines.len();
        self.page.links.push(PageLink {
            target,
            lines: here..here,
        });
        self.page.links.len() - 1
    }

    /// The tasks that follow are those of a section, and can be ticked.
    pub fn tasks_of(&mut self, section: SectionRef, ticks: &'a Ticks) {
        self.tasks = Some(Tasks {
            section,
            ticks,
            set: 0,
        });
    }

    /// A line across the whole width; in lines an empty one.
    pub fn rule(&mut self) {
        if self.in_lines() {
            self.gap();
            return;
        }
        let rule = "─".repeat(self.room());
        self.apart(vec![Piece::new(Role::Rule, rule)]);
    }

    /// A line that is set already, below the present indents. It must fit.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        let here = self.page.lines.len();
        let mut all = self.indents.before(self.columns);
        all.extend(pieces);
        self.indents.close(self.columns, &mut all);
        self.note_texts(&mut all);
        for link in all.iter().filter_map(|piece| piece.link) {
            let lines = &mut self.page.links[link].lines;
            let start = if lines.start == lines.end {
                here
            } else {
                lines.start
            };
            *lines = start..here + 1;
        }
        self.page.lines.push(Line {
            pieces: all,
            at: self.position,
        });
    }

    /// What comes from no text that was set can be found as well: keys in a list, numbers before items.
    fn note_texts(&mut self, pieces: &mut [Piece]) {
        // It takes the tables of Unicode long to say that what boxes are drawn with is no letter.
        let in_text = |c: char| !matches!(c, '\u{2500}'..='\u{257F}') && c.is_alphanumeric();
        for piece in pieces {
            let is_new = piece.source.is_none() && piece.role != Role::LinkNumber;
            if is_new && piece.text.contains(in_text) {
                piece.source = Some((self.page.texts.len(), 0));
                self.page.texts.push(piece.text.clone());
            }
        }
    }

    /// Everything that `set` adds stands behind `first` and below `rest`, which are equally wide.
    pub fn indented(&mut self, first: Piece, rest: Piece, set: impl FnOnce(&mut Self)) {
        self.behind(vec![first], rest, set);
    }

    /// The same behind several pieces.
    fn behind(&mut self, first: Vec<Piece>, rest: Piece, set: impl FnOnce(&mut Self)) {
        self.indents.push(Indent::new(Some(first), rest, None));
        set(self);
        self.indents.pop();
    }

    /// A name and what is to be said of it. With names of at most so many columns that stands in a column of its own; where
    /// it would be narrow it goes below its name, and in lines behind it.
    pub fn explained(&mut self, name: &str, text: &str, widest: usize) {
        if self.in_lines() {
            self.text(Role::Text, &format!("{name}: {text}"));
            return;
        }
        let (first, rest) = if self.room() >= widest + 24 {
            let first = Piece::new(Role::Marker, format!("{}  ", pad(name, widest)));
            (first, Piece::new(Role::Text, " ".repeat(widest + 2)))
        } else {
            self.text(Role::Marker, name);
            let indent = Piece::new(Role::Text, "  ");
            (indent.clone(), indent)
        };
        self.indented(first, rest, |setter| setter.text(Role::Text, text));
    }

    /// Everything that `set` adds stands beside a bar; in lines it is indented.
    pub fn barred(&mut self, bar: Piece, set: impl FnOnce(&mut Self)) {
        let bar = if self.in_lines() {
            Piece::new(bar.role, "  ")
        } else {
            bar
        };
        self.indented(bar.clone(), bar, set);
    }

    /// Everything that `set` adds stands behind a sign; in lines there is none, and words must say the same.
    pub fn signed(&mut self, role: Role, sign: char, set: impl FnOnce(&mut Self)) {
        if self.in_lines() {
            set(self);
            return;
        }
        let sign = Piece::new(role, format!("{sign} "));
        self.indented(sign, Piece::new(Role::Text, "  "), set);
    }

    /// Something to choose by a number, which stands before it: what `set` adds holds no more than one link.
    pub fn choice(&mut self, number: usize, set: impl FnOnce(&mut Self)) {
        self.chosen = self.links() + 1;
        let number = format!("{number}. ");
        let below = Piece::new(Role::Marker, " ".repeat(width(&number)));
        self.indented(Piece::new(Role::Marker, number), below, set);
    }

    /// Everything that `set` adds stands in a box with a label, or beside a bar where there is little room.
    pub fn boxed(&mut self, role: Role, label: &str, set: impl FnOnce(&mut Self)) {
        let room = self.room();
        if room < NARROWEST_BOX || self.in_lines() {
            self.barred(Piece::new(role, "┃ "), |setter| {
                setter.text(role, label);
                set(setter);
            });
            return;
        }
        let label = truncate(label, room - 6);
        let rest = "─".repeat(room - 5 - width(&label));
        self.apart(vec![
            Piece::new(role, "┌─ "),
            Piece::new(role, label),
            Piece::new(role, format!(" {rest}┐")),
        ]);
        let (left, right) = (Piece::new(role, "│ "), Piece::new(role, " │"));
        self.indents.push(Indent::new(None, left, Some(right)));
        set(self);
        self.indents.pop();
        let bottom = format!("└{}┘", "─".repeat(room - 2));
        self.apart(vec![Piece::new(role, bottom)]);
    }

    /// A line that is set already and leads somewhere as a whole.
    pub fn row(&mut self, mut pieces: Vec<Piece>, target: Target) {
        let link = self.target(target);
        for piece in &mut pieces {
            piece.link = Some(link);
        }
        self.apart(pieces);
    }

    /// How many links there are so far: the next one's index.
    pub const fn links(&self) -> usize {
        self.page.links.len()
    }

    /// The columns that are left for text.
    pub fn room(&self) -> usize {
        self.indents.room(self.columns)
    }

    pub fn list(&mut self, start: Option<u64>, items: &[Item], lang: Language) {
        let last = start.map(|first| first.saturating_add(items.len() as u64).saturating_sub(1));
        for (n, item) in items.iter().enumerate() {
            let marker = match (item.checked, start, last) {
                (Some(by_author), ..) => self.task_marker(by_author, lang),
                (None, None, _) if self.in_lines() => vec![Piece::new(Role::Marker, "- ")],
                (None, Some(first), Some(last)) => {
                    let digits = last.to_string().len();
                    let number = format!("{:>digits$}. ", first.saturating_add(n as u64));
                    vec![Piece::new(Role::Marker, number)]
                }
                _ => vec![Piece::new(Role::Marker, "• ")],
            };
            let columns: usize = marker.iter().map(|piece| width(&piece.text)).sum();
            let rest = Piece::new(Role::Marker, " ".repeat(columns));
            self.behind(marker, rest, |setter| {
                setter.tight_blocks(&item.blocks, lang);
            });
        }
    }

    /// The box of the next task; where it can be ticked, a link that does so, with its number. For the ear a box is a word.
    fn task_marker(&mut self, by_author: bool, lang: Language) -> Vec<Piece> {
        let medium = self.medium;
        let Some(tasks) = &mut self.tasks else {
            return vec![Piece::new(Role::Marker, task_box(by_author, medium))];
        };
        let (section, task) = (tasks.section, tasks.set);
        tasks.set += 1;
        let is_ticked = tasks.ticks.is_ticked(section, task, by_author);
        let link = self.target(Target::Tick(section, task));
        let number = link + 1;
        let link = Some(link);
        let text = match medium {
            Medium::Window => task_box(is_ticked, medium).to_owned(),
            Medium::Lines => format!("[{number}] {}", checklist::state(is_ticked, lang)),
        };
        let mut marker = vec![Piece {
            link,
            ..Piece::new(Role::Marker, text)
        }];
        if self.page.numbers == Numbers::Window {
            marker.push(Piece {
                link,
                ..Piece::new(Role::LinkNumber, "[0] ")
            });
        }
        marker
    }

    /// A paragraph, with places for the numbers of its links where these have any.
    pub(super) fn flat(&mut self, flat: &Flat) {
        self.paragraph(&self.with_numbers(flat));
    }

    /// The text as it has to be set.
    pub(super) fn with_numbers<'f>(&self, flat: &'f Flat) -> Cow<'f, Flat> {
        if self.page.numbers == Numbers::Window && !flat.targets.is_empty() {
            Cow::Owned(flat.numbered())
        } else {
            Cow::Borrowed(flat)
        }
    }

    /// A paragraph: as many lines as it needs.
    pub(super) fn paragraph(&mut self, flat: &Flat) {
        let lines = self.lines(flat, self.room());
        self.set_lines(flat, lines);
    }

    /// Lines of code, which keep their words whole.
    fn code(&mut self, language: Option<&str>, text: &str) {
        let flat = match language {
            Some(language) if self.has_colours && !self.in_lines() => Flat::source(language, text),
            _ => Flat::code(text),
        };
        let room = self.room();
        let lines = self.lines_by(&flat, |flat| wrap_code(&flat.text, room));
        self.set_lines(&flat, lines);
    }

    fn set_lines(&mut self, flat: &Flat, lines: Vec<(usize, Vec<Piece>)>) {
        let from = self.position.offset;
        for (start, pieces) in lines {
            self.position.offset = from + start;
            self.line(pieces);
        }
        self.position.offset = from + flat.text.len() + 1;
    }

    /// The lines of a text at some width, each with its offset in the text. Its links become the page's.
    pub(super) fn lines(&mut self, flat: &Flat, columns: usize) -> Vec<(usize, Vec<Piece>)> {
        let in_lines = self.in_lines();
        self.lines_by(flat, |flat| {
            let is_kept = |at| flat.is_glued(at);
            if in_lines {
                wrap_phrases(&flat.text, columns, is_kept)
            } else {
                wrap_with(&flat.text, columns, is_kept)
            }
        })
    }

    fn lines_by(
        &mut self,
        flat: &Flat,
        wrap: impl FnOnce(&Flat) -> Vec<Range<usize>>,
    ) -> Vec<(usize, Vec<Piece>)> {
        let base = self.page.links.len();
        let numbered = self
            .in_lines()
            .then(|| flat.numbered_in_lines(base, self.chosen.saturating_sub(base)));
        let flat = numbered.as_ref().unwrap_or(flat);
        let here = self.page.lines.len();
        self.page
            .links
            .extend(flat.targets.iter().map(|target| PageLink {
                target: target.clone(),
                lines: here..here,
            }));
        let searched = flat.searched();
        let text = self.page.texts.len();
        self.page.texts.push(searched);
        let set = |line: Range<usize>| {
            let start = line.start;
            let mut pieces = cut(flat, line);
            for piece in &mut pieces {
                piece.link = piece.link.map(|link| link + base);
                piece.source = piece.source.map(|(_, offset)| (text, offset));
            }
            (start, pieces)
        };
        wrap(flat).into_iter().map(set).collect()
    }
}

const fn task_box(is_ticked: bool, medium: Medium) -> &'static str {
    match (is_ticked, medium) {
        (true, Medium::Window) => "☑ ",
        (false, Medium::Window) => "☐ ",
        (true, Medium::Lines) => "[x] ",
        (false, Medium::Lines) => "[ ] ",
    }
}

/// A part of a text as the terminal is given it.
fn shown(text: &str, role: Role) -> String {
    if role == Role::LinkNumber {
        text.replace('\u{a0}', " ")
    } else {
        text.replace('\n', "")
    }
}

/// The pieces of one line: its runs. Where markup parts a letter and its mark, the letter keeps it.
fn cut(flat: &Flat, line: Range<usize>) -> Vec<Piece> {
    let text = &flat.text[line.clone()];
    let whole = |at: usize| line.start + next_cell(text, at - line.start);
    let mut pieces = Vec::new();
    let first = flat.runs.partition_point(|run| run.range.end <= line.start);
    let runs = flat.runs[first..].iter();
    for run in runs.take_while(|run| run.range.start < line.end) {
        let (start, end) = (run.range.start.max(line.start), run.range.end.min(line.end));
        if start >= end {
            continue;
        }
        let (at, to) = (whole(start), whole(end));
        if at < to {
            pieces.push(Piece {
                text: shown(&flat.text[at..to], run.role),
                role: run.role,
                found: None,
                source: Some((0, at)),
                link: run.link,
            });
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
