//! The list: topics, or hits with the sentence that shows why.

mod no_hits;
pub mod scroll;
mod snippet;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;

use super::theme::Theme;
use super::{columns_of, put, put_line};
use crate::app::{App, Entry, Seen, Spot, written_rows};
use crate::check::Verdict;
use crate::frame::layout::{Area, Focus, Layout};
use crate::guide::Guide;
use crate::i18n::advice::sentences;
use crate::i18n::check;
use crate::i18n::screen::{hit_language, texts};
use crate::i18n::search as words;
use crate::language::Language;
use crate::page::Subject;
use crate::search::Hit;
use crate::search::highlight::split;
use crate::text::line_break::wrap;
use crate::text::width::{truncate, width};
use snippet::excerpt;

/// The columns left free before what stands at the right.
const GAP: usize = 2;
/// The columns by which what is in a group stands further in: those of the sign before the group.
const INDENT: usize = 2;
/// Fewer columns than these show nothing of a sentence.
const LEAST_SNIPPET: usize = 16;
/// Fewer columns than these show nothing of a way of titles.
const LEAST_WAY: usize = 8;

/// What the entries of a list are drawn from and with.
struct Pane<'a> {
    app: &'a App,
    guide: &'a Guide,
    theme: &'a Theme,
    /// Why most hits were found, which is said above the list.
    common_why: Option<String>,
    /// The names of articles stand above their hits.
    is_grouped: bool,
}

/// Draws the list so that the selected entry is in it.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let Some(list) = layout.list else {
        return;
    };
    let area = Rect::from(list);
    let Some(guide) = app.world.guide.as_deref() else {
        put(
            buffer,
            area,
            0,
            2,
            texts(app.visit.language).loading,
            theme.dim,
        );
        return;
    };
    let why = |results| words::why_of_all(app.visit.language, results);
    let pane = Pane {
        app,
        guide,
        theme,
        common_why: app.current_results().and_then(why),
        is_grouped: app.groups_hits(),
    };
    match app.current_results() {
        Some(results) if app.found_nothing(results) => {
            no_hits::view(&pane, results, area, buffer);
        }
        results => {
            if let Some(results) = results {
                no_hits::notices(&pane, results, area, buffer);
            }
            let more = scroll::more(app, layout);
            let seen = app.entries_seen(list);
            let lowest = seen.last().map(|last| last.entry);
            for Seen {
                entry: n,
                area,
                heading,
            } in seen
            {
                let (entry, slot) = (app.visit.entries.all()[n], area.into());
                if let Some(heading) = heading {
                    pane.heading(entry, heading.into(), buffer);
                }
                let selected = app.visit.entries.selected_index() == Some(n);
                if app.has_large_entries(list) {
                    pane.large_entry(entry, selected, slot, buffer);
                    continue;
                }
                let more = more.as_deref().filter(|_| lowest == Some(n));
                let spare = more.map_or(0, scroll::columns);
                pane.entry(entry, selected, (slot, spare), buffer);
                if let Some(more) = more {
                    let column = slot.width.saturating_sub(spare);
                    put(buffer, slot, slot.height - 1, column, more, theme.dim);
                }
            }
        }
    }
}

/// What a cell of the list shows.
pub fn hit(app: &App, list: Area, column: u16, row: u16) -> Spot {
    let area = Rect::from(list);
    let at = Position::new(column, row);
    let entry = |wanted| {
        app.visit
            .entries
            .all()
            .iter()
            .position(|&entry| entry == wanted)
    };
    match app.current_results() {
        Some(results) if app.found_nothing(results) => match no_hits::hit(app, results, area, at) {
            Some(no_hits::Hit::Entry(wanted)) => entry(wanted).map_or(Spot::List, Spot::Entry),
            Some(no_hits::Hit::Suggestion) => Spot::Suggestion,
            None => Spot::List,
        },
        _ => app
            .entries_seen(list)
            .into_iter()
            .find(|seen| seen.area.contains(column, row))
            .map_or(Spot::List, |seen| Spot::Entry(seen.entry)),
    }
}

/// Which entry is chosen, of how many, where not all of them are to be seen.
pub fn place(app: &App, area: Area) -> String {
    let Some((_, all)) = app.seen_of(area) else {
        return String::new();
    };
    let chosen = app.visit.entries.selected_index();
    chosen.map_or_else(String::new, |chosen| format!("{}/{all}", chosen + 1))
}

impl Pane<'_> {
    /// An entry in its rows, of which so many columns at the right belong to something else.
    fn entry(&self, entry: Entry, selected: bool, (slot, spare): (Rect, u16), buffer: &mut Buffer) {
        let lit = Rect {
            height: written_rows(slot.height),
            ..slot
        };
        self.lit(lit, selected, buffer, |buffer| {
            let inner = Rect {
                x: slot.x + 2,
                width: slot.width.saturating_sub(3 + spare),
                ..slot
            };
            self.text(entry, inner, buffer);
        });
    }

    /// The same as a large button, all of which is lit.
    fn large_entry(&self, entry: Entry, selected: bool, slot: Rect, buffer: &mut Buffer) {
        self.lit(slot, selected, buffer, |buffer| {
            let inner = Rect {
                x: slot.x + 4,
                y: slot.y + 1,
                width: slot.width.saturating_sub(6),
                height: 2,
            };
            self.text(entry, inner, buffer);
        });
    }

    /// Draws something, on the selection's background behind the cursor's bar where it is selected.
    fn lit(&self, lit: Rect, selected: bool, buffer: &mut Buffer, draw: impl FnOnce(&mut Buffer)) {
        let has_focus = self.app.visit.focus == Focus::Search;
        if selected && has_focus {
            buffer.set_style(lit, self.theme.selection);
        }
        if selected {
            // Where the focus is elsewhere, another shape says what was chosen.
            let (sign, style) = if has_focus {
                ("▌", self.theme.cursor)
            } else {
                ("│", self.theme.dim)
            };
            for row in 0..lit.height {
                put(buffer, lit, row, 0, sign, style);
            }
        }
        draw(buffer);
        if selected && has_focus {
            buffer.set_style(lit, self.theme.selected);
        }
    }

    fn text(&self, entry: Entry, area: Rect, buffer: &mut Buffer) {
        match entry {
            Entry::Page(Subject::Check) if !self.app.is_at_start() => self.check(area, buffer),
            Entry::Page(subject) => self.page(entry, subject, area, buffer),
            Entry::Group(group) => self.group(group, self.within(entry, area), buffer),
            Entry::Hit(_) | Entry::Nearest(_) => {
                if let Some(hit) = self.app.hit(entry) {
                    self.hit(hit, area, buffer);
                }
            }
        }
    }

    /// A topic: what it is called, what it is about, and the key that leads there.
    fn page(&self, entry: Entry, subject: Subject, area: Rect, buffer: &mut Buffer) {
        let (app, theme) = (self.app, self.theme);
        let context = app.context(self.guide, app.visit.language);
        let (title, summary) = (subject.title(&context), subject.summary(&context));
        let mut area = self.within(entry, area);
        let at_start = app.is_at_start();
        if let Some(urgent) = self.guide.urgent.filter(|_| at_start) {
            if subject == Subject::Article(urgent) {
                put(buffer, area, 0, 0, "!", theme.warning);
            }
            area.x += 2;
            area.width = area.width.saturating_sub(2);
        }
        let key = app.key_of(subject).filter(|_| at_start);
        let key = key.as_deref().unwrap_or("");
        let room = area.width.saturating_sub(columns_of(key) + 1);
        put(
            buffer,
            area,
            0,
            area.width.saturating_sub(columns_of(key)),
            key,
            theme.dim,
        );
        let is_beside = at_start && app.is_list_alone() && !app.setup.look.large;
        let text = Rect {
            width: room,
            ..area
        };
        let column = self.titles();
        if is_beside && column + LEAST_SNIPPET <= room.into() {
            put(buffer, text, 0, 0, &truncate(&title, column), theme.strong);
            let rest = usize::from(room) - column - GAP;
            let at = u16::try_from(column + GAP).unwrap_or(0);
            put(buffer, text, 0, at, &truncate(&summary, rest), theme.dim);
        } else {
            topic(&title, &summary, theme, text, buffer);
        }
    }

    /// The columns of the widest title of a topic, as far as they leave room for what the topics are about.
    fn titles(&self) -> usize {
        let context = self.app.context(self.guide, self.app.visit.language);
        let all = self.app.visit.entries.all().iter();
        let titles = all.filter_map(|entry| match entry {
            Entry::Page(subject) => Some(width(&subject.title(&context))),
            _ => None,
        });
        titles.take(100).max().unwrap_or(0).min(32)
    }

    /// The part of an area that an entry has which stands in groups of topics: each is indented.
    fn within(&self, entry: Entry, area: Rect) -> Rect {
        let depth = match entry {
            _ if self.app.current_results().is_some() => 0,
            Entry::Group(group) => self.guide.depth(group),
            Entry::Page(Subject::Article(article)) => {
                let group = self.guide.articles[article].group;
                self.guide.groups_above(group).count()
            }
            _ => 0,
        };
        let indent = u16::try_from(depth * INDENT).unwrap_or(u16::MAX);
        let indent = indent.min(area.width / 2);
        Rect {
            x: area.x + indent,
            width: area.width - indent,
            ..area
        }
    }

    /// A group of topics: whether it is folded, its title, and how many articles are in it.
    fn group(&self, group: usize, area: Rect, buffer: &mut Buffer) {
        let (tree, theme) = (&self.app.visit.tree, self.theme);
        let sign = if tree.is_open(group) && self.app.current_results().is_none() {
            "▾ "
        } else {
            "▸ "
        };
        let count = tree.count(group).to_string();
        let title = self.guide.groups[group].title.text(self.app.visit.language);
        let room = usize::from(area.width).saturating_sub(INDENT + GAP + width(&count));
        let title = truncate(title, room).into_owned();
        let spans = vec![
            Span::styled(sign, theme.dim),
            Span::styled(title, theme.accent),
            Span::styled(format!("  {count}"), theme.dim),
        ];
        put_line(buffer, area, 0, spans);
    }

    /// What is known of the numbers and addresses that were typed: of a single one the verdict, in as many rows as there
    /// are, and what to do.
    fn check(&self, area: Rect, buffer: &mut Buffer) {
        let lang = self.app.visit.language;
        let (title, more) = match self.app.visit.checked.findings.as_slice() {
            [] => (check::texts(lang).title.to_owned(), String::new()),
            [only] => (
                check::headline(lang, only),
                sentences(&check::advice(lang, only), lang),
            ),
            all => {
                let first = all
                    .iter()
                    .find(|finding| !matches!(finding.verdict, Verdict::Listed { .. }));
                let first = first.map(|finding| check::headline(lang, finding));
                (check::summary(lang, all), first.unwrap_or_default())
            }
        };
        let style = if self
            .app
            .visit
            .checked
            .findings
            .iter()
            .any(|finding| finding.verdict.warns())
        {
            self.theme.warning
        } else {
            self.theme.strong
        };
        let room = usize::from(area.width);
        let rows = usize::from(written_rows(area.height));
        let titles = excerpt_of(&title, room, rows);
        let below = excerpt_of(&self.app.shown(&more), room, rows - titles.len());
        let styles = titles
            .iter()
            .map(|_| style)
            .chain(below.iter().map(|_| self.theme.dim));
        for ((row, line), style) in (0..).zip(titles.iter().chain(&below)).zip(styles) {
            put(buffer, area, row, 0, line, style);
        }
    }

    /// A hit: its title, and the sentence that shows the match. Why it was found stands at the right of the title, or of
    /// the sentence where the title leaves no room; nowhere if it is said above the list.
    fn hit(&self, hit: &Hit, area: Rect, buffer: &mut Buffer) {
        let (app, theme) = (self.app, self.theme);
        let lang = app.visit.language;
        let room = usize::from(area.width);
        let why = words::why(lang, hit).filter(|why| self.common_why.as_ref() != Some(why));
        let why = app.shown(&why.unwrap_or_default()).into_owned();
        let needed = if why.is_empty() { 0 } else { width(&why) + GAP };
        let (language, text) = self.guide.section(hit.section).texts.get(hit.language());
        let label = hit_language(self.guide, hit, lang);
        let beside_title = width(&text.title) + width(&label) + needed <= room;
        let beside_snippet = !beside_title && needed + LEAST_SNIPPET <= room;
        let free = |beside| room - if beside { needed } else { 0 };
        let title = truncate(
            &text.title,
            free(beside_title).saturating_sub(width(&label)),
        );
        let is_whole = title == text.title;
        let marks: &[_] = if is_whole {
            &hit.shown().title_marks
        } else {
            &[]
        };
        let used = width(&title) + width(&label);
        let mut spans = marked(&title, marks, theme.strong, theme);
        spans.push(Span::styled(label, theme.dim));
        put_line(buffer, area, 0, spans);
        // What it is a part of stands behind it, as far as there is room.
        let way = self.way(hit, language);
        let left = free(beside_title).saturating_sub(used + GAP);
        if !way.is_empty() && left >= LEAST_WAY {
            let way = truncate(&way, left);
            let column = used + GAP;
            let column = if beside_title {
                column
            } else {
                room - width(&way)
            };
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            put(buffer, area, 0, column, &way, theme.dim);
        }
        let count = usize::from(written_rows(area.height)).saturating_sub(1);
        let lines = excerpt(&hit.shown().snippet, free(beside_snippet), count);
        for (row, (text, marks)) in (1..).zip(lines) {
            put_line(buffer, area, row, marked(&text, &marks, theme.dim, theme));
        }
        if beside_title || beside_snippet {
            let column = area.width.saturating_sub(columns_of(&why));
            let row = u16::from(beside_snippet);
            put(buffer, area, row, column, &why, theme.dim);
        }
    }

    /// The headings above a section: without the article where that is said above.
    fn way(&self, hit: &Hit, language: Language) -> String {
        let mut above = self.guide.trail(hit.section, language);
        above.pop();
        if !self.is_grouped {
            above.splice(0..0, self.group_of(hit, language));
        } else if !above.is_empty() {
            above.remove(0);
        }
        above.join(" › ")
    }

    /// The group that a hit's article is in, where another hit is of an article with the same title.
    fn group_of(&self, hit: &Hit, language: Language) -> Option<&str> {
        let title = |hit: &Hit| self.guide.article(hit.section).title.text(language);
        let is_namesake = |other: &Hit| {
            other.section.article != hit.section.article && title(other) == title(hit)
        };
        let results = self.app.current_results()?;
        let group = self.guide.article(hit.section).group?;
        let is_told = results.hits.iter().any(is_namesake);
        is_told.then(|| self.guide.groups[group].title.text(language).as_str())
    }

    /// The name of the article whose hits follow.
    fn heading(&self, entry: Entry, area: Rect, buffer: &mut Buffer) {
        let Some(hit) = self.app.hit(entry) else {
            return;
        };
        let article = &self.guide.articles[hit.section.article];
        let language = hit.language();
        let mut names: Vec<&str> = self.group_of(hit, language).into_iter().collect();
        names.push(article.title.text(language));
        let name = names.join(" › ");
        let name = truncate(&name, usize::from(area.width).saturating_sub(3));
        put(buffer, area, 0, 2, &name, self.theme.dim);
    }
}

fn topic(title: &str, summary: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    put(buffer, area, 0, 0, &truncate(title, room), theme.strong);
    put(buffer, area, 1, 0, &truncate(summary, room), theme.dim);
}

/// The first lines of a text, of which the last one says that there is more.
fn excerpt_of(text: &str, room: usize, count: usize) -> Vec<String> {
    let mut lines = wrap(text, room).into_iter();
    let mut shown: Vec<String> = Vec::new();
    while let Some(line) = lines.next().filter(|_| shown.len() < count) {
        let last = shown.len() + 1 == count && lines.len() > 0;
        let line = if last { line.start..text.len() } else { line };
        shown.push(truncate(&text[line], room).into_owned());
    }
    shown
}

/// A text with its marks, as spans.
fn marked<'a>(text: &str, marks: &[Range<usize>], style: Style, theme: &Theme) -> Vec<Span<'a>> {
    let styled = |(piece, is_mark): (&str, bool)| {
        let style = if is_mark {
            style.patch(theme.mark)
        } else {
            style
        };
        Span::styled(piece.to_owned(), style)
    };
    split(text, marks).into_iter().map(styled).collect()
}
