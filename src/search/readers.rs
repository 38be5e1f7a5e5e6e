//! Who is shown a document: readers of one language, or of several where the guide has no other text for them.

use crate::guide::{Guide, SectionRef};
use crate::language::Language;

/// The languages of some readers, each by its place among the guide's: one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readers(pub u64);

impl Readers {
    const fn of(place: usize) -> Self {
        // A guide has no more than 32 languages.
        Self(if place < 64 { 1 << place } else { 0 })
    }

    /// Whether those of the language at a place among the guide's are some of them.
    pub const fn have(self, place: usize) -> bool {
        self.0 & Self::of(place).0 != 0
    }

    const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// What is shown of a section, whoever reads it, each with its readers and the first of their languages.
pub fn shown(guide: &Guide, at: SectionRef) -> Vec<(Readers, Language)> {
    let mut shown: Vec<(Readers, Language, _)> = Vec::new();
    for (place, &lang) in guide.languages.iter().enumerate() {
        let (article, _) = guide.article(at).title.get(lang);
        let (text, _) = guide.section(at).texts.get(lang);
        let readers = Readers::of(place);
        match shown.iter_mut().find(|shown| shown.2 == (article, text)) {
            Some((others, ..)) => *others = others.and(readers),
            None => shown.push((readers, lang, (article, text))),
        }
    }
    let shown = shown.into_iter();
    shown.map(|(readers, lang, _)| (readers, lang)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::guide::{Source, load};

    #[test]
    fn what_readers_of_several_languages_are_shown_is_one() {
        let folder = TempDir::new().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("guide.yaml", "languages: [en, ja, ko]\n");
        write("en/a.md", "# Plans\n\nHow to cancel.\n");
        write("ja/a.md", "# プラン\n\n解約のしかた。\n");
        write("ko/a.md", "# 요금제\n\n해지하는 방법.\n");
        write("en/b.md", "# Bills\n\nWhen to pay.\n");
        write("en/c.md", "# Cards\n\nHow to pay.\n");
        write("ko/c.md", "# 카드\n\n지불 방법.\n");
        let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
        let guide = guide.unwrap_or_else(|| panic!("{problems:?}"));
        let [en, ja, ko] = [0b001, 0b010, 0b100].map(Readers);
        assert!((0..3).all(|place| en.and(ko).have(place) == (place != 1)));
        let (english, korean) = (Language::EN, guide.languages[2]);
        let all = guide.sections().map(|(at, _)| shown(&guide, at));
        assert_eq!(
            all.collect::<Vec<_>>(),
            [
                vec![(en, english), (ja, Language::JA), (ko, korean)],
                vec![(en.and(ja).and(ko), english)],
                vec![(en.and(ja), english), (ko, korean)],
            ]
        );
    }
}
