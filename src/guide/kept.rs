//! A guide as it was checked, in bytes: who has them need neither read its YAML nor check its texts again.
//!
//! The bytes are only for the program that wrote them. Whoever keeps them answers for it that they come back as they were;
//! what is forged may be nonsense, but is read without harm.

use std::sync::Arc;

use super::{Guide, Kept, LateList};
use crate::language::Language;

/// Changes whenever what is kept of a guide or how that is written does.
pub const VERSION: u32 = 18;

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

    /// Itself in bytes: how many the head has, the head, then section by section. `None` if it is a kept one of which something
    /// cannot be read any more.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut sections = Vec::new();
        let articles = self.articles.iter();
        let lengths = articles
            .map(|article| article.sections.write(&mut sections))
            .collect::<Option<Lengths>>()?;
        let head = postcard::to_stdvec(&(self, lengths)).ok()?;
        Some([&(head.len() as u64).to_le_bytes()[..], &head, &sections].concat())
    }

    /// What [`Guide::to_bytes`] wrote, from the byte `start` on to the end; `None` if these bytes are something else. Its
    /// sections are read when they are asked for.
    pub fn from_kept(kept: &Arc<dyn Kept>, start: usize) -> Option<Self> {
        let head = start.checked_add(HEAD)?;
        let bytes = kept.read(start..head)?;
        let length = u64::from_le_bytes(bytes[..].try_into().ok()?);
        let mut at = head.checked_add(usize::try_from(length).ok()?)?;
        let bytes = kept.read(head..at)?;
        let read = postcard::take_from_bytes::<(Self, Lengths)>(&bytes);
        let Ok(((mut guide, lengths), [])) = read else {
            return None;
        };
        if lengths.len() != guide.articles.len() {
            return None;
        }
        for (article, lengths) in guide.articles.iter_mut().zip(lengths) {
            article.sections = LateList::kept(kept, at, &lengths);
            let all: u64 = lengths.iter().map(|&length| u64::from(length)).sum();
            at = at.checked_add(usize::try_from(all).ok()?)?;
        }
        (at == kept.size()).then_some(guide)
    }
}

/// How many bytes say how long the head is.
const HEAD: usize = size_of::<u64>();

/// How many bytes each section of each article has.
type Lengths = Vec<Vec<u32>>;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::{Source, load};

    fn built_in() -> Guide {
        load(&Source::BuiltIn).0.expect("it has no errors")
    }

    fn read(bytes: Vec<u8>) -> Option<Guide> {
        let kept: Arc<dyn Kept> = Arc::new(bytes);
        Guide::from_kept(&kept, 0)
    }

    #[test]
    fn a_guide_comes_back_as_it_was() {
        let guide = built_in();
        let bytes = guide.to_bytes().expect("it is whole");
        let again = read(bytes.clone()).expect("a guide");
        assert_eq!(again.to_bytes(), Some(bytes));
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
        let bytes = built_in().to_bytes().expect("it is whole");
        assert!(read(bytes[..bytes.len() - 1].to_vec()).is_none());
        assert!(read([&bytes[..], b"x"].concat()).is_none());
        assert!(read(Vec::new()).is_none());
    }

    proptest! {
        #[test]
        fn forged_bytes_do_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = built_in().to_bytes().expect("it is whole");
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(guide) = read(bytes) {
                for (_, section) in guide.sections() {
                    for (_, text) in section.texts.iter() {
                        let _ = (text.body.plain_text(), text.body.blocks());
                    }
                }
            }
        }
    }
}
