//! Links to what to read and to have ready, each behind what it is for.

use super::Pages;
use super::outcome::link_row;
use crate::desk::advice::Recommendation;
use crate::guide::questionnaire::Outcome;
use crate::guide::{SectionRef, checklist};
use crate::page::{Setter, Subject, Target};
use crate::text::width::width;

pub(super) struct Links<'a> {
    pages: &'a Pages<'a>,
    links: Vec<(&'static str, Subject, String)>,
}

impl<'a> Links<'a> {
    pub const fn new(pages: &'a Pages<'a>) -> Self {
        Self {
            pages,
            links: Vec::new(),
        }
    }

    pub fn sections(
        &mut self,
        outcome: &Outcome,
        caution: Option<SectionRef>,
        found: &Recommendation,
    ) {
        let (guide, texts) = (self.pages.guide, self.pages.texts);
        if found.waits() {
            self.section(texts.until_then, outcome.meanwhile);
        }
        self.section(texts.read, Some(outcome.section));
        if let Some(at) = outcome.checklist {
            self.push(texts.ready, Subject::Card(at), at);
        }
        self.section(texts.how, guide.desks[found.desk].section);
        if let Some(own) = found.meanwhile {
            let desk = &guide.desks[own.desk];
            if let Some(at) = desk.section {
                let name = desk.name.text(self.pages.lang).clone();
                self.links
                    .push((texts.until_then, Subject::Section(at), name));
            }
        }
        self.section(texts.never_tell, caution);
    }

    fn section(&mut self, label: &'static str, at: Option<SectionRef>) {
        if let Some(at) = at {
            self.push(label, Subject::Section(at), at);
        }
    }

    /// Adds a link that says the title of a section, unless it is there already; of a checklist how much is ready.
    fn push(&mut self, label: &'static str, subject: Subject, at: SectionRef) {
        if self.links.iter().any(|(_, other, _)| *other == subject) {
            return;
        }
        let Pages {
            guide, lang, ticks, ..
        } = *self.pages;
        let mut text = guide.section(at).texts.text(lang).title.clone();
        if matches!(subject, Subject::Card(_)) {
            let tasks = checklist::tasks(guide, at, lang);
            let done = ticks.done(at, &tasks);
            text.push_str(&format!("  {}/{}", done, tasks.len()));
        }
        self.links.push((label, subject, text));
    }

    pub fn set(self, setter: &mut Setter<'_>) {
        setter.gap();
        let widths = self.links.iter().map(|(label, ..)| width(label));
        let widest = widths.max().unwrap_or(0) + 2;
        let mut said = "";
        for (label, subject, text) in &self.links {
            // Said once of what follows each other.
            let shown = if *label == said && !setter.in_lines() {
                ""
            } else {
                label
            };
            said = label;
            link_row(setter, shown, text, Target::Subject(*subject), widest);
        }
    }
}
