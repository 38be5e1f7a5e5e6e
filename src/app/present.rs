//! Who is there now, and what the status bar says of it: made anew when the minute, the language or the room for it change.

use std::sync::Arc;

use super::App;
use crate::desk::advice::{Reach, resolve};
use crate::desk::status::{in_zone, status};
use crate::desk::{DeskStatus, State};
use crate::frame::layout::{Focus, TALL};
use crate::guide::questionnaire::{Path, Step};
use crate::guide::{Guide, Part};
use crate::i18n::summary::{self, Detail, Entry};
use crate::i18n::time::{self, Clocks};
use crate::i18n::{advice, details, screen};
use crate::language::Language;
use crate::page::Subject;
use crate::text::width::{truncate, width};

/// What is so now, as far as it is shown.
#[derive(Debug, Clone, Default)]
pub struct Present {
    statuses: Vec<DeskStatus>,
    bar: Bar,
    made_for: Option<Moment>,
}

/// What it was made for: of a guide, which begins without one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    minute: i64,
    lang: Language,
    columns: usize,
    /// The answer to the guide's questions that is read.
    advised: Option<Path>,
}

impl App {
    /// Makes it anew where it is out of date.
    pub(super) fn set_present(&mut self, guide: &Arc<Guide>) {
        let moment = Moment {
            minute: self.minute(),
            lang: self.visit.language,
            columns: self.bar_columns(),
            advised: self.advised(guide),
        };
        if self.world.present.made_for.as_ref() == Some(&moment) {
            return;
        }
        let statuses = status(guide, self.world.now, self.visit.language);
        let bar = if let Some(path) = moment.advised {
            repeat(self, guide, &statuses, path, moment.columns)
        } else if guide.has(Part::Desks) {
            fit(self, guide, &statuses, moment.columns)
        } else {
            about(self, guide, moment.columns)
        };
        self.world.present = Present {
            bar,
            statuses,
            made_for: Some(moment),
        };
    }

    /// The way through the questions to the answer that is read.
    fn advised(&self, guide: &Guide) -> Option<Path> {
        let Subject::Advice(path) = self.visit.reader.subject else {
            return None;
        };
        let walk = guide.questionnaire.as_ref()?.walk(path);
        let is_read = self.visit.focus == Focus::Article;
        (is_read && matches!(walk.at, Step::Outcome(_))).then_some(path)
    }

    /// Who is there now; empty until the guide is loaded.
    pub fn statuses(&self) -> &[DeskStatus] {
        &self.world.present.statuses
    }

    /// What the status bar says.
    pub const fn bar(&self) -> &Bar {
        &self.world.present.bar
    }

    /// The columns of the bar behind the word for what keys mean.
    fn bar_columns(&self) -> usize {
        let (_, mode) = screen::mode(self.mode(), self.visit.language);
        let columns = self.layout().map_or(0, |layout| layout.status.width.into());
        if self.world.size.rows < TALL {
            // One state beside a hint.
            return columns / 2;
        }
        usize::saturating_sub(columns, mode + 2)
    }
}

/// What the status bar says.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// Of a guide without desks its title.
    pub lead: String,
    pub entries: Vec<Entry>,
    /// What there is to say where there are no desks: how much there is to read.
    pub about: String,
    /// What time it is there; empty where there is no room.
    pub clock: String,
}

/// The most that there is room for: first the date and the zone give way, then the desks without people, then the clock.
/// The bar recommends nothing.
fn fit(app: &App, guide: &Guide, statuses: &[DeskStatus], columns: usize) -> Bar {
    let lang = app.visit.language;
    let now = in_zone(app.world.now, guide.timezone);
    let time = time::time_of_day(now);
    let nothing = String::new();
    let zoned = format!("{time} {}", time::zone_name(now, lang));
    let dated = time::clock(now, lang);
    let choices = [
        (Detail::Own, &dated),
        (Detail::Own, &zoned),
        (Detail::Own, &time),
        (Detail::Short, &zoned),
        (Detail::Short, &time),
        (Detail::Shortest, &time),
        (Detail::Shortest, &nothing),
    ];
    let both = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    let sayings = [both, now.into()];
    sayings
        .into_iter()
        .flat_map(|saying| choices.map(|(detail, clock)| (saying, detail, clock)))
        .map(|(saying, detail, clock)| Bar {
            lead: String::new(),
            entries: summary::entries(statuses, guide, saying.into(), lang, detail),
            about: String::new(),
            clock: clock.clone(),
        })
        .find(|fitted| fitted.columns(lang) <= columns)
        .unwrap_or_else(|| Bar {
            lead: String::new(),
            entries: summary::entries(statuses, guide, both.into(), lang, Detail::State),
            about: String::new(),
            clock: time.clone(),
        })
}

/// While an answer to the questions is read, what that recommends: the two cannot disagree.
fn repeat(app: &App, guide: &Guide, statuses: &[DeskStatus], path: Path, columns: usize) -> Bar {
    let lang = app.visit.language;
    let now = in_zone(app.world.now, guide.timezone);
    let questions = guide.questionnaire.as_ref();
    let walk = questions.map(|questions| (questions, questions.walk(path)));
    let found = walk.and_then(|(questions, walk)| match walk.at {
        Step::Outcome(at) => Some(resolve(
            statuses,
            guide,
            &questions.outcomes[at],
            lang,
            walk.speaks,
        )),
        Step::Question(_) => None,
    });
    let Some(found) = found else {
        return fit(app, guide, statuses, columns);
    };
    let state = match found.reach {
        Reach::Now(language) if language.is_kin_of(lang) => State::Open,
        Reach::Now(_) => State::Limited,
        Reach::From(..) | Reach::Never => State::Closed,
        Reach::Unknown => State::Unknown,
    };
    let time = time::time_of_day(now);
    let bars = advice::in_bar(&found, guide, now, lang).map(|text| Bar {
        lead: String::new(),
        entries: vec![Entry {
            names: String::new(),
            state,
            parts: vec![summary::Part {
                text,
                open: matches!(found.reach, Reach::Now(_)),
            }],
        }],
        about: String::new(),
        clock: time.clone(),
    });
    let [full, short] = bars;
    if full.columns(lang) <= columns {
        full
    } else {
        short
    }
}

/// The same where there are no desks, whose time would be another than the reader's: what is read, how much of it there is,
/// and what time it is. The title is the last thing to be cut.
fn about(app: &App, guide: &Guide, columns: usize) -> Bar {
    let lang = app.visit.language;
    let now = in_zone(app.world.now, app.setup.viewer);
    let (time, dated) = (time::time_of_day(now), time::date_time(now, lang));
    let title = guide.title.text(lang).replace('\n', " ");
    let size = format!("  {}", details::size(guide, lang));
    let bar = |about: &str, clock: &str| Bar {
        lead: title.clone(),
        entries: Vec::new(),
        about: about.to_owned(),
        clock: clock.to_owned(),
    };
    let choices = [
        bar(&size, &dated),
        bar(&size, &time),
        bar("", &dated),
        bar("", &time),
    ];
    let fitted = choices.into_iter().find(|bar| bar.columns(lang) <= columns);
    fitted.unwrap_or_else(|| Bar {
        lead: truncate(&title, columns.saturating_sub(width(&time) + 4)).into_owned(),
        ..bar("", &time)
    })
}

impl Bar {
    /// A column at each edge, and two before the clock; without a clock the text may reach to the right edge.
    fn columns(&self, lang: Language) -> usize {
        let text = width(&self.lead) + summary::width(&self.entries, lang) + width(&self.about);
        match width(&self.clock) {
            0 => 1 + text,
            clock => 1 + text + 2 + clock + 1,
        }
    }
}
