//! Who is there now, and what the status bar says of it: made anew when the minute, the language or the room for it change.

use std::sync::Arc;

use super::App;
use crate::desk::DeskStatus;
use crate::desk::status::{in_zone, status};
use crate::guide::{Guide, Part};
use crate::i18n::details;
use crate::i18n::summary::{self, Detail, Entry, Saying};
use crate::i18n::time::{self, Clocks};
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
    advised: bool,
}

impl App {
    /// Makes it anew where it is out of date.
    pub(super) fn set_present(&mut self, guide: &Arc<Guide>) {
        let moment = Moment {
            minute: self.minute(),
            lang: self.visit.language,
            columns: self.layout().map_or(0, |layout| layout.status.width.into()),
            advised: self.is_advised(),
        };
        if self.world.present.made_for.as_ref() == Some(&moment) {
            return;
        }
        let statuses = status(guide, self.world.now, self.visit.language);
        let bar = if guide.has(Part::Desks) {
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

    /// Who is there now; empty until the guide is loaded.
    pub fn statuses(&self) -> &[DeskStatus] {
        &self.world.present.statuses
    }

    /// What the status bar says.
    pub const fn bar(&self) -> &Bar {
        &self.world.present.bar
    }

    /// Whether a page is read that says which desk to turn to: it asked, and may know better than the bar.
    const fn is_advised(&self) -> bool {
        matches!(self.visit.reader.subject, Subject::Advice(_))
    }
}

/// What the status bar says.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// Which desk is recommended, or the word for it; of a guide without desks its title.
    pub lead: String,
    pub entries: Vec<Entry>,
    /// What there is to say where there are no desks: how much there is to read.
    pub about: String,
    /// What time it is there; empty where there is no room.
    pub clock: String,
}

/// The most that there is room for. What is said of the people at the desks is the last thing to be cut: before that go
/// the desks without people, then the date and the zone, then all desks but the recommended one, then the clock, then
/// the reader's own time. How long it still takes is said where nothing else has to go for it.
fn fit(app: &App, guide: &Guide, statuses: &[DeskStatus], columns: usize) -> Bar {
    let lang = app.visit.language;
    let now = in_zone(app.world.now, guide.timezone);
    let time = time::time_of_day(now);
    let nothing = String::new();
    let zoned = format!("{time} {}", time::zone_name(now, lang));
    let dated = time::clock(now, lang);
    let named = summary::recommendation(statuses, guide, lang).filter(|_| !app.is_advised());
    let named = named.map_or_else(String::new, |named| format!("{named}  "));
    let (named, label) = (named.as_str(), summary::recommendation_label(lang));
    let recommended = [Detail::Recommended, Detail::RecommendedShort];
    let choices = [
        (named, Detail::Full, &dated),
        (named, Detail::Reachable, &dated),
        (named, Detail::Reachable, &zoned),
        (named, Detail::Staffed, &dated),
        (named, Detail::Staffed, &zoned),
        (named, Detail::Staffed, &time),
        (label, Detail::Recommended, &dated),
        (label, Detail::Recommended, &zoned),
        (label, Detail::Recommended, &time),
        (label, Detail::RecommendedShort, &dated),
        (label, Detail::RecommendedShort, &zoned),
        (label, Detail::RecommendedShort, &time),
        ("", Detail::Short, &time),
        ("", Detail::RecommendedShort, &time),
        ("", Detail::Shortest, &time),
        ("", Detail::RecommendedShort, &nothing),
        ("", Detail::Shortest, &nothing),
    ];
    let both = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    let sayings =
        [both, now.into()].map(|now| [true, false].map(|counted| Saying { now, counted }));
    sayings
        .into_iter()
        .flat_map(|sayings| choices.map(|choice| sayings.map(|saying| (choice, saying))))
        .flatten()
        // Without a recommendation there are only those that do not need one.
        .filter(|((_, detail, _), _)| !named.is_empty() || !recommended.contains(detail))
        .map(|((lead, detail, clock), saying)| Bar {
            lead: lead.to_owned(),
            entries: summary::entries(statuses, guide, saying, lang, detail),
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
