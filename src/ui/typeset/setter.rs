//! Setting blocks line by line, below hanging indents.

use std::ops::Range;

use super::inline::Flat;
use super::{Line, Page, PageLink, Piece, Position, Role, table};
use crate::app::{Target, Ticks};
use crate::guide::SectionRef;
use crate::guide::markdown::{AlertKind, Block, Inline, Item};
use crate::i18n;
use crate::language::Language;
use crate::search::highlight::Highlighter;
use crate::text::line_break::wrap;
use crate::text::width::width;

/// What stands before the lines of a list item or an alert.
#[derive(Debug)]
struct Indent {
    /// Before the first line, until that is set.
    first: Option<Piece>,
    rest: Piece,
}

/// The columns that an indent leaves for text at least.
const LEAST_ROOM: usize = 8;

/// Fills a page.
#[derive(Debug)]
pub struct Setter<'a> {
    columns: usize,
    highlighter: &'a Highlighter,
    indents: Vec<Indent>,
    position: Position,
    tasks: Option<Tasks<'a>>,
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
    pub fn new(columns: usize, highlighter: &'a Highlighter) -> Self {
        Self {
            columns: columns.max(2),
            highlighter,
            indents: Vec::new(),
            position: Position::default(),
            tasks: None,
            page: Page::default(),
        }
    }

    pub fn finish(self) -> Page {
        self.page
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
    pub fn inlines(&mut self, inlines: &[Inline]) {
        self.flat(&Flat::new(Role::Text, inlines));
    }

    /// A paragraph that is one link.
    pub fn link(&mut self, text: &str, target: Target) {
        self.flat(&Flat::link(text, target));
    }

    /// The tasks that follow are those of a section, and can be ticked.
    pub fn tasks_of(&mut self, section: SectionRef, ticks: &'a Ticks) {
        self.tasks = Some(Tasks {
            section,
            ticks,
            set: 0,
        });
    }

    /// A line across the whole width.
    pub fn rule(&mut self) {
        let rule = "─".repeat(self.room());
        self.apart(vec![Piece::new(Role::Rule, rule)]);
    }

    /// A line that is set already, below the present indents. It must fit.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        let here = self.page.lines.len();
        let mut all: Vec<Piece> = Vec::with_capacity(self.indents.len() + pieces.len());
        for indent in &mut self.indents {
            all.push(indent.first.take().unwrap_or_else(|| indent.rest.clone()));
        }
        all.extend(pieces);
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

    /// Everything that `set` adds stands behind `first` and below `rest`, which are equally wide.
    /// Where hardly any room would be left, the text goes without: quotes within quotes end somewhere.
    pub fn indented(&mut self, first: Piece, rest: Piece, set: impl FnOnce(&mut Self)) {
        if self.room() < width(&rest.text) + LEAST_ROOM {
            set(self);
            return;
        }
        self.indents.push(Indent {
            first: Some(first),
            rest,
        });
        set(self);
        self.indents.pop();
    }

    /// How many links there are so far.
    pub const fn links(&self) -> usize {
        self.page.links.len()
    }

    /// The columns that are left for text.
    pub fn room(&self) -> usize {
        let indents: usize = self
            .indents
            .iter()
            .map(|indent| width(&indent.rest.text))
            .sum();
        self.columns.saturating_sub(indents).max(2)
    }

    pub fn blocks(&mut self, blocks: &[Block], reader: Language) {
        for (n, block) in blocks.iter().enumerate() {
            if n > 0 {
                self.gap();
            }
            self.block(block, reader);
        }
    }

    fn block(&mut self, block: &Block, reader: Language) {
        match block {
            Block::Heading { content, .. } => self.flat(&Flat::new(Role::Heading, content)),
            Block::Paragraph(content) => self.inlines(content),
            Block::List { start, items } => self.list(*start, items, reader),
            Block::Alert { kind, blocks } => self.alert(*kind, blocks, reader),
            Block::Quote(blocks) => {
                let bar = Piece::new(Role::Rule, "│ ");
                self.indented(bar.clone(), bar, |setter| setter.blocks(blocks, reader));
            }
            Block::Table { header, rows } => table::set(self, header, rows),
            Block::Code(text) => {
                let bar = Piece::new(Role::Rule, "  ");
                self.indented(bar.clone(), bar, |setter| {
                    setter.text(Role::Code, text.trim_end());
                });
            }
            Block::Rule => self.rule(),
        }
    }

    pub fn list(&mut self, start: Option<u64>, items: &[Item], reader: Language) {
        let last = start.map(|first| first.saturating_add(items.len() as u64).saturating_sub(1));
        for (n, item) in items.iter().enumerate() {
            let marker = match (item.checked, start, last) {
                (Some(by_author), ..) => self.task_marker(by_author),
                (None, Some(first), Some(last)) => {
                    let digits = last.to_string().len();
                    let number = format!("{:>digits$}. ", first.saturating_add(n as u64));
                    Piece::new(Role::Marker, number)
                }
                _ => Piece::new(Role::Marker, "• "),
            };
            let rest = Piece::new(Role::Marker, " ".repeat(width(&marker.text)));
            self.indented(marker, rest, |setter| {
                setter.tight_blocks(&item.blocks, reader);
            });
        }
    }

    /// The box of the next task; where it can be ticked, a link that does so.
    fn task_marker(&mut self, by_author: bool) -> Piece {
        let Some(tasks) = &mut self.tasks else {
            return Piece::new(Role::Marker, task_box(by_author));
        };
        let task = tasks.set;
        tasks.set += 1;
        let is_ticked = tasks.ticks.is_ticked(tasks.section, task, by_author);
        let target = Target::Tick(tasks.section, task);
        let here = self.page.lines.len();
        self.page.links.push(PageLink {
            target,
            lines: here..here,
        });
        Piece {
            link: Some(self.page.links.len() - 1),
            ..Piece::new(Role::Marker, task_box(is_ticked))
        }
    }

    /// The blocks of a list item: no empty lines between them.
    fn tight_blocks(&mut self, blocks: &[Block], reader: Language) {
        for block in blocks {
            self.block(block, reader);
        }
        if blocks.is_empty() {
            self.line(Vec::new());
        }
    }

    fn alert(&mut self, kind: AlertKind, blocks: &[Block], reader: Language) {
        let bar = Piece::new(Role::Alert(kind), "┃ ");
        self.indented(bar.clone(), bar, |setter| {
            setter.text(Role::Alert(kind), i18n::screen::alert(reader, kind));
            setter.blocks(blocks, reader);
        });
    }

    /// A paragraph: as many lines as it needs.
    pub(super) fn flat(&mut self, flat: &Flat) {
        let from = self.position.offset;
        let lines = self.lines(flat, self.room());
        for (start, pieces) in lines {
            self.position.offset = from + start;
            self.line(pieces);
        }
        self.position.offset = from + flat.text.len() + 1;
    }

    /// The lines of a text at some width, each with its offset in the text. Its links become the page's.
    pub(super) fn lines(&mut self, flat: &Flat, columns: usize) -> Vec<(usize, Vec<Piece>)> {
        let base = self.page.links.len();
        let here = self.page.lines.len();
        self.page
            .links
            .extend(flat.targets.iter().map(|target| PageLink {
                target: target.clone(),
                lines: here..here,
            }));
        let marks = self.highlighter.marks(&flat.text);
        let set = |line: Range<usize>| {
            let start = line.start;
            let mut pieces = cut(flat, &marks, line);
            for link in pieces.iter_mut().filter_map(|piece| piece.link.as_mut()) {
                *link += base;
            }
            (start, pieces)
        };
        wrap(&flat.text, columns).into_iter().map(set).collect()
    }
}

const fn task_box(is_ticked: bool) -> &'static str {
    if is_ticked { "☑ " } else { "☐ " }
}

/// The pieces of one line: runs and marks, cut at each other's edges.
fn cut(flat: &Flat, marks: &[Range<usize>], line: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in &flat.runs {
        let (mut at, end) = (run.range.start.max(line.start), run.range.end.min(line.end));
        while at < end {
            let mark = marks.iter().find(|mark| mark.end > at);
            let (to, marked) = match mark {
                Some(mark) if mark.start <= at => (mark.end.min(end), true),
                Some(mark) => (mark.start.min(end), false),
                None => (end, false),
            };
            pieces.push(Piece {
                text: flat.text[at..to].replace('\n', ""),
                role: run.role,
                marked,
                link: run.link,
            });
            at = to;
        }
    }
    pieces
}
