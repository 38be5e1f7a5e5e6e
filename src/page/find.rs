//! Finding a text in a page that is set, whatever the page is and wherever its lines are broken.

use std::mem;
use std::ops::Range;

use super::{Page, Piece, Role};
use crate::text::fold::{fold, fold_with_offsets};

/// What was found in one text: where, and its number on the page as soon as that is known.
type Found = (Range<usize>, Option<usize>);

impl Page {
    /// Marks a text wherever it stands, folded, and nothing else; [`Page::found`] then has the lines of each place, in
    /// reading order. Marks nothing where the text is empty.
    pub fn find(&mut self, wanted: &str) {
        let wanted = fold(wanted);
        self.found.clear();
        let mut found: Vec<Vec<Found>> = self
            .texts
            .iter()
            .map(|text| places(text, &wanted))
            .collect();
        for (n, line) in self.lines.iter_mut().enumerate() {
            for piece in mem::take(&mut line.pieces) {
                let source = piece.source.filter(|_| piece.role != Role::LinkNumber);
                match source.and_then(|(text, _)| found.get_mut(text)) {
                    Some(found) => split(&piece, found, n, &mut self.found, &mut line.pieces),
                    None => line.pieces.push(Piece {
                        found: None,
                        ..piece
                    }),
                }
            }
        }
    }
}

/// Where a folded text stands in another, from left to right without overlaps.
fn places(text: &str, wanted: &str) -> Vec<Found> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = fold_with_offsets(text);
    let places = folded.text.match_indices(wanted);
    let mut end = 0;
    let mut found = Vec::new();
    for (at, _) in places {
        let range = folded.original(at..at + wanted.len());
        // Two may be parts of what is one character as it is written.
        if range.start >= end && !range.is_empty() {
            end = range.end;
            found.push((range, None));
        }
    }
    found
}

/// Cuts a piece at the edges of what was found in its text.
fn split(
    piece: &Piece,
    found: &mut [Found],
    line: usize,
    lines: &mut Vec<Range<usize>>,
    out: &mut Vec<Piece>,
) {
    let start = piece.source.map_or(0, |(_, offset)| offset);
    let end = start + piece.text.len();
    let part = |from: usize, to: usize, found| Piece {
        text: piece
            .text
            .get(from - start..to - start)
            .unwrap_or_default()
            .to_owned(),
        found,
        source: piece.source.map(|(text, _)| (text, from)),
        ..*piece
    };
    let mut at = start;
    let first = found.partition_point(|(range, _)| range.end <= start);
    let inside = found[first..].iter_mut();
    for (range, number) in inside.take_while(|(range, _)| range.start < end) {
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from > at {
            out.push(part(at, from, None));
        }
        let number = *number.get_or_insert_with(|| {
            lines.push(line..line);
            lines.len() - 1
        });
        lines[number].end = line + 1;
        out.push(part(from, to, Some(number)));
        at = to;
    }
    if at < end {
        out.push(part(at, end, None));
    }
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
        setter.blocks(&markdown::parse(markdown), Language::JA);
        setter.finish()
    }

    /// The lines of what was found, and the marked texts of each place.
    fn found(markdown: &str, wanted: &str, columns: usize) -> Vec<(Range<usize>, String)> {
        let mut page = page(markdown, columns);
        let before: Vec<String> = page.lines.iter().map(super::super::Line::text).collect();
        page.find(wanted);
        let after: Vec<String> = page.lines.iter().map(super::super::Line::text).collect();
        assert_eq!(before, after, "finding changes no text");
        let pieces = || page.lines.iter().flat_map(|line| &line.pieces);
        let text = |n| -> String {
            let marked = pieces().filter(|piece| piece.found == Some(n));
            marked.map(|piece| piece.text.as_str()).collect()
        };
        let found = page.found.iter().cloned().enumerate();
        found.map(|(n, lines)| (lines, text(n))).collect()
    }

    fn check(markdown: &str, wanted: &str, columns: usize, expected: &[(Range<usize>, &str)]) {
        let found = found(markdown, wanted, columns);
        let found: Vec<_> = found
            .iter()
            .map(|(lines, text)| (lines.clone(), text.as_str()))
            .collect();
        assert_eq!(found, expected, "{wanted} in {markdown}");
    }

    #[test]
    fn any_text_is_found_over_line_ends_markup_and_spellings() {
        check("電話と電話", "電話", 40, &[(0..1, "電話"), (0..1, "電話")]);
        check("電話番号の案内", "番号の案", 10, &[(0..2, "番号の案")]);
        check("**電話**番号", "電話番号", 40, &[(0..1, "電話番号")]);
        check("[電話](phone)で話す", "電話で", 40, &[(0..1, "電話で")]);
        check("ＡＢＣとabc", "abc", 40, &[(0..1, "ＡＢＣ"), (0..1, "abc")]);
        check("㈱電話", "株", 40, &[(0..1, "㈱")]);
        check("ああああ", "ああ", 40, &[(0..1, "ああ"), (0..1, "ああ")]);
        check("1. 電話\n2. 案内", "2.", 40, &[(1..2, "2.")]);
        check("電話", "", 40, &[]);
        check("電話", "0", 40, &[]);
    }

    #[test]
    fn cells_of_a_table_are_texts_of_their_own() {
        let table = "| 電話番号の案内 | 受付時間 |\n|---|---|\n| 電話 | 案内 |\n";
        check(table, "番号の案内", 20, &[(0..2, "番号の案内")]);
        check(table, "電話案内", 40, &[]);
    }

    proptest! {
        #[test]
        fn as_much_is_found_as_the_text_has(text in "[あい漢a]{1,60}", wanted in "[あい漢a]{1,3}", columns in 10_usize..40) {
            let found = found(&text, &wanted, columns);
            prop_assert_eq!(found.len(), text.matches(&wanted).count());
            for (_, text) in found {
                prop_assert_eq!(&text, &wanted);
            }
        }
    }
}
