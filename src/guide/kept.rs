//! A guide as it was checked, in bytes: who has them need neither read its YAML nor check its texts again.
//!
//! The bytes are only for the program that wrote them. Whoever keeps them answers for it that they come back as they were;
//! what is forged may be nonsense, but is read without harm.

use super::Guide;
use crate::language::Language;

/// Changes whenever what is kept of a guide or how that is written does.
pub const VERSION: u32 = 8;

/// What a kept guide is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity<'a> {
    pub id: &'a str,
    pub languages: &'a [Language],
    /// [`Guide::digest`].
    pub digest: &'a str,
}

impl Guide {
    pub fn identity(&self) -> Identity<'_> {
        Identity {
            id: &self.id,
            languages: &self.languages,
            digest: &self.digest,
        }
    }

    /// Itself in bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // A vector takes everything, and nothing in a guide refuses to be written.
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// What [`Guide::to_bytes`] wrote; `None` if these bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match postcard::take_from_bytes(bytes) {
            Ok((guide, [])) => Some(guide),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::{Source, load};

    fn built_in() -> Guide {
        load(&Source::BuiltIn).0.expect("it has no errors")
    }

    #[test]
    fn a_guide_comes_back_as_it_was() {
        let guide = built_in();
        let bytes = guide.to_bytes();
        let again = Guide::from_bytes(&bytes).expect("a guide");
        assert_eq!(again.to_bytes(), bytes);
        let parts = |guide: &Guide| {
            format!(
                "{:?}{:?}{:?}",
                guide.articles, guide.desks, guide.questionnaire
            )
        };
        assert_eq!(parts(&again), parts(&guide));
        assert_eq!(again.links, guide.links);
    }

    #[test]
    fn what_is_left_out_or_added_is_no_guide() {
        let bytes = built_in().to_bytes();
        assert!(Guide::from_bytes(&bytes[..bytes.len() - 1]).is_none());
        assert!(Guide::from_bytes(&[&bytes[..], b"x"].concat()).is_none());
        assert!(Guide::from_bytes(b"").is_none());
    }

    proptest! {
        #[test]
        fn forged_bytes_do_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = built_in().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(guide) = Guide::from_bytes(&bytes) {
                for (_, section) in guide.sections() {
                    for (_, text) in section.texts.iter() {
                        let _ = (text.body.plain_text(), text.body.blocks());
                    }
                }
            }
        }
    }
}
