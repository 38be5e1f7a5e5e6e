//! The screen of a public terminal at which nobody is: what this is, what time it is, whom to call and until when, what to do
//! first, and a button for each language; in all languages of the guide at once.

mod buttons;
mod forms;

use chrono::DateTime;
use chrono_tz::Tz;

use super::digits::{self, Size};
use super::{Context, Line, Page, PageLink, Piece, Role, Setter, Subject, Target, code};
use crate::desk::status::status;
use crate::desk::{DeskStatus, State};
use crate::guide::markdown::AlertKind;
use crate::guide::{Contact, ContactKind, Desk, Guide, Part};
use crate::i18n::summary::{self, Detail, Entry, Saying};
use crate::i18n::time::{self, Clocks};
use crate::i18n::{SPOKEN, board, desk, kiosk, spoken_to_readers_of};
use crate::language::Language;
use crate::text::width::width;
use forms::{Buttons, Form, Number};

/// Between what is said in one language and in the next.
const BETWEEN: &str = "  ";
/// The columns left free between two things side by side.
const GAP: usize = 2;
/// So many languages have a line each for what others share one.
const FEW: usize = 2;

/// Sets as much of it as there is room for in `context.measure` and `context.rows`. Its links are what can be tapped.
pub fn attract(context: &Context<'_>) -> Page {
    let room = (context.measure.columns, context.rows);
    let forms = forms::all(room, context.look.signs.is_ascii());
    let facts = Facts::new(context);
    let set = |form: &Form| facts.screen(context, *form).set();
    let fits = |page: &Page| {
        page.lines.len() <= room.1 && page.lines.iter().all(|line| width(&line.text()) <= room.0)
    };
    let mut pages = forms.iter().map(set);
    // Where there is room for none, the last one is cut.
    pages
        .find(fits)
        .or_else(|| forms.last().map(set))
        .unwrap_or_default()
}

/// What is so, in whatever form it is said.
struct Facts {
    now: Clocks,
    /// Who is there, for a reader of each language of the guide.
    statuses: Vec<Vec<DeskStatus>>,
    /// The number to call, as a code to scan.
    code: Option<Vec<Vec<Piece>>>,
}

impl Facts {
    fn new(context: &Context<'_>) -> Self {
        let guide = context.guide;
        let languages = guide.languages.iter();
        let uri = contact(guide).and_then(|contact| contact.uri(context.lang));
        Self {
            now: Clocks::new(context.now, guide.timezone, context.viewer),
            statuses: languages
                .map(|&lang| status(guide, context.now, lang))
                .collect(),
            code: uri.and_then(|uri| code(&uri)),
        }
    }

    const fn screen<'a>(&'a self, context: &'a Context<'a>, form: Form) -> Screen<'a> {
        Screen {
            context,
            guide: context.guide,
            now: self.now,
            facts: self,
            form,
        }
    }
}

/// The first number to call.
fn contact(guide: &Guide) -> Option<&Contact> {
    guide.desks.iter().find_map(Desk::phone)
}

/// What one form of it is set from.
struct Screen<'a> {
    context: &'a Context<'a>,
    guide: &'a Guide,
    now: Clocks,
    facts: &'a Facts,
    form: Form,
}

impl Screen<'_> {
    fn set(&self) -> Page {
        let columns = (self.context.measure.columns).saturating_sub(2 * self.form.margin);
        let code = self.code();
        // A code has a margin of its own.
        let beside = code.as_ref().map_or(0, |code| columns_of(code) + 1);
        let mut left = Setter::new(columns.saturating_sub(beside));
        self.titles(&mut left);
        self.clock(&mut left);
        if self.form.number != Number::LargeBelow {
            self.number(&mut left);
        }
        self.desks(&mut left);
        self.urgent(&mut left);
        let mut page = left.finish();
        if let Some(code) = code {
            put_beside(&mut page, (columns + 1).saturating_sub(beside), code);
        }
        let mut below = Setter::new(columns);
        if self.form.number == Number::LargeBelow {
            self.number(&mut below);
        }
        self.buttons(&mut below);
        self.how_to_begin(&mut below);
        append(&mut page, below.finish(), self.form.is_airy);
        indent(&mut page, self.form.margin);
        page
    }

    /// Where there is room for it, an empty line.
    fn gap(&self, setter: &mut Setter<'_>) {
        if self.form.is_airy {
            setter.gap();
        }
    }

    /// What each language of the guide says, once.
    fn said(&self, say: impl Fn(Language) -> String) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for &lang in &self.guide.languages {
            // Languages that the program does not speak are spoken to in one that may be there already.
            let text = say(lang);
            if !said.contains(&text) {
                said.push(text);
            }
        }
        said
    }

    /// The same: a line each, or in lines of so many columns where they are many.
    fn lines(&self, room: usize, say: impl Fn(Language) -> String) -> Vec<String> {
        let said = self.said(say);
        if said.len() <= FEW {
            said
        } else {
            side_by_side(said.iter().map(String::as_str), room)
        }
    }

    fn titles(&self, setter: &mut Setter<'_>) {
        for title in self.lines(setter.room(), |lang| self.guide.title.text(lang).clone()) {
            setter.text(Role::Heading, &title);
        }
        self.gap(setter);
    }

    /// The time of day, large where there is room for it, and beside it the date and whose time it is.
    fn clock(&self, setter: &mut Setter<'_>) {
        let here = self.now.desks;
        let Some(size) = self.form.clock else {
            for clock in self.lines(setter.room(), |lang| time::clock(here, lang)) {
                setter.text(Role::Text, &clock);
            }
            return;
        };
        let rows = digits::rows(&time::time_of_day(here), size);
        let taken = rows.first().map_or(0, |row| width(row)) + 3;
        let beside = self.beside_clock(here, size, setter.room().saturating_sub(taken));
        for (row, beside) in rows
            .iter()
            .zip(beside.iter().chain(std::iter::repeat(&String::new())))
        {
            setter.line(vec![
                Piece::new(Role::Strong, format!("{row}   ")),
                Piece::new(Role::Text, beside.clone()),
            ]);
        }
        self.gap(setter);
    }

    fn beside_clock(&self, here: DateTime<Tz>, size: Size, room: usize) -> Vec<String> {
        let mut lines = self.lines(room, |lang| time::date(here.date_naive(), lang));
        let zones = self.said(|lang| time::zone_name(here, lang));
        if lines.len() + zones.len() <= size.rows() {
            lines.extend(zones);
        } else {
            lines.push(zones.join(BETWEEN));
        }
        lines
    }

    /// The code, and below it what it is for.
    fn code(&self) -> Option<Vec<Vec<Piece>>> {
        let mut lines = self.facts.code.clone().filter(|_| self.form.has_code)?;
        let columns = columns_of(&lines);
        for text in self.said(|lang| board::scan(lang).to_owned()) {
            if width(&text) <= columns {
                lines.push(vec![Piece::new(Role::Dim, text)]);
            }
        }
        Some(lines)
    }

    /// Whom to call, in digits that are read from some steps away where there is room for them.
    fn number(&self, setter: &mut Setter<'_>) {
        let Some(contact) = contact(self.guide) else {
            return;
        };
        let lang = self.context.lang;
        let number = contact.value.text(lang);
        let is_official = self.guide.official_numbers.contains(number);
        let label = self.said(|lang| {
            let phone = || desk::contact_kind(ContactKind::Phone, lang);
            let label = if is_official {
                kiosk::texts(lang).official_number
            } else {
                phone()
            };
            label.to_owned()
        });
        let label = label.join(BETWEEN);
        let is_plain = number
            .chars()
            .all(|c| c.is_ascii_digit() || "-+ ".contains(c));
        let Some(size) = self.form.number.size().filter(|_| is_plain) else {
            let mut pieces = vec![Piece::new(Role::Strong, format!("{number}  "))];
            if width(number) + GAP + width(&label) <= setter.room() {
                pieces.push(Piece::new(Role::Dim, label));
            }
            setter.line(pieces);
            return;
        };
        setter.text(Role::Dim, &label);
        if size == Size::Large {
            self.gap(setter);
        }
        for row in digits::rows(number, size) {
            setter.line(vec![Piece::new(Role::Strong, row)]);
        }
        self.gap(setter);
    }

    /// Who can be reached, in as many words as there is room for.
    fn desks(&self, setter: &mut Setter<'_>) {
        if !self.guide.has(Part::Desks) {
            return;
        }
        let mut said: Vec<String> = Vec::new();
        for (&lang, statuses) in self.guide.languages.iter().zip(&self.facts.statuses) {
            let entries = |(detail, counted)| {
                let saying = Saying {
                    now: self.now,
                    counted,
                };
                summary::entries(statuses, self.guide, saying, lang, detail)
            };
            let room = setter.room();
            let details = [Detail::Short, Detail::Shortest, Detail::State].into_iter();
            let ways = details.flat_map(|detail| [true, false].map(|counted| (detail, counted)));
            let mut fitting = ways.map(entries);
            let fits = |entries: &Vec<Entry>| {
                let one_line =
                    |entry: &Entry| summary::width(std::slice::from_ref(entry), lang) <= room;
                entries.iter().all(one_line) && (self.form.is_airy || entries.len() <= 1)
            };
            let entries = fitting
                .find(fits)
                .unwrap_or_else(|| entries((Detail::State, false)));
            for entry in entries {
                let state = entry.state;
                let words = summary::pieces(&[entry], lang, false);
                // The first piece is the sign.
                let words: String = words.into_iter().skip(1).map(|piece| piece.text).collect();
                if !said.contains(&words) {
                    desk_line(setter, state, &words);
                    said.push(words);
                }
            }
        }
        self.gap(setter);
    }

    /// What to do first, for whom.
    fn urgent(&self, setter: &mut Setter<'_>) {
        let Some(urgent) = self.guide.urgent.filter(|_| self.form.has_urgent) else {
            return;
        };
        let article = &self.guide.articles[urgent];
        let titles = self.said(|lang| article.title.text(lang).clone());
        let mut lines = self.said(|lang| {
            let (when, what) = (article.summary.text(lang), article.title.text(lang));
            if when.is_empty() {
                what.clone()
            } else {
                kiosk::urgent(when, what, lang)
            }
        });
        let room = setter.room() - width(BETWEEN);
        if lines.len() > FEW || lines.iter().any(|line| width(line) > room) {
            let when = article.summary.text(self.context.lang);
            lines = [when.clone(), titles.join(BETWEEN)].into();
            lines.retain(|line| !line.is_empty());
        }
        for (n, line) in lines.iter().enumerate() {
            let sign = if n == 0 { "! " } else { BETWEEN };
            let target = Target::Subject(Subject::Article(urgent));
            setter.indented(
                Piece::new(Role::Alert(AlertKind::Warning), sign),
                Piece::new(Role::Text, BETWEEN),
                |setter| setter.link(line, target),
            );
        }
        self.gap(setter);
    }

    /// A button for each language.
    fn buttons(&self, setter: &mut Setter<'_>) {
        let called = |say: fn(Language) -> String| {
            let languages = (1..).zip(&self.guide.languages);
            let labels = languages.map(|(number, &lang)| format!("{number} {}", say(lang)));
            labels.collect::<Vec<_>>()
        };
        let mut labels = called(begin_in);
        if self.form.buttons == Buttons::InText && buttons::rows(&labels, setter.room()).len() > 1 {
            labels = called(Language::own_name);
        }
        let targets = self.guide.languages.iter().map(|&lang| Target::Begin(lang));
        let links: Vec<usize> = targets.map(|target| setter.target(target)).collect();
        if self.form.buttons == Buttons::InText {
            self.gap(setter);
            buttons::in_text(setter, &labels, &links);
        } else {
            buttons::framed(setter, &labels, &links);
        }
    }

    fn how_to_begin(&self, setter: &mut Setter<'_>) {
        self.gap(setter);
        let mouse = self.context.mouse.is_some();
        // Also in English where the guide is not: it is the one thing that everybody has to know.
        let readers: Vec<Language> = (self.guide.languages.iter().copied())
            .chain([Language::EN])
            .collect();
        let said = spoken_to_readers_of(&readers);
        let said = said.into_iter().map(|lang| how_to_begin(lang, mouse));
        for line in side_by_side(said, setter.room()) {
            setter.text(Role::Dim, &line);
        }
    }
}

fn how_to_begin(lang: Language, mouse: bool) -> &'static str {
    let texts = kiosk::texts(lang);
    if mouse {
        texts.press_or_touch
    } else {
        texts.press_a_key
    }
}

/// Texts in lines of so many columns, as many in one as have room.
fn side_by_side<'a>(texts: impl Iterator<Item = &'a str>, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let fits = |line: &&mut String| width(line) + width(BETWEEN) + width(text) <= room;
        match lines.last_mut().filter(fits) {
            Some(line) => line.extend([BETWEEN, text]),
            None => lines.push(text.to_owned()),
        }
    }
    lines
}

/// What a button says, in its own language: of one that the program does not speak its name.
fn begin_in(lang: Language) -> String {
    if SPOKEN.contains(&lang) {
        kiosk::texts(lang).begin.to_owned()
    } else {
        lang.own_name()
    }
}

/// A sign, then in words what the sign says.
fn desk_line(setter: &mut Setter<'_>, state: State, words: &str) {
    setter.signed(state.into(), state.symbol(), |setter| {
        setter.text(Role::Text, words);
    });
}

fn columns_of(lines: &[Vec<Piece>]) -> usize {
    let columns = |line: &Vec<Piece>| line.iter().map(|piece| width(&piece.text)).sum();
    lines.iter().map(columns).max().unwrap_or(0)
}

/// Puts lines at the right of a page, from a column on.
fn put_beside(page: &mut Page, column: usize, lines: Vec<Vec<Piece>>) {
    if page.lines.len() < lines.len() {
        page.lines.resize(lines.len(), Line::default());
    }
    for (line, pieces) in page.lines.iter_mut().zip(lines) {
        let behind = column.saturating_sub(width(&line.text()));
        line.pieces.push(Piece::new(Role::Text, " ".repeat(behind)));
        line.pieces.extend(pieces);
    }
}

/// Puts a page below another.
fn append(page: &mut Page, below: Page, gap: bool) {
    while page.lines.last().is_some_and(Line::is_blank) {
        page.lines.pop();
    }
    if gap {
        page.lines.push(Line::default());
    }
    let (first, above) = (page.links.len(), page.lines.len());
    page.links
        .extend(below.links.into_iter().map(|link| PageLink {
            lines: link.lines.start + above..link.lines.end + above,
            ..link
        }));
    for mut line in below.lines {
        for piece in &mut line.pieces {
            piece.link = piece.link.map(|link| link + first);
        }
        page.lines.push(line);
    }
}

fn indent(page: &mut Page, columns: usize) {
    for line in page.lines.iter_mut().filter(|line| !line.pieces.is_empty()) {
        line.pieces
            .insert(0, Piece::new(Role::Text, " ".repeat(columns)));
    }
}
