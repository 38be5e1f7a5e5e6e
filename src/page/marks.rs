//! Where the words of a query stand on a page. They are laid over it when it is drawn, so that it stays as it is set while
//! somebody types; and they are looked for as far as somebody looks.

use std::ops::Range;
use std::sync::Arc;

use super::{Line, Page, Piece, Role};
use crate::search::highlight::Highlighter;

/// The marks of a query on a page.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    highlighter: Option<Arc<Highlighter>>,
    /// By the page's texts; `None` where nobody has looked yet.
    texts: Vec<Option<Vec<Range<usize>>>>,
}

impl Marks {
    /// Those of a query on a page where nothing was looked for yet.
    pub fn of(highlighter: Option<&Arc<Highlighter>>) -> Self {
        Self {
            highlighter: highlighter.cloned(),
            texts: Vec::new(),
        }
    }

    /// Whether they are those of this query.
    pub fn are_of(&self, highlighter: Option<&Arc<Highlighter>>) -> bool {
        match (&self.highlighter, highlighter) {
            (Some(mine), Some(other)) => Arc::ptr_eq(mine, other),
            (mine, other) => mine.is_none() && other.is_none(),
        }
    }

    /// Looks for the words in these lines of the page.
    pub fn look_in(&mut self, page: &Page, lines: Range<usize>) {
        let lines = lines.start.min(page.lines.len())..lines.end.min(page.lines.len());
        for line in &page.lines[lines] {
            self.look(page, line);
        }
    }

    /// The first line of a section that shows a word.
    pub fn first_in(&mut self, page: &Page, section: usize) -> Option<usize> {
        self.highlighter.as_ref()?;
        let start = *page.sections.get(section)?;
        let next = page.sections.get(section + 1).copied();
        (start..next.unwrap_or(page.lines.len())).find(|&line| {
            let line = &page.lines[line];
            self.look(page, line);
            let mut pieces = line.pieces.iter();
            pieces.any(|piece| self.split(piece).any(|(_, marked)| marked))
        })
    }

    fn look(&mut self, page: &Page, line: &Line) {
        let Some(highlighter) = &self.highlighter else {
            return;
        };
        for (text, _) in line.pieces.iter().filter_map(source) {
            if self.texts.len() <= text {
                self.texts.resize(page.texts.len(), None);
            }
            if let (Some(marks), Some(text)) = (self.texts.get_mut(text), page.texts.get(text)) {
                marks.get_or_insert_with(|| highlighter.marks(text));
            }
        }
    }

    /// The texts of a piece, each with whether it is marked.
    pub fn split<'a>(&'a self, piece: &'a Piece) -> impl Iterator<Item = (&'a str, bool)> {
        let marks = source(piece).and_then(|(text, start)| {
            let marks = self.texts.get(text)?.as_deref()?;
            let first = marks.partition_point(|mark| mark.end <= start);
            Some((&marks[first..], start))
        });
        let (mut marks, start) = marks.unwrap_or_default();
        let text = piece.text.as_str();
        let mut at = 0;
        std::iter::from_fn(move || {
            let mark = marks.first().map_or(text.len()..text.len(), |mark| {
                let within = |at: usize| at.saturating_sub(start).min(text.len());
                within(mark.start)..within(mark.end)
            });
            let (end, marked) = if mark.start > at {
                (mark.start, false)
            } else {
                marks = marks.get(1..).unwrap_or_default();
                (mark.end, true)
            };
            let part = text.get(at..end).filter(|part| !part.is_empty())?;
            at = end;
            Some((part, marked))
        })
    }
}

/// The text in which words are looked for, and where in it a piece begins.
fn source(piece: &Piece) -> Option<(usize, usize)> {
    piece.source.filter(|_| piece.role != Role::LinkNumber)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::markdown;
    use crate::language::Language;
    use crate::page::Setter;

    fn page(markdown: &str, columns: usize) -> Page {
        let mut setter = Setter::new(columns).numbered();
        setter.begin_section();
        setter.blocks(&markdown::parse(markdown), Language::JA);
        setter.finish()
    }

    /// The lines of a page with its marks in brackets.
    fn marked(query: &str, markdown: &str, columns: usize) -> Vec<String> {
        let page = page(markdown, columns);
        let highlighter = Arc::new(Highlighter::new(query));
        let mut marks = Marks::of(Some(&highlighter));
        marks.look_in(&page, 0..usize::MAX);
        let line = |line: &Line| -> String {
            let texts = line.pieces.iter().flat_map(|piece| marks.split(piece));
            let shown = |(text, marked)| {
                if marked {
                    format!("[{text}]")
                } else {
                    String::from(text)
                }
            };
            texts.map(shown).collect()
        };
        page.lines.iter().map(line).collect()
    }

    #[test]
    fn words_are_marked_over_markup_and_the_ends_of_lines() {
        assert_eq!(marked("電話", "電話の**電話**", 40), ["[電話]の[電話]"]);
        assert_eq!(marked("電話番号", "**電話**番号", 40), ["[電話][番号]"]);
        assert_eq!(
            marked("パスワード", "新しいパスワードの変更です", 12),
            ["新しい[パス]", "[ワード]の", "変更です"]
        );
    }

    #[test]
    fn the_first_line_with_a_word_is_found() {
        let page = page("a\n\nb\n\n電話\n\n電話", 40);
        let highlighter = Arc::new(Highlighter::new("電話"));
        assert_eq!(Marks::of(Some(&highlighter)).first_in(&page, 0), Some(4));
        assert_eq!(Marks::of(None).first_in(&page, 0), None);
    }

    proptest! {
        #[test]
        fn marks_change_no_text(markdown in "([あ電話 *_`\\[\\]()#>|-]|\\PC|\n){0,60}", columns in 4_usize..40) {
            let page = page(&markdown, columns);
            let highlighter = Arc::new(Highlighter::new("電話 a"));
            let mut marks = Marks::of(Some(&highlighter));
            marks.look_in(&page, 0..usize::MAX);
            for piece in page.lines.iter().flat_map(|line| &line.pieces) {
                let text: String = marks.split(piece).map(|(text, _)| text).collect();
                prop_assert_eq!(&text, &piece.text);
            }
        }
    }
}
