//! Copying what is worth taking away. Only what the guide says can be copied, never what the reader typed.

use super::{App, Command, Notice, Subject, Target};
use crate::guide::SectionRef;

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
        self.clipboard != Clipboard::Forbidden
    }

    pub(super) fn open_copy(&mut self) {
        if self.may_copy() && !matches!(self.reader.subject, Subject::Copy(_)) {
            self.open_page(Subject::Copy(self.section_to_copy()));
        }
    }

    /// The section that is being read: the one that was found while its heading is in the window, else the one at the top.
    fn section_to_copy(&self) -> Option<SectionRef> {
        let reader = &self.reader;
        let guide = self.guide.as_ref()?;
        let article = match reader.subject {
            Subject::Section(at) if reader.top == 0 || self.shows_heading(at.section) => {
                return Some(at);
            }
            Subject::Card(at) => return Some(at),
            Subject::Qr { desk, .. } => return Some(guide.desks[desk].section),
            subject => subject.article()?,
        };
        self.section_in(article, reader.top)
    }

    fn shows_heading(&self, section: usize) -> bool {
        let window = self.reader.top..self.reader.top + self.rows();
        let heading = self.reader.page.sections.get(section);
        heading.is_some_and(|line| window.contains(line))
    }

    /// The section of an article that a line of its page belongs to.
    fn section_in(&self, article: usize, line: usize) -> Option<SectionRef> {
        let sections = &self.guide.as_ref()?.articles.get(article)?.sections;
        let last = sections.len().checked_sub(1)?;
        Some(SectionRef {
            article,
            section: self.reader.page.section_at(line).min(last),
        })
    }

    /// Shows a web address that a line of the page leads to: nothing here opens it, so it is shown in full to be taken away.
    pub(super) fn show_address(&mut self, address: &str, line: usize) {
        let from = match self.reader.subject.article() {
            Some(article) => self.section_in(article, line),
            None => self.section_to_copy(),
        };
        self.go_to(Subject::Copy(from));
        let wanted = Target::Copy(address.to_owned());
        let links = &self.reader.page.links;
        self.reader.link = links.iter().position(|link| link.target == wanted);
    }

    /// Sends a text to where copies go, and says what is known of that: no terminal tells whether it obeyed.
    pub(super) fn copy(&mut self, text: String) -> Option<Command> {
        match self.clipboard {
            Clipboard::Terminal => {
                self.notice = Some(Notice::Copied);
                Some(Command::Copy(text))
            }
            Clipboard::None => {
                self.notice = Some(Notice::CopyByHand);
                None
            }
            Clipboard::Forbidden => None,
        }
    }
}
