//! What a page is about, and where its links lead.

use crate::guide::SectionRef;
use crate::guide::questionnaire::Path;

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// Who can be reached now.
    #[default]
    Desks,
    /// The QR code of a desk's contact, by the indices of both.
    Qr { desk: usize, contact: usize },
    /// Which desk to turn to, after what was said to the guide's questions so far.
    Advice(Path),
    /// An article from its title on.
    Article(usize),
    /// A section within its article.
    Section(SectionRef),
    /// What is known of the numbers and addresses that were typed.
    Check,
    /// The table of contents of an article, opened in this section.
    Contents(SectionRef),
    /// The checklist of a section.
    Card(SectionRef),
    /// All checklists.
    Cards,
    /// What can be copied: of a section, or of all desks.
    Copy(Option<SectionRef>),
}

impl Subject {
    /// The article, unless it is a page of the program's own.
    pub const fn article(self) -> Option<usize> {
        match self {
            Self::Desks
            | Self::Check
            | Self::Qr { .. }
            | Self::Advice(_)
            | Self::Contents(_)
            | Self::Card(_)
            | Self::Cards
            | Self::Copy(_) => None,
            Self::Article(article) => Some(article),
            Self::Section(at) => Some(at.article),
        }
    }

    /// The subject whose page shows this one: a section stands on the page of its article.
    #[must_use]
    pub const fn page(self) -> Self {
        match self {
            Self::Section(at) => Self::Article(at.article),
            page => page,
        }
    }

    /// Whether its page changes with the minute.
    pub const fn tells_time(self) -> bool {
        matches!(self, Self::Desks | Self::Advice(_) | Self::Card(_))
    }

    /// Whether its page depends on the whole window, because it must be seen at once.
    pub const fn fills_window(self) -> bool {
        matches!(self, Self::Qr { .. })
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To `article#section` or an article, as the guide's texts write it.
    Id(String),
    /// To what the program itself offers.
    Subject(Subject),
    /// Ticks a task of a section's checklist, or takes the tick away.
    Tick(SectionRef, usize),
    /// To the web, by an address that begins with `https://`.
    Web(String),
    /// Copies a text.
    Copy(String),
}
