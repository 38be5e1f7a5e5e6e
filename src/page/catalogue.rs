//! The catalogue of pages: each kind is a line here, in the order of the topics, and a file that says all of it.

use super::{Context, Input, Page};
use super::{
    advice, article, aside, card, cards, check, contents, copy, desks, details, group, help, qr,
    section,
};
use crate::guide::exchange::Exchange;
use crate::guide::questionnaire::Path;
use crate::guide::{Guide, Part, SectionRef};

/// A kind of page.
pub(super) trait PageKind: Copy {
    /// What its pages change with, besides the guide, the language and the width.
    const CHANGES_WITH: &'static [Input];

    /// Whether the words of the query are marked on its pages.
    const IS_MARKED: bool = false;

    /// Whether a page is a list to choose from and no more: arrows go from line to line.
    const IS_CHOICE: bool = false;

    /// What a guide must have, or there are no such pages.
    const NEEDS: Option<Part> = None;

    /// Its entries in the list of topics. Most kinds have none, and something else leads to them.
    fn topics(_guide: &Guide) -> Vec<Self> {
        Vec::new()
    }

    /// What a page is called, above it and in lists.
    fn title(self, context: &Context<'_>) -> String;

    /// What is said below the title in the list of topics.
    fn summary(self, _context: &Context<'_>) -> String {
        String::new()
    }

    fn set(self, context: &Context<'_>) -> Page;

    /// What becomes of it where another guide takes the place of the present one.
    fn moved(self, exchange: &Exchange<'_>) -> Moved;
}

/// What a page has become in another guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The same is there.
    Same(Subject),
    /// It is gone, and this is nearest to it.
    Near(Subject),
    Gone,
}

impl Moved {
    /// What there is to read now: where nothing is left, what the guide begins with.
    pub fn subject(self, guide: &Guide) -> Subject {
        match self {
            Self::Same(subject) | Self::Near(subject) => subject,
            Self::Gone => Subject::first(guide),
        }
    }

    /// The same, unless the guide has nothing that it would be about.
    fn within(self, guide: &Guide) -> Self {
        match self {
            Self::Same(subject) | Self::Near(subject) if !subject.is_in(guide) => Self::Gone,
            moved => moved,
        }
    }

    /// The same if it is there, or else what is nearest, of which the page is made.
    pub(super) fn to<T>(same: Option<T>, nearest: Option<T>, page: impl Fn(T) -> Subject) -> Self {
        match (same, nearest) {
            (Some(same), _) => Self::Same(page(same)),
            (None, Some(nearest)) => Self::Near(page(nearest)),
            (None, None) => Self::Gone,
        }
    }
}

macro_rules! catalogue {
    ($($(#[$attribute:meta])+ $kind:ident $(($of:ident: $type:ty))? in $file:ident;)+) => {
        /// What is being read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum Subject {
            $($(#[$attribute])+ $kind $(($type))?,)+
        }

        impl Subject {
            /// The list of topics of a guide.
            pub fn topics(guide: &Guide) -> Vec<Self> {
                let mut topics = Vec::new();
                $(if <$file::$kind as PageKind>::NEEDS.is_none_or(|part| guide.has(part)) {
                    let own = <$file::$kind as PageKind>::topics(guide);
                    topics.extend(own.into_iter().map(|$file::$kind $(($of))?| Self::$kind $(($of))?));
                })+
                topics
            }

            /// What its page is called.
            pub fn title(self, context: &Context<'_>) -> String {
                match self { $(Self::$kind $(($of))? => $file::$kind $(($of))?.title(context),)+ }
            }

            /// What is said below the title in the list of topics.
            pub fn summary(self, context: &Context<'_>) -> String {
                match self { $(Self::$kind $(($of))? => $file::$kind $(($of))?.summary(context),)+ }
            }

            /// What its page changes with, besides the guide, the language and the width.
            pub const fn changes_with(self) -> &'static [Input] {
                match self { $(Self::$kind { .. } => <$file::$kind as PageKind>::CHANGES_WITH,)+ }
            }

            /// Whether the words of the query are marked on its page.
            pub const fn is_marked(self) -> bool {
                match self { $(Self::$kind { .. } => <$file::$kind as PageKind>::IS_MARKED,)+ }
            }

            /// Whether its page is a list to choose from and no more.
            pub const fn is_choice(self) -> bool {
                match self { $(Self::$kind { .. } => <$file::$kind as PageKind>::IS_CHOICE,)+ }
            }

            /// What a guide must have, or there is no such page.
            pub const fn needs(self) -> Option<Part> {
                match self { $(Self::$kind { .. } => <$file::$kind as PageKind>::NEEDS,)+ }
            }

            fn set(self, context: &Context<'_>) -> Page {
                match self { $(Self::$kind $(($of))? => $file::$kind $(($of))?.set(context),)+ }
            }

            /// What becomes of it where another guide takes the place of the present one.
            pub fn moved(self, exchange: &Exchange<'_>) -> Moved {
                let moved = match self {
                    $(Self::$kind $(($of))? => $file::$kind $(($of))?.moved(exchange),)+
                };
                moved.within(exchange.new)
            }
        }
    };
}

catalogue! {
    /// Which desk to turn to, after what was said to the guide's questions so far.
    Advice(path: Path) in advice;
    /// What is known of the numbers and addresses that were typed.
    Check in check;
    /// All checklists.
    Cards in cards;
    /// Who can be reached now.
    #[default]
    Desks in desks;
    /// What is in a group of articles.
    Group(group: usize) in group;
    /// An article from its title on.
    Article(article: usize) in article;
    /// A section within its article.
    Section(at: SectionRef) in section;
    /// The table of contents of an article, opened in this section.
    Contents(at: SectionRef) in contents;
    /// The checklist of a section.
    Card(at: SectionRef) in card;
    /// The QR code of a desk's contact.
    Qr(code: qr::Code) in qr;
    /// What helps with a section, beside that.
    Aside(at: Option<SectionRef>) in aside;
    /// What can be copied: of a section, or of all desks.
    Copy(from: Option<SectionRef>) in copy;
    /// What the keys do.
    Help in help;
    /// What the guide itself is.
    Details in details;
}

impl Subject {
    /// What is read where nothing was chosen: the first topic, or what the guide is where it has none.
    pub const fn first(guide: &Guide) -> Self {
        if guide.has(Part::Desks) {
            Self::Desks
        } else if guide.articles.is_empty() {
            Self::Details
        } else {
            Self::Article(0)
        }
    }

    /// Whether the guide has what it is about.
    pub fn is_in(self, guide: &Guide) -> bool {
        self.needs().is_none_or(|part| guide.has(part))
    }

    /// Sets its page, with the text to find marked.
    pub fn page(self, context: &Context<'_>) -> Page {
        let mut page = self.set(context);
        if !context.find.is_empty() {
            page.find(context.find);
        }
        page
    }

    /// The article, unless it is a page of the program's own.
    pub const fn article(self) -> Option<usize> {
        match self {
            Self::Article(article) => Some(article),
            Self::Section(at) => Some(at.article),
            _ => None,
        }
    }

    /// The subject whose page shows this one in a window: a section stands on the page of its article.
    #[must_use]
    pub const fn whole(self) -> Self {
        match self {
            Self::Section(at) => Self::Article(at.article),
            page => page,
        }
    }

    /// Whether its page needs the whole window, because it must be seen at once.
    pub const fn fills_window(self) -> bool {
        matches!(self, Self::Qr(_))
    }
}
