//! Folding: the one form in which texts and queries are compared.
//!
//! Folding is done grapheme by grapheme, so that a range found in the folded text can be carried back to whole
//! graphemes of the original: `ﾊﾟ` (two characters) becomes `パ` (one), `㈱` becomes `(株)`.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfkc};

use super::grapheme::{first_grapheme, stands_alone};
use super::variants::kanji;

/// A folded text with a way back to the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    pub text: String,
    /// For each byte of `text`, and for its end, the byte offset in the original. NFKC changes lengths, so marks found in
    /// `text` are carried back through this. Never descending; all bytes that come from one grapheme have its start.
    pub offsets: Vec<u32>,
}

impl Folded {
    /// The part of the original that a range of `text` stands for, grown to whole graphemes: half of what one grapheme
    /// folds to stands for all of it. The range must lie within `text`.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.offsets[folded.start];
        let end = match folded.end.checked_sub(1) {
            Some(last) if folded.start < folded.end => self.end_of(last),
            _ => start,
        };
        start as usize..end as usize
    }

    /// The end, in the original, of the grapheme that the byte at `at` comes from.
    fn end_of(&self, at: usize) -> u32 {
        let start = self.offsets[at];
        self.offsets[at..]
            .iter()
            .copied()
            .find(|&offset| offset > start)
            .unwrap_or(start)
    }
}

/// More passes than any text needs; a bound, so that a surprise in Unicode's tables cannot hang the program.
const MAX_PASSES: usize = 4;

/// NFKC, lower case, one form for dashes and wave dashes, and the usual shape of kanji that have several (髙, 邊, 國, 费).
/// Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    fold_cow(text).into_owned()
}

/// [`fold`] without an allocation for a text that is folded already.
pub fn fold_cow(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let (mut folded, mut is_sure) = fold_through(text);
    for _ in 1..MAX_PASSES {
        if is_sure || is_nfkc(&folded) {
            break;
        }
        (folded, is_sure) = fold_through(&folded);
    }
    Cow::Owned(folded)
}

/// A text folded once, with what [`fold_into`] says.
fn fold_through(text: &str) -> (String, bool) {
    let mut folded = String::with_capacity(text.len());
    let is_sure = fold_into(text, |piece, _| match piece {
        Piece::Run(run) => push_small(&mut folded, run),
        Piece::Grapheme(grapheme) => folded.push_str(grapheme),
    });
    (folded, is_sure)
}

fn push_small(folded: &mut String, run: &str) {
    let start = folded.len();
    folded.push_str(run);
    folded[start..].make_ascii_lowercase();
}

/// [`fold`] with the way back. The text must be shorter than 4 GiB.
pub fn fold_with_offsets(text: &str) -> Folded {
    let (mut folded, mut is_sure) = fold_once(text);
    for _ in 1..MAX_PASSES {
        // Rare: two graphemes that fold to one, as Hangul compatibility letters do.
        if is_sure || is_nfkc(&folded.text) {
            break;
        }
        let (again, sure) = fold_once(&folded.text);
        is_sure = sure;
        folded = Folded {
            offsets: again
                .offsets
                .iter()
                .map(|&at| folded.offsets[at as usize])
                .collect(),
            text: again.text,
        };
    }
    folded
}

/// With what [`fold_into`] says.
fn fold_once(text: &str) -> (Folded, bool) {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        offsets: Vec::with_capacity(text.len() + 1),
    };
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let is_sure = fold_into(text, |piece, at| match piece {
        Piece::Run(run) => {
            push_small(&mut folded.text, run);
            let mut start = offset(at);
            let bytes = (offset(at)..).zip(run.bytes());
            folded.offsets.extend(bytes.map(|(at, byte)| {
                let begins_character = byte & 0xC0 != 0x80;
                start = if begins_character { at } else { start };
                start
            }));
        }
        Piece::Grapheme(grapheme) => {
            folded.text.push_str(grapheme);
            folded.offsets.resize(folded.text.len(), offset(at));
        }
    });
    folded.offsets.push(offset(text.len()));
    (folded, is_sure)
}

/// A part of a text while it is folded.
enum Piece<'a> {
    /// Characters that are graphemes by themselves and only become small: most of any text.
    Run(&'a str),
    /// What a grapheme has become.
    Grapheme(&'a str),
}

/// Calls `emit` with each piece and the offset of what it comes from. Says whether the pieces are sure not to join with each
/// other: then folding them once more would change nothing.
fn fold_into(text: &str, mut emit: impl FnMut(Piece<'_>, usize)) -> bool {
    let mut piece = String::new();
    let mut is_sure = true;
    let mut at = 0;
    while at < text.len() {
        let run = run(&text[at..]);
        if !run.is_empty() {
            emit(Piece::Run(run), at);
            at += run.len();
        }
        // What is left has one, unless it is nothing.
        let Some(grapheme) = first_grapheme(&text[at..]) else {
            break;
        };
        if grapheme.chars().all(is_plain) {
            emit(Piece::Grapheme(grapheme), at);
        } else {
            piece.clear();
            for c in grapheme.nfkc().flat_map(char::to_lowercase) {
                piece.extend(unify(c));
            }
            is_sure &= piece.chars().all(stands_alone);
            emit(Piece::Grapheme(&piece), at);
        }
        at += grapheme.len();
    }
    is_sure
}

/// The characters at the beginning of a text that only become small, but for one that what follows may join with.
fn run(text: &str) -> &str {
    let only_becomes_small = |c: char| is_plain(c) || c.is_ascii_uppercase();
    match text.find(|c| !only_becomes_small(c)) {
        None => text,
        Some(end) => {
            let last = text[..end].chars().next_back().map_or(0, char::len_utf8);
            &text[..end - last]
        }
    }
}

/// Characters that fold to themselves: most of any text.
const fn is_plain(c: char) -> bool {
    stands_alone(c) && !c.is_ascii_uppercase() && !kanji::is_variant(c)
}

/// One character for all dashes, one for all wave dashes and one for all shapes of a kanji; `None` for what has no width and
/// no meaning to a search.
const fn unify(c: char) -> Option<char> {
    match c {
        // Hyphens, figure dash, en and em dash, horizontal bar, minus; NFKC has dealt with the wide and small ones.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' => Some('-'),
        // Wave dash and swung dash; the full-width tilde is `~` by NFKC. Input methods disagree about which one to use.
        '\u{301C}' | '\u{2053}' | '\u{223C}' | '\u{3030}' => Some('~'),
        // Soft hyphen, zero-width characters and variation selectors.
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}' => None,
        _ => Some(kanji::usual(c)),
    }
}

/// Katakana as hiragana, for comparing readings. Expects folded text; leaves the long mark and everything else alone.
pub fn to_hiragana(folded: &str) -> String {
    folded.chars().map(hiragana).collect()
}

/// [`to_hiragana`] of one character.
pub const fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => match char::from_u32(c as u32 - 0x60) {
            Some(kana) => kana,
            None => c,
        },
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds() {
        let check = |text: &str, expected: &str| {
            assert_eq!(fold(text), expected, "{text}");
            assert_eq!(fold_with_offsets(text).text, expected, "{text}");
        };
        check("", "");
        check("already folded 解約", "already folded 解約");
        check("Netflix", "netflix");
        check("ＮＥＴＦＬＩＸ", "netflix");
        check("ﾊﾟｽﾜｰﾄﾞ", "パスワード");
        check("か\u{3099}", "が");
        check("㈱", "(株)");
        check("９：００〜２１：００", "9:00~21:00");
        check("9:00～21:00", "9:00~21:00");
        check("9:00–21:00", "9:00-21:00");
        check("0120−996‐012", "0120-996-012");
        check("コーヒー", "コーヒー");
        check("\u{3000}", " ");
        check("葛\u{E0100}", "葛");
        check("髙橋と渡邉、齋藤の寶﨑", "高橋と渡辺、斎藤の宝崎");
        check("𠮷野家", "吉野家");
        check("İ", "i\u{307}");
        check("ㄱㅏ", "가");
    }

    #[test]
    fn ranges_come_back_as_whole_graphemes() {
        let check = |text: &str, part: &str, expected: &str| {
            let folded = fold_with_offsets(text);
            let at = folded.text.find(part).unwrap();
            let range = folded.original(at..at + part.len());
            assert_eq!(&text[range], expected, "{part} in {text}");
        };
        check("私のﾊﾟｽﾜｰﾄﾞです", "パス", "ﾊﾟｽ");
        check("㈱前", "株", "㈱");
        check("㈱前", "前", "前");
        check("①番", "1番", "①番");
        check("Ｎetflix社", "netflix", "Ｎetflix");
        check("か\u{3099}く", "が", "か\u{3099}");
        check("\u{20BB7}野家", "吉", "\u{20BB7}");
        check("9:00〜21:00", "0~2", "0〜2");
        assert_eq!(fold_with_offsets("abc").original(1..1), 1..1);
    }

    #[test]
    fn katakana_is_hiragana_in_readings() {
        assert_eq!(to_hiragana("パスワードヲ変更ヴ"), "ぱすわーどを変更ゔ");
    }

    #[test]
    fn plain_characters_fold_to_themselves() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            let mut text = [0; 4];
            let text: &str = c.encode_utf8(&mut text);
            let folded: String = text
                .nfkc()
                .flat_map(char::to_lowercase)
                .filter_map(unify)
                .collect();
            assert_eq!(folded, text);
        }
    }

    proptest! {
        #[test]
        fn what_is_folded_in_runs_is_folded_grapheme_by_grapheme(
            text in "(\\PC|[a-zA-Z]{1,4}|[ぁ-んァ-ン一-龠]{1,4}|[\u{301}\u{200D}\u{600}ﾊﾟ゙\r\n]){0,30}"
        ) {
            let mut expected = Folded { text: String::new(), offsets: Vec::new() };
            let mut at = 0;
            for grapheme in crate::text::grapheme::graphemes(&text) {
                for c in grapheme.nfkc().flat_map(char::to_lowercase) {
                    expected.text.extend(unify(c));
                }
                expected.offsets.resize(expected.text.len(), at);
                at += u32::try_from(grapheme.len()).unwrap();
            }
            expected.offsets.push(at);
            prop_assert_eq!(fold_through(&text).0, expected.text.clone());
            prop_assert_eq!(fold_once(&text).0, expected);
        }

        #[test]
        fn folding_twice_changes_nothing(text in "(\\PC|[ぁ-んァ-ンｦ-ﾟ゙゚ㄱ-ㅣ0-9a-zA-Z一-龠]){0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn offsets_lead_back(text in "(\\PC|[ｦ-ﾟ゙゚ア-ンㄱ-ㅣ①-⑨]){0,40}") {
            let folded = fold_with_offsets(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            prop_assert_eq!(folded.offsets.len(), folded.text.len() + 1);
            prop_assert!(folded.offsets.is_sorted());
            prop_assert!(folded.offsets.iter().all(|&at| text.is_char_boundary(at as usize)));
            prop_assert_eq!(folded.offsets.last().copied(), u32::try_from(text.len()).ok());
            for (at, c) in folded.text.char_indices() {
                let range = folded.original(at..at + c.len_utf8());
                prop_assert!(!range.is_empty());
            }
        }
    }
}
