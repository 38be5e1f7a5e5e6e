//! The screen of a public terminal at which nobody is: what this is, what time it is, and who can be reached, in all
//! languages of the guide at once.

use chrono::DateTime;
use chrono_tz::Tz;

use super::{Context, Page, Piece, Role, Setter};
use crate::desk::State;
use crate::desk::status::status;
use crate::guide::{Guide, Part};
use crate::i18n::summary::{self, Detail, Entry};
use crate::i18n::time::{self, Clocks};
use crate::i18n::{SPOKEN, kiosk, screen};
use crate::language::Language;

/// How much room it takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// With a large clock.
    Large,
    /// With empty lines.
    Airy,
    Dense,
}

/// Sets as much of it as there is room for: what is said of the desks is the last thing to be cut. Where there are signs
/// to make one of, it has a large clock; where there is a mouse, clicks begin a visit too.
pub fn attract(context: &Context<'_>) -> Page {
    let guide = context.guide;
    let (blocks, mouse) = (!context.look.signs.is_ascii(), context.mouse.is_some());
    let set = |(detail, form)| {
        let mut setter = context.setter();
        let now = Clocks::new(context.now, guide.timezone, context.viewer);
        all(&mut setter, guide, now, detail, form);
        if form != Form::Dense {
            setter.gap();
        }
        // Also in a language that the guide is not written in: it is the one thing that everybody has to know.
        for lang in SPOKEN {
            setter.text(Role::Strong, how_to_begin(lang, mouse));
        }
        setter.finish()
    };
    let forms = [Form::Large, Form::Airy, Form::Dense];
    let choices = Detail::ALL
        .into_iter()
        .flat_map(|detail| forms.map(|form| (detail, form)))
        .filter(|&(_, form)| blocks || form != Form::Large);
    choices
        .map(set)
        .find(|page| page.lines.len() <= context.rows)
        .unwrap_or_else(|| set((Detail::Shortest, Form::Dense)))
}

fn how_to_begin(lang: Language, mouse: bool) -> &'static str {
    let texts = kiosk::texts(lang);
    if mouse {
        texts.press_or_click
    } else {
        texts.press_any_key
    }
}

/// All but how to begin.
fn all(setter: &mut Setter<'_>, guide: &Guide, now: Clocks, detail: Detail, form: Form) {
    let here = now.desks;
    let gap = |setter: &mut Setter<'_>| {
        if form != Form::Dense {
            setter.gap();
        }
    };
    for &lang in &guide.languages {
        setter.text(Role::Heading, guide.title.text(lang));
    }
    gap(setter);
    if form == Form::Large {
        for line in large(here) {
            setter.line(vec![Piece::new(Role::Strong, line)]);
        }
        gap(setter);
    }
    // Languages that the program does not speak are spoken to in one that may be there already.
    let mut clocks: Vec<String> = Vec::new();
    for &lang in &guide.languages {
        let clock = time::clock(here, lang);
        if !clocks.contains(&clock) {
            setter.text(Role::Text, &clock);
            clocks.push(clock);
        }
    }
    if !guide.has(Part::Desks) {
        return;
    }
    for &lang in &guide.languages {
        gap(setter);
        if form != Form::Dense {
            setter.text(Role::Heading, screen::texts(lang).desks);
        }
        let statuses = status(guide, here.to_utc(), lang);
        for entry in summary::entries(&statuses, guide, now.into(), lang, detail) {
            desk(setter, entry, lang);
        }
    }
}

/// A sign, then in words what the sign says.
fn desk(setter: &mut Setter<'_>, entry: Entry, lang: Language) {
    let role = match entry.state {
        State::Open => Role::Open,
        State::Limited => Role::Limited,
        State::Closed | State::Unknown | State::NotOffered => Role::Dim,
    };
    let sign = Piece::new(role, format!("{} ", entry.state.symbol()));
    let mut words = summary::pieces(&[entry], lang, false).into_iter();
    // The first piece is the sign.
    let _ = words.next();
    let words: String = words.map(|piece| piece.text).collect();
    setter.indented(sign, Piece::new(Role::Text, "  "), |setter| {
        setter.text(Role::Text, &words);
    });
}

/// The time of day in digits of three rows, half a row being a pixel.
fn large(now: DateTime<Tz>) -> [String; 3] {
    let mut rows = [const { String::new() }; 3];
    for c in time::time_of_day(now).chars() {
        for (row, part) in rows.iter_mut().zip(digit(c)) {
            row.push_str(part);
            row.push(' ');
        }
    }
    rows
}

const fn digit(c: char) -> [&'static str; 3] {
    match c {
        '0' => ["█▀█", "█ █", "▀▀▀"],
        '1' => ["▀█ ", " █ ", "▀▀▀"],
        '2' => ["▀▀█", "█▀▀", "▀▀▀"],
        '3' => ["▀▀█", "▀▀█", "▀▀▀"],
        '4' => ["█ █", "▀▀█", "  ▀"],
        '5' => ["█▀▀", "▀▀█", "▀▀▀"],
        '6' => ["█▀▀", "█▀█", "▀▀▀"],
        '7' => ["▀▀█", "  █", "  ▀"],
        '8' => ["█▀█", "█▀█", "▀▀▀"],
        '9' => ["█▀█", "▀▀█", "▀▀▀"],
        _ => ["▄", "▄", " "],
    }
}
