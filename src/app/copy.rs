//! Copying what is worth taking away. Only what the guide says can be copied, never what the reader typed.

use super::{App, Command, Notice};
use crate::guide::{Part, SectionRef};
use crate::page::{Code, Subject, Target};

/// Where copies go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// To the terminal, which may put them on the clipboard of whoever sits before it.
    #[default]
    Terminal,
    /// Nowhere: what is there to copy is shown, and taken by hand.
    None,
    /// Nowhere, and it is not offered: on a terminal of others nothing is put on a clipboard.
    Forbidden,
}

impl App {
    /// Whether anything may leave by the clipboard.
    pub fn may_copy(&self) -> bool {
        self.setup.clipboard != Clipboard::Forbidden
    }

    pub(super) fn open_copy(&mut self) {
        let from = self.section_to_copy();
        let guide = self.world.guide.as_deref();
        // What is no section is copied for the numbers in it.
        let has_any = from.is_some() || guide.is_some_and(|guide| guide.has(Part::Desks));
        if has_any && self.may_copy() && !matches!(self.visit.reader.subject, Subject::Copy(_)) {
            self.open_page(Subject::Copy(from));
        }
    }

    /// The section that is being read, or that the desk of the code on the screen is explained in.
    pub(super) fn section_to_copy(&self) -> Option<SectionRef> {
        match self.visit.reader.subject {
            Subject::Qr(Code { desk, .. }) => self.world.guide.as_ref()?.desks.get(desk)?.section,
            _ => self.section_read(),
        }
    }

    /// The section of an article that a line of its page belongs to.
    fn section_in(&self, article: usize, line: usize) -> Option<SectionRef> {
        let sections = &self.world.guide.as_ref()?.articles.get(article)?.sections;
        let last = sections.len().checked_sub(1)?;
        Some(SectionRef {
            article,
            section: self.visit.reader.page.section_at(line).min(last),
        })
    }

    /// Shows a web address that a line of the page leads to: nothing here opens it, so it is shown in full to be taken away.
    pub(super) fn show_address(&mut self, address: &str, line: usize) {
        let from = match self.visit.reader.subject.article() {
            Some(article) => self.section_in(article, line),
            None => self.section_to_copy(),
        };
        self.go_to(Subject::Copy(from));
        let wanted = Target::Copy(address.to_owned());
        let links = &self.visit.reader.page.links;
        self.visit.reader.link = links.iter().position(|link| link.target == wanted);
    }

    /// Sends a text to where copies go, and says what is known of that: no terminal tells whether it obeyed.
    pub(super) fn copy(&mut self, text: String, called: &str) -> Option<Command> {
        match self.setup.clipboard {
            Clipboard::Terminal => {
                self.visit.notice = Some(Notice::Copied(called.to_owned()));
                Some(Command::Copy(text))
            }
            Clipboard::None => {
                self.visit.notice = Some(Notice::CopyByHand);
                None
            }
            Clipboard::Forbidden => None,
        }
    }
}
