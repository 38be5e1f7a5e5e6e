//! What a guide may have besides its articles. A folder of Markdown has none of it, and then nothing is said of it anywhere.

use super::Guide;

/// Something that not every guide has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Somewhere to turn to: who is there, questions that lead there, what to have ready, what to call.
    Desks,
    /// Articles that are sorted into groups.
    Groups,
    /// Something that numbers and addresses can be compared with.
    Checks,
}

impl Guide {
    /// Whether there is any of it.
    pub const fn has(&self, part: Part) -> bool {
        match part {
            Part::Desks => !self.desks.is_empty(),
            Part::Groups => !self.groups.is_empty(),
            Part::Checks => {
                !(self.official_numbers.is_empty()
                    && self.official_domains.is_empty()
                    && self.fraud_sections.is_empty())
            }
        }
    }

    /// Whether it says of itself that those whom it is about have not written it. Most guides say nothing of that.
    pub fn is_unofficial(&self) -> bool {
        self.provenance.official == Some(false)
    }
}
