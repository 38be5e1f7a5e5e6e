//! Desks: somewhere to turn to, and who is there at an instant.

pub mod advice;
pub mod contact;
pub mod hours;
pub mod questionnaire;
pub mod status;
pub mod week;

use crate::guide::SectionRef;
use crate::language::{Language, Localized};

pub use advice::Advice;
pub use contact::{Contact, ContactKind};
pub use hours::Hours;
pub use questionnaire::Questionnaire;
pub use status::{DeskStatus, LanguageStatus, State};

/// Somewhere to turn to.
#[derive(Debug, Clone)]
pub struct Desk<S = SectionRef> {
    pub id: String,
    pub name: Localized<String>,
    /// The section that explains it.
    pub section: S,
    pub contacts: Vec<Contact>,
    pub availability: Availability,
    /// Nobody answers there: the reader helps himself.
    pub self_service: bool,
    pub note: Option<Localized<String>>,
}

impl<S> Desk<S> {
    /// Its telephone numbers, as written.
    pub fn phones(&self) -> impl Iterator<Item = &Localized<String>> {
        let phones = self
            .contacts
            .iter()
            .filter(|contact| contact.kind == ContactKind::Phone);
        phones.map(|contact| &contact.value)
    }
}

/// When a desk can be reached.
#[derive(Debug, Clone)]
pub enum Availability {
    /// Hours per language, in the guide's order of languages.
    Hours(Vec<(Language, Hours)>),
    /// The guide does not know.
    Unknown,
    NotOffered,
}
