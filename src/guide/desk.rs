//! Desks as a guide describes them. Who is there at an instant is `desk`'s business.

use serde::{Deserialize, Serialize};

use super::{Contact, SectionRef};
use crate::hours::Hours;
use crate::language::{Language, Localized};

/// Somewhere to turn to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Desk {
    pub id: String,
    pub name: Localized<String>,
    /// The section that explains it, where one does.
    pub section: Option<SectionRef>,
    pub contacts: Vec<Contact>,
    pub availability: Availability,
    /// Nobody answers there: the reader helps himself.
    pub self_service: bool,
    pub note: Option<Localized<String>>,
}

impl Desk {
    /// Its telephone numbers, as written.
    pub fn phones(&self) -> impl Iterator<Item = &Localized<String>> {
        let phones = self.contacts.iter().filter(|contact| contact.is_phone());
        phones.map(|contact| &contact.value)
    }

    /// Its first telephone number.
    pub fn phone(&self) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.is_phone())
    }
}

/// When a desk can be reached.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Availability {
    /// Hours per language, in the guide's order of languages.
    Hours(Vec<(Language, Hours)>),
    /// The guide does not know.
    Unknown,
    NotOffered,
}
